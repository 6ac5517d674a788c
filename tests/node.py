"""Where tests find a real Elasticsearch, if there is one."""

from __future__ import annotations

import os
import subprocess
import sys

from c5watch.settings import ROOT

NODE = str(ROOT / "deploy" / "elasticsearch" / "node.py")


def node_url() -> str | None:
    """The node of the environment, or the one that `make elasticsearch` started."""
    found = subprocess.run([sys.executable, NODE, "url"], capture_output=True, text=True, check=False)
    return os.environ.get("C5WATCH_TEST_ELASTICSEARCH_URL") or found.stdout.strip() or None
