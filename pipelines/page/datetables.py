"""Month names, year words, relative days and zone names of the eight languages, as tables for `pipelines.page.datetext`.

Languages in this order everywhere: Russian, English, Kazakh (Cyrillic, then the Latin drafts of 2017, 2018 and 2021), Kyrgyz,
Uzbek (Latin, Cyrillic), Tajik, Turkmen. All lower case, apostrophes removed. Stems take any case ending.
"""

from __future__ import annotations

from typing import Final

# Whole words and the usual abbreviations; a form here is never extended.
_EXACT: Final = {
    1: "январь января янв january jan қаң yan ýan january",
    2: "февраль февраля фев февр february feb ақп fev few",
    3: "март марта марте мартта мартында марти мар march mar нау mart martda martynda mart",
    4: "апрель апреля апр april apr сәу",
    5: "май мая мае мамыр маи мая майда майы майында маи may mayda maý maýyň maýynda maýda мам",
    6: "июнь июня июню июнем июне июн june jun мау iyun iyn iýun",
    7: "июль июля июлю июлем июле июл july jul шіл iyul iyl iýul",
    8: "август августа авг august aug там avg awg",
    9: "сентябрь сентября сен сент september sep sept қыр sen sent",
    10: "октябрь октября окт october oct қаз okt",
    11: "ноябрь ноября ноя нояб november nov қар noy noýa noýb",
    12: "декабрь декабря дек december dec жел dek",
}
_STEMS: Final = {
    1: "январ қаңтар qańtar qantar qañtar yanvar ýanwar",
    2: "феврал ақпан aqpan fevral fewral",
    3: "наурыз naurız nauryz naýryz",
    4: "апрел сәуір sáuir säuir sauir sáýir aprel",
    5: "мамыр mamyr mamır",
    6: "июны июни июнд маусым maýsym mausym mausım iyun iýun",
    7: "июлы июли июлд шілде shilde şilde iyul iýul",
    8: "август тамыз tamyz tamız avgust awgust",
    9: "сентяб қыркүйек қыркүй qyrkúıek qyrkuiek qırküyek sentabr sentyabr sentýabr",
    10: "октябр қазан qazan oktabr oktyabr oktýabr",
    11: "ноябр қараша qarasha qaraşa noyabr noýabr",
    12: "декабр желтоқс jeltoqs dekabr",
}
# The traditional Kyrgyz calendar, still used by national media beside the international names.
_KYRGYZ: Final = {
    1: "үчтүн",
    2: "бирдин",
    4: "чын",
    5: "бугу",
    6: "кулжа",
    7: "теке",
    10: "тогуздун",
    11: "жетинин",
    12: "бештин",
}

MONTHS: Final[dict[str, int]] = {
    word: month for table in (_EXACT, _KYRGYZ) for month, words in table.items() for word in words.split()
}
# Looked up by the first 4 to 8 letters of a word.
MONTH_STEMS: Final[dict[str, int]] = {word[:8]: month for month, words in _STEMS.items() for word in words.split()}

_MARKS: Final = "- – — ‐ . , / ( ) | ’"
# What may stand between a day and its month: ordinal endings and "of".
ORDINALS: Final = frozenset(
    f"{_MARKS} st nd rd th of го е й ое де ші шы інші ыншы нчы нчи нчү нчу inchi чи nji njy i ы си и числа айының".split()
)
# What may stand between a year and the rest: the words for year and their endings, "month of", ordinal endings.
FILLERS: Final = ORDINALS | frozenset(
    [
        "г",
        "год",
        "года",
        "году",
        "жыл",
        "жылы",
        "жылғы",
        "жылдың",
        "ж",
        "жылдын",
        "жылкы",
        "жылынын",
        "yil",
        "yili",
        "yilning",
        "yilda",
        "йил",
        "йили",
        "йилнинг",
        "йилда",
        "соли",
        "сол",
        "соле",
        "ýyl",
        "ýylyň",
        "ýylda",
        "ýylynyň",
        "nji",
        "njy",
        "nci",
        "oyining",
        "ойининг",
        "айынын",
        "айы",
        "айынан",
        "айынын",
        "aýynyň",
        "aýy",
        "моҳи",
        "қ",
        "y",
        "th",
        "st",
        "nd",
        "rd",
    ]
)

RELATIVE_DAYS: Final[dict[str, int]] = {
    "сегодня": 0, "today": 0, "бүгін": 0, "búgin": 0, "bügin": 0, "бүгүн": 0, "bugun": 0, "бугун": 0, "имрӯз": 0, "имруз": 0,
    "şu gün": 0,
    "bu gün": 0, "bugün": 0, "вчера": 1, "yesterday": 1, "кеше": 1, "keshe": 1, "keşe": 1, "кечээ": 1, "kecha": 1, "кеча": 1,
    "дирӯз": 1, "дируз": 1, "düýn": 1, "позавчера": 2,
}  # fmt: skip

# Minutes per unit; a unit takes any ending of up to five letters.
AGO_UNITS: Final[dict[str, int]] = {
    "минут": 1, "мин": 1, "min": 1, "дақиқ": 1, "daqiqa": 1, "мүнөт": 1, "мүн": 1, "час": 60, "hour": 60, "hr": 60, "сағат": 60,
    "saǵat": 60, "саат": 60, "soat": 60, "соат": 60, "sagat": 60, "дн": 1440, "ден": 1440, "day": 1440, "күн": 1440,
    "kún": 1440, "kun": 1440, "кун": 1440, "рӯз": 1440, "gün": 1440, "недел": 10080, "week": 10080, "апта": 10080,
    "жума": 10080, "hafta": 10080, "ҳафта": 10080, "hepde": 10080,
}  # fmt: skip
AGO: Final = ("назад", "ago", "бұрын", "buryn", "мурун", "мурда", "oldin", "avval", "олдин", "аввал", "пеш", "қабл", "öň", "ozal")

# What follows one of these is the time of a change, not of publication.
MODIFIED_WORDS: Final = (
    "обновлен", "изменен", "отредактирован", "updated", "modified", "edited", "жаңартыл", "өзгертіл", "жаңылан", "жаңырт",
    "yangilan", "янгилан", "навсозӣ", "тағйир ёфт", "täzelen", "üýtgedil",
)  # fmt: skip

# Hours east of UTC; only names without a second meaning in the region.
ZONE_NAMES: Final[dict[str, int]] = {"мск": 3, "msk": 3, "utc": 0, "gmt": 0, "z": 0, "est": -5, "edt": -4, "pst": -8, "pdt": -7}
