"""Bare names: a family name alone, which its own report has no fuller name for.

It never makes two reports speak of one person by itself. What stands around it has to point to one person, and to no
second one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from reportedly.entities.align import align
from reportedly.entities.around import Around, around
from reportedly.entities.clusters import Clusters
from reportedly.entities.comparator import Answer, NameVerdict
from reportedly.entities.judge import ASKED, JOINED, Judgement, Surroundings, judge
from reportedly.entities.name import Name, NameKind, parse_name
from reportedly.records.entity import Link, Member, Tie
from reportedly.records.mention import Kind

#: What a bare name says for one of its bearers, before its surroundings are looked at.
_BARE: Final = NameVerdict(Answer.SAME, 0.45, "bare name", "One report has only a part of the name.")
_ONLY: Final = NameVerdict(
    Answer.SAME, 0.7, "bare name", "One report has only a part of the name, and one person bears it."
)
_ONE_WORD: Final = 0.8
#: How much surer the best bearer must be than the next.
_MARGIN: Final = 0.15


def is_bare(member: Member) -> bool:
    """Whether a member is a person with a single telling word; a kunya ("Abu Azrael") is a name of its own."""
    if member.kind is not Kind.PERSON:
        return False
    tokens = parse_name(member.name, NameKind.PERSON).tokens
    return len(tokens) < 2 and not (tokens and tokens[0].prefix)


def attach_bare(
    by_id: Mapping[str, Member], bare: Sequence[str], clusters: Clusters, surroundings: Surroundings
) -> list[Link]:
    """Joins bare names to the one person that their surroundings point to, then to one another; returns what to ask.

    Every bare name is judged against the clusters as they are before the first is joined, so their order is of no
    matter.
    """
    people = _people(by_id, set(bare), clusters)
    contexts: dict[str, Around] = {}
    joins: list[Link] = []
    asked: list[Link] = []
    for member in bare:
        own = around([by_id[member]])
        name = parse_name(by_id[member].name, NameKind.PERSON)
        judged = []
        bearers = _with_word(name, people)
        said = _ONLY if len(bearers) == 1 else _BARE
        for root in bearers:
            if root == clusters.root(member) or clusters.forbidden(member, root):
                continue
            if root not in contexts:
                contexts[root] = around([by_id[m] for m in sorted(clusters.members(root))])
            judged.append((judge(own, contexts[root], said, NameKind.PERSON, surroundings, bare=True), root))
        judged.sort(key=lambda pair: (-pair[0].score, pair[1]))
        if not judged:
            continue
        best, root = judged[0]
        second = judged[1][0].score if len(judged) > 1 else 0.0
        if best.score >= JOINED and best.tie is Tie.SAME and best.score - second >= _MARGIN:
            joins.append(_link(member, root, best, Tie.SAME))
        elif best.score >= ASKED:
            asked.append(_link(member, root, best, Tie.UNSURE))
    for link in sorted(joins, key=lambda link: (-link.score, link.left, link.right)):
        clusters.join(link)
    _join_equal(by_id, [m for m in bare if all(m not in (j.left, j.right) for j in joins)], clusters, surroundings)
    return asked


def _people(by_id: Mapping[str, Member], bare: set[str], clusters: Clusters) -> dict[str, set[tuple[str, str]]]:
    """Loose skeletons of words → people who bear them, as root and full name."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for member in by_id.values():
        if member.kind is Kind.PERSON and member.id not in bare:
            for token in parse_name(member.name, NameKind.PERSON).tokens:
                for loose in token.loose:
                    found[loose].add((clusters.root(member.id), member.name))
    return found


def _with_word(name: Name, people: Mapping[str, set[tuple[str, str]]]) -> list[str]:
    """People in whose full name the one word of a bare name stands."""
    found = set()
    for token in name.tokens:
        for loose in token.loose:
            for root, full in people.get(loose, ()):
                aligned = align(name, parse_name(full, NameKind.PERSON))
                if any(pair.similarity >= _ONE_WORD for pair in aligned.pairs):
                    found.add(root)
    return sorted(found)


def _join_equal(
    by_id: Mapping[str, Member], left_over: Sequence[str], clusters: Clusters, surroundings: Surroundings
) -> None:
    """Joins equal bare names of different reports whose surroundings agree: people known by one word."""
    named: dict[str, list[str]] = defaultdict(list)
    for member in left_over:
        named[member.rsplit("|", 1)[1]].append(member)
    found = []
    for _, equals in sorted(named.items()):
        contexts = {member: around([by_id[member]]) for member in equals}
        for i, one in enumerate(equals):
            for other in equals[i + 1 :]:
                judgement = judge(contexts[one], contexts[other], _BARE, NameKind.PERSON, surroundings, bare=True)
                if judgement.tie is Tie.SAME:
                    found.append(_link(one, other, judgement, Tie.SAME))
    for link in sorted(found, key=lambda link: (-link.score, link.left, link.right)):
        clusters.join(link)


def _link(one: str, other: str, judgement: Judgement, tie: Tie) -> Link:
    left, right = sorted((one, other))
    return Link(left=left, right=right, tie=tie, score=judgement.score, rule="bare name", why=judgement.why)
