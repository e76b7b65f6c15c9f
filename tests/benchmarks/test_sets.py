"""The sets stand where sets.toml says, and a perfect answer gets a perfect score."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.floors import LESS_IS_BETTER, Floors
from benchmarks.lines import read_lines
from benchmarks.sets import SHARED, GoldSet, all_sets, chosen_sets, scorer
from rich.console import Console

from benchmarks import run as runs
from reportedly.text import sentences

SCORED = [s for s in all_sets() if s.task != "claims"]


def _name(gold_set: GoldSet) -> str:
    return gold_set.name


def test_sets_are_chosen_by_name_and_by_task() -> None:
    """A set, a task, all, the quick ones; an unknown name is told with the known ones."""
    assert [s.name for s in chosen_sets(["claims/seed"])] == ["claims/seed"]
    assert [s.name for s in chosen_sets(["claims"])] == ["claims/dev", "claims/seed"]
    assert chosen_sets([]) == all_sets()
    assert all(s.quick for s in chosen_sets([], quick=True))
    with pytest.raises(ValueError, match="no set or task 'cooking'; sets are: claims/dev"):
        chosen_sets(["cooking"])


@pytest.mark.parametrize("gold_set", all_sets(), ids=_name)
def test_files_are_there(shared: Path, gold_set: GoldSet) -> None:
    """Gold, input and never file exist, and the input has lines with an id."""
    assert [p for p in (gold_set.gold, gold_set.input, gold_set.never) if p and not (shared / p).exists()] == []
    assert next(gold_set.lines())["id"]


@pytest.mark.parametrize("gold_set", SCORED, ids=_name)
def test_the_gold_itself_scores_full_marks(shared: Path, gold_set: GoldSet) -> None:
    """The scorer's own perfect prediction is at the top, and every guarded figure is one that the scorer gives."""
    gold = gold_set.gold_lines()
    figures = gold_set.score([scorer().perfect(gold_set.task, line) for line in gold])
    assert next(iter(figures.values())) == pytest.approx(1.0, abs=0.02)
    assert set(gold_set.floors) <= set(figures)


@pytest.mark.parametrize("gold_set", chosen_sets(["claims"]), ids=_name)
def test_claims_are_scored_with_their_violations(shared: Path, gold_set: GoldSet) -> None:
    """No claims score nothing and violate nothing; a claim in a comment is a violation."""
    assert set(gold_set.floors) <= set(gold_set.score([]))
    assert gold_set.score([])["never_violations"] == 0
    bad = {"predicate": "leads", "subject": {"name": "A"}, "evidence": [{"role": "comment", "quote": "A leads B"}]}
    assert gold_set.score([bad])["never_violations"] == 1
    assert "never_violations" in LESS_IS_BETTER


def test_the_seed_is_one_line_with_its_day(shared: Path) -> None:
    """The plain text becomes an input line with the day that a person would give."""
    (line,) = chosen_sets(["claims/seed"])[0].lines()
    assert (line["id"], line["published"]) == ("fallujah-2016", "2016-05-24")
    assert line["text"] == (shared / "seed" / "fallujah-2016.txt").read_text(encoding="utf-8")


def test_given_mentions_are_dropped_end_to_end(shared: Path) -> None:
    """The end-to-end set reads the same lines without what was given."""
    given, alone = (next(chosen_sets([name])[0].lines()) for name in ("relations/re3d", "relations/re3d-end-to-end"))
    assert set(given) - set(alone) == {"mentions"}


def test_a_set_that_fails_does_not_end_the_run(
    shared: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The others are measured and kept, and the run as a whole has failed."""

    def measure(gold_set: GoldSet) -> runs.Result:
        if gold_set.name == "mentions/re3d":
            raise OSError("no weights")
        return runs.Result(
            version="0", engine="e", date="2026-01-02", gold="g", scorer="s", lines=1, seconds=0.1, crashes=(),
            figures={"mentions_f1": 0.5},
        )  # fmt: skip

    kept: list[str] = []
    monkeypatch.setattr(runs, "measure", measure)
    monkeypatch.setattr(runs, "_missing", lambda gold_set: None)
    monkeypatch.setattr(runs, "read_floors", lambda: Floors(sets={}))
    monkeypatch.setattr(runs, "write_floors", lambda floors: None)
    monkeypatch.setattr(runs, "read_results", dict)
    monkeypatch.setattr(runs, "write_results", lambda results: kept.extend(results))
    assert not runs.run(chosen_sets(["mentions"]), runs.Change(), Console())
    assert kept == ["mentions/meantime"]
    assert "mentions/re3d: failed: OSError: no weights" in capsys.readouterr().out


def test_what_stands_behind_the_annotated_part_is_not_scored(shared: Path) -> None:
    """Expressions in sentences that nobody annotated cost nothing; those before do."""
    (gold_set,) = chosen_sets(["times/meantime-end-to-end"])
    gold = list(read_lines(SHARED / gold_set.gold))
    perfect = [scorer().perfect("times", line) for line in gold]
    ends = {line["id"]: len(line["text"]) for line in gold_set.lines() if len(sentences.spans(line["text"])) > 6}
    before = gold_set.score(perfect)["value_precision"]

    def more(at: dict[str, int]) -> float | int:
        wrong = {key: {"start": n - 1, "end": n, "type": "DATE", "value": "2000"} for key, n in at.items()}
        lines = [{**p, "times": [*p["times"], *([wrong[p["id"]]] if p["id"] in wrong else [])]} for p in perfect]
        return gold_set.score(lines)["value_precision"]

    assert more(ends) == before
    assert more(dict.fromkeys(ends, 1)) < before
