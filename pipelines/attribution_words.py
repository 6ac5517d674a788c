"""Tables of the words that give somebody's words to a speaker, by language, as parts of patterns."""

from __future__ import annotations

from c5watch.knowledge.types import OfficeKind

VERBS = {
    "ru": r"сказал[аио]?|заявил[аио]?|заявля[ею]т|отметил[аио]?|подчеркнул[аио]?|добавил[аио]?|добавляет|сообщил[аио]?|"
    r"сообща[ею]т|"
    r"рассказал[аио]?|рассказыва[ею]т|пояснил[аио]?|поясняет|объяснил[аио]?|объясняет|уточнил[аио]?|уточня[ею]т|"
    r"(?:говорится|отмечается|сообщается|сказано|указано|указывается|подч[её]ркивается) в|"
    r"напомнил[аио]?|признал(?:ся|ась|ось|а|и|о)?|призна[её]тся|счита[ею]т|полага[ею]т|говор[ия]т|говорил[аио]?|утвержда[ею]т|"
    r"заверил[аио]?|уверяет|выразил[аио]?|указал[аио]?|указыва[ею]т|заметил[аио]?|подтвердил[аио]?|подтвержда[ею]т|"
    r"опроверг(?:ла|ло|ли)?|опровергает|анонсировал[аио]?|доложил[аио]?|информиру[ею]т|проинформировал[аио]?|"
    r"ответил[аио]?|отвечает|написал[аио]?|пишет|предупредил[аио]?|предупрежда[ею]т|констатировал[аио]?|отмеча[ею]т|"
    r"подч[её]ркива[ею]т|"
    r"заключил[аио]?|цитиру[ею]т|уверен[аы]?|возразил[аи]?|возражает|удивил(?:ся|ась)|жалуется|пожаловал(?:ся|ась)|сетует|"
    r"вспоминает|"
    r"предположил[аио]?|настаива[ею]т|продолжает|продолжил[аи]?|пообещал[аио]?|парировал[аи]?|подытожил[аи]?|поделил(?:ся|ась)|"
    r"наде[ею]тся|"
    r"призвал[аио]?|призыва[ею]т|поблагодарил[аио]?|резюмировал[аи]?|убежд[её]н[аы]?|обратил[аио]? внимание|"
    r"прокомментировал[аио]?|высказал(?:ся|ась|ись|а|и)?|посетовал[аио]?|отреагировал[аио]?|напомина[ею]т|заверя[ею]т|уведомил[аио]?|"
    r"акцентировал[аио]? внимание|"
    r"комментиру[ею]т|шутит|приводит|согласил(?:ся|ась|ись)|прогнозиру[ею]т|выступил[аио]? с заявлением",
    "en": r"said|says?|told|added|noted|stated|stressed|explained|emphasi[sz]ed|remarked|argued|argues?|warned|warns?|wrote|"
    r"writes|"
    r"declared|replied|insisted|insists|acknowledged|admitted|recalled|believes?|claimed|commented|adds|notes|explains|asked|"
    r"tweeted|posted|pointed out|underlined|underscored|announced|confirmed|complained|predicted|predicts|suggested|cautioned|"
    r"concluded|continued|adding|noting|stressing|stating|pledged|reads|reported|estimated|estimates|thinks|joked|answered|"
    r"reiterated|observed|observes|maintained|maintains|highlighted|urged|vowed|assured|alleged|disclosed|revealed|asserted|"
    r"stresses|tells|clarified|informed|responded|affirmed|reaffirmed|indicated|conceded|contends|reminded|hopes|expects",
    "kk": r"деді|дейді|деген(?! [а-яәғқңөұүһі])|мәлімде(?:ді|ген|йді)|атап өт(?:ті|кен)|айт(?:ты|қан)|хабарла(?:ды|йды|ған)|жеткізді|түсіндірді|"
    r"баянда(?:ды|йды)|ескертті|жазды|жазады|"
    r"сенім білдірді|еске салды|тоқталды|атап көрсетті|деп сана(?:йды|йдым)|деп есептейді|делінген|делінеді|қосты|растады|"
    r"мәлім етті|айтып (?:өтті|берді)|деп біледі|айтады|атап айтты|баса айтты|сендірді|нақтылады|пайымдады|мойындады|толықтырды|"
    r"(?<=деп )жауап (?:берді|қатты)|алға тартты|тілге тиек етті|деп (?:ойлайды|болжайды|топшылайды)|деп жазыл(?:ған|ды)",
    "ky": r"деди|дейт|билдир(?:ди|ген|ет)|белгиле(?:ди|ген)|айтты|айткан|кабарла(?:ды|йт|ган)|түшүндүрдү|кошумчала(?:ды|ган)|"
    r"эске салды|эскерди|жазды|жазган|жазат|баса белгиледи|деген(?! [а-яңөү])|"
    r"эскертти|ынандырды|деп эсептей(?:т|шет)|деп ойло(?:йт|шот)|деп айтылат|ырастады|маалымда(?:ды|ган)|айтып өттү|"
    r"айтып берди|маалымат берди|айтат|айтышты|белгилейт|билдиришти|белгилешти|дешти|ырастаган|тактады|ишендирди|мойнуна алды|"
    r"(?<=деп )жооп берди|деп жазыл(?:ган|ды)",
    "uz": r"de(?:di|dilar|ydi|gan(?! [a-z])|yishdi)|ta['’‘ʻʼ]?kidla(?:di|dilar|gan|gandi|ydi|moqda|b o['’‘ʻʼ]tdi)|bildir(?:di|dilar|gan|gandi|moqda)|"
    r"ma['’‘ʻʼ]?lum (?:qil(?:di|dilar|gan|gandi|moqda)|berdi)|ayt(?:di|dilar|gan|gandi|moqda|adi|ib o['’‘ʻʼ]tdi|ib berdi)|"
    r"qayd et(?:di|dilar|gan|gandi|ib o['’‘ʻʼ]tdi)|qo['’‘ʻʼ]shimcha qil(?:di|gan)|tushuntir(?:di|gan)|eslat(?:di|gan|ib o['’‘ʻʼ]tdi)|"
    r"yoz(?:di|gan|moqda|adi)|xabar qildi|xabar ber(?:di|gan|moqda|adi)|izoh(?:ladi| berdi)|deyiladi|deyilgan|"
    r"deb (?:hisobla(?:ydi|shadi)|o['’‘ʻʼ]ylaydi|biladi)|tasdiqla(?:di|gan)|(?<=deb )javob (?:berdi|qaytardi)|ma['’‘ʻʼ]?lumot berdi|"
    r"u[qğ][td]ir(?:di|gan)|bayon (?:qil|et)(?:di|gan|gandi)|e['’‘ʻʼ]?lon qil(?:di|gan)|e['’‘ʻʼ]?tirof etdi|tan oldi|ogohlantirdi|"
    r"va['’‘ʻʼ]?da berdi|da['’‘ʻʼ]?vo qil(?:di|moqda)|xulosa qildi",
    "uz-Cyrl": r"де(?:ди|дилар|йди|ган(?! [а-яўқғҳ])|йишди)|таъкидла(?:ди|дилар|ган|ганди|йди|моқда|б ўтди)|билдир(?:ди|дилар|ган|ганди|моқда)|"
    r"маълум (?:қил(?:ди|дилар|ган|ганди|моқда)|берди)|айт(?:ди|дилар|ган|ганди|моқда|ади|иб ўтди|иб берди)|"
    r"қайд эт(?:ди|дилар|ган|ганди|иб ўтди)|қўшимча қил(?:ди|ган)|тушунтир(?:ди|ган)|эслат(?:ди|ган|иб ўтди)|"
    r"ёз(?:ди|ган|моқда|ади|иб қолдирди)|хабар қилди|хабар бер(?:ди|ган|моқда|ади)|изоҳ(?:лади| берди)|дейилади|дейилган|"
    r"деб (?:ҳисобла(?:йди|шади)|ўйлайди|билади)|тасдиқла(?:ди|ган)|(?<=деб )жавоб (?:берди|қайтарди)|маълумот берди|"
    r"уқтир(?:ди|ган)|баён (?:қил|эт)(?:ди|ган|ганди)|эълон қил(?:ди|ган)|эътироф этди|тан олди|огоҳлантирди|ваъда берди|"
    r"даъво қил(?:ди|моқда)|хулоса қилди",
    "tg": r"гуфт(?:анд|ааст|аанд|а буд|а буданд|а?аст)?|мегӯянд?|"
    r"(?:изҳор|иброз|эълом|таъкид|қайд|зикр|илова|хотиррасон|хотирнишон|тасдиқ|эълон|эътироф|ёдрас|баён|такрор|ишора|огоҳ|"
    r"изҳори (?:назар|ақида|андеша|умед|боварӣ|умедворӣ|нигаронӣ|ташвиш)) "
    r"(?:кард|намуд|дошт)(?:ааст|анд|аанд|а буд|а буданд)?|"
    r"(?:таъкид|қайд|зикр|илова|эълон|тасдиқ|такрор|ишора) (?:мекунанд?|менамоянд?|медоранд?)|афзуд(?:ааст|анд|аанд)?|меафзоянд?|"
    r"(?:хабар|тавзеҳ|шарҳ|иттилоъ|посух|ҷавоб|ҳушдор|ваъда) (?:дод(?:ааст|анд|аанд|а буд|а буданд)?|медиҳанд?)|"
    r"ёдовар шуд(?:ааст|анд|аанд)?|навишт(?:ааст|анд|аанд)?|менависанд?|омадааст|"
    r"(?:гуфта|зикр|қайд|таъкид|илова) (?:мешавад|мегардад|шудааст|гардидааст|шуд)|мешуморанд?|мепиндоранд?|ба ин назар аст",
    "tk": r"diýdi(?:ler)?|diýýär(?:ler)?|diýipdir|belle(?:di(?:ler)?|ýär(?:ler)?|pdir)|nygta(?:dy(?:lar)?|ýar|pdyr)|"
    r"aýt(?:dy(?:lar)?)|aýdýar(?:lar)?|aýdypdyr|habar ber(?:di|ýär|ipdir)|düşündirdi|goşdy|ýaz(?:dy|ýar|ypdyr)|mälim etdi|"
    r"beýan (?:etdi|edýär)|ýatlat(?:dy|ýar)|(?:ýatlap|belläp|aýdyp|nygtap) geçdi|diýilýär|bellenilýär|aýdylýar|"
    r"(?:hasapla|tassykla)(?:ýar(?:lar)?|dy)|duýdurdy|yglan etdi|jogap berdi|diýip hasaplaýar",
}
# The speaker stands behind these words (Russian, English, Tajik) or before them (the Turkic languages, whose verbal nouns
# carry the meaning in their ending: айтуынша, белгилешинче, ta’kidlashicha, bellemegine görä).
ACCORDING_BEFORE = {  # by first letters
    "ru": {
        "Пп": r"о (?:его |её |ее |их )?(?:словам|мнению|оценке|убеждению|утверждению)",
        "Сс": r"о слов",
        "Кк": r"ак (?:считает|полагает|утверждает|говорит|рассказывает|заверил[аи]?|пишет|пишут|сообщает|сообщают|переда[её]т|"
        r"отмечает|(?:ранее |уже )?(?:сообщил|отметил|рассказал|пояснил|подчеркнул|заявил|уточнил|сказал|добавил|напомнил|"
        r"объяснил)[аи]?)",
    },
    "en": {
        "Aa": r"ccording to|s (?:noted|explained|stated|stressed) by",
        "Ii": r"n the words of|n (?:his|her|their) (?:words|view|opinion)",
    },
    "tg": {
        "Бб": r"а (?:гуфтаи|андешаи|қавли|ақидаи|таъкиди|иттилои|назари)|ино ба (?:гуфтаи|иттилои|маълумоти|андешаи)",
        "ТтМм": r"(?:ибқи|увофиқи) (?:гуфтаи|иттилои|маълумоти|андешаи)",
        "Аа": r"з рӯи гуфтаи",
    },
}
# How their last word ends, to find them by; the whole is read from there.
ACCORDING_ENDS = {
    "kk": r"ынша|інше|сүйенсек|қарағанда",
    "ky": r"ынча|инче|унча|үнчө|айтымында|пикиринде|караганда|ылайык|боюнча|оюнда|баамында|айтканында",
    "uz": r"shlaricha|shicha|ko['’‘ʻʼ]ra|fikricha",
    "uz-Cyrl": r"шларича|шича|кўра|фикрича",
    "tk": r"görä|laýyklykda|pikiriçe",
}
ACCORDING_AFTER = {
    "kk": r"\w{2,}(?:уынша|уінше)|сөз(?:інше|іне қарағанда|дерінше|деріне қарағанда)|пікірінше|пікіріне сүйенсек|"
    r"(?:мәлімет|дерек|ақпарат)(?:інше|теріне сүйенсек|іне сүйенсек|іне қарағанда)|ойынша|болжамынша",
    "ky": r"\w{2,}(?:ш|ыш|иш|уш|үш)(?:ынча|инче|унча|үнчө)|айтымында|сөзүнө караганда|сөзүнө ылайык|сөзү боюнча|пикиринде|"
    r"пикири боюнча|айтканы(?:на караганда|нда)|айткандарына караганда|ою боюнча|оюнда|маалыматына ылайык|баамында",
    "uz": r"(?:(?:qo['’‘ʻʼ]shimcha|ma['’‘ʻʼ]?lum|qayd|bayon|xabar|izoh|"
    r"ma['’‘ʻʼ]?lumot) )?[\w'’‘ʻʼ]{3,}(?<![a-pr-z]il)(?<!in)(?<!an)(?:i|a|la)sh(?:lar)?icha|so['’‘ʻʼ]z(?:i|lari)ga ko['’‘ʻʼ]ra|fikricha|"
    r"(?:ma['’‘ʻʼ]?lumoti|xabari)ga "
    r"ko['’‘ʻʼ]ra",
    "uz-Cyrl": r"(?:(?:қўшимча|маълум|қайд|баён|хабар|изоҳ|маълумот) )?[\w'’‘ʻʼ]{3,}(?<![а-я]ил)(?<!ин)(?<!ан)(?:и|а|ла)ш(?:лар)?ича|"
    r"сўз(?:и|лари)га кўра|фикрича|(?:маълумоти|хабари)га кўра",
    "tk": r"\w{2,}m(?:agyna|egine) (?:görä|laýyklykda)|söz(?:ü|leri)ne görä|pikirine görä|pikiriçe|aýdyşyna görä",
}
# «Об этом заявил …»: what was said stands before.
ABOUT = {
    "ru": r"Об этом|Так (?=в |на |ответил|сообщил|заявил|считает|прокомментировал)|О чем|О чём|(?:Такое|Соответствующее) (?:заявление|мнение)|Такую (?:информацию|оценку)|Данную информацию",
    "en": r"(?:This|It) was|The (?:statement|announcement|remarks?|comments?) (?:was|were|came)",
    "kk": r"(?:Бұл|Ол|Осы) (?:туралы|жайлы|жөнінде|жайында|жөнінен)|Бұл жайтты|(?:осылай|бұлай) деп",
    "ky": r"(?:Бул|Ал) (?:тууралуу|туурасында|жөнүндө|тууралу)|Мындай (?:маалыматты|билдирүүнү|пикирди)|(?:ушундай|ушинтип|"
    r"мындай) деп",
    "uz": r"shunday de(?:di|ya|b)|(?:Bu|Shu) (?:haqda|haqida|to['’‘ʻʼ]g['’‘ʻʼ]rida|to['’‘ʻʼ]g['’‘ʻʼ]risida)",
    "uz-Cyrl": r"шундай де(?:ди|я|б)|(?:Бу|Шу) (?:ҳақда|ҳақида|тўғрида|тўғрисида)",
    "tg": r"Дар ин (?:бора|хусус)|Ин (?:ҳақда|маълумотро|хабарро)|Дар бораи ин",
    "tk": r"şeýle diýdi|(?:Bu|BU|Ol) (?:barada|hakda|hakynda)",
}
# «говорится в заявлении»: a document speaks, for whoever spoke last unless its owner stands beside it.
DOCUMENT = {
    "ru": r"(?:говорится|отмечается|сообщается|сказано|указано|указывается|подч[её]ркивается) в",
    "en": r"reads",
    "kk": r"делінген|делінеді|деп жазыл",
    "ky": r"деп айтылат|деп жазыл",
    "uz": r"deyiladi|deyilgan",
    "uz-Cyrl": r"дейилади|дейилган",
    "tg": r"(?:гуфта|зикр|қайд|таъкид|илова) (?:мешавад|мегардад|шуд)|омадааст",
    "tk": r"diýilýär|bellenilýär|aýdylýar",
}
# Verbs with which a newsroom names its source behind a whole sentence («…, деп хабарлайды Altyn Aqparat»).
RELAYS = {
    "ru": r"переда[её]т|сообща[ею]т|сообщил[аио]?|пишет|информиру[ею]т",
    "en": r"reports?|reported|writes",
    "kk": r"хабарла(?:ды|йды|ған)|жазды|жазады",
    "ky": r"кабарла(?:ды|йт|ган)|жазды|жазат",
    "uz": r"xabar ber(?:di|gan|moqda|adi)|xabar qildi|yoz(?:di|moqda|adi)",
    "uz-Cyrl": r"хабар бер(?:ди|ган|моқда|ади)|хабар қилди|ёз(?:ди|моқда|ади)",
    "tg": r"хабар (?:дод|медиҳад|доданд)|менависад|навишт",
    "tk": r"habar ber(?:di|ýär)|ýaz(?:dy|ýar)",
}
# The word that ends what is said, before the verb of saying.
SO = r"(?:деп|дея|деб|deb|deya|diýip|осылай деп)"
# Whose words a newsroom passes on: «сообщает агентство со ссылкой на …».
RELAYED = {
    "ru": r"со ссылкой на|ссылаясь на|слова",
    "en": r"citing|quoting|, as quoted by",
}
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
    r"(?:лар|лер|дар|дер|тар|тер)і?",
    "ky": r"(?:эксперт?|адис|экономист?|саясатчы|окумуштуу|депутат|дипломат|ишкер|серепчи|бийлик өкүл|синоптик|талдоочу)"
    r"(?:лер|лар|дер|дар|тер|тар|лөр|төр)[иү]?",
    "uz": r"(?:ekspert|mutaxassis|iqtisodchi|siyosatshunos|olim|deputat|diplomat|tadbirkor|tahlilchi|sinoptik|kuzatuvchi|"
    r"rasmiy|mas['’‘ʻʼ]ul)lar",
    "uz-Cyrl": r"(?:эксперт|мутахассис|иқтисодчи|сиёсатшунос|олим|депутат|дипломат|тадбиркор|таҳлилчи|синоптик|кузатувчи|расмий|"
    r"масъул)лар",
    "tg": r"(?:коршинос|мутахассис|иқтисодшинос|сиёсатшинос|олим|вакил|дипломат|соҳибкор|таҳлилгар|донишманд)(?:он|ҳо)",
    "tk": r"(?:bilermen|hünärmen|ykdysatçy|syýasatçy|alym|deputat|diplomat|telekeçi|synçy)(?:ler|lar)",
}
# Who was named before: he, she, and words that say no more than that somebody speaks.
PRONOUNS = {
    "ru": r"там же|он|она|они|его|её|ее|их|(?:политик|чиновник|эксперт|политолог|дипломат|собеседник|спикер|специалист|"
    r"экономист|аналитик|депутат|историк|юрист|востоковед)а?|уч[её]н(?:ый|ого)",
    "en": r"he|she|they|it|the (?:\w+ )?(?:official|diplomat|expert|analyst|spokesman|spokeswoman|spokesperson|politician|leader|"
    r"economist|lawmaker|scholar|researcher)",
    "kk": r"ол|оның|сарапшы|экономист|саясаттанушы|дипломат|депутат|саясаткер",
    "ky": r"ал|анын|эксперт|экономист|саясатчы|дипломат|депутат",
    "uz": r"u|uning|ekspert|iqtisodchi|mutaxassis|diplomat|deputat",
    "uz-Cyrl": r"у|унинг|эксперт|иқтисодчи|мутахассис|дипломат|депутат",
    "tg": r"ӯ|вай|коршинос|иқтисодшинос|дипломат|вакил",
    "tk": r"ol|onuň|bilermen|ykdysatçy|diplomat|deputat",
}
# Behind a quote and a dash or comma any verb says: «…», – поправил его Рахмон.
ANY_VERB = {
    "ru": r"[,!?…]?\s?[–—-]\s(?:не без \w+ |тут же |\w+о )?"
    r"(?P<verb>\w{2,}(?:[аеиоуыяё]л(?:а|и|о)?(?:с[ья])?|[еёи]т(?:с[ья])?|[ую]т|[ая]т))(?=\s)",
    "en": r"\s(?P<verb>\w{3,}ed|\w{3,}s)(?=\s(?:the |an? )?\w)",
}
# Titles of one person, in lower case: the holder's name, where the text has it, says more.
TITLES = {
    "ru": r"президент\w{0,2}|"
    r"глав[аыеу](?: (?:государства|мид\w?|правительства|(?:внешнеполитического )?ведомства|кабмина|региона|минэнерго|минфина))?|"
    r"директор\w?|премьер-министр\w{0,2}|премьер\w?|вице-премьер\w{0,2}|министр\w{0,2}|пос(?:ол|ла|лу)|госсекретар[ьяю]|"
    r"пресс-секретар[ьяю]|мэр\w?|аким\w?|лидер\w?|председател[ьяю]",
    "en": r"president|vice president|prime minister|foreign minister|minister|ambassador|head of state|head of government|"
    r"secretary of state|mayor|spokes(?:man|woman|person)|leader|chairman",
    "kk": r"президент|министр|вице-премьер|мемлекет басшысы|үкімет басшысы|басшысы|премьер-министр|премьер|елші|баспасөз хатшысы|"
    r"төрағасы|ресми өкілі?|көшбасшысы?",
    "ky": r"президент|министр|вице-премьер|(?:мамлекет|өлкө|өкмөт) башчы(?:сы)?|башчысы|премьер-министр|элчи|басма сөз[ -]катчысы|төрагасы|"
    r"жетекчиси|лидери",
    "uz": r"prezident|vazir|davlat(?:imiz)? rahbari|rahbari|bosh vazir|elchi|matbuot kotibi|raisi|yetakchisi",
    "uz-Cyrl": r"президент|вазир|давлат(?:имиз)? раҳбари|раҳбари|бош вазир|элчи|матбуот котиби|раиси|етакчиси",
    "tg": r"президент|вазир|(?:сарвари|роҳбари|раҳбари) (?:давлат|кишвар)|пешвои миллат|раиси ҷумҳур\w{0,2}|раиси?ҷумҳур|"
    r"сарвазир|нахуствазир|сафир",
    "tk": r"prezident|ministr|döwlet baştutan\w{0,4}|baştutany|ilçi|milli lider|ýolbaşçysy|başlygy",
}
# Titles of the same person, by their beginnings.
SAME_TITLE = {
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
    "davlat rahbari": "prezident",
    "davlatimiz rahbari": "prezident",
    "давлат раҳбари": "президент",
    "давлатимиз раҳбари": "президент",
    "сарвари": "президент",
    "пешвои миллат": "президент",
    "раиси ҷумҳур": "президент",
    "раисиҷумҳур": "президент",
    "раисҷумҳур": "президент",
    "нахуствазир": "сарвазир",
    "döwlet baştutan": "prezident",
    "milli lider": "prezident",
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
# The leader of a country is its head of state, where the country is named.
LEADERS = ("глав", "лидер", "leader", "басшы", "көшбасшы", "башчы", "лидери", "rahbari", "yetakchi", "раҳбари", "етакчи", "baştutany")
# Ministries of foreign affairs by the words of their names, for «Сыртқы істер министрі», «Россия ТИВ раҳбари».
FOREIGN = (
    r"(?<!\w)(?:мид|сім|тим|tiv|тив|dim)(?!\w)|иностранн|внешнеполит|foreign|сыртқы іс|тышкы иш|tashqi ishlar|ташқи ишлар|"
    r"хориҷ|daşary işler"
)
# Who stands for somebody else: «заместитель министра», «министрдин орун басары».
DEPUTIES = (
    r"(?:заместител\w+|первого зам\w*|помощник\w?|советник\w?|представител\w+|deputy|vice|муовини) (?:[\w-]+ )?$",
    r"\w* (?:орынбасары|орун басары|o['’‘ʻʼ]rinbosari|ўринбосари|муовини|orunbasary|kömekçisi|ёрдамчиси|yordamchisi|кеңесшісі)",
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
    r"нацбанк\w?|секретариат\w?|(?:газет\w|издани\w|агентств\w|телеканал\w?|портал\w?|журнал\w?) «[^»\n]{2,40}»",
    "en": r"foreign ministry|ministry|embassy|government|white house|state department|kremlin|world bank|press service|"
    r"press office|"
    r"akorda|european commission|commission|central bank|national bank|company|police|secretariat|"
    r"committee|development bank|agency|survey|office|council|newspaper|daily|association|union|university|army|"
    r"institute|delegation|statement",
    "kk": r"баспасөз қызметі|министрлі(?:гі|к)|елшілі(?:гі|к)|үкіметі?|сім|ақорда|ақ үй|кремль|компаниясы|комитеті|банкі?|"
    r"агентті(?:гі|к)|департаменті?|қоры|палатасы|парламенті?|басқармасы|прокуратурасы?|полиция|әкімдігі|ведомство|орталығы|"
    r"ассоциациясы|ұйымы",
    "ky": r"(?:басма сөз|маалымат) кызматы|министрлиги|министрлик|элчилиги|элчилик|өкмөтү?|тим|ак үй|кремль|компаниясы|"
    r"комитети|банкы?|"
    r"агенттиги|департаменти?|фонду|палатасы|парламенти?|башкармалыгы|прокуратурасы?|милиция|мэриясы?|мекеме|борбору|уюму",
    "uz": r"(?:matbuot|axborot) xizmati|vazirligi|vazirlik|elchixonasi|elchixona|hukumati?|tiv|oq uy|kreml|kompaniyasi|"
    r"qo['’‘ʻʼ]mitasi|"
    r"banki?|agentligi|departamenti?|jamg['’‘ʻʼ]armasi|palatasi|parlamenti?|boshqarmasi|prokuraturasi?|xizmati|hokimligi|markazi|"
    r"tashkiloti|nashr",
    "uz-Cyrl": r"(?:матбуот|ахборот) хизмати|вазирлиги|вазирлик|элчихонаси|элчихона|ҳукумати?|тив|оқ уй|кремль|компанияси|"
    r"қўмитаси|"
    r"банки?|агентлиги|департаменти?|жамғармаси|палатаси|парламенти?|бошқармаси|прокуратураси?|хизмати|ҳокимлиги|маркази|"
    r"ташкилоти|нашр",
    "tg": r"хадамоти матбуот\w*|вазорат\w*|сафорат\w*|ҳукумат\w*|кохи сафед|кремл|вух|агентии|кумитаи|раёсати|бонки|созмони|"
    r"манбаъ",
    "tk": r"metbugat gullugy|ministrligi|ilçihanasy|ilçihana|hökümeti?|ak tam|kreml|kompaniýasy|komiteti|banky?|agentligi|"
    r"gullugy|"
    r"edarasy|palatasy|parlamenti?|guramasy|merkezi",
}
# Seats of power and institutions by the beginning of a word that no name of a person has or goes on with («Тоқаев Ақордада»).
INSTITUTIONS = (
    r"ақорда|акорд|кремл|kreml|парламент|parlament|мажилис|мәжіліс|mejlis|сенат|senat|республик|respublik|федерац|"
    r"federas|организац|ассамбле|assamble|конференц|комисси|komissi|комитет|komitet|университет|universitet|институт|institut|"
    r"агент(?:ст|ті|тт|ли)|agentli|geňeş|gurama|kengash|tashkilot|кеңес|ұйым|кеңеш|уюм|кенгаш|ташкилот|созмон|шӯро|жиын|жыйын"
)
# Lower-case words of a ministry's name before its head, in the Turkic languages.
MINISTRY_WORDS = frozenset(
    """сыртқы істер ішкі қаржы әділет қорғаныс экономика энергетика және тышкы иштер ички каржы коргоо юстиция жана транспорт
    tashqi ishlar ichki moliya adliya mudofaa iqtisodiyot energetika transport va ташқи ишлар молия адлия мудофаа иқтисодиёт ва
    daşary işler içeri maliýe adalat goranmak ykdysadyýet we""".split()  # noqa: SIM905 - a table reads better
)
# What follows a body and belongs to its name; in the Turkic languages it stands before it.
TAILS = {
    "ru": r"(?: (?:иностранных|внутренних|[а-яё]{3,}(?:ого|его|ой|ых|их)) [а-яё]{3,}|"
    r" [а-яё]{4,}(?:ики|ии|ия|ения|ства|порта|тики|дел|ента|вли|ов|ей|ны|са|ета|оны|ра))?"
    r"(?: и [а-яё]{4,}(?:ики|ии|ения|ства|ов|ли))?"
    r"(?: (?:Республики|Российской|Европейского|Соедин[её]нных) [А-ЯЁ]\w+| [А-ЯЁ][\w-]+)?(?!\w)",
    "en": r"(?: of (?:the )?[A-Z]\w+(?:(?: and| of)? [A-Z]\w+){0,3})?",
    "tg": r"(?: (?:корҳои|умури) (?:хориҷ|дохил)[ӣиаҳ]+|"
    r" (?:энергетика|молия|адлия|мудофаа|нақлиёт|кишоварз|маориф|тандуруст)\w{0,2})?(?: (?:дар )?[А-ЯҶҚҲӮӢ][\w-]+)?(?!\w)",
}
