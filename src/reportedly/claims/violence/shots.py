"""What is fired, and what hits: "fired rockets at Y", "opened fire on Y", "a shell landed on Y"."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.claims.arguments.sites import sites_after
from reportedly.claims.extractor import Draft
from reportedly.claims.modality.aims import Aim, aim
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, is_in, modifiers, particles
from reportedly.claims.violence.attacked import attack_drafts
from reportedly.claims.violence.doing import Doing, doing, is_weapon
from reportedly.claims.violence.strikes import hurt_beside
from reportedly.claims.violence.targets import Target, targets
from reportedly.resources.lexicon import words


def fired(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "X fired 12 rockets at Y", "X opened fire on Y", "X detonated a bomb outside Y"."""
    name = base(view, verb)
    if name == "shoot" and "down" in particles(view, verb):
        return  # "shot down two rockets" is told as `attacked`
    heads = [h for o in view.undergoers(verb) for h in (_counted(view, o))]
    ammunition = [o for o in heads if is_weapon(view, o) and is_in(view, o, "attack", "weapons", "named")]
    drones = [o for o in heads if name == "launch" and is_in(view, o, "attack", "weapons", "guided")]
    drones = [o for o in drones if view.prepositional(verb, "at", "against") or view.prepositional(o, "at", "against")]
    ammunition = [o for o in ammunition if o in drones or not is_in(view, o, "described", "things", "vehicle")]
    opened = any(view.tokens[o].lemma in {"fire", "gunfire"} for o in view.objects(verb))
    bare = name in {"fire", "shoot"} and not view.objects(verb) and not view.is_passive(verb)
    bare = bare and not is_killing(view, verb)
    if not ammunition and not opened and not bare:
        return
    who = doing(view, view.doers(verb))
    if not who.agents and ammunition and view.is_passive(verb):  # "a Front missile fired at Ruda"
        who = Doing(doing(view, ammunition).agents, who.weapons, who.accident)
    heads = view.prepositional(verb, "at", "on", "upon", "into", "toward", "towards", "against", "over", "onto")
    towards = [d for d in view.prepositional(verb, "in") if base(view, d) == "direction"]
    heads += [h for d in towards for h in view.prepositional(d, "of")]
    heads += [h for o in ammunition for h in view.prepositional(o, "at", "on", "into", "toward", "towards", "against")]
    heads += [h for v in [verb, *ammunition] for a in view.dependents(v, "advcl", "acl") for h in _aimed(view, a)]
    if aim(view, verb) == Aim.PURPOSE and view.tokens[view.tokens[verb].head].tag[:1] == "N":
        return
    target = targets(view, heads)
    around = sites_after(view, verb) if not target else []
    if around:
        target = Target((), tuple(around))
    untold = opened and name == "open" and who.agents and not (heads or target or _is_told_beside(view, verb))
    if untold and aim(view, verb) is Aim.DONE:  # "soldiers opened fire", and nobody says at whom
        yield from attack_drafts(view, verb, who, target, [], "opened-fire", Aim.DONE, hurt=hurt_beside(view, verb))
        return
    with_arms = bare and any(is_weapon(view, h) for h in view.prepositional(verb, "with"))
    told = who.agents or ammunition or opened or who.weapons or with_arms or vague_attacker(view, verb)
    if target and told and not (name in {"use", "employ"} and not target.objects):
        yield from attack_drafts(
            view, verb, who, target, [*ammunition, *who.weapons], "fired", aim(view, verb), hurt=hurt_beside(view, verb)
        )


def _is_told_beside(view: SentenceView, verb: int) -> bool:
    """As in "stormed the hall and opened fire", "opened fire and threw a grenade into a shop": told already."""
    verbs, shots = words("attack", "verbs", "transitive"), words("attack", "verbs", "fire")
    beside = [*view.conjuncts(view.first_conjunct(verb)), *view.dependents(verb, "advcl")]
    others = [v for v in beside if v != verb and view.tokens[v].tag[:1] == "V"]
    struck = [v for v in others if base(view, v) in verbs and view.objects(v)]
    aimed = [v for v in others if base(view, v) in shots and view.prepositional(v, "at", "on", "into", "against")]
    return bool(struck or aimed)


def _counted(view: SentenceView, token: int) -> list[int]:
    """Of "dozens of rounds of artillery" the rounds."""
    inner = view.prepositional(token, "of")
    return inner if inner and is_in(view, token, "described", "measure") else [token]


def _aimed(view: SentenceView, verb: int) -> list[int]:
    """As in "rockets aimed at Y", "shells targeting Y"."""
    name = base(view, verb)
    return (
        view.objects(verb)
        if name == "target"
        else view.prepositional(verb, "at", "on")
        if name in {"aim", "direct", "fire"}
        else []
    )


def landed(view: SentenceView, verb: int, name: str) -> Iterator[Draft]:
    """As in "Shells fell near the school in Ruda", "a car bomb exploded outside Y"."""
    if view.objects(verb) or (name in words("attack", "verbs", "transitive") and view.is_passive(verb)):
        return
    subjects = view.subjects(verb)
    weapons = [s for s in subjects if is_weapon(view, s) and is_in(view, s, "attack", "weapons", "named")]
    weapons = weapons or [s for s in subjects if name in words("attack", "verbs", "tearing") and _is_blast(view, s)]
    if view.dependents(verb, "acomp", "oprd"):
        return  # "guns fall silent"
    if not weapons or (name == "fall" and any(is_in(view, s, "described", "things", "vehicle") for s in weapons)):
        return
    vehicles = [s for s in weapons if is_in(view, s, "described", "things", "vehicle")]
    into = name == "crash" and bool(view.prepositional(verb, "into"))  # "a drone crashed into a depot"
    aimed = into and all(is_in(view, s, "attack", "weapons", "guided") for s in vehicles)
    if name in {"land", "crash", "fall", "go", "blow", "come"} and vehicles and not aimed:
        return
    who = doing(view, weapons)
    beside = [c for c in view.dependents(verb, "advmod") if view.lows[c] == "next"]  # "fell next to a school"
    near = [
        *view.prepositional(verb, *words("attack", "verbs", "landing")),
        *(h for c in beside for h in view.prepositional(c, "to")),
    ]
    target = targets(view, near)
    if target:
        yield from attack_drafts(
            view, verb, who, target, list(weapons), "weapon-hit", Aim.DONE, hurt=hurt_beside(view, verb)
        )


def _is_blast(view: SentenceView, noun: int) -> bool:
    """As in "an explosion tore through the bus", no gas explosion."""
    accidental = modifiers(view, noun) & words("attack", "nouns", "accidental")
    return is_in(view, noun, "attack", "nouns", "bangs") and not accidental


def vague_attacker(view: SentenceView, verb: int) -> bool:
    """As in "Gunmen attacked the village": violent, although who they were is not told."""
    return any(is_in(view, d, "described", "people", "armed_vague") for d in view.doers(verb))


def is_killing(view: SentenceView, verb: int) -> bool:
    """As in "shot dead", "gunned down and left for dead": told as killed."""
    return any(view.tokens[t].lemma in {"dead", "death"} for t in range(verb, min(verb + 9, len(view.tokens))))
