"""Two parties and the word that ties them: a noun said of one ("X, an ally of Y"), a compound ("Y-backed X"), a verb.

Shared by the families of lasting bonds: backing, alliance, opposition, kin, listing, nationality, seat.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

import msgspec

from reportedly.claims.descriptions import Link, Said, is_known, said_of
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.grammar import OBJECTS, SentenceView
from reportedly.claims.parties import described, filler, listed, owners, parties
from reportedly.claims.phrases import base
from reportedly.claims.terms import follows, is_over
from reportedly.records.claim import Modality
from reportedly.records.mention import AGENTS, Form, Kind
from reportedly.resources.lexicon import words
from reportedly.text.lemmas import lemma

HYPHENS = frozenset({"-", "‑", "–"})
#: A force or body that the tagger took for a place all the same fills the place of one ("the Doran-backed Sel Shield").
_GROUPS = frozenset({Kind.GROUP, Kind.STATE_BODY, Kind.ORGANISATION})


class Bond(msgspec.Struct, frozen=True, kw_only=True):
    """first: of whom the word is said; other: who stands beside it. trigger: the token that says so, word: the noun or
    participle itself. span: the characters that carry it, None = the clause. identity: it only says who someone is.
    """

    trigger: int
    word: int
    first: Filler
    other: Filler
    link: str
    identity: bool
    span: tuple[int, int] | None = None
    ended: bool = False
    modality: Modality | None = None


class Compound(msgspec.Struct, frozen=True, kw_only=True):
    """A participle with a name before it ("Doran-backed militia"). word: the participle; noun: what it stands before."""

    word: int
    noun: int
    before: tuple[Filler, ...]


# ---- nouns
def noun_bonds(
    view: SentenceView,
    noun: int,
    firsts: frozenset[Kind] = AGENTS,
    others: frozenset[Kind] = AGENTS,
    after: tuple[str, ...] = ("of",),
    *,
    only_owned: bool = False,
) -> Iterator[Bond]:
    """As in "X, an ally of Y", "Y's ally X", "X is a Doran proxy", "Y's allies include X and Z".

    after: prepositions that bring in the other. only_owned: "Doran" before the noun is none, "Doran's" is.
    """
    beside = standing_beside(view, noun, others, after, only_owned=only_owned)
    if not beside:
        return
    told = told_of(view, noun, firsts) or _counted_in(view, noun, firsts) or _set_off(view, noun, firsts)
    for said in told:
        for other in beside:
            if overlap(said.holder, other) or same(view, said.holder, other):
                continue
            loose = said.link in {Link.COPULA, Link.AS}
            span = (
                min(said.holder.start, other.start, view.tokens[noun].start),
                max(said.holder.end, other.end, view.tokens[noun].end),
            )
            yield Bond(
                trigger=said.trigger,
                word=noun,
                first=said.holder,
                other=other,
                link=said.link.value,
                identity=said.identity,
                span=None if loose else span,
                ended=said.ended or bool(_former(view, noun)),
                modality=said.modality,
            )


def standing_beside(
    view: SentenceView, noun: int, kinds: frozenset[Kind], after: tuple[str, ...], *, only_owned: bool = False
) -> list[Filler]:
    """Who stands with a noun: "Y's ally", "a Doran ally", "an ally of Y and of Z"."""
    found = {f.start: f for f in parties(view, reached(view, noun, *after), kinds)}
    before = owners(view, noun, kinds)
    if only_owned:
        owned = {
            t for p in view.dependents(noun, "poss") for c in view.conjuncts(p) for t in view.subtree(c) if t < noun
        }
        before = [f for f in before if any(view.tokens[t].start == f.start for t in owned)]
    for one in before:
        found.setdefault(one.start, one)
    return [found[k] for k in sorted(found)]


def told_of(view: SentenceView, noun: int, kinds: frozenset[Kind]) -> list[Said]:
    """`said_of`, and the name beside the noun where only the document joins the two ("the Doran citizen X")."""
    told = said_of(view, noun, kinds)
    if told:
        return told
    for m in (m for m, h in view.heads.items() if h == noun and view.mention(m).form == Form.NOMINAL):
        for n in view.mentions:
            name = view.mention(n)
            gap = (
                view.document.text[view.mention(m).end : name.start].strip()
                if name.start >= view.mention(m).end
                else "-"
            )
            joined = view.chain_index(n) == view.chain_index(m) is not None and gap in {"", ","}
            if joined and name.form == Form.NAME and name.kind in kinds:
                return [Said(noun=noun, holder=filler(view, n), link=Link.TITLE, trigger=noun, identity=True)]
    return []


def _counted_in(view: SentenceView, noun: int, kinds: frozenset[Kind]) -> list[Said]:
    """As in "Y's allies include X and Z", "among Y's allies are X and Z"."""
    verb = view.tokens[noun].head
    if view.tokens[noun].relation != "nsubj" or base(view, verb) not in {"include", "number"}:
        return []
    return [
        Said(noun=noun, holder=f, link=Link.COPULA, trigger=verb, identity=False)
        for f in parties(view, view.objects(verb), kinds)
        if is_known(view, f)
    ]


def _set_off(view: SentenceView, noun: int, kinds: frozenset[Kind]) -> list[Said]:
    """As in "X, Y's main ally, said": a description between commas that the tree made the subject."""
    below = [t for t in view.subtree(noun) if t <= noun]
    first, last = below[0], max(view.subtree(noun))
    closed = last + 1 >= len(view.tokens) or view.tokens[last + 1].text in {",", ".", ")"}
    if first < 2 or view.tokens[first - 1].text != "," or not closed or view.tokens[noun].tag not in {"NN", "NNP"}:
        return []
    for m in view.mentions:
        mention = view.mention(m)
        if mention.end == view.tokens[first - 2].end and mention.form == Form.NAME and mention.kind in kinds:
            return [Said(noun=noun, holder=filler(view, m), link=Link.APPOSITION, trigger=noun, identity=True)]
    return []


def _former(view: SentenceView, noun: int) -> list[int]:
    return [
        c
        for c in view.dependents(noun, "amod", "advmod", "compound")
        if view.tokens[c].text.lower() in words("offices", "words", "former")
        and view.tokens[c].text.lower() not in words("offices", "words", "lasting")
    ]


# ---- compounds
def compounds(view: SentenceView, participles: frozenset[str], kinds: frozenset[Kind]) -> Iterator[Compound]:
    """As in "Doran-backed", "Doran- and Sel-funded", "the Doran trained X": each participle of a list with its noun."""
    for token in range(1, len(view.tokens)):
        if view.tokens[token].text.lower() not in participles:
            continue
        before = _named_before(view, token, kinds)
        noun = _governed(view, token)
        if before and noun is not None:
            yield Compound(word=token, noun=noun, before=tuple(before))


def _named_before(view: SentenceView, token: int, kinds: frozenset[Kind]) -> list[Filler]:
    hyphen = view.tokens[token - 1].text in HYPHENS
    last = token - 2 if hyphen else token - 1
    if last < 0:
        return []
    if not hyphen and view.tokens[token].relation not in {"amod", "conj"}:
        return []
    found = _ending_at(view, last, kinds)
    if not found:
        first = view.first_conjunct(token)  # "the coalition trained and equipped X"
        return _named_before(view, first, kinds) if first < token and not hyphen else []
    if hyphen and last > 2 and view.tokens[last - 1].lemma in {"and", "or"} and view.tokens[last - 2].text in HYPHENS:
        found = [*_ending_at(view, last - 3, kinds), *found]  # "Doran- and Sel-backed"
    elif hyphen and last > 1 and view.tokens[last - 1].text in {*HYPHENS, "/"}:
        found = [*_ending_at(view, last - 2, kinds), *found]  # "Doran-Sel-backed", "UN/EU-listed"
    return found


def _ending_at(view: SentenceView, last: int, kinds: frozenset[Kind]) -> list[Filler]:
    """The name whose last token this is; "rebel", "government" and the like too."""
    here = [
        m
        for m in view.mentions
        if view.mention(m).end == view.tokens[last].end
        and view.mention(m).kind in kinds
        and view.mention(m).form in {Form.NAME, Form.ADJECTIVE}
    ]
    if here:
        return [filler(view, max(here, key=lambda m: view.mention(m).end - view.mention(m).start))]
    own = base(view, last) in words("described", "people", "own") or view.tokens[last].text.lower() in words(
        "described", "people", "own"
    )
    if own and view.tokens[last].tag[:1] in {"N", "J"} and Kind.GROUP in kinds:
        one = described(view, last, Kind.GROUP)
        return [Filler(start=view.tokens[last].start, end=view.tokens[last].end, kind=Kind.GROUP, mention=one.mention)]
    return []


def _governed(view: SentenceView, participle: int) -> int | None:
    """The noun that a participle before it belongs to."""
    above = view.tokens[view.first_conjunct(participle)].head
    crosses = any(view.tokens[t].tag[:1] in {"V", "M"} for t in range(participle + 1, above) if not _hyphened(view, t))
    if above > participle and view.tokens[above].tag[:1] == "N" and not crosses:
        return above
    if view.tokens[participle].tag[:1] == "N" and view.tokens[participle].relation != "compound":
        return None
    for t in range(participle + 1, min(participle + 6, len(view.tokens))):
        if view.tokens[t].tag[:1] == "N" and not (
            t + 1 < len(view.tokens) and view.tokens[t].relation in {"compound", "nmod"}
        ):
            return t
        if view.tokens[t].tag[:1] in {"V", "I", ",", "."}:
            return None
    return None


def _hyphened(view: SentenceView, token: int) -> bool:
    return view.tokens[token - 1].text in HYPHENS or view.tokens[token].relation in {"amod", "conj"}


def bearers(view: SentenceView, noun: int, kinds: frozenset[Kind]) -> list[Said]:
    """Of whom a noun phrase with a modifier speaks: its own name, who it is said of, or whom the document knows it as."""
    own = [
        m
        for m, h in view.heads.items()
        if h == noun
        and view.mention(m).form == Form.NAME
        and (view.mention(m).kind in kinds or (view.mention(m).kind == Kind.PLACE and kinds & _GROUPS))
    ]
    if own:
        named = max(own, key=lambda m: view.mention(m).end - view.mention(m).start)
        return [Said(noun=noun, holder=_as_body(view, named), link=Link.TITLE, trigger=noun, identity=True)]
    told = told_of(view, noun, kinds)
    if told:
        return told
    members = [f for f in parties(view, [noun], kinds & _GROUPS) if f.mention is not None and is_known(view, f)]
    if members:  # "Doran-linked fighters of the Third Front"
        return [Said(noun=noun, holder=members[0], link=Link.TITLE, trigger=noun, identity=True)]
    found = [
        filler(view, m)
        for m, h in view.heads.items()
        if h == noun and view.mention(m).kind in kinds and view.is_name(m)
    ]
    return [Said(noun=noun, holder=f, link=Link.NAMED, trigger=noun, identity=True) for f in found[:1]]


def _as_body(view: SentenceView, mention: int) -> Filler:
    found = filler(view, mention)
    return found if found.kind != Kind.PLACE else msgspec.structs.replace(found, kind=Kind.GROUP)


def compound_bonds(
    view: SentenceView, participles: frozenset[str], firsts: frozenset[Kind], others: frozenset[Kind]
) -> Iterator[Bond]:
    """Bonds of compounds: first = of whom the noun speaks, other = the name before the hyphen."""
    for compound in compounds(view, participles, others):
        for said in bearers(view, compound.noun, firsts):
            for other in compound.before:
                if overlap(said.holder, other) or same(view, said.holder, other):
                    continue
                loose = said.link in {Link.COPULA, Link.AS}
                span = (
                    min(said.holder.start, other.start),
                    max(said.holder.end, view.tokens[compound.noun].end),
                )
                yield Bond(
                    trigger=said.trigger if loose else compound.word,
                    word=compound.word,
                    first=said.holder,
                    other=other,
                    link="compound",
                    identity=said.identity,
                    span=None if loose else span,
                    ended=said.ended,
                    modality=said.modality,
                )


# ---- prepositions
def reached(view: SentenceView, token: int, *prepositions: str) -> list[int]:
    """Objects of these prepositions below a token, those of a second one coordinated with the first too.

    As in "tied to A and its B, and to C".
    """
    found = view.prepositional(token, *prepositions)
    firsts = [p for p in view.dependents(token, "prep", "dative") if view.tokens[p].lemma in prepositions]
    seconds = [c for p in [*firsts, token] for c in view.dependents(p, "conj") if view.tokens[c].tag in {"IN", "TO"}]
    for p in seconds:
        if view.tokens[p].lemma in prepositions:
            found += [c for h in view.dependents(p, "pobj") for c in view.conjuncts(h) if c not in found]
    return found


def overlap(a: Filler, b: Filler) -> bool:
    """Whether two fillers share words."""
    return a.start < b.end and b.start < a.end


def same(view: SentenceView, a: Filler, b: Filler) -> bool:
    """Whether two fillers stand for the same."""
    if a.mention is None or b.mention is None:
        return False
    chain = view.chain_index(a.mention)
    return chain is not None and chain == view.chain_index(b.mention)


# ---- who acts
def actors(view: SentenceView, tokens: Iterable[int], kinds: frozenset[Kind] = AGENTS) -> list[Filler]:
    """The parties among some heads, capitals that stand for their governments too ("Ankara backs …")."""
    tokens = [_whole(view, t) for t in tokens]
    found = sides(view, tokens, kinds)
    if found or Kind.STATE not in kinds:
        return found
    return [
        msgspec.structs.replace(filler(view, m), kind=Kind.STATE)
        for t in tokens
        for m, h in view.heads.items()
        if h == t and view.mention(m).form == Form.NAME and view.mention(m).kind == Kind.PLACE
    ]


def sides(view: SentenceView, tokens: Iterable[int], kinds: frozenset[Kind] = AGENTS) -> list[Filler]:
    """The parties among some heads, peoples that stand for their states too ("on the side of the Dorans")."""
    tokens = list(tokens)
    found = {f.start: f for f in parties(view, tokens, kinds)}
    for token in tokens:
        for m, h in view.heads.items():
            mention = view.mention(m)
            people = mention.form == Form.ADJECTIVE and view.tokens[token].tag[:1] == "N" and mention.kind in kinds
            if h == token and people:
                found.setdefault(mention.start, filler(view, m))
    return [found[k] for k in sorted(found)]


def verb_base(view: SentenceView, token: int) -> str | None:
    """The base form of a verb, of one read as a noun with an object too ("for funding X", "the rebels control X")."""
    word = view.tokens[token]
    if word.tag[:1] == "V":
        return base(view, token)
    if word.tag not in {"NN", "NNS"} or not view.dependents(token, "dobj"):
        return None
    return lemma(word.text.lower(), "VBG" if word.text.endswith("ing") else "VBZ" if word.tag == "NNS" else "VB")


def doers_of(view: SentenceView, verb: int, verbs: frozenset[str], kinds: frozenset[Kind] = AGENTS) -> list[Filler]:
    """Who does it; of "Doran funds and trains X", read as the funds of Doran, Doran too."""
    accused = _blamed(view, verb)
    found = actors(view, accused or view.doers(verb), kinds)
    if not found and view.tokens[verb].tag[:1] == "N":
        return owners(view, verb, kinds)
    first = view.first_conjunct(verb)
    if found or first == verb or view.tokens[first].tag[:1] != "N" or base(view, first) not in verbs:
        return found
    return owners(view, first, kinds)


def _blamed(view: SentenceView, verb: int) -> list[int]:
    """As in "accused X of backing Y", "sanctioned X for backing Y": X."""
    first = view.first_conjunct(verb)
    token = view.tokens[first]
    if (
        token.relation != "pcomp"
        or not token.text.endswith("ing")
        or view.tokens[token.head].lemma not in {"of", "for"}
    ):
        return []
    above = view.tokens[token.head].head
    if view.tokens[above].relation in OBJECTS and view.tokens[view.tokens[above].head].tag[:1] == "V":
        above = view.tokens[above].head
    return view.undergoers(above) if view.tokens[above].tag[:1] == "V" else []


def _whole(view: SentenceView, token: int) -> int:
    """Of "X, some of which", "X, many of whom" the X."""
    inner = [c for p in view.dependents(token, "prep") for c in view.dependents(p, "pobj")]
    if any(view.tokens[c].tag in {"WDT", "WP"} for c in inner):
        clause = next((t for t in view.ancestors(token) if view.tokens[t].relation == "relcl"), None)
        return token if clause is None else view.tokens[clause].head
    return token


# ---- drafts
def bond_draft(
    view: SentenceView,
    predicate: str,
    bond: Bond,
    *,
    reverse: bool = False,
    role: str | None = None,
    confidence: float = 0.75,
) -> Draft:
    """The draft of a bond: `first` is the subject, with reverse the object."""
    subject, other = (bond.other, bond.first) if reverse else (bond.first, bond.other)
    time = follows(view, bond.word) if bond.identity else None
    return Draft(
        predicate=predicate,
        trigger=bond.trigger,
        subject=subject,
        object=other,
        role=role,
        time=time,
        time_fixed=bond.identity,
        place_fixed=True,
        identity=bond.identity,
        former=bond.ended or is_over(view, bond.trigger, time),
        modality=bond.modality,
        evidence=bond.span,
        rule=f"{predicate.replace('_', '-')}-{bond.link}",
        why=f"“{view.tokens[bond.word].text}” ties two parties ({bond.link})",
        confidence=confidence,
    )


def pair_drafts(
    view: SentenceView,
    predicate: str,
    trigger: int,
    subjects: Iterable[Filler],
    others: Iterable[Filler],
    rule: str,
    *,
    role: str | None = None,
    confidence: float = 0.7,
) -> Iterator[Draft]:
    """One draft for each subject with each other party, those that share words or a referent left out."""
    others = list(others)
    for subject in subjects:
        for other in others:
            if not overlap(subject, other) and not same(view, subject, other):
                yield Draft(
                    predicate=predicate,
                    trigger=trigger,
                    subject=subject,
                    object=other,
                    role=role,
                    place_fixed=True,
                    former=is_over(view, trigger, None),
                    rule=rule,
                    why=f"“{view.tokens[trigger].text}” ties two parties",
                    confidence=confidence,
                )


def mutual(view: SentenceView, noun: int, kinds: frozenset[Kind]) -> list[tuple[Filler, Filler]]:
    """As in "X and Y are allies", "the brothers X and Z": each pair of those that a plural is said of."""
    if view.tokens[noun].tag not in {"NNS", "NNPS"}:
        return []
    held = [s.holder for s in said_of(view, noun, kinds)]
    return list(combinations(held, 2))
