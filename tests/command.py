"""The command line in a process of its own or in this one, and a page to give to it."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from c5watch.cli import main
from c5watch.settings import ROOT
from pipelines.workers import WorkerPool

PAGE = """<html lang="ru"><head><title>Казахстан и США подписали меморандум — Образец</title>
<meta property="article:published_time" content="2025-11-07T10:00:00+05:00"></head><body><article>
<h1>Казахстан и США подписали меморандум</h1>
<p>В Вашингтоне на полях саммита C5+1 Казахстан и США подписали меморандум по критическим минералам.</p>
<p>Документ предусматривает разведку месторождений, переработку сырья и обмен технологиями между компаниями двух стран.</p>
<p>Президент Касым-Жомарт Токаев назвал подписание важным шагом, передаёт корреспондент. Работа начнётся до конца года.</p>
</article></body></html>"""


def run(*arguments: object, home: Path, stdin: bytes | None = None, **options) -> subprocess.CompletedProcess[bytes]:
    """As a user runs it: a new process, which starts its own workers where it needs them."""
    environment = {**os.environ, **_settings(home), **options.pop("env", {})}
    command = [sys.executable, "-m", "c5watch", *map(str, arguments)]
    result = subprocess.run(
        command, cwd=ROOT, env=environment, input=stdin, capture_output=True, timeout=120, check=False, **options
    )
    assert b"Traceback" not in result.stdout + result.stderr
    return result


def run_here(*arguments: object, home: Path, stdin: bytes = b"", env: dict[str, str] | None = None):
    """The same in this process, for what is not about processes: nothing is imported anew, and workers stay for the next command.

    How many workers there are is settled by the first.
    """
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    command = ["c5watch", *map(str, arguments)]
    with (
        mock.patch.dict(os.environ, {**_settings(home), **(env or {})}),
        mock.patch.multiple(
            sys, argv=command, stdin=io.TextIOWrapper(io.BufferedReader(io.BytesIO(stdin))), stdout=out, stderr=err
        ),
        mock.patch("pipelines.workers.WorkerPool", _kept_pool),
    ):
        try:
            main()
            status = 0
        except SystemExit as exc:
            status = exc.code
    result = subprocess.CompletedProcess(command, status, out.buffer.getvalue(), err.buffer.getvalue())
    assert b"Traceback" not in result.stdout + result.stderr
    return result


def said(result: subprocess.CompletedProcess[bytes]) -> str:
    return " ".join(result.stderr.decode().split())


def _settings(home: Path) -> dict[str, str]:
    return {"PYTHONPATH": str(ROOT), "C5WATCH_HOME": str(home), "COLUMNS": "200", "C5WATCH_WORKERS": "1"}


# By the knowledge that their workers loaded, the last used last: the shipped one, and one that a test has changed.
_POOLS: dict[str, WorkerPool] = {}
_KEPT = 2


@contextmanager
def _kept_pool(folder: Path, workers: int) -> Iterator[WorkerPool]:
    """A pool whose workers know what stands in the folder now; loading takes seconds, so it stays open for the next command."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    digest = hashlib.sha256(b"".join(bytes(path.relative_to(folder)) + path.read_bytes() for path in files)).hexdigest()
    pool = _POOLS.pop(digest, None) or WorkerPool(folder, workers)
    close_kept_pools(but=_KEPT - 1)
    _POOLS[digest] = pool
    yield pool


def close_kept_pools(*, but: int = 0) -> None:
    """End the workers of all pools but so many, those first that were not needed for longest."""
    while len(_POOLS) > but:
        _POOLS.pop(next(iter(_POOLS))).close()
