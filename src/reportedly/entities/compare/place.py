"""Names of places: southern Aleppo is a part of Aleppo, Upper and Lower are two villages."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.entities.comparator import Answer, Compared, Ruling
from reportedly.entities.name import NameKind, Token
from reportedly.entities.ties import against, alone, by_weights, only_meanings_match, quoted, unless_sure
from reportedly.entities.words import load_name_words


class PlaceComparator:
    """Rules for names of places, on top of the trained weights."""

    kind = NameKind.PLACE

    def __call__(self, pair: Compared) -> Ruling:
        """Different or related by a rule, else by the weights."""
        alone_left, alone_right = alone(pair)
        sides = self._side(alone_left), self._side(alone_right)
        if sides[0] and sides[1]:
            return against(pair, Answer.DIFFERENT, "sides", f"{quoted(sides[0])} and {quoted(sides[1])} are two places")
        if pair.alignment.pairs and bool(alone_left) != bool(alone_right) and (sides[0] or sides[1]):
            whole = pair.right if alone_left else pair.left
            reason = f"{quoted(sides[0] or sides[1])} is a part or side of {quoted(whole.tokens)}"
            return unless_sure(pair, Answer.RELATED, "part", reason)
        if only_meanings_match(pair):
            reason = f"{quoted(alone_left)} and {quoted(alone_right)} are two names of such a place"
            return against(pair, Answer.DIFFERENT, "names", reason)
        return by_weights(pair, self._tie)

    def _side(self, tokens: Sequence[Token]) -> list[Token]:
        known = load_name_words()
        return [t for t in tokens if t.text in known.side_words or t.concept in known.side_concepts]

    def _tie(self, pair: Compared) -> str:
        alone_left, alone_right = alone(pair)
        if pair.alignment.pairs and bool(alone_left) != bool(alone_right):
            return f"{quoted(alone_left or alone_right)} stands only in one of them"
        return ""


COMPARATOR = PlaceComparator()
