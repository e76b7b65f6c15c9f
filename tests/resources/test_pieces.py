"""Word shapes, and pieces of words."""

from __future__ import annotations

import pytest

from reportedly.resources.pieces import MOST_PIECES, Pieces, Shape, shape
from reportedly.resources.weights import load_weights


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("militia", Shape.LOWER),
        ("Ruda", Shape.CAPITAL),
        ("ISIL", Shape.CAPITALS),
        ("A", Shape.LETTER),
        ("U.S.", Shape.CAPITALS),
        ("al-Ruda", Shape.MIXED),
        ("1,500", Shape.NUMBER),
        ("M23", Shape.CODE),
        ("122mm", Shape.CODE),
        (";", Shape.MARK),
        ("", Shape.MARK),
    ],
)
def test_shapes(word: str, expected: Shape) -> None:
    """How a word is written."""
    assert shape(word) == expected


def test_pieces_of_a_word_do_not_depend_on_what_was_cut_before() -> None:
    """Words are cut alone, one to MOST_PIECES pieces each; what is invisible is the unknown piece."""
    pieces = Pieces(load_weights().tokenizer)
    once = [pieces.ids(w) for w in ("town", "Kata'ib", "\u200b", "a-" * 500)]
    again = [pieces.ids(w) for w in ("a-" * 500, "\u200b", "Kata'ib", "town")]
    assert once == again[::-1]
    assert once[2] == (pieces.unknown,)
    assert len(once[3]) == MOST_PIECES
