"""Letters of other scripts in Latin."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.text.transliterate import Script, latin, plain, script_of, sounds, syllables


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Łódź", "lodz"),
        ("Şaydā", "sayda"),
        ("Sana’a", "sanaa"),
        ("Щёголев", "shchegolev"),
        ("قاسم", "qasm"),
        ("شريف", "shryf"),
        ("חיפה", "hyph"),
        ("Αθήνα", "athina"),
        ("리영길", "riyeonggil"),
        ("中国", ""),
    ],
)
def test_latin(name: str, expected: str) -> None:
    """Every script but Han comes out in small ASCII letters."""
    assert latin(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Qasim", Script.LATIN),
        ("Şaydā", Script.LATIN),
        ("قاسم", Script.ARABIC),
        ("Иван", Script.CYRILLIC),
        ("דוד", Script.HEBREW),
        ("中国", Script.OTHER),
        ("bہark", Script.LATIN),
        ("", Script.LATIN),
    ],
)
def test_script_of(name: str, expected: Script) -> None:
    """The script of most letters."""
    assert script_of(name) is expected


@pytest.mark.parametrize(
    ("one", "other"),
    [("shahin", "şahin"), ("khalid", "xalid"), ("qasim", "kasim"), ("youssef", "yusef"), ("حسين", "حسین")],
)
def test_one_sound_is_written_one_way(one: str, other: str) -> None:
    """Digraphs and letters of other orthographies come out as the same sounds, but for the Turkish sh."""
    assert sounds(plain(one)).replace("S", "s") == sounds(plain(other)).replace("ks", "x")


def test_syllables() -> None:
    """Only Korean words are cut."""
    assert syllables("리영길") == "리 영 길"
    assert syllables("Kim") == "Kim"


@given(st.text(max_size=40))
def test_any_string_is_taken(text: str) -> None:
    """Nothing raises, and what comes out is small ASCII."""
    found = latin(text)
    assert found.isascii()
    assert found == found.lower()
    assert isinstance(sounds(plain(text)), str)
