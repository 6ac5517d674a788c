"""Tables of offices and bodies that speak, by language, as parts of patterns: titles, ministries, who stands for whom."""

from __future__ import annotations

import re

from c5watch.knowledge.types import OfficeKind

# Many of a kind, in lower case: they speak under that name.
GROUPS = {
    "ru": r"эксперт(?:ы|ов)|аналитик(?:и|ов)|экономист(?:ы|ов)|политолог(?:и|ов)|специалист(?:ы|ов)|синоптик(?:и|ов)|"
    r"власт(?:и|ей)|"
    r"чиновник(?:и|ов)|уч[её]ны(?:е|х)|наблюдател(?:и|ей)|правозащитник(?:и|ов)|дипломат(?:ы|ов)|депутат(?:ы|ов)|"
    r"очевид(?:цы|цев)|"
    r"фермер(?:ы|ов)|предпринимател(?:и|ей)|активист(?:ы|ов)|врач(?:и|ей)|следовател(?:и|ей)|перевозчик(?:и|ов)",
    "en": r"experts|analysts|economists|scholars|researchers|observers|critics|diplomats|lawmakers|activists|"
    r"forecasters|scientists|investigators|prosecutors|authorities|residents|doctors|officials",
    "kk": r"(?:сарапшы|маман|экономист?|саясаттанушы|ғалым|депутат|дипломат|кәсіпкер|билік өкіл|сарапкер|синоптик|тұрғын|"
    r"талдаушы)"
    r"(?:лар|лер|дар|дер|тар|тер)і?|тараптар|тілшілер|тұрғын|қала тұрғыны|ауыл тұрғыны|куәгер|дереккөз",
    "ky": r"(?:эксперт?|адис|экономист?|саясатчы|окумуштуу|депутат|дипломат|ишкер|серепчи|бийлик өкүл|синоптик|талдоочу)"
    r"(?:лер|лар|дер|дар|тер|тар|лөр|төр)[иү]?|тараптар|кабарчылар|тургун|тургуну|күбө",
    "uz": r"(?:ekspert|mutaxassis|iqtisodchi|siyosatshunos|olim|deputat|diplomat|tadbirkor|tahlilchi|sinoptik|kuzatuvchi|"
    r"rasmiy|mas['’‘ʻʼ]ul|muxbir)lar|tomonlar|guvoh|yashovchi|suhbatdosh",
    "uz-Cyrl": r"(?:эксперт|мутахассис|иқтисодчи|сиёсатшунос|олим|депутат|дипломат|тадбиркор|таҳлилчи|синоптик|кузатувчи|расмий|"
    r"масъул|мухбир)лар|томонлар|гувоҳ|яшовчи|суҳбатдош",
    "tg": r"(?:корбар|сокин|шоҳид|ҳуқуқшинос|фаъол|коршинос|мутахассис|иқтисодшинос|сиёсатшинос|олим|вакил|дипломат|соҳибкор|"
    r"таҳлилгар|донишманд)(?:он|ҳо)|ҷонибҳо|тарафҳо",
    "tk": r"(?:bilermen|hünärmen|ykdysatçy|syýasatçy|alym|deputat|diplomat|telekeçi|synçy|çeşme|ýaşaýjy|şaýat|raýat|"
    r"işgär|resmi)(?:ler|lar)[iy]?|resmisi|taraplar|"
    r"habarçy|ýaşaýjy|çeşme|şaýat|raýat",
}
# Titles of one person, in lower case: the holder's name, where the text has it, says more.
TITLES = {
    "ru": r"президент\w{0,2}|"
    r"глав[аыеу](?: (?:[а-яё]+ского )?(?:государства|мид\w?|правительства|(?:внешнеполитического )?ведомства|кабмина|"
    r"кабинета министров|региона|минэнерго|минфина))?|"
    r"директор\w?|премьер-министр\w{0,2}|премьер\w?|вице-премьер\w{0,2}|министр\w{0,2}|пос(?:ол|ла|лу)|госсекретар[ьяю]|"
    r"зампремьера?|замминистра?|вице-министр\w?|пресс-секретар[ьяю]|мэр\w?|аким\w?|лидер\w?|председател[ьяю]",
    "en": r"president|vice president|prime minister|foreign minister|minister|ambassador|head of state|head of government|"
    r"secretary of state|mayor|spokes(?:man|woman|person)|leader|chairman",
    "kk": r"президент|министр|мемлекеттік хатшы(?:сы)?|вице-премьер|мемлекет басшысы|үкімет басшысы|басшысы|"
    "премьер-министр|премьер|елші|баспасөз хатшысы|"
    r"төрағасы|ресми өкілі?|өкілі|вице-министр|көшбасшысы?|(?:бас )?директоры",
    "ky": r"президент|министрлер кабинетинин төрагасы|министр|мамлекеттик катчы(?:сы)?|вице-премьер|(?:мамлекет|өлкө|"
    "өкмөт) башчы(?:сы)?|башчысы|премьер-министр|элчи|"
    r"басма сөз[ -]катчысы|төрагасы|расмий өкүлү|өкүлү|вице-министр|"
    r"жетекчиси|лидери",
    "uz": r"prezident|vazir|davlat kotibi|davlat(?:imiz)? rahbari|rahbari|bosh vazir|elchi|matbuot[ -]kotibi|raisi|"
    "yetakchisi|rasmiy vakili|"
    r"vakili",
    "uz-Cyrl": r"президент|вазир|давлат котиби|давлат(?:имиз)? раҳбари|раҳбари|бош вазир|элчи|матбуот[ -]котиби|раиси|етакчиси|"
    r"расмий вакили|вакили",
    "tg": r"президент|вазир|котиби давлатӣ|котиби давлатии|(?:сарвари|роҳбари|раҳбари) (?:давлат|кишвар)|пешвои миллат|"
    r"раиси ҷумҳур\w{0,2}|раиси?ҷумҳур|"
    r"сарвазир|нахуствазир|сафир|раиси|раҳбари|роҳбари|директори|мушовири|ноиби|муовини|сардори|мудири|дабири|вакили|котиби|"
    r"сухангӯи|намояндаи",
    "tk": r"prezident|ministr|döwlet sekretary|döwlet baştutan\w{0,4}|baştutany|ilçi|milli lider|milletiň lider|"
    "türkmen lider|lider|(?:baş|"
    r"metbugat) sekretary|metbugat wekili|resmi wekili|wekili|"
    r"ýolbaşçysy|başlygy",
}
# Titles of the same person, by their beginnings.
SAME_TITLE = {
    "зампремьер": "заместитель премьер",
    "вице-премьер": "заместитель премьер",
    "замминистр": "заместитель министр",
    "вице-министр": "заместитель министр",
    "глава госуд": "президент",
    "главы госуд": "президент",
    "глава прав": "премьер",
    "глава каб": "премьер",
    "глава мид": "министр иностр",
    "глава внеш": "министр иностр",
    "глава вед": "министр",
    "head of state": "president",
    "head of gov": "prime minister",
    "мемлекет бас": "президент",
    "үкімет бас": "премьер",
    "мамлекет баш": "президент",
    "өлкө баш": "президент",
    "өкмөт баш": "премьер",
    "министрлер каб": "өкмөт башчы",
    "davlat rahbari": "prezident",
    "davlatimiz rahbari": "prezident",
    "давлат раҳбари": "президент",
    "давлатимиз раҳбари": "президент",
    "сарвари": "президент",
    "пешвои миллат": "президент",
    "раиси ҷумҳур": "президент",
    "президенти": "раиси ҷумҳур",
    "раисиҷумҳур": "президент",
    "раисҷумҳур": "президент",
    "нахуствазир": "сарвазир",
    "döwlet baştutan": "prezident",
    "milli lider": "prezident",
    "milletiň lider": "prezident",
    "türkmen lider": "prezident",
}
# Titles that one person of a state has at a time, by their beginnings.
STATE_OFFICES: dict[str, OfficeKind] = {
    "президент": "head-of-state",
    "president": "head-of-state",
    "prezident": "head-of-state",
    "премьер": "head-of-government",
    "министрлер каб": "head-of-government",
    "prime minister": "head-of-government",
    "bosh vazir": "head-of-government",
    "бош вазир": "head-of-government",
    "сарвазир": "head-of-government",
    "министр иностр": "foreign-minister",
    "госсекретар": "foreign-minister",
    "secretary of state": "foreign-minister",
    "мемлекеттік хатшы": "foreign-minister",
    "мамлекеттик катчы": "foreign-minister",
    "davlat kotibi": "foreign-minister",
    "давлат котиби": "foreign-minister",
    "döwlet sekretary": "foreign-minister",
    "котиби давлат": "foreign-minister",
    "foreign minister": "foreign-minister",
}
# The leader of a country is its head of state, where the country is named.
LEADERS = (
    "глав",
    "лидер",
    "leader",
    "басшы",
    "көшбасшы",
    "башчы",
    "лидери",
    "lideri",
    "rahbari",
    "yetakchi",
    "раҳбари",
    "етакчи",
    "baştutany",
)
# Ministries of foreign affairs by the words of their names, for «Сыртқы істер министрі», «Россия ТИВ раҳбари».
FOREIGN = re.compile(
    r"(?<!\w)(?:мид|сім|тим|tiv|тив|dim|вкх|вух)(?!\w)|иностранн|внешнеполит|foreign|сыртқы іс|тышкы иш|tashqi ishlar|"
    r"ташқи ишлар|"
    r"хориҷ|daşary işler"
)
FOREIGN_HEADS = (
    "глав",
    "министр",
    "minister",
    "foreign",
    "басшы",
    "башчы",
    "жетекчи",
    "раҳбар",
    "rahbar",
    "вазир",
    "vazir",
    "ministr",
    "ýolbaşçy",
)
# Who stands for somebody else: «заместитель министра», «министрдин орун басары».
DEPUTIES = (
    (
        r"(?:заместител\w+|первого зам\w*|помощник\w?|советник\w?|представител\w+|deputy|vice|муовини|сухангӯи|"
        r"намояндаи) (?:[\w-]+ )?$"
    ),
    (
        r"\w* (?:орынбасары|орун басары|o['’‘ʻʼ]rinbosari|ўринбосари|муовини|orunbasary|kömekçisi|ёрдамчиси|yordamchisi|"
        r"кеңесшісі)"
    ),
)
# Short names of states beside an office.
STATES = {
    "РФ": "RU",
    "РК": "KZ",
    "ҚР": "KZ",
    "КР": "KG",
    "РУз": "UZ",
    "РТ": "TJ",
    "США": "US",
    "АҚШ": "US",
    "АКШ": "US",
    "AQSh": "US",
    "ABŞ": "US",
    "ABŞ-nyň": "US",
    "ИМА": "US",
    "US": "US",
    "U.S.": "US",
    "КНР": "CN",
    "RF": "RU",
    "RF-niň": "RU",
}
# Bodies that speak by themselves, in lower case.
BODIES = {
    "ru": r"пресс-служб\w{1,2}|министерств\w{1,2}|минэнерго|минфин\w?|минтранс\w?|мид\w?|посольств\w{1,2}|правительств\w{1,2}|"
    r"(?:внешнеполитическ\w+ )?ведомств\w{1,2}|администраци\w{1,2}|госдеп(?:артамент)?\w?|акорд[аыеу]|кремл[ьяюе]м?|"
    r"бел\w+ дом\w?|еврокомисси\w|"
    r"всемирн\w+ банк\w?|полици\w|компани\w|предприяти\w|комитет\w?|палат\w|"
    r"(?:источник|собеседник)\w?(?: (?:издания|агентства|газеты))?(?: в [«\w»]{4,30})?|"
    r"прокуратур\w|погранслужб\w|"
    r"нацбанк\w?|секретариат\w?|кабмин\w{0,2}|(?<=ская |ской |скую )сторон[аеуы]|погранвойск\w{0,2}|пограничн\w+ служб\w|"
    r"пентагон\w?|"
    r"мин(?:обороны|юст\w?|здрав\w?|экономики|экономразвити\w|промторг\w?|торговли|сельхоз\w?|просвещения|природы|культуры|"
    r"труда|цифры|строй\w?)|"
    r"(?:гпс|гкнб|мвд|мчс|кнб|фсб|оон|воз|еэк|одкб|шос|обсе|мвф|абр|ебрр|магатэ|нато|нбкр)(?!-)|"
    r"(?:газет\w|издани\w|агентств\w|телеканал\w?|портал\w?|журнал\w?) «[^»\n]{2,40}»",
    "en": r"foreign ministry|ministry|embassy|government|white house|state department|kremlin|world bank|press service|"
    r"press office|"
    r"akorda|european commission|commission|central bank|national bank|company|police|secretariat|"
    r"committee|development bank|agency|(?:presidential )?administration|parliament|presidency|fund|regulator|court|survey|"
    r"office|council|newspaper|daily|association|union|university|army|"
    r"institute|delegation|statement",
    "kk": r"баспасөз қызметі|тарапы|делегациясы?|администрациясы|министрлі(?:гі|к)|елшілі(?:гі|к)|үкіметі?|сім|ақорда|ақ үй|"
    r"кремль|компаниясы|"
    r"комитеті|банкі?|"
    r"агентті(?:гі|к)|департаменті?|қоры|палатасы|парламенті?|басқармасы|прокуратурасы?|полиция|әкімдігі|ведомство|орталығы|"
    r"ассоциациясы|ұйымы",
    "ky": r"басма сөз кызматы|маалымат кызматы|чек ара кызматы|кызматы|тарап(?:ы)?|делегация(?:сы)?|администрация(?:сы)?|"
    r"министрлиги|министрлик|элчилиги|элчилик|өкмөтү?|тим|ак үй|"
    r"кремль|компаниясы|"
    r"комитети|банкы?|"
    r"агенттиги|департаменти?|фонду|палатасы|парламенти?|башкармалыгы|прокуратурасы?|милиция|мэриясы?|мекеме|борбору|уюму",
    "uz": r"(?:matbuot|axborot) xizmati|tomoni|delegatsiyasi?|vazirligi|vazirlik|elchixonasi|elchixona|hukumati?|tiv|oq uy|"
    r"kreml|kompaniyasi|"
    r"qo['’‘ʻʼ]mitasi|"
    r"banki?|agentligi|departamenti?|jamg['’‘ʻʼ]armasi|palatasi|parlamenti?|boshqarmasi|prokuraturasi?|xizmati|hokimligi|markazi|"
    r"tashkiloti|nashr",
    "uz-Cyrl": r"(?:матбуот|ахборот) хизмати|томони|делегацияси?|вазирлиги|вазирлик|элчихонаси|элчихона|ҳукумати?|тив|оқ уй|"
    r"кремль|компанияси|"
    r"қўмитаси|"
    r"банки?|агентлиги|департаменти?|жамғармаси|палатаси|парламенти?|бошқармаси|прокуратураси?|хизмати|ҳокимлиги|маркази|"
    r"ташкилоти|нашр",
    "tg": r"(?:хадамоти|дафтари) (?:матбуот|матубот)\w*|яке аз \w+(?:он|ҳо)\w*|мақомот\w?|котибот\w?|вазорат\w*|сафорат\w*|"
    r"ҳукумат(?:и|ҳо|ҳои)?|"
    r"кохи сафед|кремл|вух|вкх|ҷониби|"
    r"агентии|ожонсии|кумитаи|раёсати|бонки|созмони|хадамоти|маркази|идораи|шӯрои|дабирхонаи|"
    r"додгоҳи|додситони\w*|палатаи|маҷлиси|ширкати|донишгоҳи|"
    r"манбаъ",
    "tk": r"metbugat (?:gullugy|edarasy|merkezi)|ministrligi|dim(?:-i)?|mhm|tarapy|ilçihanasy|ilçihana|hökümeti?|ak tam|kreml|"
    r"kompaniýasy|komiteti|banky?|agentligi|"
    r"gullugy|"
    r"edarasy|palatasy|parlamenti?|guramasy|merkezi(?! aziýa)|häkimiýetleri?",
}
# Newsrooms that pass a report on, in lower case.
NEWSROOMS = (
    r"ақпарат(?:тық)? агентті|маалымат агентти|axborot agentli|ахборот агентли|habar(?:lar)? agentli|хабаргузор|оҷонсии|"
    r"информационн\w+ агентств|тілшісі|кабарчысы|muxbiri|мухбири|habarçysy"
)
# Seats of power and institutions by the beginning of a word that no name of a person has or goes on with («Тоқаев Ақордада»).
INSTITUTIONS = (
    r"ақорда|акорд|кабмин|кабинет|кремл|kreml|парламент|parlament|мажилис|мәжіліс|mejlis|majlis|мажлис|маҷлис|milli$|hormatly$|"
    r"сенат|senat|республик|respublik|федерац|"
    r"federas|организац|ассамбле|assamble|конференц|комисси|komissi|комитет|komitet|университет|universitet|институт|institut|"
    r"ҷумҳурии$|давлати$|центризбирком|избирком|мин(?:транс|энерго|фин|здрав|обор|юст|эконом|сельхоз|образ|труд|культ|цифр|"
    r"пром)|агент(?:ст|ті|тт|ли)|"
    r"agentli|geňeş|"
    r"gurama|kengash|tashkilot|кеңес|ұйым|кеңеш|уюм|кенгаш|ташкилот|созмон|шӯро|жиын|жыйын"
)
# Lower-case words of a ministry's name before its head, in the Turkic languages.
MINISTRY_WORDS = frozenset(
    """сыртқы істер ішкі қаржы әділет қорғаныс экономика энергетика және тышкы иштер ички каржы коргоо юстиция жана транспорт
    tashqi ishlar ichki moliya adliya mudofaa iqtisodiyot energetika transport va ташқи ишлар молия адлия мудофаа иқтисодиёт ва
    daşary işler içeri maliýe adalat goranmak ykdysadyýet söwda senagat we savdo sanoat савдо саноат соода""".split()  # noqa: SIM905 - a table reads better
)
# What follows a body and belongs to its name; in the Turkic languages it stands before it.
TAILS = {
    "ru": r"(?: (?:главы (?:[а-яё]+ого )?(?:государства|правительства|ведомства)|президента|премьер-министра|правительства))?"
    r"(?: (?:иностранных|внутренних|[а-яё]{3,}(?:ого|его|ой|ых|их)) [а-яё]{3,}|"
    r" [а-яё]{4,}(?:ики|ии|ия|ата|ения|ства|порта|тики|дел|ента|вли|ов|ей|ны|са|ета|оны|ра))?"
    r"(?: и [а-яё]{4,}(?:ики|ии|ения|ства|ов|ли))?(?: МИД(?= [А-ЯЁ]))?"
    r"(?: (?:Республики|Российской|Европейского|Соедин[её]нных) [А-ЯЁ]\w+| [А-ЯЁ][\w-]+)?(?!\w)",
    "en": r"(?: of (?:the )?[A-Z]\w+(?:(?: and| of)? [A-Z]\w+){0,3})?",
    "tg": r"(?: (?:[Вв]азорат|[Сс]афорат|[Пп]резидент|[Ҳҳ]укумат)\w*| (?:сарвари|роҳбари) (?:давлат|кишвар))?(?: (?:(?:корҳои|"
    r"умури) )?(?:хориҷ|дохил)[ӣиаҳ]+|"
    r" (?:энергетика|молия|адлия|мудофаа|нақлиёт|кишоварз|маориф|тандуруст)\w{0,2}|(?: [а-яӣӯқғҳҷ]{3,}[ии]){1,3})?"
    r"(?: (?:дар )?[А-ЯҶҚҲӮӢҒ][\w-]+и(?= [А-ЯҶҚҲӮӢҒ]))?(?: (?:дар )?[А-ЯҶҚҲӮӢҒ][\w-]+)?(?!\w)",
}
