"""`reportedly version`."""

from __future__ import annotations

from tests.cli.running import CommandLine

from reportedly import __version__
from reportedly.base.schema import HEAD
from reportedly.pipeline import ENGINE_VERSION


def test_versions(cli: CommandLine) -> None:
    """Package, engine and base, in words and as JSON."""
    expected = {"reportedly": __version__, "engine": ENGINE_VERSION, "schema": HEAD}
    assert cli("version", "--json").lines == [expected]
    assert set(f"{__version__} {HEAD} {ENGINE_VERSION}".split()) <= set(cli("version").out.split())
