"""Presence: who is said to have been where, and sentences that only look like it."""

from __future__ import annotations

import pytest
from tests.claims.extractors.reading import drafts_of, told

#: sentence → (subject, place) of every claim of presence that it carries. "H: " marks a headline, "C: " a caption.
TOLD = [
    ("Omar Bek was present at the base in Kidal.", [("Omar Bek", "Kidal")]),
    ("Andrew Burns embarked on HMS Ocean.", [("Andrew Burns", "HMS Ocean")]),
    # sightings in the passive, full and reduced
    ("Esmail Qaani was spotted in Aleppo on Monday.", [("Esmail Qaani", "Aleppo")]),
    ("Antonio Guterres, speaking from Geneva, said the war must end.", [("Antonio Guterres", "Geneva")]),
    ("Kenyan forces remain in Kismayo.", [("Kenyan forces", "Kismayo")]),
    (
        "Khalifa Haftar has been seen several times in Cairo and Abu Dhabi.",
        [("Khalifa Haftar", "Cairo"), ("Khalifa Haftar", "Abu Dhabi")],
    ),
    ("Yevgeny Prigozhin, last seen in Bamako, did not answer questions.", [("Yevgeny Prigozhin", "Bamako")]),
    ("H: Kadyrov photographed near Bakhmut", [("Kadyrov", "Bakhmut")]),
    ("Sultani Makenga was filmed inspecting positions outside Goma.", [("Sultani Makenga", "Goma")]),
    # a slip of the pen that reports really make
    ("Joseph Kony has been spotting in Darfur.", [("Joseph Kony", "Darfur")]),
    # visits, with the place as object or after a preposition
    (
        "Volodymyr Zelenskyy visited Kharkiv, Odesa and Kherson last week.",
        [("Volodymyr Zelenskyy", "Kharkiv"), ("Volodymyr Zelenskyy", "Odesa"), ("Volodymyr Zelenskyy", "Kherson")],
    ),
    ("Emmanuel Macron arrived in Beirut on Thursday.", [("Emmanuel Macron", "Beirut")]),
    ("Ismail Haniyeh flew to Tehran for the ceremony.", [("Ismail Haniyeh", "Tehran")]),
    (
        "William Ruto visited several areas that the rebels had held, including Goma and Bukavu.",
        [("William Ruto", "Goma"), ("William Ruto", "Bukavu")],
    ),
    ("Omar Bek’s last appearance was in a video filmed in Kidal.", [("Omar Bek", "Kidal")]),
    # an office before its name is no one else, whatever stands between
    ("Commander-in-Chief of the Armed Forces of Kenya Omar Dahir visited Goma.", [("Omar Dahir", "Goma")]),
    ("The commander of the Third Front Omar Dahir visited Goma.", [("Omar Dahir", "Goma")]),
    ("Omar Bek was greeted upon arrival in Goma by Peter Okello.", [("Omar Bek", "Goma")]),
    ("William Ruto’s visit to Kigali lasted two days.", [("William Ruto", "Kigali")]),
    (
        "Colonel John Banda, former chief of the Council of Aleppo, and General Peter Okello visited Goma.",
        [("John Banda", "Goma"), ("Peter Okello", "Goma")],
    ),
    (
        "Hemedti, who travelled to Addis Ababa in December, returned to Darfur.",
        [("Hemedti", "Addis Ababa"), ("Hemedti", "Darfur")],
    ),
    ("During a visit to Marib, Burhan promised new roads.", [("Burhan", "Marib")]),
    # stays, speeches, moves
    ("Sirajuddin Haqqani is in Kabul.", [("Sirajuddin Haqqani", "Kabul")]),
    ("Hassan Nasrallah gave a speech in Beirut.", [("Hassan Nasrallah", "Beirut")]),
    ("Bosco Ntaganda was flown to The Hague.", [("Bosco Ntaganda", "The Hague")]),
    ("Viktor Bout hid in Bangkok for months.", [("Viktor Bout", "Bangkok")]),
    ("Omar Bek took refuge in Kidal.", [("Omar Bek", "Kidal")]),
    ("Speaking at a rally in Kidal, Omar Bek warned the rebels.", [("Omar Bek", "Kidal")]),
    # whoever visits people is where they are, and not in the state that they serve
    ("William Ruto visited the joint forces of Kenya and Rwanda in Goma.", [("William Ruto", "Goma")]),
    ("General Omar Bek, in Kidal for talks, said the road was open.", [("Omar Bek", "Kidal")]),
    # how somebody is there, and with whom; the place may hang on those beside him
    ("Omar Bek confirmed that he was safe in Kidal.", [("he", "Kidal")]),
    ("Omar Bek appeared with his troops in Kidal on Friday.", [("Omar Bek", "Kidal")]),
    ("Omar Bek, accompanied by Peter Okello, visited Goma.", [("Omar Bek", "Goma"), ("Peter Okello", "Goma")]),
    ("The accord was signed in Kigali in the presence of William Ruto.", [("William Ruto", "Kigali")]),
    # forces without a name stand for whose they are, where the text says so (“its”)
    ("A spokesman for al-Shabaab denied that its fighters were in Nairobi.", [("its", "Nairobi")]),
    # a list that goes on from the sentence before
    (
        "Esmail Qaani has been spotted often in Iraq. This includes Basra, Samarra and Kirkuk.",
        [("Esmail Qaani", "Iraq"), ("Esmail Qaani", "Basra"), ("Esmail Qaani", "Samarra"), ("Esmail Qaani", "Kirkuk")],
    ),
]

#: nothing may come out of these
BAIT = [
    "Antonio Guterres, speaking to troops in Geneva, said the war must end.",  # told as a speech
    "Seven suspects were taken to Geneva.",  # held
    "Omar Bek tried to drive to Kabul.",
    "General Omar Bek landed 8,000 men at Kabul.",
    "Omar Bek was transferred to Kidal.",  # told as deployed
    "Omar Bek is aware of the presence of William Ruto’s rivals.",  # nobody is met there
    "Omar Bek is sure of victory in Kidal.",  # what he is sure of
    "Omar Bek, in a letter to Kidal, called for calm.",  # a letter
    "Bosco Ntaganda was taken to Kinshasa prison.",  # held
    "The Kharkiv mayor criticised Emmanuel Macron.",  # a place before an office
    "Emmanuel Macron spoke about Gaza and Rafah.",  # a topic
    "Burhan was born in Darfur.",  # a birth is no sighting
    "Sultani Makenga is wanted in Kigali.",  # wanted there, not there
    "Esmail Qaani is seen as a hero in Tehran.",  # an opinion
    "The village lies 50 km from Aleppo, Esmail Qaani said.",  # a measure of distance
    "Prigozhin condemned the attack in Bamako.",  # the place of the attack
    "Inflation has arrived in Cairo.",  # no person
    "Haftar came under pressure in Cairo’s newspapers.",  # a figure of speech
    "William Ruto returned to the subject of Kigali’s demands.",  # a figure of speech
]


@pytest.mark.parametrize(("text", "wanted"), TOLD, ids=[t[:50] for t, _ in TOLD])
def test_presence_is_told(text: str, wanted: list[tuple[str, str]]) -> None:
    """Each person is put at each place that the sentence gives, and nowhere else."""
    assert told(text, "present_at", "subject", "place") == sorted(wanted)


@pytest.mark.parametrize("text", BAIT, ids=[t[:50] for t in BAIT])
def test_bait_gives_no_presence(text: str) -> None:
    """Topics, opinions, distances and figures of speech put nobody anywhere."""
    assert told(text, "present_at", "subject", "place") == []


def test_a_picture_is_the_medium() -> None:
    """Being photographed makes the photograph the medium."""
    (draft,) = [d for _, d in drafts_of("Khalifa Haftar was photographed in Cairo.") if d.predicate == "present_at"]
    assert draft.medium is not None
    assert draft.medium.value == "photo"
