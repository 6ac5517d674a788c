"""Words that give somebody's words to a speaker, by language: verbs of saying, «по словам», he and she, offices that speak."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

_VERBS = {
    "ru": r"сказал[аи]?|заявил[аи]?|заявля[ею]т|отметил[аи]?|подчеркнул[аи]?|добавил[аи]?|добавляет|сообщил[аи]?|сообща[ею]т|"
    r"рассказал[аи]?|рассказыва[ею]т|пояснил[аи]?|поясняет|объяснил[аи]?|объясняет|уточнил[аи]?|уточня[ею]т|говорится в|"
    r"напомнил[аи]?|признал(?:ся|ась|а|и)?|призна[её]тся|счита[ею]т|полага[ею]т|говор[ия]т|говорил[аи]?|утвержда[ею]т|"
    r"заверил[аи]?|уверяет|выразил[аи]?|указал[аи]?|заметил[аи]?|подтвердил[аи]?|подтверждает|опроверг(?:ла|ли)?|"
    r"ответил[аи]?|отвечает|написал[аи]?|пишет|предупредил[аи]?|предупреждает|констатировал[аи]?|отмеча[ею]т|подч[её]ркива[ею]т|"
    r"заключил[аи]?|цитиру[ею]т|уверен[аы]?|возразил[аи]?|возражает|удивил(?:ся|ась)|жалуется|пожаловал(?:ся|ась)|сетует|вспоминает|"
    r"предположил[аи]?|настаивает|продолжает|продолжил[аи]?|пообещал[аи]?|парировал[аи]?|подытожил[аи]?|поделил(?:ся|ась)|надеется|"
    r"призвал[аи]?|призыва[ею]т|поблагодарил[аи]?|резюмировал[аи]?|убежд[её]н[аы]?|обратил[аи]? внимание|прокомментировал[аи]?|"
    r"комментирует|шутит|приводит|согласил(?:ся|ась)|прогнозирует|выступил[аи]? с заявлением",
    "en": r"said|says|told|added|noted|stated|stressed|explained|emphasi[sz]ed|remarked|argued|argues|warned|warns|wrote|writes|"
    r"declared|replied|insisted|insists|acknowledged|admitted|recalled|believes|claimed|commented|adds|notes|explains|asked|"
    r"tweeted|posted|pointed out|underlined|underscored|announced|confirmed|complained|predicted|predicts|suggested|cautioned|"
    r"concluded|continued|pledged|reads|reported|estimated|estimates|thinks|joked|answered|reiterated|observed",
    "kk": r"деді|дейді|мәлімдеді|атап өтті|айтты|хабарлады|жеткізді|түсіндірді|баяндады|ескертті|жазды|пікір білдірді|"
    r"сенім білдірді|еске салды|тоқталды|атап көрсетті|деп санайды|деп есептейді|делінген|делінеді|қосты|растады|жауап берді",
    "ky": r"деди|дейт|билдирди|белгиледи|айтты|айткан|кабарлады|түшүндүрдү|кошумчалады|эске салды|жазды|баса белгиледи|деген|"
    r"эскертти|ынандырды|деп эсептейт|деп ойлойт|деп айтылат|ырастады|жооп берди",
    "uz": r"dedi|deydi|degan|ta['’‘ʻʼ]kidladi|ta['’‘ʻʼ]kidlagan|bildirdi|ma['’‘ʻʼ]lum qildi|aytdi|aytgan|qayd etdi|"
    r"qo['’‘ʻʼ]shimcha qildi|tushuntirdi|eslatdi|yozdi|xabar qildi|xabar berdi|izohladi|deyiladi|deb hisoblaydi|tasdiqladi|"
    r"javob berdi",
    "uz-Cyrl": r"деди|дейди|деган|таъкидлади|таъкидлаган|билдирди|маълум қилди|айтди|айтган|қайд этди|қўшимча қилди|"
    r"тушунтирди|эслатди|ёзди|хабар қилди|хабар берди|изоҳлади|дейилади|деб ҳисоблайди|тасдиқлади|жавоб берди",
    "tg": r"гуфт|гуфта?аст|мегӯяд|изҳор дошт|изҳор кард|таъкид кард|таъкид намуд|таъкид дошт|қайд кард|қайд намуд|зикр кард|"
    r"афзуд|хабар дод|тавзеҳ дод|хотиррасон кард|иброз дошт|навишт|гуфта мешавад|омадааст|мешуморад|тасдиқ кард|ҷавоб дод",
    "tk": r"diýdi|diýýär|belledi|nygtady|aýtdy|habar berdi|düşündirdi|goşdy|ýazdy|mälim etdi|beýan etdi|ýatlatdy|diýilýär|"
    r"hasaplaýar|tassyklady|jogap berdi",
}
# The speaker stands behind these words (Russian, English, Tajik) or before them (the Turkic languages).
_ACCORDING_BEFORE = {
    "ru": r"[Пп]о (?:его |её |ее |их )?(?:словам|мнению|оценке|убеждению|утверждению)|[Сс]о слов|"
    r"[Кк]ак (?:ранее |уже )?(?:сообщил|отметил|рассказал|пояснил|подчеркнул|заявил|уточнил|сказал|добавил|напомнил|"
    r"объяснил)[аи]?",
    "en": r"[Aa]ccording to|[Ii]n the words of|[Aa]s (?:noted|explained|stated) by",
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
# Who was named before: he, she, and words that say no more than that somebody speaks.
_PRONOUNS = {
    "ru": r"он|она|они|его|её|ее|их|политик|чиновник|эксперт|политолог|дипломат|собеседник|спикер|специалист|экономист|аналитик|"
    r"уч[её]ный|депутат|историк|юрист",
    "en": r"he|she|they|the (?:official|diplomat|expert|analyst|spokesman|spokeswoman|spokesperson|politician|leader|economist)",
    "kk": r"ол|оның|сарапшы|экономист|саясаттанушы|дипломат|депутат",
    "ky": r"ал|анын|эксперт|экономист|саясатчы|дипломат|депутат",
    "uz": r"u|uning|ekspert|iqtisodchi|mutaxassis|diplomat|deputat",
    "uz-Cyrl": r"у|унинг|эксперт|иқтисодчи|мутахассис|дипломат|депутат",
    "tg": r"ӯ|вай|коршинос|иқтисодшинос|дипломат|вакил",
    "tk": r"ol|onuň|bilermen|ykdysatçy|diplomat|deputat",
}
# Titles of one person: the holder's name, where the text has it, says more.
_TITLES = {
    "ru": r"президент\w{0,2}|глав[аыеу] (?:государства|МИД\w*|правительства|ведомства|кабмина|региона)|"
    r"премьер(?:-министр\w{0,2})?|"
    r"вице-премьер\w{0,2}|министр\w{0,2}|пос[ло]л?[ауе]?|госсекретар[ьяю]|пресс-секретар[ьяю]|мэр\w?|аким\w?",
    "en": r"president|prime minister|foreign minister|minister|ambassador|head of state|secretary of state|mayor|"
    r"spokes(?:man|woman)",
    "kk": r"[Пп]резидент|[Мм]инистр|[Мм]емлекет басшысы|[Пп]ремьер-министр|[Ее]лші|баспасөз хатшысы",
    "ky": r"[Пп]резидент|[Мм]инистр|[Мм]амлекет башчысы|[Пп]ремьер-министр|[Ээ]лчи|басма сөз катчысы",
    "uz": r"[Pp]rezident|[Vv]azir|[Dd]avlat rahbari|[Bb]osh vazir|[Ee]lchi|matbuot kotibi",
    "uz-Cyrl": r"[Пп]резидент|[Вв]азир|[Дд]авлат раҳбари|[Бб]ош вазир|[Ээ]лчи|матбуот котиби",
    "tg": r"[Пп]резидент|[Вв]азир|[Сс]арвари давлат|[Сс]арвазир|[Сс]афир",
    "tk": r"[Pp]rezident|[Mm]inistr|[Dd]öwlet [Bb]aştutany|[Ii]lçi",
}
# Bodies that speak by themselves, with what follows and belongs to their name.
_GENITIVE_RU = (
    r"(?: (?:иностранных|внутренних|[а-яё]{3,}(?:ого|его|ой|ых|их)) [а-яё]{3,}| [а-яё]{4,}(?:ики|ии|ия|ения|ства|порта|тики|дел|"
    r"ента|вли|ов|ей|ны|са|ета|оны|ра))?(?: и [а-яё]{4,}(?:ики|ии|ения|ства|ов|ли))?(?: [А-ЯЁ][\w-]+){0,2}"
)
_BODIES = {
    "ru": rf"(?:[Пп]ресс-служб\w{{1,2}}|[Мм]инистерств\w{{1,2}}|[Мм]инэнерго|[Мм]инфин\w?|[Мм]интранс\w?|МИД\w?|"
    rf"[Пп]осольств\w{{1,2}}|"
    rf"[Пп]равительств\w{{1,2}}|[Вв]едомств\w{{1,2}}|[Аа]дминистраци\w{{1,2}}|[Гг]осдеп(?:артамент)?\w?|Акорд\w{{1,2}}|Кремл\w{{1,2}}|"
    rf"Бел\w+ [Дд]ом\w?|Еврокомисси\w|Всемирн\w+ банк\w?|[Пп]олици\w|[Кк]омпани\w|[Пп]редприяти\w|[Кк]омитет\w?|[Пп]алат\w|"
    rf"[Ии]сточник\w?(?: в [\w-]+(?: [А-Я]\w+)?)?|[Пп]рокуратур\w|[Пп]огранслужб\w|[Нн]ацбанк\w?|"
    rf"[Сс]екретариат\w?){_GENITIVE_RU}",
    "en": r"(?:Foreign Ministry|[Ff]oreign ministry|Ministry of [A-Z]\w+(?:(?: and| of)? [A-Z]\w+){0,3}|"
    r"[Mm]inistry|[Ee]mbassy|[Gg]overnment|White House|State Department|Kremlin|World Bank|[Pp]ress (?:service|office)|Akorda|"
    r"European Commission|[Cc]ommission|[Cc]entral bank|National Bank|[Cc]ompany|[Pp]olice|"
    r"[Ss]ecretariat|[Cc]ommittee|Development Bank)"
    r"(?: of (?:the )?[A-Z]\w+(?: [A-Z]\w+)?)?",
    "tg": r"[Хх]адамоти матбуот\w*(?: [\w]+){0,2}|[Вв]азорат\w*(?: (?:корҳои (?:хориҷӣ|дохилӣ)|\w+))?(?: [А-ЯҶҚҲ]\w+)?|"
    r"[Сс]афорат\w*(?: [А-ЯҶҚҲ]\w+)?|[Ҳҳ]укумат\w*(?: [А-ЯҶҚҲ]\w+)?",
}
# In the Turkic languages what belongs to the name stands before it.
_BODY_HEADS = {
    "kk": r"баспасөз қызметі|министрлі(?:гі|к)|елшілі(?:гі|к)|үкіметі?|СІМ|Ақорда|Ақ үй|компаниясы|комитеті|банкі?",
    "ky": r"басма сөз кызматы|министрлиги|министрлик|элчилиги|элчилик|өкмөтү?|ТИМ|Ак үй|компаниясы|комитети|банкы?",
    "uz": r"matbuot xizmati|vazirligi|vazirlik|elchixonasi|elchixona|hukumati?|TIV|Oq uy|kompaniyasi|qo['’‘ʻʼ]mitasi|banki?",
    "uz-Cyrl": r"матбуот хизмати|вазирлиги|вазирлик|элчихонаси|элчихона|ҳукумати?|ТИВ|Оқ уй|компанияси|қўмитаси|банки?",
    "tk": r"metbugat gullugy|ministrligi|ilçihanasy|ilçihana|hökümeti?|Ak tam|kompaniýasy|komiteti|banky?",
}


@dataclass(frozen=True, slots=True)
class Attribution:
    """The compiled words of one language; ``verb_last``: the verb follows what is said, as in the Turkic languages."""

    verb: re.Pattern[str]
    pronoun: re.Pattern[str]
    title: re.Pattern[str]
    body: re.Pattern[str]
    according: re.Pattern[str] | None
    speaker_first: bool
    verb_last: bool


@cache
def attribution_of(language: str) -> Attribution:
    """The words of a language; those of Russian for one that has no table."""
    if language not in _VERBS:
        language = "ru"
    according = _ACCORDING_BEFORE.get(language) or _ACCORDING_AFTER.get(language)
    suffix = "" if language in {"ru", "en"} else r"\w{0,5}"  # «Министрдің айтуынша»
    body = _BODIES.get(language) or _BODY_HEADS[language]
    return Attribution(
        # A word's first letters decide quickly: the look-behind comes last.
        verb=re.compile(rf"(?<!\w)(?:{_VERBS[language]})(?!\w)"),
        pronoun=re.compile(rf"(?<!\w)(?:{_PRONOUNS[language]})(?!\w)", re.IGNORECASE),
        title=re.compile(
            rf"(?<![\w-])(?:{_TITLES[language]}){suffix}(?![\w-])", re.IGNORECASE if language in {"ru", "en"} else 0
        ),
        body=re.compile(rf"(?<![\w-])(?:{body})(?![\w-])"),
        according=re.compile(rf"(?<!\w)(?:{according})(?!\w)") if according else None,
        speaker_first=language in _ACCORDING_AFTER,
        verb_last=language in _ACCORDING_AFTER,
    )
