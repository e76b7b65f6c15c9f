"""Nicknames: a single word by which other reports call the person whom this report names in full elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from reportedly.entities.around import around
from reportedly.entities.clusters import Clusters
from reportedly.entities.comparator import Answer
from reportedly.entities.judge import barrier
from reportedly.entities.name import NameKind, parse_name
from reportedly.entities.names import compare_names
from reportedly.records.entity import Link, Member, Tie
from reportedly.records.mention import Kind

#: That a report means by a nickname the one who goes by it and whom it names in full.
_SCORE: Final = 0.9
_ALIKE: Final = 0.5
_RULE: Final = "nickname"


def join_nicknames(by_id: Mapping[str, Member], bare: Sequence[str], clusters: Clusters) -> frozenset[str]:
    """Joins bare names to the one person of their report whom other reports call so; the members that were joined.

    bare: ids of people with a single word, ascending. Where two people of the report go by it, nothing is joined.
    """
    alone = frozenset(bare)
    people: dict[str, set[str]] = defaultdict(set)
    for member in by_id.values():
        if member.kind is Kind.PERSON and member.id not in alone:
            people[member.document_id].add(member.id)
    links: list[Link] = []
    for word in bare:
        found: dict[str, Link] = {}
        for other in sorted(people[by_id[word].document_id]):
            root = clusters.root(other)
            inside = [by_id[m] for m in sorted(clusters.members(root))]
            nickname = _nickname(by_id[word], inside)
            if nickname and barrier(around([by_id[word]]), around(inside)) is None:
                found.setdefault(root, _link(by_id[word], by_id[other], nickname))
        if len(found) == 1:
            links += found.values()
    return frozenset(m for link in links if clusters.join(link) for m in (link.left, link.right) if m in alone)


def _nickname(member: Member, inside: Sequence[Member]) -> str:
    """How another report calls a person by a word that is no part of the full name and is this one, or ""."""
    for other in inside:
        if other.document_id == member.document_id or len(parse_name(other.name, NameKind.PERSON).tokens) < 2:
            continue
        for spelling in sorted(set(other.spellings)):
            short = parse_name(spelling, NameKind.PERSON)
            part = {token.strict for token in parse_name(other.name, NameKind.PERSON).tokens}
            if len(short.tokens) != 1 or short.tokens[0].strict in part:
                continue
            verdict = compare_names(member.name, spelling, NameKind.PERSON)
            if verdict.verdict is Answer.SAME and verdict.score >= _ALIKE:
                return spelling
    return ""


def _link(member: Member, person: Member, nickname: str) -> Link:
    left, right = sorted((member.id, person.id))
    why = f"The report names {person.name} in full, whom another report calls “{nickname}”."
    return Link(left=left, right=right, tie=Tie.SAME, score=_SCORE, rule=_RULE, why=why)
