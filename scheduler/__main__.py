"""``python -m scheduler``: crawl, index and alert until SIGTERM or Ctrl-C."""

from __future__ import annotations

import argparse
import logging
import signal
import sys
import threading
from pathlib import Path

from c5watch.errors import C5WatchError
from c5watch.knowledge import read_knowledge
from c5watch.settings import load_settings
from c5watch.store import Store
from c5watch.watches import doubtful_watches, parse_watches
from scheduler.jobs import Jobs

_log = logging.getLogger("c5watch.scheduler")


def main(arguments: list[str] | None = None) -> int:
    """Run until told to stop; the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m scheduler",
        description="Crawl every source at its interval, feed the search index and send the alerts, until SIGTERM or Ctrl-C.",
        epilog="Example: python -m scheduler --home var",
    )
    parser.add_argument("--home", type=Path, help="where the data is (default: C5WATCH_HOME, or ./var of the checkout)")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s", stream=sys.stderr)
    for library in ("apscheduler", "alembic"):
        logging.getLogger(library).setLevel(logging.WARNING)
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda _number, _frame: stop.set())
    try:
        settings = load_settings(options.home)
        known = read_knowledge(settings.knowledge)
        knowledge = known.whole()
        parse_watches(knowledge.watches.values())
        for doubt in doubtful_watches(known):
            _log.warning("%s", doubt)
        with Store.open(settings.database_url, home=settings.home) as store, store.exclusive("scheduler"):
            jobs = Jobs(settings, knowledge, store)
            sources = jobs.start()
            _log.info("%d sources; logs of crawls are in %s", sources, settings.home / "logs")
            stop.wait()
            _log.info("stopping")
            jobs.stop()
    except C5WatchError as exc:
        sys.stderr.write(f"{exc}\n")
        return exc.status
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
