"""Lines: paragraphs that were broken at a width come back whole, and nothing else is joined."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.documents.plain.lines import lines_of

LONG = (
    "The column left the town before dawn and took the river road, because the bridge on the main road had been mined. "
    "Nobody in the villages had been told, and by noon the first families were on the move with what they could carry."
)


def _texts(text: str) -> list[str]:
    return [" ".join(text[line.start : line.end].split()) for line in lines_of(text)]


@pytest.mark.parametrize("width", [64, 72, 80, 100])
@pytest.mark.parametrize("indent", ["", "   "])
def test_broken_paragraphs_come_back_whole(width: int, indent: str) -> None:
    """Whatever the width and the indent."""
    paragraphs = [LONG, "A short one stands between.", LONG, LONG + " " + LONG]
    broken = [textwrap.fill(p, width, initial_indent=indent, subsequent_indent=indent) for p in paragraphs]
    assert _texts("\n\n".join(broken)) == paragraphs


def test_short_last_lines_end_paragraphs() -> None:
    """Without empty lines between paragraphs, a last line with room left ends one."""
    paragraphs = [LONG, "A short one stands between.", LONG]
    assert _texts("\n".join(textwrap.fill(p, 72) for p in paragraphs)) == paragraphs


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        (" \n\t\n\u00a0", 0),
        ("One line", 1),
        ("One\nTwo\nThree", 3),
        ("One\r\nTwo\r\rThree", 3),
        ("One\u2028Two\x0cThree", 3),
        (f"{LONG}\n{LONG}\n{LONG}", 3),
        ("\x00\n\x00", 2),
    ],
)
def test_lines_are_lines_where_nothing_was_broken(text: str, count: int) -> None:
    """Long lines are paragraphs, short ones are what they are, and every sort of line end counts."""
    assert len(lines_of(text)) == count


def test_list_marks_open_lines() -> None:
    """An item of a broken list is whole, and the next one is another."""
    items = [
        f"* {LONG}",
        f"* {LONG}",
        "1. First of all, a number is a mark too, and what follows it is an item of its own.",
    ]
    text = "\n".join(textwrap.fill(item, 76, subsequent_indent="  ") for item in items)
    assert _texts(text) == items
    assert [line.bullet for line in lines_of(text)] == ["*", "*", "1."]


def test_numbers_indents_and_gaps() -> None:
    """Lines know where they stood."""
    (first, second) = lines_of("\n  • One\n\n\n    Two")
    assert (first.number, first.indent, first.bullet, first.gap) == (2, 2, "•", 0)
    assert (second.number, second.indent, second.bullet, second.gap) == (5, 4, "", 2)


@given(st.text(alphabet=st.sampled_from("ab .-*\n\r\t\u00a0\x00\u2028é"), max_size=400))
def test_lines_hold_all_but_white_space(text: str) -> None:
    """Lines are in order, and what stands between them is white space."""
    position = 0
    for line in lines_of(text):
        assert line.start >= position
        assert text[position : line.start].strip() == ""
        assert text[line.start : line.end] == text[line.start : line.end].strip() != ""
        position = line.end
    assert text[position:].strip() == ""
