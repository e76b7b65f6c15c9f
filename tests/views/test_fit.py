"""How surely claims fit areas and intervals."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from reportedly.base.store import Head
from reportedly.errors import ReportedlyError
from reportedly.records.claim import Claim, Modality
from reportedly.records.document import DateCertainty
from reportedly.records.when import Extent, When
from reportedly.records.where import Precision, Where
from reportedly.resources.areas import load_areas
from reportedly.testing import make_claim, make_document
from reportedly.views.fit import Certainty, Period, Target, fit_of, period

AREAS = load_areas()
FALLUJAH = {"type": "Point", "coordinates": [43.78, 33.35]}
DOCUMENT = make_document("Orev stayed there.", published="2016-05-24")


def _head(published: str | None) -> Head:
    return Head(
        id="d", location="l", url=None, title=None, publisher=None, authors=(), language="en", published=published,
        certainty=DateCertainty.UNKNOWN, claims=1, complete=True, engine="e", read_at="t", page_sha256="s",
    )  # fmt: skip


def _claim(**fields: Any) -> Claim:
    return make_claim(DOCUMENT, "present_at", "Orev stayed there.", subject="Orev", **fields)


def _where(latitude: float, longitude: float, precision: Precision, **fields: Any) -> Where:
    return Where(
        start=0, end=4, name="there", canonical="there", latitude=latitude, longitude=longitude, precision=precision,
        **fields,
    )  # fmt: skip


def _when(first: str | None, last: str | None, extent: Extent = Extent.WITHIN) -> When:
    return When(start=0, end=4, text="then", earliest=first, latest=last, extent=extent)


RAMADI = _where(33.42, 43.31, Precision.SETTLEMENT, country="IQ")
ANBAR = _where(32.6, 41.2, Precision.ADMIN1, country="IQ", area="IQ-AN")
WHERE = [
    (RAMADI, 50, Certainty.CERTAIN),
    (RAMADI, 20, None),
    (ANBAR, 50, Certainty.POSSIBLE),  # a province is more than what lies near the town
    (ANBAR, 1000, Certainty.CERTAIN),
    (_where(33.35, 43.78, Precision.NEAR, radius_km=25.0), 10, Certainty.POSSIBLE),
    (_where(33.35, 43.78, Precision.NEAR, radius_km=25.0), 30, Certainty.CERTAIN),
    (_where(36.2, 37.1, Precision.SETTLEMENT, country="SY"), 50, None),
    (Where(start=0, end=4, name="there", canonical="there"), 20_000, None),  # nobody knows where
]


@pytest.mark.parametrize(("place", "within", "expected"), WHERE)
def test_distance(place: Where, within: float, expected: Certainty | None) -> None:
    """All of a place near enough is certain, a part of it possible, none of it no answer."""
    fit = fit_of(_claim(place=place), _head(None), Target("Fallujah", FALLUJAH, within), Period(), AREAS)
    assert (None if fit is None else fit.certainty) == expected


def test_inside_an_outline() -> None:
    """A town is inside its province, the country only possibly, a town of another province not."""
    anbar = Target("Anbar", AREAS["IQ-AN"], 0.0, "IQ-AN")
    country = _where(33.0, 43.0, Precision.COUNTRY, country="IQ", area="IQ")
    neighbour = _where(34.8, 38.9, Precision.COUNTRY, country="SY", area="SY")
    assert fit_of(_claim(place=neighbour), _head(None), anbar, Period(), AREAS) is None  # it only touches
    mosul = _where(36.34, 43.13, Precision.SETTLEMENT, country="IQ")
    fits = [fit_of(_claim(place=p), _head(None), anbar, Period(), AREAS) for p in (RAMADI, ANBAR, country, mosul)]
    assert [None if fit is None else fit.certainty.value for fit in fits] == ["certain", "certain", "possible", None]
    assert fits[2] is not None
    assert "wider" in fits[2].why


SPRING = Period("2016-03-01", "2016-05-31")
WHEN = [
    (_when("2016-05-20", "2016-05-20"), Certainty.CERTAIN),
    (_when("2016-05-20", "2016-06-02"), Certainty.POSSIBLE),
    (_when("2016-01-01", "2016-12-31", Extent.THROUGHOUT), Certainty.CERTAIN),  # it held in spring too
    (_when("2016-01-01", "2016-12-31"), Certainty.POSSIBLE),
    (_when("2015-01-01", "2015-12-31"), None),
    (_when("2016-07-01", None), None),
    (_when("2016-05-01", None), Certainty.CERTAIN),  # and before the report, which is of May
    (_when(None, "2016-04-01"), Certainty.POSSIBLE),
    (None, Certainty.POSSIBLE),  # some day before the report
]


@pytest.mark.parametrize(("time", "expected"), WHEN)
def test_days(time: When | None, expected: Certainty | None) -> None:
    """All days that may be meant inside: certain; some: possible; none: no answer."""
    fit = fit_of(_claim(time=time), _head("2016-05-24"), None, SPRING, AREAS)
    assert (None if fit is None else fit.certainty) == expected


def test_nothing_happened_after_it_was_told_unless_planned() -> None:
    """An undated claim of May is none of June; a plan of May may be."""
    june = Period("2016-06-01", "2016-06-30")
    assert fit_of(_claim(), _head("2016-05-24"), None, june, AREAS) is None
    assert fit_of(_claim(modality=Modality.PLANNED), _head("2016-05-24"), None, june, AREAS) is not None


def test_both_must_be_certain() -> None:
    """A certain place at a possible time is possible, and both are told apart."""
    fit = fit_of(_claim(place=RAMADI), _head("2016-05-24"), Target("Fallujah", FALLUJAH, 60), SPRING, AREAS)
    assert fit is not None
    assert (fit.certainty, fit.where, fit.when) == ("possible", "certain", "possible")
    assert "44 km from Fallujah" in fit.why


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        ("2015", "2016-06", Period("2015-01-01", "2016-06-30")),
        ("2016-02", "2016-02", Period("2016-02-01", "2016-02-29")),
        (None, "2016-02-03", Period(None, "2016-02-03")),
    ],
)
def test_years_and_months_are_whole(first: str | None, last: str | None, days: Period) -> None:
    """A year or a month begins with its first day and ends with its last."""
    assert period(first, last) == days


@pytest.mark.parametrize("words", ["2016-13", "2016-02-30", "yesterday", "", "0000", "2016-6"])
def test_what_is_no_day(words: str) -> None:
    """One line says what to write."""
    with pytest.raises(ReportedlyError, match="no day"):
        period(words, None)


def test_days_in_the_wrong_order() -> None:
    """From after to is told."""
    with pytest.raises(ReportedlyError, match="lies after"):
        period("2016", "2015")


def test_open_ends_are_told_in_words() -> None:
    """Of what has no first or no last day it is said so."""
    head = _head("2016-05-24")
    before = fit_of(_claim(time=_when(None, "2016-05-20")), head, None, Period("2016-05-01", "2016-05-31"), AREAS)
    assert before is not None
    assert before.why == "2016-05-20 or earlier, only part of which was asked for"
    after = fit_of(_claim(time=_when("2016-05-20", None)), _head(None), None, Period(None, "2016-05-31"), AREAS)
    assert after is not None
    assert after.why == "2016-05-20 or later, only part of which was asked for"


def test_an_undated_report_is_no_prophecy() -> None:
    """What an undated report tells is over by the day on which it was read, unless it is planned."""
    head = msgspec.structs.replace(_head(None), read_at="2024-06-12T10:00:00Z")
    asked = Period("2150-01-01", None)
    assert fit_of(_claim(), head, None, asked, AREAS) is None
    assert fit_of(_claim(), head, None, Period("2024-06-01", None), AREAS) is not None
    assert fit_of(_claim(modality=Modality.PLANNED), head, None, asked, AREAS) is not None
