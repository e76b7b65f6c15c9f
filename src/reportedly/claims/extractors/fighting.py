"""War over time (fights) and single fights (clashed_with)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from reportedly.claims.arguments.fillings import party_of
from reportedly.claims.arguments.lists import listed
from reportedly.claims.arguments.parties import filler, owner, owners, parties
from reportedly.claims.arguments.scenes import site_beside, sites_of
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.modality.aims import Aim, aim, held
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, is_in, modifiers, particles
from reportedly.claims.violence.doing import fighters, is_known
from reportedly.records.mention import FORCES, Form, Kind
from reportedly.resources.lexicon import words

_SIDES = frozenset({Kind.GROUP, Kind.STATE_BODY, Kind.STATE, Kind.POPULATION, Kind.PERSON})
_ARMED = frozenset({Kind.GROUP, Kind.STATE_BODY, Kind.STATE})


class Fighting:
    """fights and clashed_with, between armed parties; figures of speech ("fight crime") have no second side."""

    name = "fighting"
    version = 7
    predicates = frozenset({"fights", "clashed_with"})

    def __call__(self, sentence: SentenceView) -> Iterator[Draft]:
        """Drafts of one sentence, each pair once."""
        seen: set[tuple[str, int, int]] = set()
        for draft in _all(sentence):
            ends = sorted(f.start for f in (draft.subject, draft.object) if f is not None)
            key = (draft.predicate, ends[0] if ends else -1, ends[-1] if ends else -1)
            if key not in seen:
                seen.add(key)
                yield draft


EXTRACTOR = Fighting()


def _all(view: SentenceView) -> Iterator[Draft]:
    for token, word in enumerate(view.tokens):
        name = base(view, token)
        if word.tag[:1] == "V":
            if name in words("fighting", "fights", "verbs"):
                yield from _fights(view, token, name)
            if name in words("fighting", "fights", "back") and "back" in particles(view, token):
                armed = [a for a in parties(view, view.doers(token), _SIDES) if a.kind in _ARMED | {Kind.PERSON}]
                yield from _pairs(
                    view,
                    "fights",
                    token,
                    armed,
                    parties(view, view.objects(token), frozenset({Kind.GROUP})),
                    "pushed-back",
                    aim(view, token),
                )
            if name in words("fighting", "clash", "verbs"):
                yield from _clashed(view, token, name)
            if name in words("fighting", "clash", "repelling"):
                yield from _repelled(view, token)
            if name in words("fighting", "clash", "pitting"):
                yield from _pitted(view, token)
            if name == "take" and any(
                base(view, o) in words("fighting", "fights", "arms") for o in view.objects(token)
            ):
                yield from _took_arms(view, token)
        if word.tag[:1] == "N" or (word.tag == "VBG" and view.prepositional(token, "between", "among")):
            if name in words("fighting", "clash", "nouns") or word.text.lower() in words("fighting", "clash", "nouns"):
                yield from _clash_noun(view, token, name)
            told = name in words("fighting", "clash", "nouns") and _is_of_arms(view, token)
            if not told and (
                name in words("fighting", "fights", "nouns") or name in words("fighting", "fights", "lines")
            ):
                yield from _war_noun(view, token)


def _fights(view: SentenceView, verb: int, name: str) -> Iterator[Draft]:
    """As in "A fights B", "A fought against B", "A is battling B in Ruda"."""
    if any(is_in(view, h, "fighting", "fights", "games") for h in view.prepositional(verb, "in", "during")):
        return
    doers = parties(view, view.doers(verb), _SIDES) or [a for d in view.doers(verb) for a in fighters(view, d)]
    enemies = parties(view, view.prepositional(verb, "against"), _ARMED)
    if not enemies and name in words("fighting", "fights", "transitive"):
        enemies = parties(view, view.undergoers(verb), _ARMED)
    if name == "engage":
        enemies = []
    if not enemies and name == "fight" and "with" in particles(view, verb) and not _on_a_side(view, verb):
        enemies = []
    if doers and enemies:
        yield from _pairs(view, "fights", verb, doers, enemies, "fights-verb", aim(view, verb))


def _took_arms(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "A took up arms against B"."""
    near = [verb, *view.objects(verb)]
    enemies = parties(view, [h for t in near for h in view.prepositional(t, "against")], _ARMED)
    doers = parties(view, view.doers(verb), _SIDES)
    if doers and enemies:
        yield from _pairs(view, "fights", verb, doers, enemies, "took-arms", aim(view, verb))


def _at_war(view: SentenceView, noun: int) -> tuple[list[Filler], list[Filler]]:
    """Who is at war: the two of "A and B are at war", the one of "A, at war with B,"."""
    preposition = view.tokens[noun].head
    above = view.tokens[preposition].head
    if view.tokens[preposition].lemma != "at" or base(view, noun) != "war":
        return [], []
    beside = view.conjuncts(view.first_conjunct(above))  # "A and B, at war for years,"
    found = parties(view, view.subjects(above) if view.tokens[above].tag[:1] == "V" else beside, _SIDES)
    return (found[:1], found[1:]) if len(found) == 2 and not view.prepositional(noun, "with") else (found, [])


def _on_a_side(view: SentenceView, verb: int) -> bool:
    return bool(particles(view, verb) & words("fighting", "fights", "side"))


def _war_noun(view: SentenceView, noun: int) -> Iterator[Draft]:
    """As in "A's fight against B", "A joined the war against B", "the war between A and B"."""
    both = _between(view, noun)
    if len(both) > 1:
        yield from _pairs(view, "fights", noun, both[:1], both[1:], "war-between", Aim.DONE)
        return
    sides = _engaged(view, noun)
    if len(sides) == 2:  # "A and B are locked in a conflict"
        yield from _pairs(view, "fights", noun, sides[:1], sides[1:], "engaged-in", Aim.DONE)
        return
    lines = is_in(view, noun, "fighting", "fights", "lines")
    enemies = parties(
        view,
        view.prepositional(noun, "against") if lines else view.prepositional(noun, "against", "with", "on"),
        _ARMED,
    )
    enemies = [e for e in enemies if e.mention is not None or e.kind in _ARMED]
    ours, theirs = _at_war(view, noun)
    if ours and (enemies or theirs):
        yield from _pairs(view, "fights", noun, ours, enemies or theirs, "at-war", Aim.DONE)
        return
    if not enemies:
        return
    whose = owner(view, noun, _ARMED)
    doers = [whose] if whose is not None else parties(view, view.prepositional(noun, "by"), _ARMED)
    joiners: list[Filler] = []
    above = view.tokens[noun].head
    if view.tokens[noun].relation in {"dobj", "nsubjpass"} and is_in(view, above, "fighting", "fights", "light"):
        joiners = parties(view, view.doers(above), _SIDES)
        yield from _pairs(view, "fights", noun, joiners, enemies, "joined-the-fight", aim(view, above))
    yield from _pairs(view, "fights", noun, doers, enemies, "fight-against", Aim.DONE)


def _clashed(view: SentenceView, verb: int, name: str) -> Iterator[Draft]:
    """As in "A clashed with B", "A and B exchanged fire"."""
    if name in words("fighting", "clash", "exchange"):
        if not any(is_in(view, o, "fighting", "clash", "exchanged") for o in view.objects(verb)):
            return
    elif name not in words("fighting", "clash", "sure"):
        return
    doers = parties(view, view.subjects(verb), _SIDES) or [a for s in view.subjects(verb) for a in fighters(view, s)]
    doers = _split(view, view.subjects(verb), doers)
    if len(view.subjects(verb)) == 1:
        doers = _two_sides(view, view.subjects(verb)[0]) or doers
    struck = [o for o in view.objects(verb) if not is_in(view, o, "fighting", "clash", "no_side")]
    met = view.prepositional(verb, "with", "against") or (struck if name == "encounter" else [])
    others = parties(view, met, _SIDES) or [a for h in met for a in fighters(view, h)]
    others = others or parties(view, [h for o in view.objects(verb) for h in view.prepositional(o, "with")], _SIDES)
    pairs = [(d, o) for d in doers for o in others] or list(combinations(doers, 2))
    armed = [(a, b) for a, b in pairs if a.kind in _ARMED or b.kind in _ARMED]
    if name == "encounter":  # who encounters resistance, or a delegation, fights nobody
        armed = [(a, b) for a, b in armed if a.kind in FORCES and b.kind in FORCES]
    for a, b in armed:
        yield from _pairs(view, "clashed_with", verb, [a], [b], "clashed-verb", aim(view, verb))


def _split(view: SentenceView, heads: list[int], found: list[Filler]) -> list[Filler]:
    """Of "Doran and Sel forces" Doran and Sel."""
    if len(heads) != 1 or len(found) != 1:
        return found
    split = owners(view, heads[0], _ARMED)
    listed = [view.document.text[a.end : b.start].strip() for a, b in pairwise(split)]
    return split if listed and all(gap in {"and", ",", ", and"} for gap in listed) else found


def _repelled(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "A repelled an assault by B", "A repulsed B’s attack": forces that met."""
    heads = view.doers(verb)
    doers = _split(view, heads, [d for d in parties(view, heads, _SIDES) if d.kind in _ARMED])
    attacks = [o for o in view.undergoers(verb) if is_in(view, o, "attack", "nouns", "sure")]
    others = [f for a in attacks for f in parties(view, view.prepositional(a, "by", "of", "from"), _SIDES)]
    others += [f for a in attacks if (f := owner(view, a, _ARMED)) is not None]
    others = others or parties(view, [o for o in view.undergoers(verb) if o not in attacks], FORCES)
    others = [o for o in others if o.kind in _ARMED]
    if doers and others:
        yield from _pairs(view, "clashed_with", verb, doers, others, "repelled", aim(view, verb))


def _pitted(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "a battle that pitted A against B", "the war pitting A against B"."""
    heads = [*view.subjects(verb), *([view.tokens[verb].head] if view.tokens[verb].relation == "acl" else [])]
    named = {w for h in heads for t in view.subtree(h) if t < verb for w in [base(view, t), view.lows[t]]}
    at_war = bool(named & words("fighting", "fights", "wars"))
    if not at_war and not named & words("fighting", "clash", "nouns"):
        return
    ours = parties(view, view.objects(verb), _ARMED)
    near = [verb, *view.objects(verb)]
    theirs = parties(view, [h for t in near for h in view.prepositional(t, "against")], _ARMED)
    if ours and theirs:
        predicate = "fights" if at_war else "clashed_with"
        yield from _pairs(view, predicate, verb, ours, theirs, "pitted", aim(view, verb))


def _two_sides(view: SentenceView, token: int) -> list[Filler]:
    """Of "the two armies clashed" those named just before, in this sentence or the last one, where they are two."""
    pair = {view.lows[c] for c in view.dependents(token, "nummod", "det", "amod", "predet")} & {"two", "both"}
    if not pair or view.tokens[token].tag != "NNS" or not is_in(view, token, "fighting", "clash", "sides"):
        return []
    before = [h for m, h in view.heads.items() if view.mention(m).end <= view.tokens[token].start]
    last = view.previous
    for where, heads in ((view, before), (last, [] if last is None else list(last.heads.values()))):
        told = [] if where is None else parties(where, heads, _ARMED)
        outer = [a for a in told if not any(b.start <= a.start and a.end <= b.end and b != a for b in told)]
        sides = {party_of(view, a).canonical: a for a in outer if a.mention is None or is_known(view, a)}
        if sides:
            return list(sides.values()) if len(sides) == 2 else []
    return []


def _clash_noun(view: SentenceView, noun: int, name: str) -> Iterator[Draft]:
    """As in "clashes between A and B in Ruda", "a firefight with B": who fought whom."""
    both = _between(view, noun)
    armed = _is_of_arms(view, noun) or (name == "encounter" and all(f.kind in FORCES for f in both))
    weak = name in words("fighting", "clash", "weak") and not armed
    if len(both) > 1 and not weak:
        yield from _pairs(view, "clashed_with", noun, both[:1], both[1:], "clash-between", Aim.DONE)
        return
    if weak:
        return  # "their battle with X" is told as `fights`
    others = parties(view, view.prepositional(noun, "with", "against"), _ARMED)
    above = view.tokens[noun].head
    sides = _engaged(view, noun)
    if not others and len(sides) == 2:  # "A and B engaged in fighting"
        yield from _pairs(view, "clashed_with", noun, sides[:1], sides[1:], "engaged-in", Aim.DONE)
        return
    whose = owner(view, noun, _ARMED)
    doers = [whose] if whose is not None else sides
    if not doers and others:
        verb = view.clause(noun)
        hurt = base(view, verb) in {"kill", "wound", "injure"}
        doers = parties(view, view.undergoers(verb) if hurt else view.doers(verb), _ARMED, victim=hurt)
        doers = [d for d in doers if d.kind in _ARMED]
        doers = (
            [d for d in doers if d.start not in {o.start for o in others}] if view.tokens[above].head != noun else []
        )
    if doers and others:
        yield from _pairs(view, "clashed_with", noun, doers, others, "clash-with", Aim.DONE)


def _engaged(view: SentenceView, noun: int) -> list[Filler]:
    """Who is "engaged in fighting"; of others nobody."""
    preposition = view.tokens[noun].head
    verb = view.tokens[preposition].head
    if view.tokens[preposition].lemma != "in" or not is_in(view, verb, "fighting", "clash", "engaging"):
        return []
    return parties(view, view.subjects(verb), _ARMED)


def _is_of_arms(view: SentenceView, noun: int) -> bool:
    """As in "a gun battle", "an exchange of fire", "killed in an encounter with police": no match and no meeting."""
    armed = modifiers(view, noun) & words("fighting", "clash", "armed")
    fire = any(is_in(view, h, "fighting", "clash", "exchanged") for h in view.prepositional(noun, "of"))
    word = view.tokens[noun]
    verb = view.tokens[word.head].head
    hurt = words("attack", "killing", "sure") | {"die", "wound", "injure"}
    locked = is_in(view, verb, "fighting", "clash", "engaging")  # "locked in battle with X"
    return bool(armed) or fire or (word.relation == "pobj" and (locked or base(view, verb) in hurt))


def _between(view: SentenceView, noun: int) -> list[Filler]:
    of_fire = [h for h in view.prepositional(noun, "of") if is_in(view, h, "fighting", "clash", "exchanged")]
    heads = [h for t in (noun, *of_fire) for h in _both(view, t)]
    verb = view.tokens[noun].head
    reduced = [c for c in view.dependents(noun, "acl") if view.tokens[c].tag in {"VBD", "VBN"}]
    verb = reduced[0] if reduced and not heads else verb
    if (
        not heads
        and (reduced or view.tokens[noun].relation == "nsubj")
        and is_in(view, verb, "fighting", "clash", "begins")
    ):
        heads = _both(view, verb)  # "fighting erupted in Ruda between A and B"
        placed = [h for p in view.prepositional(verb) for h in _both(view, p)]
        heads = heads or placed
    found = {f.start: f for f in parties(view, heads, _SIDES) if "-" not in view.document.text[f.start : f.end][:5]}
    for f in list(found.values()):
        if f.mention is not None and view.mention(f.mention).form == Form.NAME:
            for m in listed(view, f.mention, _SIDES):
                found.setdefault(view.mention(m).start, filler(view, m))
    told = [found[k] for k in sorted(found)]  # of "forces of X" and X the X
    return [f for f in told if not any(f.start < g.start and g.end <= f.end for g in told)]


def _both(view: SentenceView, token: int) -> list[int]:
    """What "between" brings in below a token; of "between police and rebels", read as one noun phrase, both."""
    found = view.prepositional(token, "between", "among")
    lost = [p for p in view.dependents(token, "prep") if view.tokens[p].lemma == "between" and not found]
    return found or [c for p in lost for h in view.dependents(p, "nmod", "amod", "dep") for c in view.conjuncts(h)]


def _pairs(
    view: SentenceView, predicate: str, trigger: int, doers: list[Filler], others: list[Filler], rule: str, how: Aim
) -> Iterator[Draft]:
    places = sites_of(view, trigger) or [f for p in doers + others for f in site_beside(view, p)]
    for a in doers:
        for b in others:
            if a.start == b.start:
                continue
            for place in places or (None,):
                draft = Draft(
                    predicate=predicate, trigger=trigger, subject=a, object=b, place=place, place_fixed=bool(places),
                    rule=rule, confidence=0.7, why=f"“{view.tokens[trigger].text}” sets two parties against each other",
                )  # fmt: skip
                yield held(draft, how)
