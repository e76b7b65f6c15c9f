"""Who is who is remembered row by row, so that another report costs what it touches."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """What was remembered as a whole goes; it is worked out again when somebody asks."""
    for name in ("remembered_members", "remembered_verdicts", "remembered_entities"):
        op.drop_table(name)
    op.create_table(
        "remembered",
        sa.Column("view", sa.Text(), nullable=False),
        sa.Column("shelf", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("view", "shelf", "key", name="pk_remembered"),
        sqlite_strict=True,
    )
    op.create_table(
        "remembered_documents",
        sa.Column("view", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name="fk_remembered_documents_document_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("view", "document_id", name="pk_remembered_documents"),
        sqlite_strict=True,
    )
    op.create_index("ix_remembered_documents_document_id", "remembered_documents", ["document_id"])
