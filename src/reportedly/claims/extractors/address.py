"""Speeches and addresses to someone, and words exchanged at a distance (spoke_to)."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.claims.arguments.parties import described, owner, parties
from reportedly.claims.arguments.scenes import sites_of
from reportedly.claims.arguments.sites import sites_after
from reportedly.claims.attribution.speakers import called_up
from reportedly.claims.attribution.tellers import names_outlet
from reportedly.claims.distinct import is_same
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.modality.aims import Aim, aim, held
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, is_in, modifiers
from reportedly.records.mention import AGENTS, Form, Kind
from reportedly.resources.lexicon import words

_SPEAKERS = frozenset({Kind.PERSON, Kind.GROUP, Kind.STATE_BODY, Kind.ORGANISATION, Kind.STATE})


class Address:
    """spoke_to, from verbs ("addressed", "phoned"), speeches given, and calls."""

    name = "address"
    version = 4
    predicates = frozenset({"spoke_to"})

    def __call__(self, sentence: SentenceView) -> Iterator[Draft]:
        """Drafts of one sentence, each pair once."""
        seen: set[tuple[int, int]] = set()
        for draft in _all(sentence):
            ends = (draft.subject.start if draft.subject else -1, draft.object.start if draft.object else -1)
            if ends not in seen:
                seen.add(ends)
                yield draft


EXTRACTOR = Address()


def _all(view: SentenceView) -> Iterator[Draft]:
    for token, word in enumerate(view.tokens):
        name = base(view, token)
        if word.tag[:1] == "V":
            if name in words("address", "direct"):
                yield from _addressed(view, token, name)
            if name in words("address", "telling"):
                yield from _told_many(view, token)
            if name in words("address", "speaking"):
                yield from _spoke(view, token)
            if name in words("address", "light"):
                yield from _gave_speech(view, token)
        elif word.tag[:1] == "N" and name in words("address", "calls"):
            yield from _call(view, token)
        elif word.tag[:1] == "N" and name in words("address", "speeches"):
            yield from _speech_of(view, token)


# ---- verbs
def _addressed(view: SentenceView, verb: int, name: str) -> Iterator[Draft]:
    """As in "X addressed the troops", "X phoned Y", "Y was contacted by X"."""
    called = called_up(view, verb)
    if not called and view.dependents(verb, "oprd", "acomp", "ccomp", "attr", "prt"):
        return  # "called him a traitor", "called off"
    heads = called or view.undergoers(verb)
    speakers = parties(view, view.doers(verb), _SPEAKERS)
    if name in words("address", "named_only"):
        kinds = frozenset({Kind.PERSON}) if name == "call" else AGENTS
        listeners = [f for f in parties(view, heads, kinds) if f.mention is not None]
        if name == "call" and len(view.dependents(verb, "dobj", "dative")) > 1:
            return
    else:
        listeners = parties(view, heads, AGENTS, victim=True)
        listeners = [f for f in listeners if f.kind != Kind.STATE or _is_form(view, f, Form.NAME)]
    whole = any(is_in(view, h, "address", "audience") for h in heads) and name == "address"
    if whole and not listeners and speakers:  # "addressed the nation"
        listeners = [described(view, h, Kind.POPULATION) for h in heads if is_in(view, h, "address", "audience")]
    if listeners:
        yield from _drafts(view, verb, speakers, listeners, "addressed", aim(view, verb))


def _told_many(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "X told troops in Ruda that …", "X told a rally …": words before many, not to one who asks."""
    heads = view.undergoers(verb) or view.dependents(verb, "dative")
    heads = [h for h in heads if not is_in(view, h, "address", "hearing")]
    many = [h for h in heads if view.tokens[h].tag == "NNS" and not is_in(view, h, "address", "press")]
    found = parties(view, many, AGENTS, victim=True)
    listeners = [f for f in found if f.mention is None or not view.is_name(f.mention)]
    whole = [h for h in heads if is_in(view, h, "address", "audience")]
    listeners += [described(view, h, Kind.POPULATION) for h in whole]
    speakers = [] if view.is_passive(verb) else parties(view, view.doers(verb), frozenset({Kind.PERSON}))
    if listeners:
        yield from _drafts(view, verb, speakers, listeners[:1], "told-many", aim(view, verb))


def _spoke(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "X spoke to Y", "X talked by phone with Y"."""
    deeper = [
        h for r in view.prepositional(verb, "by", "on", "over", "via") for h in view.prepositional(r, "with", "to")
    ]
    heads = [*view.prepositional(verb, "to", "with", "before"), *deeper]
    many = [h for h in heads if view.tokens[h].tag in {"NNS", "NNPS"}]  # "his mother" is nobody here
    listeners = [*_listeners(view, many), *parties(view, [h for h in heads if h not in many], AGENTS)]
    listeners = [f for f in listeners if not names_outlet(view.document.text[f.start : f.end])]
    if listeners:
        speakers = parties(view, view.doers(verb), _SPEAKERS)
        yield from _drafts(view, verb, speakers, listeners, "spoke-to", aim(view, verb))


def _gave_speech(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "X gave a speech to Y", "X delivered an address in Ruda", "a speech was given by X"."""
    nouns = [o for o in view.undergoers(verb) if is_in(view, o, "address", "speeches")]
    if not nouns:
        return
    heads = view.prepositional(verb, "to", "before") + [h for n in nouns for h in view.prepositional(n, "to", "before")]
    listeners = _listeners(view, heads)
    speakers = parties(view, view.doers(verb), _SPEAKERS)
    formal = is_in(view, nouns[0], "address", "formal")
    if listeners or (formal and sites_of(view, verb)):
        yield from _drafts(view, verb, speakers, listeners, "gave-speech", aim(view, verb))


# ---- nouns
def _speech_of(view: SentenceView, noun: int) -> Iterator[Draft]:
    """As in "X's speech to parliament"; a speech that is given is told by its verb."""
    token = view.tokens[noun]
    if (
        token.relation in {"dobj", "nsubjpass"}
        and is_in(view, token.head, "address", "light")
        and view.doers(token.head)
    ):
        return
    heads = view.prepositional(noun, "to", "before")
    listeners = _listeners(view, heads)
    whose = owner(view, noun, frozenset({Kind.PERSON}))
    speakers = [whose] if whose is not None else (_around(view, noun) if token.relation == "pobj" else [])
    if listeners and speakers and base(view, noun) != "talk":
        yield from _drafts(view, noun, speakers, listeners, "speech-to", aim(view, view.clause(noun)))


def _call(view: SentenceView, noun: int) -> Iterator[Draft]:
    """As in "a call with Y", "a phone call between X and Y", "in a telephone conversation with Y, X said"."""
    wired = bool(modifiers(view, noun) & words("address", "by_wire"))
    heads = view.prepositional(noun, "with") + (view.prepositional(noun, "to") if wired else [])
    between = _listeners(view, view.prepositional(noun, "between")) if wired else []
    if len(between) > 1:
        yield from _drafts(view, noun, between[:1], between[1:], "call-between", Aim.DONE)
        return
    if base(view, noun) == "conversation" and not wired:
        return
    listeners = _listeners(view, heads)
    whose = owner(view, noun, _SPEAKERS)
    speakers = [whose] if whose is not None else _around(view, noun)
    if listeners:
        clause = _told_by(view, noun)
        how = aim(view, view.clause(noun) if whose is not None or clause is None else clause)
        yield from _drafts(view, noun, speakers, listeners, "call-with", how)


def _around(view: SentenceView, noun: int) -> list[Filler]:
    """Who does what is told around a noun: of "X said in a call with Y" X."""
    verb = _told_by(view, noun)
    if verb is None:
        return []
    agents = parties(view, view.agents(verb), _SPEAKERS) if view.is_passive(verb) else []
    return agents or parties(view, view.subjects(verb), _SPEAKERS)  # "Z was praised by X in a call with Y": X


def _told_by(view: SentenceView, noun: int) -> int | None:
    """The verb around a noun; of "X urged Z to stop in a call with Y" X’s: what is wanted was not said by Z."""
    verb = next((a for a in view.ancestors(noun) if view.tokens[a].tag[:1] == "V"), None)
    while verb is not None and view.tokens[verb].relation in {"ccomp", "xcomp"} and view.tokens[verb].tag == "VB":
        if not is_in(view, view.tokens[verb].head, "voices", "verbs", "saying"):
            break
        verb = view.tokens[verb].head
    return verb


# ---- both
def _listeners(view: SentenceView, heads: list[int]) -> list[Filler]:
    heads = [h for h in heads if not is_in(view, h, "address", "press")]
    return [
        f for f in parties(view, heads, AGENTS, victim=True) if f.kind != Kind.STATE or _is_form(view, f, Form.NAME)
    ]


def _is_form(view: SentenceView, found: Filler, form: Form) -> bool:
    return found.mention is not None and view.mention(found.mention).form == form


def _drafts(
    view: SentenceView, trigger: int, speakers: list[Filler], listeners: list[Filler], rule: str, how: Aim
) -> Iterator[Draft]:
    if how in {Aim.TRIED, Aim.PURPOSE, Aim.FAILED}:
        return
    for speaker in speakers:
        for listener in listeners or (None,):
            places = (sites_of(view, trigger) or _around_listener(view, listener))[:1]
            if listener is not None and is_same(view, speaker, listener):
                continue
            yield held(
                Draft(
                    predicate="spoke_to", trigger=trigger, subject=speaker, object=listener,
                    place=places[0] if places else None, place_fixed=bool(places), rule=rule, confidence=0.7,
                    why=f"“{view.tokens[trigger].text}” tells that someone spoke to others",
                ),
                how,
            )  # fmt: skip


def _around_listener(view: SentenceView, listener: Filler | None) -> list[Filler]:
    """As in "gave a speech to students in Ruda", hung on the students."""
    if listener is None:
        return []
    inside = [i for i, t in enumerate(view.tokens) if listener.start <= t.start < listener.end]
    return [f for i in inside for f in sites_after(view, i, "in", "at", "near")]
