"""GeoJSON: points only where the words allow one."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

from tests.base.placed import around_fallujah
from tests.base.reports import fill

from reportedly.base.store import Store
from reportedly.exports.geojson import EXPORT
from reportedly.records.mention import Kind
from reportedly.records.where import Precision, Where
from reportedly.review.redact import redact
from reportedly.testing import make_reading


def _features(store: Store) -> list[dict[str, Any]]:
    stream = io.StringIO()
    EXPORT.write(store, stream)
    collection = json.loads(stream.getvalue())
    assert collection["type"] == "FeatureCollection"
    return list(collection["features"])


def _store(path: Path) -> Store:
    words = "Danu Orev was seen in Ruda. Danu Orev was seen in Anbar. Danu Orev was seen in Sel."
    ruda, anbar, sel = words.index("Ruda"), words.index("Anbar"), words.index("Sel")
    name, code = "Anbar", "IQ-AN"
    placed = {"latitude": 33.0, "longitude": 44.0, "place": 1}
    places = [
        Where(start=ruda, end=ruda + 4, name="Ruda", canonical="Ruda", precision=Precision.SETTLEMENT, **placed),
        Where(start=anbar, end=anbar + 5, name=name, canonical=name, precision=Precision.ADMIN1, area=code, **placed),
        Where(start=sel, end=sel + 3, name="Sel", canonical="Sel"),
    ]
    claims = [
        {"predicate": "present_at", "evidence": f"was seen in {place.name}", "subject": "Danu Orev", "place": place}
        for place in places
    ]
    return fill(path / "map.db", make_reading(words, names={"Danu Orev": Kind.PERSON}, claims=claims))


def test_points_areas_and_unknown_places(tmp_path: Path) -> None:
    """A town is a point, a province its outline, an unknown place a feature without geometry."""
    with _store(tmp_path) as store:
        shapes = [feature["geometry"] and feature["geometry"]["type"] for feature in _features(store)]
    assert shapes == ["Point", "MultiPolygon", None]


def test_every_feature_says_whose_words_it_has(tmp_path: Path) -> None:
    """Quote, hedge, precision and report stand with each feature."""
    with _store(tmp_path) as store:
        told = _features(store)[0]["properties"]
    assert (told["quote"], told["modality"], told["precision"]) == ("was seen in Ruda", "asserted", "settlement")
    assert told["document"].startswith("doc-")


def test_claims_without_a_place_are_no_features(store: Store) -> None:
    """What the base holds without a place is in other exports."""
    with_place = sum(claim.place is not None for claim in store.claims())
    assert len(_features(store)) == with_place


def test_a_place_that_is_acted_upon_is_drawn(tmp_path: Path) -> None:
    """What is shelled is on the map, though it is no place of the claim; how it was placed stands with it."""
    with fill(tmp_path / "map.db", around_fallujah()) as store:
        drawn = {feature["properties"]["place"]: feature for feature in _features(store)}
    assert drawn["Karma"]["geometry"]["type"] == "Point"
    assert drawn["Karma"]["properties"]["predicate"] == "attacked"
    assert {"radius_km", "placed_by"} <= set(drawn["Karma"]["properties"])


def test_redacted_names_are_masked(store: Store) -> None:
    """No spelling of a redacted name leaves."""
    redact(store, "Danu Orev", "a test", "tester")
    stream = io.StringIO()
    EXPORT.write(store, stream)
    assert "orev" not in stream.getvalue().casefold()


def test_a_direction_that_stands_in_the_name_is_told_once(tmp_path: Path) -> None:
    """“Northern Anbar” is not “northern northern Anbar”; “near Ruda” keeps its “near”."""
    words = "Danu Orev was seen in northern Anbar. Danu Orev was seen near Ruda."
    north, ruda = words.index("northern"), words.index("Ruda")
    wide = {
        "precision": Precision.ADMIN1,
        "area": "IQ-AN",
        "qualifier": "northern",
        "latitude": 33.0,
        "longitude": 42.0,
    }
    near = {"precision": Precision.NEAR, "radius_km": 25.0, "qualifier": "near", "latitude": 33.0, "longitude": 44.0}
    places = [
        Where(start=north, end=north + 14, name="northern Anbar", canonical="northern Anbar", **wide),
        Where(start=ruda, end=ruda + 4, name="Ruda", canonical="Ruda", **near),
    ]
    claims = [
        {"predicate": "present_at", "evidence": words, "subject": "Danu Orev", "place": place} for place in places
    ]
    reading = make_reading(words, names={"Danu Orev": Kind.PERSON}, claims=claims)
    with fill(tmp_path / "map.db", reading) as store:
        told = [feature["properties"]["place_as_said"] for feature in _features(store)]
    assert told == ["northern Anbar", "near Ruda"]
