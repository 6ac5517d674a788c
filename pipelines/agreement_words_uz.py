"""The words of agreements in Uzbek, in Latin letters; the Cyrillic table is made of it; see `pipelines.agreement_wording` for what they mean."""

# ruff: noqa: E501 - an alternative with its own choices stays on one line
from __future__ import annotations

from collections.abc import Callable

from pipelines.agreement_wording import NEVER, Wording, any_of, groups

_UZBEK_NOUNS = {
    "roadmap": r"""
        yo'l xarita\w* | harakatlar (?:reja|dastur)\w* | chora-tadbirlar (?:reja|dastur)\w* | tadbirlar reja\w*
        (?:hamkorlik|almashinuv) dastur\w* | dastur(?=\w{0,6} imzola)\w*
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
        (?<=davlatlararo )shartnoma\w* | ahdnoma\w* | konventsiya\w* | konvensiya\w*
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
    "ratified": r"ratifikatsiya yorliq\w* (?:almash|topshir)\w+ | ratifikatsiya qil(?:di|indi|ingan|ishdi)\w* | ratifikatsiya qilish (?:to'g'risidagi|haqidagi) qonun\w*",
    "submitted": r"ratifikatsiya\w*",
    "in_force": r"kuchga kirdi\w* | kuchga kirgan\w*",
    "ended": r"denonsatsiya\w* | bekor qil\w+ | to'xtat\w+ | buzdi | chiqdi(?!\w) | chiqishini e'lon",
    "announced": r"""
        imzolaydi\w* | imzolanadi\w* | imzolaymiz | imzolashadi | imzolamoqchi\w* | (?:imzolanishi|imzolashi|tuzilishi) (?:kutil|ma'lum|aytil|e'lon|rejala|mo'ljal|ko'zda)\w* | tuziladi | tuzadi
        tuzmoqchi | qo'shiladi\w* | qo'shilmoqchi\w* | qo'shilishini (?:ma'lum|e'lon)
        """,
    "plan": r"""
        reja(?:lashtir\w+|si bor) | kutil\w+ | tayyorla(?!n?moqda|yapti|nyapti)\w+ | mo'ljalla\w+ | niyat\w* | mumkin\w*
        ko'zda tut\w+ | arafasida | tayyor(?!la)\w* | istaydi | xohla\w+ | qaror qil\w+
        """,
    "proposed": r"taklif\w* | chaqirdi | tashabbus\w* | kerak\w* | lozim\w* | zarur\w*",
    "signed": r"""
        imzoladi\w* | imzolandi\w* | imzolashdi\w* | imzo chekdi\w* | imzo chekildi\w* | imzo qo'ydi\w* | imzo qo'yishdi | imzo chekishdi | imzo qo'yildi\w*
        tuzdi\w* | tuzildi\w* | tuzishdi\w* | kuchga kiradi | uzaytirdi\w* | uzaytirildi\w* | imzolab\w* | imzolanib\w* | tuzib(?!\w) | parafla(?:di|shdi|ndi)\w* | rasmiylashtir(?:di|ildi|ishdi)(?!\w) | imzolash marosimi (?:bo'lib )?(?:o't|bo'l)(?:di|kaz)\w*
        """,
    "attribute": r"imzolangan\w* | imzolagan\w* | tuzilgan\w* | tuzgan\w* | qabul qilingan\w* | erishilgan\w*",
    "adopted": r"qabul qil(?:di|indi|ishdi|ib|inib)\w*",
    "reached": r"erish(?:di|ildi|ishdi)\w* | kelishib ol(?:di|indi|ishdi)\w* | kelishildi\w* | keldi(?!\w) | kelindi",
    "approved": r"ma'qulla\w+ | tasdiqla\w+",
    "joined": r"qo'shildi\w* | qo'shilgan\w*",
    "joining": r"qo'shilish\w*",
    "act": r"imzolash\w* | imzolanish\w* | tuzish\w*",
    "negotiated": r"""
        muzokara\w* | muhokama\w* | ishlab chiq\w+ | tayyorlamoqda\w* | tayyorlanmoqda\w* | tayyorlayapti\w* | kelishilmoqda | kelishib olinmoqda
        loyihasi\w*
        """,
}
_UZBEK_NOT = r"""
    mehnat shartnoma\w* | nikoh shartnoma\w* | sug'urta shartnoma\w* | ijara shartnoma\w* | ipoteka shartnoma\w*
    oldi-sotdi shartnoma\w* | soliq deklaratsiya\w* | bojxona deklaratsiya\w* | daromad\w* deklaratsiya\w*
    mol-mulk\w* deklaratsiya\w* | ma'muriy bayonnoma\w* | bayonnoma tuz\w+ | yarashuv bitim\w* | kelishuv bitim\w*
    sud hujjat\w* | (?:tergov|sud|yig'ilish|majlis|saylov|ovoz berish)\w* bayonnoma\w* | mudofaa vazirligi bilan (?:shartnoma|kontrakt)\w*
    harbiy xizmat\w* (?:bo'yicha |to'g'risida\w* )?(?:shartnoma|kontrakt)\w* | mustaqillik\w* (?:to'g'risida\w* )?(?:deklaratsiya|bayonot)\w*
    inson huquqlari\w* (?:umumjahon )?deklaratsiya\w* | bank bilan (?:\w+ )?(?:kredit|qarz|ipoteka) shartnoma\w* | (?:kelishuv|bitim|murosa)ga (?:\w+ )?(?:erisha olma|kela olma|erishilma|erishmadi|kelmadi)\w*
    kollektiv xavfsizlik (?:to'g'risidagi )?shartnoma\w* tashkilot\w* | shaxsiy hujjat\w*
    hujjatlar(?:ini)? (?:topshir|qabul)\w+ | o'quv shartnoma\w* | kontrakt to'lov\w* | to'lov-kontrakt\w*
    talaba\w* kontrakt\w* | iqrorlik kelishuv\w* | iqrorlik to'g'risida\w* kelishuv\w*
    (?:hech qanday|biror|birorta) (?:\w+ ){0,2}(?:kelishuv|hujjat|bitim|shartnoma|memorandum)\w*
    bunday (?:kelishuv|hujjat|bitim|shartnoma)lar\w*
    yarashuv kelishuv\w* | jamoa shartnoma\w*
    """
_UZBEK_PLEDGE = r"""
    (?:qurish|ochish|oshirish|tashkil etish|yaratish|bekor qilish|ishga tushirish|uzaytirish|to'xtatish|yetkazib berish|pasaytirish|soddalashtirish|joriy etish|joriy qilish|ayirboshlash|yo'lga qo'yish)(?:ga|ni)? (?:\w+ ){0,2}kelishib ol(?:di|ishdi|indi)\w*
    """
_UZBEK_BACKGROUND = r"""
    avvalroq | ilgari | o'tgan yil\w* | yil oldin | yil avval | oy oldin | eslatib o't\w+ | edi(?!\w) | (?:kelishuv|bitim|shartnoma|memorandum)\w* doirasida | muvofiq
    asosida | ko'ra | beri(?!\w) | o'shanda
    """
_UZBEK_ANNIVERSARY = r"yilligi\w* | yil to'l\w+ | yubiley\w*"
_UZBEK_SIDES = r"""
    tomonlar\w* | ikki davlat\w* | ikki bosh vazir\w* | ikki yurt\w* | hukumatlararo | davlatlararo | ikki mamlakat\w* | prezidentlar\w* | davlat rahbar\w* | ikki tomonlama | mamlakatlar\w*
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
        marker=any_of(spell(r"to'g'risida\w* | haqida\w* | bo'yicha | sohasida\w* | yuzasidan")),
        nouns=groups({key: spell(words) for key, words in _UZBEK_NOUNS.items()}),
        generic=any_of(spell(_UZBEK_GENERIC)),
        cues=groups({key: spell(words) for key, words in _UZBEK_CUES.items()}),
        not_agreements=any_of(spell(_UZBEK_NOT)),
        background=any_of(spell(_UZBEK_BACKGROUND)),
        anniversary=any_of(spell(_UZBEK_ANNIVERSARY)),
        sides=any_of(spell(_UZBEK_SIDES)),
        between=any_of(spell(r"o'rtasida\w*")),
        beside=any_of(spell(r"bilan")),
        carried_out=any_of(spell(r"bajar\w+ | amalga oshir\w* | ijro\w*")),
        pledge=any_of(spell(_UZBEK_PLEDGE)),
        epithet=NEVER,
        nested=NEVER,
    )


UZBEK = _uzbek(str)
UZBEK_CYRILLIC = _uzbek(_in_cyrillic)
