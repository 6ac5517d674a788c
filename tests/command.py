"""The command line in a process of its own, and a page to give to it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from c5watch.settings import ROOT

PAGE = """<html lang="ru"><head><title>Казахстан и США подписали меморандум — Образец</title>
<meta property="article:published_time" content="2025-11-07T10:00:00+05:00"></head><body><article>
<h1>Казахстан и США подписали меморандум</h1>
<p>В Вашингтоне на полях саммита C5+1 Казахстан и США подписали меморандум по критическим минералам.</p>
<p>Документ предусматривает разведку месторождений, переработку сырья и обмен технологиями между компаниями двух стран.</p>
<p>Президент Касым-Жомарт Токаев назвал подписание важным шагом, передаёт корреспондент. Работа начнётся до конца года.</p>
</article></body></html>"""


def run(*arguments: object, home: Path, stdin: bytes | None = None, **options) -> subprocess.CompletedProcess[bytes]:
    ours = {"PYTHONPATH": str(ROOT), "C5WATCH_HOME": str(home), "COLUMNS": "200", "C5WATCH_WORKERS": "1"}
    environment = {**os.environ, **ours, **options.pop("env", {})}
    command = [sys.executable, "-m", "c5watch", *map(str, arguments)]
    result = subprocess.run(
        command, cwd=ROOT, env=environment, input=stdin, capture_output=True, timeout=120, check=False, **options
    )
    assert b"Traceback" not in result.stdout + result.stderr
    return result


def said(result: subprocess.CompletedProcess[bytes]) -> str:
    return " ".join(result.stderr.decode().split())
