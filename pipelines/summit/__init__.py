"""The parts of finding summits: editions of a format and their numbers."""
