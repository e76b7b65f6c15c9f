"""Place and time of a claim: those of its own sentence that belong to its trigger."""

from __future__ import annotations

import pytest
from tests.claims.claiming import one

#: sentence → predicate, place, qualifier
PLACES = [
    ("Rebels killed 12 soldiers near Ruda.", "killed", "Ruda", "near"),
    ("Rebels killed 12 soldiers on the outskirts of Ruda.", "killed", "Ruda", "the outskirts of"),
    ("Rebels killed 12 soldiers in Ruda.", "killed", "Ruda", None),
    ("Ilo Varek met Danu Orev in Ruda.", "met", "Ruda", None),
    ("Police in Sel arrested nobody. Rebels killed 12 soldiers.", "killed", None, None),
]


@pytest.mark.parametrize(("text", "predicate", "place", "qualifier"), PLACES)
def test_the_place_keeps_how_near(text: str, predicate: str, place: str | None, qualifier: str | None) -> None:
    """“Near” and “the outskirts of” still give the place, and are kept; nothing comes from another sentence."""
    where = one(text, predicate).place
    assert (None if where is None else where.name) == place
    if where is not None:
        said = where.qualifier.removeprefix("on ") if where.qualifier else None
        assert said == qualifier


#: sentence → predicate and the words of its time
TIMES = [
    # on the trigger, not on the nearest verb
    ("Rebels killed 12 soldiers near Ruda on Monday.", "killed", "Monday"),
    ("Colonel Danu Orev said on Friday that rebels had killed 12 soldiers on Monday.", "killed", "Monday"),
    ("Colonel Danu Orev said on Friday that rebels had killed 12 soldiers.", "killed", None),
    # an opening time holds for all that is joined
    ("On Monday, Ilo Varek visited Ruda and met Danu Orev.", "met", "Monday"),
    # the day of what lies ahead is not that of the meeting
    ("Ilo Varek met Danu Orev ahead of the summit on 5 June.", "met", None),
    ("Ilo Varek met Danu Orev on Monday ahead of the summit on 5 June.", "met", "Monday"),
    ("Ilo Varek met Danu Orev on Sunday before the vote.", "met", "Sunday"),
    # inside the noun of action
    ("The meeting between Ilo Varek and Danu Orev on Monday was short.", "met", "Monday"),
    # on the act that is the subject, or before its name
    ("A raid on Monday killed 12 soldiers near Ruda.", "killed", "Monday"),
    ("A May 3 strike by the Third Guard killed 12 soldiers near Ruda.", "killed", "May 3"),
    # an office set off by commas has no time of the sentence
    ("Ilo Varek, the commander of the Third Guard, visited Ruda on Monday.", "leads", None),
    # the day in the name of a body is none
    ("Ilo Varek met the March 14 Alliance.", "met", None),
    # nor has a lasting tie that a participle tells beside an act
    ("The Nusra Front, based in Aleppo, has sent fighters to Homs since 2014.", "based_in", None),
    ("The Nusra Front, based in Aleppo since 2014, sent fighters to Homs.", "based_in", "2014"),
]


@pytest.mark.parametrize(("text", "predicate", "words"), TIMES)
def test_the_time_belongs_to_its_trigger(text: str, predicate: str, words: str | None) -> None:
    """Times are attached by syntax."""
    time = one(text, predicate).time
    assert (None if time is None else time.text.removeprefix("on ").removeprefix("On ")) == words


#: sentence → predicate, place, words of its time
SCENES = [
    ("A car bomb killed 14 soldiers and wounded 30 at a post outside Ruda on Sunday.", "killed", "Ruda", "Sunday"),
    ("Gunmen attacked a church, killed six nuns and abducted a priest in Ruda on 3 May.", "killed", "Ruda", "3 May"),
    ("Rebels killed three men in Belik on Monday and wounded five in Ruda on Sunday.", "killed", "Belik", "Monday"),
    ("Rebels struck a pharmacy in Ruda with two bombs on Sunday, killing six.", "killed", "Ruda", "Sunday"),
    ("Rebels struck a pharmacy in Ruda with two bombs on Sunday and killed six in Belik.", "killed", "Belik", "Sunday"),
    ("Rebels killed three soldiers and later abducted a priest in Ruda on Sunday.", "killed", None, None),
]


@pytest.mark.parametrize(("text", "predicate", "place", "words"), SCENES)
def test_one_scene_of_violence_has_one_place_and_day(
    text: str, predicate: str, place: str | None, words: str | None
) -> None:
    """What stands behind the last of several verbs of violence holds for all, unless the words tell them apart."""
    claim = one(text, predicate)
    assert (claim.place.name if claim.place else None) == place
    assert (claim.time.text.removeprefix("on ") if claim.time else None) == words
