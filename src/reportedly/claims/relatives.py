"""Of whom a relative clause tells, where the tree hangs it on the noun right before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.records.mention import Kind

if TYPE_CHECKING:
    from reportedly.claims.grammar import SentenceView

_PEOPLE = frozenset({Kind.PERSON, Kind.POPULATION})


def antecedent(view: SentenceView, clause: int) -> int:
    """The noun that a relative clause, given by its verb, tells of: of "the head of the Guard, who fled," the head.

    "Who" asks for people: from a body, state or place it goes up to the person whose description that belongs to.
    """
    noun = view.tokens[clause].head
    if not any(view.lows[s] == "who" for s in view.dependents(clause, "nsubj", "nsubjpass")):
        return noun
    here, kinds = noun, _kinds(view, noun)
    while kinds and not kinds & _PEOPLE and view.tokens[here].relation == "pobj":
        here = view.tokens[view.tokens[here].head].head
        kinds = _kinds(view, here)
    return here if kinds & _PEOPLE else noun


def _kinds(view: SentenceView, token: int) -> set[Kind]:
    return {view.mention(m).kind for m, head in view.heads.items() if head == token}
