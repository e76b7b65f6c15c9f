"""What is measured of a pair of names. The weights for these figures are trained in `training/names`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Protocol

from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler, Levenshtein

from reportedly.entities.align import Alignment
from reportedly.entities.name import Name, NameKind, Token
from reportedly.entities.words import NameWords
from reportedly.text.transliterate import CONSONANTAL

FEATURES: Final = (
    "cover_short",
    "cover_long",
    "cover_product",
    "clash",
    "alone_short_max",
    "alone_long_max",
    "alone_short_sum",
    "alone_long_sum",
    "matched_weight",
    "matched_best",
    "matched",
    "tokens_short",
    "tokens_long",
    "similarity_mean",
    "similarity_min",
    "first",
    "last",
    "first_to_last",
    "first_alone",
    "last_alone",
    "long_first_alone",
    "long_last_alone",
    "in_order",
    "kunya_both",
    "kunya_one",
    "kunya_alone",
    "folded_ratio",
    "partial_ratio",
    "jaro_winkler",
    "bones_ratio",
    "sorted_bones_ratio",
    "token_set",
    "acronym",
    "other_script",
    "vowels_missing",
    "length_gap",
    "numbers_differ",
    "branch_alone",
    "side_alone",
    "unit_alone",
    "loose_alone",
    "prefixes",
    "telling_least",
    "telling_most",
    "meaning_clash",
    "branch_clash",
    "spelled_ratio",
    "nisba_clash",
)
#: Rarity of one letter.
_LETTER: Final = 0.2
_SHORTEST: Final = 2
_LONGEST: Final = 7
_PART: Final = 0.6


class Rarity(Protocol):
    """How rare words are, 0 to 1: of those in the table, and of all others."""

    @property
    def rarity(self) -> Mapping[str, float]:
        """Key of a token → rarity."""
        ...

    @property
    def unknown(self) -> float:
        """Rarity of a word that is not in the table."""
        ...


def weight_of(name: Name, rare: Rarity) -> list[float]:
    """The rarity of each word of a name, 0 to 1."""
    table, unknown = rare.rarity, rare.unknown
    return [
        _LETTER if len(token.text) == 1 and not token.text.isdigit() else table.get(token.key, unknown)
        for token in name.tokens
    ]


def measure(left: Name, right: Name, alignment: Alignment, rare: Rarity, known: NameWords) -> list[float]:
    """The figures of a pair, in the order of FEATURES. They do not change when the two names change places."""
    weights = (weight_of(left, rare), weight_of(right, rare))
    covered, totals = _cover(left, right, alignment, weights)
    shares = [c / t if t else 0.0 for c, t in zip(covered, totals, strict=True)]
    alone = ([weights[0][i] for i in alignment.left_alone], [weights[1][j] for j in alignment.right_alone])
    sizes = (len(left.tokens), len(right.tokens))
    turned = (sizes[1], totals[1], right.whole) < (sizes[0], totals[0], left.whole)
    s, g = (1, 0) if turned else (0, 1)
    short, long = (right, left) if turned else (left, right)
    alike = [pair.similarity for pair in alignment.pairs]
    matched = [min(weights[0][p.left], weights[1][p.right]) for p in alignment.pairs]
    long_alone = alignment.left_alone if turned else alignment.right_alone
    order = [pair.right for pair in alignment.pairs]
    whole = (left.whole, right.whole)
    sides = [
        [name.tokens[i] for i in places]
        for name, places in ((left, alignment.left_alone), (right, alignment.right_alone))
    ]
    branchy = [any(t.text in known.branches or t.concept in known.branch_concepts for t in side) for side in sides]
    telling = sorted(_telling(name, side, w) for name, side, w in zip((left, right), sides, weights, strict=True))
    words_alone = [left.tokens[i] for i in alignment.left_alone] + [right.tokens[j] for j in alignment.right_alone]
    concepts = {token.concept for token in words_alone}
    texts = {token.text for token in words_alone}
    last = (sizes[0] - 1, sizes[1] - 1)
    by_place = {(p.left, p.right): p.similarity for p in alignment.pairs}
    kunyas = tuple(sum(t.prefix == "K" for t in name.tokens) for name in (left, right))
    clash = min(max(alone[0], default=0.0), max(alone[1], default=0.0))
    return [
        shares[s],
        shares[g],
        shares[s] * shares[g],
        clash,
        max(alone[s], default=0.0),
        max(alone[g], default=0.0),
        min(sum(alone[s]), 4.0),
        min(sum(alone[g]), 4.0),
        min(sum(matched), 4.0),
        max((w * a for w, a in zip(matched, alike, strict=True)), default=0.0),
        float(min(len(alike), 5)),
        float(min(sizes[s], 6)),
        float(min(sizes[g], 8)),
        sum(alike) / len(alike) if alike else 0.0,
        min(alike, default=0.0),
        by_place.get((0, 0), 0.0),
        by_place.get(last, 0.0),
        max(by_place.get((0, last[1]), 0.0), by_place.get((last[0], 0), 0.0)),
        float(0 in alignment.left_alone and 0 in alignment.right_alone),
        float(last[0] in alignment.left_alone and last[1] in alignment.right_alone),
        float(0 in long_alone),
        float(len(long.tokens) - 1 in long_alone),
        float(order == sorted(order)),
        float(min(kunyas) > 0),
        float(min(kunyas) == 0 and max(kunyas) > 0),
        float(max(kunyas) > 0 and not alike),
        Levenshtein.normalized_similarity(*whole),
        fuzz.partial_ratio(*whole) / 100,
        JaroWinkler.similarity(*whole),
        Levenshtein.normalized_similarity(left.bones, right.bones),
        Levenshtein.normalized_similarity(left.sorted_bones, right.sorted_bones),
        min(len(short.whole) / max(len(long.whole), 1), 1.0),
        acronym(left, right),
        float(left.script != right.script),
        float((left.script in CONSONANTAL) + (right.script in CONSONANTAL)),
        min(abs(sizes[0] - sizes[1]), 5) / 5,
        float(left.numbers != right.numbers),
        float(bool(texts & known.branches or concepts & known.branch_concepts)),
        float(bool(texts & known.side_words or concepts & known.side_concepts)),
        float(bool(concepts & known.unit_concepts)),
        float(bool(concepts & known.loose_concepts)),
        float(len({t.prefix for n in (left, right) for t in n.tokens} - {""}) > 0),
        telling[0],
        telling[1],
        float(all(any(t.concept for t in side) for side in sides)),
        float(all(branchy)),
        fuzz.token_sort_ratio(left.plain, right.plain) / 100,
        float(any(left.tokens[p.left].nisba != right.tokens[p.right].nisba for p in alignment.pairs)),
    ]


def _telling(name: Name, alone: Sequence[Token], weights: Sequence[float]) -> float:
    """How much of the rarity of the words that are no concepts is matched, 0 to 1; 0.5 where there are none."""
    total = sum(w for t, w in zip(name.tokens, weights, strict=True) if not t.concept)
    missing = sum(w for t, w in zip(name.tokens, weights, strict=True) if not t.concept and t in alone)
    return 1 - missing / total if total else 0.5


def _cover(
    left: Name, right: Name, alignment: Alignment, weights: tuple[list[float], list[float]]
) -> tuple[tuple[float, float], tuple[float, float]]:
    """Rarity that is matched, by similarity, and rarity in all, for either name."""
    alone = (sum(weights[0][i] for i in alignment.left_alone), sum(weights[1][j] for j in alignment.right_alone))
    totals = (sum(weights[0]), sum(weights[1]))
    mean = sum(p.similarity for p in alignment.pairs) / len(alignment.pairs) if alignment.pairs else 0.0
    one_to_one = (
        len(alignment.pairs)
        == len(left.tokens) - len(alignment.left_alone)
        == len(right.tokens) - len(alignment.right_alone)
    )
    if one_to_one:
        covered = (
            sum(weights[0][p.left] * p.similarity for p in alignment.pairs),
            sum(weights[1][p.right] * p.similarity for p in alignment.pairs),
        )
    else:
        covered = ((totals[0] - alone[0]) * mean, (totals[1] - alone[1]) * mean)
    return covered, totals


def acronym(left: Name, right: Name) -> float:
    """How well one name, a single short word, is made of the initials of the other's words, 0 to 1.

    1 for all of its words (small ones may be left out, numbers are written out: M23), less for a run of them.
    """
    return max(_initials_of(left, right), _initials_of(right, left))


def _initials_of(short: Name, long: Name) -> float:
    if short.kind is NameKind.PERSON or len(short.tokens) != 1 or len(long.parts) < _SHORTEST:
        return 0.0
    letters = short.tokens[0].text
    if not _SHORTEST <= len(letters) <= _LONGEST or len(short.parts) > 1:
        return 0.0
    if _spells(letters, long.parts):
        return 1.0
    telling = [part for part in long.parts if not part[1]]
    if letters[-1].isdigit() and sorted(letters) == sorted("".join({part[0] for part in telling})):
        return 1.0
    if len(letters) > _SHORTEST:
        for first in range(len(long.parts)):
            for last in range(first + _SHORTEST, len(long.parts) + 1):
                if _spells(letters, long.parts[first:last]):
                    return _PART
    return 0.0


def _spells(letters: str, parts: Sequence[tuple[str, bool]]) -> bool:
    """Whether the letters are the initials in order; a part marked as small may be left out."""
    if not parts:
        return not letters
    (initial, small), rest = parts[0], parts[1:]
    taken = letters.startswith(initial) and _spells(letters[len(initial) :], rest)
    return taken or (small and _spells(letters, rest))
