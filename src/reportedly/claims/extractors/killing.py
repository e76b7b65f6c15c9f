"""The dead and the wounded: killed and wounded, with who did it when that is told."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from reportedly.claims.arguments.parties import parties
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.modality.aims import Aim, aim
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, is_in, particles
from reportedly.claims.violence.blame import denials
from reportedly.claims.violence.casualties import read_count
from reportedly.claims.violence.deaths import (
    among_dead,
    claimed_lives,
    counted,
    died,
    fell,
    killing_of,
    left_dead,
    lost,
    lost_men,
    nobody_hurt,
    sustained,
    throat_cut,
    toll,
)
from reportedly.claims.violence.doing import ARMED, VICTIMS, Doing, doers_of, doing, is_weapon, orderers
from reportedly.claims.violence.expressions import told_by_expression
from reportedly.claims.violence.listed import with_listed_heads, with_named
from reportedly.claims.violence.strikes import is_time, light_verb, noun_doers
from reportedly.claims.violence.tolls import is_amid_violence, is_execution, is_list
from reportedly.claims.violence.victims import KINDS, doing_when, hurt_drafts, means_of, told_before
from reportedly.records.claim import Polarity
from reportedly.records.mention import Kind
from reportedly.resources.lexicon import words


class Killing:
    """killed and wounded, from verbs, participles, "left 12 dead", nouns ("the killing of X") and deaths in attacks."""

    name = "killing"
    version = 8
    predicates = frozenset({"killed", "wounded"})

    def __call__(self, sentence: SentenceView) -> Iterator[Draft]:
        """Drafts of one sentence, each victim once for each predicate."""
        seen: dict[tuple[str, int], int] = {}
        for draft in _all(sentence):
            key = (draft.predicate, draft.object.start if draft.object is not None else -1)
            if seen.setdefault(key, draft.trigger) == draft.trigger:  # one for each doer
                yield draft


EXTRACTOR = Killing()


def _all(view: SentenceView) -> Iterator[Draft]:
    for token, word in enumerate(view.tokens):
        name = base(view, token)
        if word.tag[:1] in {"V", "J"} or (word.tag == "NN" and name in {"wound"}):
            if name in words("attack", "killing", "verbs") and _kills(view, token, name):
                yield from _hurt(view, token, "killed")
            if word.tag[:1] == "V" and _wounds(view, token, name):
                yield from _hurt(view, token, "wounded")
            if name in words("attack", "killing", "die"):
                yield from died(view, token)
            if name in words("attack", "killing", "claim"):
                yield from claimed_lives(view, token)
            if name in words("attack", "killing", "lose"):
                yield from lost(view, token)
                yield from lost_men(view, token)
            if name in words("attack", "killing", "fall"):
                yield from fell(view, token)
            if name in words("attack", "wounding", "suffering"):
                yield from sustained(view, token)
            if name in words("attack", "killing", "cut_throats"):
                yield from throat_cut(view, token)
            if name in {"be", "include"}:
                yield from among_dead(view, token)
            if name in words("attack", "killing", "counting"):
                yield from toll(view, token)
            yield from _expressed(view, token)
            yield from denials(view, token, "killed")
        if word.text.lower() in words("attack", "counted", "killed"):
            yield from left_dead(view, token, "killed")
            yield from counted(view, token, "killed")
        elif word.text.lower() in words("attack", "counted", "wounded"):
            yield from counted(view, token, "wounded")
            if word.text.lower() != "hurt":
                yield from left_dead(view, token, "wounded")
        if word.tag[:1] == "N" and name in words("attack", "nobody_hurt"):
            yield from nobody_hurt(view, token, name)
        if word.tag[:1] == "N" and name in words("attack", "killing", "nouns"):
            yield from killing_of(view, token, name)
        if word.tag[:1] == "N" and name in words("attack", "wounding", "acts"):
            yield from killing_of(view, token, name, "wounded")


def _kills(view: SentenceView, verb: int, name: str) -> bool:
    if name in words("attack", "killing", "sure"):
        return "off" not in particles(view, verb)  # "killed off"
    if is_execution(view, verb) or view.lows[verb] == "hanged":
        return True
    if name in words("attack", "killing", "resultative"):
        near = {view.tokens[t].lemma for t in view.subtree(verb) if verb < t < verb + 8}
        return bool(near & {"dead", "death"}) or (name == "gun" and "down" in near)
    undergoers = parties(view, view.undergoers(verb), KINDS, victim=True)
    sure = [u for u in undergoers if u.mention is not None and view.is_name(u.mention) and u.kind == Kind.PERSON]
    counted = [u for u in undergoers if read_count(view.document.text[u.start : u.end]) is not None]
    of_group = [u for u in undergoers if u.kind == Kind.PERSON and _names_group(view, u)]
    return name in words("attack", "killing", "person_only") and bool(sure or counted or of_group)


def _names_group(view: SentenceView, found: Filler) -> bool:
    """As in "a Third Guard commander": described by the group that somebody fights for."""
    inside = (view.mention(m) for m in view.mentions)
    return any(m.kind == Kind.GROUP and found.start <= m.start and m.end <= found.end for m in inside)


def _wounds(view: SentenceView, verb: int, name: str) -> bool:
    """As in "wounded", "four people were hurt"; feelings are hurt too."""
    if name in words("attack", "wounding", "limbs_hit"):  # "was shot in the leg"
        armed = name in words("attack", "killing", "shot") or view.is_passive(verb)
        hit = view.prepositional(verb, "in", "through") if armed else []
        return any(is_in(view, h, "attack", "wounding", "limbs") for h in hit)
    if name not in words("attack", "wounding", "counted"):
        return name in words("attack", "wounding", "sure")
    heads = view.undergoers(verb) if view.is_passive(verb) else []
    violent = bool(means_of(view, verb)) or is_amid_violence(view)
    none = [h for h in heads if any(view.lows[c] == "no" for c in view.dependents(h, "det", "neg"))]
    if any(_is_nobody(view, h) for h in heads) or none:
        return violent or any(is_in(view, h, "attack", "wounding", "unarmed") for h in none)
    told = [v for v in parties(view, heads, KINDS, victim=True) if v.kind in {Kind.POPULATION, Kind.STATE_BODY}]
    counted = any(read_count(view.document.text[v.start : v.end]) is not None for v in told)
    return counted and violent


def _hurt(view: SentenceView, verb: int, predicate: str) -> Iterator[Draft]:
    """As in "X killed Y", "Y was killed in a strike by X", "At least 12 killed in Ruda", "killing 12"."""
    how = aim(view, verb)
    if how in {Aim.PURPOSE, Aim.TRIED}:
        return
    heads, passive = _victims(view, verb)
    heads = with_named(view, with_listed_heads(view, heads))
    victims = parties(view, heads, KINDS, victim=True)
    victims = [_without_dead(view, v) for v in victims if v.kind != Kind.STATE]
    if not victims:
        if passive and any(_is_nobody(view, h) for h in heads):
            yield Draft(
                predicate=predicate, trigger=verb, polarity=Polarity.NEGATIVE, rule="nobody-hurt", confidence=0.65,
                why=f"nobody was {view.tokens[verb].text}",
            )  # fmt: skip
        return
    told = told_before(view, verb) or _weapon_above(view, verb)
    doers = view.doers(told) if told is not None and not passive else doers_of(view, verb)
    above = view.tokens[view.first_conjunct(verb)].head
    if view.tokens[verb].tag == "VBG" and told is None and view.tokens[above].tag == "VBN" and view.is_passive(above):
        doers = doers_of(view, above)  # "a patrol was hit by a bomb, killing one": not the patrol
    if passive and not view.is_passive(verb):  # "12 killed by X"
        doers = view.agents(verb) or orderers(view, verb)
    doers = _act_of_relative(view, verb) or doers
    left = _left_so(view, verb)
    doers = doers if left is None else view.doers(left)[:1]
    beside = means_of(view, verb)
    who = doing(view, [d for d in doers if d not in heads])
    if not who.agents and beside:
        who = Doing(doing(view, beside).agents, who.weapons, who.accident)
    if passive and not who.agents and not who.accident:
        when = doing_when(view, verb, victims)
        who = Doing(when.agents, (*who.weapons, *when.weapons))
    acts = [] if who.agents or who.accident else [w for w in who.weapons if view.tokens[w].tag[:1] == "N"]
    for act in acts:  # "launched an attack that killed nine", "claimed the bombing, which killed nine"
        who = Doing(tuple(noun_doers(view, act, light_verb(view, act))[0]), who.weapons)
    reflexive = any(view.tokens[h].text.lower().endswith(("self", "selves")) for h in heads)
    if not reflexive:
        means = [*who.weapons, *beside]
        yield from hurt_drafts(view, predicate, verb, who, victims, heads, means, "killing-verb", how, where=left)


def _act_of_relative(view: SentenceView, verb: int) -> list[int]:
    """Of "the bombing of a school in Ruda, which killed nine", hung on Ruda, the bombing."""
    clause = view.first_conjunct(verb)
    which = any(view.lows[s] in {"which", "that"} for s in view.dependents(clause, "nsubj"))
    if view.tokens[clause].relation != "relcl" or not which:
        return []
    for above in view.ancestors(clause):
        if view.tokens[above].tag[:1] == "V":
            break
        if is_weapon(view, above) and is_in(view, above, "attack", "nouns", "sure"):
            return [above]
    return []


def _is_nobody(view: SentenceView, head: int) -> bool:
    """As in "nobody was hurt", "no one has been killed"."""
    one = view.lows[head] == "one" and head > 0 and view.lows[head - 1] == "no"
    return one or view.lows[head] in {"nobody", "no-one", "none"}


def _left_so(view: SentenceView, verb: int) -> int | None:
    """Of "the attack left 21 people dead and 117 injured", with "injured" joined to "left", the verb "left"."""
    word = view.tokens[verb]
    joined = word.tag == "VBN" and word.relation == "conj" and not view.dependents(verb, "aux", "auxpass")
    return word.head if joined and base(view, word.head) in words("attack", "wounding", "leave") else None


def _expressed(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "X mowed down 12 farmers", "Y was put to death", "X took out the commander": people, not trees."""
    told = told_by_expression(view, verb, "kill")
    if told is None:
        return
    how = aim(view, verb)
    name = base(view, verb)
    plain = name in words("attack", "killing", "verbs") and _kills(view, verb, name)
    if plain or how in {Aim.PURPOSE, Aim.TRIED}:
        return
    heads = list(told.patients)
    victims = [_without_dead(view, v) for v in parties(view, heads, VICTIMS, victim=True)]
    who = doing(view, [d for d in told.doers if d not in heads])
    sure = told.act is not None or any(a.kind in ARMED for a in who.agents) or bool(who.weapons)
    if sure and not who.accident:
        beside = means_of(view, verb)
        yield from hurt_drafts(view, "killed", verb, who, victims, heads, [*who.weapons, *beside], "expression", how)


def _weapon_above(view: SentenceView, verb: int) -> int | None:
    """Of "a bomb exploded as worshippers left, killing four", hung on "left", the verb "exploded"."""
    verb = view.first_conjunct(verb)
    above = view.tokens[verb].head
    if view.tokens[verb].tag != "VBG" or view.tokens[above].relation != "advcl":
        return None
    unarmed = base(view, above) not in words("attack", "scene", "verbs") | words("attack", "verbs", "transitive")
    top = view.tokens[above].head
    return top if unarmed and any(is_weapon(view, s) for s in view.dependents(top, "nsubj")) else None


def _without_dead(view: SentenceView, victim: Filler) -> Filler:
    """Of "shooting dead four farmers", read as "dead four farmers", the farmers; so of "burned alive"."""
    opening, _, rest = view.document.text[victim.start : victim.end].partition(" ")
    apart = opening.lower() in {"dead", "alive"} and bool(rest)
    return msgspec.structs.replace(victim, start=victim.start + len(opening) + 1) if apart else victim


def _victims(view: SentenceView, verb: int) -> tuple[list[int], bool]:
    """Head tokens of the victims, and whether they are the grammatical subject."""
    number = max(verb - 1, 0)
    if verb == 0 and (behind := _behind_be(view, verb)):
        return behind, True
    bare = view.tokens[verb].tag == "VBN" and not view.dependents(verb, "aux", "auxpass", "nsubjpass", "dobj")
    if bare and number < verb and view.tokens[number].tag == "CD":
        if is_list(view, verb):
            return [], True  # "620 dead and 1,700 wounded", counted as nouns
        return [number], True  # "five were killed and eight wounded", "12 dead and 30 wounded"
    if bare and (half := _second_half(view, verb)) is not None:
        return [half], True
    if view.is_passive(verb):
        described = view.tokens[verb].relation == "acl" and not view.dependents(verb, "nsubjpass")
        return (_noun_above(view, verb) if described else view.undergoers(verb)), True
    objects = [o for o in view.objects(verb) if view.tokens[o].lemma != "dead"]
    if objects:
        return objects, False
    for other in view.conjuncts(view.first_conjunct(verb)):  # "killed and wounded dozens"
        behind = [o for o in view.objects(other) if o > max(verb, other)]
        violent = base(view, other) in words("attack", "scene", "verbs")
        if behind and violent and 0 < abs(other - verb) <= 3:
            return behind, False
    if (dead := _behind_dead(view, verb)) is not None:
        return [dead], False
    done = view.dependents(verb, "aux") or any(other > verb for other in view.dependents(verb, "conj"))
    if done and view.dependents(verb, "nsubj"):
        return [], False  # "have killed by the hundred": whom is lost
    if view.tokens[verb].tag in {"VBN", "VBD"}:  # headlines: "12 killed in Ruda"
        return _noun_above(view, verb) or view.subjects(verb), True
    return [], False


def _behind_dead(view: SentenceView, verb: int) -> int | None:
    """Of "shot dead two officers having a drink", with the officers hung on "having", the officers."""
    active = view.tokens[verb].tag == "VBD" and not view.is_passive(verb)
    if not active or view.words_from(verb + 1, 1).lower() != "dead":
        return None
    for t in range(verb + 2, min(verb + 10, len(view.tokens))):
        if view.tokens[t].tag in {"NN", "NNS", "NNP"} and not is_time(view, t):
            following = view.tokens[t + 1].tag if t + 1 < len(view.tokens) else "."
            if following[:2] != "NN" and following not in {"HYPH", "POS"}:
                return t
        elif view.tokens[t].tag not in {"CD", "DT", "JJ", "HYPH", "PRP$", "VBN", "RB"}:
            return None
    return None


def _behind_be(view: SentenceView, verb: int) -> list[int]:
    """Of "Injured in the shooting were an officer and a waiter" the officer and the waiter."""
    being = view.tokens[verb].head
    if view.tokens[verb].tag != "VBN" or base(view, being) != "be" or being == verb:
        return []
    return [c for s in view.dependents(being, "attr", "nsubj") if s > being for c in view.conjuncts(s)]


def _second_half(view: SentenceView, verb: int) -> int | None:
    """Of "20 rebels were killed and a serviceman wounded in …" the serviceman, wherever the tree hangs the words."""
    noun = verb - 1
    if noun < 1 or view.tokens[noun].tag[:1] != "N":
        return None
    first = min([noun, *(t for c in view.children[noun] if c < noun for t in view.subtree(c) if t < noun)])
    before = [v for v in range(first - 1) if view.tokens[v].tag == "VBN" and view.dependents(v, "auxpass")]
    if view.tokens[first - 1].lemma not in {"and", "while"} or not before:
        return None
    others = (t for t in range(before[-1] + 1, first) if view.tokens[t].tag[:2] == "VB")
    hurt = words("attack", "killing", "sure") | words("attack", "wounding", "sure")
    return noun if base(view, before[-1]) in hurt and not any(others) else None


def _noun_above(view: SentenceView, verb: int) -> list[int]:
    token = view.tokens[verb]
    if token.relation not in {"acl", "relcl", "amod"} or view.tokens[token.head].tag[:1] not in {"N", "C"}:
        return []
    return [c for c in view.conjuncts(token.head) if c < verb]
