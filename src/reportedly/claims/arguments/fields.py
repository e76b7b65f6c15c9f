"""Entries of lists and tables: "Ilo Varek – born 1970 – commander of the Third Guard", "Third Guard; commander: X".

An entry is cut by dashes, semicolons and bars; its head is the name that opens it, and what follows is said of that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import msgspec

from reportedly.claims.arguments.parties import filler
from reportedly.claims.extractor import Filler
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.hanging import answered_once
from reportedly.records.mention import AGENTS, Form, Kind
from reportedly.resources.lexicon import mapping, words

_CUT: Final = re.compile(r"\s+[–—|]\s+|\s+-\s+|;\s+")
_LABEL: Final = re.compile(r"[\s(]*([A-Za-z][A-Za-z.’'/ -]{1,26}?)(?::|\s[–—])\s+")
_NUMBER: Final = re.compile(r"\s*(?:\(?\d{1,4}[.)]|[•●▪*-])\s+")
#: An entry's head stands in its block at most that many sentences before.
_BEFORE: Final = 6


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of an entry. label: its word in lower case, None without one; start, end: its value's characters."""

    label: str | None
    start: int
    end: int


@answered_once
def fields(view: SentenceView) -> tuple[Field, ...]:
    """The pieces of a sentence that is an entry, in order; none where it is no entry."""
    text, begin = view.text, view.sentence.start
    number = _NUMBER.match(text)
    at = number.end() if number else 0
    found: list[Field] = []
    for cut in [*_CUT.finditer(text, at), None]:
        end = len(text.rstrip(" .")) if cut is None else cut.start()
        label = _LABEL.match(text, at, end + 1)
        known = label is not None and _meaning(label.group(1)) is not None
        start = label.end() if label is not None and known else at
        name = label.group(1).strip().lower() if label is not None and known else None
        if start < end:
            found.append(Field(label=name, start=begin + start, end=begin + end))
        at = len(text) if cut is None else cut.end()
    return tuple(found) if len(found) > 1 or any(f.label for f in found) else ()


def meaning(field: Field) -> str | None:
    """What the label of a field stands for, by the table ("leads", "seat", "nationality" …)."""
    return None if field.label is None else _meaning(field.label)


def _meaning(label: str) -> str | None:
    return mapping("entries", "labels").get(label.strip().lower())


def head_of(view: SentenceView) -> Filler | None:
    """Whose entry a sentence is, or belongs to: the name that opens it or its block."""
    here: SentenceView | None = view
    for step in range(_BEFORE):
        if here is None or here.sentence.block != view.sentence.block:
            return None
        pieces = fields(here)
        if pieces and (step == 0 or _continues(view)):
            own = _opens_with(here, pieces[0])
            if own is not None:
                return own
        here = here.previous
    return None


def _continues(view: SentenceView) -> bool:
    """Whether a sentence after the first goes on with the entry: it opens with a label or with an office."""
    pieces = fields(view)
    opens = view.lows[0] in words("entries", "goes_on") or any(
        head == 0 or view.mention(m).start == view.sentence.start
        for m, head in view.heads.items()
        if _is_office(view, m)
    )
    return bool(pieces and pieces[0].label) or (opens and not any(t.tag in {"VBD", "VBZ", "VBP"} for t in view.tokens))


def _is_office(view: SentenceView, mention: int) -> bool:
    return view.mention(mention).form == Form.NOMINAL and view.mention(mention).kind == Kind.PERSON


def _opens_with(view: SentenceView, first: Field) -> Filler | None:
    if first.label is not None and _meaning(first.label) != "name":
        return None
    for m in view.mentions:
        mention = view.mention(m)
        lead = view.document.text[first.start : mention.start]
        titled = mention.title is not None and lead.strip() == mention.title
        if mention.form == Form.NAME and mention.kind in AGENTS and (not lead.strip() or titled):
            finite = any(
                t.tag in {"VBD", "VBZ", "VBP", "MD"} and first.start <= t.start < first.end for t in view.tokens
            )
            return None if finite else filler(view, m)
    return None


def entered(view: SentenceView, noun: int) -> Filler | None:
    """The head of the entry that a describing noun opens a piece of: "X – commander of Y", "position: head of Y"."""
    start = view.tokens[noun].start
    for field in fields(view) or _whole(view):
        if field.start <= start < field.end and (field.label is None or _meaning(field.label) == "position"):
            before = [t for t in view.tokens if field.start <= t.start < start]
            plain = all(t.tag[:1] in {"N", "J", "D", "C", "P"} or t.text in {"-", ","} for t in before)
            head = head_of(view)
            inside = head is not None and field.start <= head.start < field.end
            return None if inside or not plain or len(before) > 5 else head
    return None


def row_holder(view: SentenceView, noun: int) -> Filler | None:
    """Of the row "Commander – Ilo Varek – until 11 May" Varek: the name that fills the piece after an office alone."""
    pieces = re.split(_CUT, view.text)
    if len(pieces) < 2 or noun > 4 or view.tokens[noun].end != view.sentence.start + len(pieces[0].rstrip()):
        return None
    start = view.text.index(pieces[1], len(pieces[0])) + view.sentence.start
    for m in view.mentions:
        mention = view.mention(m)
        lead = view.document.text[start : mention.start].strip() if mention.start >= start else "?"
        if mention.form == Form.NAME and mention.kind == Kind.PERSON and lead in {"", mention.title or ""}:
            return filler(view, m) if mention.end <= start + len(pieces[1]) else None
    return None


def _whole(view: SentenceView) -> tuple[Field, ...]:
    """A sentence without a finite verb that goes on with the entry of its block ("Commander of the Third Guard.")."""
    if view.previous is None or view.previous.sentence.block != view.sentence.block or not _continues(view):
        return ()
    return (Field(label=None, start=view.sentence.start, end=view.sentence.end),)


def named_in(view: SentenceView, field: Field, kinds: frozenset[Kind]) -> Iterator[Filler]:
    """Names of some kinds in a field."""
    for m in view.mentions:
        mention = view.mention(m)
        inside = field.start <= mention.start and mention.end <= field.end
        if inside and mention.kind in kinds and mention.form in {Form.NAME, Form.ADJECTIVE}:
            yield filler(view, m)
