"""Fields of entries in lists and tables that name another: "Third Guard – commander: X – seat: Ruda – backers: Doran".

What a field only describes ("position: head of Y") is told by the extractors of offices, kin and membership.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from reportedly.claims.arguments.fields import Field, fields, head_of, meaning, named_in
from reportedly.claims.distinct import once
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.ties.brackets import is_abbreviation
from reportedly.records.mention import AGENTS, BODIES, SITES, Kind
from reportedly.resources.lexicon import table

_PERSON = frozenset({Kind.PERSON})


class Entries:
    """leads, holds_position, national_of, based_in, backs, member_of, part_of, other names and listings by a label."""

    name = "entries"
    version = 2
    predicates = frozenset(
        {
            "leads",
            "holds_position",
            "national_of",
            "based_in",
            "backs",
            "member_of",
            "part_of",
            "also_known_as",
            "designated_by",
        }
    )

    def __call__(self, sentence: SentenceView) -> Iterator[Draft]:
        """Drafts of one sentence, each pair once."""
        yield from once(_all(sentence))


EXTRACTOR = Entries()


def _all(view: SentenceView) -> Iterator[Draft]:
    pieces = [f for piece in fields(view) if meaning(f := _labelled(view, piece)) is not None]
    head = head_of(view) if pieces else None
    if head is None:
        return
    for field in pieces:
        yield from _field(view, head, field)


def _labelled(view: SentenceView, field: Field) -> Field:
    """As in "nationality Doran; citizen Doran" and "Third Guard – funded by Doran", without a colon."""
    text = view.document.text[field.start : field.end].lower()
    for label, opens in table("entries")["opens"].items() if field.label is None else ():
        found = next((w for w in opens if text.startswith(f"{w} ")), None)
        if found is not None:
            return Field(label=label, start=field.start + len(found) + 1, end=field.end)
    return field


def _field(view: SentenceView, head: Filler, field: Field) -> Iterator[Draft]:
    kind = meaning(field)
    body = head.kind in BODIES
    if kind in {"leads", "holds"} and body:
        for person in list(named_in(view, field, _PERSON))[:1]:
            predicate = "leads" if kind == "leads" else "holds_position"
            yield _draft(
                view, predicate, field, person, head, role=None if " by" in (field.label or "") else field.label
            )
    elif kind == "nationality" and head.kind == Kind.PERSON:
        for state in named_in(view, field, frozenset({Kind.STATE})):
            yield _draft(view, "national_of", field, head, state)
    elif kind == "seat" and head.kind in BODIES | _PERSON:
        for place in list(named_in(view, field, SITES | {Kind.STATE}))[:1]:
            yield _draft(view, "based_in", field, head, None, place=place)
    elif kind == "backers" and body:
        for backer in named_in(view, field, (AGENTS - {Kind.POPULATION}) | {Kind.PLACE}):
            own = Kind.STATE if backer.kind == Kind.PLACE else backer.kind  # "backers: Ruda": the government there
            yield _draft(view, "backs", field, msgspec.structs.replace(backer, kind=own), head)
    elif kind == "alias" and (body or head.kind == Kind.PERSON):
        yield from _alias(view, head, field)
    elif kind == "listed" and (body or head.kind == Kind.PERSON):
        yield _draft(view, "designated_by", field, head, None)
    elif kind == "member" and head.kind == Kind.PERSON:
        for whole in list(named_in(view, field, BODIES))[:1]:
            yield _draft(view, "member_of", field, head, whole)
    elif kind == "part" and body:
        for whole in list(named_in(view, field, BODIES))[:1]:
            yield _draft(view, "part_of", field, head, whole)


def _alias(view: SentenceView, head: Filler, field: Field) -> Iterator[Draft]:
    """As in "A.k.a.: Abu Zeyd": the name that fills the field."""
    named = list(named_in(view, field, AGENTS | SITES | {Kind.OTHER}))
    whole = view.document.text[field.start : field.end].strip(" “”\"'‘’")
    known = view.document.text[head.start : head.end]
    for other in named[:1]:
        words_of_it = view.document.text[other.start : other.end]
        if words_of_it == whole and words_of_it != known and not is_abbreviation(known, words_of_it):
            yield _draft(view, "also_known_as", field, head, other)


def _draft(
    view: SentenceView,
    predicate: str,
    field: Field,
    subject: Filler,
    other: Filler | None,
    *,
    role: str | None = None,
    place: Filler | None = None,
) -> Draft:
    trigger = next((i for i, t in enumerate(view.tokens) if t.end > field.start), 0)
    inside = [f for f in (subject, other, place) if f is not None and f.start >= view.sentence.start]
    return Draft(
        predicate=predicate,
        trigger=trigger,
        subject=subject,
        object=other,
        role=role,
        place=place,
        place_fixed=True,
        time_fixed=True,
        identity=True,
        rule="entry-field",
        evidence=(min([f.start for f in inside], default=field.start), field.end),
        confidence=0.75,
        why=f"“{field.label}” is a field of an entry",
    )
