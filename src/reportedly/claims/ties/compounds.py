"""Participles with a name before them: "Doran-backed militia", "the Ruda-based X", "an ISIL-held town"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from reportedly.claims.arguments.bodies import is_body_noun
from reportedly.claims.arguments.descriptions import Link, Said, is_known
from reportedly.claims.arguments.parties import described, filler, parties
from reportedly.claims.arguments.sides import overlap, same
from reportedly.claims.extractor import Filler
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base
from reportedly.claims.ties.bonds import Bond, told_of
from reportedly.records.mention import BODIES, Form, Kind
from reportedly.resources.lexicon import words

HYPHENS = frozenset({"-", "‑", "–"})
#: A force or body that the tagger took for a place all the same fills the place of one ("the Doran-backed Sel Shield").
_GROUPS = BODIES


class Compound(msgspec.Struct, frozen=True, kw_only=True):
    """A participle with a name before it ("Doran-backed militia"). word: the participle; noun: what it describes."""

    word: int
    noun: int
    before: tuple[Filler, ...]


def compounds(view: SentenceView, participles: frozenset[str], kinds: frozenset[Kind]) -> Iterator[Compound]:
    """As in "Doran-backed", "Doran- and Sel-funded", "the Doran trained X": each participle of a list with its noun."""
    lows = view.lows
    if participles.isdisjoint(lows):
        return
    for token in range(1, len(lows)):
        if lows[token] not in participles:
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
    if not hyphen and (view.tokens[token].relation not in {"amod", "conj"} or view.lows[token] == "armed"):
        return []  # "the Front's armed wing", "the Doran armed forces" were armed by nobody
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
    capital = [m for m in view.mentions if view.mention(m).end == view.tokens[last].end and Kind.GROUP in kinds]
    capital = [m for m in capital if view.mention(m).kind == Kind.PLACE and view.mention(m).form == Form.NAME]
    if capital and Kind.STATE in kinds:  # "Ankara-backed": the government there
        return [msgspec.structs.replace(filler(view, capital[0]), kind=Kind.STATE)]
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
    if above > participle and not crosses and (view.tokens[above].tag[:1] == "N" or _is_headed(view, above)):
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


def _is_headed(view: SentenceView, token: int) -> bool:
    """Whether a description has this head, whatever its tag ("a Doran-designated terrorist")."""
    return any(view.mention(m).form == Form.NOMINAL for m in view.headed.get(token, ()))


def _hyphened(view: SentenceView, token: int) -> bool:
    return view.tokens[token - 1].text in HYPHENS or view.tokens[token].relation in {"amod", "conj"}


def bearers(view: SentenceView, noun: int, kinds: frozenset[Kind]) -> list[Said]:
    """Of whom a noun phrase with a modifier speaks: its own name, who it is said of, or whom the report knows it as."""
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
    inner = [m for m in view.mentions if view.mention(m).end == view.tokens[noun - 1].end and noun > 1]
    inner = [m for m in inner if view.mention(m).form == Form.NAME and view.mention(m).kind in kinds & _GROUPS]
    if inner and is_body_noun(view, noun) and view.tokens[noun - 2].text not in HYPHENS:
        return [Said(noun=noun, holder=filler(view, inner[0]), link=Link.TITLE, trigger=noun, identity=True)]
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
                    noun=compound.noun,
                    first=said.holder,
                    other=other,
                    link="compound",
                    identity=said.identity,
                    span=None if loose else span,
                    ended=said.ended,
                    modality=said.modality,
                )
