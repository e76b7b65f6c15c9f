"""Days that cannot be are told to a person, and nothing is put in their place."""

from __future__ import annotations

import pytest

from reportedly.mentions.analyse import analyse_and_tell
from reportedly.records.when import When
from reportedly.resources.engine import Engine
from reportedly.testing import make_document


def told(engine: Engine, *blocks: str, published: str | None = "2016-05-24") -> tuple[tuple[When, ...], dict[str, str]]:
    """The times of a report and what a person is told, by reason."""
    analysis, problems = analyse_and_tell(make_document(*blocks, published=published), engine)
    assert all((p.stage, p.component, p.location) == ("mentions", "times", "report.txt") for p in problems)
    return analysis.times, {p.reason: p.message for p in problems}


#: words of the date → what is told of it
IMPOSSIBLE = [
    ("31 February 2016", "there is no 31 February"),
    ("30 February", "there is no 30 February"),
    ("29 February 2015", "there is no 29 February 2015"),
    ("April 31, 2015", "there is no 31 April"),
    ("2016-13-05", "there is no 2016-13-05"),
    ("13/13/2015", "there is no 13/13/2015"),
    ("31/4/2015", "there is no 31/4/2015"),
    ("June 2150", "the year 2150 is to come"),
    ("5 March 2120", "the year 2120 is to come"),
    ("5 March 2500", "no report can tell of the year 2500"),
]


@pytest.mark.parametrize("published", ["2016-05-24", None])
@pytest.mark.parametrize(("words", "why"), IMPOSSIBLE)
def test_a_day_that_cannot_be(engine: Engine, published: str | None, words: str, why: str) -> None:
    """It gets no value and no bounds, with a day of publication or without, and is told with its words."""
    (time,), problems = told(engine, f"Ilo Varek was killed in Ruda on {words}.", published=published)
    assert (time.value, time.earliest, time.latest) == (None, None, None)
    assert list(problems) == ["impossible-date"]
    assert why in problems["impossible-date"]
    assert f"“{time.text}”" in problems["impossible-date"]


#: sentences with dates that may be, with or without a day of publication
POSSIBLE = [
    "Ilo Varek was killed in Ruda on 29 February 2016.",
    "The ministry said the last mine would be gone by 2120.",
    "The sea will have risen by a metre in 2150.",
    "On 5 March 2500 soldiers of the army entered Ruda.",
    "The vote was put off until 5 August 2017.",
    "The vote was planned for 5 August 2017.",
    "The army will leave Ruda on 5 August 2017.",
    "Ilo Varek was killed in Ruda on Monday, 23 May 2016.",
]


@pytest.mark.parametrize("published", ["2016-05-24", None])
@pytest.mark.parametrize("text", POSSIBLE)
def test_a_day_that_may_be(engine: Engine, published: str | None, text: str) -> None:
    """Days to come that are told as such, leap days and right weekdays are no problem."""
    times, problems = told(engine, text, published=published)
    assert problems == {}
    assert all(t.value is not None for t in times)


def test_a_day_after_publication(engine: Engine) -> None:
    """What is told as past but lies behind the day of publication keeps its value; one of the two is wrong."""
    text = "Ilo Varek was arrested in Ruda on 5 August 2017. Soldiers killed 12 rebels on 6 August 2017."
    times, problems = told(engine, text)
    assert [t.value for t in times] == ["2017-08-05", "2017-08-06"]
    assert list(problems) == ["date-after-publication"]
    assert "“5 August 2017”, “6 August 2017” are told as past" in problems["date-after-publication"]
    assert "dated 2016-05-24 (certain)" in problems["date-after-publication"]
    assert told(engine, text, published="2017-08-09")[1] == {}


def test_a_wrong_weekday(engine: Engine) -> None:
    """The date as written is kept and told; where the year was ours, it is left open."""
    (time,), problems = told(engine, "Ilo Varek was killed in Ruda on Tuesday, 23 May 2016.")
    assert (time.value, list(problems)) == ("2016-05-23", ["impossible-date"])
    assert "23 May 2016 was a Monday, not a Tuesday" in problems["impossible-date"]
    (time,), problems = told(engine, "Ilo Varek was killed in Ruda on Tuesday, 23 May.")
    assert (time.value, time.earliest, list(problems)) == ("XXXX-05-23", None, ["impossible-date"])


def test_a_dateline_far_from_publication(engine: Engine) -> None:
    """The day that the first paragraph opens with is compared with that of publication; some days may lie between."""
    text = "RUDA, 12 May 2014 – Rebels seized the town of Belik."
    _, problems = told(engine, text)
    assert list(problems) == ["date-contradicted"]
    assert "2014-05-12" in problems["date-contradicted"]
    assert told(engine, text, published="2014-05-14")[1] == {}
    assert told(engine, "Rebels seized the town of Belik on 12 May 2014.")[1] == {}


def test_many_slips_are_one_problem(engine: Engine) -> None:
    """Each is named once, up to five."""
    text = " ".join(f"Varek was seen in Ruda on {day} February 2015." for day in (29, 29, 30, 31))
    text += " Orev was seen on 31 April 2015. Orev was seen on 31 June 2015. Orev was seen on 31 September 2015."
    message = told(engine, text)[1]["impossible-date"]
    assert message.count("“29 February 2015”") == 1
    assert " and 1 more." in message
