"""The parts of finding quotes: verbs of saying, who speaks, names and offices of speakers."""
