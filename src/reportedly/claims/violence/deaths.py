"""Deaths told without a verb of killing: who died, whose death, lives lost, the dead that are left or counted."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from reportedly.claims.arguments.parties import filler, owner, parties, party
from reportedly.claims.arguments.scenes import sites_of
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.modality.aims import Aim, aim, noun_aim
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, is_in, modifiers, phrase
from reportedly.claims.violence.blame import accused_of
from reportedly.claims.violence.casualties import count_at, read_count
from reportedly.claims.violence.doing import ARMED, ATTACKERS, VICTIMS, Doing, act_doers, doers_of, doing, is_weapon
from reportedly.claims.violence.listed import with_named
from reportedly.claims.violence.results import act_behind, causes, to_whom
from reportedly.claims.violence.strikes import behind, claimers, light_verb, noun_doers
from reportedly.claims.violence.tolls import counted_hurt, in_which, is_amid_violence, is_list, lost_lives
from reportedly.claims.violence.victims import KINDS, doing_when, hurt_drafts, means_of
from reportedly.records.claim import Modality, Polarity
from reportedly.records.document import Role
from reportedly.records.mention import Kind
from reportedly.resources.lexicon import words


def died(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "12 people died in the strike", "X died of wounds": not every death."""
    beside = means_of(view, verb)
    of_wounds = [
        h
        for h in view.prepositional(verb, "of", "from", "to")
        if view.tokens[h].lemma in {"wound", "injury", "wounds", "injuries"}
    ]
    of_wounds += [w for w in view.dependents(verb, "xcomp") if base(view, w) in {"wound", "injury"}]
    violent = words("attack", "verbs", "transitive")
    struck = [c for c in view.dependents(verb, "advcl") if c > verb and base(view, c) in violent]
    heads = with_named(view, view.subjects(verb))
    victims = [v for v in parties(view, heads, KINDS, victim=True) if v.kind != Kind.STATE]
    which = in_which(view, verb)
    tortured = any(base(view, h) in words("attack", "killing", "cruelty") for h in view.prepositional(verb, "under"))
    told = beside or of_wounds or struck or tortured or which is not None
    if not told and not _is_toll(view, verb, victims):
        return
    who = doing(view, beside) if which is None else Doing(tuple(act_doers(view, which)), (which,))
    clauses = [v for w in of_wounds for v in view.dependents(w, "acl", "relcl")]
    inner = [h for v in clauses for h in view.prepositional(v, "in", "by", "from", "during") if is_weapon(view, h)]
    who = who if who.agents or not inner else doing(view, inner)
    who = who if who.agents or who.accident else doing_when(view, verb, victims)
    where = inner[0] if inner else None
    means = [*beside, *inner]
    how = aim(view, verb)
    yield from hurt_drafts(view, "killed", verb, who, victims, heads, means, "died-in", how, where=where)


def _is_toll(view: SentenceView, verb: int, victims: list[Filler]) -> bool:
    """As in "Ten worshippers died." in a report of violence: counted dead, and no other cause told beside them."""
    counted = [v for v in victims if read_count(view.document.text[v.start : v.end]) is not None]
    causes = [h for h in view.prepositional(verb, "of", "from", "in", "with", "at") if not sites_of(view, verb)]
    told = any(is_in(view, h, "attack", "killing", "other_causes") for h in view.prepositional(verb))
    clause = view.dependents(verb, "advcl", "aux") and not view.is_passive(verb) and view.tokens[verb].tag == "VB"
    return bool(counted) and not causes and not told and not clause and is_amid_violence(view)


def lost(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "four peacekeepers lost their lives in the attack", "the fighting cost 64 soldiers their lives"."""
    heads = with_named(view, lost_lives(view, verb))
    victims = [v for v in parties(view, heads, KINDS, victim=True) if v.kind != Kind.STATE]
    which = in_which(view, verb)
    beside = [*means_of(view, verb), *([] if which is None else [which])]
    if beside or base(view, verb) != "lose" or is_amid_violence(view):
        who = doing(view, beside)
        yield from hurt_drafts(view, "killed", verb, who, victims, heads, beside, "lost-lives", aim(view, verb))


def counted(view: SentenceView, token: int, predicate: str) -> Iterator[Draft]:
    """As in "medics: eight dead, 85 hurt", "the toll has risen to 31 dead", "counts more than 130 dead"."""
    if is_list(view, token) and (victim := counted_hurt(view, token)) is not None:
        yield from hurt_drafts(view, predicate, token, Doing(), [victim], [token], [], "counted", Aim.DONE)


def claimed_lives(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "the attack claimed the lives of 12 people", "claimed 12 lives"."""
    for noun in view.objects(verb):
        if view.tokens[noun].lemma not in {"life", "lives"}:
            continue
        heads = view.prepositional(noun, "of") or [noun]
        who = doing(view, view.doers(verb))
        victims = parties(view, heads, KINDS, victim=True)
        if not victims and count_at(view, noun) is not None:
            start = view.tokens[noun].start
            number = next((c for c in view.dependents(noun, "nummod")), None)
            first = view.tokens[number].start if number is not None else start
            victims = [Filler(start=first, end=view.tokens[noun].end, kind=Kind.POPULATION)]
        yield from hurt_drafts(
            view, "killed", verb, who, victims, heads, list(who.weapons), "claimed-lives", aim(view, verb)
        )


def throat_cut(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "the shepherds had their throats cut by X", "their throats were slit", "X slit their throats"."""
    above = view.tokens[verb].head
    had = base(view, above) == "have" and above < verb
    throats = [o for o in [*view.undergoers(verb), *(view.objects(above) if had else [])] if base(view, o) == "throat"]
    whose = [c for o in throats for c in view.dependents(o, "poss")]
    heads = view.subjects(above) if had and throats else whose
    victims = parties(view, heads, VICTIMS, victim=True)
    victims = victims or [filler(view, m) for h in heads if (m := view.mention_at(h)) is not None and view.is_name(m)]
    doers = view.agents(verb) if had or view.is_passive(verb) else doers_of(view, verb)
    if victims:
        yield from hurt_drafts(
            view, "killed", verb, doing(view, doers), victims, heads, [], "throat-cut", aim(view, verb)
        )


def left_dead(view: SentenceView, token: int, predicate: str) -> Iterator[Draft]:
    """As in "left 12 people dead and five wounded", "12 dead in Ruda blast"."""
    first = view.first_conjunct(token)
    word = view.tokens[first]
    verb = word.head
    if word.relation == "amod" and base(view, view.tokens[verb].head) == "leave":
        victims = parties(view, [verb], KINDS, victim=True)
        above = view.tokens[verb].head
        who = doing(view, view.doers(above))
        yield from hurt_drafts(
            view, predicate, token, who, victims, [verb], list(who.weapons), "left-dead", aim(view, above)
        )
        return
    if base(view, verb) == "leave" and word.relation in {"oprd", "acomp", "xcomp", "ccomp", "dobj", "advcl"}:
        heads = [o for o in [*view.undergoers(verb), *view.dependents(first, "nsubj")] if o != first]
        number = view.dependents(token, "nummod", "nsubj")
        many = token > 0 and is_in(view, token - 1, "described", "measure", "counts")
        if not number and token > 0 and (view.tokens[token - 1].tag == "CD" or many):
            number = [token - 1]  # "leaving five dead and twelve wounded"
        heads = number or heads
    elif view.tokens[token].head == token or word.relation in {"acomp", "acl", "amod", "ccomp"}:
        heads, verb = _said_dead(view, token), token
    else:
        return
    victims = parties(view, heads, KINDS, victim=True)
    doers = view.doers(verb) if base(view, verb) == "leave" else []
    above = view.tokens[verb].head
    anyone = is_in(view, above, "fighting", "clash", "sure") and all(v.kind == Kind.POPULATION for v in victims)
    if len(doers) > 1 or anyone or is_in(view, above, "attack", "killing", "mutual"):
        doers = []  # "A and B exchanged fire, leaving 12 dead": whose fire is open
    beside = means_of(view, verb) + [h for h in view.prepositional(token, "in", "after", "from") if is_weapon(view, h)]
    who = doing(view, doers or beside)
    where = verb if verb != token else None
    means = [*who.weapons, *beside]
    yield from hurt_drafts(view, predicate, token, who, victims, heads, means, "left-dead", Aim.DONE, where=where)


def _said_dead(view: SentenceView, token: int) -> list[int]:
    """As in "Twenty men are dead" after violence, "H: Raid on Ruda: mayor dead": who is said to be dead."""
    word = view.tokens[token]
    if word.head == token:  # but "two gunmen wounded a man"
        return [] if view.dependents(token, "dobj") else view.dependents(token, "nsubj", "nummod")
    if word.relation == "acomp":
        told = base(view, word.head) == "be" and is_amid_violence(view)
        found = [c for s in view.dependents(word.head, "nsubj") for c in view.conjuncts(s)]
        return [h for h in found if told and count_at(view, h) is not None]
    headline = view.block.role == Role.HEADLINE
    own = view.dependents(token, "nsubj")
    above = [word.head] if word.relation in {"acl", "amod"} and word.head < token else []
    return (own or above) if headline else []


def sustained(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "nine people sustained injuries in the blast", "X suffered burns", by violence; fatal ones kill."""
    hurt = [o for o in view.objects(verb) if is_in(view, o, "attack", "wounding", "nouns")]
    heads = view.subjects(verb) if hurt else []
    victims = [
        v
        for h in heads
        for v in parties(view, [h], VICTIMS, victim=True)
        if v.kind in {Kind.PERSON, Kind.POPULATION} or is_in(view, h, "attack", "killing", "own_men")
    ]
    below = [h for o in hurt for h in view.prepositional(o, "in", "from", "by", "during") if is_weapon(view, h)]
    beside = [*means_of(view, verb), *below]
    act = act_behind(view, verb)
    if victims and (beside or act is not None or is_amid_violence(view)):
        who, where = doing(view, beside), below[0] if below else act
        who = who if act is None or who.agents else doing(view, doers_of(view, act))
        how = aim(view, verb)
        fatal = any(modifiers(view, o) & words("attack", "wounding", "fatal") for o in hurt)
        predicate = "killed" if fatal else "wounded"
        yield from hurt_drafts(view, predicate, verb, who, victims, heads, beside, "sustained", how, where=where)


def nobody_hurt(view: SentenceView, noun: int, name: str) -> Iterator[Draft]:
    """As in "no casualties were reported", "there were no deaths", "caused no injuries"."""
    first = view.first_conjunct(noun)
    none = any(view.tokens[c].lemma == "no" for c in view.dependents(first, "det", "neg"))
    verb = view.tokens[first].head
    if not none or view.tokens[first].relation not in {"nsubjpass", "nsubj", "attr", "dobj"} or verb == first:
        return
    if view.dependents(first, "acl", "relcl"):  # "no casualties left at the scene"
        return
    told = base(view, verb) == "report"
    words_of_it = [*view.subtree(first), verb]
    span = view.tokens[min(words_of_it)].start, view.tokens[max(words_of_it)].end
    if not told and base(view, verb) not in words("attack", "nobody_hurt", "verbs"):
        return
    for predicate in ("killed", "wounded"):
        if name in words("attack", "nobody_hurt", predicate):
            yield Draft(
                predicate=predicate,
                trigger=noun, polarity=Polarity.NEGATIVE, modality=Modality.REPORTED if told else None,
                evidence=span, rule="nobody-hurt", confidence=0.65,
                why=f"“no {view.tokens[noun].text}” says that nobody was hurt",
            )  # fmt: skip


def killing_of(view: SentenceView, noun: int, name: str, predicate: str = "killed") -> Iterator[Draft]:
    """As in "the killing of X by Y", "X's assassination", "the death of X in a drone strike", "the injury of X"."""
    how = noun_aim(view, noun)
    if how == Aim.PURPOSE or view.tokens[noun].relation == "compound":
        return
    beside = [h for h in view.prepositional(noun, "in", "by", "during", "from") if is_weapon(view, h)]
    cause, act = causes(view, noun), act_behind(view, noun)
    heads = view.prepositional(noun, *(("of",) if predicate == "killed" else ("of", "to")))
    heads = heads or (to_whom(view, noun) if predicate != "killed" else [])
    recorded = _recorder(view, noun, heads)
    told = bool(beside or cause) or act is not None
    if (name in words("attack", "killing", "deaths") or predicate != "killed") and not (told or recorded):
        return
    possessive = [c for p in view.dependents(noun, "poss") for c in view.conjuncts(p)]
    agents = parties(view, view.prepositional(noun, "by"), ATTACKERS)
    if not heads and possessive and name not in {"massacre", "slaughter"}:
        heads = possessive
    elif heads and not agents:
        whose = owner(view, noun, ATTACKERS)
        agents = [whose] if whose is not None else []
    backers = [] if agents else behind(view, noun)
    claimed = [] if agents or backers or possessive else claimers(view, noun)
    agents = agents or backers or claimed
    accused = [] if agents or told else accused_of(view, noun)
    agents = agents or accused
    victims = parties(view, heads, KINDS, victim=True)
    victims += [
        filler(view, m)
        for h in heads
        if view.tokens[h].tag == "PRP$" and (m := view.mention_at(h)) is not None and party(view, h) is None
    ]
    victims = [v for v in victims if v.kind in {Kind.PERSON, Kind.POPULATION} or heads != possessive]
    victims = [v for v in victims if v.kind != Kind.STATE]
    if not agents and not told and _points_back(view, noun, heads):
        return
    number = not heads and not victims and count_at(view, noun) is not None
    if number and told:  # "resulted in 15 deaths", "reported 57 fatalities from the attack"
        start, end = phrase(view, noun)
        heads, victims = [noun], [Filler(start=start, end=end, kind=Kind.POPULATION)]
    who = Doing(tuple(agents)) if agents else doing(view, beside or cause)
    if act is not None and not who.agents:
        who = doing(view, doers_of(view, act))
    for act in cause if not who.agents else ():  # "conducted an operation that led to the death of X"
        who = Doing(tuple(noun_doers(view, act, light_verb(view, act))[0]), who.weapons)
    where = view.clause(noun) if cause else act
    means = [*beside, *who.weapons, noun]
    drafts = hurt_drafts(view, predicate, noun, who, victims, heads, means, "killing-noun", how, where=where)
    for draft in drafts:
        draft = replace(draft, trigger=view.clause(noun)) if backers else draft  # "may have been behind …"
        yield replace(draft, modality=draft.modality or Modality.REPORTED) if accused or recorded or claimed else draft


def _recorder(view: SentenceView, noun: int, heads: list[int]) -> bool:
    """As in "the centre documented the deaths of 14 farmers": people, counted, by one who keeps count of violence."""
    token = view.tokens[noun]
    kept = token.relation in {"dobj", "nsubjpass"} and is_in(view, token.head, "attack", "killing", "recording")
    return kept and any(count_at(view, h) is not None for h in heads)


def _points_back(view: SentenceView, noun: int, heads: list[int]) -> bool:
    """As in "his murder was never solved", "a report on the killing of X": of one who is known, no more told."""
    several = any(view.tokens[h].tag in {"NNS", "NNPS", "CD"} or count_at(view, h) is not None for h in heads)
    return not several and not sites_of(view, noun)


def lost_men(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "the army lost nine soldiers in an ambush": those who bear arms, counted, in a fight.

    Of a force or state that loses soldiers the fight need not be told.
    """
    heads = view.objects(verb)
    armed = [h for h in heads if is_in(view, h, "attack", "killing", "own_men")]
    victims = [v for v in parties(view, armed, KINDS, victim=True) if v.kind != Kind.STATE]
    victims = [v for v in victims if read_count(view.document.text[v.start : v.end]) is not None]
    beside = means_of(view, verb)
    fighting = [h for h in armed if is_in(view, h, "attack", "killing", "own_fighters")]
    losers = parties(view, view.subjects(verb), ARMED) if fighting and not view.prepositional(verb, "to") else []
    if victims and (beside or losers or is_amid_violence(view)):
        who = doing(view, beside)
        yield from hurt_drafts(view, "killed", verb, who, victims, heads, beside, "lost-men", aim(view, verb))


def fell(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "six soldiers fell in fighting near Ruda": people, counted, in a fight."""
    beside = [h for h in means_of(view, verb) if h > verb]
    heads = view.subjects(verb)
    victims = parties(view, heads, VICTIMS, victim=True)
    victims = [v for v in victims if read_count(view.document.text[v.start : v.end]) is not None]
    if beside and not view.objects(verb):
        who = doing(view, beside)
        yield from hurt_drafts(view, "killed", verb, who, victims, heads, beside, "fell", aim(view, verb))


def among_dead(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "among the dead were two nurses", "those killed included X", "X was among the dead"."""
    name = base(view, verb)
    named = [s for s in view.dependents(verb, "attr", "nsubj", "dep", "dobj") if not _is_dead(view, s)]
    dead = [
        h for p in view.dependents(verb, "prep") if view.tokens[p].lemma == "among" for h in view.dependents(p, "pobj")
    ]
    above = view.tokens[verb].head
    early = [p for p in view.dependents(above, "prep") if view.tokens[p].lemma == "among" and above < p < verb]
    dead += [h for p in early for h in view.dependents(p, "pobj")]  # "he said among those killed was X"
    listed = name == "include" and any(_is_dead(view, s) for s in view.subjects(verb))
    if not (listed or (name == "be" and any(_is_dead(view, h) for h in dead))):
        return
    heads = [c for s in named for c in view.conjuncts(s)]
    victims = [v for v in parties(view, heads, KINDS, victim=True) if v.kind != Kind.STATE]
    yield from hurt_drafts(view, "killed", verb, Doing(), victims, heads, [], "among-dead", aim(view, verb))


def _is_dead(view: SentenceView, noun: int) -> bool:
    """As in "the dead", "those killed", "the victims", in a report of violence."""
    killed = [c for c in view.dependents(noun, "acl", "amod") if is_in(view, c, "attack", "killing", "sure")]
    told = is_in(view, noun, "attack", "killing", "the_dead") and is_amid_violence(view)
    return (bool(killed) and (base(view, noun) in {"those", "one", "person", "people", "that"})) or told


def toll(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "the death toll of the bombing rose to 14", "the toll now stands at 14": the number, when of violence."""
    told = [*view.subjects(verb), *view.undergoers(verb)]  # "officials put the toll at 14"
    tolls = [s for s in dict.fromkeys(told) if base(view, s) == "toll" and not modifiers(view, s) & {"road", "fare"}]
    dead = words("attack", "killing", "the_dead") | {"killed"}
    of_dead = [
        s
        for s in told
        if base(view, s) == "number"
        for h in view.prepositional(s, "of")
        if view.lows[h] in dead or base(view, h) in dead
    ]
    tolls = tolls or of_dead
    numbers = [h for h in view.prepositional(verb, "to", "at") if view.tokens[h].tag == "CD"]
    numbers += [o for o in view.objects(verb) if view.tokens[o].tag == "CD"]
    acts = [h for s in tolls for h in view.prepositional(s, "of", "from", "in") if is_weapon(view, h)]
    if not tolls or len(numbers) != 1 or not (acts or is_amid_violence(view)):
        return
    if any(is_in(view, h, "attack", "weapons", "accident") for h in acts):
        return
    start, end = phrase(view, numbers[0])
    victim = Filler(start=start, end=end, kind=Kind.POPULATION)
    trigger = (
        acts[0] if acts else tolls[0]
    )  # the place is that of the act: "… after a man was killed in Ruda" is elsewhere
    who, how = doing(view, acts), aim(view, verb)
    yield from hurt_drafts(view, "killed", trigger, who, [victim], numbers, acts, "toll", how)
