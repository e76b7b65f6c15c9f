"""All of a list of people to whom something is done: "two policemen, a judge and a nurse", "nine men, among them X"."""

from __future__ import annotations

from reportedly.claims.arguments.lists import with_included
from reportedly.claims.arguments.parties import kind_of
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import is_in
from reportedly.records.mention import Kind


def with_listed_heads(view: SentenceView, heads: list[int]) -> list[int]:
    """Of "three policemen, one soldier and two nurses were killed", read as one described by the others, all of them.

    "Three people, two men and one woman," are described: by a closing comma, or where the first says only "people".
    """
    found = list(heads)
    for head in (h for h in heads if not is_in(view, h, "described", "people", "faceless")):
        found += [t for t in _after_description(view, head) if t not in found]
        beside = [a for a in view.dependents(head, "appos") if a > head]
        for first in (a for a in beside if view.dependents(a, "nummod") or _is_another_sort(view, head, a)):
            run = view.conjuncts(first)
            last = max(t for c in run for t in view.subtree(c))
            closed = view.words_from(last + 1, 1) == ","
            if len(run) > 1 and not closed and view.dependents(head, "nummod"):
                found += [t for t in run if t not in found]
        found += [t for t in _kin(view, head) if t not in found]
    return found


def _is_another_sort(view: SentenceView, head: int, first: int) -> bool:
    """As in "two policemen, a judge and a teacher": no description of policemen, who are not all of one force."""
    kinds = {kind_of(view, t) for t in view.conjuncts(first)}
    told = any(view.lows[c] in {"a", "an", "the"} for c in view.dependents(first, "det"))
    return told and kind_of(view, head) == Kind.STATE_BODY and kinds != {Kind.STATE_BODY} and None not in kinds


def _kin(view: SentenceView, head: int) -> list[int]:
    """Of "the colonel, his wife Ida and four guards were killed", read as one described by the others, the others."""
    first = next((a for a in view.dependents(head, "appos") if a > head and view.dependents(a, "poss")), None)
    if first is None or not any(view.tokens[c].tag == "PRP$" for c in view.dependents(first, "poss")):
        return []
    named = [first, *(a for a in view.dependents(first, "appos") if a > first)]
    run = list(dict.fromkeys(c for t in named for c in view.conjuncts(t)))
    last = max(t for c in run for t in view.subtree(c))
    joined = any(view.dependents(t, "conj") for t in named) and view.words_from(last + 1, 1) != ","
    return [t for t in run if t == first or t not in named] if joined else []


def _after_description(view: SentenceView, head: int) -> list[int]:
    """Of "X, a Doran commander, and four others", with the four hung on "commander", the four."""
    described = [a for a in view.dependents(head, "appos") if a > head and view.tokens[a].tag in {"NN", "NNP"}]
    later = [c for a in described for c in view.conjuncts(a) if c != a and view.dependents(c, "nummod")]
    return [c for c in later if view.words_from(min(view.subtree(c)) - 2, 2).lower() == ", and"]


def with_named(view: SentenceView, heads: list[int]) -> list[int]:
    """Of "killed 14 people, including a midwife", "arrested nine, among them X" those whom the words single out too."""
    found = [*heads, *(t for t in [*_among_them(view, heads), *_along_with(view, heads)] if t not in heads)]
    return [*found, *(t for t in dict.fromkeys(with_included(view, heads)) if t not in found)]


def _along_with(view: SentenceView, heads: list[int]) -> list[int]:
    """Of "killed X together with his son and two guards", "X was shot along with Y" the son, the guards and Y."""
    start = max(heads, default=0)
    for p in range(start + 1, len(view.tokens) - 1):
        if view.lows[p] == ";":
            break
        if view.lows[p] == "with" and view.lows[p - 1] in {"together", "along"}:
            tops = [
                h for h in view.dependents(p, "pobj") if view.tokens[h].tag[:1] == "N" or view.prepositional(h, "of")
            ]
            named = [a for h in tops for a in view.dependents(h, "appos") if a > h and view.is_named(a)]
            run = [c for h in [*tops, *named] for c in view.conjuncts(h)]
            return [t for t in dict.fromkeys(run) if t not in named]
    return []


def _among_them(view: SentenceView, heads: list[int]) -> list[int]:
    """The nouns behind ", among them" after some heads, wherever the tree hangs them."""
    first = next((t for t in range(max(heads, default=0), len(view.tokens) - 2) if _is_among(view, t)), None)
    if first is None or not heads:
        return []
    between = [t for t in range(max(heads), first) if view.tokens[t].tag[:1] in {"V", "M"}]
    done = [t for t in between if view.tokens[t].relation not in {"aux", "auxpass"}]
    if done and not (len(done) == 1 and view.is_passive(done[0]) and set(heads) & set(view.undergoers(done[0]))):
        return []  # but "four were killed, among them X"
    if view.words_from(first + 2, 1) in {"", ".", ","}:  # "nine were wounded, two policemen among them"
        return _before_among(view, first)
    closing = {"VBD", "VBZ", "VBP", "MD", ".", ":"}
    last = next((t for t in range(first + 2, len(view.tokens)) if view.tokens[t].tag in closing), len(view.tokens))
    return _list_in(view, range(first + 2, last))


def _before_among(view: SentenceView, token: int) -> list[int]:
    """Of "nine were wounded, two policemen and a nurse among them" the policemen and the nurse."""
    comma = next((t for t in range(token - 1, 0, -1) if view.lows[t] == ","), token)
    return _list_in(view, range(comma + 1, token))


def _list_in(view: SentenceView, inside: range) -> list[int]:
    """The first noun of a stretch that hangs on nothing in it, and what is joined to it there."""
    tops = [t for t in inside if view.tokens[t].tag[:1] == "N" and view.tokens[t].head not in inside]
    return [c for t in tops[:1] for c in view.conjuncts(t) if c in inside]


def _is_among(view: SentenceView, token: int) -> bool:
    opens = view.lows[token - 1] == "," or view.tokens[token - 1].tag in {"NN", "NNS", "NNP"}
    return view.lows[token] == "among" and view.lows[token + 1] in {"them", "whom"} and opens
