"""What verbs and nouns of violence share: who does it when a weapon is the subject, how, with what, to whom."""

from __future__ import annotations

from itertools import pairwise

import msgspec

from reportedly.claims.arguments.parties import described, kind_of, owner, owners, parties
from reportedly.claims.arguments.sides import actors
from reportedly.claims.arguments.sites import is_country, site
from reportedly.claims.extractor import Filler
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, compound_words, is_in, is_noun, measured, modifiers, phrase, reach
from reportedly.records.mention import AGENTS, Form, Kind
from reportedly.resources.lexicon import mapping, words

ARMED = frozenset({Kind.GROUP, Kind.STATE_BODY, Kind.STATE})
ATTACKERS = frozenset({Kind.GROUP, Kind.STATE_BODY, Kind.STATE, Kind.PERSON, Kind.POPULATION})
#: Of acts that only arms can do an alliance or mission may be the doer: "NATO bombed Ruda", "a UN helicopter fired".
BEARERS = ATTACKERS | {Kind.ORGANISATION}
VICTIMS = frozenset({Kind.PERSON, Kind.POPULATION, Kind.GROUP, Kind.STATE_BODY})


class Doing(msgspec.Struct, frozen=True):
    """Who does an act of violence. agents: the parties. weapons: tokens of what did it. accident: nobody did it."""

    agents: tuple[Filler, ...] = ()
    weapons: tuple[int, ...] = ()
    accident: bool = False


def doing(view: SentenceView, heads: list[int]) -> Doing:
    """Of the head tokens of a subject or by-phrase: the parties, and the weapons with those they belong to."""
    agents: list[Filler] = []
    weapons: list[int] = []
    accident = False
    for given in heads:
        head = measured(view, given)
        if _is_accident(view, head):
            accident = True
        elif is_weapon(view, head):
            weapons.append(head)
            agents += act_doers(view, head) or _bombers(view, head)
        else:
            found = parties(view, members(view, head) or [head], BEARERS) or fighters(view, head)
            agents += found or [a for a in actors(view, [head]) if a.kind is Kind.STATE]  # "Kyiv shelled Ruda"
    unique = {a.start: a for a in agents if is_known(view, a)}
    return Doing(tuple(unique.values()), tuple(weapons), accident)


def is_known(view: SentenceView, agent: Filler) -> bool:
    """Whether it is told for whom a doer stands: "they" of "Gunmen attacked; they took two" is nobody."""
    if agent.mention is None or view.mention(agent.mention).form != Form.PRONOUN:
        return True
    chain = view.chain(agent.mention)
    if chain is None or chain.named:
        return True
    last = chain.name.lower().split()[-1] if chain.name else ""
    return last not in words("described", "people", "nameless")


def fighters(view: SentenceView, head: int) -> list[Filler]:
    """Soldiers and those who ride in a convoy or flotilla: they fight for somebody."""
    return armed_men(view, head) or crews(view, head)


def armed_men(view: SentenceView, head: int) -> list[Filler]:
    """As in "soldiers stormed the mosque", "gunmen attacked", "a sniper shot a boy": the word says that they bear arms.

    "Men", "armed men" and "attackers" are nobody; a gang is somebody by a number or a word that says which.
    """
    one = view.tokens[head].tag == "NN" and any(view.lows[c] in {"a", "an", "one"} for c in view.children[head])
    if (one or view.tokens[head].tag == "NNS") and is_in(view, head, "attack", "doers", "bare"):
        kind = kind_of(view, head)
        return [described(view, head, kind if kind in ARMED else Kind.GROUP)]
    told = is_noun(view, head) and is_in(view, head, "attack", "doers", "told_more") and _is_told_more(view, head)
    return [described(view, head, Kind.GROUP)] if told else []


def crews(view: SentenceView, head: int) -> list[Filler]:
    """Of "a rebel convoy attacked", "a Doran Navy flotilla sank two boats" those who ride in it: who bears arms."""
    if not is_noun(view, head) or not is_in(view, head, "described", "things", "vehicle"):
        return []
    return [a for a in act_doers(view, head) if a.kind in ARMED]


def _bombers(view: SentenceView, head: int) -> list[Filler]:
    """As in "two suicide bombers": men, and what they are tells how it was done."""
    men = any(w in words("attack", "weapons", "bombers") for w in compound_words(view, head))
    return [described(view, head, Kind.GROUP)] if men else []


def _is_told_more(view: SentenceView, head: int) -> bool:
    first, _ = reach(view, head)
    more = [t for t in range(first, head) if view.tokens[t].tag[:2] in {"CD", "JJ", "NN"}]
    return any(not is_in(view, t, "attack", "doers", "unknown") for t in more)


def doers_of(view: SentenceView, verb: int) -> list[int]:
    """Who does it; of "was bombed and killed by X" X does both."""
    found = _through_act(view, verb) or view.doers(verb)
    if not found and view.is_passive(verb):
        for other in view.conjuncts(view.first_conjunct(verb)):
            own = view.dependents(other, "nsubjpass")  # "and two were taken by X"
            apart = bool(own) and bool(view.dependents(other, "auxpass"))
            apart = apart or is_in(view, other, "offices", "verbs", "follows")  # "and was succeeded by X"
            found = found or (view.agents(other) if other > verb and not apart else [])
        found = found or deep_agents(view, verb)
    return found or _told_of(view, verb) or orderers(view, verb)


def _through_act(view: SentenceView, verb: int) -> list[int]:
    """Of "X conducted an operation freeing two hostages" X, who did what the operation did."""
    word = view.tokens[verb]
    act = view.tokens[word.head]
    operated = word.relation == "acl" and word.tag == "VBG" and act.relation == "dobj"
    told = operated and (is_in(view, word.head, "attack", "nouns", "sure") or base(view, word.head) == "operation")
    return view.subjects(act.head) if told and is_in(view, act.head, "attack", "nouns", "light") else []


def orderers(view: SentenceView, verb: int) -> list[int]:
    """Of "X had three shepherds executed", "X had him shot": X, whose order it was."""
    word = view.tokens[verb]
    if word.tag != "VBN" or view.dependents(verb, "aux", "auxpass", "agent"):
        return []
    whom = view.tokens[word.head]
    had = whom.head if word.relation in {"acl", "amod"} and whom.relation == "dobj" else word.head
    straight = word.relation in {"acl", "amod", "ccomp", "oprd"} and had < verb
    return view.subjects(had) if straight and base(view, had) == "have" and had != verb else []


def _told_of(view: SentenceView, verb: int) -> list[int]:
    """Of "X said a raid on Ruda killed nine", with "raid" read as what X said, the raid: right before the verb."""
    word = view.tokens[verb]
    if word.relation != "ccomp" or word.tag not in {"VBD", "VBN"} or not view.objects(verb):
        return []
    told = [o for o in view.dependents(word.head, "dobj") if o < verb and view.subtree(o)[-1] == verb - 1]
    return [o for o in told if is_weapon(view, o)]


def deep_agents(view: SentenceView, verb: int) -> list[int]:
    """Of "was abducted in Ruda by X", with "by" hung on Ruda, X: a party whom "by" brings in right behind the place."""
    for place in (t for t in view.prepositional(verb) if t > verb):
        if not site(view, place) and not is_in(view, place, "presence", "nouns", "arrival"):
            continue  # but "was greeted upon arrival in Ruda by X"
        heads = [h for h in view.prepositional(place, "by") if parties(view, [h], ATTACKERS)]
        if heads:
            return heads
    return []


def undergoers_of(view: SentenceView, verb: int) -> list[int]:
    """To whom it is done; of "abducted and killed 30 villagers" both."""
    found = view.undergoers(verb)
    if not found and not view.is_passive(verb):
        for other in view.conjuncts(view.first_conjunct(verb)):
            if 0 < other - verb <= 3 and view.tokens[other].tag == view.tokens[verb].tag:
                found = found or view.objects(other)
    return found


def members(view: SentenceView, noun: int) -> list[int]:
    """Of "nations that struck Ruda include A, B and C": A, B and C, who did it."""
    token = view.tokens[noun]
    if token.relation == "nsubj" and view.tokens[token.head].lemma == "include":
        return view.objects(token.head)
    return []


def is_weapon(view: SentenceView, token: int) -> bool:
    """Whether a noun is a weapon, a platform or an act of attack, unless it is itself a named party."""
    mention = next(iter(view.headed.get(token, ())), None)
    if mention is not None and view.mention(mention).kind in AGENTS and view.mention(mention).form == Form.NAME:
        return False
    word = view.tokens[token]
    placed = word.relation in {"nsubj", "nsubjpass", "pobj", "pcomp", "csubj"}
    gerund = word.tag == "VBG" and placed and not view.objects(token)
    if is_noun(view, token) and is_in(view, token, "described", "things", "vehicle"):  # "a boat packed with explosives"
        below = {base(view, t) for t in view.subtree(token) if t != token}
        if below & words("attack", "verbs", "loaded"):
            return True
    known = words("attack", "weapons", "nouns")
    return (is_noun(view, token) or gerund) and (
        is_in(view, token, "attack", "weapons", "nouns") or compound_words(view, token)[0] in known
    )


def met_weapon(view: SentenceView, verb: int) -> bool:
    """As in "their patrol hit a mine", "struck a roadside bomb": it was hit, and hit nobody."""
    told = is_in(view, verb, "attack", "weapons", "met_by") and not any(is_weapon(view, s) for s in view.subjects(verb))
    return told and any(is_in(view, o, "attack", "weapons", "laid") for o in view.objects(verb)[:1])


def act_doers(view: SentenceView, noun: int) -> list[Filler]:
    """Whose weapon or attack a noun is: "coalition airstrikes", "a rocket fired by X", "attacks claimed by X"."""
    whose = owner(view, noun, BEARERS)
    if whose is None and view.tokens[noun].tag == "VBG":  # "X shelling killed nine"
        whose = next(iter(parties(view, view.dependents(noun, "nsubj"), BEARERS)), None)
    found = [whose] if whose is not None and not is_scene(view, noun, whose) else []
    found = found or opponents(view, noun)
    found = _joint_owners(view, noun) if found and found[0].kind == Kind.STATE else found
    by = view.prepositional(noun, "by")
    found = found or parties(view, by, BEARERS) or [a for h in by for a in armed_men(view, h)]
    found = found or [f for h in by if h != noun and is_weapon(view, h) for f in act_doers(view, h)]  # "by an X drone"
    for verb in view.dependents(noun, "acl", "relcl"):
        believed = [a for x in view.dependents(verb, "xcomp") for a in view.agents(x)]  # "believed to be flown by X"
        belongs = view.prepositional(verb, "to") if base(view, verb) == "belong" else []
        found = found or parties(view, view.agents(verb) or believed or belongs, BEARERS)
    if not found and not is_in(view, noun, "attack", "nouns", "of_target"):  # "killed by air strikes of the army"
        found = parties(view, view.prepositional(noun, "of"), ARMED - {Kind.STATE})
    if not found and is_in(view, noun, "described", "things", "vehicle"):
        found = parties(view, view.prepositional(noun, "of", "from"), ARMED)
        found = found or [a for a in actors(view, view.dependents(noun, "poss")) if a.kind is Kind.STATE]
    return found


def opponents(view: SentenceView, noun: int) -> list[Filler]:
    """Of "was killed in a clash with the army", "in a gun battle with police" the army, the police."""
    fight = is_in(view, noun, "fighting", "clash", "nouns") or is_in(view, noun, "fighting", "fights", "nouns")
    brought = view.tokens[noun].relation in {"pobj", "pcomp"}
    return parties(view, view.prepositional(noun, "with", "against"), ARMED) if fight and brought else []


def _joint_owners(view: SentenceView, noun: int) -> list[Filler]:
    """Of "Russian and Syrian warplanes" both; of "a U.S.-made Ukrainian drone" the last."""
    found = owners(view, noun, BEARERS)
    gaps = [view.document.text[a.end : b.start].strip() for a, b in pairwise(found)]
    return found if all(gap in {"and", ",", ", and"} for gap in gaps) else found[-1:]


def is_scene(view: SentenceView, noun: int, whose: Filler) -> bool:
    """Whether a state before a noun of attack is where it happened ("Yemen airstrike"), not the doer ("Yemeni", "US").

    A country's full name stands for the doer only where the words say a target or place besides; of "Yemeni battles"
    nobody is the doer.
    """
    fought = is_in(view, noun, "fighting", "fights", "nouns") or is_in(view, noun, "fighting", "clash", "nouns")
    if fought and whose.kind == Kind.STATE:
        return True
    if whose.kind != Kind.STATE or whose.mention is None or not is_country(view, whose.mention):
        return False
    before = any(view.heads[whose.mention] == c for c in view.dependents(noun, "compound", "nmod", "amod"))
    return before and not view.prepositional(noun)


def method_of(view: SentenceView, *tokens: int) -> str | None:
    """The method that some nouns or a verb name ("air strike", "car bombing", "shelling")."""
    known, by_verb = mapping("attack", "methods"), mapping("attack", "verb_methods")
    for token in tokens:
        if view.tokens[token].tag[:1] == "V":
            if base(view, token) in by_verb:
                return by_verb[base(view, token)]
            continue
        before = modifiers(view, token)
        for name in compound_words(view, token)[:-1]:
            if name in known:
                return known[name]
        hints = [known[w] for w in before if w in known]
        if hints:
            return sorted(hints, key=_METHOD_ORDER.index)[0] if all(h in _METHOD_ORDER for h in hints) else hints[0]
        if base(view, token) in known:
            return known[base(view, token)]
    return None


#: Where several words hint at the method, the more telling first.
_METHOD_ORDER = [
    "suicide bombing",
    "car bombing",
    "IED",
    "drone strike",
    "chemical attack",
    "cyber attack",
    "rocket attack",
    "missile strike",
    "air strike",
    "shelling",
    "assassination",
    "beheading",
    "ambush",
    "arson",
    "stabbing",
    "bombing",
    "armed attack",
]


def weapon_of(view: SentenceView, *tokens: int) -> str | None:
    """The words of a weapon or platform among some nouns."""
    for token in tokens:
        if any(w in words("attack", "weapons", "bombers") for w in compound_words(view, token)):
            continue  # "a car bomber" is a man
        if is_in(view, token, "attack", "weapons", "named"):
            start, end = phrase(view, token)
            return view.document.text[start:end]
        for child in view.dependents(token, "compound", "nmod"):
            if is_in(view, child, "attack", "weapons", "named"):
                start, end = phrase(view, child)
                return view.document.text[start:end]
    return None


def _is_accident(view: SentenceView, head: int) -> bool:
    of_arms = modifiers(view, head) & words("attack", "weapons", "of_arms")
    if of_arms or not is_in(view, head, "attack", "weapons", "accident"):
        return False
    return base(view, head) != "fire" or owner(view, head, ARMED) is None  # "by army fire"
