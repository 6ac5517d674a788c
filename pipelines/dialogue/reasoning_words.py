"""Words with which a writer reasons, doubts and sighs, by language: columns are full of them, reports need none.

All in lower case, with ' for every apostrophe; a star stands for any ending. Ordinary connectives of reports («однако»,
"however", «бірақ») are left out. This is asked of most texts: words are looked up, and a phrase is looked for only where its
first word stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

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


@cache
def _phrases(language: str) -> dict[str, list[str]]:
    """The phrases of a language by their first words."""
    phrases: dict[str, list[str]] = {}
    for phrase in _PHRASES[language].split("|"):
        phrases.setdefault(_WORD.findall(phrase)[0], []).append(phrase)
    return phrases


def reason_entries(language: str) -> dict[str, Iterable[str]]:
    """What `count_reasons` counts, for a `Lexicon`."""
    return {"reason": _WORDS[language].split(), "phrase": _phrases(language)}


def count_reasons(lowered: str, found: Mapping[str, Mapping[int, str]], language: str) -> int:
    """How many different words and phrases of reasoning a text holds.

    ``lowered`` is the text in lower case, ``found`` what the lexicon found in it.
    """
    phrases = _phrases(language)
    opened = {phrase for first in set(found["phrase"].values()) for phrase in phrases[first]}
    return len(set(found["reason"].values())) + sum(phrase in lowered for phrase in opened)
