"""A base of two reports, and the command line in its folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.base.reports import ENGINE, fill, shelling, sighting
from tests.cli.running import CommandLine

from reportedly.base.keep import keep
from reportedly.base.store import Store
from reportedly.records.mention import Kind
from reportedly.testing import make_reading


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A base that holds the sighting and the shelling."""
    with fill(tmp_path / "test.db", sighting(), shelling()) as filled:
        yield filled


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
