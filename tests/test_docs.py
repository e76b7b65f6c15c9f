"""The documentation names everything that exists, and what it names exists."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import reportedly
from reportedly.ontology.ontology import load_ontology

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"


def _read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _generator() -> ModuleType:
    specification = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def _commands() -> dict[str, Any]:
    """The commands of the typer app by their words ("read", "base check"), as click objects."""
    from typer.main import get_command

    def walk(command: Any, words: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
        for name, sub in getattr(command, "commands", {}).items():
            yield " ".join((*words, name)), sub
            yield from walk(sub, (*words, name))

    return dict(walk(get_command(import_module("reportedly.cli.main").app), ()))


def _code_lines(text: str) -> list[str]:
    """Lines of fenced code, continued ones joined, without a prompt."""
    blocks = re.findall(r"^```[a-z]*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    joined = "\n".join(blocks).replace("\\\n", " ")
    return [line.strip().removeprefix("$ ") for line in joined.splitlines()]


def test_generated_pages_are_current() -> None:
    """docs/generate.py would write what stands there."""
    stale = [name for name, text in _generator().pages().items() if (DOCS / name).read_text(encoding="utf-8") != text]
    assert stale == [], "run: python docs/generate.py"


@pytest.mark.parametrize("predicate", load_ontology().predicates, ids=lambda p: p.name)
def test_predicates_are_documented(predicate: Any) -> None:
    """Each predicate has its heading, gloss and example in docs/ontology.md."""
    text = _read("docs/ontology.md")
    assert f"### `{predicate.name}`" in text
    assert predicate.gloss in text
    assert predicate.example.text in text


def test_commands_and_their_options_are_documented() -> None:
    """docs/commands.md has a section for each command that names each of its options and arguments."""
    text, missing = _read("docs/commands.md"), []
    commands = _commands()
    assert "read" in commands
    for words, command in commands.items():
        heading = re.search(rf"^#+ .*`?reportedly {re.escape(words)}\b.*$", text, re.MULTILINE)
        if heading is None:
            missing.append(f"reportedly {words}")
            continue
        following = re.search(r"^#+ .*`?reportedly ", text[heading.end() :], re.MULTILINE)
        section = text[heading.start() : heading.end() + following.start()] if following else text[heading.start() :]
        options = [option for p in command.params for option in (*p.opts, *p.secondary_opts) if option.startswith("--")]
        missing += [f"reportedly {words} {o}" for o in options if o != "--help" and f"{o}`" not in _marked(section, o)]
    assert missing == []


def _marked(section: str, option: str) -> str:
    """The section with "`--base FILE`" read as "`--base`", so that a longer option does not stand for a shorter."""
    return re.sub(rf"{re.escape(option)}(?![\w-])[^`\n]*`", f"{option}`", section)


def test_exports_are_documented() -> None:
    """Each export is named, as code, in docs/commands.md."""
    names = {p.stem for p in (ROOT / "src/reportedly/exports").glob("*.py")} - {"__init__", "export"}
    assert names != set()
    formats = {import_module(f"reportedly.exports.{name}").EXPORT.name for name in names}
    text = _read("docs/commands.md")
    assert [name for name in sorted(formats) if f"`{name}`" not in text and f"export {name}" not in text] == []


def test_the_public_names_are_documented() -> None:
    """Each name of reportedly.__all__ has a heading in docs/python.md, and each heading there is such a name."""
    headings = set(re.findall(r"^### `reportedly\.(\w+)", _read("docs/python.md"), re.MULTILINE))
    assert headings == set(reportedly.__all__)
    assert [name for name in reportedly.__all__ if not hasattr(reportedly, name)] == []


def test_every_command_has_its_call() -> None:
    """docs/python.md says for each command what it is from Python, with names that exist."""
    rows = dict(re.findall(r"^\| `reportedly (\w+)` \| (.*) \|$", _read("docs/python.md"), re.MULTILINE))
    assert set(rows) == set(_commands())
    for module, name in re.findall(r"`(?!base\.)((?:[a-z_]+\.)+)(\w+)", "\n".join(rows.values())):
        owner = reportedly if module == "reportedly." else import_module(f"reportedly.{module.rstrip('.')}")
        assert hasattr(owner, name), f"{module}{name}"


def test_the_python_examples_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The code of docs/python.md runs from top to bottom beside a folder of saved pages."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "saved-pages"
    folder.mkdir()
    told = "Danu Orev, the leader of the Ash Brigade, was reportedly seen in Maresh on Friday.\n"
    (folder / "report.txt").write_text(f"Orev seen in Maresh\n\n{told}", encoding="utf-8")
    (folder / "empty.txt").write_text("", encoding="utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```", _read("docs/python.md"), re.MULTILINE | re.DOTALL)
    names: dict[str, Any] = {}
    for block in blocks:
        exec(compile(block, "docs/python.md", "exec"), names)  # noqa: S102 - our own page
    assert (tmp_path / "claims.csv").exists()
    assert {reading.unchanged for reading in reportedly.read(folder / "report.txt", base="iraq.db")} == {True}


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", *sorted(f"docs/{p.name}" for p in DOCS.glob("*.md"))])
def test_commands_that_are_shown_exist(page: str) -> None:
    """Every `reportedly`, `make` and `python -m benchmarks` line in code blocks is a command that exists."""
    commands, targets = None, set(re.findall(r"^([a-z][a-z-]*):", _read("Makefile"), re.MULTILINE))
    for line in _code_lines(_read(page)):
        words = line.split()
        if words[:1] == ["make"]:
            assert set(words[1:]) <= targets, line
        elif words[:3] == ["python", "-m", "benchmarks"]:
            assert words[3] in {"predict", "run", "speed"}, line
        elif words[:1] == ["reportedly"] and len(words) > 1 and not words[1].startswith("-"):
            commands = commands or _commands()
            assert words[1] in commands, line
            for option in (w.partition("=")[0] for w in words[2:] if w.startswith("--") and w != "--help"):
                known = [o for p in commands[words[1]].params for o in (*p.opts, *p.secondary_opts)]
                assert option in known, line


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", *sorted(f"docs/{p.name}" for p in DOCS.glob("*.md"))])
def test_links_between_pages_lead_somewhere(page: str) -> None:
    """Relative links name files that exist."""
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", _read(page))
    assert [link for link in links if not ((ROOT / page).parent / link).exists()] == []


def test_the_changelog_keeps_its_form() -> None:
    """Keep a Changelog: an Unreleased section first, released versions with their day, the known headings only."""
    text = _read("CHANGELOG.md")
    versions = re.findall(r"^## (.*)$", text, re.MULTILINE)
    assert versions[0] == "[Unreleased]"
    assert all(re.fullmatch(r"\[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d", v) for v in versions[1:])
    known = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
    assert set(re.findall(r"^### (.*)$", text, re.MULTILINE)) <= known
