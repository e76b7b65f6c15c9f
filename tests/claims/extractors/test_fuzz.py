"""Extractors keep their promises on any tree that a parser may answer, however wrong."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.claims.trees import Tree, made, trees

from reportedly.claims import extractors
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.records.document import Role

WORDS = (
    "rebels", "shelled", "Ruda", "killing", "12", "people", "in", "near", "the", "attack", "on", "X", "by", "Doran",
    "'s", "troops", "who", "met", "Varek", "with", "and", ",", "visited", "to", "of", "was", "seen", "picture",
    "shows", "operation", "retake", "seized", "control", "fell", "from", "left", "hostage", "released", "arrested",
    "this", "includes", "led", "fighting", "between", "Sel", "clashes", "offensive", "against", "it", "he", "dozens",
    "dead", "wounded", "bomb", "exploded", "at", "talks", "agreed", "truce",
)  # fmt: skip
NAMES = sorted(m.name for m in iter_modules(extractors.__path__))


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=150, deadline=None)
@given(tree=trees(WORDS, 12), role=st.sampled_from([Role.PARAGRAPH, Role.HEADLINE, Role.CAPTION]))
def test_drafts_stay_inside_their_sentence(name: str, tree: Tree, role: Role) -> None:
    """No tree makes an extractor fail, claim what it does not own or point outside; twice gives the same."""
    extractor = import_module(f"reportedly.claims.extractors.{name}").EXTRACTOR
    view = SentenceView(*made([tree], role), 0)
    drafts = list(extractor(view))
    assert drafts == list(extractor(view))
    for draft in drafts:
        assert draft.predicate in extractor.predicates
        assert 0 <= draft.trigger < len(view.tokens)
        assert draft.why
        assert draft.rule
        for filler in (draft.subject, draft.object, draft.place, *draft.subjects):
            assert filler is None or 0 <= filler.start < filler.end <= len(view.document.text)
