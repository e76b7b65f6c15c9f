"""`reportedly where`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.base.placed import around_fallujah
from tests.base.reports import fill
from tests.cli.running import CommandLine


def test_claims_of_a_place(cli: CommandLine) -> None:
    """In order of time, with a count; the place that is attacked counts too."""
    ran = cli("where", "maresh")
    assert ran.out.splitlines()[1].rstrip() == "3 claims in 2 reports"
    assert ran.out.index("2016-05-20") < ran.out.index("told") < ran.out.index("undated")


def test_json_has_the_claims(cli: CommandLine) -> None:
    """The same claims in the same order."""
    assert [line["predicate"] for line in cli("where", "Maresh", "--json").lines] == [
        "present_at",
        "present_at",
        "attacked",
    ]


@pytest.fixture
def placed(cli: CommandLine) -> CommandLine:
    """The command line in a folder with a base of placed claims, placed.db."""
    fill(Path("placed.db"), around_fallujah()).close()
    return cli


def test_around_a_place(placed: CommandLine) -> None:
    """Ramadi is near Fallujah for certain, Anbar province only possibly, Mosul is not; each says why."""
    ran = placed("where", "Fallujah", "--within", "50km", "--base", "placed.db")
    assert ran.out.splitlines()[:2] == ["Fallujah, within 50 km", "3 claims in 1 report, 2 certain and 1 possible"]
    assert re.search(r"certain: 4\d km from Fallujah", ran.out)
    assert "possible: “Anbar province” is wider: 0 to" in ran.out
    assert "Mosul" not in ran.out
    assert "shelled Karma" in ran.out  # what is acted upon counts too


def test_around_a_place_in_json(placed: CommandLine) -> None:
    """Each line says how surely it fits, and how far it is at the least and at the most."""
    ran = placed("where", "33.35, 43.78", "--within", "50km", "--from", "2016", "--base", "placed.db", "--json")
    assert [(line["fit"]["certainty"], line["fit"]["where"], line["fit"]["when"]) for line in ran.lines] == [
        ("certain", "certain", "certain"),
        ("possible", "certain", "possible"),
    ]
    assert ran.lines[0]["fit"]["nearest_km"] == pytest.approx(44, abs=2)


def test_an_interval_alone(placed: CommandLine) -> None:
    """By name and time: what happened some day of 2015 may have happened in its second half."""
    ran = placed("where", "Anbar", "--from", "2015-07", "--to", "2015-12", "--base", "placed.db", "--json")
    assert [line["fit"]["certainty"] for line in ran.lines] == ["possible"]
    assert placed("where", "Anbar", "--from", "2016", "--base", "placed.db").code == 1


def test_inside_a_province(placed: CommandLine) -> None:
    """0 km from a province is inside its outline."""
    ran = placed("where", "Anbar province", "--within", "0km", "--base", "placed.db", "--json")
    places = [line["place"] or line["object"]["where"] for line in ran.lines]
    assert [place["name"] for place in places] == ["Anbar province", "Ramadi", "Karma"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("Xyzzyq", "--within", "5km"), "No place called 'Xyzzyq' is known"),
        (("Fallujah", "--within", "far"), "no distance"),
        (("Fallujah", "--within", "1000000km"), "no distance"),
        (("Reykjavik", "--within", "5km"), "within 5 km of Reykjavik"),
        (("Fallujah", "--from", "2016-13"), "no day, month or year"),
    ],
)
def test_what_cannot_be_asked(placed: CommandLine, arguments: tuple[str, ...], words: str) -> None:
    """One line, and no answer."""
    ran = placed("where", *arguments, "--base", "placed.db")
    assert ran.code in {1, 2}
    assert ran.out == ""
    assert words in " ".join(ran.err.split()).replace("│ ", "")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("",), 2, "Name a place"),
        (("33.35, 43.78",), 2, "--within"),
        (("Fallujah", "--within", "far"), 2, "no distance"),
        (("Fallujah", "--within", "99999km"), 2, "no distance"),
        (("Fallujah", "--from", "2016-13"), 1, "no day, month or year"),
        (("Fallujah", "--to", "2016-02-31"), 1, "no day of the calendar"),
        (("Fallujah", "--from", "2017", "--to", "2016"), 1, "first lies after the last"),
        (("Fallujah", "--within", "1km", "--to", "1999"), 1, "in that time (Fallujah is"),
        (("Zzyzzo", "--within", "1km"), 1, "No place called"),
    ],
)
def test_questions_that_cannot_be_answered(
    placed: CommandLine, arguments: tuple[str, ...], code: int, words: str
) -> None:
    """One line says what is wrong, or what to write; nothing is printed as an answer."""
    ran = placed("where", *arguments, "--base", "placed.db")
    assert (ran.code, ran.out) == (code, "")
    assert words in " ".join(ran.err.replace("│", " ").split())


@pytest.mark.parametrize("distance", ["50", "50km", "50 kilometres", "31.1mi", "31.1 miles", "50000m", "50000 meters"])
def test_distances_as_people_write_them(placed: CommandLine, distance: str) -> None:
    """Kilometres, miles and metres, in full or short."""
    ran = placed("where", "Fallujah", "--within", distance, "--base", "placed.db")
    assert ran.out.splitlines()[1] == "3 claims in 1 report, 2 certain and 1 possible"


def test_what_says_no_day_may_be_of_any_before_the_report(cli: CommandLine) -> None:
    """It is possible in a time before the report, and the line says why."""
    out = " ".join(cli("where", "Maresh", "--to", "2016-05-22").out.split())
    assert "possible: no day is told: any up to 2016-05-24, that of the report" in out


def test_inside_is_said_in_words(placed: CommandLine) -> None:
    """With 0km the outline itself is meant."""
    ran = placed("where", "Anbar", "--within", "0km", "--base", "placed.db")
    assert ran.out.splitlines()[0] == "Inside Anbar"
