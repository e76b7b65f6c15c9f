"""`reportedly ontology`."""

from __future__ import annotations

from tests.cli.running import CommandLine

from reportedly.ontology.ontology import load_ontology


def test_all_predicates_are_listed(cli: CommandLine) -> None:
    """By whether they last, each with its gloss."""
    out = " ".join(cli("ontology").out.split())
    for predicate in load_ontology().predicates:
        assert f" {predicate.name} {predicate.gloss.split()[0]}" in out
    assert [line["name"] for line in cli("ontology", "--json").lines] == [p.name for p in load_ontology().predicates]


def test_one_in_full(cli: CommandLine) -> None:
    """Gloss, example, roles with what they take, names in other schemes."""
    out = cli("ontology", "leads").out
    predicate = load_ontology().predicate("leads")
    assert predicate.example.text.split(",")[0] in out
    assert predicate.ftm.schema in out
    assert "subject" in out
    (line,) = cli("ontology", "leads", "--json").lines
    assert {role["name"]: role["kinds"] for role in line["roles"]}["subject"] == ["Person"]
