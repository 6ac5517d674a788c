"""What editors write around a conversation, or a teller within it: words that announce an interview and words that deny one."""

from __future__ import annotations

import re

from pipelines.beginnings import Beginnings, Begun

# All of lower case, each from the first letter of a word.
_CUE = (
    r"интервью|(?:по)?бесед[аеоуы]|собеседни\w+|поговорил|пообщал|расспросил|спросил\w* (?:у|его|её|ее)|"
    r"встретил(?:ся|ась|ись)|задал\w* [^.\n]{0,60}вопрос|"
    r"корреспондент\w* [^\n]{0,60}(?:узнал|выяснил)|"
    r"(?:ответил[аи]?|отвечает|отвечают) на [^.\n]{0,40}вопрос|на [^.\n]{0,40}вопросы [^.\n]{0,60}(?:ответил|отвечает)|"
    r"разгов(?:ор|арива)\w* (?:со?|в|о|об|после) |разговор (?:[\w-]+ ){1,3}со? |в (?:нашей )?студии|"
    r"подели\w+ (?:мнени|мысл|взгляд)|"
    r"(?:расшифровк|запис|фрагмент|стенограмм)\w* (?:разговор|бесед|подкаст|эфир|передач|программ)|подкаст|"
    r"круглый стол|гост(?:ь|ья|и) (?:выпуск|эфир|студи|программ|подкаст|редакц|номер)|"
    r"рассказ(?:ал|ывает)|рассуждает|(?:его|её|ее|их) (?:рассказ|ответы)|"
    r"interview|podcast|round ?table|answer(?:s|ed)? (?:our|your|readers|the)|"
    r"questions to|in (?:our|the) studio|студия(?:да|сында)|studiyada|studiýada|"
    r"shared (?:his|her|their) (?:views|thoughts|opinion)|transcript|"
    r"(?:spoke|speaks|sat down|talks|talked) (?:with|to|about|on) |conversation with|q&a|tells (?!you|me|him|her|them)|"
    r"сұ[хқ]бат|әңгімелес|айтып берді|сұра[қғ]\w* жауап|маек|айтып берди|суроо\w* жооп|suhbat|savol|"
    r"murojaat qildik|gapirib berdi|гапириб берди|"
    r"(?:ҳам)?суҳбат|сухбат|савол|мусоҳиба|söhbet|sowal|gürrüň ber|we asked|"
    r"сурадык|сұрадық|сұрақ қойдық|әңгіме өрбіт|әңгіме құр|"
    r"сырласт|тілдест|әңгімеге тарт|кепке тарт|баарлаш|маектешти|myhmançylyga|so[‘'’ʻ]radik|сўрадик|пурсидем|soradyk"
)
_ABOUT = re.compile(r"[–—](?: о том| об?| про) |\nо том, ")
WRITTEN_BY = re.compile(r"(?:[Пп]одготовил|[Зз]аписал|[Рр]азговаривал|[Вв]опросы задавал)[аи]?:? [^\W\d_a-zа-яё]")
_NO_INTERVIEW = (
    r"часто задаваемы\w+ вопрос|вопросы и ответы|вопрос[ –—-]+ответ|главные вопросы|что нужно знать|что известно|"
    r"frequently asked|faqs?\b|what you need to know|"
    r"жиі қойылатын|көп берилүүчү|көп берилген|ko[‘'’ʻ]p beriladigan|кўп бериладиган|саволҳои маъмул|саволҳои зуд|"
    r"ýygy-ýygydan|köp berilýän|викторина|quiz|тест:|квиз"
)
_COURT = (
    r"(?:судь[яиюей]+|судебн\w+ заседани\w+|прокурор\w*|гособвинител\w*|подсудим\w+|обвиняем\w+|свидетел\w+|потерпевш\w+|"
    r"защитник\w*|истец|истца|ответчик\w*|допрос\w*|председательствующ\w+|следователь|the court|supreme court|judge|"
    r"justice|prosecutor|"
    r"defendants?|defence counsel|counsel|witness|bailiff|plaintiffs?|oral argument|"
    r"сот отырысы|айыпталушы|sudya|prokuror|guvoh|судлануучу|күбө|додситон|судя|шоҳид|kazy|şaýat)\b"
)
_COURT_ADDRESSES = "your honou?r|my lord|ваша честь|высокий суд"
# Many speak against each other, or are asked the same.
_MANY = (
    r"дебат\w*|ток-шоу|мнени\w+ (?:эксперт|специалист|аналитик)\w*|опрос\w* (?:на улиц|прохож|жител|эксперт)\w*|debates?|"
    r"survey|vox pop|пікірсайыс\w*|пикир алыш\w*|munozara\w*|so[‘'’ʻ]rovnoma\w*|мунозара\w*|сўровнома\w*|мубоҳиса\w*|"
    r"пурсиш\w*|jedel\w*"
)
# Of a title: somebody answers them in a few words.
_QUICK = (
    r"блиц\w*|(?:\d{1,2}|три|пять|шесть|семь|восемь|девять|десять|двадцать) (?:(?:быстр|коротк|неудобн|прост)\w+ )?вопрос(?:ов|а)"
    r"(?! об? | про | по )|быстры[ех] вопрос\w*|\d{1,2} быстрых|"
    r"quick(?:-?fire)? (?:questions|ones)|(?:\d{1,2}|three|five|seven|ten|twenty) "
    r"questions (?:for|to|with)|тез суроо\w*|қысқа сұрақ\w*|tezkor savol\w*|тезкор савол\w*"
)
_GREETS = (
    r"здравствуй|добр(?:ый|ое|ого) (?:день|дня|вечер|утро)|приветствую|good (?:morning|afternoon|evening)|саламатсыз|салам|"
    r"сәлем|амансыз|ассалам|assalom|salom|ассалом|салом|salam"
)
# What only a host says; in lower case.
_HOST = (
    r"у нас (?:\w+ )?(?:в гостях|на (?:прямой )?связи)|гост(?:ь|ья|и) (?:сегодня )?у нас|"
    r"в (?:нашей |этой )?студии|в (?:прямом )?эфире (?:радио|\w+ радио|программ|передач|подкаст)|"
    r"(?:это|начинаем|продолжаем) (?:нашу )?(?:\w+ )?программ[ау]|к нам [^.\n]{0,60}?присоединя|с наш(?:ей|им) гост|"
    r"с нами (?:на (?:прямой )?связи|в студии|сегодня)|(?:на (?:прямой |видео)?связи|в эфире) (?:с нами|у нас)|"
    r"(?:поговорим|побеседуем|будем говорить|разговариваем) (?:сегодня )?(?:со? |об? )|"
    r"тем[аы] (?:нашей )?сегодняшне[йго]+ (?:беседы|передачи|программы|разговора|эфира)|"
    r"гост(?:ь|ья|и) (?:нашей |сегодняшней )?(?:программы|студии|эфира|передачи)|"
    r"вы (?:слушаете|смотрите)|у микрофон\w+|меня зовут [^.\n]{0,60}, и |"
    r"thank you (?:so much )?for (?:joining|being with|coming)|"
    r"(?:i'm|i am) joined by|our guest|welcome to (?:the|our) (?:show|podcast|program)|біздің қонағымыз|студиямызда|биздин конок|"
    r"studiyamizda|студиямизда|меҳмони мо|studiýamyzda"
)
# «…, – сказал он»: an author tells a story.
_ASIDE = re.compile(r"[,!?…][»”\"]?\s?[–—-]\s")
_TELLS = re.compile(
    r"(?:\w+\s){0,2}?(?:сказал|спросил|ответил|произн[её]с|прошептал|крикнул|воскликнул|буркнул|вздохнул|улыбнул|усмехнул|кивнул|"
    r"пробормотал|засмеял|повторил|проговорил|заметил|добавил|отозвал|перебил|отмети|подчеркну|заяви|поясни|рассказа|"
    r"говор[ию]|спрашива|отвеча|объясня|перебива|"
    r"said|asked|replied|whispered|cried|muttered|деді|сұрады|деди|сурады|dedi|so[‘'’ʻ]radi|сўради|гуфт|пурсид|diýdi|sorady)|"
    r"(?-i:(?:[а-яё]+\s){0,4}[а-яё]+(?:[иаеуя]ла?|[лш]ась|лся|[её]с)\s(?:[а-яё]+\s){0,2}[А-ЯЁа-яё]+[.,:]|"
    r"(?:не\s)?[а-яё]+(?:[её]т|ит|[её]тся|ится)\s(?:он|она|тот|та|мне|[А-ЯЁ][а-яё]+)\b)",
    re.IGNORECASE,
)
_SAID_BEHIND = re.compile(r"[,!?][”\"] (?:\w+\s){0,3}?(?:said|says|asked|told)\b", re.IGNORECASE)
_SAYS_WORDS = (" says", " notes", " adds")
_SAYS = re.compile(r"[A-Z]\w+ (?:says|notes|adds)\b")
# The title of an interview is its best sentence, in quotation marks or behind the name.
TITLE = re.compile(r"[«“„\"]|(?:[^\W\d_][\w’'‘ʻʼ.-]* ){1,3}?[\w’'‘ʻʼ-]+(?:, [^:\n]{3,60})?: ")
_CAPITALISED = r"[^\W\da-zа-яёәғқңөұүһіӣӯҳҷ_][\w’'‘ʻʼ.-]*"
NAMED_TITLE = re.compile(
    rf"{_CAPITALISED}(?: {_CAPITALISED}){{1,3}}(?:, [^:\n]{{3,60}})?: |{_CAPITALISED}: [«“\"]|"
    rf".{{15,160}} [–—-] {_CAPITALISED} {_CAPITALISED}$"
)


_CUES = Beginnings(
    {
        name: re.compile(pattern)
        for name, pattern in {
            "talk": _CUE,
            "list of questions": _NO_INTERVIEW,
            "many": _MANY,
            "court": _COURT,
            "in court": _COURT_ADDRESSES,
            "quick": _QUICK,
            "greeting": _GREETS,
            "host": _HOST,
        }.items()
    }
)


def read_cues(text: str) -> Begun:
    """Where a text holds which of the words about talks; its places are those of the text."""
    return _CUES.read(text.replace("İ", "I").lower())  # the only letter that is two in lower case


def announces(cues: Begun, start: int, end: int) -> bool:
    """Whether what stands between two places promises a talk."""
    return cues.holds("talk", start, end) or _ABOUT.search(cues.text, start, end) is not None


def tells(text: str) -> bool:
    """Whether an author says between two dashes, or behind a quotation, who said it."""
    return (
        any(_TELLS.match(text, aside.end()) for aside in _ASIDE.finditer(text))
        or _SAID_BEHIND.search(text) is not None
        or (any(map(text.__contains__, _SAYS_WORDS)) and _SAYS.search(text) is not None)
    )
