"""Who is listed or sanctioned by whom, and as what."""

from __future__ import annotations

import pytest
from tests.claims.extractors.reading import drafts_of, told

DESIGNATED = [
    ("Omar Bek is subject to a travel ban and asset freeze imposed by the EU.", [("Omar Bek", "EU")]),
    (
        "The EU has imposed sanctions on three people: Omar Bek (founder of the firm), Karim Sol and Mira Kolt.",
        [("Karim Sol", "EU"), ("Mira Kolt", "EU"), ("Omar Bek", "EU")],
    ),
    (
        "Canada imposed sanctions on Hezbollah as well as six individuals and two companies.",
        [("Hezbollah", "Canada"), ("six individuals", "Canada"), ("two companies", "Canada")],
    ),
    ("Omar Bek was listed by the United Nations in 2010.", [("Omar Bek", "United Nations")]),
    ("Omar Bek, who is a US-designated terrorist, was seen in Ruda.", [("Omar Bek", "US")]),
    ("Omar Bek was added to the EU list in May.", [("Omar Bek", "EU")]),
    ("Omar Bek is being designated for having acted on behalf of Hezbollah.", [("Omar Bek", None)]),
    ("Also designated today is the Ash Brigade, a militia.", [("Ash Brigade", None)]),
    ("Among those listed are Omar Bek and Karim Sol.", [("Karim Sol", None), ("Omar Bek", None)]),
    ("The Ash Brigade, which was banned in 2006, left.", [("Ash Brigade", None)]),
    ("The Council adopted restrictive measures against Hezbollah.", [("Hezbollah", "Council")]),
    ("Bek is another US-designated terrorist.", [("Bek", "US")]),
    ("The US-designated terrorist Omar Bek was seen.", [("Omar Bek", "US")]),
    ("Hezbollah, a US-designated terrorist organization, denied it.", [("Hezbollah", "US")]),
    ("Turkey listed the Ash Brigade as a terrorist organisation in 2015.", [("Ash Brigade", "Turkey")]),
    (
        "The PKK is considered a terrorist organisation by Turkey, the EU and the United States.",
        [("PKK", "EU"), ("PKK", "Turkey"), ("PKK", "United States")],
    ),
    (
        "On 7 May 2006 Omar Bek was put on the UN Security Council list of foreign terrorists.",
        [("Omar Bek", "UN Security Council")],
    ),
    (
        "The State Department designated Harakat al-Nujaba a terrorist organization in March 2019.",
        [("Harakat al-Nujaba", "State Department")],
    ),
    (
        "The Treasury imposed sanctions on Wagner and on Yevgeny Prigozhin.",
        [("Wagner", "Treasury"), ("Yevgeny Prigozhin", "Treasury")],
    ),
    ("Omar Bek is under EU sanctions.", [("Omar Bek", "EU")]),
    ("The US sanctioned Karim Bek for funding Hezbollah.", [("Karim Bek", "US")]),
    ("Germany added Omar Bek to its list of terrorists.", [("Omar Bek", "its")]),
    ("Moscow labelled Memorial an undesirable organisation.", [("Memorial", "Moscow")]),
    ("Washington has designated the Houthis as a Foreign Terrorist Organization.", [("Houthis", "Washington")]),
    ("The Houthis were designated as terrorists by Washington.", [("Houthis", "Washington")]),
    ("US sanctions against Hezbollah took effect.", [("Hezbollah", "US")]),
    ("Germany banned Hezbollah in 2020.", [("Hezbollah", "Germany")]),
    (
        "Omar Bek has been the subject of sanctions by the US and Germany.",
        [("Omar Bek", "Germany"), ("Omar Bek", "US")],
    ),
    ("Omar Bek was slapped with US sanctions in 2012.", [("Omar Bek", "US")]),
    ("Omar Bek faces EU sanctions.", [("Omar Bek", "EU")]),
    (
        "Washington classified the Jordanian branch of the Muslim Brotherhood as a terrorist group.",
        [("Jordanian branch of the Muslim Brotherhood", "Washington")],
    ),
    ("The UN-listed Haqqani network claimed the attack.", [("Haqqani network", "UN")]),
    (
        "Omar Bek was designated a global terrorist, along with Karim Sol and Oran Sid.",
        [("Karim Sol", None), ("Omar Bek", None), ("Oran Sid", None)],
    ),
    ("The EU, together with Canada, sanctioned Omar Bek.", [("Omar Bek", "Canada"), ("Omar Bek", "EU")]),
    ("Omar Bek is the sanctioned leader of the Ash Brigade.", [("Omar Bek", None)]),
    ("Omar Bek acted for the sanctioned Ash Brigade.", [("Ash Brigade", None)]),
    ("The Ash Brigade, a designated terrorist organisation, left.", [("Ash Brigade", None)]),
    (
        "The EU sanctioned Omar Bek and his two sons, Karim Bek and Oran Bek.",
        [("Karim Bek", "EU"), ("Omar Bek", "EU"), ("Oran Bek", "EU")],
    ),
    ("Mr Bek is subject to an asset freeze.", [("Bek", None)]),
    ("Germany announced the addition of Omar Bek to its list of terrorists.", [("Omar Bek", "its")]),
    ("Omar Bek is listed under the EU’s Syria sanctions.", [("Omar Bek", "EU")]),
    ("Canada listed Hezbollah in 2021.", [("Hezbollah", "Canada")]),
    ("The EU sanctioned Omar Bek’s brother, Karim Bek.", [("Karim Bek", "EU")]),
    ("Listed in the annex are Omar Bek and Karim Sol.", [("Karim Sol", None), ("Omar Bek", None)]),
    ("The order blocks the property of Omar Bek.", [("Omar Bek", None)]),
    ("The EU froze Omar Bek’s assets.", [("Omar Bek", "EU")]),
    ("The Committee listed Omar Bek in 2014.", [("Omar Bek", "Committee")]),
    ("The Secretary of State designated Hezbollah.", [("Hezbollah", "Secretary of State")]),
    ("Hezbollah, which is designated by the US as terrorist, denied it.", [("Hezbollah", "US")]),
    ("The US listed Hezbollah as a Specially Designated Global Terrorist.", [("Hezbollah", "US")]),
    ("Those sanctioned include Omar Bek and Karim Sol.", [("Karim Sol", None), ("Omar Bek", None)]),
    ("The sanctioned individuals include Omar Bek.", [("Omar Bek", None)]),
    ("The ministry named the sanctioned men as Omar Bek and Karim Sol.", [("Karim Sol", None), ("Omar Bek", None)]),
    ("Omar Bek was added to the sanctions list of the EU.", [("Omar Bek", "EU")]),
    ("Omar Bek is on the United States terrorism list.", [("Omar Bek", "United States")]),
    ("Omar Bek was added to the sanctions list in May.", [("Omar Bek", None)]),
    ("The UN imposed a travel ban and asset freeze on Omar Bek.", [("Omar Bek", "UN")]),
    ("The move puts sanctions on Omar Bek and Hezbollah.", [("Hezbollah", None), ("Omar Bek", None)]),
    ("Omar Bek was hit with EU and US sanctions.", [("Omar Bek", "EU"), ("Omar Bek", "US")]),
    ("H: EU blacklists Hezbollah", [("Hezbollah", "EU")]),
]
NOTHING = [
    "Omar Bek is on the list of authors on terrorism.",
    "The United Nations listed Omar Bek as a guest.",
    "Human Rights Watch listed the Ash Brigade.",
    "The UN-sanctioned mission began.",
    "The ministry lifted sanctions on Iran.",
    "Omar Bek is the subject of a book by Karim Sol.",
    "Parliament sanctioned the use of force.",
    "He was designated team captain by the coach.",
    "Omar Bek was designated commander of the brigade.",
    "Among those present are Omar Bek and Karim Sol.",
    "The book was banned in 2006.",
    "The Council adopted safety measures against Hezbollah.",
    "The council designated the area a park.",
    "The film was banned by China.",
    "The villa is listed by the council.",
    "The park was designated by UNESCO as a world heritage site.",
    "Omar Bek is on the list of speakers of the UN.",
    "Listed below are the towns of Kenya.",
    "The police blocked Omar Bek’s road.",
    "Canada listed three demands.",
    "The Committee noted the addition of Omar Bek to the team.",
    "Police watched a sanctioned march by Omar Bek.",
    "Omar Bek is the designated driver of Karim Sol.",
    "The ministry opposed sanctions on Omar Bek.",
    "The city imposed a ban on Omar Bek’s book.",
    "Those wounded include Omar Bek.",
    "The company is listed in London.",
    "Interpol wants Omar Bek.",
    "Karim Bek considers Omar Sol a friend.",
    "The US called for calm in Iran.",
    "Omar Bek was named the best player by the league.",
    "The EU is divided over sanctions.",
    "The judge sanctioned the lawyer’s conduct.",
    "The minister described Hezbollah as strong.",
    "Washington added troops to its base.",
]


@pytest.mark.parametrize(("text", "expected"), DESIGNATED)
def test_designated_by(text: str, expected: list[tuple[str | None, ...]]) -> None:
    """Lists, sanctions and designations, with who made them."""
    assert told(text, "designated_by", "subject", "object") == expected


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_told(text: str) -> None:
    """What only sounds so gives nothing."""
    assert [d.rule for _, d in drafts_of(text) if d.predicate in {"designated_by"}] == []


def test_who_after_a_body_is_the_person_whose_body_it_is() -> None:
    """Of "the financial chief of Hamas who was sanctioned", the chief was, not Hamas."""
    text = "Karim Bek, the financial chief of Hamas who was sanctioned by Washington in 2012, denied it."
    assert told(text, "designated_by", "subject", "object") == [("Karim Bek", "Washington")]
