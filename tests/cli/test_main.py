"""The command line as a whole: help, errors in one line, exit codes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.cli.running import CommandLine
from typer.main import get_command

from reportedly.cli.main import app

COMMANDS: dict[str, Any] = get_command(app).commands  # type: ignore[attr-defined]
#: Commands with the words that they need at least.
CALLS = {
    "claims": (),
    "documents": (),
    "export": (),
    "gazetteer": (),
    "ontology": (),
    "problems": (),
    "merge": ("Mira Kolt", "Danu Orev", "--reason", "seen"),
    "redact": ("--list",),
    "rename": ("Mira Kolt", "Mira K.", "--reason", "seen"),
    "resolve": ("--all",),
    "review": ("--list",),
    "show": ("sighting.html",),
    "split": ("Mira Kolt", "shelling.txt", "--reason", "seen"),
    "timeline": ("Orev",),
    "version": (),
    "where": ("Maresh",),
    "who": ("Orev",),
}


def test_the_commands() -> None:
    """Each command is called below, but `read` and `link`, which want files and have their own tests."""
    assert {*CALLS, "read", "link"} == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_has_an_example_that_runs(name: str, cli: CommandLine) -> None:
    """`--help` tells what a command does and shows one call of it, with options that exist."""
    ran = cli(name, "--help")
    assert ran.code == 0
    example = " ".join(COMMANDS[name].epilog.split())
    assert example.startswith(f"Example: reportedly {name} ")
    assert example in " ".join(ran.out.split())
    known = {option for parameter in COMMANDS[name].params for option in parameter.opts}
    assert {word for word in example.split() if word.startswith("--")} <= known
    assert cli(name, "-h").out == ran.out


@pytest.mark.parametrize("name", CALLS)
def test_every_command_speaks_json(name: str, cli: CommandLine) -> None:
    """With --json, each line of standard output is JSON, and nothing else is on it."""
    ran = cli(name, *CALLS[name], "--json")
    assert ran.code == 0
    assert all(line is not None for line in ran.lines)


@pytest.mark.parametrize("name", CALLS)
def test_every_command_speaks_to_people(name: str, cli: CommandLine) -> None:
    """Without --json, it prints words no wider than the terminal."""
    ran = cli(name, *CALLS[name])
    assert (ran.code, ran.err.count("\n") <= 1) == (0, True)
    assert all(len(line) <= 100 for line in ran.out.splitlines())


@pytest.mark.parametrize(
    "arguments",
    [
        ("who", "Nobody"),
        ("where", "Nowhere"),
        ("show", "missing.html"),
        ("claims", "--predicate", "ate"),
        ("export", "shapefile"),
        ("ontology", "ate"),
        ("redact", "Nobody", "--undo", "--reason", "none"),
        ("claims", "--base", "missing.db"),
        ("claims", "--base", "."),
        ("claims", "--base", "page.html"),
        ("read", "x.html", "--published", "24 May 2016"),
        ("read", "x.html", "--published", "2999-01-01"),
        ("export", "csv", "--out", "missing/claims.csv"),
        ("export", "csv", "--out", "test.db"),
    ],
    ids=" ".join,
)
def test_what_is_wrong_is_one_line(arguments: tuple[str, ...], cli: CommandLine) -> None:
    """One line on standard error that begins with our name, nothing on standard output, exit code 1."""
    Path("page.html").write_text("<p>This is no base.</p>", encoding="utf-8")
    ran = cli(*arguments)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("reportedly: ")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("eat",),
        ("who",),
        ("claims", "--colour"),
        ("claims", "--modality", "perhaps"),
        ("show", "sighting.html", "--unredacted"),
        ("export", "csv", "--json"),
        ("redact",),
        ("redact", "Orev"),
    ],
    ids=" ".join,
)
def test_wrong_calls_exit_with_2(arguments: tuple[str, ...], cli: CommandLine) -> None:
    """Words that are no command or no option are told apart from what went wrong."""
    ran = cli(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err != ""


def test_without_words_it_helps(cli: CommandLine) -> None:
    """The bare command lists the commands."""
    ran = cli()
    assert all(name in ran.out + ran.err for name in COMMANDS)


def test_a_closed_pipe_is_no_error_message(store: object, tmp_path: Path) -> None:
    """When whoever reads the output stops, we stop without a word."""
    command = [sys.executable, "-c", "from reportedly.cli.main import run; run()", "ontology", "--json"]
    ran = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert ran.stdout is not None
    assert ran.stderr is not None
    ran.stdout.read(1)
    ran.stdout.close()
    assert ran.stderr.read() == b""
    ran.wait(timeout=60)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_behind_the_output(store: object, tmp_path: Path) -> None:
    """Output that cannot be written is one line and exit code 1."""
    code = "from reportedly.cli.main import run; run()"
    for arguments in (["claims"], ["claims", "--json"], ["export", "csv"], ["ontology"]):
        with open("/dev/full", "w", encoding="utf-8") as full:
            ran = subprocess.run(
                [sys.executable, "-c", code, *arguments],
                stdout=full,
                stderr=subprocess.PIPE,
                text=True,
                env={**os.environ, "REPORTEDLY_BASE": str(tmp_path / "test.db")},
            )
        assert ran.returncode == 1, arguments
        assert "No space left on device" in ran.stderr, arguments
        assert "Traceback" not in ran.stderr, arguments


def test_a_terminal_that_knows_few_letters(store: object, tmp_path: Path) -> None:
    """Letters that an encoding lacks become question marks, not a crash."""
    ran = subprocess.run(
        [sys.executable, "-c", "from reportedly.cli.main import run; run()", "who", "Orev"],
        capture_output=True,
        env={**os.environ, "REPORTEDLY_BASE": str(tmp_path / "test.db"), "PYTHONIOENCODING": "ascii"},
    )
    assert ran.returncode == 0
    assert b"Danu Orev" in ran.stdout
