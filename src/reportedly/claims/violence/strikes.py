"""Nouns of attack ("a drone strike on X"): who did it, what was struck, and the dead and wounded told beside it."""

from __future__ import annotations

from reportedly.claims.arguments.parties import owner, owners, parties
from reportedly.claims.arguments.sites import sites_after
from reportedly.claims.extractor import Filler
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, is_in, is_noun
from reportedly.claims.violence.blame import accused_of, is_blamed_on
from reportedly.claims.violence.casualties import casualties, count_at
from reportedly.claims.violence.doing import ATTACKERS, BEARERS, armed_men, doing, is_scene, is_weapon, method_of
from reportedly.claims.violence.targets import targets
from reportedly.records.claim import Casualties
from reportedly.records.mention import Kind
from reportedly.resources.lexicon import words


def light_verb(view: SentenceView, noun: int) -> int | None:
    """The verb that a noun of attack is only the content of ("carried out", "launched", "was behind")."""
    first = view.first_conjunct(noun)
    outer = _includer(view, first)
    first = first if outer is None else outer
    token = view.tokens[first]
    if token.relation in {"dobj", "nsubjpass"} and is_in(view, token.head, "attack", "nouns", "light"):
        return token.head
    for verb in view.dependents(noun, "acl", "relcl"):
        if is_in(view, verb, "attack", "nouns", "light") and (view.agents(verb) or view.subjects(verb)):
            return verb
    return None


def _includer(view: SentenceView, noun: int) -> int | None:
    preposition = view.tokens[noun].head
    outer = view.tokens[preposition].head
    of_attack = view.tokens[preposition].lemma in {"include", "including"} and is_in(
        view, outer, "attack", "nouns", "sure"
    )
    return outer if of_attack and outer != noun else None


def included(view: SentenceView, noun: int) -> list[int]:
    """Nouns of attack that "including" brings in below one."""
    found = view.prepositional(noun, "include", "including")
    return [n for n in found if is_in(view, n, "attack", "nouns", "sure")]


def noun_doers(view: SentenceView, noun: int, light: int | None) -> tuple[list[Filler], bool]:
    """Who did it, and whether only a claim of responsibility says so."""
    own = claimers(view, noun)
    if own:
        return own, True
    kinds = BEARERS if method_of(view, noun) is not None else ATTACKERS
    found = [f for f in owners(view, noun, kinds) if not is_scene(view, noun, f)]
    by = view.prepositional(noun, "by") or _by_behind(view, noun)
    found = found or parties(view, by, ATTACKERS) or [a for h in by for a in armed_men(view, h)]
    if not found and view.tokens[noun].relation == "conj":
        whose = owner(view, noun, ATTACKERS)
        found = [whose] if whose is not None else []
    if not found and light is not None and base(view, light) not in words("attack", "nouns", "other_subject"):
        doers = view.agents(light) if view.is_passive(light) else view.subjects(light)
        found = [a for a in doing(view, doers).agents if a.kind in kinds]
        if is_in(view, light, "command", "directs", "verbs"):  # who leads a raid is told as its leader
            found = [f for f in found if f.kind != Kind.PERSON]
    if not found:
        found = [f for v in view.dependents(noun, "acl") for f in parties(view, view.agents(v), ATTACKERS)]
    return found or behind(view, noun) or _killers(view, noun) or accused_of(view, noun), False


def _by_behind(view: SentenceView, noun: int) -> list[int]:
    """Of "beat off four assaults by the Front", with "by" hung on "beat", the Front."""
    verb = view.tokens[noun].head
    if view.tokens[noun].relation != "dobj" or view.is_passive(verb):
        return []
    after = [p for p in view.dependents(verb, "prep", "agent") if p > noun and view.lows[p] == "by"]
    return [h for p in after for h in view.dependents(p, "pobj") if not is_time(view, h)]


def _killers(view: SentenceView, noun: int) -> list[Filler]:
    """As in "X killed nine in an attack on Ruda": X, who did the killing, did the attack."""
    preposition = view.tokens[view.first_conjunct(noun)].head
    above = view.tokens[preposition].head
    verb = view.tokens[above].head if view.tokens[above].relation == "dobj" else above  # "killed nine (in …)"
    within = view.tokens[preposition].lemma in {"in", "during"} and preposition > verb
    hurting = words("attack", "killing", "sure") | words("attack", "wounding", "sure")
    hurting = hurting | words("custody", "captured", "sure") if base(view, noun) == "raid" else hurting
    if not within or base(view, verb) not in hurting or view.tokens[verb].tag[:1] != "V":
        return []
    found = doing(view, view.doers(verb))
    return [] if found.accident else list(found.agents)


def behind(view: SentenceView, noun: int) -> list[Filler]:
    """As in "X was behind the attack", "X may have been behind the killing of Y": X."""
    verb = is_behind(view, noun)
    return [] if verb is None else parties(view, view.subjects(verb), ATTACKERS)


def is_behind(view: SentenceView, noun: int) -> int | None:
    """The verb of "X was behind the attack", "X is responsible for the attack"; None where nothing like it is said."""
    preposition = view.tokens[noun].head
    above = view.tokens[preposition].head
    if view.tokens[noun].relation != "pobj":
        return None
    blamed = view.tokens[preposition].lemma == "for" and view.lows[above] == "responsible"
    verb = view.tokens[above].head if blamed and base(view, above) != "be" else above
    told = blamed or view.tokens[preposition].lemma == "behind"
    return verb if told and base(view, verb) == "be" else None


def claimers(view: SentenceView, noun: int) -> list[Filler]:
    """As in "X claimed an attack", "attacks claimed by X", "claimed responsibility for the attack"."""
    token = view.tokens[noun]
    if token.relation in {"dobj", "nsubjpass"} and view.tokens[token.head].lemma == "claim":
        return parties(view, view.doers(token.head), ATTACKERS)
    if token.relation == "nsubj" and view.tokens[token.head].lemma == "claim" and view.agents(token.head):
        return parties(view, view.agents(token.head), ATTACKERS)  # "attacks, claimed by X, have killed"
    for verb in view.dependents(noun, "acl", "relcl"):
        if view.tokens[verb].lemma == "claim":
            agents = view.agents(verb) or [s for s in view.dependents(verb, "nsubj") for s in view.conjuncts(s)]
            return parties(view, agents, ATTACKERS)
    for above in view.ancestors(noun):
        if view.tokens[above].lemma in {"responsibility", "credit"}:
            verb = view.tokens[above].head
            return (
                parties(view, view.doers(verb), ATTACKERS)
                if view.tokens[verb].lemma in {"claim", "take", "accept"}
                else []
            )
        if view.tokens[above].tag[:1] == "V":
            taking = is_in(view, above, "responsibility", "taking")
            if taking and any(is_in(view, o, "responsibility", "nouns") for o in view.undergoers(above)):
                return parties(view, view.doers(above), ATTACKERS)  # "took responsibility for", hung on the verb
            break
    return _claimed_later(view, noun)


def _claimed_later(view: SentenceView, noun: int) -> list[Filler]:
    """As in "…, for which X has claimed responsibility": of the last noun of attack before it."""
    for verb in range(noun + 1, len(view.tokens)):
        word = view.tokens[verb]
        if is_noun(view, verb) and is_in(view, verb, "attack", "nouns", "sure"):
            return []
        if word.lemma == "claim" and any(
            view.tokens[o].lemma in {"responsibility", "credit"} for o in view.objects(verb)
        ):
            whose = [h for p in view.dependents(verb, "prep") for h in view.dependents(p, "pobj")]
            which = any(view.tokens[h].tag == "WDT" for h in whose)
            return parties(view, view.dependents(verb, "nsubj"), ATTACKERS) if which else []
    return []


def struck(view: SentenceView, noun: int) -> list[int]:
    """Head tokens of what a noun of attack is directed at ("a strike on X", "the shelling of X")."""
    heads = view.prepositional(noun, "on", "against", "at", "upon", "toward", "towards")
    heads = [] if is_blamed_on(view, noun) else heads
    if is_in(view, noun, "attack", "nouns", "of_target"):
        heads += view.prepositional(noun, "of")
    if is_in(view, noun, "attack", "nouns", "into_target"):
        heads += view.prepositional(noun, "into")
    for verb in view.dependents(noun, "acl", "relcl"):
        if base(view, verb) in {"target", "hit"}:
            heads += view.objects(verb)
        if base(view, verb) in {"aim", "direct"}:
            heads += view.prepositional(verb, "at", "against")
    if not heads:  # "an attack by X on Y", with "on" hung on X
        heads = [h for b in view.prepositional(noun, "by") for h in view.prepositional(b, "on", "against")]
        heads = [h for h in heads if not is_time(view, h)]
    heads = heads or _struck_beside(view, noun)
    light = view.tokens[noun].head
    if view.tokens[noun].relation == "dobj" and is_in(view, light, "attack", "nouns", "light"):
        brought = view.prepositional(light, "on", "against", "at")
        behind = (h for h in brought if h > light)  # not "On Monday, X launched …"
        heads += [h for h in behind if not is_time(view, h)]
    return heads or _struck_below(view, noun)


def _struck_beside(view: SentenceView, noun: int) -> list[int]:
    """Of "two were hurt in shelling on Ruda", with "on" hung on the verb, Ruda: right behind the noun."""
    brought = view.tokens[noun].head
    if view.tokens[noun].relation not in {"pobj", "pcomp"} or view.lows[brought] not in {"in", "by", "during"}:
        return []
    verb = view.tokens[brought].head
    after = [p for p in view.dependents(verb, "prep") if p == noun + 1 and view.lows[p] in {"on", "against"}]
    arms = [a for a in view.dependents(verb, "agent") if a == noun + 1 and view.lows[a] == "by"]
    bombs = [h for a in arms for h in view.dependents(a, "pobj") if is_weapon(view, h)]
    after += [p for h in bombs for p in view.dependents(h, "prep") if p == h + 1 and view.lows[p] == "on"]
    return [c for p in after for h in view.dependents(p, "pobj") if not is_time(view, h) for c in view.conjuncts(h)]


def is_time(view: SentenceView, token: int) -> bool:
    """Whether a token stands inside words of time."""
    word = view.tokens[token]
    return any(t.start <= word.start and word.end <= t.end for t in view.times)


def _struck_below(view: SentenceView, noun: int) -> list[int]:
    """As in "strikes … using bombers and artillery against Y": an "against" further down, inside the same clause."""
    above = view.tokens[noun].head
    delivers = view.tokens[noun].relation == "nsubj" and view.tokens[above].lemma in {
        "deliver",
        "drop",
        "release",
        "expend",
    }
    top = above if view.tokens[noun].relation == "dobj" or delivers else noun
    for t in view.subtree(top):
        if t > noun and view.tokens[t].lemma == "against" and view.dependents(t, "pobj"):
            between = _path(view, t, noun)
            verbs = [a for a in view.ancestors(t) if view.tokens[a].tag in {"VBD", "VBZ", "VBP"}]
            if any(is_in(view, a, "attack", "nouns", "sure") for a in between):
                continue
            if not verbs or verbs[0] == top or top not in view.ancestors(verbs[0]):
                return [c for h in view.dependents(t, "pobj") for c in view.conjuncts(h)]
    return []


def _path(view: SentenceView, token: int, noun: int) -> list[int]:
    """Nouns above a token, up to the noun of attack or the verb that it is the object of."""
    found = []
    for a in view.ancestors(token):
        if a in {noun, view.tokens[noun].head}:
            break
        found += [a] if is_noun(view, a) and view.tokens[view.tokens[a].head].lemma != "use" else []
    return found


def late_places(view: SentenceView, noun: int) -> list[Filler]:
    """As in "condemned the attacks today in Ruda": a place straight after the noun although it hangs on the verb."""
    token = view.tokens[noun]
    if token.relation != "dobj":
        return []
    below = set(view.subtree(noun))
    for p in view.dependents(token.head, "prep"):
        between = [t for t in range(noun + 1, p) if t not in below]
        if p > noun and all(
            view.tokens[t].relation in {"npadvmod", "det", "advmod", "amod", "nummod"} for t in between
        ):
            found = sites_after(view, token.head)
            return [f for f in found if f.start > token.end]
    return []


def told_by_verb(view: SentenceView, noun: int) -> bool:
    """Whether the noun is the subject of a verb of attack that tells the same ("a strike hit the post")."""
    for verb in (v for v in view.ancestors(noun) if view.tokens[v].tag[:1] == "V"):
        return any(_hits(view, v, noun) for v in [verb, *view.dependents(verb, "xcomp")])
    return any(
        base(view, v) in words("attack", "verbs", "transitive") and bool(targets(view, view.objects(v)))
        for clause in view.dependents(noun, "relcl", "acl")
        for v in [clause, *view.dependents(clause, "xcomp")]
    )


def _hits(view: SentenceView, verb: int, noun: int) -> bool:
    name, involved = base(view, verb), [*view.subjects(verb), *view.agents(verb)]
    hits = name in words("attack", "verbs", "transitive") or name in words("attack", "verbs", "land")
    return hits and noun in involved and bool(targets(view, view.undergoers(verb)))


def kills(view: SentenceView, noun: int) -> bool:
    """Whether the noun only stands beside a verb of killing ("died in the attack"), which tells it."""
    token = view.tokens[noun]
    above = token.head
    if token.relation == "pobj" and view.tokens[above].lemma in {"in", "by", "during", "after", "from"}:
        above = view.tokens[above].head
    names = {"kill", "wound", "injure", "leave", "claim", "die", "dead", "perish", "lose", "martyr", "slay", "fall"}
    names |= {"toll", "death"}
    return above != noun and base(view, above) in names and token.relation in {"nsubj", "pobj"}


def hurt_beside(view: SentenceView, verb: int) -> Casualties | None:
    """Dead and wounded told in the same breath: "…, killing 12 and wounding five"."""
    verbs = [c for c in view.conjuncts(view.first_conjunct(verb)) if c != verb]
    verbs += view.dependents(verb, "advcl", "conj")
    return _count(view, [c for v in verbs for c in view.conjuncts(v)])


def hurt_by(view: SentenceView, noun: int) -> Casualties | None:
    """Dead and wounded of an act told by a noun: "attacks which killed 12", "an attack left …, killing 12"."""
    verbs = [*view.dependents(noun, "relcl", "acl")]
    above = view.clause(noun)
    if noun in view.subjects(above) or noun in view.agents(above):
        verbs.append(above)
    elif view.tokens[above].tag[:1] == "V":
        verbs += view.dependents(above, "advcl")
    return _count(view, [c for v in verbs for c in view.conjuncts(v)])


def _count(view: SentenceView, verbs: list[int]) -> Casualties | None:
    killed, wounded = [], []
    for verb in dict.fromkeys(verbs):
        name = base(view, verb)
        counts = [c for c in (count_at(view, u) for u in view.undergoers(verb)) if c is not None]
        if name in words("attack", "killing", "sure"):
            killed += counts
        elif name in words("attack", "wounding", "sure"):
            wounded += counts
    return casualties(killed, wounded)
