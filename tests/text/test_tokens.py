"""How words are cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.text.tokens import spans

CASES = [
    ("US-designated", ["US", "-", "designated"]),
    ("Iran’s army", ["Iran", "’s", "army"]),
    ("Kata’ib al-Nur", ["Kata’ib", "al", "-", "Nur"]),
    ("Sana'a's port", ["Sana'a", "'s", "port"]),
    ("didn’t go", ["did", "n’t", "go"]),
    ("the U.S. and a.k.a.", ["the", "U.S.", "and", "a.k.a."]),
    ("Gen. Varek", ["Gen.", "Varek"]),
    ("1,500 men at 10:30", ["1,500", "men", "at", "10:30"]),
    ("the 1980s, a 122mm gun", ["the", "1980s", ",", "a", "122mm", "gun"]),
    ("He fled.", ["He", "fled", "."]),
]


@pytest.mark.parametrize(("text", "words"), CASES)
def test_cuts(text: str, words: list[str]) -> None:
    """Hyphens and clitics are tokens, inner apostrophes and points of abbreviations stay."""
    assert [text[a:b] for a, b in spans(text)] == words


@given(st.text(max_size=120))
def test_nothing_but_space_is_lost(text: str) -> None:
    """Tokens are ascending and hold every character that is no white space."""
    last = 0
    for start, end in spans(text):
        assert last <= start < end
        assert not text[last:start].strip()
        last = end
    assert not text[last:].strip()
