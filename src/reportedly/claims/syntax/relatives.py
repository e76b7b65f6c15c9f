"""Of whom a relative clause tells, where the tree hangs it on the noun right before it, and whom a plural names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.records.mention import Kind
from reportedly.resources.lexicon import words

if TYPE_CHECKING:
    from reportedly.claims.syntax.grammar import SentenceView

_BEING = frozenset({"be", "become", "remain"})
_PEOPLE = frozenset({Kind.PERSON, Kind.POPULATION})


def antecedent(view: SentenceView, clause: int) -> int:
    """The noun that a relative clause, given by its verb, tells of.

    "Who" asks for people: of "the head of the Guard who fled" it is the head, wherever the tree hangs the clause. What
    a predicate is said of takes its place: of "X is a militia that Y backs" it is X.
    """
    noun = view.tokens[clause].head
    told = {view.lows[s] for s in view.dependents(clause, "nsubj", "nsubjpass")}
    if "who" in told:
        noun = _person(view, noun)
    elif told & {"that", "which"} and (_kinds(view, noun) == {Kind.PERSON} or _is_command(view, noun)):
        noun = _thing(view, noun)
    return _said_of(view, noun)


def each_named(view: SentenceView, token: int) -> list[int]:
    """Of "the two presidents, X and Y," and "two of his sons, X and Y," the X and the Y; of others nobody."""
    counted = view.prepositional(token, "of") if view.tokens[token].tag == "CD" else []
    for noun in (n for n in (token, *counted) if view.tokens[n].tag == "NNS"):
        named = [a for a in view.appositives(noun) if a > noun]
        if len(named) > 1 and all(view.is_named(t) for t in named):
            return named
    return _after_colon(view, token)


def _after_colon(view: SentenceView, noun: int) -> list[int]:
    """Of "three people: A (a minister), B and C" the names, wherever the tree hangs the first."""
    below = view.subtree(noun) if view.tokens[noun].tag in {"NNS", "NNPS"} else []
    colon = next((t for t in below if view.tokens[t].text == ":" and t > noun), None)
    colon = below[-1] + 1 if below and colon is None and view.words_from(below[-1] + 1, 1) == ":" else colon
    if colon is None:
        return []
    first = colon + 1 + (view.words_from(colon + 1, 1).lower() == "the")
    begins = view.tokens[first].start if first < len(view.tokens) else -1
    heads = [h for m, h in view.heads.items() if view.mention(m).start == begins and view.is_named(h)]
    named = [c for h in heads[:1] for c in view.conjuncts(h) if view.is_named(c)]
    return named if len(named) > 1 else []


def _person(view: SentenceView, noun: int) -> int:
    """From a body, state or place up to the person whose description it belongs to."""
    here, kinds = noun, _kinds(view, noun)
    while kinds and not kinds & _PEOPLE and view.tokens[here].relation == "pobj":
        here = view.tokens[view.tokens[here].head].head
        kinds = _kinds(view, here)
    return here if kinds & _PEOPLE else noun


def _thing(view: SentenceView, noun: int) -> int:
    """Of "fighters under General Varek that fled" the fighters: "that" tells of no person by name."""
    for above in view.ancestors(noun):
        if view.tokens[above].tag[:1] == "V":
            return noun
        kinds = _kinds(view, above)
        if kinds and Kind.PERSON not in kinds and not _is_command(view, above):
            return above
    return noun


def _is_command(view: SentenceView, noun: int) -> bool:
    """As in "under the command of Varek"."""
    token = view.tokens[noun]
    under = token.relation == "pobj" and view.tokens[token.head].lemma == "under"
    return under and token.lemma in words("offices", "leads", "under")


def _said_of(view: SentenceView, noun: int) -> int:
    """The named subject of "be" whose predicate the noun is ("a militia", "a politician")."""
    told = view.first_conjunct(noun)
    above = view.tokens[view.tokens[told].head].head
    one = view.tokens[told].relation == "pobj" and view.lows[above] == "one"  # "X was one of the militias that fought"
    told = above if one else told
    token, verb = view.tokens[told], view.tokens[told].head
    article = one or any(view.lows[c] in {"a", "an"} for c in view.dependents(told, "det"))
    if one and token.relation == "appos" and view.is_named(token.head):  # "X, one of the militias that fought"
        return token.head if bool(_kinds(view, noun) & _PEOPLE) == bool(_kinds(view, token.head) & _PEOPLE) else noun
    if token.relation != "attr" or not article or view.tokens[verb].lemma not in _BEING or view.dependents(verb, "neg"):
        return noun
    subjects = view.dependents(verb, "nsubj")
    if any(view.tokens[s].tag in {"WDT", "WP"} for s in subjects) and view.tokens[verb].relation == "relcl":
        subjects = [view.tokens[verb].head]
    known = [s for s in subjects if any(h == s and view.is_name(m) for m, h in view.heads.items())]
    alike = _kinds(view, noun) & _PEOPLE, [k for s in known for k in _kinds(view, s) & _PEOPLE]
    return known[0] if len(known) == 1 and bool(alike[0]) == bool(alike[1]) and _kinds(view, noun) else noun


def _kinds(view: SentenceView, token: int) -> set[Kind]:
    return {view.mention(m).kind for m in view.headed.get(token, ())}
