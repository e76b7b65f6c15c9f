"""Who is who over reports is scored on names: those of one bearer are one, descriptions and pronouns are left out."""

from __future__ import annotations

from typing import Any

from benchmarks.bearers import Bearers, named_parties

TEXT = "Danu Orev met Ash forces. He left Maresh."
INPUTS = {"d1": {"id": "d1", "text": TEXT}, "d2": {"id": "d2", "text": TEXT}}


def _claim(document: str, **slots: tuple[str, str | None]) -> dict[str, Any]:
    claim: dict[str, Any] = {"document": document}
    for slot, (words, resolved) in slots.items():
        start = TEXT.index(words)
        claim |= {slot: words, f"{slot}_start": start, f"{slot}_end": start + len(words)}
        if resolved:
            claim[f"{slot}_resolves_to"] = resolved
    return claim


def test_names_of_one_bearer_are_one_over_reports() -> None:
    """By the table, and by the name that a short one stands for; each mention once."""
    bearers = Bearers(bearer=(("Dānu Orev", "The Falcon"),))
    claims = [
        _claim("d1", subject=("Danu Orev", None), place=("Maresh", None)),
        _claim("d1", subject=("Danu Orev", None), object=("Ash forces", None)),
        _claim("d2", subject=("Orev", "The Falcon"), object=("He", "Danu Orev"), place=("Maresh", "a town")),
    ]
    first, second = named_parties(claims, INPUTS, bearers)
    assert [(m["kind"], m["cluster"]) for m in first["mentions"]] == [("party", "danu orev"), ("place", "maresh")]
    assert [(m["kind"], m["cluster"]) for m in second["mentions"]] == [("party", "danu orev")]
