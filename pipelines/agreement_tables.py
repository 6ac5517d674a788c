"""The words of agreements in the languages of the region: nouns by instrument, verbs by what they say of the state.

Everything is written for folded lower-case text (``'`` for every apostrophe, е for ё) and stands at the start of a word. A
noun alone never makes an agreement, nor does a verb: `pipelines.agreement_reading` brings the two together. Cues of the kinds
``act`` (подписание), ``infinitive`` (подписать) and ``attribute`` (подписанный) say nothing of time by themselves.
"""

# ruff: noqa: E501 - an alternative with its own choices stays on one line
from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

# ``plan``: something governs the act and puts it into the future (планируют, will, жоспарлап отыр).
# ``adopted`` counts beside declarations and plans, ``reached`` right beside the noun,
# ``approved`` is ratified when a parliament did it.
CueKind = Literal[
    "signed",
    "adopted",
    "reached",
    "approved",
    "joined",
    "joining",
    "act",
    "infinitive",
    "attribute",
    "plan",
    "announced",
    "proposed",
    "negotiated",
    "submitted",
    "ratified",
    "in_force",
    "ended",
    "denied",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One language's words. ``subject_first``: the subject stands before the noun and the verb behind it (Turkic).

    ``pledge`` is a verb that is an agreement by itself where two parties stand with it («договорились открыть границу»);
    ``between`` and ``beside`` (with) mark parties; ``not_agreements`` is tried around a noun and wins.
    """

    nouns: re.Pattern[str]
    generic: re.Pattern[str]
    cues: re.Pattern[str]
    not_agreements: re.Pattern[str]
    background: re.Pattern[str]
    anniversary: re.Pattern[str]
    sides: re.Pattern[str]
    between: re.Pattern[str]
    beside: re.Pattern[str]
    carried_out: re.Pattern[str]
    epithet: re.Pattern[str]
    pledge: re.Pattern[str]
    nested: re.Pattern[str]
    verb: re.Pattern[str] | None = None
    marker: re.Pattern[str] | None = None
    subject_first: bool = False


def _any(words: str) -> re.Pattern[str]:
    """Alternatives, one a line or separated by `` | ``, each at the start of a word."""
    return re.compile(rf"(?<!\w)(?:{_joined(words)})")


def _joined(words: str) -> str:
    return "|".join(part.strip() for line in words.strip().splitlines() for part in line.split(" | ") if part.strip())


def _groups(table: Mapping[str, str]) -> re.Pattern[str]:
    """One pattern whose last group names the key; earlier keys win at the same place."""
    return re.compile(r"(?<!\w)(?:" + "|".join(f"(?P<{key}>{_joined(words)})" for key, words in table.items()) + ")")


_SPORT_RU = r"""
    футбол\w* | форвард\w* | нападающ\w+ | полузащитник\w* | защитник\w* | вратар\w+ | хоккеист\w* | боксер\w* | тренер\w*
    клуб\w* | трансфер\w* | игрок\w* | голкипер\w* | легионер\w* | лига чемпионов | боец ufc
    """

RUSSIAN = Wording(
    nouns=_groups(
        {
            "roadmap": r"""
                дорожн\w+ карт\w+ | план\w{0,3} (?:совместных )?действий | план\w{0,3} (?:совместных )?мероприятий
                программ\w+ (?:\w+ ){0,2}сотрудничества
                """,
            "financing": r"""
                кредитн\w+ (?:соглашени\w+|договор\w*|лини\w+) | грантов\w+ соглашени\w+
                соглашени\w+ о (?:предоставлении )?(?:\w+ )?(?:кредит|грант|займ|финансировани)\w*
                инвестиционн\w+ (?:соглашени|договор)\w*
                """,
            "declaration": r"деклараци\w+ | коммюнике | совместн\w+ заявлени\w+ | заявлени\w+ о намерениях | харти\w+",
            "mou": r"меморандум\w* | письм\w+ о намерениях",
            "protocol": r"протокол\w{0,3}(?!\w)",
            "treaty": r"договор(?:а|у|ом|е|ы|ов|ам|ами|ах)?(?!\w) | пакт\w{0,3}(?!\w) | конвенци\w+",
            "contract": r"контракт(?:а|у|ом|е|ы|ов|ам|ами|ах)?(?!\w) | сделк\w+ | сделок",
            "agreement": r"соглашени\w+ | стратегическ\w+ партнерств\w+ с(?=о? )",
            "other": r"договоренност\w+ | документ(?:а|ы|ов|ам|ами|ах|ом)?(?!\w)",
        }
    ),
    generic=_any(r"договоренност\w+ | документ\w* | стратегическ\w+ партнерств\w+"),
    cues=_groups(
        {
            "denied": r"""
                не (?:был\w* |будет |будут |удалось |стал\w* |смог\w* )?(?:подпис|заключ|ратифиц|парафир|присоедин|достигл|достигнут|принят|согласован)\w*
                отказал\w*(?:сь|ся)? | отказывает\w+ | отказыва\w+ | опровер\w+ | не намерен\w* | не планиру\w+ | не собира\w+
                не будет | сорвал\w* | отложил\w* | отложен\w* | отклонил\w* | без подписания | не готов\w*
                """,
            "ended": r"""
                денонс\w+ | приостанов\w+ | расторг(?!нуть)\w+ | расторжени\w+ | аннулир\w+ | прекрати\w+ действие
                утратил\w* силу | вышл\w+ из | вышел из | выход\w* из | разорвал\w*
                """,
            "ratified": r"""
                ратифицировал\w* | ратифицирован[аоы]?(?!\w)
                (?:принял|принят|подписал|одобрил|подписан)\w* закон\w* о ратификации | закон\w* о ратификации
                одобрил\w* ратификацию | обменял\w+ ратификационн\w+
                """,
            "submitted": r"""
                на ратификацию | законопроект\w* о ратификации | проект\w* закона о ратификации
                внес\w* (?:в|на рассмотрение) (?:парламент|мажилис|сенат|госдум|дум|жогорку)\w* | ратифицировать
                ратификаци\w+
                """,
            "in_force": r"""
                вступил\w* в (?:законную )?силу | вступает в силу | введен\w* в действие | начал\w* действовать | действует с
                """,
            "announced": r"""
                подпиш\w+ | заключ(?:ит|ат|им)(?!\w) | присоедин(?:ится|ятся|имся) | к подписанию | накануне подписания
                перед подписанием | объявил\w* о (?:намерении|присоединении|решении) | анонсирова\w+
                письм\w+ о намерениях присоединиться
                """,
            "plan": r"""
                планиру\w+ | запланирован\w* | намерен\w* | намерева\w+ | собира(?:ется|ются|лись|лся|лась)
                готов[аоы]?(?!\w) | ожида\w+ | предстоит | рассчитыва\w+ | рассчитан\w* | будет | будут | будем | должн\w+
                мо(?:жет|гут|жем|гла|гли)(?!\w) | хо(?:чет|тят)(?!\w) | хотел\w* | предусмотрен\w* | предполага\w+
                решени\w+ (?:\w+ ){0,2}о | вступ(?:ит|ят) | надее\w+ | стрем\w+ | решил\w* | заинтересован\w*
                выразил\w* (?:готовность|желание|намерение) | намерени\w+ | для | чтобы | подготов\w+
                готов(?:ит|ят|ится|ятся)(?!\w) | возможно\w+ | вскоре | скоро | перспектив\w+ | договорил\w+
                """,
            "proposed": r"""
                предложи\w+ | предлож[аe]\w* | предлага\w+ | предложен\w* | призвал\w* | призыва\w+
                выступил\w* (?:за|с инициативой|с предложением) | инициатив\w+ | инициирова\w+ | необходимо | следует
                целесообразн\w+ | нужно | необходимость
                """,
            "signed": r"""
                подписал\w* | подписан[аоы]?(?!\w) | подписыва(?:ет|ют)(?!\w) | заключил\w* | заключен[аоы]?(?!\w)
                парафировал\w* | парафирован[аоы]?(?!\w) | скрепил\w* | поставил\w* (?:\w+ )?подпис\w+
                состоял\w+ (?:\w+ )?подписание | состоял\w+ (?:\w+ )?церемония подписания
                прошл\w+ (?:церемония )?подписани\w+ | обменял\w+ | удалось (?:подписать|заключить|согласовать)
                стал[аио]? (?:\w+ )?(?:участни\w+|сторон(?:ой|ами)) | продлил\w* | продлен[аоы]?(?!\w)
                увенчал\w+ подписанием | завершил\w+ подписанием
                (?:после|по итогам|итогом|с момента|со дня|в ходе|во время) (?:церемонии )?подписания | оформлен[аоы]?(?!\w)
                """,
            "adopted": r"принял[аи]?(?!\w) | принят[аоы]?(?!\w) | утвердил\w* | утвержден[аоы]?(?!\w) | подтвердил\w*",
            "reached": r"достиг(?:ли|ла|ло|нута|нуто|нуты|нут)?(?!\w) | пришли к | сошлись | удалось (?:достичь|достигнуть)",
            "approved": r"одобрил\w* | одобрен[аоы]?(?!\w)",
            "joined": r"присоединил\w+",
            "joining": r"присоединени\w+ | присоединиться",
            "negotiated": r"""
                переговор\w* | обсужда\w+ | обсудил\w* | обсужден\w* | согласовыва\w+ | согласован[аоы]?(?!\w) | согласовал\w*
                прорабатыва\w+ | проработ\w+ | разрабатыва\w+ | разработ\w+ | работ\w+ над
                проект\w{0,3} (?=(?:\w+ ){0,2}(?:соглашени|договор|меморандум|деклараци|протокол|контракт|харти|план|дорожн))
                """,
            "attribute": r"""
                подписанн\w+ | заключенн\w+ | принят(?:ый|ая|ое|ые|ого|ой|ому|ую|ых|ым|ыми|ом)(?!\w)
                достигнут(?:ый|ая|ое|ые|ого|ой|ому|ую|ых|ым|ыми|ом)(?!\w) | действующ\w+
                """,
            "infinitive": r"""
                подписать | подписывать | заключить | заключать | парафировать | достичь | достигнуть | продлить | расторгнуть
                принять | оформить
                """,
            "act": r"""
                подписани\w+ | заключени\w+ | парафировани\w+ | церемони\w+ подписания | приняти\w+ | продлени\w+
                достижени\w+
                """,
        }
    ),
    not_agreements=_any(
        r"""
            соглашени\w+ со следствием | сделк\w+ со следствием | сделк\w+ с совестью | сделк\w+ с правосудием
            мирово\w+ соглашени\w+ | досудебн\w+ соглашени\w+ | соглашени\w+ о признании вины | сделк\w+ о признании вины
            пользовательск\w+ соглашени\w+ | по соглашению сторон | налогов\w+ деклараци\w+ | таможенн\w+ деклараци\w+
            деклараци\w+ о (?:доход|имуществ|актив|соответств)\w* | деклараци\w+ об (?:имуществ|актив|обязательств)\w*
            сда\w+ (?:\w+ )?деклараци\w+ | пода\w+ (?:\w+ )?деклараци\w+ | всеобщ\w+ деклараци\w+ | всеобщ\w+ декларировани\w+
            протокол\w* (?:об административн|задержани|допрос|осмотр|судебн|заседани|разногласи|избирател|участков|о нарушени|голосовани)\w*
            административн\w+ протокол\w* | составлен\w* протокол\w* | составил\w* (?:\w+ )?протокол\w*
            антидопингов\w+ протокол\w* | служб\w+ протокола | итогов\w+ протокол\w* комисси\w+ | протокол\w* комисси\w+
            трудов\w+ (?:договор|контракт)\w* | брачн\w+ (?:договор|контракт)\w*
            договор\w* (?:страховани|аренд|дарени|найма|займа с|ипотек|долевого)\w*
            договор\w* купли-продажи (?:\w+ )?(?:квартир|дом|автомобил|жиль|недвижимост)\w* | коллективн\w+ договор\w*
            страхов\w+ договор\w* | ипотечн\w+ договор\w* | организаци\w+ договора о коллективной безопасности
            организаци\w+ североатлантического договора | североатлантическ\w+ договор\w* | контракт\w* на военную службу
            контракт\w* о прохождении | военн\w+ контракт\w* | удостоверяющ\w+ документ\w*
            документ\w* (?:на право|об образовании|о рождении|удостоверяющ)\w* | поддельн\w+ документ\w* | госзакупк\w*
            личн\w+ документ\w* | прием документов | сделк\w+ (?:с|по) (?:недвижимост|квартир)\w*
            кабальн\w+ (?:сделк|договор)\w* | мошенническ\w+ сделк\w+
            """
    ),
    background=_any(
        r"""
            ранее | напомним | напомина\w+ | в прошлом году | в позапрошлом году | лет назад | года? назад | годом ранее
            месяц\w* назад | еще в | с момента | годовщин\w+ | ветеран\w* | по соглашению | по договору | согласно
            в рамках (?!визит|встреч|саммит|форум|переговор|поездк|заседани|государственн|официальн|рабоч|конференц|выставк)
            в соответствии с | на основании | в свое время | тогда
            """
    ),
    anniversary=_any(
        r"годовщин\w+ | \d+-лети\w+ | лети\w+ (?:со дня )?(?:подписания|заключения) | юбиле\w+ | лет со дня | лет подписани\w+"
    ),
    between=_any(r"между"),
    sides=_any(
        r"""
            сторон[ыа]? | стороны | обе стороны | главы государств | главы двух | президенты двух | лидеры | двусторонн\w+
            двух стран | двух государств | делегаци\w+ | обеих стран | министры | по итогам переговоров | по итогам встречи
            стран[ыа]?
            """
    ),
    beside=_any(r"со? | совместно с | вместе с"),
    carried_out=_any(
        r"""
            реализаци\w+ | выполнени\w+ | исполнени\w+ | соблюдени\w+ | хо[дз]\w* | итог\w+ | результат\w+ | достигнут\w+
            подписанн\w+ | ранее
            """
    ),
    pledge=_any(
        r"""договорились об? (?=создани|строительств|открыти|увеличени|расширени|поставк|прекращени|перемири)
        договорились об? (?=взаимн|отмен|упрощени|снижени|продлени|запуск|совместн|обмен)
        договорились об? (?=цен|закупк|передач|транзит|размещени|вывод|делимитаци)
        договорились (?=создать|построить|открыть|увеличить|отменить|запустить|продлить|прекратить|поставлять)
        договорились (?=снизить|упростить|начать|возобновить|ввести)"""
    ),
    epithet=re.compile(
        r"\w+(?:ск|н|ост)(?:ий|ый|ая|ое|ие|ые|ого|его|ой|ому|ему|ую|им|ым|ом|ем|их|ых|ими|ыми)|нов\w{2,3}|рамочн\w+|совместн\w+|\w+сторонн\w+|двусторонн\w+|межправительственн\w+"
    ),
    nested=re.compile(r"(?<!\w)(?:к|в|ко|изменени\w+|дополнени\w+) (?:\w+ ){0,2}$"),
    # Finite verbs by their endings, as far as no noun ends alike.
    verb=re.compile(
        r"\w{2,}(?:уют|ают|яют|ает|яет|ует|ются|ется|ится|ятся|атся|ило|ало|ялось|илось|алось|ился|ался|илась|алась|ились|ались|овали|ировали|ывали|ивали|явили|ошел|ошла|ошло|ошли)"
    ),
)

SPORT = _any(
    rf"""
        {_SPORT_RU} | football\w* | striker\w* | midfielder\w* | goalkeeper\w* | defender\w* | coach(?:es)? | transfer window
        boxer\w* | ufc | premier league | hockey | футболшы\w* | шабуылшы\w* | жартылай қорғаушы\w* | қақпашы\w* | бапкер\w*
        футболчу\w* | чабуулчу\w* | дарбазачы\w* | машыктыруучу\w* | futbolchi\w* | hujumchi\w* | darvozabon\w* | murabbiy\w*
        футболчи\w* | ҳужумчи\w* | дарвозабон\w* | мураббий\w* | ҳуҷумкунанда\w* | бозингар\w* | futbol\w* | futbolçy\w*
        hüjümçi\w* | derwezeçi\w* | tälimçi\w* | türgen\w* | клуби | klubi | klub\w* | клубы
        """
)

ENGLISH = Wording(
    nouns=_groups(
        {
            "roadmap": r"""
                road ?maps? | action plans? | plans? of action | programmes? of cooperation | programs? of cooperation
                cooperation programmes? | cooperation programs? | program(?:me)? of action
                """,
            "financing": r"""
                loan agreements? | grant agreements? | financing agreements? | credit agreements? | investment agreements?
                """,
            "declaration": r"declarations? | communiqu(?:e|é)s? | joint statements? | statements? of intent | charters?",
            "mou": r"memorand(?:um|ums|a) | mous?(?!\w) | letters? of intent",
            "protocol": r"protocols?",
            "treaty": r"treat(?:y|ies) | pacts? | conventions?",
            "contract": r"contracts? | deals? | purchase orders?",
            "agreement": r"agreements?(?!\w) | accords?(?!\w) | strategic partnerships? with",
            "other": r"documents | understandings",
        }
    ),
    generic=_any(r"documents | understandings | strategic partnerships? | deals?"),
    cues=_groups(
        {
            "denied": r"""
                (?:did|does|do|has|have|had|was|were|is|are|will|would|could)(?: not|n't) (?:yet )?(?:be |been )?(?:sign|conclud|ratif|inked|join|agree|reach|adopt|plan|intend|initial)\w*
                refus\w+ | declin\w+ to | denied | denies | reject\w* | postpon\w+ | failed to | never signed | ruled out
                without signing | no (?:agreement|deal|document|contract|memorandum)s? (?:was|were|has|have)
                """,
            "ended": r"""
                denounc\w+ | suspend\w* | terminat\w+ | cancel+ed | withdr[ae]w\w* from | pull\w* out of | scrapped | annulled
                abrogat\w+
                """,
            "ratified": r"""
                ratified | ratifies | approved the ratification | law ratifying | law on (?:the )?ratification
                exchanged instruments of ratification
                """,
            "submitted": r"""
                for ratification | to ratify | bill on (?:the )?ratification | tabled | submitted to (?:the )?parliament
                sent to (?:the )?parliament | ratification
                """,
            "in_force": r"(?:entered|came|enters|comes) into (?:force|effect) | took effect | takes effect | is in force",
            "announced": r"announc\w+ | ahead of the signing",
            "plan": r"""
                plan(?:s|ned|ning)?(?!\w) | intend\w* | expect\w* | will | would | set to | due to | is to | are to | to be
                aim\w* to | prepar\w+ | hope\w* | ready to | going to | may | might | could | can | scheduled | agreed to
                intention\w* | decid\w+ to | decision to | wants? to | shortly | enter into force | soon
                """,
            "proposed": r"""
                propos\w+ | suggest\w+ | call(?:s|ed|ing)? (?:for|on) | urg(?:e|es|ed|ing) | offered | initiative | should
                need to | needs to
                """,
            "signed": r"""
                (?:co-)?signed | inked | concluded | initial+ed | struck | sealed | clinched | finali[sz]ed | signs(?!\w)
                inks(?!\w) | were exchanged | exchanged | extended | renewed | secured | became (?:a )?(?:party|signatory)
                put (?:their|his|her) signatures? | signing ceremony | witnessed the signing | following the signing
                after signing | by signing | entered into | signing(?= of)
                """,
            "adopted": r"adopted | endorsed",
            "reached": r"reached | agreed (?:on|upon)? | made | did",
            "approved": r"approved | approves",
            "joined": r"joined | acceded | joins",
            "joining": r"join(?!\w) | joining | accede | accession",
            "negotiated": r"""
                negotiat\w+ | talks | discuss\w* | drafting | draft\w* | under discussion | working on | finali[sz]ing
                considering
                """,
            "attribute": r"existing",
            "infinitive": r"sign(?!\w) | signing | conclude | reach(?!\w) | ink(?!\w) | extend(?!\w) | adopt(?!\w) | finali[sz]e",
            "act": r"signature of | conclusion of | adoption of",
        }
    ),
    not_agreements=_any(
        r"""
            plea (?:deal|agreement|bargain)\w* | agree\w* to disagree | customs declarations? | tax declarations?
            declarations? of (?:income|assets|war|emergency) | user agreements? | licen[cs]e agreements?
            prenuptial agreements? | non-disclosure agreements? | employment contracts? | rental agreements?
            lease agreements? | insurance contracts? | police protocols? | protocol officer\w* | protocol service
            health protocols? | north atlantic treaty organi[sz]ation | collective security treaty organi[sz]ation
            great deal | good deal | deals? with (?:the )?(?:problem|issue|crisis|consequence|floods?|fire)s? | big deal
            geneva conventions? | record deal | travel documents | identity documents | out-of-court settlement
            charter flights? | settlement agreement\w* | great britain's charter
            """
    ),
    background=_any(
        r"""
            earlier | previously | last year | years? ago | months? ago | under the (?:agreement|deal|treaty|contract)
            according to the | in accordance with | back in | anniversary | since the | at the time
            """
    ),
    anniversary=_any(r"anniversar\w+ | years since the signing | marks? \d+ years | marked \d+ years"),
    between=_any(r"between | among"),
    sides=_any(
        r"""
            sides | both sides | the two | two countries | two presidents | presidents | leaders | bilateral | countries
            delegations? | ministers | parties | following (?:the )?talks | following (?:the )?meeting
            """
    ),
    beside=_any(r"with | together with"),
    carried_out=_any(r"implement\w+ | fulfil\w+ | results? | outcomes? | compliance"),
    pledge=_any(
        r"""
            agreed to (?=build|create|open|establish|supply|lift|extend|cut|increase|launch|resume|withdraw|exchange|expand trade|set up|scrap|introduce|halt|cease)
            agreed on (?=a ceasefire|the (?:construction|supply|creation|opening|delimitation|transit))
            """
    ),
    epithet=re.compile(
        r"strategic|framework|joint|bilateral|trilateral|new|intergovernmental|comprehensive|historic|landmark|enhanced|free|trade|economic|critical|minerals?|cooperation|partnership|energy|nuclear|visa|border|investment|transit|gas|oil|peace|defen[cs]e|security|supply|railway|water|signed|preliminary|mutual|multilateral|\w+-\w+"
    ),
    nested=re.compile(r"(?<!\w)(?:to|amending|amendments? to|under) (?:\w+ ){0,3}$"),
    verb=re.compile(
        r"was|were|is|are|has|have|had|will|would|said|says|which|that|who|provides?|covers?|aims?|envisages?|calls?|helps?|could|may|should|must|remains?|obliges?"
    ),
)

_NEVER = re.compile(r"(?!)")

KAZAKH = Wording(
    subject_first=True,
    marker=_any(r"туралы | жөнінде\w* | бойынша | саласында\w* | қатысты | арналған"),
    nouns=_groups(
        {
            "roadmap": r"жол карта\w+ | іс-қимыл жоспар\w* | іс-шаралар жоспар\w* | ынтымақтастық бағдарлама\w+",
            "financing": r"(?:несие|кредит|қарыз|грант)\w* (?:туралы )?келісім\w*",
            "declaration": r"""
                декларация\w* | бірлескен мәлімдеме\w* | ниет(?:тер)? (?:туралы )?мәлімдеме\w* | коммюнике\w* | хартия\w*
                """,
            "mou": r"меморандум\w* | ниет хат\w*",
            "protocol": r"хаттама\w*",
            "contract": r"келісімшарт\w* | келісім-шарт\w* | мәміле\w* | контракт\w*",
            "agreement": r"келісім(?!д[іе] түрде|паз|ін бер|сіз)\w*",
            "treaty": r"""
                (?<=туралы )шарт(?!т[аы]р)\w{0,6} | (?<=қатынастар )шарт\w{0,6} | (?<=мемлекетаралық )шарт\w{0,6}
                (?<=арасындағы )шарт\w{0,6} | шарт(?=(?:қа|ына) қол)\w{0,3} | конвенция\w*
                """,
            "other": r"уағдаластық\w* | уағдаластығ\w* | құжат\w*",
        }
    ),
    generic=_any(r"уағдаластық\w* | уағдаластығ\w* | құжат\w*"),
    cues=_groups(
        {
            "denied": r"""
                қол қой(?:ыл)?ма(?:ды|ған|йды|йтын)\w* | қол қой(?:ыл)?ған жоқ | қол қою(?:дан)? бас тарт\w* | бас тарт\w+
                жоққа шығар\w+ | кейінге (?:қалды|шегер)\w+ | қабылдан?ба(?:ды|ған)\w* | жасалған жоқ | жасалмады
                қосылма(?:йды|ды)\w* | келісімге келе алма\w+ | жеткізілген жоқ | әзірге жоқ
                """,
            "ratified": r"ратификация(?:лады|ланды|лаған|ланған)\w* | ратификациялау туралы заң\w*",
            "submitted": r"ратификация\w*",
            "in_force": r"күшіне енді\w* | күшіне енген\w*",
            "ended": r"""
                денонсация\w* | тоқтат\w+ | тоқтаты\w+ | күшін жой\w+ | бұзды | бұзылды | шықты(?!\w) | шығатын\w* мәлімде\w+
                """,
            "announced": r"""
                қол қоймақ\w* | қол қоя(?:ды|мыз|тын)\w* | қол қойыла(?:ды|тын)\w* | қол қойылмақ\w* | қол қояр | жасаспақ\w*
                жасасады | жасалады | қосылатын\w* | қосылмақ\w* | қосылады
                """,
            "plan": r"""
                жоспарла\w+ | жоспарын\w* | көзде\w+ | күтіл\w+ | дайында(?!луда|п жатыр|лып)\w+ | ниет\w* | тиіс\w*
                мүмкін\w* | дайын\w* | келісті | шешті | қарсаңында
                """,
            "proposed": r"ұсын\w+ | шақырды | бастама\w+ | қажет\w* | керек\w*",
            "signed": r"""
                қол қойды\w* | қол қойылды\w* | қол қойысты | қол қойып\w* | жасасты\w* | жасалды\w* | қол алмасты
                күшіне енеді | ұзартты | ұзартылды
                """,
            "attribute": r"қол қойылған\w* | қол қойған\w* | жасасқан\w* | жасалған\w* | қабылданған\w* | қол жеткізілген\w*",
            "adopted": r"қабылдады\w* | қабылданды\w* | қабылдап\w*",
            "reached": r"қол жеткіз(?:ді|ілді)\w* | келді(?!\w) | келісті\w*",
            "approved": r"мақұлда\w+ | бекіт\w+",
            "joined": r"қосылды\w* | қосылған\w*",
            "joining": r"қосылу\w*",
            "act": r"қол қою\w* | жасасу\w* | қол қойыл\w+",
            "negotiated": r"""
                келіссөз\w* | талқыла\w+ | дайындалуда\w* | дайындап жатыр\w* | дайындалып\w* | пысықта\w+ | әзірле\w+
                жобасы\w*
                """,
        }
    ),
    not_agreements=_any(
        r"""
            еңбек (?:келісім)?шарт\w* | неке (?:келісім)?шарт\w* | сақтандыру шарт\w* | жалдау шарт\w* | татуласу келісім\w*
            процестік келісім\w* | әкімшілік хаттама\w* | хаттама толтыр\w+ | салық деклараци\w+ | кеден\w* деклараци\w+
            жеке куәлік құжат\w* | кірістер туралы деклараци\w+ | табыс туралы деклараци\w+
            мүлік\w* (?:туралы )?деклараци\w+ | ұжымдық шарт\w* туралы ұйым | ұжымдық қауіпсіздік туралы шарт ұйым\w*
            ата-ана\w* келісім\w* | келісімін берді
            """
    ),
    background=_any(
        r"""
            бұған дейін | бұрын | былтыр\w* | өткен жыл\w* | жыл бұрын | ай бұрын | еске сал\w+ | болатын(?!\w) | (?:келісім|шарт|меморандум)\w* аясында
            сәйкес | негізінде | бері(?!\w) | еді(?!\w)
            """
    ),
    anniversary=_any(r"жылдығы\w* | жылдығына\w* | жыл тол\w+ | мерейтой\w*"),
    sides=_any(r"""
        тараптар\w* | екі ел\w* | президенттер\w* | мемлекет басшы\w* | екіжақты | екі жақты | елдер\w* | министрлер\w*
        құжат\w*
        """),
    between=_any(r"арасында\w*"),
    beside=_any(r"мен | бен | пен"),
    carried_out=_any(r"орында\w+ | іске асыр\w* | жүзеге асыр\w*"),
    pledge=_any(r"уағдаласты\w* | келісті(?!\w)"),
    epithet=_NEVER,
    nested=_any(r"(?:туралы|енгізу) $"),
)

KYRGYZ = Wording(
    subject_first=True,
    marker=_any(r"тууралуу | жөнүндө\w* | боюнча | тармагында\w* | чөйрөсүндө\w* | багытында\w*"),
    nouns=_groups(
        {
            "roadmap": r"жол карта\w+ | иш-чаралар план\w* | иш-аракеттер план\w* | аракеттер план\w* | кызматташуу программа\w+",
            "financing": r"(?:насыя|кредит|грант|каржылоо)\w* (?:тууралуу |жөнүндө |боюнча )?келишим\w*",
            "declaration": r"""
                деклараци\w+ | бирдиктүү билдирүү\w* | биргелешкен билдирүү\w* | биргелешкен арыз\w*
                ниет(?:тер)?(?: тууралуу| жөнүндө)? билдирүү\w* | коммюнике\w*
                """,
            "mou": r"меморандум\w* | ниет кат\w*",
            "protocol": r"протокол\w*",
            "contract": r"контракт\w* | бүтүм\w*",
            "agreement": r"келишим(?!дүү түрдө|сиз|пас)\w*",
            "other": r"макулдашуу\w* | документ\w*",
        }
    ),
    generic=_any(r"макулдашуу\w* | документ\w*"),
    cues=_groups(
        {
            "denied": r"""
                кол кой?(?:ю|уу|у)?л?ба(?:ды|ган|йт|шты)\w* | кол коюлба\w+ | кол койбо\w+ | кол коюлган жок | кол койгон жок
                баш тарт\w+ | четке как\w+ | жокко чыгар\w+ | кийинкиге (?:жылдыр|калтыр)\w+ | азырынча жок | түзүлгөн жок
                кошулбайт
                """,
            "ratified": r"ратификаци(?:ялады|яланды|ялаган|яланган)\w* | ратификациялоо (?:тууралуу|жөнүндө) мыйзам\w*",
            "submitted": r"ратификаци\w+",
            "in_force": r"күчүнө кирди\w* | күчүнө кирген\w*",
            "ended": r"денонсаци\w+ | токтот\w+ | токтоту\w+ | бузду | бузулду | чыкты(?!\w) | чыгарын",
            "announced": r"""
                кол коёт\w* | кол кое\w+ | кол коюлат\w* | кол коюшат\w* | кол коймокчу\w* | кол коюлары\w* | кол коерун
                түзүлөт | түзүшөт | кошулат\w* | кошулары\w* | кошулмакчы\w* | кошула турган\w*
                """,
            "plan": r"""
                план\w+ | күтүлүү\w* | күтүл\w+ | даярда(?!лууда|п|лып)\w+ | ниет\w* | тийиш\w* | мүмкүн\w* | даяр\w* | чечти
                алдында
                """,
            "proposed": r"сунуш\w* | чакырды | демилге\w+ | керек\w* | зарыл\w*",
            "signed": r"""
                кол койду\w* | кол коюлду\w* | кол коюшту\w* | кол коюшкан\w* | кол коюп\w* | түзүштү\w* | түзүлдү\w*
                күчүнө кирет | узартты | узартылды
                """,
            "attribute": r"кол коюлган\w* | кол койгон\w* | түзүлгөн\w* | түзгөн\w* | кабыл алынган\w* | жетишилген\w*",
            "adopted": r"кабыл ал(?:ды|ынды|ышты)\w* | кабыл алышкан",
            "reached": r"жетиш(?:ти|илди|кен)\w* | келишти\w* | келди(?!\w)",
            "approved": r"жактыр\w+ | бекит\w+",
            "joined": r"кошулду\w* | кошулган\w*",
            "joining": r"кошулуу\w*",
            "act": r"кол коюу\w* | түзүү\w* | кол коюлуш\w*",
            "negotiated": r"""
                сүйлөшүү\w* | талкуула\w+ | даярдалууда\w* | даярдап\w* | даярдалып\w* | иштеп чык\w+
                долбоору(?=\w* (?:иштел|талкуу|макулд))\w*
                """,
        }
    ),
    not_agreements=_any(
        r"""
            эмгек (?:келишим|контракт)\w* | нике келишим\w* | камсыздандыруу келишим\w* | ижара келишим\w*
            тараптардын макулдашуусу менен | салык деклараци\w+ | бажы деклараци\w+ | киреше\w* (?:тууралуу )?деклараци\w+
            мүлк\w* (?:тууралуу )?деклараци\w+ | административдик протокол\w* | протокол түз\w+
            жамааттык коопсуздук (?:жөнүндө|тууралуу)? ?келишим\w* уюм\w* | жеке документ\w*
            документтерин (?:толтур|тапшыр)\w+
            """
    ),
    background=_any(
        r"""
            буга чейин | мурда | мурун | былтыр\w* | өткөн жыл\w* | жыл мурун | эскерте кетсек | эске сал\w+ | эле(?!\w)
            болчу | (?:келишим|меморандум)\w* алкагында | ылайык | негизинде | андан бери | кийин(?!ки)
            """
    ),
    anniversary=_any(r"жылдыгы\w* | жылдыгын\w* | жыл тол\w+ | мааракеси\w*"),
    sides=_any(r"тараптар\w* | эки өлкө\w* | президенттер\w* | мамлекет башчы\w* | эки тараптуу | өлкөлөр\w* | министрлер\w*"),
    between=_any(r"ортосунда\w*"),
    beside=_any(r"менен"),
    carried_out=_any(r"аткар\w+ | ишке ашыр\w*"),
    pledge=_any(r"макулдашышты\w* | макулдашты\w*"),
    epithet=_NEVER,
    nested=_NEVER,
)

_UZBEK_NOUNS = {
    "roadmap": r"""
        yo'l xarita\w* | harakatlar (?:reja|dastur)\w* | chora-tadbirlar (?:reja|dastur)\w* | tadbirlar reja\w*
        hamkorlik dastur\w*
        """,
    "financing": r"(?:kredit|qarz|grant|moliyalashtirish)\w* (?:to'g'risidagi |bo'yicha )?(?:bitim|kelishuv|shartnoma)\w*",
    "declaration": r"""
        deklaratsiya\w* | qo'shma bayonot\w* | niyat\w*(?: to'g'risidagi)? bayonot\w* | kommyunike\w* | xartiya\w*
        nizom(?=i?ga imzo)
        """,
    "mou": r"memorandum\w* | niyat xat\w*",
    "protocol": r"protokol\w* | bayonnoma\w*",
    "treaty": r"""
        (?<=to'g'risidagi )shartnoma\w* | (?<=haqidagi )shartnoma\w* | (?<=munosabatlari )shartnoma\w*
        (?<=davlatlararo )shartnoma\w* | konvensiya\w*
        """,
    "contract": r"shartnoma\w* | kontrakt\w*",
    "agreement": r"kelishuv(?!chan|chi|siz)\w* | bitim(?!siz)\w*",
    "other": r"hujjat\w*",
}
_UZBEK_GENERIC = r"hujjat\w*"
_UZBEK_CUES = {
    "denied": r"""
        imzola(?:n)?ma(?:di|gan|ydi|ymiz|slig)\w* | imzo qo'ymadi\w* | rad et\w+ | bosh tort\w+ | inkor et\w+ | qoldirildi
        qoldirilgan | tuzilmadi | tuzilmagan | erishilmadi | kelisha olma\w+ | qo'shilmaydi
        """,
    "ratified": r"ratifikatsiya qil(?:di|indi|ingan|ishdi)\w* | ratifikatsiya qilish (?:to'g'risidagi|haqidagi) qonun\w*",
    "submitted": r"ratifikatsiya\w*",
    "in_force": r"kuchga kirdi\w* | kuchga kirgan\w*",
    "ended": r"denonsatsiya\w* | bekor qil\w+ | to'xtat\w+ | buzdi | chiqdi(?!\w) | chiqishini e'lon",
    "announced": r"""
        imzolaydi\w* | imzolanadi\w* | imzolaymiz | imzolashadi | imzolamoqchi\w* | imzolanishi kutil\w+ | tuziladi | tuzadi
        tuzmoqchi | qo'shiladi\w* | qo'shilmoqchi\w* | qo'shilishini (?:ma'lum|e'lon)
        """,
    "plan": r"""
        reja(?:lashtir\w+|si bor) | kutil\w+ | tayyorla(?!n?moqda|yapti|nyapti)\w+ | mo'ljalla\w+ | niyat\w* | mumkin\w*
        ko'zda tut\w+ | arafasida | tayyor(?!la)\w* | istaydi | xohla\w+ | qaror qil\w+
        """,
    "proposed": r"taklif\w* | chaqirdi | tashabbus\w* | kerak\w* | lozim\w* | zarur\w*",
    "signed": r"""
        imzoladi\w* | imzolandi\w* | imzolashdi\w* | imzo chekdi\w* | imzo chekildi\w* | imzo qo'ydi\w* | imzo qo'yildi\w*
        tuzdi\w* | tuzildi\w* | tuzishdi\w* | kuchga kiradi | uzaytirdi\w* | uzaytirildi\w* | imzolab\w*
        """,
    "attribute": r"imzolangan\w* | imzolagan\w* | tuzilgan\w* | tuzgan\w* | qabul qilingan\w* | erishilgan\w*",
    "adopted": r"qabul qil(?:di|indi|ishdi)\w*",
    "reached": r"erish(?:di|ildi|ishdi)\w* | kelishib ol(?:di|indi|ishdi)\w* | kelishildi\w* | keldi(?!\w) | kelindi",
    "approved": r"ma'qulla\w+ | tasdiqla\w+",
    "joined": r"qo'shildi\w* | qo'shilgan\w*",
    "joining": r"qo'shilish\w*",
    "act": r"imzolash\w* | imzolanish\w* | tuzish\w*",
    "negotiated": r"""
        muzokara\w* | muhokama\w* | ishlab chiq\w+ | tayyorlamoqda\w* | tayyorlanmoqda\w* | tayyorlayapti\w*
        loyihasi(?=\w* (?:ustida|bo'yicha|tayyor|ishlab|muhokama))\w*
        """,
}
_UZBEK_NOT = r"""
    mehnat shartnoma\w* | nikoh shartnoma\w* | sug'urta shartnoma\w* | ijara shartnoma\w* | ipoteka shartnoma\w*
    oldi-sotdi shartnoma\w* | soliq deklaratsiya\w* | bojxona deklaratsiya\w* | daromad\w* deklaratsiya\w*
    mol-mulk\w* deklaratsiya\w* | ma'muriy bayonnoma\w* | bayonnoma tuz\w+ | yarashuv bitim\w* | kelishuv bitim\w*
    sud hujjat\w* | kollektiv xavfsizlik (?:to'g'risidagi )?shartnoma\w* tashkilot\w* | shaxsiy hujjat\w*
    hujjatlar(?:ini)? (?:topshir|qabul)\w+ | o'quv shartnoma\w* | kontrakt to'lov\w* | to'lov-kontrakt\w*
    talaba\w* kontrakt\w*
    """
_UZBEK_BACKGROUND = r"""
    avvalroq | ilgari | o'tgan yil\w* | yil oldin | yil avval | oy oldin | eslatib o't\w+ | edi(?!\w) | (?:kelishuv|bitim|shartnoma|memorandum)\w* doirasida | muvofiq
    asosida | ko'ra | beri(?!\w) | o'shanda
    """
_UZBEK_ANNIVERSARY = r"yilligi\w* | yil to'l\w+ | yubiley\w*"
_UZBEK_SIDES = r"""
    tomonlar\w* | ikki davlat\w* | ikki mamlakat\w* | prezidentlar\w* | davlat rahbar\w* | ikki tomonlama | mamlakatlar\w*
    vazirlar\w* | ikki tomon\w*
    """

_CYRILLIC_PAIRS = (
    ("yo'", "йў"), ("o'", "ў"), ("g'", "ғ"), ("sh", "ш"), ("ch", "ч"), ("ts", "ц"), ("yo", "е"), ("yu", "ю"), ("ya", "я"), ("ye", "е"),
)  # fmt: skip
_CYRILLIC_LETTERS = dict(zip("abdefghijklmnopqrstuvxyz'", "абдефгҳижклмнопқрстувхйзъ", strict=True))


def _in_cyrillic(words: str) -> str:
    """Uzbek words of a pattern in Cyrillic (ё as е, as in folded text); escapes and marks of the pattern stay."""
    result, place = [], 0
    while place < len(words):
        if words[place] == "\\":
            result.append(words[place : place + 2])
            place += 2
            continue
        for latin, cyrillic in _CYRILLIC_PAIRS:
            if words.startswith(latin, place):
                result.append(cyrillic)
                place += len(latin)
                break
        else:
            letter = words[place]
            first = place == 0 or not (words[place - 1].isalpha() or words[place - 1] in "')")
            result.append("э" if letter == "e" and first else _CYRILLIC_LETTERS.get(letter, letter))
            place += 1
    return "".join(result)


def _uzbek(spell: Callable[[str], str]) -> Wording:
    return Wording(
        subject_first=True,
        marker=_any(spell(r"to'g'risida\w* | haqida\w* | bo'yicha | sohasida\w* | yuzasidan")),
        nouns=_groups({key: spell(words) for key, words in _UZBEK_NOUNS.items()}),
        generic=_any(spell(_UZBEK_GENERIC)),
        cues=_groups({key: spell(words) for key, words in _UZBEK_CUES.items()}),
        not_agreements=_any(spell(_UZBEK_NOT)),
        background=_any(spell(_UZBEK_BACKGROUND)),
        anniversary=_any(spell(_UZBEK_ANNIVERSARY)),
        sides=_any(spell(_UZBEK_SIDES)),
        between=_any(spell(r"o'rtasida\w*")),
        beside=_any(spell(r"bilan")),
        carried_out=_any(spell(r"bajar\w+ | amalga oshir\w* | ijro\w*")),
        pledge=_any(spell(r"kelishib ol(?:di|ishdi|indi)\w*")),
        epithet=_NEVER,
        nested=_NEVER,
    )


TAJIK = Wording(
    nouns=_groups(
        {
            "roadmap": r"харитаи роҳ\w* | нақшаи (?:чорабин|амал)\w* | барномаи ҳамкор\w*",
            "financing": r"созишномаи (?:қарз|грант|кредит|маблағгузор)\w*",
            "declaration": r"""
                эъломия\w* | изҳорот\w* (?:муштарак|ният)\w* | баёния\w* | коммюнике\w* | декларатсия\w* | изҳороти ният\w*
                """,
            "mou": r"ёддошт\w* тафоҳум\w* | еддошт\w* тафоҳум\w* | меморандум\w* | еддошт\w* ҳамкор\w*",
            "protocol": r"протокол\w*",
            "treaty": r"аҳднома\w* | паймон\w* | шартнома\w* | конвенсия\w*",
            "contract": r"қарордод\w* | контракт\w* | муомилот\w*",
            "agreement": r"созишнома\w* | мувофиқатнома\w*",
            "other": r"ҳуҷҷат\w* | санад\w* | тавофуқ\w*",
        }
    ),
    generic=_any(r"ҳуҷҷат\w* | санад\w* | тавофуқ\w*"),
    cues=_groups(
        {
            "denied": r"""
                имзо на(?:шуд|кард|гардид|гузошт)\w* | ба имзо нарас\w+ | рад кард\w* | даст кашид\w* | имзо намекун\w+
                имзо намешав\w+ | имзо нахоҳ\w+ | мавқуф гузошт\w* | ба таъхир\w* | инкор кард\w* | имзо нашуда\w*
                қабул накард\w*
                """,
            "ratified": r"ратификатсия (?:кард|шуд|намуд|гардид)\w* | тасвиб (?:кард|шуд|намуд|гардид)\w* | ба тасвиб расид\w*",
            "submitted": r"ратификатсия\w* | ба тасвиб",
            "in_force": r"""
                эътибор пайдо кард\w* | ба қувва даромад\w* | мавриди амал қарор гирифт\w* | эътибори қонунӣ пайдо кард\w*
                """,
            "ended": r"""
                бекор кард\w* | бекор шуд\w* | қатъ кард\w* | қатъ гардид\w* | боздошт\w* | денонсатсия\w*
                баромад(?:анд)?(?!\w)
                """,
            "announced": r"""
                имзо мешав\w+ | имзо мегард\w+ | ба имзо мерас\w+ | имзо хоҳ\w+ | ба имзо хоҳ\w+ | имзо мекун\w+ | мепайвандад
                пайваст мешав\w+ | ҳамроҳ мешав\w+ | имзо карданист\w* | ба имзо расониданист\w*
                """,
            "plan": r"""
                ба нақша гирифт\w* | дар назар (?:аст|дошт\w*|гирифт\w*) | пешбинӣ\w* | интизор\w* | ният дор\w+ | омода\w*
                бояд | метавон\w+ | мехоҳ\w+ | қасд дор\w+ | эҳтимол\w* | тайер\w* | мумкин
                """,
            "proposed": r"пешниҳод\w* | даъват (?:кард|намуд)\w* | ташаббус\w* | зарур\w* | лозим\w*",
            "signed": r"""
                ба имзо расид(?!а)\w* | ба имзо расон(?:ид|д)\w* | имзо (?:шуд|кард|гардид|намуд|гузошт)(?!а)\w*
                имзо карданд | баста шуд\w* | баст(?:анд)?(?!\w) | тамдид (?:кард|шуд)\w* | ба имзо расиданд
                """,
            "attribute": r"""
                имзошуда\w* | басташуда\w* | қабулшуда\w* | ба имзо расида\w* | имзо шуда\w* | имзокарда\w*
                ба имзо расонида\w* | имзо карда\w*
                """,
            "adopted": r"қабул (?:кард|шуд|гардид|намуд)\w*",
            "reached": r"""
                ба мувофиқа расид\w* | ба созиш расид\w* | мувофиқа кард\w* | ба тавофуқ расид\w* | ҳосил шуд\w*
                ба даст омад\w*
                """,
            "approved": r"тасдиқ (?:кард|шуд|намуд)\w* | ҷонибдорӣ\w*",
            "joined": r"пайваст(?:анд)?(?!\w) | ҳамроҳ шуд\w*",
            "joining": r"пайвастан\w* | ҳамроҳшав\w+ | ҳамроҳ шудан\w*",
            "act": r"имзои | имзо кардани | ба имзо расонидани | имзо шудани | бастани | ба имзо расидани",
            "infinitive": r"""
                имзо кунанд\w* | имзо кунад | имзо шавад | имзо намоянд | ба имзо расонанд | ба имзо расад | ба имзо расонад
                имзо кардан(?!\w) | ба имзо расонидан(?!\w)
                """,
            "negotiated": r"""
                гуфтушунид\w* | музокирот\w* | баррасӣ\w* | муҳокима\w* | таҳия\w*
                лоиҳаи(?= (?:созишнома|шартнома|аҳднома|еддошт|изҳорот|эъломия)) | омода мешав\w+
                """,
        }
    ),
    not_agreements=_any(
        r"""
            шартномаи меҳнат\w* | шартномаи никоҳ\w* | шартномаи суғурта\w* | шартномаи иҷора\w*
            декларатсияи (?:андоз|гумрук|даромад|молу мулк)\w* | протоколи (?:маъмурӣ|суд|тафтиш)\w*
            созмони (?:паймони|аҳдномаи|шартномаи)\w* амнияти дастаҷамъӣ | созмони аҳдномаи амнияти дастаҷамъӣ
            созишномаи оштӣ\w* | ҳуҷҷат\w* шахсият\w* | ҳуҷҷатҳои (?:шахсӣ|зарурӣ)
            """
    ),
    background=_any(
        r"""
            қаблан | пештар | соли гузашта | сол пеш | моҳ пеш | соли қабл | ёдовар мешав\w+ | едовар мешав\w+
            едрас мекун\w+ | дар доираи (?:созишнома|шартнома|меморандум) | мувофиқи | дар асоси | тибқи | буд(?!\w) | будааст
            """
    ),
    anniversary=_any(r"солгард\w* | солагии | солагӣ | ҷашни"),
    sides=_any(r"""
        ҷонибҳо\w* | тарафҳо\w* | ду кишвар | ду давлат | президентҳо\w* | сарони давлат\w* | дуҷониба | кишварҳо\w*
        вазирон\w* | роҳбарони
        """),
    between=_any(r"байни | миени | миёни | мобайни"),
    beside=_any(r"бо | ҳамроҳи"),
    carried_out=_any(r"иҷро\w* | амалӣ\w* | татбиқ\w*"),
    pledge=_any(r"мувофиқат карданд | ба мувофиқа расиданд | ба мувофиқа омаданд"),
    epithet=_NEVER,
    nested=_any(r"(?:ба|тағйирот ба) $"),
    verb=re.compile(r"\w+(?:аст|анд)|шуд|кард|буд|ки|ва|ҳам|низ|рӯзи|дар сурати"),
)

TURKMEN = Wording(
    subject_first=True,
    marker=_any(r"hakynda\w* | baradaky | barada | boýunça | ugrunda\w* | babatda\w*"),
    nouns=_groups(
        {
            "roadmap": r"""
                ýol karta\w* | hereket\w* (?:meýilnama|maksatnama)\w* | çäreleriň (?:meýil|maksat)nama\w*
                hyzmatdaşlyk\w* maksatnama\w*
                """,
            "financing": r"(?:karz|grant|kredit)\w* (?:baradaky |hakynda |hakyndaky )?(?:ylalaşy[kg]|şertnama)\w*",
            "declaration": r"jarnama\w* | beýannama\w* | kommýunike\w* | deklarasiýa\w* | bilelikdäki beýanat\w*",
            "mou": r"ähtnama\w* | memorandum\w*",
            "protocol": r"teswirnama\w* | protokol\w*",
            "treaty": r"şertnama\w* | konwensiýa\w*",
            "contract": r"kontrakt\w* | geleşik\w* | geleşig\w*",
            "agreement": r"ylalaşy[kg]\w*",
            "other": r"resminama\w*",
        }
    ),
    generic=_any(r"resminama\w*"),
    cues=_groups(
        {
            "denied": r"""
                gol çek(?:il)?me(?:di|dik|ýär|z|jek|n)\w* | gol goýma(?:dy|ýar)\w* | ýüz öwür\w+ | inkär et\w+ | yza süýşür\w+
                ret et\w+ | baglaşylmady | boýun gaçyr\w+
                """,
            "ratified": r"ratifika(?:siýa)? ?(?:etdi|edildi)\w* | tassyklady\w* | tassyklandy\w*",
            "submitted": r"ratifika\w*",
            "in_force": r"güýje girdi\w* | güýje giren\w* | herekete girdi",
            "ended": r"denons\w+ | ýatyr\w+ | bes et\w+ | togtat\w+ | bozdy | çykdy(?!\w)",
            "announced": r"""
                gol çekiler | gol çeker\w* | gol çekiljek\w* | gol çekjek\w* | gol çekmekçi\w* | baglaşar\w* | baglaşjak\w*
                goşular\w* | goşuljak\w* | goşulmakçy\w* | gol goýar\w* | gol goýuljak
                """,
            "plan": r"""
                meýilleşdir\w+ | garaşyl\w+ | garaşýar\w* | taýýarla(?!ýar|nýar|nylýar)\w+ | göz öňünde tut\w+ | niýet\w*
                mümkin\w* | maksat edin\w+ | taýýar(?!la)\w* | bellenil\w+ | karar\w*
                """,
            "proposed": r"teklip\w* | çagyrdy | başlangyç\w* | gerek\w* | zerur\w*",
            "signed": r"""
                gol çekildi\w* | gol çekdi\w* | gol goýdy\w* | gol goýuldy\w* | baglaşdy\w* | baglaşyldy\w* | gol çekişdi\w*
                güýje girer | uzaltdy\w* | uzaldyldy\w*
                """,
            "attribute": r"""
                gol çekilen\w* | gol çeken\w* | baglaşylan\w* | baglaşan\w* | kabul edilen\w* | gol çekilipdi\w*
                gol çekipdi\w* | baglaşylypdy\w* | gazanylan\w*
                """,
            "adopted": r"kabul et(?:di|diler)\w* | kabul edildi\w*",
            "reached": r"geldi(?:ler)?(?!\w) | gelindi | ylalaşdy\w* | ylalaşyldy\w* | gazanyldy",
            "approved": r"makulla\w+ | oňla\w+",
            "joined": r"goşuldy\w* | goşulan\w*",
            "joining": r"goşulmak\w* | goşulma\w*",
            "act": r"gol çekme[kg]\w* | gol çekmäge | gol çekilme\w* | baglaşmak\w* | baglaşmag\w* | gol goýmak\w*",
            "negotiated": r"""
                taýýarlaýar\w* | taýýarlanýar\w* | taýýarlanylýar\w* | gepleşik(?=ler)\w* | maslahatlaş\w+ | ara al\w+
                işläp taýýarla\w+ | taslamasy(?=\w* (?:taýýar|boýunça|ara))\w*
                """,
        }
    ),
    not_agreements=_any(
        r"""
            zähmet şertnama\w* | nika şertnama\w* | ätiýaçlandyryş şertnama\w* | kärende şertnama\w* | salgyt beýannama\w*
            gümrük beýannama\w* | girdeji\w* beýannama\w* | kollektiw howpsuzlyk\w* (?:hakynda(?:ky)? )?şertnama\w* gurama\w*
            şahsy resminama\w* | şahsyýet\w* resminama\w* | resminamalary tabşyr\w+
            """
    ),
    background=_any(
        r"""
            ozal | geçen ýyl\w* | ýyl mundan | ýyl öň | öňräk | ýatlatsak | \w+[iy]pd[iy]\w* | (?:ylalaşy[kg]|şertnama|ähtnama)\w* (?:çäginde|çäklerinde)
            laýyklykda | esasynda | bäri
            """
    ),
    anniversary=_any(r"ýyllyg\w+ | ýyl dol\w+ | ýubileý\w*"),
    sides=_any(r"""
        taraplar\w* | iki ýurt\w* | iki döwlet\w* | prezidentler\w* | döwlet baştutan\w* | ikitaraplaýyn | ýurtlar\w*
        ministrler\w*
        """),
    between=_any(r"arasynda\w*"),
    beside=_any(r"bilen"),
    carried_out=_any(r"ýerine ýetir\w* | durmuşa geçir\w* | amala aşyr\w*"),
    pledge=_any(r"ylalaşdylar"),
    epithet=_NEVER,
    nested=_NEVER,
)

# What a phrase cannot end in: prepositions, conjunctions, auxiliary verbs.
TAIL = re.compile(
    r"\s+(?:об?|по|на|в|с|со|и|к|для|до|от|за|из|были|было|был|была|будет|ва|дар|бо|оид ба|"
    r"on|of|in|for|with|and|the|a|to|by|was|were|has|have|is|are|at|during)$"
)
PARLIAMENT = re.compile(
    r"парламент|сенат|мажилис|мәжіліс|жогорку кенеш|кенеш|олий мажлис|oliy majlis|маҷлис|mejlis|parliament|senate|congress|duma|дум[аыу]|қурултай|курултай|депутат|deputat"
)
# Words that say nothing of a subject, in any of the languages.
STOP = re.compile(
    r"(?:крупн\w+|нов\w{2,3}|важн\w+|значим\w+|историческ\w+|совместн\w+|соответствующ\w+|подписанн\w+|достигнут\w+|заключенн\w+|данн\w+|указанн\w+|последн\w+|перв\w+|межправительственн\w+|будущ\w+|конкретн\w+|следующ\w+|рамочн\w+|итогов\w+|"
    r"тараптар\w*|tomonlar\w*|томонлар\w*|taraplar\w*|ҷонибҳо\w*|екі|эки|ikki|икки|iki|degişli|тиісті|тиешелүү|asosiy|асосий|негізгі|негизги|жаңа|жаңы|yangi|янги|täze|нав|"
    r"new|major|important|historic|landmark|bilateral|framework|recent|signed|first|final|several|series|other|between|среди|между|которы\w*|сотруднич\w+|взаимопониман\w+|сфер\w+|област\w+|рамках|стран\w*|государств\w*|сторон\w*|двусторон\w+|международн\w+|правительств\w+|республик\w*|"
    r"between|cooperation|understanding|field|area|their|this|that|which|countries|governments?|parties|with|from|into|worth|mutual|"
    r"туралы|бойынша|жөніндегі|саласындағы|арасындағы|ынтымақтастық\w*|жөнүндө|боюнча|ортосундагы|кызматташ\w+|haqida\w*|to'g'risida\w*|bo'yicha|o'rtasida\w*|hamkorlik\w*|sohasida\w*|"
    r"ҳақида\w*|тўғрисида\w*|бўйича|ўртасида\w*|ҳамкорлик\w*|соҳасида\w*|оид|барои|дар|бораи|соҳаи|миёни|байни|ҳамкорӣ\w*|hakynda\w*|boýunça|arasynda\w*|hyzmatdaşlyk\w*|barada\w*)$"
)

WORDINGS: Mapping[tuple[str, str], Wording] = {
    ("ru", ""): RUSSIAN,
    ("en", ""): ENGLISH,
    ("kk", ""): KAZAKH,
    ("ky", ""): KYRGYZ,
    ("uz", ""): _uzbek(str),
    ("uz", "Cyrl"): _uzbek(_in_cyrillic),
    ("tg", ""): TAJIK,
    ("tk", ""): TURKMEN,
}
