"""What comparators ask of an aligned pair: words that stay alone, words that are the same, and what they mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from reportedly.entities.comparator import Answer, Compared, Ruling
from reportedly.entities.name import Name, Token, as_written
from reportedly.entities.words import load_name_words

#: Words at least this alike are held to be one word.
ONE_WORD: Final = 0.8
#: What a rule against leaves of the probability, at most: below every threshold.
AGAINST: Final = 0.3
#: Probabilities that a strong and a weaker doubt must give way to.
VERY_SURE: Final = 0.9
SURE: Final = 0.7


def longer_first(pair: Compared) -> tuple[Name, Name, list[Token]] | None:
    """The name that has words of its own, the other, and those words; None where both or neither have some."""
    alone_left, alone_right = pair.alone
    if bool(alone_left) == bool(alone_right):
        return None
    return (pair.left, pair.right, alone_left) if alone_left else (pair.right, pair.left, alone_right)


def only_meanings_match(pair: Compared) -> bool:
    """Whether all that two names share is words of general meaning, while each has another word of its own."""
    loose = load_name_words().loose_concepts
    tokens = pair.left.tokens
    matched = [tokens[aligned.left] for aligned in pair.alignment.pairs]
    return (
        bool(matched)
        and all(token.concept for token in matched)
        and all(any(token.concept not in loose for token in side) for side in pair.alone)
    )


def quoted(name: Name, tokens: Sequence[Token]) -> str:
    """Words of a name for a sentence, as they are written: “Navy”, “in Yemen”."""
    return "“" + " ".join(as_written(name, token) for token in tokens) + "”"


def against(pair: Compared, verdict: Answer, rule: str, reason: str) -> Ruling:
    """A ruling that two names are not the same, whatever the weights say."""
    return Ruling(verdict, min(pair.probability, AGAINST * (0.5 + pair.probability / 2)), rule, reason)


def unless_sure(pair: Compared, verdict: Answer, rule: str, reason: str, sure: float = VERY_SURE) -> Ruling:
    """A ruling that two names are not the same, unless the weights are as sure as this that they are."""
    if pair.probability >= sure:
        return Ruling(Answer.SAME, pair.probability, "weights", f"though {reason}, all else is the same")
    return Ruling(verdict, pair.probability, rule, reason)


def by_weights(pair: Compared, tie: Callable[[Compared], str]) -> Ruling:
    """A ruling by the probability; `tie` names what makes two names that are not the same related, or returns ""."""
    if pair.probability >= pair.same:
        return Ruling(Answer.SAME, pair.probability, "weights", "what they share outweighs what differs")
    why = tie(pair)
    if why:
        return Ruling(Answer.RELATED, pair.probability, "tie", why)
    return Ruling(Answer.DIFFERENT, pair.probability, "weights", "what differs outweighs what they share")
