"""Two parties and the word that ties them: a noun said of one ("X, an ally of Y"), a compound ("Y-backed X"), a verb.

Shared by the families of lasting bonds: backing, alliance, opposition, kin, listing, nationality, seat.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

import msgspec

from reportedly.claims.arguments.bodies import is_body_noun
from reportedly.claims.arguments.descriptions import Link, Said, is_known, said_of
from reportedly.claims.arguments.parties import filler, owners, parties
from reportedly.claims.arguments.scenes import sites_of
from reportedly.claims.arguments.sides import overlap, reached, same
from reportedly.claims.arguments.terms import follows, is_over
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base
from reportedly.records.claim import Modality
from reportedly.records.mention import AGENTS, Form, Kind
from reportedly.resources.lexicon import words

_BODIES = frozenset({Kind.GROUP, Kind.STATE_BODY, Kind.ORGANISATION, Kind.STATE, Kind.FACILITY})


class Bond(msgspec.Struct, frozen=True, kw_only=True):
    """Two parties with what ties them.

    first: of whom the word is said; other: who stands beside it. trigger: the token that says so. word: the noun or
    participle itself; noun: what a participle stands before. span: the characters that carry it, None = the clause.
    identity: it only says who someone is.
    """

    trigger: int
    word: int
    first: Filler
    other: Filler
    link: str
    identity: bool
    noun: int | None = None
    span: tuple[int, int] | None = None
    ended: bool = False
    modality: Modality | None = None


# ---- nouns
def noun_bonds(
    view: SentenceView,
    noun: int,
    firsts: frozenset[Kind] = AGENTS,
    others: frozenset[Kind] = AGENTS,
    after: tuple[str, ...] = ("of",),
    *,
    only_owned: bool = False,
    adjectives: bool = True,
) -> Iterator[Bond]:
    """As in "X, an ally of Y", "Y's ally X", "X is a Doran proxy", "Y's allies include X and Z".

    after: prepositions that bring in the other. only_owned: "Doran" before the noun is none, "Doran's" is. adjectives:
    whether an adjective of nationality says whose ("a Doran proxy" does, "a Doran financier" does not).
    """
    beside = standing_beside(view, noun, others, after, only_owned=only_owned)
    if not adjectives:
        beside = [f for f in beside if not _is_adjective(view, f)]
    if not beside:
        return
    told = told_of(view, noun, firsts) or _counted_in(view, noun, firsts)
    for said in told:
        for other in beside:
            if overlap(said.holder, other) or same(view, said.holder, other):
                continue
            loose = said.link in {Link.COPULA, Link.AS}
            span = (
                min(said.holder.start, other.start, view.tokens[noun].start),
                max(said.holder.end, other.end, view.tokens[noun].end),
            )
            yield Bond(
                trigger=said.trigger,
                word=noun,
                first=said.holder,
                other=other,
                link=said.link.value,
                identity=said.identity,
                span=None if loose else span,
                ended=said.ended or bool(_former(view, noun)),
                modality=said.modality,
            )


def _is_adjective(view: SentenceView, found: Filler) -> bool:
    return found.mention is not None and view.mention(found.mention).form == Form.ADJECTIVE


def standing_beside(
    view: SentenceView, noun: int, kinds: frozenset[Kind], after: tuple[str, ...], *, only_owned: bool = False
) -> list[Filler]:
    """Who stands with a noun: "Y's ally", "a Doran ally", "an ally of Y and of Z"."""
    heads = [t for t in reached(view, noun, *after) if not _goes_on(view, noun, t)]
    found = {f.start: f for f in parties(view, heads, kinds)}
    before = owners(view, noun, kinds)
    if only_owned:
        owned = {
            t for p in view.dependents(noun, "poss") for c in view.conjuncts(p) for t in view.subtree(c) if t < noun
        }
        before = [f for f in before if any(view.tokens[t].start == f.start for t in owned)]
    for one in before:
        found.setdefault(one.start, one)
    return [found[k] for k in sorted(found)]


def _goes_on(view: SentenceView, noun: int, token: int) -> bool:
    """Of "an aide of Y and a member of Z", with the member joined to Y, the member: a second description."""
    joined = view.tokens[token].relation == "conj" and view.lows[token - 1] in {"a", "an"}
    owned = any(view.lows[c] in {"a", "an"} for c in view.dependents(noun, "det"))
    return joined and owned and bool(view.prepositional(token, "of"))


def told_of(view: SentenceView, noun: int, kinds: frozenset[Kind]) -> list[Said]:
    """`said_of`, and the name beside the noun where only the document joins the two ("the Doran citizen X")."""
    kinds = kinds & _of_class(view, noun)
    told = said_of(view, noun, kinds)
    if told:
        return told
    for m in (m for m in view.headed.get(noun, ()) if view.mention(m).form == Form.NOMINAL):
        for n in view.mentions:
            name = view.mention(n)
            gap = (
                view.document.text[view.mention(m).end : name.start].strip()
                if name.start >= view.mention(m).end
                else "-"
            )
            joined = view.chain_index(n) == view.chain_index(m) is not None and gap in {"", ","}
            if joined and name.form == Form.NAME and name.kind in kinds:
                return [Said(noun=noun, holder=filler(view, n), link=Link.TITLE, trigger=noun, identity=True)]
    return _set_off(view, noun, kinds)


def _of_class(view: SentenceView, noun: int) -> frozenset[Kind]:
    """What a description can be said of: a "militia" of bodies, other words of anybody."""
    body = is_body_noun(view, noun) and base(view, noun) not in words("described", "people", "office")
    return _BODIES if body else frozenset(Kind)


def _counted_in(view: SentenceView, noun: int, kinds: frozenset[Kind]) -> list[Said]:
    """As in "Y's allies include X and Z", "among Y's allies are X and Z"."""
    verb = view.tokens[noun].head
    if view.tokens[noun].relation != "nsubj" or base(view, verb) not in {"include", "number"}:
        return []
    return [
        Said(noun=noun, holder=f, link=Link.COPULA, trigger=verb, identity=False)
        for f in parties(view, view.objects(verb), kinds)
        if is_known(view, f)
    ]


def _set_off(view: SentenceView, noun: int, kinds: frozenset[Kind]) -> list[Said]:
    """As in "X, Y's main ally, said": a description between commas that the tree made the subject."""
    below = [t for t in view.subtree(noun) if t <= noun]
    first, last = below[0], max(view.subtree(noun))
    closed = last + 1 >= len(view.tokens) or view.tokens[last + 1].text in {",", ".", ")"}
    if first < 2 or view.tokens[first - 1].text != "," or not closed or view.tokens[noun].tag not in {"NN", "NNP"}:
        return []
    for m in view.mentions:
        mention = view.mention(m)
        if mention.end == view.tokens[first - 2].end and mention.form == Form.NAME and mention.kind in kinds:
            return [Said(noun=noun, holder=filler(view, m), link=Link.APPOSITION, trigger=noun, identity=True)]
    return []


def _former(view: SentenceView, noun: int) -> list[int]:
    return [
        c
        for c in view.dependents(noun, "amod", "advmod", "compound")
        if view.tokens[c].text.lower() in words("offices", "words", "former")
        and view.tokens[c].text.lower() not in words("offices", "words", "lasting")
    ]


# ---- drafts
def bond_draft(
    view: SentenceView,
    predicate: str,
    bond: Bond,
    *,
    reverse: bool = False,
    role: str | None = None,
    confidence: float = 0.75,
) -> Draft:
    """The draft of a bond: `first` is the subject, with reverse the object."""
    subject, other = (bond.other, bond.first) if reverse else (bond.first, bond.other)
    time = follows(view, bond.word) if bond.identity else None
    return Draft(
        predicate=predicate,
        trigger=bond.trigger,
        subject=subject,
        object=other,
        role=role,
        time=time,
        time_fixed=bond.identity,
        place_fixed=True,
        identity=bond.identity,
        former=bond.ended or is_over(view, bond.trigger, time),
        modality=bond.modality,
        evidence=bond.span,
        rule=f"{predicate.replace('_', '-')}-{bond.link}",
        why=f"“{view.tokens[bond.word].text}” ties two parties ({bond.link})",
        confidence=confidence,
    )


def pair_drafts(
    view: SentenceView,
    predicate: str,
    trigger: int,
    subjects: Iterable[Filler],
    others: Iterable[Filler],
    rule: str,
    *,
    role: str | None = None,
    placed: bool = False,
    confidence: float = 0.7,
) -> Iterator[Draft]:
    """One draft for each subject with each other party, those that share words or a referent left out.

    placed: the place is looked for; else there is none.
    """
    others = list(others)
    sites = (sites_of(view, trigger) or sites_of(view, view.clause(trigger))) if placed and others else []
    for subject in subjects:
        for other in others:
            if not overlap(subject, other) and not same(view, subject, other):
                yield Draft(
                    predicate=predicate,
                    trigger=trigger,
                    subject=subject,
                    object=other,
                    role=role,
                    place=sites[0] if sites else None,
                    place_fixed=not placed or bool(sites),
                    former=is_over(view, trigger, None),
                    rule=rule,
                    why=f"“{view.tokens[trigger].text}” ties two parties",
                    confidence=confidence,
                )


def mutual(view: SentenceView, noun: int, kinds: frozenset[Kind]) -> list[tuple[Filler, Filler]]:
    """As in "X and Y are allies", "the brothers X and Z": each pair of those that a plural is said of."""
    if view.tokens[noun].tag not in {"NNS", "NNPS"}:
        return []
    held = [s.holder for s in said_of(view, noun, kinds) if s.link != Link.EXAMPLE]
    return list(combinations(held, 2))
