"""Words of Kyrgyz, Uzbek, Tajik and Turkmen that make a capitalised stretch an organisation, a place or a person.

All are beginnings of folded, lower-case words: case endings follow.
"""

from __future__ import annotations

# Behind the name, with a possessive ending (ky, uz, tk); in front of it, with the izofat (tg).
ORGANISATION = {
    "ky": """
        министрлиг министрликтер университет институт академия банк комитет агенттиг агентств компания корпорация уюму
        бирикме биримдиг палата кеңеш фонд борбор мекеме кызматы сот прокуратура партия департамент башкармалыг ассоциация
        федерация инспекция союз ишкана завод комбинат театр музей клуб кабинети администрация мэрия өкмөт элчилиг комиссия
        холдинг клиника оорукана китепкана мектеби лицей гимназия парламент гвардия коому дирекция секретариат
        аэропорт жолу трибунал жамаат кошуун альянс
        колледж училище гимназия филармония китепкана газета гезит журнал телеканал радио портал агенттик басмакана фабрика
        концерн
        консорциум консулдук консулдуг коалиция профсоюз профбирлик федерация конфедерация штаб бюро трест
        оркестр ансамбль хор киностудия редакция фракция миссия соцфонд комбинат кеңсеси мечит муфтият
    """,
    "uz": """
        vazirlig universitet institut akademiya bank qo'mita agentlig kompaniya korporatsiya tashkilot uyushma ittifoq
        palata kengash jamg'arma markaz muassasa xizmati sud prokuratura partiya departament boshqarma federatsiya
        inspeksiya zavod kombinat teatr muzey klub hokimlig hukumat majlis elchixona komissiya kutubxona kasalxona filial
        assotsiatsiya jamiyat direksiya maktab litsey parlament xolding korxona konsern fond nashriyot agentstvo byuro
        gvardiya aeroport stansiya yo'llari mahkama senat
        idora kollej texnikum gimnaziya filarmoniya gazeta jurnal telekanal radio portal fabrika konsorsium konsullig
        konsulxona kasaba konfederatsiya shtab trest orkestr ansambl kinostudiya tahririyat fraksiya
        missiya poliklinika klinika birlashma vakolatxona inspektsiya shifoxona
    """,
    "uz-Cyrl": """
        вазирлиг университет институт академия банк қўмита агентлиг компания корпорация ташкилот уюшма иттифоқ палата кенгаш
        жамғарма марказ муассаса хизмати суд прокуратура партия департамент бошқарма федерация инспекция завод комбинат
        театр музей клуб ҳокимлиг ҳукумат мажлис элчихона комиссия кутубхона касалхона филиал ассоциация жамият дирекция
        мактаб лицей парламент холдинг корхона концерн фонд нашриет агентство бюро гвардия аэропорт станция йўллари
        маҳкама сенат кенгеш
        идора коллеж техникум гимназия филармония газета журнал телеканал радио портал фабрика консорциум консуллиг
        консулхона коалиция касаба конфедерация штаб трест оркестр ансамбль киностудия таҳририят фракция миссия
        поликлиника клиника бирлашма ваколатхона шифохона
    """,
    "tk": """
        ministrlig uniwersitet institut akademiýa bank komitet agentlig kompaniýa korporasiýa gurama birleşig birleşik
        palata geňeş gazna merkez edara gullug gullugy kazyýet prokuratura partiýa bölüm konsern zawod kärhana teatr muzeý
        häkimlig hökümet mejlis ilçihana komissiýa jemgyýet fond kitaphana mekdeb parlament federasiýa assosiasiýa topar
        klub maslahat kabinet
        birleşme gazet žurnal telekanal teleýaýlym radio portal fabrik konsullyg konsulhana birikme şereket şereketi
        kärhana kolej filarmoniýa konserwatoriýa hassahana keselhana kafedra neşirýat bank agentlik
        konfederasiýa ştab býuro orkestr redaksiýa missiýa tehnikum gimnaziýa ansambl
    """,
    "tg": """
        вазорат донишгоҳ донишкада академия бонк кумита агенти агентӣ ширкат корпоратсия созмон иттиҳод палата шӯро хазина
        фонд марказ муассиса хадамот суди прокуратура ҳизб идора департамент федератсия ассотсиатсия корхона завод театр
        осорхона ҳукумат маҷлис сафорат комиссия бунёд пажӯҳишгоҳ институт парлумон раёсат клуб консерн китобхона беморхона
        агентии дума додгоҳ ситод
        ҷамъият иттифоқ ташкилот даста гурӯҳ рӯзнома нашрия маҷалла телевизион шабака нашриет мактаб литсей гимназия коллеҷ
        омӯзишгоҳ филармония артиш гвардия анҷуман академия кохи бюро ситод ҷунбиш эътилоф консулгарӣ намояндагӣ
        коргоҳ комбинат фабрика радио агентсӣ ансамбл оркестр кафедра дармонгоҳ бунгоҳ шуъба саридора саркунсулгарӣ дастаи
    """,
}
LEGAL_FORMS = frozenset(
    (
        "ааак",
        "ааж",
        "оак",
        "ак",
        "жчк",
        "ооо",
        "оао",
        "зао",
        "ао",
        "аж",
        "мчж",
        "aj",
        "mchj",
        "hk",
        "жчк",
        "ҷдмм",
        "ҷсп",
        "дмк",
        "ltd",
        "inc",
        "llc",
    )
)
PLACE = {
    "ky": """
        облус район шаар айыл көчө аянт дарыя тоосу көлү аймаг өрөөн республика штат жарым деңиз океан кыштаг ашуу ороон кент
        шаарча
        проспект бекет базар ашуусу мөңгү коридор кени кенч капчыгай көпүрө
        тоннел станция шахта магистрал автожол эстелик стадион
    """,
    "uz": """
        viloyat tuman shahar shahr qishlog' ko'cha daryo tog' ko'l hudud vodiy respublika shtat mahalla orol dengiz okean
        cho'l ovul
        bozor prospekt xiyobon maydon yo'lag kon dovon bog' stadion kanal o'rmon vokzal ko'prig
    """,
    "uz-Cyrl": """
        вилоят туман шаҳар шаҳр қишлоғ кўча дарё тоғ кўл ҳудуд водий республика штат маҳалла орол денгиз океан чўл овул
        бозор проспект хиебон майдон йўлаг довон боғ стадион канал ўрмон вокзал кўприг
    """,
    "tk": """
        welaýat etrab etrap şäher oba köçe derýa dag köl sebit respublika ştat ada deňiz okean çöl jülge şaýol
        kän bazar seýilgäh şäherçe meýdança geçelge kanal stadion ýaýla prospekt geçelgesi posýolok terminal
    """,
    "tg": """
        вилоят ноҳия шаҳр деҳа кӯча дарё кӯҳ кӯли водии ҷамоат ҷумҳур ҷазира баҳр хиёбон минтақа иёлат остон музофот шаҳрак
        бозор гузаргоҳ фурудгоҳ истгоҳ ағба роҳрав долон боғ майдон кӯчаи варзишгоҳ канал водӣ пиряхи пирях қалъа
    """,
}
TITLE = {
    "ky": """
        президент министр депутат төрага директор профессор журналист эксперт акын жазуучу спортчу машыктыруучу катчы өкүл
        элчи мэр аким губернатор тарыхчы саясатчы аналитик адвокат прокурор генерал полковник майор капитан лидер башчы
        жетекчи ырчы актер режиссер чемпион окумуштуу академик дарыгер мугалим спикер омбудсмен мырза айым премьер канцлер
        ханышасы падыша орун башкаруучу балбан боксчу футболчу күрөшчү шахматчы серепчи юрист экономист активист таануучу
        айдоочу фермер балбан дирижер режиссер композитор сүрөтчү художник скульптор хирург врач инженер
        блогер волонтер активист тренер лейтенант сержант подполковник ректор декан муфтий чабандес малчы манасчы
        окутуучу тергөөчү судья
        атасы апасы агасы иниси карындашы эжеси жубайы күйөөсү аялы небереси дыйкан уста катышуучу
    """,
    "uz": """
        prezident vazir deputat rais direktor professor jurnalist ekspert shoir yozuvchi sportchi murabbiy kotib vakil elchi
        hokim tarixchi tahlilchi advokat prokuror general polkovnik mayor kapitan lider rahbar qo'shiqchi aktyor rejissyor
        chempion olim akademik shifokor o'qituvchi spiker ombudsman senator sardor boshlig' janob xonim kansler qirol
        shahzoda siyosatchi siyosatshunos o'rinbosar bokschi kurashchi futbolchi xonanda grossmeyster iqtisodchi faol
        blogger
        muhandis haydovchi fermer bastakor rassom haykaltarosh jarroh blogger trener leytenant serjant podpolkovnik rektor dekan
        muftiy tergovchi sudya dirijyor hofiz otaxon marshal admiral konsul konstruktor kosmonavt arxitektor me'mor
        otasi onasi akasi ukasi singlisi opasi nevarasi rafiqasi dehqon usta ishtirokchi
    """,
    "uz-Cyrl": """
        президент вазир депутат раис директор профессор журналист эксперт шоир ёзувчи спортчи мураббий котиб вакил элчи
        ҳоким тарихчи таҳлилчи адвокат прокурор генерал полковник майор капитан лидер раҳбар қўшиқчи актер режиссер чемпион
        олим академик шифокор ўқитувчи спикер омбудсман сенатор сардор бошлиғ жаноб хоним канцлер қирол шаҳзода сиесатчи
        сиесатшунос ўринбосар боксчи курашчи футболчи хонанда гроссмейстер иқтисодчи фаол блогер
        муҳандис ҳайдовчи фермер бастакор рассом ҳайкалтарош жарроҳ тренер лейтенант сержант подполковник ректор декан
        муфтий терговчи судья дирижер ҳофиз маршал адмирал консул конструктор космонавт архитектор меъмор
        отаси онаси акаси укаси синглиси опаси невараси рафиқаси деҳқон уста иштирокчи
    """,
    "tk": """
        prezident ministr deputat başlyg direktor professor žurnalist ekspert şahyr ýazyjy türgen sekretar wekil ilçi häkim
        taryhçy adwokat prokuror general polkownik maýor kapitan lider ýolbaşçy aýdymçy aktýor režissýor çempion alym
        akademik lukman mugallym spiker orunbasar premýer kansler jenap tälimçi futbolçy pälwan boksçy
        inžener sürüjy daýhan kompozitor suratkeş heýkeltaraş hirurg bloger leýtenant seržant podpolkownik rektor dekan
        müfti dirižýor bagşy konsul arhitektor marşal muhbir sportçy zenan
        kakasy ejesi dogany aýaly ýanýoldaşy agtygy ussa halyçy gatnaşyjy
    """,
    "tg": """
        президент вазир депутат вакил раис директор профессор журналист эксперт коршинос шоир нависанда варзишгар мураббӣ
        котиб намоянда сафир ҳоким таърихчӣ таҳлилгар адвокат прокурор генерал полковник майор капитан лидер роҳбар сароянда
        овозхон ҳунарпеша коргардон чемпион олим академик табиб омӯзгор спикер муовин сарвар сиесатшинос рӯзноманигор
        сенатор канслер ҷаноб хонум мудир боксчӣ футболбоз гӯштингир паҳлавон додситон
        муҳандис ронанда деҳқон оҳангсоз рассом ҳайкалтарош ҷарроҳ блогер лейтенант сержант подполковник ректор декан
        муфтӣ муфаттиш бозрас судя шаҳрванд дирижер ҳофиз маршал адмирал консул меъмор муаллим духтур чемпион
        мухбир хабарнигор донишманд профессор устод
        кишоварз ҳунарманд чӯпон фурӯшанда тоҷир донишҷӯ хонанда падар модар бародар хоҳар ҳамсар шавҳар писар духтар набера
    """,
}
# Behind the name of a company: those who work for it, and its parts (Tajik has them in front).
STAFF = {
    "ky": "өкүлдөр кызматкер жетекчилиг адистер кеңсе филиал бөлүм инженер басма директору",
    "uz": """
        vakillari xodim rahbarlari mutaxassis ofis bo'lim filial jamoasi muhandis ustalari yetkazib maslahatchi menejer
        ijodkorlari savdo aksiya ilovasi platformasi xizmati matbuot
    """,
    "uz-Cyrl": """
        вакиллари ходим раҳбарлари мутахассис офис бўлим филиал жамоаси муҳандис усталари етказиб маслаҳатчи менежер
        ижодкорлари матбуот
    """,
    "tk": "wekilleri işgärler ýolbaşçylary hünärmen ofis bölüm inžener paýnama",
    "tg": "",
}
# Words that begin sentences and are no names, where no list of ordinary words knows them.
OPENING = {
    "ky": """
        бул ал анын ошол ушул мындан буга тактап айтканда мурда азыр бүгүн кечээ эртең эми бирок жана ошондой кийин анда
        мында учурда учурдагы жалпы негизги жаңы эки үч беш биринчи экинчи келерки өткөн быйыл алар биз мен сиз эскерте
        маалымат өз мунун аталган белгилей ага аны андан кабар жыйындын жыйында жолугушууда сөз иш-чара тараптар макулдашуу
        келишим документ
    """,
    "uz": """
        bu u shu o'sha uning unga bundan avval hozir bugun kecha ertaga endi ammo lekin va ham shuningdek keyin unda bunda
        joriy umumiy asosiy yangi ikki uch besh birinchi ikkinchi kelasi o'tgan ular biz men siz eslatib ma'lum o'z mazkur
        ayni xususan tadbirda uchrashuvda yig'ilishda tomonlar kelishuv shartnoma hujjat shu hamda agar har muloqot
    """,
    "uz-Cyrl": """
        бу у шу ўша унинг унга бундан аввал ҳозир бугун кеча эртага энди аммо лекин ва ҳам шунингдек кейин унда бунда жорий
        умумий асосий янги икки уч беш биринчи иккинчи келаси ўтган улар биз мен сиз эслатиб маълум ўз мазкур айни хусусан
        тадбирда учрашувда йиғилишда томонлар келишув шартнома ҳужжат ҳамда агар ҳар мулоқот
    """,
    "tk": """
        bu ol onuň muňa mundan öň häzir şu gün düýn ertir indi ýöne hem we şeýle-de soň onda munda şonuň umumy esasy täze
        iki üç bäş birinji ikinji geljek geçen olar biz men siz çärede duşuşykda mejlisde taraplar ylalaşyk şertnama
        resminama şeýle aýratyn ýygnakda her mälim sapar
    """,
    "tg": """
        ин он вай инчунин дар аз ба бо барои ва аммо вале имрӯз дирӯз фардо ҳоло пас сипас қаблан он-ҷо ду се панҷ якум дуюм
        онҳо мо ман шумо ҳамчунин тарафҳо созишнома шартнома ҳуҷҷат мулоқот вохӯрӣ зимни тибқи бояд агар ҳар яке соли
        мавриди ҳангоми баъди пеш ҷаласа ёдовар гуфта чунин ҳамаи ҳамин қабули
    """,
}
_NO_ORGANISATIONS = """
it ii iii iv vi vii viii ix xi xii xx xxi ai gps covid qr pdf usb tv fm am pm ии дтп вич спид ҳбс aes аэс nes грэс гэс ges тэц
iem іэо яим yaim ички иди ааб oav оав жмк маа ои döm toph tapi тапи tanap swap lldc
воситаҳо qk қк мчж mchj aj аж oaj оаж ақ hk xk хк дк dk xj jpj qqs ққс
"""
ABBREVIATIONS_ONLY_WORDS = frozenset(_NO_ORGANISATIONS.split())
# Parts of names written small; brands; given names that are titles too; and; prepositions of place.
PATRONYM_PARTS = frozenset(
    (
        "уулу",
        "кызы",
        "улуу",
        "уул",
        "кыз",
        "o'g'li",
        "qizi",
        "o'gli",
        "ўғли",
        "қизи",
        "ogly",
        "oglu",
        "gyzy",
        "бин",
        "ибн",
        "аль",
        "al",
        "bin",
        "ibn",
        "фон",
        "фан",
        "ван",
        "де",
        "да",
        "дер",
        "von",
        "van",
        "de",
        "da",
        "der",
        "el",
        "эль",
    )
)
COMPANY_WORDS = frozenset(
    (
        "Systems",
        "Finance",
        "Ministry",
        "Motors",
        "Group",
        "Media",
        "Park",
        "Bank",
        "Holding",
        "Air",
        "Airways",
        "Energy",
        "Power",
        "Capital",
        "University",
        "Foundation",
        "Company",
        "Corporation",
        "Technologies",
        "Telecom",
        "Oil",
        "Gas",
        "Gold",
        "Mining",
        "Solutions",
        "Logistics",
        "Trade",
        "Invest",
        "Industries",
        "Airlines",
    )
)
CHANNELS = frozenset(("TV", "ТВ", "FM", "Radio", "Радио", "News", "Press", "Online", "Post", "Times"))
# In front of a place: «Janubi-Sharqiy Osiyo», «Шарқий Қуддус».
COMPASS = "түштүк түндүк чыгыш батыш janub shimol sharq g'arb жануб шимол шарқ ғарб günorta demirgazyk gündogar günbatar ҷануб"
# What one country has many of: «Франция клуби», "AQSh kompaniyasi" name none of them.
GENERIC_HEADS = "компания kompaniya kompaniýa клуб klub завод zawod zavod корхона korxona ишкана kärhana филиал filial"
# Words that official texts write with a capital, and peoples: no person's name begins or ends with one.
COMMON = {
    "ky": """
        келишим конвенция саммит форум конституция кыргыз өзбек тажик казак түркмөн орус майрам мамлекеттик эмгек баатыр даңк
        орден медаль мыйзам кодекс жарлык токтом программа стратегия платформа олимпиада чемпионат кубок суперкубок лига
        премьер-лига курултай салтанат гимн туу герб орозо айт курман нооруз жаңы жеңиш эгемендүүлүк январь февраль март
        апрель май июнь июль август сентябрь октябрь ноябрь декабрь дүйшөмбү шейшемби шаршемби бейшемби жума ишемби жекшемби
        айы боз үй максым чалап кымыз бозо бешбармак боорсок плов самсы манты алтын күмүш коло интернет сайт
        интеллект жасалма тиркеме кызыл китеп көк-бөрү айфон сумалак мектеп ата-эне табигат класс туулгандык
    """,
    "uz": """
        kelishuv konvensiya sammit forum konstitutsiya shartnoma qonun deklaratsiya o'zbek qirg'iz tojik qozoq turkman bayram
        davlat mehnat qahramon shuhrat orden medal kodeks farmon qaror dastur strategiya platforma olimpiada chempionat kubok
        superkubok liga superliga gimn bayroq gerb ramazon hayit qurbon navro'z navruz yil ustoz yangi mustaqillik g'alaba yanvar
        fevral mart aprel iyun iyul avgust sentyabr oktyabr noyabr dekabr dushanba seshanba chorshanba payshanba juma shanba
        yakshanba sumalak palov norin somsa ko'pkari oltin kumush bronza internet sayt intellekt ilova qizil kitob kitobi
        rojdestvo stipendiya nishon koronavirus vaksina mundial
    """,
    "uz-Cyrl": """
        келишув конвенция саммит форум конституция шартнома қонун декларация ўзбек қирғиз тожик қозоқ туркман байрам давлат
        меҳнат қаҳрамон шуҳрат орден медал кодекс фармон қарор дастур стратегия платформа олимпиада чемпионат кубок суперкубок
        лига суперлига гимн байроқ герб рамазон ҳайит қурбон наврўз йил устоз янги мустақиллик ғалаба январ январь феврал февраль
        март апрел апрель май июн июнь июл июль август сентябр сентябрь октябр октябрь ноябр ноябрь декабр декабрь душанба
        сешанба чоршанба пайшанба жума шанба якшанба сумалак палов норин сомса кўпкари олтин кумуш бронза интернет сайт
        интеллект илова қизил китоб рождество стипендия нишон коронавирус вакцина мундиал ирригация
    """,
    "tk": """
        konwensiýa çarçuwaly ylalaşyk ylalaşyg sammit bilelikdäki beýannama durnukly ösüş maksatnama döwlet baştutan lider
        halkara forum kongress respublika türkmen özbek gazak gyrgyz täjik baýram kanun karar dialog konstitusiýa jarnama
        altyn kümüş bürünç gurultaý adalat raýat kodeks permana permandyr orden medal gahryman watan hat sahypa soraglar
        ýanwar fewral mart aprel maý iýun iýul awgust sentýabr oktýabr noýabr dekabr duşenbe sişenbe çarşenbe penşenbe anna
        şenbe ýekşenbe nowruz oraz gurban garaşsyzlyk bitaraplyk ýeňiş hasyl palaw çörek gatlama ýaşlar kubok olimpiada
        çempionat liga superliga internet saýt akyl emeli baýdak tug gimn ýomut ahalteke alabaý küşt dessan
        hormat edermenlik ruhnama parahatçylyk ynanyşmak täze syýasat strategiýa nebit gaz zähmet zenanlar
    """,
    "tg": """
        шӯро шуро форум вохӯрӣ вохӯри вохури ассамблея аморат пешво миллат қонун созишнома конвенсия сана иттиҳод саммит
        нишаст ҷаласа барнома изҳорот эъломия дума ҳизб рӯз соли ҷашн тоҷик ӯзбек қирғиз қазоқ туркман рус садои хуросон
        паём рақам китоб суперкубок кубок лига чемпионат олимпиада орден медал кодекс фармон қарор стратегия платформа
        тамошобин наврӯз рамазон қурбон ид иди истиқлолият ғалаба январ феврал март апрел май июн июл август сентябр
        октябр ноябр декабр сешанбе чоршанбе панҷшанбе шанбе якшанбе оши палав қурутоб самбӯса суманак тилло
        нуқра биринҷӣ интернет сомона суруди парчам нишон сирилик қуръон инҷил худо худованд паёмбар табобат туҳфа
        конститутсия ҷумҳурӣ давлат президент бозрас боздид соат қувва қонунгузорӣ истиқлоли модар падар забон меҳнат шараф
    """,
}
# Behind what a month or a feast is called after: «Sanjar aýy», «Bahar baýramy».
FEASTS = ("aýy", "baýramy", "байрамы", "майрамы", "bayrami", "мереке")
# What the names of a state's bodies begin with, ordinary words though they are.
OFFICIAL = (
    "мамлекет улут борбор жогорку башкы баш кыргыз республика бириккен davlat milliy markaziy oliy bosh o'zbek respublika давлат "
    "миллий марказий олий бош ўзбек döwlet milli merkezi ýokary baş türkmen "
    "дүйнөлүк эл бүткүл jahon xalqaro жаҳон халқаро bütindünýä halkara"
)
GIVEN_NAMES_TOO = frozenset(("олим", "сардор", "олимжон", "olim", "sardor", "alym", "раис", "амир"))
# What stands beside a title in quotation marks that is no body: a work, a prize, a programme, a thing said, a make.
_OF_WORKS = """
кино фильм тасма спектакль оюн ыр обон күү китеп роман повесть аңгеме дастан эпос поэма жыйнак макала көргөзмө фестиваль сынак
конкурс программа долбоор акция орден медаль сыйлык наам мелдеш турнир кубок деген деп аттуу аталган рубрика ураан теле берүү
сериал клип опера балет мюзикл альбом платформа тиркеме система унаа автомобиль учак кеме ракета вирус операция мыйзам
kino film spektakl o'yin qo'shiq ashula kuy kitob roman qissa hikoya doston to'plam maqola ko'rgazma festival tanlov ko'rik
dastur loyiha aksiya orden medal mukofot unvon nishon turnir kubok degan deb nomli atalgan nomi ruknida shior ko'rsatuv
serial klip opera balet albom platforma ilova tizim avtomobil mashina samolyot raketa virus operatsiya qonun rusumli nomidagi
кино спектакль ўйин қўшиқ ашула куй китоб қисса ҳикоя достон тўплам мақола кўргазма танлов кўрик дастур лойиҳа мукофот унвон
нишон деган деб номли аталган номи рукнида шиор кўрсатув илова тизим машина самолет операция қонун русумли номидаги
eser aýdym saz kitap powest hekaýa dessan ýygyndy makala sergi bäsleşik maksatnama taslama baýrak at ady diýen diýip atly
şygar gepleşik awtoulag uçar ulgam kanun tilsimat heýkel ýadygärlik
суруд оҳанг таронаи достон қисса намоиш намоишнома филм ҷашнвора озмун барнома лоиҳа ҷоиза ордени медали унвони бо номи номи
таҳти унвон шиор барномаи силсила мошин ҳавопаймо низом амалиёт
"""
WORKS = tuple(_OF_WORKS.replace("ё", "е").split())
# Given names that end like a Tajik izofat.
_GIVEN = """
ҳенри генри гарри ҳарри анри тони ҷимми мэри мери ҷерри терри нэнси ненси билли бобби ҷонни томми ларри барри ҷефри ҷеффри
грегори энтони антони тимоти дороти люси салли эмили нури ҳироши ҳитоши такеши кенҷи ҷорҷи ҷузеппе руди вилли шинҷи хосе юри
"""
GIVEN_IN_I = frozenset(_GIVEN.split())
JOINERS = frozenset(("жана", "ва", "va", "hamda", "ҳамда", "we"))
TAJIK_PLACE_PREPOSITIONS = frozenset(("дар", "аз", "ба", "то"))
