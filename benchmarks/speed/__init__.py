"""What a speed figure is; each module here gives `measure(data)`, with its peer measured in the same run."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Speed:
    """One row of the table: ours and the peer's in ``unit``; ``goal`` is the ratio aimed at, None where none was set.

    For units of time or memory less is better (``less``), for rates more is.
    """

    task: str
    unit: str
    ours: float
    peer_name: str
    peer: float | None
    goal: float | None = None
    less: bool = False

    @property
    def ratio(self) -> float | None:
        """How many times better than the peer (above 1) or worse (below 1)."""
        if not self.peer or not self.ours:
            return None
        return self.peer / self.ours if self.less else self.ours / self.peer
