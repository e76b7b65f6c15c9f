"""Floors: figures that must not fall. A floor is lowered only by name and with a reason, which is kept.

Invariant: `raise_floors` never makes a floor easier to hold; only `lower_floor` does, and it writes down why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path

import msgspec

FILE = Path(__file__).resolve().parent / "floors.json"
#: Int8 kernels of different processors round differently; a figure may differ this much between machines.
TOLERANCE = 0.003
#: Of these figures less is better, and the "floor" is a ceiling.
LESS_IS_BETTER = frozenset({"never_violations", "comment_leak_rate"})

Figures = Mapping[str, float | int]


class SetFloors(msgspec.Struct, frozen=True, kw_only=True):
    """Floors of one set. gold: digest of the data they were measured on."""

    gold: str
    figures: dict[str, float]


class Lowered(msgspec.Struct, frozen=True, kw_only=True):
    """A floor that was lowered: which (set and figure), from what to what, why and on which day."""

    name: str
    before: float
    after: float
    reason: str
    date: str


class Floors(msgspec.Struct, frozen=True, kw_only=True):
    """The whole of floors.json."""

    sets: dict[str, SetFloors]
    lowered: tuple[Lowered, ...] = ()


class State(StrEnum):
    """How a figure stands to its floor."""

    HELD = "held"
    ABOVE = "above its floor"
    FELL = "BELOW ITS FLOOR"
    NEW = "no floor yet"
    OTHER_GOLD = "GOLD CHANGED"
    GONE = "NOT MEASURED"

    @property
    def is_failure(self) -> bool:
        """Whether the run must fail."""
        return self in (State.FELL, State.OTHER_GOLD, State.GONE)


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """One guarded figure against its floor. value, floor: None where there is none."""

    set: str
    figure: str
    value: float | None
    floor: float | None
    state: State


def read_floors(path: Path = FILE) -> Floors:
    """The recorded floors; none at all where the file is missing."""
    return msgspec.json.decode(path.read_bytes(), type=Floors) if path.exists() else Floors(sets={})


def write_floors(floors: Floors, path: Path = FILE) -> None:
    """Records floors, sorted so that a change shows as one line."""
    ordered = {name: floors.sets[name] for name in sorted(floors.sets)}
    raw = msgspec.json.encode(msgspec.structs.replace(floors, sets=ordered))
    path.write_bytes(msgspec.json.format(raw, indent=2) + b"\n")


def verdicts(floors: Floors, name: str, gold: str, guarded: Iterable[str], figures: Figures) -> Iterator[Verdict]:
    """How the guarded figures of one set stand. gold: digest of the data that the figures were measured on."""
    recorded = floors.sets.get(name)
    known = recorded.figures if recorded else {}
    for figure in [*guarded, *(f for f in known if f not in set(guarded))]:
        value, floor = figures.get(figure), known.get(figure)
        if floor is None:
            state = State.NEW
        elif recorded is not None and recorded.gold != gold:
            state = State.OTHER_GOLD
        elif value is None:
            state = State.GONE
        else:
            state = _compare(figure, value, floor)
        yield Verdict(set=name, figure=figure, value=value, floor=floor, state=state)


def _compare(figure: str, value: float, floor: float) -> State:
    gain = floor - value if figure in LESS_IS_BETTER else value - floor
    if gain < -TOLERANCE:
        return State.FELL
    return State.ABOVE if gain > 0 else State.HELD


def raise_floors(floors: Floors, name: str, gold: str, guarded: Iterable[str], figures: Figures) -> Floors:
    """The floors with those of one set raised to its figures, and new ones added.

    Raises ValueError when the gold is another: floors of other data must be lowered by name first.
    """
    recorded = floors.sets.get(name)
    if recorded is not None and recorded.gold != gold:
        raise ValueError(f"the gold of {name} has changed since its floors were set; use --lower-floor {name}")
    known = dict(recorded.figures) if recorded else {}
    for figure in guarded:
        value, floor = figures.get(figure), known.get(figure)
        if value is not None and (floor is None or _compare(figure, value, floor) == State.ABOVE):
            known[figure] = value
    return msgspec.structs.replace(floors, sets={**floors.sets, name: SetFloors(gold=gold, figures=known)})


def lower_floor(floors: Floors, name: str, gold: str, figures: Figures, *, reason: str, date: str) -> Floors:
    """The floors with one set ("claims/dev") or one figure ("claims/dev claims_f1") set to what was measured now.

    Raises ValueError without a reason, without such a floor, or when the set holds figures of other gold and only one
    of them is named.
    """
    set_name, _, figure = name.partition(" ")
    recorded = floors.sets.get(set_name)
    if not reason.strip():
        raise ValueError("a floor is lowered only with a reason: --reason TEXT")
    if recorded is None or (figure and figure not in recorded.figures):
        raise ValueError(f"there is no floor {name!r}")
    if figure and recorded.gold != gold:
        raise ValueError(f"the gold of {set_name} has changed: lower the whole set, --lower-floor {set_name}")
    chosen = [figure] if figure else list(recorded.figures)
    unmeasured = [f for f in chosen if f not in figures]
    if unmeasured:
        raise ValueError(f"{', '.join(unmeasured)} of {set_name} was not measured in this run")
    changes = tuple(
        Lowered(name=f"{set_name} {f}", before=recorded.figures[f], after=figures[f], reason=reason, date=date)
        for f in chosen
    )
    known = {**recorded.figures, **{f: figures[f] for f in chosen}}
    sets = {**floors.sets, set_name: SetFloors(gold=gold, figures=known)}
    return Floors(sets=sets, lowered=(*floors.lowered, *changes))
