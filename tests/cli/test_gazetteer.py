"""`reportedly gazetteer`, in a cache of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.running import CommandLine

from reportedly.resources.gazetteer import cache_folders, load_gazetteer


@pytest.fixture
def own(cli: CommandLine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> CommandLine:
    """The command line with an empty cache into which the gazetteer need not be unpacked again."""
    load_gazetteer()
    (unpacked,) = [path for folder in cache_folders()[:1] for path in folder.glob("gazetteer-*.sqlite")][-1:]
    for path in unpacked.parent.glob("gazetteer-*.sqlite"):
        target = tmp_path / "cache" / "reportedly" / path.name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.symlink_to(path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    load_gazetteer.cache_clear()
    return cli


@pytest.fixture(autouse=True)
def _reloaded() -> object:
    """What other tests load is the gazetteer of the package again."""
    yield
    load_gazetteer.cache_clear()


def test_import_show_forget(own: CommandLine, tmp_path: Path) -> None:
    """What was imported is told, found, and gone again."""
    (tmp_path / "villages.csv").write_text("name,lat,lon\nZardunabad,34.1,43.2\nX,99,0\n", encoding="utf-8")
    assert own("gazetteer").err == "No places were imported.\n"
    ran = own("gazetteer", "import", "villages.csv")
    assert "new are 1 place and 1 name; left out: 1 coordinates off the earth." in " ".join(ran.out.split())
    assert "run the same reportedly read again" in ran.err
    assert own("gazetteer", "show", "--json").lines[0]["places"] == 1
    load_gazetteer.cache_clear()
    assert "within 5 km of Zardunabad" in own("where", "Zardunabad", "--within", "5km").err
    assert own("gazetteer", "forget").code == 0
    assert own("gazetteer").err == "No places were imported.\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("import",), "at least one file"),
        (("import", "missing.txt"), "cannot be read"),
        (("forget", "a.txt"), "only be imported"),
        (("explode",), "explode"),
    ],
)
def test_what_cannot_be_done(own: CommandLine, arguments: tuple[str, ...], words: str) -> None:
    """One line, and no crash."""
    ran = own("gazetteer", *arguments)
    assert ran.code in {1, 2}
    assert words in " ".join(ran.err.split()).replace("│ ", "")
