"""What is only played: soldiers who take a bridge as the enemy of an exercise, a raid in a film."""

from __future__ import annotations

from typing import Final

from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, is_in

#: Whoever plays the enemy does nothing of this; who meets, speaks or comes for an exercise does.
PLAYED: Final = frozenset(
    {
        "abducted", "attacked", "captured", "clashed_with", "controls", "fights", "killed", "operation", "released",
        "took_control", "withdrew_from", "wounded",
    }
)  # fmt: skip
_QUOTES: Final = frozenset({"“", "”", '"', "``", "''"})


def is_played(view: SentenceView, trigger: int) -> bool:
    """As in "soldiers playing the enemy took a bridge", "an exercise in which the Fifth Corps “invades” Ruda"."""
    verb = trigger if view.tokens[trigger].tag[:1] == "V" else view.clause(trigger)
    actors = [*view.subjects(verb), *view.doers(verb)]
    if any(_plays(view, v) for a in actors for v in view.dependents(a, "acl", "relcl")):
        return True
    if any(is_in(view, a, "hedges", "played", "nouns") and _is_told_by(view, verb, a) for a in view.ancestors(verb)):
        return True
    told_in = view.prepositional(verb, "in")
    if any(is_in(view, n, "hedges", "played", "fiction") for n in told_in) or _rehearsed(view, verb):
        return True
    exercise = any(is_in(view, t, "hedges", "played", "nouns") for t in range(len(view.tokens)))
    return exercise and _is_in_quotes(view, trigger)


def _plays(view: SentenceView, verb: int) -> bool:
    """As in "playing the enemy", "acting as rebels", "who plays a colonel"."""
    return is_in(view, verb, "hedges", "played", "verbs") and bool(view.objects(verb) or view.prepositional(verb, "as"))


def _rehearsed(view: SentenceView, verb: int) -> bool:
    """As in "practised capturing a bridge", "dreams of capturing Ruda"."""
    word = view.tokens[verb]
    above = view.tokens[word.head].head if word.relation == "pcomp" else word.head
    return word.tag == "VBG" and above != verb and is_in(view, above, "hedges", "played", "rehearsing")


def _is_told_by(view: SentenceView, verb: int, noun: int) -> bool:
    """Whether a verb stands in the clause that says what an exercise or film is about."""
    clause = next((t for t in [verb, *view.ancestors(verb)] if view.tokens[t].head == noun), None)
    return clause is not None and view.tokens[clause].relation == "relcl" and "in" in view.words(noun, clause).split()


def _is_in_quotes(view: SentenceView, token: int) -> bool:
    """Whether a word or two stand in quotation marks by themselves: “invades”."""
    before = [view.tokens[t].text for t in range(max(0, token - 2), token)]
    after = [view.tokens[t].text for t in range(token + 1, min(token + 3, len(view.tokens)))]
    return bool(set(before) & _QUOTES) and bool(set(after) & _QUOTES) and base(view, token) != "say"
