"""A ledger that grew, shrank and changed step by step holds what one filled at once holds, row by row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.entities import around, spread
from reportedly.entities.block import Blocks
from reportedly.entities.gather import member_id
from reportedly.entities.ledger import UNDER, Ledger
from reportedly.entities.resolve import update
from reportedly.entities.shown import entities_of
from reportedly.records.decision import Decision, Verdict
from reportedly.records.entity import Member
from reportedly.records.mention import Kind

PEOPLE = (
    "Qassem Darwishi", "Kasim Darwishi", "qassem darwishi", "Hadi Darwishi", "Darwishi", "Abu Zeyd", "Zeydan",
    "Mira Kolt", "Kolt",
)  # fmt: skip
GROUPS = ("Liwa al-Fajr", "Fajr Brigade", "Interior Ministry", "Ash Brigade", "Ash Brigade Ltd.", "Daesh", "ISIL")
PLACES = ("Maresh", "Maresj", "Maresh state", "Port Maresh", "Tarvo")
KINDS = {**dict.fromkeys(PEOPLE, Kind.PERSON), **dict.fromkeys(GROUPS, Kind.GROUP), **dict.fromkeys(PLACES, Kind.PLACE)}
KINDS["Interior Ministry"], KINDS["Ash Brigade Ltd."] = Kind.STATE_BODY, Kind.ORGANISATION

Told = tuple[tuple[str, ...], int, int]
TOLD = st.tuples(
    st.lists(st.sampled_from(sorted(KINDS)), max_size=5, unique=True).map(tuple), st.integers(0, 7), st.integers(0, 3)
)
STEPS = st.lists(
    st.tuples(st.integers(0, 11), TOLD, st.integers(0, 60), st.sampled_from([True, True, False])),
    min_size=3,
    max_size=14,
)
Step = tuple[int, Told, int, bool]


def _report(number: int, told: Told) -> list[Member]:
    """The members of a report: names, with some context that hangs on the numbers."""
    names, context, more = told
    document = f"d{number:02}"
    ids = {member_id(document, KINDS[name], name): name for name in names}
    together = frozenset(one.rsplit("|", 1)[1] for one in ids if "|place|" not in one)
    people = [one for one in ids if "|person|" in one]
    members = []
    for one, name in ids.items():
        kind = KINDS[name]
        members.append(
            Member(
                id=one,
                document_id=document,
                name=name,
                kind=kind,
                spellings=(name, "Zeydan")
                if more == 1 and kind is Kind.PERSON and " " in name
                else (name, name.split()[0]),
                published=f"2021-03-{number % 28 + 1:02}",
                bodies=frozenset({"north corps"} if context & 1 else ()),
                places=frozenset({"tarvo"} if context & 2 else ()),
                together=together - {one.rsplit("|", 1)[1]},
                known_as=frozenset(people[:2]) - {one} if more == 2 and one in people[:2] else frozenset(),
                beside=frozenset(ids) - {one} if more == 3 else frozenset(),
                died="2021-03-01" if context == 7 and kind is Kind.PERSON else None,
                seen=frozenset({f"2021-03-{number % 28 + 1:02}"} if context == 6 else ()),
                place=context if kind is Kind.PLACE and context & 4 else None,
            )
        )
    return members


def _decided(log: list[Decision], members: Sequence[str], chance: int) -> None:
    """Sometimes adds a decision on two members at hand, or takes one back."""
    number = len(log) + 1
    verdicts = (Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE, Verdict.RENAME)
    if chance > 50 and log:
        log.append(_decision(number, Verdict.UNDO, undoes=1 + chance % len(log)))
    elif chance > 30 and members:
        verdict, one, other = verdicts[chance % 4], members[chance % len(members)], members[chance * 7 % len(members)]
        log.append(_decision(number, verdict, one, "Somebody" if verdict is Verdict.RENAME else other))


def _decision(number: int, verdict: Verdict, *about: str, undoes: int | None = None) -> Decision:
    return Decision(id=number, verdict=verdict, about=about, reason="seen", by="ana", at="2024-01-01", undoes=undoes)


def _rows(ledger: Ledger) -> dict[str, dict[str, Any]]:
    """All rows but verdicts on names, which outlive the names."""
    return {shelf.name: dict(shelf.many(shelf.keys())) for shelf in ledger.shelves() if shelf.name != "compared"}


class Kept:
    """Rows that an earlier ledger handed over, as a base keeps them."""

    def __init__(self) -> None:
        self.content: dict[tuple[str, str], bytes] = {}

    def take(self, ledger: Ledger) -> None:
        """Keeps what a ledger changed."""
        for shelf in ledger.shelves():
            for key, content in shelf.changes():
                if content is None:
                    self.content.pop((shelf.name, key), None)
                else:
                    self.content[shelf.name, key] = content

    def rows(self, shelf: str, keys: Any) -> dict[str, bytes]:
        """Those of these rows that there are."""
        return {key: self.content[shelf, key] for key in keys if (shelf, key) in self.content}

    def keys(self, shelf: str, most: int | None = None, under: str = "") -> list[str]:
        """The keys of a shelf, or those under one."""
        return sorted(key for of, key in self.content if of == shelf and key.startswith(under and under + UNDER))[:most]

    def every(self, shelf: str) -> dict[str, bytes]:
        """All rows of a shelf."""
        return {key: self.content[shelf, key] for key in self.keys(shelf)}

    def count(self, shelf: str) -> int:
        """How many rows a shelf has."""
        return len(self.keys(shelf))


def _live(steps: Sequence[Step]) -> None:
    """Takes steps one after another, some of which are lost before they are kept, and compares with all at once."""
    reports: dict[str, list[Member]] = {}
    log: list[Decision] = []
    kept = Kept()
    waiting: set[str] = set()
    for number, told, chance, lasts in steps:
        members = _report(number, told)
        document = f"d{number:02}"
        reports[document] = members
        waiting.add(document)
        _decided(log, sorted(m.id for row in reports.values() for m in row), chance)
        ledger = Ledger(kept)
        update(ledger, {one: reports[one] for one in sorted(waiting)}, log)
        if lasts:
            kept.take(ledger)
            waiting.clear()
    grown, at_once = Ledger(kept), Ledger()
    update(grown, {one: reports[one] for one in sorted(waiting)}, log)
    update(at_once, {document: members for document, members in reports.items() if members}, log)
    assert entities_of(grown) == entities_of(at_once)
    assert _rows(grown) == _rows(at_once)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
def test_step_by_step_is_as_at_once(steps: list[Step]) -> None:
    """Reports come, change and go, people decide and undo; each step reaches all that hangs on it, killed or not."""
    _live(steps)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
def test_step_by_step_where_names_become_common(steps: list[Step]) -> None:
    """The same where almost every report makes some name more or less telling, and takes a partner from another."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Blocks.__init__, "__defaults__", (4, 2))
        patch.setattr(around, "FEW", 1)
        patch.setattr(spread, "FEW", 1)
        patch.setattr(spread, "_MOST", 8)
        _live(steps)


class Counting(Kept):
    """Counts the rows and the bytes that are asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = self.size = 0

    def rows(self, shelf: str, keys: Any) -> dict[str, bytes]:
        """Those of these rows that there are."""
        found = super().rows(shelf, keys)
        self.asked += len(found)
        self.size += sum(map(len, found.values()))
        return found


def _cost_of_one_more(count: int) -> tuple[int, int, int]:
    """Rows read, their bytes, and rows written for one more report beside so many that name the same."""
    kept = Counting()
    told = ("Qassem Darwishi", "Liwa al-Fajr", "Maresh")
    reports = {f"d{n}": _report(n, (told, 0, 0)) for n in range(100, 101 + count)}
    last = f"d{100 + count}"
    ledger = Ledger()
    update(ledger, {one: members for one, members in reports.items() if one != last}, ())
    kept.take(ledger)
    ledger = Ledger(kept)
    kept.asked = kept.size = 0
    update(ledger, {last: reports[last]}, ())
    return kept.asked, kept.size, sum(1 for shelf in ledger.shelves() for _ in shelf.changes())


def test_one_more_report_costs_what_it_touches() -> None:
    """Of people who stand in all reports no more rows are read and written beside many than beside few."""
    few, many = _cost_of_one_more(80), _cost_of_one_more(320)
    assert few[0] == many[0] < 120
    assert few[2] == many[2] < 60
    assert many[1] - few[1] < 240 * 3 * 60  # numbers of members and reports, and of who stands in a sentence with them


NAMES = [
    f"person|{given} {family}" for given in ("Ali", "Hasan", "Omar", "Aly") for family in ("Hasan", "Zubaidi", "Amin")
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sets(st.sampled_from(NAMES), max_size=5), max_size=8), st.integers(2, 8), st.integers(1, 4))
def test_partners_are_the_same_however_names_came(steps: list[set[str]], most: int, partners: int) -> None:
    """Names that come and go leave the buckets and partners of those that stayed, also where buckets fill and empty."""
    ledger, at_hand = Ledger(), frozenset[str]()
    couples: set[tuple[str, str]] = set()
    for names in steps:
        couples ^= Blocks(ledger, most, partners).change(names - at_hand, names & at_hand)
        at_hand ^= names
    at_once = Ledger()
    assert couples == Blocks(at_once, most, partners).change(at_hand, ())
    assert _rows(ledger) == _rows(at_once)
