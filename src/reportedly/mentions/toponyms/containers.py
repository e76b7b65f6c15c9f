"""What is known of places that no gazetteer has: the town, the province or the country that they must lie in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from reportedly.records.mention import Kind
from reportedly.records.where import Precision, Where
from reportedly.resources.gazetteer import Gazetteer

#: How far from the middle of a town lies what is called after it, or is in it or about it.
ABOUT_KM: Final = 25.0
#: Words between an unknown place and the known one that holds it.
_INSIDE: Final = re.compile(r",?\s+in (?:the )?(?:\w+ ){0,3}|,\s+(?:a \w+ in )?")
#: Words between a known place and the unknown one that it holds.
_HOLDS: Final = re.compile(r"[’']s?\s+(?:\w+ )?")
#: So many places of a report must lie in one country for an unknown one to be looked for there.
_LEAST: Final = 2


def with_containers(text: str, places: Sequence[Where]) -> list[Where]:
    """The places; unknown ones that the words put into a known one get its area, and no point of their own.

    As in "Umm Sarij, in Anbar province", "Ruda's Grand Mosque", "Ruda University". What was said of a name once holds
    for it everywhere in the document.
    """
    found = _contained(text, _named_after(places))
    told: dict[str, Where] = {}
    for where in found:
        if where.method == "container":
            told.setdefault(where.name, where)
    return [
        _put(where, told[where.name], told[where.name].why) if _is_unknown(where) and where.name in told else where
        for where in found
    ]


def in_one_country(places: Sequence[Where], gazetteer: Gazetteer) -> list[Where]:
    """The places; those still unknown are put into the country that all others of the report lie in, where it is one.

    Every unknown one says why it is.
    """
    known = [where for where in places if where.place is not None]
    countries = {where.country for where in known}
    (code,) = countries if len(countries) == 1 else (None,)
    country = gazetteer.with_code(code) if code is not None and len({w.place for w in known}) >= _LEAST else None
    found = []
    for where in places:
        if _is_unknown(where) and not where.why:
            why = f"no place called {where.name} is known"
            if country is None:
                where = msgspec.structs.replace(where, why=why)
            else:
                where = msgspec.structs.replace(
                    where, precision=Precision.COUNTRY, latitude=round(country.latitude, 5),
                    longitude=round(country.longitude, 5), country=country.country, area=country.iso,
                    method="container", why=f"{why}; all others of the report lie in {country.name}",
                )  # fmt: skip
        found.append(where)
    return found


def _is_unknown(where: Where) -> bool:
    return where.place is None and where.latitude is None and where.method == ""


def _named_after(places: Sequence[Where]) -> list[Where]:
    """Unknown sites that are called after a town that the document names ("Ruda University") are in it or about it."""
    towns = {w.name: w for w in places if w.precision is Precision.SETTLEMENT and w.place is not None}
    found = []
    for where in places:
        if where.kind == Kind.FACILITY.value and where.latitude is None:
            beginnings = (where.name.rsplit(" ", n)[0] for n in range(1, where.name.count(" ") + 1))
            town = next((towns[name] for name in beginnings if name in towns), None)
            if town is not None:
                why = f"no site of this name is known; it is called after {town.name}, and is in it or about it"
                where = _put(where, town, why)
        found.append(where)
    return found


def _contained(text: str, places: Sequence[Where]) -> list[Where]:
    """Unknown places that the text puts into a known one right behind or before them."""
    found = list(places)
    for i, where in enumerate(places):
        if not _is_unknown(where):
            continue
        behind = places[i + 1] if i + 1 < len(places) else None
        before = places[i - 1] if i else None
        holder = None
        if behind is not None and behind.place is not None and _INSIDE.fullmatch(text[where.end : behind.start]):
            holder = behind
        elif before is not None and before.place is not None and _HOLDS.fullmatch(text[before.end : where.start]):
            holder = before
        if holder is not None:
            found[i] = _put(
                where, holder, f"no place of this name is known; the text puts {where.name} into {holder.name}"
            )
    return found


def _put(where: Where, holder: Where, why: str) -> Where:
    """An unknown place somewhere in or about a known one."""
    return msgspec.structs.replace(
        where,
        precision=holder.precision if holder.is_area else Precision.NEAR,
        radius_km=holder.radius_km if holder.is_area else ABOUT_KM,
        latitude=holder.latitude,
        longitude=holder.longitude,
        country=holder.country,
        area=holder.area,
        method="container",
        why=why,
    )
