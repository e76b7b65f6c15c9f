"""Bodies: the groups, forces and organisations that a noun stands for."""

from __future__ import annotations

import msgspec

from reportedly.claims.arguments.descriptions import named_after
from reportedly.claims.arguments.lists import listed
from reportedly.claims.arguments.parties import filler, parties
from reportedly.claims.extractor import Filler
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, reach
from reportedly.records.mention import BODIES, BODIES_AND_STATES, Form, Kind
from reportedly.resources.lexicon import words


def bodies_at(view: SentenceView, token: int, kinds: frozenset[Kind] = BODIES_AND_STATES) -> list[Filler]:
    """The body that a noun stands for: one with a name, or described by more than its class ("an extremist group")."""
    if is_member_noun(view, token):
        return []
    of_several = view.prepositional(token, "of")[:1] if view.lows[token] == "one" else []  # "one of the groups, X"
    for inner in of_several:
        above = view.tokens[view.tokens[token].head].head  # "the leader of one of the groups, X"
        near = {a for t in (token, inner, above) for a in view.appositives(t)} | {*_right_behind(view, inner)}
        one = [m for m, h in view.heads.items() if h in near and view.mention(m).form == Form.NAME]
        one = [m for m in one if view.mention(m).kind in kinds - {Kind.STATE}]
        if one and is_body_noun(view, inner):
            return [filler(view, one[0])]
    first, last = reach(view, token)
    inside = (
        view.tokens[first].start,
        max(view.tokens[last].end, *[view.mention(m).end for m in view.headed.get(token, ())] or [0]),
    )
    named = [p for p in parties(view, [token], kinds) if p.start < inside[1] and p.end > inside[0]]
    beside = [c for a in view.dependents(token, "appos") for c in view.conjuncts(a)]
    beside = beside if view.tokens[token].tag in {"NNS", "NNPS"} else view.dependents(token, "appos")
    beside = beside or _right_behind(view, token)
    apposed = [m for a in beside for m in view.headed.get(a, ())]
    apposed = [m for m in apposed if view.mention(m).form == Form.NAME and view.mention(m).kind in kinds]
    if apposed and not (named and has_name(view, named[0])):
        return [filler(view, m) for m in apposed]  # "its elite group the Third Guard"
    called = [s.holder for s in named_after(view, token, kinds)] if view.tokens[token].tag == "NN" else []
    if not called and is_body_noun(view, token) and view.tokens[token].tag == "NN" and Kind.GROUP in kinds:
        # "the movement known as X", with X taken for a person
        other = [s.holder for s in named_after(view, token, frozenset({Kind.PERSON, Kind.PLACE, Kind.OTHER}))]
        called = [msgspec.structs.replace(f, kind=Kind.GROUP) for f in other]
    if called:
        return called
    if named and named[0].mention is not None and view.is_name(named[0].mention):
        return named
    for m in sorted(view.headed.get(token, ()), key=lambda m: view.mention(m).start):
        mention = view.mention(m)
        dash = view.document.text[: mention.start].rstrip().endswith(("-", "–", "—"))  # "Task Force - Operation Oak"
        campaign = mention.kind == Kind.EVENT and mention.text.startswith("Operation ") and not dash
        if mention.form == Form.NAME and (campaign or mention.kind in {Kind.OTHER, Kind.VEHICLE}):
            return [filler(view, m)]
        if (
            mention.form == Form.NOMINAL
            and is_body_noun(view, token)
            and (mention.kind in kinds or _holds_name(view, m))
        ):
            told = (
                _holds_name(view, m)
                or reach(view, token)[0] < token
                or base(view, token) in words("offices", "words", "bodies")
            )
            return [filler(view, m)] if told else []
    return named


def _right_behind(view: SentenceView, noun: int) -> list[int]:
    """Of "Y and its armed wing, X, were founded", with X hung on Y, X."""
    first = noun + 2 + (view.words_from(noun + 2, 1).lower() == "the")
    first += view.words_from(first, 1) in {"'", '"', "“", "‘", "``"}
    if view.words_from(noun + 1, 1) != "," or first >= len(view.tokens) or not is_body_noun(view, noun):
        return []
    names = [h for m, h in view.heads.items() if view.mention(m).start == view.tokens[first].start and view.is_body(h)]
    return [h for h in names if view.tokens[h].relation == "appos" and view.tokens[h].head < noun]


def has_name(view: SentenceView, found: Filler) -> bool:
    """Whether the words themselves are a name, whatever the chain is called."""
    return found.mention is not None and view.mention(found.mention).form == Form.NAME


def is_body_noun(view: SentenceView, token: int) -> bool:
    """Whether a noun names a kind of body that can have a head ("group", "delegation", "agency")."""
    return base(view, token) in words("offices", "leads", "bodies")


def is_member_noun(view: SentenceView, token: int) -> bool:
    """People who belong to a body but are none ("Taliban fighters")."""
    plural = view.tokens[token].tag == "NNS" or base(view, token) in {"troops", "forces"}
    return plural and base(view, token) in words("described", "people", "members") and not is_body_noun(view, token)


def _holds_name(view: SentenceView, mention: int) -> bool:
    m = view.mention(mention)
    return any(
        view.mention(i).form in {Form.NAME, Form.ADJECTIVE}
        and i != mention
        and m.start <= view.mention(i).start
        and view.mention(i).end <= m.end
        for i in view.mentions
    )


def apposed_bodies(view: SentenceView, token: int) -> list[int]:
    """The names (mentions) of which a noun of bodies goes on to tell: "A and B, two militias led by X and Z".

    "A is a militia led by X" too, where a pronoun may stand for the name.
    """
    word = view.tokens[token]
    if not is_body_noun(view, token) or word.tag[:1] != "N":
        return []
    if word.relation == "attr" and base(view, word.head) == "be":
        one = any(view.lows[c] in {"a", "an"} for c in view.dependents(token, "det"))
        told = [s for s in view.subjects(word.head) if s < token] if one else []
        return [m for s in told for m in view.headed.get(s, ()) if _is_named_body(view, m)]
    before = word.head if word.relation == "appos" and view.is_body(word.head) else None
    if before is None and word.relation in {"appos", "nsubj", "nsubjpass", "dobj", "pobj"}:  # hung beside the names
        first = reach(view, token)[0]
        first -= first > 0 and view.tokens[first - 1].tag == "DT"
        beside = first - 2 if view.words_from(first - 1, 1) == "," and view.is_body(first - 2) else None
        alike = beside is not None and view.tokens[view.first_conjunct(beside)].head == word.head
        before = beside if alike or word.relation == "appos" else None
    if before is None:
        return []
    many = word.tag in {"NNS", "NNPS"}
    told = [c for c in view.conjuncts(view.first_conjunct(before)) if c < token] if many else [before]
    return [m for c in told for m in view.headed.get(c, ()) if view.mention(m).form == Form.NAME]


def _is_named_body(view: SentenceView, mention: int) -> bool:
    m = view.mention(mention)
    return m.form in {Form.NAME, Form.PRONOUN} and m.kind in BODIES and view.is_name(mention)


def enumerated(view: SentenceView, noun: int, kinds: frozenset[Kind]) -> list[Filler]:
    """The names that a colon puts behind a plural: "three militias: A, B and C"."""
    if view.tokens[noun].tag != "NNS" or view.words_from(noun + 1, 1) != ":":
        return []
    first = noun + 2 + (view.words_from(noun + 2, 1).lower() == "the")
    begins = view.tokens[first].start if first < len(view.tokens) else -1
    for m in view.mentions:
        if view.mention(m).start == begins and view.mention(m).form == Form.NAME and view.mention(m).kind in kinds:
            return [filler(view, other) for other in listed(view, m, kinds)]
    return []


def subjects_of_clause(view: SentenceView, verb: int) -> list[int]:
    """Its subjects; of "the group led by X (which left Y)" the group, as "which" tells of no person."""
    found = view.subjects(verb)
    told = {view.lows[s] for s in view.dependents(verb, "nsubj", "nsubjpass")}
    if view.tokens[verb].relation != "relcl" or "which" not in told or not all(view.is_person(t) for t in found):
        return found
    above = next((a for t in found[:1] for a in view.ancestors(t) if view.tokens[a].relation == "acl"), None)
    return found if above is None else [view.tokens[above].head]
