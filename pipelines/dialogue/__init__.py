"""The parts of finding interviews: lines, labels, sides, turns, kinds of documents."""
