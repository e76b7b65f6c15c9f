"""Ranks before names: words that say how high somebody stands, and no office."""

from __future__ import annotations

from reportedly.claims.syntax.grammar import SentenceView
from reportedly.resources.lexicon import words


def whole_rank(view: SentenceView, noun: int, first: int) -> bool:
    """Whether a noun is part of a rank of several words ("Chief Petty Officer X", "Major General X")."""
    if view.tokens[noun].lemma == "chief" and noun == first - 1:
        return False  # "army chief X"
    starts = [s for s in range(max(0, noun - 3), noun + 1) if first - s > 1]
    return any(view.words_from(s, first - s).lower().replace(".", "") in words("titles", "ranks") for s in starts)


def is_rank(view: SentenceView, token: int) -> bool:
    """Whether a token is a rank, an honorific or the service before one ("Gen.", "Mr", "Navy")."""
    name = view.tokens[token].text.lower().rstrip(".")
    if name in words("titles", "ranks") or name in words("titles", "honorifics"):
        return True
    return name in words("offices", "words", "services")


def gap_without_ranks(view: SentenceView, start: int, end: int) -> str:
    """What stands between, without ranks: ", Gen. " is a comma."""
    inside = [i for i, t in enumerate(view.tokens) if start <= t.start and t.end <= end]
    return "".join(view.tokens[i].text for i in inside if not is_rank(view, i))
