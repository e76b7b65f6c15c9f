"""Leading told by verbs and prepositions: "X leads Y", "Y, led by X", "Y under the command of X", "X took over Y"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from reportedly.claims.arguments.bodies import apposed_bodies, bodies_at, is_body_noun
from reportedly.claims.arguments.complements import unnamed
from reportedly.claims.arguments.descriptions import holders, is_known, said_of
from reportedly.claims.arguments.lists import paired
from reportedly.claims.arguments.parties import filler, owners, parties
from reportedly.claims.arguments.terms import is_over
from reportedly.claims.distinct import is_same
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.modality.aims import Aim, aim, held
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, has_to, particles, phrase
from reportedly.claims.syntax.strays import shared_objects
from reportedly.claims.ties.bonds import bond_draft
from reportedly.claims.ties.compounds import compound_bonds
from reportedly.claims.ties.posts import office_class
from reportedly.records.mention import AGENTS, BODIES, FORCES, Form, Kind
from reportedly.resources.lexicon import words

_PERSON = frozenset({Kind.PERSON})
_LED = BODIES
_STATE = frozenset({Kind.STATE})
_UNDONE = frozenset({Aim.PURPOSE, Aim.TRIED, Aim.FAILED})


def leading(view: SentenceView) -> Iterator[Draft]:
    """Drafts of leads in one sentence, but for offices and owners."""
    for token, word in enumerate(view.tokens):
        if word.tag[:1] == "V":
            name = base(view, token)
            if name in words("offices", "leads", "verbs"):
                yield from _led(view, token, _LED, AGENTS)
            elif name in words("offices", "leads", "runs"):
                yield from _run(view, token)
            elif name in words("offices", "leads", "rules"):
                yield from _led(view, token, frozenset({Kind.STATE}), _PERSON)
            if name == "take" and "over" in particles(view, token):
                yield from _led(view, token, FORCES, _PERSON) if view.objects(token) else _took_over(view, token)
            if name in words("offices", "leads", "takes") or name in words("offices", "verbs", "being"):
                yield from _in_charge(view, token)
            if name in words("offices", "leads", "passes"):
                yield from _passed(view, token)
            if name in words("offices", "leads", "gives"):
                yield from _given(view, token)
        if word.lemma == "under" and word.tag == "IN":
            yield from _under(view, token)
        if word.tag[:1] == "N" and base(view, token) in words("offices", "leads", "posts"):
            yield from _said_in_charge(view, token)
    yield from _compounds(view)


def _led(view: SentenceView, verb: int, kinds: frozenset[Kind], leaders: frozenset[Kind]) -> Iterator[Draft]:
    """As in "X leads Y", "Y, led by X", "Y, which X commands", "X went on to lead Y"."""
    how = aim(view, risen(view, verb))
    if how in _UNDONE:
        return
    heads = view.undergoers(verb) or shared_objects(view, verb)
    if view.tokens[verb].relation == "acl":  # "a dissident wing of Y led by X": the wing
        heads = [_unit_of(view, u) for u in heads]
    bodies = [b for u in heads for b in _body(view, u, kinds) or unnamed(view, [u])]
    if not bodies and view.is_passive(verb):
        bodies = [b for u in heads for b in _of_class(view, u)]
    people = [d for d in _people(view, view.doers(verb), leaders) if d.kind == Kind.PERSON or _is_named_force(view, d)]
    people = [p for p in people if not _are_many(view, p)]
    if base(view, verb) == "lead" and any(has_to(view, c) for c in view.dependents(verb, "xcomp", "ccomp", "advcl")):
        people = [p for p in people if p.kind == Kind.PERSON]  # "which led a faction to leave": brought it to that
    bare = any(b.mention is None or not is_known(view, b) for b in bodies)
    if not bare or all(p.kind == Kind.PERSON and is_known(view, p) for p in people):
        in_order = any(len(apposed_bodies(view, u)) > 1 for u in heads)
        yield from _pairs(view, risen(view, verb), people, bodies, "leads-verb", how, in_order=in_order)
        if base(view, verb) == "take":
            yield from _taken_from(view, [verb, *heads], people, bodies, how)


def _taken_from(
    view: SentenceView, above: list[int], people: list[Filler], bodies: list[Filler], how: Aim
) -> Iterator[Draft]:
    """Of "X took over (the leadership of) Y from Z" that Z led it, whatever "from" hangs on."""
    above = [*above, *(a for t in above[1:] for a in view.dependents(t, "acl"))]  # "of the movement known as Y from Z"
    before = parties(view, [h for t in above for h in view.prepositional(t, "from")], _PERSON)
    before = [z for z in before if is_known(view, z)] if people else []
    for draft in _pairs(view, above[0], before, bodies, "taken-from", how):
        yield msgspec.structs.replace(draft, former=True, time=None, time_fixed=True)


def risen(view: SentenceView, verb: int) -> int:
    """The verb that tells whether it came about: of "rose to become head of Y", "went on to lead Y" the first one."""
    above = view.tokens[verb].head
    rising = base(view, verb) in words("offices", "verbs", "risen") and has_to(view, verb)
    done = rising and view.tokens[above].tag[:1] == "V" and base(view, above) in words("offices", "verbs", "rising")
    return above if done else verb


def _people(view: SentenceView, heads: list[int], kinds: frozenset[Kind]) -> list[Filler]:
    """The parties, by the name behind a description: "its commander in chief General X", "a man named X"."""
    behind = {h: name for h in heads if (name := _name_behind(view, h)) is not None}
    rest = [h for h in heads if h not in behind]
    called = [h for h in rest if view.tokens[min(h + 1, len(view.tokens) - 1)].tag in {"VBN", "VBD"}]
    told = [*behind.values(), *holders(view, called, kinds), *parties(view, rest, kinds)]
    told = told or holders(view, rest, kinds)
    known = [t for t in told if is_known(view, t)] or told
    return [t for n, t in enumerate(known) if not any(is_same(view, t, k) for k in known[:n])]


def _name_behind(view: SentenceView, noun: int) -> Filler | None:
    """The person whose name begins right behind an office, whatever the tree hangs it on."""
    tails = words("offices", "tails") | {"of staff"}
    tail = next((n for n in (4, 2) if view.words_from(noun + 1, n).lower() in tails), 0)
    first = noun + 1 + tail
    for m in view.mentions if view.tokens[noun].tag[:2] == "NN" and first < len(view.tokens) else ():
        name = view.mention(m)
        begins = {name.start, name.start - len(name.title) - 1} if name.title else {name.start}
        if name.form == Form.NAME and name.kind == Kind.PERSON and view.tokens[first].start in begins:
            return filler(view, m)
    return None


def _compounds(view: SentenceView) -> Iterator[Draft]:
    """As in "the Varek-led Third Guard", "the Doran-appointed governor Varek"."""
    for bond in compound_bonds(view, frozenset({"led", "headed"}), _LED, _PERSON):
        if is_known(view, bond.first):
            yield bond_draft(view, "leads", bond, reverse=True)
    for bond in compound_bonds(view, frozenset({"appointed"}), _PERSON, AGENTS - {Kind.POPULATION}):
        yield bond_draft(view, "appointed", bond, reverse=True)


def _run(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "X runs Y": a person, and a body with a name."""
    bodies = [b for u in view.undergoers(verb) or shared_objects(view, verb) for b in _body(view, u, _LED)]
    people = [p for p in parties(view, view.doers(verb), _PERSON) if is_known(view, p)]
    bodies = [b for b in bodies if _is_name(view, b) or (b.kind in FORCES and people)]
    if base(view, verb) == "control":  # whose a firm is, is told as a tie
        bodies = [b for b in bodies if b.kind != Kind.ORGANISATION]
    how = aim(view, verb)
    if how not in _UNDONE and not view.dependents(verb, "prt"):
        yield from _pairs(view, verb, people, bodies, "runs-verb", how)


def _in_charge(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "X took command of Y", "X is at the helm of Y", "X assumed the presidency of Doran"."""
    places = view.prepositional(verb, "in", "at")
    nouns = places if base(view, verb) in words("offices", "verbs", "being") else view.objects(verb)
    if base(view, verb) == "take" and view.is_passive(verb):
        nouns = view.subjects(verb)
    how = aim(view, verb)
    for noun in nouns:
        if base(view, noun) not in words("offices", "leads", "posts") or how in _UNDONE:
            continue
        of = [*view.prepositional(noun, "of", "over"), *view.prepositional(verb, "of", "over")]
        bodies = [b for u in of for b in _body(view, u, _LED)] or owners(view, noun, _LED)
        people = [p for p in _people(view, view.doers(verb), _PERSON) if is_known(view, p)]
        yield from _pairs(view, verb, people, bodies, "in-charge", how)
        yield from _taken_from(view, [verb, noun, *of], people, bodies, how)
        states = [b for u in of for b in bodies_at(view, u, _STATE)] or owners(view, noun, _STATE)
        if base(view, noun) in words("offices", "leads", "of_state"):
            for draft in _pairs(view, verb, people, states, "in-office", how):
                yield msgspec.structs.replace(draft, predicate="holds_position", role=view.lows[noun])


def _said_in_charge(view: SentenceView, noun: int) -> Iterator[Draft]:
    """As in "X, the general in charge of Y,": of persons whom a noun describes."""
    above = view.tokens[noun].head
    holder = view.tokens[above].head
    if view.tokens[noun].relation == "pobj" and view.tokens[above].lemma == "in" and view.tokens[holder].tag[:1] == "N":
        bodies = [b for u in view.prepositional(noun, "of") for b in _body(view, u, _LED)]
        people = [s.holder for s in said_of(view, holder, _PERSON)] or holders(view, [holder], _PERSON)
        known = [p for p in people if is_known(view, p)]
        yield from _pairs(view, noun, known if bodies else [], bodies, "in-charge", Aim.DONE)


def _passed(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "the leadership of Y passed to X", "command of Y fell to his brother X"."""
    how = aim(view, verb)
    for noun in view.subjects(verb) if how not in _UNDONE else ():
        if base(view, noun) in words("offices", "leads", "posts"):
            bodies = [b for u in view.prepositional(noun, "of") for b in _body(view, u, _LED)]
            people = parties(view, view.prepositional(verb, "to"), _PERSON)
            yield from _pairs(view, verb, people, bodies, "passed-to", how)


def _given(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "X was put in charge of Y", "X was given command of Y", "Z handed the leadership of Y to X"."""
    how = aim(view, verb)
    posts = [*view.objects(verb), *view.prepositional(verb, "in", "at", "over")]
    posts = [n for n in posts if base(view, n) in words("offices", "leads", "posts")]
    of = [u for n in posts for u in [*view.prepositional(n, "of"), *view.prepositional(verb, "of")]]
    bodies = [b for u in of for b in _body(view, u, _LED)]
    to = [h for t in (verb, *posts) for h in view.prepositional(t, "to")] or view.dependents(verb, "dative")
    joint = view.tokens[verb].tag == "VBN" and view.tokens[verb].relation == "conj"
    passive = view.is_passive(verb) or (joint and view.is_passive(view.tokens[verb].head))  # "was promoted and given"
    heads = to or (view.subjects(verb) if passive else [o for o in view.objects(verb) if o not in posts])
    people = [p for p in _people(view, heads, _PERSON) if is_known(view, p)]
    if how not in _UNDONE:
        yield from _pairs(view, verb, people, bodies, "given-charge", how)


def _took_over(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "X led Y until 2004, when his brother Z took over": Z led it too."""
    how = aim(view, verb)
    people = [p for p in parties(view, view.subjects(verb), _PERSON) if is_known(view, p)]
    for above in view.ancestors(verb) if how not in _UNDONE else ():
        led = view.tokens[above].tag[:1] == "V" and base(view, above) in words("offices", "leads", "verbs")
        for u in view.undergoers(above) if led else ():
            yield from _pairs(view, verb, people, _body(view, u, _LED), "took-over", how)


def _under(view: SentenceView, preposition: int) -> Iterator[Draft]:
    """As in "Y, under the command of X,", "Y, under X's leadership", "the Y under General X"."""
    above = view.tokens[preposition].head
    for noun in view.dependents(preposition, "pobj"):
        named = base(view, noun) in words("offices", "leads", "under")
        if named:
            people = parties(view, [*view.prepositional(noun, "of"), *view.dependents(noun, "poss")], _PERSON)
        else:
            people = parties(view, [noun], _PERSON) if view.tokens[above].tag[:1] == "N" else []
        of = view.tokens[view.tokens[above].head]
        office = of.lemma == "of" and office_class(view, of.head) is not None  # "the head of the police under Z"
        heads = [_unit_of(view, above)] if view.tokens[above].tag[:1] == "N" and not office else []
        said = named or base(view, above) in words("offices", "leads", "under_verbs") or _opens(view, preposition, noun)
        if view.tokens[above].tag[:1] == "V" and said:
            heads = view.doers(above) if not view.is_passive(above) else view.subjects(above)
            people = people or parties(view, [noun], _PERSON)
        bodies = [b for h in heads for b in _body(view, h, _LED) or _of_class(view, h)]
        yield from _pairs(
            view, preposition, [p for p in people if is_known(view, p)], bodies, "under-command", Aim.DONE
        )


def _opens(view: SentenceView, preposition: int, noun: int) -> bool:
    """As in "Under X, the group became …": set off before the subject of its clause."""
    last = view.subtree(noun)[-1]
    subjects = view.subjects(view.tokens[preposition].head)
    return view.words_from(last + 1, 1) == "," and any(s > last for s in subjects)


def _are_many(view: SentenceView, found: Filler) -> bool:
    """Whether leaders are only counted ("headed by nine commanders")."""
    head = None if found.mention is None else view.heads.get(found.mention)
    many = head is not None and view.tokens[head].tag in {"NNS", "NNPS"}
    return many and found.kind == Kind.PERSON and not is_known(view, found)


def _of_class(view: SentenceView, noun: int) -> list[Filler]:
    """ "A faction led by X", "a splinter under X": a body told by its class alone, and by who heads it."""
    one = view.tokens[noun].tag == "NN" and base(view, noun) in words("offices", "leads", "of_person")
    if not one or not any(view.lows[c] in {"a", "an", "another"} for c in view.dependents(noun, "det")):
        return []
    mention = next(iter(view.headed.get(noun, ())), None)
    start, end = phrase(view, noun)
    return [Filler(start=start, end=end, kind=Kind.GROUP, mention=mention)]


def _unit_of(view: SentenceView, noun: int) -> int:
    """The unit where one stands before "of": of "a faction of the Third Guard under X" he leads the faction."""
    of = view.tokens[noun].head
    unit = view.tokens[of].head
    part = view.tokens[of].lemma == "of" and base(view, unit) in words("membership", "part", "nouns")
    return unit if part and unit < noun else noun


def _pairs(
    view: SentenceView,
    trigger: int,
    people: list[Filler],
    bodies: list[Filler],
    rule: str,
    how: Aim,
    *,
    in_order: bool = False,
) -> Iterator[Draft]:
    for person, body in paired(view, people, bodies, in_order=in_order):
        draft = Draft(
            predicate="leads",
            trigger=trigger,
            subject=person,
            object=body,
            rule=rule,
            confidence=0.8,
            former=is_over(view, trigger, None),
            identity=_sets_off(view, trigger),
            why=f"“{view.tokens[trigger].text}” of a body and its head",
        )
        yield held(draft, how)


def _sets_off(view: SentenceView, verb: int) -> bool:
    """As in "Ilo Varek, who leads the Third Guard, said": it says who he is (rule 15), not what he is said to do."""
    if view.tokens[verb].relation != "relcl" or view.tokens[verb].tag not in {"VBZ", "VBP"}:
        return False
    subject = next(iter(view.dependents(verb, "nsubj")), None)
    if subject is None or view.tokens[subject].lemma != "who" or view.dependents(verb, "aux"):
        return False
    return subject > 0 and view.tokens[subject - 1].text == ","


def _body(view: SentenceView, token: int, kinds: frozenset[Kind]) -> list[Filler]:
    """The body that a token stands for; people who only belong to one ("Taliban fighters") are none."""
    above = view.tokens[token].head
    if view.tokens[above].lemma == "of" and view.tokens[token].tag == "NNS":  # "an alliance of groups led by X"
        whole = view.tokens[above].head
        if base(view, whole) in words("offices", "leads", "wholes"):
            return _body(view, whole, kinds)
    if view.lows[token] == "one":  # "leads one of the militias, the Third Guard"
        return [b for b in bodies_at(view, token, kinds) if is_known(view, b)]
    apposed = apposed_bodies(view, token)  # "the Third Guard, a militia led by X"
    if apposed and view.mention(apposed[0]).kind in kinds:
        return [filler(view, m) for m in apposed]
    mention = view.mention_at(token)
    named = mention is not None and view.mention(mention).form in {Form.NAME, Form.PRONOUN}
    return bodies_at(view, token, kinds) if named or is_body_noun(view, token) else []


def _is_name(view: SentenceView, found: Filler) -> bool:
    return found.mention is not None and view.is_name(found.mention)


def _is_named_force(view: SentenceView, found: Filler) -> bool:
    """States and forces lead coalitions and task forces too."""
    return found.kind in {Kind.STATE, Kind.STATE_BODY, Kind.GROUP} and _is_name(view, found)
