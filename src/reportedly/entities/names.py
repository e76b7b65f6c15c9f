"""Comparing two names: same, related or different, with a probability and a sentence."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType

from reportedly.entities import compare
from reportedly.entities.align import Alignment, align
from reportedly.entities.comparator import Answer, Comparator, Compared, NameVerdict
from reportedly.entities.features import measure
from reportedly.entities.name import Name, NameKind, parse_name
from reportedly.entities.weights import load_name_weights
from reportedly.entities.words import load_name_words


@cache
def load_comparators() -> MappingProxyType[NameKind, Comparator]:
    """Every comparator in `compare/`, by its kind."""
    found: dict[NameKind, Comparator] = {}
    for module in sorted(iter_modules(compare.__path__), key=lambda m: m.name):
        comparator: Comparator = import_module(f"{compare.__name__}.{module.name}").COMPARATOR
        found[comparator.kind] = comparator
    return MappingProxyType(found)


def compare_names(left: str, right: str, kind: NameKind) -> NameVerdict:
    """How two names of a kind compare. The answer is the same when they change places, but for the sentence's order.

    It knows only the names: two people of one name come out the same, one with two unlike names comes out different.
    A name without letters is different from every other.
    """
    return compare_parsed(parse_name(left, kind), parse_name(right, kind))


def compare_parsed(left: Name, right: Name) -> NameVerdict:
    """`compare_names` for names that are taken apart already; both must be of one kind."""
    if not left.tokens or not right.tokens:
        return NameVerdict(Answer.DIFFERENT, 0.0, "empty", "One of them has no word to compare.")
    alignment = align(left, right)
    weights = load_name_weights().of(left.kind)
    figures = measure(left, right, alignment, weights, load_name_words())
    pair = Compared(left, right, alignment, weights.probability(figures), weights.same)
    ruling = load_comparators()[left.kind](pair)
    sentence = _sentence(left, right, alignment, ruling.reason)
    return NameVerdict(ruling.verdict, round(ruling.score, 4), ruling.rule, sentence)


def _sentence(left: Name, right: Name, alignment: Alignment, reason: str) -> str:
    shared = ", ".join(
        f"{left.tokens[p.left].text} = {right.tokens[p.right].text}" for p in alignment.pairs if p.similarity >= 0.5
    )
    parts = [shared or "no word stands for one of the other"]
    if alignment.left_alone:
        parts.append("only left: " + " ".join(left.tokens[i].text for i in alignment.left_alone))
    if alignment.right_alone:
        parts.append("only right: " + " ".join(right.tokens[j].text for j in alignment.right_alone))
    return f"{'; '.join(parts)}. {reason[:1].upper()}{reason[1:]}."
