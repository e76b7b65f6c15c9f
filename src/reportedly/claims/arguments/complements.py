"""What follows an office noun: "of Y", "for Y", "of staff", "-in-chief"."""

from __future__ import annotations

import msgspec

from reportedly.claims.arguments.bodies import bodies_at, is_body_noun
from reportedly.claims.arguments.descriptions import last_token
from reportedly.claims.arguments.on_map import on_map
from reportedly.claims.arguments.parties import filler
from reportedly.claims.extractor import Filler
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, reach
from reportedly.records.mention import BODIES_AND_STATES, Form, Kind
from reportedly.resources.lexicon import words

PLACES = frozenset({Kind.PLACE, Kind.FACILITY, Kind.VEHICLE})
_AFTER = ("of", "for", "at", "in", "with", "to", "on", "within", "from", "inside")


def after(view: SentenceView, noun: int) -> tuple[list[Filler], list[Filler], int, int]:
    """Bodies and places after "of", "for", "at"…; the last token of all that, and of what only names the office."""
    bodies: list[Filler] = []
    places: list[Filler] = []
    plain = end = _compound_end(view, noun)
    todo = [noun]
    for _ in range(3):
        deeper: list[int] = []
        for token in todo:
            for p in _prepositions(view, token):
                objects = [c for h in view.dependents(p, "pobj") for c in view.conjuncts(h) if not _is_person(view, c)]
                objects += _joined_to_office(view, noun) if view.tokens[p].lemma == "of" and token == noun else []
                found = [b for o in objects for b in bodies_at(view, o)] or _before_dash(view, p)
                found = [f for f in found or unnamed(view, objects) if _fits(view, f, p)]
                where = [] if found else _places(view, objects)
                if found and not bodies:
                    bodies, end = found, max(end, last_token(view, found[-1].end))
                elif where and not places:
                    places, end = where, max(end, last_token(view, where[-1].end))
                elif (
                    not found
                    and not where
                    and view.tokens[p].lemma in {"of", "for", "to", "in"}
                    and objects
                    and not bodies
                ):
                    deeper += objects
                    if _is_duty(view, p, objects, plain):
                        plain = max(plain, *[t for o in objects for t in view.subtree(o) if _inside(view, t, o)])
                deeper += [o for o in objects if not bodies]
        if bodies or not deeper:
            break
        todo = list(dict.fromkeys(deeper))
    if not bodies and not places:
        bodies, places, end = _linear(view, plain, bodies, places, end)
    if not bodies and places and base(view, noun) in words("offices", "leads", "of_bodies"):
        bodies = [f for f in (_unplaced(view, p) for p in places) if f is not None]
    return bodies, places, max(end, plain), plain


def _joined_to_office(view: SentenceView, noun: int) -> list[int]:
    """Of "X is a member of Y and the Z", with Z joined to the member, the Z."""
    if view.tokens[noun].relation != "attr":
        return []
    return [c for c in view.dependents(noun, "conj") if c > noun and view.is_body(c)]


def unnamed(view: SentenceView, objects: list[int]) -> list[Filler]:
    """ "The commander of the brigade", "head of the firm": a body that only its class tells, with "the" or an owner."""
    found = []
    for o in objects:
        bare = view.tokens[o].tag in {"NN", "NNP"} and is_body_noun(view, o)
        if bare and any(view.tokens[c].tag == "PRP$" or view.lows[c] == "the" for c in view.children[o]):
            mention = next(iter(view.headed.get(o, ())), None)
            known = Kind.GROUP if mention is None else view.mention(mention).kind
            kind = known if known in BODIES_AND_STATES else Kind.GROUP
            first = reach(view, o)[0]
            start = view.tokens[o if view.tokens[first].tag in {"DT", "PRP$"} else first].start
            found.append(Filler(start=start, end=view.tokens[o].end, kind=kind, mention=mention))
    return found


def _prepositions(view: SentenceView, token: int) -> list[int]:
    return [
        p
        for p in view.children[token]
        if p > token and view.tokens[p].relation == "prep" and view.tokens[p].lemma in _AFTER
    ]


def _is_person(view: SentenceView, token: int) -> bool:
    """A person's name: of "Secretary of the Air Force X", the holder read as the object."""
    return any(
        h == token and view.mention(m).kind == Kind.PERSON and view.mention(m).form == Form.NAME
        for m, h in view.heads.items()
    )


def _fits(view: SentenceView, found: Filler, preposition: int) -> bool:
    """Not the state to which an envoy goes, nor a person's employer's country told with "in"."""
    return not (view.tokens[preposition].lemma in {"to", "in", "on", "from", "with"} and found.kind == Kind.STATE)


def _places(view: SentenceView, objects: list[int]) -> list[Filler]:
    found = [
        m
        for o in objects
        for m, h in view.heads.items()
        if h == o and view.mention(m).kind in PLACES and view.mention(m).form == Form.NAME
    ]
    return [filler(view, m) for m in found]


def _unplaced(view: SentenceView, place: Filler) -> Filler | None:
    """Of "the head of Segonde", where the map knows no Segonde, the body that it must be."""
    if place.kind != Kind.PLACE or place.mention is None:
        return None
    known = on_map(view, place.mention) is not None
    return None if known else msgspec.structs.replace(place, kind=Kind.GROUP)


def _is_duty(view: SentenceView, preposition: int, objects: list[int], plain: int) -> bool:
    """Whether what follows only names the office ("of staff", "of foreign affairs", "at large")."""
    return (
        preposition == plain + 1
        and view.tokens[preposition].lemma in {"of", "for"}
        and all(view.tokens[o].tag[:1] == "N" for o in objects)
    )


def _inside(view: SentenceView, token: int, head: int) -> bool:
    if token <= head:
        return True
    here = token
    while here != head and view.tokens[here].relation in {"compound", "conj", "cc", "amod", "nmod", "punct"}:
        here = view.tokens[here].head
    return here == head and view.tokens[token].text not in {",", ";"}


def _compound_end(view: SentenceView, noun: int) -> int:
    """Of "secretary-general", "commander in chief", "editor at large", "minister-designate" the last token."""
    for length in (4, 2, 1):
        tail = view.words_from(noun + 1, length).lower()
        office = view.tokens[noun].text
        if tail == "general" and (office.islower() or office.lower() not in words("offices", "generals")):
            continue  # "Defence Minister General X": a rank
        if tail in words("offices", "tails"):
            return min(noun + length, len(view.tokens) - 1)
    return noun


def _before_dash(view: SentenceView, preposition: int) -> list[Filler]:
    """Of "commander of Task Force - Operation Oak", headed by the operation, the task force."""
    first = preposition + 1
    if first < len(view.tokens) and view.tokens[first].tag == "DT":
        first += 1
    for m in view.mentions:
        mention = view.mention(m)
        if first < len(view.tokens) and mention.start == view.tokens[first].start and mention.kind in BODIES_AND_STATES:
            dash = view.document.text[mention.end : mention.end + 3].strip()[:1]
            return [filler(view, m)] if mention.form == Form.NAME and dash in {"-", "–", "—"} else []
    return []


def _linear(
    view: SentenceView, plain: int, bodies: list[Filler], places: list[Filler], end: int
) -> tuple[list[Filler], list[Filler], int]:
    """The name right after "of" or "for", where the tree hung it elsewhere."""
    at = plain + 1
    if at + 1 >= len(view.tokens) or view.tokens[at].lemma not in {"of", "for", "at"}:
        return bodies, places, end
    at += 1 + (view.tokens[at + 1].tag == "DT")
    for m in view.mentions:
        mention = view.mention(m)
        if (
            at < len(view.tokens)
            and mention.start == view.tokens[at].start
            and mention.form in {Form.NAME, Form.ADJECTIVE}
        ):
            if mention.kind in BODIES_AND_STATES:
                return [filler(view, m)], places, last_token(view, mention.end)
            if mention.kind in PLACES:
                return bodies, [filler(view, m)], last_token(view, mention.end)
    return bodies, places, end
