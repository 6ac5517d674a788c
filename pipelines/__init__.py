"""UNDERSTAND: a page in, an article out, one file per step.

The table of steps is in `pipelines.chain`; nothing is imported here, so that a crawl that brings no page loads no model.
"""
