"""Who arms, funds, trains or stands behind whom (backs)."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.claims.arguments.parties import filler
from reportedly.claims.arguments.sides import actors, doers_of, owners_of, reached, sides, undergoers_of, verb_base
from reportedly.claims.distinct import distinct
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.modality.aims import Aim, aim, held
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, is_in, is_noun, modifiers, particles
from reportedly.claims.ties.bonds import bond_draft, noun_bonds, pair_drafts
from reportedly.claims.ties.compounds import compound_bonds
from reportedly.claims.violence.doing import armed_men
from reportedly.records.mention import AGENTS, FORCES, Form, Kind
from reportedly.resources.lexicon import table, words

_BACKED = AGENTS
_FORCES = FORCES | {Kind.POPULATION, Kind.STATE}
_COMPOUND = frozenset({Kind.GROUP, Kind.STATE_BODY, Kind.ORGANISATION, Kind.PERSON})
_NOT_TOLD = frozenset({Aim.TRIED})
_SUPPORT = ("from", "by")


class Backing:
    """backs: support of parties, not of views, plans or teams."""

    name = "backing"
    version = 5
    predicates = frozenset({"backs"})

    def __call__(self, sentence: SentenceView) -> Iterator[Draft]:
        """Drafts of one sentence, each pair once."""
        yield from distinct(sentence, _all(sentence))


EXTRACTOR = Backing()


def _all(view: SentenceView) -> Iterator[Draft]:
    yield from _compounds(view)
    for token, word in enumerate(view.tokens):
        name = base(view, token)
        verb = verb_base(view, token)
        if verb is not None:
            yield from _verb(view, token, verb)
            yield from _relies(view, token, name)
            if verb in words("backing", "support", "raising"):
                yield from _raised(view, token)
        if name in words("backing", "support", "nouns") and is_noun(view, token) and not _is_trade(view, token, name):
            yield from _support(view, token, name)
        if name in words("backing", "pay", "nouns") and is_noun(view, token):
            yield from _in_pay(view, token)
        if word.tag[:1] == "N":
            yield from _nouns(view, token, name)
        if name in words("backing", "verbs", "relying_adjectives") and word.tag[:1] == "J":
            backers = sides(view, reached(view, token, "on", "upon"), _FORCES)
            yield from pair_drafts(view, "backs", token, backers, _of_predicate(view, token), "backs-dependent")


def _compounds(view: SentenceView) -> Iterator[Draft]:
    """As in "the Doran-backed X", "X, another Doran-backed militia"."""
    for bond in compound_bonds(view, words("backing", "compounds"), _COMPOUND, AGENTS - {Kind.POPULATION}):
        of_force = bond.first.kind in FORCES
        if of_force or view.tokens[bond.word].text.lower() not in words("backing", "for_forces"):
            yield bond_draft(view, "backs", bond, reverse=True, confidence=0.85)


def _nouns(view: SentenceView, noun: int, name: str) -> Iterator[Draft]:
    """As in "X, a Doran proxy", "X, a proxy force of Doran", "Doran, the main backer of X"."""
    known = words("backing", "nouns", "clients")
    client = name in known or (not view.vocabulary.isdisjoint(known) and not modifiers(view, noun).isdisjoint(known))
    if not client and name not in words("backing", "nouns", "backers"):
        return
    if view.words_from(noun + 1, 1) == ":":
        return  # "backers: Doran", the field of an entry
    after = table("backing")["nouns"]["after"]
    if client:
        for bond in noun_bonds(view, noun, AGENTS, AGENTS, tuple(after)):
            yield bond_draft(view, "backs", bond, reverse=True)
    if name in words("backing", "nouns", "backers"):
        for bond in noun_bonds(view, noun, AGENTS, AGENTS, tuple(after), adjectives=False):
            yield bond_draft(view, "backs", bond)
        if not view.prepositional(noun, *after):
            yield from _twice_owned(view, noun)


def _twice_owned(view: SentenceView, noun: int) -> Iterator[Draft]:
    """As in "X's Doran sponsors", "its Doran backers": Doran backs X."""
    nations = [
        filler(view, m)
        for c in view.dependents(noun, "amod", "compound", "nmod")
        for m, h in view.heads.items()
        if h == c and view.mention(m).form == Form.ADJECTIVE and view.mention(m).kind == Kind.STATE
    ]
    whose = [f for f in sides(view, view.dependents(noun, "poss"), AGENTS) if f.kind != Kind.POPULATION]
    yield from pair_drafts(view, "backs", noun, nations, whose, "backs-twice-owned")


# ---- verbs
def _verb(view: SentenceView, verb: int, name: str) -> Iterator[Draft]:
    """As in "A backs B", "B is funded by A", "A stands behind B"."""
    backed: list[Filler] = []
    if name in words("backing", "verbs", "transitive"):
        if particles(view, verb) & words("backing", "verbs", "other_verbs"):
            return
        backed = _backed(view, undergoers_of(view, verb) or _shared(view, verb))
    elif name in words("backing", "verbs", "of_forces"):
        yield from _helped(view, verb)
        return
    else:
        for group in ("with_particle", "with_preposition"):
            wanted = table("backing")["verbs"][group].get(name, ())
            if wanted and particles(view, verb) & set(wanted):
                heads = view.undergoers(verb) if group == "with_particle" else reached(view, verb, *wanted)
                backed = _backed(view, heads)
        if name in words("backing", "verbs", "throwing") and any(
            base(view, o) in words("backing", "verbs", "thrown") for o in view.objects(verb)
        ):
            backed = _backed(view, reached(view, verb, "behind"))
    how = aim(view, verb) if backed else None
    if how is None or how in _NOT_TOLD:
        return
    backers = doers_of(view, verb, words("backing", "verbs", "transitive"))
    backers = backers or [f for t in view.agents(verb) for f in owners_of(view, t)]  # "backed by Russian airpower"
    backers = [*backers, *sides(view, _later_by(view, verb))]
    if not backers and view.tokens[verb].relation == "pcomp":  # "by arming B, A’s acts …"
        backers = [f for t in view.subjects(verb) for f in owners_of(view, t)]
    for draft in pair_drafts(view, "backs", verb, backers, backed, "backs-verb", placed=True):
        if not _is_fan(draft):
            yield held(draft, how) if how != Aim.PURPOSE else draft


def _shared(view: SentenceView, verb: int) -> list[int]:
    """Of "has trained and supplied B" B, which hangs on the second verb."""
    alike = [c for c in view.dependents(verb, "conj") if base(view, c) in words("backing", "verbs", "shared")]
    return [] if view.is_passive(verb) else [o for c in alike[:1] for o in view.objects(c)]


def _helped(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "A helped B take Ruda", "B, paid by A,": help only from forces or states, and for those who fight."""
    how = aim(view, verb)
    talks = view.dependents(verb, "prt", "prep") if base(view, verb) == "advise" else []
    told = base(view, verb) == "advise" and view.dependents(verb, "xcomp", "ccomp")
    sums = [o for o in view.objects(verb) if base(view, o) in words("backing", "support", "money")]
    if how in {Aim.TRIED, Aim.FAILED} or told or sums or any(view.tokens[p].lemma in {"against", "of"} for p in talks):
        return
    heads = undergoers_of(view, verb)
    if not view.is_passive(verb):
        heads = heads or [s for c in view.dependents(verb, "ccomp", "xcomp") for s in view.dependents(c, "nsubj")]
    backed = [f for f in _backed(view, heads) if f.kind in FORCES and _fights(view, f)]
    backers = [f for f in doers_of(view, verb, frozenset()) if f.kind in _FORCES - {Kind.POPULATION}]
    backers = backers or [f for t in view.agents(verb) for f in owners_of(view, t, _FORCES - {Kind.POPULATION})]
    for draft in pair_drafts(view, "backs", verb, backers, backed, "backs-help", placed=True):
        yield held(draft, how) if how != Aim.PURPOSE else draft


def _fights(view: SentenceView, found: Filler) -> bool:
    """Whether a party bears arms: a group, or a body with a word for a force in it."""
    inside = [t for t, w in enumerate(view.tokens) if found.start <= w.start and w.end <= found.end]
    return found.kind == Kind.GROUP or any(is_in(view, t, "described", "people", "force") for t in inside)


def _in_pay(view: SentenceView, noun: int) -> Iterator[Draft]:
    """As in "B, in the pay of A", "B is on A's payroll"."""
    token = view.tokens[noun]
    if token.relation != "pobj" or view.tokens[token.head].lemma not in {"in", "on"}:
        return
    above = view.tokens[token.head].head
    if view.tokens[above].tag[:1] == "V" and base(view, above) not in {"be", "remain"}:
        return
    paid = actors(view, view.subjects(above) if view.tokens[above].tag[:1] == "V" else [above], AGENTS)
    payers = [*owners_of(view, noun, AGENTS), *sides(view, reached(view, noun, "of"), AGENTS)]
    yield from pair_drafts(view, "backs", noun, payers, paid, "backs-pay")


def _later_by(view: SentenceView, verb: int) -> list[int]:
    """Of "armed by A until 1997 and later by B" the B, whatever the second "by" is joined to."""
    if not view.agents(verb):
        return []
    near = [verb, *view.dependents(verb, "agent", "prep")]
    seconds = [c for t in near for c in view.dependents(t, "conj") if view.lows[c] == "by"]
    return [h for p in seconds for o in view.dependents(p, "pobj") for h in view.conjuncts(o)]


def _is_fan(draft: Draft) -> bool:
    """A person or a firm and a firm or club: no backing in a conflict."""
    assert draft.subject is not None
    assert draft.object is not None
    return draft.subject.kind in {Kind.PERSON, Kind.ORGANISATION} and draft.object.kind == Kind.ORGANISATION


def _backed(view: SentenceView, heads: list[int]) -> list[Filler]:
    """Parties, and those whose fight or effort it is ("supported the army's offensive")."""
    heads = [t for t in heads if not {base(view, t), *modifiers(view, t)} & words("backing", "support", "unnamed")]
    found = actors(view, heads, _BACKED) or [a for t in heads for a in armed_men(view, t)]
    for head in heads:
        if base(view, head) in words("backing", "support", "efforts"):
            theirs = [*owners_of(view, head, _FORCES), *sides(view, view.prepositional(head, "by"), _FORCES)]
            found += [f for f in theirs if not any(f.start >= g.start and f.end <= g.end for g in found)]
        inner = [
            a for c in view.dependents(head, "acl") if view.tokens[c].tag == "VBG" for a in view.prepositional(c, "by")
        ]
        found += sides(view, inner, _FORCES)  # "supported the re-taking of Ruda by the army"
    return found


def _relies(view: SentenceView, verb: int, name: str) -> Iterator[Draft]:
    """As in "B depends on A"."""
    wanted = table("backing")["verbs"]["relying"].get(name, ())
    if wanted:
        backers = sides(view, reached(view, verb, *wanted), _FORCES)
        clients = [f for f in actors(view, view.subjects(verb), AGENTS) if f.kind != Kind.POPULATION]
        yield from pair_drafts(view, "backs", verb, backers, clients, "backs-relied-on", confidence=0.6)


def _of_predicate(view: SentenceView, adjective: int) -> list[Filler]:
    """Of whom an adjective is said: "X is dependent on Y"."""
    verb = view.tokens[adjective].head
    heads = view.subjects(verb) if view.tokens[adjective].relation in {"acomp", "conj", "oprd"} else [verb]
    return actors(view, heads, AGENTS)


def _raised(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "A raised funds for B", "A moves money on behalf of B"."""
    how = aim(view, verb)
    money = [o for o in view.undergoers(verb) if base(view, o) in words("backing", "support", "money")]
    money += [o for o in view.undergoers(verb) if reached(view, o, "of") and base(view, o) in {"million", "billion"}]
    if not money or how in _NOT_TOLD:
        return
    backed = sides(view, [t for n in [verb, *money] for t in reached(view, n, "for")], FORCES)
    for draft in pair_drafts(view, "backs", verb, doers_of(view, verb, frozenset()), backed, "raised-for"):
        yield held(draft, how)


# ---- the noun "support"
def _is_trade(view: SentenceView, noun: int, name: str) -> bool:
    """A service that is no help in a war ("postal services to"), as "financial services to X" are."""
    return name == "service" and not modifiers(view, noun) & words("backing", "support", "services")


def _support(view: SentenceView, noun: int, name: str) -> Iterator[Draft]:
    """As in "A's support for B", "A gave B support", "B gets support from A", "with A's support", "in support of B"."""
    kinds = _FORCES - {Kind.POPULATION} if name in words("backing", "support", "weak") else AGENTS
    givers = [*owners_of(view, noun, AGENTS), *_backed(view, reached(view, noun, *_SUPPORT))]
    told = _backed(view, reached(view, noun, "to", "for", "towards", "toward"))
    of = reached(view, noun, "of")
    token = view.tokens[_measured(view, view.first_conjunct(noun))]
    above = token.head
    trigger, how = noun, Aim.DONE
    takers: list[Filler] = told
    if token.relation == "pobj" and view.tokens[above].lemma == "in" and not view.dependents(noun, "det", "poss"):
        yield from _in_support(view, noun, above, [*_backed(view, of), *told], givers)
        return
    if token.relation == "pobj" and view.tokens[above].lemma in {"with", "without", "through", "under"} and not told:
        givers = givers or actors(view, of) or [f for o in of for f in owners_of(view, o, AGENTS)]
        verb = view.tokens[above].head
        takers = actors(view, view.doers(verb), AGENTS) if view.tokens[verb].tag[:1] == "V" else []
        if base(view, verb) in words("backing", "support", "giving_with") and not givers:  # "provides B with training"
            givers, takers = takers, _backed(view, view.undergoers(verb))
            trigger, how = verb, aim(view, verb)
        if base(view, verb) in words("backing", "support", "founding"):  # "founded B with A's support"
            takers = actors(view, view.undergoers(verb), FORCES) or takers
        takers = [t for t in takers if t.kind in kinds]
        if view.tokens[above].lemma == "without":
            return
    elif _relied_on(view, noun):
        takers = _of_predicate(view, _relied_on(view, noun)[0])
    elif told and not givers and _means(view, noun) is not None:
        givers, trigger = doers_of(view, _means(view, noun) or 0, frozenset()), noun
    elif token.relation in {"dobj", "nsubjpass", "pobj", "ccomp", "xcomp"} and view.tokens[above].tag[:1] in {"V", "I"}:
        verb = above if view.tokens[above].tag[:1] == "V" else view.tokens[above].head
        light = base(view, verb)
        how = aim(view, verb) if view.tokens[verb].tag[:1] == "V" else Aim.DONE
        if light in words("backing", "support", "giving"):
            givers = givers or actors(view, view.doers(verb), AGENTS)
            given = view.dependents(verb, "dative")
            takers = takers or _backed(
                view, [*[d for d in given if view.tokens[d].tag != "IN"], *reached(view, verb, "to", "for")]
            )
            takers = takers or _backed(view, of)
            trigger = verb
        elif light in words("backing", "support", "getting") or light in words("backing", "support", "leaning"):
            givers = givers or actors(view, [*of, *reached(view, verb, "from")])
            takers = takers or actors(view, view.doers(verb), AGENTS)
            trigger = verb
    if givers and not takers and of and token.relation != "pobj":
        takers = _backed(view, of)
    if how in _NOT_TOLD:
        return
    if token.relation == "pobj" and kinds != AGENTS:  # "with the help of neighbours"
        givers = [g for g in givers if g.kind in kinds]
    for draft in pair_drafts(view, "backs", trigger, givers, [t for t in takers if t.kind in kinds], "backs-support"):
        yield held(draft, how) if how != Aim.PURPOSE else draft


def _measured(view: SentenceView, noun: int) -> int:
    """Of "most of its funding" the measure, which stands in the clause for the noun."""
    preposition = view.tokens[noun].head
    above = view.tokens[preposition].head
    measured = view.tokens[noun].relation == "pobj" and view.tokens[preposition].lemma == "of"
    return above if measured and base(view, above) in words("backing", "support", "measures") else noun


def _relied_on(view: SentenceView, noun: int) -> list[int]:
    """The adjective in "X is dependent on A’s air support"."""
    preposition = view.tokens[view.first_conjunct(noun)].head
    above = view.tokens[preposition].head
    relied = base(view, above) in words("backing", "verbs", "relying_adjectives")
    return [above] if relied and view.tokens[preposition].lemma in {"on", "upon"} else []


def _means(view: SentenceView, noun: int) -> int | None:
    """The verb of backing that a noun tells the means of: "supports A through aid to B", "helps in training for B"."""
    preposition = view.tokens[view.first_conjunct(noun)].head
    verb = view.tokens[preposition].head
    near = view.tokens[preposition].lemma in {"through", "via", "with", "in", "by"}
    return verb if near and base(view, verb) in words("backing", "verbs", "transitive") else None


def _describes(view: SentenceView, verb: int) -> bool:
    """Whether a verb only lists or describes ("targets, which include …"), so that its subject does nothing."""
    return base(view, verb) in {"be", "include", "contain", "comprise", "coordinate"}


def _in_support(
    view: SentenceView, noun: int, preposition: int, backed: list[Filler], givers: list[Filler]
) -> Iterator[Draft]:
    """As in "A flew strikes in support of B": A, who does it or whose strikes they are."""
    above = view.tokens[view.first_conjunct(preposition)].head
    if not givers and base(view, above) in words("backing", "support", "acts"):
        givers = owners_of(view, above, AGENTS)
    clauses = [t for t in [above, *view.ancestors(above)] if view.tokens[t].tag[:1] == "V"]
    for verb in clauses if not givers else ():
        subjects = view.doers(verb)
        acts = [t for t in [*subjects, *view.objects(verb)] if base(view, t) in words("backing", "support", "acts")]
        whose = [f for t in acts for f in owners_of(view, t, AGENTS)]
        of_noun = view.tokens[verb].relation == "relcl" and above == view.tokens[verb].head
        givers = whose or ([] if of_noun or _describes(view, verb) else actors(view, subjects))
        if givers or view.tokens[verb].relation in {"ccomp", "parataxis"}:  # above it stands who says so
            break
    yield from pair_drafts(view, "backs", noun, givers, backed, "backs-in-support", placed=True)
