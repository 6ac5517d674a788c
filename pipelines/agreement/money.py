"""Finds amounts of money in the languages of the region: «$4,2 млрд», «1,2 миллиарда сомов», "2.5 billion euros".

Works on folded lower-case text. A number alone is no money, nor is a number whose currency we do not know.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from c5watch.article import Amount

_SCALES = (
    (10**12, r"трлн|триллион\w*|trillion\w*|trln|tn|trilyon\w*|триллион"),
    (10**9, r"млрд|миллиард\w*|billion\w*|bn|mlrd|milliard\w*|миллиард|миллиардҳо|млд"),
    (10**6, r"млн|миллион\w*|million\w*|mln|mn|m(?=\W|$)"),
    (10**3, r"тыс|тысяч\w*|thousand|ming|минг|мың|миң|ҳазор|müň"),
)
_SIGNS = {"$": "USD", "€": "EUR", "₸": "KZT", "₽": "RUB", "£": "GBP", "¥": "CNY"}
_CURRENCIES = (
    ("USD", r"usd|доллар\w*|dollar\w*|долл|u\.s\. dollars|амриканск\w+ доллар\w*|доллари\w*"),
    ("EUR", r"eur|евро|euros?|еуро|yevro|ýewro\w*|евроси"),
    ("KZT", r"kzt|тенге|теңге\w*|tenge|teňňe\w*"),
    ("KGS", r"kgs|сомов|soms?|сом(?!они|он)\w{0,4}"),
    ("UZS", r"uzs|сумов|сум(?=\W|$)|so'm\w*|сўм\w*|soums?|сума"),
    ("TJS", r"tjs|сомони\w*|somonis?"),
    ("TMT", r"tmt|манат\w*|manat\w*"),
    ("RUB", r"rub|руб(?:л\w+)?|рублей|roubles?|rubles?|rubl\w*|рубли"),
    ("CNY", r"cny|юан\w+|yuan\w*|юан"),
    ("GBP", r"gbp|фунт\w* стерлингов|pounds?"),
    ("JPY", r"jpy|иен\w*|yen"),
    ("KRW", r"krw|вон(?=\W|$)"),
    ("AED", r"aed|дирхам\w*|dirhams?"),
)
# «7 миллиондон ашык доллар», "5 milliondan ortiq dollar": more or less than so many.
_ABOUT = (
    r"(?:[дтн][аеоө]н|[dn][ae]n)? (?:астам|ашык|ашуун|көп|ортиқ|ortiq|зиед|ziyod|gowrak|жуық|жакын|яқин|yaqin|ýakyn|golaý)(?!\w)"
)
# «7 миллион 642 миң доллар»: what stands before the smaller number.
_GREATER = rf"(?:(?P<greater>\d{{1,3}})[- ](?:(?P<billion>{_SCALES[1][1]})|(?P<million>{_SCALES[2][1]})) )?"
_SCALE = "|".join(f"(?P<s{number}>{words})" for number, (_, words) in enumerate(_SCALES))
_CURRENCY = "|".join(f"(?P<c{number}>{words})" for number, (_, words) in enumerate(_CURRENCIES))
_SCALE_GROUPS = [f"s{number}" for number, _ in enumerate(_SCALES)]
_CURRENCY_OF = {f"c{number}": code for number, (code, _) in enumerate(_CURRENCIES)}
_MONEY = re.compile(
    r"(?<![\w.,])(?:(?P<sign>[$€₸₽£¥])\s?|(?P<us>us\$|usd|eur)\s?)?"
    rf"{_GREATER}(?P<number>\d{{1,3}}(?:[ \u00a0]\d{{3}})+|\d{{1,12}}(?:[.,]\d{{1,3}})*)"
    rf"(?:[- ]?(?:{_SCALE})(?:{_ABOUT}|\.?(?!\w)))?"
    r"(?:[- ]?(?P<behind>[$€₸₽£¥])|[ -](?:американских |us |u\.s\. |aqsh |ақш |акш |амрико |amerikan |америкалық |америкалык )?"
    rf"(?:{_CURRENCY})(?!\w))?"
)


_DIGIT = re.compile(r"\d")  # most stretches have none, which this tells twenty times as fast


class Money(NamedTuple):
    """An amount and its place in the text."""

    amount: Amount
    start: int
    end: int


def find_money(text: str) -> list[Money]:
    """Every amount with a currency, in the order of the text."""
    found: list[Money] = []
    if not _DIGIT.search(text):
        return found
    for match in _MONEY.finditer(text):
        currency = _currency_of(match)
        value = _number_of(match["number"])
        if currency is None or value is None:
            continue
        scale = next((factor for (factor, _), word in zip(_SCALES, match.group(*_SCALE_GROUPS), strict=True) if word), 1)
        total = round(value * scale + _greater(match), 2)
        found.append(
            Money(Amount(value=int(total) if total == int(total) else total, currency=currency), match.start(), match.end())
        )
    return found


def _greater(match: re.Match[str]) -> int:
    return int(match["greater"]) * (10**9 if match["billion"] else 10**6) if match["greater"] else 0


def _currency_of(match: re.Match[str]) -> str | None:
    if match["sign"]:
        return _SIGNS[match["sign"]]
    if match["us"]:
        return "EUR" if match["us"] == "eur" else "USD"
    if match["behind"]:
        return _SIGNS[match["behind"]]
    return _CURRENCY_OF.get(match.lastgroup or "")  # the words for currencies stand last


def _number_of(text: str) -> float | None:
    """«4,2» and «4.2» are decimals; «1,200,000» and «1 200 000» are groups of thousands, as is «22.500»."""
    compact = text.replace(" ", "").replace("\u00a0", "")
    groups = re.split("[.,]", compact)
    if len(groups) > 2 or (len(groups) == 2 and len(groups[1]) == 3 and groups[0] != "0"):
        if all(len(group) == 3 for group in groups[1:]):
            return float("".join(groups))
        return None
    return float(compact.replace(",", "."))
