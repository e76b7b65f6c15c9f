"""Names that no place is called by, but nearly: looked for only in countries that the document speaks of.

World-wide, nearly every short name is somewhere a town's. A name fits another when its letters do (Damerau's distance,
scaled by length), or less closely when its consonants are the same as well (`text.skeleton`) and the script of the
country writes little else.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from reportedly.mentions.toponyms.candidates import Candidate
from reportedly.resources.gazetteer import Gazetteer, Place
from reportedly.resources.lexicon import words
from reportedly.resources.place_keys import place_key, without_article
from reportedly.text.skeleton import loose, strict
from reportedly.text.transliterate import sounds

_SHORTEST: Final = 5  # letters, without the article
_BEGINNING: Final = 2  # letters that are never misspelt, so that the search stays short
_CLOSE: Final = 0.85
_CLOSE_BY_CONSONANTS: Final = 0.7
_CONSONANTS: Final = 3
_MOST: Final = 8
#: Of a town and its province that are spelt alike the town is the likelier.
_WIDE: Final = frozenset({"admin1", "admin2"})


@lru_cache(maxsize=4096)  # reports of one war misspell, or name what nobody knows, again and again
def nearly(name: str, countries: tuple[str, ...], gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """Places of these countries that may be meant by a misspelt name, nearest first; none for short names."""
    key = without_article(place_key(name).removeprefix("the "))
    if len(key.replace(" ", "")) < _SHORTEST or not name[:1].isupper() or any(c.isdigit() for c in key):
        return ()
    consonants = _consonants(key)
    length = len(key)
    known = gazetteer.beginning(
        key[:_BEGINNING], int(length * _CLOSE_BY_CONSONANTS), int(length / _CLOSE_BY_CONSONANTS)
    )
    likely = process.extract(
        key,
        [other for other, _ in known],
        scorer=OSA.normalized_similarity,
        score_cutoff=_CLOSE_BY_CONSONANTS,
        limit=None,
    )
    found: dict[int, tuple[float, Place]] = {}
    for other, likeness, at in likely:
        place = gazetteer.place(known[at][1])
        if place is None or place.country not in countries or likeness <= found.get(place.id, (0.0, place))[0]:
            continue
        vague = len(consonants) >= _CONSONANTS and place.country in words("toponyms", "without_vowels")
        if likeness >= _CLOSE or (vague and consonants == _consonants(other)):
            found[place.id] = (likeness, place)
    ordered = sorted(found.values(), key=lambda one: (-one[0], one[1].kind in _WIDE, -one[1].population, one[1].id))
    return tuple(Candidate(place, "fuzzy") for _, place in ordered[:_MOST])


def _consonants(key: str) -> str:
    return "".join(loose(strict(sounds(word))) for word in key.split())
