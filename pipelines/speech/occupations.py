"""Words for what people do, beside a name, in the eight language-scripts and any case."""

from __future__ import annotations

import re
from functools import lru_cache

# Stems; Russian and the suffix languages add their endings.
_STEMS = """
политолог эксперт аналитик директор руководител глав экономист профессор доцент посол посл министр депутат историк социолог
востоковед американист китаист международник дипломат сотрудник гидролог эколог юрист писател исследовател академик координатор
советник заместител специалист председател президент премьер основател сопредседател доктор кандидат лидер спикер режиссер
режиссёр актер актёр актрис тренер чемпион врач педагог ректор декан преподавател программист предпринимател бизнесмен секретар
генерал ученый учёный учен учён философ психолог журналист редактор обозревател представител правозащитник адвокат художник
музыкант
певец певиц поэт инженер геолог археолог демограф финансист банкир менеджер владелец собственник консультант
сарапшы саясаттанушы саясатшы экономис тарихшы ғалым маман төраға жетекші зерттеуші елші қызметкер кеңесші докторант
саясатчы таануучу элчи тарыхчы адис изилдөөчү башчы кызматкер кеңешчи окумуштуу
сиёсатшунос иқтисодчи элчи вазир тарихчи мутахассис ходим раҳбар раҳбари таҳлилчи олим
сиёсатшинос коршинос иқтисодшинос роҳбар сафир таърихшинос корманд муовин раис
analyst expert director professor ambassador minister researcher fellow economist historian scholar president head founder
co-founder chair chairman chairwoman chairperson editor author coach player lecturer scientist diplomat adviser advisor
consultant secretary envoy spokesman spokeswoman writer engineer lawyer activist doctor specialist manager owner mayor senator
activist philosopher mathematician biologist artist musician filmmaker photographer
siyosatshunos ekspert iqtisodchi direktor dotsent elchi vazir tarixchi mutaxassis xodim doktor rahbar tahlilchi olim rais
syýasatçy bilermen ykdysatçy ministr ilçi taryhçy hünärmen kandidat ýolbaşçy alym hukukçy
"""
_SHORTEST, _LONGEST_ENDING = 3, 5
_SET = frozenset(_STEMS.split())
_BEGINNINGS = frozenset(stem[:_SHORTEST] for stem in _SET)
_WORD = re.compile(r"(?<![\w«“-])[^\W\d_][\w’'‘ʻʼ]*(?:-[^\W\d_]+)?")


@lru_cache(maxsize=20_000)  # the same words come again and again
def is_occupation(word: str) -> bool:
    """Whether a word says what somebody does: a stem and at most five letters behind it."""
    word = word.lower()
    if word[:_SHORTEST] not in _BEGINNINGS:
        return False
    return any(word[:size] in _SET for size in range(len(word), max(_SHORTEST, len(word) - _LONGEST_ENDING) - 1, -1))


def find_occupation(text: str) -> tuple[int, int] | None:
    """Where the first word of occupation stands; one inside a name in guillemets does not count."""
    return next((match.span() for match in _WORD.finditer(text) if is_occupation(match.group())), None)
