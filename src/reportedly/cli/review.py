"""`reportedly review`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from reportedly.cli.deciding import By, compute, done, login, told
from reportedly.cli.terminal import Base, Json, clean, console, open_base, print_record, say

if TYPE_CHECKING:
    from rich.console import Console

    from reportedly.base.assemble import World
    from reportedly.base.store import Store
    from reportedly.records.decision import Decision, Verdict
    from reportedly.records.entity import Link

EXAMPLE: Final = "Example: reportedly review --base iraq.db"
_KEYS: Final = "s same · d different · u nobody can tell · n next · z undo · q quit"


def review(
    list_: Annotated[bool, typer.Option("--list", help="List the pairs and ask nothing.")] = False,
    log: Annotated[bool, typer.Option("--log", help="List the decisions that are in force.")] = False,
    undo: Annotated[int | None, typer.Option("--undo", metavar="NUMBER", help="Take a decision back.")] = None,
    resolver: Annotated[
        bool, typer.Option("--resolver", help="With --log: as resolver lines, which nomenklatura reads.")
    ] = False,
    take: Annotated[
        Path | None,
        typer.Option(metavar="FILE", exists=True, dir_okay=False, help="Take decisions from a file of resolver lines."),
    ] = None,
    reason: Annotated[str, typer.Option("--reason", metavar="WORDS", help="Why, for the log.")] = "reviewed",
    by: By = None,
    base: Base = None,
    json: Json = False,
) -> None:
    """Decide pairs of names that the machine is not sure of.

    Shows two names with what reports say of each and why they may be one. What you decide is kept for good, survives
    reading again, and can be undone. With --json the pairs, or the decisions, are printed.
    """
    if undo is not None:
        from reportedly.review import entities

        with open_base(base, read_only=False) as store:
            decision = entities.undo(store, undo, reason, login(by))
        done(decision, f"Decision {undo} is taken back.", json=json)
    elif take is not None:
        _take(take, reason, base, json=json)
    elif log:
        _log(base, resolver=resolver, json=json)
    elif list_ or json or not sys.stdin.isatty():
        _list(base, json=json)
    else:
        with open_base(base, read_only=False) as store:
            _ask(store, reason, login(by))


def _take(path: Path, reason: str, base: Base, *, json: bool) -> None:
    from reportedly.cli.lines import counted
    from reportedly.review.nomenklatura import take

    with open_base(base, read_only=False) as store, path.open(encoding="utf-8", errors="replace") as resolver:
        taken = take(store, compute(store), resolver, reason)
    for number, why in taken.refused:
        say(f"Line {number} was not taken: {why}")
    say(f"{counted(len(taken.decided), 'decision')} taken, {taken.known} known already, {len(taken.refused)} refused.")
    if json:
        for decision in taken.decided:
            print_record(decision)


def _log(base: Base, *, resolver: bool, json: bool) -> None:
    from rich.text import Text

    from reportedly.review.entities import decisions
    from reportedly.review.nomenklatura import lines

    with open_base(base) as store:
        if resolver:
            sys.stdout.writelines(f"{line}\n" for line in lines(store))
            return
        found = decisions(store)
    for decision in found:
        if json:
            print_record(decision)
        else:
            about = "; ".join(member.rsplit("|", 1)[-1] for member in decision.about)
            line = f"{decision.id}  {decision.verdict}: {about} ({decision.by}, {decision.at[:10]}: {decision.reason})"
            console().print(Text(clean(line)))
    if not found and not json:
        say("Nothing is decided.")


def _list(base: Base, *, json: bool) -> None:
    with open_base(base) as store:
        known = compute(store)
        for link in known.found.queue:
            if json:
                print_record(link)
            else:
                _show(console(), store, known, link)
    if not known.found.queue:
        say("There is nothing to decide.")


def _ask(store: Store, reason: str, by: str) -> None:
    """Goes through the queue until it is empty or whoever decides has had enough."""
    from reportedly.records.decision import Verdict
    from reportedly.review import entities

    verdicts = {"s": Verdict.SAME, "d": Verdict.DIFFERENT, "u": Verdict.UNSURE}
    terminal, known = console(), compute(store)
    taken: list[Decision] = []
    passed: set[tuple[str, str]] = set()
    while True:
        waiting = [link for link in known.found.queue if (link.left, link.right) not in passed]
        if waiting:
            _show(terminal, store, known, waiting[0])
        else:
            say("There is nothing left to decide.")
        answer = _answer(terminal) if waiting or taken else "q"
        if answer == "q" or (not waiting and answer != "z"):
            return
        if answer == "n":
            passed.add((waiting[0].left, waiting[0].right))
        elif answer == "z" and taken:
            entities.undo(store, taken.pop().id, "undone at once", by)
            known = compute(store)
        elif answer in verdicts:
            taken.append(_decided(store, known, verdicts[answer], waiting[0], reason, by))
            known = compute(store)
        else:
            say(_KEYS)


def _decided(store: Store, known: World, verdict: Verdict, link: Link, reason: str, by: str) -> Decision:
    from reportedly.review import entities

    return entities.decide(store, known, verdict, (link.left, link.right), reason, by)


def _answer(terminal: Console) -> str:
    try:
        return terminal.input(f"{_KEYS}: ").strip().casefold()[:1]
    except EOFError:
        return "q"


def _show(terminal: Console, store: Store, known: World, link: Link) -> None:
    """A pair: the two names, what reports say of each beside the other, and the reasons."""
    from rich.table import Table
    from rich.text import Text

    from reportedly.review.entities import evidence

    table = Table(box=None, expand=True, padding=(0, 2, 0, 0))
    columns = []
    for member in (link.left, link.right):
        table.add_column(ratio=1)
        words = Text(told(known.of(member)) + "\n", style="bold")
        for claim in evidence(store, known.members[member]):
            words.append(f"“{clean(claim.evidence[0].quote)}”\n", style="default")
        words.append(clean(store.head(known.members[member].document_id).location), style="dim")
        columns.append(words)
    table.add_row(*columns)
    terminal.print(table)
    terminal.print(Text(f"{link.score:.2f}  {clean(link.why)}\n", style="dim"))
