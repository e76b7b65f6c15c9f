"""Coreference over documents: the given mentions of all documents of a topic, each with the name of its cluster.

Names and descriptions get the entity of the chain that they stand in: the one with their head word or, where that word
belongs to the words behind it ("company CEO" in front of a name), with theirs. A given mention that the product has no
chain for is taken for a name of the given kind if it has a capital, else it stays alone. Events are grouped by their
word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

import msgspec

from benchmarks.inputs import document_of
from benchmarks.lines import Line
from reportedly.claims.finish import extract_claims
from reportedly.entities.gather import family_of, member_id, members_of
from reportedly.entities.resolve import resolve
from reportedly.mentions.analyse import analyse
from reportedly.records.entity import Member
from reportedly.records.mention import Analysis, Kind
from reportedly.records.span import Sentence
from reportedly.resources.engine import Engine, load_engine

#: Beginnings of the gold's kinds, in small letters.
_KINDS: Final = {
    "per": Kind.PERSON, "hum": Kind.PERSON, "loc": Kind.PLACE, "gpe": Kind.PLACE, "pla": Kind.PLACE,
    "fac": Kind.FACILITY,
}  # fmt: skip
_EVENT: Final = ("event", "act", "neg_act")
_PRONOUN: Final = "pronoun"
#: Relations of a word to the word that it says more of.
_SAYS_MORE: Final = frozenset({"compound", "nn", "appos", "amod", "nmod"})


class Read(msgspec.Struct, frozen=True):
    """One document as the product reads it. ids: of the given mentions, by their place in the line."""

    line: Line
    analysis: Analysis
    members: tuple[Member, ...]
    ids: dict[int, str]


def predict(lines: Iterable[Line]) -> Iterator[Line]:
    """One prediction {id, mentions: [{start, end, kind, cluster}]} for each line {id, topic, text, mentions}."""
    engine = load_engine()
    topics: dict[str, list[Read]] = defaultdict(list)
    for line in lines:
        topics[str(line.get("topic", ""))].append(_read(line, engine))
    for topic, reads in topics.items():
        found = resolve([member for read in reads for member in read.members], ())
        cluster_of = {member: entity.id for entity in found.entities for member in entity.members}
        for read in reads:
            mentions = [
                {**mention, "cluster": f"{topic}:{_cluster(read, i, mention, cluster_of)}"}
                for i, mention in enumerate(read.line["mentions"])
            ]
            yield {"id": read.line["id"], "mentions": mentions}


def _read(line: Line, engine: Engine) -> Read:
    document = document_of(line)
    analysis = analyse(document, engine)
    claims, _ = extract_claims(document, analysis)
    members = {member.id: member for member in members_of(document, analysis, claims)}
    ids: dict[int, str] = {}
    for i, mention in enumerate(line["mentions"]):
        if str(mention["kind"]).casefold() in _EVENT:
            continue
        words = document.text[mention["start"] : mention["end"]]
        chain = _chain(mention, analysis)
        if chain is not None:
            kind, name = analysis.chains[chain].kind, analysis.chains[chain].name
            ids[i] = member_id(document.id, kind, name)
            if ids[i] not in members or not analysis.chains[chain].named:
                ids[i] = f"{document.id}|chain {chain}"
        elif words[:1].isupper() and mention["kind"] != _PRONOUN:
            kind = _kind(str(mention["kind"]))
            ids[i] = member_id(document.id, kind, words)
            members.setdefault(
                ids[i], Member(id=ids[i], document_id=document.id, name=words, kind=kind, spellings=(words,))
            )
    return Read(line, analysis, tuple(members.values()), ids)


def _kind(given: str) -> Kind:
    low = given.casefold()
    return next((kind for beginning, kind in _KINDS.items() if low.startswith(beginning)), Kind.ORGANISATION)


def _chain(mention: Line, analysis: Analysis) -> int | None:
    """The chain of the mention with the same span or, failing that, the same head; of the given kind, if there is."""
    span = (mention["start"], mention["end"])
    family = family_of(_kind(str(mention["kind"])))
    sentence, heads = _heads(analysis, *span)
    tokens = () if sentence is None else sentence.tokens
    for wanted in (heads, {tokens[n].head for n in heads if tokens[n].relation in _SAYS_MORE}):
        found = []
        for number, chain in enumerate(analysis.chains):
            other = mention["kind"] != _PRONOUN and family_of(chain.kind) != family
            for i in chain.mentions:
                own = (analysis.mentions[i].start, analysis.mentions[i].end)
                where, own_heads = _heads(analysis, *own)
                if own == span or (where is sentence and own_heads & wanted):
                    found.append((other, abs(own[0] - span[0]) + abs(own[1] - span[1]), number))
        if found:
            return min(found)[2]
    return None


def _cluster(read: Read, i: int, mention: Line, cluster_of: dict[str, str]) -> str:
    if str(mention["kind"]).casefold() in _EVENT:
        return "event " + _word(read.analysis, mention["start"], mention["end"])
    own = read.ids.get(i, f"{read.line['id']}|{mention['start']}-{mention['end']}")
    return cluster_of.get(own, own)


def _word(analysis: Analysis, start: int, end: int) -> str:
    """The base form of the word that governs a span, or of its last one."""
    sentence, heads = _heads(analysis, start, end)
    return f"{start}-{end}" if sentence is None else sentence.tokens[max(heads)].lemma


def _heads(analysis: Analysis, start: int, end: int) -> tuple[Sentence | None, set[int]]:
    """The sentence of a span, and those of its words that no other of them governs."""
    for sentence in analysis.sentences:
        if sentence.start <= start and start < sentence.end:
            inside = {n for n, token in enumerate(sentence.tokens) if start <= token.start and token.end <= end}
            heads = {n for n in inside if sentence.tokens[n].head not in inside or sentence.tokens[n].head == n}
            return (sentence, heads) if heads else (None, set())
    return None, set()
