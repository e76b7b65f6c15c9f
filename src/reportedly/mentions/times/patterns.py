"""Patterns of `time_rules.toml` made into regular expressions over symbols of tokens.

Beside each expression stands what its first two symbols can be: most places of a sentence then need no match at all.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

import msgspec

_ITEM: Final = re.compile(r"[\[\]()|?]|[^\s\[\]()|?]+")
_MARKS: Final = frozenset("[]()|?")
_NAMED_GROUP: Final = re.compile(r"\(\?P<\w+>")
CORE: Final = "core"


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """One rule. matcher: over symbols. groups: (number of the group, class) of every class in it. given: only for spans
    that someone else found. small_ahead: not in front of a capital ("the 1st Division"). pairs: what it can begin with,
    two symbols, or one where it may end after that one.
    """

    name: str
    read: str
    given: bool
    small_ahead: bool
    matcher: re.Pattern[str]
    groups: tuple[tuple[int, str], ...]
    pairs: frozenset[str]


class _Piece(msgspec.Struct, frozen=True):
    """A part of a pattern. one: symbols that alone match it. first, pairs: what longer matches begin with."""

    text: str
    empty: bool
    one: frozenset[str]
    first: frozenset[str]
    pairs: frozenset[str]

    def then(self, other: _Piece) -> _Piece:
        """This piece and another one behind it."""
        none = frozenset[str]()
        return _Piece(
            self.text + other.text,
            self.empty and other.empty,
            (self.one if other.empty else none) | (other.one if self.empty else none),
            self.first | (other.first if self.empty else none),
            self.pairs | {a + b for a in self.one for b in other.first} | (other.pairs if self.empty else none),
        )


_NOTHING: Final = _Piece("", True, frozenset(), frozenset(), frozenset())


def words_of(pattern: str) -> set[str]:
    """The classes, aliases and plain words of a pattern."""
    return {word for word in _ITEM.findall(pattern) if word not in _MARKS}


class Maker:
    """Makes rules. sets: the symbol of every combination of classes; alias: patterns with a name."""

    def __init__(self, sets: Mapping[frozenset[str], str], alias: Mapping[str, str]) -> None:
        self.sets = dict(sets)
        self.alias = alias
        self.classes: list[str] = []

    def rule(self, entry: Mapping[str, Any]) -> Rule:
        """A rule of the table."""
        self.classes = []
        pattern = entry["pattern"] if "[" in entry["pattern"] else f"[{entry['pattern']}]"
        made = self._either(_ITEM.findall(pattern)[::-1])
        behind = "|".join(f"(?<={self._plain(b)})" for b in entry.get("behind", ()))
        not_behind = "".join(f"(?<!{self._plain(b)})" for b in entry.get("not_behind", ()))
        ahead = f"(?!{self._plain(entry['not_ahead'])})" if "not_ahead" in entry else ""
        matcher = re.compile((f"(?:{behind})" if behind else "") + not_behind + made.text + ahead)
        numbered = matcher.groupindex
        return Rule(
            name=entry["name"],
            read=entry["read"],
            given=entry.get("given", False),
            small_ahead=entry.get("small_ahead", False),
            matcher=matcher,
            groups=tuple((numbered[f"g{n}"], name) for n, name in enumerate(self.classes) if f"g{n}" in numbered),
            pairs=made.pairs | made.one,
        )

    def _plain(self, pattern: str) -> str:
        kept, self.classes = self.classes, []
        made = self._either(_ITEM.findall(pattern)[::-1])
        self.classes = kept
        return _NAMED_GROUP.sub("(?:", made.text)

    def _either(self, items: list[str]) -> _Piece:
        """Alternatives up to a closing bracket; items are read from the end of the list."""
        rows = [self._row(items)]
        while items and items[-1] == "|":
            items.pop()
            rows.append(self._row(items))
        if len(rows) == 1:
            return rows[0]
        return _Piece(
            "(?:" + "|".join(row.text for row in rows) + ")",
            any(row.empty for row in rows),
            frozenset().union(*(row.one for row in rows)),
            frozenset().union(*(row.first for row in rows)),
            frozenset().union(*(row.pairs for row in rows)),
        )

    def _row(self, items: list[str]) -> _Piece:
        made = _NOTHING
        while items and items[-1] not in {"|", ")", "]"}:
            piece = self._single(items)
            if items and items[-1] == "?":
                items.pop()
                piece = msgspec.structs.replace(piece, text=f"(?:{piece.text})?", empty=True)
            made = made.then(piece)
        return made

    def _single(self, items: list[str]) -> _Piece:
        name = items.pop()
        if name in {"(", "["}:
            made = self._either(items)
            items.pop()
            return msgspec.structs.replace(made, text=f"(?P<{CORE}>{made.text})" if name == "[" else f"(?:{made.text})")
        if name in self.alias:
            made = self._either(_ITEM.findall(self.alias[name])[::-1])
            return msgspec.structs.replace(made, text=f"(?:{made.text})")
        is_class = not name.startswith("=") and any(name in names for names in self.sets)
        wanted = name if is_class else "=" + name.removeprefix("=")
        symbols = frozenset(symbol for names, symbol in self.sets.items() if wanted in names)
        text = f"[{''.join(sorted(symbols)) or chr(0)}]"
        if is_class:
            self.classes.append(name)
            text = f"(?P<g{len(self.classes) - 1}>{text})"
        return _Piece(text, False, symbols, symbols, frozenset())
