"""What an act of violence led to: deaths and injuries told as its result, and by whom."""

from __future__ import annotations

import pytest
from tests.claims.extractors.reading import told

#: sentence → (predicate, doer, victim, place)
RESULTS = [
    ("The army shelled Kidal, resulting in the death of a farmer.", [("killed", "army", "farmer", "Kidal")]),
    (
        "The army shelled Kidal, resulting in the death of a farmer and the injury of three women.",
        [("killed", "army", "farmer", "Kidal"), ("wounded", "army", "three women", "Kidal")],
    ),
    (
        "Rebels attacked the post in Gao, leading to injuries to four guards.",
        [("wounded", "Rebels", "four guards", "Gao")],
    ),
    (
        "The militia shelled Goma, resulting in four villagers sustaining serious injuries.",
        [("wounded", "militia", "four villagers", "Goma")],
    ),
    ("The farmers had their throats cut by the rebels in Gao.", [("killed", "rebels", "farmers", "Gao")]),
    ("The rebels slit the throats of two shepherds in Gao.", [("killed", "rebels", "two shepherds", "Gao")]),
    ("The ministry cut the budget, resulting in the closure of a school.", []),  # no violence
    ("The drought resulted in the injury of crops.", []),  # nobody
    ("They had their hair cut by a barber in Gao.", []),  # nobody is hurt
    ("The speech caused injury to his pride.", []),  # a figure of speech
]


@pytest.mark.parametrize(("text", "wanted"), RESULTS, ids=[t[:50] for t, _ in RESULTS])
def test_results_have_the_doer_and_the_place_of_their_act(text: str, wanted: list[tuple[str | None, ...]]) -> None:
    """Who did the act did what it led to, and there."""
    found = [(p, *row) for p in ("killed", "wounded") for row in told(text, p, "subject", "object", "place")]
    assert found == wanted
