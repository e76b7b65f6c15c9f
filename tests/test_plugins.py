"""Something new is one new file with one constant and a test of its own."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "reportedly"
#: Folder of plug-ins → the constant that each of its modules defines.
KINDS = {
    "pages/readers": "READER",
    "claims/extractors": "EXTRACTOR",
    "entities/compare": "COMPARATOR",
    "exports": "EXPORT",
}
#: The protocol may stand in the folder itself, under the singular of its name.
PROTOCOLS = {"exports/export.py"}


def _modules(folder: str) -> list[Path]:
    found = (PACKAGE / folder).glob("*.py")
    return sorted(p for p in found if p.name != "__init__.py" and f"{folder}/{p.name}" not in PROTOCOLS)


PLUGINS = [(folder, path) for folder in KINDS for path in _modules(folder)]


def _constants(path: Path) -> list[str]:
    """Public upper-case names that a module assigns at its top level."""
    names = []
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        names += [t.id for t in targets if isinstance(t, ast.Name) and t.id.isupper() and not t.id.startswith("_")]
    return names


@pytest.mark.parametrize("folder", ["pages/readers", "claims/extractors", "exports"])
def test_there_are_plugins(folder: str) -> None:
    """Readers, extractors and exports exist: the tests below look at something."""
    assert _modules(folder) != []


@pytest.mark.parametrize(
    ("folder", "path"), PLUGINS, ids=lambda value: value.stem if isinstance(value, Path) else value
)
def test_a_plugin_defines_exactly_its_constant(folder: str, path: Path) -> None:
    """One constant with the name of its kind, once, and no other public constant."""
    assert _constants(path) == [KINDS[folder]]


@pytest.mark.parametrize(
    ("folder", "path"), PLUGINS, ids=lambda value: value.stem if isinstance(value, Path) else value
)
def test_a_plugin_has_its_test(folder: str, path: Path) -> None:
    """The test stands in the same place below tests."""
    assert (ROOT / "tests" / folder / f"test_{path.stem}.py").exists()


@pytest.mark.parametrize(
    ("folder", "path"), PLUGINS, ids=lambda value: value.stem if isinstance(value, Path) else value
)
def test_plugins_do_not_import_one_another(folder: str, path: Path) -> None:
    """Two plug-ins of a kind share what lies beside their folder, never each other."""
    own = f"reportedly.{folder.replace('/', '.')}."
    others = {own + other.stem for other in _modules(folder)}
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert [n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.module in others] == []
