"""Blocking: which pairs of names are worth comparing, so that a thousand names need not be compared with all others.

A name has keys: its words' loose skeletons, two of them together, meanings, initials, and skeletons with one consonant
missing; a place's words also their beginnings and how they sound, vowels and all. Pairs that share a key are weighed by
how rare the shared keys are, those of places also by how alike they sound, and each name keeps its best partners
(meta-blocking: Papadakis et al., TKDE 2014).
Nothing is decided here; what is not paired is not compared.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Final

from reportedly.entities.name import Name, NameKind, Token

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Indexes = NDArray[np.int64]

#: Keys that more names share than this tell nothing.
MOST: Final = 150
#: Partners that each name keeps.
PARTNERS: Final = 17
_SHORT: Final = 2
_DELETABLE: Final = 3
_ACRONYM: Final = 7
_BEGINNING: Final = 4
_WORDS: Final = 8  # of a longer name, the first words make keys
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
    return frozenset(f"{name.kind}{key}" for key in _keys(name))


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


def _add_sound(totals: NDArray[np.float64], names: Sequence[Name], lefts: Indexes, rights: Indexes) -> None:
    """Adds to the weights of pairs of places how alike they sound: too many share a key with a short name."""
    import numpy as np
    from rapidfuzz import process
    from rapidfuzz.distance import Levenshtein

    heard = [_heard(name.tokens) if name.kind is NameKind.PLACE else "" for name in names]
    chosen = np.flatnonzero(np.array([name.kind is NameKind.PLACE for name in names])[lefts])
    if len(chosen):
        sides = [[heard[i] for i in side[chosen].tolist()] for side in (lefts, rights)]
        alike = process.cpdist(*sides, scorer=Levenshtein.normalized_similarity, dtype=np.float64)
        totals[chosen] += _SOUNDING * alike


def candidate_pairs(names: Sequence[Name], most: int = MOST, partners: int = PARTNERS) -> list[tuple[int, int]]:
    """Pairs of indexes (lower, higher), ascending, of names to compare.

    most: the largest bucket that counts; partners: how many each name keeps, so that there are at most
    len(names) * partners pairs. The answer does not depend on the order of the names, but for their indexes.
    """
    import numpy as np

    buckets: dict[str, list[int]] = defaultdict(list)
    for i, name in enumerate(names):
        for key in keys_of(name):
            buckets[key].append(i)
    size = len(names)
    by_size: dict[int, list[list[int]]] = defaultdict(list)
    for members in buckets.values():
        if 2 <= len(members) <= most:
            by_size[len(members)].append(members)
    if not by_size:
        return []
    codes, weights = [], []
    for count, alike in sorted(by_size.items()):  # all buckets of one size at once
        lower, higher = np.triu_indices(count, 1)
        found = np.array(alike, dtype=np.int64)
        codes.append((found[:, lower] * size + found[:, higher]).ravel())
        weights.append(np.full(codes[-1].size, math.log(1 + size / count)))
    pairs, places = np.unique(np.concatenate(codes), return_inverse=True)
    totals = np.bincount(places, weights=np.concatenate(weights)).astype(np.float64)
    _add_sound(totals, names, pairs // size, pairs % size)
    totals = np.round(totals, 6)
    ends = np.concatenate([pairs // size, pairs % size])
    partner = np.concatenate([pairs % size, pairs // size])
    both = np.concatenate([totals, totals])
    rank_of_text = np.empty(size, dtype=np.int64)
    rank_of_text[sorted(range(size), key=lambda i: names[i].text)] = np.arange(size)
    order = np.lexsort((rank_of_text[partner], -both, ends))
    sorted_ends = ends[order]
    first = np.searchsorted(sorted_ends, sorted_ends, side="left")
    kept = order[np.arange(len(order)) - first < partners] % len(pairs)
    return [(int(code) // size, int(code) % size) for code in np.unique(pairs[kept])]
