"""The stage keeps its promises on any text, and on any tree that a parser may answer, however wrong."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.claims.claiming import claims_of
from tests.claims.trees import Tree, made, trees

from reportedly.claims.finish import extract_claims
from reportedly.records.claim import Claim
from reportedly.records.document import Document, Role
from reportedly.records.wire import to_line
from reportedly.text.json_lines import dumps

WORDS = (
    "rebels", "killed", "12", "people", "in", "near", "Ruda", "the", "army", "said", "that", "according", "to",
    "officials", "“", "”", '"', ":", ",", ".", "?", "told", "Post", "denied", "it", "he", "Varek", "met", "with",
    "and", "Orev", "may", "will", "not", "if", "would", "reportedly", "alleged", "reports", "of", "claim", "was",
    "seen", "accused", "picture", "posted", "Monday", "no", "attack", "on", "by", "who", "they", "statement",
    "believed", "is",
)  # fmt: skip


def _check(document: Document, claims: tuple[Claim, ...]) -> None:
    size = len(document.text)
    assert len({claim.id for claim in claims}) == len(claims)
    for claim in claims:
        for evidence in claim.evidence:
            assert evidence.quote
            assert document.text[evidence.start : evidence.end] == evidence.quote
        spans = [claim.subject, claim.object, claim.place, claim.time, *claim.subjects, *claim.attributed_to]
        for span in spans:
            assert span is None or 0 <= span.start < span.end <= size
        assert 0 < claim.confidence < 1
        assert claim.why
        dumps(to_line(claim, document))


@settings(max_examples=400, deadline=None)
@given(
    sentences=st.lists(trees(WORDS), min_size=1, max_size=3),
    role=st.sampled_from([Role.PARAGRAPH, Role.HEADLINE, Role.CAPTION, Role.QUOTE]),
)
def test_no_tree_breaks_the_stage(sentences: list[Tree], role: Role) -> None:
    """No extractor fails, every offset holds, ids are unique, and the same input gives the same claims."""
    document, analysis = made(sentences, role)
    claims, problems = extract_claims(document, analysis)
    assert problems == ()
    assert extract_claims(document, analysis) == (claims, problems)
    _check(document, claims)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25))
def test_no_words_break_the_stage(words: list[str]) -> None:
    """Any string of words goes through the engine and the stage."""
    claims_of(" ".join(words))


@pytest.mark.parametrize("text", ["", "“", "” said", ":", "said", "X said:", "“A,” said", "According to", "?"])
def test_stumps_are_no_problem(text: str) -> None:
    """Quotation marks, colons and verbs of saying with nothing around them."""
    if text:
        assert claims_of(text) == ()
