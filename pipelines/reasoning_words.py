"""Words with which a writer reasons, doubts and sighs, by language: columns are full of them, reports need none.

All in lower case. Ordinary connectives of reports («однако», "however", «бірақ») are left out.
"""

from __future__ import annotations

import re
from functools import cache

from pipelines.alternation import join_by_letters

_WORDS = {
    "ru": r"по крайней мере|в принципе|а скорее|судя по всему|так вот|мол,|дескать|увы|к сожалению|к счастью|иными словами|"
    r"другими словами|впрочем|казалось бы|на самом деле|на деле|по сути|по большому счету|видимо|похоже,|безусловно|"
    r"конечно|разумеется|понятно, что|согласитесь|скажем прямо|честно говоря|честно сказать|признаться|напомню|замечу|"
    r"повторю|позволю себе|грешен|надеюсь|надеемся|вряд ли|едва ли|скорее всего|наверное|пожалуй|другое дело|"
    r"вопрос в том|дело в том|интересно, что|такое впечатление|складывается впечатление|странно|удивительно|неужели|"
    r"разве|доколе|известно, что|общеизвестно|во-первых|во-вторых|в-третьих|как говорится|уж |ведь|именно поэтому|"
    r"все-таки|всё-таки|якобы|так называем\w+|тот случай|не секрет|со стороны это|уверен, что|убежден|убеждён|"
    r"кто виноват|наши? (?:власт|чиновник|обществ)\w*|что уж|вот и|вот почему|то ли дело",
    "en": r"must|should|ought to|needs? to|it is time|perhaps|unfortunately|of course|in other words|the truth is|"
    r"make no mistake|to be sure|surely|after all|indeed|clearly|let us|let's|alas|sadly|why should|simply put|"
    r"the question is|wrong to|right to|cannot afford|no wonder|so-called|nonsense|in short|on the one hand|"
    r"on the other hand",
    "kk": r"мойында\w+|деймін|түсініксіз|өкінішке қарай|өкінішті|әрине|шын мәнінде|шынында|шыны керек|анығы|ендеше|демек|"
    r"сонымен|құдай-ау|ұят|баяғы|қайдам|тоқетер\w*|айтайын|әйтеуір|неге|неліктен|әлде|мүмкін|негізі|керісінше|"
    r"бір қызығы|меніңше|біздің қоғам|біздің халық|біздің билік|біздің ел|біз қазақ\w*|онсыз да|онсызда|ақыры|"
    r"алдымен өз\w*|деп сана\w+|дейміз|осы тұрғыда|сияқты",
    "ky": r"туура эмес|жооп берсин|жарабайт|тилекке каршы|албетте|чынында|чындыгында|демек|балким|кыскасы|деги эле|эмнеге|"
    r"неге|айтайын|айтор|ошентсе да|кантсе да|менимче|биздин эл|биздин бийлик|биз кыргыз\w*|өкүнүчтүү|өкүндүрөт|уят|"
    r"дегендей|демекчи|окшойт|окшоп|го,|го\\.|тура\\.|экен\\.|экен деп|эмеспи|канымды|аргасыз|унчукпай",
    "uz": r"afsuski|albatta|aslida|demak|balki|xullas|nahotki|nega|to.g.risi|axir|menimcha|ochig.i|rostdan|rosti|"
    r"bizning xalq\w*|bizning jamiyat\w*|taassuf|eng yomoni|eng achinarlisi|qanday qilib|sirasini aytganda|qolaversa|"
    r"kimdir|go.yo|ehtimol",
    "uz-Cyrl": r"афсуски|албатта|аслида|демак|балки|хуллас|наҳотки|нега|тўғриси|ахир|менимча|очиғи|ростдан|рости|бизнинг халқ\w*|"
    r"бизнинг жамият\w*|таассуф|энг ёмони|энг ачинарлиси|қандай қилиб|сирасини айтганда|қолаверса|гўё|эҳтимол",
    "tg": r"мутаассифона|албатта|аслан|дарвоқеъ|охир,|охир|шояд|магар|яъне|хулоса|чаро|ба назари ман|ба фикри ман|"
    r"ба андешаи ман|дар аҷаб\w*|гӯё|бояд гуфт|рост аст|чӣ хел|чи хел|беҳ аз|худатон|воқеъан|наметавон|мардуми мо",
    "tk": r"gynansak-da|elbetde|aslynda|diýmek|belki|näme üçin|megerem|dogrusy|eýsem|meniňçe|biziň halk\w*|gaty gynançly|"
    r"ahyry|nähili|haçana çenli",
}


@cache
def reasoning_words(language: str) -> re.Pattern[str]:
    """One pattern of a language's words; Russian where there is no list."""
    return re.compile(rf"\b{join_by_letters(_WORDS.get(language, _WORDS['ru']))}")
