"""`reportedly where`."""

from __future__ import annotations

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
