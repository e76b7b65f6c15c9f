"""Reference lists in a base: what was read of them, and which records may speak of whom."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, delete, insert, select, update

from reportedly.base import schema
from reportedly.records.listed import Listed, ListHead, Proposal, ReadList


def lists(connection: Connection) -> tuple[ReadList, ...]:
    """The lists that were read, by name."""
    rows = connection.execute(select(schema.LISTS).order_by(schema.LISTS.c.name)).mappings()
    return tuple(msgspec.convert({str(name): value for name, value in row.items()}, ReadList) for row in rows)


def proposals(connection: Connection) -> tuple[Proposal, ...]:
    """All that was proposed and not replaced since, by list, record and member."""
    told, listed = schema.PROPOSALS, schema.LISTED
    of = (listed.c.list == told.c.list) & (listed.c.id == told.c.record)
    query = (
        select(told.c.list, told.c.member, told.c.score, told.c.rule, told.c.why, listed.c.record, listed.c.gone)
        .join(listed, of)
        .order_by(told.c.list, told.c.record, told.c.member)
    )
    return tuple(
        Proposal(
            member=row.member,
            record=msgspec.convert(row.record, Listed),
            list=row.list,
            score=row.score,
            rule=row.rule,
            why=row.why,
            gone=row.gone,
        )
        for row in connection.execute(query)
    )


def keep_list(
    connection: Connection, head: ListHead, records: int, found: Iterable[Proposal], decided: Iterable[str], now: str
) -> None:
    """Puts what a list gave in the place of what an earlier edition gave.

    decided: ids of records that decisions speak of. Of a whole list they stay when it lacks them, marked as gone, and
    all other proposals of it go; of a part of a list all proposals stay that it says nothing about.
    """
    told, listed, kept = schema.PROPOSALS, schema.LISTED, tuple(found)
    row = {"published": head.published, "authorities": head.authorities, "records": records, "read_at": now}
    if connection.execute(select(schema.LISTS.c.name).where(schema.LISTS.c.name == head.name)).first() is None:
        connection.execute(insert(schema.LISTS).values(name=head.name, **row))
    else:
        connection.execute(update(schema.LISTS).where(schema.LISTS.c.name == head.name).values(**row))
    by_id = {one.record.id: one.record for one in kept}
    if head.whole:
        stay = set(decided) - by_id.keys()
        for table, column in ((told, told.c.record), (listed, listed.c.id)):
            connection.execute(delete(table).where(table.c.list == head.name, column.not_in(stay)))
        connection.execute(update(listed).where(listed.c.list == head.name).values(gone=True))
    else:
        for table, column in ((told, told.c.record), (listed, listed.c.id)):
            connection.execute(delete(table).where(table.c.list == head.name, column.in_(by_id)))
    if kept:
        rows = [{"list": head.name, "id": r.id, "record": r, "gone": False} for r in by_id.values()]
        connection.execute(insert(listed), rows)
        fields = ("member", "score", "rule", "why")
        connection.execute(
            insert(told),
            [{"list": head.name, "record": p.record.id, **{f: getattr(p, f) for f in fields}} for p in kept],
        )
