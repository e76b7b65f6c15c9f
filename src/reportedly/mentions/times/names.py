"""The names of periods and feasts, by their first word."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

import msgspec

from reportedly.mentions.times.tokens import tokens_of
from reportedly.resources.lexicon import table


class Name(msgspec.Struct, frozen=True, kw_only=True):
    """A name and what the table says of it. words: its tokens in lower case. is_period: wars and the like."""

    words: tuple[str, ...]
    is_period: bool
    entry: dict[str, Any]


@cache
def names_by_first() -> Mapping[str, tuple[Name, ...]]:
    """The names of `data/lexicon/periods.toml` by their first word, the longest first."""
    found: dict[str, list[Name]] = {}
    raw = table("periods")
    for kind in ("period", "feast"):
        for entry in raw[kind]:
            for name in entry["names"]:
                words = tuple(t.low for t in tokens_of(name, 0, len(name)))
                found.setdefault(words[0], []).append(Name(words=words, is_period=kind == "period", entry=entry))
    return MappingProxyType({w: tuple(sorted(ns, key=lambda n: -len(n.words))) for w, ns in found.items()})
