"""What the stage works on: a sentence with its lookups, and candidates for mentions in it."""

from __future__ import annotations

import unicodedata
from functools import cached_property

import msgspec

from reportedly.records.mention import Form, Kind
from reportedly.records.span import Sentence, Token
from reportedly.resources.engine import Tagged
from reportedly.text.fold import same_length


def plain(word: str) -> str:
    """Lower case without accents, for looking up."""
    if word.isascii():
        return word.lower()
    folded = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)).lower()
    return folded or word


class Line:
    """One sentence ready for questions about its words. Immutable; everything is by token index."""

    def __init__(self, index: int, sentence: Sentence, tagged: Tagged, text: str) -> None:
        self.index = index
        self.sentence = sentence
        self.tokens: tuple[Token, ...] = sentence.tokens
        self.text = text
        self.spans = tagged.spans
        self.words = tuple(same_length(t.text) for t in self.tokens)
        self.lows = tuple(plain(w) for w in self.words)
        self.tags = tuple(t.tag for t in self.tokens)

    def __len__(self) -> int:
        return len(self.tokens)

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """Dependents of each token, in order."""
        found: list[list[int]] = [[] for _ in self.tokens]
        for i, token in enumerate(self.tokens):
            if token.head != i:
                found[token.head].append(i)
        return tuple(tuple(c) for c in found)

    @cached_property
    def cased(self) -> bool:
        """Whether capitals tell names here: not in headings in title case, not in lines in capitals or without any."""
        letters = [w for w in self.words if w[0].isalpha()]
        long = [w for w in letters if len(w) > 3 and w.isalpha()]
        if len(letters) < 4 or not long:
            return not all(w.isupper() for w in letters)
        capitals = sum(w[0].isupper() for w in long)
        shouting = sum(w.isupper() for w in letters)
        if shouting > 0.6 * len(letters) and len(letters) > 3:
            return False
        if sum(w == "-" and self.gap(i) and i > 0 and self.gap(i - 1) for i, w in enumerate(self.words)) > 1:
            return True  # a row of a table
        # a line of names is not a heading: a heading has its verbs and common nouns in capitals too
        return not (capitals > 0.8 * len(long) and len(letters) >= 5 and self.words[-1] not in '.!?”"')

    @cached_property
    def openings(self) -> frozenset[int]:
        """Tokens that have a capital whatever they are: the first, and the first of a quotation or after a colon."""
        found, fresh = set(), True
        for i, word in enumerate(self.words):
            if fresh and word[0].isalnum():
                found.add(i)
                fresh = False
            elif word in {'"', ":", "•", "*"} or (word == "-" and (i == 0 or (self.gap(i - 1) and self.gap(i)))):
                fresh = word != "-" or i == 0
            elif word in ".!?" and i + 1 < len(self.words) and i > 0:
                asked = i == 1 and self.words[0] in {"Q", "A"}
                fresh = asked or len(self.words[i - 1]) > 1 or self.words[i - 1].isdigit()  # no initial
        return frozenset(found)

    def path(self, i: int) -> tuple[int, ...]:
        """The tokens that govern token i, nearest first."""
        found: list[int] = []
        while (head := self.tokens[i].head) != i and head not in found and len(found) < 60:
            found.append(head)
            i = head
        return tuple(found)

    def clause(self, i: int) -> int:
        """The verb (or root) of the clause that token i stands in."""
        for k in (i, *self.path(i)):
            if self.tags[k][:1] in {"V", "M"} and self.tokens[k].relation not in {"aux", "auxpass", "amod", "compound"}:
                return k
        path = self.path(i)
        return path[-1] if path else i

    def gap(self, i: int) -> bool:
        """Whether white space follows token i."""
        return i + 1 >= len(self.tokens) or self.tokens[i].end < self.tokens[i + 1].start

    def capital(self, i: int) -> bool:
        """Whether token i begins with a capital or is a number with capitals ("M23", "al-Qaeda" is three tokens)."""
        word = self.words[i]
        return (
            word[0].isupper()
            or (not word[0].isdigit() and any(c.isupper() for c in word[1:]))
            or (word[0].isdigit() and any(c.isupper() for c in word))
        )

    def characters(self, first: int, last: int) -> tuple[int, int]:
        """Character range of tokens first..last."""
        return self.tokens[first].start, self.tokens[last].end

    def surface(self, first: int, last: int) -> str:
        """The verbatim words of tokens first..last."""
        return self.text[self.tokens[first].start : self.tokens[last].end]

    def head_of(self, first: int, last: int) -> int:
        """The token of first..last that governs the others (the last one where the tree does not say)."""
        for i in range(last, first - 1, -1):
            head = self.tokens[i].head
            if head == i or not first <= head <= last:
                return i
        return last


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """Tokens first..last of one sentence that may become a mention.

    head: the governing token. plural: None where the words do not say. gender: "male", "female" or None.
    country: the state that an adjective or name stands for, by its usual name. may_be_person: of a name, its kind is so
    unsure that "he" may yet tell it. why: what found it.
    """

    line: int
    first: int
    last: int
    head: int
    form: Form
    kind: Kind
    score: float = 1.0
    title: str | None = None
    plural: bool | None = None
    gender: str | None = None
    country: str | None = None
    may_be_person: bool = False
    why: str = ""

    def overlaps(self, first: int, last: int) -> bool:
        """Whether it shares a token with first..last."""
        return self.first <= last and first <= self.last
