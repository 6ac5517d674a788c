"""Words that tell what a name means in its sentence: titles, verbs of governments, prepositions of place, in eight languages.

All patterns look at folded text (ё is е, every apostrophe is ``'``). They are stems: what follows inside the word is free.
"""

from __future__ import annotations

import re

# A title before a bare name: the kind of office, and its words in ru, en, kk, ky, uz (both scripts), tg, tk.
TITLES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"(?<!\w)(?:{words})", re.IGNORECASE))
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
        ("ambassador", r"посол|посл[аоуе]|ambassador|елші|элчи|elchi|элчи|сафир|ilçi"),
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
                r"миллиардер|основател|бас директор|rahbar|раҳбар|директор|президент|предпринимател|founder|billionaire"
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

# Capitals as places: a preposition before (ru, tg, en), a case behind (kk, ky, uz, tk).
PLACE_BEFORE = re.compile(
    r"(?:^|(?<!\w))(?:в|во|из|до|под|около|близ|через|по|городе?|город[ауо]м?|г\.|столиц[аеыу]|столицей|столичн\w+|"
    r"аэропорт\w*|прибыл\w*|посети\w*|in|at|to|from|near|outside|around|into|visit(?:ed|s|ing)?|leaves?|left|reach(?:ed)?|"
    r"downtown|дар|аз|ба|то|шаҳри|қалъаи|пойтахт)\s+$",
    re.IGNORECASE,
)
PARTNER_BEFORE = re.compile(
    r"(?:^|(?<!\w))(?:с|со|между|with|between|towards?|by|against|бо|байни|аз сӯи|аз ҷониби|для|"
    r"против|со стороны|and|и|или|у)\s+$",
    re.IGNORECASE,
)
# What only a government has or is; the capital stands behind it in the genitive («позиция Астаны», «сиёсати Вашингтон»).
STATE_NOUN_BEFORE = re.compile(
    r"(?<!\w)(?:стремлени|позици|рол[иьеяю]|политик|интерес|намерени|решени|заявлени|предложени|инициатив|отношени|власт|курс|"
    r"желани|готовност|союзник|партн[её]р|влияни|давлени|поддержк|сторон[аыеу]|усили|подход|стратеги|планы?\b|план[аоу]в?|"
    r"ответ|реакци|согласи|отказ|выбор|амбици|авторитет|дипломати|приоритет|обязательств|требовани|обвинени|приглашени|"
    r"диалог\w* \w+ и|линия|линии|линию|взгляд|внимани|заинтересованност|обещани|санкци|"
    r"муносибат|робита|сиёсат|манфиат|мавқе|мавқеъ|нақш|"
    r"policy|interests?|role|position|decision|relations?|ties|support|influence|stance|allies|partners?|strategy|"
    r"efforts)\w*\s+(?:of\s+|и\s+)?$",
    re.IGNORECASE,
)
STATE_NOUN_AFTER = re.compile(
    r"\s+(?:\w+\s+){0,1}(?:саясат|ұстаным|көзқарас|мүдде|рөл|шешім|бастама|ұсыныс|қолдау|позици|кызыкчылык|саясый|чечим|"
    r"демилге|сунуш|колдоо|ролу|siyosat|pozitsiya|manfaat|rol|qaror|tashabbus|taklif|qo'llab|сиёсат|позиция|манфаат|рол|қарор|"
    r"ташаббус|таклиф|syýasat|orny|bähbit|karar|başlangyç|teklip|goldaw|мақсат|талаб|жауаб|максат|талаб|жооб|maqsad|talab|"
    r"javob|мақсад|жавоб|maksat|talap|jogap|policy|interest|role|position|decision|stance|"
    r"support|strateg|influence|approach|ambition|government|dominance|willingness|readiness|commitment|intention|concern|"
    r"proposal|initiative|offer|demand|pressure|diplomacy|leverage|response|reaction|efforts|plans|priorit|views?\b|desire)\w*",
    re.IGNORECASE,
)
# Verbs of governments directly behind a capital as subject (at most an adverb or another capital between).
STATE_VERB_AFTER = re.compile(
    r"\s+(?:(?:и|and|hamda|va|ва|жана|және|мен|we)\s+[A-ZА-ЯЁӘҒҚҢӨҰҮІЎҲҶŞÝ]\S+\s+)?(?:(?:не|уже|также|вновь|снова|давно|"
    r"всегда|теперь|ранее|сейчас|сегодня|по-прежнему|пока|явно|тоже|никого|ничего|has|have|had|is|are|was|also|now|will|"
    r"would|may|again|still|not|already)\s+){0,2}(?:(?<=не )\w+(?:[лтс]|ла|ло|ли|тся|лся|лась)(?!\w)|молч|направ|присла|дал |"
    r"настроен|заинтересован|опаса|надее|импортир|экспортир|закупа|инвестир|did not|does not|do not|declin|hopes|fears|den[yi]|"
    r"approv|sent|pays|paid|invest|import|export|suspend|summon|demand|claim|argue|respond|retaliat|offer|buys|sells|перех|переш|заяв|поддерж|подтвер|готов|намерен|хоч|хот[яе]т|стрем|отказ|подпис|договор|соглас|"
    r"призв|призыв|осуд|осужд|предлож|предлага|обеща|пообеща|ожида|счита|рассчит|настаива|вид[ия]т|добива|пыта|продолж|усил|"
    r"сохран|провод|планир|выступ|выраз|рассматрива|расценива|реши|ввел|вводит|наращива|укрепля|сделал|делает|демонстриру|"
    r"обвин|отверг|приветству|предупред|получ|сотруднич|выбра|выбира|созда|нача[лт]|начина|призна|отвеч|отвег|ответ|понима|"
    r"дал[аи]? понять|меня[ею]т|уступ|поставил|требу|said|says|announce|agree|support|back|sign|seek|sought|want|urge|call|"
    r"offer|propose|reject|refus|accus|warn|pledge|promise|hope|insist|consider|plan|expect|continu|view|push|move|shift|join|"
    r"commit|impos|welcom|condemn|has been|want|look|try|tries|изҳор|эълон|пешниҳод|омода|дастгирӣ|тасмим|мехоҳад|даъват)\w*",
)
# The same in languages whose verb closes the clause; a noun with a possessive ending behind («Астана форумы») makes it a place.
STATE_VERB_IN_CLAUSE = re.compile(
    r"\s[^.;:!?\n]{0,80}?(?<!\w)(?:мәлімде|қолда|шақыр|айыпта|ұсын|жоспарла|ниетті|дайын(?!да)|билдир|колдо|чакыр|"
    r"сунушта|даяр(?!да)|ma'lum qil|bildir|qo'llab|tayyor(?!la|gar)|taklif|chaqir|rejalash|маълум қил|билдир|қўллаб|"
    r"тайёр(?!ла|гар)|таклиф|чақир|beýan|goldaýar|goldady|taýýar(?!la)|teklip|çagyr|үнсіз|бас тарт|жауап бер|уәде бер|мүдделі|"
    r"қарсы шық|алаңда|xavotir|хавотир|тынчсызда|aladaly|\w+моқчи|\w+moqchi|"
    r"\w+м[ае]кч[иы]|\w+[мбп][ае]қ?кш[іы]|унчукпа|баш тарт|жооп бер|убада|кызыкдар|каршы чык|javob ber|rad et|"
    r"va'da ber|manfaatdor|qarshi chiq|"
    r"жавоб бер|рад эт|ваъда бер|манфаатдор|қарши чиқ|jogap ber|boýun gaçyr|gyzyklan|"
    r"isleý|hohla|xohla|istay|истай|хоҳла|каала|қала(?=й)|ниет|розӣ|"
    r"мехоҳ|мехост|эътироф|пазируф|рад кард|изҳор|"
    r"эълон|пешниҳод|омода|дастгирӣ|даъват|таъкид|медонад|медонист|мегӯяд)\w*"
)
# A bare capital as the subject of a short clause («Бишкек кепилдик сурайт»), unless the verb is one of growing or hosting.
SUBJECT_OF_CLAUSE = {
    "kk": re.compile(
        r"(?: [а-яәғқңөұүі'-]+){0,3} (?P<verb>[а-яәғқңөұүі]+(?:[дт][ыі]|[ае]ды|еді|йд[ыі]|отыр|жатыр|үнсіз))(?=[.,;:!?\n]|$)"
    ),
    "ky": re.compile(r"(?: [а-яңөү'-]+){0,3} (?P<verb>[а-яңөү]+(?:[дт][ыиуү]|[аеоөй]т|жатат|унчукпайт))(?=[.,;:!?\n]|$)"),
    "uz": re.compile(r"(?: [a-z'-]+){0,3} (?P<verb>[a-z']+(?:di|ydi|moqda|yapti)|jim)(?=[.,;:!?\n]|$)"),
    "uz-Cyrl": re.compile(r"(?: [а-яўқғҳ'-]+){0,3} (?P<verb>[а-яўқғҳ]+(?:ди|йди|моқда|япти)|жим)(?=[.,;:!?\n]|$)"),
    "tk": re.compile(r"(?: [a-zäçňöşüýž'-]+){0,3} (?P<verb>[a-zäçňöşüýž]+(?:d[yi]|ýar|ýär))(?=[.,;:!?\n]|$)"),
}
PLACE_VERB = re.compile(
    r"өс|үлкей|айнал|атал|орналас|қарсы ал|қабылда|тойла|өзгер|бол|жайгаш|кабыл|тосуп|майрамда|ўс|o's|aylan|joylash|qabul|"
    r"kutib ol|o'zgar|bo'l|бўл|айлан|жойлаш|қабул|кутиб ол|ўзгар|ös|ýerleş|kabul|garşyla|üýtge"
)
POSSESSED_BEHIND = re.compile(r"\s+(?!\w*(?:[дтн][ыиіуү]|[dtn][iyuü])(?!\w))\w*(?:[сc]?[ыиіуү]|s?[iyuü])(?!\w)")
STATE_VERB_BEFORE = re.compile(
    r"(?<!\w)(?:поддерж|призв|призыва|обвин|убед|убежда|заверил|предупред|предупрежда|упрек|раскритиков|поблагодар|заставил|"
    r"втян|urged|accused|backed|warned|thanked|told|assured|pressed)\w*\s+$",
    re.IGNORECASE,
)
PLACE_CASE = {
    "kk": re.compile(r"(?:н?[дт][ае](?:н|ғы|гі)?|[қкғг][ае]|н?а|на|не|нан|нен)$"),
    "ky": re.compile(r"(?:н?[дт][аеоө](?:н|г[ыиуү])?|[кг][аеоө]|н[аеоө]|н[аеоө]н)$"),
    "uz": re.compile(r"(?:n?da(?:n|gi)?|n?ga|ka|qa|gacha)$"),
    "uz-Cyrl": re.compile(r"(?:н?да(?:н|ги)?|н?га|ка|қа|гача)$"),
    "tk": re.compile(r"(?:n?d[ae](?:n|ky|ki|äki)?|daky|däki|[aeä]|na|ne)$"),
}
PARTNER_CASE = {
    "kk": re.compile(r"[мбп]ен$"),
    "ky": re.compile(r"$^"),
    "uz": re.compile(r"$^"),
    "uz-Cyrl": re.compile(r"$^"),
    "tk": re.compile(r"$^"),
}
# «Баку мен Анкарадағы»: the ending of the second is that of the first too.
PLACE_BESIDE = re.compile(r"\s+(?:мен|және|менен|жана|va|ва|hamda|ҳамда|bilan|билан|we|bilen)\s+([A-ZА-ЯӘҒҚҢӨҰҮІЎҲҶŞ][\w'-]+)")
PARTNER_AFTER = re.compile(r"\s+(?:менен|bilan|билан|bilen|арасында|ортасында|o'rtasida|ўртасида|arasynda)(?!\w)")
GENITIVE_CASE = {
    "kk": re.compile(r"[тдн][ыі]ң$"),
    "ky": re.compile(r"[тдн][ыиуү]н$"),
    "uz": re.compile(r"ning$"),
    "uz-Cyrl": re.compile(r"нинг$"),
    "tk": re.compile(r"[yiuü]ň$"),
}

# Money, not a state; an institution that other countries have under the same name.
DOLLAR_BEFORE = re.compile(r"(?:доллар\w*|долл\.?|доллари|\$)\s*\(?$", re.IGNORECASE)
DOLLAR_BEHIND = re.compile(r"(?:[-' ]?\w{0,4})? (?:доллар|dollar|долл\b)|\$", re.IGNORECASE)
STATE_BODY = re.compile(
    r"ministr|government|embassy|parliament|national bank|central bank|national assembly|president|senate|congress|"
    r"supreme court|армия|министр|үкімет|өкмөт|елшіліг|элчилиг|парламент|ұлттық банк|улуттук банк|сенат|мәжіліс|әкімшіліг|"
    r"vazirl|hukumat|elchixona|markaziy bank|majlis|prezident|вазирл|ҳукумат|элчихона|марказий банк|мажлис|президент|вазорат|"
    r"сафорат|бонки милл|"
    r"агенти|кумита|комитет|қўмита|qo'mita|agentlig|агенттиг|агентлиг|committee|agency|"
    r"маҷлис|hökümet|ilçihana|merkezi bank|mejlis|prokurat|прокурат|армия|army|armed forces|navy|қарулы күш",
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
AMERICAN_GEORGIA = re.compile(r"(?:Atlanta|Savannah|Augusta|Columbus|Macon), $|state of $")

# A province, a valley or a sea called after the town is not the town: «Алматы облысы», "Fergana Valley", «водии Фарғона».
REGION_BEHIND = re.compile(
    r"[ -](?:облыс|облус|вилоят|водий|аңғар|өрөөн|viloyat|vodiy|welaýat|sebiti|jülge|region|province|oblast|valley|район|ауданы|"
    r"туман|tuman|etrap|district)",
    re.IGNORECASE,
)
REGION_BEFORE = re.compile(
    r"(?<!\w)(?:вилояти|водии|навоҳии|минтақаи|област[ьи]|областью|провинци\w+|долин[аыеу]|district of|province of|valley of) $",
    re.IGNORECASE,
)
# «Боку шаҳрига»: where a town is called one, it is no government.
CITY_BEHIND = re.compile(r" (?:қала|шаар|шаҳр|shahr|şäher|city)", re.IGNORECASE)

# What carries a person's name without being about the person: streets, airports, universities, "named after".
NAMED_AFTER_BEFORE = re.compile(
    r"(?<!\w)(?:имени|им\.|улиц[аеыу]|ул\.|проспект\w*|пр\.|пр-т\w*|площад[ьи]|аэропорт\w*|стадион\w*|маршрут\w*|ба номи|"
    r"город\w*|г\.|шаҳри|city of|street|avenue)\s+[«\"“]?$",
    re.IGNORECASE,
)
NAMED_AFTER_BEHIND = re.compile(
    r"[»\"”]?\s+(?:атындағы|атындагы|nomidagi|nomli|номидаги|номли|adyndaky|university|университет|center|centre|tower|"
    r"foundation|street|avenue|airport|route|şäher|etrab|welaýat|шаар|қаласы|shahri|шаҳри|city|даңғылы|көшесі|көчөсү|"
    r"халықаралық әуежай)",
    re.IGNORECASE,
)
JUNIOR_BEHIND = re.compile(r"[- ](?:мл(?:адш\w+|\.)|jr\b|junior\b|kichi)", re.IGNORECASE)
CLUB_BEFORE = re.compile(
    r"(?<!\w)(?:FC|FK|HC|BC|VC|ФК|ХК|БК|ВК|МФК|(?i:(?:футбольн|хоккейн|баскетбольн)\w+ клуб\w*|football club|hockey club|"
    r"hotel|отел[ьяе]\w*|гостиниц\w+|ресторан\w*|кафе|клуби|дастаи|меҳмонхонаи|тарабхонаи)) [«\"“]?$"
)
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
вазири раиси şu gün düýn emma we
"""
OPENERS = frozenset(_OPENERS.split())
