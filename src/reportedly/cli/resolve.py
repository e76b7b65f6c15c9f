"""`reportedly resolve`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

import typer

from reportedly.cli.terminal import Base, Json, clean, console, open_base, print_record, say

if TYPE_CHECKING:
    from reportedly.records.entity import Entities, Entity

EXAMPLE: Final = "Example: reportedly resolve --base iraq.db"


def resolve(
    all_: Annotated[bool, typer.Option("--all", help="Also those that go by one name only.")] = False,
    base: Base = None,
    json: Json = False,
) -> None:
    """Say who is who over all reports.

    Names are compared with what stands around them, and what people decided is followed. Listed are those that go by
    more than one name, with why they are held to be one; nothing is decided. Pairs that are not clear wait in:
    reportedly review
    """
    from reportedly.cli.deciding import compute

    with open_base(base) as store:
        found = compute(store).found
    entities = [e for e in found.entities if all_ or len(_folded(e)) > 1]
    entities.sort(key=lambda e: (-len(e.documents), e.name))
    if json:
        for entity in entities:
            print_record(entity)
    else:
        _print(entities)
    _summary(found)


def _folded(entity: Entity) -> set[str]:
    return {member.rsplit("|", 1)[1] for member in entity.members}


def _print(entities: list[Entity]) -> None:
    from rich.padding import Padding
    from rich.text import Text

    from reportedly.cli.deciding import told

    terminal = console()
    for entity in entities:
        terminal.print(Text(f"{entity.id}  ", style="dim").append(told(entity), style="default"))
        unlike = [link for link in entity.links if link.left.rsplit("|", 1)[1] != link.right.rsplit("|", 1)[1]]
        for why in dict.fromkeys(link.why for link in unlike):
            terminal.print(Padding(Text(clean(why), style="dim"), (0, 0, 0, 4)))


def _summary(found: Entities) -> None:
    from reportedly.cli.lines import counted

    named = sum(len(entity.members) for entity in found.entities)
    entities = "1 entity" if len(found.entities) == 1 else f"{len(found.entities):,} entities"
    words = f"{entities} out of {counted(named, 'name')} in reports."
    if found.queue or found.unlisted:
        words += f" {counted(len(found.queue) + found.unlisted, 'pair')} to decide: reportedly review"
    say(words)
    for refusal in found.refusals:
        say(f"Decision {refusal.decision} was not followed: {refusal.why}.")
