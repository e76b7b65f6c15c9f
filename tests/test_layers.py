"""Imports go down only, stages meet in records and pipeline, nothing in the package knows training or benchmarks."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "reportedly"
LAYERS = (
    ("errors",),
    ("records",),
    ("text", "ontology", "resources"),
    ("pages", "documents", "mentions", "claims", "entities"),
    ("pipeline", "base"),
    ("views", "exports", "review"),
    ("cli", "web"),
    ("", "testing"),  # "" is reportedly/__init__.py: the public surface stands above all it offers
)
#: The parts of the claims stage, the lowest first; its own modules beside them are the stage itself and may use all.
CLAIMS = (
    ("syntax",),
    ("extractor",),
    ("distinct",),
    ("arguments",),
    ("modality",),
    ("attribution",),
    ("violence", "ties"),
    ("extractors",),
)
HEIGHT = {name: height for height, names in enumerate(LAYERS) for name in names}
CLAIMS_HEIGHT = {name: height for height, names in enumerate(CLAIMS) for name in names}
READING_STAGES = {"pages", "documents", "mentions", "claims"}
MODULES = sorted(PACKAGE.rglob("*.py"))


def _part(module: str) -> str:
    """The layer's name for a module: the first part below the package."""
    return module.partition("reportedly.")[2].partition(".")[0]


def _claims_part(module: str) -> str:
    """The part of the claims stage that a module is in; empty outside it."""
    return module.partition("reportedly.claims.")[2].partition(".")[0]


def _name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imports(path: Path) -> Iterator[tuple[int, str]]:
    """(line, module) of every import, those inside functions too; names imported from the package count as modules."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            if node.module == "reportedly":
                yield from ((node.lineno, f"reportedly.{alias.name}") for alias in node.names)
            else:
                yield node.lineno, node.module or ""


def _is_ours(module: str) -> bool:
    return module == "reportedly" or module.startswith("reportedly.")


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_imports_go_down(path: Path) -> None:
    """A module imports its own package and lower layers; the version is free to all."""
    own = _part(_name(path))
    assert own in HEIGHT, f"{own} stands in no layer"
    wrong = []
    for line, module in _imports(path):
        part = _part(module)
        if not _is_ours(module) or part in {own, "__version__"}:
            continue
        if HEIGHT.get(part, len(LAYERS)) >= HEIGHT[own]:
            wrong.append(f"line {line}: {module}")
    assert wrong == []


@pytest.mark.parametrize("path", [m for m in MODULES if _claims_part(_name(m)) in CLAIMS_HEIGHT], ids=_name)
def test_parts_of_claims_import_down(path: Path) -> None:
    """A part of the claims stage imports itself and lower parts."""
    own = _claims_part(_name(path))
    parts = {_claims_part(m) for _, m in _imports(path) if m.startswith("reportedly.claims.")} - {own}
    assert {p for p in parts if CLAIMS_HEIGHT.get(p, len(CLAIMS)) >= CLAIMS_HEIGHT[own]} == set()


def test_every_part_of_claims_has_a_height() -> None:
    """A new folder below claims must be put into the order."""
    folders = {p.name for p in (PACKAGE / "claims").iterdir() if (p / "__init__.py").exists()}
    assert folders == CLAIMS_HEIGHT.keys() - {"distinct", "extractor"}


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_only_the_pipeline_knows_several_stages(path: Path) -> None:
    """No other module imports two of the reading stages."""
    known = {_part(module) for _, module in _imports(path) if _is_ours(module)} & READING_STAGES
    assert len(known) < 2 or _name(path) == "reportedly.pipeline", known


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_the_package_stands_alone(path: Path) -> None:
    """Nothing in the package imports training, benchmarks, tests or the demo."""
    outside = {"training", "benchmarks", "tests", "demo"}
    assert [f"line {n}: {m}" for n, m in _imports(path) if m.partition(".")[0] in outside] == []


@pytest.mark.parametrize(
    "path",
    sorted(
        p
        for folder in ("src", "benchmarks", "training", "tests", "demo", "docs")
        for p in (ROOT / folder).rglob("*.py")
    ),
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_imports_are_absolute(path: Path) -> None:
    """No module imports relative to itself."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert [n.lineno for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.level] == []


def test_the_rules_can_fail(tmp_path: Path) -> None:
    """An import inside a function and one of a name from the package are seen."""
    path = tmp_path / "module.py"
    path.write_text("from reportedly import cli\ndef f():\n    import reportedly.views.map\n", encoding="utf-8")
    assert list(_imports(path)) == [(1, "reportedly.cli"), (3, "reportedly.views.map")]
    assert [_part(module) for _, module in _imports(path)] == ["cli", "views"]
