"""Words whose forms no suffix rule brings together, or that a rule would bring to another word's term.

A line is ``term: forms``. The forms of `IRREGULAR` get the term of that word; those of `PROTECTED` (countries, places, short
names) get the word itself. `RESTORED` is looked up after stripping: stems that lose a vowel, and present stems of Tajik verbs,
which share nothing with the past one; names
that are spelled otherwise in another script.
"""

from __future__ import annotations

from c5watch.search.analysis_names import CROSS_SCRIPT_NAMES

_ENGLISH_NOUNS = """
child: children
foot: feet
goose: geese
man: men
mouse: mice
tooth: teeth
woman: women
businessman: businessmen
chairman: chairmen
congressman: congressmen
congresswoman: congresswomen
countryman: countrymen
fisherman: fishermen
frenchman: frenchmen
gunman: gunmen
lawman: lawmen
policeman: policemen
serviceman: servicemen
spokesman: spokesmen
spokeswoman: spokeswomen
sportsman: sportsmen
statesman: statesmen
calf: calves
half: halves
knife: knives
leaf: leaves
life: lives
loaf: loaves
self: selves
shelf: shelves
thief: thieves
wife: wives
wolf: wolves
analysis: analyses
bus: buses
cargo: cargoes
echo: echoes
embargo: embargoes
hero: heroes
potato: potatoes
tomato: tomatoes
veto: vetoes vetoed
crisis: crises
criterion: criteria
phenomenon: phenomena
thesis: theses
"""

_ENGLISH_VERBS = """
agree: agreed
become: became
begin: began begun
break: broke broken
bring: brought
build: built
buy: bought
catch: caught
choose: chose chosen
come: came
do: did does done
draw: drew drawn
drive: drove driven
eat: ate eaten
fall: fell fallen
feel: felt
fight: fought
find: found
forget: forgot forgotten
get: got gotten
give: gave given
go: goes gone went
grow: grew grown
have: had has
hear: heard
hold: held
keep: kept
know: knew known
lead: led
lose: lost
make: made
mean: meant
meet: met
pay: paid
rise: rose risen
run: ran
say: said says
seek: sought
sell: sold
send: sent
show: shown
sit: sat
sleep: slept
speak: spoke spoken
spend: spent
stand: stood
take: took taken
teach: taught
tell: told
think: thought
throw: threw thrown
understand: understood
undertake: undertook undertaken
use: used
wear: wore worn
win: won
withdraw: withdrew withdrawn
write: wrote written
"""

_RUSSIAN_NOUNS = """
год: лет
время: времени временем времена времен временам временами временах
имя: имени именем имена имен именам именами именах
племя: племени племенем племена племен племенам племенами племенах
знамя: знамени знаменем знамена знамен знаменам знаменами знаменах
человек: люди людей людям людьми людях
ребенок: дети детей детям детьми детях
гражданин: граждане граждан гражданам гражданами гражданах
день: дня дню днем дне дни дней дням днями днях
лед: льда льду льдом льде льды льдов
лев: льва льву львом льве львы львов
мать: матери матерью матерей матерям матерями матерях
дочь: дочери дочерью дочерей дочерям дочерями дочерях
"""

_RUSSIAN_NAMES = """
ата: аты ате ату атой
китай: китая китаю китаем китае
грузия: грузии грузию грузией
кая: каи кае каю каей
корея: кореи корее корею кореей
дубай: дубая дубаю дубаем дубае
ош: оша ошу ошем оше
куба: кубы кубе кубу кубой
дания: дании данию данией
нигерия: нигерии нигерию нигерией
чад: чада чаду чадом чаде
мали: мали
перу: перу
после: после
мировой: мировая мирового мировому мировым мировом мировую мировые мировых мировыми
деловой: деловая делового деловому деловым деловом деловую деловые деловых деловыми
"""

_KAZAKH_STEMS = """
халық: халқ
нарық: нарқ
қырық: қырқ
парық: парқ
көрік: көрк
ерік: ерк
бөрік: бөрк
қалып: қалп
құлып: құлп
әріп: әрп
ғұрып: ғұрп
ауыз: ауз
мойын: мойн
мұрын: мұрн
қарын: қарн
орын: орн
ерін: ерн
"""

# Their possessive looks like the noun before it with an enclitic.
_UZBEK_POSSESSIVES = """
bank: banki
film: filmi
hajm: hajmi
ilm: ilmi
orin: orni
qism: qismi
rasm: rasmi
yarm: yarmi
"""

_UZBEK_CYRILLIC_POSSESSIVES = """
банк: банки
фильм: фильми
ҳажм: ҳажми
илм: илми
ўрин: ўрни
қисм: қисми
расм: расми
ярм: ярми
"""

_UZBEK_STEMS = """
shahar: shahr
orin: orn
ogil: ogl
ogiz: ogz
burun: burn
singil: singl
kongil: kongl
bagir: bagr
qorin: qorn
boyin: boyn
asos: aso
biznes: bizne
majlis: majli
meros: mero
ofis: ofi
tashabbus: tashabbu
virus: viru
"""

_UZBEK_CYRILLIC_STEMS = """
шаҳар: шаҳр
ўрин: ўрн
ўғил: ўғл
оғиз: оғз
бурун: бурн
сингил: сингл
кўнгил: кўнгл
бағир: бағр
қорин: қорн
бўйин: бўйн
асос: асо
бизнес: бизне
мажлис: мажли
мерос: меро
офис: офи
ташаббус: ташаббу
вирус: виру
"""

_TURKMEN_NAMES = """
donald: donalda donaldyň donaldy donaldda donalddan donalddaky
taýland: taýlanda taýlandyň taýlandy taýlandda taýlanddan taýlanddaky
paşinýan: paşinýana paşinýanyň paşinýany paşinýanda paşinýandan paşinýandaky
"""

# As words stand after the character map: е for ё.
_TAJIK_NAMES = """
ош: оши ошро ошу оше
ӯш: ӯши ӯшро ӯшу ӯше
даре: дареи дареро дарее дареҳо дареҳои дареҳоро
дуне: дунеи дунеро дунее
рӯза: рӯзаи рӯзаро
роҳат: роҳати роҳатро
"""

_TURKMEN_STEMS = """
döwür: döwr
ugur: ugr
burun: burn
boýun: boýn
ogul: ogl
agyz: agz
köňül: köňl
orun: orn
nesil: nesl
asyr: asr
şäher: şähr
"""

# Present stem of a verb and, as the term, its past stem.
_TAJIK_STEMS = """
кард: кун
дод: диҳ деҳ
шуд: шав
гирифт: гир
рафт: рав
омад: оя
зад: зан
дид: бин
гуфт: гуя гуй
навишт: навис
хост: хоҳ
ёфт: ёб
сохт: соз
гузошт: гузор
гузашт: гузар
гашт: гард
намуд: намоя намой намо
кушод: кушоя кушой
фурухт: фуруш
сухт: суз
шинохт: шинос
омухт: омуз
андохт: андоз
пардохт: пардоз
пазируфт: пазир
шикаст: шикан
баст: банд
нишаст: шин нишин
бурд: бар
овард: овар ор
супурд: супор
мурд: мир
дошт: дор
донист: дон
тавонист: тавон
фирист: фиристон фиристод
хурд: хур
рехт: рез
афзуд: афзоя афзой
афтод: афт
арзид: арз
бахшид: бахш
расид: рас
номид: ном
шунид: шунав
харид: хар
"""


_TAJIK_WORDS = """
дуюм: дуюми дуюмро дуввум дуввуми дуввумро дувум дувуми
чорум: чоруми чорумро чаҳорум чаҳоруми чаҳорумро
"""


def _pairs(lines: str) -> dict[str, str]:
    pairs = {}
    for line in lines.strip().splitlines():
        term, _, forms = line.partition(": ")
        pairs.update(dict.fromkeys(forms.split(), term))
    return pairs


def _protected(lines: str) -> dict[str, str]:
    pairs = _pairs(lines)
    return {**pairs, **{term: term for term in pairs.values()}}


IRREGULAR = {
    "en": _pairs(_ENGLISH_NOUNS + _ENGLISH_VERBS),
    "ru": _pairs(_RUSSIAN_NOUNS),
    "uz-Latn": _pairs(_UZBEK_POSSESSIVES),
    "uz-Cyrl": _pairs(_UZBEK_CYRILLIC_POSSESSIVES),
    "tg": _pairs(_TAJIK_WORDS),
}
PROTECTED = {
    "en": _protected("gas: gases") | {word: word for word in ("news", "arms", "customs", "goods", "united")},
    "ru": _protected(_RUSSIAN_NAMES),
    "tk": _protected(_TURKMEN_NAMES),
    "tg": _protected(_TAJIK_NAMES),
}
RESTORED = {
    "kk": _pairs(_KAZAKH_STEMS),
    "uz-Latn": _pairs(_UZBEK_STEMS),
    "uz-Cyrl": _pairs(_UZBEK_CYRILLIC_STEMS),
    "tk": _pairs(_TURKMEN_STEMS),
    "tg": _pairs(_TAJIK_STEMS),
    "cross-script": _pairs(CROSS_SCRIPT_NAMES),
}
