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
from typing import Final

import msgspec

from reportedly.entities.aliases import Aliases
from reportedly.entities.assembling import assemble
from reportedly.entities.block import Blocks
from reportedly.entities.joining import BareNames, Contexts, join_named, judge_couples
from reportedly.entities.ledger import Ledger
from reportedly.entities.pairs import Comparisons, Couples
from reportedly.entities.regroup import Log, regroup
from reportedly.entities.spread import surroundings_of, written_out
from reportedly.records.decision import Decision
from reportedly.records.entity import Entities, Entity, Link, Member

#: Pairs that are kept for a person; of more it is said how many.
_QUEUE: Final = 1000


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
    surroundings, contexts = surroundings_of(ledger), Contexts(ledger)
    couples = Couples(ledger, blocks, compare, surroundings, contexts.group)
    touched = judge_couples(ledger, couples, change)
    joined = join_named(ledger, couples, touched, change.gone)
    bare = BareNames(ledger, couples, contexts, surroundings).judge(change, joined)
    assemble(ledger, couples, log, joined | bare, change.gone)
    compare.keep()


def entities_of(ledger: Ledger) -> Entities:
    """All that a ledger comes to."""
    asked, waiting = ledger.queue.keys(_QUEUE), ledger.queue.count()
    return Entities(
        entities=tuple(shown(entity, ledger) for _, entity in ledger.entity.many(ledger.entity.keys())),
        queue=tuple(_shown_link(link, ledger) for _, link in ledger.queue.many(asked)),
        unlisted=waiting - len(asked),
        refusals=ledger.refusals.get("") or (),
    )


def shown(entity: Entity, ledger: Ledger) -> Entity:
    """An entity as it leaves the ledger: with names in its reasons as they are written."""
    return msgspec.structs.replace(entity, links=tuple(_shown_link(link, ledger) for link in entity.links))


def _shown_link(link: Link, ledger: Ledger) -> Link:
    why = written_out(link.why, ledger)
    return link if why is link.why else msgspec.structs.replace(link, why=why)


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
