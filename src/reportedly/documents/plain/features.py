"""What each line of a flattened page shows in its place: by itself, beside its neighbours, and on the whole page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from reportedly.documents.plain.cues import Cues
from reportedly.documents.plain.lines import Line

_FAR: Final = 10**6
#: Upper ends of the steps in which counts of words, distances and lines are told.
_WORDS: Final = (1, 2, 4, 7, 11, 19, 39)
_STEPS: Final = (0, 1, 2, 4, 8, 20)
_SHARES: Final = (0.05, 0.15, 0.25, 0.35, 0.5, 0.75)
_HEADINGS: Final = frozenset({"comments.whole", "comments.starts", "counted comments"})
_HEADS: Final = frozenset({"says:", "said when", "date with clock", "reply.whole"})
#: Marks that say something about the lines beside them.
_TELLING: Final = frozenset(
    _HEADINGS
    | _HEADS
    | {"says", "said:", "date", "date alone", "clock", "related.whole", "related.starts", "reply.starts", "bio.starts"}
    | {"tags.starts", "tags.whole", "bullet", "caption.starts", "byline.starts", "navigation.whole", "appeal.starts"}
)
_WINDOW: Final = 5
#: Runs of prose with more lines than this between them are two.
_BETWEEN: Final = 5
_LEAST_LETTERS: Final = 4
_LEAD: Final = 4
_MOST_BYLINE: Final = 12


def features_of(lines: Sequence[Line], cues: Sequence[Cues]) -> list[list[str]]:
    """The names of the features that hold for each line."""
    count = len(lines)
    prose = [c.prose for c in cues]
    positions = [i for i, p in enumerate(prose) if p]
    first = positions[0] if positions else count
    heading = _distances(cues, lambda i: i > first and bool(cues[i].found & _HEADINGS))
    head = _distances(cues, lambda i: i > first and bool(cues[i].found & _HEADS))
    head_next = _distances(cues, lambda i: bool(cues[i].found & _HEADS), backwards=True)
    related = _distances(cues, lambda i: bool(cues[i].found & {"related.whole", "related.starts"}))
    about = _distances(cues, lambda i: i > first and "bio.starts" in cues[i].found)
    tags = _distances(cues, lambda i: i > first and "tags.starts" in cues[i].found)
    prose_before = _distances(cues, lambda i: prose[i])
    prose_next = _distances(cues, lambda i: prose[i], backwards=True)
    repeats = Counter(c.key for c in cues if c.words >= 3)
    lead = {t for i in positions[:_LEAD] for t in cues[i].key.split() if len(t) >= _LEAST_LETTERS}
    cluster, shares, heaviest = _clusters(cues)
    chrome = _step(1 - len(positions) / max(1, count), _SHARES)
    writers = {name for c in cues if "byline.starts" in c.found and (name := _writer(c))}
    bulleted = sum(bool(line.bullet) for line in lines) > 0.8 * count
    found: list[list[str]] = []
    heads = passed = run = 0
    for i, (line, c) in enumerate(zip(lines, cues, strict=True)):
        heads += i > first and bool(c.found & _HEADS)
        passed += prose[i]
        run = run + 1 if prose[i] else 0
        words = _step(c.words, _WORDS)
        place = "before" if i < first else "first" if i == first else "after"
        kind = "prose" if prose[i] else "sentence" if c.sentence else "short"
        window = range(max(0, i - _WINDOW), min(count, i + _WINDOW + 1))
        density = _step(sum(prose[j] for j in window) / len(window), _SHARES)
        left = len(positions) - passed
        own = [t for t in c.key.split() if len(t) >= _LEAST_LETTERS]
        told = "none" if not own else _step(sum(t in lead for t in own) / len(own), (0.0, 0.3, 0.6))
        row = [
            "always",
            f"words {words} ends {c.ends}",
            f"ending {c.ending} {kind} {place}",
            f"opening {c.opening} {kind} {place}",
            f"opening {c.opening} before {cues[i - 1].ending if i else 'none'}",
            f"ending {c.ending} next {cues[i + 1].opening if i + 1 < count else 'none'}",
            f"kind {kind} place {place}",
            f"kind {kind} little {_step(c.little, _SHARES)}",
            f"capitals {_step(c.capitals, _SHARES)} {kind}",
            f"sentences {min(c.sentences, 4)}",
            f"talk {min(c.first_person, 4)} {kind}",
            f"talk {min(c.first_person, 2)} place {place} heads {min(heads, 2)}",
            f"indent {min(line.indent, 5)} {kind}",
            f"gap {min(line.gap, 2)} {kind}",
            f"density {density} {kind}",
            f"density {density} place {place}",
            f"left {_step(left, _STEPS)} {kind} {place}",
            f"passed {_step(passed, _STEPS)} {kind}",
            f"run {_step(run, _STEPS)}",
            f"heading {_step(heading[i], _STEPS)} {kind}",
            f"heading {_step(heading[i], (0, 60))} heads {min(heads, 3)} {kind}",
            f"head {_step(head[i], _STEPS)} {kind} heads {min(heads, 3)}",
            f"head next {_step(head_next[i], _STEPS)} {kind} {place}",
            f"related {_step(related[i], _STEPS)} {kind}",
            f"about {_step(about[i], _STEPS)} {kind}",
            f"tags {_step(tags[i], _STEPS)} {kind}",
            f"prose before {_step(prose_before[i], _STEPS)} next {_step(prose_next[i], _STEPS)} {kind}",
            f"prose next {_step(prose_next[i], _STEPS)} words {words} {place}",
            f"told {told} {kind} {place}",
            f"cluster {_cluster(cluster[i], heaviest)} {kind}",
            f"cluster {_cluster(cluster[i], heaviest)} {kind} words {words} heads {min(heads, 1)}",
            f"share {_step(shares.get(cluster[i], 0.0), _SHARES)} {kind}",
            f"chrome {chrome} {kind} {place}",
            f"bullet {bool(line.bullet)} words {words} bulleted {bulleted}",
            f"bullet {bool(line.bullet)} {place} {kind} chrome {chrome}",
        ]
        if i == 0:
            row.append(f"first line {kind}")
        if any(c.key.startswith(name) for name in writers):
            row.append(f"names the writer {kind} {place}")
        if c.words >= 3 and repeats[c.key] > 1:
            row.append(f"repeated {kind}")
        row += [f"has {mark}" for mark in c.found]
        row += [f"has {mark} {kind} {place}" for mark in c.found]
        row += [f"has {mark} words {words}" for mark in c.found]
        for name, step in (("before", -1), ("next", 1), ("two before", -2), ("two next", 2)):
            j = i + step
            if not 0 <= j < count:
                row.append(f"{name} none")
                continue
            other = cues[j]
            shape = "prose" if prose[j] else "sentence" if other.sentence else f"short {_step(other.words, (1, 3, 7))}"
            row.append(f"{name} {shape} {kind}")
            row += [f"{name} has {mark} {kind}" for mark in other.found & _TELLING]
        found.append(row)
    return found


def _writer(cues: Cues) -> str:
    """The first two words after the one that opens the line of a writer, or nothing."""
    words = cues.key.split()
    return " ".join(words[1:3]) if 3 <= len(words) <= _MOST_BYLINE else ""


def _clusters(cues: Sequence[Cues]) -> tuple[list[float], dict[float, float], float]:
    """Runs of prose with little between: the number of each line's run (a half between two runs), the share of all
    words of prose that each run holds, and the number of the run that holds the most before any comment's head."""
    numbers: list[float] = []
    weights: Counter[float] = Counter()
    known: Counter[float] = Counter()
    number, last, commented = 0.0, -_FAR, False
    for i, c in enumerate(cues):
        commented = commented or bool(number and c.found & (_HEADINGS | _HEADS))
        if c.prose:
            if i - last > _BETWEEN:
                number += 1
            elif last >= 0:
                numbers[last + 1 : i] = [number] * (i - last - 1)
            last = i
            weights[number] += c.words
            known[number] += 0 if commented else c.words
        numbers.append(number if c.prose else number + 0.5)
    total = max(1, weights.total())
    heaviest = max(known, key=lambda n: (known[n], -n), default=0.0)
    return numbers, {n: w / total for n, w in weights.items()}, heaviest


def _cluster(number: float, heaviest: float) -> str:
    away = number - heaviest
    return "own" if not away else f"{'before' if away < 0 else 'after'} {_step(abs(away), (0.5, 1, 2))}"


def _step(value: float, ends: Sequence[float]) -> int:
    """The number of the first step that a value fits into."""
    return next((i for i, end in enumerate(ends) if value <= end), len(ends))


def _distances(cues: Sequence[Cues], is_one: Callable[[int], bool], backwards: bool = False) -> list[int]:
    """How far back (or ahead) of each line the nearest other line of a sort is; 0 is the line itself."""
    found = [_FAR] * len(cues)
    last = None
    for i in reversed(range(len(cues))) if backwards else range(len(cues)):
        if is_one(i):
            last = i
        if last is not None:
            found[i] = abs(i - last)
    return found
