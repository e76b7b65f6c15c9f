"""The tables. `record` and `text` columns hold what was read; all else beside them is there to be searched.

A test compares this with what the migrations build, so the two cannot drift apart.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, Index, LargeBinary, MetaData, Table, Text
from sqlalchemy.sql.type_api import TypeEngine

from reportedly.base.columns import NUMBER, SCORE, Flag, Json

#: The newest migration; a base that names another is brought up to it, or refused when it is newer.
HEAD: Final = "0005"

NAMING: Final = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
METADATA: Final = MetaData(naming_convention=NAMING)


def _table(name: str, *parts: Column[Any] | Index | ForeignKeyConstraint) -> Table:
    return Table(name, METADATA, *parts, sqlite_strict=True)


def _text(name: str, *, required: bool = True) -> Column[Any]:
    return Column(name, Text(), nullable=not required)


def _number(name: str, *, required: bool = True) -> Column[Any]:
    return Column(name, NUMBER, nullable=not required)


def _key(name: str, of: TypeEngine[Any], reference: str | None = None) -> Column[Any]:
    """Part of a primary key; what it refers to takes its rows along when it goes."""
    rule = [ForeignKey(reference, ondelete="CASCADE")] if reference else []
    return Column(name, of, *rule, primary_key=True, nullable=False)


RUNS: Final = _table(
    "runs",
    Column("id", NUMBER, primary_key=True, nullable=False),
    _text("started_at"),
    _text("ended_at", required=False),  # stays empty when the run was killed
    _text("version"),
    _text("engine"),
    _number("documents"),
    _number("claims"),
    _number("problems"),
)

#: Bytes as they came, compressed with zlib.
PAGES: Final = _table(
    "pages",
    _key("sha256", Text()),
    Column("content", LargeBinary(), nullable=False),
    _number("size"),
    _text("media_type"),
    _text("location"),
    _text("url", required=False),
    _text("captured_at", required=False),
    _text("charset", required=False),
)

DOCUMENTS: Final = _table(
    "documents",
    _key("id", Text()),
    Column("page_sha256", Text(), ForeignKey("pages.sha256"), nullable=False),
    _text("location"),
    _text("url", required=False),
    _text("title", required=False),
    Column("authors", Json(), nullable=False),
    _text("publisher", required=False),
    _text("language"),
    _text("published", required=False),
    _text("certainty"),
    _text("stamp", required=False),
    Column("rungs", Json(), nullable=False),
    _text("text"),
    Column("complete", Flag(), nullable=False),
    _text("engine"),
    Column("run_id", NUMBER, ForeignKey("runs.id"), nullable=False),
    _text("read_at"),
    _number("claims"),
    Index(None, "page_sha256"),
    Index(None, "published"),
)

BLOCKS: Final = _table(
    "blocks",
    _key("document_id", Text(), "documents.id"),
    _key("number", NUMBER),
    _text("role"),
    _number("start"),
    _number("end"),
    _text("path"),
    Column("confidence", SCORE, nullable=False),
    _text("why"),
    _number("level"),
    _number("repeats", required=False),
    _text("author", required=False),
    _text("posted", required=False),
)

#: Without tokens: what a sentence was parsed into is made again when it is read again.
SENTENCES: Final = _table(
    "sentences",
    _key("document_id", Text(), "documents.id"),
    _key("number", NUMBER),
    _number("block"),
    _number("start"),
    _number("end"),
)

CHAINS: Final = _table(
    "chains",
    _key("document_id", Text(), "documents.id"),
    _key("number", NUMBER),
    _text("name"),
    _text("key"),
    _text("kind"),
    Column("named", Flag(), nullable=False),
    _text("why"),
    _number("mentions"),
    Index(None, "key"),
)

MENTIONS: Final = _table(
    "mentions",
    _key("document_id", Text(), "documents.id"),
    _key("number", NUMBER),
    _number("start"),
    _number("end"),
    _text("text"),
    _text("kind"),
    _text("form"),
    _number("block"),
    _number("sentence"),
    _text("title", required=False),
    Column("score", SCORE, nullable=False),
    _text("why"),
    _number("chain", required=False),
    ForeignKeyConstraint(
        ["document_id", "chain"],
        ["chains.document_id", "chains.number"],
        deferrable=True,
        initially="DEFERRED",
    ),
)

#: How a document writes the name of a chain, and how often: what a name that someone types is looked up in.
SPELLINGS: Final = _table(
    "spellings",
    _key("document_id", Text(), "documents.id"),
    _key("chain", NUMBER),
    _key("text", Text()),
    _text("key"),
    _number("mentions"),
    Index(None, "key"),
)

TIMES: Final = _table(
    "times",
    _key("document_id", Text(), "documents.id"),
    _key("number", NUMBER),
    _number("start"),
    _number("end"),
    Column("record", Json(), nullable=False),
)

CLAIMS: Final = _table(
    "claims",
    _key("id", Text()),
    Column("document_id", Text(), ForeignKey("documents.id", ondelete="CASCADE"), nullable=False),
    _number("number"),
    _text("predicate"),
    _text("modality"),
    _text("polarity"),
    _text("medium", required=False),
    _text("earliest", required=False),
    _text("latest", required=False),
    Column("confidence", SCORE, nullable=False),
    _text("extractor"),
    _text("rule"),
    Column("record", Json(), nullable=False),
    Index(None, "document_id", "number"),
    Index(None, "predicate"),
    Index(None, "earliest"),
)

#: Who and what fills the roles of a claim. slot: subject (one of several too), object, place.
PARTIES: Final = _table(
    "parties",
    _key("claim_id", Text(), "claims.id"),
    _key("slot", Text()),
    _key("number", NUMBER),
    _text("document_id"),
    _text("name"),
    _text("key"),
    _text("canonical"),
    _text("canonical_key"),
    _text("kind"),
    _number("chain", required=False),
    # of a place that is known: where it lies, as in the record
    _number("place", required=False),
    Column("latitude", SCORE, nullable=True),
    Column("longitude", SCORE, nullable=True),
    _text("precision", required=False),
    _text("country", required=False),
    _text("area", required=False),
    Index(None, "canonical_key", "slot"),
    Index(None, "key", "slot"),
    Index(None, "latitude", "longitude"),
)

ATTRIBUTIONS: Final = _table(
    "attributions",
    _key("claim_id", Text(), "claims.id"),
    _key("number", NUMBER),
    _text("document_id"),
    _text("name"),
    _text("canonical"),
    _text("canonical_key"),
    _text("kind"),
    _text("cue"),
    Index(None, "canonical_key"),
)

EVIDENCE: Final = _table(
    "evidence",
    _key("claim_id", Text(), "claims.id"),
    _key("number", NUMBER),
    _text("document_id"),
    _text("role"),
    _number("start"),
    _number("end"),
    _text("quote"),
    Index(None, "document_id", "start"),
)

PROBLEMS: Final = _table(
    "problems",
    Column("id", NUMBER, primary_key=True, nullable=False),
    Column("run_id", NUMBER, ForeignKey("runs.id"), nullable=False),
    _text("stage"),
    _text("component"),
    _text("reason"),
    _text("message"),
    _text("location"),
    _text("document_id", required=False),
    Index(None, "location"),
)

#: Rows are added and never changed or removed; triggers hold that.
DECISIONS: Final = _table(
    "decisions",
    Column("id", NUMBER, primary_key=True, nullable=False),
    _text("verdict"),
    Column("about", Json(), nullable=False),
    _text("reason"),
    _text("by"),
    _text("at"),
    Column("undoes", NUMBER, ForeignKey("decisions.id"), nullable=True),
)

#: Reference lists that the base was compared with. Names of lists, and records, are no report's words.
LISTS: Final = _table(
    "lists",
    _key("name", Text()),
    _text("published", required=False),
    Column("authorities", Json(), nullable=False),
    _number("records"),
    _text("read_at"),
)

#: Records of lists that may speak of somebody in the base. gone: the newest edition lacks it.
LISTED: Final = _table(
    "listed",
    _key("list", Text(), "lists.name"),
    _key("id", Text()),
    Column("record", Json(), nullable=False),
    Column("gone", Flag(), nullable=False),
)

#: Of whom a record may speak. What people decided about it stands in the log.
PROPOSALS: Final = _table(
    "proposals",
    _key("list", Text(), "lists.name"),
    _key("record", Text()),
    _key("member", Text()),
    Column("score", SCORE, nullable=False),
    _text("rule"),
    _text("why"),
)

#: What was worked out of who is who and can be worked out again (see `memory`): rows of a ledger, for the base as it is
#: shown and verbatim,
REMEMBERED: Final = _table(
    "remembered",
    _key("view", Text()),
    _key("shelf", Text()),
    _key("key", Text()),
    Column("content", LargeBinary(), nullable=False),
)
#: and the documents that were entered into it; one that is read again has to be entered again.
REMEMBERED_DOCUMENTS: Final = _table(
    "remembered_documents",
    _key("view", Text()),
    _key("document_id", Text(), "documents.id"),
    Index(None, "document_id"),
)
