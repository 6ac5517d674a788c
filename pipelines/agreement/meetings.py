"""Tells whether a list of documents is that of an organisation whose council or summit met, and not of one of its states.

«По итогам саммита ОТГ лидеры подписали: …»; what two states signed on its sidelines names them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.agreement.named import Named, is_bloc, is_place
from pipelines.agreement.sighting import Sighting
from pipelines.agreement.text import AgreementText

_FEW = 2  # states that met by themselves
_BACK = 2  # sentences before that of the heading
_BEFORE = 90  # characters
_MEETS = re.compile(
    r"(?<!\w)(?:саммит|заседани|совет|встреч\w+ (?:глав|лидер|министр)|(?:стран|государств)\w*[ –—-]{1,3}(?:член|участни)|"
    r"summit|council|meeting of|member (?:states|countries) of|leaders of)\w*(?!\w)[^.;\n]*$"
)


def organisation_that_met(reading: AgreementText, sighting: Sighting) -> str | None:
    """The organisation whose documents a list gives; None where the list is of states, or of nobody that is known."""
    heading = sighting.heading
    if heading is None:
        return None
    spans = [span for span in reading.spans if span[0] <= heading[0]][-1 - _BACK :]
    for low, high in reversed([*spans[:-1], heading]):
        named = reading.named_in(low, high)
        if len(_states(reading, named)) >= _FEW:
            return None
        met = [one.party for one in named if _meets(reading, one, low)]
        if met:
            return met[-1]
    return None


def _meets(reading: AgreementText, one: Named, low: int) -> bool:
    bloc = is_bloc(reading.knowledge.actors[one.party])
    return bloc and _MEETS.search(reading.text, max(low, one.start - _BEFORE), one.start) is not None


def _states(reading: AgreementText, named: Sequence[Named]) -> set[str]:
    here = (one for one in named if reading.knowledge.actors[one.party].type == "country")
    return {one.party for one in here if not is_place(reading.text, one, reading.wording)}
