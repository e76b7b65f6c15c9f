"""Blocks → sentences → tokens, tagged and parsed in one pass of the engine."""

from __future__ import annotations

from reportedly.records.document import Document
from reportedly.records.span import Sentence, Token
from reportedly.resources.engine import Engine, Tagged
from reportedly.text import sentences as sentence_spans
from reportedly.text import tokens as token_spans
from reportedly.text.fold import same_length
from reportedly.text.lemmas import is_word, lemma

_COMMON = {"NNP": "NN", "NNPS": "NNS"}


def read_sentences(document: Document, engine: Engine) -> tuple[tuple[Sentence, ...], list[Tagged]]:
    """Sentences of the evidence blocks with their grammar, and what the engine said of each, in parallel."""
    places: list[tuple[int, int, int, list[tuple[int, int]]]] = []
    for number, block in enumerate(document.blocks):
        if not block.is_evidence:
            continue
        for start, end in sentence_spans.spans(document.text, block.start, block.end):
            if tokens := token_spans.spans(document.text, start, end):
                places.append((number, start, end, tokens))
    words = [[document.text[a:b] for a, b in tokens] for _, _, _, tokens in places]
    # parsers know straight quotes and plain hyphens; "The army’s" with a curly one is read as "The army is"
    tagged = engine.read([[same_length(w) for w in sentence] for sentence in words]) if words else []
    found = tuple(
        Sentence(block, start, end, _tokens(tokens, texts, answer))
        for (block, start, end, tokens), texts, answer in zip(places, words, tagged, strict=True)
    )
    return found, tagged


def _tokens(places: list[tuple[int, int]], words: list[str], answer: Tagged) -> tuple[Token, ...]:
    tags = [_cased(word, tag) for word, tag in zip(words, answer.tags, strict=True)]
    return tuple(
        Token(start, end, word, lemma(word, tag), tag, head, relation)
        for (start, end), word, tag, head, relation in zip(
            places, words, tags, answer.heads, answer.relations, strict=True
        )
    )


def _cased(word: str, tag: str) -> str:
    """The tag in the light of the capital, which the engine does not see: an English word without one is no name."""
    if tag in _COMMON and word[0].islower() and is_word(word):
        return _COMMON[tag]
    return tag
