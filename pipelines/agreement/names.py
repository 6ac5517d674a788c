"""Tells what an agreement is called: its noun with what it is about, without who signed it, when, and what followed.

The stretch that is evidence may hold more («соглашение о воде в ходе визита», «Қазақстан мен Қытай туризм туралы келісімге»).
Words keep the case they have in the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from c5watch.knowledge import Knowledge
from pipelines.agreement.named import Named, is_plain
from pipelines.agreement.sighting import Sighting
from pipelines.agreement.tables import STOP, TAIL
from pipelines.agreement.text import AgreementText

_MONTH = (
    r"(?:январ|феврал|март|апрел|ма[яйе]|июн|июл|август|сентябр|октябр|ноябр|декабр|january|february|march|april|may|june|july|"
    r"august|september|october|november|december)\w{0,2}"
)
# When, where and before whom it was done, what it is worth; what follows is no part of a name.
_CIRCUMSTANCE = re.compile(
    r"[\s,]+(?:в ходе|в преддверии|во время|по итогам|по результатам|на полях|в присутствии|при участии|в рамках|в течение|"
    r"на сумму|"
    r"на общую сумму|сроком|после|перед|накануне|вчера|сегодня|завтра|ранее|недавно|еще|уже|пока|"
    r"в (?:этом|прошлом|текущем|следующем|нынешнем|конце|начале|ближайш\w+)|"
    rf"(?:в|с|до|от|к) \d{{4}}(?!\d)|в {_MONTH}|\d{{1,2}} {_MONTH}|"
    r"during|following|after|before|ahead of|at (?:a|the)|in the presence|on the sidelines|worth|valued|as part of|"
    rf"within the framework|in \d{{4}}|(?:in|on) (?:\w+day|{_MONTH})|last|"
    r"(?:this|next|coming) (?:week|month|year|spring|summer|autumn|fall|winter)|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow|recently|earlier|soon|already|"
    r"by|aimed|took|also|"
    r"not only|дар ҷараёни|дар доираи|дар рафти|имрӯз|дирӯз|пас аз)(?!\w)"
)
_BEFORE_ACCUSATIVE = re.compile(r"(?:^|\s)(?:в|во|на|через|за|про|об?|по|из|со?|от|к|для|до|и|или|между)\s$|[-–—,«\"“(]\s?$")
_JOINS = (
    # «Анда үч өлкө …», «сарапшылар …»: where, and who speaks of it
    r"анда|онда|унда|unda|şonda|(?:сарапшы|эксперт|ekspert|мутахассис|mutaxassis|bilermen)\w*|"
    r"(?:екі|үш|төрт|бес|эки|үч|беш|ikki|uch|to'rt|besh|икки|уч|тўрт|iki|üç|dört|bäş)(?:ta|та)? "
    r"(?:ел|мемлекет|өлкө|мамлекет|davlat|mamlakat|давлат|мамлакат|döwlet|ýurt)\w*|"
    r"бірақ|бирок|lekin|ammo|лекин|аммо|emma|(?:бұл |бул |bu )?(?:үшін|үчүн|uchun|учун|üçin)|"
    r"(?:\w+[дтн][аеоө]н |\w+d[ae]n )?(?:кейін|кейин|кийин|keyin|keýin|соң|so'ng|сўнг|soň)|"
    r"(?:көшбасшы|лидер|тарап)(?:лар|лер|тар)|(?:yetakchi|tomon|lider|tarap)l[ae]r|(?:етакчи|томон)лар|"
    r"және|мен|бен|пен|жана|менен|va|ва|hem-de|hamda|ҳамда|bilan|билан|we|hem|bilen|сондай-ақ|ошондой эле|shuningdek|шунингдек|"
    r"ҳамчунин|"
    r"(?:арасында|ортосунда|o'rtasida|ўртасида|arasynda)\w*|(?:үкімет|өкмөт|hukumat|ҳукумат|hökümet)\w*|"
    r"(?:республика|respublika)\w*|(?:президент|prezident)\w*"
)
# Who acts in Turkic, before the noun: «көлік министрі», «hökümeti».
_BODY = re.compile(
    r"(?<!\w)(?:министр|ministr|вазир|vazir|үкімет|өкмөт|hukumat|ҳукумат|hökümet|елші|элчи|ilçi|elchi|төраға|төрага|"
    r"басшы|башчы|başlyg|rahbar|раҳбар|kompani\w+s[iy](?!\w)|компания(?:сы|си)(?!\w)|kon[ts]ern[iy](?!\w)|концерн[иі](?!\w))\w*(?=\s)"
)
_WHERE = re.compile(r"\s(?:в|in|at)\s")
_INFLECTED = frozenset({"ru"})  # languages whose states have another form where they are not the subject
_BETWEEN = re.compile(r"\s+(?:между|between|among|байни)$")
_WORDS = re.compile(r"[^\s]+")
_LONGEST = 11  # words of a name beside its noun
_SHORT = 3  # letters of a word that says nothing of a subject
_REST = 3  # words of a name behind a company or organisation that is the subject
_LEADING = re.compile(rf"(?:[\s,;:»”\"“«–—-]+|(?:{_JOINS})(?!\w))+")
_LINKED = re.compile(r"[»”\"]?\s*(?:(?:мен|бен|пен|менен|bilan|билан|bilen)(?!\w)|\w+(?:мен|бен|пен|менен)(?!\w)|'|-)")
# What an English noun phrase begins with, and what no word of it is.
_ARTICLE = r"(?:an?|the|its|their|this|that)\s"
_DETERMINER = re.compile(rf"(?<![\w'-]){_ARTICLE}((?:(?!{_ARTICLE})[\w'.&-]+\s){{1,4}})$")
_NO_EPITHET = re.compile(
    r"(?<!\w)(?:of|on|to|for|with|in|at|by|from|and|or|but|as|into|over|under|after|not|no|any|\w+ly)(?!\w)|[.](?!\w)"
)
_ADJECTIVE = re.compile(r"(?:al|ary|ive|ed|ing|ous|ful|able|ible|ate|ern|ese|ian|st|nd|th|er)$")  # temporary, separate, first
_SHORT_SUBJECT = re.compile(
    r" (?:on|about) (?:the )?(?!may|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec|its|two|all|one)([a-z]{2,3})(?![\w-])"
)
_COMPOUND_REACH = 70  # characters
_LONGEST_NAME = 200  # characters of a person's
_CLOSED = re.compile(r"^[^«“\"„]*[»”]\s*")


def with_subject(reading: AgreementText, sighting: Sighting) -> Sighting:
    """In English "the agreement on gas" has a subject of three letters, and words before the noun tell of it too."""
    short = _SHORT_SUBJECT.match(reading.text, sighting.end) if reading.article.language == "en" else None
    subject = sighting.subject | ({short[1]} if short is not None else set())
    return _with_compound(reading, sighting._replace(subject=subject) if short is not None else sighting)


def _with_compound(reading: AgreementText, sighting: Sighting) -> Sighting:
    """ "signed a uranium supply agreement": in English the words between the article and the noun say what it is about."""
    start = sighting.phrase[0]
    if reading.article.language != "en" or sighting.members or not start <= sighting.start or sighting.pledge:
        return sighting
    before = _DETERMINER.search(reading.text, max(sighting.zone[0], start - _COMPOUND_REACH), start)
    wording = reading.wording
    if before is None or any(pattern.search(before[1]) for pattern in (_NO_EPITHET, wording.cues, wording.nouns)):
        return sighting
    if any(wording.verb is not None and wording.verb.fullmatch(word) for word in before[1].split()):
        return sighting
    words = [word for word in before[1].split() if not _ADJECTIVE.search(word) and not STOP.match(word)]
    subject = {word[:6] for word in words if len(word) > _SHORT or word == words[-1]}
    return sighting._replace(phrase=(before.start(1), sighting.phrase[1]), subject=sighting.subject | subject)


def name_span(reading: AgreementText, phrase: tuple[int, int], noun: tuple[int, int]) -> tuple[int, int]:
    """Where the name stands in the stretch ``phrase`` around the agreement word ``noun``; offsets of the folded text."""
    start, end = phrase
    if not start <= noun[0] <= noun[1] <= end:
        return phrase
    start, end = _shortened(reading, phrase, noun)
    text, knowledge = reading.text, reading.knowledge
    inside = [one for one in reading.named_in(start, end) if one.end <= end]
    if reading.wording.subject_first:
        before = reading.mentions_in(max(0, start - _LONGEST_NAME), noun[0])
        persons = [place + len(mention.text) for place, mention in before if mention.type == "PER"]
        behind_person = max((stop for stop in persons if start < stop < noun[0] and not _LINKED.match(text, stop)), default=start)
        return _without_subject(
            text, (behind_person, noun[0]), [one for one in inside if one.start >= behind_person], knowledge
        ), end
    # «подписание Ираном меморандума»: a name is no epithet
    start = next((one.end + 1 for one in inside if one.start == start and one.end < noun[0]), start)
    if (found := _CIRCUMSTANCE.search(text, noun[1], end)) is not None:
        end = found.start()
    if reading.article.language in _INFLECTED:
        for one in inside:
            behind = noun[1] < one.start < end
            is_state = behind and knowledge.actors[one.party].type == "country"
            if is_state and is_plain(text, one, knowledge) and not _BEFORE_ACCUSATIVE.search(text, noun[1], one.start):
                end = one.start
    where = _WHERE.match(text, noun[1], end)
    if where is not None and any(one.type == "LOC" for _, one in reading.mentions_in(where.end(), where.end() + 1)):
        end = noun[1]
    while (tail := TAIL.search(text[noun[1] : end].rstrip()) or _BETWEEN.search(text[noun[1] : end].rstrip())) is not None:
        end = noun[1] + tail.start()
    return start, end


def _shortened(reading: AgreementText, phrase: tuple[int, int], noun: tuple[int, int]) -> tuple[int, int]:
    """No more than a dozen words: those at the noun."""
    before = list(_WORDS.finditer(reading.text, phrase[0], noun[0]))
    behind = list(_WORDS.finditer(reading.text, noun[1], phrase[1]))
    kept = before[-_LONGEST:]
    left = max(0, _LONGEST - len(kept))
    end = behind[left - 1].end() if left and len(behind) > left else phrase[1] if left else noun[1]
    return (kept[0].start() if len(before) > _LONGEST else phrase[0]), end


def _without_subject(text: str, before: tuple[int, int], inside: Sequence[Named], knowledge: Knowledge) -> int:
    """Where the name begins in Turkic, whose subject stands before it: behind the last state that is the subject."""
    start, stop = before
    for one in inside:
        is_long = knowledge.actors[one.party].type == "country" or len(text[one.end : stop].split()) >= _REST
        if one.end < stop and is_long and is_plain(text, one, knowledge) and not _LINKED.match(text, one.end, stop):
            start = one.end
    for body in _BODY.finditer(text, start, stop):
        start = body.end()
    if closed := _CLOSED.match(text[start:stop]):
        start += closed.end()
    leading = _LEADING.match(text, start, stop)
    return leading.end() if leading is not None else start
