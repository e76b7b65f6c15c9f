"""How names are spread over documents, in round figures: another report seldom changes one.

A name that stands in more than a quarter of `_MOST` documents says nothing of who stands beside it, however many there
are. So no more reports than these have to be looked at when a name becomes more or less telling, and from so many on it
is of no matter how many documents there are.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import msgspec

from reportedly.entities.around import FEW, meaning_of, telling
from reportedly.entities.judge import Surroundings
from reportedly.entities.ledger import Ledger, Meaning
from reportedly.records.entity import Member

#: Documents of a base from which it is of no matter how many there are.
_MOST: Final = 256
#: Around folded names in reasons; they are shown as they are written when the reason is. A number is one of meanings.
_MARK: Final = "\x1f"
_MARKED: Final = re.compile(f"{_MARK}([^{_MARK}]*){_MARK}")
_NUMBER: Final = "#"


def rounded(count: int) -> int:
    """A power of two, not below the count; no more than matters."""
    return min(_MOST, 1 << max(count - 1, 0).bit_length())


def _scale(documents: int) -> int:
    """How many documents there are, in round figures, as far as it matters."""
    return max(FEW, rounded(documents))


def row_of(meaning: int) -> str:
    """The key of what is known of a meaning."""
    return f"{meaning:x}"


class Spread(Mapping[int, int]):
    """In how many documents each meaning of a name stands, rounded."""

    def __init__(self, ledger: Ledger) -> None:
        self._shelf = ledger.meaning

    def __getitem__(self, meaning: int) -> int:
        row = self._shelf.get(row_of(meaning))
        if row is None or not row.documents:
            raise KeyError(meaning)
        return rounded(row.documents)

    def load(self, meanings: Iterable[int]) -> None:
        """Reads at once what will be asked for."""
        self._shelf.load(map(row_of, meanings))

    def __iter__(self) -> Iterator[int]:
        return (int(key, 16) for key in self._shelf.keys())  # noqa: SIM118

    def __len__(self) -> int:
        return self._shelf.count()


class _Marked(Mapping[str | int, str]):
    """Every name, marked to be written out later."""

    def __bool__(self) -> bool:
        return True

    def __getitem__(self, name: str | int) -> str:
        return f"{_MARK}{name if isinstance(name, str) else _NUMBER + row_of(name)}{_MARK}"

    def get(self, name: str | int, default: Any = None) -> Any:
        """The name, marked."""
        return self[name]

    def __iter__(self) -> Iterator[str | int]:
        return iter(())

    def __len__(self) -> int:
        return 0


def surroundings_of(ledger: Ledger) -> Surroundings:
    """What context is weighed with."""
    return Surroundings(Spread(ledger), _scale(ledger.size.get("") or 0), _Marked())


def written_out(why: str, ledger: Ledger) -> str:
    """A reason, its names as they are written: of several ways the one that comes first in the alphabet."""
    if _MARK not in why:
        return why
    return _MARKED.sub(lambda found: _written(found[1], ledger), why)


def _written(name: str, ledger: Ledger) -> str:
    names = _names_of(name.removeprefix(_NUMBER), ledger) if name.startswith(_NUMBER) else [name]
    return min((text for one in names for text in ledger.written.get(one) or (one,)), default=name)


def _names_of(row: str, ledger: Ledger) -> list[str]:
    """The folded names that mean something."""
    meaning = ledger.meaning.get(row) or Meaning()
    folded = {name for _, tally in ledger.tally.many(meaning.cells) for name in tally.folded}
    return sorted(name for name in folded if row_of(meaning_of(name)) == row)


def count_names(
    ledger: Ledger, before: Iterable[Member], after: Iterable[Member]
) -> tuple[Mapping[str, Meaning], bool]:
    """Counts the names of documents anew. before: all members that these documents had; after: that they have now.

    Gives rows of meanings that tell more now, or less, as they were, and whether the number of documents is another in
    round figures.
    """
    was, now = tuple(before), tuple(after)
    _count_written(ledger, was, now)
    documents: dict[int, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for members, side in ((was, 0), (now, 1)):
        for member in members:
            documents[meaning_of(member.id.rsplit("|", 1)[1])][side].add(member.document_id)
    size = ledger.size.get("") or 0
    grew = len({m.document_id for m in now}) - len({m.document_id for m in was})
    ledger.size.put("", size + grew)
    everything = size > 0 and _scale(size) != _scale(size + grew)
    changed = {}
    ledger.meaning.load(map(row_of, documents))
    for meaning, (old, new) in documents.items():
        row = ledger.meaning.get(row_of(meaning)) or Meaning()
        count = row.documents + len(new) - len(old)
        ledger.meaning.put(row_of(meaning), _or_none(msgspec.structs.replace(row, documents=count)))
        if row.documents and count:
            tells = [telling(rounded(c), _scale(size + grew)) for c in (row.documents, count)]
            if tells[0] != tells[1]:
                changed[row_of(meaning)] = row
    return changed, everything


def enter_meanings(ledger: Ledger, cell: str, come: Iterable[str], gone: Iterable[str]) -> None:
    """Enters that a cell has some more and some fewer folded names than before. gone: of meanings that it has no more
    the names.
    """
    for names, here in ((come, True), (gone, False)):
        for name in names:
            key = row_of(meaning_of(name))
            row = ledger.meaning.get(key) or Meaning()
            cells = {*row.cells, cell} if here else set(row.cells) - {cell}
            ledger.meaning.put(key, _or_none(msgspec.structs.replace(row, cells=tuple(sorted(cells)))))


def _or_none(row: Meaning) -> Meaning | None:
    return row if row.documents or row.cells else None


def _count_written(ledger: Ledger, was: Iterable[Member], now: Iterable[Member]) -> None:
    changes: dict[str, Counter[str]] = defaultdict(Counter)
    for members, step in ((was, -1), (now, 1)):
        for member in members:
            changes[member.id.rsplit("|", 1)[1]][member.name] += step
    ledger.written.load(changes)
    for folded, steps in changes.items():
        counts = Counter(ledger.written.get(folded) or {})
        counts.update(steps)
        ledger.written.put(folded, {name: count for name, count in counts.items() if count > 0} or None)
