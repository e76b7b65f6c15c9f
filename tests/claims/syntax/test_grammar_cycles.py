"""A parse with cycles of heads is cut into trees before anything walks it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportedly.claims.syntax.grammar import SentenceView
from reportedly.records.document import Block, Document, Role
from reportedly.records.mention import Analysis
from reportedly.records.span import Sentence, Token


@given(st.lists(st.integers(-1, 9), min_size=1, max_size=8))
def test_every_walk_ends_at_a_root(heads: list[int]) -> None:
    """Whatever heads a parser answers, each token reaches a token that governs itself."""
    text = "a " * len(heads)
    tokens = tuple(Token(2 * i, 2 * i + 1, "a", "a", "NN", h, "conj") for i, h in enumerate(heads))
    document = Document(id="t", text=text, blocks=(Block(role=Role.PARAGRAPH, start=0, end=len(text)),))
    view = SentenceView(document, Analysis(sentences=(Sentence(0, 0, len(text), tokens),)), 0)
    for i in range(len(heads)):
        last = [i, *view.ancestors(i)][-1]
        assert view.tokens[last].head == last
        assert i in view.subtree(view.first_conjunct(i))
