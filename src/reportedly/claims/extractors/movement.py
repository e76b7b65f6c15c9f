"""Forces that come (deployed_to), ground that changes hands (took_control), those who leave (withdrew_from)."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from reportedly.claims.arguments.elsewhere import of_direction
from reportedly.claims.arguments.parties import described, filler, owner, parties
from reportedly.claims.arguments.sites import site, sites_after
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.modality.aims import Aim, aim
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, is_in, is_noun, particles
from reportedly.claims.ties.departures import (
    OUTCOME,
    departures_of_noun,
    departures_of_verb,
    is_bare,
    is_ground,
    moves,
)
from reportedly.claims.violence.doing import armed_men
from reportedly.claims.violence.listed import with_named
from reportedly.claims.violence.strikes import is_time
from reportedly.records.mention import FORCES, Form, Kind
from reportedly.resources.lexicon import table, words

_TAKERS = frozenset({Kind.GROUP, Kind.STATE_BODY, Kind.STATE, Kind.POPULATION, Kind.PERSON})
_ARMED = frozenset({Kind.GROUP, Kind.STATE_BODY, Kind.STATE})
_SENT = frozenset({Kind.GROUP, Kind.STATE_BODY, Kind.VEHICLE, Kind.PERSON, Kind.WEAPON, Kind.ORGANISATION})
_GOAL = (
    "to",
    "into",
    "in",
    "at",
    "near",
    "toward",
    "towards",
    "onto",
    "along",
    "on",
    "outside",
    "around",
    "within",
    "across",
    "aboard",
    "inside",
    "throughout",
)


class Movement:
    """deployed_to, took_control and withdrew_from, from verbs and from nouns made of them."""

    name = "movement"
    version = 7
    predicates = frozenset({"deployed_to", "took_control", "withdrew_from"})

    def __call__(self, sentence: SentenceView) -> Iterator[Draft]:
        """Drafts of one sentence, each predicate, party and place once."""
        seen: set[tuple[object, ...]] = set()
        for draft in _all(sentence):
            key = (draft.predicate, draft.subject and draft.subject.start, draft.place and draft.place.start)
            if key not in seen:
                seen.add(key)
                yield draft


EXTRACTOR = Movement()


def _all(view: SentenceView) -> Iterator[Draft]:
    for token, word in enumerate(view.tokens):
        name = base(view, token)
        if word.tag[:1] == "V":
            if name in words("movement", "deploy", "send") or name in words("movement", "deploy", "come"):
                yield from _deployed(view, token, name)
            if name in words("movement", "deploy", "keep"):
                yield from _kept(view, token)
            if name in words("movement", "deploy", "lead"):
                yield from _led(view, token)
            if name in table("movement")["deploy"]["posting"]:
                yield from _took_position(view, token, name)
            if name in words("movement", "control", "verbs"):
                yield from _captured_ground(view, token, name)
            if name in words("movement", "control", "light"):
                yield from _took_control_of(view, token)
            if name in words("movement", "control", "losing"):
                yield from _lost(view, token)
            if name in words("movement", "control", "fall") or name in words("movement", "control", "coming_under"):
                yield from _fell(view, token)
            yield from departures_of_verb(view, token, name)
        if is_noun(view, token):
            if name in words("movement", "control", "nouns"):
                yield from _control_noun(view, token, name)
            if name in words("movement", "withdraw", "nouns"):
                yield from departures_of_noun(view, token)
            if name in words("movement", "deploy", "nouns"):
                yield from _deployment(view, token)


# ---- deployed_to
def _deployed(view: SentenceView, verb: int, name: str) -> Iterator[Draft]:
    """As in "X sent troops to Ruda" and "troops were sent to Ruda", "troops entered Ruda"."""
    send = name in words("movement", "deploy", "send")
    moved = view.undergoers(verb)
    if send and moved:
        subjects = _sent(view, verb, moved, name)
        places = sites_after(view, verb, *_GOAL) or [f for m in moved for f in sites_after(view, m, *_GOAL)]
        places = places or [f for h in view.prepositional(verb, "to") for f in sites_after(view, h, "in", "at", "near")]
    else:
        if view.is_passive(verb):
            return
        on_foot = name in words("movement", "deploy", "on_foot")
        kinds = FORCES if on_foot else FORCES | {Kind.VEHICLE}
        subjects = [s for s in parties(view, view.subjects(verb), kinds) if s.kind != Kind.PERSON]
        subjects = subjects or [p for p in _platforms(view, view.subjects(verb)) if p.kind in kinds]
        goal = [g for g in _GOAL if g not in table("command")["operation"]["closing"].get(name, ())]
        places = sites_after(view, verb, *goal)
        if name in words("movement", "deploy", "transitive"):
            places = [f for o in view.objects(verb) for f in site(view, o)] or places
        places = places or of_direction(view, verb, plain=False)  # "advanced north of Ruda"
    places = places or [f for f in sites_after(view, verb, *_GOAL, plain=True) if f.kind == Kind.FACILITY]
    here = any(view.tokens[c].lemma == "here" for c in view.dependents(verb, "advmod"))
    here = here or (name in {"deploy", "dispatch"} and view.is_passive(verb) and not view.prepositional(verb, "to"))
    if subjects and (places or here):
        yield from moves(view, "deployed_to", verb, subjects, places, "deploy-verb", how=aim(view, verb))


def _kept(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "X keeps 300 soldiers in Ruda": the soldiers, or X where no more than "troops" is said."""
    kept = [o for o in view.objects(verb) if not is_in(view, o, "presence", "moved", "captives")]
    troops = parties(view, kept, FORCES - {Kind.PERSON}, victim=True)
    places = sites_after(view, verb, "in", "at", "near", "on") or [
        f for o in kept for f in sites_after(view, o, "in", "at", "near", "on")
    ]
    if troops and places:
        owners = parties(view, view.doers(verb), _ARMED)
        subjects = owners if owners and all(is_bare(view, f) for f in troops) else troops
        yield from moves(view, "deployed_to", verb, subjects, places, "keeps-troops", how=aim(view, verb))


def _led(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "X led three brigades into Ruda", "X brought 300 men to Belik"."""
    led = [o for o in view.objects(verb) if not is_in(view, o, "described", "people", "travellers")]
    troops = parties(view, led, FORCES - {Kind.PERSON}, victim=True)
    places = sites_after(view, verb, "to", "into") or [f for o in led for f in sites_after(view, o, "to", "into")]
    if troops and places:
        yield from moves(view, "deployed_to", verb, troops, places, "led-troops", how=aim(view, verb))


def _sent(view: SentenceView, verb: int, moved: list[int], name: str) -> list[Filler]:
    kinds = _SENT if name in words("movement", "deploy", "verbs_of_person") else _SENT - {Kind.PERSON}
    found = parties(view, moved, kinds, victim=True) or _platforms(view, moved)
    found = [f for f in found if f.kind != Kind.POPULATION]
    bare = all(is_bare(view, f) or _is_uncounted(view, f) for f in found)
    senders = parties(view, view.doers(verb), _ARMED)
    return senders if found and bare and senders else found


def _is_uncounted(view: SentenceView, found: Filler) -> bool:
    """As in "Russia moved missiles to Ruda", "deployed fighter aircraft": things in any number, without a name."""
    head = max((t for t, w in enumerate(view.tokens) if found.start <= w.start and w.end <= found.end), default=0)
    named = found.mention is not None and view.mention(found.mention).form == Form.NAME
    counted = view.dependents(head, "nummod", "det", "quantmod")
    return found.kind in {Kind.VEHICLE, Kind.WEAPON} and not named and not counted


def _platforms(view: SentenceView, tokens: list[int]) -> list[Filler]:
    """Ships, aircraft, tanks: sent like troops."""
    found = []
    for token in tokens:
        mention = next(iter(view.headed.get(token, ())), None)
        if mention is not None and view.mention(mention).kind in {Kind.VEHICLE, Kind.WEAPON}:
            found.append(filler(view, mention))
        elif is_in(view, token, "described", "things", "vehicle"):
            found.append(described(view, token, Kind.VEHICLE))
    return found


def _took_position(view: SentenceView, verb: int, name: str) -> Iterator[Draft]:
    """As in "the rebels took up positions in the police station", "the army set up defences at Ruda"."""
    wanted = table("movement")["deploy"]["posting"][name]
    stances = [o for o in view.undergoers(verb) if base(view, o) in wanted]
    if not stances or "up" not in particles(view, verb) | {view.words_from(verb + 1, 1).lower()}:
        return
    subjects = parties(view, view.doers(verb), FORCES)
    places = [f for s in stances for f in sites_after(view, s, *_GOAL, plain=True)]
    places = places or sites_after(view, verb, *_GOAL, plain=True)
    if subjects and places:
        yield from moves(view, "deployed_to", verb, subjects, places, "took-position", how=aim(view, verb))


def _deployment(view: SentenceView, noun: int) -> Iterator[Draft]:
    """As in "the deployment of 300 soldiers to Ruda", "the army's arrival in Belik"."""
    moved = view.prepositional(noun, "of")
    subjects = parties(view, moved, FORCES | {Kind.VEHICLE}) or _platforms(view, moved)
    whose = owner(view, noun, FORCES)
    subjects = subjects or ([whose] if whose is not None else [])
    to = ("to", "in", "into", "near", "along", "at", "on")
    places = sites_after(view, noun, *to) or [f for m in moved for f in sites_after(view, m, *to)]
    if subjects and places:
        yield from moves(view, "deployed_to", noun, subjects, places, "deployment-noun")


# ---- took_control
def _captured_ground(view: SentenceView, verb: int, name: str) -> Iterator[Draft]:
    how = aim(view, verb)
    if how in OUTCOME or (
        name in words("movement", "control", "weak") and particles(view, verb) & {"part", "place", "up"}
    ):
        return
    ground = view.undergoers(verb)
    weak = name in words("movement", "control", "weak")
    places = [f for o in ground for f in site(view, o, plain=not weak or is_ground(view, o))]
    among = [o for o in with_named(view, ground) if places and o not in ground]  # "three towns, including Ruda"
    places += [f for o in among for f in site(view, o, plain=True) if f.mention is not None]
    subjects = parties(view, view.doers(verb), _TAKERS if weak else _TAKERS | {Kind.ORGANISATION})
    subjects = subjects or [a for d in view.doers(verb) for a in armed_men(view, d)]
    if weak and (
        view.tokens[verb].relation == "pcomp"
        or (any(view.tokens[c].tag == "TO" for c in view.dependents(verb, "aux")) and how == Aim.DONE)
        or not subjects
        or not any(s.kind in _ARMED | {Kind.POPULATION} for s in subjects)
    ):
        return
    if not places or any(view.tokens[o].lemma in {"part"} for o in ground):
        return
    passive_without = view.is_passive(verb) and not view.agents(verb)
    faceless = any(is_in(view, d, "described", "people", "armed_vague") for d in view.doers(verb))
    if not subjects and not passive_without and view.subjects(verb) and (weak or not faceless):
        return
    if not subjects and all(is_in(view, o, "where", "surroundings") for o in ground):
        return
    places = [_with_surroundings(view, verb, p) for p in places]
    yield from moves(view, "took_control", verb, subjects, places, "capture-verb", confidence=0.8, how=how)
    losers = parties(view, view.prepositional(verb, "from"), FORCES)
    if losers and how == Aim.DONE:
        yield from moves(view, "withdrew_from", verb, losers, places, "taken-from", confidence=0.65, how=how)


def _with_surroundings(view: SentenceView, verb: int, place: Filler) -> Filler:
    """As in "seized a district in Ruda", where "in Ruda" hangs on the verb: still a district in Ruda."""
    if place.mention is not None and view.is_name(place.mention):
        return place
    around = sites_after(view, verb, "in", "near", "of", "outside")
    if len(around) == 1 and 0 < around[0].start - place.end <= 12:
        return Filler(start=place.start, end=around[0].end, kind=place.kind)
    return place


def _took_control_of(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "took control of Ruda", "seized full control over the airport"."""
    aimed_at = words("movement", "control", "light_nouns") | words("movement", "control", "power")
    nouns = [o for o in view.undergoers(verb) if base(view, o) in aimed_at]
    how = aim(view, verb)
    if not nouns or how in OUTCOME:
        return
    places = [f for n in nouns for f in sites_after(view, n, "of", "over", "in", plain=True)]
    places = places or sites_after(view, verb, "of", "over", "in", plain=True)
    subjects = parties(view, view.doers(verb), _TAKERS)
    power = any(is_in(view, o, "movement", "control", "power") for o in view.undergoers(verb))
    states = [p for p in places if p.kind == Kind.STATE] if power else []
    for state in states[:1]:  # "seized power in Doran": the state is taken
        for who in subjects:
            (draft,) = moves(view, "took_control", verb, [who], [], "took-power", how=how)
            yield replace(draft, object=state)
    if states:
        return
    if (places and (subjects or view.is_passive(verb))) or (power and subjects):
        yield from moves(view, "took_control", verb, subjects, places, "took-control-of", confidence=0.85, how=how)


def _lost(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "X lost Ruda to Y", "X has lost control of Ruda to Y", "X handed Ruda over to Y": Y took it."""
    how = aim(view, verb)
    takers = parties(view, view.prepositional(verb, "to"), _TAKERS | {Kind.ORGANISATION})
    if how in OUTCOME or not takers:
        return
    of_control = [o for o in view.objects(verb) if is_in(view, o, "movement", "control", "light_nouns")]
    places = [f for n in of_control for f in sites_after(view, n, "of", "over", "in", plain=True)]
    places = places or [f for o in view.objects(verb) for f in site(view, o, plain=is_ground(view, o))]
    if places:
        yield from moves(view, "took_control", verb, takers, places, "lost-to", confidence=0.75, how=how)


def _fell(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "Ruda fell to the rebels", "the town fell into the hands of X", "Ruda came under the control of X"."""
    if view.objects(verb) or particles(view, verb) & {"short", "apart", "from", "behind", "out", "ill"}:
        return
    places = [f for s in view.subjects(verb) for f in site(view, s, plain=is_ground(view, s))]
    under = base(view, verb) in words("movement", "control", "coming_under")
    given = [] if under else view.prepositional(verb, "to")
    subjects = parties(view, given, _TAKERS | {Kind.ORGANISATION})
    for hand in view.prepositional(verb, "into", "in", "under"):
        if view.tokens[hand].lemma in {"hand", "hands", "control"}:
            subjects += parties(view, view.prepositional(hand, "of"), _TAKERS)
            whose = owner(view, hand, _TAKERS)
            subjects += [whose] if whose is not None else []
    if places and (
        subjects
        or (base(view, verb) == "fall" and any(p.mention is not None for p in places) and not _where_to(view, verb))
    ):
        yield from moves(view, "took_control", verb, subjects, places, "fell-to", confidence=0.75, how=aim(view, verb))


def _where_to(view: SentenceView, verb: int) -> list[int]:
    """What prepositions bring in below a verb, times left out ("fell on Saturday")."""
    return [h for h in view.prepositional(verb) if not is_time(view, h)]


def _control_noun(view: SentenceView, noun: int, name: str) -> Iterator[Draft]:
    """As in "the fall of Ruda to X", "X's capture of Ruda", "the liberation of towns including A and B"."""
    if view.tokens[noun].relation in {"compound"} or _is_goal(view, noun):
        return
    ground = view.prepositional(noun, "of")
    places = [f for g in ground for f in site(view, g, plain=is_ground(view, g))]
    places = (_included(view, ground) or places) if not places or places[0].mention is None else places
    if _begins(view, noun) or _is_ahead(view, noun):
        return  # "the liberation of Ruda began" is told as `operation`, "enable the liberation" is an aim
    named = [p for p in places if p.mention is not None]
    subjects: list[Filler] = []
    if name in words("movement", "control", "doer_nouns"):
        whose = owner(view, noun, _TAKERS)
        subjects = parties(view, view.prepositional(noun, "by"), _TAKERS) or ([whose] if whose is not None else [])
    elif name == "fall":
        subjects = parties(view, view.prepositional(noun, "to") or _to_whom(view, noun), _TAKERS)
    if (subjects and places) or (named and name not in {"loss", "recovery", "taking"}):
        yield from moves(view, "took_control", noun, subjects, places, "control-noun", confidence=0.7)


def _is_ahead(view: SentenceView, noun: int) -> bool:
    """Whether the clause speaks of what will or may be ("will enable the liberation of Ruda")."""
    verb = view.clause(noun)
    ahead = any(
        view.tokens[c].tag == "MD" for v in [verb, view.first_conjunct(verb)] for c in view.dependents(v, "aux")
    )
    return ahead or is_in(view, verb, "movement", "control", "enabling")


def _to_whom(view: SentenceView, noun: int) -> list[int]:
    """Of "the fall of Ruda to X" X, where "to" hangs on something else."""
    last = max((t for g in view.prepositional(noun, "of") for t in view.subtree(g)), default=noun)
    if last + 1 < len(view.tokens) and view.tokens[last + 1].lemma == "to":
        return view.dependents(last + 1, "pobj")
    return []


def _begins(view: SentenceView, noun: int) -> bool:
    token = view.tokens[noun]
    return token.relation == "nsubj" and view.tokens[token.head].lemma in {
        "begin",
        "start",
        "continue",
        "resume",
        "proceed",
    }


def _included(view: SentenceView, ground: list[int]) -> list[Filler]:
    """As in "towns including Ruda and Belik": the names after "including"."""
    below = [t for g in ground for t in view.subtree(g)]
    return [f for t in below for f in sites_after(view, t, "include", "including", "like")]


def _is_goal(view: SentenceView, noun: int) -> bool:
    """As in "the battle for the liberation of Ruda", "an operation aimed at the recapture of Ruda": not yet."""
    token = view.tokens[noun]
    above = view.tokens[token.head]
    return above.tag == "IN" and above.lemma in {"for", "at", "toward", "towards", "until", "before"}
