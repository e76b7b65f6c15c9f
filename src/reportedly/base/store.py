"""What a base offers: `View` to read, `Writer` to add, `Store` both. All that is shown goes through a `View`.

Invariant: what a `View` gives is redacted. The verbatim rows are reached only by asking for `Store.verbatim()`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Protocol, Self

import msgspec

from reportedly.entities.ledger import Backing, Ledger
from reportedly.records.claim import Claim
from reportedly.records.decision import Decision, Verdict
from reportedly.records.document import DateCertainty, Document
from reportedly.records.listed import ListHead, Proposal, ReadList
from reportedly.records.mention import Analysis, Kind
from reportedly.records.page import Page
from reportedly.records.reading import Problem, Reading

#: What stands in the place of a redacted name.
REDACTED = "[redacted]"


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """A document without its text. claims: how many it carries. complete: whether every stage ran to its end."""

    id: str
    location: str
    url: str | None
    title: str | None
    publisher: str | None
    authors: tuple[str, ...]
    language: str
    published: str | None
    certainty: DateCertainty
    claims: int
    complete: bool
    engine: str
    read_at: str
    page_sha256: str


class Spelling(msgspec.Struct, frozen=True, kw_only=True):
    """How one document writes a name, and how often."""

    text: str
    document_id: str
    mentions: int


class Name(msgspec.Struct, frozen=True, kw_only=True):
    """One name over all documents: chains whose fullest names are the same when folded.

    key: that folded name. name: its commonest form. kinds: commonest first. Documents are not yet compared with one
    another, so one person under two full names is two of these, and two people of one name are one.
    """

    key: str
    name: str
    kinds: tuple[Kind, ...]
    spellings: tuple[Spelling, ...]

    @property
    def mentions(self) -> int:
        """How often it is named, descriptions and pronouns not counted."""
        return sum(spelling.mentions for spelling in self.spellings)

    @property
    def documents(self) -> frozenset[str]:
        """Ids of the documents that name it."""
        return frozenset(spelling.document_id for spelling in self.spellings)


class Box(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of the map. south, north: degrees of latitude; west, east: of longitude, west > east across the 180th.

    areas: codes (ISO 3166-1, 3166-2) of countries and provinces that reach into it; a place that is one of them is in
    it, wherever its middle lies.
    """

    south: float
    north: float
    west: float = -180.0
    east: float = 180.0
    areas: frozenset[str] = frozenset()


class Selection(msgspec.Struct, frozen=True, kw_only=True):
    """Which claims are wanted: those that fulfil all that is given.

    subject, object, place: a name in that role, in any of its spellings. keys: folded full names, of which any role
    holds one. places: folded names, one of which is the place or a place or facility in another role. credited: folded
    full names, one of which the text credits. box: a piece of the map that holds or meets the place. first, last: ISO
    days of which one at least may be the time that is told, or, where none is told, lies before the publication.
    """

    predicate: str | None = None
    subject: str | None = None
    object: str | None = None
    place: str | None = None
    modality: str | None = None
    document: str | None = None
    keys: frozenset[str] | None = None
    places: frozenset[str] | None = None
    credited: frozenset[str] | None = None
    box: Box | None = None
    first: str | None = None
    last: str | None = None


class Size(msgspec.Struct, frozen=True, kw_only=True):
    """How much a base holds."""

    documents: int
    claims: int
    problems: int


class Changes(msgspec.Struct, frozen=True, kw_only=True):
    """What was read and decided since who is who was worked out.

    view: whether the base as it is shown, or verbatim; version: of the engine, tables and redactions; state: of what is
    kept, "" for nothing that holds. log: all decisions. read: documents that are not entered, with which reading of
    each there is; gone: documents that are no more.
    """

    view: str
    version: str
    state: str
    log: tuple[Decision, ...]
    read: dict[str, str]
    gone: tuple[str, ...]


class Memory(Protocol):
    """What was worked out once and is not worked out again; see `base.memory`."""

    def changes(self) -> Changes:
        """What is new since."""
        ...

    def backing(self, changes: Changes) -> AbstractContextManager[Backing | None]:
        """The rows that are kept, as of one moment; None where nothing that holds is kept or it changed meanwhile."""
        ...

    def rows(self, view: str) -> Backing:
        """The rows that are kept of a view, each asked for when it is needed."""
        ...

    def keep(self, changes: Changes, ledger: Ledger) -> str:
        """Remembers a ledger that changes were entered into; the state of what is kept then, "" where it is not."""
        ...

    def forget(self, view: str) -> None:
        """Lets go of all that is kept of a view."""
        ...


class View(Protocol):
    """Reads a base. Names that a person redacted are masked in all that comes out."""

    @property
    def name(self) -> str:
        """What the base is called in messages."""
        ...

    @property
    def memory(self) -> Memory:
        """What was worked out of it before."""
        ...

    def size(self) -> Size:
        """Counts over the whole base."""
        ...

    def heads(self) -> tuple[Head, ...]:
        """All documents, oldest publication first, undated ones last."""
        ...

    def head(self, document_id: str) -> Head:
        """One document. Raises NotFoundError."""
        ...

    def find(self, words: str) -> str:
        """The id of the document that an id, the beginning of one, a location or an address names.

        Raises NotFoundError when there is none or more than one.
        """
        ...

    def document(self, document_id: str) -> Document:
        """One document with its text. Raises NotFoundError."""
        ...

    def analysis(self, document_id: str) -> Analysis:
        """What the mentions stage found in one document; empty where there is none.

        Sentences come without tokens. A redacted chain has no name and is not marked as named; its number stays, so
        that claims point at the right ones. Positions are those of the verbatim text.
        """
        ...

    def page(self, document_id: str) -> Page:
        """The page of a document as it came. Raises BaseError when a redacted name stands in it."""
        ...

    def claims(self, selection: Selection | None = None) -> Iterator[Claim]:
        """The claims that are wanted, in the order of documents (as `heads`) and of their words."""
        ...

    def names(self, words: str) -> tuple[Name, ...]:
        """The names that are written so in some document, most mentions first. Redacted ones are not found."""
        ...

    def names_with(self, words: str, limit: int = 10) -> tuple[str, ...]:
        """Names that hold all of these words, commonest first."""
        ...

    def place_keys(self, words: str) -> frozenset[str]:
        """Folded names of places that hold these words one after another."""
        ...

    def problems(self) -> tuple[Problem, ...]:
        """What went wrong and was not put right by reading again, in the order in which it happened."""
        ...

    def decisions(self) -> tuple[Decision, ...]:
        """The log of decisions, oldest first."""
        ...

    def redaction_of(self, words: str) -> Decision | None:
        """The redaction in force that hides this name, or None."""
        ...

    def lists(self) -> tuple[ReadList, ...]:
        """The reference lists that were compared with the base, by name."""
        ...

    def proposals(self) -> tuple[Proposal, ...]:
        """Which records of those lists may speak of whom, by list and record. Redacted names are masked in them."""
        ...


class Writer(Protocol):
    """Adds to a base. Every call is one transaction: it happens as a whole or not at all."""

    def kept(self, page: Page, engine: str, published: str | None = None) -> Reading | None:
        """The reading of a page that need not be read again, or None.

        It must have been read to its end by the same engine; published: the day that a person gives now, if any.
        """
        ...

    def given_date(self, page: Page) -> str | None:
        """The day of publication that a person once gave for a page, or None."""
        ...

    def begin(self, engine: str) -> int:
        """Notes that a run began; the number of the run."""
        ...

    def keep(self, reading: Reading, engine: str, run: int) -> Reading:
        """Keeps a reading: replaces what was read from its document before, and the problems of its location.

        An incomplete reading does not replace a complete one: only its problems are kept. Gives the reading as kept.
        Raises BaseError when it cannot be written; what was kept before stays.
        """
        ...

    def end(self, run: int) -> None:
        """Notes that a run came to its end."""
        ...

    def decide(
        self, verdict: Verdict, about: tuple[str, ...], reason: str, by: str, undoes: int | None = None
    ) -> Decision:
        """Adds a decision to the log. It is on the disk when this returns."""
        ...

    def keep_list(self, head: ListHead, records: int, proposals: tuple[Proposal, ...], decided: frozenset[str]) -> None:
        """Puts what a list gave in the place of what an earlier edition of it gave.

        records: how many it has. decided: ids of records that decisions speak of; when a whole list lacks one, it
        stays, marked as gone, while all else goes that the list no longer gives.
        """
        ...


class Store(View, Writer, Protocol):
    """A base that is open. Close it, or use it in a `with` statement."""

    def verbatim(self) -> View:
        """The same base without redaction: for those who decide about it, never for what is shown."""
        ...

    def close(self) -> None:
        """Lets go of the base."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
