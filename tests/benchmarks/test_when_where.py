"""The figures for times and places of claims: days and points on the map decide, and words where there are none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest
from benchmarks.lines import read_lines
from benchmarks.sets import FOLDER, SHARED, chosen_sets, scorer
from benchmarks.when_where import Answers, figures_of, read_answers

Line = dict[str, Any]
TEXT = "Rebels killed Ilo Varek near Ruda on Monday."
GOLD: Line = {
    "document": "d",
    "type": "killed",
    "subject": "Rebels",
    "object": "Ilo Varek",
    "place": "Ruda",
    "place_start": 29,
    "time": "Monday",
    "time_start": 37,
    "time_end": 43,
    "evidence": TEXT,
    "evidence_start": 0,
    "evidence_end": 44,
}
ANSWERS = Answers(times={"d:37": ("2024-06-10",)}, places={"d:29": (36.0, 42.0)})
TIME: Line = {"text": "Monday", "value": "2024-06-10", "start": "2024-06-10", "end": "2024-06-10", "from": 37, "to": 43}
PLACE: Line = {"name": "Ruda", "canonical": "Ruda", "latitude": 36.1, "longitude": 42.1, "area": None}


def _figures(time: Line | None, place: Line | None, answers: Answers = ANSWERS) -> dict[str, float | int]:
    claim = {
        "document": "d",
        "predicate": "killed",
        "subject": {"name": "Rebels"},
        "object": {"name": "Ilo Varek"},
        "place": place,
        "time": time,
        "evidence": [{"role": "paragraph", "start": 0, "end": 44, "quote": TEXT}],
    }
    return figures_of([GOLD], [claim], answers, scorer())


def test_right_days_and_points(shared: Path) -> None:
    """The right day and a point 15 km off are right in every figure."""
    figures = _figures(TIME, PLACE)
    assert {name: figures[name] for name in figures if name.endswith("accuracy")} == {
        "time_accuracy": 1.0,
        "time_words_accuracy": 1.0,
        "place_name_accuracy": 1.0,
        "place_map_accuracy": 1.0,
    }


#: what is wrong with the time → (days right, words right)
WRONG = [
    (None, (0.0, 0.0)),
    ({**TIME, "value": "2024-06-03", "start": "2024-06-03", "end": "2024-06-03"}, (0.0, 1.0)),
    ({**TIME, "value": "XXXX-WXX-1", "start": None, "end": None}, (0.0, 1.0)),
    ({**TIME, "from": 0, "to": 6}, (1.0, 0.0)),  # the same day told elsewhere
]


@pytest.mark.parametrize(("time", "expected"), WRONG)
def test_the_day_decides_and_not_the_words(shared: Path, time: Line | None, expected: tuple[float, float]) -> None:
    """Right words with a wrong day, or with none where there is one, are wrong."""
    figures = _figures(time, PLACE)
    assert (figures["time_accuracy"], figures["time_words_accuracy"]) == expected


def test_words_decide_where_the_answer_is_no_day(shared: Path) -> None:
    """A time without an answer ("after the war") is right by its words, and wrong elsewhere."""
    none = Answers(times={}, places={})
    assert _figures({**TIME, "value": None, "start": None, "end": None}, PLACE, none)["time_accuracy"] == 1.0
    assert _figures({**TIME, "from": 0, "to": 6}, PLACE, none)["time_accuracy"] == 0.0


def test_the_map_decides_beside_the_name(shared: Path) -> None:
    """Another Ruda is right by name alone; a province is right by its code; a place that no map has is not asked."""
    assert _figures(TIME, {**PLACE, "latitude": 50.0})["place_map_accuracy"] == 0.0
    assert _figures(TIME, {**PLACE, "latitude": None})["place_map_accuracy"] == 0.0
    province = Answers(times={}, places={"d:29": "SY-ID"})
    assert _figures(TIME, {**PLACE, "area": "SY-ID"}, province)["place_map_accuracy"] == 1.0
    assert _figures(TIME, {**PLACE, "area": "SY"}, province)["place_map_accuracy"] == 0.0
    unknown = _figures(TIME, {**PLACE, "latitude": None}, Answers(times={}, places={}))
    assert (unknown["place_name_accuracy"], unknown["places_on_map_matched"]) == (1.0, 0)


def test_answers_stand_for_words_of_the_gold(shared: Path) -> None:
    """Every answer belongs to a time or place of a gold claim, and times have values that may be read."""
    (gold_set,) = (s for s in chosen_sets(["claims"]) if s.answers)
    answers = read_answers(FOLDER / str(gold_set.answers))
    gold = list(read_lines(SHARED / gold_set.gold))
    assert set(answers.times) <= {f"{g['document']}:{g.get('time_start')}" for g in gold}
    assert set(answers.places) <= {f"{g['document']}:{g.get('place_start')}" for g in gold}
    assert all(values for values in answers.times.values())


def test_answers_in_another_form_are_refused(tmp_path: Path) -> None:
    """A file with an unknown table does not pass for an empty one."""
    file = tmp_path / "answers.toml"
    file.write_text("[time]\n", encoding="utf-8")
    with pytest.raises(msgspec.ValidationError):
        read_answers(file)
