"""Whole reports with the claims expected of them: tests/stories/README.md says how they are kept."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from reportedly.pipeline import read_paths
from reportedly.records.claim import Claim
from reportedly.records.document import EVIDENCE_ROLES
from reportedly.records.reading import Reading
from reportedly.resources.engine import Engine, load_engine

FOLDER = Path(__file__).resolve().parent / "stories"
STORIES = sorted(path for path in FOLDER.iterdir() if path.is_dir())


@cache
def _engine() -> Engine:
    return load_engine()


@cache
def _reading(story: Path) -> Reading:
    (report,) = [story / name for name in ("page.html", "document.txt") if (story / name).exists()]
    (reading,) = read_paths([report], engine=_engine())
    return reading


def _reduced(claim: Claim) -> dict[str, Any]:
    return {
        "predicate": claim.predicate,
        "subject": claim.subject.canonical if claim.subject else [p.canonical for p in claim.subjects] or None,
        "object": claim.object.canonical if claim.object else None,
        "place": claim.place.name if claim.place else None,
        "modality": claim.modality.value,
        "attributed_to": [link.canonical for link in claim.attributed_to],
        "quote": claim.evidence[0].quote,
    }


def _lines(claims: tuple[Claim, ...]) -> list[str]:
    ordered = sorted(claims, key=lambda claim: (claim.evidence[0].start, claim.predicate, claim.id))
    return [json.dumps(_reduced(claim), ensure_ascii=False) for claim in ordered]


def test_there_are_stories() -> None:
    """At least one page and one plain text are read as a whole."""
    kinds = {path.name for story in STORIES for path in story.iterdir()}
    assert {"page.html", "document.txt"} <= kinds


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.name)
def test_a_story_gives_its_claims(story: Path) -> None:
    """The claims are those that were written down, no more and no fewer, in order."""
    found, expected = _lines(_reading(story).claims), story / "claims.jsonl"
    if not expected.exists():
        (story / "claims.jsonl.new").write_text("".join(f"{line}\n" for line in found), encoding="utf-8")
        pytest.fail(f"{expected} is missing; what came out stands in claims.jsonl.new: read it, then rename it")
    assert found == expected.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.name)
def test_evidence_is_the_words_at_its_place(story: Path) -> None:
    """Every quote stands at its offsets, in a block that is evidence; nothing went wrong on the way."""
    reading = _reading(story)
    assert [problem.message for problem in reading.problems] == []
    assert reading.document is not None
    for claim in reading.claims:
        for evidence in claim.evidence:
            assert reading.document.text[evidence.start : evidence.end] == evidence.quote
            assert evidence.role in EVIDENCE_ROLES


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.name)
def test_reading_again_gives_the_same_claims(story: Path) -> None:
    """The same page gives the same ids in the same order."""
    (again,) = read_paths([_reading(story).location], engine=_engine())
    assert [claim.id for claim in again.claims] == [claim.id for claim in _reading(story).claims]
