"""Offices that a verb ties to their holder: "held the post of head of Y", "appointed Varek head of Y"."""

from __future__ import annotations

from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base
from reportedly.records.mention import Kind
from reportedly.resources.lexicon import words


def verb_of_post(view: SentenceView, noun: int) -> int | None:
    """The verb in "held the post of head of Y"."""
    token = view.tokens[noun]
    if token.relation != "pobj" or view.tokens[token.head].lemma != "of":
        return None
    post = view.tokens[token.head].head
    verb = view.tokens[post].head
    held = view.tokens[post].relation == "dobj" and base(view, verb) in words("offices", "verbs", "holds")
    if view.tokens[post].relation == "pobj" and view.tokens[verb].lemma == "to":  # "rose to the post of head of Y"
        verb = view.tokens[verb].head
        held = base(view, verb) in words("offices", "verbs", "rising") | words("offices", "verbs", "raises")
    return verb if held and base(view, post) in words("offices", "removed", "posts") else None


def name_before_office(view: SentenceView, noun: int) -> list[int]:
    """The head of a person's name that the tree hangs on the office behind it."""
    named = [h for m, h in view.heads.items() if view.mention(m).kind == Kind.PERSON]
    return [
        h for h in named if h < noun and view.tokens[h].head == noun and view.tokens[h].relation in {"compound", "nmod"}
    ][-1:]


def subject_of(view: SentenceView, noun: int) -> list[int]:
    """Of what a predicate is told, when it has a name of its own and the predicate has none."""
    verb = view.tokens[noun].head
    told = view.tokens[noun].relation == "attr" and base(view, verb) == "be" and not view.is_named(noun)
    return [s for s in view.subjects(verb) if view.is_person(s)] if told else []


def opens_sentence(view: SentenceView, noun: int, first: int) -> bool:
    """As in "Once a wing of Y, X left": a description with "a" that opens the sentence."""
    article = any(view.lows[c] in {"a", "an"} for c in view.dependents(noun, "det"))
    return article and all(t.tag in {"DT", "RB"} for t in view.tokens[:first])
