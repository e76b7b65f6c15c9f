"""Who holds which ground or building (controls); taking it and losing it are told by others."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.claims.arguments.parties import described, owners
from reportedly.claims.arguments.scenes import sites_of
from reportedly.claims.arguments.sides import actors, doers_of, reached, sides, verb_base
from reportedly.claims.arguments.sites import site
from reportedly.claims.arguments.terms import is_over
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.modality.aims import Aim, aim, held
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, is_in, particles
from reportedly.claims.ties.compounds import compounds
from reportedly.claims.violence.doing import armed_men
from reportedly.records.mention import FORCES, SITES, Form, Kind
from reportedly.resources.lexicon import words

_HOLDERS = frozenset({Kind.GROUP, Kind.STATE_BODY, Kind.STATE, Kind.PERSON, Kind.POPULATION})
_FORCES = frozenset({Kind.GROUP, Kind.STATE_BODY, Kind.STATE, Kind.POPULATION})
_GROUND = SITES


class Control:
    """controls: named ground stands as the place, a described building as the object."""

    name = "control"
    version = 4
    predicates = frozenset({"controls"})

    def __call__(self, sentence: SentenceView) -> Iterator[Draft]:
        """Drafts of one sentence, each holder and ground once."""
        seen: set[tuple[int, int]] = set()
        for draft in _all(sentence):
            ground = draft.place or draft.object
            assert draft.subject is not None
            assert ground is not None
            if (draft.subject.start, ground.start) not in seen:
                seen.add((draft.subject.start, ground.start))
                yield draft


EXTRACTOR = Control()


def _all(view: SentenceView) -> Iterator[Draft]:
    for compound in compounds(view, words("control", "compounds"), _HOLDERS):
        for ground in _ground(view, [compound.noun]):
            for who in compound.before:
                yield _draft(view, compound.word, who, ground, "control-compound", described_by=True)
    for token, word in enumerate(view.tokens):
        name = base(view, token)
        verb = verb_base(view, token)
        if verb is not None and verb in words("control", "verbs"):
            yield from _verb(view, token, verb)
        if word.tag[:1] == "N" and (name in words("control", "nouns") or name in words("control", "under")):
            yield from _noun(view, token, name)
        if word.tag[:1] == "N" and name in words("control", "strongholds"):
            yield from _stronghold(view, token)
        if word.tag[:1] == "V" and name in words("control", "belonging"):
            yield from _belongs(view, token)


def _draft(
    view: SentenceView, trigger: int, who: Filler, ground: Filler, rule: str, *, described_by: bool = False
) -> Draft:
    building = ground.mention is None or view.mention(ground.mention).form != Form.NAME
    thing = building and ground.kind == Kind.FACILITY
    return Draft(
        predicate="controls",
        trigger=trigger,
        subject=who,
        object=ground if thing else None,
        place=_around(view, trigger) if thing else ground,
        place_fixed=True,
        identity=described_by,
        former=is_over(view, trigger, None),
        rule=rule,
        why=f"“{view.tokens[trigger].text}” of a party and ground",
        confidence=0.75,
    )


def _around(view: SentenceView, trigger: int) -> Filler | None:
    """Where a building that is held stands, by the clause that tells of it."""
    found = sites_of(view, trigger) or sites_of(view, view.clause(view.tokens[trigger].head))
    return found[0] if found else None


def _ground(view: SentenceView, heads: list[int]) -> list[Filler]:
    """Named places, else described ground ("two ISIL-held villages")."""
    found: list[Filler] = []
    for head in heads:
        named = [p for p in site(view, head, plain=True) if p.kind in _GROUND]
        kept = [p for p in named if p.mention is not None and view.is_name(p.mention)]
        if not kept and view.tokens[head].relation == "appos":  # "Ruda, the port held by X": Ruda
            kept = [p for p in site(view, view.tokens[head].head) if p.kind in _GROUND and p.mention is not None]
        if not kept and is_in(view, head, "control", "shares"):
            kept = _ground(view, view.prepositional(head, "of"))
        if kept:
            found += kept
        elif _measure(view, head) is not None:
            found.append(described(view, _measure(view, head) or head, Kind.PLACE))
        elif is_in(view, head, "control", "ground"):
            building = is_in(view, head, "described", "things", "building")
            ground = is_in(view, head, "described", "things", "ground")
            found.append(described(view, head, Kind.FACILITY if building and not ground else Kind.PLACE))
            if building:
                found[-1] = Filler(start=found[-1].start, end=found[-1].end, kind=Kind.FACILITY)
    return found


def _measure(view: SentenceView, head: int) -> int | None:
    """Of "700 square miles of X-held terrain" the miles, which say how much is held."""
    preposition = view.tokens[head].head
    above = view.tokens[preposition].head
    measured = view.tokens[head].relation == "pobj" and view.tokens[preposition].lemma == "of"
    return above if measured and base(view, above) in words("control", "measures") else None


def _verb(view: SentenceView, verb: int, name: str) -> Iterator[Draft]:
    """As in "X controls Ruda", "Ruda, held by X", "the X-run town"."""
    how = aim(view, verb)
    if how in {Aim.TRIED, Aim.PURPOSE, Aim.FAILED} or view.tokens[verb].relation == "amod":
        return
    near = particles(view, verb) | {view.tokens[c].text.lower() for c in view.children[verb]}
    if near & words("control", "held_not") and name == "hold":
        return
    passive = view.is_passive(verb)
    holders = sides(view, view.agents(verb), _HOLDERS) if passive else doers_of(view, verb, frozenset(), _HOLDERS)
    holders = holders or [a for h in view.doers(verb) for a in armed_men(view, h)]
    if name in words("control", "of_forces"):
        holders = [f for f in holders if f.kind in _FORCES]
    for ground in _ground(view, view.undergoers(verb)):
        if name in words("control", "ground_only") and ground.kind == Kind.STATE:
            continue
        for who in holders:
            if who.start != ground.start:
                yield held(_draft(view, verb, who, ground, "control-verb"), how)


def _belongs(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "the hangar belongs to the Front", "the road belongs to X": ground that is a force's."""
    how = aim(view, verb)
    owned = [g for g in _ground(view, view.subjects(verb)) if g.kind != Kind.STATE]
    for ground in owned if how == Aim.DONE else ():
        for who in sides(view, reached(view, verb, "to"), FORCES):
            yield _draft(view, verb, who, ground, "belongs-to")


def _noun(view: SentenceView, noun: int, name: str) -> Iterator[Draft]:
    """As in "X has control of Ruda", "X’s control over Ruda", "Ruda is under the control of X", "in X’s hands"."""
    token = view.tokens[noun]
    above = token.head
    if token.relation == "pobj" and view.tokens[above].lemma in {"under", "in"} and name in words("control", "under"):
        yield from _under(view, noun, above, name)
        return
    if name not in words("control", "nouns"):
        return
    ground = _ground(view, reached(view, noun, *words("control", "of")))
    if token.relation in {"dobj", "nsubjpass", "pobj"} and view.tokens[above].tag[:1] in {"V", "I"}:
        verb = above if view.tokens[above].tag[:1] == "V" else view.tokens[above].head
        if base(view, verb) in words("control", "other"):
            return
        if token.relation == "dobj" and base(view, verb) in words("control", "having"):
            how = aim(view, verb)
            if how in {Aim.TRIED, Aim.PURPOSE, Aim.FAILED}:
                return
            for who in actors(view, view.doers(verb), _HOLDERS):
                for place in ground:
                    told = noun if base(view, verb) in words("voices", "verbs", "saying") else verb
                    yield held(_draft(view, told, who, place, "has-control"), how)
            return
    for who in owners(view, noun, _HOLDERS):
        for place in ground:
            yield _draft(view, noun, who, place, "control-of")


def _under(view: SentenceView, noun: int, preposition: int, name: str) -> Iterator[Draft]:
    """As in "areas under X’s control", "Ruda remains in the hands of X", "X is in control of Ruda"."""
    above = view.tokens[preposition].head
    inner = reached(view, noun, "of")
    if view.tokens[preposition].lemma == "in":
        held_by = owners(view, noun, _HOLDERS)
        if name == "control" and (inner or not held_by):
            ground = _ground(view, inner)
            for who in actors(view, view.subjects(above), _HOLDERS):
                for place in ground:
                    yield _draft(view, noun, who, place, "in-control-of")
            return
        if name not in {"hand", "control"}:
            return
    holders = owners(view, noun, _HOLDERS) or sides(view, inner, _HOLDERS)
    verb_like = view.tokens[above].tag[:1] == "V"
    if verb_like and base(view, above) in words("control", "other") | {"fall", "come", "bring", "pass"}:
        return
    heads = (view.undergoers(above) or view.subjects(above)) if verb_like else [above]
    for who in holders:
        for place in _ground(view, heads):
            yield _draft(view, noun, who, place, "under-control")


def _stronghold(view: SentenceView, noun: int) -> Iterator[Draft]:
    """As in "Ruda, a stronghold of X", "X’s stronghold of Ruda", "the X stronghold Ruda".

    Strongholds in a province do not make the province theirs.
    """
    holders = [
        f for f in [*owners(view, noun, _FORCES), *sides(view, reached(view, noun, "of"), _FORCES)] if f.kind in _FORCES
    ]
    if not holders:
        return
    token = view.tokens[noun]
    heads = [*reached(view, noun, "of"), *view.appositives(noun)]
    if token.relation == "attr" and view.tokens[token.head].tag[:1] == "V":
        heads += view.subjects(token.head)
    if token.relation in {"compound", "nmod"}:
        heads.append(token.head)
    grounds = [g for h in dict.fromkeys(heads) for g in _ground(view, [h]) if g.mention is not None]
    after = [
        g
        for m in view.mentions
        if 0 <= view.mention(m).start - token.end <= 1 and view.mention(m).kind in _GROUND
        for g in [Filler(start=view.mention(m).start, end=view.mention(m).end, kind=view.mention(m).kind, mention=m)]
    ]
    for who in holders:
        for ground in (grounds or after)[:3]:
            if ground.start != who.start:
                yield _draft(view, noun, who, ground, "stronghold", described_by=token.relation != "attr")
