"""Who says that an attack is theirs."""

from __future__ import annotations

import pytest
from tests.claims.extractors.reading import drafts_of, told

from reportedly.records.claim import Modality, Polarity

#: sentence → (who claims it, what was struck, where)
CLAIMED = [
    ("Boko Haram claimed responsibility for the attack in Maiduguri.", [("Boko Haram", None, "Maiduguri")]),
    ("The bombing in Kabul was claimed by the Islamic State.", [("Islamic State", None, "Kabul")]),
    ("Al-Shabaab said it carried out the attack on the hotel in Mogadishu.", [("Al-Shabaab", "hotel", "Mogadishu")]),
    ("The raids on Goma, for which the M23 claimed responsibility, killed ten.", [("M23", None, "Goma")]),
    ("The Houthis took responsibility for the strike on the tanker.", [("Houthis", "tanker", None)]),
    ("The Taliban claimed an attack on a police station in Herat.", [("Taliban", "police station", "Herat")]),
    ("The ELN has claimed the bombing of the pipeline.", [("ELN", "pipeline", None)]),
    ("Hezbollah said it was behind the attack on the outpost.", [("Hezbollah", "outpost", None)]),
    ("Hezbollah said it was responsible for the attack on the outpost.", [("Hezbollah", "outpost", None)]),
    ("The TPLF claimed responsibility.", [("TPLF", None, None)]),
    ("H: Hamas claims responsibility for Jerusalem attack", [("Hamas", None, "Jerusalem")]),
    ("Al-Shabaab owned up to the attack in Kismayo.", [("Al-Shabaab", None, "Kismayo")]),
]
BAIT = [
    "Nobody knows who bombed Kabul.",  # unknown
    "The Taliban denied responsibility for the attack.",  # denied
    "The Taliban claimed victory in Herat.",  # no attack
    "The blast claimed twelve lives in Quetta.",  # no one speaks
    "Boko Haram may claim responsibility for the attack.",  # may
    "The minister took responsibility for the budget.",  # no attack
    "Kenya takes responsibility for its citizens.",  # no attack
    "Anna Keller claimed a refund.",  # no attack
    "Kabul blamed the Taliban for the attack.",  # accused by others
    "The army said it repelled the attack on Gao.",  # not its own
    "The army said it carried out a strike on a camp in Goma.",  # it tells what it does
]


@pytest.mark.parametrize(("text", "wanted"), CLAIMED, ids=[t[:50] for t, _ in CLAIMED])
def test_claims_of_responsibility_are_told(text: str, wanted: list[tuple[str | None, ...]]) -> None:
    """Who says it, what was struck and where."""
    assert told(text, "claimed_responsibility", "subject", "object", "place") == sorted(wanted, key=str)


@pytest.mark.parametrize("text", BAIT, ids=[t[:50] for t in BAIT])
def test_bait_claims_nothing(text: str) -> None:
    """Denials, victories, budgets and accusations are no claims of responsibility."""
    assert told(text, "claimed_responsibility", "subject", positive=True) == []


@pytest.mark.parametrize(
    "text",
    [
        "No group has claimed responsibility for the blast in Quetta.",
        "Nobody has claimed the attack in Quetta.",
        "The attack in Quetta has not been claimed.",
    ],
)
def test_what_nobody_claims_is_negative(text: str) -> None:
    """Told with its place, negative, and without a subject."""
    found = [d for _, d in drafts_of(text) if d.predicate == "claimed_responsibility"]
    assert [(d.subject, d.polarity) for d in found] == [(None, Polarity.NEGATIVE)]


def test_the_claimed_attack_is_only_reported() -> None:
    """The attack goes with the claim, by the same group, in its mouth."""
    found = [d for _, d in drafts_of("Boko Haram claimed the attack on Maiduguri.") if d.predicate == "attacked"]
    assert [d.modality for d in found] == [Modality.REPORTED]
