"""Attacks: who struck what, where, how, with what, and with how many dead and wounded (attacked)."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from reportedly.claims.arguments.scenes import sites_of
from reportedly.claims.arguments.sites import place_before, site, sites_after
from reportedly.claims.distinct import once
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.modality.aims import Aim, aim, noun_aim
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, is_in, is_noun, modifiers, particles
from reportedly.claims.violence.attacked import attack_drafts, first_of_inventory
from reportedly.claims.violence.blame import accused_of, denials
from reportedly.claims.violence.doing import (
    ARMED,
    Doing,
    doers_of,
    doing,
    is_weapon,
    met_weapon,
    method_of,
    undergoers_of,
)
from reportedly.claims.violence.expressions import Told, told_by_expression
from reportedly.claims.violence.listed import with_listed_heads
from reportedly.claims.violence.shots import fired, is_killing, landed, vague_attacker
from reportedly.claims.violence.strikes import (
    behind,
    hurt_beside,
    hurt_by,
    included,
    is_time,
    kills,
    late_places,
    light_verb,
    noun_doers,
    struck,
    told_by_verb,
)
from reportedly.claims.violence.targets import Target, targets
from reportedly.claims.violence.tolls import is_amid_violence
from reportedly.records.claim import Modality
from reportedly.records.mention import FORCES, Form, Kind
from reportedly.resources.lexicon import words


class Attack:
    """attacked, from verbs, from weapons that hit or explode, and from nouns of attack with or without a light verb."""

    name = "attack"
    version = 8
    predicates = frozenset({"attacked"})

    def __call__(self, sentence: SentenceView) -> Iterator[Draft]:
        """Drafts of one sentence, each doer with each target and place once."""
        yield from once(_all(sentence))


EXTRACTOR = Attack()


def _all(view: SentenceView) -> Iterator[Draft]:
    for token, word in enumerate(view.tokens):
        name = base(view, token)
        if word.tag[:1] == "V":
            if name in words("attack", "verbs", "transitive"):
                yield from _attacked(view, token, name)
            if name in words("attack", "verbs", "fire"):
                yield from fired(view, token)
            yield from _expressed(view, token)
            if name in {"blow", "detonate", "explode"}:
                yield from _blew_up(view, token)
            down = name in words("attack", "verbs", "land_down") and "down" in particles(view, token)
            if name in words("attack", "verbs", "land") or down:
                yield from landed(view, token, name)
            yield from denials(view, token, "attacked")
        if is_noun(view, token) and is_in(view, token, "attack", "nouns", "sure"):
            yield from _act(view, token)


# ---- verbs
def _attacked(view: SentenceView, verb: int, name: str) -> Iterator[Draft]:
    """As in "X attacked Y", "Y was bombed by X", "one strike destroyed Y"."""
    word = view.tokens[verb]
    subject = word.relation in {"csubj", "csubjpass"} or (verb == 0 and word.relation == "amod")
    if word.tag == "VBG" and word.head > verb and subject:
        return  # "attacking churches is forbidden"
    who = doing(view, doers_of(view, verb))
    if met_weapon(view, verb) or told_by_expression(view, verb, "kill") or told_by_expression(view, verb, "attack"):
        return  # "burned alive six guards", "rammed his car into a post"
    second = _second_struck(view, verb)
    target = targets(view, with_listed_heads(view, second or undergoers_of(view, verb)))
    how = aim(view, verb)
    if not target and name in words("attack", "verbs", "bare"):
        yield from _attacked_somewhere(view, verb, who, how)
        return
    areas = [u for u in view.undergoers(verb) if is_in(view, u, "where", "surroundings")]
    if not target and areas and not view.is_passive(verb):  # "bombed areas in Ruda", with "in" hung on the verb
        target = Target((), tuple(sites_of(view, verb)))
    who = Doing() if second else who
    literal = bool(second) or _is_literal(view, verb, name, who, target)
    if not target or who.accident or not literal or how in {Aim.FAILED}:
        return
    if how == Aim.PURPOSE and view.tokens[view.tokens[verb].head].tag[:1] == "N":
        return  # "the ability to attack"
    if name in {"shoot", "gun"} and is_killing(view, verb):
        return
    beside = [h for h in view.prepositional(verb, "by", "in", "with") if is_weapon(view, h)]
    if not who.agents and beside:
        who = msgspec.structs.replace(who, agents=doing(view, beside).agents)
    target = first_of_inventory(view, verb, target)
    if not target:
        return
    nouns = [*who.weapons, *beside]
    yield from attack_drafts(view, verb, who, target, nouns, "attack-verb", how, hurt=hurt_beside(view, verb))


def _attacked_somewhere(view: SentenceView, verb: int, who: Doing, how: Aim) -> Iterator[Draft]:
    """As in "the rebels struck again, entering Ruda", "the Front attacked along the river": whom is not told."""
    armed = [a for a in who.agents if a.kind in FORCES]
    at = ("on", "upon", "for", "as", "to", "against", *(("with",) if base(view, verb) != "attack" else ()))
    beside = [*view.objects(verb), *view.prepositional(verb, *at)]
    told = [h for h in beside if not is_time(view, h) and not site(view, h)]
    again = base(view, verb) == "attack" or "again" in {view.lows[c] for c in view.children[verb]}
    if armed and again and not told and how is Aim.DONE and not view.is_passive(verb):
        who = msgspec.structs.replace(who, agents=tuple(armed))
        target = Target((), tuple(sites_of(view, verb)))
        yield from attack_drafts(view, verb, who, target, [], "attack-bare", how, hurt=hurt_beside(view, verb))


def _second_struck(view: SentenceView, verb: int) -> list[int]:
    """Of "the bus was fired on and the driver hit" the driver: "was" holds for both."""
    first = view.first_conjunct(verb)
    own = view.dependents(verb, "nsubj", "nsubjpass")
    attacked = base(view, first) in words("attack", "verbs", "transitive") or told_by_expression(view, first, "attack")
    shared = view.tokens[verb].tag in {"VBN", "VBD"} and first != verb and view.is_passive(first) and bool(attacked)
    return own if shared and not view.dependents(verb, "aux", "dobj", "prt", "xcomp", "ccomp") else []


def _is_literal(view: SentenceView, verb: int, name: str, who: Doing, target: Target) -> bool:
    """Whether a verb that has figurative senses is meant of arms here."""
    things = {o.kind for o in target.objects} & {Kind.VEHICLE, Kind.WEAPON, Kind.FACILITY}
    sure = bool(who.weapons or things) or name in words("attack", "verbs", "sure")
    if not sure and _is_reproach(view, verb, who):
        return False
    with_what = view.prepositional(verb, "with", "by")
    if any(is_in(view, w, "attack", "verbs", "figurative_with") for w in with_what):
        return False
    if who.weapons or name in words("attack", "verbs", "sure") or any(is_weapon(view, w) for w in with_what):
        return True
    if name in words("attack", "verbs", "with_arms") or (name in words("attack", "verbs", "of_things") and not things):
        return False
    if name == "shoot" and things and "down" in particles(view, verb):
        return True
    armed = any(a.kind in ARMED for a in who.agents)
    if name in words("attack", "verbs", "of_captors"):
        people = bool(target.objects) and all(o.kind in {Kind.PERSON, Kind.POPULATION} for o in target.objects)
        return people and any(a.kind in FORCES for a in who.agents)
    if name == "destroy" and all(o.kind in {Kind.GROUP, Kind.STATE} for o in target.objects) and not target.places:
        return False  # "destroy X" of a whole group means its defeat
    vague = vague_attacker(view, verb)
    if name in words("attack", "verbs", "effects"):
        persons = bool(target.objects) and target.objects[0].kind == Kind.PERSON
        wrecked = vague and bool(things) and name in words("attack", "verbs", "wrecking")
        suffered = name in words("attack", "verbs", "undergone") and _is_suffered(view, verb, things)
        if suffered or wrecked or not armed:
            return suffered or wrecked
        return (bool(target.objects) and not persons) or (bool(target.places) and name != "engage")
    if name in words("attack", "verbs", "striking"):
        vaguely = vague and bool(things or any(o.kind == Kind.POPULATION for o in target.objects))
        by_arms = view.is_passive(verb) and any(is_weapon(view, w) for w in view.prepositional(verb, "in"))
        return armed or vaguely or by_arms or _is_suffered(view, verb, things)
    if armed:
        return True
    physical = bool(things or target.places) or any(o.kind == Kind.POPULATION for o in target.objects)
    bodies = any(o.kind in FORCES for o in target.objects)
    persons = any(o.kind == Kind.PERSON for o in target.objects)
    if view.is_passive(verb) and not who.agents:
        return name in words("attack", "verbs", "suffered") and (physical or bodies or persons or vague)
    if any(a.kind == Kind.POPULATION for a in who.agents) and name in words("attack", "verbs", "suffered"):
        return physical or bodies or vague  # "settlers attacked the village"
    if any(a.kind == Kind.PERSON for a in who.agents):
        return physical or bodies or name in {"shoot", "stab", "ambush"}
    return (not view.doers(verb) and physical) or vague


def _is_suffered(view: SentenceView, verb: int, things: frozenset[Kind] | set[Kind]) -> bool:
    """As in "the school was hit" in a report of violence, by nobody told and no storm."""
    causes = view.prepositional(verb, "by", "in", "during")
    natural = any(is_in(view, c, "attack", "weapons", "accident") for c in causes)
    return bool(things) and view.is_passive(verb) and not (view.agents(verb) or natural) and is_amid_violence(view)


def _is_reproach(view: SentenceView, verb: int, who: Doing) -> bool:
    """ "attacked the minister over his remarks", "attacked him as a traitor", "hit for its silence"."""
    about = [h for h in view.prepositional(verb, "over", "as") if not site(view, h)]
    persons = all(a.kind == Kind.PERSON for a in who.agents)
    return bool(about) or (persons and bool(view.prepositional(verb, "for")))


def _expressed(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "X set fire to Y", "X blew up Y", "Y came under fire from X"."""
    told = told_by_expression(view, verb, "attack")
    how = aim(view, verb)
    if told is None or how in {Aim.FAILED, Aim.PURPOSE}:
        return
    shots = [t for t in told.patients if is_in(view, t, "attack", "weapons", "named") and is_weapon(view, t)]
    if shots and base(view, verb) in words("attack", "verbs", "fire"):
        return  # "a missile fired at Ruda"
    who, target = doing(view, list(told.doers)), targets(view, list(told.patients))
    if not target or who.accident or not _is_violent(view, verb, who, target, told):
        return
    nouns = [*who.weapons, *([] if told.act is None else [told.act])]
    for draft in attack_drafts(view, verb, who, target, nouns, "expression", how, hurt=hurt_beside(view, verb)):
        yield msgspec.structs.replace(draft, method=told.method or draft.method)


def _is_violent(view: SentenceView, verb: int, who: Doing, target: Target, told: Told) -> bool:
    """Whether an expression is meant of arms: "came under fire for her remarks" and "drove into a ditch" are not."""
    critics = any(is_in(view, d, "attack", "verbs", "critics") for d in (*told.doers, *told.patients))
    if base(view, verb) in words("attack", "verbs", "of_people") and not target.objects:
        return False  # "beat up Ruda" is sport
    if (
        critics
        or view.prepositional(verb, "for", "over", "as")
        or any(modifiers(view, t) & words("attack", "nouns", "figurative") for t in [told.act] if t is not None)
    ):
        return False
    armed = any(a.kind in ARMED for a in who.agents) or bool(who.weapons) or vague_attacker(view, verb)
    kinds = {o.kind for o in target.objects}
    physical = bool(target.places) or bool(kinds & {Kind.FACILITY, Kind.VEHICLE, Kind.WEAPON})
    if base(view, verb) in words("attack", "verbs", "driven") and told.act is None:
        return armed or _is_loaded(view, verb)
    if told.act is None:
        return armed or physical
    bodies = bool(kinds & {Kind.GROUP, Kind.STATE_BODY, Kind.POPULATION})
    return physical or armed or (bodies and bool(sites_of(view, verb)))


def _is_loaded(view: SentenceView, verb: int) -> bool:
    """As in "a truck full of explosives", "a car bomb", "a suicide bomber": what is driven is to go off."""
    below = {base(view, t) for o in [*view.objects(verb), *view.subjects(verb)] for t in view.subtree(o)}
    return bool(below & words("attack", "verbs", "loaded"))


def _blew_up(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "A suicide bomber blew himself up at the gate", "detonated his vest"."""
    reflexive = any(view.tokens[o].text.lower() in {"himself", "herself", "themselves"} for o in view.objects(verb))
    vest = any(is_in(view, o, "attack", "weapons", "worn") for o in view.objects(verb))
    bombers = [s for s in view.subjects(verb) if view.tokens[s].lemma in {"bomber", "attacker", "militant"}]
    if not (reflexive or vest) or not (bombers or view.subjects(verb)):
        return
    who = doing(view, view.subjects(verb))
    target = targets(view, view.prepositional(verb, "at", "in", "near", "outside", "among", "inside", "amid"))
    for draft in attack_drafts(view, verb, who, target, [], "blew-up", aim(view, verb), hurt=hurt_beside(view, verb)):
        yield msgspec.structs.replace(draft, method="suicide bombing")


# ---- nouns
def _act(view: SentenceView, noun: int) -> Iterator[Draft]:
    """As in "a drone strike on Y", "X's attacks in Ruda", "X carried out an attack against Y"."""
    if view.tokens[noun].relation == "compound" or modifiers(view, noun) & words("attack", "nouns", "figurative"):
        return
    if any(
        view.mention(m).form == Form.NAME and view.mention(m).start <= view.tokens[noun].start < view.mention(m).end
        for m in view.mentions
    ):
        return  # "the Samarra Barrage"
    if base(view, noun) == "strike" and modifiers(view, noun) & words("attack", "nouns", "labour"):
        return
    if is_in(view, noun, "attack", "nouns", "flights") and not modifiers(view, noun) & words(
        "attack", "nouns", "armed_flights"
    ):
        return
    how = noun_aim(view, noun)
    shot = view.tokens[noun].relation == "dobj" and is_in(view, view.tokens[noun].head, "attack", "verbs", "fire")
    if shot and any(is_weapon(view, h) for h in view.prepositional(noun, "of")):
        return  # "fired a salvo of missiles" is told by the verb
    if how == Aim.PURPOSE or told_by_verb(view, noun) or view.tokens[view.tokens[noun].head].lemma == "use":
        return
    light = light_verb(view, noun)
    doers, claimed = noun_doers(view, noun, light)
    target = targets(view, struck(view, noun))
    if is_in(view, noun, "attack", "killing", "nouns") and any(o.kind != Kind.STATE for o in target.objects):
        return  # "the assassination of X" is told as killed
    if base(view, noun) == "firing" and any(o.kind == Kind.PERSON for o in target.objects):
        return  # "the firing of the minister"
    if not target and any(view.tokens[h].tag[:1] == "N" for h in struck(view, noun)):
        return  # "an attack on press freedom"
    if not target and any(struck(view, n) for n in included(view, noun)):
        return  # "ten strikes, including strikes on Y": the second tells it
    if not target:
        target = Target((), tuple(sites_after(view, noun) or place_before(view, noun) or late_places(view, noun)))
    above = view.tokens[noun].head
    if (
        not target
        and light is None
        and view.tokens[noun].relation == "nsubj"
        and is_in(view, above, "where", "occurring")
    ):
        target = Target((), tuple(sites_after(view, above)))  # "the attack took place in Ruda"
    if not target and light is not None:
        target = Target((), tuple(sites_of(view, light)))
    if _told_around(view, light, target):
        return
    claimed = claimed or (bool(doers) and bool(accused_of(view, noun)))
    if not claimed and not _is_told(view, noun, doers, target, light):
        return
    if how == Aim.PLANNED and not doers and not target.objects:
        return  # "suspected of planning an attack"
    if light is not None and how == Aim.DONE and not is_in(view, light, "hedges", "ceasing", "verbs"):
        how = aim(view, light)
    who = Doing(tuple(doers))
    said = view.clause(noun) if doers and behind(view, noun) else noun  # "may have been behind the attack"
    for draft in attack_drafts(view, noun, who, target, [noun], "attack-noun", how, hurt=hurt_by(view, noun)):
        draft = msgspec.structs.replace(draft, trigger=said)
        yield msgspec.structs.replace(draft, modality=draft.modality or Modality.REPORTED) if claimed else draft


def _told_around(view: SentenceView, light: int | None, target: Target) -> bool:
    """As in "continued to attack X, conducting 17 strikes", "conducted strikes, hitting X": told by the other verb."""
    if light is None or target.objects:
        return False
    above = [view.tokens[light].head] if view.tokens[light].relation == "advcl" else []
    beside = [v for v in (*view.dependents(light, "advcl"), *above) if view.tokens[v].tag[:1] == "V"]
    known = words("attack", "verbs", "transitive")
    around = [v for b in beside for v in [*view.conjuncts(b), *view.dependents(b, "xcomp")]]
    told = [v for v in around if base(view, v) in known and list(_attacked(view, v, base(view, v)))]
    return bool(told) and (not target or any(view.tokens[v].tag == "VBG" for v in told))


def _is_told(view: SentenceView, noun: int, doers: list[Filler], target: Target, light: int | None) -> bool:
    if is_in(view, noun, "attack", "nouns", "bangs") and modifiers(view, noun) & words("attack", "nouns", "accidental"):
        return False  # "a gas explosion"
    weak = is_in(view, noun, "attack", "nouns", "weak") and method_of(view, noun) in {None, "bombing", "armed attack"}
    if kills(view, noun):
        return (bool(struck(view, noun)) and bool(target)) or light is not None
    if weak:
        doers = [d for d in doers if d.kind != Kind.POPULATION]
        if is_in(view, noun, "attack", "nouns", "bangs") and not doers and method_of(view, noun) in {None, "bombing"}:
            return "bomb" in modifiers(view, noun) and bool(target)
        return (
            (bool(doers) and bool(target))
            or (bool(target.objects) and bool(struck(view, noun)))
            or (bool(doers) and light is not None)
        )
    return bool(target) or (bool(doers) and (light is not None))
