"""Acts told by a verb together with another word: "blew up Y", "set fire to Y", "Y came under attack by X".

The table `expressions` lists them: multiword expressions in the sense of Sag et al. (2002).
"""

from __future__ import annotations

from functools import cache
from typing import Final

import msgspec

from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base
from reportedly.resources.lexicon import table

_BESIDE: Final = ("prt", "advmod", "prep", "xcomp", "acomp", "oprd", "ccomp", "amod", "agent")


class Expression(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One line of the table; what its fields mean stands at the head of the table."""

    verbs: frozenset[str]
    particle: frozenset[str] = frozenset()
    object: frozenset[str] = frozenset()
    preposition: frozenset[str] = frozenset()
    noun: frozenset[str] = frozenset()
    patient: tuple[str, ...]
    method: str | None = None


class Told(msgspec.Struct, frozen=True):
    """What an expression says: head tokens of whom it is done to and of who does it.

    act: the noun of the act in it ("attack" of "came under attack"). method: the one that the words mean by themselves.
    """

    patients: tuple[int, ...]
    doers: tuple[int, ...]
    act: int | None = None
    method: str | None = None


@cache
def expressions(kind: str) -> tuple[Expression, ...]:
    """Those of one kind of act ("attack", "kill")."""
    return tuple(msgspec.convert(line, Expression, strict=False) for line in table("expressions")[kind])


def told_by_expression(view: SentenceView, verb: int, kind: str) -> Told | None:
    """The first expression of a kind that a verb makes with the words beside it; None where it makes none."""
    name = base(view, verb)
    for expression in expressions(kind):
        if name in expression.verbs:
            found = _read(view, verb, expression)
            if found is not None and found.patients:
                return found
    return None


def _read(view: SentenceView, verb: int, wanted: Expression) -> Told | None:
    objects = [o for o in [*view.objects(verb), *view.dependents(verb, "attr")] if base(view, o) in wanted.object]
    if (wanted.object and not objects) or (wanted.particle and not _has_particle(view, verb, wanted.particle)):
        return None
    brought = [h for t in [verb, *objects] for h in view.prepositional(t, *wanted.preposition)]
    if "passive" in wanted.patient and view.words_from(verb + 1, 1).lower() not in wanted.particle:
        return None  # "was shot dead on the road" is no "was shot at"
    nouns = [h for h in brought if base(view, h) in wanted.noun]
    if wanted.noun and not nouns:
        return None
    patients: list[int] = []
    for where in wanted.patient:
        if where == "object":
            beside = [c for c in view.dependents(verb, *_BESIDE) if view.tokens[c].lemma in wanted.particle]
            taken = view.undergoers(verb) or _shared(view, verb) or [o for c in beside for o in view.objects(c)]
            patients += [t for t in taken if t not in objects and t not in nouns]
        elif where == "passive":
            patients += view.subjects(verb) if view.is_passive(verb) and not view.objects(verb) else []
        elif where == "subject":
            patients += view.subjects(verb)
        else:
            hosts = [verb, *(t for o in objects for t in view.subtree(o))]  # "a truck full of explosives into the gate"
            patients += [h for t in hosts for h in view.prepositional(t, where) if h not in nouns]
    act = nouns[0] if nouns else None
    return Told(tuple(dict.fromkeys(patients)), tuple(_doers(view, verb, wanted, act)), act, wanted.method)


def _shared(view: SentenceView, verb: int) -> list[int]:
    """Of "hacked and shot to death nine men" the men, who hang on the other verb."""
    others = (v for v in view.conjuncts(view.first_conjunct(verb)) if 0 < abs(v - verb) <= 3)
    return next((found for v in others if (found := [o for o in view.objects(v) if o > verb])), [])


def _has_particle(view: SentenceView, verb: int, particles: frozenset[str]) -> bool:
    beside = {view.tokens[c].lemma for c in view.dependents(verb, *_BESIDE)}
    own = [o for o in view.objects(verb) if view.tokens[o - 1].lemma in particles]  # "set ablaze houses"
    return bool(beside & particles) or bool(own) or view.words_from(verb + 1, 1).lower() in particles


def _doers(view: SentenceView, verb: int, wanted: Expression, act: int | None) -> list[int]:
    if "subject" not in wanted.patient:
        behind = view.prepositional(act, "by") if act is not None and view.is_passive(verb) else []
        return view.doers(verb) or behind
    found = view.prepositional(verb, "by", "from")
    return found or ([] if act is None else view.prepositional(act, "by", "from"))
