"""The first schema: pages, documents and what was read from them, runs, problems, decisions."""

import sqlalchemy as sa
from alembic import op

from reportedly.base.columns import NUMBER, SCORE, Flag, Json

revision = "0001"
down_revision = None

_NEVER_CHANGED = """
CREATE TRIGGER decisions_never_{verb} BEFORE {verb} ON decisions
BEGIN SELECT RAISE(ABORT, 'the log of decisions is never changed, only added to'); END
"""


def upgrade() -> None:
    """Makes all tables."""
    op.create_table(
        "decisions",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("about", Json(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("undoes", NUMBER, nullable=True),
        sa.ForeignKeyConstraint(["undoes"], ["decisions.id"], name="fk_decisions_undoes"),
        sa.PrimaryKeyConstraint("id", name="pk_decisions"),
        sqlite_strict=True,
    )
    op.create_table(
        "pages",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("size", NUMBER, nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("location", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("captured_at", sa.Text(), nullable=True),
        sa.Column("charset", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("sha256", name="pk_pages"),
        sqlite_strict=True,
    )
    op.create_table(
        "runs",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("started_at", sa.Text(), nullable=False),
        sa.Column("ended_at", sa.Text(), nullable=True),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("engine", sa.Text(), nullable=False),
        sa.Column("documents", NUMBER, nullable=False),
        sa.Column("claims", NUMBER, nullable=False),
        sa.Column("problems", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_runs"),
        sqlite_strict=True,
    )
    op.create_table(
        "documents",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("page_sha256", sa.Text(), nullable=False),
        sa.Column("location", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("authors", Json(), nullable=False),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("certainty", sa.Text(), nullable=False),
        sa.Column("stamp", sa.Text(), nullable=True),
        sa.Column("rungs", Json(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("complete", Flag(), nullable=False),
        sa.Column("engine", sa.Text(), nullable=False),
        sa.Column("run_id", NUMBER, nullable=False),
        sa.Column("read_at", sa.Text(), nullable=False),
        sa.Column("claims", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["page_sha256"], ["pages.sha256"], name="fk_documents_page_sha256"),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name="fk_documents_run_id"),
        sa.PrimaryKeyConstraint("id", name="pk_documents"),
        sqlite_strict=True,
    )
    op.create_index("ix_documents_page_sha256", "documents", ["page_sha256"])
    op.create_index("ix_documents_published", "documents", ["published"])
    op.create_table(
        "problems",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("run_id", NUMBER, nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("component", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("location", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name="fk_problems_run_id"),
        sa.PrimaryKeyConstraint("id", name="pk_problems"),
        sqlite_strict=True,
    )
    op.create_index("ix_problems_location", "problems", ["location"])
    op.create_table(
        "blocks",
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("start", NUMBER, nullable=False),
        sa.Column("end", NUMBER, nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("confidence", SCORE, nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("level", NUMBER, nullable=False),
        sa.Column("repeats", NUMBER, nullable=True),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("posted", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_blocks_document_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document_id", "number", name="pk_blocks"),
        sqlite_strict=True,
    )
    op.create_table(
        "chains",
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("named", Flag(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("mentions", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_chains_document_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document_id", "number", name="pk_chains"),
        sqlite_strict=True,
    )
    op.create_index("ix_chains_key", "chains", ["key"])
    op.create_table(
        "claims",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("predicate", sa.Text(), nullable=False),
        sa.Column("modality", sa.Text(), nullable=False),
        sa.Column("polarity", sa.Text(), nullable=False),
        sa.Column("medium", sa.Text(), nullable=True),
        sa.Column("earliest", sa.Text(), nullable=True),
        sa.Column("latest", sa.Text(), nullable=True),
        sa.Column("confidence", SCORE, nullable=False),
        sa.Column("extractor", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("record", Json(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_claims_document_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_claims"),
        sqlite_strict=True,
    )
    op.create_index("ix_claims_document_id_number", "claims", ["document_id", "number"])
    op.create_index("ix_claims_earliest", "claims", ["earliest"])
    op.create_index("ix_claims_predicate", "claims", ["predicate"])
    op.create_table(
        "sentences",
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("block", NUMBER, nullable=False),
        sa.Column("start", NUMBER, nullable=False),
        sa.Column("end", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_sentences_document_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document_id", "number", name="pk_sentences"),
        sqlite_strict=True,
    )
    op.create_table(
        "spellings",
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("chain", NUMBER, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("mentions", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_spellings_document_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document_id", "chain", "text", name="pk_spellings"),
        sqlite_strict=True,
    )
    op.create_index("ix_spellings_key", "spellings", ["key"])
    op.create_table(
        "times",
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("start", NUMBER, nullable=False),
        sa.Column("end", NUMBER, nullable=False),
        sa.Column("record", Json(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_times_document_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document_id", "number", name="pk_times"),
        sqlite_strict=True,
    )
    op.create_table(
        "attributions",
        sa.Column("claim_id", sa.Text(), nullable=False),
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("canonical", sa.Text(), nullable=False),
        sa.Column("canonical_key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("cue", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name="fk_attributions_claim_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("claim_id", "number", name="pk_attributions"),
        sqlite_strict=True,
    )
    op.create_index("ix_attributions_canonical_key", "attributions", ["canonical_key"])
    op.create_table(
        "evidence",
        sa.Column("claim_id", sa.Text(), nullable=False),
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("start", NUMBER, nullable=False),
        sa.Column("end", NUMBER, nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name="fk_evidence_claim_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("claim_id", "number", name="pk_evidence"),
        sqlite_strict=True,
    )
    op.create_index("ix_evidence_document_id_start", "evidence", ["document_id", "start"])
    op.create_table(
        "mentions",
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("start", NUMBER, nullable=False),
        sa.Column("end", NUMBER, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("block", NUMBER, nullable=False),
        sa.Column("sentence", NUMBER, nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("score", SCORE, nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("chain", NUMBER, nullable=True),
        sa.ForeignKeyConstraint(
            ["document_id", "chain"],
            ["chains.document_id", "chains.number"],
            name="fk_mentions_document_id_chain",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_mentions_document_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document_id", "number", name="pk_mentions"),
        sqlite_strict=True,
    )
    op.create_table(
        "parties",
        sa.Column("claim_id", sa.Text(), nullable=False),
        sa.Column("slot", sa.Text(), nullable=False),
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("canonical", sa.Text(), nullable=False),
        sa.Column("canonical_key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("chain", NUMBER, nullable=True),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name="fk_parties_claim_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("claim_id", "slot", "number", name="pk_parties"),
        sqlite_strict=True,
    )
    op.create_index("ix_parties_canonical_key_slot", "parties", ["canonical_key", "slot"])
    op.create_index("ix_parties_key_slot", "parties", ["key", "slot"])
    # ### end Alembic commands ###

    if op.get_bind().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(_NEVER_CHANGED.format(verb=verb))
