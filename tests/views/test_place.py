"""What is claimed to have happened at a place."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.base.reports import fill

from reportedly.base.store import Store
from reportedly.errors import NotFoundError
from reportedly.records.where import Precision, Where
from reportedly.testing import make_reading
from reportedly.views.place import place


def test_claims_at_a_place(store: Store) -> None:
    """Where it is the place, and where it is a place in another role; in order of time."""
    found = place(store, "maresh")
    assert (found.keys, found.names) == (("maresh",), ("Maresh",))
    assert [one.sentence for one in found.claims] == [
        "Danu Orev was present in Maresh",
        "Danu Orev was present in Maresh",
        "Ash Brigade attacked Maresh by shelling",
    ]


@pytest.mark.parametrize("words", ["Danu Orev", "Mares", "", "…"])
def test_no_place(store: Store, words: str) -> None:
    """A person, half a word, nothing: one line."""
    with pytest.raises(NotFoundError, match="placed at"):
        place(store, words)


def test_distances_count_from_the_place_itself(tmp_path: Path) -> None:
    """Where reports only say “near Maresh”, what is asked for is Maresh: the circle around it is not inside it."""
    near = Where(
        start=20, end=26, name="Maresh", canonical="Maresh", qualifier="near", precision=Precision.NEAR,
        latitude=36.49, longitude=37.19, radius_km=25.0, country="SY", place=1,
    )  # fmt: skip
    claim = {"predicate": "present_at", "evidence": "Orev was seen near Maresh.", "subject": "Orev", "place": near}
    with fill(tmp_path / "near.db", make_reading("Orev was seen near Maresh.", claims=[claim])) as base:
        found = place(base, "Maresh", within_km=20)
    assert found.target is not None
    assert (found.target.precision, found.target.radius_km) == (Precision.SETTLEMENT, None)
    assert [(one.fit.certainty, one.fit.farthest_km) for one in found.found if one.fit] == [
        ("possible", pytest.approx(25, abs=1))
    ]
