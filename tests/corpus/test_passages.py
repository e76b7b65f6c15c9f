"""Our annotated passages: every offset is proven, and none repeats another."""

from __future__ import annotations

from functools import cache

import pytest
from training.corpus.coverage import coverage
from training.corpus.load import CorpusError, Passage, load, parse

from reportedly.ontology.ontology import load_ontology

GOOD = """# made-001
outlet: wire
country: Doran
war: none

P: [Danu Orev|a Person], [the [Ash Brigade|b Group]'s leader|a:nom], was seen in [Ruda|c Place].

leads a > b | role=leader | ev="Danu Orev, the Ash Brigade's leader"
present_at a @ c | modality=reported | ev="was seen in Ruda"
"""


@cache
def _passages() -> tuple[Passage, ...]:
    return tuple(load())


def test_a_passage_is_read() -> None:
    """Marks become spans of the bare text, claims point at them."""
    (passage,) = parse(GOOD)
    assert passage.text == "Danu Orev, the Ash Brigade's leader, was seen in Ruda."
    assert [passage.text[m.start : m.end] for m in passage.mentions] == [
        "Danu Orev", "the Ash Brigade's leader", "Ash Brigade", "Ruda",
    ]  # fmt: skip
    assert [claim.predicate for claim in passage.claims] == ["leads", "present_at"]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (GOOD.replace('was seen in Ruda"', 'was seen at Ruda"'), "does not stand in the text"),
        (GOOD.replace("leads a", "rules a"), "unknown predicate"),
        (GOOD.replace("|c Place]", "|c]"), "has no kind"),
        (GOOD.replace("[Ruda|c Place]", "[Ruda"), "not closed"),
        (GOOD.replace("> b |", "> d |"), "no mention of"),
    ],
)
def test_faults_are_told(wrong: str, told: str) -> None:
    """A passage that breaks the format stops the load with the reason."""
    with pytest.raises(CorpusError, match=told):
        list(parse(wrong))


def test_every_offset_is_proven() -> None:
    """All passages load; ids are unique."""
    ids = [passage.id for passage in _passages()]
    assert len(ids) > 1000
    assert len(ids) == len(set(ids))


def test_the_corpus_covers_the_ontology_and_repeats_nothing() -> None:
    """Every predicate is claimed somewhere, a third of the passages are bait, no frame and no passage repeats."""
    counted = coverage(_passages())
    assert [p.name for p in load_ontology().predicates if not counted["predicates"][p.name]] == []
    assert counted["bait"] >= len(_passages()) / 3
    assert counted["frames"] == {}
    assert counted["near_duplicates"] == []
