"""A made report whose claims lie on the map around Fallujah."""

from __future__ import annotations

from reportedly.records.claim import Party
from reportedly.records.mention import Kind
from reportedly.records.reading import Reading
from reportedly.records.when import When
from reportedly.records.where import Precision, Where
from reportedly.testing import make_reading

_TOLD = ("Orev stayed in Ramadi.", "Orev was seen in Anbar province.", "Orev spoke in Mosul.", "Kolt shelled Karma.")


def _where(name: str, latitude: float, longitude: float, precision: Precision, area: str | None = None) -> Where:
    start = " ".join(_TOLD).index(name)
    return Where(
        start=start, end=start + len(name), name=name, canonical=name, latitude=latitude, longitude=longitude,
        precision=precision, country="IQ", area=area, place=start + 1,
    )  # fmt: skip


def _when(first: str, last: str) -> When:
    return When(start=0, end=4, text="Orev", earliest=first, latest=last)


def around_fallujah() -> Reading:
    """Claims at Ramadi (2016-05-20), in Anbar (some day of 2015), at Mosul (2016-05-21), and on Karma (undated)."""
    text = " ".join(_TOLD)
    karma = _where("Karma", 33.4, 43.91, Precision.SETTLEMENT)
    target = Party(name="Karma", canonical="Karma", kind=Kind.PLACE, start=karma.start, end=karma.end, where=karma)
    places = (
        _where("Ramadi", 33.42, 43.31, Precision.SETTLEMENT),
        _where("Anbar province", 32.6, 41.2, Precision.ADMIN1, "IQ-AN"),
        _where("Mosul", 36.34, 43.13, Precision.SETTLEMENT),
    )
    days = (_when("2016-05-20", "2016-05-20"), _when("2015-01-01", "2015-12-31"), _when("2016-05-21", "2016-05-21"))
    claims: list[dict[str, object]] = [
        {"predicate": "present_at", "evidence": told, "subject": "Orev", "place": place, "time": day}
        for told, place, day in zip(_TOLD, places, days, strict=False)
    ]
    claims.append({"predicate": "attacked", "evidence": _TOLD[3], "subject": "Kolt", "object": target})
    names = {"Orev": Kind.PERSON, "Kolt": Kind.PERSON}
    return make_reading(text, location="placed.txt", published="2016-05-24", names=names, claims=claims)
