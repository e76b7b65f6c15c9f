"""The gazetteer: unpacked once, asked by folded names, whole when two runs unpack it at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from reportedly.errors import GazetteerError
from reportedly.resources.gazetteer import Gazetteer, load_gazetteer
from reportedly.resources.place_keys import place_key, without_article


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """The gazetteer of the package."""
    return load_gazetteer()


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("Dayr az-Zawr", "SY", "admin1"),  # hyphens and marks do not count
        ("Deir Ezzor", "SY", "city"),  # a name of the supplement for a town of GeoNames
        ("Hasakah", "SY", "city"),  # without the article
        ("Al Ḩasakah", "SY", "city"),
        ("U.S.", "US", "country"),  # dots do not count
        ("DR Congo", "CD", "country"),
        ("Jurf al-Sakhar", "IQ", "city"),  # no package has it
        ("Golan Heights", "SY", "region"),
        ("Strait of Hormuz", "", "strait"),
        ("Heathrow", "GB", "airfield"),  # short for London Heathrow Airport
        ("Khartoum", "SD", "capital"),
    ],
)
def test_a_name_is_found(gazetteer: Gazetteer, name: str, country: str, kind: str) -> None:
    """Each name has a candidate of the country and the kind."""
    assert (country, kind) in {(p.country, p.kind) for p in gazetteer.named(place_key(name))}


@pytest.mark.parametrize("name", ["", "Xyzzyq", "OSM", "'); DROP TABLE places; --"])
def test_what_is_no_place_is_not_found(gazetteer: Gazetteer, name: str) -> None:
    """Unknown words, codes of airports and SQL find nothing."""
    assert gazetteer.named(place_key(name)) == ()


def test_a_province_knows_its_code(gazetteer: Gazetteer) -> None:
    """Provinces are found by their ISO 3166-2 code, countries by ISO 3166-1."""
    anbar, iraq = gazetteer.with_code("IQ-AN"), gazetteer.with_code("IQ")
    assert anbar is not None
    assert iraq is not None
    assert (anbar.kind, anbar.country, iraq.kind) == ("admin1", "IQ", "country")


def test_supplement_names_join_towns_that_are_known(gazetteer: Gazetteer) -> None:
    """A town of the supplement that GeoNames has too is one place with more names."""
    (known,) = {p.id for p in gazetteer.named("deir ezzor") if p.kind == "city"}
    assert known > 0


def test_rows_of_the_supplement_may_have_an_id_of_geonames(gazetteer: Gazetteer) -> None:
    """Continents are those of GeoNames; a region of our own has none."""
    assert [p.geonameid for p in gazetteer.named("europe") if p.kind == "continent"] == [6255148]
    assert [p.geonameid for p in gazetteer.named("donbas")] == [None]


def test_two_runs_may_unpack_at_once(tmp_path: Path) -> None:
    """Whoever comes second finds a whole file, and no part of one stays behind."""
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(lambda _: load_gazetteer.__wrapped__(tmp_path), range(2)))
    assert [g.named("tikrit")[0].country for g in found] == ["IQ", "IQ"]
    assert [p.suffix for p in tmp_path.iterdir()] == [".sqlite"]


def test_nowhere_to_write_is_told(tmp_path: Path) -> None:
    """A folder that cannot be made gives an error that says what to do."""
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(GazetteerError, match="XDG_CACHE_HOME"):
        load_gazetteer.__wrapped__(tmp_path / "file" / "below")


def test_articles_are_left_off_only_before_words() -> None:
    """The Arabic article goes, a name that only begins like it stays."""
    assert [without_article(k) for k in ("al hasakah", "ash sharqat", "aldershot", "al is")] == [
        "hasakah", "sharqat", "aldershot", "al is",
    ]  # fmt: skip
