"""Names of places: southern Aleppo is a part of Aleppo, Upper and Lower are two villages."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from reportedly.entities.comparator import Answer, Compared, Ruling
from reportedly.entities.name import Name, NameKind, Token
from reportedly.entities.ties import (
    ONE_WORD,
    against,
    by_weights,
    longer_first,
    only_meanings_match,
    quoted,
    unless_sure,
)
from reportedly.entities.words import load_name_words


class PlaceComparator:
    """Rules for names of places, on top of the trained weights."""

    kind = NameKind.PLACE

    def __call__(self, pair: Compared) -> Ruling:
        """Different or related by a rule, else by the weights."""
        alone_left, alone_right = pair.alone
        sides = self._side(alone_left), self._side(alone_right)
        if sides[0] and sides[1]:
            words = f"{quoted(pair.left, sides[0])} and {quoted(pair.right, sides[1])}"
            return against(pair, Answer.DIFFERENT, "sides", f"{words} are two places")
        uneven = longer_first(pair) if pair.alignment.pairs else None
        if uneven is None and pair.alignment.pairs:
            uneven = self._side_of_kind(pair, alone_left, alone_right)
        if uneven is not None and (sides[0] or sides[1]):
            part, whole, _ = uneven
            reason = f"{quoted(part, sides[0] or sides[1])} is a part or side of {quoted(whole, whole.tokens)}"
            return msgspec.structs.replace(unless_sure(pair, Answer.RELATED, "part", reason), rule="part")
        if only_meanings_match(pair):
            words = f"{quoted(pair.left, alone_left)} and {quoted(pair.right, alone_right)}"
            return against(pair, Answer.DIFFERENT, "names", f"{words} are two names of such a place")
        ruling, head = by_weights(pair, self._tie), self._other_head(pair)
        if ruling.verdict is not Answer.SAME and self._only_apposed(pair):
            return msgspec.structs.replace(ruling, rule="apposed")  # Gezira may be Gezira state, or a town in it
        # Lists of places often leave a head out (Khirbat X, X), so by itself it leaves the verdict to the weights.
        if head:
            return msgspec.structs.replace(ruling, rule="head", reason=head)
        more = self._respelled_with_more(pair) if ruling.verdict is Answer.SAME else ""
        return msgspec.structs.replace(ruling, rule="more", reason=more) if more else ruling

    def _respelled_with_more(self, pair: Compared) -> str:
        """Why a longer name may be another place's: a word of the shorter one is only alike to one of its, or ""."""
        uneven = longer_first(pair)
        tokens = [(pair.left.tokens[p.left], pair.right.tokens[p.right]) for p in pair.alignment.pairs]
        alike = [(a, b) for a, b in tokens if a.text != b.text and not (a.concept and b.concept)]
        own = [t for t in uneven[2] if t.concept not in load_name_words().apposed_concepts] if uneven else []
        if uneven is None or not own or not alike:
            return ""
        words = f"{quoted(pair.left, [a for a, _ in alike])} is but like {quoted(pair.right, [b for _, b in alike])}"
        return f"{words}, and {quoted(uneven[0], own)} stands only in one of them"

    def _other_head(self, pair: Compared) -> str:
        """Why a name that is the end of a longer one may be another place's (Port Sudan lies in Sudan), or ""."""
        uneven = longer_first(pair)
        if not pair.alignment.pairs or uneven is None:
            return ""
        longer, shorter, extra = uneven
        apposed = {token.concept for token in extra} & load_name_words().apposed_concepts
        if list(longer.tokens[: len(extra)]) != extra or apposed:
            return ""
        if any(p.similarity < ONE_WORD for p in pair.alignment.pairs):
            return ""
        return f"{quoted(longer, longer.tokens)} has a head of its own beside {quoted(shorter, shorter.tokens)}"

    def _only_apposed(self, pair: Compared) -> bool:
        """Whether one name has no more than the other and what kind of place it is (the city of X, X state)."""
        uneven = longer_first(pair)
        if not pair.alignment.pairs or uneven is None or any(p.similarity < ONE_WORD for p in pair.alignment.pairs):
            return False
        return all(token.concept in load_name_words().apposed_concepts for token in uneven[2])

    def _side_of_kind(
        self, pair: Compared, left: list[Token], right: list[Token]
    ) -> tuple[Name, Name, list[Token]] | None:
        """A part and the whole that is named with its kind (eastern Maresh, Maresh state), as `longer_first` has it."""
        apposed = load_name_words().apposed_concepts
        for part, whole, own, kind in ((pair.left, pair.right, left, right), (pair.right, pair.left, right, left)):
            if self._side(own) == own and all(token.concept in apposed for token in kind):
                return part, whole, own
        return None

    def _side(self, tokens: Sequence[Token]) -> list[Token]:
        known = load_name_words()
        return [t for t in tokens if t.text in known.side_words or t.concept in known.side_concepts]

    def _tie(self, pair: Compared) -> str:
        uneven = longer_first(pair)
        if not pair.alignment.pairs or uneven is None:
            return ""
        longer, _, extra = uneven
        return f"{quoted(longer, extra)} stands only in one of them"


COMPARATOR = PlaceComparator()
