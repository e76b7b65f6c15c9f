"""Names that only knowledge ties together: Daesh is the Islamic State, and al-Qaida's branches are not one another."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final

import msgspec

from reportedly.entities.name import Name, NameKind, parse_name
from reportedly.resources.lexicon import table

_SHORT: Final = 5


class Bearer(msgspec.Struct, frozen=True):
    """One bearer of several names. part_of: the first name of the bearer that it is a branch or wing of."""

    kind: NameKind
    names: tuple[str, ...]
    part_of: str | None = None


class Aliases:
    """Bearers by any spelling of their names. A name that two bearers share stands for neither."""

    def __init__(self, bearers: Iterable[Bearer]) -> None:
        self.bearers = tuple(bearers)
        found: dict[tuple[str, ...], Bearer | None] = {}
        for bearer in self.bearers:
            for key in {_key(parse_name(text, bearer.kind)) for text in bearer.names}:
                found[key] = bearer if found.get(key, bearer) is bearer else None
        self._by_key = found

    def bearer(self, name: Name) -> Bearer | None:
        """Who bears a name, as far as the table knows."""
        return self._by_key.get(_key(name)) if name.tokens else None


def _key(name: Name) -> tuple[str, ...]:
    """What all spellings of a name share: its words' meanings or consonants, in order of the alphabet.

    Short words, acronyms most of all, have too few consonants to go by and stand as they are written.
    """
    words = (t.key if t.concept or len(t.text) > _SHORT else t.prefix + t.text for t in name.tokens)
    return (name.kind.value, *sorted(words))


@cache
def load_aliases() -> Aliases:
    """The shipped table, `lexicon/aliases.toml`."""
    raw = table("aliases")
    return Aliases(
        Bearer(kind, tuple(entry["names"]), entry.get("part_of")) for kind in NameKind for entry in raw[kind.value]
    )


@cache
def no_aliases() -> Aliases:
    """An empty table: only what the names themselves say counts."""
    return Aliases(())
