"""One spider per way in: feed, sitemap, listing, archive, and ``source`` for every way into one source at once."""
