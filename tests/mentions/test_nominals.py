"""Descriptions: where they begin and end, and what they describe."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.mentions.reading import Read

from reportedly.records.mention import Form

Reader = Callable[[str], Read]

FOUND = [
    ("Two police officers were killed in Hilla.", "Two police officers", "StateBody"),
    ("At least 28 people died.", "At least 28 people", "Population"),
    ("The blast killed more than 60 civilians.", "more than 60 civilians", "Population"),
    ("Hundreds of Afghan refugees fled.", "Hundreds of Afghan refugees", "Population"),
    ("They armed Iranian-backed militias.", "Iranian-backed militias", "Group"),
    ("The group’s deputy leader fled.", "The group’s deputy leader", "Person"),
    ("The leader of the Dawn Front fled.", "The leader of the Dawn Front", "Person"),
    ("Members of the Security Council met.", "Members of the Security Council", "Group"),
    ("The foreign secretary smiled.", "The foreign secretary", "Person"),
    ("Residents said so.", "Residents", "Population"),
    ("The rebels fled from the base.", "the base", "Facility"),
    ("At least 12 were wounded.", "At least 12", "Population"),
    ("A coalition airstrike hit it.", "coalition", "Group"),
    ("They carried the badly wounded out.", "the badly wounded", "Population"),
    ("The three were shot on Monday.", "The three", "Population"),
    ("Another said that he fled.", "Another", "Person"),
    ("A fourth died on Monday.", "A fourth", "Person"),
]


@pytest.mark.parametrize(("text", "words", "kind"), FOUND)
def test_found(read: Reader, text: str, words: str, kind: str) -> None:
    """A description goes from its article or measure to its noun and an of-phrase, and has its noun's kind."""
    mention = read(text).mention(words)
    assert (mention.form, mention.kind.value) == (Form.NOMINAL, kind)


NOT_FOUND = [
    ("Militia leader Omar Dahir fled.", "Militia leader"),  # a title
    ("It was a good day.", "a good day"),  # a time
    ("It is clear that they left.", "It"),  # stands for nothing
    ("He was seen helping direct militias.", "direct militias"),  # "direct" is the verb
    ("Strikes that targeted stations went on.", "targeted stations"),
    ("The wounded men left.", "The wounded"),
    ("He paid for one of the cars.", "one"),
    ("The three shells fell on Monday.", "The three"),
]


@pytest.mark.parametrize(("text", "words"), NOT_FOUND)
def test_not_found(read: Reader, text: str, words: str) -> None:
    """These words are no mention."""
    assert not read(text).has(words)
