"""The command line in the folder of a base."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.base.reports import ENGINE
from tests.cli.running import CommandLine

from reportedly.base.keep import keep
from reportedly.base.store import Store
from reportedly.records.mention import Kind
from reportedly.testing import make_reading


@pytest.fixture
def cli(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, store: Store
) -> CommandLine:
    """The command line in the folder of the base, on a terminal of 100 columns."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REPORTEDLY_BASE", str(tmp_path / "test.db"))
    monkeypatch.setenv("COLUMNS", "100")
    return CommandLine(capfd, monkeypatch)


@pytest.fixture
def doubtful(store: Store) -> Store:
    """The base with two more reports that may name one group: names alone never join groups."""
    reports = [
        make_reading(f"The {name} marched.", location=f"pages/{number}.txt", names={name: Kind.GROUP})
        for number, name in enumerate(("Liwa al-Fajr", "Fajr Brigade"))
    ]
    list(keep(reports, store, ENGINE))
    return store
