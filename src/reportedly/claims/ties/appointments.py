"""Appointments and removals: who is put into an office, who is put out of one, and by whom."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.claims.arguments.bodies import bodies_at, is_body_noun
from reportedly.claims.arguments.descriptions import Link, Said, holders, is_known, said_of
from reportedly.claims.arguments.parties import owner, parties
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.modality.aims import Aim, aim, held, noun_aim
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, particles
from reportedly.claims.ties.posts import office_class, read_post
from reportedly.records.mention import AGENTS, BODIES, SITES, Form, Kind
from reportedly.resources.lexicon import mapping, words

_PERSON = frozenset({Kind.PERSON})
_GROUND = SITES


def appointments(view: SentenceView) -> Iterator[Draft]:
    """Drafts of appointed and removed in one sentence."""
    for token, word in enumerate(view.tokens):
        name = base(view, token)
        if word.tag[:1] == "V":
            for predicate in ("appointed", "removed"):
                if name in words("offices", predicate, "verbs") or name in words("offices", predicate, "with_office"):
                    yield from _verb(view, token, name, predicate)
            yield from _sworn_in(view, token, name)
            yield from _given_post(view, token, name)
            yield from _resigned(view, token, name)
            yield from _succeeded(view, token, name)
        elif word.tag[:1] == "N":
            for predicate in ("appointed", "removed"):
                if name in words("offices", predicate, "nouns"):
                    yield from _noun(view, token, predicate)


def _verb(view: SentenceView, verb: int, name: str, predicate: str) -> Iterator[Draft]:
    how = aim(view, verb)
    if how == Aim.PURPOSE and base(view, view.tokens[verb].head) == "decision":
        how = Aim.DONE
    if how in {Aim.PURPOSE, Aim.TRIED}:
        return
    office = _office(view, verb)
    if predicate == "appointed" and office is not None and office.modality is not None:
        return  # "was named as the organiser" only calls him so
    if any(view.lows[o].endswith("self") for o in view.objects(verb)):
        return  # "declared himself emir"
    if name == "replace":  # "X replaced Y as head of Z" leaves open how Y lost it
        yield from _replaced(view, verb, how) if predicate == "removed" else ()
        return
    bare = name in words("offices", predicate, "with_office") and office is None
    if bare and not _has_post(view, verb, predicate) and not _fires_named(view, verb, name, predicate):
        return
    objects = (
        [office.holder]
        if office is not None and office.link == Link.AS
        else parties(view, view.undergoers(verb) or view.dependents(verb, "oprd"), _PERSON)
    )
    doers = parties(view, view.doers(verb), AGENTS) or (_by(view, verb) if view.is_passive(verb) else [])
    doers = [d for d in doers if all(d.start != o.start for o in objects)]
    role = read_post(view, office.noun).role if office is not None else _task(view, verb)
    yield from _drafts(view, verb, predicate, doers, objects, role, how)


def _sworn_in(view: SentenceView, verb: int, name: str) -> Iterator[Draft]:
    """As in "X was sworn in as president", "the Front put X in his place", "in charge of Y": people by name."""
    sworn = name in words("offices", "appointed", "sworn") and "in" in particles(view, verb)
    stead = words("offices", "appointed", "steads")
    put = name in words("offices", "appointed", "putting")
    put = put and any(base(view, n) in stead for n in view.prepositional(verb, "in"))
    if not (sworn or put):
        return
    how = aim(view, verb)
    if how in {Aim.PURPOSE, Aim.TRIED}:
        return
    heads = view.undergoers(verb) or (view.subjects(verb) if view.tokens[verb].tag == "VBN" else [])
    people = [p for p in parties(view, heads, _PERSON) if p.mention is not None and is_known(view, p)]
    people = [p for p in people if view.mention(p.mention or 0).form != Form.PRONOUN or sworn]
    doers = [d for d in parties(view, view.doers(verb), AGENTS) if all(d.start != p.start for p in people)]
    yield from _drafts(view, verb, "appointed", doers, people, None, how)


def _given_post(view: SentenceView, verb: int, name: str) -> Iterator[Draft]:
    """As in "Y gave the post of chief to X", "X was handed command of the invasion"."""
    if name not in words("offices", "appointed", "giving"):
        return
    posts = [o for o in view.objects(verb) if base(view, o) in words("offices", "appointed", "given")]
    how = aim(view, verb)
    if not posts or how in {Aim.PURPOSE, Aim.TRIED}:
        return
    passive = view.is_passive(verb)
    if not passive and name in words("offices", "appointed", "handing"):
        return  # whoever hands his own command on appoints nobody
    heads = view.subjects(verb) if passive else [*view.prepositional(verb, "to"), *view.dependents(verb, "dative")]
    heads = heads or [h for o in posts for h in view.prepositional(o, "to")]
    people = [p for p in parties(view, heads, _PERSON) if p.mention is not None and is_known(view, p)]
    doers = parties(view, view.agents(verb) if passive else view.subjects(verb), AGENTS)
    doers = [d for d in doers if all(d.start != p.start for p in people)]
    yield from _drafts(view, verb, "appointed", doers, people, None, how)


def _by(view: SentenceView, verb: int) -> list[Filler]:
    """Of "was ousted in a coup by X", with "by" hung on the coup, X."""
    means = [n for n in view.prepositional(verb, "in") if base(view, n) in words("offices", "removed", "means")]
    return parties(view, [h for n in means for h in view.prepositional(n, "by")], AGENTS)


def _resigned(view: SentenceView, verb: int, name: str) -> Iterator[Draft]:
    """As in "X resigned as head of Y", "X stepped down": X is out, put out by nobody."""
    with_particle = mapping("offices", "removed", "resigning").get(name)
    how = aim(view, verb)
    if with_particle is None or how in {Aim.PURPOSE, Aim.TRIED} or view.is_passive(verb) or view.objects(verb):
        return
    if with_particle and with_particle not in particles(view, verb):
        return
    left = view.prepositional(verb, "from")
    if left and not any(base(view, n) in words("offices", "removed", "posts") or office_class(view, n) for n in left):
        left_body = [b for n in left for b in bodies_at(view, n)]
        if not left_body:
            return  # "resigned from the race"
    people = [p for p in parties(view, view.subjects(verb), _PERSON) if p.mention is not None and is_known(view, p)]
    office = _office(view, verb)
    role = None if office is None else read_post(view, office.noun).role
    yield from _drafts(view, verb, "removed", [], people, role, how)


def _succeeded(view: SentenceView, verb: int, name: str) -> Iterator[Draft]:
    """As in "X was succeeded by Z", "he was replaced by his deputy, Z": Z is put in, by nobody."""
    how = aim(view, verb)
    if name not in {"succeed", "replace"} or not view.is_passive(verb) or how in {Aim.PURPOSE, Aim.TRIED}:
        return
    out = parties(view, view.subjects(verb), _PERSON)
    agents = view.agents(verb) or [h for t in view.subtree(verb) for h in view.prepositional(t, "by")]
    new = holders(view, [t for a in agents for t in (a, *view.appositives(a))], _PERSON)
    if out:
        yield from _drafts(view, verb, "appointed", [], new[:1], None, how)


def _fires_named(view: SentenceView, verb: int, name: str, predicate: str) -> bool:
    """As in "Varek fired Orev": a verb that does so of a person by name only."""
    if predicate != "removed" or name not in words("offices", "removed", "of_named") or view.dependents(verb, "prt"):
        return False
    if name in words("offices", "removed", "passive_only") and (not view.is_passive(verb) or _from_place(view, verb)):
        return False
    people = parties(view, view.undergoers(verb), _PERSON)
    return bool(people) and all(p.mention is not None and view.is_name(p.mention) for p in people)


def _from_place(view: SentenceView, verb: int) -> bool:
    """ "Expelled from Doran": no office."""
    heads = view.prepositional(verb, "from", "to")
    return any(h in heads and view.mention(m).kind in _GROUND for m, h in view.heads.items())


def _replaced(view: SentenceView, verb: int, how: Aim) -> Iterator[Draft]:
    """As in "Varek replaced Orev with Sid", "Orev is being replaced with Sid as chief": Orev out, Sid in."""
    out = parties(view, view.undergoers(verb), _PERSON)
    new = [p for p in parties(view, view.prepositional(verb, "with"), _PERSON) if all(p.start != o.start for o in out)]
    if not out or not new:
        return
    passive = view.is_passive(verb)
    doers = parties(view, view.agents(verb) if passive else view.subjects(verb), AGENTS)
    yield from _drafts(view, verb, "removed", doers, out, None, how)
    yield from _drafts(view, verb, "appointed", doers, new, None, how)


def _office(view: SentenceView, verb: int) -> Said | None:
    """The office that the verb gives or takes, with the one it is said of."""
    for noun in range(len(view.tokens)):
        if office_class(view, noun) is not None and _below(view, noun, verb):
            found = [s for s in said_of(view, noun, _PERSON) if s.link == Link.AS and s.trigger == verb]
            if found:
                return found[0]
    return None


def _below(view: SentenceView, noun: int, verb: int) -> bool:
    head = view.tokens[noun].head
    return verb in {head, view.tokens[head].head}


def _task(view: SentenceView, verb: int) -> str | None:
    """ "appointed to lead the crackdown": what for; whom somebody is to replace is no task."""
    for c in _aims(view, verb):
        if base(view, c) in words("offices", "appointed", "tasks"):
            last = max(o for o in [c, *[t for d in view.dependents(c, "dobj") for t in view.subtree(d)]])
            first = min([c, *view.dependents(c, "aux")])
            return " ".join(view.words(first, last).split())
    return None


def _aims(view: SentenceView, verb: int) -> list[int]:
    """Infinitives that tell what somebody is appointed for: to lead, to replace."""
    told = words("offices", "appointed", "tasks") | words("offices", "appointed", "stead")
    return [c for c in view.dependents(verb, "xcomp", "advcl") if view.tokens[c].tag == "VB" and base(view, c) in told]


def _has_post(view: SentenceView, verb: int, predicate: str) -> bool:
    """ "removed from office", "relieved of his command", "forced from power"; for appointments "to the post of"."""
    chosen = predicate == "appointed" and base(view, verb) != "name"
    if chosen and any(office_class(view, o) for o in view.undergoers(verb)):
        return True  # "elected a new leader, X"
    near = [n for t in (verb, *view.objects(verb)) for n in view.prepositional(t, "from", "of", "out", "to", "as")]
    out = view.prepositional(verb, "out") if predicate == "removed" else []
    out += view.prepositional(verb, "from") if base(view, verb) == "expel" else []
    if any(bodies_at(view, n, BODIES) or is_body_noun(view, n) for n in out):
        return True  # "was thrown out of the Third Front", "expelled from his party"
    if any(base(view, n) in words("offices", "removed", "posts") or office_class(view, n) is not None for n in near):
        return True
    stead = any(base(view, n) in {"place", "stead"} for n in view.prepositional(verb, "in"))  # "named X in his place"
    return predicate == "appointed" and (stead or bool(_aims(view, verb)))


def _noun(view: SentenceView, noun: int, predicate: str) -> Iterator[Draft]:
    """As in "the appointment of X as head of Y by Z", "X's dismissal"."""
    how = noun_aim(view, noun)
    if how == Aim.PURPOSE:
        return
    objects = parties(view, view.prepositional(noun, "of"), _PERSON)
    doers = parties(view, view.prepositional(noun, "by"), AGENTS)
    whose = owner(view, noun, AGENTS)
    if not objects and whose is not None and whose.kind == Kind.PERSON:
        objects = [whose]
    elif objects and not doers and whose is not None:
        doers = [whose]
    doers = [] if base(view, noun) == "resignation" else doers or _announcers(view, noun)
    role = None
    for n in view.prepositional(noun, "as"):
        role = read_post(view, n).role if office_class(view, n) is not None else role
    yield from _drafts(view, noun, predicate, doers, objects, role, how)


def _announcers(view: SentenceView, noun: int) -> list[Filler]:
    """As in "the Front announced the removal of X", "Varek ordered X's dismissal": who made it known did it."""
    verb = view.tokens[noun].head
    if view.tokens[noun].relation != "dobj" or base(view, verb) not in words("offices", "announcing"):
        return []
    return parties(view, view.subjects(verb), AGENTS)


def _drafts(
    view: SentenceView,
    trigger: int,
    predicate: str,
    doers: list[Filler],
    objects: list[Filler],
    role: str | None,
    how: Aim,
) -> Iterator[Draft]:
    for found in objects:
        for doer in doers[:3] or (None,):
            draft = Draft(
                predicate=predicate,
                trigger=trigger,
                subject=doer,
                object=found,
                role=role,
                place_fixed=True,
                rule=f"{predicate}-{'verb' if view.tokens[trigger].tag[:1] == 'V' else 'noun'}",
                confidence=0.75,
                why=f"“{view.tokens[trigger].text}” of a person and an office",
            )
            yield held(draft, how)
