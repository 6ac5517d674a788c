"""The parts of finding stories: features of an article and how alike two are."""
