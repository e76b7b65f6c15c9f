"""Drafts of the dead and the wounded: one for each victim and doer, with the place, the means and the number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from reportedly.claims.arguments.parties import filler
from reportedly.claims.arguments.same_scene import one_scene
from reportedly.claims.arguments.scenes import scene_of, site_beside, sites_of
from reportedly.claims.arguments.sites import site, sites_after
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.modality.aims import Aim, held
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, is_in, is_noun, measured, phrase
from reportedly.claims.violence.casualties import casualties, count_at
from reportedly.claims.violence.doing import VICTIMS, Doing, doing, is_weapon, met_weapon, method_of, weapon_of
from reportedly.claims.violence.expressions import told_by_expression
from reportedly.claims.violence.targets import is_placing
from reportedly.claims.violence.tolls import in_which
from reportedly.claims.violence.undergone import undergone
from reportedly.records.mention import Form, Kind
from reportedly.resources.lexicon import words

#: What may be named as killed or wounded; states are left out by the callers.
KINDS: Final = VICTIMS | {Kind.STATE}
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "VBN"})
#: Before a noun of violence: it points at what was told before.
_SAME: Final = frozenset({"the", "that", "this", "those", "these"})
#: Who dies when somebody does this may be either side's; where it was is told all the same.
_ASSAULTS: Final = frozenset({"storm", "raid", "assault", "overrun", "clash"})


def told_before(view: SentenceView, verb: int) -> int | None:
    """Of "X struck a post, the army said, killing 12", with "killing" hung on "said", the verb "struck"."""
    word = view.tokens[verb]
    if (
        word.tag != "VBG"
        or word.relation not in {"advcl", "ccomp"}
        or not is_in(view, word.head, "voices", "verbs", "saying")
    ):
        return None
    before = min(word.head, verb)
    contents = [c for c in view.dependents(word.head, "ccomp") if c < before and view.tokens[c].tag[:1] == "V"]
    return contents[0] if contents else None


def means_of(view: SentenceView, verb: int) -> list[int]:
    """As in "killed in a US drone strike", "died when a mine exploded": nouns of what did it."""
    found = _beside(view, verb)
    for later in () if found else one_scene(view, verb):  # "killed and 60 wounded in an attack"
        found = found or _beside(view, later)
    for clause in [*view.dependents(verb, "advcl"), *_when(view, verb)]:
        subjects = [s for s in view.dependents(clause, "nsubj") if is_weapon(view, s)]
        found += subjects or [
            o for o in view.objects(clause) if is_weapon(view, o) and view.tokens[clause].tag != "VBG"
        ]
    return found


def _beside(view: SentenceView, verb: int) -> list[int]:
    ways = {"in", "by", "during", "with", "from", "after", "when", "due", "because"}
    hosts = [verb, *view.objects(verb)]  # "killed nine people in air strikes", with "in" hung on the people
    heads = [h for t in hosts for h in view.prepositional(t, *ways)]
    results = [h for h in view.prepositional(verb, "as") if base(view, h) in {"result", "consequence"}]
    heads += [h for r in results for h in view.prepositional(r, "of")]  # "as a result of the shelling of Ruda"
    told = [p for p in view.dependents(verb, "prep", "agent") if view.tokens[p].lemma in ways]
    heads += [c for p in told for c in view.dependents(p, "pcomp")]  # "in fighting with X"
    return [h for h in (measured(view, h) for h in heads) if is_weapon(view, h)]


def doing_when(view: SentenceView, verb: int, victims: list[Filler]) -> Doing:
    """Whose attack it was in which they died: "were killed when X bombed the market", "as Y ambushed their convoy".

    Not where "they" did it, where the dead may be the attackers' own, nor of what may go either way ("stormed").
    """
    joined = [v for v in (_before_and(view, verb) or _before_semicolon(view, verb)) if _is_attack(view, v)]
    together = [v for c in _when(view, verb) for v in view.conjuncts(c) if view.tokens[v].tag[:1] == "V"]
    for clause in [*together, *joined]:
        told = told_by_expression(view, clause, "attack")
        heads = list(told.doers) if told is not None else view.doers(clause) if _is_attack(view, clause) else []
        pronoun = any(view.tokens[h].tag == "PRP" for h in heads)
        who = doing(view, heads)
        own = any(
            a.kind == v.kind == Kind.STATE_BODY and not _are_of_two(view, a, v) for a in who.agents for v in victims
        )
        if who.agents and not who.accident and not pronoun and not own:
            return who
    return Doing()


def _are_of_two(view: SentenceView, one: Filler, other: Filler) -> bool:
    """As in "three Sel soldiers were hurt when Doran troops opened fire": each of a state of its own."""
    states = [
        {
            view.canonical(m)
            for m in view.mentions
            if view.mention(m).kind == Kind.STATE and f.start <= view.mention(m).start and view.mention(m).end <= f.end
        }
        for f in (one, other)
    ]
    return all(states) and not states[0] & states[1]


def _is_attack(view: SentenceView, verb: int) -> bool:
    """As in "bombed", "fired rockets at", "launched a strike on"."""
    name = base(view, verb)
    if met_weapon(view, verb):
        return False
    acts = [o for o in view.objects(verb) if is_weapon(view, o)]
    light = is_in(view, verb, "attack", "nouns", "light") and bool(acts)
    fired = name in words("attack", "verbs", "fire") and (bool(acts) or bool(view.prepositional(verb, "at", "on")))
    return name in words("attack", "verbs", "one_sided") or light or fired


def told_scene(view: SentenceView, trigger: int, where: int | None = None) -> list[Filler]:
    """Where somebody was hurt or taken. where: the verb that tells it, if not the trigger ("leaving four dead")."""
    ground = (
        [] if where is None else [f for o in view.objects(where) for f in site(view, o) if f.kind is not Kind.STATE]
    )
    places = ground or sites_of(view, trigger) or ([] if where is None else sites_of(view, where))
    told = told_before(view, trigger)
    if not places and told is not None:
        places = sites_of(view, told) or [f for o in view.undergoers(told) for f in sites_of(view, o)]
    if not places and where is not None:  # "stormed a hotel in Ruda and held it, leaving four dead"
        places = next((p for v in _before(view, where) if (p := sites_of(view, v))), [])
    if not places:  # "died when their truck hit a mine near Ruda", "… as he tried to leave his house in Ruda"
        clauses = [v for c in _when(view, trigger) for v in [*view.conjuncts(c), *view.dependents(c, "xcomp")]]
        places = next((p for c in clauses if view.tokens[c].tag[:1] == "V" and (p := sites_of(view, c))), [])
    if not places:
        before = _before_and(view, trigger) or _before_semicolon(view, trigger)
        acts = [*_acts(view, trigger), *before]
        places = next((p for a in acts if (p := _of_struck(view, a))), [])
    which = in_which(view, trigger)
    places = places or ([] if which is None else sites_of(view, which)) or _of_same_act(view, trigger)
    return places or scene_of(view, trigger)


def _of_same_act(view: SentenceView, trigger: int) -> list[Filler]:
    """Of "claimed a raid on a post in Ruda, saying that nine were killed in the attack" Ruda: one act, told twice."""
    again = [m for m in _beside(view, trigger) if any(view.lows[c] in _SAME for c in view.dependents(m, "det"))]
    earlier = [t for t in range(min(again, default=0)) if t != trigger and _is_act(view, t)]
    return next((found for t in reversed(earlier) if (found := sites_after(view, t) or _of_struck(view, t))), [])


def _is_act(view: SentenceView, token: int) -> bool:
    noun = is_noun(view, token) and is_in(view, token, "attack", "nouns", "sure")
    return noun or (view.tokens[token].tag[:1] == "V" and is_in(view, token, "attack", "scene", "verbs"))


def _acts(view: SentenceView, trigger: int) -> list[int]:
    """What killed, with a place of its own: "strikes targeting Ruda killed …", "fired on a bus in Ruda, killing …"."""
    found = [s for s in [*view.doers(trigger), *means_of(view, trigger)] if is_weapon(view, s)]
    first = view.first_conjunct(trigger)
    word = view.tokens[first]
    if word.tag == "VBG" and word.relation == "advcl":
        found += [v for v in reversed(view.conjuncts(view.first_conjunct(word.head))) if v < trigger]
    return found


def _before_and(view: SentenceView, trigger: int) -> list[int]:
    """Of "X bombed the bridge in Ruda and 12 people were killed" the verb "bombed": one scene, told by its outcome."""
    first = view.first_conjunct(trigger)
    apart = {t.lemma for t in view.tokens[first:trigger]} & words("where", "next_scene")
    before = [v for v in view.conjuncts(first) if v < trigger and view.tokens[v].tag[:1] == "V"]
    if not view.is_passive(trigger) or apart or not before or trigger not in view.conjuncts(first):
        return []
    return before[-1:] if _is_attack(view, before[-1]) or base(view, before[-1]) in _ASSAULTS else []


def _before_semicolon(view: SentenceView, trigger: int) -> list[int]:
    """Of "X bombed the bridge in Ruda; 12 people were killed" the verb "bombed": the outcome stands by itself.

    Not where the second half has a place, and not where each half has its own day.
    """
    close = next((t for t in range(trigger, 0, -1) if view.tokens[t].text == ";"), 0)
    first = next((t for t in range(close - 1, -1, -1) if view.tokens[t].text == ";"), -1) + 1
    apart = {t.lemma for t in view.tokens[close:trigger]} & words("where", "next_scene")
    placed = view.prepositional(trigger, *words("where", "locative"))
    if not close or apart or placed or not view.is_passive(trigger):
        return []
    days = [any(a <= w.start < b for w in view.times) for a, b in (_range(view, first, close), _range(view, close))]
    acts = [t for t in range(first, close) if view.tokens[t].tag in _FINITE and _is_attack(view, t)]
    told = [t for t in acts if view.tokens[t].relation not in {"relcl", "acl", "advcl"}]
    return [] if all(days) else told[-1:]


def _range(view: SentenceView, first: int, end: int | None = None) -> tuple[int, int]:
    return view.tokens[first].start, view.sentence.end if end is None else view.tokens[end].start


def _of_struck(view: SentenceView, act: int) -> list[Filler]:
    """Where what an act struck is told to lie: "a bus carrying pilgrims in Ruda", "the town of Ruda"."""
    told = [act, *(c for c in view.dependents(act, "acl", "relcl"))]
    heads = [h for t in told for h in [*view.objects(t), *view.prepositional(t, "at", "on", "into", "against", "of")]]
    inner = [h for t in heads for h in view.prepositional(t, "of")]
    carrying = [c for h in heads for c in view.dependents(h, "acl") if is_placing(view, h, c)]
    around = [*(o for c in carrying for o in [c, *view.objects(c)]), *inner, *heads, *told[1:]]
    ground = [f for h in heads for f in site(view, h) if f.kind is not Kind.STATE]
    found = ground or next((found for h in around if (found := sites_after(view, h))), [])
    acts = [h for h in heads if h > act and is_weapon(view, h)]  # "triggered a blast targeting a patrol near Ruda"
    return found or next((deeper for h in acts if (deeper := _of_struck(view, h))), []) or sites_of(view, act)


def _before(view: SentenceView, leaving: int) -> list[int]:
    """Verbs of violence that "leaving four dead" sums up, the last first; none where it has a subject of its own."""
    word = view.tokens[leaving]
    if word.tag != "VBG" or word.relation != "advcl" or view.dependents(leaving, "nsubj"):
        return []
    summed = [word.head, *view.conjuncts(view.first_conjunct(word.head))]
    violent = words("attack", "scene", "verbs") | words("attack", "verbs", "transitive")
    return [v for v in reversed(summed) if v < leaving and (base(view, v) in violent or _is_attack(view, v))]


def _when(view: SentenceView, trigger: int) -> list[int]:
    """Clauses of the same moment: below the verb, or hung on "said" behind it ("was killed when …, he said")."""
    told = [trigger, *one_scene(view, trigger)]
    found = [c for v in told for c in view.dependents(v, "advcl") if c > trigger]
    word = view.tokens[trigger]
    if word.relation == "ccomp" and word.head > trigger:
        found += [c for c in view.dependents(word.head, "advcl") if trigger < c < word.head]
    return found


def hurt_drafts(
    view: SentenceView, predicate: str, trigger: int, who: Doing, victims: list[Filler], heads: list[int],
    means: list[int], rule: str, how: Aim, *, where: int | None = None,
) -> Iterator[Draft]:  # fmt: skip
    """One draft for each victim and, of several doers, each of the first two.

    heads: head tokens among which those of the victims are, for their numbers. means: weapons and acts, the first that
    names a method or weapon counts. where: the verb whose place it is, if not the trigger ("leaving four dead").
    """
    places = told_scene(view, trigger, where) or _of_last(view, trigger, victims)
    aside = words("attack", "killing", "aside")  # "killed 14 people, mostly women": told of the 14
    victims = [v for v in victims if view.document.text[v.start : v.end].lower().partition(" ")[0] not in aside]
    victims = [undergone(view, trigger, identified(view, _counted(view, v), heads)) for v in victims]
    for victim in victims:
        head = next((h for h in heads if victim.start <= view.tokens[h].start < victim.end), None)
        count = (
            count_at(view, head)
            if head is not None and (victim.mention is None or victim.kind != Kind.PERSON)
            else None
        )
        told = (
            casualties([count], []) if count and predicate == "killed" else casualties([], [count]) if count else None
        )
        for subject in who.agents[:2] or (None,):
            if subject is not None and subject.start == victim.start:
                continue
            doer = None if _is_own(view, subject, victim) else subject
            draft = Draft(
                predicate=predicate, trigger=trigger, subject=doer, object=victim,
                place=places[0] if places else None,
                place_fixed=bool(places), method=method_of(view, *means, trigger), weapon=weapon_of(view, *means),
                casualties=told, rule=rule, confidence=0.8, why=f"“{view.tokens[trigger].text}” with a victim",
            )  # fmt: skip
            yield held(draft, how)


def _of_last(view: SentenceView, trigger: int, victims: list[Filler]) -> list[Filler]:
    """Of "killed two guards, a judge and a clerk in Ruda" Ruda, told on the last of them."""
    behind = [v for v in victims if v.start > view.tokens[trigger].end]
    return site_beside(view, behind[-1]) if len(behind) > 1 else []


def identified(view: SentenceView, victim: Filler, heads: list[int]) -> Filler:
    """Of "beheaded a resident identified as X", "caught a rebel dubbed X" the man by his name."""
    head = next((h for h in heads if victim.start <= view.tokens[h].start < victim.end), None)
    told = [] if head is None else view.dependents(head, "acl")
    known = [c for c in told if is_in(view, c, "attack", "killing", "identified")]
    named = [h for c in known for h in [*view.prepositional(c, "as"), *view.dependents(c, "oprd", "dobj", "attr")]]
    persons = [h for h in named if view.is_person(h)]
    mention = next((m for h in persons for m, t in view.heads.items() if t == h and view.is_name(m)), None)
    return victim if mention is None else filler(view, mention)


def _counted(view: SentenceView, victim: Filler) -> Filler:
    """Of "six Dorans were killed" all of it: people by their name, with their number."""
    head = None if victim.mention is None or victim.kind != Kind.POPULATION else view.heads.get(victim.mention)
    named = victim.mention is not None and view.mention(victim.mention).form == Form.NAME
    if head is None or not named or not view.dependents(head, "nummod"):
        return victim
    start, _ = phrase(view, head)
    return msgspec.structs.replace(victim, start=min(start, victim.start), mention=None)


def _is_own(view: SentenceView, doer: Filler | None, victim: Filler) -> bool:
    """Whether doer and victim are one by what belonged to him ("X died when his plane crashed"); not "shot himself"."""
    if doer is None or doer.mention is None or victim.mention is None or doer.kind != Kind.PERSON:
        return False
    chain = view.chain_index(doer.mention)
    reflexive = view.document.text[victim.start : victim.end].lower().endswith("self")
    return chain is not None and chain == view.chain_index(victim.mention) and not reflexive
