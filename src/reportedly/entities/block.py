"""Blocking: which pairs of names are worth comparing, so that a thousand names need not be compared with all others.

A name has keys: its words' loose skeletons, two of them together, meanings, initials, and skeletons with one consonant
missing; a place's words also their beginnings and how they sound, vowels and all. Pairs that share a key are weighed by
how much the shared keys tell, those of places also by how alike they sound, and each name keeps its best partners
(meta-blocking: Papadakis et al., TKDE 2014).
How much a key tells goes by its length and not by how many names have it, so that another name changes no weight.
Nothing is decided here; what is not paired is not compared.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from heapq import nsmallest
from itertools import combinations, groupby
from operator import itemgetter
from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cpdist

from reportedly.entities.ledger import Ledger, Named, grown
from reportedly.entities.name import Name, NameKind, Token, parse_name

Indexes = NDArray[np.int64]
#: What other names share with one, negative, the most first.
Weighed = tuple[tuple[float, str], ...]

#: Keys that more names share than this tell nothing.
MOST: Final = 150
#: Partners that each name keeps.
PARTNERS: Final = 24
_AT_ONCE: Final = 4_000  # names whose partners are weighed together
_SHORT: Final = 2
_DELETABLE: Final = 3
_ACRONYM: Final = 7
_BEGINNING: Final = 4
_WORDS: Final = 8  # of a longer name, the first words make keys
#: How much a key tells, by the letters that it has; longer ones; and a single meaning, which many names share.
_TELLS: Final = (5.0, 5.0, 6.0, 7.5, 8.5, 9.0)
_TELLS_MOST: Final = 9.5
_MEANING_TELLS: Final = 7.0
_KINDS: Final = {kind.value: kind for kind in NameKind}
#: Letters that spellings of one place change for one another, once digraphs are letters.
_HEARD: Final = str.maketrans("eyjowvqgxzc", "aiiuuukkhss")
_DIGRAPHS: Final = (
    ("tsj", "s"), ("dzh", "j"), ("kh", "h"), ("dh", "d"), ("th", "t"), ("sh", "s"), ("ch", "s"), ("ts", "s"),
    ("tz", "s"), ("dj", "j"), ("gh", "g"),
)  # fmt: skip
#: What places that sound the same weigh beside the keys that they share: more than any of those.
_SOUNDING: Final = 50.0
_SILENT: Final = re.compile("(?<=.)h$")
_REPEATED: Final = re.compile(r"(.)\1+")


def keys_of(name: Name) -> frozenset[str]:
    """The keys of a name. Its kind is part of each, so names of two kinds share none."""
    kind = name.kind.value
    return frozenset([kind + key for key in _keys(name)])


def _keys(name: Name) -> Iterator[str]:
    tokens = name.tokens[:_WORDS]
    stems = [_stem(token) for token in tokens]
    for token, stem in zip(tokens, stems, strict=True):
        yield stem
        if token.concept:
            continue
        for loose in token.loose:
            if len(loose) >= _SHORT:
                yield f".{loose}"
        yield f"/{token.open}"
        if len(stem) >= _DELETABLE:
            for i in range(len(stem)):
                yield f"~{stem[:i]}{stem[i + 1 :]}"
        if name.kind is NameKind.PLACE:  # mostly of one word: a letter more, g for k, another ending, other vowels
            yield f"~{stem}"
            yield f"%{stem.replace('g', 'k')}"
            if len(token.open) >= _BEGINNING:
                yield f"<{token.open[:_BEGINNING]}"
            yield from _by_ear(_heard([token]))
    if name.kind is NameKind.PLACE and len(tokens) > 1:  # Ibrahim Khan, Ibrakhimkhan
        yield from _by_ear(_heard(tokens))
    for one, other in combinations(sorted(set(stems)), 2):
        yield f"{one}+{other}"
    for together in name.pairs:
        for loose in together:
            yield f".{loose}"
    yield f"#{name.sorted_bones}"
    yield f"^{name.bones}"
    if name.kind is not NameKind.PERSON:
        letters = "".join(initial for initial, small in name.parts if not small)
        every = "".join(initial for initial, _ in name.parts)
        if len(tokens) == 1 and len(tokens[0].text) <= _ACRONYM:
            yield f"@{tokens[0].text}"
        if len(name.parts) > 1:
            yield f"@{letters}"
            yield f"@{every}"


def _by_ear(heard: str) -> Iterator[str]:
    yield f"'{heard}"
    if len(heard) > _DELETABLE:
        yield f'"{heard}'
        for i in range(len(heard)):
            yield f'"{heard[:i]}{heard[i + 1 :]}'


def _heard(tokens: Sequence[Token]) -> str:
    """Words by ear: their vowels in three classes, so that short skeletons, which many places share, are told apart."""
    heard = "".join(token.text if token.written else token.sound for token in tokens)
    for written, sound in _DIGRAPHS:
        heard = heard.replace(written, sound)
    return _REPEATED.sub(r"\1", _SILENT.sub("", heard).translate(_HEARD))


def _stem(token: Token) -> str:
    return "=" + token.concept if token.concept else min(token.loose)


def weight(key: str, kind: NameKind) -> float:
    """How much it tells that two names of a kind share a key; about the logarithm of how rare it is among names."""
    letters = len(key) - len(kind.value)
    if key[len(kind.value) :].startswith("=") and "+" not in key:
        return _MEANING_TELLS
    return _TELLS[letters] if letters < len(_TELLS) else _TELLS_MOST


def parsed(name: str) -> Name:
    """A name taken apart that goes by its kind and text, as in a ledger."""
    return parse_name(name.partition("|")[2], _kind(name))


def _kind(name: str) -> NameKind:
    return _KINDS[name.partition("|")[0]]


def _shared(
    everyone: Sequence[str], buckets: Mapping[str, Sequence[str]], names: Sequence[str]
) -> tuple[Indexes, Indexes, NDArray[np.float64]]:
    """Couples of some names and any others by their places among everyone, and how much their shared keys tell."""
    at = {name: i for i, name in enumerate(everyone)}
    asked = np.zeros(len(everyone), dtype=bool)
    asked[[at[name] for name in names if name in at]] = True
    alike: dict[tuple[int, float], list[list[int]]] = defaultdict(list)
    for key, row in buckets.items():
        alike[len(row), weight(key, _kind(row[0]))].append([at[name] for name in row])
    codes, weights = [np.empty(0, dtype=np.int64)], [np.empty(0)]
    for (size, tells), rows in alike.items():  # all buckets of one size at once
        found = np.array(rows, dtype=np.int64)
        bucket, member = np.nonzero(asked[found])
        codes.append((found[bucket, member][:, None] * len(everyone) + found[bucket]).ravel())
        weights.append(np.full(len(bucket) * size, tells))
    couples, which = np.unique(np.concatenate(codes), return_inverse=True)
    totals = np.bincount(which, weights=np.concatenate(weights), minlength=len(couples))
    lefts, rights = np.divmod(couples, max(len(everyone), 1))
    other = lefts != rights
    return lefts[other], rights[other], totals[other]


def candidate_pairs(names: Sequence[Name], partners: int = PARTNERS) -> list[tuple[int, int]]:
    """Pairs of indexes (lower, higher), ascending, of names to compare; at most len(names) * partners."""
    place = {f"{name.kind}|{name.text}": i for i, name in enumerate(names)}
    couples = Blocks(Ledger(), partners=partners).change(place, ())
    return sorted((min(place[a], place[b]), max(place[a], place[b])) for a, b in couples)


class Blocks:
    """The names of a ledger in their buckets, and the partners of each. A name goes by its kind and text."""

    def __init__(self, ledger: Ledger, most: int = MOST, partners: int = PARTNERS) -> None:
        self._ledger = ledger
        self._most = most
        self._partners = partners
        self._keys: dict[str, frozenset[str]] = {}
        self._sounds: dict[str, str] = {}

    def change(self, come: Iterable[str], gone: Iterable[str]) -> set[tuple[str, str]]:
        """Takes names in and out; the couples, in order of the alphabet, that are paired now or were, but not both.

        Only names that share a key with one of these are looked at.
        """
        more, fewer = sorted(come), sorted(gone)
        anew = set(more) | self._refill(more, fewer)
        before: dict[str, frozenset[str]] = {}
        self._ledger.name.load(fewer)
        for name in fewer:
            anew.update(self._row(name).keepers)
            self._set(name, (), before)
        anew.difference_update(fewer)
        self._ledger.key.load(key for name in sorted(anew) for key in self._keys_of(name))
        best: dict[str, Weighed] = {}
        offered: dict[str, list[tuple[float, str]]] = {}
        ordered = sorted(anew)
        for begin in range(0, len(ordered), _AT_ONCE):
            self._weigh(ordered[begin : begin + _AT_ONCE], anew, best, offered)
        self._ledger.name.load([*best, *(other for partners in best.values() for _, other in partners)])
        for name, partners in best.items():
            self._set(name, partners, before)
        for name in more:
            self._offer(name, offered.get(name, ()), before)
        self._tell_keepers(before)
        for name in fewer:
            self._ledger.name.put(name, None)
        after = {name: self._partners_of(name) for name in before}
        moved = {(min(name, other), max(name, other)) for name in before for other in before[name] ^ after[name]}
        return {couple for couple in moved if self._meet(*couple, before) != self._meet(*couple, after)}

    def paired(self, name: str) -> Iterator[str]:
        """The names that one is to be compared with."""
        row = self._row(name)
        yield from (partner for _, partner in row.partners)
        yield from row.keepers

    def _meet(self, one: str, other: str, partners: Mapping[str, frozenset[str]]) -> bool:
        """Whether one of two names has the other as a partner. partners: of names that were given others."""
        here = partners[one] if one in partners else self._partners_of(one)
        return other in here or one in (partners[other] if other in partners else self._partners_of(other))

    def _partners_of(self, name: str) -> frozenset[str]:
        return frozenset(partner for _, partner in self._row(name).partners)

    def _keys_of(self, name: str) -> frozenset[str]:
        if name not in self._keys:
            self._keys[name] = keys_of(parsed(name))
        return self._keys[name]

    def _row(self, name: str) -> Named:
        return self._ledger.name.get(name) or Named()

    def _refill(self, more: Sequence[str], fewer: Sequence[str]) -> set[str]:
        """Changes the buckets; the names of those that began or ceased to tell something by their size."""
        come, gone = self._by_key(more), self._by_key(fewer)
        self._ledger.key.load([*come, *gone])
        anew: set[str] = set()
        for key in come | gone:
            old = self._ledger.key.get(key)
            fresh = old is None and key not in gone  # names come in order
            new = tuple(come[key]) if fresh else grown(old, come=come.get(key, ()), gone=gone.get(key, ()))
            self._ledger.key.put(key, new)
            if (len(old or ()) > self._most) != (len(new or ()) > self._most):
                anew.update(old or (), new or ())
        return anew

    def _by_key(self, names: Iterable[str]) -> dict[str, Sequence[str]]:
        """Names by each of their keys."""
        first: dict[str, str] = {}  # most keys have one name, and lists are dear to hold
        found: dict[str, list[str]] = {}
        for name in names:
            for key in self._keys_of(name):
                if (one := first.setdefault(key, name)) is not name:
                    found.setdefault(key, [one]).append(name)
        return {key: found.get(key) or (name,) for key, name in first.items()}

    def _weigh(
        self,
        names: Sequence[str],
        anew: Set[str],
        best: dict[str, Weighed],
        offered: dict[str, list[tuple[float, str]]],
    ) -> None:
        """Enters the best partners of some names, and what is to be offered to names that are not weighed anew."""
        best.update(dict.fromkeys(names, ()))
        buckets = self._buckets(names)
        everyone = sorted({other for row in buckets.values() for other in row})
        lefts, rights, totals = _shared(everyone, buckets, names)
        places = np.fromiter((_kind(name) is NameKind.PLACE for name in everyone), bool, len(everyone))
        chosen = np.flatnonzero(places[lefts])
        if len(chosen):  # too many places share a key with a short name
            heard = [self._sound(name) if place else "" for name, place in zip(everyone, places, strict=True)]
            sounds = np.array(heard, dtype=object)
            sides = [sounds[side[chosen]].tolist() for side in (lefts, rights)]
            alike = cpdist(*sides, scorer=Levenshtein.normalized_similarity, dtype=np.float64)
            totals[chosen] += _SOUNDING * alike
        totals = np.round(-totals, 6)
        order = np.lexsort((rights, totals, lefts))
        begins = np.searchsorted(lefts[order], lefts[order])
        kept = order[np.arange(len(order)) - begins < self._partners]
        found = zip(lefts[kept].tolist(), totals[kept].tolist(), rights[kept].tolist(), strict=True)
        for left, members in groupby(found, itemgetter(0)):
            best[everyone[left]] = tuple([(total, everyone[right]) for _, total, right in members])
        old = np.fromiter((name not in anew for name in everyone), bool, len(everyone))[rights]
        for left, total, right in zip(lefts[old].tolist(), totals[old].tolist(), rights[old].tolist(), strict=True):
            offered.setdefault(everyone[left], []).append((total, everyone[right]))

    def _buckets(self, names: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The names with each key of some names, of keys that tell something."""
        rows = self._ledger.key.many({key for name in names for key in self._keys_of(name)})
        return {key: row for key, row in rows if 1 < len(row) <= self._most}

    def _sound(self, name: str) -> str:
        if name not in self._sounds:
            self._sounds[name] = _heard(parsed(name).tokens)
        return self._sounds[name]

    def _best(self, scored: Iterable[tuple[float, str]]) -> tuple[tuple[float, str], ...]:
        return tuple(nsmallest(self._partners, scored))

    def _offer(self, name: str, scored: Sequence[tuple[float, str]], before: dict[str, frozenset[str]]) -> None:
        """Offers a new name to others, whose last partner gives way to it if it is a better one."""
        self._ledger.name.load(other for _, other in scored)
        for total, other in scored:
            partners = self._row(other).partners
            if len(partners) < self._partners or (total, name) < partners[-1]:
                self._set(other, self._best((*partners, (total, name))), before)

    def _set(self, name: str, partners: tuple[tuple[float, str], ...], before: dict[str, frozenset[str]]) -> None:
        """Gives a name its partners. before: partners of all names that were given others."""
        before.setdefault(name, self._partners_of(name))
        self._ledger.name.put(name, msgspec.structs.replace(self._row(name), partners=partners))

    def _tell_keepers(self, before: Mapping[str, frozenset[str]]) -> None:
        """Gives the partners of names, old and new, these names. before: the partners that they had."""
        come: dict[str, list[str]] = {}
        gone: dict[str, list[str]] = {}
        for name, old in before.items():
            new = self._partners_of(name)
            for side, others in ((come, new - old), (gone, old - new)):
                for other in others:
                    side.setdefault(other, []).append(name)
        shelf = self._ledger.name
        shelf.load([*come, *gone])
        for name in come | gone:
            row = self._row(name)
            keepers = grown(row.keepers, come=come.get(name, ()), gone=gone.get(name, ())) or ()
            shelf.put(name, msgspec.structs.replace(row, keepers=keepers))
