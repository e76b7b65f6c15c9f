"""Who is who is remembered: members, verdicts on names, and entities are not worked out twice."""

import sqlalchemy as sa
from alembic import op

from reportedly.base.columns import NUMBER

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Adds the tables; they fill when who is who is worked out."""
    op.create_table(
        "remembered_members",
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name="fk_remembered_members_document_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", name="pk_remembered_members"),
        sqlite_strict=True,
    )
    op.create_table(
        "remembered_verdicts",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_remembered_verdicts"),
        sqlite_strict=True,
    )
    op.create_table(
        "remembered_entities",
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("state", name="pk_remembered_entities"),
        sqlite_strict=True,
    )
