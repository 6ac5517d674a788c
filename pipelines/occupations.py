"""Words for what people do, as they stand before or behind a name in the eight language-scripts (any case ending)."""

from __future__ import annotations

import re

# Stems; Russian and the suffix languages add their endings.
_STEMS = """
политолог эксперт аналитик директор руководител глав экономист профессор доцент посол посл министр депутат историк социолог
востоковед американист китаист международник дипломат сотрудник гидролог эколог юрист писател исследовател академик координатор
советник заместител специалист председател президент премьер основател сопредседател доктор кандидат лидер спикер режиссер
режиссёр актер актёр актрис тренер чемпион врач педагог ректор декан преподавател программист предпринимател бизнесмен секретар
генерал ученый учёный учен учён философ психолог журналист редактор обозревател представител правозащитник адвокат художник музыкант
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
_ENDING = r"(?:[\w’'‘ʻʼ]{0,5})"
OCCUPATION = re.compile(
    rf"(?<![\w«“-])(?:{'|'.join(sorted(map(re.escape, _STEMS.split()), key=len, reverse=True))}){_ENDING}(?!\w)", re.IGNORECASE
)
