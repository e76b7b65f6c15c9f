"""Who stands against whom in words or politics, without fighting (opposes)."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.claims.arguments.bodies import apposed_bodies
from reportedly.claims.arguments.parties import described, filler, kind_of
from reportedly.claims.arguments.sides import actors, doers_of, owners_of, reached, sides, verb_base
from reportedly.claims.distinct import distinct
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.modality.aims import Aim, aim, held
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, is_in, is_noun, particles
from reportedly.claims.ties.bonds import bond_draft, mutual, noun_bonds, pair_drafts
from reportedly.claims.ties.compounds import bearers
from reportedly.records.mention import AGENTS, BODIES_AND_STATES, Form, Kind
from reportedly.resources.lexicon import table, words

_OPPOSED = BODIES_AND_STATES | {Kind.PERSON}


class Opposition:
    """opposes: of parties; what they do stands for them ("condemned Doran’s policies")."""

    name = "opposition"
    version = 2
    predicates = frozenset({"opposes"})

    def __call__(self, sentence: SentenceView) -> Iterator[Draft]:
        """Drafts of one sentence, each pair once."""
        yield from distinct(sentence, _all(sentence))


EXTRACTOR = Opposition()


def _all(view: SentenceView) -> Iterator[Draft]:
    for token, word in enumerate(view.tokens):
        name = base(view, token)
        verb = verb_base(view, token)
        if verb is not None:
            yield from _verb(view, token, verb)
            yield from _countering(view, token, name)
            yield from _havens(view, token, name)
        if name in words("opposition", "nouns") and is_noun(view, token):
            yield from _noun(view, token)
        if word.tag[:1] == "N" and name in words("opposition", "opponents"):
            yield from _opponent(view, token)
        ways = table("opposition")["adjectives"].get(word.text.lower(), ())
        if ways:
            yield from _adjective(view, token, ways)
        if word.text.lower() in words("opposition", "prefixes"):
            yield from _prefixed(view, token)


def _verb(view: SentenceView, verb: int, name: str) -> Iterator[Draft]:
    """As in "A opposes B", "A condemned B’s policies", "A spoke out against B"."""
    if name not in words("opposition", "verbs") and name not in words("opposition", "against"):
        return
    how = aim(view, verb)
    if how in {Aim.TRIED, Aim.PURPOSE}:
        return
    if name in words("opposition", "verbs"):
        heads = view.undergoers(verb)
        opposed = _opposed(view, heads, of_parties=name in words("opposition", "of_parties"))
        if not opposed and name in words("opposition", "of_matters"):
            opposed = [described(view, h, Kind.EVENT) for h in heads if is_in(view, h, "opposition", "matters")]
    else:
        ways = table("opposition")["ways"].get(name, ["against"])
        if name in words("opposition", "with_out") and "out" not in particles(view, verb):
            return
        on = name == "turn" and "on" in particles(view, verb)  # "turned on B", with B as its object
        heads = [*reached(view, verb, *ways), *(view.objects(verb) if on else [])]
        opposed = _opposed(view, heads, of_parties=False)
        if name in {"turn", "stand"}:
            opposed = [f for f in opposed if f.kind in BODIES_AND_STATES]
    ours = doers_of(view, verb, frozenset())
    if name in words("opposition", "of_speech"):  # what one person says against another is told as said
        ours = [f for f in ours if f.kind != Kind.PERSON]
    for draft in pair_drafts(view, "opposes", verb, ours, opposed, "opposes-verb", placed=True):
        yield held(draft, how)


def _opposed(view: SentenceView, heads: list[int], *, of_parties: bool) -> list[Filler]:
    """Parties, and those whose deeds are blamed."""
    found = sides(view, heads, _OPPOSED)
    for head in heads:
        deed = base(view, head) in words("opposition", "deeds") and not sides(view, [head], _OPPOSED)
        if deed and not of_parties:
            theirs = owners_of(view, head, _OPPOSED) or sides(view, view.prepositional(head, "of", "by"), _OPPOSED)
            found += theirs
    return found


def _countering(view: SentenceView, verb: int, name: str) -> Iterator[Draft]:
    """As in "the coalition to defeat B", "A joined together to counter B", "A's commitment to defeating B"."""
    if name not in words("opposition", "countering") or view.is_passive(verb):
        return
    if view.tokens[verb].text[:1].isupper():  # "the Coalition to Counter the Third Guard" is a name
        return
    first = view.first_conjunct(verb)
    infinitive = next((c for c in view.dependents(first, "aux") if view.tokens[c].tag == "TO"), None)
    if (infinitive is None and view.tokens[first].relation != "pcomp") or aim(view, verb) == Aim.FAILED:
        return
    above = view.tokens[first].head
    if view.tokens[above].tag in {"IN", "TO"}:
        above = view.tokens[above].head
    if infinitive and _is_aim(view, infinitive - 1) and view.tokens[infinitive - 1].tag[:1] == "N":
        above = infinitive - 1  # "leads the coalition to defeat B", with "to defeat" hung on "leads"
    if not _is_aim(view, above):
        return
    opposed = _opposed(view, view.objects(verb), of_parties=False) or _pointed_at(view, view.objects(verb))
    if view.tokens[above].tag[:1] == "N":
        ours = sides(view, [above], BODIES_AND_STATES) or owners_of(view, above, AGENTS)
        if not ours and view.tokens[above].relation == "dobj":
            ours = actors(view, view.doers(view.tokens[above].head))
        elif (
            not ours and view.tokens[above].relation == "pobj" and view.tokens[view.tokens[above].head].lemma == "with"
        ):
            ours = actors(view, view.subjects(view.clause(above)))  # "was founded with the aim of"
    else:
        ours = doers_of(view, above, frozenset()) or actors(view, view.subjects(above)) or _states(view, above)
    yield from pair_drafts(view, "opposes", above, ours, opposed, "opposes-aim", placed=True, confidence=0.6)


def _is_aim(view: SentenceView, token: int) -> bool:
    return base(view, token) in words("opposition", "aims") or view.tokens[token].text.lower() in words(
        "opposition", "aims"
    )


def _pointed_at(view: SentenceView, heads: list[int]) -> list[Filler]:
    """As in "these terrorists", "this armed group": described, and told before."""
    return [
        described(view, h, Kind.GROUP)
        for h in heads
        if kind_of(view, h) == Kind.GROUP or base(view, h) in words("opposition", "bodies")
        if any(view.tokens[c].lemma in {"this", "these", "that", "those"} for c in view.dependents(h, "det"))
    ]


def _states(view: SentenceView, verb: int) -> list[Filler]:
    """As in "60 nations have joined together"."""
    return [
        described(view, s, Kind.STATE) for s in view.subjects(verb) if base(view, s) in {"nation", "country", "state"}
    ]


def _havens(view: SentenceView, verb: int, name: str) -> Iterator[Draft]:
    """As in "A denied B a safe haven", "A will deny any sanctuary to B"."""
    if name != "deny":
        return
    havens = [o for o in view.objects(verb) if base(view, o) in words("opposition", "havens")]
    if not havens:
        return
    heads = [*view.dependents(verb, "dative"), *(t for h in [verb, *havens] for t in reached(view, h, "for", "to"))]
    heads += [o for o in view.objects(verb) if o not in havens]
    opposed = _opposed(view, heads, of_parties=True)
    yield from pair_drafts(view, "opposes", verb, doers_of(view, verb, frozenset()), opposed, "opposes-haven")


def _noun(view: SentenceView, noun: int) -> Iterator[Draft]:
    """As in "A's opposition to B", "A voiced its criticism of B", "criticism of B by A"."""
    ways = list(table("opposition")["to"])
    of_whom = base(view, noun) in words("opposition", "of_whom")
    opposed = _opposed(view, reached(view, noun, *ways, *(["of"] if of_whom else [])), of_parties=False)
    ours = owners_of(view, noun, AGENTS) or ([] if of_whom else sides(view, reached(view, noun, "of"), AGENTS))
    ours = ours or sides(view, reached(view, noun, "by", "from"), AGENTS)
    above = view.tokens[noun].head
    if not ours and view.tokens[noun].relation == "dobj":
        ours = actors(view, view.doers(above))
    elif not ours and view.tokens[noun].relation == "pobj" and view.tokens[view.tokens[above].head].tag[:1] == "J":
        ours = actors(view, view.subjects(view.clause(noun)))
    yield from pair_drafts(view, "opposes", noun, ours, opposed, "opposes-noun")


def _opponent(view: SentenceView, noun: int) -> Iterator[Draft]:
    """As in "X, a critic of Y", "X's rival Y", "A and B are rivals"."""
    found = list(
        noun_bonds(view, noun, _OPPOSED, _OPPOSED, tuple(table("opposition")["opponents_of"]), adjectives=False)
    )
    for bond in found:
        if {bond.first.kind, bond.other.kind} != {Kind.ORGANISATION}:  # firms compete
            yield bond_draft(view, "opposes", bond)
    if not found and base(view, noun) in {"rival", "foe", "enemy"}:
        for a, b in mutual(view, noun, _OPPOSED - {Kind.ORGANISATION}):
            yield from pair_drafts(view, "opposes", noun, [a], [b], "opposes-mutual")


def _adjective(view: SentenceView, token: int, ways: list[str]) -> Iterator[Draft]:
    """As in "A is hostile to B", "groups opposed to B"."""
    opposed = _opposed(view, reached(view, token, *ways), of_parties=False)
    head = view.tokens[token].head
    relation = view.tokens[token].relation
    if relation in {"amod", "acl", "appos"} and view.tokens[head].tag[:1] == "N":
        told = [filler(view, m) for m in apposed_bodies(view, head)]  # "X is a coalition opposed to Y"
        ours = told or actors(view, [head])
    else:
        ours = actors(view, view.subjects(token)) or actors(view, view.subjects(head))
    yield from pair_drafts(view, "opposes", token, ours, opposed, "opposes-adjective")


def _prefixed(view: SentenceView, token: int) -> Iterator[Draft]:
    """As in "the anti-Doran militia X": X is against Doran, when it has a name."""
    at = token + 2
    if at >= len(view.tokens) or view.tokens[token + 1].text not in {"-", "‑", "–"}:
        return
    named = [
        m
        for m in view.mentions
        if view.mention(m).start == view.tokens[at].start
        and view.mention(m).form in {Form.NAME, Form.ADJECTIVE}
        and view.mention(m).kind in _OPPOSED
    ]
    noun = view.tokens[view.tokens[token].head].head if view.tokens[token].head == at else view.tokens[token].head
    if not named or noun <= at or view.tokens[noun].tag[:1] != "N":
        return
    other = filler(view, named[0])
    held_by = [s.holder for s in bearers(view, noun, BODIES_AND_STATES)]
    yield from pair_drafts(view, "opposes", token, held_by, [other], "opposes-prefix")
