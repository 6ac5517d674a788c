"""Agreements in Turkmen and English: banks and agencies as the press names them, credits that are negotiated, years since."""

import pytest

from c5watch.knowledge import Knowledge
from tests.test_pipelines_agreements_languages import read


@pytest.mark.parametrize(
    ("lender", "party"),
    [
        ("Aziýa ösüş banky", "adb"),
        ("Aziýanyň ösüş banky", "adb"),
        ("AÖB", "adb"),
        ("Ýewropa täzeleniş we ösüş banky", "ebrd"),
        ("Dünýä banky", "world-bank"),
        ("Halkara pul gaznasy", "imf"),
        ("Birleşen Milletler Guramasynyň Ösüş maksatnamasy", "undp"),
        ("Birleşen Milletler Guramasynyň Çagalar gaznasy", "unicef"),
    ],
)
def test_a_lender_is_a_side_by_each_of_its_turkmen_names(knowledge: Knowledge, lender: str, party: str) -> None:
    (record,) = read(knowledge, f"Türkmenistan we {lender} oba suwy hakynda ylalaşyga gol çekdiler.", "tk").agreements
    assert (record.status, record.parties) == ("signed", ("turkmenistan", party))


@pytest.mark.parametrize(
    "text",
    [
        "Tajikistan has entered negotiations with the World Bank on a second credit facility for roads.",
        "Tajikistan is negotiating a three-year lending programme with the World Bank.",
        "The World Bank opened talks with Tajikistan on a stand-by arrangement.",
        "Negotiations between Tajikistan and the World Bank on a loan for schools continue.",
    ],
)
def test_a_credit_is_negotiated_by_any_of_its_names(knowledge: Knowledge, text: str) -> None:
    (record,) = read(knowledge, text, "en").agreements
    assert (record.instrument, record.status) == ("financing", "negotiated")
    assert {*record.parties} == {"tajikistan", "world-bank"}


@pytest.mark.parametrize(
    "text",
    [
        "Twenty years have passed since Uzbekistan and Japan signed an agreement on investment.",
        "It is ten years since Uzbekistan signed a transit treaty with Iran.",
        "Forty years have gone by since Mongolia joined the convention on wetlands.",
    ],
)
def test_what_was_signed_years_since_is_no_news(knowledge: Knowledge, text: str) -> None:
    assert not any(record.fresh for record in read(knowledge, text, "en").agreements)


@pytest.mark.parametrize(
    "field",
    ["bank ulgamynda", "muzeý işi boýunça", "kazyýet hyzmatdaşlygy hakynda", "radio gepleşikleri alyşmak hakynda"],
)
@pytest.mark.parametrize("sides", ["Türkmenistan Gruziýa bilen", "Türkmenistan bilen Gruziýa"])
def test_a_field_that_names_houses_takes_no_side_away(knowledge: Knowledge, sides: str, field: str) -> None:
    (record,) = read(knowledge, f"{sides} {field} Ylalaşyga gol çekdi.", "tk").agreements
    assert (record.status, record.parties) == ("signed", ("turkmenistan", "georgia"))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("tk", "Türkmenistanyň haryt-çig mal biržasynda daşary ýurtly telekeçiler bilen on iki geleşik baglaşyldy."),
        ("tk", "Aşgabatda biržada Owganystanyň telekeçileri bilen un boýunça şertnama baglaşyldy."),
        ("en", "Kazakhstan's transport ministry said drivers will sign agreements with aggregators by spring."),
        ("en", "Kyrgyzstan's state mortgage company signed agreements with homeowners in Osh."),
    ],
)
def test_deals_of_traders_drivers_and_owners_are_none_of_states(knowledge: Knowledge, language: str, text: str) -> None:
    assert read(knowledge, text, language).agreements == ()


@pytest.mark.parametrize(
    ("language", "status", "text"),
    [
        ("tk", "signed", "Türkmenistan bilen Ermenistanyň arasynda ýük gatnawlary barada ylalaşyga ýetildi."),
        ("tk", "negotiated", "Türkmenistan bilen Ermenistanyň arasynda Ähtnama boýunça geňeşmeler dowam edýär."),
        ("en", "signed", "Turkmenistan, Armenia agree on a customs pact"),
        ("en", "signed", "Turkmenistan agrees rail transit deal with Armenia"),
    ],
)
def test_how_an_agreement_of_two_stands(knowledge: Knowledge, language: str, status: str, text: str) -> None:
    (record,) = read(knowledge, text, language).agreements
    assert (record.status, record.fresh, {*record.parties}) == (status, True, {"turkmenistan", "armenia"})
