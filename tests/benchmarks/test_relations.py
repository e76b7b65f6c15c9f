"""Claims become relations by the table, between the mentions that are given."""

from __future__ import annotations

from typing import Any

import pytest
from benchmarks.pairs import End
from benchmarks.tasks import relations as tasks

from reportedly.ontology.ontology import load_ontology
from reportedly.records.claim import Claim, Evidence, Party, Polarity
from reportedly.records.document import Role
from reportedly.records.mention import Analysis, Chain, Form, Kind, Mention
from reportedly.records.where import Where

TEXT = "Gen. Danu Orev, who leads the Ash Brigade, was in Tarvo. He met Mira Kolt."


def _party(words: str, kind: Kind, mention: int | None = None) -> Party:
    start = TEXT.index(words)
    return Party(name=words, canonical=words, kind=kind, start=start, end=start + len(words), mention=mention)


def _claim(predicate: str, subject: Party | None, object_: Party | None, **fields: Any) -> Claim:
    evidence = (Evidence(role=Role.PARAGRAPH, start=0, end=len(TEXT), quote=TEXT),)
    return Claim(
        id="c", document_id="d", predicate=predicate, subject=subject, object=object_, evidence=evidence, **fields
    )


OREV, ASH = _party("Danu Orev", Kind.PERSON), _party("Ash Brigade", Kind.GROUP)
TARVO = Where(start=TEXT.index("Tarvo"), end=TEXT.index("Tarvo") + 5, name="Tarvo", canonical="Tarvo")


def _found(claims: list[Claim], scheme: str = "re3d", given: frozenset[tuple[int, int]] | None = None) -> list[Any]:
    rows = tasks.load_table()[scheme]
    found = tasks.relations(claims, _analysis(), rows, given, TEXT)
    return [(TEXT[slice(*f["source"].values())], f["type"], TEXT[slice(*f["target"].values())]) for f in found]


def _analysis() -> Analysis:
    def mention(words: str, form: Form) -> Mention:
        start = TEXT.index(words)
        return Mention(
            start=start, end=start + len(words), text=words, kind=Kind.PERSON, form=form, block=0, sentence=0
        )

    mentions = (mention("Danu Orev", Form.NAME), mention("He", Form.PRONOUN))
    return Analysis(mentions=mentions, chains=(Chain(mentions=(0, 1), name="Danu Orev", kind=Kind.PERSON, named=True),))


def test_a_claim_becomes_its_relation() -> None:
    """Leading is being in charge in re3d and chairing, turned round, in Re-DocRED."""
    claim = _claim("leads", OREV, ASH, role="leader")
    assert _found([claim]) == [("Danu Orev", "InChargeOf", "Ash Brigade")]
    assert _found([claim], "redocred")[0] == ("Danu Orev", "member of political party", "Ash Brigade")
    assert ("Ash Brigade", "chairperson", "Danu Orev") in _found([claim], "redocred")


def test_a_place_is_an_end_too() -> None:
    """Presence puts someone where the place stands."""
    assert _found([_claim("present_at", OREV, None, place=TARVO)]) == [("Danu Orev", "CoLocated", "Tarvo")]


def test_negative_claims_give_none() -> None:
    """What did not happen is no relation."""
    assert _found([_claim("leads", OREV, ASH, polarity=Polarity.NEGATIVE)]) == []


def test_what_claims_say_is_told_for_both_orders() -> None:
    """The predicate with its roles, forward and back, and the type that it stands for."""
    ends = [End(OREV.start, OREV.end, "Person", 0), End(ASH.start, ASH.end, "Organisation", 1)]
    rows = tasks.load_table()["re3d"]
    said = tasks.told_between([_claim("leads", OREV, ASH)], _analysis(), rows, ends, TEXT)
    there, back = ends[0][:2], ends[1][:2]
    assert said[there, back] == {"claim", "claim leads subject>object", "rule InChargeOf"}
    assert said[back, there] == {"claim", "claim leads object>subject"}
    denied = tasks.told_between([_claim("leads", OREV, ASH, polarity=Polarity.NEGATIVE)], _analysis(), rows, ends, TEXT)
    assert denied[there, back] == {"claim", "claim not leads subject>object"}


def test_kinds_and_role_words_limit_a_row() -> None:
    """An executive's office gives CEO, a commander's does not; a group has no residence."""
    assert ("Ash Brigade", "CEO", "Danu Orev") not in _found(
        [_claim("leads", OREV, ASH, role="commander")], "knowledgenet"
    )
    assert ("Ash Brigade", "CEO", "Danu Orev") in _found([_claim("leads", OREV, ASH, role="CEO")], "knowledgenet")
    types = {kind for _, kind, _ in _found([_claim("based_in", ASH, None, place=TARVO)], "knowledgenet")}
    assert types == {"HEADQUARTERS"}


def test_joint_subjects_each_stand_in_a_relation() -> None:
    """Each name of a joint subject is a source."""
    both = _claim("present_at", None, None, subjects=(OREV, ASH), place=TARVO)
    assert _found([both]) == [("Danu Orev", "CoLocated", "Tarvo"), ("Ash Brigade", "CoLocated", "Tarvo")]


def test_ends_snap_to_the_given_mentions() -> None:
    """The longer given mention with the same head stands for ours; what none was given for is left out."""
    titled = (0, TEXT.index(","))
    group = (TEXT.index("the Ash"), TEXT.index("Ash") + len("Ash Brigade"))
    assert _found([_claim("leads", OREV, ASH)], given=frozenset({titled, group})) == [
        ("Gen. Danu Orev", "InChargeOf", "the Ash Brigade")
    ]
    assert _found([_claim("leads", OREV, ASH)], given=frozenset({titled})) == []


def test_another_mention_of_the_same_person_will_do() -> None:
    """Where only the pronoun is given, the name's relation stands at the pronoun."""
    pronoun = (TEXT.index("He "), TEXT.index("He ") + 2)
    group = (ASH.start, ASH.end)
    found = _found(
        [_claim("leads", _party("Danu Orev", Kind.PERSON, mention=0), ASH)], given=frozenset({pronoun, group})
    )
    assert found == [("He", "InChargeOf", "Ash Brigade")]


@pytest.mark.parametrize(
    ("line", "scheme"),
    [
        ({"id": "knet-3-1000-62"}, "knowledgenet"),
        ({"id": "redocred-dev-1"}, "redocred"),
        ({"id": "0388FEF6"}, "re3d"),
        ({"id": "0388FEF6", "scheme": "redocred"}, "redocred"),
    ],
)
def test_schemes(line: dict[str, Any], scheme: str) -> None:
    """The scheme is the one a line names, else told by its id."""
    assert tasks.scheme_of(line) == scheme


def test_the_table_names_only_predicates_and_kinds_that_exist() -> None:
    """Every row is about predicates of the ontology with such roles, and kinds of the records."""
    ontology, kinds = load_ontology(), {kind.value for kind in Kind}
    for scheme, rows in tasks.load_table().items():
        assert scheme in {"re3d", "knowledgenet", "redocred"}
        for row in rows:
            assert row.source_kinds | row.target_kinds <= kinds, row
            for name in row.predicates:
                roles = {role.name for role in ontology.predicate(name).roles}
                assert {row.source, row.target} <= roles, (row.type, name)


def test_the_table_names_only_types_of_the_gold(shared: Any) -> None:
    """No row gives a type that the gold does not know."""
    from benchmarks.lines import read_lines

    for scheme, rows in tasks.load_table().items():
        gold = shared / "gold" / "relations" / scheme / "train.jsonl"
        known = {relation["type"] for line in read_lines(gold) for relation in line["relations"]}
        assert {row.type for row in rows} <= known
