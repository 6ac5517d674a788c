"""The words of agreements in Turkmen; see `pipelines.agreement_wording` for what they mean."""

# ruff: noqa: E501 - an alternative with its own choices stays on one line
from __future__ import annotations

from pipelines.agreement_wording import NEVER, Wording, any_of, groups

TURKMEN = Wording(
    subject_first=True,
    marker=any_of(r"hakynda\w* | baradaky | barada | boýunça | ugrunda\w* | babatda\w*"),
    nouns=groups(
        {
            "roadmap": r"""
                ýol karta\w* | hereket\w* (?:meýilnama|maksatnama)\w* | çäreleriň (?:meýil|maksat)nama\w*
                (?:hyzmatdaşlyk\w*|alyş-çalyş\w*) maksatnama\w* | maksatnama(?=\w{0,6} gol (?:çek|goý))\w*
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
    generic=any_of(r"resminama\w*"),
    cues=groups(
        {
            "denied": r"""
                gol çek(?:il)?me(?:di|dik|ýär|z|jek|n)\w* | gol goýma(?:dy|ýar)\w* | ýüz öwür\w+ | inkär et\w+ | yza süýşür\w+
                ret et\w+ | baglaşylmady | boýun gaçyr\w+
                """,
            "ratified": r"ratifikasiýa hat\w* (?:alyş|gowşur)\w+ | ratifika(?:siýa)? ?(?:etdi|edildi)\w* | tassyklady\w* | tassyklandy\w*",
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
                gol çekildi\w* | gol çekdi\w* | gol goýdy\w* | gol goýuldy\w* | baglaşdy\w* | baglaşyldy\w* | gol çekişdi\w* | gol çeki(?:p|lip|şip)(?!d)\w*
                güýje girer | uzaltdy\w* | uzaldyldy\w* | parafirle(?:di|ndi)\w* | resmileşdir(?:di|ildi)\w*
                """,
            "attribute": r"""
                gol çekilen\w* | gol çeken\w* | baglaşylan\w* | baglaşan\w* | kabul edilen\w* | gol çekilipdi\w*
                gol çekipdi\w* | baglaşylypdy\w* | gazanylan\w*
                """,
            "adopted": r"kabul et(?:di|diler)\w* | kabul edildi\w* | kabul edi(?:p|lip)(?!d)\w*",
            "reached": r"geldi(?:ler)?(?!\w) | gelindi | ylalaşdy\w* | ylalaşyldy\w* | gazanyldy",
            "approved": r"makulla\w+ | oňla\w+ | tassyklama[kg]\w*",
            "joined": r"goşuldy\w* | goşulan\w*",
            "joining": r"goşulmak\w* | goşulma\w*",
            "act": r"gol çekme[kg]\w* | gol çekmäge | gol çekilme\w* | baglaşmak\w* | baglaşmag\w* | gol goýmak\w*",
            "negotiated": r"""
                taýýarlaýar\w* | taýýarlanýar\w* | taýýarlanylýar\w* | gepleşik(?=ler)\w* | maslahatlaş\w+ | ara al\w+
                işläp taýýarla\w+ | ylalaşylýar\w* | (?<=ň )taslamasy\w*
                """,
        }
    ),
    not_agreements=any_of(
        r"""
            zähmet şertnama\w* | nika şertnama\w* | ätiýaçlandyryş şertnama\w* | kärende şertnama\w* | salgyt beýannama\w*
            gümrük beýannama\w* | girdeji\w* beýannama\w* | kollektiw howpsuzlyk\w* (?:hakynda(?:ky)? )?şertnama\w* gurama\w*
            ylalaşyk şertnama\w* | adam hukuklarynyň (?:ählumumy )?(?:jarnama|deklarasiýa)\w* | garaşsyzlyk\w* (?:hakynda\w* )?jarnama\w* | ylalaşyga (?:\w+ )?(?:gelip bilme|gelme|gelinme)\w*
            köpçülikleýin şertnama\w* | (?:barlyşyk|ýaraşyk) ylalaşy[kg]\w* | teswirnama düz\w+
            (?:hiç hili|hiç bir) (?:\w+ ){0,2}(?:ylalaşy[kg]|şertnama|resminama|ähtnama)\w*
            (?:şeýle|beýle) (?:ylalaşyk|şertnama|resminama)lar\w*
            şahsy resminama\w* | şahsyýet\w* resminama\w* | resminamalary tabşyr\w+
            """
    ),
    background=any_of(
        r"""
            ozal | şonda(?!\w) | geçen ýyl\w* | ýyl mundan | ýyl öň | öňräk | ýatlatsak | \w+[iy]pd[iy]\w* | (?:ylalaşy[kg]|şertnama|ähtnama)\w* (?:çäginde|çäklerinde)
            laýyklykda | esasynda | bäri
            """
    ),
    anniversary=any_of(r"ýyllyg\w+ | ýyl dol\w+ | ýubileý\w*"),
    sides=any_of(r"""
        taraplar\w* | iki ýur[td]\w* | hökümetara | döwletara | iki döwlet\w* | prezidentler\w* | döwlet baştutan\w* | ikitaraplaýyn | ýurtlar\w*
        ministrler\w*
        """),
    between=any_of(r"arasynda\w*"),
    beside=any_of(r"bilen"),
    carried_out=any_of(r"ýerine ýetir\w* | durmuşa geçir\w* | amala aşyr\w*"),
    pledge=any_of(
        r"""
            (?:gurmagy|açmagy|döretmegi|artdyrmagy|köpeltmegi|ýatyrmagy|işe girizmegi|ýola goýmagy|uzaltmagy|bes etmegi|ibermegi|ýeňilleşdirmegi|aňsatlaşdyrmagy|arzanlatmagy|alyşmagy) (?:\w+ )?ylalaş(?:dylar|yldy)
            """
    ),
    epithet=NEVER,
    nested=NEVER,
)
