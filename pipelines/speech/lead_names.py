"""The names of persons in a title or a lead: capitalised words without the offices and states before them."""

from __future__ import annotations

import re
from weakref import WeakKeyDictionary

from c5watch.knowledge import Knowledge
from c5watch.text import name_key
from pipelines.speech.name_shapes import ARTICLE, PATRONYMIC, SOMEWHERE, without_state
from pipelines.speech.occupations import is_occupation

UPPER = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІЎҲҶҚӢӮŞÇÖÜÝŇŽÄÁÉÍÓÚ"
PART = rf"[{UPPER}][\w’'‘ʻʼ-]*[\w]"
NAME = re.compile(
    rf"(?<![\w«“„\"-]){PART}(?:[ \u00a0](?:[{UPPER}]\.[ \u00a0]?){{1,2}}{PART}|(?:[ \u00a0](?:(?:де|фон|ван|бен|аль|улу|"
    rf"уулу|кызы|қызы|ұлы|de|van|von|bin|al|der)[ \u00a0])?(?:{ARTICLE}-)?{PART}){{1,5}}"
    r"(?:[ \u00a0](?:уулу|кызы|улу|ұлы|қызы)\b)?)"
)
_SON_OR_DAUGHTER = ("уулу", "кызы", "улу", "ұлы", "қызы")
_NUMBERED = re.compile(rf"\b[IVXLC]+-[IVXLC]+\b|[^\W\d{UPPER}] [{UPPER}]{{2,4}}$")
_FULL_NAME, _SHORTEST_PLACE = 2, 4
_PLACES: WeakKeyDictionary[Knowledge, tuple[tuple[str, ...], tuple[str, ...]]] = WeakKeyDictionary()
_THINGS: WeakKeyDictionary[Knowledge, frozenset[str]] = WeakKeyDictionary()


def _things(knowledge: Knowledge) -> frozenset[str]:
    """Keys of all known names that are nobody's: «Центральная Азия» and «Белый дом» look like first and last name."""
    if knowledge not in _THINGS:
        actors = [actor for actor in knowledge.actors.values() if actor.type != "person"]
        names = [name for actor in actors for forms in actor.names.values() for name in forms if " " in name]
        names += [name for one in knowledge.formats.values() for forms in one.names.values() for name in forms if " " in name]
        _THINGS[knowledge] = frozenset(name_key(name) for name in names)
    return _THINGS[knowledge]


def _is_place(word: str, knowledge: Knowledge) -> bool:
    """A country or place in any case; of the shortest («Оман») no more than a letter of it, for «Оманов» is somebody."""
    if knowledge not in _PLACES:
        actors = [actor for actor in knowledge.actors.values() if actor.type in {"country", "place"}]
        keys = {name_key(name) for actor in actors for forms in actor.names.values() for name in forms if " " not in name}
        short = tuple(sorted(key for key in keys if len(key) == _SHORTEST_PLACE))
        _PLACES[knowledge] = short, tuple(sorted(key for key in keys if len(key) > _SHORTEST_PLACE))
    short, long = _PLACES[knowledge]
    key = name_key(word)
    return key.startswith(long) or (len(key) <= _SHORTEST_PLACE + 1 and key.startswith(short))


def _is_office(word: str) -> bool:
    """A word of occupation that owns nothing: “The Diplomat’s Rosa Park”."""
    return is_occupation(word) and not word.endswith(("’s", "'s"))


def own_words(words: list[str], knowledge: Knowledge) -> list[str]:
    """The words of a name without the office and the state before it: «Посол Омана …», «… в Республике Казахстан …»."""
    while len(words) > 1:
        if _is_office(words[0]):
            words = words[1:]
        elif len(words) > _FULL_NAME + 1 and _is_office(words[1]):
            words = words[2:]
        elif len(rest := without_state(words)) < len(words):
            words = rest
        elif len(words) > _FULL_NAME and _is_place(words[0], knowledge):
            words = words[1:]
        else:
            break
    return words


def find_names(text: str, knowledge: Knowledge) -> list[str]:
    """Sequences of two to four capitalised words that are no known place or institution, without words of occupation."""
    things = _things(knowledge)
    found: list[str] = []
    for match in NAME.finditer(text):
        words = match[0].split()
        if _NUMBERED.search(match[0]) or _is_shouted(text, match.start()):
            continue  # «Части XII-XIII», «Дебютант РПЛ»
        words = own_words(words, knowledge)
        # «Sardor Qodirov Afg‘oniston bilan …»: the Turkic languages write the next noun behind a name without a mark.
        while len(words) > _FULL_NAME and (_is_place(words[-1], knowledge) or SOMEWHERE.search(words[-1])):
            words = words[:-1]
        while len(words) > 1 and len(words[0]) < 3 and not words[0].endswith("."):
            words = words[1:]
        name = " ".join(words)
        if any(map(is_occupation, words[:-1])):
            continue  # «Полномочный Посол Северной Федерации»
        if len(words) < 2 or name_key(name) in things or name_key(" ".join(words[:2])) in things:
            continue
        found.append(name)
        own = words[-1] in _SON_OR_DAUGHTER or PATRONYMIC.search(words[-1])
        if len(words) == len(match[0].split()) == 3 and not own:
            # A sentence may begin with a word of occupation that no list has («Halyçy Ogulgerek Annaýewa»).
            found.append(" ".join(words[1:]))
    return list(dict.fromkeys(found))


def _is_shouted(text: str, place: int) -> bool:
    """Whether it stands in a heading of capitals alone, where names look like all other words."""
    line = text[text.rfind("\n", 0, place) + 1 :].partition("\n")[0]
    return line.isupper() and ":" not in line
