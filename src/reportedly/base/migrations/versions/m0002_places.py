"""Places of claims can be asked for by where they lie: their rows hold what the record says of it."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from reportedly.base.columns import NUMBER, SCORE, Json

revision = "0002"
down_revision = "0001"

_ADDED: dict[str, Any] = {
    "place": NUMBER, "latitude": SCORE, "longitude": SCORE,
    "precision": sa.Text(), "country": sa.Text(), "area": sa.Text(),
}  # fmt: skip
_BATCH = 500


def upgrade() -> None:
    """Adds the columns, and fills them from the records of the claims that are kept."""
    for name, kind in _ADDED.items():
        op.add_column("parties", sa.Column(name, kind, nullable=True))
    op.create_index("ix_parties_latitude_longitude", "parties", ["latitude", "longitude"])
    bind = op.get_bind()
    claims = sa.table("claims", sa.column("id", sa.Text()), sa.column("record", Json()))
    parties = sa.table(
        "parties",
        *(sa.column(name, kind) for name, kind in {"claim_id": sa.Text(), "slot": sa.Text(), **_ADDED}.items()),
    )
    fill = (
        sa.update(parties)
        .where(parties.c.claim_id == sa.bindparam("of_claim"), parties.c.slot == "place")
        .values({name: sa.bindparam(f"new_{name}", type_=kind) for name, kind in _ADDED.items()})
    )
    last = ""
    while True:  # page by page: a base of a million claims does not fit into memory
        query = sa.select(claims.c.id, claims.c.record).where(claims.c.id > last).order_by(claims.c.id).limit(_BATCH)
        found = bind.execute(query).all()
        if not found:
            return
        last = found[-1].id
        places = [(row.id, row.record.get("place")) for row in found]
        filled = [
            {"of_claim": claim, **{f"new_{name}": _value(place, name) for name in _ADDED}}
            for claim, place in places
            if place
        ]
        if filled:
            bind.execute(fill, filled)


def _value(place: dict[str, object], name: str) -> object:
    value = place.get(name)
    return float(value) if name in {"latitude", "longitude"} and isinstance(value, int) else value
