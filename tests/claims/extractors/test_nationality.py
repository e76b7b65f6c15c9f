"""Nationality said of a person, and nationality of offices, which is none."""

from __future__ import annotations

import pytest
from tests.claims.extractors.reading import drafts_of, told

NATIONALS = [
    ("Police arrested 18 Saudi citizens.", [("18 Saudi citizens", "Saudi")]),
    ("Twelve nationals of Kenya fled.", [("Twelve nationals", "Kenya")]),
    ("The Swedish citizen Mohamed Moumou was listed.", [("Mohamed Moumou", "Swedish")]),
    ("Valeska Paris, an Australian woman and former Scientologist, spoke.", [("Valeska Paris", "Australian")]),
    ("Jordanian-born militant Abu Musab al-Zarqawi founded it.", [("Abu Musab al-Zarqawi", "Jordanian")]),
    ("Omar Bek, who is Syrian, was held.", [("Omar Bek", "Syrian")]),
    ("Omar Bek, a Syrian, was held.", [("Omar Bek", "Syrian")]),
    ("Omar Bek is a Syrian.", [("Omar Bek", "Syrian")]),
    ("A 24-year-old Syrian, Omar Bek, was held.", [("Omar Bek", "Syrian")]),
    ("Omar Bek is an Egyptian militant.", [("Omar Bek", "Egyptian")]),
    ("Omar Bek, a Malian national and leader of Ansar al-Din, spoke.", [("Omar Bek", "Malian")]),
    ("Oran Sid is a citizen of Jordan.", [("Oran Sid", "Jordan")]),
    ("Karim Bek, a dual Iranian-American national, was freed.", [("Karim Bek", "American"), ("Karim Bek", "Iranian")]),
    ("Karim Bek holds Iranian citizenship.", [("Karim Bek", "Iranian")]),
    ("Natalee Caple is a Canadian author of novels.", [("Natalee Caple", "Canadian")]),
    ("Karim Bek, an Iraqi poet, was shot.", [("Karim Bek", "Iraqi")]),
    ("Karim Bek travelled on a Turkish passport.", [("Karim Bek", "Turkish")]),
    (
        "Omar Bek, Karim Sol and Oran Sid, all Syrian nationals, were held.",
        [("Karim Sol", "Syrian"), ("Omar Bek", "Syrian"), ("Oran Sid", "Syrian")],
    ),
    ("The Syrian businessman Omar Bek was shot.", [("Omar Bek", "Syrian")]),
    ("C: Omar Bek, a Danish citizen, in an undated photo.", [("Omar Bek", "Danish")]),
]
NOTHING = [
    "Three Ugandan soldiers were killed.",
    "The Syrian general Omar Bek was killed.",
    "Syrian president Omar Bek spoke.",
    "Omar Bek, a Syrian army officer, fled.",
    "Omar Bek is an Iraqi general.",
    "The Syrian, Omar Bek’s neighbour, was held.",
    "The Syrian army is strong.",
    "Karim Bek was killed in a Syrian strike.",
    "Omar Bek, the Syrian foreign minister, spoke.",
    "Two Syrian men were held with Omar Bek.",
    "Omar Bek was killed by a Syrian.",
    "Karim Bek is on a Syrian list.",
    "Karim Bek was born in Syria.",
    "Omar Bek wore an American uniform.",
    "The Iranian ambassador Karim Bek left.",
    "The Iraqi parliamentarian Karim Bek left.",
    "Turkish police officer Karim Bek left.",
    "Karim Bek speaks Turkish.",
    "Karim Bek, a Hezbollah fighter, is dead.",
    "Omar Bek is a Russian spokesman.",
]


@pytest.mark.parametrize(("text", "expected"), NATIONALS)
def test_national_of(text: str, expected: list[tuple[str | None, ...]]) -> None:
    """Citizens, natives, adjectives of the person and callings."""
    assert told(text, "national_of", "subject", "object") == expected


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_told(text: str) -> None:
    """What only sounds so gives nothing."""
    assert [d.rule for _, d in drafts_of(text) if d.predicate in {"national_of"}] == []
