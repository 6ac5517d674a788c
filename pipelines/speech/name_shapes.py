"""What a name looks like, and which words in capitals are none: tables and patterns for the names of persons."""

from __future__ import annotations

import re

_UPPER = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІЎҲҶӢӮŞÇÖÜÝŇŽÄÁÉÍÓÚ"
ARTICLE = r"(?:аль|ал|эль|ас|аз|ад|ан|ар|аш|al|el|as|az|ad|an|ar|ash)"  # «Али аль-Харти»
# A name does not change its alphabet: «TAPI Pipeline Company Limited Ашир Аманов».
_LATIN = rf"(?:[a-zA-Z\u00c0-\u024f’'‘ʻʼ-]*[a-zA-Z\u00c0-\u024f]|\.(?:(?![\u0400-\u04ff])[{_UPPER}][a-z\u00c0-\u024f’'‘ʻʼ-]+)?)"
_CYRILLIC = rf"(?:[\u0400-\u04ff’'‘ʻʼ-]*[\u0400-\u04ff]|\.(?:(?=[\u0400-\u04ff])[{_UPPER}][\u0400-\u04ff’'‘ʻʼ-]+)?)"
_BEGINS = rf"[{_UPPER}](?<![\w«“„\"-].)"
_GOES_ON_CYRILLIC = (
    rf"(?<=[\u0400-\u04ff]){_CYRILLIC}"
    rf"(?:[ \u00a0](?:(?:де|фон|ван)[ \u00a0]|{ARTICLE}-)*(?=[\u0400-\u04ff])[{_UPPER}]{_CYRILLIC}){{0,6}}"
)
CYRILLIC_PERSON = re.compile(_BEGINS + _GOES_ON_CYRILLIC)
PERSON = re.compile(
    rf"{_BEGINS}(?:{_GOES_ON_CYRILLIC}|"
    rf"{_LATIN}(?:[ \u00a0](?:(?:der|de|van|von)[ \u00a0]|{ARTICLE}-)*(?![\u0400-\u04ff])[{_UPPER}]{_LATIN}){{0,6}})"
)
# The word of a state that ends before a name: «в Республике Казахстан …», “to the Kyrgyz Republic …”.
STATE = re.compile(
    r"(?:республик|королевств|федераци|султанат|эмират)[а-яё]{0,3}|republic|kingdom|federation|sultanate", re.IGNORECASE
)
PATRONYMIC = re.compile(r"(?:вич|вна|ұлы|қызы|уулу|кызы|зода|oglu|ogly|o[‘'’ʻ]g[‘'’ʻ]li|vich|vna|zoda)$|^(?:уулу|кызы|ұлы)")
SURNAME = re.compile(r"(?:[оеё]ва?|ина?|ск(?:ий|ая)|ova?|eva?|ina?)$")
# A word that only a surname ends so, whatever case a Turkic language adds; a Russian genitive plural («Министров») does too.
ONLY_SURNAME = re.compile(r"\w{3}(?:[оеё]ва?|[eoy]va?|[oeý]wa?)(?:[дтн][ыиіуү][ңн]|г[аеоө]|[dt]an|ning|нинг|n?[yi]ň|['’]s)?$")
BARE_SURNAME = re.compile(r"\w{3}(?:[оеё]ва?|[eoy]va?|[oeý]wa?)$")
# «Тошкентдаги», «Астанадағы», «Aşgabatdaky»: what is somewhere is no name.
SOMEWHERE = re.compile(r"\w{3}(?:[дт](?:аги|ағы|егі|агы|еги|огу|өгү)|dagi|d[aä]k[iy])$")
LOCATIVE = re.compile(r"(?:[дт][аеоө]|d[aeä])$")
DISTRICT = re.compile(r"\s(?:район|област|округ|сельск|улиц|проспект|ауыл|облыс|аудан|туман|вилоят|ноҳия|viloyat|tuman)")
# Words of newsrooms, companies and institutions; «мен», which is I and sounds like a surname.
NO_PERSON = frozenset(
    """pravda правда риа тасс novosti новости news times post agency tv тв radio радио journal gazeta media today limited company
    corporation group airways airlines llc inc bank social council forum survey energy motors holding university house
    телевидение банк холдинг университет совет international advanced national central strategic studies research television
    metbugat foundation institute centre center summit мен мэн ман men""".split()  # noqa: SIM905 - a table reads better
)
TAJIK_SURNAME = re.compile(r"[а-яҳқғҷӯ]{3}ӣ$")
QUOTE_ENDS = frozenset('»”"')
HONORIFICS = frozenset("оқои хонум жаноб ханым мырза господин госпожа мистер jenap janob xonim mr mrs ms dr sir".split())  # noqa: SIM905
# Small words that begin a sentence and are no family name («The Government», «Бул Жапаров»).
SMALL = frozenset(
    """the a an in on at this that but and as for after when while his her its our to of by with if or so we they he she it
    в на по с и а о у к за из от до не но он она для при под ранее также позже передает передаёт сообщает однако
    чрезвычайный чрезвычайного чрезвычайным чрезвычайному
    напомним сегодня вчера кроме бул ал ол осы бу у шу ушу бул bu u ol şu shu o'sha дар ба бо аз ин он
    ва аммо вале тавре чунон лекин ҳамчунин инчунин ҳамзамон зимнан бироқ бірақ алайда шунингдек
    biroq ammo emma ýöne пештар имрӯз дирӯз сипас баъдан имсол кеше бүгін бұрын кейін кечээ бүгүн кийин bugun kecha avval keyin
    бугун кеча аввал кейин şu öň soň düýn""".split()  # noqa: SIM905 - a table reads better
)
# «Развитие Среднего коридора», «Ближнего Востока»: no first name ends like such a noun or adjective.
ABSTRACT = re.compile(r"[а-яё]{3}(?:[нтс]ие|ств[оа]|ци[яи]|ость|[нкшж][ое]го)$")
WITH_WHOM = re.compile(r"[а-яё]{2}(?:[ыиое]м|ой)$")
OF = re.compile(r"(?<=\w{3})(?:[дтн][ыіиуү][ңн]|ning|нинг|n[yi]ň)$")
OWNER = re.compile(rf"\w{{3}}{OF.pattern}")
ABBREVIATION = re.compile(r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІЎҲҶ]{3,5}")
GOES_ON = ("for ", "of ", "on ", "and ")
INSTITUTION_OF = re.compile(
    r"(?:[Cc]ent(?:er|re)|[Ii]nstitute|[Mm]inist(?:ry|er)|[Cc]ommi(?:ttee|ssion)|[Dd]epartment|[Aa]gency|[Ff]und|[Ss]chool|[Uu]niversity|"
    r"[Aa]cademy|[Aa]ssociation|[Ff]orum|[Cc]ouncil) (?:for|of|on) (?:[A-Z][\w-]+,? (?:and )?){0,4}$"
)


def without_state(words: list[str]) -> list[str]:
    """A name without the state before it that has a word of its own for that: «Кыргызской Республике Чжэн Лян»."""
    for number in (1, 0):
        if len(words) > number + 2 and STATE.fullmatch(words[number]):
            return words[number + 1 :]
    return words
