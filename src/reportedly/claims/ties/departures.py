"""Who leaves ground, or is driven out (withdrew_from); and drafts of moves, for those who come and take it too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reportedly.claims.arguments.parties import kind_of, owner, parties
from reportedly.claims.arguments.sides import actors
from reportedly.claims.arguments.sites import site, sites_after
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.modality.aims import Aim, aim, held
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, is_in, particles
from reportedly.records.mention import AGENTS, FORCES, Form, Kind
from reportedly.resources.lexicon import table, words

#: Bodies of people that one joins and leaves.
_JOINED: Final = frozenset({Kind.GROUP, Kind.ORGANISATION})

#: How far a move got that has no outcome yet.
OUTCOME: Final = frozenset({Aim.PURPOSE, Aim.TRIED})


def departures_of_verb(view: SentenceView, verb: int, name: str) -> Iterator[Draft]:
    """Drafts of a verb with a given lemma: "withdrew from", "was driven out of", "gave up"."""
    if name in words("movement", "withdraw", "verbs"):
        yield from _withdrew(view, verb, name)
    if name in words("movement", "withdraw", "expel"):
        yield from _expelled(view, verb)
    if name in words("movement", "withdraw", "yield"):
        yield from _gave_up(view, verb)


def _withdrew(view: SentenceView, verb: int, name: str) -> Iterator[Draft]:
    how = aim(view, verb)
    if view.is_passive(verb) and name != "evacuate":
        return
    transitive = name in words("movement", "withdraw", "transitive")
    many = any(view.tokens[s].tag in {"NNS", "NNPS"} for s in [*view.subjects(verb), *view.objects(verb)])
    kinds = FORCES | ({Kind.POPULATION} if many and name in {"flee", "leave", "evacuate"} else set())
    if name in words("movement", "withdraw", "of_persons") and how == Aim.DONE and view.tokens[verb].tag != "VBG":
        kinds |= {Kind.PERSON}
    subjects = parties(
        view, view.undergoers(verb) if view.is_passive(verb) else view.subjects(verb), frozenset(kinds | {Kind.STATE})
    )
    along = name in words("movement", "withdraw", "taking_along")
    own = parties(view, view.objects(verb), FORCES) if along else []
    if along and not own and view.objects(verb) and not any(_may_leave(view, o) for o in view.objects(verb)):
        return  # "withdrew trade privileges from Doran"
    if not subjects and along and name != "evacuate" and view.objects(verb):  # "Ankara withdrew its troops"
        subjects = actors(view, view.subjects(verb), frozenset({Kind.STATE}))
    places = sites_after(view, verb, "from", "out", "of", plain=True)
    if not places and transitive:
        places = [f for o in view.objects(verb) for f in site(view, o, plain=is_ground(view, o))]
    if not places and view.objects(verb):
        places = [f for o in view.objects(verb) for f in sites_after(view, o, "from", "out")]
    places = [p for p in places or _of_which(view, verb) if not _is_body(view, p)]
    with_these = table("movement")["withdraw"]["only_with"].get(name)
    if with_these is not None and not _particles(view, verb) & set(with_these):
        return
    led = bool(own)  # "withdrew its fighters to the hills"
    own = [o for o in own if not is_bare(view, o)]
    subjects = own or [s for s in subjects if s.kind != Kind.STATE or along]
    if not places and name in words("movement", "withdraw", "placeless"):
        elsewhere = view.prepositional(verb, "from", "of") or (view.objects(verb) and not led)  # "from the talks"
        subjects = [s for s in subjects if s.kind in FORCES and not elsewhere]
        if subjects:
            yield from moves(view, "withdrew_from", verb, subjects, [], "withdraw-verb", how=how)
    elif subjects and places:
        yield from moves(view, "withdrew_from", verb, subjects, places, "withdraw-verb", how=how)


def _may_leave(view: SentenceView, taken: int) -> bool:
    """Whether people, arms or vehicles are taken along, or ground is left."""
    things = ("vehicle", "weapon", "site", "ground", "building")
    moved = kind_of(view, taken) is not None or any(is_in(view, taken, "described", "things", t) for t in things)
    mention = view.mention_at(taken)
    told = mention is not None and view.mention(mention).kind in AGENTS | {Kind.VEHICLE, Kind.WEAPON}
    return moved or told or bool(site(view, taken, plain=True))


def _of_which(view: SentenceView, verb: int) -> list[Filler]:
    """Of "retook Ruda, from which they withdrew in May" Ruda."""
    whence = [h for p in view.dependents(verb, "prep") if view.lows[p] == "from" for h in view.dependents(p, "pobj")]
    relative = view.tokens[verb].relation == "relcl" and any(view.tokens[h].tag == "WDT" for h in whence)
    return site(view, view.tokens[verb].head) if relative else []


def _is_body(view: SentenceView, place: Filler) -> bool:
    """As in "left the Liberation Front": a body that has a word of ground in its name; its members leave it."""
    named = [view.mention(m) for m in view.mentions if view.mention(m).form == Form.NAME]
    return any(n.kind in _JOINED and n.start <= place.start and place.end <= n.end for n in named)


def _particles(view: SentenceView, verb: int) -> set[str]:
    """Those of a verb, and those that the tree hangs on its object ("pulled its troops out of Ruda")."""
    return particles(view, verb) | {p for o in view.objects(verb) for p in particles(view, o)}


def _gave_up(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "the army gave up two posts", "the rebels agreed to hand over Ruda", "ceded the hill"."""
    how = aim(view, verb)
    wanted = words("movement", "withdraw", "yield_particles")
    particle = view.words_from(verb + 1, 1).lower() in wanted or particles(view, verb) & wanted
    if how in OUTCOME or (base(view, verb) in {"give", "hand"} and not particle):
        return
    subjects = parties(view, view.doers(verb), FORCES)
    ground = view.undergoers(verb) or [h for c in view.dependents(verb, "prt") for h in view.dependents(c, "pobj")]
    places = [f for o in ground for f in site(view, o, plain=is_ground(view, o))]
    if subjects and places:
        yield from moves(view, "withdrew_from", verb, subjects, places, "gave-up", how=how)


def _expelled(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "drove X out of Ruda", "X was ousted from Belik": who left is the object."""
    how = aim(view, verb)
    if how in OUTCOME or how == Aim.PLANNED:
        return
    subjects = parties(view, view.undergoers(verb), FORCES | {Kind.POPULATION})
    places = sites_after(view, verb, "from", "out", "of", plain=False) or [
        f for h in view.prepositional(verb, "from", "out", "of") for f in site(view, h, plain=is_ground(view, h))
    ]
    if not places:
        places = [f for o in view.undergoers(verb) for f in sites_after(view, o, "from", "out")]
    if subjects and places and (particles(view, verb) & {"from", "out", "off"} or places):
        yield from moves(view, "withdrew_from", verb, subjects, places, "driven-out", confidence=0.75, how=how)


def departures_of_noun(view: SentenceView, noun: int) -> Iterator[Draft]:
    """As in "the withdrawal of X from Ruda", "X’s retreat from Belik"."""
    whose = owner(view, noun, FORCES | {Kind.STATE, Kind.POPULATION})
    subjects = parties(view, view.prepositional(noun, "of", "by"), FORCES | {Kind.POPULATION}) or (
        [whose] if whose else []
    )
    places = sites_after(view, noun, "from")
    how = Aim.DONE
    token = view.tokens[noun]
    if not subjects and token.relation == "dobj" and is_in(view, token.head, "hedges", "light", "verbs"):
        subjects = parties(view, view.doers(token.head), FORCES)  # "X is conducting a withdrawal from Ruda"
        how = aim(view, token.head)
    if subjects and places:
        yield from moves(view, "withdrew_from", noun, subjects, places, "withdrawal-noun", how=how)


def moves(
    view: SentenceView, predicate: str, trigger: int, subjects: list[Filler], places: list[Filler], rule: str,
    *, confidence: float = 0.7, how: Aim = Aim.DONE,
) -> Iterator[Draft]:  # fmt: skip
    """A draft of a predicate for each of some parties and places, held as far as the move got."""
    for subject in subjects or (None,):
        for place in places or (None,):
            draft = Draft(
                predicate=predicate, trigger=trigger, subject=subject, place=place, place_fixed=True, rule=rule,
                confidence=confidence, why=f"“{view.tokens[trigger].text}” with who and where",
            )  # fmt: skip
            yield held(draft, how)


def is_ground(view: SentenceView, token: int) -> bool:
    """Whether a noun says a kind or a share of ground, by the word tables."""
    return is_in(view, token, "described", "things", "ground") or view.tokens[token].lemma in {"percent", "%"}


def is_bare(view: SentenceView, found: Filler) -> bool:
    """One word that says no more than "troops": the sender is then the better name."""
    named = found.mention is not None and view.mention(found.mention).form == Form.NAME
    said = view.document.text[found.start : found.end].lower().split()
    return not named and all(w in words("movement", "withdraw", "remaining") for w in said[:-1])
