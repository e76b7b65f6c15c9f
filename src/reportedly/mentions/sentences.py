"""Blocks → sentences → tokens, tagged and parsed in one pass of the engine.

What no report is as long as is cut: time and memory stay in bounds whatever the text, and what was cut is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from reportedly.mentions.told import problems_told
from reportedly.mentions.trees import mended
from reportedly.records.document import Document
from reportedly.records.reading import Problem
from reportedly.records.span import Sentence, Token
from reportedly.resources.engine import Engine, Tagged
from reportedly.text import sentences as sentence_spans
from reportedly.text import tokens as token_spans
from reportedly.text.fold import same_length
from reportedly.text.lemmas import is_word, lemma

#: Words and marks of one document that are read: those of a report of some eighty pages.
MOST_TOKENS: Final = 40_000
#: Characters of one document that are read; what needs more for as many words is no prose.
MOST_CHARACTERS: Final = 400_000
#: Sentences longer than these characters, with more characters a word than these, are no prose (encoded data).
_MOST_WORDLESS: Final = 1_000
_LONGEST_WORDS: Final = 12
#: Words and marks of one sentence; longer ones are read in parts.
LONGEST: Final = 600
_POINTS = frozenset(".;?!")

_COMMON = {"NNP": "NN", "NNPS": "NNS"}


class Place(msgspec.Struct, frozen=True):
    """Where a sentence stands, and its tokens."""

    block: int
    start: int
    end: int
    tokens: list[tuple[int, int]]


class Cut(msgspec.Struct, frozen=True, kw_only=True):
    """What was not read as it stands. unread: characters of evidence beyond the most. wordless: characters of sentences
    that are no prose. parted: sentences that were read in parts."""

    unread: int = 0
    wordless: int = 0
    parted: int = 0


def sentence_places(document: Document) -> tuple[list[Place], Cut]:
    """The sentences of the evidence blocks, as far as they are read, and what was cut."""
    found: list[Place] = []
    tokens = characters = parted = unread = wordless = 0
    for number, block in enumerate(document.blocks):
        if not block.is_evidence:
            continue
        stop = block.start
        if tokens < MOST_TOKENS and characters < MOST_CHARACTERS:
            stop = min(block.end, block.start + MOST_CHARACTERS - characters)
            for start, end in sentence_spans.spans(document.text, block.start, stop):
                if tokens >= MOST_TOKENS:
                    stop = start
                    break
                cut = token_spans.spans(document.text, start, end)
                if end - start > max(_MOST_WORDLESS, _LONGEST_WORDS * len(cut)):
                    wordless += end - start
                elif cut:
                    read = cut[: MOST_TOKENS - tokens]
                    found += _parts(
                        document.text, Place(number, start, end if len(read) == len(cut) else read[-1][1], read)
                    )
                    parted += len(cut) > LONGEST
                    tokens += len(read)
                    if len(read) < len(cut):
                        stop = read[-1][1]
                        break
        characters += stop - block.start
        unread += block.end - stop
    return found, Cut(unread=unread, wordless=wordless, parted=parted)


def _parts(text: str, place: Place) -> Iterator[Place]:
    """A sentence whole, or in parts of LONGEST tokens at most, cut behind a point where one stands in time."""
    if len(place.tokens) <= LONGEST:
        yield place
        return
    begin = 0
    while begin < len(place.tokens):
        end = min(begin + LONGEST, len(place.tokens))
        if end < len(place.tokens):
            points = (i for i in range(end, begin, -1) if text[slice(*place.tokens[i - 1])] in _POINTS)
            end = next(points, end)
        tokens = place.tokens[begin:end]
        yield Place(place.block, tokens[0][0], tokens[-1][1], tokens)
        begin = end


def problems_of(document: Document, cut: Cut) -> tuple[Problem, ...]:
    """What a person is told of a cut."""
    told = []
    if cut.unread:
        whole = sum(block.end - block.start for block in document.blocks if block.is_evidence)
        message = (
            f"It is longer than any report ({MOST_TOKENS:,} words or {MOST_CHARACTERS:,} characters at most): only the"
            f" first {100 * (whole - cut.unread) // whole} % were read for claims. Cut it into single reports."
        )
        told.append(("too-long", message))
    if cut.wordless:
        message = f"{cut.wordless:,} characters are no words (encoded data?) and were not read. Is it the text alone?"
        told.append(("not-prose", message))
    if cut.parted:
        message = (
            f"Sentences of more than {LONGEST} words were read in parts ({cut.parted}): claims across the parts are"
            " lost. Check whether the text kept its points and line ends."
        )
        told.append(("long-sentence", message))
    return problems_told(document, "sentences", told)


def read_sentences(document: Document, engine: Engine) -> tuple[tuple[Sentence, ...], list[Tagged]]:
    """Sentences of the evidence blocks with their grammar, and what the engine said of each, in parallel."""
    return tag(document, sentence_places(document)[0], engine)


def tag(document: Document, places: Sequence[Place], engine: Engine) -> tuple[tuple[Sentence, ...], list[Tagged]]:
    """The sentences at some places with their grammar, and what the engine said of each, in parallel."""
    words = [[document.text[a:b] for a, b in place.tokens] for place in places]
    # parsers know straight quotes and plain hyphens; "The army’s" with a curly one is read as "The army is"
    plain = [[same_length(w) for w in sentence] for sentence in words]
    tagged = [mended(w, t) for w, t in zip(plain, engine.read(plain) if words else [], strict=True)]
    found = tuple(
        Sentence(place.block, place.start, place.end, _tokens(place.tokens, texts, answer))
        for place, texts, answer in zip(places, words, tagged, strict=True)
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
