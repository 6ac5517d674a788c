"""C5 Watch: news monitoring for Central Asian diplomacy (remembers and tells; `crawler` fetches, `pipelines` understand)."""
