"""What undated expressions are counted from: publication, a date line, the dates of the text, or nothing."""

from __future__ import annotations

import pytest
from tests.mentions.times.reading import only, times

from reportedly.records.when import When

HISTORY = (
    "The first battle of Ostren began on 3 March 1911 and ended on 9 March 1911. A truce was signed on 2 April 1911. "
    "It broke on 4 May 1912, and the town was sacked on 6 June 1912. {}"
)


def last(text: str, published: str | None = None) -> When:
    """The last expression of a text."""
    return times(text, published=published)[-1]


# what follows the dates of the history above (the last of them 6 June 1912), value
STORY = [
    ("The next day the mayor fled.", "1912-06-07"),
    ("That same day the mayor fled.", "1912-06-06"),
    ("The day before, the mayor had fled.", "1912-06-05"),
    ("Three days later the mayor fled.", "1912-06-09"),
    ("The mayor fled a day after.", "1912-06-07"),
    ("The mayor fled on 12 August.", "1912-08-12"),
    ("The mayor fled in September.", "1912-09"),
    ("The mayor fled in February.", "1912-02"),
    ("The mayor fled on the 20th.", "1912-06-20"),
    ("The mayor fled by the end of the month.", "1912-06"),
    ("The mayor fled later in the year.", "1912"),
    ("The mayor fled the following year.", "1913"),
    ("The mayor fled in the autumn.", "1912-FA"),
    ("The mayor fled in October of that year.", "1912-10"),
    # nothing says when the teller speaks
    ("“We leave tomorrow,” the mayor cried.", "XXXX-XX-XX"),
]


@pytest.mark.parametrize(("sentence", "value"), STORY)
def test_history_runs_along_its_own_dates(sentence: str, value: str) -> None:
    """In a text of long ago the day of publication counts for nothing, the last date for all."""
    assert last(HISTORY.format(sentence), published="2009-12-19").value == value


def test_a_story_that_jumps_back_by_most_of_a_year_has_come_to_the_next() -> None:
    """January after November is of the next year."""
    text = HISTORY.format("The siege began in November 1912. The town fell on 4 January.")
    assert last(text, published="2009-12-19").value == "1913-01-04"


def test_news_with_background_is_no_history() -> None:
    """A few years of long ago in a report do not unhook its “yesterday”."""
    text = "The man, born in 1955, jailed in 1991 and freed in 2004, was shot yesterday."
    found = last(text, published="2016-05-24")
    assert (found.value, found.anchor, found.anchor_date) == ("2016-05-23", "publication", "2016-05-24")


def test_a_date_line_dates_the_report() -> None:
    """A line near the top that holds only a full date is the day that “today” means, when no other is known."""
    found = times("Bridge falls at Ostren", "September 1, 2007", "The bridge fell today. It had stood since Friday.")
    assert [t.value for t in found] == ["2007-09-01", "2007-09-01", "2007-08-31"]


# without any day to count from
UNANCHORED = [
    ("He was seen just last week.", "XXXX-WXX"),
    ("He was seen yesterday.", "XXXX-XX-XX"),
    ("He was seen on Friday.", "XXXX-WXX-5"),
    ("He was seen two years ago.", "XXXX"),
    ("He was seen on May 20.", "XXXX-05-20"),
    ("He was seen the next day.", "XXXX-XX-XX"),
]


@pytest.mark.parametrize(("text", "value"), UNANCHORED)
def test_unanchored_stays_unanchored(text: str, value: str) -> None:
    """What nothing dates keeps a value that says only how fine it is, and no bounds."""
    found = only(text)
    assert (found.value, found.earliest, found.latest, found.anchor) == (value, None, None, "none")


def test_the_next_days_of_the_past_are_not_counted_from_publication() -> None:
    """What went on “for the next three days” in the past began when the text says, not on the day of publication."""
    past = only("He was held for the next three days.", "2016-05-24")
    assert (past.value, past.earliest, past.latest) == ("P3D", None, None)
    ahead = only("The mayor will be in Ruda for the next three days.", "2016-05-24")
    assert (ahead.value, ahead.earliest, ahead.latest) == ("P3D", "2016-05-24", "2016-05-27")


#: sentence → first and last day of its length of time
LASTING = [
    ("Rebels have held the town for two years.", ("2014-05-24", "2016-05-24")),
    ("No convoy has entered the town for almost three weeks.", ("2016-05-03", "2016-05-24")),
    ("Rebels held the town for two years.", (None, None)),
    ("Rebels have to hold the town for two years.", (None, None)),
    ("Rebels have held the town for years.", (None, None)),
]


@pytest.mark.parametrize(("text", "days"), LASTING)
def test_what_has_lasted_ends_on_the_day_of_publication(text: str, days: tuple[str | None, str | None]) -> None:
    """A length of time behind “has … for” is counted back from the day of publication, others from nothing."""
    found = only(text, "2016-05-24")
    assert (found.earliest, found.latest) == days
    assert only(text).earliest is None


def test_ends_of_the_calendar() -> None:
    """A day that does not exist is told, not mended."""
    gone = only("He was shot on 31 February 2015.", "2016-05-24")
    assert (gone.value, gone.earliest) == (None, None)
    assert gone.problem == "there is no 31 February"
    assert only("He will be tried on 30 June 2017.", "2016-05-24").problem is None
    assert only("He was shot on 29 February 2016.", "2016-05-24").problem is None
    assert only("He was shot on 29 February 2015.", "2016-05-24").problem == "there is no 29 February 2015"


def test_years_before_christ() -> None:
    """A year before Christ has a value and no bounds; the first year of a range takes the mark from the second."""
    one, other, then = times("The war of 492-490 BC was lost. The following year they met again.")
    assert [t.value for t in (one, other, then)] == ["BC0492", "BC0490", "BC0489"]
    assert other.earliest is None
