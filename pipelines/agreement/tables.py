"""The words of agreements by language, and those that all languages share."""

# ruff: noqa: E501 - an alternative with its own choices stays on one line
from __future__ import annotations

import re
from collections.abc import Mapping

from pipelines.agreement.wording import Wording, any_of
from pipelines.agreement.words_en import ENGLISH
from pipelines.agreement.words_kk import KAZAKH
from pipelines.agreement.words_ky import KYRGYZ
from pipelines.agreement.words_ru import RUSSIAN
from pipelines.agreement.words_tg import TAJIK
from pipelines.agreement.words_tk import TURKMEN
from pipelines.agreement.words_uz import UZBEK, UZBEK_CYRILLIC

_SPORT_RU = r"""
    футбол\w* | форвард\w* | нападающ\w+ | полузащитник\w* | защитник\w* | вратар\w+ | хоккеист\w* | боксер\w* | тренер\w*
    клуб\w* | сборн(?:ая|ой|ую)(?!\w) | матч\w* | чемпионат\w* | трансфер\w* | игрок\w* | голкипер\w* | легионер\w* | лига чемпионов | боец ufc
    """

_SPORT = rf"""
        {_SPORT_RU} | football\w* | striker\w* | midfielder\w* | goalkeeper\w* | defender\w* | coach(?:es)? | footballers? | national team | squad(?!\w) | match(?:es)?(?!\w) | transfer window
        boxer\w* | мушкер\w* | боксшы\w* | балбан\w* | палуан\w* | ufc | premier league | hockey | футболшы\w* | шабуылшы\w* | жартылай қорғаушы\w* | қақпашы\w* | бапкер\w*
        футболчу\w* | чабуулчу\w* | дарбазачы\w* | машыктыруучу\w* | futbolchi\w* | hujumchi\w* | darvozabon\w* | murabbiy\w*
        футболчи\w* | ҳужумчи\w* | дарвозабон\w* | мураббий\w* | ҳуҷумкунанда\w* | ҳимоятгар\w* | мурабби\w* | бозингар\w* | futbol\w* | futbolçy\w*
        hüjümçi\w* | derwezeçi\w* | tälimçi\w* | türgen\w* | клуби | klubi | klub\w* | клубы
        """
SPORT = any_of(_SPORT)


# What a phrase cannot end in: prepositions, conjunctions, auxiliary verbs.
TAIL = re.compile(
    r"\s+(?:об?|по|на|в|с|со|и|к|для|до|от|за|из|были|было|был|была|будет|не|ни|ва|дар|бо|оид ба|"
    r"on|of|in|for|with|and|the|a|to|by|was|were|has|have|is|are|at|during)$"
)
PARLIAMENT = re.compile(
    r"парламент|сенат|мажилис|мәжіліс|жогорку ке[нң]еш|олий мажлис|oliy majlis|парлумон|маҷлис(?!и (?:ҳукумат|васеъ|вазорат|комисси))|(?<!kabinetiniň )(?<!hökümetiň )mejlis|(?<!hukumat )majlis|parli?ament|senat|palata|палат[аы]|вакилон|lawmaker|legislat|congress|(?<!\w)(?:гос)?дум[аыу](?!\w)|(?<!\w)duma(?!\w)|қурултай|курултай|намояндагон|меджлис|депутат|deputat"
)
# Words that say nothing of a subject, in any of the languages.
STOP = re.compile(
    r"(?:крупн\w+|нов\w{2,3}|важн\w+|значим\w+|историческ\w+|совместн\w+|соответствующ\w+|подписанн\w+|достигнут\w+|заключенн\w+|данн\w+|указанн\w+|последн\w+|перв\w+|межправительственн\w+|будущ\w+|конкретн\w+|следующ\w+|рамочн\w+|итогов\w+|"
    r"тараптар\w*|менен|арасында\w*|ортосунда\w*|bilan|билан|bilen|және|жана|hamda|ҳамда|tomonlar\w*|томонлар\w*|taraplar\w*|ҷонибҳо\w*|екі|эки|ikki|икки|iki|degişli|тиісті|тиешелүү|asosiy|асосий|негізгі|негизги|жаңа|жаңы|yangi|янги|täze|нав|"
    r"отдельн\w+|бөлек|бөлөк|өзүнчө|alohida|алоҳида|ҷудогона|aýratyn|separate|"
    r"new|major|important|historic|landmark|bilateral|framework|recent|signed|first|final|several|series|other|between|среди|между|которы\w*|сотруднич\w+|взаимопониман\w+|сфер\w+|област\w+|рамках|стран\w*|государств\w*|сторон\w*|двусторон\w+|международн\w+|правительств\w+|республик\w*|"
    r"between|cooperation|understanding|field|area|their|this|that|which|countries|governments?|parties|with|from|into|worth|mutual|"
    r"туралы|бойынша|жөніндегі|саласындағы|арасындағы|ынтымақтастық\w*|жөнүндө|боюнча|ортосундагы|кызматташ\w+|haqida\w*|to'g'risida\w*|bo'yicha|o'rtasida\w*|hamkorlik\w*|sohasida\w*|"
    r"ҳақида\w*|тўғрисида\w*|бўйича|ўртасида\w*|ҳамкорлик\w*|соҳасида\w*|оид|барои|дар|бораи|соҳаи|миёни|байни|ҳамкорӣ\w*|hakynda\w*|boýunça|arasynda\w*|hyzmatdaşlyk\w*|barada\w*)$"
)

# Only cities of two countries agree on this.
TWINNED = re.compile(
    r"побратим|twin(?:ned|ning)|sister cit|бауырлас қала|бир тууган шаар|birodar shahar|биродар|бародаршаҳр|dogan(?:laşan)? şäher"
)
# What a visit is told by, and what the administration of a city: where a text has none of them, nothing is looked for closer.
VISITING = "посет|визит|прибы|прибуд|прилет|едет|поезд|отправи|отправл|visit|arriv|travel|sapar|сапар|ташриф|tashrif|сафар"
# Lines that announce other articles.
TEASER = re.compile(
    r"(?<!\w)(?:(?:читайте|читать|прочитайте|также читайте|также смотрите)(?: также| еще| ранее| по теме| далее)?|"
    r"смотрите(?: также| еще| ранее| по теме| далее)|"
    r"по теме|(?:также|еще|материалы|ранее|больше) по теме|"
    r"другие новости|рекомендуем(?: почитать| прочитать)?|read(?: also| more| next)?|also read|see also|"
    r"(?:related|more on this|recommended)(?: (?:stories|articles|news|story|article|topic|reading))?|"
    r"(?:сондай-ақ|тағы да|тағы|дагы) оқыңыз|оқи отырыңыз|дагы окуңуз|ошондой эле окуңуз|"
    r"(?:shuningdek|yana) o'qing|mavzuga oid|(?:шунингдек|яна) ўқинг|мавзуга оид|инчунин хонед|şeýle hem okaň)"
    r"[ \t]*(?P<rest>[:.→|»–—-][^\n]*)?$",
    re.MULTILINE,
)
# What tells that somebody joins an organisation.
JOINING = re.compile(
    r"(?<!\w)(?:вступ(?:ил|ит|ят|лени)|присоедин|вош(?:ел|ла|ли) в |принят[аоы]? (?:\w+ ){0,3}?в |"
    r"(?:стал[аои]?|стан[еу]т|станов(?:ит|ят)ся) (?:[\w-]+ ){0,3}?(?:членом|участни|наблюдателем)|"
    r"(?:статус|место) (?:[\w-]+ ){0,3}?(?:члена|участника|наблюдателя)|"
    r"join|acced|accession|admitted |be(?:came|comes?) (?:[\w-]+ ){0,3}?(?:member|observer))"
)
VISIT = re.compile(rf"(?<!\w)(?:{VISITING}|trip)")
ADMINISTRATION = re.compile(
    r"(?<!\w)(?:мэр|аким|хоким|маслихат|муниципалитет|город|администраци|mayor|city|cities|municipal|akim|khokimiyat|the cit|шаҳ|мақомоти|раиси|"
    r"қала|әкім|шаар|shah|häkim|şäher|ҳоким|hokim)"
)

WORDINGS: Mapping[tuple[str, str], Wording] = {
    ("ru", ""): RUSSIAN,
    ("en", ""): ENGLISH,
    ("kk", ""): KAZAKH,
    ("ky", ""): KYRGYZ,
    ("uz", ""): UZBEK,
    ("uz", "Cyrl"): UZBEK_CYRILLIC,
    ("tg", ""): TAJIK,
    ("tk", ""): TURKMEN,
}
