"""Reference lists leave their trace: which were read, and which of their records may speak of whom."""

import sqlalchemy as sa
from alembic import op

from reportedly.base.columns import NUMBER, SCORE, Flag, Json

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Adds the tables."""
    op.create_table(
        "lists",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("authorities", Json(), nullable=False),
        sa.Column("records", NUMBER, nullable=False),
        sa.Column("read_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_lists"),
        sqlite_strict=True,
    )
    op.create_table(
        "listed",
        sa.Column("list", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("record", Json(), nullable=False),
        sa.Column("gone", Flag(), nullable=False),
        sa.ForeignKeyConstraint(["list"], ["lists.name"], name="fk_listed_list", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("list", "id", name="pk_listed"),
        sqlite_strict=True,
    )
    op.create_table(
        "proposals",
        sa.Column("list", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("member", sa.Text(), nullable=False),
        sa.Column("score", SCORE, nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["list"], ["lists.name"], name="fk_proposals_list", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("list", "record", "member", name="pk_proposals"),
        sqlite_strict=True,
    )
