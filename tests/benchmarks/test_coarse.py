"""The engine's coarse spans after mending: edges, times and amounts with their units, arms and craft."""

from __future__ import annotations

from benchmarks.coarse import Coarse, mended

from reportedly.records.span import Token


def tokens(*words: str) -> list[Token]:
    """Tokens "word/TAG" in a row, each its own lemma."""
    found, at = [], 0
    for word in words:
        text, tag = word.rsplit("/", 1)
        found.append(Token(start=at, end=at + len(text), text=text, tag=tag, lemma=text, head=0, relation="dep"))
        at += len(text) + 1
    return found


def test_loose_ends_are_cut() -> None:
    """A phrase ends with no preposition and no conjunction, and one without a word is none."""
    line = tokens("head/NN", "of/IN", "the/DT", "and/CC")
    assert mended(line, [Coarse(0, 1, "Person"), Coarse(3, 3, "Location")], [], []) == [Coarse(0, 0, "Person")]


def test_times_and_amounts_have_their_units() -> None:
    """ "45" is a time where "minutes" follow, "8 km" is no place."""
    line = tokens("45/CD", "minute/NNS", "8/CD", "km/NN")
    assert mended(line, [Coarse(0, 0, "Quantity"), Coarse(2, 3, "Location")], [], []) == [
        Coarse(0, 1, "Temporal"),
        Coarse(2, 3, "Quantity"),
    ]


def test_a_day_of_a_month_is_one_time() -> None:
    """The number before a month belongs to it, the number before people does not."""
    line = tokens("13/CD", "November/NNP", "60/CD", "civilians/NNS")
    spans = [Coarse(0, 0, "Quantity"), Coarse(1, 1, "Temporal"), Coarse(2, 2, "Quantity"), Coarse(3, 3, "Organisation")]
    assert mended(line, spans, [], []) == [Coarse(0, 1, "Temporal"), *spans[2:]]


def test_arms_are_added_and_renamed() -> None:
    """A weapon that the head missed is added, a craft that it called an organisation is renamed; numbers stay apart."""
    line = tokens("two/CD", "rockets/NNS", "hit/VBD", "Doran/JJ", "jets/NNS")
    spans = [Coarse(3, 4, "Organisation")]
    assert mended(line, spans, [Coarse(0, 1, "Weapon"), Coarse(3, 4, "MilitaryPlatform")], []) == [
        Coarse(1, 1, "Weapon"),
        Coarse(3, 4, "MilitaryPlatform"),
    ]


def test_names_go_as_far_as_the_stage_reads_them_and_are_of_its_kind() -> None:
    """A span cut off inside a name holds all of it; what the report elsewhere shows to be a town is no body."""
    line = tokens("the/DT", "Ruda/NNP", "al/NNP", "Sabr/NNP", "fell/VBD", "with/IN", "Belik/NNP")
    spans = [Coarse(0, 1, "Location"), Coarse(3, 3, "Person"), Coarse(6, 6, "Organisation")]
    names = [Coarse(1, 3, "Location"), Coarse(6, 6, "Location")]
    assert mended(line, spans, [], names) == [Coarse(0, 3, "Location"), Coarse(6, 6, "Location")]


def test_a_title_belongs_to_the_person_and_a_land_to_its_town() -> None:
    """ "Major | Brandt" is one person, "Ruda, Iraq" one place; "Iraq, Syria" are two."""
    line = tokens("Major/NNP", "Brandt/NNP", "left/VBD", "Ruda/NNP", ",/,", "Iraq/NNP", ",/,", "Syria/NNP")
    spans = [Coarse(0, 0, "Person"), Coarse(1, 1, "Person"), *(Coarse(i, i, "Location") for i in (3, 5, 7))]
    assert mended(line, spans, [], []) == [
        Coarse(0, 1, "Person"),
        Coarse(3, 5, "Location"),
        Coarse(7, 7, "Location"),
    ]
