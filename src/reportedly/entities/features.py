"""What is measured of a pair of names. The weights for these figures are trained in `training/names`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple, Protocol

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


class _Side(NamedTuple):
    """One name of a pair. alone: its words that nothing stands for, lost: their rarity; telling: see `_telling`."""

    name: Name
    weights: list[float]
    total: float
    alone: list[Token]
    places: tuple[int, ...]
    lost: list[float]
    most: float
    telling: float


def _side(name: Name, places: tuple[int, ...], rare: Rarity) -> _Side:
    weights = weight_of(name, rare)
    alone = [name.tokens[i] for i in places]
    lost = [weights[i] for i in places]
    most = max(lost) if lost else 0.0
    return _Side(name, weights, sum(weights), alone, places, lost, most, _telling(name, alone, weights))


def measure(left: Name, right: Name, alignment: Alignment, rare: Rarity, known: NameWords) -> list[float]:
    """The figures of a pair, in the order of FEATURES. They do not change when the two names change places."""
    pairs = alignment.pairs
    one, other = _side(left, alignment.left_alone, rare), _side(right, alignment.right_alone, rare)
    alike = [pair.similarity for pair in pairs]
    mean = sum(alike) / len(alike) if alike else 0.0
    covered = _cover(one, other, alignment, mean)
    shares = [covered[0] / one.total if one.total else 0.0, covered[1] / other.total if other.total else 0.0]
    sizes = len(left.tokens), len(right.tokens)
    if (sizes[1], other.total, right.whole) < (sizes[0], one.total, left.whole):
        short, long, share_short, share_long = other, one, shares[1], shares[0]
    else:
        short, long, share_short, share_long = one, other, shares[0], shares[1]
    matched = [min(one.weights[pair.left], other.weights[pair.right]) for pair in pairs]
    order = [pair.right for pair in pairs]
    ends = (sizes[0] - 1, sizes[1] - 1)
    by_place = {(pair.left, pair.right): pair.similarity for pair in pairs}
    words_alone = one.alone + other.alone
    concepts = {token.concept for token in words_alone}
    texts = {token.text for token in words_alone}
    kunyas = left.prefixes.count("K"), right.prefixes.count("K")
    return [
        share_short,
        share_long,
        share_short * share_long,
        min(one.most, other.most),
        short.most,
        long.most,
        min(sum(short.lost), 4.0),
        min(sum(long.lost), 4.0),
        min(sum(matched), 4.0),
        max([weight * a for weight, a in zip(matched, alike, strict=True)]) if alike else 0.0,
        float(min(len(alike), 5)),
        float(min(len(short.weights), 6)),
        float(min(len(long.weights), 8)),
        mean,
        min(alike) if alike else 0.0,
        by_place.get((0, 0), 0.0),
        by_place.get(ends, 0.0),
        max(by_place.get((0, ends[1]), 0.0), by_place.get((ends[0], 0), 0.0)),
        float(0 in one.places and 0 in other.places),
        float(ends[0] in one.places and ends[1] in other.places),
        float(0 in long.places),
        float(len(long.weights) - 1 in long.places),
        float(order == sorted(order)),
        float(min(kunyas) > 0),
        float(min(kunyas) == 0 and max(kunyas) > 0),
        float(max(kunyas) > 0 and not alike),
        Levenshtein.normalized_similarity(left.whole, right.whole),
        fuzz.partial_ratio(left.whole, right.whole) / 100,
        JaroWinkler.similarity(left.whole, right.whole),
        Levenshtein.normalized_similarity(left.bones, right.bones),
        Levenshtein.normalized_similarity(left.sorted_bones, right.sorted_bones),
        min(len(short.name.whole) / max(len(long.name.whole), 1), 1.0),
        acronym(left, right),
        float(left.script != right.script),
        float((left.script in CONSONANTAL) + (right.script in CONSONANTAL)),
        min(abs(sizes[0] - sizes[1]), 5) / 5,
        float(left.numbers != right.numbers),
        float(not texts.isdisjoint(known.branches) or not concepts.isdisjoint(known.branch_concepts)),
        float(not texts.isdisjoint(known.side_words) or not concepts.isdisjoint(known.side_concepts)),
        float(not concepts.isdisjoint(known.unit_concepts)),
        float(not concepts.isdisjoint(known.loose_concepts)),
        float(bool(left.prefixes or right.prefixes)),
        min(one.telling, other.telling),
        max(one.telling, other.telling),
        float(_any_meaning(one.alone) and _any_meaning(other.alone)),
        float(_any_branch(one.alone, known) and _any_branch(other.alone, known)),
        fuzz.token_sort_ratio(left.plain, right.plain) / 100,
        float(any(left.tokens[pair.left].nisba != right.tokens[pair.right].nisba for pair in pairs)),
    ]


def _any_meaning(tokens: Sequence[Token]) -> bool:
    return any(token.concept for token in tokens) if tokens else False


def _any_branch(tokens: Sequence[Token], known: NameWords) -> bool:
    return any(t.text in known.branches or t.concept in known.branch_concepts for t in tokens) if tokens else False


def _telling(name: Name, alone: Sequence[Token], weights: Sequence[float]) -> float:
    """How much of the rarity of the words that are no concepts is matched, 0 to 1; 0.5 where there are none."""
    total = missing = 0.0
    for token, weight in zip(name.tokens, weights, strict=True):
        if not token.concept:
            total += weight
            if alone and token in alone:
                missing += weight
    return 1 - missing / total if total else 0.5


def _cover(one: _Side, other: _Side, alignment: Alignment, mean: float) -> tuple[float, float]:
    """Rarity that is matched, by similarity, of either name."""
    pairs = alignment.pairs
    if len(pairs) != len(one.weights) - len(one.places) or len(pairs) != len(other.weights) - len(other.places):
        return (one.total - sum(one.lost)) * mean, (other.total - sum(other.lost)) * mean
    left = right = 0.0
    for pair in pairs:
        left += one.weights[pair.left] * pair.similarity
        right += other.weights[pair.right] * pair.similarity
    return left, right


def acronym(left: Name, right: Name) -> float:
    """How well one name, a single short word, is made of the initials of the other's words, 0 to 1.

    1 for all of its words (small ones may be left out, numbers are written out: M23), less for a run of them.
    """
    if left.kind is NameKind.PERSON or (len(left.tokens) != 1 and len(right.tokens) != 1):
        return 0.0
    return max(_initials_of(left, right), _initials_of(right, left))


def _initials_of(short: Name, long: Name) -> float:
    if len(short.tokens) != 1 or len(long.parts) < _SHORTEST:
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
