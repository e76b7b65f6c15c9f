"""People's names: kin share a family name, Abd al-X is not X, a final -i makes another family."""

from __future__ import annotations

from typing import Final

import msgspec

from reportedly.entities.comparator import Answer, Compared, Ruling
from reportedly.entities.name import NameKind
from reportedly.entities.ties import ONE_WORD, SURE, against, by_weights, quoted, unless_sure

_TELLING: Final = 3


class PersonComparator:
    """Rules for names of people, on top of the trained weights."""

    kind = NameKind.PERSON

    def __call__(self, pair: Compared) -> Ruling:
        """Different or related by a rule, else by the weights."""
        nisba = self._nisba(pair)
        if nisba:
            return against(pair, Answer.DIFFERENT, "nisba", nisba)
        servant = self._servant(pair)
        if servant:
            return against(pair, Answer.DIFFERENT, "servant", servant)
        if generation := pair.left.forms ^ pair.right.forms:
            told = f"only one of them is “{' '.join(sorted(generation))}”"
            return against(pair, Answer.RELATED, "generation", told)
        given = self._given_names(pair)
        if given and self._family(pair):
            ruling = unless_sure(pair, Answer.RELATED, "kin", given, SURE)
            return msgspec.structs.replace(ruling, rule="kin")  # sure or not, resolution must know of the doubt
        ruling = by_weights(pair, self._tie)
        return msgspec.structs.replace(ruling, rule="spelling") if self._only_spelled(pair, ruling) else ruling

    def _only_spelled(self, pair: Compared, ruling: Ruling) -> bool:
        """Whether names of three words or more, which hardly two people share, differ in their spelling only."""
        if ruling.verdict is not Answer.SAME or min(len(pair.left.tokens), len(pair.right.tokens)) < _TELLING:
            return False
        return all(aligned.similarity >= ONE_WORD for aligned in pair.alignment.pairs) and not any(pair.alone)

    def _nisba(self, pair: Compared) -> str:
        """Why the last names are those of two families, or ""."""
        left, right = pair.left.tokens, pair.right.tokens
        for aligned in pair.alignment.pairs:
            words = (pair.left, left[aligned.left]), (pair.right, right[aligned.right])
            (one, short), (other, long) = sorted(words, key=lambda word: len(word[1].open))
            last = aligned.left == len(left) - 1 and aligned.right == len(right) - 1
            if last and aligned.left and short.written and long.written and long.open == short.open + "y":
                return f"{quoted(one, [short])} and {quoted(other, [long])} are names of two families"
        return ""

    def _servant(self, pair: Compared) -> str:
        """Why a name behind Abd is no spelling of the other's, or ""."""
        for a in pair.alone[0]:
            for b in pair.alone[1]:
                if {a.prefix, b.prefix} == {"", "A"} and a.strict == b.strict:
                    servant, plain = (a, b) if a.prefix else (b, a)
                    return f"“Abd al-{servant.text}” is another name than “{plain.text}”"
        return ""

    def _given_names(self, pair: Compared) -> str:
        """Why the first names exclude one another, or ""."""
        left, right = pair.left.tokens, pair.right.tokens
        if 0 not in pair.alignment.left_alone or 0 not in pair.alignment.right_alone:
            return ""
        if len(left) < 2 or len(right) < 2 or left[0].prefix in {"K", "U"} or right[0].prefix in {"K", "U"}:
            return ""
        if min(len(left[0].text), len(right[0].text)) < 3:
            return ""
        first, second = quoted(pair.left, left[:1]), quoted(pair.right, right[:1])
        return f"they share a family name, but one is {first} and the other {second}"

    def _family(self, pair: Compared) -> bool:
        last = (len(pair.left.tokens) - 1, len(pair.right.tokens) - 1)
        return any((p.left, p.right) == last and p.similarity >= ONE_WORD for p in pair.alignment.pairs)

    def _tie(self, pair: Compared) -> str:
        alone_left, alone_right = pair.alone
        if not self._family(pair):
            return ""
        if alone_left and alone_right:
            words = quoted(pair.left, alone_left), quoted(pair.right, alone_right)
            return f"they share a family name; {words[0]} and {words[1]} differ"
        longer = pair.left if len(pair.left.tokens) > len(pair.right.tokens) else pair.right
        first_alone = 0 in (pair.alignment.left_alone if longer is pair.left else pair.alignment.right_alone)
        if first_alone and min(len(pair.left.tokens), len(pair.right.tokens)) > 1:
            return f"{quoted(longer, longer.tokens[:1])} stands before the other's whole name, as a child's does"
        return ""


COMPARATOR = PersonComparator()
