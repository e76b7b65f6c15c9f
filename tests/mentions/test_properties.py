"""What holds for any text."""

from __future__ import annotations

import random

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.mentions.reading import document_of

from reportedly.mentions.analyse import analyse
from reportedly.records.document import Block, Document, Role
from reportedly.records.mention import Analysis
from reportedly.resources.engine import Engine, Tagged, TaggedSpan

WORDS = [
    *(
        "the",
        "Third",
        "Guard",
        "al",
        "Amin",
        "Varek",
        "Gen.",
        "of",
        "and",
        ",",
        ".",
        "“",
        "”",
        "(",
        ")",
        "-",
        "’s",
        "US",
    ),
    *(
        "Iranian",
        "backed",
        "militia",
        "leader",
        "said",
        "he",
        "she",
        "they",
        "it",
        "its",
        "in",
        "Hilla",
        "province",
        "é",
    ),
    *(
        "northern",
        "Kenya",
        "Kenyans",
        "President",
        "Abu",
        "Talib",
        "group",
        "’",
        "\n",
        "\u200b",
        "İ",
        "ß",
        "م",
        "7th",
        "50",
    ),
]


class Wild:
    """An engine that answers at random, but within its contract: the stage must stand any tree and any spans."""

    version = "wild/1"

    def read(self, sentences: list[list[str]]) -> list[Tagged]:
        """Random tags, heads and spans, the same for the same words."""
        return [self._one(words) for words in sentences]

    def _one(self, words: list[str]) -> Tagged:
        dice = random.Random(" ".join(words))
        size = len(words)
        firsts = sorted(dice.sample(range(size), min(size, 3)))
        kinds = ["Person", "Place", "Organisation", "Group", "Other"]
        spans = tuple(
            TaggedSpan(f, min(size - 1, f + dice.randrange(4)), dice.choice(kinds), dice.random()) for f in firsts
        )
        tags = ["NN", "NNP", "NNS", "VBD", "VBN", "JJ", "DT", "PRP", "PRP$", "IN", "POS", "CD", "CC", ",", "HYPH"]
        labels = [
            "nsubj",
            "dobj",
            "pobj",
            "ROOT",
            "appos",
            "conj",
            "poss",
            "attr",
            "relcl",
            "advcl",
            "compound",
            "prep",
        ]
        return Tagged(
            spans,
            tuple(dice.choice(tags) for _ in words),
            tuple(dice.randrange(size) for _ in words),
            tuple(dice.choice(labels) for _ in words),
        )


def check(document: Document, analysis: Analysis) -> None:
    """Every range lies in its block and says what the text says; chains are a partition of the mentions."""
    for sentence in analysis.sentences:
        block = document.blocks[sentence.block]
        assert block.start <= sentence.start < sentence.end <= block.end
        assert all(sentence.start <= t.start < t.end <= sentence.end for t in sentence.tokens)
        assert all(0 <= t.head < len(sentence.tokens) for t in sentence.tokens)
    for mention in analysis.mentions:
        sentence = analysis.sentences[mention.sentence]
        assert sentence.start <= mention.start < mention.end <= sentence.end
        assert mention.block == sentence.block
        assert document.text[mention.start : mention.end] == mention.text
    places = [(m.start, -m.end) for m in analysis.mentions]
    assert places == sorted(set(places))
    assert sorted(i for c in analysis.chains for i in c.mentions) == list(range(len(analysis.mentions)))
    for when in analysis.times:
        assert document.text[when.start : when.end] == when.text


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_any_words_and_any_tree(text: str) -> None:
    """No text and no answer of an engine makes the stage fail or leave a block."""
    document = document_of(text)
    check(document, analyse(document, Wild()))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    """Nor do characters that are no words."""
    document = document_of(text)
    check(document, analyse(document, Wild()))


TEXT = (
    "Third Guard leader reportedly in Hilla\nTomas Varek, the head of the Third Guard, was seen near Hilla with Omar "
    "Dahir. He praised Iranian-backed militias. The Dawn Movement (DM) denied it. “We fight on,” the DM said."
)


def test_the_same_document_gives_the_same_analysis(engine: Engine) -> None:
    """Reading twice, and after another document, gives byte for byte the same."""
    first = msgspec.json.encode(analyse(document_of(TEXT), engine))
    analyse(document_of("Hamid al Rashidi is a town. Hilla said no."), engine)
    assert msgspec.json.encode(analyse(document_of(TEXT), engine)) == first


def test_only_evidence_is_read(engine: Engine) -> None:
    """Bylines and comments give no sentences and no mentions."""
    text = "Peter Marsh\nTomas Varek was seen in Hilla.\nOmar Dahir says: nonsense!"
    roles = (Role.BYLINE, Role.PARAGRAPH, Role.COMMENT)
    starts = [0, text.index("Tomas"), text.index("Omar")]
    ends = [*(s - 1 for s in starts[1:]), len(text)]
    blocks = tuple(Block(role=r, start=a, end=b) for r, a, b in zip(roles, starts, ends, strict=True))
    analysis = analyse(Document(id="t", text=text, blocks=blocks), engine)
    assert [m.text for m in analysis.mentions] == ["Tomas Varek", "Hilla"]


def test_an_empty_document_has_an_empty_analysis(engine: Engine) -> None:
    """Nothing in, nothing out."""
    assert analyse(Document(id="t", text="", blocks=()), engine) == Analysis()
