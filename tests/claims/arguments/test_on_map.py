"""Claims on the map: places in the gazetteer, coordinates, stretches, and places that are acted upon."""

from __future__ import annotations

import pytest

from reportedly.pipeline import read_page
from reportedly.records.claim import Claim
from reportedly.records.where import Where
from reportedly.testing import make_page


def _one(text: str, predicate: str) -> Claim:
    (found,) = [claim for claim in read_page(make_page(text)).claims if claim.predicate == predicate]
    return found


#: sentence → predicate; name, qualifier, precision and radius of the ground
GROUNDS = [
    ("Ilo Varek met Danu Orev in Tikrit.", "met", ("Tikrit", None, "settlement", None)),
    ("Rebels killed 12 soldiers near the Syrian town of Hama.", "killed", ("Hama", "near", "near", 25.0)),
    ("Rebels killed 12 soldiers in Anbar province.", "killed", ("Anbar province", None, "admin1", None)),
    (
        "Rebels killed 12 soldiers on the road between Hama and Homs on Monday.",
        "killed",
        ("Hama", "between Homs and", "linear", 27.7),
    ),
    (
        "A strike at 33.4012, 43.9101 killed three fighters of the Ash Brigade.",
        "killed",
        ("33.4012, 43.9101", None, "exact", None),
    ),
    ("The Ash Brigade shelled Fallujah on Monday.", "attacked", ("Fallujah", None, "settlement", None)),
]


@pytest.mark.parametrize(("text", "predicate", "expected"), GROUNDS)
def test_the_ground_of_a_claim(text: str, predicate: str, expected: tuple[object, ...]) -> None:
    """No finer than it was said, and known to the map."""
    ground = _one(text, predicate).ground
    assert isinstance(ground, Where)
    assert (ground.name, ground.qualifier, ground.precision.value, ground.radius_km) == expected
    assert ground.latitude is not None
    assert ground.why


def test_a_person_has_no_ground() -> None:
    """What is done to somebody nowhere in particular lies nowhere."""
    assert _one("Rebels killed 12 soldiers.", "killed").ground is None
