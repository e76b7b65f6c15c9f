"""Groups' names: a branch is not its body, and Kata'ib Hezbollah is not Hezbollah."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.entities.comparator import Answer, Compared, Ruling
from reportedly.entities.name import NameKind, Token
from reportedly.entities.ties import (
    SURE,
    against,
    by_weights,
    longer_first,
    only_meanings_match,
    quoted,
    unless_sure,
)
from reportedly.entities.words import load_name_words


class GroupComparator:
    """Rules for names of armed groups, parties, organisations and bodies of states, on top of the trained weights."""

    kind = NameKind.GROUP

    def __call__(self, pair: Compared) -> Ruling:
        """Different or related by a rule, else by the weights."""
        if not pair.alignment.pairs:
            return by_weights(pair, lambda _: "")
        alone_left, alone_right = pair.alone
        known = load_name_words()
        if pair.left.numbers != pair.right.numbers and pair.left.numbers and pair.right.numbers:
            return unless_sure(pair, Answer.DIFFERENT, "number", "their numbers differ")
        uneven = longer_first(pair)
        if uneven is not None:
            part, whole, extra = uneven
            units = [t for t in extra if t.concept in known.unit_concepts]
            if units and all(t.concept and t.concept not in known.unit_concepts for t in whole.tokens):
                reason = f"{quoted(part, units)} makes another body of {quoted(whole, whole.tokens)}"
                return against(pair, Answer.DIFFERENT, "unit", reason)
            branch = self._branch(extra)
            if branch:
                reason = f"{quoted(part, branch)} names a branch of {quoted(whole, whole.tokens)}"
                return unless_sure(pair, Answer.RELATED, "branch", reason)
        branches = self._branch(alone_left), self._branch(alone_right)
        if branches[0] and branches[1]:
            words = f"{quoted(pair.left, branches[0])} and {quoted(pair.right, branches[1])}"
            return unless_sure(pair, Answer.DIFFERENT, "branches", f"{words} are two branches")
        meanings = [t for t in alone_left if t.concept], [t for t in alone_right if t.concept]
        if only_meanings_match(pair):
            words = f"{quoted(pair.left, alone_left)} and {quoted(pair.right, alone_right)}"
            return against(pair, Answer.DIFFERENT, "names", f"{words} are two names of such a body")
        if self._clash(alone_left, alone_right):
            one, other = quoted(pair.left, meanings[0] or alone_left), quoted(pair.right, meanings[1] or alone_right)
            return unless_sure(pair, Answer.DIFFERENT, "meaning", f"{one} and {other} mean two things", SURE)
        return by_weights(pair, lambda _: "")

    def _branch(self, tokens: Sequence[Token]) -> list[Token]:
        known = load_name_words()
        return [t for t in tokens if t.text in known.branches or t.concept in known.branch_concepts]

    def _clash(self, left: Sequence[Token], right: Sequence[Token]) -> bool:
        """Whether words stay alone on both sides that say something: not just what kind of body it is."""
        known = load_name_words()
        return all(any(t.concept and t.concept not in known.loose_concepts for t in side) for side in (left, right))


COMPARATOR = GroupComparator()
