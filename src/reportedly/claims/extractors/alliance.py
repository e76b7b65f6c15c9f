"""Who stands with whom (allied_with), and who is linked to whom in a way that the words leave open (tied_to)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import msgspec

from reportedly.claims.arguments.descriptions import is_known
from reportedly.claims.arguments.sides import actors, doers_of, owners_of, reached, sides
from reportedly.claims.distinct import distinct
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.modality.aims import Aim, aim, held
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, is_noun, modifiers, particles
from reportedly.claims.syntax.relatives import each_named
from reportedly.claims.ties.bonds import bond_draft, mutual, noun_bonds, pair_drafts
from reportedly.claims.ties.compounds import compound_bonds
from reportedly.records.claim import Polarity
from reportedly.records.mention import AGENTS, BODIES_AND_STATES, Form, Kind
from reportedly.resources.lexicon import table, words

_ARMED = frozenset({Kind.GROUP, Kind.STATE_BODY, Kind.STATE})
_COMPOUND = frozenset({Kind.GROUP, Kind.STATE_BODY, Kind.ORGANISATION, Kind.PERSON})
_NOT_TOLD = frozenset({Aim.TRIED, Aim.PURPOSE})


class Alliance:
    """allied_with and tied_to."""

    name = "alliance"
    version = 4
    predicates = frozenset({"allied_with", "tied_to"})

    def __call__(self, sentence: SentenceView) -> Iterator[Draft]:
        """Drafts of one sentence, each pair once."""
        yield from distinct(sentence, _all(sentence))


EXTRACTOR = Alliance()


def _all(view: SentenceView) -> Iterator[Draft]:
    for group, predicate in (("allied", "allied_with"), ("tied", "tied_to")):
        for bond in compound_bonds(view, words("alliance", group, "compounds"), _COMPOUND, AGENTS):
            yield bond_draft(view, predicate, bond, confidence=0.8)
    for token, word in enumerate(view.tokens):
        name = base(view, token)
        if word.tag[:1] == "V":
            yield from _allied_verb(view, token, name)
            yield from _tied_verb(view, token, name)
            yield from _takes_orders(view, token, name)
        if word.tag[:1] == "N":
            yield from _nouns(view, token, name)
        if is_noun(view, token):
            yield from _alliance(view, token, name)
            yield from _ties(view, token, name)
            if name == "behalf":
                yield from _on_behalf(view, token)
            if name in words("alliance", "allied", "coordination"):
                yield from _coordinated(view, token)
        if word.tag[:1] in {"J", "V"}:
            yield from _adjective(view, token, word.text.lower())
        if word.lemma == "do" and view.lows[token - 1] == "to" and view.words_from(token + 1, 1) == "with":
            yield from _to_do_with(view, token)


# ---- allied_with
def _allied_verb(view: SentenceView, verb: int, name: str) -> Iterator[Draft]:
    """As in "A allied itself with B", "A fought alongside B", "A joined forces with B", "A and B joined forces"."""
    ours = table("alliance")["allied"]
    with_verb = ours["with_verbs"].get(name, ())
    others: list[Filler] = []
    between = False
    if with_verb:
        heads = [c for t in reached(view, verb, *with_verb) for c in each_named(view, t) or [t]]
        others = sides(view, heads, AGENTS)
        between = name in {"ally", "team", "cooperate", "collaborate", "band"}
    elif name in ours["fighting"]:
        others = _beside(view, verb)
        if not others and name in ours["serving"]:
            others = _cause(view, verb)
    if not others and name in ours["joining"]:
        made = [o for o in view.objects(verb) if base(view, o) in ours["joined"] and not view.is_body(o)]
        made += [
            h for h in view.prepositional(verb, "into") if base(view, h) in ours["alliances"]
        ]  # "entered into a pact"
        if any(base(view, o) == "cause" and "common" not in modifiers(view, o) for o in made):
            return
        others = sides(view, [t for h in [verb, *made] for t in reached(view, h, "with")] if made else [], AGENTS)
        between = bool(made)
    mutual_only = not others and (between or _together(view, verb, name))
    if not others and not mutual_only:
        return
    how = aim(view, verb)
    if how in _NOT_TOLD:
        return
    doers = doers_of(view, verb, frozenset({name}), AGENTS | {Kind.VEHICLE})
    doers = [d for d in doers if d.kind != Kind.VEHICLE or (d.mention is not None and view.is_name(d.mention))]
    doers = doers or (actors(view, view.undergoers(verb)) if with_verb else [])
    pairs = [(d, o) for d in doers for o in others]
    if mutual_only:
        pairs = list(combinations(doers, 2))
    if name in ours["serving"] and reached(view, verb, "for"):  # who fights for a group is its member
        pairs = [(a, b) for a, b in pairs if a.kind != Kind.PERSON or b.kind != Kind.GROUP]
    for a, b in pairs:
        if BODIES_AND_STATES & {a.kind, b.kind} or name in {"ally", "fight", "battle"}:
            for draft in pair_drafts(view, "allied_with", verb, [a], [b], "allied-verb", placed=True):
                yield held(draft, how)


def _cause(view: SentenceView, verb: int) -> list[Filler]:
    """As in "fought for Doran", "fights for Varek": for whom, not for what or where."""
    if view.objects(verb):
        return []
    found = sides(view, reached(view, verb, "for"), BODIES_AND_STATES | {Kind.PERSON})
    found = [f for f in found if f.kind != Kind.ORGANISATION and is_known(view, f)]
    named = [f for f in found if f.mention is not None and view.mention(f.mention).form == Form.NAME]
    return [f for f in named if f.kind in {Kind.STATE, Kind.PERSON, Kind.GROUP}]


def _beside(view: SentenceView, verb: int) -> list[Filler]:
    """Whom one fights or serves alongside, or on whose side."""
    near = particles(view, verb)
    found = sides(view, reached(view, verb, "alongside", "beside"), AGENTS)
    if not found and near & words("alliance", "allied", "together"):
        found = sides(view, reached(view, verb, "with"), AGENTS)
        below = [c for c in view.dependents(verb, "advmod", "prep", "prt") if view.tokens[c].lemma == "together"]
        found = found or sides(view, [t for c in below for t in reached(view, c, "with")], AGENTS)
    for by in view.subtree(verb) if not found else ():
        if view.words_from(by, 3).lower() == "side by side":
            found = sides(view, [t for h in (by + 2, by, verb) for t in reached(view, h, "with")], AGENTS)
    for head in reached(view, verb, "on", "at"):
        if base(view, head) == "side":
            found = found or sides(view, reached(view, head, "of"), AGENTS) or owners_of(view, head, AGENTS)
    return found


def _coordinated(view: SentenceView, noun: int) -> Iterator[Draft]:
    """As in "A, in coordination with B, struck Ruda": forces and states that act together."""
    token = view.tokens[noun]
    if token.relation != "pobj" or view.tokens[token.head].lemma != "in":
        return
    verb = next((t for t in view.ancestors(noun) if view.tokens[t].tag[:1] == "V"), None)
    if verb is None or aim(view, verb) in _NOT_TOLD or base(view, verb) not in words("alliance", "allied", "acting"):
        return
    others = sides(view, reached(view, noun, "with"), _ARMED)
    ours = doers_of(view, verb, frozenset(), _ARMED)
    yield from pair_drafts(view, "allied_with", noun, ours, others, "in-coordination", placed=True)


def _together(view: SentenceView, verb: int, name: str) -> bool:
    """As in "A and B fight together"."""
    return name in words("alliance", "allied", "fighting") and bool(particles(view, verb) & {"together", "jointly"})


def _nouns(view: SentenceView, noun: int, name: str) -> Iterator[Draft]:
    """As in "X, an ally of Y", "Y's close associate X", "X and Y are allies"."""
    if name in words("alliance", "allied", "nouns"):
        after = tuple(table("alliance")["allied"]["after"])
        found = list(noun_bonds(view, noun, AGENTS, AGENTS, after))
        yield from (bond_draft(view, "allied_with", bond) for bond in found)
        if not found:
            for a, b in mutual(view, noun, AGENTS):
                yield from pair_drafts(view, "allied_with", noun, [a], [b], "allied-mutual")
    pair = f"{view.tokens[noun - 1].text.lower()} {name}" if noun else name
    if noun > 2 and view.tokens[noun - 2].text in {"-", "‑"}:  # "right-hand man"
        pair = f"{view.lows[noun - 3]}-{pair}"
    if name in words("alliance", "tied", "nouns") or pair in words("alliance", "tied", "nouns"):
        after = tuple(table("alliance")["tied"]["after"])
        for bond in noun_bonds(view, noun, AGENTS, AGENTS, after, adjectives=False):
            if name != "lieutenant" or bond.first.kind == bond.other.kind == Kind.PERSON:
                yield bond_draft(view, "tied_to", bond, confidence=0.65)


def _alliance(view: SentenceView, noun: int, name: str) -> Iterator[Draft]:
    """As in "the alliance between A and B", "A's alliance with B", "A is in alliance with B"."""
    if name not in words("alliance", "allied", "alliances"):
        return
    between = sides(view, reached(view, noun, "between"), AGENTS)
    if len(between) > 1:
        for a, b in combinations(between, 2):
            yield from pair_drafts(view, "allied_with", noun, [a], [b], "alliance-between")
        return
    others = sides(view, reached(view, noun, "with"), AGENTS)
    ours = owners_of(view, noun, AGENTS)
    if not ours and view.tokens[noun].relation == "pobj" and view.tokens[view.tokens[noun].head].lemma == "in":
        ours = actors(view, view.subjects(view.clause(noun)))
    yield from pair_drafts(view, "allied_with", noun, ours, others, "alliance-with")


# ---- tied_to
def _on_behalf(view: SentenceView, noun: int) -> Iterator[Draft]:
    """As in "A acts for or on behalf of B", "A bought oil on behalf of B": A and B."""
    verb = next((t for t in view.ancestors(noun) if view.tokens[t].tag[:1] == "V"), None)
    if verb is None or base(view, verb) not in words("alliance", "tied", "acting") or aim(view, verb) in _NOT_TOLD:
        return
    others = sides(view, [*reached(view, noun, "of"), *view.dependents(noun, "poss")], AGENTS)
    ours = [f for f in actors(view, view.doers(verb), AGENTS) if f.kind != Kind.STATE]
    yield from pair_drafts(
        view, "tied_to", noun, ours, [o for o in others if o.kind != Kind.POPULATION], "on-behalf-of"
    )


def _to_do_with(view: SentenceView, doing: int) -> Iterator[Draft]:
    """As in "A denies having anything to do with B", "A has nothing to do with B": that the two are tied is denied."""
    having = next((t for t in view.ancestors(doing) if base(view, t) == "have" and view.tokens[t].tag[:1] == "V"), None)
    if having is None or view.lows[doing - 2] not in words("alliance", "tied", "to_do"):
        return
    polarity = Polarity.NEGATIVE if view.lows[doing - 2] == "nothing" else None
    others = sides(view, reached(view, doing, "with"), AGENTS)
    for draft in pair_drafts(view, "tied_to", having, actors(view, view.subjects(having)), others, "to-do-with"):
        yield msgspec.structs.replace(draft, polarity=polarity)


def _tied_verb(view: SentenceView, verb: int, name: str) -> Iterator[Draft]:
    """As in "A is tied to B", "units linked to B", "the ministry linked A to B", "A reports to B"."""
    tied = table("alliance")["tied"]
    ways = tied["verbs"].get(name, ())
    reporting = tied["reporting"].get(name, ())
    if name == "know" and "personally" in particles(view, verb):
        known = sides(view, view.undergoers(verb), frozenset({Kind.PERSON}))
        yield from pair_drafts(view, "tied_to", verb, doers_of(view, verb, frozenset()), known, "knows-personally")
    owning = name in words("alliance", "tied", "owning")
    if not (ways or reporting or owning):
        return
    how = aim(view, verb)
    if how in _NOT_TOLD:
        return
    if owning:
        yield from _owned(view, verb)
        return
    if view.tokens[verb].relation == "amod":
        return
    if name == "report" and (_is_news(view, verb) or view.dependents(verb, "ccomp", "xcomp", "npadvmod")):
        return  # "reported to parliament that"
    if ways:
        others = sides(view, reached(view, verb, *ways), AGENTS)
        tied_ones = actors(view, view.undergoers(verb), AGENTS) or (
            actors(view, view.subjects(verb), AGENTS) if not view.objects(verb) else []
        )
    else:
        others = sides(view, reached(view, verb, *reporting), BODIES_AND_STATES | {Kind.PERSON})
        tied_ones = actors(view, view.subjects(verb), AGENTS) if not view.objects(verb) else []
    rule = "reports-to" if reporting else "tied-verb"
    for draft in pair_drafts(view, "tied_to", verb, tied_ones, others, rule):
        yield held(draft, how)


def _is_news(view: SentenceView, verb: int) -> bool:
    """Whether a past "reported to" tells something; to a person by name, with nothing told, one answers."""
    named = sides(view, reached(view, verb, "to"), frozenset({Kind.PERSON}))
    known = [f for f in named if f.mention is not None and view.is_name(f.mention)]
    return view.tokens[verb].tag == "VBD" and (not known or bool(view.objects(verb)))


def _takes_orders(view: SentenceView, verb: int, name: str) -> Iterator[Draft]:
    """As in "A takes its orders from B": bodies, for of fighters and their head it is told as `directs`."""
    orders = [o for o in view.objects(verb) if base(view, o) in words("alliance", "tied", "orders")]
    if name not in words("alliance", "tied", "taking") or not orders or aim(view, verb) in _NOT_TOLD:
        return
    others = sides(view, [t for h in [verb, *orders] for t in reached(view, h, "from")], BODIES_AND_STATES)
    ours = [f for f in actors(view, view.subjects(verb), BODIES_AND_STATES | {Kind.PERSON}) if f.kind != Kind.STATE]
    yield from pair_drafts(view, "tied_to", verb, ours, others, "takes-orders")


def _owned(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "X is owned or controlled by Varek", "listed X for being owned by Varek", "Varek owns X": X and Varek."""
    first = view.first_conjunct(verb)
    firms = view.undergoers(verb)
    if view.tokens[first].relation == "pcomp":  # "designated X for being owned by Varek"
        above = view.tokens[view.tokens[first].head].head
        firms = view.undergoers(above) if view.tokens[above].tag[:1] == "V" else firms
    alike = view.conjuncts(first)
    theirs = view.agents(verb) or [h for c in alike for h in view.agents(c)] or _after_by(view, alike)
    if not view.is_passive(verb) and view.tokens[first].relation != "pcomp":
        theirs, firms = view.subjects(verb), firms or [o for c in alike for o in view.objects(c)]
    people = [f for f in actors(view, theirs, frozenset({Kind.PERSON})) if is_known(view, f)]
    tied = actors(view, firms, frozenset({Kind.ORGANISATION, Kind.VEHICLE}))
    yield from pair_drafts(view, "tied_to", verb, [f for f in tied if is_known(view, f)], people, "owned-by")


def _after_by(view: SentenceView, verbs: list[int]) -> list[int]:
    """Of "owned by, directly or indirectly, Varek" Varek, where nothing hangs on "by"."""
    bys = [a for v in verbs for a in view.dependents(v, "agent") if not view.dependents(a, "pobj")]
    after = [h for m, h in view.heads.items() if bys and h > bys[0] and view.mention(m).form == Form.NAME]
    return sorted(after)[:1]


def _adjective(view: SentenceView, token: int, name: str) -> Iterator[Draft]:
    """As in "A is close to B", "a militia loyal to B", "A, close to B, said"."""
    ways = table("alliance")["tied"]["adjectives"].get(name, ())
    if not ways or view.tokens[token].tag[:1] == "V" or (name == "close" and particles(view, token) & {"from"}):
        return
    others = sides(view, reached(view, token, *ways), AGENTS)
    if not others:
        return
    head = view.tokens[token].head
    relation = view.tokens[token].relation
    if relation in {"acomp", "oprd", "attr", "ROOT"} or (relation == "conj" and view.tokens[head].tag[:1] == "J"):
        ours = actors(view, view.subjects(head)) or actors(view, view.subjects(token))
    elif relation in {"amod", "acl", "appos", "relcl"} and view.tokens[head].tag[:1] == "N":
        ours = actors(view, [head])
    else:
        ours = actors(view, view.subjects(head)) if view.tokens[head].tag[:1] == "V" else []
    yield from pair_drafts(view, "tied_to", token, ours, others, "tied-adjective")


def _ties(view: SentenceView, noun: int, name: str) -> Iterator[Draft]:
    """As in "ties between A and B", "A's links to B", "A has close ties with B", "A, with ties to B"."""
    if name not in words("alliance", "tied", "ties"):
        return
    if modifiers(view, noun) & words("alliance", "tied", "formal"):
        return
    loose = name in words("alliance", "tied", "loose") and not modifiers(view, noun) & words("alliance", "tied", "near")
    if loose and name not in {"relationship", "connection"}:
        return
    token = view.tokens[noun]
    above = token.head
    if token.relation in {"dobj", "nsubjpass"} and base(view, above) in words("alliance", "tied", "broken"):
        return
    between = sides(view, reached(view, noun, "between"), AGENTS)
    if len(between) > 1:
        yield from pair_drafts(view, "tied_to", noun, between[:1], between[1:], "ties-between")
        return
    others = sides(view, reached(view, noun, *table("alliance")["tied"]["to"]), AGENTS)
    ours = owners_of(view, noun, AGENTS)
    trigger = noun
    if not ours and token.relation == "dobj" and base(view, above) in words("alliance", "tied", "holding"):
        ours, trigger = actors(view, view.doers(above)), above
        others = others or sides(view, reached(view, above, "with", "to"), AGENTS)
        if aim(view, above) in _NOT_TOLD:
            return
    if not ours and token.relation == "pobj" and view.tokens[above].lemma in {"with", "of", "over", "for"}:
        holder = view.tokens[above].head
        ours = (
            actors(view, [holder])
            if view.tokens[holder].tag[:1] == "N"
            else actors(view, [*view.undergoers(holder), *view.subjects(holder)][:1])
        )
    if loose:  # of two states it is what all have
        others = [f for f in others if f.kind != Kind.STATE or any(o.kind != Kind.STATE for o in ours)]
    yield from pair_drafts(view, "tied_to", trigger, ours, others, "ties-to")
