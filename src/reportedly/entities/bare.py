"""Bare names: a family name alone, which its own report has no fuller name for.

It never makes two reports speak of one person by itself. What stands around it has to point to one person, and to no
second one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from reportedly.entities.align import align
from reportedly.entities.around import Around
from reportedly.entities.comparator import Answer, NameVerdict
from reportedly.entities.judge import ASKED, JOINED, Judgement, Surroundings, judge
from reportedly.entities.ledger import Bare
from reportedly.entities.name import NameKind, parse_name
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


@lru_cache(maxsize=65_536)
def words_of(name: str) -> frozenset[str]:
    """What the words of a person's name are looked up by: their loose skeletons."""
    return frozenset(loose for token in parse_name(name, NameKind.PERSON).tokens for loose in token.loose)


def is_word_of(bare: str, full: str) -> bool:
    """Whether the one word of a bare name stands in a full name."""
    aligned = align(parse_name(bare, NameKind.PERSON), parse_name(full, NameKind.PERSON))
    return any(pair.similarity >= _ONE_WORD for pair in aligned.pairs)


def bearer(own: Around, group: str, bearers: Mapping[str, Around | None], surroundings: Surroundings) -> Bare:
    """The one person that a bare name's surroundings point to, to be joined with or to be asked about.

    group: that of the bare name; bearers: what stands around each person with its word, None for whom it must not be.
    """
    said = _ONLY if len(bearers) == 1 else _BARE
    judged = []
    for person, theirs in bearers.items():
        if theirs is not None:
            judged.append((judge(own, theirs, said, NameKind.PERSON, surroundings, bare=True), person))
    judged.sort(key=lambda pair: (-pair[0].score, pair[1]))
    if not judged:
        return Bare()
    best, person = judged[0]
    second = judged[1][0].score if len(judged) > 1 else 0.0
    if best.score >= JOINED and best.tie is Tie.SAME and best.score - second >= _MARGIN:
        return Bare(link=_link(group, person, best, Tie.SAME))
    if best.score >= ASKED:
        return Bare(asked=_link(group, person, best, Tie.UNSURE))
    return Bare()


def equal_bare(
    contexts: Mapping[str, Around], surroundings: Surroundings, anew: frozenset[str] | None = None
) -> tuple[Link, ...]:
    """Links between equal bare names of different reports whose surroundings agree: people known by one word.

    Only those that share something are compared: nothing else could bring them together. anew: those that are compared
    with all, None for every one.
    """
    sharing: dict[tuple[str, str | int], set[str]] = defaultdict(set)
    for group, own in contexts.items():
        for kind, items in (("body", own.bodies), ("role", own.roles), ("place", own.places), ("name", own.together)):
            for shared in items:
                sharing[kind, shared].add(group)
    couples = {
        (min(one, other), max(one, other))
        for groups in sharing.values()
        for one in (groups if anew is None else groups & anew)
        for other in groups
        if one != other
    }
    found = []
    for one, other in sorted(couples):
        judgement = judge(contexts[one], contexts[other], _BARE, NameKind.PERSON, surroundings, bare=True)
        if judgement.tie is Tie.SAME:
            found.append(_link(one, other, judgement, Tie.SAME))
    return tuple(found)


def _link(one: str, other: str, judgement: Judgement, tie: Tie) -> Link:
    left, right = sorted((one, other))
    return Link(left=left, right=right, tie=tie, score=judgement.score, rule="bare name", why=judgement.why)
