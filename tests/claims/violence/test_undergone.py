"""Whom "they" means in a sentence that tells what was done to somebody, after one that tells who did something."""

from __future__ import annotations

import pytest
from tests.claims.claiming import claims_of

#: text → predicate, whom in the last sentence
UNDERGONE = [
    ("The insurgents killed two farmers. They were shot dead at home.", "killed", "two farmers"),
    ("Rebels abducted two nurses. They were released on Monday.", "released", "two nurses"),
    ("Police killed two men. They were arrested on Monday.", "captured", "Police"),  # the dead are not arrested
    ("The rebels met two farmers. They were killed in Gao.", "killed", "The rebels"),  # no violence before
]


@pytest.mark.parametrize(("text", "predicate", "whom"), UNDERGONE, ids=[t[:50] for t, _, _ in UNDERGONE])
def test_they_to_whom_it_was_done_are_the_victims_before(text: str, predicate: str, whom: str) -> None:
    """Not those who did it to them, though they are the subject of the sentence before."""
    parties = [c.object for c in claims_of(text) if c.predicate == predicate]
    assert parties[-1] is not None
    assert parties[-1].name == whom
