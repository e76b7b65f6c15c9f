"""Reference lists beside reports: where a report's “designated by” and the lists confirm or contradict one another.

Only links that a person has confirmed speak for an entity; what waits for review is told as open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Final

import msgspec

from reportedly.base.links import Links
from reportedly.base.store import View
from reportedly.records.claim import Modality, Polarity
from reportedly.records.entity import Entity
from reportedly.records.listed import LinkState, Listing, ListLink, ReadList
from reportedly.resources.lexicon import mapping, table
from reportedly.text.fold import key
from reportedly.views.claims import Told

_DESIGNATED: Final = "designated_by"
_TABLE: Final = "lists"
_TOLD: Final = frozenset({Modality.ASSERTED, Modality.REPORTED, Modality.QUOTED})


class Agreement(StrEnum):
    """How reports and lists stand to one another."""

    CONFIRMED = "confirmed"
    CONTRADICTED = "contradicted"
    OPEN = "open"  # a link waits for review
    NO_LIST = "no list"  # none of that authority was read
    ONLY_LISTED = "only listed"  # no report tells of it


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """What reports and lists say of one listing. authority: whose; sentence: for a person; claims: ids."""

    authority: str
    agreement: Agreement
    sentence: str
    claims: tuple[str, ...] = ()


class Listings(msgspec.Struct, frozen=True, kw_only=True):
    """What reference lists say of an entity.

    accepted: links that a person has confirmed; open: how many wait; unread: ids of confirmed records that no list read
    here has.
    """

    accepted: tuple[ListLink, ...] = ()
    open: int = 0
    unread: tuple[str, ...] = ()
    checks: tuple[Check, ...] = ()


def listings(base: View, links: Links, entity: Entity, claims: Iterable[Told]) -> Listings:
    """What lists say of an entity. claims: those in which it stands."""
    own = links.of(entity)
    accepted = tuple(one for one in own if one.state is LinkState.SAME)
    waiting = [one for one in own if one.state is LinkState.PENDING and not one.proposal.gone]
    told = [one for one in claims if one.claim.predicate == _DESIGNATED and one.claim.object is not None]
    return Listings(
        accepted=accepted,
        open=len(waiting),
        unread=links.unread(entity),
        checks=_checks(told, accepted, waiting, base.lists()),
    )


def authority_of(words: str) -> str:
    """Whose list a body that reports name puts people on: “U.S. Treasury” is “United States”; unknown ones are kept."""
    folded = key(words).replace(".", "").removeprefix("the ")
    whole, first = mapping(_TABLE, "authorities"), mapping(_TABLE, "authority_first")
    parts = folded.split()
    heads = [" ".join(parts[:length]) for length in range(len(parts), 1, -1)]  # United States Treasury
    found = next((whole[head] for head in heads if head in whole), None)
    return found or whole.get(folded) or first.get(folded.partition(" ")[0]) or words


def _checks(
    told: Iterable[Told], accepted: Iterable[ListLink], waiting: Iterable[ListLink], read: Sequence[ReadList]
) -> tuple[Check, ...]:
    claims: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        if one.claim.object is not None:
            claims[authority_of(one.claim.object.canonical)].append(one)
    held, pending = _by_authority(accepted), _by_authority(waiting)
    found: list[Check] = []
    for authority in sorted(claims.keys() | held.keys()):
        ours = [one for one in read if authority in one.authorities]
        given = (authority, held.get(authority, []), len(pending.get(authority, [])), ours)
        said = [one for one in claims.get(authority, ()) if _is_said(one)]
        denied = [one for one in claims.get(authority, ()) if _is_denied(one)]
        if said:
            found.append(_said(said, *given))
        if denied:
            found.append(_denied(denied, *given))
        if not said and not denied and held.get(authority):
            sentence = f"{_on_list(held[authority])} No report tells of a listing by {_called(authority)}."
            found.append(Check(authority=authority, agreement=Agreement.ONLY_LISTED, sentence=sentence))
    return tuple(found)


def _by_authority(links: Iterable[ListLink]) -> Mapping[str, list[tuple[ListLink, Listing]]]:
    found: dict[str, list[tuple[ListLink, Listing]]] = defaultdict(list)
    for one in links:
        for listing in one.proposal.record.listings:
            if listing.authority is not None:
                found[authority_of(listing.authority)].append((one, listing))
    return found


def _is_said(one: Told) -> bool:
    return one.claim.polarity is Polarity.POSITIVE and one.claim.modality in _TOLD


def _is_denied(one: Told) -> bool:
    return one.claim.polarity is Polarity.NEGATIVE or one.claim.modality is Modality.DENIED


def _said(
    claims: list[Told], authority: str, held: list[tuple[ListLink, Listing]], waiting: int, read: Sequence[ReadList]
) -> Check:
    there = [(one, listing) for one, listing in held if not one.proposal.gone]
    ids = tuple(one.claim.id for one in claims)
    first = f"Reports tell of a listing by {_called(authority)}."
    if there:
        since = min((listing.since for _, listing in there if listing.since), default=None)
        told = min((day for one in claims if (day := _by_day(one))), default=None)
        if since and told and told < since[: len(told)]:
            why = f"{first} By {told}, they say; {_lower(_on_list(there))}"
            return Check(authority=authority, agreement=Agreement.CONTRADICTED, sentence=why, claims=ids)
        why = f"{first} {_on_list(there)}"
        return Check(authority=authority, agreement=Agreement.CONFIRMED, sentence=why, claims=ids)
    if held:
        why = f"{first} The record that was confirmed is on the list no longer: {_editions(read)}."
        former = all(one.claim.former for one in claims)
        agreement = Agreement.CONFIRMED if former else Agreement.CONTRADICTED
        return Check(authority=authority, agreement=agreement, sentence=why, claims=ids)
    return _unlisted(first, authority, waiting, read, ids, absent=Agreement.CONTRADICTED)


def _denied(
    claims: list[Told], authority: str, held: list[tuple[ListLink, Listing]], waiting: int, read: Sequence[ReadList]
) -> Check:
    there = [(one, listing) for one, listing in held if not one.proposal.gone]
    ids = tuple(one.claim.id for one in claims)
    first = f"Reports deny a listing by {_called(authority)}."
    if there:
        why = f"{first} {_on_list(there)}"
        return Check(authority=authority, agreement=Agreement.CONTRADICTED, sentence=why, claims=ids)
    return _unlisted(first, authority, waiting, read, ids, absent=Agreement.CONFIRMED)


def _unlisted(
    first: str, authority: str, waiting: int, read: Sequence[ReadList], ids: tuple[str, ...], absent: Agreement
) -> Check:
    """What is to be said where no record on a list is accepted. absent: what it means that the lists read have none."""
    if waiting:
        agreement, more = Agreement.OPEN, "A record of the list has such a name; whether it is meant waits for review."
    elif read:
        agreement, more = absent, f"No record was found or confirmed in what was read: {_editions(read)}."
    else:
        agreement, more = Agreement.NO_LIST, f"No list of {_called(authority)} was read."
    return Check(authority=authority, agreement=agreement, sentence=f"{first} {more}", claims=ids)


def _called(authority: str) -> str:
    return f"the {authority}" if authority in table(_TABLE)["authorities"] else authority


def _by_day(one: Told) -> str | None:
    """The day by which a report has it listed: the last that its words allow, else its own."""
    return (one.claim.time.latest if one.claim.time is not None else None) or one.head.published


def _on_list(held: Iterable[tuple[ListLink, Listing]]) -> str:
    told = dict.fromkeys(
        f"{listing.list} ({one.proposal.record.id}{f', since {listing.since}' if listing.since else ''})"
        for one, listing in held
    )
    return f"The record stands on {'; '.join(told)}."


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _editions(read: Iterable[ReadList]) -> str:
    return "; ".join(f"{one.name}{f' of {one.published}' if one.published else ''}" for one in read)
