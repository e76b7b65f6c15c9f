"""`reportedly merge`, `reportedly split` and `reportedly rename`."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from reportedly.cli.deciding import By, Reason, done, login
from reportedly.cli.terminal import Base, Json, open_base

MERGE: Final = "Example: reportedly merge 'Abu Zeyd' 'Oran Sid' --reason 'named so in his obituary'"
SPLIT: Final = "Example: reportedly split 'Ali Hasan' report-7.html --reason 'another one, a minister'"
RENAME: Final = "Example: reportedly rename 'A. Kaabi' 'Akram al-Kaabi' --reason 'as he signs himself'"
_Entity = Annotated[str, typer.Argument(metavar="NAME", help="A name in any spelling, or the id that resolve prints.")]


def merge(
    name: _Entity,
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The other one, by name or id.")],
    reason: Reason,
    by: By = None,
    base: Base = None,
    json: Json = False,
) -> None:
    """Say that two entities are one.

    It binds the machine for good and can be undone. It is refused where an earlier decision says that they are
    different.
    """
    from reportedly.review.entities import merge as merged

    with open_base(base, read_only=False) as store:
        decision = merged(store, name, other, reason, login(by))
    done(decision, f"{name} and {other} are one from now on.", json=json)


def split(
    name: _Entity,
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="The report that means another one.")],
    reason: Reason,
    by: By = None,
    base: Base = None,
    json: Json = False,
) -> None:
    """Say that one report means someone else by a name.

    The claims of that report stay as they are; they are another entity's. It can be undone.
    """
    from reportedly.review.entities import split as divided

    with open_base(base, read_only=False) as store:
        decision = divided(store, name, document, reason, login(by))
    done(decision, f"{document} means another {name} from now on.", json=json)


def rename(
    name: _Entity,
    new: Annotated[str, typer.Argument(metavar="NEW", help="What it is to be called.")],
    reason: Reason,
    by: By = None,
    base: Base = None,
    json: Json = False,
) -> None:
    """Choose the name that an entity is shown under."""
    from reportedly.review.entities import rename as renamed

    with open_base(base, read_only=False) as store:
        decision = renamed(store, name, new, reason, login(by))
    done(decision, f"{name} is called {new} from now on.", json=json)
