"""`reportedly timeline`."""

from __future__ import annotations

from tests.cli.running import CommandLine

from reportedly.base.store import Store


def test_a_timeline(cli: CommandLine) -> None:
    """Name, axis, a row for each sighting, and what the signs mean."""
    out = cli("timeline", "Orev").out.splitlines()
    assert out[:2] == ["Danu Orev", "3 sightings"]
    assert out[2].split() == ["2016-05-20", "2016-05-24"]
    assert out[3].startswith("●")
    assert "2016-05-20 (“Friday”)" in out[3] + out[4]
    assert sum("?" in line for line in out) == 3  # two sightings and the legend
    assert "some day of these" in " ".join(out)


def test_json(cli: CommandLine) -> None:
    """Days, how they are known, and the whole claim."""
    ((one,),) = cli("timeline", "Orev", "--json").lines
    assert (one["name"], one["start"], one["end"]) == ("Danu Orev", "2016-05-20", "2016-05-24")
    assert [s["anchor"] for s in one["sightings"]] == ["day", "before the report", "before the report"]
    assert one["sightings"][0]["claim"]["predicate"] == "present_at"


def test_a_name_without_sightings(cli: CommandLine, doubtful: Store) -> None:
    """It is told, with where the rest is to be found."""
    out = " ".join(cli("timeline", "Fajr Brigade").out.split())
    assert "0 sightings No report says where it was or whom it met." in out
    assert "reportedly who 'Fajr Brigade'" in out


def test_no_name(cli: CommandLine) -> None:
    """An empty name asks for nothing."""
    ran = cli("timeline", " ")
    assert (ran.code, ran.out) == (2, "")
    assert "Name a person" in ran.err


def test_an_unknown_name(cli: CommandLine) -> None:
    """One line on standard error."""
    ran = cli("timeline", "Nobody")
    assert (ran.code, ran.out) == (1, "")
    assert "Nobody" in ran.err
