"""C5 Watch: news monitoring for Central Asian diplomacy (remembers and tells; `crawler` fetches, `pipelines` understand)."""

import os

# Understanding runs in one process per core; the threads of numpy's linear algebra would only stand in each other's way
# (the Russian name model is up to ten times slower with them). It must be said before numpy is loaded.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
