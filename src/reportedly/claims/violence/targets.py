"""What is struck: people, bodies, buildings, vehicles and weapons, named or described, and ground."""

from __future__ import annotations

import msgspec

from reportedly.claims.arguments.parties import described, filler, party
from reportedly.claims.arguments.sites import site
from reportedly.claims.extractor import Filler
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, is_in, is_noun, modifiers, phrase
from reportedly.records.mention import AGENTS, FORCES, Form, Kind
from reportedly.resources.lexicon import words


class Target(msgspec.Struct, frozen=True):
    """What is struck: a party or thing (`objects`), or ground (`places`)."""

    objects: tuple[Filler, ...] = ()
    places: tuple[Filler, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.objects or self.places)


def targets(view: SentenceView, heads: list[int]) -> Target:
    """What some head tokens name as struck: ground goes to places, everything else to objects."""
    objects: list[Filler] = []
    places: list[Filler] = []
    for head in heads:
        bare = view.tokens[head].tag == "CD" and not view.prepositional(head, "of")
        if bare and (head == 0 or view.tokens[head - 1].tag != "HYPH"):
            continue
        around = view.prepositional(head, "near", "around", "outside")
        if around and is_in(view, head, "where", "surroundings"):  # "the area near the post"
            found_there = targets(view, around)
            objects, places = [*objects, *found_there.objects], [*places, *found_there.places]
            continue
        whole = view.prepositional(head, "of") if is_in(view, head, "attack", "verbs", "target_parts") else []
        inside = targets(view, whole) if whole else Target()
        if inside.objects:  # "in the yard of a school"
            objects += inside.objects
            continue
        lived_in = modifiers(view, head) & words("described", "things", "lived_in")
        many = view.tokens[head].tag == "NNS" and is_in(view, head, "where", "kinds")
        if lived_in and (many or is_in(view, head, "where", "surroundings")):  # "residential areas", "… suburbs"
            objects.append(described(view, head, Kind.FACILITY))
            continue
        ground = _ground(view, head)
        if ground:
            places += ground
            continue
        if view.tokens[head].tag == "PRP" and view.tokens[head].text.lower().endswith(("self", "selves")):
            continue
        found = party(view, head, AGENTS, victim=True) or thing(view, head)
        objects += [found] if found is not None else []
    return Target(tuple({o.start: o for o in objects}.values()), tuple({p.start: p for p in places}.values()))


def thing(view: SentenceView, token: int) -> Filler | None:
    """A building, vehicle or weapon, named or described, that can be struck."""
    mention = next(iter(view.headed.get(token, ())), None)
    struck = mention is not None and view.mention(mention).kind in {Kind.FACILITY, Kind.VEHICLE, Kind.WEAPON}
    if mention is not None and struck and view.mention(mention).form == Form.NAME:
        return filler(view, mention)
    inner = view.prepositional(token, "of")
    measure = is_in(view, token, "described", "measure") and not is_in(view, token, "described", "things", "vehicle")
    if inner and (measure or view.tokens[token].tag == "CD"):
        found = thing(view, inner[0])
        plain = found is not None and (found.mention is None or view.mention(found.mention).form != Form.NAME)
        counts = view.tokens[token].tag == "CD" or is_in(view, token, "described", "measure", "counts")
        if found is not None and plain and counts:  # "dozens of houses", "two of the jets"
            return Filler(start=phrase(view, token)[0], end=found.end, kind=found.kind, mention=None)
        return found
    for key, kind in (("building", Kind.FACILITY), ("vehicle", Kind.VEHICLE), ("weapon", Kind.WEAPON)):
        noun = is_noun(view, token) or view.tokens[token].tag[:1] == "J"
        if noun and is_in(view, token, "described", "things", key):
            start, end = phrase(view, token)
            end = _with_owner(view, token, end)
            return Filler(start=start, end=end, kind=kind, mention=mention if struck else None)
    if mention is not None and struck:
        start, end = phrase(view, token)
        return Filler(start=start, end=end, kind=view.mention(mention).kind, mention=mention)
    return None


def _with_owner(view: SentenceView, token: int, end: int) -> int:
    """Where "the headquarters of the Third Guard", "a post of the army" ends: the body belongs to what is said."""
    named = {
        h: m for m, h in view.heads.items() if view.mention(m).form == Form.NAME and view.mention(m).kind in AGENTS
    }
    whose = view.prepositional(token, "of")[:1]
    owners = [named[t] for t in whose if t in named]
    if owners:
        return view.mention(owners[0]).end
    bodies = [t for t in whose if is_noun(view, t) and party(view, t, FORCES) is not None]
    return phrase(view, bodies[0])[1] if bodies else end


def _ground(view: SentenceView, head: int) -> list[Filler]:
    mention = next((m for m in view.headed.get(head, ()) if view.mention(m).form == Form.NAME), None)
    if mention is not None and view.mention(mention).kind != Kind.PLACE:
        return []
    if mention is not None:
        return [filler(view, mention)]
    middle = base(view, head) in {"centre", "center"} and (modifiers(view, head) & {"city", "town", "village"})
    dug = base(view, head) == "mine"  # "stormed a gold mine"
    if (is_in(view, head, "described", "things", "building") or dug) and not middle:
        return []
    if is_in(view, head, "where", "kinds") or is_in(view, head, "described", "things", "ground"):
        return site(view, head, plain=not is_in(view, head, "where", "surroundings"))
    return []


def is_placing(view: SentenceView, head: int, clause: int) -> bool:
    """As in "a bus carrying students near Ruda", "a mine opened at Ruda": where a thing was, it was struck."""
    thing = any(is_in(view, head, "described", "things", key) for key in ("building", "vehicle", "ground"))
    return is_in(view, clause, "where", "carrying") or (thing and view.tokens[clause].tag == "VBN")
