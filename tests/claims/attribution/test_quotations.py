"""Quotation marks, straight and curly, over sentences and paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.claims.attribution.quotations import find_quotations
from reportedly.testing import make_document

#: blocks → the words between marks
QUOTED = [
    (["He said “no” and left."], ["no"]),
    (['He said "no" and left.'], ["no"]),
    (["“One,” he said. “Two. Three.”"], ["One,", "Two. Three."]),
    # a paragraph that is never closed goes on in the next
    (["“One.", "“Two.”"], ["One.", "Two."]),
    # doubled marks count once, and marks around a whole paragraph do not hide the inner ones
    (['It is called ""the Guard"" here.'], ["the Guard"]),
    # inches and apostrophes are no quotation
    (['A 6" gun and the army\'s 12" gun.'], []),
    (["The guard’s men and ‘them’ alone."], ["them"]),  # single marks, where there are no others
    (["‘The guards’ camp is empty’, he said."], ["The guards’ camp is empty"]),  # a plural’s apostrophe closes nothing
    (["“Call it ‘a camp’ then,” he said of the guard’s men."], ["Call it ‘a camp’ then,"]),
    (["The guards’ camp is empty."], []),
]


@pytest.mark.parametrize(("blocks", "found"), QUOTED)
def test_quotations_are_found(blocks: list[str], found: list[str]) -> None:
    """The words without the marks, in order."""
    document = make_document(*blocks)
    assert [document.text[q.start : q.end] for q in find_quotations(document)] == found


def test_an_open_quotation_is_carried_on() -> None:
    """The next paragraph that opens with a mark goes on with it."""
    first, second = find_quotations(make_document("“One.", "“Two.”"))
    assert (first.closed, second.carried) == (False, True)


@given(st.lists(st.text(alphabet="ab \"“”«»'’.,6\n", max_size=30).filter(str.strip), min_size=1, max_size=3))
def test_quotations_stay_in_their_blocks(blocks: list[str]) -> None:
    """Whatever the marks, ranges are ordered, never overlap and never leave their block."""
    document = make_document(*blocks)
    end = 0
    for quotation in find_quotations(document):
        block = document.blocks[quotation.block]
        assert block.start <= quotation.start <= quotation.end <= block.end
        assert quotation.start >= end
        end = quotation.end
