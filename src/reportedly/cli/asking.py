"""What waits for a person, one after another: pairs of names, then links to records of reference lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reportedly.cli.deciding import compute, told
from reportedly.cli.terminal import clean, say
from reportedly.records.entity import Link
from reportedly.records.listed import ListLink

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from reportedly.base.assemble import World
    from reportedly.base.store import Store, View
    from reportedly.records.decision import Decision, Verdict

_KEYS: Final = "s same · d different · u nobody can tell · n next · z undo · q quit"
_NAMES, _NUMBERS, _LISTS = 8, 4, 4
Waiting = Link | ListLink


def queue(base: View, known: World, *, lists: bool) -> list[Waiting]:
    """What waits, likeliest first, pairs before links. lists: only links."""
    from reportedly.base.links import Links

    links = Links(base, known).queue
    return [*links] if lists else [*known.found.queue, *links]


def about(one: Waiting) -> tuple[str, str]:
    """What a decision on it speaks of."""
    if isinstance(one, Link):
        return one.left, one.right
    return one.proposal.member, one.proposal.record.id


def ask(store: Store, terminal: Console, reason: str, by: str, *, lists: bool) -> None:
    """Goes through what waits until nothing is left or whoever decides has had enough."""
    from reportedly.records.decision import Verdict
    from reportedly.review import entities

    verdicts = {"s": Verdict.SAME, "d": Verdict.DIFFERENT, "u": Verdict.UNSURE}
    known = compute(store)
    number = len(queue(store, known, lists=lists)) + (0 if lists else known.found.unlisted)
    if number:
        say(f"{number:,} to decide, the likeliest first.")
    taken: list[Decision] = []
    passed: set[tuple[str, str]] = set()
    while True:
        waiting = [one for one in queue(store, known, lists=lists) if about(one) not in passed]
        if waiting:
            show(terminal, store, known, waiting[0])
        else:
            say("There is nothing left to decide.")
        answer = _answer(terminal) if waiting or taken else "q"
        if answer == "q" or (not waiting and answer != "z"):
            return
        if answer == "n":
            passed.add(about(waiting[0]))
        elif answer == "z" and taken:
            entities.undo(store, taken.pop().id, "undone at once", by)
            known = compute(store)
        elif answer in verdicts:
            decision = _decided(store, known, verdicts[answer], waiting[0], reason, by)
            if decision is None:
                passed.add(about(waiting[0]))
                continue
            taken.append(decision)
            known = compute(store)
        else:
            say(_KEYS)


def _decided(store: Store, known: World, verdict: Verdict, one: Waiting, reason: str, by: str) -> Decision | None:
    """The decision in the log; None, with the reason told, when it contradicts what was decided before."""
    from reportedly.errors import BaseError
    from reportedly.review import entities

    try:
        return entities.decide(store, known, verdict, about(one), reason, by)
    except BaseError as error:
        say(str(error))
        return None


def _answer(terminal: Console) -> str:
    try:
        return terminal.input(f"{_KEYS}: ").strip().casefold()[:1]
    except EOFError:
        return "q"


def show(terminal: Console, base: View, known: World, one: Waiting) -> None:
    """The two sides beside one another, each with what is known of it, and the reasons."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, expand=True, padding=(0, 2, 0, 0))
    for _ in range(2):
        table.add_column(ratio=1)
    if isinstance(one, Link):
        table.add_row(_member(base, known, one.left), _member(base, known, one.right))
        score, why = one.score, one.why
    else:
        table.add_row(_member(base, known, one.proposal.member), record(one))
        score, why = one.proposal.score, one.proposal.why
        if one.taken is not None:
            why += f" This record was confirmed to be {one.taken}: “same” says that the two are one."
    terminal.print(table)
    terminal.print(Text(f"{score:.2f}  {clean(why)}\n", style="dim"))


def _member(base: View, known: World, member: str) -> Text:
    """An entity with what the report of one member says of it."""
    from rich.text import Text

    from reportedly.review.entities import evidence

    words = Text(told(known.of(member)) + "\n", style="bold")
    for claim in evidence(base, known.members[member]):
        words.append(f"“{clean(claim.evidence[0].quote)}”\n", style="default")
    words.append(clean(base.head(known.members[member].document_id).location), style="dim")
    return words


def record(one: ListLink) -> Text:
    """A record of a list: its names, births and numbers, and where it stands since when."""
    from rich.text import Text

    listed = one.proposal.record
    words = Text(clean(f"{listed.names[0] if listed.names else listed.id} ({listed.id})") + "\n", style="bold")
    for what, found, most in (
        ("also", (*listed.names[1:], *listed.weak), _NAMES),
        ("born", listed.births, _NAMES),
        ("", listed.identifiers, _NUMBERS),
    ):
        if found:
            more = f"; and {len(found) - most} more" if len(found) > most else ""
            words.append(clean(f"{what} {'; '.join(found[:most])}{more}".strip()) + "\n", style="default")
    listings = [listing_words(one, number) for number in range(min(_LISTS, len(listed.listings)))]
    words.append("\n".join(listings) or clean(one.proposal.list), style="dim")
    return words


def listing_words(one: ListLink, number: int) -> str:
    """One listing of a record: the list, since when, under what."""
    listing = one.proposal.record.listings[number]
    since = f" since {listing.since}" if listing.since else ""
    under = f": {', '.join(listing.programmes[:_LISTS])}" if listing.programmes else ""
    whose = f" ({listing.authority})" if listing.authority else ""
    return clean(f"{listing.list}{whose}{since}{under}")
