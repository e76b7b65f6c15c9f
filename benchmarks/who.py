"""Times who is who over a made-up base: from nothing, unchanged, and after one more report."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median_high
from tempfile import TemporaryDirectory
from typing import Final

import msgspec
from rich.console import Console
from rich.table import Table

from reportedly.base.assemble import candidates, world
from reportedly.base.keep import keep
from reportedly.base.opening import open_store
from reportedly.base.store import View
from reportedly.records.mention import Kind
from reportedly.records.reading import Reading
from reportedly.testing import make_reading

_ENGINE: Final = "made/1"
_PEOPLE, _BODIES, _PLACES = 8, 6, 8  # named in a report
_GROWTH: Final = 0.6  # names of a kind in n reports: their number times this power of n
_ONSETS: Final = ("b", "d", "f", "gh", "h", "j", "k", "kh", "l", "m", "n", "q", "r", "s", "sh", "t", "w", "y", "z")
_VOWELS: Final = ("a", "i", "u", "aa", "ee", "o")
_ENDS: Final = ("", "n", "r", "d", "m", "l", "sh", "i")
_TYPES: Final = ("Brigade", "Battalion", "Front", "Movement", "Corps", "Army", "Forces", "Council")


class Cost(msgspec.Struct, frozen=True, kw_only=True):
    """Seconds of the processor for a base of so many reports and names in them, and what came out.

    one_more: for each of some more reports, one after another; shown: to find the people of one of these then.
    """

    reports: int
    names: int
    entities: int
    scratch: float
    unchanged: float
    one_more: tuple[float, ...]
    shown: float


def made_reports(count: int, seed: int = 7) -> Iterator[Reading]:
    """Reports of made-up people, bodies and places. A few are named everywhere, most in one report or two."""
    chance = random.Random(seed)
    size = int(60 * max(count, 2) ** _GROWTH)
    given = [made_word(chance) for _ in range(max(20, size // 8))]
    family = [made_word(chance, 3) for _ in range(max(20, size // 3))]
    people = [f"{chance.choice(given)} {chance.choice(family)}" for _ in range(size)]
    bodies = [f"{made_word(chance)} {chance.choice(_TYPES)}" for _ in range(size // 2)]
    places = [made_word(chance, 3) for _ in range(size)]
    for number in range(count):
        yield _made_report(number, chance, people, bodies, places)


def made_word(chance: random.Random, longest: int = 2) -> str:
    """A word of two syllables up to so many, in capitals and small letters."""
    syllables = [chance.choice(_ONSETS) + chance.choice(_VOWELS) for _ in range(chance.randint(2, longest))]
    return ("".join(syllables) + chance.choice(_ENDS)).title()


def _some(chance: random.Random, names: list[str], count: int) -> list[str]:
    """Names by Zipf's law: the one of rank r as often as 1/r."""
    ranks = [min(len(names) - 1, int(len(names) ** chance.random())) for _ in range(count)]
    return list(dict.fromkeys(names[rank] for rank in ranks))


def _made_report(
    number: int, chance: random.Random, people: list[str], bodies: list[str], places: list[str]
) -> Reading:
    told_of = _some(chance, people, _PEOPLE)
    groups, spots = _some(chance, bodies, _BODIES), _some(chance, places, _PLACES)
    spelled = [_respelled(chance, name) for name in told_of]
    said: list[str] = []
    claims = []
    for i, name in enumerate(spelled):
        body, spot = groups[i % len(groups)], spots[i % len(spots)]
        words = f"{name} leads the {body} in {spot}."
        said.append(words)
        claims.append(
            {"predicate": "leads", "evidence": words, "subject": name, "object": (body, Kind.GROUP), "place": spot}
        )
    said += [f"The {group} was seen near {spots[-1]}." for group in groups]
    said += [f"It was quiet in {spot}." for spot in spots]
    names = {**dict.fromkeys(spelled, Kind.PERSON), **dict.fromkeys(groups, Kind.GROUP)}
    names.update(dict.fromkeys(spots, Kind.PLACE))
    return make_reading(
        " ".join(said),
        f"It is report {number}.",
        location=f"made/{number}.txt",
        published=f"20{10 + number % 12:02}-{1 + number % 11:02}-{1 + number % 28:02}",
        names=names,
        claims=claims,
    )


def _respelled(chance: random.Random, name: str) -> str:
    """A name, one time in ten as another desk would write it."""
    if chance.random() > 0.1:
        return name
    old, new = chance.choice((("aa", "a"), ("ee", "i"), ("gh", "g"), ("o", "u"), ("q", "k"), ("kh", "h")))
    return name.replace(old, new)


def measure(count: int, more: int = 5) -> Cost:
    """Builds a base of so many reports in a folder that is removed after, and asks it who is who."""
    reports = list(made_reports(count + more))
    with TemporaryDirectory() as folder, open_store(Path(folder) / "made.db") as base:
        list(keep(reports[:count], base, _ENGINE))
        scratch: list[float] = []
        with _timed(scratch):
            world(base)
        names, entities = _size(base)
        unchanged: list[float] = []
        with _timed(unchanged):
            world(base)
        steps: list[float] = []
        shown: list[float] = []
        for reading in reports[count:]:
            list(keep([reading], base, _ENGINE))
            with _timed(steps):
                known = world(base)
            named = [chain.name for chain in reading.analysis.chains if chain.kind is Kind.PERSON]
            with _timed(shown):
                for name in named:
                    candidates(known, name)
    return Cost(
        reports=count,
        names=names,
        entities=entities,
        scratch=scratch[0],
        unchanged=unchanged[0],
        one_more=tuple(steps),
        shown=median_high(shown),
    )


def _size(base: View) -> tuple[int, int]:
    """How many names and entities a base has; nothing of them stays loaded, so that it does not count later."""
    known = world(base)
    return len(known.members), len(known.standings)


def measure_all(counts: Sequence[int], console: Console) -> None:
    """Measures bases of several sizes, one after another; prints a table."""
    table = Table(
        "reports", "names", "entities", "from nothing", "unchanged", "one more", "its people", "each", title="CPU s"
    )
    for cost in map(measure, counts):
        steps = ", ".join(f"{step:.2f}" for step in cost.one_more)
        figures = (cost.scratch, cost.unchanged, median_high(cost.one_more), cost.shown)
        sizes = (f"{n:,}" for n in (cost.reports, cost.names, cost.entities))
        table.add_row(*sizes, *(f"{figure:.2f}" for figure in figures), steps)
    console.print(table)


@contextmanager
def _timed(into: list[float]) -> Iterator[None]:
    started = time.process_time()
    yield
    into.append(round(time.process_time() - started, 3))
