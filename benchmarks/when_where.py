"""Whether claims that match the gold have its times and places: the day and the point on the map, not only the words.

The gold of `gold/claims` gives times and places as words. What they mean stands in `claim_answers.toml`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from benchmarks.lines import Line
from reportedly.mentions.times.bounds import bounds_of
from reportedly.resources.geometry import distance_km

#: How far off a place may be where its answer says nothing else.
_NEAR_KM = 25.0
#: How much of two intervals together has to be common to both.
_SHARED_DAYS = 0.5


class Answers(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the words of the gold mean, by "document:character". times: TIMEX3 values, any of them right.

    places: latitude, longitude and perhaps kilometres; or an ISO 3166 code.
    """

    times: dict[str, tuple[str, ...]]
    places: dict[str, tuple[float, ...] | str]


def read_answers(path: Path) -> Answers:
    """The answers of a file. Raises msgspec.ValidationError where it is in another form."""
    return msgspec.toml.decode(path.read_bytes(), type=Answers)


def figures_of(
    gold: Sequence[Line], predicted: Sequence[Line], answers: Answers, scorer: Any
) -> dict[str, float | int]:
    """Shares of the gold's times and places that the matching claims have.

    Claims are matched by the scorer's rule without looking at the place, the one with the gold's place and the nearest
    words first. time_accuracy: days right, or the words where the answer is no day, among the matched claims whose gold
    has a time; time_recall: the same among all such gold. time_words_accuracy: the words alone. time_unasked: share of
    the matched claims with a time among those whose gold has none. place_name_accuracy: the scorer's rule for names.
    place_map_accuracy: among those with an answer, near enough or the same country or province.
    """
    without = [{**g, "place": None, "place_resolves_to": None} for g in gold]
    kept = {id(w): g for w, g in zip(without, gold, strict=True)}

    def fit(w: Line, p: Line) -> float:
        shared: float = scorer.claim_matches(w, p)
        return shared and shared + _named(kept[id(w)], p, scorer) + _nearness(w, p)

    pairs = [(gold[i], predicted[j]) for i, j in scorer.match_pairs(without, predicted, fit)]
    timed = [(g, p["time"]) for g, p in pairs if g.get("time")]
    placed = [(g, p) for g, p in pairs if _places(g)]
    mapped = [(a, p.get("place")) for g, p in placed if (a := answers.places.get(_key(g, "place"))) is not None]
    right = sum(_time_is_right(g, t, answers.times.get(_key(g, "time"), ())) for g, t in timed)
    untimed = [p["time"] for g, p in pairs if not g.get("time")]
    return {
        "time_accuracy": _share(right, len(timed)),
        "time_recall": _share(right, sum(bool(g.get("time")) for g in gold)),
        "time_words_accuracy": _share(sum(_same_words(g, t) for g, t in timed), len(timed)),
        "time_unasked": _share(sum(t is not None for t in untimed), len(untimed)),
        "times_matched": len(timed),
        "place_name_accuracy": _share(sum(_named(g, p, scorer) for g, p in placed), len(placed)),
        "place_map_accuracy": _share(sum(_on_the_spot(a, w) for a, w in mapped), len(mapped)),
        "places_matched": len(placed),
        "places_on_map_matched": len(mapped),
    }


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _key(gold: Line, what: str) -> str:
    return f"{gold.get('document')}:{gold.get(f'{what}_start')}"


def _places(gold: Line) -> list[str]:
    return [w for w in (gold.get("place"), gold.get("place_resolves_to")) if w]


def _named(gold: Line, predicted: Line, scorer: Any) -> bool:
    return any(scorer.name_matches(w, predicted.get("place")) for w in _places(gold))


def _nearness(gold: Line, predicted: Line) -> float:
    """From 0 to under 1: how much of the gold's evidence the claim's covers, so that of like claims the nearer wins."""
    first, last = gold.get("evidence_start"), gold.get("evidence_end")
    if first is None or last is None or last <= first:
        return 0.0
    common: int = max((min(last, e["end"]) - max(first, e["start"]) for e in predicted["evidence"]), default=0)
    length: int = last - first
    return 0.9 * max(0, common) / length


def _same_words(gold: Line, time: Mapping[str, Any] | None) -> bool:
    first, last = gold.get("time_start"), gold.get("time_end")
    return time is not None and first is not None and last is not None and time["from"] < last and first < time["to"]


def _time_is_right(gold: Line, time: Mapping[str, Any] | None, values: Iterable[str]) -> bool:
    """One of the values, or days of which half or more are common; without days on either side, the words."""
    values = tuple(values)
    if time is None:
        return False
    if time["value"] in values:
        return True
    days = [b for v in values if (b := bounds_of(v)) is not None]
    if time["start"] is None or time["end"] is None:
        return _same_words(gold, time) and not days and (not values or time["value"] is None)
    told = (dt.date.fromisoformat(time["start"]), dt.date.fromisoformat(time["end"]))
    return any(_common(told, d) >= _SHARED_DAYS for d in days) if days else not values and _same_words(gold, time)


def _common(one: tuple[dt.date, dt.date], other: tuple[dt.date, dt.date]) -> float:
    both = (min(one[1], other[1]) - max(one[0], other[0])).days + 1
    either = (max(one[1], other[1]) - min(one[0], other[0])).days + 1
    return max(0, both) / either


def _on_the_spot(answer: tuple[float, ...] | str, where: Mapping[str, Any] | None) -> bool:
    if where is None:
        return False
    if isinstance(answer, str):
        return bool(where["area"] == answer)
    if where["latitude"] is None or where["longitude"] is None:
        return False
    latitude, longitude, *far = answer
    return distance_km(latitude, longitude, where["latitude"], where["longitude"]) <= (far[0] if far else _NEAR_KM)
