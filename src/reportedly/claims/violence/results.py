"""What an act of violence led to: "shelled Ruda, resulting in the death of a farmer", "the strike caused 12 deaths"."""

from __future__ import annotations

from typing import Final

from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, is_in
from reportedly.claims.violence.doing import is_weapon
from reportedly.resources.lexicon import words

#: What may stand between a verb of causing and its result: "resulting in [the death of a farmer and] the injury".
_BETWEEN: Final = frozenset({"pobj", "prep", "pcomp", "conj", "acl", "dobj", "nsubj", "nsubjpass", "dative"})


def causes(view: SentenceView, noun: int) -> list[int]:
    """Of "the strike resulted in the deaths of 12 people", "led to 12 deaths" the strike: an act of arms."""
    token = view.tokens[noun]
    verb = view.tokens[token.head].head if token.relation == "pobj" else token.head
    if view.tokens[verb].tag[:1] != "V" or not is_in(view, verb, "attack", "killing", "causing"):
        return []
    return [s for s in view.doers(verb) if is_weapon(view, s) and not is_in(view, s, "attack", "weapons", "accident")]


def act_behind(view: SentenceView, token: int) -> int | None:
    """Of "X shelled Ruda, resulting in the death of a farmer", given "death", the verb "shelled"; else None."""
    verb = _causing(view, token)
    if verb is None or view.tokens[verb].tag != "VBG" or view.tokens[verb].relation not in {"advcl", "acl", "xcomp"}:
        return None
    for act in view.ancestors(verb):
        if view.tokens[act].tag[:1] == "V":
            return act if _is_violent(view, act) else None
    return None


def to_whom(view: SentenceView, noun: int) -> list[int]:
    """Of "causing injuries to nine guards", with "to" hung on "causing", the guards."""
    verb = _causing(view, noun)
    if verb is None:
        return []
    behind = [p for p in view.dependents(verb, "prep", "dative") if view.lows[p] == "to" and p == noun + 1]
    return [c for p in behind for h in view.dependents(p, "pobj") for c in view.conjuncts(h)]


def _causing(view: SentenceView, token: int) -> int | None:
    if view.tokens[token].relation not in _BETWEEN:
        return None
    for above in view.ancestors(token):
        if view.tokens[above].tag[:1] == "V" and is_in(view, above, "attack", "killing", "causing"):
            return above
        if view.tokens[above].relation not in _BETWEEN:
            return None
    return None


def _is_violent(view: SentenceView, verb: int) -> bool:
    name = base(view, verb)
    fired = name in words("attack", "verbs", "fire") and any(is_weapon(view, o) for o in view.undergoers(verb))
    launched = name in words("attack", "nouns", "light") and any(is_weapon(view, o) for o in view.undergoers(verb))
    return fired or launched or name in words("attack", "verbs", "transitive") | words("attack", "killing", "sure")
