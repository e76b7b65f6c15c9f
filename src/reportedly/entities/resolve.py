"""Who is who: members of many documents and decisions of people in, entities out.

A pure function. The same members and decisions give the same entities, in whatever order the documents were read: every
loop runs over sorted ids, joins are made surest first, and what hangs on the whole base is counted in round figures.
What people decided is joined and kept apart before anything else. Then equal full names, then like names with what
stands around them, then nicknames, and last the bare family names.

`update` does it step by step in a ledger: a change of some documents reaches the groups of their names, the couples
that these make, and what is joined with them, and nothing else. `resolve` is one step from nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from reportedly.entities.aliases import Aliases
from reportedly.entities.assembling import ask_again, assemble, between, refresh
from reportedly.entities.bearers import BareNames
from reportedly.entities.block import Blocks
from reportedly.entities.joining import join_named, judge_couples
from reportedly.entities.ledger import Ledger
from reportedly.entities.pairs import Comparisons, Couples
from reportedly.entities.regroup import Log, regroup
from reportedly.entities.shown import entities_of
from reportedly.entities.spread import surroundings_of
from reportedly.records.decision import Decision
from reportedly.records.entity import Entities, Member


def resolve(members: Iterable[Member], decisions: Iterable[Decision], aliases: Aliases | None = None) -> Entities:
    """The entities that members make. aliases: None for the shipped table.

    Decisions on members that no document has now wait for their return. Members of two families are never joined.
    """
    documents: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        documents[member.document_id].append(member)
    ledger = Ledger()
    update(ledger, documents, decisions, Comparisons(ledger, aliases))
    return entities_of(ledger)


def update(
    ledger: Ledger,
    documents: Mapping[str, Sequence[Member]],
    decisions: Iterable[Decision],
    compare: Comparisons | None = None,
) -> None:
    """Brings a ledger up to date.

    documents: those that are new or other than before, each with its members, none for one that went. decisions: the
    whole log, earlier ones included. compare: what compares names, None for the shipped table of aliases.
    """
    compare = compare or Comparisons(ledger)
    log = Log(ledger, tuple(decisions))
    blocks = Blocks(ledger)
    change = regroup(ledger, blocks, compare, log, {d: _mutual(documents[d]) for d in sorted(documents)})
    surroundings = surroundings_of(ledger)
    couples = Couples(ledger, blocks, compare, surroundings)
    judged = judge_couples(ledger, couples, change)
    joined = join_named(ledger, couples, judged.touched, change.gone)
    bare = BareNames(ledger, couples, surroundings).judge(change, joined)
    assemble(ledger, couples, log, joined | bare, change.gone)
    refresh(ledger, log, change.grown)
    ask_again(ledger, couples, judged.asked | between(ledger, judged.shifted))
    compare.keep()


def _mutual(members: Sequence[Member]) -> list[Member]:
    """The members of a document, each known as all that are known as it."""
    named: dict[str, set[str]] = defaultdict(set)
    for member in members:
        for other in member.known_as:
            named[other].add(member.id)
    return [
        msgspec.structs.replace(member, known_as=member.known_as | named[member.id])
        if not named[member.id] <= member.known_as
        else member
        for member in sorted(members, key=lambda m: m.id)
    ]
