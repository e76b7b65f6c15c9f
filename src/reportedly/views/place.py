"""What is claimed to have happened at a place.

Places are not yet put on a map: a place is its name, and “Anbar” finds “Anbar province” because the words stand in it.
"""

from __future__ import annotations

import msgspec

from reportedly.base.store import Selection, View
from reportedly.errors import NotFoundError
from reportedly.text.fold import key
from reportedly.views.claims import Told, in_time, told


class PlaceClaims(msgspec.Struct, frozen=True, kw_only=True):
    """Claims at a place in the order of time. name: as asked; keys: the folded names that were found under it."""

    name: str
    keys: tuple[str, ...]
    claims: tuple[Told, ...]


def place(base: View, words: str) -> PlaceClaims:
    """The claims whose place, or a place or facility in another role, is called so. Raises NotFoundError."""
    keys = base.place_keys(words) if key(words) else frozenset()
    claims = in_time(told(base, Selection(places=keys))) if keys else ()
    if not claims:
        raise NotFoundError(f"No claim in {base.name} is placed at {words!r}.")
    return PlaceClaims(name=words, keys=tuple(sorted(keys)), claims=claims)
