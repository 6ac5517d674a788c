"""Words that give somebody's words to a speaker, by language: verbs of saying, «по словам», he and she, offices that speak."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from c5watch.knowledge.types import OfficeKind
from pipelines.alternation import join_by_letters

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
    r"concluded|continued|adding|noting|stressing|pledged|reads|reported|estimated|estimates|thinks|joked|answered|reiterated|observed",
    "kk": r"деді|дейді|мәлімдеді|атап өтті|айтты|хабарлады|жеткізді|түсіндірді|баяндады|ескертті|жазды|пікір білдірді|"
    r"сенім білдірді|еске салды|тоқталды|атап көрсетті|деп санайды|деп есептейді|делінген|делінеді|қосты|растады",
    "ky": r"деди|дейт|билдирди|белгиледи|айтты|айткан|кабарлады|түшүндүрдү|кошумчалады|эске салды|жазды|баса белгиледи|деген|"
    r"эскертти|ынандырды|деп эсептейт|деп ойлойт|деп айтылат|ырастады",
    "uz": r"dedi|deydi|degan|ta['’‘ʻʼ]kidladi|ta['’‘ʻʼ]kidlagan|bildirdi|ma['’‘ʻʼ]lum qildi|aytdi|aytgan|qayd etdi|"
    r"qo['’‘ʻʼ]shimcha qildi|tushuntirdi|eslatdi|yozdi|xabar qildi|xabar berdi|izohladi|deyiladi|deb hisoblaydi|tasdiqladi|"
    r"javob berdi",
    "uz-Cyrl": r"деди|дейди|деган|таъкидлади|таъкидлаган|билдирди|маълум қилди|айтди|айтган|қайд этди|қўшимча қилди|"
    r"тушунтирди|эслатди|ёзди|хабар қилди|хабар берди|изоҳлади|дейилади|деб ҳисоблайди|тасдиқлади",
    "tg": r"гуфт|гуфта?аст|мегӯяд|изҳор дошт|изҳор кард|таъкид кард|таъкид намуд|таъкид дошт|қайд кард|қайд намуд|зикр кард|"
    r"афзуд|илова кард|илова намуд|хабар дод|тавзеҳ дод|хотиррасон кард|иброз дошт|навишт|гуфта мешавад|омадааст|"
    r"мешуморад|тасдиқ кард",
    "tk": r"diýdi|diýýär|belledi|nygtady|aýtdy|habar berdi|düşündirdi|goşdy|ýazdy|mälim etdi|beýan etdi|ýatlatdy|diýilýär|"
    r"hasaplaýar|tassyklady",
}
# The speaker stands behind these words (Russian, English, Tajik) or before them (the Turkic languages).
_ACCORDING_BEFORE = {
    "ru": r"[Пп]о (?:его |её |ее |их )?(?:словам|мнению|оценке|убеждению|утверждению)|[Сс]о слов|"
    r"[Кк]ак (?:пишет|пишут|сообщает|сообщают|переда[её]т|отмечает)|"
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
    "ru": r"там же|он|она|они|его|её|ее|их|политик|чиновник|эксперт|политолог|дипломат|собеседник|спикер|специалист|"
    r"экономист|аналитик|уч[её]ный|депутат|историк|юрист",
    "en": r"he|she|they|the (?:official|diplomat|expert|analyst|spokesman|spokeswoman|spokesperson|politician|leader|economist)",
    "kk": r"ол|оның|сарапшы|экономист|саясаттанушы|дипломат|депутат",
    "ky": r"ал|анын|эксперт|экономист|саясатчы|дипломат|депутат",
    "uz": r"u|uning|ekspert|iqtisodchi|mutaxassis|diplomat|deputat",
    "uz-Cyrl": r"у|унинг|эксперт|иқтисодчи|мутахассис|дипломат|депутат",
    "tg": r"ӯ|вай|коршинос|иқтисодшинос|дипломат|вакил",
    "tk": r"ol|onuň|bilermen|ykdysatçy|diplomat|deputat",
}
# Behind a quote and a dash or comma any verb says: «…», – поправил его Рахмон.
_ANY_VERB = {
    "ru": r"[,!?…]?\s?[–—-]\s(?:не без \w+ |тут же |\w+о )?"
    r"(?P<verb>\w{2,}(?:[аеиоуыяё]л(?:а|и|о)?(?:с[ья])?|[еёи]т(?:с[ья])?|[ую]т|[ая]т))(?=\s)",
    "en": r"\s(?P<verb>\w{3,}ed|\w{3,}s)(?=\s(?:the |an? )?\w)",
}
# Titles of one person, in lower case: the holder's name, where the text has it, says more.
_TITLES = {
    "ru": r"президент\w{0,2}|глав[аыеу](?: (?:государства|мид\w?|правительства|ведомства|кабмина|региона|минэнерго|минфина))?|"
    r"директор\w?|"
    r""
    r"премьер-министр\w{0,2}|"
    r"премьер\w?|вице-премьер\w{0,2}|министр\w{0,2}|пос(?:ол|ла|лу)|госсекретар[ьяю]|пресс-секретар[ьяю]|мэр\w?|аким\w?",
    "en": r"president|prime minister|foreign minister|minister|ambassador|head of state|head of government|"
    r"secretary of state|mayor|"
    r"spokes(?:man|woman)",
    "kk": r"президент|министр|мемлекет басшысы|премьер-министр|елші|баспасөз хатшысы",
    "ky": r"президент|министр|мамлекет башчысы|премьер-министр|элчи|басма сөз катчысы",
    "uz": r"prezident|vazir|davlat rahbari|bosh vazir|elchi|matbuot kotibi",
    "uz-Cyrl": r"президент|вазир|давлат раҳбари|бош вазир|элчи|матбуот котиби",
    "tg": r"президент|вазир|сарвари давлат|сарвазир|сафир",
    "tk": r"prezident|ministr|döwlet baştutany|ilçi",
}
# Titles of the same person, by their beginnings.
SAME_TITLE = {
    "глава госуд": "президент",
    "главы госуд": "президент",
    "глава прав": "премьер",
    "глава каб": "премьер",
    "глава мид": "министр иностр",
    "глава вед": "министр",
    "head of state": "president",
    "head of gov": "prime minister",
    "мемлекет бас": "президент",
    "мамлекет баш": "президент",
    "davlat rahbari": "prezident",
    "давлат раҳбари": "президент",
    "сарвари давлат": "президент",
    "döwlet baştutany": "prezident",
}
# Titles that one person of a state has at a time, by their beginnings.
STATE_OFFICES: dict[str, OfficeKind] = {
    "президент": "head-of-state",
    "president": "head-of-state",
    "prezident": "head-of-state",
    "премьер": "head-of-government",
    "prime minister": "head-of-government",
    "bosh vazir": "head-of-government",
    "бош вазир": "head-of-government",
    "сарвазир": "head-of-government",
    "министр иностр": "foreign-minister",
    "foreign minister": "foreign-minister",
}
# Bodies that speak by themselves, in lower case.
_BODIES = {
    "ru": r"пресс-служб\w{1,2}|министерств\w{1,2}|минэнерго|минфин\w?|минтранс\w?|мид\w?|посольств\w{1,2}|правительств\w{1,2}|"
    r"ведомств\w{1,2}|администраци\w{1,2}|госдеп(?:артамент)?\w?|акорд[аыеу]|кремл[ьяюе]м?|бел\w+ дом\w?|еврокомисси\w|"
    r"всемирн\w+ банк\w?|полици\w|компани\w|предприяти\w|комитет\w?|палат\w|"
    r"(?:источник|собеседник)\w?(?: (?:издания|агентства|газеты))?(?: в [«\w»]{4,30})?|"
    r"прокуратур\w|погранслужб\w|"
    r"нацбанк\w?|секретариат\w?|(?:газет\w|издани\w|агентств\w|телеканал\w?|портал\w?|журнал\w?) «[^»\n]{2,40}»",
    "en": r"foreign ministry|ministry|embassy|government|white house|state department|kremlin|world bank|press service|"
    r"press office|"
    r"akorda|european commission|commission|central bank|national bank|company|police|secretariat|"
    r"committee|development bank|officials",
    "kk": r"баспасөз қызметі|министрлі(?:гі|к)|елшілі(?:гі|к)|үкіметі?|сім|ақорда|ақ үй|компаниясы|комитеті|банкі?",
    "ky": r"басма сөз кызматы|министрлиги|министрлик|элчилиги|элчилик|өкмөтү?|тим|ак үй|компаниясы|комитети|банкы?",
    "uz": r"matbuot xizmati|vazirligi|vazirlik|elchixonasi|elchixona|hukumati?|tiv|oq uy|kompaniyasi|qo['’‘ʻʼ]mitasi|banki?",
    "uz-Cyrl": r"матбуот хизмати|вазирлиги|вазирлик|элчихонаси|элчихона|ҳукумати?|тив|оқ уй|компанияси|қўмитаси|банки?",
    "tg": r"хадамоти матбуот\w*|вазорат\w*|сафорат\w*|ҳукумат\w*",
    "tk": r"metbugat gullugy|ministrligi|ilçihanasy|ilçihana|hökümeti?|ak tam|kompaniýasy|komiteti|banky?",
}
# What follows a body and belongs to its name; in the Turkic languages it stands before it.
_TAILS = {
    "ru": r"(?: (?:иностранных|внутренних|[а-яё]{3,}(?:ого|его|ой|ых|их)) [а-яё]{3,}|"
    r" [а-яё]{4,}(?:ики|ии|ия|ения|ства|порта|тики|дел|ента|вли|ов|ей|ны|са|ета|оны|ра))?"
    r"(?: и [а-яё]{4,}(?:ики|ии|ения|ства|ов|ли))?"
    r"(?: (?:Республики|Российской|Европейского|Соедин[её]нных) [А-ЯЁ]\w+| [А-ЯЁ][\w-]+)?(?!\w)",
    "en": r"(?: of (?:the )?[A-Z]\w+(?:(?: and| of)? [A-Z]\w+){0,3})?",
    "tg": r"(?: корҳои (?:хориҷӣ|дохилӣ)| \w+(?!\w*[ои] ))?(?: [А-ЯҶҚҲ]\w+)?(?!\w)",
}


@dataclass(frozen=True, slots=True)
class Attribution:
    """The compiled words of one language; ``verb_last``: the verb follows what is said, as in the Turkic languages."""

    verb: re.Pattern[str]
    pronoun: re.Pattern[str]
    title: re.Pattern[str]
    body: re.Pattern[str]
    tail: re.Pattern[str]  # in text as written
    according: re.Pattern[str] | None
    any_verb: re.Pattern[str] | None
    speaker_first: bool
    verb_last: bool


@cache
def attribution_of(language: str) -> Attribution:
    """The words of a language; those of Russian for one that has no table. Titles and bodies are for text in lower case."""
    if language not in _VERBS:
        language = "ru"
    according = _ACCORDING_BEFORE.get(language) or _ACCORDING_AFTER.get(language)
    suffix = "" if language in {"ru", "en"} else r"\w{0,5}"  # «Министрдің айтуынша»
    return Attribution(
        verb=re.compile(rf"\b{join_by_letters(_VERBS[language])}(?!\w)"),
        pronoun=re.compile(rf"(?<!\w)(?:{_PRONOUNS[language]})(?!\w)", re.IGNORECASE),
        title=re.compile(rf"\b{join_by_letters(_TITLES[language])}{suffix}(?![\w-])"),
        body=re.compile(rf"\b{join_by_letters(_BODIES[language])}(?![\w-])"),
        tail=re.compile(_TAILS.get(language, "")),
        according=re.compile(rf"(?<!\w)(?:{according})(?!\w)") if according else None,
        any_verb=re.compile(_ANY_VERB[language]) if language in _ANY_VERB else None,
        speaker_first=language in _ACCORDING_AFTER,
        verb_last=language in _ACCORDING_AFTER,
    )
