"""A document: the verbatim text of a page, cut into labelled blocks."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Role(StrEnum):
    """What a block is on its page."""

    HEADLINE = "headline"
    BYLINE = "byline"
    DATE = "date"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    QUOTE = "quote"
    LIST = "list"
    TABLE = "table"
    BIO = "bio"
    APPEAL = "appeal"
    TAGS = "tags"
    COMMENT = "comment"
    NAVIGATION = "navigation"
    OTHER = "other"


#: Only blocks of these roles carry claims.
EVIDENCE_ROLES = frozenset({Role.HEADLINE, Role.PARAGRAPH, Role.CAPTION, Role.QUOTE, Role.LIST, Role.TABLE})


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """A run of `Document.text` with one role.

    start, end: character range. path: DOM path, or "line N" for plain text. why: the cue that decided the role, in
    words. repeats: index of the block whose words this one repeats (a pull-quote), which is then no second evidence.
    author, posted: of a comment, where the page says them. level: heading level or nesting depth of a comment, else 0.
    """

    role: Role
    start: int
    end: int
    path: str = ""
    confidence: float = 1.0
    why: str = ""
    level: int = 0
    repeats: int | None = None
    author: str | None = None
    posted: str | None = None

    @property
    def is_evidence(self) -> bool:
        """Whether claims may be made from this block."""
        return self.role in EVIDENCE_ROLES and self.repeats is None


class DateCertainty(StrEnum):
    """How sure a publication date is."""

    GIVEN = "given"  # a person gave it (--published)
    CERTAIN = "certain"  # two independent rungs of the ladder agree
    LIKELY = "likely"  # one trusted rung
    GUESS = "guess"  # a low rung: shown, never used as an anchor
    UNKNOWN = "unknown"


class Publication(msgspec.Struct, frozen=True, kw_only=True):
    """The day of publication and how it is known.

    date: ISO day (YYYY-MM-DD) or None. stamp: the date as the page states it, with its time and zone when told.
    rungs: names of the rungs of the date ladder that gave this day.
    """

    date: str | None = None
    certainty: DateCertainty = DateCertainty.UNKNOWN
    stamp: str | None = None
    rungs: tuple[str, ...] = ()

    @property
    def anchor(self) -> str | None:
        """The day that relative times may be counted from, or None."""
        trusted = {DateCertainty.GIVEN, DateCertainty.CERTAIN, DateCertainty.LIKELY}
        return self.date if self.certainty in trusted else None


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """Verbatim text of one page with labelled blocks.

    id: stable identity ("doc-" + digest of the page's bytes), or the id a caller gave. blocks: in order of the text,
    not overlapping; text between blocks is white space only. language: ISO 639-1 code, or "und".
    """

    id: str
    text: str
    blocks: tuple[Block, ...]
    page_sha256: str = ""
    location: str = ""
    url: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    language: str = "und"
    publication: Publication = Publication()

    def words_of(self, block: Block) -> str:
        """The verbatim words of a block."""
        return self.text[block.start : block.end]
