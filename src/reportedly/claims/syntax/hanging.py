"""What hangs on what in one sentence: its tree, sorted once, because extractors ask of every token."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, Final, ParamSpec, TypeVar

if TYPE_CHECKING:
    from reportedly.claims.syntax.grammar import SentenceView
    from reportedly.records.span import Token

_Asked = ParamSpec("_Asked")
_Answer = TypeVar("_Answer")
_UNASKED: Final = object()


class Tree:
    """The tree of a sentence. Immutable. Token arguments and answers are indexes into `tokens`."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self.tokens = tokens
        below: list[list[int]] = [[] for _ in tokens]
        related: list[dict[str, list[int]]] = [{} for _ in tokens]
        for i, token in enumerate(tokens):
            if token.head != i:
                below[token.head].append(i)
                related[token.head].setdefault(token.relation, []).append(i)
        #: Dependents of each token, in order.
        self.children: tuple[tuple[int, ...], ...] = tuple(map(tuple, below))
        self._related = related
        #: What was asked of this sentence before (`answered_once`).
        self.answers: dict[tuple[object, ...], Any] = {}

    def dependents(self, token: int, *relations: str) -> list[int]:
        """Dependents of a token that stand in one of these relations."""
        below = self._related[token]
        if not below:  # most tokens, and extractors ask of each
            return []
        if len(relations) == 1:
            return [*below.get(relations[0], ())]
        found: list[int] = []
        for relation in relations:
            if relation in below:
                found += below[relation]
        found.sort()
        return found

    def subtree(self, token: int) -> list[int]:
        """The token and all below it, ascending."""
        found = [token]
        if self.children[token]:
            for t in found:  # it grows on the way
                found += self.children[t]
            found.sort()
        return found

    def ancestors(self, token: int) -> Iterator[int]:
        """Governors of the token, nearest first."""
        seen = {token}
        while self.tokens[token].head not in seen:
            token = self.tokens[token].head
            seen.add(token)
            yield token

    def first_conjunct(self, token: int) -> int:
        """The first of a coordination that the token belongs to."""
        while self.tokens[token].relation == "conj" and self.tokens[token].head != token:
            token = self.tokens[token].head
        return token


def answered_once(
    question: Callable[Concatenate[SentenceView, _Asked], _Answer],
) -> Callable[Concatenate[SentenceView, _Asked], _Answer]:
    """A question about a sentence that is worked out once for each view and arguments, which many extractors share.

    For functions of the sentence and their arguments alone whose answer nobody can change.
    """

    @wraps(question)
    def answer(view: SentenceView, /, *asked: _Asked.args, **named: _Asked.kwargs) -> _Answer:
        key = (question, *asked, *named.items()) if named else (question, *asked)
        known: _Answer = view.answers.get(key, _UNASKED)
        if known is _UNASKED:
            known = view.answers[key] = question(view, *asked, **named)
        return known

    return answer
