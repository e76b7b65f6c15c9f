"""Where a body has its seat, headquarters or ground, and where a person lives (based_in)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportedly.claims.arguments.bodies import apposed_bodies, is_body_noun
from reportedly.claims.arguments.descriptions import Link, Said, is_known
from reportedly.claims.arguments.parties import filler, owners, parties
from reportedly.claims.arguments.sides import actors, reached
from reportedly.claims.arguments.sites import site, sites_after
from reportedly.claims.arguments.terms import is_over
from reportedly.claims.distinct import distinct
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.modality.aims import Aim, aim, held
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, is_noun, modifiers, particles
from reportedly.claims.ties.bonds import told_of
from reportedly.claims.ties.compounds import compounds
from reportedly.records.mention import BODIES, FORCES, SITES, Form, Kind
from reportedly.resources.lexicon import words

_SEATED = BODIES | {Kind.PERSON}


class Seat:
    """based_in: lasting ground, not a single stay."""

    name = "seat"
    version = 3
    predicates = frozenset({"based_in"})

    def __call__(self, sentence: SentenceView) -> Iterator[Draft]:
        """Drafts of one sentence, each party and place once."""
        yield from distinct(sentence, _all(sentence))


EXTRACTOR = Seat()


def _all(view: SentenceView) -> Iterator[Draft]:
    yield from _compounds(view)
    for token, word in enumerate(view.tokens):
        name = base(view, token)
        if word.tag[:1] == "V":
            yield from _verb(view, token, name)
        if word.tag[:1] == "J" and name in words("seat", "adjectives"):
            yield from _active(view, token)
        if is_noun(view, token):
            yield from _seat_noun(view, token, name)
            if name in words("seat", "residents") and word.tag == "NN":
                yield from _resident(view, token)
            if is_body_noun(view, token):
                yield from _kind_of_body(view, token)


def _drafts(
    view: SentenceView,
    trigger: int,
    who: Iterable[Filler],
    places: Iterable[Filler],
    rule: str,
    span: tuple[int, int] | None = None,
) -> Iterator[Draft]:
    places = list(places)
    for one in who:
        for place in places:
            if one.start < place.end and place.start < one.end:
                continue
            yield Draft(
                predicate="based_in",
                trigger=trigger,
                subject=one,
                place=place,
                place_fixed=True,
                time_fixed=span is not None,
                identity=span is not None,
                former=is_over(view, trigger, None),
                evidence=None if span is None else (min(span[0], one.start), max(span[1], one.end)),
                rule=rule,
                why=f"“{view.tokens[trigger].text}” gives the seat of a party",
                confidence=0.75,
            )


def _compounds(view: SentenceView) -> Iterator[Draft]:
    """As in "the Ruda-based Relief Front", "X, a Ruda-based militia"."""
    for compound in compounds(view, words("seat", "compounds"), SITES):
        noun = compound.noun
        own = [
            Said(noun=noun, holder=filler(view, m), link=Link.TITLE, trigger=noun, identity=True)
            for m, h in view.heads.items()
            if h == noun and view.mention(m).form == Form.NAME and view.mention(m).kind in _SEATED
        ]
        for said in own[:1] or told_of(view, noun, _SEATED):
            span = (compound.before[0].start, view.tokens[noun].end)
            yield from _drafts(view, compound.word, [said.holder], compound.before, "based-compound", span)


def _known(view: SentenceView, heads: list[int], kinds: frozenset[Kind]) -> list[Filler]:
    return [f for f in parties(view, heads, kinds) if is_known(view, f) or f.kind in FORCES]


def _verb(view: SentenceView, verb: int, name: str) -> Iterator[Draft]:
    """As in "X is based in Ruda", "militias operating from Ruda", "X lives in Ruda"."""
    how = aim(view, verb)
    if how in {Aim.TRIED, Aim.PURPOSE} or view.tokens[verb].relation == "amod":
        return
    if name in words("seat", "passive"):
        if not view.is_passive(verb) and view.tokens[verb].tag != "VBN" and not view.dependents(verb, "auxpass"):
            return
        if _rests_on(view, verb):
            return
        kinds = BODIES if name in words("seat", "bodies_only") else _SEATED
        heads = view.undergoers(verb) or view.subjects(verb)
        who = [s.holder for h in heads for s in told_of(view, h, BODIES | {Kind.FACILITY})] or _known(
            view, heads, kinds
        )
    elif name in words("seat", "operating") and not view.objects(verb):
        heads = view.subjects(verb)  # "the Third Front, a militia operating in Ruda": the Front
        who = [filler(view, m) for h in heads for m in apposed_bodies(view, h)] or _known(view, heads, BODIES)
    elif name in words("seat", "staying") and not view.objects(verb):
        who = [f for f in _known(view, view.subjects(verb), frozenset({Kind.GROUP})) if is_known(view, f)]
        who = who if name == "stay" or view.prepositional(verb, "from") else []
    elif _is_home(view, verb, name):
        people = frozenset({Kind.PERSON})
        told = [s.holder for h in view.subjects(verb) for s in told_of(view, h, people)]  # "X, a citizen living in Y"
        who = [f for f in told or actors(view, view.subjects(verb), people) if is_known(view, f)]
    elif name in words("seat", "moving") and not view.is_passive(verb):
        moved = view.objects(verb) or view.subjects(verb)
        who = [f for f in actors(view, moved, frozenset({Kind.PERSON})) if is_known(view, f)]
        places = [p for p in sites_after(view, verb, "to") if p.kind in SITES and p.mention is not None]
        yield from (held(d, how) for d in _drafts(view, verb, who, places, "moved-to"))
        return
    else:
        return
    wanted = ("from",) if name == "fight" else tuple(words("seat", "locative"))
    places = [p for p in sites_after(view, verb, *wanted) if p.kind in SITES]
    if not any(p.mention is not None and view.is_name(p.mention) for p in places):  # "at an undisclosed site in Ruda"
        inner = [f for h in view.prepositional(verb, *words("seat", "locative")) for f in sites_after(view, h)]
        places = [p for p in inner if p.kind in SITES] or places
    for draft in _drafts(view, verb, who, places, "based-verb"):
        yield held(draft, how)


def _is_home(view: SentenceView, verb: int, name: str) -> bool:
    """As in "X lives in Ruda", "X grew up in Ruda"."""
    lives = name in words("seat", "living") or (name in words("seat", "growing") and "up" in particles(view, verb))
    return lives and not view.is_passive(verb)


def _rests_on(view: SentenceView, verb: int) -> bool:
    """As in "based on", which has no seat."""
    return base(view, verb) == "base" and any(
        view.tokens[p].lemma in {"on", "upon", "off"} for p in view.dependents(verb, "prep", "prt")
    )


def _kind_of_body(view: SentenceView, noun: int) -> Iterator[Draft]:
    """As in "X is an organisation in Ruda", "X, a militia in northern Doran"."""
    places = [p for p in sites_after(view, noun, "in") if p.mention is not None]
    if places and any(view.tokens[c].lemma in {"a", "an"} for c in view.dependents(noun, "det")):
        holders = [s.holder for s in told_of(view, noun, BODIES) if s.link in {Link.COPULA, Link.APPOSITION}]
        yield from _drafts(view, noun, holders, places, "body-in")


def _resident(view: SentenceView, noun: int) -> Iterator[Draft]:
    """As in "X, a resident of Ruda", "a resident of Ruda, X,"."""
    places = [p for p in sites_after(view, noun, "of") if p.mention is not None and p.kind in SITES]
    holders = [s.holder for s in told_of(view, noun, frozenset({Kind.PERSON})) if is_known(view, s.holder)]
    yield from _drafts(view, noun, holders, places, "resident-of")


def _active(view: SentenceView, token: int) -> Iterator[Draft]:
    """As in "X is active in Ruda", "X is a militia active in Ruda"."""
    head = view.tokens[token].head
    verb_like = view.tokens[head].tag[:1] == "V"
    told = [] if verb_like else [s.holder for s in told_of(view, head, BODIES) if is_known(view, s.holder)]
    who = told or _known(view, view.subjects(head) if verb_like else [head], BODIES)
    places = sites_after(view, token, *words("seat", "locative"))
    if not places and verb_like:
        places = sites_after(view, head, *words("seat", "locative"))
    yield from _drafts(view, token, who, places, "active-in")


def _exile(view: SentenceView, noun: int) -> Iterator[Draft]:
    """As in "X went into exile in Ruda", "X, in exile in Ruda, denied it": of persons."""
    above = view.tokens[noun].head
    holder = view.tokens[above].head
    if view.tokens[noun].relation != "pobj" or view.tokens[above].lemma not in {"in", "into", "to"}:
        return
    verb = view.tokens[holder].tag[:1] == "V"
    if verb and (
        aim(view, holder) in {Aim.TRIED, Aim.PURPOSE, Aim.FAILED} or _is_home(view, holder, base(view, holder))
    ):
        return
    heads = (view.undergoers(holder) if view.is_passive(holder) else view.subjects(holder)) if verb else [holder]
    who = [f for f in actors(view, heads, frozenset({Kind.PERSON})) if is_known(view, f)]
    places = sites_after(view, noun, "in") or (sites_after(view, holder, "in") if verb else [])
    found = _drafts(view, holder if verb else noun, who, [p for p in places if p.mention is not None], "exile")
    yield from (held(d, aim(view, holder)) if verb else d for d in found)


def _seat_noun(view: SentenceView, noun: int, name: str) -> Iterator[Draft]:
    """As in "X has its headquarters in Ruda", "the headquarters of X in Ruda", "Ruda, X’s self-proclaimed capital"."""
    if name == "exile":
        yield from _exile(view, noun)
    if name not in words("seat", "seats"):
        return
    theirs = [
        f
        for f in [*owners(view, noun, _SEATED), *parties(view, reached(view, noun, "of"), BODIES)]
        if f.kind in _SEATED and is_known(view, f)
    ]
    above = view.tokens[noun].head
    places = sites_after(view, noun, "in", "at", "near", "outside", "on")
    trigger = noun
    pronoun = any(view.tokens[c].tag == "PRP$" for c in view.dependents(noun, "poss"))
    if view.tokens[noun].relation == "dobj" and base(view, above) in words("seat", "having"):
        doers = [f for f in actors(view, view.doers(above), _SEATED) if is_known(view, f)]
        theirs = doers if pronoun or not theirs else theirs
        places = places or sites_after(view, above, "in", "at", "near", "outside")
        trigger = above
        if aim(view, above) in {Aim.TRIED, Aim.PURPOSE}:
            return
    elif name in words("seat", "loose") and not (modifiers(view, noun) & words("seat", "near")) and not theirs:
        return
    if name in words("seat", "homes"):
        beside = [p for a in view.appositives(noun) for p in site(view, a)]
        places = beside or [p for t in reached(view, noun, "of") for p in site(view, t)] or places
        theirs = [f for f in theirs if f.kind != Kind.PERSON]
    if name == "presence":
        theirs = [f for f in theirs if f.kind in BODIES]
    if name == "capital":
        theirs = [f for f in theirs if f.kind == Kind.GROUP]
    if view.tokens[noun].relation in {"nsubj", "nsubjpass"} and not places:
        verb = above
        places = sites_after(view, verb, "in", "at", "near") if base(view, verb) in {"be", "locate"} else []
    named = [p for p in places if p.mention is not None]
    yield from _drafts(view, trigger, theirs, named, "seat-noun")
