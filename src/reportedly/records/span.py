"""Tokens and sentences: half-open character ranges of a document with their grammar."""

from __future__ import annotations

import msgspec


class Token(msgspec.Struct, frozen=True):
    """One word or mark with its grammar.

    start, end: characters in the document. lemma: lower-case base form. tag: Penn Treebank part of speech.
    head: index of the governing token in the same sentence, or its own index at the root.
    relation: ClearNLP dependency label (nsubj, dobj, nsubjpass, agent, prep, pobj, appos, relcl, conj, compound,
    poss…).
    """

    start: int
    end: int
    text: str
    lemma: str
    tag: str
    head: int
    relation: str


class Sentence(msgspec.Struct, frozen=True):
    """A sentence inside one block. block: index into `Document.blocks`."""

    block: int
    start: int
    end: int
    tokens: tuple[Token, ...]
