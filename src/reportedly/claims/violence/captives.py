"""Who is held by whom, and whether a verb of many senses ("hold", "catch") tells of it."""

from __future__ import annotations

from typing import Final

from reportedly.claims.arguments.parties import PEOPLE, parties
from reportedly.claims.arguments.scenes import sites_of
from reportedly.claims.arguments.sides import actors
from reportedly.claims.arguments.sites import sites_after
from reportedly.claims.extractor import Filler
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import is_in, particles
from reportedly.claims.violence.casualties import read_count
from reportedly.claims.violence.doing import act_doers, doers_of, fighters, is_known, undergoers_of
from reportedly.claims.violence.strikes import is_time
from reportedly.claims.violence.victims import doing_when
from reportedly.records.mention import AGENTS, FORCES, Form, Kind
from reportedly.resources.lexicon import words

#: Who can be held: persons and bodies of people.
HELD: Final = frozenset({Kind.PERSON, Kind.POPULATION, Kind.GROUP, Kind.STATE_BODY})

_HOLDERS: Final = FORCES


def takeable(view: SentenceView, heads: list[int]) -> list[Filler]:
    """The people among some heads; a group or a force is none, its fighters are."""
    found = parties(view, heads, HELD, victim=True)
    return [p for p in found if p.kind in PEOPLE or are_people(view, p)]


def are_people(view: SentenceView, found: Filler) -> bool:
    """As in "two Third Guard fighters": people of a group, not the group."""
    if found.mention is None:
        return True
    head = view.heads[found.mention]
    return view.mention(found.mention).form == Form.NOMINAL and view.tokens[head].tag == "NNS"


def tail(view: SentenceView, verb: int) -> set[str]:
    """Words after a verb that may make it one of custody: "took him prisoner", "held in custody"."""
    near = {
        "bars" if view.tokens[t].text.lower() == "bars" else view.tokens[t].lemma
        for t in view.subtree(verb)
        if (verb < t <= verb + 9 and view.clause(t) == verb) or t == verb + 1
    }
    text = view.words_from(verb, 12).lower()
    return near | {p for p in words("custody", "captured", "phrases") if " " in p and p in text} | particles(view, verb)


def holders_of(view: SentenceView, verb: int, held_ones: list[Filler]) -> list[Filler]:
    """Who does it, bare soldiers too: they bear arms for somebody."""
    heads = doers_of(view, verb)
    found = parties(view, heads, AGENTS) or [a for h in heads for a in fighters(view, h)]
    found = found or [a for a in actors(view, heads) if a.kind == Kind.STATE]  # "Kyiv released …"
    found = found or (list(doing_when(view, verb, held_ones).agents) if view.is_passive(verb) else [])
    found = found or _raiders(view, verb)
    found = [a for a in found if is_known(view, a)]
    return [d for d in found if d.start not in {o.start for o in held_ones}]


def _raiders(view: SentenceView, verb: int) -> list[Filler]:
    """Of "were freed in a raid by special forces", "was arrested in a police operation" those whose act it was."""
    acts = view.prepositional(verb, "in") if view.is_passive(verb) else []
    acts = [
        h for h in acts if is_in(view, h, "attack", "nouns", "sure") or is_in(view, h, "custody", "captured", "acts")
    ]
    return [a for h in acts for a in act_doers(view, h) if a.kind in FORCES]


def holds_people(view: SentenceView, verb: int, name: str) -> bool:
    """As in "the rebels hold 500 peacekeepers", "guards are holding President X inside his residence"."""
    if (
        name != "hold"
        or view.dependents(verb, "oprd", "acomp", "xcomp", "prt", "ccomp")
        or any(view.tokens[c].lemma not in words("custody", "captured", "yet") for c in view.dependents(verb, "advmod"))
        or view.is_passive(verb)
    ):
        return False
    held_ones = parties(view, view.objects(verb), PEOPLE | {Kind.STATE_BODY}, victim=True)
    if any(view.prepositional(verb, "to", "for", "as")) or not parties(view, view.subjects(verb), _HOLDERS):
        return False
    if view.tokens[verb].tag != "VBG" and not sites_of(view, verb):
        held_ones = [h for h in held_ones if h.kind != Kind.PERSON]
    named = [h for h in held_ones if h.kind == Kind.PERSON and h.mention is not None and view.is_name(h.mention)]
    counted = [
        h for h in held_ones if h.kind != Kind.PERSON and read_count(view.document.text[h.start : h.end]) is not None
    ]
    taken = [
        h for o in view.objects(verb) for c in view.dependents(o, "acl") if is_taking(view, c)
        for h in held_ones if h.start <= view.tokens[o].start < h.end
    ]  # fmt: skip
    return bool(held_ones) and len({h.start for h in (*named, *counted, *taken)}) == len(held_ones)


def is_held(view: SentenceView, verb: int, name: str) -> bool:
    """As in "X is being held", "X, held since March in Ruda,": people, with since when or where and no meeting."""
    if name != "hold" or view.tokens[verb].tag != "VBN" or view.objects(verb):
        return False
    if view.dependents(verb, "oprd", "acomp", "xcomp", "prt", "ccomp") or tail(view, verb) & {"hostage", "hostages"}:
        return False
    heads = view.undergoers(verb)
    people = takeable(view, heads)
    named = [p for p in people if p.kind == Kind.PERSON or read_count(view.document.text[p.start : p.end]) is not None]
    going_on = any(view.lows[c] == "being" for c in view.children[verb])
    long = any(view.lows[p] in {"since", "without", "incommunicado"} for p in view.children[verb])
    long = long or any(is_time(view, h) for h in view.prepositional(verb, "for"))
    inside = any(is_in(view, h, "custody", "captured", "places") for h in view.prepositional(verb, "in", "at"))
    there = [s for s in sites_after(view, verb, "in", "at") if s.mention is not None]
    inside = inside or (bool(there) and bool(view.dependents(verb, "auxpass")))  # "is held in Ruda"
    return bool(named) and len(named) == len(people) and (going_on or long or inside)


def is_caught(view: SentenceView, verb: int) -> bool:
    """As in "soldiers caught X at the border", "three men were caught near Ruda": people, by forces or at a place."""
    near = {view.tokens[t].lemma for t in view.subtree(verb)}
    acting = [c for c in view.dependents(verb, "advcl") if not view.dependents(c, "nsubj", "nsubjpass")]
    if acting or view.dependents(verb, "xcomp", "ccomp", "prt") or near & words("custody", "captured", "caught_not"):
        return False
    people = takeable(view, undergoers_of(view, verb))
    if view.is_passive(verb) and not view.agents(verb):
        return bool(people) and bool(sites_after(view, verb, "in", "at", "near", "outside"))
    return bool(people) and any(h.kind in _HOLDERS for h in holders_of(view, verb, people))


def is_taking(view: SentenceView, verb: int) -> bool:
    """As in "a soldier captured in May"."""
    return is_in(view, verb, "custody", "captured", "verbs") or is_in(view, verb, "custody", "abducted", "sure")
