"""The parts of extraction: blocks, body, metadata, dates, and whether a page is an article."""
