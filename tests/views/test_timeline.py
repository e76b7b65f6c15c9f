"""Sightings in order, and how their days are drawn."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.base.reports import fill

from reportedly.base.store import Store
from reportedly.errors import NotFoundError
from reportedly.records.mention import Kind
from reportedly.records.when import Extent, When
from reportedly.testing import make_reading
from reportedly.views.claims import Told
from reportedly.views.timeline import Anchor, Sighting, bar, timelines


def test_a_timeline(store: Store) -> None:
    """Sightings only; the dated one before those that are only known to precede the report."""
    (one,) = timelines(store, "Orev")
    assert (one.name, one.start, one.end) == ("Danu Orev", "2016-05-20", "2016-05-24")
    assert [(s.anchor.value, s.first, s.last) for s in one.sightings] == [
        ("day", "2016-05-20", "2016-05-20"),
        ("before the report", None, "2016-05-24"),
        ("before the report", None, "2016-05-24"),
    ]


def test_an_unknown_name(store: Store) -> None:
    """One line."""
    with pytest.raises(NotFoundError, match="names 'Nobody'"):
        timelines(store, "Nobody")


@pytest.fixture
def told(store: Store) -> Told:
    """Any claim."""
    return timelines(store, "Orev")[0].sightings[0].told


@pytest.mark.parametrize(
    ("anchor", "first", "last", "drawn"),
    [
        (Anchor.DAY, "2016-01-01", "2016-01-01", "●          "),
        (Anchor.DAY, "2016-01-11", "2016-01-11", "          ●"),
        (Anchor.SOME_DAY, "2016-01-03", "2016-01-06", "  ├──┤     "),
        (Anchor.ALL_DAYS, "2016-01-03", "2016-01-06", "  ━━━━     "),
        (Anchor.SOME_DAY, None, "2016-01-06", "◂────┤     "),
        (Anchor.ALL_DAYS, "2016-01-06", None, "     ━━━━━▸"),
        (Anchor.BEFORE_REPORT, None, "2016-01-06", "     ?     "),
        (Anchor.UNKNOWN, None, None, "?          "),
    ],
)
def test_bars(told: Told, anchor: Anchor, first: str | None, last: str | None, drawn: str) -> None:
    """A character a day."""
    assert bar(Sighting(told=told, anchor=anchor, first=first, last=last), "2016-01-01", "2016-01-11", 11) == drawn


def test_a_short_interval_on_a_long_axis_is_no_day(told: Told) -> None:
    """What is too short to draw does not look like a known day."""
    week = Sighting(told=told, anchor=Anchor.SOME_DAY, first="2016-01-03", last="2016-01-09")
    assert bar(week, "2010-01-01", "2020-01-01", 11).strip() == "◆"


def test_all_days_are_told_from_some_day(tmp_path: Path) -> None:
    """A stay all through an interval and a sighting some day of it are not drawn alike."""
    text = "Orev stayed in Maresh. Orev was seen in Tarvo."
    claims = [
        {"predicate": "present_at", "evidence": evidence, "subject": "Orev", "time": _when(extent)}
        for evidence, extent in zip(text.split(". ", 1), (Extent.THROUGHOUT, Extent.WITHIN), strict=True)
    ]
    with fill(tmp_path / "a.db", make_reading(text, names={"Orev": Kind.PERSON}, claims=claims)) as base:
        assert {s.anchor for s in timelines(base, "Orev")[0].sightings} == {Anchor.ALL_DAYS, Anchor.SOME_DAY}


def _when(extent: Extent) -> When:
    return When(start=0, end=4, text="Orev", earliest="2016-01-03", latest="2016-01-09", extent=extent)
