"""How bodies come about, join and part: formed, merged_with, split_from."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from reportedly.claims.arguments.bodies import apposed_bodies, bodies_at, enumerated, subjects_of_clause
from reportedly.claims.arguments.descriptions import Link, holders, is_known, said_of
from reportedly.claims.arguments.parties import described, filler, owner, parties
from reportedly.claims.arguments.sides import reached, same
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.modality.aims import Aim, aim, held, noun_aim
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, has_to, is_in, modifiers, particles, phrase, reach
from reportedly.claims.syntax.strays import shared_objects
from reportedly.claims.ties.posts import read_post
from reportedly.records.mention import AGENTS, BODIES, Form, Kind
from reportedly.resources.lexicon import words

_UNDONE = frozenset({Aim.PURPOSE, Aim.TRIED, Aim.FAILED})


def foundings(view: SentenceView) -> Iterator[Draft]:
    """Drafts of formed, merged_with and split_from in one sentence."""
    for token, word in enumerate(view.tokens):
        helped = [word.head, *view.dependents(token, "aux")]
        bare = view.lows[token] == "found" and (has_to(view, token) or any(base(view, t) == "help" for t in helped))
        name = "found" if bare else base(view, token)
        if word.tag[:1] == "V":
            if name in words("membership", "formed", "verbs") or name in words("membership", "formed", "named_only"):
                yield from _formed(view, token, name)
            if name in words("membership", "merged", "verbs") or name in words("membership", "merged", "absorb"):
                yield from _merged(view, token, name)
            if name in words("membership", "formed", "into"):
                yield from _welded(view, token)
            if name in words("membership", "split", "verbs"):
                yield from _split(view, token, name)
            if name in words("membership", "split", "grown"):
                yield from _grown(view, token)
            if name in words("membership", "member", "leaving"):
                yield from _left(view, token)
        elif word.tag[:1] == "N":
            if name in words("membership", "formed", "nouns"):
                yield from _founder(view, token)
            if name in words("membership", "formed", "acts"):
                yield from _founding(view, token)
            if name in words("membership", "merged", "nouns"):
                yield from _merger(view, token)
            yield from _offshoot(view, token)


# ---- formed
def _formed(view: SentenceView, verb: int, name: str) -> Iterator[Draft]:
    """As in "X founded Y", "Y was set up by X in 1989", "the group formed in 1989"."""
    how = aim(view, verb)
    trigger = verb
    above = view.tokens[verb].head
    gone_on = base(view, above) == "go" and "on" in particles(view, above)
    helped = base(view, above) == "help" and view.tokens[verb].relation in {"xcomp", "ccomp"}
    if helped or (how in {Aim.PLANNED, Aim.PURPOSE} and (gone_on or base(view, above) in _before_founding())):
        trigger = view.tokens[verb].head
        how = aim(view, trigger)
    if how in _UNDONE or (name == "set" and "up" not in particles(view, verb)):
        return
    undergoers = [_offshoot_of(view, u) for u in view.undergoers(verb) or shared_objects(view, verb)]
    if any(base(view, u) in words("membership", "part", "cores") for u in undergoers):
        return
    alone = name == "form" and not undergoers and not view.is_passive(verb)
    heads = view.subjects(verb) if alone else undergoers
    bodies = [b for h in heads for b in _founded(view, h, name)]
    doers = [] if alone else _all_founders(view, verb)
    yield from _drafts(view, "formed", trigger, doers[:4], bodies, "formed-verb", how)
    if name in {"form", "create"} and view.is_passive(verb):
        yield from _from_parts(view, verb, bodies)
    for old in _left_by(view, view.doers(verb)):  # "former members of B formed C"
        yield from (held(_draft(view, "split_from", trigger, new, old, "formed-by-former"), how) for new in bodies)


def _offshoot_of(view: SentenceView, noun: int) -> int:
    """Of "a breakaway group from Y founded by X" the group, with "founded" hung on Y."""
    above = view.tokens[view.tokens[noun].head].head
    pair = {base(view, above), f"{view.words_from(above - 1, 1).lower()} {base(view, above)}"}
    parted = view.tokens[noun].relation == "pobj" and bool(pair & words("membership", "split", "nouns"))
    return above if parted and above < noun else noun


def _all_founders(view: SentenceView, verb: int) -> list[Filler]:
    """Who founds it; of "X co-founded Y with Z", "X founded Y together with Z" both."""
    heads = view.doers(verb) or (view.subjects(view.tokens[verb].head) if view.lows[verb] == "found" else [])
    if view.words_from(verb - 2, 2).lower() in {"co -", "co ‑"} and not view.is_passive(verb):
        before = [h for m, h in view.heads.items() if view.mention(m).end == view.tokens[verb - 3].end]
        whole = [c for h in (*before, verb - 2) for c in view.conjuncts(view.first_conjunct(h)) if c < verb - 2]
        heads = sorted({*whole, *before}) or heads  # "X and Y co-founded Z", with Y hung on "co"
    if _left_by(view, heads):
        return [described(view, h, Kind.POPULATION) for h in heads]
    doers = parties(view, heads, AGENTS) or _founders(view, verb)
    if not doers or not all(d.kind == Kind.PERSON for d in doers):
        return doers
    beside = [h for t in (verb, *view.dependents(verb, "advmod")) for h in view.prepositional(t, "with", "alongside")]
    named = [t for h in beside for t in (view.appositives(h) if view.tokens[h].tag == "NNS" else []) or [h]]
    return [*doers, *parties(view, named, frozenset({Kind.PERSON}))]


def _left_by(view: SentenceView, heads: list[int]) -> list[Filler]:
    """The bodies that "former members of B" and "dissidents from B" have left."""
    many = [h for h in heads if view.tokens[h].tag == "NNS"]
    gone = [h for h in many if modifiers(view, h) & words("offices", "words", "former")]
    apart = [h for h in many if base(view, h) in words("membership", "split", "leavers")]
    of = [
        *(t for h in gone for t in view.prepositional(h, "of")),
        *(t for h in apart for t in reached(view, h, "of", "from")),
    ]
    return [b for t in of for b in bodies_at(view, t, BODIES) if is_known(view, b)]


def _welded(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "X welded the bands into a front", "X merged three groups into Y"."""
    how = aim(view, verb)
    if how in _UNDONE or not view.undergoers(verb):
        return
    doers = [d for d in parties(view, view.doers(verb), frozenset({Kind.PERSON})) if is_known(view, d)]
    bodies = [b for h in view.prepositional(verb, "into") for b in _founded(view, h, "form")]
    yield from _drafts(view, "formed", verb, doers, bodies if doers else [], "welded-into", how)


def _before_founding() -> frozenset[str]:
    """What is told as done with what it was done for: "A and B merged to form C", "X split from Y to create Z"."""
    left = words("membership", "split", "verbs") | words("membership", "member", "leaving")
    return left | words("membership", "merged", "verbs") | words("membership", "formed", "joining")


def _founders(view: SentenceView, verb: int) -> list[Filler]:
    """As in "founded by Doran exiles", "set up by Varek's supporters": people told by a name or a nationality."""
    people = parties(view, view.doers(verb), frozenset({Kind.POPULATION, Kind.PERSON, Kind.GROUP}), victim=True)
    named = [view.mention(m) for m in view.mentions if view.mention(m).form in {Form.NAME, Form.ADJECTIVE}]
    return [p for p in people if any(p.start <= m.start and m.end <= p.end for m in named)]


def _founded(view: SentenceView, head: int, name: str) -> list[Filler]:
    """What was founded: a body with a name, or described by a noun of bodies ("a transitional government")."""
    first, last = reach(view, head)
    if any(is_in(view, t, "command", "operation", "weak") for t in range(first, last + 1)):
        return []  # "launched Operation Oak"
    apposed = apposed_bodies(view, head)  # "Y, a force created by X", "Y is a group founded by X"
    bodies = [filler(view, m) for m in apposed if view.mention(m).kind in BODIES] or bodies_at(view, head, BODIES)
    if bodies:
        return [b for b in bodies if is_known(view, b) or name in words("membership", "formed", "verbs")]
    known = base(view, head) in words("membership", "formed", "bodies") and name in words(
        "membership", "formed", "verbs"
    )
    start, end = phrase(view, head)
    if known and start < view.tokens[head].start:
        return [Filler(start=start, end=end, kind=Kind.GROUP)]
    return []


def _from_parts(view: SentenceView, verb: int, bodies: list[Filler]) -> Iterator[Draft]:
    """ "formed from parts of B": split from B too."""
    parts = [
        h
        for h in view.prepositional(verb, "from")
        if base(view, h) in {"part", "remnant", "element", "member", "faction"}
    ]
    olds = [b for p in parts for h in view.prepositional(p, "of") for b in bodies_at(view, h, BODIES)]
    for new in bodies:
        for old in olds:
            yield _draft(view, "split_from", verb, new, old, "formed-from")


def _founder(view: SentenceView, noun: int) -> Iterator[Draft]:
    """As in "X, the founder of Y", "Y founder X"."""
    told = said_of(view, noun, frozenset({Kind.PERSON}))
    post = read_post(view, noun) if told else None
    for said in told:
        for body in post.bodies if post is not None else ():
            if post is None or body.kind == Kind.STATE or body.start <= said.holder.start < body.end:
                continue
            loose = said.link in {Link.COPULA, Link.AS}
            span = (
                min(said.holder.start, view.tokens[post.first].start),
                max(said.holder.end, view.tokens[post.last].end),
            )
            yield Draft(
                predicate="formed",
                trigger=said.trigger,
                subject=said.holder,
                object=body,
                identity=said.identity,
                modality=said.modality,
                place_fixed=True,
                time_fixed=not loose,
                evidence=None if loose else span,
                rule=f"founder-{said.link.value}",
                confidence=0.8,
                why=f"“{view.tokens[noun].text}” is said of a person ({said.link.value})",
            )


def _founding(view: SentenceView, noun: int) -> Iterator[Draft]:
    """As in "the formation of Y by X", "Y announced its formation"."""
    how = noun_aim(view, noun)
    word = view.tokens[noun]
    if any(
        view.mention(m).form == Form.NAME and view.mention(m).start <= word.start < view.mention(m).end
        for m in view.mentions
    ):
        return  # "the Children's Foundation of Sel"
    bodies = [b for h in view.prepositional(noun, "of") for b in _founded(view, h, "form")]
    if not bodies:
        owned = [h for p in view.dependents(noun, "poss") for h in view.conjuncts(p)]
        bodies = [b for h in owned for b in [*bodies_at(view, h, BODIES), *_of_subject(view, noun, h)]][:1]
    towards = view.tokens[view.tokens[noun].head].lemma in {"toward", "towards", "for", "after", "since"}
    if how == Aim.PURPOSE or not bodies or towards:
        return
    doers = parties(view, view.prepositional(noun, "by"), AGENTS)
    yield from _drafts(view, "formed", noun, doers[:3], bodies, "formed-noun", how)


def _of_subject(view: SentenceView, noun: int, pronoun: int) -> list[Filler]:
    """ "Y announced its formation": the subject, where the document leaves open whose "its" is."""
    if view.tokens[pronoun].tag != "PRP$":
        return []
    return [f for f in holders(view, view.subjects(view.clause(noun)), BODIES) if is_known(view, f)]


# ---- merged_with
def _merged(view: SentenceView, verb: int, name: str) -> Iterator[Draft]:
    """As in "A merged with B", "A and B merged", "A absorbed B"."""
    how = aim(view, verb)
    if how in _UNDONE:
        return
    ones = holders(view, view.subjects(verb), BODIES)
    if name in words("membership", "merged", "absorb"):
        others = holders(view, view.objects(verb), BODIES)
    else:
        beside = holders(view, view.prepositional(verb, "with"), BODIES)
        into = [b for b in holders(view, view.prepositional(verb, "into"), BODIES) if is_known(view, b)]
        if into and (beside or len(ones) > 1):  # "A and B merged into C", "A merged with B into C"
            yield from _drafts(view, "formed", verb, [*ones, *beside], into, "merged-into", how)
            into = []
        others = beside or into
        if not view.is_passive(verb) and view.objects(verb):
            ones, others = holders(view, view.objects(verb), BODIES), others
    yield from _united(view, verb, ones, others, how)


def _merger(view: SentenceView, noun: int) -> Iterator[Draft]:
    """As in "the merger of A and B", "A's merger with B"."""
    how = noun_aim(view, noun)
    if how == Aim.PURPOSE:
        return
    ones = holders(view, view.prepositional(noun, "of", "between"), BODIES)
    whose = owner(view, noun, BODIES)
    ones = ones or ([whose] if whose is not None else [])
    verb = view.tokens[noun].head
    agreed = view.tokens[noun].relation == "dobj" and base(view, verb) in words("membership", "merged", "announcing")
    ones = ones or (holders(view, view.subjects(verb), BODIES) if agreed else [])  # "X announced a merger with Y"
    ones = [f for h in view.prepositional(noun, "of", "between") for f in enumerated(view, h, BODIES)] or ones
    yield from _united(view, noun, ones, holders(view, view.prepositional(noun, "with"), BODIES), how)


def _united(view: SentenceView, trigger: int, ones: list[Filler], others: list[Filler], how: Aim) -> Iterator[Draft]:
    pairs = [(a, b) for a in ones for b in others] or list(combinations(ones, 2))
    for one, other in pairs:
        if is_known(view, one) and is_known(view, other):
            yield held(_draft(view, "merged_with", trigger, one, other, "merged"), how)


# ---- split_from
def _split(view: SentenceView, verb: int, name: str) -> Iterator[Draft]:
    """As in "X broke away from Y", "X split from Y in 2013"."""
    near = particles(view, verb) | {view.tokens[c].lemma for c in view.children[verb]}
    parted = name == "break" and "with" in near and not view.objects(verb)  # "broke with Y"
    apart = near & words("membership", "split", "particles")
    if name not in words("membership", "split", "bare") and not apart and not parted:
        return
    how = aim(view, verb)
    if how in _UNDONE:
        return
    into = [b for h in view.prepositional(verb, "into") for b in bodies_at(view, h, BODIES) if is_known(view, b)]
    for old in holders(view, view.subjects(verb), BODIES) if into else ():
        for new in into:  # "Y split into X and Z"
            yield held(_draft(view, "split_from", verb, new, old, "split-into"), how)
    ranks = [o for o in view.objects(verb) if view.lows[o] == "ranks"]  # "broke ranks with Y"
    beside = [verb, *ranks, *view.dependents(verb, "advmod", "prt")]  # "broke away from Y", hung on "away"
    olds = [b for t in beside for h in view.prepositional(t, "from", "with") for b in bodies_at(view, h, BODIES)]
    yield from _parted(view, verb, olds, how, "split-verb")


def _grown(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "X grew out of Y", "X emerged from Y in 2013": bodies with names."""
    news = [n for n in holders(view, subjects_of_clause(view, verb), BODIES) if is_known(view, n)]
    olds = [b for h in view.prepositional(verb, "from", "out") for b in bodies_at(view, h, BODIES)] if news else []
    how = aim(view, verb) if olds else Aim.PURPOSE
    for new in news if how not in _UNDONE else ():
        for old in olds:
            if is_known(view, old) and not same(view, new, old):
                yield held(_draft(view, "split_from", verb, new, old, "grown-out-of"), how)


def _left(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "X, which left Y in 2013": of a body; of people when they left to form another ("quit Y to set up Z")."""
    if view.is_passive(verb) or (how := aim(view, verb)) in _UNDONE:
        return
    olds = [b for h in view.objects(verb) for b in bodies_at(view, h, BODIES)]
    forms = any(
        base(view, c) in words("membership", "formed", "verbs") for c in view.dependents(verb, "xcomp", "advcl")
    )
    for draft in _parted(view, verb, olds, how, "split-left"):
        if forms or (draft.subject is not None and draft.subject.kind in BODIES):
            yield draft


def _parted(view: SentenceView, verb: int, olds: list[Filler], how: Aim, rule: str) -> Iterator[Draft]:
    """The subject split from each of the old bodies, which have names; it may be a body or people only described."""
    heads = subjects_of_clause(view, verb)
    news = holders(view, heads, BODIES | {Kind.PERSON})
    news = [n for n in news if is_known(view, n)] or _described(view, heads)
    for new in news:
        for old in olds:
            if is_known(view, old) and (new.mention is None or old.mention is None or not same(view, new, old)):
                yield held(_draft(view, "split_from", verb, new, old, rule), how)


def _described(view: SentenceView, heads: list[int]) -> list[Filler]:
    """A body by its class ("a faction led by X") or people by their office or number ("five clerics")."""
    found: list[Filler] = []
    for head in heads:
        start, end = phrase(view, head)
        if view.tokens[head].tag[:1] == "N" and base(view, head) in words("membership", "formed", "bodies"):
            found.append(Filler(start=start, end=end, kind=Kind.GROUP))
        elif view.tokens[head].tag == "NNS" and start < view.tokens[head].start:
            found += parties(view, [head], BODIES | {Kind.PERSON, Kind.POPULATION}, victim=True)
    return found


def _offshoot(view: SentenceView, noun: int) -> Iterator[Draft]:
    """As in "X, an offshoot of Y", "the Y splinter group X"."""
    name, known = view.bases[noun], words("membership", "split", "nouns")
    named = name in known
    if not named and noun > 0:
        named = f"{view.lows[noun - 1]} {name}" in known
        named = named or "".join(view.lows[max(0, noun - 2) : noun + 1]) in known  # "off-shoot"
    if not named:
        return
    told = said_of(view, noun, BODIES)
    post = read_post(view, noun) if told else None
    for said in told:
        for body in post.bodies if post is not None else ():
            if body.start <= said.holder.start < body.end or body.kind == Kind.STATE:
                continue
            draft = _draft(view, "split_from", said.trigger, said.holder, body, f"offshoot-{said.link.value}")
            yield draft


def _drafts(
    view: SentenceView, predicate: str, trigger: int, doers: list[Filler], bodies: list[Filler], rule: str, how: Aim
) -> Iterator[Draft]:
    for body in bodies:
        others: list[Filler | None] = [d for d in doers if d.start != body.start]
        for doer in others or [None]:
            yield held(_draft(view, predicate, trigger, doer, body, rule), how)


def _draft(view: SentenceView, predicate: str, trigger: int, subject: Filler | None, body: Filler, rule: str) -> Draft:
    return Draft(
        predicate=predicate,
        trigger=trigger,
        subject=subject,
        object=body,
        rule=rule,
        confidence=0.75,
        why=f"“{view.tokens[trigger].text}” of a body",
    )
