"""What holds for any text and any names in it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.mentions.toponyms.places import where_named
from reportedly.mentions.toponyms.resolve import resolve
from reportedly.resources.areas import load_areas, shape_of
from reportedly.resources.gazetteer import load_gazetteer

NAMES = (
    "Tikrit",
    "Paris",
    "Ontario",
    "Syria",
    "Aleppo",
    "the road",
    "Zzyzz",
    "Gulf",
    "Tripoli, Lebanon",
    "NY",
    "Qatraneh",
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=8), st.sampled_from([", ", " and ", " in ", ". "]))
def test_reading_twice_or_in_another_order_of_asking_gives_the_same(names: list[str], joint: str) -> None:
    """No state is kept, and the order in which spans are asked for does not count."""
    text, spans = "", []
    for name in names:
        spans.append((len(text), len(text) + len(name)))
        text += name + joint
    first = resolve(text, spans, load_gazetteer())
    assert resolve(text, spans[::-1], load_gazetteer()) == first
    by_name = {text[s:e]: sense.candidate.place.id for (s, e), sense in first.items()}
    assert all(by_name[text[s:e]] == sense.candidate.place.id for (s, e), sense in first.items())


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=30) | st.sampled_from(NAMES))
def test_any_words_may_be_asked_for(words: str) -> None:
    """Never an error; what is found can be drawn, and says why."""
    where = where_named(words, load_gazetteer())
    if where is not None:
        assert shape_of(where, load_areas()) is not None
        assert where.why
