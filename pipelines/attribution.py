"""Words that give somebody's words to a speaker, by language: verbs of saying, «по словам», he and she."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

_VERBS = {
    "ru": r"сказал[аи]?|заявил[аи]?|отметил[аи]?|подчеркнул[аи]?|добавил[аи]?|сообщил[аи]?|рассказал[аи]?|пояснил[аи]?|"
    r"объяснил[аи]?|уточнил[аи]?|"
    r"напомнил[аи]?|признал(?:ся|ась|а|и)?|считает|полагает|говорит|говорил[аи]?|утверждает|заверил[аи]?|выразил[аи]?|"
    r"указал[аи]?|заметил[аи]?|"
    r"ответил[аи]?|написал[аи]?|пишет|предупредил[аи]?|констатировал[аи]?|отмечает|подч[её]ркивает|заключил[аи]?|цитирует|"
    r"уверен[аы]?|"
    r"призвал[аи]?|поблагодарил[аи]?|резюмировал[аи]?|убежд[её]н[аы]?|обратил[аи]? внимание|прокомментировал[аи]?|шутит|"
    r"приводит",
    "en": r"said|says|told|added|noted|stated|stressed|explained|emphasi[sz]ed|remarked|argued|warned|wrote|writes|declared|"
    r"replied|"
    r"insisted|acknowledged|admitted|recalled|believes|claimed|commented|adds|notes|explains|asked|tweeted|posted|"
    r"pointed out|underlined|underscored",
    "kk": r"деді|дейді|мәлімдеді|атап өтті|айтты|хабарлады|жеткізді|түсіндірді|баяндады|ескертті|жазды|пікір білдірді|"
    r"сенім білдірді|еске салды|тоқталды|атап көрсетті",
    "ky": r"деди|дейт|билдирди|белгиледи|айтты|айткан|кабарлады|түшүндүрдү|кошумчалады|эске салды|жазды|баса белгиледи|деген|"
    r"эскертти|ынандырды",
    "uz": r"dedi|deydi|degan|ta['’‘ʻʼ]kidladi|ta['’‘ʻʼ]kidlagan|bildirdi|ma['’‘ʻʼ]lum qildi|aytdi|aytgan|qayd etdi|"
    r"qo['’‘ʻʼ]shimcha qildi|tushuntirdi|eslatdi|yozdi|xabar qildi|izohladi",
    "uz-Cyrl": r"деди|дейди|деган|таъкидлади|таъкидлаган|билдирди|маълум қилди|айтди|айтган|қайд этди|қўшимча қилди|"
    r"тушунтирди|эслатди|ёзди|хабар қилди|изоҳлади",
    "tg": r"гуфт|гуфта?аст|мегӯяд|изҳор дошт|изҳор кард|таъкид кард|таъкид намуд|таъкид дошт|қайд кард|қайд намуд|зикр кард|"
    r"афзуд|хабар дод|тавзеҳ дод|хотиррасон кард|иброз дошт|навишт",
    "tk": r"diýdi|diýýär|belledi|nygtady|aýtdy|habar berdi|düşündirdi|goşdy|ýazdy|mälim etdi|beýan etdi|ýatlatdy",
}
# The speaker stands behind these words (Russian, English, Tajik) or before them (the Turkic languages).
_ACCORDING_BEFORE = {
    "ru": r"[Пп]о (?:его |её |ее |их )?(?:словам|мнению|оценке|убеждению|утверждению)|[Сс]о слов",
    "en": r"[Aa]ccording to|[Ii]n the words of",
    "tg": r"[Бб]а (?:гуфтаи|андешаи|қавли|ақидаи)|[Тт]ибқи гуфтаи",
}
_ACCORDING_AFTER = {
    "kk": r"айтуынша|сөзінше|пікірінше|мәліметінше|ойынша|сөзіне қарағанда",
    "ky": r"айтымында|сөзүнө караганда|пикиринде|айткандарына караганда|билдиришинче|ою боюнча|сөзү боюнча",
    "uz": r"so['’‘ʻʼ]zlariga ko['’‘ʻʼ]ra|so['’‘ʻʼ]ziga ko['’‘ʻʼ]ra|aytishicha|fikricha|ta['’‘ʻʼ]kidlashicha|bildirishicha|"
    r"ma['’‘ʻʼ]lum qilishicha",
    "uz-Cyrl": r"сўзларига кўра|сўзига кўра|айтишича|фикрича|таъкидлашича|билдиришича|маълум қилишича",
    "tk": r"sözlerine görä|sözüne görä|aýtmagyna görä|pikirine görä|habar bermegine görä|bellemegine görä|"
    r"bellemegine laýyklykda",
}
_PRONOUNS = {
    "ru": r"он|она|они|его|её|ее|их|политик|чиновник|президент|министр|глава государства|эксперт|политолог|дипломат|"
    r"собеседник|спикер|специалист",
    "en": r"he|she|they|the (?:president|minister|official|diplomat|expert|analyst|spokesman|spokeswoman|spokesperson|"
    r"politician|leader)",
    "kk": r"ол|оның|президент|министр|мемлекет басшысы|сарапшы",
    "ky": r"ал|анын|президент|министр|мамлекет башчысы|эксперт",
    "uz": r"u|uning|prezident|vazir|davlat rahbari|ekspert",
    "uz-Cyrl": r"у|унинг|президент|вазир|давлат раҳбари|эксперт",
    "tg": r"ӯ|вай|президент|вазир|сарвари давлат|коршинос",
    "tk": r"ol|onuň|prezident|ministr|döwlet baştutany",
}


@dataclass(frozen=True, slots=True)
class Attribution:
    """The compiled words of one language; ``verb_last``: the verb follows what is said, as in the Turkic languages."""

    verb: re.Pattern[str]
    pronoun: re.Pattern[str]
    according: re.Pattern[str] | None
    speaker_first: bool
    verb_last: bool


@cache
def attribution_of(language: str) -> Attribution:
    """The words of a language; those of Russian for one that has no table."""
    if language not in _VERBS:
        language = "ru"
    according = _ACCORDING_BEFORE.get(language) or _ACCORDING_AFTER.get(language)
    return Attribution(
        # A word's first letters decide quickly: the look-behind comes last.
        verb=re.compile(rf"(?<!\w)(?:{_VERBS[language]})(?!\w)"),
        pronoun=re.compile(rf"(?<!\w)(?:{_PRONOUNS[language]})(?!\w)", re.IGNORECASE),
        according=re.compile(rf"(?<!\w)(?:{according})(?!\w)") if according else None,
        speaker_first=language in _ACCORDING_AFTER,
        verb_last=language in _ACCORDING_AFTER,
    )
