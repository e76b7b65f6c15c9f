"""`reportedly where`."""

from __future__ import annotations

import re
from typing import Annotated, Any, Final

import typer

from reportedly.cli.terminal import Base, Json, clean, console, open_base, print_json

EXAMPLE: Final = "Example: reportedly where Fallujah --within 50km --from 2015 --to 2016-06"
_DISTANCE: Final = re.compile(r"(\d+(?:\.\d+)?)\s*(?:(k(?:m|ilomet(?:er|re)s?))|(mi(?:les?)?)|(m(?:et(?:er|re)s?)?))?")
_MILE_KM: Final = 1.609344
_FARTHEST: Final = 20_000.0


def where(
    place: Annotated[
        str,
        typer.Argument(metavar="PLACE", help="A place; names that hold these words are found too. Or coordinates."),
    ],
    within: Annotated[
        str | None,
        typer.Option(metavar="DISTANCE", help="On the map: at most so far from it (50km, 30mi; 0km: inside it)."),
    ] = None,
    from_: Annotated[
        str | None, typer.Option("--from", metavar="DAY", help="Not before this day, month or year (2015, 2015-03).")
    ] = None,
    to: Annotated[str | None, typer.Option(metavar="DAY", help="Not after this day, month or year.")] = None,
    base: Base = None,
    json: Json = False,
) -> None:
    """Print what is claimed of a place, in order of time.

    Each claim comes with its words, how the text holds it, and the report. Without --within the place is
    looked for by its name: “Anbar” finds “Anbar province”, and no place inside it. With it, what lies near enough on
    the map is found whatever it is called. What fits only if the words mean the right part of a province or of a year
    is called possible, all else certain.
    """
    from rich.text import Text

    from reportedly.cli import lines
    from reportedly.text.coordinates import parsed
    from reportedly.views.fit import Certainty, period
    from reportedly.views.place import place as claims_at

    if not place.strip():
        raise typer.BadParameter("Name a place, or give its coordinates.", param_hint="PLACE")
    within_km = None if within is None else _kilometres(within)
    if within_km is None and parsed(place) is not None:
        raise typer.BadParameter(f"Around {place} how far? Say it as 50km.", param_hint="--within")
    days = period(from_, to)
    with open_base(base) as store:
        answer = claims_at(store, place, within_km=within_km, days=days)
        if json:
            for line, one in zip(lines.for_scripts(answer.claims, store), answer.found, strict=True):
                print_json(line if one.fit is None else {**line, "fit": _for_scripts(one.fit)})
            return
        terminal = console()
        reports = len({one.head.id for one in answer.claims})
        name = ", ".join(answer.names)
        if answer.target is not None:
            name = f"{answer.target.name}, within {within_km:g} km" if within_km else f"Inside {answer.target.name}"
        terminal.print(Text(clean(name), style="bold reverse"))
        counts = f"{lines.counted(len(answer.claims), 'claim')} in {lines.counted(reports, 'report')}"
        if possible := answer.counted(Certainty.POSSIBLE):
            counts += f", {answer.counted(Certainty.CERTAIN)} certain and {possible} possible"
        terminal.print(Text(counts))
        if answer.target is not None:
            terminal.print(Text(clean(answer.target.why), style="dim"))
        terminal.print()
        fits = {one.told.claim.id: one.fit for one in answer.found if one.fit is not None}
        notes = {claim: f"{fit.certainty}: {fit.why}" for claim, fit in fits.items()}
        terminal.print(lines.in_time(answer.claims, notes))


def _kilometres(words: str) -> float:
    match = _DISTANCE.fullmatch(words.strip().lower())
    scale = 1.0 if match is None else _MILE_KM if match[3] else 0.001 if match[4] else 1.0
    found = float(match[1]) * scale if match else _FARTHEST + 1
    if found > _FARTHEST:
        raise typer.BadParameter(f"{words!r} is no distance on the earth. Write it as 50km.", param_hint="--within")
    return found


def _for_scripts(fit: Any) -> dict[str, Any]:
    import msgspec

    found: dict[str, Any] = msgspec.to_builtins(fit)
    return found
