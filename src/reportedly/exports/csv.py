"""CSV (RFC 4180) for spreadsheets: one claim a row, with the quote and the report. UTF-8, CRLF.

A spreadsheet takes a cell that begins with = + - @ for a formula, and a report may be written to make use of that: such
cells have a ' before them (https://owasp.org/www-community/attacks/CSV_Injection).
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Final, TextIO

import msgspec

from reportedly.base.store import Head, View
from reportedly.exports.export import Exported
from reportedly.records.claim import Claim, Count, Party
from reportedly.text.fold import printable, squash

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_COLUMNS: Final = (
    "id", "predicate", "subject", "subject_kind", "object", "object_kind", "role", "place", "place_as_said",
    "place_precision", "latitude", "longitude", "time_words", "time_value", "time_first", "time_last", "modality",
    "polarity", "habitual", "former", "attributed_to", "disputed_by", "medium", "method", "weapon", "operation",
    "killed", "wounded", "quote", "quote_role", "quote_start", "quote_end", "confidence", "extractor", "why",
    "document", "title", "publisher", "url", "location", "published", "published_certainty", "language",
)  # fmt: skip


class Csv(msgspec.Struct, frozen=True):
    """The export."""

    name: str = "csv"
    gloss: str = "One claim a row for spreadsheets, with the quote and the report."

    def write(self, base: View, stream: TextIO) -> Exported:
        """Writes every claim of the base, under a row of headings."""
        heads = {head.id: head for head in base.heads()}
        rows = csv.writer(stream)
        rows.writerow(_COLUMNS)
        claims = marked = 0
        for claim in base.claims():
            values = list(_values(claim, heads[claim.document_id]))
            formulas = [isinstance(value, str) and _cell(value).startswith(_FORMULA) for value in values]
            rows.writerow(("'" if f else "") + _cell(value) for f, value in zip(formulas, values, strict=True))
            marked += sum(formulas)
            claims += 1
        note = "" if not marked else (
            f"{marked} cell{'s' if marked > 1 else ''} would have been read as a formula and now begin"
            f"{'' if marked > 1 else 's'} with a '."
        )  # fmt: skip
        return Exported(claims=claims, note=note)


def _cell(value: str | float | bool | None) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return printable(squash(str(value)))


def _values(claim: Claim, head: Head) -> Iterator[str | float | bool | None]:
    subjects = (claim.subject,) if claim.subject is not None else claim.subjects
    place, time = claim.place, claim.time
    objects = () if claim.object is None else (claim.object,)
    yield from (
        claim.id,
        claim.predicate,
        *_party(subjects),
        *_party(objects),
        claim.role,
    )
    if place is None:
        yield from (None,) * 5
    else:
        said = f"{place.qualifier} {place.name}" if place.qualifier else place.name
        yield from (place.canonical, said, place.precision, place.latitude, place.longitude)
    yield from (None,) * 4 if time is None else (time.text, time.value, time.earliest, time.latest)
    yield from (claim.modality, claim.polarity, claim.habitual, claim.former)
    yield "; ".join(link.canonical for link in claim.attributed_to)
    yield from (claim.disputed_by, claim.medium, claim.method, claim.weapon, claim.operation)
    toll = claim.casualties
    yield from (_count(toll.killed), _count(toll.wounded)) if toll else (None, None)
    quoted = claim.evidence
    yield " … ".join(part.quote for part in quoted)
    yield from (quoted[0].role, quoted[0].start, quoted[0].end) if quoted else (None, None, None)
    yield from (claim.confidence, claim.extractor, claim.why, head.id, head.title, head.publisher, head.url)
    yield from (head.location, head.published, head.certainty, head.language)


def _party(parties: tuple[Party, ...]) -> tuple[str, str]:
    kinds = dict.fromkeys(str(party.kind) for party in parties)
    return "; ".join(party.canonical for party in parties), "; ".join(kinds)


def _count(count: Count | None) -> str | None:
    if count is None:
        return None
    numbers = sorted({n for n in (count.low, count.best, count.high) if n is not None})
    if not numbers:
        return count.words
    return str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]} to {numbers[-1]}"


EXPORT: Final = Csv()
