"""Trees whose last speaker was hung on the wrong verb."""

from __future__ import annotations

import pytest

from reportedly.mentions.trees import mended
from reportedly.resources.engine import Tagged

Row = tuple[str, str, int, str]

_STRIKE: list[Row] = [
    ("A", "DT", 1, "det"), ("strike", "NN", 12, "nsubj"), ("killed", "VBD", 12, "ccomp"), ("two", "CD", 4, "nummod"),
    ("men", "NNS", 2, "dobj"), (",", ",", 2, "punct"), ("Ivo", "NNP", 7, "compound"), ("Varek", "NNP", 2, "nsubj"),
    (",", ",", 7, "punct"), ("the", "DT", 10, "det"), ("governor", "NN", 7, "appos"), (",", ",", 12, "punct"),
    ("said", "VBD", 12, "ROOT"), (".", ".", 12, "punct"),
]  # fmt: skip
_LISTED: list[Row] = [
    ("It", "PRP", 1, "nsubj"), ("killed", "VBD", 9, "ccomp"), ("Bek", "NNP", 1, "dobj"), (",", ",", 2, "punct"),
    ("Varek", "NNP", 2, "conj"), (",", ",", 4, "punct"), ("a", "DT", 7, "det"), ("spokesman", "NN", 4, "appos"),
    (",", ",", 9, "punct"), ("said", "VBD", 9, "ROOT"), (".", ".", 9, "punct"),
]  # fmt: skip
_BELOW: list[Row] = [
    ("Rebels", "NNS", 1, "nsubj"), ("took", "VBD", 1, "ROOT"), ("Ruda", "NNP", 1, "dobj"), (",", ",", 1, "punct"),
    ("an", "DT", 5, "det"), ("adviser", "NN", 2, "appos"), ("said", "VBD", 1, "ccomp"), (".", ".", 1, "punct"),
]  # fmt: skip


def _tagged(rows: list[Row]) -> tuple[list[str], Tagged]:
    words, tags, heads, relations = zip(*rows, strict=True)
    return list(words), Tagged((), tags, heads, relations)


def test_subjects_that_were_swapped_are_put_back() -> None:
    """The strike kills and the governor says, not the other way round."""
    found = mended(*_tagged(_STRIKE))
    assert (found.heads[1], found.relations[1]) == (2, "nsubj")
    assert (found.heads[7], found.relations[7]) == (12, "nsubj")


def test_a_speaker_is_no_further_victim() -> None:
    """ "Killed Bek, Varek, a spokesman, said": Varek says it."""
    found = mended(*_tagged(_LISTED))
    assert (found.heads[4], found.relations[4]) == (9, "nsubj")
    assert found.heads[2] == 1


def test_a_verb_of_speech_at_the_end_governs_what_is_told() -> None:
    """ "Rebels took Ruda, an adviser said" hangs on "said"."""
    found = mended(*_tagged(_BELOW))
    assert (found.heads[6], found.relations[6]) == (6, "ROOT")
    assert (found.heads[1], found.relations[1], found.heads[5]) == (6, "ccomp", 6)


_RIGHT: list[Row] = [
    ("It", "PRP", 1, "nsubj"), ("fell", "VBD", 5, "ccomp"), (",", ",", 5, "punct"), ("Ruda", "NNP", 4, "compound"),
    ("police", "NNS", 5, "nsubj"), ("said", "VBD", 5, "ROOT"), (".", ".", 5, "punct"),
]  # fmt: skip
_BEFORE: list[Row] = [
    ("Varek", "NNP", 4, "nsubj"), (",", ",", 0, "punct"), ("a", "DT", 3, "det"), ("monk", "NN", 0, "appos"),
    ("said", "VBD", 4, "ROOT"), ("it", "PRP", 6, "nsubj"), ("fell", "VBD", 4, "ccomp"),
]  # fmt: skip
_SHARED: list[Row] = [
    ("Varek", "NNP", 1, "nsubj"), ("came", "VBD", 1, "ROOT"), (",", ",", 1, "punct"), ("saw", "VBD", 1, "conj"),
    ("Bek", "NNP", 3, "dobj"), ("and", "CC", 1, "cc"), ("said", "VBD", 1, "conj"), ("so", "RB", 6, "advmod"),
]  # fmt: skip


@pytest.mark.parametrize("rows", [_RIGHT, _BEFORE, _SHARED], ids=["right", "speaker-first", "shared-subject"])
def test_other_trees_stay(rows: list[Row]) -> None:
    """What is right, or speaks before what is told, or shares a subject is left alone."""
    words, tagged = _tagged(rows)
    assert mended(words, tagged) == tagged


def _by(verb: str) -> list[Row]:
    return [
        ("Groups", "NNS", 1, "nsubj"), ("condemned", verb, 1, "ROOT"), ("the", "DT", 3, "det"),
        ("detention", "NN", 1, "dobj"), ("of", "IN", 3, "prep"), ("Bek", "NNP", 4, "pobj"), ("by", "IN", 1, "prep"),
        ("police", "NNS", 6, "pobj"), (".", ".", 1, "punct"),
    ]  # fmt: skip


def test_who_does_what_a_noun_tells_hangs_on_the_noun() -> None:
    """The police detain; they do not condemn."""
    assert mended(*_tagged(_by("VBD"))).heads[6] == 3


def test_a_passive_keeps_its_agent() -> None:
    """ "Condemned by police" is a passive."""
    assert mended(*_tagged(_by("VBN"))).heads[6] == 1


_ALIAS: list[Row] = [
    ("Varek", "NNP", 11, "nsubj"), (",", ",", 0, "punct"), ("alias", "VB", 0, "acl"), ("the", "DT", 4, "det"),
    ("Cook", "NNP", 2, "dobj"), (",", ",", 4, "punct"), ("leader", "NN", 4, "appos"), ("of", "IN", 6, "prep"),
    ("the", "DT", 9, "det"), ("Front", "NNP", 7, "pobj"), (",", ",", 11, "punct"), ("fled", "VBD", 11, "ROOT"),
]  # fmt: skip


def test_what_follows_an_alias_is_said_of_its_bearer() -> None:
    """Varek, alias the Cook, leads the Front, and so he does after a second alias."""
    assert mended(*_tagged(_ALIAS)).heads[6] == 0
    twice = [*_ALIAS[:5], (",", ",", 4, "punct"), ("aka", "NN", 4, "dep"), ("Ox", "NNP", 4, "appos")]
    twice += [(w, t, 7 if r == "appos" else h + 3, r) for w, t, h, r in _ALIAS[5:]]
    assert mended(*_tagged([(w, t, min(h, 14), r) for w, t, h, r in twice])).heads[9] == 0


def test_a_name_in_brackets_stays_with_the_alias() -> None:
    """Of "Varek, alias the Cook (Ox)" the Ox stays where it was."""
    rows = [*_ALIAS[:5], ("(", "-LRB-", 6, "punct"), ("Ox", "NNP", 4, "appos"), (")", "-RRB-", 6, "punct")]
    assert mended(*_tagged([(w, t, min(h, 4), r) for w, t, h, r in rows])).heads[6] == 4


_OFFICE: list[Row] = [
    ("The", "DT", 1, "det"), ("Ministry", "NNP", 7, "nsubj"), ("of", "IN", 1, "prep"), ("Defence", "NNP", 2, "pobj"),
    ("'s", "POS", 3, "case"), ("Second", "NNP", 6, "compound"), ("Bureau", "NNP", 2, "pobj"),
    ("left", "VBD", 7, "ROOT"),
]  # fmt: skip


def test_the_office_of_a_ministry_is_what_acts() -> None:
    """ "The Ministry of Defence's Second Bureau left": the bureau of the ministry left."""
    found = mended(*_tagged(_OFFICE))
    assert (found.heads[6], found.relations[6]) == (7, "nsubj")
    assert (found.heads[1], found.relations[1]) == (6, "poss")


def test_whom_one_commands_is_no_office() -> None:
    """ "Commander of the Guard's Second Bureau" stays as it is."""
    rows = [("The", "DT", 1, "det"), ("Commander", "NNP", 7, "nsubj"), *_OFFICE[2:]]
    assert mended(*_tagged(rows)) == _tagged(rows)[1]


_BROTHER: list[Row] = [
    ("Ilo", "NNP", 1, "nsubj"), ("is", "VBZ", 1, "ROOT"), ("head", "NN", 1, "attr"), ("and", "CC", 2, "cc"),
    ("brother", "NN", 2, "conj"), ("of", "IN", 4, "prep"), ("its", "PRP$", 7, "poss"), ("founder", "NN", 5, "pobj"),
    (",", ",", 2, "punct"), ("Varek", "NNP", 2, "appos"), (".", ".", 1, "punct"),
]  # fmt: skip
_CITIZENS: list[Row] = [
    ("Ilo", "NNP", 8, "nsubj"), (",", ",", 0, "punct"), ("Bek", "NNP", 0, "conj"), ("and", "CC", 2, "cc"),
    ("Varek", "NNP", 2, "conj"), (",", ",", 4, "punct"), ("citizens", "NNS", 4, "appos"), (",", ",", 8, "punct"),
    ("fled", "VBD", 8, "ROOT"),
]  # fmt: skip


def test_a_name_behind_a_comma_is_the_nearest_noun() -> None:
    """Ilo is the head; who is called Varek is the founder."""
    assert mended(*_tagged(_BROTHER)).heads[9] == 7


def test_a_plural_is_said_of_all_names_of_a_list() -> None:
    """Ilo, Bek and Varek are all citizens."""
    assert mended(*_tagged(_CITIZENS)).heads[6] == 0
    third = [*_CITIZENS[:6], ("both", "DT", 7, "det"), ("citizens", "NNS", 2, "conj"), (".", ".", 7, "punct")]
    found = mended(*_tagged([(w, t, min(h, 8), r) for w, t, h, r in third]))
    assert (found.heads[7], found.relations[7]) == (0, "appos")


_LIST: list[Row] = [
    ("Ilo", "NNP", 8, "nsubj"), (",", ",", 0, "punct"), ("deputy", "NN", 3, "compound"), ("head", "NN", 0, "appos"),
    ("Varek", "NNP", 0, "appos"), ("and", "CC", 4, "cc"), ("two", "CD", 7, "nummod"), ("guards", "NNS", 4, "conj"),
    ("fled", "VBD", 8, "ROOT"),
]  # fmt: skip
_BOTH: list[Row] = [
    ("Ilo", "NNP", 11, "nsubj"), ("and", "CC", 0, "cc"), ("Bek", "NNP", 0, "conj"), (",", ",", 0, "punct"),
    ("both", "DT", 8, "nsubj"), ("of", "IN", 4, "prep"), ("whom", "WP", 5, "pobj"), ("“", "``", 8, "punct"),
    ("have", "VBP", 11, "ccomp"), ("ties", "NNS", 8, "dobj"), (",", ",", 11, "punct"), ("fled", "VBD", 11, "ROOT"),
]  # fmt: skip


def test_the_next_of_a_list_is_not_the_one_before() -> None:
    """Of "Ilo, deputy head Varek and two guards" Varek is somebody else."""
    assert mended(*_tagged(_LIST)).relations[4] == "conj"


def test_both_of_whom_tells_of_those_before_the_comma() -> None:
    """The clause is none of what they did when they fled."""
    found = mended(*_tagged(_BOTH))
    assert (found.heads[8], found.relations[8]) == (2, "relcl")


_FLED: list[Row] = [
    ("Varek", "NNP", 2, "nsubj"), (",", ",", 2, "punct"), ("alias", "NN", 4, "compound"), ("the", "DT", 4, "det"),
    ("Cook", "NNP", 6, "nsubj"), (",", ",", 6, "punct"), ("fled", "VBD", 6, "ROOT"),
]  # fmt: skip


def test_who_has_an_alias_did_it() -> None:
    """Of "Varek, alias the Cook, fled" it is Varek who fled."""
    found = mended(*_tagged(_FLED))
    assert (found.heads[0], found.relations[0], found.heads[4]) == (6, "nsubj", 0)
