"""The words of agreements in English; see `pipelines.agreement.wording` for what they mean."""

# ruff: noqa: E501 - an alternative with its own choices stays on one line
from __future__ import annotations

import re

from pipelines.agreement.wording import Wording, any_of, groups, many, many_groups

ENGLISH = Wording(
    nouns=groups(
        {
            "roadmap": r"""
                road ?maps? | action plans? | plans? of action | programmes? of cooperation | programs? of cooperation
                cooperation (?:plans?|programmes?|programs?) | program(?:me)? of action
                program(?:me)?s? of (?:[\w-]+ ){1,2}cooperation
                """,
            "financing": r"""
                (?:loan|credit|grant|financing|investment)(?= and (?:loan|credit|grant|financing|project|guarantee|investment) (?:agreement|contract)s)
                loan agreements? | grant agreements? | financing agreements? | credit agreements? | investment agreements?
                """,
            "declaration": r"declarations? | communiqu(?:e|é)s? | joint statements? | statements? of intent | charters?",
            "mou": r"memorand(?:um|ums|a) | memos?(?= (?:of|on)(?!\w)) | mous?(?!\w) | letters? of (?:intent|understanding)",
            "protocol": r"protocols?",
            "treaty": r"treat(?:y|ies) | pacts? | conventions?",
            "contract": r"contracts? | deals? | purchase orders? | orders?(?= for (?:[\w-]+ ){0,3}(?:aircraft|jet|plane|airliner|dreamliner|locomotive|train|helicopter|boeing|airbus))",
            "agreement": r"agreements?(?!\w) | accords?(?!\w) | (?<=exchanged )(?:diplomatic )?notes(?!\w) | strategic partnerships? with",
            "other": r"documents?(?!\w) | understandings | (?<=an )understanding(?= (?:with|on|over|between)(?!\w))",
        }
    ),
    generic=any_of(r"documents? | understandings? | strategic partnerships? | deals?"),
    cues=many_groups(
        {
            "untrue": r"""
                (?:dismiss|reject|refut|rebuff)\w* (?:\w+ ){0,2}(?:reports?|claims?|assertions?|allegations?|rumou?rs?|speculation) | den(?:y|ied|ies) (?:\w+ ){0,2}(?:reports?|claims?|rumou?rs?|that|having)
                rumou?rs? | not true | untrue | fake | no truth
                """,
            "unratified": r"""
                (?:(?:has|have|had|is|are|was|were)(?: not|n't) yet|not yet|(?:has|have|had|is|are|was|were) yet not)(?: been)? ratif\w+ | unratified
                (?:must|shall|(?:has|have|had|is|are|was|were|remains?|needs?|ought|yet|still)(?: still| yet| first| also| then){0,2} to)(?: still| yet| first| also| then){0,2} be ratified
                (?:needs?|requires?|subject to|pending)(?: \w+){0,2} ratification
                """,
            "denied": r"""
                (?:did|does|do|has|have|had|was|were|is|are|will|would|could)(?: not|n't)(?: yet| even| so far| formally| ever| actually){0,2} (?:be |been )?(?:tabl|submit|sent |sign|conclud|ratif|inked|join|agree|reach|adopt|plan|intend|initial)\w*
                refus\w+ | (?:yet|still) to be (?:signed|inked|concluded|finali[sz]ed|tabled) | unsigned | (?:never|not) been (?:able to (?:sign|conclude)|signed|concluded) | nothing (?:\w+ ){1,2}(?:signed|concluded|agreed) | (?:vot\w+ )?against ratif\w+ | declin\w+ to | denied | denies | reject\w* | failed to | no talks | not (?:yet )?(?:begun|started|discussed|discussing|negotiating) | never signed | ruled out
                without signing | no (?=(?:\w+ ){0,2}(?:agreement|deal|document|contract|memorandum|treaty|pact|declaration)s?(?!\w))
                """,
            "ended": r"""
                denounc\w+ | expired | lapsed | suspend\w* | terminat\w+ | cancel+ed | withdr[ae]w\w* from | pull\w* out of | scrapped | annulled
                abrogat\w+
                """,
            "ratified": r"""
                ratified | ratifies | passe[ds] (?:\w+ ){0,3}(?:bill|law) (?:ratifying|on (?:the )?ratification) | approved the ratification | law ratifying | law on (?:the )?ratification
                exchanged instruments of ratification
                """,
            "submitted": r"""
                for ratification | to ratify | ratifying | bill on (?:the )?ratification | tabled | submitted to (?:the )?parliament
                sent to (?:the )?parliament | ratification
                """,
            "in_force": r"(?:entered?|came|comes?|enters|brought|put) into (?:force|effect) | entry into force | took effect | takes effect | (?:is|was|being) (?:provisionally applied|applied provisionally) | provisionally applies | is in force",
            "announced": r"announc\w+ | ahead of the signing | (?:agreed )?in principle | agreed (?:on )?(?:the |a )?(?:\w+ )?(?:text|draft|wording)(?!\w) | postpon\w+ | delay\w+ | put off",
            "plan": r"""
                upcoming | forthcoming | planned | plan(?:s|ned|ning)?(?!\w) | intend\w* | expect\w* | will | would | set to | due to | is to | are to | to be
                aim\w* to | prepar\w+ | hope\w* | ready to | going to | (?<!in )(?<!on )(?<!of )(?<!since )(?<!\d )may(?!\w)(?! \d) | might | could | can | scheduled | agreed to
                intention\w* | decid\w+ to | decision to | wants? to(?! congratul) | shortly | soon
                """,
            "proposed": r"""
                propos\w+ | seek(?:s|ing)?(?!\w) | sought | suggest\w+ | call(?:s|ed|ing)? (?:for|on) | urg(?:e|es|ed|ing) | offered | initiative | should
                need to | needs to
                """,
            "once": r"(?:after|following|upon|since|once) (?:the )?(?:signing|signature|conclusion)(?: ceremony)?(?: of)?",
            "signed": r"""
                (?:resulted|culminated) in | congratulat\w+ (?:[^\s,.;]+ ){0,6}?on (?:the )?(?:signing|conclusion|conclud\w+)
                (?<!have )(?<!to )agreed (?:on )?(?:a|an|the) (?=(?!draft)(?:[\w-]+ ){0,3}(?:deal|agreement|pact|treaty)(?!\w)) | (?:co-)?signed | inked | concluded | initial+ed | struck | sealed | clinched | finali[sz]ed | signs(?!\w)
                inks(?!\w) | were exchanged | exchanged | exchange of (?=(?:[\w-]+ ){0,5}(?:documents|agreements|memorand)) | extended | renewed | secured | became (?:a )?(?:party|signatory)
                put (?:their|his|her) (?:signatures?|names?) | put pens? to paper | signing ceremony | (?:witnessed|hosted|attended|oversaw|saw|held|watched|marked|presided over|took part in|present at|led to|(?:ended|concluded|culminated|closed|wrapped up|crowned|capped)(?: \w+){0,5}? (?:with|in|by)) the signing
                (?:the )?signing(?= of [^.;]{0,120}? (?:took place|has taken place|was held)(?!\w)) | penned | formali[sz]ed
                (?<!to )(?<!will )(?<!would )(?<!may )(?<!could )(?<!can )(?<!should )(?<!must )(?<!not )(?<!might )(?<!and )(?:sign|ink|seal|clinch)(?!\w)
                (?<!to )(?<!will )(?<!would )(?<!may )(?<!could )(?<!can )(?<!should )(?<!must )(?<!not )(?<!might )agrees? (?:on )?(?:(?:a|an|the) )?(?=(?!draft|text|that|to|with)(?:[\w-]+ ){0,3}(?:deal|agreement|pact|treaty|accord)(?!\w))
                by signing | entered into | (?:was|were|been|has|have) awarded | awarded (?=(?:[\w'-]+ ){1,6}(?:a|the) (?:\w+ ){0,3}contract)
                """,
            "adopted": r"adopted | endorsed | issued | released | unveiled",
            "reached": r"reached | agreed (?:on|upon)? | made | did",
            "approved": r"approved | approves",
            "joined": r"joined | acceded | joins",
            "joining": r"join(?!\w) | joining | accede | accession",
            "negotiated": r"""
                near(?:s|ing)? (?=(?:\w+ ){0,3}(?:deal|agreement|pact|accord|treaty)) | clos(?:e|er|ing) (?:to|in on) | negotiat\w+ | talks | discuss\w* | drafting | draft\w* | under discussion | (?:was|were|been|being) (?:developed|drawn up|drafted|prepared|elaborated) | working on | finali[sz]ing
                considering | considered | debated | (?:is|are) (?:almost |nearly )?ready(?! to)(?!\w) | (?:issue|question|possibility|prospects?) of (?:the )?signing
                """,
            "attribute": r"existing",
            "under": r"under (?:a|an|the|its|their|this|that)(?!\w) | in line with | in accordance with | pursuant to",
            "infinitive": r"sign(?!\w) | signing | conclude | reach(?!\w) | ink(?!\w) | extend(?!\w) | adopt(?!\w) | finali[sz]e",
            "act": r"signing(?= of) | signature of | conclusion of | adoption of",
        }
    ),
    not_agreements=any_of(
        r"""
            plea (?:deal|agreement|bargain)\w* | agree\w* to disagree | customs declarations? | tax declarations?
            declarations? of (?:income|assets|war|emergency) | user agreements? | licen[cs]e agreements?
            prenuptial agreements? | non-disclosure agreements? | employment contracts? | rental agreements?
            lease agreements? | insurance contracts? | police protocols? | protocol officer\w* | protocol service
            (?:them|it|which|that|who|chapter|section|article) deals? with | health protocols? | north atlantic treaty organi[sz]ation | collective security treaty organi[sz]ation
            (?:great|good) deal(?! with) | deals? with (?:the )?(?:problem|issue|crisis|consequence|floods?|fire)s? | big deal
            (?:treaty|contract) law(?!\w) | geneva conventions? | record deal | travel documents | identity documents | out-of-court settlement
            (?:contracts?|agreements?) with (?:[\w-]+ ){0,2}(?:workers|employees|teachers|doctors|nurses|residents|tenants|customers|clients|subscribers|graduates|farmers|specialists|professionals|labou?rers|migrants|pensioners|aggregators|drivers|couriers|homeowners|landlords|processors)(?!\w) | \d{1,3},\d{3} (?:[\w-]+ )?(?:contracts|agreements)(?!\w)
            charter flights? | settlement agreement\w* | collective (?:bargaining )?agreements? | sectoral agreements? | great britain's charter | protocol departments?
            (?:as long as|while|until|when|once|if) the (?:agreement|deal|treaty|contract|memorandum) (?:is|remains|stays) in (?:force|effect) | united nations charter | un charter
            """
    ),
    background=any_of(
        r"""
            earlier | previously | last year | years? ago | months? ago | under the (?:agreement|deal|treaty|contract)
            according to the | in accordance with | back in | anniversary | since the | at the time
            """
    ),
    anniversary=any_of(
        r"anniversar\w+ | years since the signing | years (?:have |has )?(?:passed |gone by |gone )?since (?:[^\s,.;]+ ){1,4}?(?:signed|joined|acceded|ratified|concluded) | marks? \d+ years | marked \d+ years"
    ),
    between=any_of(r"between | among"),
    sides=any_of(
        r"""
            sides | both sides | the two | two countries | two presidents | presidents | leaders | bilateral | countries
            delegations? | ministers | parties | following (?:the )?talks | following (?:the )?meeting
            """
    ),
    beside=any_of(r"with | together with | by"),
    several=many(
        plural=r"documents | understandings | (?<=the )deals | (?<=of )deals",
        before=r"package | series | number of | dozens of | several | raft of | more than | over | portfolio",
    ),
    again=any_of(
        r"""
            (?:it|they|both|that one|this one|that) (?=(?:was|were|is|has|have|had|will|would)(?:n't| not)?(?: to)?(?: yet| also| already)?(?: be| been)? (?:yet |also |already )?(?:signed|inked|initial|ratified|concluded))
            (?:two|three|four|five|all) (?:countries|states|nations) (?=(?:have |had )?(?:already )?signed[.,;])
            nothing (?=(?:was|has been|is|had been) (?:yet )?(?:signed|concluded))
            """
    ),
    bodies=any_of(
        r"""
            regions?(?<!the region)(?<!the regions)(?<!this region)(?<!whole region)(?<!entire region)(?!\w|'s) | provinces?(?!\w|'s) | oblasts?(?!\w) | universit(?:y|ies) | institutes?(?!\w) | academ(?:y|ies) | colleges?(?!\w) | museums?(?!\w)
            hospitals?(?!\w) | chambers? of commerce
            """
    ),
    carried_out=any_of(r"implement\w+ | fulfil\w+ | results? | outcomes? | compliance"),
    pledge=any_of(
        r"""
            agreed (?:with (?:the )?\w+(?: \w+)? )?to (?=build|create|open|establish|supply|buy|purchase|sell|acquire|import|export|lift|extend|cut|increase|launch|resume|withdraw|exchange|expand trade|set up|scrap|introduce|halt|cease)
            (?:agreed to )?(?:elevate|upgrade|raise)d? (?:[^\s,.;]+ ){0,8}?(?:strategic|comprehensive|enhanced) partnership
            (?:agreed to )?establish(?:ed)? (?:[^\s,.;]+ ){0,4}?(?:strategic|comprehensive|enhanced) partnership
            agreed on (?=a ceasefire|the (?:construction|supply|creation|opening|delimitation|transit))
            (?P<talks>agreed to (?:speed up|accelerate|start|begin|open|launch|resume) (?:talks|negotiations)|(?:(?:in|holding|hold|holds|began|begun|begin|started|continue|continued|resumed|under) (?:\w+ )?(?:talks|negotiations) (?:(?:with|between) (?:[^\s.;]+ ){1,5}?)?(?:on|over|about) (?:[\w-]+ ){0,2}?(?=(?:construction|building|supply|supplies|purchase|sale|import|export|transit|delimitation|delivery|visa|abolition|creation|opening|joining|accession)))|negotiating (?=(?:[\w-]+ ){0,3}(?:supply|supplies|purchase|sale|construction|transit|deliver|visa|delimitation|loan)))
            (?P<funds>(?:will|would|is to|plans to) (?:co-?)?finance(?!\w))
            (?P<to_come>(?:will|is to|plans to) (?:buy|purchase|order) (?:[^\s.;]+ ){1,8}?from [^\s.;]+|(?:will|to|plan to|are to) (?:set up|create|establish|launch) (?=(?:a |an )?joint (?:[\w-]+ )?(?:fund|venture|company|bank)))
            ordered (?:[^\s.;]+ ){1,8}?from [^\s.;]+
            """
    ),
    lending=re.compile(
        r"(?<!\w)(?:(?P<to_come>(?:will|would|to|plans to|is set to) (?:provide|extend|grant|allocate|lend|receive|secure|give|approve|donate))|"
        r"(?P<talks>talks|seek(?:s|ing)?(?!\w)|negotiat(?:es?|ing|ed|ions?)(?!\w)|discuss(?:es|ing|ed)(?!\w)|considering|mulling|weighing)|"
        r"(?P<asked>(?:asked|requested)(?!\w))|"
        r"(?P<done>(?:provid|extend|grant|allocat|approv|receiv|secur|donat)(?:ed|es)(?!\w)|gave(?!\w)|lent(?!\w)))"
        r"(?=[^.;]{0,110}(?<!\w)(?:loans?|grants?|credits?|credit lines?|financing|funding|lending programmes?|stand-by arrangements?)(?!\w)|(?<=lend)(?!\w)|(?<=lent)(?!\w)"
        r"|(?:(?<=provide)|(?<=provided)|(?<=allocate)|(?<=allocated)|(?<=donated)|(?<=asked)|(?<=requested))(?!\w)"
        r"[^.;]{0,60}(?:[$€£]|(?<!\w)(?:dollars|euros|yuan|yen|rou?bles)))"
    ),
    epithet=re.compile(
        r"strategic|framework|joint|bilateral|trilateral|new|intergovernmental|comprehensive|historic|landmark|enhanced|free|trade|economic|critical|minerals?|cooperation|partnership|energy|nuclear|visa|border|investment|transit|gas|oil|peace|defen[cs]e|security|supply|railway|water|preliminary|mutual|multilateral|\w+-\w+"
    ),
    participle=re.compile(
        r"(?:co-)?signed|inked|concluded|initial+ed|struck|sealed|finali[sz]ed|adopted|reached|approved|ratified"
    ),
    nested=re.compile(r"(?<!\w)(?:to|amending|amendments? to|under) (?:\w+ ){0,3}$"),
    verb=re.compile(
        r"we|they|he|she|was|were|is|are|has|have|had|will|would|said|says|which|that|who|took|takes|provides?|covers?|updates?|expands?|marks?|includes?|paves?|aims?|envisages?|calls?|helps?|could|may|should|must|remains?|obliges?|"
        r"reaffirms?|entails?|facilitate[sd]|enables?|allows?|gives?|sets?|strengthens?|became|becomes|contains?|stipulates?|"
        r"establish(?:es|ed)|contributes?|opens?|lays|laid|means|comes|came|follows|followed|replace[sd]|reflects?|requires?|deals|"
        r"foresees?|expire[sd]?|lapse[sd]|governs|regulates|create[sd]|ensures|addresses|seeks|applies|binds|permits|brings|envisions|"
        r"focuse[sd]|outlines|defines|commits|remained|stays|awaits|faces|hinges|stems|builds|spans|runs|seems|appears"
    ),
)
