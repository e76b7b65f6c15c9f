"""The dead and the wounded: killed and wounded, with who did it when that is told."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from reportedly.claims.aims import Aim, aim, held, noun_aim
from reportedly.claims.casualties import casualties, count_at, read_count
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.grammar import SentenceView
from reportedly.claims.parties import filler, owner, parties, party
from reportedly.claims.phrases import base, is_in, particles
from reportedly.claims.scenes import scene_of, sites_of
from reportedly.claims.tolls import counted_hurt, in_which, is_amid_violence, is_execution, is_list, lost_lives
from reportedly.claims.violence import (
    ATTACKERS,
    VICTIMS,
    Doing,
    act_doers,
    doers_of,
    doing,
    is_weapon,
    method_of,
    weapon_of,
)
from reportedly.records.claim import Modality, Polarity
from reportedly.records.document import Role
from reportedly.records.mention import Kind
from reportedly.resources.lexicon import words

_KINDS = VICTIMS | {Kind.STATE}


class Killing:
    """killed and wounded, from verbs, participles, "left 12 dead", nouns ("the killing of X") and deaths in attacks."""

    name = "killing"
    version = 1
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
            if name in words("attack", "wounding", "sure") and word.tag[:1] == "V":
                yield from _hurt(view, token, "wounded")
            if name in words("attack", "killing", "die"):
                yield from _died(view, token)
            if name in words("attack", "killing", "claim"):
                yield from _lives(view, token)
            if name in words("attack", "killing", "lose"):
                yield from _lost_lives(view, token)
        if word.text.lower() in words("attack", "counted", "killed"):
            yield from _left_dead(view, token, "killed")
            yield from _counted(view, token, "killed")
        elif word.text.lower() in words("attack", "counted", "wounded"):
            yield from _counted(view, token, "wounded")
            if word.text.lower() != "hurt":
                yield from _left_dead(view, token, "wounded")
        if word.tag[:1] == "N" and name in words("attack", "nobody_hurt"):
            yield from _nobody_hurt(view, token, name)
        if word.tag[:1] == "N" and name in words("attack", "killing", "nouns"):
            yield from _killing_of(view, token, name)


def _kills(view: SentenceView, verb: int, name: str) -> bool:
    if name in words("attack", "killing", "sure"):
        return "off" not in particles(view, verb)  # "killed off"
    if is_execution(view, verb):
        return True
    if name in words("attack", "killing", "resultative"):
        near = {view.tokens[t].lemma for t in view.subtree(verb) if verb < t < verb + 8}
        return bool(near & {"dead", "death"}) or (name == "gun" and "down" in near)
    undergoers = parties(view, view.undergoers(verb), _KINDS, victim=True)
    sure = [u for u in undergoers if u.mention is not None and view.is_name(u.mention) and u.kind == Kind.PERSON]
    counted = [u for u in undergoers if read_count(view.document.text[u.start : u.end]) is not None]
    return name in words("attack", "killing", "person_only") and bool(sure or counted)


def _hurt(view: SentenceView, verb: int, predicate: str) -> Iterator[Draft]:
    """As in "X killed Y", "Y was killed in a strike by X", "At least 12 killed in Ruda", "killing 12"."""
    how = aim(view, verb)
    if how in {Aim.PURPOSE, Aim.TRIED}:
        return
    heads, passive = _victims(view, verb)
    victims = parties(view, heads, _KINDS, victim=True)
    victims = [_without_dead(view, v) for v in victims if v.kind != Kind.STATE]
    if not victims:
        return
    told = _told_before(view, verb)
    doers = doers_of(view, verb) if passive else view.doers(verb) if told is None else view.doers(told)
    if passive and not view.is_passive(verb):  # "12 killed by X"
        doers = view.agents(verb)
    beside = _means(view, verb)
    who = doing(view, [d for d in doers if d not in heads])
    if not who.agents and beside:
        who = Doing(doing(view, beside).agents, who.weapons, who.accident)
    reflexive = any(view.tokens[h].text.lower().endswith(("self", "selves")) for h in heads)
    if not reflexive:
        yield from _drafts(view, predicate, verb, who, victims, heads, [*who.weapons, *beside], "killing-verb", how)


def _without_dead(view: SentenceView, victim: Filler) -> Filler:
    """Of "shooting dead four farmers", read as "dead four farmers", the farmers."""
    opening = view.document.text[victim.start : victim.end][:5].lower()
    return msgspec.structs.replace(victim, start=victim.start + 5) if opening == "dead " else victim


def _told_before(view: SentenceView, verb: int) -> int | None:
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


def _victims(view: SentenceView, verb: int) -> tuple[list[int], bool]:
    """Head tokens of the victims, and whether they are the grammatical subject."""
    number = max(verb - 1, 0)
    bare = view.tokens[verb].tag == "VBN" and not view.dependents(verb, "aux", "auxpass", "nsubjpass", "dobj")
    if bare and number < verb and view.tokens[number].tag == "CD":
        if is_list(view, verb):
            return [], True  # "620 dead and 1,700 wounded", counted as nouns
        return [number], True  # "five were killed and eight wounded", "12 dead and 30 wounded"
    if view.is_passive(verb):
        described = view.tokens[verb].relation == "acl" and not view.dependents(verb, "nsubjpass")
        return (_noun_above(view, verb) if described else view.undergoers(verb)), True
    objects = [o for o in view.objects(verb) if view.tokens[o].lemma != "dead"]
    if objects:
        return objects, False
    for other in view.conjuncts(view.first_conjunct(verb)):  # "killed and wounded dozens"
        behind = [o for o in view.objects(other) if o > max(verb, other)]
        if behind and 0 < abs(other - verb) <= 3:
            return behind, False
    done = view.dependents(verb, "aux") or any(other > verb for other in view.dependents(verb, "conj"))
    if done and view.dependents(verb, "nsubj"):
        return [], False  # "have killed by the hundred": whom is lost
    if view.tokens[verb].tag in {"VBN", "VBD"}:  # headlines: "12 killed in Ruda"
        return _noun_above(view, verb) or view.subjects(verb), True
    return [], False


def _noun_above(view: SentenceView, verb: int) -> list[int]:
    token = view.tokens[verb]
    if token.relation not in {"acl", "relcl", "amod"} or view.tokens[token.head].tag[:1] not in {"N", "C"}:
        return []
    return [c for c in view.conjuncts(token.head) if c < verb]


def _means(view: SentenceView, verb: int) -> list[int]:
    """As in "killed in a US drone strike", "died when a mine exploded": nouns of what did it."""
    found = [
        h for h in view.prepositional(verb, "in", "by", "during", "with", "from", "after", "when") if is_weapon(view, h)
    ]
    for clause in view.dependents(verb, "advcl"):
        subjects = [s for s in view.dependents(clause, "nsubj") if is_weapon(view, s)]
        found += subjects or [
            o for o in view.objects(clause) if is_weapon(view, o) and view.tokens[clause].tag != "VBG"
        ]
    return found


def _died(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "12 people died in the strike", "X died of wounds": not every death."""
    beside = _means(view, verb)
    of_wounds = [
        h
        for h in view.prepositional(verb, "of", "from")
        if view.tokens[h].lemma in {"wound", "injury", "wounds", "injuries"}
    ]
    violent = words("attack", "verbs", "transitive")
    struck = [c for c in view.dependents(verb, "advcl") if c > verb and base(view, c) in violent]
    heads = view.subjects(verb)
    victims = [v for v in parties(view, heads, _KINDS, victim=True) if v.kind != Kind.STATE]
    which = in_which(view, verb)
    if not beside and not of_wounds and not struck and which is None and not _is_toll(view, verb, victims):
        return
    who = doing(view, beside) if which is None else Doing(tuple(act_doers(view, which)), (which,))
    inner = [h for w in of_wounds for v in view.dependents(w, "acl") for h in view.prepositional(v, "in", "by")]
    yield from _drafts(view, "killed", verb, who, victims, heads, [*beside, *inner], "died-in", aim(view, verb))


def _is_toll(view: SentenceView, verb: int, victims: list[Filler]) -> bool:
    """As in "Ten worshippers died." in a report of violence: counted dead, and no other cause told beside them."""
    counted = [v for v in victims if read_count(view.document.text[v.start : v.end]) is not None]
    causes = [h for h in view.prepositional(verb, "of", "from", "in", "with", "at") if not sites_of(view, verb)]
    told = any(is_in(view, h, "attack", "killing", "other_causes") for h in view.prepositional(verb))
    clause = view.dependents(verb, "advcl", "aux") and not view.is_passive(verb) and view.tokens[verb].tag == "VB"
    return bool(counted) and not causes and not told and not clause and is_amid_violence(view)


def _lost_lives(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "four peacekeepers lost their lives in the attack", "the fighting cost 64 soldiers their lives"."""
    heads = lost_lives(view, verb)
    victims = [v for v in parties(view, heads, _KINDS, victim=True) if v.kind != Kind.STATE]
    which = in_which(view, verb)
    beside = [*_means(view, verb), *([] if which is None else [which])]
    if beside or base(view, verb) != "lose" or is_amid_violence(view):
        who = doing(view, beside)
        yield from _drafts(view, "killed", verb, who, victims, heads, beside, "lost-lives", aim(view, verb))


def _counted(view: SentenceView, token: int, predicate: str) -> Iterator[Draft]:
    """As in "medics: eight dead, 85 hurt", "the toll has risen to 31 dead", "counts more than 130 dead"."""
    if is_list(view, token) and (victim := counted_hurt(view, token)) is not None:
        yield from _drafts(view, predicate, token, Doing(), [victim], [token], [], "counted", Aim.DONE)


def _lives(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "the attack claimed the lives of 12 people", "claimed 12 lives"."""
    for noun in view.objects(verb):
        if view.tokens[noun].lemma not in {"life", "lives"}:
            continue
        heads = view.prepositional(noun, "of") or [noun]
        who = doing(view, view.doers(verb))
        victims = parties(view, heads, _KINDS, victim=True)
        if not victims and count_at(view, noun) is not None:
            start = view.tokens[noun].start
            number = next((c for c in view.dependents(noun, "nummod")), None)
            first = view.tokens[number].start if number is not None else start
            victims = [Filler(start=first, end=view.tokens[noun].end, kind=Kind.POPULATION)]
        yield from _drafts(
            view, "killed", verb, who, victims, heads, list(who.weapons), "claimed-lives", aim(view, verb)
        )


def _left_dead(view: SentenceView, token: int, predicate: str) -> Iterator[Draft]:
    """As in "left 12 people dead and five wounded", "12 dead in Ruda blast"."""
    first = view.first_conjunct(token)
    word = view.tokens[first]
    verb = word.head
    if word.relation == "amod" and base(view, view.tokens[verb].head) == "leave":
        victims = parties(view, [verb], _KINDS, victim=True)
        above = view.tokens[verb].head
        who = doing(view, view.doers(above))
        yield from _drafts(
            view, predicate, token, who, victims, [verb], list(who.weapons), "left-dead", aim(view, above)
        )
        return
    if base(view, verb) == "leave" and word.relation in {"oprd", "acomp", "xcomp", "ccomp", "dobj", "advcl"}:
        heads = [o for o in [*view.objects(verb), *view.dependents(first, "nsubj")] if o != first]
        number = view.dependents(token, "nummod", "nsubj")
        if not number and token > 0 and view.tokens[token - 1].tag == "CD":
            number = [token - 1]  # "leaving five dead and twelve wounded"
        heads = number or heads
    elif view.tokens[token].head == token or word.relation in {"acomp", "acl", "amod", "ccomp"}:
        heads, verb = _said_dead(view, token), token
    else:
        return
    victims = parties(view, heads, _KINDS, victim=True)
    doers = view.doers(verb) if base(view, verb) == "leave" else []
    if len(doers) > 1 or is_in(view, view.tokens[verb].head, "attack", "killing", "mutual"):
        doers = []  # "A and B exchanged fire, leaving 12 dead": whose fire is open
    beside = _means(view, verb) + [h for h in view.prepositional(token, "in", "after", "from") if is_weapon(view, h)]
    who = doing(view, doers or beside)
    where = verb if verb != token else None
    means = [*who.weapons, *beside]
    yield from _drafts(view, predicate, token, who, victims, heads, means, "left-dead", Aim.DONE, where=where)


def _said_dead(view: SentenceView, token: int) -> list[int]:
    """As in "Twenty men are dead" after violence, "H: Raid on Ruda: mayor dead": who is said to be dead."""
    word = view.tokens[token]
    if word.head == token:
        return view.dependents(token, "nsubj", "nummod")
    if word.relation == "acomp":
        told = base(view, word.head) == "be" and is_amid_violence(view)
        found = [c for s in view.dependents(word.head, "nsubj") for c in view.conjuncts(s)]
        return [h for h in found if told and count_at(view, h) is not None]
    headline = view.block.role == Role.HEADLINE
    own = view.dependents(token, "nsubj")
    above = [word.head] if word.relation in {"acl", "amod"} and word.head < token else []
    return (own or above) if headline else []


def _nobody_hurt(view: SentenceView, noun: int, name: str) -> Iterator[Draft]:
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


def _killing_of(view: SentenceView, noun: int, name: str) -> Iterator[Draft]:
    """As in "the killing of X by Y", "X's assassination", "the death of X in a drone strike"."""
    how = noun_aim(view, noun)
    if how == Aim.PURPOSE or view.tokens[noun].relation == "compound":
        return
    beside = [h for h in view.prepositional(noun, "in", "by", "during") if is_weapon(view, h)]
    if name == "death" and not beside:
        return
    heads = view.prepositional(noun, "of")
    possessive = [c for p in view.dependents(noun, "poss") for c in view.conjuncts(p)]
    agents = parties(view, view.prepositional(noun, "by"), ATTACKERS)
    if not heads and possessive and name not in {"massacre", "slaughter"}:
        heads = possessive
    elif heads and not agents:
        whose = owner(view, noun, ATTACKERS)
        agents = [whose] if whose is not None else []
    victims = parties(view, heads, _KINDS, victim=True)
    victims += [
        filler(view, m)
        for h in heads
        if view.tokens[h].tag == "PRP$" and (m := view.mention_at(h)) is not None and party(view, h) is None
    ]
    victims = [v for v in victims if v.kind in {Kind.PERSON, Kind.POPULATION} or heads != possessive]
    victims = [v for v in victims if v.kind != Kind.STATE]
    who = Doing(tuple(agents)) if agents else doing(view, beside)
    yield from _drafts(view, "killed", noun, who, victims, heads, [*beside, noun], "killing-noun", how)


def _scene(view: SentenceView, trigger: int, where: int | None) -> list[Filler]:
    """Where somebody was hurt. where: the verb that tells it, if it is not the trigger ("leaving four dead")."""
    places = sites_of(view, trigger) or ([] if where is None else sites_of(view, where))
    told = _told_before(view, trigger)
    if not places and told is not None:
        places = sites_of(view, told) or [f for o in view.undergoers(told) for f in sites_of(view, o)]
    if not places:  # "died when their truck hit a mine near Ruda"
        places = next((p for c in _when(view, trigger) if (p := sites_of(view, c))), [])
    which = in_which(view, trigger)
    return places or ([] if which is None else sites_of(view, which)) or scene_of(view, trigger)


def _when(view: SentenceView, trigger: int) -> list[int]:
    """Clauses of the same moment: below the verb, or hung on "said" behind it ("was killed when …, he said")."""
    found = [c for c in view.dependents(trigger, "advcl") if c > trigger]
    word = view.tokens[trigger]
    if word.relation == "ccomp" and word.head > trigger:
        found += [c for c in view.dependents(word.head, "advcl") if trigger < c < word.head]
    return found


def _drafts(
    view: SentenceView, predicate: str, trigger: int, who: Doing, victims: list[Filler], heads: list[int],
    means: list[int], rule: str, how: Aim, *, where: int | None = None,
) -> Iterator[Draft]:  # fmt: skip
    places = _scene(view, trigger, where)
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
            draft = Draft(
                predicate=predicate, trigger=trigger, subject=subject, object=victim,
                place=places[0] if places else None,
                place_fixed=bool(places), method=method_of(view, *means, trigger), weapon=weapon_of(view, *means),
                casualties=told, rule=rule, confidence=0.8, why=f"“{view.tokens[trigger].text}” with a victim",
            )  # fmt: skip
            yield held(draft, how)
