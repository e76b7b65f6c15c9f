"""Who handed, sold or sent what to whom (supplied)."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from reportedly.claims.arguments.parties import filler, owners
from reportedly.claims.arguments.sides import actors, doers_of, overlap, reached, same, sides
from reportedly.claims.arguments.sites import is_country
from reportedly.claims.distinct import distinct
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.modality.aims import Aim, aim, held
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, is_noun, particles, reach
from reportedly.claims.ties.bonds import pair_drafts, told_of
from reportedly.records.mention import AGENTS, FORCES, Form, Kind
from reportedly.resources.lexicon import words

_TAKERS = AGENTS - {Kind.POPULATION}


class Supply:
    """supplied: the object is who got it, the weapon what was handed over."""

    name = "supply"
    version = 3
    predicates = frozenset({"supplied"})

    def __call__(self, sentence: SentenceView) -> Iterator[Draft]:
        """Drafts of one sentence, each pair once."""
        yield from distinct(sentence, _all(sentence))


EXTRACTOR = Supply()


def _all(view: SentenceView) -> Iterator[Draft]:
    for token, word in enumerate(view.tokens):
        name = base(view, token)
        if word.tag[:1] == "V":
            if name in words("supply", "verbs"):
                yield from _gave(view, token)
            if name in words("supply", "getting"):
                yield from _got(view, token)
        if name in words("supply", "acts") and is_noun(view, token):
            yield from _act(view, token)
        if name in words("supply", "agents") and is_noun(view, token):
            yield from _agent(view, token)


def _is_goods(view: SentenceView, token: int) -> bool:
    names = {base(view, token), view.tokens[token].text.lower()}
    measured = [t for t in view.prepositional(token, "of") if base(view, t) in words("supply", "goods")]
    return bool(names & words("supply", "goods")) or bool(measured)


def _words_of(view: SentenceView, goods: list[int], after: int) -> str | None:
    """What was handed over, as it stands, all of a list; what stands before a character is left out."""
    if not goods:
        return None
    first, last = reach(view, goods[0])[0], reach(view, goods[-1])[1]
    while first < last and view.tokens[first].start < after:
        first += 1
    inner = [t for t in view.prepositional(goods[-1], "of") if base(view, t) in words("supply", "goods")]
    if inner:
        last = max(last, reach(view, inner[-1])[1])
    return " ".join(view.words(first, last).split())


def _drafts(
    view: SentenceView,
    trigger: int,
    givers: list[Filler],
    takers: list[Filler],
    goods: list[int],
    rule: str,
    how: Aim,
) -> Iterator[Draft]:
    if how in {Aim.TRIED, Aim.PURPOSE} or not goods:
        return
    start = view.tokens[goods[0]].start
    weapon = _words_of(view, goods, max([f.end for f in [*takers, *givers] if f.end <= start] or [0]))
    for giver in givers:
        for taker in takers or (None,):
            if taker is None and giver.kind == Kind.ORGANISATION:
                continue  # "the firm will supply engines"
            if taker is not None and (overlap(giver, taker) or same(view, giver, taker)):
                continue
            draft = Draft(
                predicate="supplied",
                trigger=trigger,
                subject=giver,
                object=taker,
                weapon=weapon,
                place_fixed=True,
                rule=rule,
                why=f"“{view.tokens[trigger].text}” hands {weapon} from one party to another",
                confidence=0.7,
            )
            yield held(draft, how)


def _gave(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "X gave Y tanks", "X supplied Y with tanks", "X sent tanks to Y", "tanks supplied by X"."""
    passive = view.is_passive(verb)
    given = view.undergoers(verb)
    goods = [t for t in given if _is_goods(view, t)]
    with_goods = [t for t in reached(view, verb, "with") if _is_goods(view, t)]
    takers = sides(view, reached(view, verb, "to"), _TAKERS)
    givers = doers_of(view, verb, frozenset(), AGENTS)
    if with_goods and not goods:
        goods = with_goods
        takers = actors(view, given, _TAKERS)
    if passive and not givers:
        givers = sides(view, [*reached(view, verb, "by", "from"), *_from(view, goods)], AGENTS)
    if not takers:
        takers = actors(view, [d for d in view.dependents(verb, "dative") if view.tokens[d].tag != "IN"], _TAKERS)
        takers = takers or sides(view, [t for t in given if t not in goods], _TAKERS)
    if not takers:
        takers = sides(view, [t for g in given for t in reached(view, g, "to", "for")], _TAKERS)
    if not takers and not passive and goods:
        takers = _before_goods(view, verb, goods[0])
    if not takers and goods and not passive:
        takers = _of_next(view, verb)
    takers = _on_behalf(view, verb) or takers
    name = base(view, verb)
    meant = name in words("supply", "meant")
    by_state = (meant or "over" in particles(view, verb)) and all(g.kind == Kind.STATE for g in givers)
    if not takers and name in words("supply", "needing_taker") and not passive and not by_state:
        return
    if name in words("supply", "carrying"):  # an airline or a person who only carries hands nothing over
        givers = [g for g in givers if g.kind not in {Kind.ORGANISATION, Kind.POPULATION}]
        takers = [t for t in takers if t.kind in FORCES | {Kind.STATE}]
        if not takers:
            return
    if not goods and name in words("supply", "bare"):
        yield from _supplied_force(view, verb, givers)
        return
    if meant and any(base(view, g) in words("backing", "support", "money") for g in goods):
        return  # "offered $5 million for Varek"
    how = aim(view, verb)
    how = Aim.PLANNED if meant and how == Aim.DONE else how
    yield from _drafts(view, verb, givers, takers, goods, "supplied-verb", how)


def _supplied_force(view: SentenceView, verb: int, givers: list[Filler]) -> Iterator[Draft]:
    """As in "A has supplied the Third Front since 1980": with what stays untold."""
    how = aim(view, verb)
    takers = [t for t in actors(view, view.undergoers(verb), FORCES) if t.kind == Kind.GROUP]
    givers = [g for g in givers if g.kind in FORCES | {Kind.STATE}]
    if not reached(view, verb, "with") and how not in {Aim.TRIED, Aim.PURPOSE}:
        yield from (held(d, how) for d in pair_drafts(view, "supplied", verb, givers, takers, "supplied-force"))


def _on_behalf(view: SentenceView, verb: int) -> list[Filler]:
    """As in "shipped vehicles to Sudan on behalf of X": X, to whom they go, and not the land."""
    for noun in reached(view, verb, "on"):
        if view.lows[noun] == "behalf":
            return sides(view, view.prepositional(noun, "of"), FORCES)
    return []


def _of_next(view: SentenceView, verb: int) -> list[Filler]:
    """As in "is sending arms and giving shelter to X": the taker told once, with the next verb of giving."""
    later = [c for c in view.children[verb] if c > verb and view.tokens[c].relation in {"conj", "advcl", "dep"}]
    given = [c for c in later if base(view, c) in words("supply", "verbs") and not view.dependents(c, "nsubj")]
    heads = [t for c in given for n in [c, *view.objects(c)] for t in reached(view, n, "to")]
    return sides(view, heads, _TAKERS)


def _from(view: SentenceView, goods: list[int]) -> list[int]:
    """ "was provided with weapons from X": the X."""
    return [t for g in goods for t in reached(view, g, "from")]


def _before_goods(view: SentenceView, verb: int, goods: int) -> list[Filler]:
    """As in "sold Saudi Arabia tanks", "gave the Third Front 300 rifles": a name right after the verb, read as part of
    the goods.
    """
    first = min(verb + 1, goods)
    starts = {view.tokens[t].start for t in (first, first + 1 if view.lows[first] == "the" else first)}
    for m in view.mentions:
        mention = view.mention(m)
        group = mention.kind in FORCES and mention.form == Form.NAME and base(view, verb) in words("supply", "dative")
        if mention.start in starts and view.heads[m] < goods and (group or is_country(view, m)):
            return [filler(view, m)]
    return []


def _got(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "Y bought tanks from X"."""
    goods = [t for t in view.undergoers(verb) if _is_goods(view, t)]
    sources = [*reached(view, verb, "from"), *[t for g in goods for t in reached(view, g, "from")]]
    givers = sides(view, sources, AGENTS)
    takers = doers_of(view, verb, frozenset(), _TAKERS)
    yield from _drafts(view, verb, givers, takers, goods, "bought", aim(view, verb))
    if base(view, verb) in words("supply", "procuring"):  # "X bought tanks for Y"
        clients = sides(
            view, [*reached(view, verb, "for"), *(t for g in goods for t in reached(view, g, "for"))], FORCES
        )
        clients = clients or _on_behalf(view, verb)
        yield from _drafts(view, verb, takers if clients else [], clients, goods, "bought-for", aim(view, verb))


def _act(view: SentenceView, noun: int) -> Iterator[Draft]:
    """As in "X’s arms sales to Y", "deliveries of tanks from X to Y"."""
    goods = [t for t in view.prepositional(noun, "of") if _is_goods(view, t)]
    before = [c for c in view.dependents(noun, "compound", "amod", "nmod") if _is_goods(view, c)]
    givers = [f for n in [noun, *before] for f in owners(view, n, AGENTS)]
    givers = givers or sides(view, reached(view, noun, "from", "by"), AGENTS)
    takers = sides(view, [t for n in [noun, *goods] for t in reached(view, n, "to")], _TAKERS)
    above = view.tokens[noun].head
    if not givers and view.tokens[noun].relation == "dobj":
        givers = doers_of(view, above, frozenset(), AGENTS)
        if base(view, above) in {"halt", "stop", "ban", "suspend", "block", "end", "condemn", "criticise", "criticize"}:
            return
    if not takers:
        return
    yield from _drafts(view, noun, givers, takers, goods or before, "supply-act", Aim.DONE)


def _agent(view: SentenceView, noun: int) -> Iterator[Draft]:
    """As in "X, the main arms supplier of Y", "X is a supplier of drones to Y"."""
    goods = [t for t in view.prepositional(noun, "of") if _is_goods(view, t)]
    before = [c for c in view.dependents(noun, "compound", "nmod") if _is_goods(view, c)]
    if not goods and not before:
        return
    takers = sides(view, [t for n in [noun, *goods] for t in reached(view, n, "of", "to")], FORCES | {Kind.STATE})
    for said in told_of(view, noun, AGENTS):
        for draft in _drafts(view, said.trigger, [said.holder], takers, goods or before, "supplier", Aim.DONE):
            if draft.object is not None:
                yield msgspec.structs.replace(draft, identity=said.identity, modality=said.modality or draft.modality)
