"""What is counted over members, so that another one is added without a look at those that were there before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final

from reportedly.entities.bare import is_bare
from reportedly.entities.generic import is_generic
from reportedly.entities.ledger import Group, Tally
from reportedly.entities.name import NameKind, parse_name
from reportedly.records.entity import Member
from reportedly.records.mention import Kind

_KINDS: Final = {kind.value for kind in NameKind}
_UNDATED: Final = "9999"
#: Reports that a nickname is kept with: the one that it is looked for in is not heard, so two are enough.
_REPORTS: Final = 2
_NOTHING: Final = Tally(
    first=(_UNDATED + "~", ""),
    last=("", ""),
    mentions={},
    telling={},
    kinds={},
    spelled=frozenset(),
    folded=frozenset(),
    texts=frozenset(),
    land=frozenset(),
    places=frozenset(),
    told=frozenset(),
    nicknames={},
    bare=True,
    died=False,
    seen=False,
    clash=False,
)


def in_time(member: Member) -> tuple[str, str]:
    """What puts members in order: the day of their report, undated ones last, and their id."""
    return member.published or _UNDATED, member.id


def tally_of(members: Iterable[Member]) -> Tally:
    """What is counted over members."""
    known = {member.id: member for member in members}
    return added(_NOTHING, known.values(), known.__contains__)


def added(tally: Tally, come: Iterable[Member], inside: Callable[[str], bool]) -> Tally:
    """A tally with more members. inside: whether an id is that of a member, of these or of those before."""
    members = tuple(come)
    mentions, telling, kinds = Counter(tally.mentions), Counter(tally.telling), Counter(tally.kinds)
    nicknames = dict(tally.nicknames)
    texts: set[str] = set()
    for member in members:
        mentions[member.name] += member.mentions
        kinds[member.kind.value] += member.mentions
        if not is_bare(member) and not is_generic(member):
            telling[member.name] += 1
            texts.add(member.name)
            if _family(member) == NameKind.GROUP.value:  # a group's short forms, which its own reports tie to it
                texts.update(member.spellings)
        for spelling in _nicknames(member):
            nicknames[spelling] = tuple(sorted({*nicknames.get(spelling, ()), member.document_id}))[:_REPORTS]
    return Tally(
        first=min([tally.first, *map(in_time, members)]),
        last=max([tally.last, *map(in_time, members)]),
        mentions=dict(mentions),
        telling=dict(telling),
        kinds=dict(kinds),
        spelled=tally.spelled.union(*((m.name, *m.spellings) for m in members)),
        folded=tally.folded | {m.id.rsplit("|", 1)[1] for m in members},
        texts=tally.texts | texts,
        land=tally.land | {m.kind is Kind.STATE for m in members},
        places=tally.places | {m.place for m in members if m.place is not None},
        told=tally.told.union(*(m.known_as for m in members)),
        nicknames=nicknames,
        bare=tally.bare and all(map(is_bare, members)),
        died=tally.died or any(m.died for m in members),
        seen=tally.seen or any(m.seen for m in members),
        clash=tally.clash or any(inside(other) for m in members for other in m.kin | m.beside),
    )


def is_disputed(tally: Tally) -> bool:
    """Whether what is told of members could keep some of them apart, so that each must be looked at."""
    return len(tally.places) > 1 or (tally.died and tally.seen) or tally.clash


def group_of_tally(
    tally: Tally, one: str, cells: Iterable[str], members: tuple[str, ...] = (), apart: Iterable[str] = ()
) -> Group:
    """What others see of members. one: the id of their group; the others as in `Group`."""
    family = _family_of(tally.first[1])
    kind = family if family in _KINDS else None
    return Group(
        id=one,
        members=members,
        cells=tuple(sorted(cells)),
        kind=kind,
        full=tuple(sorted(tally.mentions)),
        folded=tally.folded,
        texts=() if kind is None else tuple(sorted(tally.texts)),
        land=tally.land,
        places=tally.places,
        told=tally.told,
        apart=tuple(sorted(apart)),
        bare=tally.bare,
        nicknames=tuple(sorted(tally.nicknames.items())),
    )


def called(tallies: Iterable[Tally]) -> tuple[str, Kind]:
    """The name and the kind of what several tallies count: the full name that most documents write.

    Of equals the one written oftener, then the longer one.
    """
    telling: Counter[str] = Counter()
    mentions: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for tally in tallies:
        telling.update(tally.telling)
        mentions.update(tally.mentions)
        kinds.update(tally.kinds)
    name = min(telling or mentions, key=lambda text: (-telling[text], -mentions[text], -len(text), text))
    return name, Kind(min(kinds, key=lambda kind: (-kinds[kind], kind)))


def _family(member: Member) -> str:
    return _family_of(member.id)


def _family_of(member: str) -> str:
    return member.rsplit("|", 2)[1]


def _nicknames(member: Member) -> tuple[str, ...]:
    """Single words that a report calls a person by whom it names in full, and that are no part of the full name."""
    if member.kind is not Kind.PERSON:
        return ()
    return _other_words(member.name, member.spellings)


@lru_cache(maxsize=65_536)
def _other_words(name: str, spellings: tuple[str, ...]) -> tuple[str, ...]:
    full = parse_name(name, NameKind.PERSON).tokens
    if len(full) < 2:
        return ()
    part = {token.strict for token in full}
    shorts = ((text, parse_name(text, NameKind.PERSON).tokens) for text in set(spellings))
    return tuple(sorted(text for text, short in shorts if len(short) == 1 and short[0].strict not in part))
