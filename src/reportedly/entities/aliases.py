"""Names that only knowledge ties together: Daesh is the Islamic State, and al-Qaida's branches are not one another."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final

import msgspec

from reportedly.entities.name import Name, NameKind, Token, parse_name
from reportedly.resources.lexicon import table

Key = tuple[str, ...]
_SHORT: Final = 5


class Bearer(msgspec.Struct, frozen=True):
    """One bearer of several names.

    part_of: the first name of the bearer that it is a branch or wing of. homes: adjectives of its home, which any of
    its names may have before it.
    """

    kind: NameKind
    names: tuple[str, ...]
    part_of: str | None = None
    homes: tuple[str, ...] = ()


class Aliases:
    """Bearers by any spelling of their names. A name that two bearers share stands for neither."""

    def __init__(self, bearers: Iterable[Bearer]) -> None:
        self.bearers = tuple(bearers)
        self._as_written: dict[Key, Bearer | None] = {}
        self._by_meaning: dict[Key, Bearer | None] = {}
        self._words: set[str] = set()  # of the keys by meaning: most names have another, and need not be looked up
        for bearer in self.bearers:
            at_home = [f"{home} {text}" for home in bearer.homes for text in bearer.names if not text.startswith(home)]
            names = [parse_name(text, bearer.kind) for text in (*bearer.names, *at_home)]
            for table_of, keys in (
                (self._as_written, {_as_written(name) for name in names}),
                (self._by_meaning, {_meaning(name) for name in names if _speaks(name)}),
            ):
                for key in keys:
                    table_of[key] = bearer if table_of.get(key, bearer) is bearer else None
        self._words.update(word for key in self._by_meaning for word in key[1:])

    def bearer(self, name: Name) -> Bearer | None:
        """Who bears a name, as far as the table knows: as it is written or, if that is not there, by its meaning."""
        if not name.tokens:
            return None
        key = _as_written(name)
        if key in self._as_written:
            return self._as_written[key]
        if _word(name.tokens[0]) not in self._words or not _speaks(name):
            return None
        return self._by_meaning.get(_meaning(name))


def _as_written(name: Name) -> Key:
    return (name.kind, name.plain)


def _meaning(name: Name) -> Key:
    """What all spellings of a name share: its words' meanings or consonants, in order of the alphabet.

    Short words, acronyms most of all, have too few consonants to go by and stand as they are written.
    """
    return (name.kind, *sorted([_word(token) for token in name.tokens]))


def _word(token: Token) -> str:
    return token.key if token.concept or len(token.text) > _SHORT else token.prefix + token.text


def _speaks(name: Name) -> bool:
    """Whether a name has enough words to be known by its meaning: what is left of "ISIL-WA" is not "ISIL"."""
    return len(name.tokens) > 1 or name.plain == name.tokens[0].text or len(name.tokens[0].text) > _SHORT


@cache
def load_aliases() -> Aliases:
    """The shipped table, `lexicon/aliases.toml`."""
    raw = table("aliases")
    return Aliases(
        Bearer(kind, tuple(entry["names"]), entry.get("part_of"), tuple(entry.get("homes", ())))
        for kind in NameKind
        for entry in raw[kind.value]
    )


@cache
def no_aliases() -> Aliases:
    """An empty table: only what the names themselves say counts."""
    return Aliases(())
