"""Numbers of dead and wounded as reports word them."""

from __future__ import annotations

import pytest

from reportedly.claims.violence.casualties import read_count, together
from reportedly.records.claim import Count

#: words → low, best, high
COUNTS = [
    ("12 people", 12, 12, 12),
    ("six", 6, 6, 6),
    ("1,200 people", 1200, 1200, 1200),
    ("twenty-five men", 25, 25, 25),
    ("one hundred and four prisoners", None, 104, None),
    ("at least 12 people", 12, 12, None),
    ("more than 20 militants", 20, 20, None),
    ("107 or more", 107, 107, None),
    ("no fewer than nine policemen", 9, 9, None),
    ("up to 30", None, 30, 30),
    ("nearly 300", None, 300, 300),
    ("as many as 90 rebels", None, 90, 90),
    ("about 40 villagers", None, 40, None),
    ("some 40 villagers", None, 40, None),
    ("a dozen", None, 12, None),
    ("two dozen fighters", None, 24, None),
    ("between 10 and 15 soldiers", 10, None, 15),
    ("10 to 15 soldiers", 10, None, 15),
    ("10-15 soldiers", 10, None, 15),
    ("dozens of others", None, None, None),
    ("scores", None, None, None),
    ("hundreds of people", None, None, None),
    ("no one", 0, 0, 0),
]


@pytest.mark.parametrize(("text", "low", "best", "high"), COUNTS)
def test_words_fix_bounds(text: str, low: int | None, best: int | None, high: int | None) -> None:
    """A number is read with what its words leave open, and the words are kept."""
    count = read_count(text)
    assert count == Count(words=text, low=low, best=best, high=high)


@pytest.mark.parametrize("text", ["civilians", "a soldier", "the governor", "villagers near Ruda"])
def test_no_number_gives_no_count(text: str) -> None:
    """Words without a number give none."""
    assert read_count(text) is None


def test_sum_keeps_an_open_ceiling() -> None:
    """Two counts add up; where one has no ceiling, the sum has none."""
    two = read_count("two soldiers")
    more = read_count("at least three civilians")
    assert two is not None
    assert more is not None
    assert together([two, more]) == Count(words="two soldiers and at least three civilians", low=5, best=5, high=None)


def test_nothing_adds_up_to_nothing() -> None:
    """No counts, no sum."""
    assert together([]) is None
