"""A parse is mended before anything walks it: cycles of heads are cut, what says where hangs on its verb."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.trees import rehung
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


def test_what_says_where_hangs_on_the_verb_not_on_its_time() -> None:
    """Of "seen twice in Ruda" with "in" hung on the times, the verb has it; "days of fear" stays whole."""
    rows = [
        ("seen", "VBN", 0, "ROOT"),
        ("times", "NNS", 0, "npadvmod"),
        ("in", "IN", 1, "prep"),
        ("of", "IN", 1, "prep"),
    ]
    tokens = tuple(
        Token(start=i, end=i + 1, text=text, lemma=text, tag=tag, head=head, relation=relation)
        for i, (text, tag, head, relation) in enumerate(rows)
    )
    assert [t.head for t in rehung(tokens)] == [0, 0, 0, 1]


def test_a_participle_behind_its_noun_is_a_clause_on_it() -> None:
    """Of "dealer buying oil" the participle has an object: a clause; of "oil dealer" nothing changes."""
    rows = [("oil", "NN", 1, "compound"), ("dealer", "NN", 1, "ROOT"), ("buying", "VBG", 1, "compound"),
            ("oil", "NN", 2, "dobj")]  # fmt: skip
    tokens = tuple(
        Token(start=i, end=i + 1, text=text, lemma=text, tag=tag, head=head, relation=relation)
        for i, (text, tag, head, relation) in enumerate(rows)
    )
    assert [t.relation for t in rehung(tokens)] == ["compound", "ROOT", "acl", "dobj"]


def test_a_title_hung_on_the_word_before_belongs_to_the_name_behind_it() -> None:
    """Of "meets commander Bek" with "commander" as part of "meets": the name is met, the office is a part of it."""
    rows = [("meets", "VBZ", 0, "ROOT"), ("commander", "NN", 0, "compound"), ("Bek", "NNP", 1, "appos")]
    tokens = tuple(
        Token(start=i, end=i + 1, text=text, lemma=text, tag=tag, head=head, relation=relation)
        for i, (text, tag, head, relation) in enumerate(rows)
    )
    assert [(t.head, t.relation) for t in rehung(tokens)] == [(0, "ROOT"), (2, "compound"), (0, "dobj")]
