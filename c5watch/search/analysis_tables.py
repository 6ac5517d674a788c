"""What each language's search terms are, as data: characters, letters of a word, suffixes, exceptions.

`analysis_rules` compiles it; the Python analyzer and the Elasticsearch settings are both made from the result, so nothing
here may be known to one of them alone.

Suffix notation: small letters stand for themselves, capitals for a class of letters (vowel harmony); ``X:`` before a suffix
asks for a letter of that class in front of it, ``^:`` for the beginning of the word, a number for that many letters. Suffixes
of one group are tried longest first. Endings ``б>п`` undo the voicing of the stem's last letter.
"""

from __future__ import annotations

from dataclasses import dataclass

APOSTROPHES = "\u2018\u2019\u0060\u00b4\u02bb\u02bc\u2032\uff07\u201b"
INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e"
# Single letters that are read as another one; U+0130 and U+0131 because lower-casing them is a matter of locale.
LETTERS = {"ё": "е", "Ё": "Е", "\u0130": "I", "\u0131": "i"}
COMBINING_MARKS = (0x0300, 0x036F)

# Formats whose plus sign every tokenizer would lose; both scripts' letters, as newsrooms type both.
FORMAT_LETTERS = {"c": "CСcс", "b": "BВbв"}
FORMAT_TAILS = ("5+1", "5 + 1", "5+ 1", "5 +1", "5\uff0b1")

# Letters and digits of a word. Explicit ranges: Java's and Python's Unicode versions differ on \w.
WORD_RANGES = (
    ("0", "9"), ("A", "Z"), ("a", "z"), ("\u00aa", "\u00aa"), ("\u00b5", "\u00b5"), ("\u00ba", "\u00ba"),
    ("\u00c0", "\u00d6"), ("\u00d8", "\u00f6"), ("\u00f8", "\u02af"),  # Latin
    ("\u0370", "\u0373"), ("\u0376", "\u0377"), ("\u037b", "\u037d"), ("\u0386", "\u0386"), ("\u0388", "\u03ff"),  # Greek
    ("\u0400", "\u0481"), ("\u048a", "\u052f"),  # Cyrillic
    ("\u0531", "\u0556"), ("\u0561", "\u0587"),  # Armenian
    ("\u05d0", "\u05ea"),  # Hebrew
    ("\u0620", "\u063f"), ("\u0641", "\u064a"), ("\u0660", "\u0669"), ("\u066e", "\u06d3"), ("\u06f0", "\u06fc"),  # Arabic
    ("\u10a0", "\u10c5"), ("\u10d0", "\u10fa"),  # Georgian
    ("\u1e00", "\u1eff"),  # Latin
    ("\u3041", "\u3096"), ("\u30a1", "\u30fa"), ("\u3400", "\u4dbf"), ("\u4e00", "\u9fff"), ("\uac00", "\ud7a3"),  # East Asia
)  # fmt: skip

# Lower-case twins; capitals differ (B and В), but words are lower-cased first.
LATIN_TWINS = "aceopxykmtbhi"
CYRILLIC_TWINS = "асеорхукмтвні"
LATIN_ONLY = "dfgjlnqrsuvwz"
CYRILLIC_ONLY = "бгджзийлпфцчшщъыьэюяғқңөұүәўҳҷӣӯ"

MAX_TERM = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Suffixes:
    """An agglutinative language: stem, plural, possessive, case. ``after`` are the cases that follow a possessive only."""

    classes: dict[str, str]
    plural: str
    possessive: str
    case: str
    after: str
    endings: str
    vowels: str
    unsure: str
    again: str = ""
    either: str = ""
    enclitic: str = ""
    verbal: str = ""
    derived: str = ""
    kept: str = ""
    case_twice: bool = False


# Without у, which takes the endings of a consonant: кездесудің, кездесуі.
_KAZAKH_VOWELS = "аәеёиоөұүыіэюя"
_KYRGYZ_VOWELS = "аеёиоөуүыэюя"
_UZBEK_VOWELS = "aeiou"
_UZBEK_CYRILLIC_VOWELS = "аеёиоуўэюя"
_TURKMEN_VOWELS = "aäeioöuüyý"

# Active, then the same after the passive's l and n.
_TURKMEN_VERBAL = (
    "mFG ýFn ýFr IB jAG mFn mFz mAlY mAzlYG mAýFn mAýFr mAjAG ýFrYn ýFrYs "
    "IlmFG IlýFn IlýFr IlIB IljAG IlmFn IlmFz IlmAlY InmFG InýFn InýFr InIB InjAG InmFn InmFz InmAlY"
)


def _whole(words: str) -> str:
    return " ".join(f"^:{word}" for word in words.split())


# Words that end like a case form of another one (сауда, foyda); е for ё, as the character map leaves them.
_KAZAKH_NOUNS = (
    "сауда пайда басқа өзге оқиға олимпиада команда бригада шілде теңге жұмыртқа тұлға оттегі сутегі апта орта нота "
    "квота карта почта дастан майдан арыстан судан нұсқа қорытынды қазына мағына қарға аудан жаңа поэма проблема "
    "тема схема система программа кеме әңгіме уганда руанда"
)
_KYRGYZ_NOUNS = (
    "башка соода олимпиада команда бригада таштанды система программа проблема тема схема факты байге пайда майдан "
    "судан уганда руанда"
)
_UZBEK_NOUNS = (
    "foyda piyoda parda qoida modda ifoda poyga shahzoda tanga mayda uganda ruanda sudan taqdir qodir tuproq "
    "qongiroq chiroq ikki qoshni orin"
)
_UZBEK_CYRILLIC_NOUNS = (
    "фойда пиеда парда қоида модда ифода пойга шаҳзода танга майда уганда руанда судан тақдир қодир тупроқ қўнғироқ "
    "чироқ икки қўшни ўрин"
)

TURKIC = {
    "kk": Suffixes(
        unsure="нсм",
        vowels=_KAZAKH_VOWELS,
        classes={"V": _KAZAKH_VOWELS, "X": "пткқсшщчцхфһбвгд", "A": "ае", "I": "ыі", "H": "^аоұуы", "U": "у"},
        plural="X:тAр D:дAр D:лAр V:лAр",
        possessive="C:Iм C:Iң C:IмIз C:IңIз V:мIз V:ңIз V:сI U:сI C:I V:м V:ң",
        case="X:тIң D:дIң N:нIң U:нIң X:қA X:кA N:ғA N:гA X:тI D:дI V:нI U:нI X:тA N:дA X:тAн N:дAн N:нAн мен бен пен "
        "X:тAғI X:тAгI N:дAғI N:дAгI N:нікі N:дікі X:тікі",
        after="A н нA нAн ндA ндAғI ндAгI",
        either="бвгд",
        verbal="ған ген қан кен ып іп",
        kept="H:стан дағыстан IсIм ^:байден ^:канада ^:прага ^:өскемен ^:қарағанды ^:джидда ^:кошта ^:ақорда ^:орда "
        "^:тілеуберді ^:басты ^:қатты ^:ағымдағы ^:тиісті ^:жақын ^:жарым ^:жылғы ^:ақылды ^:қуанышты " + _whole(_KAZAKH_NOUNS),
        endings="б>п г>к ғ>қ",
    ),
    "ky": Suffixes(
        unsure="нсм",
        vowels=_KYRGYZ_VOWELS,
        classes={"V": _KYRGYZ_VOWELS, "X": "пткксшщчцхфбвгд", "A": "аеоө", "I": "ыиуү", "H": "^аоуыяюё"},
        plural="X:тAр D:дAр D:лAр V:лAр",
        possessive="C:Iм C:Iң C:IбIз C:IңIз V:бIз V:ңIз V:сI C:I V:м V:ң",
        case="X:тIн D:дIн V:нIн X:кA N:гA X:тI D:дI V:нI X:тA N:дA X:тAн N:дAн X:тAгI N:дAгI N:нIкI N:дIкI X:тIкI",
        after="A н нA нAн ндA ндAгI",
        again="нA",
        either="бвд",
        derived="V:лIк X:тIк",
        kept="H:стан дагыстан ддин ^:байден ^:вашингтон ^:жидда ^:канада ^:караганда ^:кошта ^:лондон ^:марокко "
        "^:мишустин ^:орда ^:прага ^:рубио ^:токио ^:франциско ^:мухриддин ^:түштүк зомбулук ^:баштык ^:абдан "
        + _whole(_KYRGYZ_NOUNS),
        endings="б>п г>к",
    ),
    "uz-Latn": Suffixes(
        unsure="n",
        vowels=_UZBEK_VOWELS,
        classes={"V": _UZBEK_VOWELS, "G": "gkq"},
        plural="lar",
        possessive="im ing imiz ingiz miz ngiz si C:i V:m V:ng",
        case="ning ni ga k:ka q:qa da dan dagi Gacha niki dek day",
        after="",
        enclitic="mi dir roq ki",
        kept="^:aqorda ^:saida ^:qaraganda ^:praga ^:kanada ^:jidda " + _whole(_UZBEK_NOUNS),
        verbal="moq ayotgan yotgan ayapti yapti ish",
        endings="g>k q>k",
    ),
    "uz-Cyrl": Suffixes(
        unsure="н",
        vowels=_UZBEK_CYRILLIC_VOWELS,
        classes={"V": _UZBEK_CYRILLIC_VOWELS, "G": "гкқ"},
        plural="лар",
        possessive="им инг имиз ингиз миз нгиз си C:и V:м V:нг",
        case="нинг ни га к:ка қ:қа да дан даги Gача ники дек дай",
        after="",
        enclitic="ми дир роқ ки",
        kept="^:ақорда ^:саида ^:қарағанда ^:прага ^:канада ^:жидда " + _whole(_UZBEK_CYRILLIC_NOUNS),
        verbal="моқ аётган ётган аяпти япти иш",
        endings="г>к ғ>қ",
    ),
    "tk": Suffixes(
        unsure="nsmd",
        case_twice=True,
        vowels=_TURKMEN_VOWELS,
        classes={"V": "aäeioöuüy", "A": "ae", "I": "yiuü", "Y": "yi", "E": "aä", "F": "aeä", "B": "pb", "G": "kg"},
        plural="lAr",
        possessive="C:Im C:Iň C:ImYz C:IňYz V:mYz V:ňYz V:sI C:I V:m V:ň",
        case="V:nIň C:Iň V:nI dA dAn dEkY C:A ä",
        after="nA nAn ndA ndAn ndEkY n",
        enclitic="dY dIr mAdY",
        verbal=_TURKMEN_VERBAL,
        kept="^:astana ^:ukraina ^:kanada ^:fergana ^:agza ^:goşun ^:medeni ^:madda ^:şertnama ^:jarnama minama lAmA rAmA",
        derived="sYz",
        endings="b>p g>k d>t j>ç",
    ),
}

RUSSIAN_ENDINGS = (
    "ами ями ого его ому ему ыми ими ией иям иях иями ием ии ия ию ие ий ья ью ье ьи ьям ьями ьях ьев ьем ой ей ою ею ый ая яя "
    "ое ее ую юю ые ых их ым им ом ем ам ям ах ях ай аю аем ае а я о е у ю ы и ь й"
)
# What may be left of a stem that itself ends like an ending (Рустам, острова, Алексея); cut twice, so that all forms meet.
RUSSIAN_REST = "ов ев ам ям ем им ом ым ах ях ых их о е и ь"
# The vowel that comes and goes: участок, участка; конец, конца; земель, земли.
RUSSIAN_FLEETING = ("^([кцнлр])[ое](?=[^аеиоуыэюя].)", "$1")

# From the end inwards; a number asks for that many letters in front.
TAJIK_CLASSES = {"V": "аеёиоуэюя", "U": "уё"}
TAJIK_NOUN = (
    "и е у ю U:ву ҳову ро",
    "и ро ам ат аш ям ят яш амон атон ашон ямон ятон яшон е у ю ву",
    "ҳо 4:он 4:гон 4:вон 4:ён",
    "тар тарин",
)
TAJIK_REST = "и е"
TAJIK_VERB = "ад анд ем ед ааст аанд аам аем аед янд яд ан ани а"
# The prefixes of verbs, taken off only where a verb's ending stands at the other end or a common verb follows; then letters
# that editors mix up.
_TAJIK_VERBS = (
    "кард|кун|дод|диҳ|шуд|шав|омад|оя|рафт|рав|гирифт|гир|гуфт|гӯ|дид|бин|хост|хоҳ|дошт|дор|буд|бош|расид|рас|зад|зан|монд|"
    "мон|гузошт|гузор|гузашт|гузар|сохт|соз|тавон|дон|бурд|бар|хӯр|баст|банд|шикан|супор|шунид|шунав"
)
TAJIK_SPELLING = (
    ("^(?:на)?(?:ҳаме|ме)(?=.{2,}(?:ам|ӣ|ад|анд|ем|ед|янд|рд|фт|шт|хт|уд|ид|од|зад|нист)$)", ""),
    (f"^на(?=(?:{_TAJIK_VERBS}))", ""),
    ("ӣ", "и"),
    ("ӯ", "у"),
)

# (pattern, replacement) in turn, each for the reversed word: ratified, parties, states, planned, signed; a final e goes wherever
# -es and -ed would have taken it.
ENGLISH = (
    ("^dei(?=.{2})", "y"),
    ("^sei(?=.{2})", "y"),
    ("^s(?=[^siu'].)", ""),
    (r"^de([bdgmnprt])\1(?=[aeiou].)", "$1"),
    ("^de(?=[^aeiou].{2})", ""),
    ("^e(?=[sxzcgv]..|[dt]a..|h...|.{5})", ""),
)

# Letters to a Latin base, for names that newsrooms spell by ear; `c` is the sound of ч. Sequences are tried longest first.
CROSS_SCRIPT_LETTERS = {
    "a": "а ә ä á â", "b": "б", "v": "в w", "g": "г ғ ğ gh", "d": "д", "e": "е ё э é ë", "j": "ж ҷ җ ž zh дж dzh dž dj",
    "z": "з", "i": "и і ы й ӣ y ý í ï", "k": "к қ q c", "l": "л", "m": "м", "n": "н ң ň ñ ń", "o": "о ө ў ö ó", "p": "п",
    "r": "р", "s": "с ш щ sh ş š ce:c ci:c cy:c", "t": "т", "u": "у ү ұ ӯ ü ū ú", "f": "ф ph", "h": "х ҳ һ x kh",
    "c": "ч ch ç č tch", "ts": "ц", "iu": "ю", "ia": "я", "": "ъ ь",
}  # fmt: skip
CROSS_SCRIPT_VOWELS = "aeiou"
# Case endings of all languages in that base, after doubled consonants and vowel runs are gone.
CROSS_SCRIPT_ENDINGS = (
    "a e i o u ski ska skogo skomu skim skom om em am im ov ami ah ni nin nun din tin dun tun ga ge ka ke go ko da de ta te do "
    "to dan den tan ten don nan nen ti di men ben pen ning nig ro in dagi dak dek ho on lar ler s"
)
CROSS_SCRIPT_STEM = 5
