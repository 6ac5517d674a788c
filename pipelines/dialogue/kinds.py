"""Tells news from an office's own words (a statement) and from a writer's own view (an opinion); in doubt it is news.

A statement speaks as we or greets its listeners and attributes nothing; an opinion says I outside all quotation marks. The
word in the title is not enough: «Принято совместное заявление» is news about a statement.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple
from urllib.parse import urlsplit

from c5watch.article import Article, Kind
from c5watch.text import fold_text
from pipelines.alternation import join_by_letters
from pipelines.dialogue.lexicon import Lexicon
from pipelines.dialogue.reasoning_words import count_reasons, reason_entries
from pipelines.dialogue.talk import speaker_entries, words_of

# Of a title in lower case.
_STATEMENT_TITLE = re.compile(
    r"(?:полный текст|текст)?\s*(?:совместно[ег]\w* (?:заявлени|коммюнике|декларац)\w*|заявлени\w+ (?:мид|министерств|"
    r"президент|глав|пресс|официальн|посольств|правительств|участник|по )\w*|коммюнике|"
    r"обращени\w+ (?:президент|глав|к )\w*|послани\w+ (?:президент|глав|народ)\w*|(?:выступлени|"
    r"реч)\w+ (?:[\w-]+ ){0,3}?(?:президент|глав|"
    r"министр|посл|председател|секретар|на )\w*|"
    r"комментари\w+ (?:мид|министерств|посольств|официальн|пресс-служб)\w*|"
    r"приветстви\w+|поздравлени\w+|стенограмма|press (?:briefing|conference|availability)|"
    r"joint (?:statement|communiqu[eé]|declaration)|communiqu[eé]|statement (?:by|"
    r"of|on|from)|remarks (?:by|of|at)|address (?:by|of|to)|speech (?:by|of)|message (?:of|from)|full text|transcript|"
    r"бірлескен (?:мәлімдеме|декларация|коммюнике)\w*|мәлімдемесі|жолдауы|сөйлеген сөзі|үндеуі|биргелешкен (?:билдирүү|"
    r"декларация)\w*|билдирүүсү|кайрылуусу|сүйлөгөн сөзү|"
    r"qo[‘'’ʻ]shma (?:bayonot|deklaratsiya|kommyunike)\w*|murojaati|nutqi|bayonoti|қўшма (?:баёнот|декларация)\w*|мурожаати|"
    r"нутқи|баёноти|"
    r"изҳороти (?:муштарак|якҷоя)\w*|изҳороти|паёми|суханронии|муроҷиати|bilelikdäki (?:beýannama|kommýunike)\w*|beýanaty|"
    r"ýüzlenmesi|çykyşy)"
)
# Of a line in lower case, from its first letter.
_GREETING = re.compile(
    r"(?:(?:глубоко|много)?уважаемы[ей]|дорогие|ваши? (?:превосходительств|величеств)\w+|"
    r"дамы и господа|соотечественники|dear (?:friends|"
    r"colleagues|fellow|participants|compatriots)|ladies and gentlemen|"
    r"(?:your )?excellenc(?:y|ies)|distinguished|mr\.? (?:president|chair\w*|secretary)|madam|құрметті|қымбатты|урматтуу|"
    r"кымбаттуу|hurmatli|aziz (?:do|va|yurt)|ҳурматли|азиз (?:дў|ва|юрт)|муҳтарам|ҳамватанони|"
    r"hormatly|gadyrly|eziz)\b|dear [^\n]{2,60}[,!]$"
)
_WE_FIRST = re.compile(
    r"(?:мы, [^\n]{0,400}?(?:представител|участник|глав|президент|министр|лидер|собравши)|we, the\b|we the\b|біз, |биз, |"
    r"biz, |мо, )"
)
# In lower case: "This week, we – the presidents of … – met".
_WE_WHO = re.compile(r"we\s?[–—-]+\s?the (?:presidents|leaders|heads|participants|ministers|members)")
_PREAMBLE = re.compile(
    r"(?:подч[её]ркива|отмеча|учитыва|принимая во внимание|руководствуясь|признава|выража|подтвержда|приветству|исходя|"
    r"стремясь|recalling|noting|reaffirming|welcoming|recognizing|recognising|"
    r"emphasizing|emphasising|considering|desiring|guided by|having|атап өте|ескере|қолдай|белгилеп|эске алып|баса белгилеп|"
    r"e[’'‘ʻ]tirof etib|ta[’'‘ʻ]kidlab|ҳисобга олиб|таъкидлаб|бо назардошти|таъкид намуда|nygtap|"
    r"göz öňünde tutup)[^\n]{0,400}[,;]$"
)
_NUMBERED = re.compile(
    r"(?:мы|we|стороны|the (?:sides|parties|participants|leaders)|главы государств|тараптар|tomonlar|"
    r"томонлар|ҷонибҳо|taraplar|министерство|мид)\s(?:[\w-]+\s){0,6}?(?:выража|заявля|подтвержда|поддержива|призыва|"
    r"осужда|приветству|подч[её]ркива|благодар|предлага|счита|отмеча|договорил|условил|подтвердил|выразил|express|reaffirm|"
    r"welcome|call|condemn|support|encourage|agree|thank|note|underscore|commit|will)"
)
# What an office says of itself without a pronoun.
_OFFICE_SAYS = frozenset(
    """обращаем призываем выражаем подчеркиваем подчёркиваем осуждаем заявляем отмечаем приветствуем напоминаем подтверждаем
    требуем надеемся считаем убеждены""".split()  # noqa: SIM905 - a table reads better
)
# What stands over a text that is printed whole, in lower case, and what none of these lines lacks.
_WHOLE_TEXT = re.compile(
    r"the (?:below|following) is attributable to|full text of the|(?:публику|приводи)\w+ (?:полный )?текст|"
    r"полный текст (?:выступ|заяв|обращ|реч)|"
    r"сөзінің (?:толық )?мәтін|сөзүнүн (?:толук )?тексти|кайрылуусунун (?:толук )?тексти|кебин толугу менен|"
    r"(?:nutqi|murojaati)ning to.liq matni|(?:нутқи|мурожаати)нинг тўлиқ матни|матни пурраи"
)
_WHOLE_TEXT_WORDS = ("текст", "text", "attributable", "мәтін", "толугу", "matni", "матн")
_ATTRIBUTIONS = frozenset(
    """сказал сказала заявил заявила сообщил сообщила сообщили сообщает
    отметил отметила подчеркнул подчеркнула подчеркнула рассказал рассказала
    пояснил пояснила уточнил добавил добавила передает передаёт пишет said told reports reported stated according
    деді мәлімдеді хабарлайды хабарлады айтты
    деди билдирди белгиледи кабарлады dedi bildirdi ta'kidladi xabar билдирди таъкидлади хабар
    гуфт изҳор афзуд diýdi belledi nygtady habar""".split()  # noqa: SIM905 - a table reads better
)
_OPINION_PLACE = re.compile(
    r"\b(?:мнени[ея]|колонк\w+|авторск\w+|блог\w*|эссе|opinions?|op-?eds?|columns?|commentar(?:y|ies)|comment|viewpoint|"
    r"blogs?|mnenie|mneniya|kolonki?|"
    r"пікір|көзқарас|пикир|көз караш|fikr|мулоҳаза|фикр|андеша|назар|pikir|garaýyş)\b",
    re.IGNORECASE,
)
# The edges of a text in lower case.
_OPINION_NOTE = re.compile(
    join_by_letters(
        r"мнени\w+ автора|позиц\w+ автора|авторская колонка|views? expressed|opinions? expressed|author['’]s own|the author is|"
        r"автордың пікірі|автордун пикири|muallif fikri|муаллиф фикри|андешаи муаллиф|awtoryň pikiri"
    )
)
_NOTE_WORDS = ("автор", "author", "expressed", "muallif", "муаллиф", "awtor")
_COLUMN = re.compile(r"[Кк]олонк\w{1,2} [А-ЯЁ]")
# In lower case.
_ARGUES = re.compile(
    r"\b"
    + join_by_letters(
        r"я (?:не )?(?:думаю|считаю|уверен|убежд[её]н|полагаю|верю)|на мой взгляд|по-моему|мне кажется|по моему мнению|"
        r"мне (?:скажут|возразят)|нам (?:нужно|надо|стоит|пора|следует)|мы (?:должны|обязаны|не умеем)|"
        r"i (?:do not |don['’]t )?(?:think|believe|argue|suspect|doubt|would argue)|in my (?:view|opinion)|"
        r"we (?:must|should|need to)|"
        r"менің ойымша|меніңше|деп ойлаймын|менин оюмча|менимче|деп ойлойм|menimcha|mening fikrimcha|deb o['’‘ʻ]ylayman|"
        r"менимча|менинг фикримча|деб ўйлайман|ба назари ман|ба андешаи ман|фикр мекунам|meniň pikirimçe|meniňçe|"
        r"diýip pikir edýärin"
    )
)
# What columns are about; a diary of recipes or gadgets says I as often.
_PUBLIC = tuple(
    """президент* правительств* министр* государств* парламент* политик* реформ* границ* саммит* деклараци* договор* страна*
    страны страну стране санкци* власть* власти* чиновник* депутат* коррупц* бюджет* экономик* обществ* выборы выборов
    выборах тенге сом сома сомов рубл* president presidents government governments minister ministers parliament* policy
    policies reform reforms border borders summit summits treaty treaties country countries sanctions state states war wars
    nation nations washington region regions policymakers үкімет* мемлекет* шекара* билік* халық* қоғам* өкмөт* мамлекет*
    бийлик* шайлоо* чек prezident* hukumat* davlat* vazir* chegara* xalq* ҳукумат* давлат* вазир* чегара* халқ* сарҳад* ватан*
    миллат* мардум* hökümet* döwlet* serhet* halk*""".split()  # noqa: SIM905 - a table reads better
)
_QUOTED = re.compile(r"«[^»\n]{0,1500}»|“[^”\n]{0,1500}”|\"[^\"\n]{0,1500}\"")
_SPEECH_LINE = re.compile(r"^[ \t]*[–—-][ \t][^\n]*$", re.MULTILINE)
_LONGEST = 20_000
_LEAST_PUBLIC, _LEAST_I = 2, 2
_LEAST_REASONS, _REASONS_PER_THOUSAND = 2, 1.8
_MOST_ATTRIBUTED = 4
_FEW_WORDS = 60
_EDGE = 800
_HEAD = 3_000
_SPEECH = 2  # so many greetings make a speech
_JOINT = re.compile(r"совместн|joint|бірлескен|биргелешкен|qo.shma|қўшма|муштарак|якҷоя|bilelikdäki")
_OFFICE_SITE = re.compile(r"\b(?:mfa|mid|president|akorda|prezident|gov|gob|mejlis|senate|parliament)\.")
_REPORTED = 3  # so many attributions make news
_OPENING = ' \t\u00a0–—-*•«"“„(1234567890.)'


class OwnWords(NamedTuple):
    """What a text says outside quotation marks: as it stands in lower case, and how many words of which kinds it has."""

    lowered: str
    language: str
    length: int
    found: dict[str, dict[int, str]]

    @property
    def attributed(self) -> int:
        """How often it names a source."""
        return len(self.found["source"])

    def share(self, kind: str) -> float:
        """How much of all words are of a kind; a few words are taken for more than they are."""
        return len(self.found[kind]) / max(_FEW_WORDS, self.length)


@cache
def _lexicon(language: str) -> Lexicon:
    return Lexicon(
        speaker_entries(language)
        | reason_entries(language)
        | {"source": _ATTRIBUTIONS, "office": _OFFICE_SAYS, "public": _PUBLIC}
    )


def tell_kind(article: Article, language: str) -> Kind:
    """``statement``, ``opinion`` or ``news`` for a text that is no interview."""
    text = _QUOTED.sub(" ", article.text[:_LONGEST])
    if any(f"\n{dash}" in text for dash in "–—-"):
        text = _SPEECH_LINE.sub(" ", text)
    words = words_of(text)
    own = OwnWords(text.lower(), language, len(words), _lexicon(language).find(f" {' '.join(words)} "))
    if _statement(article, own) >= 4.0:
        return "statement"
    if _opinion(article, own) >= 3.0:
        return "opinion"
    return "news"


def _statement(article: Article, own: OwnWords) -> float:
    title = fold_text(article.title or "").text.lower()
    found = _STATEMENT_TITLE.search(title)
    edge, head = own.lowered[:_EDGE], own.lowered[:_HEAD]
    whole_text = any(map(edge.__contains__, _WHOLE_TEXT_WORDS)) and _WHOLE_TEXT.search(edge) is not None
    ours = own.share("we")
    reported = own.attributed >= _REPORTED
    if not found and not whole_text and (not ours or (reported and "!\n" not in head)):
        return 0.0
    greetings = sum(_GREETING.match(line) is not None for line in _lines(head))
    if not found and reported and greetings < _SPEECH:
        return 0.0
    score = 0.0
    if found:
        # In the Turkic languages the noun ends the title.
        whole = found.start() < 3 or (own.language not in {"ru", "en"} and len(title) - found.end() < 3)
        score += 1.5 if not whole else 3.0 if _JOINT.search(found.group()) else 2.5
    # Who greets his listeners again and again gives a speech, whatever it retells.
    again = greetings >= _SPEECH
    score += 3.0 if greetings and (ours > 0.01 or again) else 0.0
    score += 3.0 if again else 0.0
    score += 2.5 if any(map(_WE_FIRST.match, _lines(head))) or _WE_WHO.search(edge) else 0.0
    score += 2.0 if article.url and _OFFICE_SITE.search(urlsplit(article.url).netloc) and ours > 0.01 else 0.0
    lines = _lines(own.lowered)
    score += 2.0 if sum(_PREAMBLE.match(line) is not None for line in lines) >= 2 else 0.0
    score += min(2.0, 0.7 * sum(_NUMBERED.match(line) is not None for line in lines))
    score += 3.0 if whole_text else 0.0
    score += 1.0 if not own.attributed else 0.0
    score += 1.0 if ours > 0.02 or own.found["office"] else 0.0
    return score - min(3.0, 1.0 * own.attributed)


def _lines(lowered: str) -> list[str]:
    """The lines without the marks and numbers that open them."""
    return [opened for line in lowered.split("\n") if (opened := line.lstrip(_OPENING))]


def _opinion(article: Article, own: OwnWords) -> float:
    said_i, share = len(own.found["i"]), own.share("i")
    place = " ".join(
        [
            *(urlsplit(article.url).path.replace("-", " ").replace("/", " ") if article.url else "",),
            article.section or "",
            *article.tags,
        ]
    )
    score = 0.0
    score += 2.0 if _OPINION_PLACE.search(place) else 0.0
    edges = f"{article.text[:_EDGE]}\n{article.text[-_EDGE:]}"
    score += 3.0 if _has_note(edges.lower()) or _COLUMN.search(edges) else 0.0
    placed = score > 0
    if own.attributed > _MOST_ATTRIBUTED and not placed:
        return score
    subjects = len(set(own.found["public"].values()))
    argues = said_i >= _LEAST_I and len(own.found["public"]) >= _LEAST_PUBLIC and _ARGUES.search(own.lowered) is not None
    if placed or argues or (subjects > _LEAST_PUBLIC and not own.attributed):
        score += 3.0 if said_i > _LEAST_I and share > 0.012 else 1.5 if said_i >= _LEAST_I and share > 0.006 else 0.0
    if placed or subjects >= _LEAST_PUBLIC:
        score += _reasoning(own)
    return score - min(3.0, 0.7 * own.attributed)


def _has_note(edges: str) -> bool:
    return any(map(edges.__contains__, _NOTE_WORDS)) and _OPINION_NOTE.search(edges) is not None


def _reasoning(own: OwnWords) -> float:
    """How much a text reasons with its reader: connectives, doubts and sighs that no report needs, close together."""
    reasons = count_reasons(own.lowered, own.found, own.language)
    if reasons < _LEAST_REASONS + (own.attributed > 0) or reasons * 1_000 < _REASONS_PER_THOUSAND * len(own.lowered):
        return 0.0
    return min(4.5, 1.5 * reasons)
