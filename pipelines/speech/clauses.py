"""How the Turkic languages make a noun of what is said («екенін», «boljakdygyny»), and what stands beside it in the sentence."""

from __future__ import annotations

import re

_ENDS = {
    "kk": r"[ғқгк][ае]н[ыі]н|т[ыі]н[ыі]н|екен(?:діг)?ін|емес(?:тіг)?ін|бар(?:лығ)?ын|жо(?:ғы|қтығы)н|керегін|"
    r"[лдт][ыі][ғг][ыі]н|[уү][ыі]н|[аеәө]р[ыі]н|м[ае]йт[ыі]н[ыі]н",
    "ky": r"[гк][аеоө]н[ыиуү]н|экен(?:диг)?ин|эмес(?:тиг)?ин|барын|жо(?:гу|ктугу)н|керегин|[лдт][ыиуү]г[ыиуү]н|"
    r"[ыиуү]ш[ыиуү]н|[аеоө]р[ыиуү]н|[бп][аеоө]с[ыиуү]н",
    "uz": r"[gkq]an(?:i|lari|ligi|liklari)ni|ekan(?:i|ligi)ni|emas(?:i|ligi)ni|li(?:gi|klari)ni|i?sh(?:i|lari)ni|ajagini|borini|"
    r"yo['’‘ʻʼ]qligini",
    "uz-Cyrl": r"[гкқ]ан(?:и|лари|лиги|ликлари)ни|экан(?:и|лиги)ни|эмас(?:и|лиги)ни|ли(?:ги|клари)ни|и?ш(?:и|лари)ни|ажагини|"
    r"борини|йўқлигини",
    "tk": r"[dt][yiuü][gk](?:yn|in|un|ün|laryn|lerin)[yiuü]|m(?:agyn|egin)[yi]|l(?:ygyn|igin)[yi]|m[ae]k",
}
# Thanks are a noun that looks like one.
_THANKS = r"(?!ризашы|алғыс|ыраазычы|minnatdor|миннатдор|hoşal|minnetdar)"
# What a sentence tells besides, before what is said: an act that goes with it, or a finite clause and a word for and.
_ACTS = {
    "kk": r"(?:жауап бер|сөйле|кездес|құттықта|білдір|тоқтал|жаса)(?:ып|іп|п|еп|ап),|[дт][ыі](?:,| және| әрі)",
    "ky": r"(?:жооп бер|сүйлө|жолуг|куттукта|билдир|токтол|жаса)(?:ып|ип|уп|үп|п|өп),|[дт][ыиуү](?:,| жана)",
    "uz": r"(?:javob ber|so['’‘ʻʼ]zla|uchrash|tabrikla|bildir|to['’‘ʻʼ]xtal)(?:ib|b),|di(?:lar)?(?:,| va| hamda)",
    "uz-Cyrl": r"(?:жавоб бер|сўзла|учраш|табрикла|билдир|тўхтал)(?:иб|б),|ди(?:лар)?(?:,| ва| ҳамда)",
    "tk": r"(?:jogap ber|gürleş|duşuş|çykyş ed|gutla|bildir|ýüzlen|salgylan)(?:ip|yp|üp|up|p),|d[yiuü](?:lar|ler)?(?:,| we|"
    r" hem-de)",
}
# Where it was said: the name of an event in the locative at the beginning.
_EVENTS = {
    "kk": r"(?:кездесу|жиын|отырыс|брифинг|мәслихат|форум|саммит|сұхбат|келіссөз|сапар|барысы)\w{0,6}[дт][ае]|өз кезегінде|"
    r"сондай-ақ",
    "ky": r"(?:жолугушуу|жыйын|отурум|брифинг|форум|саммит|маек|сүйлөшүү|сапар|жүрүшүн|учурун)\w{0,6}[дт][аеоө]|өз кезегинде|"
    r"ошондой эле",
    "uz": r"(?:uchrashuv|yig['’‘ʻʼ]ilish|majlis|brifing|anjuman|forum|sammit|intervyu|muzokara|suhbat|davomi|"
    r"chog['’‘ʻʼ])\w{0,6}da|"
    r"o['’‘ʻʼ]z navbatida|shuningdek",
    "uz-Cyrl": r"(?:учрашув|йиғилиш|мажлис|брифинг|анжуман|форум|саммит|интервью|музокара|суҳбат|давоми|чоғи)\w{0,6}да|"
    r"ўз навбатида|"
    r"шунингдек",
    "tk": r"(?:duşuşy[gk]|maslahat|mejlis|çykyş|söhbetdeşli[gk]|forum|sammit|gepleşik|ýygna[gk]|barşyn)\w{0,6}d[ae]|"
    r"öz (?:gezeginde|nobatynda)|"
    r"şeýle-de|hem-de",
}
_REACH = 240  # characters from the subject to the event
CLAUSE_ENDS = {language: re.compile(rf"{_THANKS}.*(?:{ends})[,.]?$") for language, ends in _ENDS.items()}
MEANWHILE = {language: re.compile(rf"(?:{acts})\s") for language, acts in _ACTS.items()}
EVENTS = {language: re.compile(rf"[^.:;«“\"]{{0,{_REACH}}}?(?<!\w)(?:{event}),?\s") for language, event in _EVENTS.items()}
