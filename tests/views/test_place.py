"""What is claimed to have happened at a place."""

from __future__ import annotations

import pytest

from reportedly.base.store import Store
from reportedly.errors import NotFoundError
from reportedly.views.place import place


def test_claims_at_a_place(store: Store) -> None:
    """Where it is the place, and where it is a place in another role; in order of time."""
    found = place(store, "maresh")
    assert found.keys == ("maresh",)
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
