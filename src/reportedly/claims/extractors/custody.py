"""Arrest and detention (captured), abduction (abducted) and release (released) of persons."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.claims.arguments.parties import PEOPLE, filler, kind_of, owner, parties
from reportedly.claims.arguments.scenes import site_beside
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.modality.aims import Aim, aim, held, noun_aim
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, is_in, modifiers, particles
from reportedly.claims.violence.captives import (
    HELD,
    are_people,
    holders_of,
    holds_people,
    is_caught,
    is_held,
    is_taking,
    tail,
    takeable,
)
from reportedly.claims.violence.doing import doers_of, undergoers_of
from reportedly.claims.violence.listed import with_listed_heads, with_named
from reportedly.claims.violence.strikes import is_time
from reportedly.claims.violence.undergone import undergone
from reportedly.claims.violence.victims import identified, told_scene
from reportedly.records.mention import AGENTS, FORCES, Form, Kind
from reportedly.resources.lexicon import words

_PREDICATES = ("captured", "abducted", "released")


class Custody:
    """captured, abducted and released, of persons and bodies of people; never of things."""

    name = "custody"
    version = 7
    predicates = frozenset(_PREDICATES)

    def __call__(self, sentence: SentenceView) -> Iterator[Draft]:
        """Drafts of one sentence, each predicate and person once."""
        seen: set[tuple[str, int, int | None]] = set()
        for token, word in enumerate(sentence.tokens):
            for draft in _at(sentence, token, word.tag):
                key = (
                    draft.predicate,
                    draft.object.start if draft.object else -1,
                    draft.subject.start if draft.subject else None,
                )
                if key not in seen:
                    seen.add(key)
                    yield draft


EXTRACTOR = Custody()


def _at(view: SentenceView, token: int, tag: str) -> Iterator[Draft]:
    name = base(view, token)
    for predicate in _PREDICATES:
        if tag[:1] in {"V", "J"} and name in words("custody", predicate, "verbs"):
            yield from _verb(view, token, predicate, name)
        if tag[:1] == "N" and name in words("custody", predicate, "nouns"):
            yield from _noun(view, token, predicate)
    if tag[:1] == "V" and name == "set" and any(view.tokens[c].lemma == "free" for c in view.children[token]):
        yield from _verb(view, token, "released", "free")
    if tag[:1] == "V" and name in words("custody", "captured", "states"):
        yield from _in_custody(view, token)
    if tag[:1] == "V" and name in words("custody", "abducted", "away"):
        yield from _taken_away(view, token)
    if tag[:1] == "V" and name == "include":
        yield from _among_held(view, token)
    if tag[:1] in {"V", "M"} and name == "let":
        yield from _let_go(view, token)
    if tag[:1] == "V" and name in words("custody", "released", "handing"):
        yield from _handed_over(view, token)
    if tag[:1] == "V" and name in words("custody", "released", "regaining"):
        yield from _regained(view, token)


def _verb(view: SentenceView, verb: int, predicate: str, name: str) -> Iterator[Draft]:
    how = aim(view, verb)
    if how in {Aim.PURPOSE, Aim.TRIED}:
        return
    if predicate == "released" and view.dependents(verb, "xcomp"):
        return  # "frees them to return"
    if name == "round" and "up" not in particles(view, verb) and view.words_from(verb + 1, 1).lower() != "up":
        return  # "rounded out the list"
    if name == "seize" and "with" in particles(view, verb) and not view.agents(verb):
        return  # "seized with a desire"
    sure = name in words("custody", predicate, "sure")
    if not sure and not _supported(view, verb, predicate, name):
        return
    heads = _taken(view, verb)
    objects = [identified(view, o, heads) for o in parties(view, heads, HELD, victim=True)]
    doers = holders_of(view, verb, objects)
    if not doers and not view.is_passive(verb) and predicate == "released" and name != "free" and not objects:
        return
    yield from _drafts(view, predicate, verb, doers, objects, "custody-verb", how)


def _supported(view: SentenceView, verb: int, predicate: str, name: str) -> bool:
    """Whether a verb of many senses is one of custody here: by a phrase beside it, or by a person as its object."""
    table = ("custody", predicate)
    if predicate == "captured" and (holds_people(view, verb, name) or is_held(view, verb, name)):
        return True
    if name == "catch" and is_caught(view, verb):
        return True
    if name in words(*table, "phrase_verbs"):
        beside = tail(view, verb) & words(*table, "phrases")
        return bool(beside - {"up"}) or (bool(beside) and name in {"pick", "lock", "round"})
    undergoers = _taken(view, verb)
    if predicate == "released" and name in words(*table, "only_captives"):
        return bool(_captives(view, undergoers)) or any(
            is_in(view, h, *table, "from_whom") for t in [verb, *undergoers] for h in view.prepositional(t, "from")
        )
    if predicate == "released" and name in words(*table, "only_people"):
        swapped = name in words(*table, "swapping") and bool(_captives(view, view.prepositional(verb, "for")))
        return any(is_in(view, u, *table, "people") for u in undergoers) or (
            swapped and bool(takeable(view, undergoers))
        )
    if predicate == "released":
        return any(
            is_in(view, u, *table, "people") or bool(parties(view, [u], PEOPLE | FORCES, victim=True))
            for u in undergoers
        ) and not any(is_in(view, u, *table, "figurative") for u in undergoers)
    people = parties(view, undergoers, HELD, victim=True)
    if predicate == "captured":
        return bool(people) and all(p.kind in PEOPLE or are_people(view, p) for p in people)
    return bool(people)


def _taken(view: SentenceView, verb: int) -> list[int]:
    """Whom a verb of custody takes; of "held the tourists hostage", read as one noun phrase, the tourists."""
    found: list[int] = []
    direct = with_listed_heads(view, undergoers_of(view, verb))
    among = [t for t in with_named(view, direct) if t not in direct]  # but "nine, including one hostage" they became
    among = [t for t in among if not is_in(view, t, "custody", "released", "people")]
    undergoers = _counted(view, verb) or [*direct, *among]
    for head in (h for given in undergoers for h in _people_of(view, verb, given)):
        if view.tokens[head].tag == "CD" and head > 0 and view.tokens[head - 1].tag == "-LRB-":
            continue  # the number of a footnote
        inside = [c for c in view.dependents(head, "compound", "nmod", "nsubj") if _is_person(view, c)]
        captive = view.tokens[head].lemma in {"hostage", "captive", "prisoner"}
        if captive and not inside and found and not view.dependents(head, "det", "amod", "nummod"):
            continue  # "took 20 sailors hostage", read as two objects
        found += inside if inside and captive else [head]
    bare = not view.dependents(verb, "aux", "auxpass", "dobj", "ccomp") and view.tokens[verb].relation == "ROOT"
    if not found and bare and view.tokens[-1].text != ".":
        return view.subjects(verb)  # a headline: "Nurse kidnapped in Ruda"
    return found


def _is_person(view: SentenceView, token: int) -> bool:
    named = [m for m in view.headed.get(token, ()) if view.mention(m).form == Form.NAME]
    return kind_of(view, token) is not None or any(view.mention(m).kind == Kind.PERSON for m in named)


def _counted(view: SentenceView, verb: int) -> list[int]:
    """Of "several were killed and three detained" the three, who stand bare before the participle."""
    word = view.tokens[verb]
    bare = word.tag == "VBN" and word.relation == "conj" and not view.dependents(verb, "aux", "auxpass", "dobj")
    return [verb - 1] if bare and verb > 0 and view.tokens[verb - 1].tag == "CD" else []


def _people_of(view: SentenceView, verb: int, head: int) -> list[int]:
    """Of "five employees of a mine kidnapped in May", hung on the mine, the employees."""
    above = view.tokens[view.tokens[head].head].head
    inner = view.tokens[verb].relation == "acl" and view.tokens[head].relation == "pobj"
    return [above] if inner and kind_of(view, head) is None and kind_of(view, above) is not None else [head]


def _taken_away(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "men took away X", "X was taken from his bed", "12 people were carried off", "were bundled into a van"."""
    kind = ("custody", "abducted")
    beside = particles(view, verb) | {view.words_from(verb + 1, 1).lower()}
    coast = [p for p in view.dependents(verb, "prep") if view.tokens[p].lemma == "off" and view.dependents(p, "pobj")]
    off = bool(beside & words(*kind, "away_particles")) and not coast
    from_where = any(is_in(view, h, *kind, "away_from") for h in view.prepositional(verb, "from", "out", "of"))
    into = any(is_in(view, h, *kind, "away_into") for h in view.prepositional(verb, "into"))
    forced = base(view, verb) in words(*kind, "forced")
    if not (off or from_where or (into and forced)) or any(is_in(view, t, *kind, "gently") for t in view.subtree(verb)):
        return
    how = aim(view, verb)
    if how != Aim.DONE:
        return
    people = takeable(view, undergoers_of(view, verb))
    holders = holders_of(view, verb, people)
    doers = doers_of(view, verb)
    armed = any(is_in(view, d, "described", "people", "armed_vague") for d in doers)
    repelled = base(view, verb) == "drive" and any(p.kind in FORCES for p in people)  # "drove away the rebels"
    if (
        repelled
        or any(h.kind in PEOPLE for h in holders)
        or not (holders or armed or (not doers and (forced or base(view, verb) in words(*kind, "carried"))))
    ):
        return  # "his sons dragged him from the car"; by whom is what parts arrest from abduction
    official = bool(holders) and all(h.kind in {Kind.STATE_BODY, Kind.STATE} for h in holders)
    predicate = "captured" if official else "abducted"
    yield from _drafts(view, predicate, verb, holders, people, "taken-away", how)


def _among_held(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "those arrested include the mayor and X": each of them."""
    for predicate in _PREDICATES:
        held_ones = [
            s
            for s in view.subjects(verb)
            if view.lows[s] == "those" and any(is_in(view, c, "custody", predicate, "verbs") for c in view.children[s])
        ]
        if held_ones:
            people = takeable(view, [c for o in view.objects(verb) for c in view.conjuncts(o)])
            yield from _drafts(view, predicate, verb, [], people, "among-held", Aim.DONE)
            return


def _let_go(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "the rebels let the pilot go", "X was let out of jail", "three clerks were let go"."""
    free = [c for c in view.dependents(verb, "ccomp", "xcomp") if base(view, c) in {"go", "walk"} and c > verb]
    bare = [
        c
        for c in free
        if all(is_time(view, h) for h in view.prepositional(c))
        and not view.dependents(c, "advcl", "xcomp", "prt")
        and (c == verb + 1 or not view.dependents(c, "dobj"))
    ]
    out = any(is_in(view, h, "custody", "captured", "places") for h in view.prepositional(verb, "out", "of"))
    inner = [
        h for p in view.dependents(verb, "prep") for q in view.dependents(p, "prep") for h in view.dependents(q, "pobj")
    ]
    out = out or any(is_in(view, h, "custody", "captured", "places") for h in inner)
    if not bare and not out:
        return
    heads = view.undergoers(verb) or [s for c in bare for s in view.dependents(c, "nsubj")]
    trigger = verb
    if not heads and free:  # "let go nine students"
        heads, trigger = view.objects(free[0]), free[0]
    people = takeable(view, heads)
    doers = [] if view.is_passive(verb) else parties(view, view.subjects(verb), AGENTS)
    yield from _drafts(view, "released", trigger, doers, people, "let-go", aim(view, verb))


def _captives(view: SentenceView, heads: list[int]) -> list[Filler]:
    """The people among some heads who are told to be held: hostages, prisoners, "two captive soldiers"."""
    kept = [
        h
        for h in heads
        if is_in(view, h, "custody", "released", "people")
        or modifiers(view, h) & words("custody", "released", "held")
        or any(is_taking(view, c) for c in view.dependents(h, "acl", "relcl"))
    ]
    return takeable(view, kept)


def _handed_over(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "handed three hostages to the Red Cross", "two captive soldiers were turned over to a mission".

    To the Red Cross nobody is handed but who was held.
    """
    over = (
        "over" in particles(view, verb) or bool(view.prepositional(verb, "to")) or bool(view.dependents(verb, "dative"))
    )
    given = [o for o in undergoers_of(view, verb) if view.tokens[o].relation != "dative"]
    given = [o for o in given if not is_in(view, o, "custody", "released", "remains")]
    takers = " ".join(view.words_from(t, 2) for h in view.prepositional(verb, "to") for t in view.subtree(h)).lower()
    neutral = any(word in takers for word in words("custody", "released", "neutral"))
    people = _captives(view, given) or (takeable(view, given) if neutral else [])
    if over and people:
        doers = holders_of(view, verb, people)
        yield from _drafts(view, "released", verb, doers, people, "handed-over", aim(view, verb))


def _regained(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "nine students regained their freedom", "the editor walked free from jail"."""
    freedom = any(is_in(view, o, "custody", "released", "freedom") for o in view.objects(verb))
    held_in = [h for h in view.prepositional(verb, "from") if is_in(view, h, "custody", "captured", "places")]
    walked = bool(held_in) and "free" in {view.tokens[c].lemma for c in view.children[verb]}
    if freedom or walked:
        people = takeable(view, view.subjects(verb))
        yield from _drafts(view, "released", verb, [], people, "regained-freedom", aim(view, verb))


def _in_custody(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "X is in custody", "X remains under house arrest", "X served two years in prison"."""
    places = [
        p for p in view.prepositional(verb, "in", "under", "behind") if is_in(view, p, "custody", "captured", "places")
    ]
    if not places:
        return
    objects = parties(view, view.subjects(verb), HELD, victim=True)
    yield from _drafts(view, "captured", verb, [], objects, "in-custody", aim(view, verb))


def _noun(view: SentenceView, noun: int, predicate: str) -> Iterator[Draft]:
    """As in "the arrest of X by Y", "X's release", "the kidnapping of 12 students in Ruda"."""
    how = noun_aim(view, noun)
    if how == Aim.PURPOSE and predicate != "released":
        return
    if any(is_in(view, t, "custody", "captured", "wanted") for t in range(max(0, noun - 6), noun)):
        return  # "a warrant for her arrest": only wanted
    objects = parties(view, view.prepositional(noun, "of"), HELD, victim=True)
    objects = [o for o in objects if o.kind in PEOPLE or are_people(view, o) or predicate == "abducted"]
    deeper = [h for o in view.prepositional(noun, "of") for h in view.prepositional(o, "by")]
    doers = parties(view, view.prepositional(noun, "by") or deeper or _by_behind(view, noun), AGENTS)
    whose = owner(view, noun, AGENTS)
    if objects:
        doers = doers or ([whose] if whose is not None else [])
    elif view.dependents(noun, "poss"):
        possessed = parties(
            view, [c for p in view.dependents(noun, "poss") for c in view.conjuncts(p)], HELD, victim=True
        )
        pronouns = [view.mention_at(p) for p in view.dependents(noun, "poss") if view.tokens[p].tag == "PRP$"]
        objects = possessed or [
            filler(view, m) for m in pronouns if m is not None and view.mention(m).kind == Kind.PERSON
        ]
        objects = [o for o in objects if o.kind in PEOPLE]
    yield from _drafts(view, predicate, noun, doers, objects, "custody-noun", how)


def _by_behind(view: SentenceView, noun: int) -> list[int]:
    """Of "condemned the arrest of X by the police", with "by" hung on "condemned", the police."""
    above = view.tokens[noun].head
    if view.tokens[noun].relation != "dobj" or not view.dependents(above, "nsubj"):
        return []
    return [h for h in view.agents(above) if h > noun]


def _drafts(
    view: SentenceView, predicate: str, trigger: int, doers: list[Filler], objects: list[Filler], rule: str, how: Aim
) -> Iterator[Draft]:
    places = told_scene(view, trigger) or [
        f for d in (*objects[1:], *doers) if d.start > view.tokens[trigger].start for f in site_beside(view, d)
    ]
    place = places[0] if places else None
    for found in (undergone(view, trigger, o, alive=True) for o in objects):
        for doer in doers[:3] or (None,):
            draft = Draft(
                predicate=predicate, trigger=trigger, subject=doer, object=found, place=place, place_fixed=bool(places),
                rule=rule, confidence=0.75, why=f"“{view.tokens[trigger].text}” of a person",
            )  # fmt: skip
            yield held(draft, how)
