"""Drafts of attacks: one for each doer, what was struck and place."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.claims.arguments.scenes import sites_of
from reportedly.claims.arguments.sides import same
from reportedly.claims.arguments.sites import place_before, sites_after
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.modality.aims import Aim, held
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base
from reportedly.claims.violence.doing import Doing, method_of, weapon_of
from reportedly.claims.violence.targets import Target, is_placing, targets
from reportedly.claims.violence.victims import told_scene
from reportedly.records.claim import Casualties
from reportedly.records.mention import Form, Kind
from reportedly.resources.lexicon import words


def attack_drafts(
    view: SentenceView, trigger: int, who: Doing, target: Target, nouns: list[int], rule: str, how: Aim,
    *, hurt: Casualties | None = None,
) -> Iterator[Draft]:  # fmt: skip
    """One draft for each doer, each thing struck and each place.

    nouns: weapons and acts, the first that names a method or weapon counts. hurt: the dead and wounded told beside.
    """
    struck_things = {o.start for o in target.objects}
    places = list(target.places) or [p for p in sites_of(view, trigger) if p.start not in struck_things]
    places = places or _around_target(view, target) or _of_scene(view, trigger)
    for subject in who.agents or (None,):
        for found in target.objects or (None,):
            if subject is not None and found is not None and same(view, subject, found):
                continue  # "after terrorists shot at them"
            for place in places or (None,):
                draft = Draft(
                    predicate="attacked", trigger=trigger, subject=subject, object=found, place=place,
                    place_fixed=bool(places), method=method_of(view, *nouns, trigger), weapon=weapon_of(view, *nouns),
                    casualties=hurt, rule=rule, confidence=0.75 if subject or found else 0.6,
                    why=f"“{view.tokens[trigger].text}” of something struck",
                )  # fmt: skip
                yield held(draft, how)


def _of_scene(view: SentenceView, verb: int) -> list[Filler]:
    """Of "clashed with the army off Belik, killing nine and destroying two boats" Belik, for the boats too."""
    word = view.tokens[verb]
    return told_scene(view, verb) if word.tag == "VBG" and word.relation in {"advcl", "conj"} else []


def _around_target(view: SentenceView, target: Target) -> list[Filler]:
    """As in "rockets aimed at a depot in Ruda", "hit a bus carrying students near Ruda"."""
    heads = [t for o in target.objects for t, w in enumerate(view.tokens) if o.start <= w.start < o.end]
    heads = [t for h in heads for t in [*view.prepositional(h, "of"), h]]  # "the gate of a base in Ruda"
    carrying = [c for h in heads for c in view.dependents(h, "acl") if is_placing(view, h, c)]
    beside = [c for h in heads for a in view.dependents(h, "appos") for c in view.conjuncts(a)]  # "X, a hotel in Ruda,"
    heads = [*beside, *(o for c in carrying for o in [c, *view.objects(c)]), *heads]
    found = next((found for h in reversed(heads) if (found := sites_after(view, h))), [])
    return found or [p for h in heads for p in place_before(view, h) if p.kind is Kind.PLACE]  # "the Ruda post office"


def first_of_inventory(view: SentenceView, verb: int, target: Target) -> Target:
    """Of a long inventory ("destroyed a tank, six trucks and a tunnel; damaged two roads") the first: it is one act."""
    joined = [v for v in view.conjuncts(view.first_conjunct(verb)) if view.tokens[v].tag[:1] == "V"]
    verbs = [v for v in joined if base(view, v) in words("attack", "verbs", "transitive")]
    found = [o for v in verbs for o in targets(view, view.undergoers(v)).objects]
    described = all(
        o.mention is None
        or view.mention(o.mention).form != Form.NAME
        or o.kind in {Kind.FACILITY, Kind.VEHICLE, Kind.WEAPON}
        for o in found
    )
    hurting = words("attack", "killing", "sure") | words("attack", "wounding", "sure")
    told = any(base(view, v) in hurting for v in joined)  # "killed 20 men and destroyed two posts and a tank"
    if len(found) <= (1 if told else 2) or not described:
        return target
    if told:
        return Target((), target.places)
    kept = tuple(o for o in target.objects if o.start == min(f.start for f in found))
    return Target(kept, target.places)
