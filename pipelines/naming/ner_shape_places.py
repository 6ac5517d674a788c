"""Places of Central Asia and of the world that lists of big cities lack: regions, districts, small towns, rivers, mountains."""

from __future__ import annotations

# Places of the region that lists of big cities lack, in any one spelling: compared by the cross-script key.
REGIONAL_PLACES = """
Чүй Чуй Ысык-Көл Иссык-Куль Нарын Талас Баткен Жалал-Абад Лейлек Кадамжай Сары-Челек Сары-Таш Ала-Бука Аксы Ноокен Токтогул
Сузак Кара-Суу Кара-Кулжа Алай Ноокат Араван Кемин Сокулук Аламүдүн Жайыл Панфилов Тюп Жети-Өгүз Тоң Ак-Суу Кочкор Ат-Башы
Жумгал Каракол Балыкчы Чолпон-Ата Кызыл-Кыя Сүлүктү Таш-Көмүр Майлуу-Суу Өзгөн Тянь-Шань Хан-Теңири Барскоон Камбар-Ата Кумтөр
Торугарт Эркечтам Азия Осиё Aziýa Европа Yevropa Ýewropa
Аврупо Кавказ Kavkaz Kawkaz Қафқоз Бекабад Surxondaryo Qashqadaryo Sirdaryo Amudaryo Zarafshon Qoraqalpogʻiston
Xorazm Namangan Andijon
Fargʻona Jizzax Navoiy Buxoro Chorvoq Chimyon Zomin Boysun Denov Urgut Shahrisabz Kitob Qarshi Termiz Nurota Gʻijduvon Moʻynoq
Nukus Chust Rishton Margʻilon Qoʻqon Oltiariq Asaka Xiva Urganch Orol Oydin Каспий Арал Памир Сугд Хатлон Бадахшон Рашт
Ҳисор Варзоб Рогун Роғун Норак Вахш Панҷ Исфара Конибодом Истаравшан Панҷакент Кӯлоб Бохтар Хоруғ Мурғоб Ваҳдат Турсунзода
Искандаркӯл Айнӣ Ашт Шаҳритус Данғара Фархор Мастчоҳ Зарафшон Кофарниҳон Ahal Balkan Lebap Mary Daşoguz Arkadag Köneürgenç
Köýtendag Garagum Tejen Serhetabat Gyzyletrek Garabogaz Türkmenbaşy Awaza Tagtabazar Baýramaly Atamyrat Köpetdag Murgap Алтай
Сыр-Дарья Аму-Дарья Сырдария Маңғыстау Атырау Жетісу Ұлытау Абай Қостанай Қаспий Ертіс Есіл Алатау Байқоңыр Хоргос
Қорғас Достық Amyderýa Syrderýa Murgap
Кабул Қобул Qobul Пешавар Пешовар Peshovar Исламабад Исломобод Islomobod Карачи Лахор Кандагар
Кандаҳор Ҳирот Герат Hirot Мазари-Шариф Mozori-Sharif Қундуз Балх Мешҳед Машҳад Бандар-Аббос Карс Тебриз Үрүмчү Урумчи Қашғар
Кашкар Алтынкөл Сиань Казань Қазан Омбы Орынбор Астрахан
Кара-Балта Токмок Кызыл-Суу Каджы-Сай Тамга Баетов Казарман Көк-Жаңгак Базар-Коргон Кочкор-Ата Исфана
Кербен Айдаркен Дароот-Коргон Сары-Могол Гүлчө Кара-Кулжа Күршаб Беловод Шопоков Ивановка Каинды Меркен Чалдовар
Жаргылчак Тосор Теплоключенка Григорьевка Чоң-Кемин Орто-Токой Суусамыр Арсланбап Сары-Өзөн Кант Чаткал
Тескей Кетмен-Төбө Төө-Ашуу Тоо-Ашуу Чычкан Көк-Сай Ала-Арча Сон-Көл Соң-Көл Чатыр-Көл Сары-Жаз
Иссык Талғар Қаскелең Қапшағай Қонаев Жаркент Текелі Үштөбе Сарқан Зайсан Риддер Алтай Шемонаиха Курчатов Катонқарағай
Жезқазған Сәтбаев Приозерск Теміртау Шахтинск Сарань Қарқаралы Степногорск Атбасар Көкшетау Щучинск Бурабай Екібастұз
Ақсу Баянауыл Арқалық Рудный Лисаковск Жітіқара Қандыағаш Хромтау Шалқар Ембі Жаңаөзен Құрық Форт-Шевченко Құлсары
Индер Бөрлі Қордай Мерке Қаратау Сарыағаш Кентау Ленгер Жетісай Шардара Сайрам Байқоңыр Арал Қазалы Мойынқұм
Sherobod Toʻrtkoʻl Xoʻjayli Chimboy Qoʻngʻirot Taxiatosh Ellikqalʼa Amudaryo Xonqa Hazorasp Shovot Gurlan Bogʻot Yangiariq
Gʻallaorol Jomboy Bulungʻur Ishtixon Kattaqoʻrgʻon Paxtachi Pastdargʻom Payariq Narpay Oqtosh Qoʻshrabot Nurobod Toyloq Samarqand
Koson Kasbi Muborak Gʻuzor Dehqonobod Qamashi Yakkabogʻ Chiroqchi Sariosiyo Oltinsoy Shoʻrchi Qumqoʻrgʻon
Jarqoʻrgʻon Muzrabot Bandixon Romitan Vobkent Shofirkon Peshku Jondor Qorakoʻl Kogon Karmana Zarafshon Uchquduq
Tomdi Konimex Xatirchi Qiziltepa Guliston Sirdaryo Boyovut Mirzaobod Oqoltin Sardoba Xovos Dashtobod
 Arnasoy Forish Baxmal Zarbdor Mirzachoʻl Angren Olmaliq Bekobod Chirchiq Ohangaron Gʻazalkent Parkent
Boʻstonliq Qibray Zangiota Chinoz Oqqoʻrgʻon Piskent Oltiariq Bagʻdod Buvayda Dangʻara Quvasoy Toshloq Uchkoʻprik
 Yozyovon Shohimardon Marhamat Xonobod Qoʻrgʻontepa Jalaquduq Paxtaobod Ulugʻnor Izboskan Poytugʻ Xoʻjaobod
Kosonsoy Toʻraqoʻrgʻon Uchqoʻrgʻon Mingbuloq Yangiqoʻrgʻon Chortoq Chilonzor Yunusobod Yakkasaroy Sergeli Uchtepa
Tupalang Haydarkoʻl Qizilqum Muynoq Pskom Chotqol
Ҳамадонӣ Фархор Восеъ Муъминобод Шӯрообод Ховалинг Балҷувон Темурмалик Данғара Левакант Ҷайҳун Ҷиликӯл Қубодиён Шаҳритуз
Носири-Хусрав Панҷ Кушониён Ёвон Хуросон Абдураҳмони-Ҷомӣ Ҳисор Шаҳринав Файзобод Нуробод Роғун Сангвор Тоҷикобод
Лахш Дарвоз Ванҷ Рӯшон Шуғнон Роштқалъа Ишкошим Мурғоб Айнӣ Кӯҳистони Шаҳристон Деваштич Зафаробод Гулистон Бӯстон
 Хуҷанд Бобоҷон-Ғафуров Паттар Кӯҳсор Қаротегин Зеравшон Анзоб Чормағзак Боботоғ Ғонҷӣ Адрасмон Қайроққум
Änew Tejen Sarahs Bäherden Gökdepe Akbugdaý Bereket Gumdag Esenguly Etrek Nebitdag Balkanabat
Akdepe Boldumsaz Gubadag Ruhubelent Türkmenabat Farap Halaç Kerki Köýtendag Dänew Darganata Garabekewül Gazojak
Magdanly Hazar Ýolöten Mary Murgap Sakarçäge Türkmengala Wekilbazar Galkynyş Baýramaly Owadandepe Çeleken
Лозанна Хельсинки Англия Шотландия Аляска Калифорния Техас Флорида Пенсильвания Тасмания Крым Донбасс Бавария
Каталония Шинжаң Шинжон Синьцзян Синцзян Тибет Гонконг Гренландия Скандинавия Балкан Кашмир Панджоб Белужистон Хуросон
Систон Кундуз Бадахшон Тахор Фарёб Ҳилманд Нангарҳор Забул Ғазна Вазиристон Чечня Дагестан Ингушетия Татарстан Башкортостан Якутия
Бурятия Хакасия Калмыкия Абхазия Чукотка Камчатка Сахалин Женева Давос Брюссель Страсбург Марсель Барселона
Севилья Милан Турин Неаполь Мюнхен Франкфурт Гамбург Кёльн Зальцбург Краков Гданьск Жидда Медина Мекка Дубай Шаржа Маскат Басра
Мосул Алеппо Идлиб Рафах Раммаллоҳ Бейрут Латакия Исфахан Шираз Мешхед Ормуз Хормуз Босфор Панама Атлантика Арктика
Антарктида Африка Америка Австралия Океания Сахара Гималай Каракорум Памир Эверест Амазонка Дунай Волга Енисей Евфрат
Zangezur Zangezür Qorabogʻ Karabag Naxchivon Laçin Bosfor Hormuz Hindikush Qrim Krym Makka Madina Jidda Dubay
"""
