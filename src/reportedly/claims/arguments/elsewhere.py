"""Places told elsewhere in a sentence: of the people in it, behind a description, in the clause that was going on."""

from __future__ import annotations

from typing import Final

from reportedly.claims.arguments.sites import sites_after, sites_below
from reportedly.claims.extractor import Filler
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, is_in
from reportedly.resources.lexicon import words

#: What brings in the place of something told deep below a verb.
NESTED: Final = ("in", "at", "near", "outside", "inside", "across", "throughout", "around", "on")


def of_people(view: SentenceView, people: int, plain: bool) -> list[Filler]:
    """As in "killed two men gathering wood in the forest of Orlo": where they were, they were killed."""
    doing = [c for c in view.dependents(people, "acl") if view.tokens[c].tag == "VBG"]
    if is_in(view, people, "attack", "nouns", "sure"):  # "in a bomb attack followed by gunfire in Ruda"
        doing += [c for c in view.dependents(people, "acl") if base(view, c) in {"follow", "accompany"}]
        heads = [h for c in doing for h in view.agents(c)]
        return next((found for c in [*doing, *heads] if (found := sites_after(view, c, *NESTED, plain=plain))), [])
    heads = [t for c in doing for t in [c, *view.objects(c)]]
    return next((found for t in heads if (found := sites_after(view, t, *NESTED, plain=plain))), [])


def behind_description(view: SentenceView, verb: int, plain: bool) -> list[Filler]:
    """As in "killed X, a senior figure of the Front, near Ruda": behind the comma that closes a description."""
    if view.tokens[verb].tag[:1] != "V":
        return []
    for noun in [*view.objects(verb), *view.agents(verb)]:
        for told in (a for a in view.dependents(noun, "appos") if a > noun):
            late = [p for p in view.dependents(told, "prep") if p > 0 and view.lows[p - 1] == ","]
            found = sites_below(view, told, frozenset(NESTED), late, plain)
            if found:
                return found
    return []


def of_meanwhile(view: SentenceView, verb: int, plain: bool) -> list[Filler]:
    """As in "was drinking in a bar in Ruda when he was shot", "was travelling near Ruda when it came under fire"."""
    clause = view.first_conjunct(verb)
    word = view.tokens[clause]
    above = word.head
    when = any(view.lows[c] == "when" for c in view.dependents(clause, "advmod", "mark"))
    going_on = view.tokens[above].tag == "VBG" and any(base(view, c) == "be" for c in view.dependents(above, "aux"))
    if word.relation != "advcl" or not when or not going_on or above > clause:
        return []
    heads = [above, *view.prepositional(above, "in", "at", "on", "near", "outside"), *view.objects(above)]
    return next((found for h in reversed(heads) if (found := sites_after(view, h, *NESTED, plain=plain))), [])


def of_direction(view: SentenceView, token: int, plain: bool) -> list[Filler]:
    """ "killed north of Ruda": only where no nearer place is told."""
    heads = [token, *(c for c in view.children[token] if view.tokens[c].tag[:1] in {"N", "V"})]
    heads += [h for p in view.dependents(token, "prep", "agent") for h in view.dependents(p, "pobj")]
    for head in heads:
        directions = [c for c in view.children[head] if view.tokens[c].lemma in words("where", "directions")]
        below = [p for c in directions for p in view.dependents(c, "prep")]
        found = sites_below(view, head, frozenset({"of"}), below, plain)
        if found:
            return found
    return []
