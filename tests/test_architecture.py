"""The structure that the documents promise is the one of the code."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

from c5watch.settings import ROOT


@pytest.mark.parametrize("name", ["c5watch", "crawler", "pipelines", "scheduler"])
def test_package_is_ours(name):
    """`crawler`, `pipelines` and `scheduler` exist as other people's packages too."""
    assert Path(importlib.import_module(name).__file__).is_relative_to(ROOT)


def test_importing_the_command_line_loads_nothing_heavy():
    heavy = ("scrapy", "trafilatura", "slovnet", "tantivy", "sqlalchemy")
    code = f"import sys, c5watch.cli; print(*(m for m in {heavy} if m in sys.modules))"
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True)
    assert result.stdout.strip() == ""


def test_each_module_says_its_purpose():
    silent = []
    for package in ("c5watch", "crawler", "pipelines", "scheduler", "benchmarks"):
        for path in (ROOT / package).rglob("*.py"):
            if path.stat().st_size and not path.read_text("utf-8").lstrip().startswith(('"""', "'''")):
                silent.append(str(path.relative_to(ROOT)))
    assert not silent
