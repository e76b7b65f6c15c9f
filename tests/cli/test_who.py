"""`reportedly who`."""

from __future__ import annotations

from pathlib import Path

from tests.base.reports import OREV, PERSONS, fill, sighting
from tests.cli.running import CommandLine

from reportedly.records.mention import Kind
from reportedly.testing import make_reading

DOSSIER = """\
Danu Orev Person
written Orev (3× in 2 reports), Danou Orev (1× in 1 report), Danu Orev (1× in 1 report)
5 claims in 2 reports

Offices (1)
  told 2016-05-24  Danu Orev leads Ash Brigade (leader)
                   said outright
                   “Danu Orev, who leads the Ash Brigade”
"""


def test_a_dossier(cli: CommandLine) -> None:
    """Names, offices, sightings in order of time, each with quote, hedge and report."""
    ran = cli("who", "Orev")
    out = "\n".join(line.rstrip() for line in ran.out.splitlines())
    assert out.startswith(DOSSIER)
    seen = out[out.index("Sightings (3)") :]
    assert seen.index("2016-05-20") < seen.index("met Mira Kolt") < seen.index("· photo")
    assert "reported, according to officials" in seen
    assert "Credited with (1)" in seen
    assert "denied by Danu Orev" in seen


def test_json_has_every_part(cli: CommandLine) -> None:
    """A list of dossiers with their claims by part."""
    ((one,),) = cli("who", "Orev", "--json").lines
    assert (one["name"], one["documents"], one["claims"]) == ("Danu Orev", 2, 5)
    assert [len(one[part]) for part in ("offices", "ties", "sightings", "events", "credited")] == [1, 0, 3, 0, 1]
    assert one["sightings"][0]["report"]["publisher"] == "Ruda Post"
    first = one["written"][0]
    assert (first["text"], first["mentions"], first["documents"], len(first["reports"])) == ("Orev", 3, 2, 2)


def test_namesakes(cli: CommandLine) -> None:
    """Each has its own dossier, the fullest three in full; all are listed with their ids."""
    others = [
        make_reading(
            f"{first} Orev spoke. Orev left.",
            location=f"{first}.txt",
            names={f"{first} Orev": (Kind.PERSON, ("Orev",))},
        )
        for first in ("Sela", "Tam", "Ule", "Vik")
    ]
    fill(Path("many.db"), sighting(), *others).close()
    ran = cli("who", "Orev", "--base", "many.db")
    assert ran.out.startswith("Danu Orev")
    assert "Several go by that name" in ran.out
    assert "Vik Orev (Person), 0 claims in 1 report" in ran.out
    assert len(cli("who", "Orev", "--base", "many.db", "--json").lines[0]) == 5


def test_what_many_reports_tell_alike_stands_once(cli: CommandLine) -> None:
    """An office is told once with the number of reports; JSON has each claim."""
    told = "Danu Orev leads the Ash Brigade"
    reports = [
        make_reading(
            f"{told}, report {number} says.",
            location=f"{number}.txt",
            published=f"2016-05-{20 + number}",
            names=PERSONS,
            claims=[{"predicate": "leads", "evidence": told, "subject": OREV, "object": ("Ash Brigade", Kind.GROUP)}],
        )
        for number in range(4)
    ]
    fill(Path("many.db"), *reports).close()
    out = cli("who", "Orev", "--base", "many.db").out
    assert out.count("Danu Orev leads Ash Brigade") == 1
    assert "Offices (4)" in out
    assert "… told alike in 3 more reports, the latest of 2016-05-23" in out
    assert len(cli("who", "Orev", "--base", "many.db", "--json").lines[0][0]["offices"]) == 4


def test_spellings_of_one_person(cli: CommandLine) -> None:
    """Which spelling stands in which report, and why they are held to be one."""
    reports = [
        make_reading(
            f"{name} leads the Ash Brigade.",
            location=f"{name[:5]}.txt",
            title=f"Report of {name[:5]}",
            names={name: Kind.PERSON, "Ash Brigade": Kind.GROUP},
            claims=[
                {
                    "predicate": "leads",
                    "evidence": f"{name} leads the Ash Brigade",
                    "subject": name,
                    "object": ("Ash Brigade", Kind.GROUP),
                }
            ],
        )
        for name in ("Qassem Darwishi", "Qasim Darwishi")
    ]
    fill(Path("two.db"), *reports).close()
    out = cli("who", "Kassem Darwishi", "--base", "two.db").out
    spellings = out[out.index("Spellings (2)") : out.index("Offices (2)")]
    assert spellings.index("Report of Qasim") < spellings.index("Qassem Darwishi") < spellings.index("Report of Qasse")
    assert "Both are tied to Ash Brigade." in " ".join(spellings.split())
    ((one,),) = cli("who", "Qasim Darwishi", "--base", "two.db", "--json").lines
    assert one["id"].startswith("e")
    assert len(one["why"]) == 1
