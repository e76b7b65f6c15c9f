"""`reportedly redact`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from reportedly.cli.deciding import By, login
from reportedly.cli.terminal import Base, Json, clean, console, open_base, print_json, print_record, say

if TYPE_CHECKING:
    from reportedly.records.decision import Decision
    from reportedly.review.redact import Redacted

EXAMPLE: Final = "Example: reportedly redact 'Lina Haddad' --reason 'a minor, not a combatant'"


def redact(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="The full name; with --undo, its number in --list will do.")
    ] = None,
    reason: Annotated[str | None, typer.Option(metavar="WORDS", help="Why, for the log. Required.")] = None,
    by: By = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take a redaction back.")] = False,
    list_: Annotated[bool, typer.Option("--list", help="List the redactions in force, with the names.")] = False,
    base: Base = None,
    json: Json = False,
) -> None:
    """Hide a name in all its spellings.

    It is masked wherever words leave the base: in claims, dossiers, reports, exports, JSON. It holds for what was
    read and for what will be. Nothing is deleted, and it can be undone.
    """
    if list_:
        _list(base, json=json)
        return
    if name is None:
        raise typer.BadParameter("Say which name is to be hidden, or shown again.", param_hint="NAME")
    if reason is None:
        raise typer.BadParameter("Say why: the log needs a reason.", param_hint="--reason")
    from reportedly.review import redact as review

    with open_base(base, read_only=False) as store:
        if undo:
            decision = review.undo(store, name, reason, login(by))
            did: dict[str, Any] = {"decision": _for_scripts(decision)}
            words = f"Redaction {decision.undoes} is taken back; the name is shown again."
        else:
            done = review.redact(store, name, reason, login(by))
            did = {
                "decision": _for_scripts(done.decision),
                "claims": done.claims,
                "documents": done.documents,
                "others": done.others,
            }
            words = _told(done)
    if json:
        print_json(did)
    else:
        say(words)


def _told(done: Redacted) -> str:
    from reportedly.cli.lines import counted

    hidden = f"Redacted: hidden in {counted(done.documents, 'report')} and {counted(done.claims, 'claim')}"
    words = f"{hidden}, and in all that will be read." if done.documents else (
        "Redacted: no report names it so far; it will be hidden in all that will be read."
    )  # fmt: skip
    if done.others:
        words += f" Written alike and not hidden: {', '.join(done.others)}. Redact them too if they are the same."
    return f"{words} To take it back: reportedly redact {done.decision.id} --undo --reason WORDS"


def _list(base: Base, *, json: bool) -> None:
    from rich.table import Table
    from rich.text import Text

    from reportedly.review.redact import redactions

    with open_base(base) as store:
        found = redactions(store)
    if json:
        for decision in found:
            print_record(decision)
        return
    terminal = console()
    rows = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for heading in ("number", "names", "when", "by", "reason"):
        rows.add_column(heading, overflow="fold")
    for decision in found:
        cells = (str(decision.id), "; ".join(decision.about), decision.at[:10], decision.by, decision.reason)
        rows.add_row(*(Text(clean(cell)) for cell in cells))
    if found:
        terminal.print(rows)
    else:
        terminal.print(Text("Nothing is redacted.", style="dim"))


def _for_scripts(decision: Decision) -> dict[str, Any]:
    import msgspec

    found: dict[str, Any] = msgspec.to_builtins(decision)
    return found
