"""SEARCH: the query language, the search terms of each language, and two engines behind one protocol."""
