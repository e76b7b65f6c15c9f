"""Places that the user imports. All rows are our own."""

from __future__ import annotations

import gzip
import zipfile
from pathlib import Path

import pytest

from reportedly.errors import GazetteerError
from reportedly.resources.gazetteer import Gazetteer, load_gazetteer
from reportedly.resources.own_places import forget_places, import_places, own_places, own_version

TIKRIT, NEW, AREA = 91597, 990000001, 990000002


def _dump_row(
    number: int | str, name: str, latitude: str, longitude: str, code: str = "PPL", first: str = "", names: str = ""
) -> str:
    feature = {"PPL": "P", "ADM1": "A", "HTL": "S"}[code]
    cells = [str(number), name, name, names, latitude, longitude, feature, code, "IQ", "", first, "", "", "", "120"]
    return "\t".join([*cells, "", "", "Asia/Baghdad", "2020-01-01"]) + "\n"


DUMP = (
    _dump_row(NEW, "Qaryat Zardun", "34.1", "43.2", first="99", names="Zardun Village,al-Zardun")
    + _dump_row(AREA, "Muhafazat Zardun", "34.0", "43.0", "ADM1", first="99")
    + _dump_row(7, "Hotel Zardun", "34.1", "43.2", "HTL")
    + _dump_row(8, "Nowhere", "134.1", "43.2")
    + _dump_row(9, "Nowhere", "north", "43.2")
    + _dump_row("x", "Nowhere", "34.1", "43.2")
    + "too\tfew\n"
)


def _load(folder: Path) -> Gazetteer:
    return load_gazetteer.__wrapped__(folder)


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the gazetteer unpacked once, to be linked to."""
    folder = tmp_path_factory.mktemp("gazetteer")
    _load(folder)
    return folder


@pytest.fixture
def folder(unpacked: Path, tmp_path: Path) -> Path:
    """A cache folder of one test."""
    target = tmp_path / "cache"
    target.mkdir()
    for path in unpacked.iterdir():
        (target / path.name).hardlink_to(path)
    return target


def test_a_dump_of_a_country(folder: Path, tmp_path: Path) -> None:
    """Places are found by all their names, in their province; wrong rows are counted by reason."""
    (tmp_path / "IQ.txt").write_text(DUMP, encoding="utf-8")
    seen: list[int] = []
    imported = import_places(tmp_path / "IQ.txt", folder, seen.append)
    assert (imported.places, sum(imported.left_out.values())) == (2, 5)
    assert imported.left_out["coordinates off the earth"] == 1
    found = _load(folder).named("zardun village")
    assert [(p.id, p.country, p.admin1, p.kind) for p in found] == [(NEW, "IQ", AREA, "city")]
    assert _load(folder).named("zardun")[0].id == NEW  # without its article
    assert _load(folder).named("hotel zardun") == ()


def test_what_is_known_keeps_its_point(folder: Path, tmp_path: Path) -> None:
    """A place of the packed gazetteer only gets more names."""
    gazetteer = _load(folder)
    known = gazetteer.named("tikrit")[0]
    (tmp_path / "a.txt").write_text(_dump_row(known.id, "Tikrit", "0", "0", names="Zardunabad"), encoding="utf-8")
    assert import_places(tmp_path / "a.txt", folder).places == 0
    assert _load(folder).named("zardunabad") == (known,)
    assert _load(folder).named("tikrit")[0] == known


def test_alternate_names(folder: Path, tmp_path: Path) -> None:
    """Names of known places are taken, addresses and names of unknown places are not."""
    known = _load(folder).named("tikrit")[0]
    lines = [
        f"1\t{known.id}\ten\tZardunabad\t\t\t\t\t\t",
        f"2\t{known.id}\tlink\thttps://example.org/tikrit\t\t\t\t\t\t",
        "3\t987654321\ten\tNobody\t\t\t\t\t\t",
    ]
    (tmp_path / "alternateNamesV2.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    imported = import_places(tmp_path / "alternateNamesV2.txt", folder)
    assert (imported.names, imported.left_out) == (1, {"a name of a place that is not known": 1})
    assert _load(folder).named("zardunabad") == (known,)


@pytest.mark.parametrize(
    "text",
    [
        "name,lat,lon,country,names\nZardunabad,34.1,43.2,iq,Zardun|Old Zardun\n,1,1,,\nX,1,,,\n",
        "\ufefflon;lat;Name;names;cc\r\n43.2;34.1;Zardunabad;Zardun|Old Zardun;IQ\r\n1;1;;;\r\n;1;X;;\r\n",
    ],
)
def test_a_table(folder: Path, tmp_path: Path, text: str) -> None:
    """Columns in any order, with commas or semicolons; two tables do not take one another's ids."""
    (tmp_path / "villages.csv").write_text(text, encoding="utf-8")
    imported = import_places(tmp_path / "villages.csv", folder)
    assert (imported.places, imported.left_out) == (1, {"no name": 1, "no number where one belongs": 1})
    (place,) = _load(folder).named("old zardun")
    assert (place.latitude, place.longitude, place.country, place.geonameid) == (34.1, 43.2, "IQ", None)
    (tmp_path / "more.csv").write_text("name,lat,lon\nZardunshahr,35,44\n", encoding="utf-8")
    import_places(tmp_path / "more.csv", folder)
    held = own_places(folder)
    assert held is not None
    assert held.places == 2


def test_packed_files(folder: Path, tmp_path: Path) -> None:
    """As they are downloaded: a zip with a readme beside the list, or gzip."""
    with zipfile.ZipFile(tmp_path / "IQ.zip", "w") as packed:
        packed.writestr("readme.txt", "words " * 1000)
        packed.writestr("IQ.txt", DUMP)
    (tmp_path / "IQ.txt.gz").write_bytes(gzip.compress(DUMP.encode()))
    assert import_places(tmp_path / "IQ.zip", folder).places == 2
    assert import_places(tmp_path / "IQ.txt.gz", folder).places == 0


@pytest.mark.parametrize("content", [b"", b"hello\n", b"\xff\xfe\x00", b"a,b,c\n1,2,3\n"])
def test_a_file_of_no_known_form(folder: Path, tmp_path: Path, content: bytes) -> None:
    """One line says what is taken, and nothing is imported."""
    (tmp_path / "a.txt").write_bytes(content)
    with pytest.raises(GazetteerError, match=r"GeoNames|cannot be read"):
        import_places(tmp_path / "a.txt", folder)
    assert _load(folder).named("tikrit") != ()
    held = own_places(folder)
    assert held is None or held.places == 0


def test_all_is_forgotten(folder: Path, tmp_path: Path) -> None:
    """Only what was imported goes."""
    assert own_places(folder) is None
    (tmp_path / "a.csv").write_text("name,lat,lon\nZardunabad,34.1,43.2\n", encoding="utf-8")
    import_places(tmp_path / "a.csv", folder)
    assert forget_places(folder)
    assert not forget_places(folder)
    assert _load(folder).named("zardunabad") == ()
    assert _load(folder).named("tikrit") != ()


def test_an_import_is_another_version(folder: Path, tmp_path: Path) -> None:
    """The version changes with each import that brings something, and is gone with the places."""
    (tmp_path / "one.csv").write_text("name,lat,lon\nZardunabad,34.1,43.2\n", encoding="utf-8")
    (tmp_path / "two.csv").write_text("name,lat,lon\nZardunabod,34.1,43.3\n", encoding="utf-8")
    (tmp_path / "none.csv").write_text("name,lat,lon\nX,99,0\n", encoding="utf-8")
    versions = [own_version(folder)]
    for file in ("one.csv", "two.csv", "none.csv"):
        import_places(tmp_path / file, folder)
        versions.append(own_version(folder))
    assert versions[0] is None
    assert len(set(versions)) == 3
    assert versions[3] == versions[2]
    forget_places(folder)
    import_places(tmp_path / "one.csv", folder)
    assert own_version(folder) == versions[1]
    forget_places(folder)
    assert own_version(folder) is None
