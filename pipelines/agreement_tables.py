"""The words of agreements in the languages of the region: nouns by instrument, verbs by what they say of the state.

Everything is written for folded lower-case text (``'`` for every apostrophe, е for ё) and stands at the start of a word. A
noun alone never makes an agreement, nor does a verb: `pipelines.agreement_reading` brings the two together. Cues of the kinds
``act`` (подписание), ``infinitive`` (подписать) and ``attribute`` (подписанный) say nothing of time by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from c5watch.article import Instrument

# ``plan``: something governs the act and puts it into the future (планируют, will, жоспарлап отыр).
# ``adopted`` counts beside declarations and plans, ``reached`` right beside the noun, ``approved`` is ratified when a parliament did it.
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

    ``between`` and ``beside`` (with) mark parties; ``not_agreements`` is tried around a noun and wins.
    """

    nouns: re.Pattern[str]
    generic: re.Pattern[str]
    cues: re.Pattern[str]
    not_agreements: re.Pattern[str]
    background: re.Pattern[str]
    anniversary: re.Pattern[str]
    subject: re.Pattern[str]
    sides: re.Pattern[str]
    between: re.Pattern[str]
    beside: re.Pattern[str]
    carried_out: re.Pattern[str]
    epithet: re.Pattern[str]
    nested: re.Pattern[str]
    verb: re.Pattern[str] | None = None
    subject_first: bool = False


def _any(words: str) -> re.Pattern[str]:
    """Alternatives, one a line or separated by `` | ``, each at the start of a word."""
    return re.compile(rf"(?<!\w)(?:{_joined(words)})")


def _joined(words: str) -> str:
    return "|".join(part.strip() for line in words.strip().splitlines() for part in line.split(" | ") if part.strip())


def _groups(table: Mapping[str, str]) -> re.Pattern[str]:
    """One pattern whose last group names the key; earlier keys win at the same place."""
    return re.compile(r"(?<!\w)(?:" + "|".join(f"(?P<{key}>{_joined(words)})" for key, words in table.items()) + ")")


_SPORT_RU = r"футбол\w* | форвард\w* | нападающ\w+ | полузащитник\w* | защитник\w* | вратар\w+ | хоккеист\w* | боксер\w* | тренер\w* | клуб\w* | трансфер\w* | игрок\w* | голкипер\w* | легионер\w* | лига чемпионов | боец ufc"

RUSSIAN = Wording(
    nouns=_groups(
        {
            "roadmap": r"дорожн\w+ карт\w+ | план\w{0,3} (?:совместных )?действий | план\w{0,3} (?:совместных )?мероприятий | программ\w+ (?:\w+ ){0,2}сотрудничества",
            "financing": r"кредитн\w+ (?:соглашени\w+|договор\w*|лини\w+) | грантов\w+ соглашени\w+ | соглашени\w+ о (?:предоставлении )?(?:\w+ )?(?:кредит|грант|займ|финансировани)\w* | инвестиционн\w+ (?:соглашени|договор)\w*",
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
            "denied": r"""не (?:был\w* |будет |будут |удалось |стал\w* |смог\w* )?(?:подпис|заключ|ратифиц|парафир|присоедин|достигл|достигнут|принят|согласован)\w*
                отказал\w*(?:сь|ся)? | отказывает\w+ | отказыва\w+ | опровер\w+ | не намерен\w* | не планиру\w+ | не собира\w+ | не будет | сорвал\w*
                отложил\w* | отложен\w* | отклонил\w* | без подписания | не готов\w*""",
            "ended": r"денонс\w+ | приостанов\w+ | расторг(?!нуть)\w+ | расторжени\w+ | аннулир\w+ | прекрати\w+ действие | утратил\w* силу | вышл\w+ из | вышел из | выход\w* из | разорвал\w*",
            "ratified": r"ратифицировал\w* | ратифицирован[аоы]?(?!\w) | (?:принял|принят|подписал|одобрил|подписан)\w* закон\w* о ратификации | закон\w* о ратификации | одобрил\w* ратификацию | обменял\w+ ратификационн\w+",
            "submitted": r"на ратификацию | законопроект\w* о ратификации | проект\w* закона о ратификации | внес\w* (?:в|на рассмотрение) (?:парламент|мажилис|сенат|госдум|дум|жогорку)\w* | ратифицировать | ратификаци\w+",
            "in_force": r"вступил\w* в (?:законную )?силу | вступает в силу | введен\w* в действие | начал\w* действовать | действует с",
            "announced": r"подпиш\w+ | заключ(?:ит|ат|им)(?!\w) | присоедин(?:ится|ятся|имся) | к подписанию | накануне подписания | перед подписанием | объявил\w* о (?:намерении|присоединении|решении) | анонсирова\w+ | письм\w+ о намерениях присоединиться",
            "plan": r"""планиру\w+ | запланирован\w* | намерен\w* | намерева\w+ | собира(?:ется|ются|лись|лся|лась) | готов[аоы]?(?!\w) | ожида\w+ | предстоит | рассчитыва\w+ | рассчитан\w*
                будет | будут | будем | должн\w+ | мо(?:жет|гут|жем|гла|гли)(?!\w) | хо(?:чет|тят)(?!\w) | хотел\w* | предусмотрен\w* | предполага\w+ | решени\w+ (?:\w+ ){0,2}о | вступ(?:ит|ят) | надее\w+ | стрем\w+
                решил\w* | заинтересован\w* | выразил\w* (?:готовность|желание|намерение) | намерени\w+ | для | чтобы | подготов\w+ | готов(?:ит|ят|ится|ятся)(?!\w) | возможно\w+ | вскоре | скоро | перспектив\w+ | договорил\w+""",
            "proposed": r"предложи\w+ | предлож[аe]\w* | предлага\w+ | предложен\w* | призвал\w* | призыва\w+ | выступил\w* (?:за|с инициативой|с предложением) | инициатив\w+ | инициирова\w+ | необходимо | следует | целесообразн\w+ | нужно | необходимость",
            "signed": r"""подписал\w* | подписан[аоы]?(?!\w) | подписыва(?:ет|ют)(?!\w) | заключил\w* | заключен[аоы]?(?!\w) | парафировал\w* | парафирован[аоы]?(?!\w) | скрепил\w* | поставил\w* (?:\w+ )?подпис\w+
                состоял\w+ (?:\w+ )?подписание | состоял\w+ (?:\w+ )?церемония подписания | прошл\w+ (?:церемония )?подписани\w+ | обменял\w+ | удалось (?:подписать|заключить|согласовать)
                стал[аио]? (?:\w+ )?(?:участни\w+|сторон(?:ой|ами)) | продлил\w* | продлен[аоы]?(?!\w) | увенчал\w+ подписанием | завершил\w+ подписанием | (?:после|по итогам|итогом|с момента|со дня|в ходе|во время) (?:церемонии )?подписания | оформлен[аоы]?(?!\w)""",
            "adopted": r"принял[аи]?(?!\w) | принят[аоы]?(?!\w) | утвердил\w* | утвержден[аоы]?(?!\w) | подтвердил\w*",
            "reached": r"достиг(?:ли|ла|ло|нута|нуто|нуты|нут)?(?!\w) | пришли к | сошлись | удалось (?:достичь|достигнуть)",
            "approved": r"одобрил\w* | одобрен[аоы]?(?!\w)",
            "joined": r"присоединил\w+",
            "joining": r"присоединени\w+ | присоединиться",
            "negotiated": r"переговор\w* | обсужда\w+ | обсудил\w* | обсужден\w* | согласовыва\w+ | согласован[аоы]?(?!\w) | согласовал\w* | прорабатыва\w+ | проработ\w+ | разрабатыва\w+ | разработ\w+ | работ\w+ над | проект\w{0,3} (?=(?:\w+ ){0,2}(?:соглашени|договор|меморандум|деклараци|протокол|контракт|харти|план|дорожн))",
            "attribute": r"подписанн\w+ | заключенн\w+ | принят(?:ый|ая|ое|ые|ого|ой|ому|ую|ых|ым|ыми|ом)(?!\w) | достигнут(?:ый|ая|ое|ые|ого|ой|ому|ую|ых|ым|ыми|ом)(?!\w) | действующ\w+",
            "infinitive": r"подписать | подписывать | заключить | заключать | парафировать | достичь | достигнуть | продлить | расторгнуть | принять | оформить",
            "act": r"подписани\w+ | заключени\w+ | парафировани\w+ | церемони\w+ подписания | приняти\w+ | продлени\w+ | достижени\w+",
        }
    ),
    not_agreements=_any(
        r"""соглашени\w+ со следствием | сделк\w+ со следствием | сделк\w+ с совестью | сделк\w+ с правосудием | мирово\w+ соглашени\w+ | досудебн\w+ соглашени\w+ | соглашени\w+ о признании вины | сделк\w+ о признании вины | пользовательск\w+ соглашени\w+ | по соглашению сторон
        налогов\w+ деклараци\w+ | таможенн\w+ деклараци\w+ | деклараци\w+ о (?:доход|имуществ|актив|соответств)\w* | деклараци\w+ об (?:имуществ|актив|обязательств)\w* | сда\w+ (?:\w+ )?деклараци\w+ | пода\w+ (?:\w+ )?деклараци\w+ | всеобщ\w+ деклараци\w+ | всеобщ\w+ декларировани\w+
        протокол\w* (?:об административн|задержани|допрос|осмотр|судебн|заседани|разногласи|избирател|участков|о нарушени|голосовани)\w* | административн\w+ протокол\w* | составлен\w* протокол\w* | составил\w* (?:\w+ )?протокол\w* | антидопингов\w+ протокол\w* | служб\w+ протокола | итогов\w+ протокол\w* комисси\w+ | протокол\w* комисси\w+
        трудов\w+ (?:договор|контракт)\w* | брачн\w+ (?:договор|контракт)\w* | договор\w* (?:страховани|аренд|дарени|найма|займа с|ипотек|долевого)\w* | договор\w* купли-продажи (?:\w+ )?(?:квартир|дом|автомобил|жиль|недвижимост)\w* | коллективн\w+ договор\w* | страхов\w+ договор\w* | ипотечн\w+ договор\w*
        организаци\w+ договора о коллективной безопасности | организаци\w+ североатлантического договора | североатлантическ\w+ договор\w* | контракт\w* на военную службу | контракт\w* о прохождении | военн\w+ контракт\w* | удостоверяющ\w+ документ\w* | документ\w* (?:на право|об образовании|о рождении|удостоверяющ)\w* | поддельн\w+ документ\w*
        госзакупк\w* | личн\w+ документ\w* | прием документов | сделк\w+ (?:с|по) (?:недвижимост|квартир)\w* | кабальн\w+ (?:сделк|договор)\w* | мошенническ\w+ сделк\w+"""
    ),
    background=_any(
        r"ранее | напомним | напомина\w+ | в прошлом году | в позапрошлом году | лет назад | года? назад | годом ранее | месяц\w* назад | еще в | с момента | годовщин\w+ | ветеран\w* | по соглашению | по договору | согласно | в рамках | в соответствии с | на основании | в свое время | тогда"
    ),
    anniversary=_any(
        r"годовщин\w+ | \d+-лети\w+ | лети\w+ (?:со дня )?(?:подписания|заключения) | юбиле\w+ | лет со дня | лет подписани\w+"
    ),
    subject=_any(r"об? | по | на | в сфере | в области | в целях | в рамках | между | с | со | к | ко"),
    sides=_any(
        r"сторон[ыа]? | стороны | обе стороны | главы государств | главы двух | президенты двух | лидеры | двусторонн\w+ | двух стран | двух государств | делегаци\w+ | обеих стран | министры | по итогам переговоров | по итогам встречи | стран[ыа]?"
    ),
    between=_any(r"между"),
    beside=_any(r"со? | совместно с | вместе с"),
    carried_out=_any(
        r"реализаци\w+ | выполнени\w+ | исполнени\w+ | соблюдени\w+ | хо[дз]\w* | итог\w+ | результат\w+ | достигнут\w+ | подписанн\w+ | ранее"
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
    rf"""{_SPORT_RU}
    football\w* | striker\w* | midfielder\w* | goalkeeper\w* | defender\w* | coach(?:es)? | transfer window | boxer\w* | ufc | premier league | hockey
    футболшы\w* | шабуылшы\w* | жартылай қорғаушы\w* | қақпашы\w* | бапкер\w* | футболчу\w* | чабуулчу\w* | дарбазачы\w* | машыктыруучу\w* | futbolchi\w* | hujumchi\w* | darvozabon\w* | murabbiy\w*
    футболчи\w* | ҳужумчи\w* | дарвозабон\w* | мураббий\w* | ҳуҷумкунанда\w* | бозингар\w* | futbolçy\w* | hüjümçi\w* | derwezeçi\w* | tälimçi\w* | türgen\w* | клуби | klubi | klub\w* | клубы"""
)

ENGLISH = Wording(
    nouns=_groups(
        {
            "roadmap": r"road ?maps? | action plans? | plans? of action | programmes? of cooperation | programs? of cooperation | cooperation programmes? | cooperation programs? | program(?:me)? of action",
            "financing": r"loan agreements? | grant agreements? | financing agreements? | credit agreements? | investment agreements?",
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
            "denied": r"""(?:did|does|do|has|have|had|was|were|is|are|will|would|could)(?: not|n't) (?:yet )?(?:be |been )?(?:sign|conclud|ratif|inked|join|agree|reach|adopt|plan|intend|initial)\w*
                refus\w+ | declin\w+ to | denied | denies | reject\w* | postpon\w+ | failed to | never signed | ruled out | without signing | no (?:agreement|deal|document|contract|memorandum)s? (?:was|were|has|have)""",
            "ended": r"denounc\w+ | suspend\w* | terminat\w+ | cancel+ed | withdr[ae]w\w* from | pull\w* out of | scrapped | annulled | abrogat\w+",
            "ratified": r"ratified | ratifies | approved the ratification | law ratifying | law on (?:the )?ratification | exchanged instruments of ratification",
            "submitted": r"for ratification | to ratify | bill on (?:the )?ratification | tabled | submitted to (?:the )?parliament | sent to (?:the )?parliament | ratification",
            "in_force": r"(?:entered|came|enters|comes) into (?:force|effect) | took effect | takes effect | is in force",
            "announced": r"announc\w+ | ahead of the signing",
            "plan": r"""plan(?:s|ned|ning)?(?!\w) | intend\w* | expect\w* | will | would | set to | due to | is to | are to | to be | aim\w* to | prepar\w+ | hope\w* | ready to | going to | may | might | could | can | scheduled | agreed to | intention\w* | decid\w+ to | decision to | wants? to | shortly | enter into force | soon""",
            "proposed": r"propos\w+ | suggest\w+ | call(?:s|ed|ing)? (?:for|on) | urg(?:e|es|ed|ing) | offered | initiative | should | need to | needs to",
            "signed": r"""(?:co-)?signed | inked | concluded | initial+ed | struck | sealed | clinched | finali[sz]ed | signs(?!\w) | inks(?!\w) | were exchanged | exchanged | extended | renewed | secured | became (?:a )?(?:party|signatory) | put (?:their|his|her) signatures? | signing ceremony | witnessed the signing | following the signing | after signing | by signing | entered into | signing(?= of)""",
            "adopted": r"adopted | endorsed",
            "reached": r"reached | agreed (?:on|upon)? | made | did",
            "approved": r"approved | approves",
            "joined": r"joined | acceded | joins",
            "joining": r"join(?!\w) | joining | accede | accession",
            "negotiated": r"negotiat\w+ | talks | discuss\w* | drafting | draft\w* | under discussion | working on | finali[sz]ing | considering",
            "attribute": r"existing",
            "infinitive": r"sign(?!\w) | signing | conclude | reach(?!\w) | ink(?!\w) | extend(?!\w) | adopt(?!\w) | finali[sz]e",
            "act": r"signature of | conclusion of | adoption of",
        }
    ),
    not_agreements=_any(
        r"""plea (?:deal|agreement|bargain)\w* | agree\w* to disagree | customs declarations? | tax declarations? | declarations? of (?:income|assets|war|emergency) | user agreements? | licen[cs]e agreements? | prenuptial agreements?
        non-disclosure agreements? | employment contracts? | rental agreements? | lease agreements? | insurance contracts? | police protocols? | protocol officer\w* | protocol service | health protocols? | north atlantic treaty organi[sz]ation | collective security treaty organi[sz]ation
        great deal | good deal | deals? with (?:the )?(?:problem|issue|crisis|consequence|floods?|fire)s? | big deal | geneva conventions? | record deal | travel documents | identity documents | out-of-court settlement | charter flights? | settlement agreement\w* | great britain's charter"""
    ),
    background=_any(
        r"earlier | previously | last year | years? ago | months? ago | under the (?:agreement|deal|treaty|contract) | according to the | in accordance with | back in | anniversary | since the | at the time"
    ),
    anniversary=_any(r"anniversar\w+ | years since the signing | marks? \d+ years | marked \d+ years"),
    subject=_any(r"on | for | of | in the field of | in the area of | between | with | to | worth | about | over"),
    sides=_any(
        r"sides | both sides | the two | two countries | two presidents | presidents | leaders | bilateral | countries | delegations? | ministers | parties | following (?:the )?talks | following (?:the )?meeting"
    ),
    between=_any(r"between | among"),
    beside=_any(r"with | together with"),
    carried_out=_any(r"implement\w+ | fulfil\w+ | results? | outcomes? | compliance"),
    epithet=re.compile(
        r"strategic|framework|joint|bilateral|trilateral|new|intergovernmental|comprehensive|historic|landmark|enhanced|free|trade|economic|critical|minerals?|cooperation|partnership|energy|nuclear|visa|border|investment|transit|gas|oil|peace|defen[cs]e|security|supply|railway|water|signed|preliminary|mutual|multilateral|\w+-\w+"
    ),
    nested=re.compile(r"(?<!\w)(?:to|amending|amendments? to|under) (?:\w+ ){0,3}$"),
    verb=re.compile(
        r"was|were|is|are|has|have|had|will|would|said|says|which|that|who|provides?|covers?|aims?|envisages?|calls?|helps?|could|may|should|must|remains?|obliges?"
    ),
)

PARLIAMENT = re.compile(
    r"парламент|сенат|мажилис|мәжіліс|жогорку кенеш|кенеш|олий мажлис|oliy majlis|маҷлис|mejlis|parliament|senate|congress|duma|дум[аыу]|қурултай|курултай|депутат|deputat"
)
# Words that say nothing of a subject, in any of the languages.
STOP = re.compile(
    r"(?:крупн\w+|нов\w{2,3}|важн\w+|значим\w+|историческ\w+|совместн\w+|соответствующ\w+|подписанн\w+|достигнут\w+|заключенн\w+|данн\w+|указанн\w+|последн\w+|перв\w+|межправительственн\w+|будущ\w+|конкретн\w+|следующ\w+|рамочн\w+|итогов\w+|"
    r"new|major|important|historic|landmark|bilateral|framework|recent|signed|first|final|several|series|other|between|среди|между|которы\w*|сотруднич\w+|взаимопониман\w+|сфер\w+|област\w+|рамках|стран\w*|государств\w*|сторон\w*|двусторон\w+|международн\w+|правительств\w+|республик\w*|"
    r"between|cooperation|understanding|field|area|their|this|that|which|countries|governments?|parties|with|from|into|worth|mutual|"
    r"туралы|бойынша|жөніндегі|саласындағы|арасындағы|ынтымақтастық\w*|жөнүндө|боюнча|ортосундагы|кызматташ\w+|haqida\w*|to'g'risida\w*|bo'yicha|o'rtasida\w*|hamkorlik\w*|sohasida\w*|"
    r"ҳақида\w*|тўғрисида\w*|бўйича|ўртасида\w*|ҳамкорлик\w*|соҳасида\w*|оид|барои|дар|бораи|соҳаи|миёни|байни|ҳамкорӣ\w*|hakynda\w*|boýunça|arasynda\w*|hyzmatdaşlyk\w*|barada\w*)$"
)

WORDINGS: Mapping[tuple[str, str], Wording] = {("ru", ""): RUSSIAN, ("en", ""): ENGLISH}
