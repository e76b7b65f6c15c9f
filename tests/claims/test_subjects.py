"""Who acts, where a parser hangs subjects on the wrong verb."""

from __future__ import annotations

import pytest
from tests.claims.claiming import one

from reportedly.claims.syntax.grammar import SentenceView
from reportedly.records.document import Block, Document, Role
from reportedly.records.mention import Analysis, Chain, Form, Kind, Mention
from reportedly.records.span import Sentence, Token


def _view(rows: list[tuple[str, str, str, int]], named: tuple[int, ...] = ()) -> SentenceView:
    """A sentence of (word, tag, relation, head), with names of persons at some tokens."""
    text, tokens = "", []
    for word, tag, relation, head in rows:
        tokens.append(Token(len(text), len(text) + len(word), word, word.lower(), tag, head, relation))
        text += word + " "
    mentions = tuple(
        Mention(
            start=tokens[i].start, end=tokens[i].end, text=tokens[i].text, kind=Kind.PERSON, form=Form.NAME, block=0,
            sentence=0,
        )
        for i in named
    )  # fmt: skip
    chains = tuple(Chain(mentions=(i,), name=m.text, kind=m.kind, named=True) for i, m in enumerate(mentions))
    document = Document(id="t", text=text, blocks=(Block(role=Role.PARAGRAPH, start=0, end=len(text)),))
    analysis = Analysis(sentences=(Sentence(0, 0, len(text), tuple(tokens)),), mentions=mentions, chains=chains)
    return SentenceView(document, analysis, 0)


def test_of_two_subjects_the_nearest_acts() -> None:
    """Of "Varek was sent home, Orev said", both hung on "said": Orev said it, and Varek was sent."""
    rows = [
        ("Varek", "NNP", "nsubj", 5),
        ("was", "VBD", "auxpass", 2),
        ("sent", "VBN", "ccomp", 5),
        ("home", "RB", "advmod", 2),
        ("Orev", "NNP", "nsubj", 5),
        ("said", "VBD", "ROOT", 5),
    ]
    view = _view(rows, named=(0, 4))
    assert view.subjects(5) == [4]
    assert view.subjects(2) == [0]


def test_a_subject_that_is_no_mention_gives_way() -> None:
    """Of "Varek, a soldier all his life, left": a life leaves nothing."""
    rows = [
        ("Varek", "NNP", "nsubj", 2),
        ("life", "NN", "nsubj", 2),
        ("left", "VBD", "ROOT", 2),
    ]
    assert _view(rows, named=(0,)).subjects(2) == [0]


def test_who_is_asked_acts_wherever_the_infinitive_hangs() -> None:
    """Of "Varek urged Orev to press Kolt to leave": Kolt is to leave, although "leave" hangs on "urged"."""
    rows = [
        ("Varek", "NNP", "nsubj", 1),
        ("urged", "VBD", "ROOT", 1),
        ("Orev", "NNP", "dobj", 1),
        ("to", "TO", "aux", 4),
        ("press", "VB", "xcomp", 1),
        ("Kolt", "NNP", "dobj", 4),
        ("to", "TO", "aux", 7),
        ("leave", "VB", "xcomp", 1),
    ]
    view = _view(rows, named=(0, 2, 5))
    assert view.subjects(7) == [5]
    assert view.subjects(4) == [2]


@pytest.mark.parametrize(
    ("text", "predicate", "parties"),
    [
        ("The Sel Front and the Red Guard said they had merged.", "merged_with", {"Sel Front", "Red Guard"}),
        ("The two men, Ilo Varek and Danu Orev, signed a truce in Ruda.", "agreed", {"Ilo Varek", "Danu Orev"}),
        ("Kenya and Uganda said they had signed a truce.", "agreed", {"Kenya", "Uganda"}),
    ],
)
def test_they_and_the_two_are_both(text: str, predicate: str, parties: set[str]) -> None:
    """“A and B said they had merged”, “the two men, A and B, signed”: A and B did."""
    claim = one(text, predicate)
    assert {p.name for p in (claim.subject, claim.object) if p is not None} == parties


def test_a_description_keeps_whose_it_is() -> None:
    """“Its leaders” are told as they stand; their plain name is without the owner."""
    party = one("The coup failed, and its leaders fled to Goma.", "present_at").subject
    assert party is not None
    assert (party.name, party.canonical) == ("its leaders", "leaders")
