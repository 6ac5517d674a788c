"""Words with which a writer reasons, doubts and sighs, by language: columns are full of them, reports need none.

All in lower case, with ' for every apostrophe; a star stands for any ending. Ordinary connectives of reports («однако»,
"however", «бірақ») are left out. This is asked of most texts: words are looked up, and a phrase is looked for only where its
first word stands.
"""

from __future__ import annotations

import re
from functools import cache

_FIRST = 3  # no stem is shorter
_WORD = re.compile(r"[^\W\d_]+")
_WORDS = {
    "ru": """увы впрочем видимо безусловно конечно разумеется согласитесь признаться напомню замечу повторю грешен надеюсь
    надеемся наверное пожалуй странно удивительно неужели разве доколе известно общеизвестно дескать ведь убежден убеждён
    якобы""",
    "en": "must should perhaps unfortunately surely indeed clearly alas sadly nonsense let's",
    "kk": """мойында* деймін түсініксіз өкінішті әрине шынында анығы ендеше демек сонымен ұят баяғы қайдам тоқетер* айтайын
    әйтеуір неге неліктен әлде мүмкін негізі керісінше меніңше онсызда ақыры дейміз сияқты""",
    "ky": """жарабайт албетте чынында чындыгында демек балким кыскасы эмнеге неге айтайын айтор менимче өкүнүчтүү өкүндүрөт
    уят дегендей демекчи окшойт окшоп эмеспи канымды аргасыз унчукпай""",
    "uz": """afsuski albatta aslida demak balki xullas nahotki nega to'g'risi axir menimcha ochig'i rostdan rosti taassuf
    qolaversa kimdir go'yo ehtimol""",
    "uz-Cyrl": """афсуски албатта аслида демак балки хуллас наҳотки нега тўғриси ахир менимча очиғи ростдан рости таассуф
    қолаверса гўё эҳтимол""",
    "tg": "мутаассифона албатта аслан дарвоқеъ шояд магар яъне хулоса чаро аҷаб* гӯё худатон воқеъан наметавон",
    "tk": "elbetde aslynda diýmek belki megerem dogrusy eýsem meniňçe ahyry nähili",
}
_PHRASES = {
    "ru": "по крайней мере|в принципе|а скорее|судя по всему|так вот|к сожалению|к счастью|иными словами|другими словами|"
    "казалось бы|на самом деле|на деле |по сути|по большому счету|понятно, что|скажем прямо|честно говоря|честно сказать|"
    "позволю себе|вряд ли|едва ли|скорее всего|другое дело|вопрос в том|дело в том|интересно, что|такое впечатление|"
    "складывается впечатление|во-первых|во-вторых|в-третьих|как говорится|именно поэтому|все-таки|всё-таки|так называем|"
    "тот случай|не секрет|со стороны это|уверен, что|кто виноват|наши власт|наша власт|наши чиновник|наше обществ|что уж|"
    "вот и |вот почему|то ли дело|мол,|похоже,|уж ",
    "en": "ought to |need to |needs to |it is time|of course|in other words|the truth is|make no mistake|to be sure|after all|"
    "let us |why should|simply put|the question is|wrong to |right to |cannot afford|no wonder|so-called|in short|"
    "on the one hand|on the other hand",
    "kk": "өкінішке қарай|шын мәнінде|шыны керек|құдай-ау|бір қызығы|біздің қоғам|біздің халық|біздің билік|біздің ел|біз қазақ|"
    "онсыз да|алдымен өз|деп сана|осы тұрғыда",
    "ky": "туура эмес|жооп берсин|тилекке каршы|деги эле|ошентсе да|кантсе да|биздин эл|биздин бийлик|биз кыргыз|го,|го.|"
    "тура.|экен.|экен деп",
    "uz": "bizning xalq|bizning jamiyat|eng yomoni|eng achinarlisi|qanday qilib|sirasini aytganda",
    "uz-Cyrl": "бизнинг халқ|бизнинг жамият|энг ёмони|энг ачинарлиси|қандай қилиб|сирасини айтганда",
    "tg": "охир,|ба назари ман|ба фикри ман|ба андешаи ман|бояд гуфт|рост аст|чӣ хел|чи хел|беҳ аз|мардуми мо",
    "tk": "gynansak-da|näme üçin|biziň halk|gaty gynançly|haçana çenli",
}


class Stems:
    """Whole words, and stems (with a star) that words begin with."""

    def __init__(self, entries: str) -> None:
        listed = entries.split()
        self._whole = frozenset(entry for entry in listed if entry[-1] != "*")
        self._stems: dict[str, list[str]] = {}
        for entry in listed:
            if entry[-1] == "*":
                self._stems.setdefault(entry[:_FIRST], []).append(entry[:-1])

    def find(self, words: set[str]) -> list[str]:
        """What the different words of a text are or begin with, an entry as often as words have it."""
        found = list(self._whole & words)
        if self._stems:
            near = [word for word in words if word[:_FIRST] in self._stems]
            found += [stem for word in near for stem in self._stems[word[:_FIRST]] if word.startswith(stem)]
        return found


@cache
def _listed(language: str) -> tuple[Stems, dict[str, list[str]]]:
    """The words of a language, Russian where there is no list, and its phrases by their first words."""
    language = language if language in _WORDS else "ru"
    phrases: dict[str, list[str]] = {}
    for phrase in _PHRASES[language].split("|"):
        phrases.setdefault(_WORD.findall(phrase)[0], []).append(phrase)
    return Stems(_WORDS[language]), phrases


def count_reasons(lowered: str, words: set[str], language: str) -> int:
    """How many different words and phrases of reasoning a text holds; ``lowered`` is the text in lower case."""
    stems, phrases = _listed(language)
    return len(stems.find(words)) + sum(phrase in lowered for first in phrases.keys() & words for phrase in phrases[first])
