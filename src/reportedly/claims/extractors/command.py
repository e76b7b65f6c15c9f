"""Who leads an operation or the fighters in it (directs)."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.claims.arguments.bodies import apposed_bodies
from reportedly.claims.arguments.parties import described, parties
from reportedly.claims.arguments.scenes import sites_of
from reportedly.claims.distinct import once
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.modality.aims import aim, held
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, is_in, modifiers, phrase
from reportedly.claims.violence.strikes import struck
from reportedly.claims.violence.targets import targets as targets_of
from reportedly.records.mention import FORCES, Form, Kind
from reportedly.resources.lexicon import words

_LEADERS = frozenset({Kind.PERSON, Kind.GROUP, Kind.STATE_BODY, Kind.STATE, Kind.ORGANISATION})
_SIDES = frozenset({Kind.GROUP, Kind.STATE_BODY, Kind.STATE, Kind.POPULATION})


class Command:
    """directs, from verbs of leading, orders to forces, "the mastermind of", "under the command of"."""

    name = "command"
    version = 5
    predicates = frozenset({"directs"})

    def __call__(self, sentence: SentenceView) -> Iterator[Draft]:
        """Drafts of one sentence, each predicate with the same parties and place once."""
        yield from once(_all(sentence))


EXTRACTOR = Command()


def _all(view: SentenceView) -> Iterator[Draft]:
    for token, word in enumerate(view.tokens):
        name = base(view, token)
        if name in words("command", "directs", "verbs") and (word.tag[:1] == "V" or _after_help(view, token)):
            yield from _directs(view, token, name)
        if word.tag[:1] == "V" and name in words("command", "directs", "order"):
            yield from _ordered(view, token)
        if word.tag[:1] == "N" and name in words("command", "directs", "nouns"):
            yield from _mastermind(view, token)
        if word.tag[:1] == "N" and name in words("command", "directs", "under"):
            yield from _under_command(view, token)
        if name == "under" and word.tag == "IN" and view.tokens[word.head].tag[:1] == "N":
            yield from _under_person(view, token)


def _after_help(view: SentenceView, token: int) -> bool:
    """As in "helping direct militias": taggers take the bare infinitive for an adjective."""
    return token > 0 and view.tokens[token - 1].lemma == "help" and view.tokens[token].tag in {"JJ", "VB", "NN", "RB"}


def _directs(view: SentenceView, verb: int, name: str) -> Iterator[Draft]:
    if view.tokens[verb].tag[:1] == "V":
        doers, targets, scope = view.doers(verb), view.undergoers(verb), verb
    else:
        scope = verb - 1
        doers, targets = view.subjects(scope), view.objects(scope)
        if view.tokens[verb].relation in {"amod", "compound"}:
            targets = targets or [view.tokens[verb].head]
    subjects = parties(view, doers, _LEADERS)
    if name in words("command", "directs", "person_only"):
        subjects = [s for s in subjects if s.kind == Kind.PERSON]
    if not subjects:
        return
    courses = {t: view.prepositional(t, "of") for t in targets if is_in(view, t, "command", "directs", "course")}
    for target in (i for t in targets for i in courses.get(t) or [t]):  # "oversees the conduct of the battle"
        against = struck(view, target) if is_in(view, target, "attack", "nouns", "sure") else []
        if against and not targets_of(view, against):
            continue  # "led the assault on inflation"
        if is_in(view, target, "command", "directs", "objects") and _is_warlike(view, target):
            objects = parties(
                view,
                [*view.prepositional(target, "for", "of", "by"), *view.prepositional(scope, "for")],
                _SIDES,
            )
            objects = [o for o in objects if o.kind in _SIDES]
            yield from _direct_drafts(view, verb, subjects, objects, target)
        elif name not in words("command", "directs", "operation_only") and _are_people(view, target):
            whom = _commanded(view, target)
            if whom.start <= view.tokens[verb].start < whom.end:  # "direct" taken for an adjective of its object
                whom = Filler(start=view.tokens[verb + 1].start, end=whom.end, kind=whom.kind)
            yield from _direct_drafts(view, verb, subjects, [whom], target)


def _are_people(view: SentenceView, target: int) -> bool:
    if any(h == target and view.mention(m).form == Form.NAME for m, h in view.heads.items()):
        return False  # "leads the Popular Front Units": the head of a body, told as `leads`
    if view.tokens[target].tag == "NN" and base(view, target) in words("offices", "leads", "bodies"):
        return False  # "a militia led by X": its head, told as `leads`
    if apposed_bodies(view, target):
        return False  # "A and B, two militias led by X": the heads of bodies with names
    return is_in(view, (_measured(view, target) or [target])[0], "command", "directs", "people")


def _measured(view: SentenceView, target: int) -> list[int]:
    """Of "thousands of fighters" the fighters; "the rebels of the Third Front" are the rebels."""
    inner = view.prepositional(target, "of") if is_in(view, target, "described", "measure") else []
    return inner if inner and not view.is_body(inner[0]) else []


def _commanded(view: SentenceView, target: int) -> Filler:
    """The people commanded, as described: "Doran-backed militias" rather than the name inside."""
    inner = _measured(view, target)
    if inner:
        whom = _commanded(view, inner[0])
        counted = is_in(view, target, "described", "measure", "counts")
        return Filler(start=phrase(view, target)[0], end=whom.end, kind=whom.kind) if counted else whom
    kind = Kind.STATE_BODY if is_in(view, target, "described", "people", "force") else Kind.GROUP
    return described(view, target, kind)


def _is_warlike(view: SentenceView, noun: int) -> bool:
    name = base(view, noun)
    if modifiers(view, noun) & words("command", "operation", "peaceful"):
        return False
    if name in {
        "operation",
        "operations",
        "mission",
        "campaign",
        "effort",
        "action",
        "actions",
        "drive",
        "push",
        "fight",
        "advance",
        "defence",
        "defense",
    }:
        return True
    return name not in {"plot"}


def _direct_drafts(
    view: SentenceView, verb: int, subjects: list[Filler], objects: list[Filler], target: int
) -> Iterator[Draft]:
    places = sites_of(view, target) or sites_of(view, verb)
    for subject in subjects:
        for whom in objects or (None,):
            for place in places or (None,):
                yield held(
                    Draft(
                        predicate="directs", trigger=verb, subject=subject, object=whom, place=place,
                        place_fixed=bool(places), rule="directs-verb", confidence=0.7,
                        why=f"“{view.tokens[verb].text}” with “{view.tokens[target].text}”",
                    ),
                    aim(view, verb),
                )  # fmt: skip


def _ordered(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "X ordered the army to attack": an order to forces."""
    subjects = parties(view, view.doers(verb), _LEADERS)
    told = [u for u in view.undergoers(verb) if not is_in(view, u, "command", "directs", "objects")]
    inner = [s for x in view.dependents(verb, "ccomp", "xcomp") for s in view.dependents(x, "nsubj")]
    objects = [
        f
        for f in parties(view, [*told, *inner], FORCES, victim=True)
        if f.kind in FORCES  # civilians are ordered about by nobody who commands them
    ]
    acts = [x for x in view.dependents(verb, "xcomp", "ccomp") if is_in(view, x, "command", "directs", "ordered")]
    if subjects and objects and acts:
        for subject in subjects:
            yield Draft(
                predicate="directs", trigger=verb, subject=subject, object=objects[0], rule="ordered", confidence=0.6,
                place=None, place_fixed=True, why=f"“{view.tokens[verb].text}” forces to do something",
            )  # fmt: skip


def _mastermind(view: SentenceView, noun: int) -> Iterator[Draft]:
    """As in "X, the mastermind of the Ruda attacks"."""
    acts = [n for n in view.prepositional(noun, "of", "behind") if is_in(view, n, "command", "directs", "objects")]
    if not acts:
        return
    people = frozenset({Kind.PERSON})
    subjects = parties(view, [*view.appositives(noun), *_of_copula(view, noun)], people)
    if subjects:
        yield from _direct_drafts(view, noun, subjects[:1], [], acts[0])


def _under_command(view: SentenceView, noun: int) -> Iterator[Draft]:
    """As in "Under the command of X, troops attacked", "fighters under the command of X"."""
    preposition = view.tokens[noun].head
    above = view.tokens[preposition].head
    if view.tokens[noun].relation != "pobj" or view.tokens[preposition].lemma != "under":
        return
    people = view.subjects(above) if view.tokens[above].tag[:1] == "V" else [above]
    led = [p for p in people if is_in(view, p, "command", "directs", "people") and _are_people(view, p)]
    heads = view.prepositional(noun, "of") or view.dependents(noun, "poss")
    for subject in parties(view, heads, frozenset({Kind.PERSON})):
        yield from _direct_drafts(view, noun, [subject], [_commanded(view, p) for p in led[:1]], noun) if led else ()


def _under_person(view: SentenceView, preposition: int) -> Iterator[Draft]:
    """As in "fighters under Colonel X"; of "the unit under Colonel X" he is the head, told as `leads`."""
    led = view.tokens[preposition].head
    if not is_in(view, led, "command", "directs", "people") or not _are_people(view, led):
        return
    for subject in parties(view, view.dependents(preposition, "pobj"), frozenset({Kind.PERSON})):
        yield from _direct_drafts(view, led, [subject], [_commanded(view, led)], led)


def _of_copula(view: SentenceView, noun: int) -> list[int]:
    token = view.tokens[noun]
    return view.subjects(token.head) if token.relation in {"attr", "oprd"} else []
