"""Habits that no linter checks: short modules, no hidden state, plain names, tests that say what they test."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MOST_LINES = 400
BANNED_MODULES = {"utils", "util", "helpers", "helper", "manager", "managers", "common", "misc", "core", "models"}
BANNED_VARIABLES = {"doc", "ent", "obj", "info", "res", "data", "item"}
MUTABLE_CALLS = {"list", "dict", "set", "defaultdict", "Counter", "deque", "OrderedDict", "bytearray"}
MUTABLE = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)


def _files(*folders: str) -> list[Path]:
    return sorted(p for folder in folders for p in (ROOT / folder).rglob("*.py"))


def _label(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


OURS = _files("src", "benchmarks")
TESTS = [path for path in _files("tests") if path.name.startswith("test_")]


@pytest.mark.parametrize("path", _files("src", "benchmarks", "training"), ids=_label)
def test_modules_are_short(path: Path) -> None:
    """A module fits into one sitting."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("path", _files("src", "benchmarks", "training", "tests"), ids=_label)
def test_modules_are_named_for_what_they_hold(path: Path) -> None:
    """No drawer for odds and ends, neither as a module nor as a package."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    assert not BANNED_MODULES & set(parts)


def _hidden_state(tree: ast.Module) -> Iterator[str]:
    """Module-level mutables under a name that does not say constant, and every `global`."""
    for node in tree.body:
        pairs: list[tuple[ast.expr, ast.expr | None]] = []
        if isinstance(node, ast.Assign):
            pairs = [(target, node.value) for target in node.targets]
        elif isinstance(node, ast.AnnAssign):
            pairs = [(node.target, node.value)]
        for target, value in pairs:
            if (
                isinstance(target, ast.Name)
                and not target.id.isupper()
                and target.id != "__all__"
                and _is_mutable(value)
            ):
                yield f"line {node.lineno}: {target.id}"
    yield from (f"line {n.lineno}: global" for n in ast.walk(tree) if isinstance(n, ast.Global))


def _is_mutable(value: ast.expr | None) -> bool:
    if isinstance(value, ast.Call):
        called = value.func
        name = called.id if isinstance(called, ast.Name) else called.attr if isinstance(called, ast.Attribute) else ""
        return name in MUTABLE_CALLS
    return isinstance(value, MUTABLE)


@pytest.mark.parametrize("path", OURS, ids=_label)
def test_modules_keep_no_state(path: Path) -> None:
    """What a module holds is constant: nothing that a call could change."""
    assert list(_hidden_state(_tree(path))) == []


def _variables(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.lineno, node.id
        elif isinstance(node, ast.arg):
            yield node.lineno, node.arg


@pytest.mark.parametrize("path", OURS, ids=_label)
def test_variables_say_what_they_hold(path: Path) -> None:
    """The words of the glossary, no short forms that could be anything."""
    assert [f"line {line}: {name}" for line, name in _variables(_tree(path)) if name in BANNED_VARIABLES] == []


@pytest.mark.parametrize("path", TESTS, ids=_label)
def test_every_test_says_what_it_tests(path: Path) -> None:
    """Each test function has a docstring."""
    functions = (n for n in ast.walk(_tree(path)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))
    assert [f.name for f in functions if f.name.startswith("test_") and not ast.get_docstring(f)] == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("seen = {}", ["line 1: seen"]),
        ("_seen: set[str] = set()", ["line 1: _seen"]),
        ("def f():\n    global x\n", ["line 2: global"]),
        ("NAMES = ['a']\n__all__ = ['f']\npair = (1, 2)\n", []),
    ],
)
def test_the_rule_about_state_can_fail(code: str, found: list[str]) -> None:
    """Mutable names and `global` are seen; constants and tuples are not."""
    assert list(_hidden_state(ast.parse(code))) == found
