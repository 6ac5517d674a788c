"""The words of agreements in Uzbek, in Latin letters; the Cyrillic table is made of it; see `pipelines.agreement.wording` for what they mean.

Two verbs sign, imzola- and imzo chek- (qo'y-), each with a passive and a reciprocal; negation is a suffix (imzolamadi) or a
word behind (imzolagani yo'q, tayyor emas).
"""

# ruff: noqa: E501 - an alternative with its own choices stays on one line
from __future__ import annotations

import re
from collections.abc import Callable

from pipelines.agreement.wording import NEVER, Wording, any_of, groups, lending_before, many, many_groups, tenses

# A verbal noun before these is what an agreement is about: «jamg'arma tuzish to'g'risida bitim».
_NO_SUBJECT = r"(?!\w* (?:\w+ )?(?:to'g'risida\w*|haqida\w*|bo'yicha|yuzasidan|maqsadida)(?!\w))"
_BEHIND_DECLARATION = r"(?:(?<=iya )|(?<=iyasi )|(?<=iyasini )|(?<=onot )|(?<=onoti )|(?<=onotni )|(?<=onotini )|(?<=ujjat )|(?<=ujjatlar )|(?<=ujjatlarni ))"
# «bilish kerak»: another verb than that of signing is what is needed.
_NEEDED = (
    r"(?:(?<!sh )(?<!shi )(?<!shlari )|(?<=zolash )|(?<=zolashi )|(?<=lanishi )|(?<=tuzish )|(?<=tuzishi )|(?<=uzilishi )|(?<=rishish )|(?<=rishishi )|"
    r"(?<=elishish )|(?<=chekish )|(?<=o'yish )|(?<=o'shilish )|(?<=o'shilishi )|(?<=bul qilish )|(?<=bul qilishi )|(?<=bul qilinishi ))"
)
_BEHIND_AGREEMENT = r"(?:(?<=bitim )|(?<=bitimi )|(?<=kelishuv )|(?<=kelishuvi )|(?<=shartnoma )|(?<=shartnomasi )|(?<=memorandum )|(?<=memorandumi ))"
_OF_STATES = r"(?:davlatlararo|xalqaro|do'stlik|ittifoqchilik|sheriklik|chegara)"

# «qurish to'g'risidagi shartnoma» is a contract, «ushlab berish to'g'risidagi» a treaty.
_NO_BUSINESS = "".join(
    rf"(?<!{verb} {marker} )"
    for verb in ("qurish", "yetkazib berish", "sotib olish", "xarid qilish", "modernizatsiya qilish", "ishlab chiqarish")
    for marker in ("to'g'risidagi", "haqidagi")
)

_UZBEK_NOUNS = {
    "roadmap": r"""
        yo'l xarita\w* | harakat\w* (?:reja|dastur)\w* | chora-tadbir\w* (?:reja|dastur)\w* | tadbirlar reja\w*
        (?:hamkorlik|almashinuv) (?:dastur|reja)\w* | (?:dastur|reja)(?=\w{0,6} imzo)\w*
        """,
    "financing": r"(?:kredit|qarz|grant)(?= va (?:kredit|qarz|grant)\w* (?:bitim|kelishuv|shartnoma)lar) | (?:kredit|qarz|grant|moliyalashtirish)\w* (?:to'g'risida(?:gi)? |haqida(?:gi)? |bo'yicha )?(?:bitim|kelishuv|shartnoma)\w*",
    "declaration": r"""
        deklara(?:ts|s)iya\w* | qo'shma bayonot\w* | niyat\w*(?: to'g'risidagi| haqidagi)? bayonot\w* | kommyunike\w* | xartiya\w*
        bayonot(?=\w{0,4} (?:imzo|qabul qil))\w*
        """,
    "mou": r"memorandum\w* | niyat xat\w*",
    "protocol": r"protokol\w* | bayonnoma\w*",
    "treaty": rf"""
        (?<=to'g'risidagi ){_NO_BUSINESS}shartnoma\w* | (?<=haqidagi ){_NO_BUSINESS}shartnoma\w* | (?<=munosabatlari )shartnoma\w*
        {_OF_STATES}\w* (?:to'g'risida |haqida )?shartnoma\w* | ahdnoma\w* | nizom(?=\w{{0,6}} imzo)\w* | konventsiya\w* | konvensiya\w* | pakt(?:i|iga|ini)?(?!\w)
        """,
    "contract": r"shartnoma\w* | kontrakt\w*",
    "agreement": r"nota(?=lar\w* (?:bilan )?almash)\w* | kelishuv(?!chan|chi|siz)\w* | bitim(?!siz)\w*",
    "other": r"(?:erishilgan|avvalgi|oldingi) (?:kelishuvlar|bitimlar|ahdlashuvlar)\w* | hujjat(?!li)\w* | ahdlashuv\w*",
}
_UZBEK_GENERIC = r"hujjat\w* | (?:erishilgan|avvalgi|oldingi) (?:kelishuvlar|bitimlar|ahdlashuvlar) | ahdlashuv\w*"
_UZBEK_CUES = {
    "untrue": r"asossiz | yolg'on | uydirma\w* | mish-mish\w* | (?:haqiqatga|haqiqatga umuman) (?:to'g'ri kel|mos kel|zid)\w* | haqiqatdan yiroq",
    "denied": r"""
        imzola(?:n|sh)?ma(?!q|k)(?:(?!moqchi)\w)* | imzola(?:n|sh)?(?:moqchi|digan|gan|gani|gan\w+|shga tayyor|sh niyatida|moqda) (?:emas|yo'q)\w* | (?:imzo|qo'l) (?:chek|qo'y)(?:il|ish)?ma(?!q)\w+
        (?:imzo|qo'l) (?:chek|qo'y)(?:il|ish)?(?:moqchi|gan|kan|gani|kani) (?:emas|yo'q) | tuz(?:il|ish)?ma(?!q)(?:di|gan|y|s)\w* | tuz(?:il|ish)?(?:gan|gani|moqchi) (?:emas|yo'q)
        rad et\w+ | rad qil\w+ | bosh tort\w+ | qarshi (?:chiq|bo'ldi)\w* | inkor et\w+ | hech (?:narsa|nima) (?:\w+ )?imzolanma\w+ | ratifika(?:ts|s)iyadan o'tma\w+ | (?:tayyor|niyat\w*|mumkin|reja\w*|manfaatdor) (?:emas|yo'q) | niyatida emas | rejalashtir(?:ma|ilma)\w+
        erisholma\w+ | erish(?:il|a ol|ish)?ma(?!q)\w+ | erishil(?:gani|gan) yo'q | kelisha olma\w+ | kelishib (?:olma|ololma)\w+ | (?<=uvga )kel(?:a olma|olma|ma|inma)(?!q)\w+ | (?<=imga )kel(?:a olma|olma|ma|inma)(?!q)\w+
        qo'shilma(?!q)\w+ | qabul qil(?:in)?ma(?!q)\w+ | ratifika(?:ts|s)iya qil(?:in)?ma(?!q)\w+ | kuchga kirma(?!q)\w+
        """,
    "unratified": r"ratifika(?:ts|s)iya qilin\w+ (?:kerak|lozim|shart|zarur)",
    "ratified": r"""
        ratifika(?:ts|s)iya yorliq\w* (?:almash|topshir)(?!\w*(?:gandan|gach|ishdan|ganidan))\w+ | ratifika(?:ts|s)iya (?:qil|et)(?:di|indi|ingan(?!dan)|gan(?!dan)|ishdi|ildi|ilgan(?!dan)|ib|inib)\w* | ratifika(?:ts|s)iyadan o't(?:di|kaz|gan)\w*
        ratifika(?:ts|s)iya qilish (?:to'g'risida|haqida)[»”\"]?(?:gi|g'i) (?:\w+ )?qonun(?!\w* loyiha)\w* | ratifika(?:ts|s)iya qilish(?:ga doir)? qonun(?!\w* loyiha)\w* | ratifika(?:ts|s)iya qilish(?:ni)? ma'qulla\w+
        """,
    "submitted": r"(?:parlamentda|senatda|oliy majlisda|qonunchilik palatasida)(?: \w+){0,2} ko'rib chiqil\w+ | birinchi o'qish\w*(?: \w+)? (?:ratifika(?:ts|s)iya qil|ma'qulla|qabul qil)\w* | ratifika(?:ts|s)iya(?! qil(?:in)?gandan)\w*",
    "in_force": r"kuchga kir(?:di|gan|ib|itil)\w* | amal qila boshla\w+ | (?:amalga|amaliyotga|joriy) (?:kiritildi|kiritilgan|etildi|etilgan|qilindi|qilingan)\w*",
    "ended": r"""
        denonsa(?:ts|s)iya\w* | bekor qil(?:di|indi|ingan|gan|ishdi)\w* | to'xtat(?:di|ildi|ilgan|gan|ishdi)\w* | to'xtatib (?:tur|qo'y)\w+ | buzdi\w* | buzildi | buzgan\w* | muddat\w* (?:tuga(?!y)|yakunlan(?!adi|moqda)|o'tib ket|o'tdi)\w+ | kuchini yo'qot\w+ | yaroqsiz deb
        chiqdi(?!\w) | chiqishini e'lon
        """,
    "announced": rf"""
        qoldiril(?:di|gan|ishi|ib)\w* | kechiktir\w+ | keyinga sur\w+ | imzola(?:n|sh)?(?:ydi|adi|ymiz|amiz|yajak|ajak|r)\w* | imzola(?:n|sh)?moqchi\w* | (?:imzolanishi|imzolashi|tuzilishi|tuzishi)(?:ni)? (?:kutil|ma'lum|ayt|e'lon|rejala|mo'ljal|ko'zda|bildir|ta'kid)\w*
        (?:imzo|qo'l) (?:chek|qo'yil|qo'yish)(?:il|ish)?(?:adi|amiz|moqchi|ajak|adigan)\w* | (?:imzo|qo'l) qo'y(?:moqchi)\w* | (?:imzo|qo'l) qo'ya(?:di|miz|jak)\w* | imzolash uchun | imzolashga tayyorla\w+ | (?:imzolashni|tuzishni) (?:ko'zda|nazarda) tut\w+ | to'plami (?:shakllantiril|tayyorla)\w+ | (?:imzo|qo'l) (?:chekish|qo'yish) uchun | (?:imzolash|imzolanish|tuzish|tuzilish|(?:imzo|qo'l) (?:chekish|qo'yish))(?:ga|iga|ni|i)? (?:to'g'risida |haqida |bo'yicha |yuzasidan )?(?:kelish(?:ib|di|il|uvga)|ahdlash|qaror)\w*(?: ol\w+)? | uzaytir(?:iladi|adi|moqchi|ilishi)\w* | {_BEHIND_AGREEMENT}yangilan(?:adi|moqda|ishi)\w*
        (?:(?<=uvga )|(?<=imga ))kel(?:adi|ishadi|moqchi|inadi)\w* | erish(?:adi|iladi|ishadi|moqchi)\w* | imzosi(?:ga| uchun) (?:qo'yil|taqdim|havola|topshiril)\w* | o'zgartirish\w* kirit(?:moqchi|adi|iladi)\w*
        imzolash marosimi (?:[\w'-]+ ){{0,4}}(?:bo'ladi|o'tadi|o'tkaziladi|rejalashtiril|kutil)\w*
        tuz(?:il|ish)?(?:adi|ajak|adigan|amiz)\w* | tuz(?:il|ish)?moqchi\w* | {_BEHIND_DECLARATION}qabul qil(?:adi|inadi|ishadi|inajak|moqchi)\w* | qabul qil(?:in)?ish(?:i|lari) (?:mumkin|kutil|rejala|mo'ljal|ko'zda)\w*
        (?:ma'qulla|tasdiqla)(?:moqchi|ydi|nadi)\w* | (?:ma'qullash|tasdiqlash)(?=\w* (?:reja|ko'zda|niyat|kutil|mo'ljal))\w* | qo'shiladi\w* | qo'shilmoqchi\w* | qo'shilishini (?:ma'lum|e'lon)
        """,
    "plan": r"""
        reja(?:lashtir\w+|si bor) | kutil\w+ | tayyorla(?!n?moqda|yapti|nyapti|na?yotgan)\w+ | tayyorgarlik\w* | mo'ljalla\w+ | niyat\w* | mumkin\w*
        (?:ko'zda|nazarda) tutil\w+ | ko'zlangan\w* | arafasida | tayyor(?!la|garlik)\w* | istaydi\w* | istagi\w* | xohla\w+ | qaror qil\w+ | vakolat ber\w+ | ruxsat ber\w+ | ehtimol\w* | manfaatdor\w*
        bosqichi\w* | imkoniyat\w* | rozi(?:lik\w*)?(?!\w) | intil\w+ | urin(?:di|moqda|yapti|ish)\w* | harakat qil\w+ | (?<!uvga )(?<!imga )yaqinlash\w+ | kechik(?:moqda|yapti|di)\w* | umid\w*
        """,
    "proposed": rf"taklif\w* (?:qil|et|kirit|ber|bildir|ilgari)\w+ | chaqir(?:di|gan|ib|ishdi)\w* | tashabbus\w* (?:bilan chiq|ko'rsat|ilgari sur)\w+ | {_NEEDED}(?:kerak(?!li| bo'ladi)\w*|lozim(?! bo'l(?:gan|adi))\w*|zarur(?!iy| bo'l(?:gan|adi))\w*)",
    "signed": rf"""
        {_BEHIND_AGREEMENT}yangilan(?:di|gan)\w* | imzolangan hujjatlar\w* (?:qatorida|orasida|jumlasida|jumlasiga|sirasida) | imzola(?:n|sh)?(?:di|b|ib|moqda)(?:lar)?\w* | (?:imzo|qo'l) (?:chek|qo'y)(?:il|ish)?(?:di|ib)\w*
        tuz(?:il|ish)?di\w* | tuz(?:il|ish)?ib(?:di)?(?!\w) | kuchga kir(?:adi|ishi|moqchi)\w* | imzolari bilan (?:tasdiqla|mustahkamla)\w+ | uzaytir(?:di|ildi|ilgan|ishdi)\w* | parafla(?:di|shdi|ndi)\w* | rasmiylashtir(?:di|ildi|ishdi)(?!\w) | (?:(?<=bitimni )|(?<=kelishuvni )|(?<=shartnomani ))mustahkamla(?:di|shdi)
        imzolash(?:ga bag'ishlangan)?(?: \w+)? marosim\w* (?:[\w'-]+ ){{0,4}}(?:bo'ldi|o'tdi|o'tkaz|bo'lgan|o'tgan)\w* | (?:hujjat|yorliq|memorandum|nota|bitim)\w* (?:(?:to'plam|paket)\w* )?(?:bilan )?almash(?:di|ildi|gan|ishdi|dilar)\w*
        """,
    "attribute": r"imzola(?:n|sh)?gan\w* | (?:imzo|qo'l) (?:chekil|chekish|qo'yil|qo'yish|qo'y)gan\w* | imzo chekkan\w* | tuz(?:il|ish)?gan\w* | qabul qil(?:in)?gan\w* | erish(?:il|ish)?gan\w*",
    "adopted": r"qabul qil(?:di|indi|ishdi|ib|inib)\w*",
    "reached": r"erish(?:di|ildi|ishdi|ib)\w* | kelishib ol(?:di|indi|ishdi|gan|ingan)\w* | kelishil(?:di|gan)\w* | keldi(?:lar)?(?!\w) | kelindi | kelingan\w* | kelishdi(?!\w)",
    "confirmed": r"(?:tasdiqlash|ma'qullash) (?:to'g'risida|haqida)[»”\"]?(?:gi|g'i)? (?:\w+ )?(?:qaror|farmon)(?!\w* loyiha)\w*",
    "approved": r"(?:ma'qulla|(?<!anini )(?<!shini )tasdiqla)(?:n|sh)?(?:di|gan|b|ib)\w*",
    "joined": r"qo'shildi\w* | qo'shilgan\w*",
    "joining": r"qo'shilish(?!\w* (?:to'g'risida\w*|haqida\w*|bo'yicha) (?:\w+ ){0,2}(?:bayonot|deklara(?:ts|s)iya|bayonnoma))\w*",
    "act": rf"imzola(?:n)?ish{_NO_SUBJECT}\w* | imzolash{_NO_SUBJECT}\w* | (?:imzo|qo'l) (?:chek|qo'y)il?ish{_NO_SUBJECT}\w* | tuzish{_NO_SUBJECT}\w* | tuzilish{_NO_SUBJECT}\w* | imzolangunga qadar",
    "under": r"muvofiq | ko'ra | binoan",
    "negotiated": r"""
        muzokara\w* | maslahatlashuv\w* | muhokama\w* | ishlab chiq\w+ | tayyorlamoqda\w* | tayyorlanmoqda\w* | tayyorlayapti\w* | tayyorla(?:yotgan|nayotgan)\w*
        matn\w*(?: [\w'-]+){0,4}? (?:kelish|muvofiqlash|yakunla|pishit|tayyorla|ishlan|ustida|aniqlash)\w* | kelishilmoqda | kelishib olinmoqda | ustida ish\w+ | kelishish
        (?:(?<=uvga )|(?<=imga ))yaqinlash\w+ | qayta ko'rib chiq\w+ | ko'rib chiqil(?:adi|ishi)\w* | loyihasi\w* | loyihalar\w* | ko'rib chiq(?:di|ildi|ilmoqda|ilgan|moqda|ishdi)\w* | (?:deyarli|to'liq|yarim|darajada|asosan) tayyor\w* | tayyor holat\w*
        """,
}
_UZBEK_NOT = r"""
    mehnat shartnoma\w* | nikoh shartnoma\w* | sug'urta shartnoma\w* | ijara(?:si)? shartnoma\w* | ipoteka shartnoma\w*
    oldi-sotdi shartnoma\w* | soliq deklara(?:ts|s)iya\w* | bojxona deklara(?:ts|s)iya\w* | daromad\w* deklara(?:ts|s)iya\w*
    mol-mulk\w* deklara(?:ts|s)iya\w* | ma'muriy bayonnoma\w* | bayonnoma tuz\w+ | yarashuv bitim\w* | kelishuv bitim\w*
    sud(?:i|ya)? (?:[\w'-]+ ){0,12}(?:shartnoma|kelishuv|bitim)\w*(?= (?:haqiqiy emas|yaroqsiz|bekor qil))
    sud hujjat\w* | (?:tergov|sud|yig'ilish|majlis|saylov|ovoz berish)\w* bayonnoma\w* | mudofaa vazirligi bilan (?:shartnoma|kontrakt)\w*
    harbiy xizmat\w* (?:bo'yicha |to'g'risida\w* )?(?:shartnoma|kontrakt)\w* | mustaqillik\w* (?:to'g'risida\w* )?(?:deklara(?:ts|s)iya|bayonot)\w*
    inson huquqlari\w* (?:umumjahon )?deklara(?:ts|s)iya\w* | bank bilan (?:\w+ )?(?:kredit|qarz|ipoteka) shartnoma\w* | (?:fuqaro|mijoz|aholi)\w* (?:\w+ )?bilan (?:\w+ )?(?:kredit|qarz) shartnoma\w*
    kollektiv xavfsizlik (?:to'g'risidagi )?shartnoma\w* tashkilot\w* | shaxsiy hujjat\w*
    hujjatlar(?:ini)? (?:topshir|qabul)\w+ | o'quv shartnoma\w* | kontrakt to'lov\w* | to'lov-kontrakt\w*
    talaba\w* kontrakt\w* | iqrorlik kelishuv\w* | iqrorlik to'g'risida\w* kelishuv\w*
    (?:hech qanday|biror|birorta) (?:\w+ ){0,2}(?:kelishuv|hujjat|bitim|shartnoma|memorandum)\w*
    bunday (?:kelishuv|hujjat|bitim|shartnoma)lar\w*
    (?:bitim|kelishuv|shartnoma|konvensiya|konventsiya|memorandum)\w*ga(?= (?:qo'shimcha|o'zgartirish|o'zgartish)\w* (?:(?!imzo)[^.;»\s]+ ){0,8}(?:bayonnoma|protokol|kelishuv|bitim|shartnoma))
    (?:bitim|kelishuv|shartnoma|konvensiya|konventsiya)\w*ning(?= (?:kuchga kirish|amal qilish|muddatini uzaytirish)\w* (?:(?!imzo)[^.;»\s]+ ){0,6}(?:bayonnoma|protokol|kelishuv|bitim))
    yarashuv kelishuv\w* | jamoa shartnoma\w*
    (?:aloqa|muloqot|hamkorlik|maslahatlashuv|uchrashuv|muzokara)\w* (?:[\w'-]+ )?(?:davom ettirish|rivojlantirish|kengaytirish|faollashtirish|mustahkamlash|jadallashtirish)\w* (?:bo'yicha |yuzasidan |haqida |to'g'risida )?kelish(?:uv|ib)\w*(?=[^.;]{0,20} (?:erish|kel|ol))
    """
_UZBEK_PLEDGE = r"""
    (?P<talks>muzokara\w* (?:\w+ )?(?:jadallashtirish|boshlash)(?:ga|ni)? kelish(?:di|ib ol)\w*|(?:yangi dastur|qurish|ochish|oshirish|ko'paytirish|yetkazib berish|sotib olish|xarid qilish|tashish|joriy etish|soddalashtirish|bekor qilish) (?:\w+ )?(?:to'g'risida(?:gi)?|haqida(?:gi)?|bo'yicha|yuzasidan) muzokara\w*)
    (?:yangi dastur|qurish|ochish|oshirish|ko'paytirish|qisqartirish|tashkil etish|yaratish|bekor qilish|ishga tushirish|uzaytirish|to'xtatish|yetkazib berish|pasaytirish|soddalashtirish|joriy etish|joriy qilish|ayirboshlash|yo'lga qo'yish)(?:ga|ni)? (?:\w+ ){0,2}kelishib ol(?:di|ishdi|indi)\w*
    """
_UZBEK_MANY = r"hujjatlar | ahdlashuvlar"
_UZBEK_MANY_BEFORE = r"paket | to'plam | bir qator | bir necha | o'nlab"
_UZBEK_AGAIN = r"(?:uni|ularni|unga) (?=[^.;]{0,90}(?:imzo|ratifikats)) | (?:u|ular) (?=(?:hali |allaqachon )?imzolan) | (?:ikki|uch|to'rt|besh)(?:ta|ala)? (?:davlat|mamlakat)\w* (?=(?:ham )?(?:imzola|imzo )) | (?:hali |hozircha )?hech narsa (?=[^.;]{0,30}imzo)"
_UZBEK_TALKS = r"muzokara\w* | muhokama\w* | kelishilmoqda"
_UZBEK_LOAN = r"kredit | qarz | grant | mablag' | bank"
_UZBEK_LENT_TO_COME = r"""
    (?:ajratish|berish)(?:ni|ga)? (?:to'g'risida\w* |haqida\w* |bo'yicha )?(?:qaror|rejalashtir|niyat|tayyor|kelish)\w*
    (?:ajratadi|ajratiladi|ajratmoqchi|beradi|beriladi|bermoqchi|jalb qiladi|jalb qilinadi)(?!\w)
    """
_UZBEK_LENT = r"(?:ajratdi|ajratildi|berdi|berildi|jalb qildi|jalb qilindi|ma'qulladi|ma'qullandi|tasdiqladi)(?!\w)"
_UZBEK_BACKGROUND = r"""
    avvalroq | ilgari | esga ol(?:di|ib|ishdi|indi)\w* | yodga ol(?:di|ib|ishdi|indi)\w* | o'tgan yil\w* | yil oldin | yil avval | oy oldin | eslatib o't\w+ | edi(?!\w) | (?:kelishuv|bitim|shartnoma|memorandum|bayonnoma)\w* (?:doirasida|muvofiq|asosida|ko'ra|binoan)
    beri(?!\w) | shu (?:davrda|vaqtgacha|kungacha|kunga qadar) | (?:bugungi kun|bugun|hozir)(?:gacha|ga qadar) | yillar (?:davomida|mobaynida) | o'shanda | bundan (?:[\w'-]+ ){1,3}(?:oldin|avval) | \w{3,}(?:gan|kan)di(?!\w)
    """
_UZBEK_ANNIVERSARY = r"yilligi\w* | yillik sana\w* | yil (?:to'l|bo'ldi|bo'lgan|o'tdi|o'tgan)\w* | yubiley\w*"
_UZBEK_SIDES = r"""
    tomonlar\w* | ikki davlat\w* | ikki bosh vazir\w* | ikki yurt\w* | hukumatlararo | davlatlararo | ikki mamlakat\w* | prezidentlar\w* | davlat rahbar\w* | ikki tomonlama | mamlakatlar\w*
    vazirlar(?! mahkama)\w* | ikki tomon\w* | hamkasb\w*
    """

_CYRILLIC_PAIRS = (
    ("yo'", "йў"), ("o'", "ў"), ("g'", "ғ"), ("sh", "ш"), ("ch", "ч"), ("ts", "ц"), ("yo", "е"), ("yu", "ю"), ("ya", "я"), ("ye", "е"),
)  # fmt: skip
_CYRILLIC_LETTERS = dict(zip("abdefghijklmnopqrstuvxyz'", "абдефгҳижклмнопқрстувхйзъ", strict=True))


def in_cyrillic(words: str) -> str:
    """Uzbek words of a pattern in Cyrillic (ё as е, as in folded text); escapes, marks and names of groups stay."""
    result, place = [], 0
    while place < len(words):
        if words[place] == "\\":
            result.append(words[place : place + 2])
            place += 2
            continue
        if words.startswith("(?P<", place):
            end = words.index(">", place) + 1
            result.append(words[place:end])
            place = end
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
        cues=many_groups({key: spell(words) for key, words in _UZBEK_CUES.items()}),
        not_agreements=any_of(spell(_UZBEK_NOT)),
        background=any_of(spell(_UZBEK_BACKGROUND)),
        anniversary=any_of(spell(_UZBEK_ANNIVERSARY)),
        sides=any_of(spell(_UZBEK_SIDES)),
        between=any_of(spell(r"o'rtasida\w* | orasida\w*")),
        converb=re.compile(spell(r"\w+(?:ib|[ao]b)$")),
        # -adi is a verb to come behind most consonants, the past of a verb in -a behind l (ta'kidladi, boshladi)
        tenses=tenses(
            apart=spell(
                r"u | ular | bu | hujjat\w* | bitim\w* | kelishuv\w* | tomonlar | (?:nazarda|ko'zda) tut\w+ | de(?:ydi|yildi|yiladi|b) | so'radi | yashadi"
            ),
            to_come=spell(
                r"[\w']+(?:ydi(?:lar)?|moqchi|adigan\w*|ajak) | [\w']*(?:[bvgzkmnpsrtxj]|sh|ch|il|in)adi(?:lar)? | (?:qil|bo'l|kel|ol|qol|sol|bil)adi(?:lar)?"
            ),
            done=spell(r"[\w']+(?:di(?:lar)?|gan\w*|kan\w*|qan\w*)"),
        ),
        beside=any_of(spell(r"bilan")),
        several=many(spell(_UZBEK_MANY), spell(_UZBEK_MANY_BEFORE)),
        again=any_of(spell(_UZBEK_AGAIN)),
        bodies=any_of(
            spell(
                r"(?:viloyat(?:i|lari)|tuman(?:i|lari)|provintsiya(?:si|lari)|provinsiya(?:si|lari)|universitet(?:i|lari)|institut(?:i|lari)|akademiya(?:si|lari)|palata(?:si|lari)|muzeyi|teatri)(?:ning)?(?!\w)"
            )
        ),
        carried_out=any_of(spell(r"bajar\w+ | amalga oshir\w* | ijro\w*")),
        pledge=any_of(spell(_UZBEK_PLEDGE)),
        lending=lending_before(spell(_UZBEK_LOAN), spell(_UZBEK_LENT_TO_COME), spell(_UZBEK_LENT), spell(_UZBEK_TALKS)),
        epithet=NEVER,
        nested=NEVER,
    )


UZBEK = _uzbek(str)
UZBEK_CYRILLIC = _uzbek(in_cyrillic)
