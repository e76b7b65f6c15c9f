"""Names that only knowledge ties together: Daesh is the Islamic State, and al-Qaida's branches are not one another."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final

import msgspec

from reportedly.entities.name import Name, NameKind, parse_name
from reportedly.resources.lexicon import table

Key = tuple[str, ...]
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
        self._as_written: dict[Key, Bearer | None] = {}
        self._by_meaning: dict[Key, Bearer | None] = {}
        for bearer in self.bearers:
            names = [parse_name(text, bearer.kind) for text in bearer.names]
            for table_of, keys in (
                (self._as_written, {_as_written(name) for name in names}),
                (self._by_meaning, {_meaning(name) for name in names if _speaks(name)}),
            ):
                for key in keys:
                    table_of[key] = bearer if table_of.get(key, bearer) is bearer else None

    def bearer(self, name: Name) -> Bearer | None:
        """Who bears a name, as far as the table knows: as it is written or, if that is not there, by its meaning."""
        if not name.tokens:
            return None
        key = _as_written(name)
        if key in self._as_written:
            return self._as_written[key]
        return self._by_meaning.get(_meaning(name)) if _speaks(name) else None


def _as_written(name: Name) -> Key:
    return (name.kind.value, name.plain)


def _meaning(name: Name) -> Key:
    """What all spellings of a name share: its words' meanings or consonants, in order of the alphabet.

    Short words, acronyms most of all, have too few consonants to go by and stand as they are written.
    """
    words = (t.key if t.concept or len(t.text) > _SHORT else t.prefix + t.text for t in name.tokens)
    return (name.kind.value, *sorted(words))


def _speaks(name: Name) -> bool:
    """Whether a name has enough words to be known by its meaning: what is left of "ISIL-WA" is not "ISIL"."""
    return len(name.tokens) > 1 or name.plain == name.tokens[0].text or len(name.tokens[0].text) > _SHORT


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
