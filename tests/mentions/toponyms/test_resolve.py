"""What names of places mean beside one another. All texts are our own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.mentions.toponyms.marked import senses

from reportedly.mentions.toponyms.candidates import look_up
from reportedly.mentions.toponyms.home import home_of
from reportedly.mentions.toponyms.resolve import resolve
from reportedly.resources.gazetteer import load_gazetteer

GAZETTEER = load_gazetteer()


@pytest.mark.parametrize(
    ("text", "name", "country", "kind"),
    [
        # containment that the words state
        ("He was born in [London], [Ontario], in 1950.", "London", "CA", "city"),
        ("A bridge fell in [Paris], [Texas].", "Paris", "US", "city"),
        ("A market in [Tripoli], [Lebanon], burnt down.", "Tripoli", "LB", "city"),
        ("[Iraq]’s [Anbar province] is quiet.", "Anbar province", "IQ", "admin1"),
        # what the other names speak for
        ("From [Tbilisi] to [Batumi], [Georgia] voted.", "Georgia", "GE", "country"),
        ("Buses from [Beirut] to [Sidon] and [Tripoli] were halted; [Lebanon] blamed fog.", "Tripoli", "LB", "city"),
        ("[Jordanian] police in [Karak] searched a fort.", "Karak", "JO", "city"),
        # members of a list are alike
        ("Cases in [Oregon], [Idaho], [Washington] and [Georgia] fell.", "Washington", "US", "admin1"),
        ("Cases in [Oregon], [Idaho], [Washington] and [Georgia] fell.", "Georgia", "US", "admin1"),
        ("Envoys of [Armenia], [Turkey] and [Georgia] met.", "Georgia", "GE", "country"),
        # a district of one country and a place of the same name in the one that is meant
        ("A house burnt in the [Karak district], [Jordan], police in [Amman] said.", "Karak district", "JO", "admin1"),
        ("A lab in [NY] was closed.", "NY", "US", "admin1"),
        # one name of two parts, the second holding the first
        ("A market in [Tripoli, Lebanon] burnt down.", "Tripoli, Lebanon", "LB", "city"),
        ("He came from [Paris, Texas].", "Paris, Texas", "US", "city"),
        ("Talks in [Washington, D.C.] failed.", "Washington, D.C.", "US", "capital"),
        # a province that shares its name with the town in which much of it lives
        ("Shells fell on [Raqqah].", "Raqqah", "SY", "city"),
        ("Shells fell across [Raqqah province].", "Raqqah province", "SY", "admin1"),
        ("Shells fell across [Hasaka province].", "Hasaka province", "SY", "admin1"),
        # the one country that a report names says little of where a well known town lies
        ("The [US] minister spoke to the rebels in [Paris].", "Paris", "FR", "capital"),
        ("The [Canadian] minister spoke of [Syria] in [London].", "London", "GB", "capital"),
        ("[US] ships left [Naples] for the [Mediterranean].", "Naples", "IT", "city"),
        ("The [US] consulate in [Melbourne] closed.", "Melbourne", "AU", "city"),
        # of a name that is one place's first and another's second name, the first
        ("Envoys flew from [Delhi] to [Islamabad].", "Islamabad", "PK", "capital"),
        # a bare name is a town before it is a county, which a word or its short form tells
        ("The [Boston] harbour and the one in [Plymouth], [Massachusetts], froze.", "Plymouth", "US", "city"),
        ("[PLYMOUTH CO.] – A barn in [Iowa] burnt down.", "PLYMOUTH CO.", "US", "admin2"),
        ("The [Cairns] mayor spoke for the [Cairns] district of [Queensland].", "Cairns", "AU", "admin2"),
        # two that are looked for in one country find it together
        ("The bridge between [Edmonton] and [Enfield] in [London] was shut.", "Enfield", "GB", "city"),
        # continents, and provinces by their short name
        ("[European] envoys left.", "European", "", "continent"),
        ("Mines in [Alberta], [Saskatchewan] and [Newfoundland] closed.", "Newfoundland", "CA", "admin1"),
        # without any help the best known one
        ("Talks in [London] failed.", "London", "GB", "capital"),
        ("Officials in [Washington] were silent.", "Washington", "US", "capital"),
        ("A plant in [New York] closed.", "New York", "US", "city"),
        # words around a name, or in it, tell its kind
        ("Fighting spread through [Aleppo] province.", "Aleppo", "SY", "admin1"),
        ("Fighting spread through the city of [Aleppo].", "Aleppo", "SY", "city"),
        ("The governorate of [Nineveh] voted.", "Nineveh", "IQ", "admin1"),
        ("Shells hit [Kuweires air base].", "Kuweires air base", "SY", "base"),
    ],
)
def test_a_name_means(text: str, name: str, country: str, kind: str) -> None:
    """Country and kind of the place that a name means."""
    place = senses(text)[name].candidate.place
    assert (place.country, place.kind) == (country, kind)


def test_a_part_of_a_place_keeps_its_direction() -> None:
    """“Southern Aleppo” is Aleppo with a direction, “South Sudan” a country of its own."""
    southern, sudan = look_up("southern Aleppo", GAZETTEER), look_up("South Sudan", GAZETTEER)
    assert (southern.qualifier, southern.candidates[0].place.country) == ("southern", "SY")
    assert (sudan.qualifier, sudan.candidates[0].place.kind) == ("", "country")


def test_those_passed_over_are_kept() -> None:
    """Other places of the name stand beside the sense, best first, with a reason for the choice."""
    sense = senses("Talks in [London] failed.")["London"]
    assert [c.place.country for c in sense.others][:1] == ["CA"]
    assert "best known" in sense.why


def test_a_name_has_one_sense_in_a_document() -> None:
    """A second mention without help means what the first was told to mean."""
    senses = resolve(text := "In London, Ontario, it rained. London was wet.", [(3, 9), (11, 18), (31, 37)], GAZETTEER)
    assert text[31:37] == "London"
    assert senses[31, 37].candidate.place.country == "CA"


def test_an_unknown_place_in_a_known_one() -> None:
    """“Zzyzzogorsk, Syria” is somewhere in Syria."""
    sense = senses("A depot in [Zzyzzogorsk, Syria] burnt.")["Zzyzzogorsk, Syria"]
    assert (sense.candidate.place.country, sense.candidate.method) == ("SY", "container")


@pytest.mark.parametrize(
    ("text", "name", "method"),
    [
        (
            "He lives in [Bradford], [Ontario], a town of few.",
            "Bradford",
            "container",
        ),  # none of the name is known there
        ("He lives in [London], [Ontario], a town of few.", "London", "exact"),
        ("Flights to [Bradford], [Ontario] and [Quebec] were cut.", "Bradford", "exact"),  # a list
        ("In [Leeds] they fear for [Bradford], [Ontario], they said.", "Bradford", "exact"),  # England is spoken of
        ("In [Dallas] they spoke of [Holliday], [Missouri].", "Holliday", "container"),  # another of its country's
        ("A shop in [Giza]’s [Haram] district burnt.", "Haram", "container"),  # the one known is in Norway
        ("They spoke of [Turkey]’s [Aleppo] policy.", "Aleppo", "exact"),  # everybody knows where it is
    ],
)
def test_a_town_that_the_text_puts_elsewhere(text: str, name: str, method: str) -> None:
    """It is not the town of that name in another country."""
    assert senses(text)[name].candidate.method == method


def test_the_publisher_speaks_for_its_country() -> None:
    """A name that is near to even is decided by where the publisher sits; what the text says weighs more."""
    text = "A barn burnt down in Richmond."
    span = (text.index("Richmond"), text.index("Richmond") + 8)
    found = {home: resolve(text, [span], GAZETTEER, home)[span].candidate.place.country for home in ("US", "CA", "AU")}
    assert found == {"US": "US", "CA": "CA", "AU": "AU"}
    text = "Talks in Paris failed."
    assert resolve(text, [(9, 14)], GAZETTEER, "CA")[9, 14].candidate.place.country == "FR"


#: address of a report, country of its publisher
HOMES = [
    ("https://www.ruda-post.ca/news/1", "CA"),
    ("https://www.ruda-post.co.uk/news/1", "GB"),
    ("https://ruda-post.com/news/1", ""),
    ("https://ruda.tv/news/1", ""),
    ("https://ruda.zz/news/1", ""),
    ("https://[ruda", ""),
    ("reports/1.html", ""),
    (None, ""),
]


@pytest.mark.parametrize(("url", "home"), HOMES)
def test_where_a_publisher_sits(url: str | None, home: str) -> None:
    """The ending of its address tells, unless anybody takes that ending."""
    assert home_of(url, GAZETTEER) == home


def test_what_is_nearly_as_likely_is_told() -> None:
    """A choice between two that is nearly a draw says so."""
    assert "nearly as likely" in senses("The mayor of [Springfield] resigned.")["Springfield"].why
    assert "nearly as likely" not in senses("Talks in [London] failed.")["London"].why


@pytest.mark.parametrize(
    "words",
    ["Zzyzzogorsk", "the gate", "'", "—", "the city", "the town", "The hospital", "Hospital", "the West", "base"],
)
def test_unknown_names_stay_unresolved(words: str) -> None:
    """No place is made up."""
    assert senses(f"He came from [{words}].") == {}


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6))
def test_any_text_is_read(text: str, spans: list[tuple[int, int]]) -> None:
    """Never an error, and an answer only for spans that were asked."""
    asked = [(min(s), min(max(s), len(text))) for s in spans if min(s) < min(max(s), len(text))]
    assert set(resolve(text, asked, GAZETTEER)) <= set(asked)
