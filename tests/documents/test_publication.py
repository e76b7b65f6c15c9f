"""The date ladder: what each rung reads, and how far the rungs are believed together."""

from __future__ import annotations

import pytest

from reportedly.documents.publication import Rung, day_of, judged
from reportedly.documents.shown_dates import shown_day
from reportedly.records.document import DateCertainty

SHOWN = [
    ("12 June 2018", "2018-06-12"),
    ("June 12th, 2018 at 9:30 am", "2018-06-12"),
    ("Posted on Tue, 12 Jun 2018", "2018-06-12"),
    ("12. Juni 2018", "2018-06-12"),
    ("le 12 juin 2018 à 08h07", "2018-06-12"),
    ("12 de junio de 2018", "2018-06-12"),
    ("12 czerwca 2018", "2018-06-12"),
    ("12 июня 2018 г.", "2018-06-12"),
    ("12 يونيو 2018", "2018-06-12"),
    ("12 Haziran 2018", "2018-06-12"),
    ("2018年6月12日", "2018-06-12"),
    ("2018/06/12", "2018-06-12"),
    ("12.6.2018", "2018-06-12"),
    ("06/22/2018", "2018-06-22"),
    ("22/06/2018", "2018-06-22"),
    ("06/12/2018", None),
    ("31 June 2018", None),
    ("12 June 1918", None),
    ("Summer 2018", None),
    ("marching 12, 2018 men", None),
]


@pytest.mark.parametrize(("words", "day"), SHOWN)
def test_dates_as_readers_see_them(words: str, day: str | None) -> None:
    """Full dates in many languages are read; one whose day and month may be swapped is not guessed."""
    assert shown_day(words) == day


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("2018-06-12T23:30:00-05:00", "2018-06-12"),
        ("20180612", "2018-06-12"),
        ("Tue Jun 12, 2018", "2018-06-12"),
        ("2018-13-40", None),
        ("soon", None),
    ],
)
def test_stamps_keep_their_own_zone(stamp: str, day: str | None) -> None:
    """The day is that of the place where the page was written, not of UTC."""
    assert day_of(stamp) == day


#: rungs (name, day, stamp), the day, how sure
LADDER = [
    ([], None, "unknown"),
    ([("json-ld", "2018-06-12", "2018-06-12"), ("meta", "2018-06-12", "2018-06-12")], "2018-06-12", "certain"),
    ([("meta", "2018-06-12", "2018-06-12"), ("url", "2018-06-12", "2018/06/12")], "2018-06-12", "certain"),
    ([("meta", "2018-06-12", "2018-06-12")], "2018-06-12", "likely"),
    ([("time", "2018-06-12", ""), ("shown", "2018-06-12", "")], "2018-06-12", "likely"),
    ([("json-ld", "2018-06-12", "2018-06-12"), ("meta", "2016-01-01", "2016-01-01")], "2018-06-12", "guess"),
    ([("guessed", "2018-06-12", "2018-06-12")], "2018-06-12", "guess"),
    ([("meta", "2018-06-12", "2018-06-12T02:10:00Z"), ("shown", "2018-06-11", "June 11")], "2018-06-11", "guess"),
]


@pytest.mark.parametrize(("rungs", "day", "certainty"), LADDER)
def test_how_far_rungs_are_believed(rungs: list[tuple[str, str, str]], day: str | None, certainty: str) -> None:
    """Two independent rungs are certain, one is likely, contradiction and guesswork anchor nothing."""
    publication = judged([Rung(*rung) for rung in rungs])
    assert publication.date == day
    assert publication.certainty is DateCertainty(certainty)
    assert (publication.anchor is None) == (certainty in {"guess", "unknown"})
