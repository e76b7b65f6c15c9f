"""MHTML: the page is taken out of the message, with what the message knows of it."""

from __future__ import annotations

import pytest

from reportedly.errors import PageError
from reportedly.pages.reader import Capture, Sureness
from reportedly.pages.readers.mhtml import READER
from reportedly.records.page import Page

GOOD = b"""From: <Saved by Blink>
Snapshot-Content-Location: https://post.example/convoy
Subject: A convoy
Date: Tue, 24 May 2016 10:00:00 +0200
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----edge"

------edge
Content-Type: text/html; charset=windows-1252
Content-Transfer-Encoding: quoted-printable
Content-Location: https://post.example/convoy

<html><p>A conv=
oy left Qu=E9r=
on.</p></html>
------edge
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://post.example/a.png

iVBORw0KGgo=
------edge--
"""


def _read(content: bytes) -> Page:
    (found,) = READER.read(Capture(content=content, location="a.mhtml"))
    assert isinstance(found, Page)
    return found


@pytest.mark.parametrize("content", [GOOD, GOOD.replace(b"\n", b"\r\n")], ids=["lf", "crlf"])
def test_the_page_of_a_message(content: bytes) -> None:
    """Bytes, address, time and encoding label of the page; the pictures are left."""
    page = _read(content)
    assert page.content.strip() == "<html><p>A convoy left Quéron.</p></html>".encode("cp1252")
    assert (page.url, page.charset) == ("https://post.example/convoy", "windows-1252")
    assert page.captured_at == "2016-05-24T10:00:00+02:00"


@pytest.mark.parametrize(
    "content",
    [GOOD.split(b"------edge")[0], GOOD.replace(b"text/html", b"image/gif"), GOOD.split(b"<html>")[0]],
    ids=["no parts", "no page", "cut off"],
)
def test_a_message_without_a_page_is_refused(content: bytes) -> None:
    """The message says what to do."""
    with pytest.raises(PageError, match="Save the page again") as caught:
        _read(content)
    assert caught.value.reason == "damaged"


@pytest.mark.parametrize(
    ("content", "sureness"),
    [
        (GOOD, Sureness.WRAPPER),
        (b"", Sureness.NO),
        (b"<html>Content-Type: multipart/related", Sureness.NO),
        (b"Dear all:\nthe convoy left.\n", Sureness.NO),
    ],
)
def test_a_message_is_told_by_its_headers(content: bytes, sureness: Sureness) -> None:
    """Whatever its name, a message of related parts is one; a letter is not."""
    assert READER.recognises(Capture(content=content, location="a.html")) is sureness
