"""Expressions of time in the Extended Date/Time Format."""

from __future__ import annotations

import pytest

from reportedly.records.when import Extent, When, edtf

# value, earliest, latest, extent, EDTF
CASES = [
    # one unit of the calendar
    ("2016-05-24", "2016-05-24", "2016-05-24", Extent.WITHIN, "2016-05-24"),
    ("2016-05", "2016-05-01", "2016-05-31", Extent.WITHIN, "2016-05"),
    ("2014", "2014-01-01", "2014-12-31", Extent.WITHIN, "2014"),
    ("198", "1980-01-01", "1989-12-31", Extent.WITHIN, "198X"),
    ("20", "2000-01-01", "2099-12-31", Extent.WITHIN, "20XX"),
    # some day within
    ("2016-W20", "2016-05-11", "2016-05-23", Extent.WITHIN, "[2016-05-11..2016-05-23]"),
    ("2016-05", "2016-05-01", "2016-05-24", Extent.WITHIN, "[2016-05-01..2016-05-24]"),
    ("2003", None, "2002-12-31", Extent.WITHIN, "[..2002-12-31]"),
    ("2016-05-20", "2016-05-21", None, Extent.WITHIN, "[2016-05-21..]"),
    # all of it
    ("2014", "2014-01-01", "2016-05-24", Extent.THROUGHOUT, "2014-01-01/2016-05-24"),
    ("2014", "2014-01-01", None, Extent.THROUGHOUT, "2014-01-01/.."),
    ("2016-05-28", None, "2016-05-28", Extent.THROUGHOUT, "../2016-05-28"),
    # nothing to say
    ("P3D", None, None, Extent.WITHIN, None),
    (None, None, None, Extent.WITHIN, None),
]


@pytest.mark.parametrize(("value", "earliest", "latest", "extent", "expected"), CASES)
def test_edtf(
    value: str | None, earliest: str | None, latest: str | None, extent: Extent, expected: str | None
) -> None:
    """A unit stays a unit, "within" is a set with one true member, "throughout" an interval, open ends are dots."""
    when = When(start=0, end=1, text="x", value=value, earliest=earliest, latest=latest, extent=extent)
    assert edtf(when) == expected
