"""What a name of a place may mean: the spellings under which it is looked up, strictest first."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from types import MappingProxyType
from typing import Final

import msgspec
from rapidfuzz.distance import OSA

from reportedly.resources.gazetteer import Gazetteer, Place
from reportedly.resources.lexicon import table, words
from reportedly.resources.place_keys import place_key, without_article

#: More candidates than this are never looked at: the most populous come first.
MOST: Final = 24
#: So much of the letters must agree for a province to be called after its town.
_ALIKE: Final = 0.8
_SMALL: Final = frozenset({"of", "the"})
_ADMIN: Final = frozenset({"admin1", "admin2"})


class Candidate(msgspec.Struct, frozen=True):
    """A place that a name may mean. method: exact, article, area, adjective, qualifier. fits: the words around the
    name speak for its kind.
    """

    place: Place
    method: str
    fits: bool = False


class Named(msgspec.Struct, frozen=True):
    """A name looked up. qualifier: a part of the place that the words single out ("southern"), else empty."""

    candidates: tuple[Candidate, ...] = ()
    qualifier: str = ""


def look_up(name: str, gazetteer: Gazetteer) -> Named:
    """All that a name may mean. Directions and words for areas are set aside only when the whole names nothing."""
    key = place_key(_without_possessive(name)).removeprefix("the ")
    return _named(key, gazetteer) if _may_be_a_name(name, key) else Named()


def _named(key: str, gazetteer: Gazetteer) -> Named:
    found = (*_by_adjective(key, gazetteer), *_of(key, gazetteer, "exact", ()))
    for bare, kinds in _areas(key):
        # "Karak district" is the name of one district, and what every other Karak's is called too
        known = {candidate.place.id for candidate in found}
        of_kind = (c for c in _of(bare, gazetteer, "area", kinds) if not found or (c.fits and c.place.kind in _ADMIN))
        found += tuple(candidate for candidate in of_kind if candidate.place.id not in known)
        if "admin1" in kinds and found and not any(candidate.fits for candidate in found):
            found = (*_provinces_of(found, gazetteer), *found)
    if found:
        return Named(found)
    for qualifier, rest in _qualified(key):
        inner = _named(rest, gazetteer)
        if inner.candidates:
            fits = _is_also_a_province(rest, gazetteer) and qualifier in words("toponyms", "qualifiers", "sector")
            cut = tuple(
                msgspec.structs.replace(c, method="qualifier", fits=c.fits or (fits and c.place.kind == "admin1"))
                for c in inner.candidates
            )
            return Named(cut, qualifier if not inner.qualifier else f"{qualifier} {inner.qualifier}")
    return Named()


def _provinces_of(towns: tuple[Candidate, ...], gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Provinces that are called after these towns, in whatever spelling: "Hasaka province" of Al Ḩasakah."""
    for candidate in towns:
        above = gazetteer.place(candidate.place.admin1) if candidate.place.admin1 else None
        if above is None:
            continue
        names = (without_article(place_key(place.name)) for place in (candidate.place, above))
        if OSA.normalized_similarity(*names) >= _ALIKE:
            yield Candidate(above, "area", True)


def _may_be_a_name(name: str, key: str) -> bool:
    """Whether words can name a place: "the town" and "the city center" do not, though towns are called so."""
    if key in words("toponyms", "never") or (key in table("toponyms")["areas"] and key not in words("toponyms", "the")):
        return False
    return not name.islower() or not name.isascii()


def _is_also_a_province(key: str, gazetteer: Gazetteer) -> bool:
    """Whether a town's name is its province's too: "southern Aleppo" is then the larger of the two (Security Force
    Monitor's rule).
    """
    return any(gazetteer.named(f"{key} {word}") for word in ("province", "governorate", "state", "oblast"))


def _by_adjective(key: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """The country of an adjective or a people ("Jordanian", "Iraqis"), the continent of "European"."""
    if continent := table("toponyms")["continents"].get(key):
        return tuple(Candidate(p, "adjective") for p in gazetteer.named(continent) if p.kind == "continent")
    code = _adjectives().get(key)
    country = None if code is None else gazetteer.with_code(code)
    return () if country is None else (Candidate(country, "adjective"),)


@cache
def _adjectives() -> MappingProxyType[str, str]:
    countries = table("countries")["country"]
    found = {
        place_key(w): code for code, c in countries.items() for w in (*c.get("adjectives", ()), *c.get("people", ()))
    }
    return MappingProxyType(found)


def _without_possessive(name: str) -> str:
    for ending in ("'s", "’s"):
        name = name.removesuffix(ending)
    return name


def _of(key: str, gazetteer: Gazetteer, method: str, kinds: tuple[str, ...]) -> tuple[Candidate, ...]:
    if len(key) < 2:
        return ()
    for spelling, how in ((key, method), (without_article(key), "article")):
        places = gazetteer.named(spelling)[:MOST]
        if places:
            return tuple(Candidate(place, how, place.kind in kinds) for place in places)
    return ()


def _areas(key: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The name without a word for an area at its end ("anbar province") or at its beginning ("province of anbar")."""
    for word, kinds in table("toponyms")["areas"].items():
        if key.endswith(f" {word}"):
            yield key.removesuffix(f" {word}"), tuple(kinds)
        elif key.startswith((f"{word} of ", f"{word} ")):
            rest = key.removeprefix(f"{word} ").removeprefix("of ").removeprefix("the ")
            yield rest, tuple(kinds)


def _qualified(key: str) -> Iterator[tuple[str, str]]:
    for qualifier in sorted(words("toponyms", "qualifiers"), key=len, reverse=True):
        spoken = qualifier.replace("-", " ")
        if key.startswith(f"{spoken} "):
            yield qualifier, key.removeprefix(f"{spoken} ").removeprefix("of ").removeprefix("the ")
    for word in sorted(words("toponyms", "qualifiers", "around")):
        if key.endswith(f" {word}"):
            yield f"{word} of", key.removesuffix(f" {word}")


def speaks_for(text: str, start: int, end: int) -> tuple[str, ...]:
    """Kinds that the words just around a name speak for: "[Anbar] province", "the city of [Fallujah]"."""
    after = text[end : end + 20].casefold().split()
    before = text[max(0, start - 30) : start].casefold().split()
    before = [w for w in before if w not in _SMALL]
    areas = table("toponyms")["areas"]
    close = text[max(0, start - 4) : start].casefold()
    found: list[str] = []
    if after and text[end : end + 1] == " ":
        found += areas.get(" ".join(after[:2]).strip(".,;:"), areas.get(after[0].strip(".,;:"), ()))
    if before and (close.endswith(("of ", "the ")) or text[start - 1 : start] == " "):
        found += areas.get(before[-1], ())
    return tuple(found)
