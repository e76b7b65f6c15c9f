"""Where expressions of time stand in a sentence: at each token the longest match of a rule or a name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import msgspec

from reportedly.mentions.times.grammar import OTHER, Grammar, Parts, load_grammar
from reportedly.mentions.times.named import Named, named_at
from reportedly.mentions.times.tokens import Token, texts_of, tokens_from

Found = Parts | Named


class Line(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A sentence cut into tokens. text: of the document; words: of the tokens; symbols: one character for each, as the
    grammar has it.
    """

    text: str
    start: int
    end: int
    words: list[str]
    symbols: str

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens, made where something may be found in them."""
        return tuple(tokens_from(self.text, self.start, self.words))


class Candidates(msgspec.Struct, frozen=True, kw_only=True):
    """What may be read of some words, the best first. start, end: characters; line: index of the sentence."""

    line: int
    start: int
    end: int
    found: tuple[Found, ...]


def line_of(text: str, start: int, end: int) -> Line:
    """The sentence at `text[start:end]`."""
    words = texts_of(text, start, end)
    return Line(text=text, start=start, end=end, words=words, symbols=load_grammar().symbols(words))


def expressions_in(line: Line, index: int) -> Iterator[Candidates]:
    """The expressions of a sentence, ascending, not overlapping."""
    grammar, at, count = load_grammar(), 0, len(line.symbols)
    while match := grammar.starter.search(line.symbols, at):
        at = match.start()
        if line.symbols[at : at + 2] not in grammar.openings and match[0] not in grammar.openings:
            at += 1
            continue
        found = _longest(grammar, line, at, count - 1)
        if found:
            yield _candidates(line, index, found)
        at = found[0].last + 1 if found else at + 1


def _candidates(line: Line, index: int, found: list[Found]) -> Candidates:
    first, last = line.tokens[found[0].first], line.tokens[found[0].last]
    return Candidates(line=index, start=first.start, end=last.end, found=tuple(found))


def _longest(grammar: Grammar, line: Line, at: int, most: int) -> list[Found]:
    """All that match at a token, the longest first, in the order of the rules where they are equal."""
    found: list[Found] = []
    symbols = line.symbols
    for rule in grammar.rules_at(symbols, at):
        if rule.matcher.match(symbols, at) is None:  # most are none: the match itself is asked for what remains
            continue
        parts = grammar.match(rule, line, at)
        if parts is not None and parts.first == at and parts.last <= most:
            found.append(parts)
    if symbols[at] in grammar.named and (named := named_at(line.words, at)) and named.last <= most:
        found.append(named)
    return sorted(found, key=lambda f: -f.last) if len(found) > 1 else found


def spans_in(line: Line, index: int, start: int, end: int) -> Candidates | None:
    """What may be read of a span that someone else found; None where it holds no words of the sentence.

    First the rules that take the whole of it, those for given spans too; then those that take it without its first
    words ("nearly", "the"); then the longest expression inside.
    """
    inside = [i for i, t in enumerate(line.tokens) if t.end > start and t.start < end]
    if not inside:
        return None
    grammar, first, last = load_grammar(), inside[0], inside[-1]
    found: list[Found] = []
    for at in range(first, min(first + 4, last + 1)):
        for rule in grammar.rules_at(line.symbols, at, given=True):
            parts = grammar.match(rule, line, at)
            if parts is not None and (parts.first, parts.last) == (at, last):
                found.append(parts)
        if (named := named_at(line.words, at)) and named.last == last:
            found.append(named)
    at = first
    inner: list[Found] = []
    while at <= last:
        longest = _longest(grammar, line, at, last) if line.symbols[at] != OTHER or not inner else []
        inner += longest
        at = longest[0].last + 1 if longest else at + 1
    return Candidates(line=index, start=start, end=end, found=(*found, *inner))
