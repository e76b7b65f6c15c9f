"""Oaths of loyalty to a leader or a group (pledged_allegiance)."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.claims.arguments.parties import owner, parties
from reportedly.claims.arguments.scenes import sites_of
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.modality.aims import Aim, aim, held
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, is_in
from reportedly.claims.ties.bonds import pair_drafts
from reportedly.records.mention import AGENTS, Kind
from reportedly.resources.lexicon import words

_SWEARING = frozenset({Kind.PERSON, Kind.GROUP, Kind.STATE_BODY, Kind.ORGANISATION, Kind.POPULATION})
_UNDONE = frozenset({Aim.PURPOSE, Aim.TRIED, Aim.FAILED})


class Allegiance:
    """pledged_allegiance, from "pledged allegiance to" and "X's pledge of allegiance to"."""

    name = "allegiance"
    version = 3
    predicates = frozenset({"pledged_allegiance"})

    def __call__(self, sentence: SentenceView) -> Iterator[Draft]:
        """Drafts of one sentence, each pair once."""
        seen: set[tuple[int, int]] = set()
        for token, word in enumerate(sentence.tokens):
            sworn = word.tag[:1] == "N" and is_in(sentence, token, "allegiance", "nouns")
            itself = word.tag[:1] == "V" and is_in(sentence, token, "allegiance", "pledging")
            if not sworn and not itself:
                continue
            for draft in _oath(sentence, token) if sworn else _pledged_itself(sentence, token):
                ends = (draft.subject.start if draft.subject else -1, draft.object.start if draft.object else -1)
                if ends not in seen:
                    seen.add(ends)
                    yield draft


EXTRACTOR = Allegiance()


def _oath(view: SentenceView, noun: int) -> Iterator[Draft]:
    whole = _oath_noun(view, noun)
    verb = view.tokens[whole].head if view.tokens[whole].relation in {"dobj", "nsubjpass"} else None
    if verb is not None and base(view, verb) not in words("allegiance", "verbs"):
        verb = None
    if verb is None and view.tokens[whole].relation == "dobj":
        yield from _received(view, noun, whole)
    lords = _lords(view, noun, whole, verb)
    if not lords:
        return
    if verb is not None:
        swearing = parties(view, view.doers(verb), _SWEARING, victim=True)
        trigger, how = verb, aim(view, verb)
    elif view.lows[noun - 1] in words("allegiance", "read_as_adjectives") and view.dependents(noun, "nsubj"):
        swearing = parties(view, view.subjects(noun), _SWEARING, victim=True)  # "X swore allegiance to Y"
        trigger, how = noun, Aim.DONE
    elif whole != noun:  # "X's pledge of allegiance to Y"; a bare "loyalty to Y" is a feeling
        whose = owner(view, whole, _SWEARING)
        swearing = [whose] if whose is not None else parties(view, view.prepositional(whole, "by"), _SWEARING)
        trigger, how = whole, aim(view, view.clause(whole))
    else:
        return
    places = sites_of(view, trigger)[:1]
    for subject in swearing:
        for lord in lords:
            if subject.start == lord.start:
                continue
            yield held(
                Draft(
                    predicate="pledged_allegiance", trigger=trigger, subject=subject, object=lord,
                    place=places[0] if places else None, place_fixed=bool(places), rule="oath", confidence=0.8,
                    why=f"“{view.tokens[trigger].text}” with “{view.tokens[noun].text}” to someone",
                ),
                how,
            )  # fmt: skip


def _pledged_itself(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "the city pledged itself to X"."""
    if not any(view.lows[o] in words("allegiance", "selves") for o in view.objects(verb)):
        return
    heads = [h for h in view.prepositional(verb, "to") if not is_in(view, h, "allegiance", "ceremonial")]
    lords = [f for f in parties(view, heads, AGENTS) if f.kind in {Kind.GROUP, Kind.PERSON}]
    swearing = parties(view, view.doers(verb), _SWEARING)
    yield from (
        held(d, aim(view, verb)) for d in pair_drafts(view, "pledged_allegiance", verb, swearing, lords, "oath")
    )


def _received(view: SentenceView, noun: int, whole: int) -> Iterator[Draft]:
    """As in "X received a pledge of loyalty from Y", "X won the allegiance of Y": Y swore to X."""
    verb = view.tokens[whole].head
    if base(view, verb) not in words("allegiance", "receiving") or (how := aim(view, verb)) in _UNDONE:
        return
    froms = [*view.prepositional(verb, "from"), *view.prepositional(whole, "from"), *view.prepositional(noun, "from")]
    swearing = parties(view, froms or view.prepositional(noun, "of"), _SWEARING, victim=True)
    for draft in pair_drafts(
        view, "pledged_allegiance", verb, swearing, parties(view, view.subjects(verb), AGENTS), "oath-received"
    ):
        yield held(draft, how)


def _oath_noun(view: SentenceView, noun: int) -> int:
    """Of "a pledge of allegiance" the pledge."""
    outer = view.tokens[view.tokens[noun].head].head
    of = view.tokens[noun].relation == "pobj" and view.tokens[view.tokens[noun].head].lemma == "of"
    return outer if of and is_in(view, outer, "allegiance", "oaths") else noun


def _lords(view: SentenceView, noun: int, whole: int, verb: int | None) -> list[Filler]:
    """To whom loyalty is sworn."""
    heads = view.prepositional(noun, "to") or (view.prepositional(whole, "to") if whole != noun else [])
    if not heads and verb is not None:
        heads = view.prepositional(verb, "to")
    heads = [h for h in heads if not is_in(view, h, "allegiance", "ceremonial")]
    return parties(view, heads, AGENTS)
