"""The sets that are scored: where their gold stands, what is read, and the scorer that compares."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from benchmarks.bearers import named_parties, read_bearers
from benchmarks.keys import keyed_mentions, page_lines
from benchmarks.lines import Line, digest, read_lines
from benchmarks.marked import marked_attributions
from benchmarks.when_where import figures_of, read_answers
from reportedly.text import sentences

FOLDER = Path(__file__).resolve().parent
SHARED = FOLDER.parents[1] / "shared"
_GIVEN = frozenset({"mentions", "spans", "entities"})


class GoldSet(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One set of `sets.toml`. gold, input, never: paths below the shared folder. floors: names of guarded figures.

    id, published: of an input that is one plain text and no file of lines. given: whether the mentions or spans of the
    input may be used. answers: a file beside this one with what the gold's times and places mean. bearers: one with
    names of one bearer; key: one with the spans of each report and their bearers, which then is the gold. pages: a
    folder of the checkout whose pages are read instead of an input.
    marked: a file beside this one with texts of our own and their attributions marked in them, which then is the gold.
    annotated: how many sentences of each text were annotated; what is found behind them is not scored.
    """

    name: str
    floors: tuple[str, ...]
    gold: str = ""
    input: str = ""
    never: str | None = None
    id: str | None = None
    published: str | None = None
    quick: bool = False
    given: bool = True
    answers: str | None = None
    bearers: str | None = None
    key: str | None = None
    pages: str | None = None
    marked: str | None = None
    annotated: int | None = None

    @property
    def task(self) -> str:
        """The task that the set belongs to: the part of its name before the slash."""
        return self.name.partition("/")[0]

    @property
    def digest(self) -> str:
        """SHA-256 of what the figures of this set depend on besides the product: gold, input, never file."""
        own = [FOLDER / path for path in (self.key, self.marked) if path]
        own += sorted(p for p in (FOLDER.parent / self.pages).rglob("*") if p.is_file()) if self.pages else []
        return digest(*(SHARED / path for path in (self.gold, self.input, self.never) if path), *own)

    def lines(self) -> Iterator[Line]:
        """What the product reads."""
        if self.marked is not None:
            yield from ({"id": line["id"], "text": line["text"]} for line in self.gold_lines())
            return
        path = SHARED / self.input
        if self.id is not None:
            yield {"id": self.id, "text": path.read_text(encoding="utf-8"), "published": self.published}
            return
        if self.bearers is not None or self.key is not None:
            yield from self._keyed(page_lines(FOLDER.parent / self.pages) if self.pages else read_lines(path))
            return
        for line in read_lines(path):
            yield line if self.given else {key: value for key, value in line.items() if key not in _GIVEN}

    def _keyed(self, lines: Iterable[Line]) -> Iterator[Line]:
        """The reports that have a key, each with its spans."""
        keyed = {line["id"]: line["mentions"] for line in self.gold_lines()}
        for line in lines:
            if line["id"] in keyed:
                given = [{name: m[name] for name in ("start", "end", "kind")} for m in keyed[line["id"]]]
                yield {**line, "topic": self.name, "mentions": given}

    def gold_lines(self) -> list[Line]:
        """What is to be found."""
        if self.marked is not None:
            return list(marked_attributions(FOLDER / self.marked))
        if self.key is not None:
            return keyed_mentions(FOLDER / self.key)
        gold = list(read_lines(SHARED / self.gold))
        if self.bearers is None:
            return gold
        inputs = {line["id"]: line for line in read_lines(SHARED / self.input)}
        return named_parties(gold, inputs, read_bearers(FOLDER / self.bearers))

    def score(self, predicted: list[Line]) -> dict[str, float | int]:
        """All figures of the scorer for these predictions, its headline first."""
        gold = self.gold_lines()
        if self.task == "claims":
            never = list(read_lines(SHARED / self.never)) if self.never else []
            figures = scorer().score("claims", gold, predicted, never=never)
            if self.answers is not None:
                figures.values.update(self._when_and_where(gold, never, predicted))
        else:
            inputs = {line["id"]: line for line in read_lines(SHARED / self.input)} if self.input else {}
            if self.annotated is not None:
                predicted = [_within(line, inputs[line["id"]]["text"], self.annotated) for line in predicted]
            figures = scorer().score(self.task, gold, predicted, inputs=inputs, end_to_end=not self.given)
        headline: str = figures.headline
        rest = {name: _rounded(value) for name, value in figures.values.items() if name != headline}
        return {headline: _rounded(figures.values[headline]), **rest}

    def _when_and_where(self, gold: list[Line], never: list[Line], predicted: list[Line]) -> dict[str, float | int]:
        rules = [scorer().with_type(rule) for rule in never]
        clean = [p for p in predicted if scorer().violation(p, rules) is None]
        answers = read_answers(FOLDER / str(self.answers))
        return figures_of([scorer().with_type(g) for g in gold], clean, answers, scorer())


def _within(line: Line, text: str, annotated: int) -> Line:
    """The times of a prediction that begin in the first sentences of the text."""
    cut = sentences.spans(text)
    end = cut[annotated - 1][1] if len(cut) > annotated else len(text)
    return {**line, "times": [time for time in line["times"] if time["start"] < end]}


def _rounded(value: float) -> float | int:
    return round(value, 4) if isinstance(value, float) else value


@cache
def all_sets() -> tuple[GoldSet, ...]:
    """Every set of sets.toml, in its order."""
    raw = msgspec.toml.decode((FOLDER / "sets.toml").read_bytes())
    return msgspec.convert(raw["set"], tuple[GoldSet, ...])


def chosen_sets(names: list[str], *, quick: bool = False) -> tuple[GoldSet, ...]:
    """Sets by name ("claims/seed") or task ("claims"); all without names. Raises ValueError for an unknown name."""
    known = all_sets()
    for name in names:
        if all(name not in (s.name, s.task) for s in known):
            raise ValueError(f"there is no set or task {name!r}; sets are: {', '.join(s.name for s in known)}")
    chosen = (s for s in known if not names or s.name in names or s.task in names)
    return tuple(s for s in chosen if s.quick or not quick)


@cache
def scorer() -> Any:
    """The scorer that stands beside the gold. Raises FileNotFoundError where there is none."""
    path = SHARED / "gold" / "score.py"
    if not path.exists():
        raise FileNotFoundError(f"{path} is missing: the development data is not beside this checkout")
    specification = importlib.util.spec_from_file_location("gold_scorer", path)
    if specification is None or specification.loader is None:
        raise FileNotFoundError(f"{path} cannot be imported")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module
