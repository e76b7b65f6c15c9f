"""Who is who: members of many documents and decisions of people in, entities out.

A pure function. The same members and decisions give the same entities, in whatever order the documents were read: every
loop runs over sorted ids, and joins are made surest first. What people decided is joined and kept apart before anything
else. Then equal full names, then like names with what stands around them, then nicknames, and last the bare family
names.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Final

from reportedly.entities.around import spread_of, written_of
from reportedly.entities.bare import attach_bare, is_bare
from reportedly.entities.clusters import Clusters
from reportedly.entities.decided import Decided, ids_by_spelling
from reportedly.entities.generic import is_generic, join_generic_names
from reportedly.entities.judge import Surroundings
from reportedly.entities.namesakes import join_equal_names
from reportedly.entities.nicknames import join_nicknames
from reportedly.entities.pairs import Comparisons, judged_pairs
from reportedly.records.decision import Decision
from reportedly.records.entity import Entities, Entity, Link, Member, Refusal, Tie

#: Pairs that are kept for a person; of more it is said how many.
_QUEUE: Final = 1000
_UNDATED: Final = "9999"


def resolve(members: Iterable[Member], decisions: Iterable[Decision], compare: Comparisons | None = None) -> Entities:
    """The entities that members make. compare: what compares names, with what it knows already; None for a new one.

    Decisions on members that no document has now wait for their return. Members of two families are never joined.
    """
    by_id = {member.id: member for member in sorted(members, key=lambda member: member.id)}
    log = tuple(decisions)
    told_of = {node.split("|", 1)[0] for decision in log for node in decision.about}
    decided = Decided(log, ids_by_spelling(m for m in by_id.values() if m.document_id in told_of))
    clusters = Clusters(by_id)
    _follow(decided, clusters)
    counts, documents = spread_of(by_id.values())
    surroundings = Surroundings(counts, documents, written_of(by_id.values()))
    bare = {member.id for member in by_id.values() if is_bare(member)}
    generic = {member.id for member in by_id.values() if is_generic(member)}
    join_equal_names([m for m in by_id.values() if m.id not in bare | generic], clusters, surroundings)
    join_generic_names([by_id[m] for m in sorted(generic)], clusters, surroundings)
    queue = _join_like_names(by_id, bare, clusters, surroundings, compare or Comparisons())
    nicknamed = join_nicknames(by_id, sorted(bare), clusters)
    queue += attach_bare(by_id, sorted(bare - nicknamed), clusters, surroundings)
    asked = [
        link
        for link in sorted(queue, key=lambda link: (-link.score, link.left, link.right))
        if clusters.root(link.left) != clusters.root(link.right) and not clusters.forbidden(link.left, link.right)
    ]
    entities = sorted((_entity(root, by_id, clusters, decided) for root in clusters.roots()), key=lambda e: e.id)
    refusals = (*decided.refusals, *_by_decision(clusters.refusals))
    kept = tuple(asked[:_QUEUE])
    return Entities(entities=tuple(entities), queue=kept, unlisted=len(asked) - len(kept), refusals=refusals)


def _follow(decided: Decided, clusters: Clusters) -> None:
    """What people decided, before anything that the machine thinks."""
    known = set(clusters.roots())
    for couple, number in sorted(decided.apart.items(), key=lambda pair: pair[1]):
        for left, right in _present(couple, decided, known):
            clusters.keep_apart(left, right, f"decision {number} says that they are different")
    for couple, number in sorted(decided.unsure.items(), key=lambda pair: pair[1]):
        for left, right in _present(couple, decided, known):
            clusters.keep_apart(left, right, f"decision {number} leaves it open")
    for one in sorted(known & decided.same.keys()):
        present = sorted(decided.cluster(one) & known)
        for left, right in pairwise(present):
            number = min(decided.same[left].values())
            clusters.join(_decided_link(left, right, number))


def _present(couple: frozenset[str], decided: Decided, known: set[str]) -> Iterable[tuple[str, str]]:
    """The couples of members at hand that a couple of a decision stands for: what must be one goes together."""
    one, other = sorted(couple)
    for left in sorted(decided.cluster(one) & known):
        for right in sorted(decided.cluster(other) & known):
            yield left, right


def _decided_link(left: str, right: str, number: int) -> Link:
    why = f"Decision {number} says that they are one."
    return Link(left=left, right=right, tie=Tie.SAME, score=1.0, rule="decision", why=why, decision=number)


def _join_like_names(
    by_id: Mapping[str, Member],
    bare: set[str],
    clusters: Clusters,
    surroundings: Surroundings,
    compare: Comparisons,
) -> list[Link]:
    """Joins clusters whose names and context say that they are one; returns the pairs to ask a person about."""
    groups = [
        [by_id[m] for m in sorted(clusters.members(root))]
        for root in clusters.roots()
        if not clusters.members(root) <= bare or any(by_id[m].known_as for m in clusters.members(root))
    ]
    links, apart = judged_pairs(groups, surroundings, compare)
    for left, right, why in apart:
        clusters.keep_apart(left, right, why)
    for link in links:
        if link.tie is Tie.SAME:
            clusters.join(link)
    return [link for link in links if link.tie is Tie.UNSURE]


def _entity(root: str, by_id: Mapping[str, Member], clusters: Clusters, decided: Decided) -> Entity:
    members = [by_id[member] for member in sorted(clusters.members(root))]
    first = min(members, key=lambda m: (m.published or _UNDATED, m.id))
    kinds: Counter[str] = Counter()
    for member in members:
        kinds[member.kind] += member.mentions
    kind = min(kinds, key=lambda k: (-kinds[k], k))
    spelled: dict[str, set[str]] = defaultdict(set)
    for member in members:
        for text in (member.name, *member.spellings):
            spelled[text].add(member.document_id)
    chosen = [decided.called[m.id] for m in members if m.id in decided.called]
    name = max(chosen, key=lambda pair: pair[1])[0] if chosen else _name(members)
    return Entity(
        id="e" + hashlib.blake2b(first.id.encode(), digest_size=8).hexdigest(),
        name=name,
        kind=next(m.kind for m in members if m.kind == kind),
        members=tuple(m.id for m in members),
        names=tuple(sorted(spelled, key=lambda text: (-len(spelled[text]), text))),
        documents=tuple(sorted({m.document_id for m in members})),
        links=tuple(sorted(clusters.links[root], key=lambda link: (link.left, link.right))),
    )


def _name(members: Iterable[Member]) -> str:
    """The full name that most documents write; of equals the one written oftener, then the longer one."""
    documents: dict[str, set[str]] = defaultdict(set)
    mentions: Counter[str] = Counter()
    for member in members:
        if not is_bare(member) and not is_generic(member):
            documents[member.name].add(member.document_id)
        mentions[member.name] += member.mentions
    names = documents or mentions
    return min(names, key=lambda text: (-len(documents[text]), -mentions[text], -len(text), text))


def _by_decision(refusals: Iterable[Refusal]) -> tuple[Refusal, ...]:
    """Joins of the machine that something forbade are its own business; those of people are told."""
    return tuple(refusal for refusal in refusals if refusal.decision is not None)
