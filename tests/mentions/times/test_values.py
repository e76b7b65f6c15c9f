"""Phrases, the value that each has, and the days that bound it, told on Tuesday, 24 May 2016."""

from __future__ import annotations

import pytest
from tests.mentions.times.reading import only, times

PUBLISHED = "2016-05-24"

# text with the expression in [ ], TIMEX3 type, value, earliest, latest
CASES = [
    # ---- dates of the calendar
    ("The bridge fell on [28 May 2014].", "DATE", "2014-05-28", "2014-05-28", "2014-05-28"),
    ("It fell on [Wednesday, May 28, 2014].", "DATE", "2014-05-28", "2014-05-28", "2014-05-28"),
    ("The file is dated [2014-05-28].", "DATE", "2014-05-28", "2014-05-28", "2014-05-28"),
    ("The file is dated [7/8/14].", "DATE", "2014-07-08", "2014-07-08", "2014-07-08"),
    ("The file is dated [28.5.2014].", "DATE", "2014-05-28", "2014-05-28", "2014-05-28"),
    ("Shells fell in [June 2014].", "DATE", "2014-06", "2014-06-01", "2014-06-30"),
    ("Shells fell in [2014].", "DATE", "2014", "2014-01-01", "2014-12-31"),
    ("He studied in [the 1980s].", "DATE", "198", "1980-01-01", "1989-12-31"),
    ("He studied in [the '80s].", "DATE", "198", "1980-01-01", "1989-12-31"),
    ("It is a road of [the 19th century].", "DATE", "18", "1800-01-01", "1899-12-31"),
    ("He left in [the spring of 2015].", "DATE", "2015-SP", "2015-03-01", "2015-06-21"),
    ("Sales fell in [the third quarter of 2015].", "DATE", "2015-Q3", "2015-07-01", "2015-09-30"),
    ("Sales fell in [fiscal 2015].", "DATE", "FY2015", "2014-04-01", "2016-03-31"),
    # edges narrow the bounds, not the value
    ("He was jailed in [early 2015].", "DATE", "2015", "2015-01-01", "2015-07-02"),
    ("He was jailed at [the end of March 2015].", "DATE", "2015-03", "2015-03-16", "2015-03-31"),
    ("He was born [about 1910].", "DATE", "1910", "1909-01-01", "1911-12-31"),
    # ---- the year is left out: the tense tells
    ("He was shot on [May 20].", "DATE", "2016-05-20", "2016-05-20", "2016-05-20"),
    ("He was shot on [Dec. 20].", "DATE", "2015-12-20", "2015-12-20", "2015-12-20"),
    ("The court will sit on [20 December].", "DATE", "2016-12-20", "2016-12-20", "2016-12-20"),
    ("The town was taken in [October].", "DATE", "2015-10", "2015-10-01", "2015-10-31"),
    ("The town will vote in [October].", "DATE", "2016-10", "2016-10-01", "2016-10-31"),
    ("The town was taken in [March].", "DATE", "2016-03", "2016-03-01", "2016-03-31"),
    ("The town was taken [last March].", "DATE", "2016-03", "2016-03-01", "2016-03-31"),
    ("The town was taken [last June].", "DATE", "2015-06", "2015-06-01", "2015-06-30"),
    # ---- counted from the day of publication
    ("The car was found [today].", "DATE", "2016-05-24", "2016-05-24", "2016-05-24"),
    ("The car was found [yesterday].", "DATE", "2016-05-23", "2016-05-23", "2016-05-23"),
    ("The car was found [the day before yesterday].", "DATE", "2016-05-22", "2016-05-22", "2016-05-22"),
    ("The car was found [three days ago].", "DATE", "2016-05-21", "2016-05-21", "2016-05-21"),
    ("The car was found [three weeks ago].", "DATE", "2016-W18", "2016-05-02", "2016-05-08"),
    ("The car was found [two months ago].", "DATE", "2016-03", "2016-03-01", "2016-03-31"),
    ("The car was found [a decade ago].", "DATE", "2006", "2006-01-01", "2006-12-31"),
    ("The car was found [several years ago].", "DATE", "PAST_REF", None, None),
    # writers mean the calendar week or the seven days before; the bounds hold both
    ("He was seen [just last week].", "DATE", "2016-W20", "2016-05-11", "2016-05-23"),
    ("He was seen [last month].", "DATE", "2016-04", "2016-04-01", "2016-04-30"),
    ("He was seen [last year].", "DATE", "2015", "2015-01-01", "2015-12-31"),
    ("He was seen [earlier this month].", "DATE", "2016-05", "2016-05-01", "2016-05-24"),
    ("He will be seen [later this year].", "DATE", "2016", "2016-05-24", "2016-12-31"),
    ("He was seen at [the end of last year].", "DATE", "2015", "2015-07-02", "2015-12-31"),
    ("They met over [the weekend].", "DATE", "2016-W20-WE", "2016-05-21", "2016-05-22"),
    # ---- weekdays
    ("He was seen on [Tuesday].", "DATE", "2016-05-24", "2016-05-24", "2016-05-24"),
    ("He was seen on [Friday].", "DATE", "2016-05-20", "2016-05-20", "2016-05-20"),
    ("He will be seen on [Friday].", "DATE", "2016-05-27", "2016-05-27", "2016-05-27"),
    ("The talks are set to be held on [Friday].", "DATE", "2016-05-27", "2016-05-27", "2016-05-27"),
    ("He was seen [last Tuesday].", "DATE", "2016-05-17", "2016-05-17", "2016-05-17"),
    ("They strike [overnight Friday].", "TIME", "2016-05-20TNI", "2016-05-20", "2016-05-21"),
    ("They struck on [Friday morning].", "TIME", "2016-05-20TMO", "2016-05-20", "2016-05-20"),
    ("They struck [last night].", "TIME", "2016-05-23TNI", "2016-05-23", "2016-05-24"),
    ("They struck on [the night of 8 February 2015].", "TIME", "2015-02-08TNI", "2015-02-08", "2015-02-09"),
    # ---- the hour
    ("They struck at [10 p.m. Friday].", "TIME", "2016-05-20T22:00", "2016-05-20", "2016-05-20"),
    ("They struck at [18:00 UTC].", "TIME", "2016-05-24T18:00Z", "2016-05-24", "2016-05-24"),
    # ---- lengths
    ("He waited for [three days].", "DURATION", "P3D", None, None),
    ("He signed a [27-year] contract.", "DURATION", "P27Y", None, None),
    ("He waited [two and a half years].", "DURATION", "P2.5Y", None, None),
    ("He waited [nearly thirty minutes].", "DURATION", "PT30M", None, None),
    ("He waited for [months].", "DURATION", "PXM", None, None),
    ("He waited for [a couple of weeks].", "DURATION", "P2W", None, None),
    ("He fought in [the past week].", "DURATION", "P1W", "2016-05-17", "2016-05-24"),
    ("Nine died in [the last 24 hours].", "DURATION", "PT24H", "2016-05-23", "2016-05-24"),
    ("He will stay for [the next six months].", "DURATION", "P6M", "2016-05-24", "2016-11-24"),
    ("He hid for [half an hour].", "DURATION", "PT30M", None, None),
    ("He hid in [the last week of April].", "DURATION", "P1W", "2016-04-24", "2016-04-30"),
    ("He hid in [the first ten months of 2015].", "DURATION", "P10M", "2015-01-01", "2015-10-31"),
    ("The [year-ago] quarter was bad.", "DATE", "2015", "2015-01-01", "2015-12-31"),
    ("He will go [two weeks from now].", "DATE", "2016-W23", "2016-06-06", "2016-06-12"),
    ("It formed [13.8 billion years ago].", "DATE", "PAST_REF", None, None),
    # ---- what comes again
    ("Shells fall [daily].", "SET", "P1D", None, None),
    ("They march [every Friday].", "SET", "XXXX-WXX-5", None, None),
    ("They march [every two weeks].", "SET", "P2W", None, None),
    ("They march twice [a month].", "SET", "P1M", None, None),
    # ---- only past, present, future
    ("He is [now] in the camp.", "DATE", "PRESENT_REF", "2016-05-24", "2016-05-24"),
    ("He [recently] left.", "DATE", "PAST_REF", None, "2016-05-24"),
    ("They will strike in [the coming days].", "DATE", "FUTURE_REF", "2016-05-24", None),
    # ---- other calendars and names
    ("It began on [22 Bahman 1357].", "DATE", "1979-02-11", "1979-02-11", "1979-02-11"),
    ("It began on [12 Ramadan 1436].", "DATE", "2015-06-29", "2015-06-28", "2015-06-30"),
    ("They came home at [Christmas 2014].", "DATE", "2014-12-25", "2014-12-25", "2014-12-25"),
    ("They came home on [Thanksgiving].", "DATE", "2015-11-26", "2015-11-26", "2015-11-26"),
    ("They came home on [Nowruz].", "DATE", "2016-03-20", "2016-03-20", "2016-03-20"),
    ("He fought during the [Iran-Iraq war].", "DATE", "1980-09-22/1988-08-20", "1980-09-22", "1988-08-20"),
]


@pytest.mark.parametrize(("marked", "timex", "value", "earliest", "latest"), CASES)
def test_value(marked: str, timex: str, value: str, earliest: str | None, latest: str | None) -> None:
    """An expression is found with just these words, and means what a reader of that day takes it to mean."""
    before, _, rest = marked.partition("[")
    words, _, after = rest.partition("]")
    found = only(before + words + after, PUBLISHED)
    assert (found.text, found.start) == (words, len(before))
    assert (found.timex, found.value, found.earliest, found.latest) == (timex, value, earliest, latest)


# words that look like times and are none
NO_TIMES = [
    "The second man may march on the town.",
    "A quarter of the 2000 people fled.",
    "The fall of the town cost 1500 soldiers and $1999.",
    "Sun Li and Mr. May met the former head of the 1st Division.",
    "It weighed 1.09 million tons; Resolution 1701 holds; Flight 2014 landed.",
    "He then asked for a second chance.",
    "The war in Iraq was long.",
    "Operation Ramadan failed.",
]


@pytest.mark.parametrize("text", NO_TIMES)
def test_no_time(text: str) -> None:
    """Ordinals, modal verbs, counts, sums of money, names and wars that are no adverb of time are left alone."""
    assert [(t.text, t.rule) for t in times(text, published=PUBLISHED)] == []


def test_tense_after_be() -> None:
    """A participle after "be" is no past: what is to be released on Friday has not been."""
    assert only("The men are expected to be released on Friday.", PUBLISHED).value == "2016-05-27"
    assert only("The men were released on Friday.", PUBLISHED).value == "2016-05-20"
