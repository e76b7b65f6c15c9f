"""Comparing two names: same, related or different, with a probability and a sentence."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType
from typing import Final

from reportedly.entities import compare
from reportedly.entities.aliases import Aliases, Bearer, load_aliases
from reportedly.entities.align import align
from reportedly.entities.comparator import Answer, Comparator, Compared, NameVerdict
from reportedly.entities.features import measure
from reportedly.entities.name import Name, NameKind, as_written, parse_name
from reportedly.entities.weights import load_model
from reportedly.entities.words import load_name_words

#: Probabilities where the table of aliases knows both names.
_KNOWN_SAME: Final = 0.97
_KNOWN_OTHER: Final = 0.03
#: Words less alike than this are not shown as standing for one another.
_SHOWN: Final = 0.5


@cache
def load_comparators() -> MappingProxyType[NameKind, Comparator]:
    """Every comparator in `compare/`, by its kind."""
    found: dict[NameKind, Comparator] = {}
    for module in sorted(iter_modules(compare.__path__), key=lambda m: m.name):
        comparator: Comparator = import_module(f"{compare.__name__}.{module.name}").COMPARATOR
        found[comparator.kind] = comparator
    return MappingProxyType(found)


def compare_names(left: str, right: str, kind: NameKind, aliases: Aliases | None = None) -> NameVerdict:
    """How two names of a kind compare. The answer is the same when they change places, but for the sentence's order.

    It knows only the names and a table of aliases (None: the shipped one; `no_aliases()`: none): two people of one name
    come out the same. A name without letters is different from every other.
    """
    return compare_parsed(parse_name(left, kind), parse_name(right, kind), aliases)


def compare_parsed(left: Name, right: Name, aliases: Aliases | None = None) -> NameVerdict:
    """`compare_names` for names that are taken apart already; both must be of one kind."""
    if not left.tokens or not right.tokens:
        return NameVerdict(Answer.DIFFERENT, 0.0, "empty", "One of them has no word to compare.")
    known = load_aliases() if aliases is None else aliases
    bearers = known.bearer(left), known.bearer(right)
    if bearers[0] is not None and bearers[1] is not None:
        return _by_alias(bearers[0], bearers[1])
    alignment = align(left, right)
    model = load_model(left.kind)
    figures = measure(left, right, alignment, model, load_name_words())
    alone = [left.tokens[i] for i in alignment.left_alone], [right.tokens[j] for j in alignment.right_alone]
    pair = Compared(left, right, alignment, alone, model.probability(figures), model.same)
    ruling = load_comparators()[left.kind](pair)
    sentence = _sentence(pair, ruling.reason)
    return NameVerdict(ruling.verdict, round(ruling.score, 4), ruling.rule, sentence)


def _by_alias(left: Bearer, right: Bearer) -> NameVerdict:
    if left is right:
        sentence = f"Both are known names of {left.names[0]}."
        return NameVerdict(Answer.SAME, _KNOWN_SAME, "alias", sentence)
    if left.part_of == right.names[0] or right.part_of == left.names[0]:
        part, whole = (left, right) if left.part_of == right.names[0] else (right, left)
        sentence = f"{part.names[0]} is known as a part of {whole.names[0]}."
        return NameVerdict(Answer.RELATED, _KNOWN_OTHER, "alias", sentence)
    sentence = f"They are known names of {left.names[0]} and of {right.names[0]}."
    return NameVerdict(Answer.DIFFERENT, _KNOWN_OTHER, "alias", sentence)


def _sentence(pair: Compared, reason: str) -> str:
    left, right = pair.left, pair.right
    shared = [
        f"{as_written(left, left.tokens[p.left])} = {as_written(right, right.tokens[p.right])}"
        for p in pair.alignment.pairs
        if p.similarity >= _SHOWN
    ]
    parts = [", ".join(shared) if shared else "no word stands for one of the other"]
    for side, name, tokens in (("left", left, pair.alone[0]), ("right", right, pair.alone[1])):
        if tokens:
            parts.append(f"only {side}: " + " ".join([as_written(name, token) for token in tokens]))
    return f"{'; '.join(parts)}. {reason[:1].upper()}{reason[1:]}."
