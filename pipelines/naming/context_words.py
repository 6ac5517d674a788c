"""Words that tell what a name means in its sentence: titles, verbs of governments, prepositions of place, in eight languages.

All patterns look at folded text (ё is е, every apostrophe is ``'``). They are stems: what follows inside the word is free.
"""

from __future__ import annotations

import re

from pipelines.alternation import join_by_letters

# A title before a bare name: the kind of office, and its words in ru, en, kk, ky, uz (both scripts), tg, tk.
TITLES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(r"(?<!\w)" + join_by_letters(words), re.IGNORECASE))
    for kind, words in (
        (
            "foreign-minister",
            (
                r"министр\w* иностранных дел|глав\w+ (?:мид|внешнеполитическ|дипломати)|госсекретар|государственн\w+ секретар|"
                r"foreign minister|minister of foreign affairs|secretary of state|top diplomat|сыртқы істер министр|"
                r"тышкы иштер министр|tashqi ishlar vazir|ташқи ишлар вазир|вазири корҳои хориҷ|daşary işler ministr|"
                r"мемлекеттік хатшы|давлат котиби|davlat kotibi"
            ),
        ),
        (
            "head-of-government",
            (
                r"премьер|глав\w+ (?:правительств|кабинет|кабмин)|председател\w+ кабинет|канцлер|prime minister|premier|"
                r"chancellor|"
                r"chairman of the cabinet|бас министр|министрлер кабинетинин төрагасы|bosh vazir|бош вазир|сарвазир|bosh ministr"
            ),
        ),
        (
            "head-of-state",
            (
                r"президент|глав\w+ (?:государств|республик)|председател\w+ кнр|лидер|president|chinese leader|"
                r"head of state|leader|"
                r"мемлекет басшысы|мамлекет башчысы|prezident|davlat rahbari|давлат раҳбари|сарвари давлат|döwlet baştutany|"
                r"төрага|төраға|раиси|rais|раис|başlyg|товарищ|председател"
            ),
        ),
        ("minister", r"министр|minister|министр|vazir|вазир|secretary|секретар|хатшы|катчы|kotib|котиб"),
        ("ambassador", r"посол|посл[аоуе]|ambassador|елші|элчи|elchi|сафир|ilçi"),
        (
            "envoy",
            (r"спецпосланник|спецпредставител|посланник|представител|envoy|representative|өкіл|өкүл|vakil|вакил|намоянда|wekil"),
        ),
        ("spokesman", r"пресс-секретар|представител|spokes|press secretary|речник|matbuot kotibi|матбуот котиби"),
        ("senator", r"сенатор|конгрессмен|senator|congress(?:man|woman)|rep\.|sen\."),
        (
            "head",
            (
                r"глав[аыеу]|руководител|директор|генсек|генеральн\w+ секретар|ceo|chief|head|director|chair|chairman|governor|"
                r"миллиардер|основател|бас директор|rahbar|раҳбар|президент|предпринимател|founder|billionaire"
            ),
        ),
        (
            "expert",
            (
                r"политолог|эксперт|аналитик|журналист|исследовател|саясаттанушы|саясат таануучу|siyosatshunos|"
                r"expert|analyst|scholar"
            ),
        ),
    )
)
# What the English title of a known office must hold for a title found in the text.
OFFICE_TITLES: dict[str, re.Pattern[str]] = {
    "foreign-minister": re.compile(r"foreign|FM|external|secretary of state", re.IGNORECASE),
    "head-of-government": re.compile(r"prime minister|premier|chancellor|chair\w* of the cabinet", re.IGNORECASE),
    "head-of-state": re.compile(r"^president|crown prince|emir|head of state|national leader", re.IGNORECASE),
    "minister": re.compile(r"minister|secretary|FM\b", re.IGNORECASE),
    "ambassador": re.compile(r"ambassador", re.IGNORECASE),
    "envoy": re.compile(r"envoy|representative", re.IGNORECASE),
    "spokesman": re.compile(r"press|spokes", re.IGNORECASE),
    "senator": re.compile(r"senator|congress", re.IGNORECASE),
    "head": re.compile(r"chair|director|ceo|head|governor|president|secretary.general|chief", re.IGNORECASE),
    "expert": re.compile(r"scientist|expert|fellow|journalist|director|chair", re.IGNORECASE),
}

# A title without a name that means the head of state of the country of publication.
HEAD_OF_STATE = re.compile(
    r"(?<!\w)(?:(?i:глав[аыеу]|главой) государства|(?i:мемлекет басшы)сы\w*|(?i:мамлекет башчы)сы\w*|(?i:davlat rahbar)i\w*|"
    r"(?i:давлат раҳбар)и\w*|(?i:сарвари давлат)\w*|(?i:döwlet baştutan)y\w*)(?!\w)"
)
# One of these stands in every text that the pattern fits.
HEAD_OF_STATE_WORDS = (" государства", "басшы", "башчы", "ахбар", "ahbar", "аҳбар", "арвари давлат", "aştutan")

# The rank of an ambassador, which is written with capitals and is no name.
RANK = re.compile(
    r"(?<!\w)(?:[Чч]резвычайн\w+ и [Пп]олномочн\w+(?: [Пп]ос(?:[ое]?л\w{0,2}|ланник\w*)(?!\w))?|"
    r"[Тт]өтенше және [Өө]кілетті(?: [Ее]лші\w*)?|[Аа]тайын жана [Ыы]йгарым [Уу]куктуу(?: [Ээ]лчи\w*)?|"
    r"[Ff]avqulodda va [Mm]uxtor(?: [Ee]lchi\w*)?|[Фф]авқулодд?а ва [Мм]ухтори?(?: [Ээ]лчи\w*)?|"
    r"[Aa]datdan daşary we [Dd]oly [Yy]gtyýarly(?: [Ii]lçi\w*)?|[Ee]xtraordinary and [Pp]lenipotentiary)(?!\w)"
)
# One of these stands in every text that the pattern fits.
RANK_WORDS = ("олномочн", "кілетті", "куктуу", "uxtor", "ухтор", "gtyýarly", "lenipotentiary")

# Money, not a state; an institution that other countries have under the same name.
DOLLAR_BEFORE = re.compile(r"(?:доллар\w*|долл\.?|доллари|\$)\s*\(?$", re.IGNORECASE)
DOLLAR_BEHIND = re.compile(r"(?:[-' ]?\w{0,4})? (?:доллар|dollar|долл\b)|\$", re.IGNORECASE)
STATE_BODY = re.compile(
    r"ministr|government|embassy|parliament|national bank|central bank|national assembly|president|senate|congress|"
    r"supreme court|армия|министр|үкімет|өкмөт|елшіліг|элчилиг|парламент|ұлттық банк|улуттук банк|сенат|мәжіліс|әкімшіліг|"
    r"vazirl|hukumat|elchixona|markaziy bank|majlis|prezident|вазирл|ҳукумат|элчихона|марказий банк|мажлис|президент|вазорат|"
    r"сафорат|бонки милл|"
    r"агенти|кумита|комитет|қўмита|qo'mita|agentlig|агенттиг|агентлиг|committee|agency|"
    r"маҷлис|hökümet|ilçihana|merkezi bank|mejlis|prokurat|прокурат|army|armed forces|navy|қарулы күш",
    re.IGNORECASE,
)
SHARED_INSTITUTIONS = frozenset(
    {"white-house", "us-congress", "mfa-kz", "mfa-kg", "mfa-uz", "mfa-tj", "mfa-tm", "us-commerce", "exim", "kurultai-kz"}
)

# "the 1992 United Kingdom general election", "2025 Almaty Marathon": names of events.
EVENT_BEFORE = re.compile(r"(?<!\d)(?:1[89]|20)\d\d $")
EVENT_BEHIND = re.compile(
    r" (?:(?:general|presidential|parliamentary|legislative|federal|gubernatorial|senate|house|mayoral|local) )?"
    r"(?:elections?|referendum|census|Marathon|Open|Cup|Games|Championships?|Olympics|Grand Prix|coup)(?!\w)",
    re.IGNORECASE,
)
# Georgia is the American state throughout a text that speaks of its towns and offices.
AMERICAN_GEORGIA_SOMEWHERE = re.compile(
    r"(?<!\w)Atlanta(?!\w)|state of Georgia|Governor of Georgia|"
    r"Georgia(?:'s)? (?:[Gg]overnor|[Ss]enator|Republican|Democrat|[Vv]oters|[Rr]unoff|Bulldogs|Tech(?!\w))"
)
# Places that are given names too: a surname behind makes one a person.
GIVEN_PLACES = frozenset(("Paris", "London", "Jordan", "Chad", "Georgia", "Israel", "Kenya", "India", "China", "Sofia", "Vienna"))
AMERICAN_GEORGIA = re.compile(r"(?:Atlanta|Savannah|Augusta|Columbus|Macon), $|state of $")

# A province, a valley or a sea called after the town is not the town: «Алматы облысы», "Fergana Valley", «водии Фарғона».
REGION_BEHIND = re.compile(
    r"[ -]"
    + join_by_letters(
        r"облыс|облус|вилоят|водий|аңғар|өрөөн|viloyat|vodiy|welaýat|sebiti|jülge|region|province|oblast|valley|район|"
        r"ауданы|туман|tuman|etrap|district"
    ),
    re.IGNORECASE,
)
REGION_BEFORE = re.compile(
    r"(?<!\w)"
    + join_by_letters(
        r"вилояти|водии|навоҳии|минтақаи|област[ьи]|областью|провинци\w+|долин[аыеу]|district of|province of|valley of"
    )
    + r" $",
    re.IGNORECASE,
)
# What carries a person's name without being about the person: streets, airports, universities, "named after".
NAMED_AFTER_BEFORE = re.compile(
    r"(?<!\w)"
    + join_by_letters(
        r"имени|им\.|улиц[аеыу]|ул\.|проспект\w*|пр\.|пр-т\w*|площад[ьи]|аэропорт\w*|стадион\w*|маршрут\w*|ба номи|"
        r"город\w*|г\.|шаҳри|city of|street|avenue"
    )
    + r"\s+[«\"“]?$",
    re.IGNORECASE,
)
NAMED_AFTER_BEHIND = re.compile(
    r"[»\"”]?\s+"
    + join_by_letters(
        r"атындағы|атындагы|nomidagi|nomli|номидаги|номли|adyndaky|university|университет|center|centre|tower|foundation|"
        r"street|avenue|airport|route|şäher|etrab|welaýat|шаар|қаласы|shahri|шаҳри|city|даңғылы|көшесі|көчөсү|"
        r"халықаралық әуежай"
    ),
    re.IGNORECASE,
)
# Before a full name: a namesake who lives by an art or a sport holds no office.
ARTIST_BEFORE = re.compile(
    r"(?<!\w)"
    + join_by_letters(
        r"поэт|писател|певец|певиц|актер|актрис|художник|композитор|режиссер|футболист|боксер|борец|борц|спортсмен|"
        r"скульптор|драматург|ақын|акын|жазушы|жазуучу|әнші|ырчы|суретші|сүрөтчү|shoir|yozuvchi|qo'shiqchi|xonanda|шоир|"
        r"ёзувчи|қўшиқчи|хонанда|нависанда|адиб|şahyr|ýazyjy|aýdymçy|poet|novelist|singer|actor|actress|painter|composer|"
        r"footballer|boxer|wrestler|sculptor"
    )
    + r"\w*(?:\s[^\W\d_]+)?\s$",
    re.IGNORECASE,
)
# Directly before a bare surname: not one of those whom the world knows by it.
CALLING_BEFORE = re.compile(
    r"(?<!\w)"
    + join_by_letters(
        r"майор|капитан|лейтенант|сержант|рядов(?:ой|ого)|следовател|участков|врач|доктор|учител|адвокат|судь[яиеюй]|"
        r"тренер|водител|фермер|студент|школьник|пенсионер|блогер|чемпион|защитник|вратар|нападающ|дәрігер|мұғалім|"
        r"дарыгер|мугалим|shifokor|o'qituvchi|шифокор|ўқитувчи|духтур|муаллим|lukman|mugallym|major|captain|lieutenant|"
        r"sergeant|detective|coach|farmer|driver|striker|goalkeeper|judge|lawyer"
    )
    + r"\w* $",
    re.IGNORECASE,
)
JUNIOR_BEHIND = re.compile(r"[- ](?:мл(?:адш\w+|\.)|jr\b|junior\b|kichi)", re.IGNORECASE)
CLUB_BEFORE = re.compile(
    r"(?<!\w)(?:FC|FK|HC|BC|VC|ФК|ХК|БК|ВК|МФК|(?i:(?:футбольн|хоккейн|баскетбольн)\w+ клуб\w*|football club|hockey club|"
    r"hotel|отел[ьяе]\w*|гостиниц\w+|ресторан\w*|кафе|клуби|дастаи|меҳмонхонаи|тарабхонаи)) [«\"“]?$"
)
# What the word before the quotation mark begins with, in small letters, where the pattern fits.
_CLUB_WORDS = "fc fk hc bc vc фк хк бк вк мфк club hotel отел клуб гостиниц ресторан кафе дастаи меҳмонхонаи тарабхонаи"
CLUB_WORDS = tuple(_CLUB_WORDS.split())
PART_OF_A_NAME_BEHIND = re.compile(
    r"[ -](?:Marathon|Open|Cup|City|Tigers|Pro Team|Qazaqstan Team|State University|Марафон|Сити|Моторс|Экспресс|Times|"
    r"Post|Wire|News|Herald|Tribune|Gazette|Observer|Insider|Chronicle|Journal|Today|Institute|International|Airport|University|Examiner|Consensus|Hub|Opera|Arena|Motors|Expo|Agreement|Accord|"
    r"Мотор|Опера|"
    r"Хаб|Арена|Экспо|Declaration|Treaty|Carter|Square|Wizards|Nationals|Presse|[Ss]pirit|"
    r"(?i:халықаралық|эл аралык|халқаро|xalqaro|halkara) (?:\w+ ){0,2}(?i:форум|forum|кино|kino|аэропорт|aeroport|фестивал|"
    r"festiwal|festival))"
)
# Words that begin a sentence before a name and are no given name.
_OPENERS = """
вчера сегодня завтра также как по об о ранее затем однако кроме кстати именно при что когда но а и он она сам сама ведь если
пока после до для без под над через между тогда потом позже далее наконец напомним отметим ныне нынче действительно президент
премьер министр глава лидер посол депутат спикер председатель директор господин товарищ мистер г-н г-жа лорд сэр король эмир
шейх канцлер госсекретарь генсек сенатор конгрессмен маршал генерал полковник академик профессор доктор политолог эксперт так
вот даже лишь только еще уже почему зачем где куда чем кто у с со к ко в во на за из от ни не или либо это эти этот тот та те
мы вы они я ты the a an in on at to of and but mr mrs ms dr president premier minister secretary ambassador senator when as
for with after before while former late king prince sheikh then also today yesterday why how what if since although chancellor
chairman director general бүгін кеше ал бірақ және мен сондай президенті министрі төраға бүгүн кечээ бирок жана ошондой төрага
президенттин bugun kecha ammo lekin va shu prezident vazir бугун кеча аммо лекин ва шу вазир имрӯз дирӯз аммо президенти
вазири раиси şu gün düýn emma we полномочный полномочного полномочному полномочным өкілетті укуктуу ygtyýarly
"""
OPENERS = frozenset(_OPENERS.split())
