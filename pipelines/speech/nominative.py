"""Names and roles as a dictionary would give them: Медета Токтогонова is Медет Токтогонов, Olimovga is Olimov.

A Russian oblique form is told by another form of the same name in the text, else by the words before it: «экономистом
Азизом» is instrumental, «с Анной Ивановой» too. Where nothing tells, the name stays as it is.
"""

from __future__ import annotations

import re

from pipelines.speech.occupations import is_occupation

_SUFFIXES = {
    "kk": r"(?:[тдн][ыі]ң|[қкғг][ае]|[тдн][ыі]|[дт][ае]н|нан|нен|[мбп]ен|[дт][ае])",
    "ky": r"(?:[тдн][ыиуү]н|[кг][аеө]|го|(?<!н)ко|[тдн][ыиуү]|[дт][аеоө]н?|н[аеоө]н)",
    "uz": r"(?:ning|ni|ga|ka|qa|da|dan)",
    "uz-Cyrl": r"(?:нинг|ни|га|ка|қа|да|дан)",
    "tk": r"(?:[yi]ň|n[yi]ň|n[yi]|d[aä]n|d[aä]|(?<=[oe]w)[yie]|(?<=[tk]in)[yie])",
    "tg": r"(?:ро)",
    "en": r"(?:['’]s)",
}
_COMPILED = {language: re.compile(rf"(?<=\w{{3}}){ending}$") for language, ending in _SUFFIXES.items()}
_INSTRUMENTAL_BEFORE = re.compile(
    r"(?:\b(?:с|со|между|над)\s(?:[\w«»\"’-]+[,\s]+){0,9}|\b[а-яё]+(?:ом|ем|ым|им|ей|ой)\s)$", re.IGNORECASE
)
_GENITIVE_BEFORE = re.compile(
    r"(?:\b(?:у|от|для|приветству\w+|представля\w+|расспросил\w*|спросил\w*|попросил\w*|слова|словам|мнению|оценке)\s(?:[\w«»\"’-]+[,\s]+){0,9}|"
    r"\b[а-яё]+(?:олога|ектора|перта|налитика|сотрудника|еля|ессора|ента|омиста|риста|веда|посла|нистра)\s(?:[^.,\n]{0,60}\s)?)$",
    re.IGNORECASE,
)
# «заместитель министра труда Жанна …», «замминистра Айнура …»: the name is the deputy's, whose superior is no owner of it.
_DEPUTY = re.compile(r"\b(?:заместитель\s(?:[а-яё]+(?:ого|его)\s)?|зам)[а-яё]+[ая]\b", re.IGNORECASE)
_FEMININE_VERB_BEFORE = re.compile(r"[а-яё]ла(?:сь)?\s$")
_HARD = "бвгджзклмнпрстфхцчшщ"


def _rules(lines: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """``ending>ending`` pairs; the first that fits is taken."""
    pairs = (rule.split(">") for rule in lines.split())
    return tuple((re.compile(rf"(?<=\w{{2}}){old}$"), new) for old, new in pairs)


_INSTRUMENTAL_SURNAME = _rules(
    "(?<=[сц]к)им>ий (?<=[сц]к)ой>ая (?<=[оеё]в)ым> (?<=[иы]н)ым> (?<=[оеё]в)ой>а (?<=[иы]н)ой>а (?<=ич)ем> (?<=вн)ой>а "
    "(?<=[рл])ем>ь (?<=[аеиоуяэ])ем>й (?<=[чшжщц])ем> ом>"
)
_INSTRUMENTAL_GIVEN = _rules(
    "ией>ия (?<=ич)ем> (?<=вн)ой>а (?<=[рл])ем>ь (?<=[аеиоуяэ])ем>й (?<=[чшжщц])ем> ом> ой>а (?<![сдр])ей>я"
)
_GENITIVE_FEMININE_GIVEN = _rules("(?<=вн)ой>а ии>ия [ыи]>а")
_GENITIVE_FEMININE_SURNAME = _rules("(?<=[сц]к)ой>ая (?<=[оеё]в)ой>а (?<=[иы]н)ой>а")
# «Азамату Юлдашеву», «Анне Ивановой»: both words end so in no other case.
_DATIVE_MASCULINE = _rules(f"(?<=[сц]к)ому>ий (?<=[{_HARD}])у> (?<=[рл])ю>ь (?<=[аеиоуэя])ю>й")
_ACCUSATIVE_FEMININE = _rules("ую>ая ию>ия у>а")
# Women's names that end in а behind a hard consonant, without it: in the accusative they look like a man's in the dative.
_WOMEN = frozenset(
    """анн дин екатерин елен ирин ольг светлан татьян марин галин нин людмил надежд вер алл ларис тамар оксан алин диан полин
    кристин жанн инн зарин динар гульнар мадин любав варвар маргарит регин сабин карин эльвир земфир эльмир венер роз лиз
    """.split()  # noqa: SIM905 - a table reads better
)
_DATIVE_FEMININE_GIVEN = _rules("ии>ия е>а")
_GENITIVE_MASCULINE = _rules(f"(?<=[сц]к)ого>ий (?<=[{_HARD}])а> (?<=[рл])я>ь (?<=[аеиоуэя])я>й")


def nominative_name(name: str, language: str, text: str) -> str:
    """The name in its base form as far as the text around tells it."""
    words = name.split()
    if language != "ru":
        ending = _COMPILED.get(language)
        if language == "uz" and re.search("[а-яё]", name):
            ending = _COMPILED["uz-Cyrl"]
        last = words[-1].rstrip("'’")
        if ending is not None:
            stripped = ending.sub("", last)
            # «Olimovga» loses its case, «Ахмедова» keeps its last letters: only names in -ov, -ev, -in and consonants before.
            last = stripped if len(stripped) >= 4 else last
        return " ".join([*words[:-1], last])
    place = text.find(name)
    before = text[max(0, place - 120) : place].rsplit("\n", 1)[-1] if place >= 0 else ""
    if words[-1].endswith("ой") and _has_bare(f"{words[-1][:-2]}а", text):
        words[-1] = f"{words[-1][:-2]}а"  # «с Тери Хаккалой», where the text says «Тери Хаккала» too
    if _INSTRUMENTAL_BEFORE.search(before):
        return " ".join(_instrumental(word, position == len(words) - 1) for position, word in enumerate(words))
    if _FEMININE_VERB_BEFORE.search(before):
        return name
    if len(words) > 1 and all(word.endswith(("у", "ю")) for word in words):
        # «Дину Орлову» is no case of «Дин Орлов», as «Ивану Орлову» is of «Иван Орлов».
        woman = words[-1].endswith("ую") or words[0][:-1].lower() in _WOMEN
        return " ".join(_replaced(word, _ACCUSATIVE_FEMININE if woman else _DATIVE_MASCULINE) for word in words)
    if len(words) > 1 and words[0].endswith(("е", "ии")) and words[-1].endswith(("вой", "ной", "ской")):
        given = [_replaced(word, _DATIVE_FEMININE_GIVEN) for word in words[:-1]]
        return " ".join([*given, _replaced(words[-1], _GENITIVE_FEMININE_SURNAME)])
    if _GENITIVE_BEFORE.search(_DEPUTY.sub("", before)) and words[0][-1] in "аяыи":
        return _genitive(words)
    if words[0].endswith("а") and words[0][-2:-1] in _HARD and _has_bare(words[0][:-1], text):
        return _genitive(words)
    return name


def _has_bare(word: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(word)}\b", text) is not None


def _instrumental(word: str, surname: bool) -> str:
    return _replaced(word, _INSTRUMENTAL_SURNAME if surname else _INSTRUMENTAL_GIVEN)


def _genitive(words: list[str]) -> str:
    """Masculine «Медета Токтогонова», feminine «Анны Ивановой», «Анны Ли»."""
    if words[0].endswith(("ы", "ии")) or words[-1].endswith("ой"):
        given = [_replaced(word, _GENITIVE_FEMININE_GIVEN) for word in words[:-1]]
        return " ".join([*given, _replaced(words[-1], _GENITIVE_FEMININE_SURNAME)])
    return " ".join(_replaced(word, _GENITIVE_MASCULINE) for word in words)


def _replaced(word: str, rules: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    """The word after the first rule that fits."""
    for pattern, ending in rules:
        changed, count = pattern.subn(ending, word)
        if count:
            return changed
    return word


# Russian words of occupation in an oblique case, by ending; the nominative follows.
_ROLE_WORD = re.compile(
    r"\b(?P<stem>[А-Яа-яё]*(?:олог|эксперт|аналитик|директор|экономист|профессор|доцент|министр|депутат|историк|чемпион|востоковед|"
    r"дипломат|сотрудник|юрист|академик|координатор|советник|специалист|президент|кандидат|лидер|тренер|журналист|редактор|"
    r"инженер|консультант|международник|философ|ректор))(?:а|у|ом|е)\b"
)
_ROLE_SOFT = re.compile(
    r"\b(?P<stem>[А-Яа-яё]*(?:руководител|заместител|председател|основател|исследовател|писател|представител|секретар))(?:я|ю|ем|е)\b"
)
_ADJECTIVE = re.compile(r"(?:[ыио]й|[ыи]м|[ое]го|[ое]му|ая)$")
_ROLE_HEAD = re.compile(r"\b(?P<word>глав(?:ы|е|у|ой)|посл(?:а|у|ом|е))\b")


def nominative_role(role: str, language: str) -> str:
    """«гидролога, сотрудника центра» as «гидролог, сотрудник центра»; other languages as written."""
    role = role.strip(" ,–—-\t\u00a0")
    if language != "ru" or not role:
        return role
    parts = role.split(", ")
    return ", ".join(_nominative_part(part) for part in parts)


def _nominative_part(part: str) -> str:
    """The first word of occupation decides: what follows depends on it and keeps its case."""
    for pattern, ending in ((_ROLE_WORD, ""), (_ROLE_SOFT, "ь")):
        match = pattern.search(part)
        # «заместитель министра» is in the nominative already; «главный» is no office.
        if match and any(is_occupation(word) and not _ADJECTIVE.search(word) for word in part[: match.start()].split()):
            continue
        if match and not re.search(r"[«\d]", part[: match.start()]):
            adjectives = re.sub(r"\b([а-яё]+)(?:ого|ому|ым)\b", r"\1ый", part[: match.start()])
            adjectives = re.sub(r"\b([а-яё]+[гкхжчшщн])(?:его|ему|им)\b", r"\1ий", adjectives)
            adjectives = re.sub(r"([гкхжчшщ])ый\b", r"\1ий", adjectives)
            return adjectives + match["stem"] + ending + part[match.end() :]
    if (head := _ROLE_HEAD.match(part)) is not None:
        return ("глава" if head["word"].startswith("глав") else "посол") + part[head.end() :]
    return part


# Heads of Russian offices by stem.
_OFFICES = {
    "пресс-служб": "пресс-служба",
    "министерств": "министерство",
    "посольств": "посольство",
    "правительств": "правительство",
    "ведомств": "ведомство",
    "администраци": "администрация",
    "госдепартамент": "Госдепартамент",
    "президент": "президент",
    "премьер-министр": "премьер-министр",
    "министр": "министр",
    "акимат": "акимат",
    "аким": "аким",
    "мэри": "мэрия",
    "мэр": "мэр",
    "губернатор": "губернатор",
    "спикер": "спикер",
    "посла": "посол",
    "послу": "посол",
    "госсекретар": "госсекретарь",
    "пресс-секретар": "пресс-секретарь",
    "компани": "компания",
    "прокуратур": "прокуратура",
    "источник": "источник",
    "акорд": "Акорда",
    "глав": "глава",
}
_MOST_LETTERS_OF_ENDING = 2


def nominative_office(office: str, language: str) -> str:
    """«главу государства» as «глава государства»: the first word decides; other languages as written."""
    head, space, rest = office.partition(" ")
    if language != "ru":
        return office
    for stem, base in _OFFICES.items():
        if head.lower().startswith(stem) and len(head) - len(stem) <= _MOST_LETTERS_OF_ENDING:
            first = base[0].upper() if head[0].isupper() else base[0]
            return first + base[1:] + space + rest
    return office
