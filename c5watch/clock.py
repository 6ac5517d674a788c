"""The one clock: everything that asks for the time of now asks here, so that tests and the demo can set it.

``C5WATCH_NOW`` (ISO 8601 with offset) starts the clock at that moment in every process that inherits the environment; it
then runs on at normal speed.
"""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime, timedelta

VARIABLE = "C5WATCH_NOW"
_STARTED = time.monotonic()
_set: datetime | None = None


def now() -> datetime:
    """The aware time of now, in UTC unless the clock was set with another offset."""
    if _set is not None:
        return _set
    if text := os.environ.get(VARIABLE):
        return datetime.fromisoformat(text) + timedelta(seconds=time.monotonic() - _STARTED)
    return datetime.now(UTC)


def set_now(moment: datetime | None) -> None:
    """Stop the clock of this process at ``moment`` (aware), or let it run again with None."""
    global _set  # noqa: PLW0603 - one clock per process is the point
    if moment is not None and moment.tzinfo is None:
        raise ValueError("the clock needs a time with an offset")
    _set = moment


def can_be_reckoned_with(moment: datetime) -> bool:
    """Whether every zone has the day of this moment and those around it, and all of them write its year with four digits."""
    return 1000 < moment.year < 9999
