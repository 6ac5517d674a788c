"""The parts of finding agreements: words, clauses, states, parties, records."""
