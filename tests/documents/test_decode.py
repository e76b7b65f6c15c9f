"""Bytes become the characters that the page's author wrote, whatever the labels say."""

from __future__ import annotations

import pytest

from reportedly.documents.decode import decode
from reportedly.errors import DocumentError

WORDS = "<p>The town of Brüx fell, says “Der Bote”; nobody in Łódź or Çorum had expected it to.</p>"
RUSSIAN = "<p>Бригада заняла город после недель боёв, сообщил в субботу представитель армии.</p>"
ARABIC = "<p>سيطرت الكتيبة على المدينة بعد أسابيع من القتال، حسبما قال المتحدث باسمها يوم السبت.</p>"

#: bytes, label of the capture, expected text, whether a label was wrong
CASES = [
    (WORDS.encode(), None, WORDS, False),
    (WORDS.encode(), "utf-8", WORDS, False),
    (WORDS.encode(), "iso-8859-1", WORDS, True),
    (b"\xef\xbb\xbf" + WORDS.encode(), "iso-8859-1", WORDS, False),
    (WORDS.encode("utf-16"), None, WORDS, False),
    (WORDS.encode("utf-16-le"), None, WORDS, False),
    (WORDS.encode("utf-16-be"), "utf-8", WORDS, True),
    (("<meta charset=windows-1251>" + RUSSIAN).encode("cp1251"), None, "<meta charset=windows-1251>" + RUSSIAN, False),
    (("<meta charset=utf-8>" + RUSSIAN).encode("cp1251"), None, "<meta charset=utf-8>" + RUSSIAN, True),
    (ARABIC.encode("cp1256"), None, ARABIC, False),
    ("<?xml version='1.0' encoding='iso-8859-15'?><p>10 €</p>".encode("iso-8859-15"), None, None, False),
    ("<meta charset=latin1><p>“Köln”</p>".encode("cp1252"), None, "<meta charset=latin1><p>“Köln”</p>", False),
    ("<p>Dorf bei Köln</p>".encode("cp1252"), "utf-8", "<p>Dorf bei Köln</p>", True),
    (WORDS.encode(), "no-such-charset", WORDS, False),
    (WORDS.encode(), "base64", WORDS, False),
]


@pytest.mark.parametrize(("content", "label", "text", "wrong"), CASES)
def test_the_right_characters_come_out(content: bytes, label: str | None, text: str | None, wrong: bool) -> None:
    """Marks, labels and the bytes themselves are weighed in that order, and a label that the bytes belie is told."""
    decoded = decode(content, label)
    assert decoded.text == (text if text is not None else content.decode("iso-8859-15"))
    assert (decoded.wrong_label is not None) == wrong


def test_a_few_damaged_bytes_do_not_change_the_encoding() -> None:
    """A page in UTF-8 with one broken byte stays UTF-8; the byte becomes U+FFFD and is counted."""
    decoded = decode(RUSSIAN.encode() * 4 + b"\xff")
    assert decoded.charset == "utf-8"
    assert decoded.replaced == 1
    assert decoded.text.endswith("\ufffd")


def test_nul_bytes_are_kept_in_their_places() -> None:
    """A NUL becomes U+FFFD, so that offsets hold and nothing downstream stops at it."""
    assert decode(b"<p>one\x00two and some more words</p>").text == "<p>one\ufffdtwo and some more words</p>"


@pytest.mark.parametrize("content", [bytes(range(256)) * 40, b"\x89PNG\r\n\x1a\n" + bytes(range(200)) * 20])
def test_what_is_no_text_is_refused(content: bytes) -> None:
    """Pictures and programs give one clear error, not a page of rubbish."""
    with pytest.raises(DocumentError, match="not text"):
        decode(content)
