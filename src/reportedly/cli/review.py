"""`reportedly review`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Final

import typer

from reportedly.cli.deciding import By, compute, done, login
from reportedly.cli.terminal import Base, Json, clean, console, open_base, print_record, say

EXAMPLE: Final = "Example: reportedly review --base iraq.db"


def review(
    list_: Annotated[bool, typer.Option("--list", help="List what waits and ask nothing.")] = False,
    lists: Annotated[bool, typer.Option("--lists", help="Only links to records of reference lists.")] = False,
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
    """Decide what the machine is not sure of.

    Shows two names with what reports say of each and why they may be one, then links to records of reference lists
    (see: reportedly link). What you decide is kept for good, survives reading again, and can be undone. Two whom you
    say to be one and the same record are one. With --json what waits, or the decisions, are printed.
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
        _list(base, lists=lists, json=json)
    else:
        from reportedly.cli.asking import ask

        with open_base(base, read_only=False) as store:
            ask(store, console(), reason, login(by), lists=lists)


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

    from reportedly.review.entities import decisions, shown
    from reportedly.review.nomenklatura import lines

    with open_base(base) as store:
        if resolver:
            sys.stdout.writelines(f"{line}\n" for line in lines(store))
            return
        found = [shown(store, decision) for decision in decisions(store)]
    for decision in found:
        if json:
            print_record(decision)
        else:
            about = "; ".join(member.rsplit("|", 1)[-1] for member in decision.about)
            line = f"{decision.id}  {decision.verdict}: {about} ({decision.by}, {decision.at[:10]}: {decision.reason})"
            console().print(Text(clean(line)))
    if not found and not json:
        say("Nothing is decided.")


def _list(base: Base, *, lists: bool, json: bool) -> None:
    from reportedly.cli.asking import queue, show

    with open_base(base) as store:
        known = compute(store)
        waiting = queue(store, known, lists=lists)
        for one in waiting:
            if json:
                print_record(one)
            else:
                show(console(), store, known, one)
    if known.found.unlisted and not lists:
        from reportedly.cli.lines import counted

        shown = counted(len(known.found.queue), "pair")
        say(f"Listed are the likeliest {shown}; {known.found.unlisted:,} more come up as these are decided.")
    elif not waiting:
        say("There is nothing to decide.")
