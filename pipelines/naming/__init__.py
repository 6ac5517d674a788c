"""The parts of finding actors: listed names and their forms, persons, things, unknown names."""
