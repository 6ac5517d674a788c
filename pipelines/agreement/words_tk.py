"""The words of agreements in Turkmen; see `pipelines.agreement.wording` for what they mean.

Negation is a suffix (gol çekmedi, çekenok, çekmändir) or däl behind (çekmekçi däl); the future has several endings (gol çeker,
çekjek, çekmekçi); a verbal noun (gol çekmek) says nothing of time. The hearsay past (gol çekipdir) is what the press tells news in.
"""

# ruff: noqa: E501 - an alternative with its own choices stays on one line
from __future__ import annotations

import re

from pipelines.agreement.wording import NEVER, Wording, any_of, groups, lending_before, many, many_groups, tenses

# A verbal noun before these is what an agreement is about: «kärhana gurmak hakynda ylalaşyk».
_NO_SUBJECT = r"(?!\w* (?:\w+ )?(?:hakynda\w*|baradaky|barada|boýunça|babatda\w*|maksady)(?!\w))"
_BEHIND_DECLARATION = r"(?:(?<=arnama )|(?<=arnamasy )|(?<=arnamasyny )|(?<=ýannama )|(?<=ýannamasy )|(?<=ýanat )|(?<=ýanaty )|(?<=namalar )|(?<=namalary ))"
_BEHIND_AGREEMENT = r"(?:(?<=laşyk )|(?<=laşygy )|(?<=rtnama )|(?<=rtnamasy ))"
# gol çek-, gol goý- and baglaş- with their passives and reciprocals.
_SIGN = r"(?:gol (?:çek(?:il|iş)?|goý(?:ul|uş|l)?)|baglaş(?:yl)?|baglanyş(?:yl)?)"
_OF_STATES = r"(?:döwletara|halkara|hökümetara|dostluk|araçäk|serhet|strategik|hyzmatdaşlyk)"

TURKMEN = Wording(
    subject_first=True,
    marker=any_of(r"hakynda\w* | baradaky | barada | boýunça | ugrunda\w* | babatda\w*"),
    nouns=groups(
        {
            "roadmap": r"""
                ýol karta\w* | hereket\w* (?:meýilnama|maksatnama)\w* | çäre\w* (?:meýil|maksat)nama\w*
                (?:hyzmatdaşly[kg]|alyş-çalyş|alyş-çalşy[kg])\w* (?:\w+ )?(?:maksatnama|meýilnama)\w* | (?:maksat|meýil)nama(?=\w{0,6} gol (?:çek|goý))\w*
                """,
            "financing": r"(?:karz|grant|kredit)(?= (?:we|hem) (?:karz|grant|kredit)\w* (?:ylalaşyk|şertnama)lar) | (?:karz|grant|kredit|maliýeleşdir\w*) (?:hakyndaky |baradaky |hakynda |barada |boýunça )?(?:ylalaşy[kg]|şertnama)\w*",
            "declaration": r"jarnama\w* | beýannama\w* | kommýunike\w* | deklarasiýa\w* | bilelikdäki beýanat\w* | hartiýa\w* | beýanat(?=\w{0,4} (?:gol (?:çek|goý)|kabul e))\w*",
            "mou": r"ähtnama\w* | memorandum\w*",
            "protocol": r"teswirnama\w* | protokol\w*",
            "treaty": rf"{_OF_STATES}\w* (?:hakynda(?:ky)? |barada(?:ky)? |baradaky |boýunça )?şertnama\w* | konwensiýa\w* | tertipnama(?=\w{{0,6}} gol (?:çek|goý))\w*",
            "contract": r"kontrakt\w* | geleşik\w* | geleşig\w* | şertnama\w*",
            "agreement": r"ylalaşy[kg]\w* | nota(?=lar\w* (?:bilen )?alyş)\w*",
            "other": r"(?:gazanylan|öňki) ylalaşyklar\w* | resminama\w* | dokument\w*",
        }
    ),
    generic=any_of(r"resminama\w* | dokument\w* | (?:gazanylan|öňki) ylalaşyklar"),
    cues=many_groups(
        {
            "untrue": r"esassyz | ýalan(?!aç)\w* | toslama\w* | hakykata (?:\w+ ){0,2}(?:gelme|gelen)\w+ | myş-myş\w*",
            "denied": rf"""
                {_SIGN}(?:m[aeä])(?!k|g|l|sy|si|gi)\w+ | {_SIGN}[ae]nok | {_SIGN}(?:m[ae]k(?:çi|çy)?|[ae]n|mag?ä?ga?) däl | {_SIGN}(?:jek|jak) däl | ýüz öw(?:ür|rül)\w+ | inkär et\w+ | hiç zada gol \w+
                ret et\w+ | boýun gaçyr\w+ | (?:taýýar|mümkin|niýet\w*|meýil\w*) däl | niýeti ýok | (?<=laşyga )(?:gelip bilme|gelme|gelinme)\w+ | gazanylmady\w* | gazanyp bilme\w+ | entek ýok
                kabul ed(?:ilme|eno)\w+ | kabul etmedi\w* | tassyklama(?:dy|n|ýar|zlyk|zlyg|jak)\w* | garşy çyk\w+ | goşulma(?=z|ýar|dy|jak)\w+ | güýje girme(?=di|ýär|z)\w+ | ylalaşyp bilme\w+
                """,
            "unratified": r"ratifika(?:siýa)? ?edilmeli | tassyklanmaly\w*",
            "ratified": r"""
                ratifikasiýa hat\w* (?:alyş|gowşur)\w+ | ratifika(?:siýa)? ?(?:etdi|edildi|edipdir|edilipdir|eden|edilen)\w* | (?<!ministrler tarapyndan )(?<!ministri tarapyndan )(?<!hökümet tarapyndan )tassykla(?:dy|ndy|nyldy|pdyr|nypdyr|nylypdyr|nan|nylan|ly|maly)\w*
                tassyklamak (?:hakynda|barada)\w*(?:[»”\"] | )(?:\w+ ){0,2}(?:karar|kanun)(?!\w* taslama)\w*
                """,
            "submitted": r"tassykla(?:ma[kg])\w*(?: \w+){0,3} (?:seredil|garal|garaş|hödürlen|meýilleş|(?:kanun|karar)\w* taslama)\w+ | (?:mejlisde|mejlisiň maslahatynda|parlamentde)(?: \w+){0,2} (?:seredil|garal)\w+ | birinji okalyş\w* | ratifika\w* | (?:parlamente|mejlise|mejlisiň garamagyna) (?:hödürle|iber)\w+",
            "in_force": r"(?:(?<=ylalaşygy )|(?<=ylalaşyk )|(?<=şertnamasy )|(?<=şertnama ))hereket edýär\w* | güýje gir(?:di|en|ip|endigi)\w* | güýje giriz(?:di|ildi|ipdir|ilipdir|en|ilen)\w* | herekete gir(?:di|en|iz)\w* | (?:hereket|güýjüne) girizildi\w*",
            "ended": r"denons\w+ | (?:ýatyr(?:dy|yldy|ylan|an)|bes et(?:di|diler)|bes edil(?:di|en)|togtat(?:dy|dylar|an)|togtadyl(?:dy|an)|boz(?:dy|uldy|ulan))\w* | möhlet\w* (?:tamamlan|gutar|dol)(?!ýar|ar|jak)\w+ | güýjüni ýitir\w+ | çykdy(?!\w)",
            "announced": rf"""
                yza (?:süýşür|galdyr)\w+ | gol (?:çek(?:iler|er|işer)|goý(?:ar|lar|ular))\w* | baglaş(?:ar|ylar|yljak|jak)\w* | {_SIGN}(?:jek|jak|mekçi|makçy)\w* | gol (?:çekmek|goýmak|çekmeklik) üçin | baglaşmak üçin
                gol çek(?:mek|mekligiň|ilmek|işlik|ilişik)\w* (?:dabara|çäre)\w+ (?:\w+ ){{0,4}}(?:geçiriler|bolar|geçiriljek|meýilleşdir|garaşyl)\w* | gol çekmäge (?:taýýarlan|taýýarlyk|ylalaş|razy|çalyş|synan)\w+ | (?:gol çekmek|gol goýmak|baglaşmak) (?:hakynda|barada|boýunça) (?:ylalaş|karar)\w+ | uzaldyl(?:ar|jak)\w* | uzalt(?:jak|makçy|ar)\w* | tassykla(?:nar|nylar|nyljak|r|jak|makçy)(?!\w) | {_BEHIND_AGREEMENT}täzelen(?:er|jek|ýär)\w* | (?:gol (?:çek|goý)m[ae]gy?i?|baglaşmagy) (?:göz öňünde tut|ylalaş|maksat edin|karar|meýilleş|niýet)\w* | toplumy\w* taýýarlan\w+
                (?:(?<=laşyga )|(?<=laşyklara ))gel(?:er|ner|jek|mekçi|iner)\w* | goluna hödürlen\w+ | üýtgetme\w* giriz(?:jek|mekçi|er|iler|iljek)\w*
                {_BEHIND_DECLARATION}kabul (?:ediler|eder|ediljek|etjek|etmekçi)\w* | goşular\w* | goşuljak\w* | goşulmakçy\w*
                """,
            "plan": r"""
                meýilleşdir\w+ | meýilnamalaşdyr\w+ | garaşyl\w+ | garaşýar\w* | taýýarla(?!ýar|nýar|nylýar|ndy|nyldy)\w+ | taýýarlyk gör\w+ | göz öňünde tutul\w+ | niýet\w*
                mümkin\w* | maksat edin\w+ | taýýar(?!la|ly)\w* | bellenil\w+ | karar\w* | isleýä\w+ | isleýän\w* | ygtyýar\w* | rugsat ber\w+ | öňüsyrasynda | ähtimal\w*
                """,
            "proposed": rf"teklip (?:et|ed|ber|hödürle)\w+ | teklib\w* (?:öňe sür|beýan et)\w+ | teklip\w* öňe sür\w+ | çagyr(?:dy|ýar|ypdyr|an|yldy)\w* | başlangyç (?:bilen çykyş|öňe sür)\w* | gerek(?!li| bol)\w* | zerur(?! bol)\w* | {_SIGN}m[ae]ly?i?(?!\w)",
            "signed": rf"""
                {_BEHIND_AGREEMENT}täzelen(?:di|ipdir)\w* | gol çekilen resminamalaryň (?:hatarynda|arasynda|sanynda) | gol çek(?:il|iş)?di\w* | gol goý(?:dy|du|uldy|ldy|uşdy)\w* | baglaş(?:dy|yldy)\w* | baglanyş(?:dy|yldy)\w* | gol çek(?:ip|ilip|işip)(?!di(?!r))\w* | gol goý(?:up|ulup|lup|uşup)(?!dy(?!r))\w* | baglaş(?:yp|ylyp)(?!dy(?!r))\w*
                gol çek(?:mek|mekligiň|ilmek|işlik|ilişik|mäge bagyşlanan)\w*(?: \w+)? (?:dabara|çäre)\w+ (?:\w+ ){{0,4}}(?:boldy|geçirildi|bolup geçdi|geçdi)\w* | (?:resminama|hat|ähtnama|nota)\w* (?:toplum\w* )?(?:bilen )?alyş(?:dy|yldy|ylan)\w*
                güýje gir(?:er|jek|megi)\w* | imzala(?:dy|ndy|nyldy)\w* | uzalt(?:dy|dylar|an)\w* | uzaldyl(?:dy|an)\w* | parafirle(?:di|ndi|nen)\w* | resmileşdir(?:di|ildi)\w*
                """,
            "attribute": rf"""
                {_SIGN}[ae]n\w* | kabul edilen\w* | kabul eden\w* | gol çek(?:il)?ipdi(?!r)\w* | gol goý(?:ul|l)?updy(?!r)\w*
                baglaşyl?ypdy(?!r)\w* | gazanyl(?:an|andy)\w*
                """,
            "adopted": r"kabul et(?:di|diler)\w* | kabul edildi\w* | kabul ed(?:ip|ilip)(?!di(?!r))\w*",
            "reached": r"(?<=laşyga )ýet(?:di|diler|ildi|ipdir|ilipdir)(?!\w) | geliş(?:di|ip)\w* | gel(?:di|diler|dik|ipdir|ipdirler|indi|nipdir)(?!\w) | gel(?:e|i)?n(?:en|di)\w* | gelendi\w* | ylalaşdy\w* | ylalaşyldy\w* | gazan(?:yldy|dy|dylar|ypdyr|ylypdyr)(?!\w)",
            "approved": r"(?:makulla|oňla)(?:n|nyl)?(?:dy|pdyr|yp|p|n|an)\w* | tassyklama[kg]\w* | tassykla(?:p|nyp|nylyp)\w*",
            "joined": r"goşuldy\w* | goşulan\w*",
            "joining": r"goşulma(?!\w* (?:hakynda\w*|baradaky|barada|boýunça) (?:\w+ ){0,2}(?:beýanat|beýannama|jarnama|teswirnama))\w*",
            "act": rf"gol çek(?:il|iş)?me[kg]{_NO_SUBJECT}\w* | gol çek(?:il)?mäge | gol goý(?:ul|l)?ma[kg]{_NO_SUBJECT}\w* | gol goýmaga | baglaş(?:yl)?ma[kg]{_NO_SUBJECT}\w* | gol çek(?:iş|il)lik\w* | kabul edilmeg\w*",
            "under": r"laýyklykda",
            "negotiated": r"""
                taýýarlaýar\w* | taýýarlanýar\w* | taýýarlanylýar\w* | taýýarlandy\w* | taýýarlanyldy\w* | gepleşik(?=ler| (?:geçir|alyp bar|alnyp baryl|dowam|başla))\w* | (?<=laşyga )ýakynlaş\w+ | tekst\w*(?: \w+){0,4}? (?:ylalaş|taýýarla|jemle|işlen|işläp|sazla|gutar)\w+ | maslahatlaş\w+ | ara al\w+ | seret(?:di|diler)\w* | seredil(?:di|ýär|ip)\w* | garal(?:dy|ýar)\w*
                işläp (?:taýýarla|düz)\w+ | işlenip (?:taýýarlan|düzül)\w+ | ylalaşylýar\w* | (?<=ň )taslamasy\w* | üstünde işle\w+ | öwrenilýä\w+ | (?<=boýunça )geňeşme\w* (?:geçir|dowam|başla)\w*
                """,
        }
    ),
    not_agreements=any_of(
        r"""
            zähmet şertnama\w* | nika şertnama\w* | ätiýaçlandyryş şertnama\w* | kärende şertnama\w* | salgyt beýannama\w*
            gümrük beýannama\w* | girdeji\w* beýannama\w* | kollektiw howpsuzlyk\w* (?:hakynda(?:ky)? )?şertnama\w* gurama\w*
            ylalaşyk şertnama\w* | adam hukuklarynyň (?:ählumumy )?(?:jarnama|deklarasiýa)\w* | garaşsyzlyk\w* (?:hakynda\w* )?jarnama\w*
            (?:konwensiýasyna|ylalaşygyna|ylalaşyga|şertnamasyna|şertnama)(?= (?:(?!gol |goş)[^.;»\s]+ ){1,22}teswirnama)
            kazyýet\w* (?:[\w-]+ ){0,12}(?:şertnama|ylalaşy[kg])\w*(?= (?:hakyky däl|ýatyr|bikanun))
            köpçülikleýin şertnama\w* | (?:barlyşyk|ýaraşyk) ylalaşy[kg]\w* | teswirnama düz\w+
            (?:hiç hili|hiç bir) (?:\w+ ){0,2}(?:ylalaşy[kg]|şertnama|resminama|ähtnama)\w*
            (?:şeýle|beýle) (?:ylalaşyk|şertnama|resminama)lar\w*
            (?:raýat|müşderi)\w* bilen (?:\w+ )?karz (?:hakynda\w* )?şertnama\w*
            birža(?:da|synda|larda|larynda)(?: [\w-]+){0,6} (?:geleşik|geleşig|şertnama)\w*
            şahsy resminama\w* | şahsyýet\w* resminama\w* | resminamalary tabşyr\w+
            """
    ),
    background=any_of(
        r"""
            ozal | şonda(?!\w) | geçen ýyl\w* | ýyl mundan | ýyl öň | öňräk | ýatlatsak | \w+[iyuü]pd[iy](?:k|m|ler|lar)?(?!\w) | (?:ylalaşy[kg]|şertnama|ähtnama)\w* (?:çäginde|çäklerinde|laýyklykda|esasynda|görä)
            bäri | şu (?:döwürde|wagta çenli|güne çenli) | ýyllaryň dowamynda | mundan (?:\w+ ){1,3}(?:öň|ozal)
            """
    ),
    anniversary=any_of(r"ýyllyg\w+ | ýyllyk sene\w* | ýyl (?:dol|geçdi|geçýär|boldy)\w* | ýubileý\w*"),
    sides=any_of(r"""
        taraplar\w* | iki ýur[td]\w* | hökümetara | döwletara | iki döwlet\w* | prezidentler\w* | döwlet baştutan\w* | ikitaraplaýyn | ýurtlar\w*
        ministrler(?! kabinet)\w* | kärdeş\w*
        """),
    between=any_of(r"arasynda\w*"),
    converb=re.compile(r"\w+(?:[iyuü]p)$"),
    tenses=tenses(
        apart=r"ol | olar | bu | resminama\w* | ylalaşyk\w* | taraplar | göz öňünde tut\w+ | di(?:ýip|lip|yär|lýär)",
        to_come=r"ediler | (?!karar|habar)\w+(?:(?:(?<!d)[iy]l|[^l\W])[ae]r(?:l[ae]r)?|j[ae]k(?:di[gň]\w*|dy[gň]\w*)?|m[ae]k[çc][iy])",
        done=r"\w+(?:d[iy](?:ler|lar)?|pd[iy]r\w*|[ae]n(?:dig\w*|dyg\w*)?|ýär\w*|ýar\w*)",
    ),
    beside=any_of(r"bilen"),
    several=many(plural=r"resminamalar | dokumentler", before=r"toplum | bukja | birnäçe | onlarça | köp sanly"),
    again=any_of(
        r"(?:(?:entek |heniz )?hiç zada|oňa|olara|ony) (?=[^.;]{0,90}(?:gol (?:çek|goý)|tassykla)) | (?:iki|üç|dört|bäş) (?:döwlet|ýurt)\w* (?=(?:hem )?gol (?:çek|goý))"
    ),
    bodies=any_of(
        r"(?:welaýat(?:y|lary)|etra(?:by|plary)|prowinsiýa(?:sy|lary)|uniwersitet(?:i|leri)|institut(?:y|lary)|akademiýa(?:sy|lary)|palata(?:sy|lary)|muzeýi|teatry)(?:n[iy]ň)?(?!\w)"
    ),
    carried_out=any_of(r"ýerine ýetir\w* | durmuşa geçir\w* | amala aşyr\w*"),
    pledge=any_of(
        r"""
            (?P<talks>gepleşik\w* (?:\w+ )?(?:çaltlandyrmagy|başlamagy) ylalaş(?:dylar|yldy)|(?:täze maksatnama|gurmak|açmak|ibermek|artdyrmak|köpeltmek|satyn almak|satmak|daşamak|girizmek|ýeňilleşdirmek|ýatyrmak) (?:\w+ )?(?:hakynda(?:ky)?|barada(?:ky)?|boýunça) gepleşik\w*)
            (?:gurmagy|açmagy|döretmegi|artdyrmagy|köpeltmegi|ýatyrmagy|işe girizmegi|ýola goýmagy|uzaltmagy|bes etmegi|ibermegi|ýeňilleşdirmegi|aňsatlaşdyrmagy|arzanlatmagy|alyşmagy) (?:\w+ )?ylalaş(?:dylar|yldy)
            """
    ),
    lending=lending_before(
        loan=r"karz | kredit | grant | serişde | bank",
        to_come=r"(?:bermek|bölüp bermek|goýbermek)\w* (?:hakynda|barada|barasynda|baradaky|hakyndaky)? ?(?:karar|çöz|meýilleşdir|niýet)\w* | (?:berer|beriler|goýberer|goýberiler|bermekçi)(?!\w)",
        done=r"(?:berdi|berildi|goýberdi|goýberildi|makullady|makullandy|tassyklady)(?!\w)",
        talks=r"gepleşik\w* | maslahatlaş\w+",
    ),
    epithet=NEVER,
    nested=NEVER,
)
