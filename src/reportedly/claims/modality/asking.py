"""What somebody only asks, demands or forbids others to do: no plan of theirs, and nothing told to have happened."""

from __future__ import annotations

from reportedly.claims.arguments.parties import kind_of
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base
from reportedly.records.mention import Kind
from reportedly.resources.lexicon import words


def is_asked_for(view: SentenceView, trigger: int) -> bool:
    """Whether a token only tells what somebody asks others to do ("urged Doran to withdraw", "demanded that X leave").

    What they are asked to end is going on, so it is told.
    """
    here = view.first_conjunct(trigger)
    token = view.tokens[here]
    if token.tag[:1] == "N" and _is_wanted(view, here):
        return True
    if token.tag[:1] == "N" and token.relation in {"dobj", "nsubjpass"}:
        if base(view, token.head) in words("hedges", "ceasing", "verbs"):
            return False
        here = view.first_conjunct(token.head)
        token = view.tokens[here]
    if _is_barred(view, here):
        return True
    bare = token.tag in {"VB", "VBP"} or any(view.lows[c] == "be" for c in view.dependents(here, "auxpass"))
    if token.relation not in {"ccomp", "xcomp", "advcl", "acl"} or not bare:
        return False
    above = token.head
    if view.tokens[above].tag in {"NN", "NNS"}:
        return token.relation == "acl" and base(view, above) in words("hedges", "asking", "nouns")
    bidden = base(view, above) in words("hedges", "asking", "bidding") and _is_of_people(view, here)
    if not bidden and (base(view, above) not in words("hedges", "asking", "verbs") or view.is_passive(above)):
        return False
    subjunctive = token.relation == "ccomp" and not view.dependents(here, "aux")
    return any(view.tokens[c].tag == "TO" for c in view.dependents(here, "aux")) or subjunctive


def _is_wanted(view: SentenceView, noun: int) -> bool:
    """As in "called for the withdrawal of X", "demanded the release of Y", "calls for talks with Z"."""
    token = view.tokens[noun]
    above = view.tokens[token.head]
    if token.relation == "dobj":
        return base(view, token.head) in words("hedges", "asking", "wanting")
    if token.relation != "pobj" or above.lemma != "for" or above.head == token.head:
        return False
    key = "nouns" if view.tokens[above.head].tag[:1] == "N" else "verbs"
    return base(view, above.head) in words("hedges", "asking", key)


def _is_of_people(view: SentenceView, verb: int) -> bool:
    """Whether civilians are to do it."""
    return any(kind_of(view, s) == Kind.POPULATION for s in view.subjects(verb))


def _is_barred(view: SentenceView, verb: int) -> bool:
    """As in "the order bars them from entering Doran": what may not be done, not what was not done."""
    token = view.tokens[verb]
    if token.relation != "pcomp" or view.tokens[token.head].lemma != "from":
        return False
    above = view.tokens[token.head].head
    if view.tokens[above].relation == "dobj":
        above = view.tokens[above].head
    return base(view, above) in words("hedges", "asking", "barring")
