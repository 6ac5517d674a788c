"""Language and script: every language of the region in every spelling, its neighbours, mixed and hostile texts."""

import pickle
import time
from datetime import UTC, datetime, timedelta

import pytest

from c5watch.article import Article
from pipelines.language import detect_language, detect_text
from pipelines.languageprofiles import ask_langdetect

TEXTS = {
    (
        "kk",
        "Cyrl",
    ): "Мемлекет басшысы Вашингтонда өткен саммитке қатысып, маңызды минералдар туралы келісімге қол қойылғанын айтты.",
    (
        "kk",
        "Latn",
    ): "Memleket basshysy Vashıngtonda ótken sammıtke qatysyp, mańyzdy mıneraldar týraly kelisimge qol qoıylǵanyn aıtty.",
    ("kk", "Arab"): "مەملەكەت باسشىسى ۆاشينگتوندا وتكەن سامميتكە قاتىسىپ، كەلىسىمگە قول قويىلعانىن ايتتى.",
    (
        "ky",
        "Cyrl",
    ): "Мамлекет башчысы Вашингтондо өткөн саммитке катышып, маанилүү минералдар боюнча келишимге кол коюлганын билдирди.",
    (
        "uz",
        "Latn",
    ): "Davlat rahbari Vashingtonda bo‘lib o‘tgan sammitda qatnashib, muhim minerallar bo‘yicha bitim imzolanganini aytdi.",
    (
        "uz",
        "Cyrl",
    ): "Давлат раҳбари Вашингтонда бўлиб ўтган саммитда қатнашиб, муҳим минераллар бўйича битим имзоланганини айтди.",
    (
        "tg",
        "Cyrl",
    ): "Сарвари давлат дар ҳамоиши Вашингтон ширкат варзида, аз имзои созишнома дар бораи маъданҳои муҳим хабар дод.",
    (
        "tk",
        "Latn",
    ): "Döwlet baştutany Waşingtonda geçirilen sammite gatnaşyp, möhüm magdanlar barada ylalaşyga gol çekilendigini aýtdy.",
    (
        "ru",
        "Cyrl",
    ): "Глава государства принял участие в саммите в Вашингтоне и сообщил о подписании соглашения по важным минералам.",
    (
        "en",
        "Latn",
    ): "The head of state took part in the summit in Washington and spoke of the agreement on critical minerals that was signed.",
}
# Kazakh and others as people type them without the special letters.
PLAIN = {
    "kk": [
        "Мемлекет басшысы Вашингтонда откен саммитке катысып, келисимге кол койылганын айтты.",
        "Memleket basshysy Vashingtonda otken sammitke qatysyp, kelisimge qol qoiylganyn aitty.",
    ],
    "uz": [
        "Davlat rahbari Vashingtonda bolib otgan sammitda qatnashib, muhim minerallar boyicha bitim imzolanganini aytdi.",
        "Давлат рахбари Вашингтонда булиб утган саммитда катнашиб, битим имзоланганини айтди.",
    ],
    "tg": ["Сарвари давлат дар хамоиши Вашингтон ширкат варзида, аз имзои созишнома хабар дод."],
    "tk": ["Dowlet bastutany Wasingtonda gecirilen sammite gatnasyp, ylalasyga gol cekilendigini aytdy."],
}
NEIGHBOURS = {
    "tr": "Cumhurbaşkanı, Washington'daki zirveye katıldı ve kritik mineraller konusunda anlaşma imzalandığını söyledi.",
    "az": "Dövlət başçısı Vaşinqtonda keçirilən sammitdə iştirak edib və mühüm minerallar üzrə sazişin imzalandığını bildirib.",
    "tt": "Дәүләт башлыгы Вашингтонда узган саммитта катнашты һәм мөһим минераллар турында килешү төзелүен әйтте.",
    "ba": "Дәүләт башлығы Вашингтонда үткән саммитта ҡатнашты һәм мөһим минералдар тураһында килешеү төҙөлөүен әйтте.",
    "uk": "Глава держави взяв участь у саміті у Вашингтоні та повідомив про підписання угоди щодо важливих мінералів.",
    "be": "Кіраўнік дзяржавы ўзяў удзел у саміце ў Вашынгтоне і паведаміў пра падпісанне пагаднення аб важных мінералах.",
    "bg": "Държавният глава участва в срещата на върха във Вашингтон и съобщи за подписването на споразумение за важни минерали.",
    "mk": "Претседателот учествуваше на самитот во Вашингтон и соопшти дека е потпишан договор за важни минерали.",
    "sr": "Председник државе учествовао је на самиту у Вашингтону и саопштио да је потписан споразум о важним минералима.",
    "mn": (
        "Төрийн тэргүүн Вашингтонд болсон дээд хэмжээний уулзалтад оролцож, чухал ашигт малтмалын гэрээнд "
        "гарын үсэг зурсныг мэдэгдэв."
    ),
    "fa": "رئیس دولت در نشست واشنگتن شرکت کرد و از امضای توافق‌نامه درباره مواد معدنی مهم خبر داد.",
    "ug": "دۆلەت رەئىسى ۋاشىنگتوندا ئۆتكۈزۈلگەن يىغىنغا قاتناشتى ۋە مۇھىم كېلىشىمگە قول قويۇلغانلىقىنى ئېيتتى.",
    "kaa": (
        "Мәмлекет басшысы Вашингтонда болып өткен саммитке қатнасып, әҳмийетли минераллар ҳаққында келисимге "
        "қол қойылғанын айтты."
    ),
    "kaa-Latn": (
        "Mámleket basshısı Vashingtonda bolıp ótken sammitke qatnasıp, áhmiyetli minerallar haqqında "
        "kelisimge qol qoyılǵanın, tuwısqanlıq barlıǵın ayttı."
    ),
    "sah": "Судаарыстыба баһылыга Вашингтоҥҥа ыытыллыбыт саммикка кыттан, суолталаах сөбүлэһиигэ илии баттаммытын туһунан эттэ.",
    "de": (
        "Der Staatschef nahm am Gipfel in Washington teil und berichtete von der Unterzeichnung eines "
        "Abkommens über wichtige Rohstoffe."
    ),
    "fr": (
        "Le chef de l'État a participé au sommet de Washington et a annoncé la signature d'un accord sur les minerais critiques."
    ),
    "es": "El jefe de Estado participó en la cumbre de Washington y anunció la firma de un acuerdo sobre minerales críticos.",
    "pl": "Szef państwa wziął udział w szczycie w Waszyngtonie i poinformował o podpisaniu umowy w sprawie ważnych minerałów.",
    "id": (
        "Kepala negara menghadiri pertemuan puncak di Washington dan menyampaikan penandatanganan perjanjian "
        "tentang mineral penting."
    ),
    "zh": "国家元首出席了在华盛顿举行的峰会，并宣布签署关键矿产协议。",
    "ar": "شارك رئيس الدولة في قمة واشنطن وأعلن عن توقيع اتفاقية بشأن المعادن المهمة بين البلدين.",
}
HEADLINES = {
    "Кыргызстан получит от России грант": "ru",
    "Кыргызстан Россиядан грант алат": "ky",
    "Кыргызстан жарандары": "ky",
    "Президент Казахстана Касым-Жомарт Токаев и президент Кыргызстана Садыр Жапаров запустили Камбар-Ата.": "ru",
    "Қасым-Жомарт Тоқаев Трамппен кездесті": "kk",
    "Садыр Жапаров Трамп менен жолугушту": "ky",
    "Mirziyoyev Tramp bilan uchrashdi": "uz",
    "Мирзиёев Трамп билан учрашди": "uz",
    "Эмомалӣ Раҳмон бо Трамп мулоқот кард": "tg",
    "Serdar Berdimuhamedow Tramp bilen duşuşdy": "tk",
    "Токаев встретился с Трампом в Вашингтоне": "ru",
    "Tokayev meets Trump in Washington": "en",
}


def article(text: str, title: str | None = None) -> Article:
    return Article(id="x", url=None, source=None, title=title, fetched_at=datetime(2026, 2, 20, tzinfo=UTC), text=text)


def detect(text: str, title: str | None = None) -> Article:
    return detect_language(article(text, title), None)


@pytest.mark.parametrize(("expected", "text"), TEXTS.items())
def test_every_language_and_script_is_recognised(expected: tuple[str, str], text: str) -> None:
    found = detect(text)
    assert (found.language, found.script) == expected
    assert found.languages == (expected[0],)
    assert found.language_confidence > 0.9
    assert found.language_spans == ()


@pytest.mark.parametrize(("language", "text"), [(language, text) for language, texts in PLAIN.items() for text in texts])
def test_texts_typed_without_special_letters_are_never_russian_or_turkish(language: str, text: str) -> None:
    assert detect(text).language == language


@pytest.mark.parametrize(("language", "text"), NEIGHBOURS.items())
def test_neighbours_and_strangers_are_none_of_ours(language: str, text: str) -> None:
    found = detect(text)
    assert found.language == "und"
    assert found.languages == ()


@pytest.mark.parametrize(("text", "language"), HEADLINES.items())
def test_headlines_are_long_enough(text: str, language: str) -> None:
    assert detect_text(text).language == language


@pytest.mark.parametrize("first", TEXTS)
@pytest.mark.parametrize("mark", ["\n\n", " "])
def test_text_half_and_half_lists_both_with_their_places(first: tuple[str, str], mark: str) -> None:
    second = ("ru", "Cyrl") if first != ("ru", "Cyrl") else ("ky", "Cyrl")
    text = TEXTS[first] + mark + TEXTS[second]
    found = detect(text)
    assert set(found.languages) == {first[0], second[0]}
    assert found.languages[0] == found.language
    (span,) = found.language_spans
    other = first if found.language == second[0] else second
    assert (span.language, span.script) == other
    assert text[span.start : span.end].strip() == TEXTS[other]


def test_script_that_changes_within_a_language_is_a_span_too() -> None:
    text = f"{TEXTS['uz', 'Latn']} {TEXTS['uz', 'Latn']}\n{TEXTS['uz', 'Cyrl']}"
    found = detect(text)
    assert (found.language, found.script, found.languages) == ("uz", "Latn", ("uz",))
    assert [(span.language, span.script) for span in found.language_spans] == [("uz", "Cyrl")]


def test_foreign_names_and_quotations_change_nothing() -> None:
    text = f"{TEXTS['kk', 'Cyrl']} John Deere мен Chevron басшылары да болды, деп жазды Reuters агенттігі. " * 2
    found = detect(text)
    assert (found.language, found.languages, found.language_spans) == ("kk", ("kk",), ())


@pytest.mark.parametrize(
    "text", ["", " ", "12 345", "?!", "C5+1", "https://example.com/kazakhstan/news", "👍👍👍", "\ud800", "қ"]
)
def test_too_little_text_is_undetermined(text: str) -> None:
    assert detect_text(text).language == "und"


def test_title_helps_a_text_too_short() -> None:
    assert detect("Фото: Ақорда", "Мемлекет басшысы АҚШ президентімен кездесіп, келісімге қол қойды").language == "kk"


def test_letters_with_combining_marks_are_the_same_letters() -> None:
    composed = TEXTS["tg", "Cyrl"]
    apart = composed.replace("ӣ", "и\u0304").replace("й", "и\u0306")
    assert detect(apart).language == "tg"
    text = f"{apart}\n{TEXTS['ru', 'Cyrl']} {TEXTS['ru', 'Cyrl']}"
    (span,) = detect(text).language_spans
    assert text[span.start : span.end].strip() == apart


def test_same_text_gives_the_same_answer_again() -> None:
    texts = [*NEIGHBOURS.values(), *HEADLINES, *TEXTS.values()]
    assert [detect_text(text) for text in texts] == [detect_text(text) for text in texts]
    assert ask_langdetect(TEXTS["kk", "Cyrl"]) == ask_langdetect(TEXTS["kk", "Cyrl"])


def test_langdetect_has_profiles_of_our_languages() -> None:
    """Alone it calls Kazakh and Kyrgyz Russian, and Turkmen Turkish."""
    for (language, script), text in TEXTS.items():
        assert ask_langdetect(text)[0] == f"{language}-{script}"


@pytest.mark.parametrize("unit", ["а", "слово ", "Бул. ", "\n", "ў'", "و", "a\u0301", "\u00ad", "http://", "@a "])
def test_hostile_long_texts_are_quick(unit: str) -> None:
    text = unit * (300_000 // len(unit))
    started = datetime.now(UTC)
    detect_text(text)
    assert datetime.now(UTC) - started < timedelta(seconds=5)


def test_long_article_in_two_languages_is_read_to_its_end() -> None:
    text = f"{TEXTS['ru', 'Cyrl']}\n" * 60 + f"{TEXTS['tk', 'Latn']}\n" * 40
    found = detect(text)
    assert found.languages == ("ru", "tk")
    (span,) = found.language_spans
    assert text[span.start : span.end].startswith("Döwlet")
    assert span.end == len(text)


def test_result_can_go_between_processes() -> None:
    found = detect(TEXTS["ky", "Cyrl"] + TEXTS["ru", "Cyrl"])
    assert pickle.loads(pickle.dumps(found)) == found


def test_cyrillic_words_typed_with_latin_lookalikes_keep_their_language():
    text = "Ўзбекистон Республикаси президенти Тошкентда меҳмонларни қабул қилди ва савдо ҳақида гаплашди."
    assert detect_text(text.translate(str.maketrans("еоа", "eoa"))).language == "uz"
    russian = "Президент принял послов и обсудил с ними новую дорогу через перевал и цены на воду."
    assert detect_text(russian.translate(str.maketrans("ео", "eo"))).language == "ru"


@pytest.mark.parametrize(
    ("language", "headline"),
    [
        ("ru", "Токаев прибыл в Бишкек"),
        ("ru", "Путин позвонил Токаеву"),
        ("ky", "Жапаров Ташкентке барды"),
        ("en", "Rubio to visit Astana in May"),
    ],
)
def test_names_inside_a_headline_do_not_tell_its_language(language, headline):
    assert detect_text(headline).language == language


@pytest.mark.parametrize("mark", ["?", ".", "! ", "…"])
def test_a_page_of_marks_takes_no_time(mark):
    started = time.process_time()
    detect_text(mark * 200_000)
    assert time.process_time() - started < 5


def test_a_run_of_letters_beside_a_mixed_word_takes_no_time():
    started = time.process_time()
    detect_text("прeзидeнт " + "a" * 200_000)
    assert time.process_time() - started < 2.0
