"""Phrases of page furniture in the languages of the region and of its sources: what a short line is when it begins so."""

from __future__ import annotations

import re

# Each line: what the phrase announces, and its beginnings in ru, en, kk, ky, uz (Latin and Cyrillic), tg, tk, tr and more.
PHRASES: dict[str, tuple[str, ...]] = {
    "related": (
        "читайте также", "читайте еще", "читайте ещё", "читать также", "читать далее", "читать ещё", "читайте по теме", "по теме", "еще по теме", "ещё по теме",
        "похожие", "смотрите также", "смотри также", "материалы по теме", "статьи по теме", "новости по теме", "другие новости", "последние новости",
        "главные новости", "популярн", "самое читаемое", "рекомендуем", "вам может быть интересно", "вам будет интересно", "ранее по теме", "подробнее:",
        "read also", "read more", "also read", "see also", "read next", "related", "more from", "more on", "more stories", "more news", "recommended", "you may also",
        "you might also", "most read", "most popular", "trending", "latest news", "up next", "don't miss", "popular", "editor's picks", "keep reading", "next article",
        "сондай-ақ оқы", "тағы оқы", "оқи отырыңыз", "ұқсас", "басқа жаңалық", "соңғы жаңалық", "тақырып бойынша", "осы тақырып",
        "дагы окуңуз", "ошондой эле", "окшош", "акыркы жаңылык", "башка жаңылык", "дагы караңыз",
        "shuningdek o", "mavzuga oid", "o'xshash", "o‘xshash", "oʻxshash", "so'nggi yangilik", "so‘nggi yangilik", "boshqa yangilik", "yana o'qi", "yana o‘qi", "dolzarb",
        "шунингдек ўқи", "мавзуга оид", "ўхшаш", "сўнгги янгилик", "бошқа янгилик",
        "инчунин хонед", "ҳамчунин хонед", "маводи монанд", "хабарҳои охирин", "хабарҳои дигар", "боз хонед",
        "şeýle hem oka", "meňzeş", "soňky habar", "beýleki habar", "degişli habar",
        "ilgili haber", "benzer haber", "bunlar da", "son dakika", "mehr zum thema", "lesen sie auch", "auch interessant", "à lire aussi", "lire aussi", "sur le même sujet",
        "lee también", "te puede interesar", "leggi anche", "leia também", "lees ook", "læs også", "les også", "läs också", "czytaj", "zobacz także", "čtěte také", "baca juga", "читайте більше",
    ),
    "share": (
        "поделиться", "поделись", "поделитесь", "отправить", "распечатать", "скопировать", "share", "tweet", "copy link", "print", "email this", "save", "follow us", "follow",
        "бөлісу", "бөліс", "бөлүш", "ulashish", "ulashing", "улашиш", "мубодила", "мубодил", "paýlaş", "paylaş", "teilen", "partager", "compartir", "condividi", "jaa", "dela", "del",
        "telegram", "whatsapp", "facebook", "twitter", "вконтакте", "vk", "instagram", "одноклассники", "linkedin", "pinterest", "reddit",
    ),
    "subscribe": (
        "подпишитесь", "подписывайтесь", "подписаться", "подписка", "подпишись", "оформите подписку", "следите за", "присоединяйтесь", "наш telegram", "наш телеграм", "мы в ",
        "subscribe", "sign up", "newsletter", "join our", "join us", "get the latest", "get our", "download our", "download the app", "support our", "become a", "donate", "already a subscriber", "start your", "enter your email",
        "жазылыңыз", "жазылу", "telegram-арна", "жазылыңыздар", "жазылып", "жазылгыла", "obuna bo", "обуна бўл", "обуна шав", "ба канали", "agza bol", "ýazyl", "abone ol",
        "abonnieren", "jetzt anmelden", "abonnez", "suscríbete", "iscriviti", "assine", "inscrivez",
    ),
    "comment": (
        "комментари", "оставить комментарий", "оставьте комментарий", "обсудить", "ваш комментарий", "добавить комментарий", "comment", "leave a", "post a comment", "join the discussion", "join the conversation", "view comments", "reply",
        "пікір", "түсіндірме", "комментарий", "пикир", "izoh", "fikr qoldir", "изоҳ", "шарҳ", "назар", "teswir", "yorum", "kommentar", "commentaire", "comentario",
    ),
    "copyright": (
        "©", "(c)", "copyright", "all rights reserved", "все права защищены", "при использовании материал", "перепечатка", "использование материалов", "любое использование", "барлық құқық", "бардык укук", "barcha huquq", "барча ҳуқуқ", "ҳамаи ҳуқуқ", "ähli hukuk", "tüm hakları", "alle rechte",
        "материалды пайдалан", "сайт материал",
    ),
    "author": (
        "автор", "авторы", "текст:", "редактор", "корреспондент", "by ", "written by", "about the author", "author", "reporting by", "editing by", "авторы:", "авторлор", "muallif", "муаллиф", "муаллифон", "awtor", "yazar", "von ", "par ", "por ", "журналист", "дайындаған", "даярдаган", "tayyorladi", "тайёрлади",
    ),
    "credit": (
        "фото", "иллюстрация", "изображение", "скриншот", "кадр из", "источник фото", "photo", "image", "picture", "getty", "reuters", "courtesy", "credit", "сурет", "сүрөт", "surat", "сурат", "акс", "foto", "bild", "görsel", "видео", "video", "инфографика", "коллаж",
    ),
    "source": ("источник", "source", "дереккөз", "булак", "булагы", "manba", "манба", "сарчашма", "çeşme", "kaynak", "quelle", "фото:"),
    "tags": ("теги", "метки", "ключевые слова", "темы", "tags", "tagged", "topics", "filed under", "keywords", "тегтер", "тэгдер", "teglar", "теглар", "хештег", "барчасп", "etiket", "belgilik", "schlagwörter", "рубрика", "категория", "в сюжете", "сюжет"),
    "ad": ("реклама", "на правах рекламы", "advertisement", "advert", "sponsored", "promoted", "paid content", "story continues below", "жарнама", "reklama", "эълон", "reklam", "anzeige", "publicité", "publicidad", "партнёрский", "партнерский", "affiliate", "this post may contain", "this article contains affiliate"),
    "cookie": (
        "мы используем", "этот сайт использует", "сайт использует", "используя сайт", "продолжая", "используя наш сайт", "we use cookies", "this site uses", "this website uses", "by continuing", "by using", "accept", "принять", "согласен", "cookie", "файлы cookie", "privacy policy", "terms of", "политика конфиденц",
        "біз cookie", "бул сайт", "сайтымызда", "sayt cookie", "сайт cookie", "сомона", "çerez", "wir verwenden",
    ),
    "login": ("войти", "вход", "регистрация", "авторизуйтесь", "log in", "login", "sign in", "register", "create account", "forgot", "кіру", "тіркелу", "кирүү", "катталуу", "kirish", "кириш", "воридшав", "giriş", "anmelden"),
    "error": ("ошибка", "нашли ошибку", "заметили ошибку", "если вы обнаружили", "выделите", "ctrl+enter", "сообщить об ошибке", "report an error", "found a mistake", "page not found", "қате", "ката тап", "xato", "хато", "ғалат", "ýalňyş"),
    "views": ("просмотр", "прочитано", "views", "min read", "minute read", "читать", "время чтения", "қаралды", "қаралым", "көрүлдү", "ko'rish", "ko‘rish", "кўриш", "дида шуд", "görlen", "okunma", "опубликовано", "обновлено", "published", "updated", "posted", "last modified", "жарияланды", "жаңыланды", "e'lon qilingan", "чоп шуд"),
}  # fmt: skip
# Words that say so anywhere in a short line.
_INSIDE = {
    "subscribe": re.compile(r"telegram[- ]?(?:канал|арна|kanal)|whatsapp[- ]?канал|подпис(?:ывай|ать|ка|итесь)|newsletter|обуна|obuna|жазыл(?:ың|гыла|у)|abone", re.IGNORECASE),
    "copyright": re.compile(r"©|all rights reserved|права защищены", re.IGNORECASE),
}  # fmt: skip

_STARTS: dict[str, list[tuple[str, str]]] = {}
for _name, _phrases in PHRASES.items():
    for _phrase in _phrases:
        _STARTS.setdefault(_phrase[:2], []).append((_phrase, _name))
for _entries in _STARTS.values():
    _entries.sort(key=lambda entry: -len(entry[0]))
_LEADING = re.compile(r"^[\W_]+")


def phrase_of(text: str) -> str | None:
    """What page furniture a line announces, or None. Longest beginning first."""
    line = text.lower().replace("ʼ", "'").replace("’", "'")
    if not line[:1].isalpha() and line[:1] not in "©(":
        line = _LEADING.sub("", line)
    for phrase, name in _STARTS.get(line[:2], ()):
        if line.startswith(phrase):
            return name
    for name, pattern in _INSIDE.items():
        if pattern.search(text):
            return name
    return None
