"""Words around a capital that tell whether it is a place or its government, in eight languages.

As in `pipelines.naming.context_words` all patterns look at folded text and are stems.
"""

from __future__ import annotations

import re

from pipelines.alternation import join_by_letters

# Capitals as places: a preposition before (ru, tg, en), a case behind (kk, ky, uz, tk).
PLACE_BEFORE = re.compile(
    r"(?:^|(?<!\w))"
    + join_by_letters(
        r"в|во|из|до|под|около|близ|через|по|городе?|город[ауо]м?|г\.|столиц[аеыу]|столицей|столичн\w+|аэропорт\w*|"
        r"прибыл\w*|посети\w*|in|at|to|from|near|outside|around|into|visit(?:ed|s|ing)?|leaves?|left|reach(?:ed)?|"
        r"downtown|дар|аз|ба|то|шаҳри|қалъаи|пойтахт\w*|poytaxti|paýtagty|астанасы|елордасы|борбору|борбор шаары|capital"
    )
    + r"\s+$",
    re.IGNORECASE,
)
PARTNER_BEFORE = re.compile(
    r"(?:^|(?<![\w-]))"
    + join_by_letters(r"с|со|между|with|between|towards?|by|against|бо|байни|аз сӯи|аз ҷониби|для|против|со стороны|and|и|или|у")
    + r"\s+$",
    re.IGNORECASE,
)
OFFICIAL_BEFORE = re.compile(
    r"(?<!\w)(?:официальн(?:ый|ая|ого|ой|ому|ым|ую)|official|ресми|расмий|rasmiy|расмии|resmi)\s+$", re.IGNORECASE
)
# «считает Душанбе»: the verb stands before who says so.
SAID_BEFORE = re.compile(
    r"(?<!\w)"
    + join_by_letters(
        r"счита[ею]т|заяв(?:ил[аи]?|ля[ею]т)|отмеча[ею]т|полага[ею]т|подчеркива[ею]т|подчеркнул[аи]?|уверен[аы]?|"
        r"утвержда[ею]т|наде[ею]тся|предупре(?:дил[аи]?|жда[ею]т)|возража[ею]т|относится|смотрит|реагирует|возразил[аи]?|"
        r"said|says|argue[sd]?|insist(?:s|ed)?"
    )
    + r"\s+$"
)
# Where a name that does not inflect is the subject, and no genitive («жители Душанбе»).
CLAUSE_START = re.compile(
    r"(?:^|[.,;:!?…«»\"“”()\n–—-]\s*|(?<!\w)(?:и|а|но|что|чтобы|если|когда|пока|как|где|поскольку|хотя|ли|ни|то|также|однако|"
    r"вчера|сегодня|[Вв] \w+|потому|тем временем|\w+о)\s+)$"
)
# Tajik: what stands before belongs to the name («сокинони Душанбе»).
IZOFAT_BEFORE = re.compile(r"(?<!(?<!\w)к)и\s+$")
# What only a government has or is; the capital stands behind it in the genitive («позиция Астаны», «сиёсати Вашингтон»).
STATE_NOUN_BEFORE = re.compile(
    r"(?<!\w)"
    + join_by_letters(
        r"переговор|нерешительност|решимост|напор|уговор|агресси|экспанси|связ[ьией]|связям|союз(?!н)|спор(?!т)|конфликт|"
        r"сотрудничеств|сближени|контакт|договоренност|вмешательств|претензи|недовольств|посредничеств|угроз|уступк|"
        r"данны[хм]|мнени|верси|оценк|помощ|стремлени|позици|рол[иьеяю]|политик|интерес|намерени|решени|заявлени|"
        r"предложени|инициатив|отношени|власт|курс|желани|готовност|союзник|партн[её]р|влияни|давлени|поддержк|"
        r"сторон[аыеу]|усили|подход|стратеги|планы?\b|план[аоу]в?|ответ|реакци|согласи|отказ|выбор|амбици|авторитет|"
        r"дипломати|приоритет|обязательств|требовани|обвинени|приглашени|диалог\w* \w+ и|линия|линии|линию|взгляд|внимани|"
        r"заинтересованност|обещани|санкци|муносибат|робита|сиёсат|манфиат|мавқе|мавқеъ|нақш|policy|interests?|role|"
        r"position|decision|relations?|ties|support|influence|stance|allies|partners?|strategy|efforts|нужд|потребност|"
        r"опасени|беспокойств|молчани|участи|нигарони|бархӯрд|талаб|пешниҳод|кӯшиш|давлат|ҳукумат|мақомот"
    )
    + r"\w*\s+(?:муштараки\s+)?(?:of\s+|и\s+)?$",
    re.IGNORECASE,
)
STATE_NOUN_AFTER = re.compile(
    r"\s+(?:\w+\s+){0,1}(?:саясат|ұстаным|көзқарас|мүдде|рөл|пиғыл|ниет|ескерту|шешім|бастама|ұсыныс|қолдау|позици|кызыкчылык|"
    r"саясый|чечим|"
    r"демилге|сунуш|колдоо|ролу|siyosat|pozitsiya|manfaat|rol|qaror|tashabbus|taklif|qo'llab|сиёсат|позиция|манфаат|рол|қарор|"
    r"ташаббус|таклиф|syýasat|orny|bähbit|karar|başlangyç|teklip|goldaw|мақсат|талаб|жауаб|максат|жооб|maqsad|talab|"
    r"javob|мақсад|жавоб|maksat|talap|jogap|policy|interest|role|position|decision|stance|"
    r"support|strateg|influence|approach|ambition|government|dominance|willingness|readiness|commitment|intention|concern|"
    r"proposal|initiative|offer|demand|pressure|diplomacy|leverage|reluctance|silence|claims?\b|threat|warning|critici|control|"
    r"grip|ties\b|relations|allies|needs?\b|refusal|pledge|response|reaction|efforts|plans|priorit|views?\b|desire)\w*",
    re.IGNORECASE,
)
# What towns do and undergo; with «Ташкент посетит президент» the town is the object.
_RUSSIAN_PLACE_VERB = (
    r"ста(?:л|н)|явля|был|буд|раст|рос|вырос|(?:приним|приня)(?!\w+ (?:\w+ )?(?:решени|мер[ыу]?\b|закон|услови|участи))|"
    r"прим(?:ет|ут)|встре|отмеча|отмети|праздну|справля|слав|заним|занял|займ|"
    r"вош|вход|войд|насчит|жив|лежит|носи|стоит|стоял|просн|замерз|утоп|гор[ие]|опусте|оста(?:л|е|н)|цвет|потеря|пострада|"
    r"пережи|опере|обог|обош|возглав|попа|оказа(?!л\w? (?:поддерж|помощ|давлен|содейств))|лидир|распол|выигра|проигра|побед|"
    r"сыгра|игра|выгляд|дыш|шум|спит|манит|восхи|поража|удив|привлека|растян|простир|соедин|связыва|собер|собира|собрал|отста|"
    r"накры|накро|затоп|засып|охват|окута|парализ|посет|посещ|навест|покин|полон|преврат|хран|жд[еу]т|мож|располага"
)
_RUSSIAN_REFLEXIVE = (
    r"бо[ия]|верн|возвраща|вмешива|воздержа|воспольз|встрево|готов|добива|доби|договор|доволь|довер|колебл|лиш|наде|намере|"
    r"настраив|нужда|обеща|обижа|обра[тщ]а|обрати|обязу|обяза|объедин|огранич|определ|опаса|ориентир|откаж|отказ|откре|"
    r"открещ|отмежев|отстран|переключ|пересмотр|подключ|поделил|пожалов|приближ|придержив|присоедин|примир|пыта|попыта|"
    r"рассчит|реша|сближа|сблиз|согла[сш]|сомнева|относ|сосредоточ|сопротивл|справ|ссыла|стара|постара|столкну|стрем|стремил|"
    r"торгу|тороп|уклоня|убед|удивл|устран|уч|хваст|явил"
)
# Short adjectives: what one who decides is («близка к подписанию», but not «близка к Караганде»).
_RUSSIAN_ATTITUDE = (
    r"(?:готов|намерен|обеспокоен|озабочен|встревожен|уверен|убежден|вынужден|возмущен|удивлен|разочарован|раздражен|рад|обязан|"
    r"удовлетворен|впечатлен|настроен|нацелен|заинтересован|ориентирован|"
    r"(?:не)?довол(?:ен|ьн)|нейтрал(?:ен|ьн)|лоял(?:ен|ьн)|"
    r"(?:склон|соглас|способ|благодар|осторож|категорич|непреклон|солидар|вер)(?:ен|н))[аыо]?(?!\w)|близ(?:ок|ка|ки) к [а-я]|"
    r"открыт[аы]? (?:для|к) (?:\w+ )?(?:диалог|переговор|сотруднич|предложен|контакт|взаимодейств|обсужд)|"
    r"(?:остается|остаются) вер|против(?!\w)|вправе|в курсе"
)
_ENGLISH_STATE_VERB = (
    r"(?:abandon|accelerat|accept|acknowledg|adopt|aim|allow|appoint|approach|assur|avoid|believ|blam|block|boost|broker|cancel|"
    r"caution|compet|complain|conced|confirm|court|critici[sz]|cut|decid|declar|defend|delay|depend|deploy|dismiss|dispatch|"
    r"doubt|downplay|embrac|emphasi[sz]|encourag|endors|engag|envisag|envision|exchang|extend|extradit|favou?r|focus|fund|"
    r"grant|guarantee|hedg|ignor|impos|increas|intend|interven|introduc|invit|issu|lack|launch|lift|lobbi|lower|maintain|"
    r"mediat|mull|need|negotiat|note|object|oppos|perceiv|prais|prefer|prepar|press|pressur|prioriti[sz]|prolong|protest|"
    r"provid|pursu|rais|ratifi|react|reaffirm|recogni[sz]|redefin|redirect|reduc|refrain|regard|relie|remind|renew|replac|"
    r"request|requir|resist|restor|resum|retain|revers|revok|rul|sanction|shar|signal|slap|split|step|stop|strengthen|"
    r"stress|strip|struggl|submit|submitt|suppl[iy]e|suspect|swap|threaten|tighten|tolerat|treat|trust|underlin|"
    r"underscor|understand|unveil|upgrad|us|vetoe?|voic|vote|vow|warm|weigh|worri)(?:s|es|ed)(?!\w)|"
    r"(?:bans|banned|bet|bets|brought|brings|chose|chooses|cut|drew|feels|felt|finds|found|gave|gives|got|gets|held|holds|kept|"
    r"keeps|knows|knew|led|leads|let|lets|made|makes|met|owes|put|puts|ran|sees|saw|sells|sold|set up|sets|shut|spends|spent|"
    r"stood|stands (?:by|ready|firm)|stuck|sticks|takes|took|tells|told|thinks|thought|understood|withdrew|withdraws|withheld|"
    r"won't|wouldn't|can't|cannot|doesn't|didn't|isn't|hasn't|needs to|must|should)(?!\w)"
)
_ENGLISH_ATTITUDE = (
    r"(?:(?:remain|stay|seem|appear|becom|became|gr[eo]w|sound|feel)(?:s|ed|es|e)? )?(?:\w+ly )?"
    r"(?:able|adamant|afraid|angry|anxious|aware|cautious|close to (?:\w+ly )?(?!the )[a-z]+|committed|concerned|confident|"
    r"convinced|determined|disappointed|due to (?:sign|deliver|send|start)|eager|forced|frustrated|furious|grateful|hesitant|"
    r"hopeful|interested|keen|likely|obliged|open to(?! tourists| visitors| the public)|opposed|poised|prepared|ready|reliant|"
    r"reluctant|satisfied|sceptical|skeptical|serious about|set to(?! host| welcome| become| receive| get| see)|silent|unable|"
    r"unhappy|unlikely|unwilling|wary|willing|worried|betting|considering|counting|courting|leaning|looking|negotiating|planning|"
    r"preparing to|pushing|pressing|seeking|trying|turning|working|asking|demanding|offering|moving (?:to|closer|ahead))(?!\w)"
)
_RUSSIAN_ADVERB = (
    r"не|уже|также|вновь|снова|давно|всегда|теперь|ранее|сейчас|сегодня|по-прежнему|пока|явно|тоже|никого|ничего|крайне|весьма|"
    r"очень|лишь|еще|все|сама?|всячески|впервые|вдвое|здесь|тут|там|никак|\w{3,}(?:но|ски|ко|во|мо|шо)"
)
_ENGLISH_ADVERB = r"has|have|had|also|now|will|would|may|might|could|can|again|still|not|already|never|only|\w+ly"
_ENGLISH_BE = r"is|are|was|were|be|been"
_CAPITALISED = r"[A-ZА-ЯЁӘҒҚҢӨҰҮІЎҲҶŞÝ]\S+"
# Further capitals between a capital and the verb of all.
_ROW = rf"(?:(?:,?\s(?:ни\s)?{_CAPITALISED})?,?\s+(?:и|ни|and|nor|ва)\s+{_CAPITALISED})?\s+"
# Verbs of governments directly behind a capital as subject (at most adverbs or further capitals between).
STATE_VERB_AFTER = {
    "ru": re.compile(
        rf"{_ROW}(?:(?:{_RUSSIAN_ADVERB})\s+){{0,3}}(?:(?<=не )\w+(?:[лтс]|ла|ло|ли|тся|лся|лась)(?!\w)|"
        rf"(?!{_RUSSIAN_PLACE_VERB})[а-я]+(?:л|ла|ло|ли|[еи]т|[уюая]т)(?!\w)|"
        rf"(?!{_RUSSIAN_PLACE_VERB})(?:{_RUSSIAN_REFLEXIVE})[а-я]*с[яь](?!\w)|{_RUSSIAN_ATTITUDE}|"
        r"дал[аи]? понять|(?:молч|провод|выступ|сохран)\w*)"
    ),
    "en": re.compile(
        rf"{_ROW}(?:(?:{_ENGLISH_ADVERB}|{_ENGLISH_BE})\s+){{0,3}}{_ENGLISH_ATTITUDE}|"
        rf"{_ROW}(?:(?:{_ENGLISH_ADVERB})\s+){{0,2}}(?:{_ENGLISH_STATE_VERB}|"
        r"(?:did not|does not|do not|declin|hopes|fears|den[yi]|approv|sent|pays|paid|invest|import|export|suspend|summon|demand|"
        r"claim|argue|respond|retaliat|offer|buys|said|says|announce|agree|support|back|sign|seek|sought|want|urge|call|propose|"
        r"reject|refus|accus|warn|pledge|promise|hope|insist|consider|plan|expect|continu|view|push|move|shift|join|commit|"
        r"welcom|condemn|has been|look|try|tries)\w*)"
    ),
    "tg": re.compile(rf"{_ROW}(?:изҳор|эълон|пешниҳод|омода|дастгирӣ|тасмим|мехоҳад|даъват)"),
}
# A capital that something is asked of or given to: «Астане необходимо решить», «помог Ташкенту».
STATE_NEED_AFTER = re.compile(
    r"(?:,?\s+и\s+[А-Я]\S+)?\s+(?:(?:не|уже|теперь|также|все)\s+){0,2}(?:нужно|необходимо|следует|следовало|предстоит|удалось|"
    r"удастся|"
    r"прид[её]тся|пришлось|выгодн|невыгодн|важно|не хватает|грозят|угрожа|остается (?:лишь|только))"
)
STATE_GIFT_BEFORE = re.compile(
    r"(?<!\w)(?:переда[лдю]|отда[лдю]|предлож|напомни|помо[гч]|помощ|предъяв|выдел|прода[лею]|поставл?[ия]|уступ[ия]|обеща|"
    r"пообеща|разреш|позвол|ответ|возраз|поруч|довер|угрожа|грозит|прост|списа|гарант|сигнал|послани|одолж|ссуд|кредит|"
    r"задолжа)\w*\s+"
    r"(?:\w+\s+)?$"
)
DATIVE = re.compile("[уюе]$")
# The same in languages whose verb closes the clause; a noun with a possessive ending behind («Астана форумы») makes it a place.
_CLAUSE_VERB = join_by_letters(
    r"мәлімде|қолда|шақыр|айыпта|ұсын|жоспарла|ниетті|дайын(?!да)|билдир|колдо|чакыр|сунушта|даяр(?!да)|ma'lum qil|"
    r"bildir|qo'llab|tayyor(?!la|gar)|taklif|chaqir|rejalash|маълум қил|қўллаб|тайёр(?!ла|гар)|таклиф|чақир|beýan|"
    r"goldaýar|goldady|taýýar(?!la)|teklip|çagyr|үнсіз|бас тарт|жауап бер|уәде бер|мүдделі|қарсы шық|алаңда|xavotir|"
    r"хавотир|тынчсызда|aladaly|унчукпа|баш тарт|жооп бер|убада|кызыкдар|каршы чык|javob ber|rad et|va'da ber|"
    r"manfaatdor|qarshi chiq|жавоб бер|рад эт|ваъда бер|манфаатдор|қарши чиқ|jogap ber|boýun gaçyr|gyzyklan|isleý|"
    r"hohla|xohla|istay|истай|хоҳла|каала|қала(?=й)|ниет|розӣ|мехоҳ|мехост|эътироф|пазируф|рад кард|изҳор|эълон|"
    r"пешниҳод|омода|дастгирӣ|даъват|таъкид|медонад|медонист|мегӯяд"
)
_CLAUSE_VERB_END = (
    r"моқчи|moqchi|м[ае]кч[иы]|[мбп][ае]қ?кш[іы]|[ую][ғг][ае] (?:жақын|мәжбүр|міндетті)|"
    r"[уүю][уү][гк][аөе] (?:жакын|мажбур|милдеттүү)|shga (?:yaqin|majbur)|шга (?:яқин|мажбур)|"
    r"m[aä]g?[ae] (?:ýakyn|mejbur)"
)
STATE_VERB_IN_CLAUSE = re.compile(rf"\s[^.;:!?\n]{{0,80}}?(?<!\w)(?:{_CLAUSE_VERB}|\w+(?:{_CLAUSE_VERB_END}))\w*")
# A bare capital as the subject of a short clause («Бишкек кепилдик сурайт»), unless the verb is one of growing or hosting.
SUBJECT_OF_CLAUSE = {
    "kk": re.compile(
        r"(?: [а-яәғқңөұүі'-]+){0,3} (?P<verb>[а-яәғқңөұүі]+(?:[дт][ыі]|[ае]ды|еді|йд[ыі]|отыр|жатыр|үнсіз))(?=[.,;:!?\n]|$)"
    ),
    "ky": re.compile(r"(?: [а-яңөү'-]+){0,3} (?P<verb>[а-яңөү]+(?:[дт][ыиуү]|[аеоөй]т|жатат|унчукпайт))(?=[.,;:!?\n]|$)"),
    "uz": re.compile(r"(?: [a-z'-]+){0,3} (?P<verb>[a-z']+(?:di|ydi|moqda|yapti)|jim)(?=[.,;:!?\n]|$)"),
    "uz-Cyrl": re.compile(r"(?: [а-яўқғҳ'-]+){0,3} (?P<verb>[а-яўқғҳ]+(?:ди|йди|моқда|япти)|жим)(?=[.,;:!?\n]|$)"),
    "tk": re.compile(r"(?: [a-zäçňöşüýž'-]+){0,3} (?P<verb>[a-zäçňöşüýž]+(?:d[yi]|ýar|ýär))(?=[.,;:!?\n]|$)"),
    "tg": re.compile(
        r"(?: [а-яғқҳҷӣӯ'-]+){0,12}? (?P<verb>(?:на)?ме[а-яғқҳҷӣӯ]+(?:ад|анд)|[а-яғқҳҷӣӯ]+[а-яғқҳҷӣӯ][ртдшфх]д)(?=[.,;:!?\n]|$)"
    ),
}
PLACE_VERB = re.compile(
    r"өс|үлкей|айнал|атал|орналас|қарсы ал|қабылда|тойла|өзгер|бол|жайгаш|кабыл|тосуп|майрамда|ўс|o's|aylan|joylash|qabul|"
    r"kutib ol|o'zgar|bo'l|бўл|айлан|жойлаш|қабул|кутиб ол|ўзгар|ös|ýerleş|kabul|garşyla|üýtge|"
    # «Astana geldi» is "came to Astana": the case ending is lost in the vowel.
    r"gel[dý]|bard|barý|gitd|gidý|ugra|пазиро|ҷашн|ҷойгир|мешавад|шуд|табдил|меояд|омад|рафт|меравад"
)
POSSESSED_BEHIND = re.compile(
    r"\s+(?:(?:аэропорт|aeroport|университет|universitet|uniwersitet|институт|institut|ҳокимият|hokimiyat|häkimlig)\w*|"
    r"(?!\w*(?:[дтн][ыиіуү]|[dtn][iyuü])(?!\w))\w*(?:[сc]?[ыиіуү]|s?[iyuü])(?!\w))"
)
STATE_VERB_BEFORE = re.compile(
    r"(?<!\w)"
    + join_by_letters(
        r"поддерж|призв|призыва|обвин|убед|убежда|заверил|предупред|предупрежда|упрек|раскритиков|поблагодар|заставил|"
        r"втян|понять|понима|слуша|услыша|подтолкн|подталкива|критику|understand|convince|persuade|pressure|blame|praise|"
        r"criticis|criticiz|remind|invite|urged|accused|backed|warned|thanked|told|assured|pressed"
    )
    + r"\w*\s+$",
    re.IGNORECASE,
)
PLACE_CASE = {
    "kk": re.compile(r"(?:н?[дт][ае](?:н|ғы|гі)?|[қкғг][ае]|н?а|на|не|нан|нен)$"),
    "ky": re.compile(r"(?:н?[дт][аеоө](?:н|г[ыиуү])?|[кг][аеоө]|н[аеоө]|н[аеоө]н)$"),
    "uz": re.compile(r"(?:n?da(?:n|gi)?|n?ga|ka|qa|gacha)$"),
    "uz-Cyrl": re.compile(r"(?:н?да(?:н|ги)?|н?га|ка|қа|гача)$"),
    "tk": re.compile(r"(?:n?d[ae](?:n|ky|ki|äki)?|daky|däki|[aeä]|na|ne)$"),
}
PARTNER_CASE = {"kk": re.compile(r"[мбп]ен$")}  # the others have a word for it (`PARTNER_AFTER`)
# Between two towns there is a way, between two governments a relation.
WAY_BEFORE = re.compile(
    r"(?<!\w)(?:рейс|авиарейс|авиасообщ|сообщени|поезд|электричк|автобус|расстояни|трасс|дорог|маршрут|лини[яийю]|курсир|лета|"
    r"ход[ияе]|"
    r"километр|путешеств|езд|матч|flight|train|bus|route|road|highway|railway|railroad|distance|line|travel|journey|km|kilomet|"
    r"парвоз|ҳавопаймо|қатора|роҳ|масофа)\w*(?:\s+[а-яa-zёғқҳҷӣӯ-]+){0,3}\s+(?:между|between|байни)\s+(?:\S+\s+(?:и|and|"
    r"ва)\s+)?$",
    re.IGNORECASE,
)
WAY_BEHIND = re.compile(
    r"[^.;:!?\n]{0,40}?(?:арасында|ортасында|ортосунда|o'rtasida|ўртасида|arasynda)(?:\s\S+){0,2}?\s(?:пойыз|поезд|рейс|ұшақ|"
    r"учак|"
    r"жол|автобус|poyezd|reys|avtobus|samolyot|yo'l|самолёт|самолет|йўл|қатнов|otly|uçar|gatnaw|ýol|awtobus)"
)
TAJIK_WAY_BEHIND = re.compile(r"(?:\sва\s\S+)?(?:\s\S+){0,2}?\s(?:парвоз|ҳавопаймо|қатора|роҳ(?!бар))")
# One of these stands in what `WAY_BEFORE` fits.
BETWEEN_WORDS = ("ежду", "etween", "айни", "ЕЖДУ", "ETWEEN", "АЙНИ")
BETWEEN = re.compile(r"(?<!\w)(?:между|between|байни)\s+$", re.IGNORECASE)
AND = re.compile(r",?\s+(?:и|and|ва|va|hamda|ҳамда|және|жана|[мбп]ен|менен|bilan|билан|we|bilen)\s+")
PARTNER_AFTER = re.compile(r"\s+(?:(?:менен|bilan|билан|bilen)(?!\w)|арасында|ортасында|ортосунда|o'rtasida|ўртасида|arasynda)")
GENITIVE_CASE = {
    "kk": re.compile(r"[тдн][ыі]ң$"),
    "ky": re.compile(r"[тдн][ыиуү]н$"),
    "uz": re.compile(r"ning$"),
    "uz-Cyrl": re.compile(r"нинг$"),
    "tk": re.compile(r"[yiuü]ň$"),
}

# «Боку шаҳрига»: where a town is called one, it is no government.
CITY_BEHIND = re.compile(r" (?:қала|шаар|шаҳр|shahr|şäher|city)", re.IGNORECASE)
