"""Claims in words: who does what, how the text holds it, when and where."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from reportedly.ontology.ontology import load_ontology
from reportedly.records.claim import Casualties, Count, Modality, Polarity
from reportedly.records.when import Extent, When
from reportedly.records.where import Precision, Where
from reportedly.testing import make_claim, make_document
from reportedly.views import wording

TEXT = "Danu Orev of the Ash Brigade met Mira Kolt near Maresh, Ruda Post said, citing officials."


def _claim(predicate: str, **fields: Any) -> Any:
    return make_claim(make_document(TEXT), predicate, TEXT, **fields)


def _near(words: str, qualifier: str | None = None, **fields: Any) -> Where:
    start = TEXT.index(words)
    return Where(start=start, end=start + len(words), name=words, canonical=words, qualifier=qualifier, **fields)


def _time(text: str, first: str | None, last: str | None, **fields: Any) -> When:
    return When(start=0, end=len(text), text=text, earliest=first, latest=last, **fields)


@pytest.mark.parametrize(
    ("predicate", "fields", "told"),
    [
        ("met", {"subject": "Danu Orev", "object": "Mira Kolt"}, "Danu Orev met Mira Kolt"),
        (
            "leads",
            {"subject": "Danu Orev", "object": "Ash Brigade", "role": "chief"},
            "Danu Orev leads Ash Brigade (chief)",
        ),
        (
            "holds_position",
            {"subject": "Danu Orev", "object": "Ash Brigade", "role": "spokesman"},
            "Danu Orev holds the position of spokesman of Ash Brigade",
        ),
        ("present_at", {"subject": "Danu Orev", "place": "Maresh"}, "Danu Orev was present in Maresh"),
        (
            "met",
            {"subject": "Danu Orev", "object": "Mira Kolt", "place": _near("Maresh", "near")},
            "Danu Orev met Mira Kolt near Maresh",
        ),
        ("seen_with", {"subjects": ("Danu Orev", "Mira Kolt")}, "Danu Orev and Mira Kolt were seen with one another"),
        (
            "backs",
            {"subjects": ("Danu Orev", "Mira Kolt"), "object": "Ash Brigade"},
            "Danu Orev and Mira Kolt back Ash Brigade",
        ),
        ("attacked", {"object": "Mira Kolt", "method": "shelling"}, "(not told who) attacked Mira Kolt by shelling"),
        (
            "met",
            {"subject": "Danu Orev", "object": "Mira Kolt", "polarity": Polarity.NEGATIVE},
            "not so: Danu Orev met Mira Kolt",
        ),
        ("present_at", {"subject": "Danu Orev", "place": _near("Maresh", "near")}, "Danu Orev was present near Maresh"),
        (
            "present_at",
            {"subject": "Danu Orev", "place": _near("Maresh", kind="Facility")},
            "Danu Orev was present at Maresh",
        ),
        ("present_at", {"subject": "Danu Orev", "object": "Mira Kolt"}, "Danu Orev was present at Mira Kolt"),
        (
            "present_at",
            {"subject": "Danu Orev", "place": _near("Maresh", "just outside the", place=1)},
            "Danu Orev was present just outside Maresh",
        ),
        (
            "present_at",
            {"subject": "Danu Orev", "place": _near("Maresh", "near the", kind="Facility")},
            "Danu Orev was present near the Maresh",
        ),
        (
            "present_at",
            {"subject": "Danu Orev", "place": _near("Maresh", "along the", place=1, precision=Precision.LINEAR)},
            "Danu Orev was present along the Maresh",
        ),
        (
            "present_at",
            {"subject": "Danu Orev", "place": _near("Maresh", "southern")},
            "Danu Orev was present in southern Maresh",
        ),
        (
            "present_at",
            {"subject": "Danu Orev", "place": _near("near Maresh", "Near")},
            "Danu Orev was present near Maresh",
        ),
        (
            "operation",
            {"subject": "Danu Orev", "object": "Ash Brigade", "place": "Maresh"},
            "Danu Orev fights an operation against Ash Brigade in Maresh",
        ),
        ("said", {"subject": "Danu Orev"}, "Danu Orev made a statement"),
        ("said", {"subject": "Danu Orev", "object": "Mira Kolt"}, "Danu Orev made a statement to or about Mira Kolt"),
        ("claimed_responsibility", {"subject": "Ash Brigade"}, "Ash Brigade claimed responsibility"),
        (
            "holds_position",
            {"subject": "Danu Orev", "role": "governor", "place": "Maresh"},
            "Danu Orev holds the position of governor in Maresh",
        ),
        (
            "present_at",
            {"subject": "Danu Orev", "place": "Maresh", "modality": Modality.PLANNED},
            "Danu Orev would be present in Maresh",
        ),
        (
            "controls",
            {"subject": "officials", "place": _near("Maresh"), "modality": Modality.HYPOTHETICAL},
            "officials would control Maresh",
        ),
        ("operation", {"subject": "officials", "place": "Maresh"}, "officials fight an operation in Maresh"),
        ("member_of", {"subject": "officials", "object": "Ash Brigade"}, "officials are members of Ash Brigade"),
        ("unheard_of", {"subject": "Danu Orev"}, "Danu Orev unheard of"),
    ],
)
def test_sentences(predicate: str, fields: dict[str, Any], told: str) -> None:
    """Parties, office, place and method stand in one sentence; a predicate of a newer ontology is still told."""
    assert wording.sentence(_claim(predicate, **fields), load_ontology()) == told


def test_every_predicate_can_be_yet_to_come() -> None:
    """Whatever is planned is told with “would”; no predicate is left in the past."""
    told = [
        wording.sentence(_claim(one.name, subject="Danu Orev", modality=Modality.PLANNED), load_ontology())
        for one in load_ontology().predicates
    ]
    assert [words for words in told if not words.startswith("Danu Orev would ")] == []


def test_the_toll_is_told_with_its_words() -> None:
    """Numbers where there are some, and always the words that are no number."""
    toll = Casualties(killed=Count(words="at least 12", low=12), wounded=Count(words="dozens"))
    told = wording.sentence(_claim("attacked", subject="Danu Orev", casualties=toll), load_ontology())
    assert told == "Danu Orev attacked [killed: 12, “at least 12”] [wounded: “dozens”]"


@pytest.mark.parametrize(
    ("fields", "held"),
    [
        ({}, "said outright"),
        ({"modality": Modality.REPORTED}, "reported"),
        (
            {"modality": Modality.REPORTED, "attributed_to": ("Ruda Post", "officials")},
            "reported, according to Ruda Post, citing officials",
        ),
        ({"modality": Modality.DENIED, "attributed_to": ("Mira Kolt",)}, "denied by Mira Kolt"),
        (
            {"polarity": Polarity.NEGATIVE, "habitual": True},
            "said outright; said not to be so; of habit, no single event",
        ),
        ({"former": True, "disputed_by": "Kolt"}, "said outright; over by then; disputed by Kolt"),
    ],
)
def test_how_it_is_held(fields: dict[str, Any], held: str) -> None:
    """Modality, voices, denial, habit and dispute in the words of a person."""
    assert wording.held(_claim("met", **fields)) == held


@pytest.mark.parametrize("modality", Modality)
def test_every_modality_has_its_words(modality: Modality) -> None:
    """No way of holding a claim is left without words, alone or credited to someone."""
    assert wording.held(_claim("met", modality=modality))
    assert wording.held(_claim("met", modality=modality, attributed_to=("Mira Kolt",))).endswith("Mira Kolt")


@pytest.mark.parametrize(
    ("time", "told"),
    [
        (_time("Friday", "2016-05-20", "2016-05-20"), "2016-05-20 (“Friday”)"),
        (_time("2016-05-20", "2016-05-20", "2016-05-20"), "2016-05-20"),
        (_time("last week", "2016-05-16", "2016-05-22"), "some day from 2016-05-16 to 2016-05-22 (“last week”)"),
        (
            _time("all week", "2016-05-16", "2016-05-22", extent=Extent.THROUGHOUT),
            "2016-05-16 to 2016-05-22 (“all week”)",
        ),
        (_time("since May", "2016-05-01", None), "2016-05-01 or later (“since May”)"),
        (_time("until May", None, "2016-05-01", extent=Extent.THROUGHOUT), "until 2016-05-01 (“until May”)"),
        (_time("last week", None, None), "“last week” (no day known)"),
        (_time("for years", None, None, value="PXY"), "“for years”"),
        (_time("every Friday", None, None, value="XXXX-WXX-5", timex="SET"), "“every Friday”"),
        (_time("Thursday", None, None, value="XXXX-WXX-4"), "“Thursday” (no day known)"),
        (_time("now", None, None, value="PRESENT_REF"), "“now” (no day known)"),
    ],
)
def test_when(time: When, told: str) -> None:
    """A day, some day, a span, an open end; what cannot be counted says so."""
    assert wording.when(time) == told


def test_two_names_of_one_are_both_told() -> None:
    """Where both names stand for one bearer, the words of the text are told, not his full name twice."""
    claim = _claim("also_known_as", subject="Danu Orev", object="Mira Kolt")
    party = msgspec.structs.replace(claim.object, canonical="Danu Orev")
    told = wording.sentence(msgspec.structs.replace(claim, object=party), load_ontology())
    assert told == "Danu Orev is also known as Mira Kolt"
