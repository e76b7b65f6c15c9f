"""Whole sentences as claims: what datelines, requests, descriptions and gaps of time must not become."""

from __future__ import annotations

import pytest
from tests.claims.claiming import claims_of, credited, held

from reportedly.records.claim import Claim

#: text → (subject, predicate, object or place, how it is held)
TOLD = [
    # datelines and hours take no part
    (
        "KHARTOUM — Sudan's army recaptured Wad Selim on Monday.",
        [("Sudan's army", "took_control", "Wad Selim", "asserted")],
    ),
    ("10:42 Israeli jets struck a depot near Tyre.", [("Israel", "attacked", "depot", "asserted")]),
    # what is asked or forbidden is no claim of its own, what is to end goes on
    ("Niger's ruler demanded that French troops leave Niamey.", []),
    ("The army told civilians to leave Kunduz.", []),
    ("Israel warned residents to evacuate Tyre, and the army ordered villagers to leave Sidon.", []),
    ("Kenya called for the withdrawal of Ethiopian troops from Kismayo.", []),
    ("Kenya demanded the release of Omar Bek.", []),
    ("Ugandan troops are stationed in Goma.", [("Ugandan troops", "deployed_to", "Goma", "asserted")]),
    # what is only asked, or not confirmed, is not claimed
    ("Asked whether Kenyan troops had left Kismayo, the minister declined to comment.", []),
    ("There was no independent confirmation of the attack on the hospital in Kismayo.", []),
    # who stands in front of a statement that is set between commas
    ("Rwanda, the report said, had sent troops to Goma.", [("Rwanda", "deployed_to", "Goma", "reported")]),
    (
        "The army claimed to have retaken Goma, a claim the rebels rejected.",
        [("army", "took_control", "Goma", "reported")],
    ),
    ("Kenya thanked Uganda for receiving Omar Bek in Kampala.", []),
    ("Kenya called for an end to Ethiopian attacks on Mandera.", [("Ethiopia", "attacked", "Mandera", "asserted")]),
    ("The order bars Omar Bek from entering the United States.", []),
    ("Kerry urged Russia to halt its airstrikes on Aleppo.", [("Russia", "attacked", "Aleppo", "asserted")]),
    ("The Islamic State no longer controls Raqqa.", [("Islamic State", "controls", "Raqqa", "not asserted")]),
    ("Omar Bek was appointed to lead Hamas.", [("Bek", "leads", "Hamas", "asserted")]),
    # places that are only described
    ("If the city falls, nobody will be safe.", []),
    (
        "Hamas held Aleppo for weeks. Turkish troops left the city on Monday.",
        [("Hamas", "controls", "Aleppo", "asserted"), ("Turkish troops", "withdrew_from", "city", "asserted")],
    ),
    # who does what to whom
    (
        "The army has lost control of Laukkai to the Arakan Army.",
        [("Arakan Army", "took_control", "Laukkai", "asserted")],
    ),
    (
        "Heavy fighting erupted in Zawiya between the 52nd Brigade and the Tripoli Brigade.",
        [("52nd Brigade", "clashed_with", "Tripoli Brigade", "asserted")],
    ),
    ("Gunmen from Boko Haram raided Baga.", [("Boko Haram", "attacked", "Baga", "asserted")]),
    ("Nigeria is committed to defeating Boko Haram.", [("Nigeria", "opposes", "Boko Haram", "asserted")]),
    ("France vowed to deny safe haven to Boko Haram.", [("France", "opposes", "Boko Haram", "planned")]),
    (
        "Rwanda has been accused by UN experts of supporting M23.",
        [("Rwanda", "backs", "M23", "reported")],
    ),
    ("Kyrylo Budanov visited troops near Kupiansk.", [("Kyrylo Budanov", "present_at", "Kupiansk", "asserted")]),
    (
        "ELN rebels freed two police officers abducted last month in Arauca.",
        [("ELN", "released", "two police officers", "asserted"),
            (None, "abducted", "two police officers", "asserted"),],
    ),
    (
        "No deaths were reported in Ruda.",
        [(None, "killed", "Ruda", "not reported")],
    ),
]  # fmt: skip


def _short(claim: Claim) -> tuple[str | None, str, str | None, str]:
    other = claim.object.name if claim.object is not None else claim.place.name if claim.place is not None else None
    subject = None if claim.subject is None else claim.subject.name
    return subject, claim.predicate, other, held(claim)


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_sentences_are_told(text: str, wanted: list[tuple[str | None, str, str | None, str]]) -> None:
    """All claims of each text but what is only said and what office somebody has."""
    found = [_short(c) for c in claims_of(text) if c.predicate not in {"said", "holds_position", "appointed"}]
    subjects = [(s if s is None else s.removeprefix("Omar "), *rest) for s, *rest in found]
    assert [f for f in subjects if f[1] != "operation"] == wanted


def test_a_new_voice_is_not_the_name_before_it() -> None:
    """ "…, an aide said" after a name credits the aide."""
    met = next(c for c in claims_of("Burhan will meet President Omar Bek, an aide said.") if c.predicate == "met")
    assert credited(met) == ["aide"]


def test_two_voices_are_both_credited() -> None:
    """Speakers joined by "and" at the end of a sentence."""
    text = "Boko Haram took control of Baga, the country's second town, on Monday, residents and the army said."
    took = next(c for c in claims_of(text) if c.predicate == "took_control")
    assert credited(took) == ["residents", "army"]


def test_a_gap_between_two_events_is_no_time() -> None:
    """Of "days after the army took Ruda" the days date neither: only the whole says when, and in no days."""
    claims = claims_of("Omar Bek was seen in Aleppo days after Syrian troops captured Palmyra.")
    times = {c.predicate: c.time for c in claims}
    assert times["took_control"] is None
    seen = times["present_at"]
    assert seen is not None
    assert (seen.text, seen.value) == ("days after Syrian troops captured Palmyra", None)


def test_who_heads_what_is_not_hedged() -> None:
    """A clause that says who somebody is stays asserted inside a statement (rule 15)."""
    claims = claims_of("The ministry said that Omar Bek, who heads Hamas, visited Tikrit.")
    assert {c.predicate: held(c) for c in claims} == {"leads": "asserted", "present_at": "reported"}


def test_we_is_the_body_that_speaks() -> None:
    """Outside quotation marks "we" is the body that the text spoke for last."""
    claims = claims_of("The United States condemns the attacks. We urge all sides to talk.")
    assert [c.subject.canonical for c in claims if c.predicate == "said" and c.subject is not None] == [
        "United States",
        "United States",
    ]
