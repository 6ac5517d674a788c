"""FETCH: web in, `Page` out. A normal Scrapy project; the sites are entries in ``knowledge/sources``."""
