"""Word tables: the TOML files of `data/lexicon`, which a linguist can read and change without touching code."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any


@cache
def table(name: str) -> MappingProxyType[str, Any]:
    """The table `data/lexicon/<name>.toml`, read only. Raises FileNotFoundError for an unknown name."""
    path = files("reportedly.resources") / "data" / "lexicon" / f"{name}.toml"
    return MappingProxyType(tomllib.loads(path.read_text(encoding="utf-8")))


@cache
def words(name: str, *keys: str) -> frozenset[str]:
    """All words of the lists under these keys of a table ("attack", "verbs", "transitive" reads verbs.transitive)."""
    node: Any = table(name)
    for key in keys:
        node = node[key]
    return frozenset(_leaves(node))


@cache
def mapping(name: str, *keys: str) -> MappingProxyType[str, str]:
    """Word → value, of a table whose entries are `value = [words]` or `word = value`."""
    node: Any = table(name)
    for key in keys:
        node = node[key]
    found: dict[str, str] = {}
    for key, value in node.items():
        if isinstance(value, str):
            found[key] = value
        else:
            found.update(dict.fromkeys(value, key))
    return MappingProxyType(found)


def _leaves(node: Any) -> list[str]:
    if isinstance(node, str):
        return [node]
    children = node.values() if isinstance(node, dict) else node
    return [leaf for child in children for leaf in _leaves(child)]
