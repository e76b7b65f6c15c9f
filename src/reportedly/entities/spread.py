"""How names are spread over documents, in round figures: another report seldom changes one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from reportedly.entities.around import meaning_of
from reportedly.entities.judge import Surroundings
from reportedly.entities.ledger import Ledger, grown
from reportedly.records.entity import Member

#: Around folded names in reasons; they are shown as they are written when the reason is.
_MARK: Final = "\x1f"
_MARKED: Final = re.compile(f"{_MARK}([^{_MARK}]*){_MARK}")


def rounded(count: int) -> int:
    """A power of two, not below the count."""
    return 1 << max(count - 1, 0).bit_length()


class Spread(Mapping[str, int]):
    """In how many documents each meaning of a name stands, rounded."""

    def __init__(self, ledger: Ledger) -> None:
        self._shelf = ledger.meaning

    def __getitem__(self, meaning: str) -> int:
        row = self._shelf.get(meaning)
        if row is None:
            raise KeyError(meaning)
        return rounded(len(row))

    def __iter__(self) -> Iterator[str]:
        return iter(self._shelf.keys())

    def __len__(self) -> int:
        return self._shelf.count()


class _Marked(Mapping[str, str]):
    """Every name, marked to be written out later."""

    def __bool__(self) -> bool:
        return True

    def __getitem__(self, name: str) -> str:
        return f"{_MARK}{name}{_MARK}"

    def get(self, name: str, default: Any = None) -> Any:
        """The name, marked."""
        return self[name]

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def surroundings_of(ledger: Ledger) -> Surroundings:
    """What context is weighed with."""
    return Surroundings(Spread(ledger), rounded(ledger.size.get("") or 0), _Marked())


def written_out(why: str, ledger: Ledger) -> str:
    """A reason, its names as they are written: of several ways the one that comes first in the alphabet."""
    if _MARK not in why:
        return why
    return _MARKED.sub(lambda found: min(ledger.written.get(found[1]) or (found[1],)), why)


def count_names(ledger: Ledger, before: Iterable[Member], after: Iterable[Member]) -> tuple[frozenset[str], bool]:
    """Counts the names of documents anew. before: all members that these documents had; after: that they have now.

    Gives meanings whose round figure is another now, and whether the number of documents is another in round figures.
    """
    was, now = tuple(before), tuple(after)
    _count_written(ledger, was, now)
    documents: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for members, side in ((was, 0), (now, 1)):
        for member in members:
            documents[meaning_of(member.id.rsplit("|", 1)[1])][side].add(member.document_id)
    ledger.meaning.load(documents)
    changed = set()
    for meaning, (old, new) in documents.items():
        row = ledger.meaning.get(meaning) or ()
        counted = grown(row, come=new, gone=old - new)
        ledger.meaning.put(meaning, counted)
        if row and counted and rounded(len(row)) != rounded(len(counted)):
            changed.add(meaning)
    size = ledger.size.get("") or 0
    grew = len({m.document_id for m in now}) - len({m.document_id for m in was})
    ledger.size.put("", size + grew)
    return frozenset(changed), size > 0 and rounded(size) != rounded(size + grew)


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
