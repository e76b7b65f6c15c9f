"""What the words before an expression make of it, told on 24 May 2016."""

from __future__ import annotations

import pytest
from tests.mentions.times.reading import only, times

from reportedly.records.when import Extent, edtf

PUBLISHED = "2016-05-24"

# text, relation, extent, earliest, latest, EDTF
CASES = [
    ("He fled in 2014.", "in", Extent.WITHIN, "2014-01-01", "2014-12-31", "2014"),
    ("He has led it since 2014.", "since", Extent.THROUGHOUT, "2014-01-01", "2016-05-24", "2014-01-01/2016-05-24"),
    ("He led it until 20 May 2016.", "until", Extent.THROUGHOUT, None, "2016-05-20", "../2016-05-20"),
    ("He fled before 2003.", "before", Extent.WITHIN, None, "2002-12-31", "[..2002-12-31]"),
    ("He fled prior to January 2016.", "before", Extent.WITHIN, None, "2015-12-31", "[..2015-12-31]"),
    ("He had fled by June 2014.", "before", Extent.WITHIN, None, "2014-06-30", "[..2014-06-30]"),
    ("He fled after May 20.", "after", Extent.WITHIN, "2016-05-21", None, "[2016-05-21..]"),
    ("He fled during 2015.", "during", Extent.WITHIN, "2015-01-01", "2015-12-31", "2015"),
    ("He fought throughout 2015.", "during", Extent.THROUGHOUT, "2015-01-01", "2015-12-31", "2015-01-01/2015-12-31"),
]


@pytest.mark.parametrize(("text", "relation", "extent", "earliest", "latest", "form"), CASES)
def test_relation(
    text: str, relation: str, extent: Extent, earliest: str | None, latest: str | None, form: str
) -> None:
    """Since and until fill the time; before and after leave one end open; in and during hold it somewhere within."""
    found = only(text, PUBLISHED)
    assert (found.relation, found.extent, found.earliest, found.latest) == (relation, extent, earliest, latest)
    assert edtf(found) == form


# text, values of both ends, bounds of both, extent
RANGES = [
    ("He led it from 2012 to 2014.", ("2012", "2014"), ("2012-01-01", "2014-12-31"), Extent.THROUGHOUT),
    ("He fled between 2012 and 2014.", ("2012", "2014"), ("2012-01-01", "2014-12-31"), Extent.WITHIN),
    ("He led it from 3 to 7 June 2015.", ("2015-06-03", "2015-06-07"), ("2015-06-03", "2015-06-07"), Extent.THROUGHOUT),
    (
        "The fighting of June 3-7, 2015 was short.",
        ("2015-06-03", "2015-06-07"),
        ("2015-06-03", "2015-06-07"),
        Extent.THROUGHOUT,
    ),
    ("He led it from March to May 2015.", ("2015-03", "2015-05"), ("2015-03-01", "2015-05-31"), Extent.THROUGHOUT),
    ("The fighting of 2006–08 was long.", ("2006", "2008"), ("2006-01-01", "2008-12-31"), Extent.THROUGHOUT),
    ("He led it from December to May 2015.", ("2014-12", "2015-05"), ("2014-12-01", "2015-05-31"), Extent.THROUGHOUT),
]


@pytest.mark.parametrize(("text", "values", "bounds", "extent"), RANGES)
def test_range(text: str, values: tuple[str, str], bounds: tuple[str, str], extent: Extent) -> None:
    """Both ends take what they share from one another, and each carries the whole interval."""
    one, other = times(text, published=PUBLISHED)
    assert (one.value, other.value) == values
    for end in (one, other):
        assert (end.earliest, end.latest, end.extent) == (*bounds, extent)
