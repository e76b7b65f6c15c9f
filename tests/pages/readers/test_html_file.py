"""Saved pages: what each way of saving leaves in them, and what is no page."""

from __future__ import annotations

import pytest

from reportedly.pages.reader import Capture, Sureness
from reportedly.pages.readers.html_file import READER
from reportedly.records.page import MediaType, Page

URL = "https://border-post.example/2016/05/convoy.html"
BODY = b"<html><head><title>A convoy</title></head><body><p>A convoy left Sorin.</p></body></html>"


def _page(content: bytes, name: str = "convoy.html") -> Page:
    (page,) = READER.read(Capture(content=content, location=name))
    return page


@pytest.mark.parametrize(
    ("content", "url", "captured_at"),
    [
        (b"<!DOCTYPE html>\n" + BODY, None, None),
        (b"<!DOCTYPE html>\n<!-- saved from url=(0047)" + URL.encode() + b" -->\n" + BODY, URL, None),
        (
            b"<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: "
            + URL.encode()
            + b" \n saved date: Tue May 24 2016 10:11:12 GMT+0200 (Central European Summer Time)\n-->"
            + BODY,
            URL,
            "2016-05-24T10:11:12+02:00",
        ),
        (
            BODY + b"\n<!-- Mirrored from border-post.example/2016/05/convoy.html by HTTrack Website Copier/3.x"
            b" [XR&CO'2014], Tue, 24 May 2016 08:00:00 GMT -->",
            URL,
            "2016-05-24T08:00:00+00:00",
        ),
        (b"<html><head><link rel='canonical' href='" + URL.encode() + b"'></head></html>", URL, None),
        (b'<html><head><meta property="og:url" content="https://a.example/?a=1&amp;b=2"></head></html>',
         "https://a.example/?a=1&b=2", None),
    ],
    ids=["wget", "browser", "singlefile", "httrack", "canonical", "og"],
)  # fmt: skip
def test_address_and_time_of_a_saved_page(content: bytes, url: str | None, captured_at: str | None) -> None:
    """Each way of saving leaves its address, some the time; the bytes stay as they came."""
    page = _page(content)
    assert (page.url, page.captured_at) == (url, captured_at)
    assert page.content == content
    assert page.media_type is MediaType.HTML


def test_headers_saved_with_the_page() -> None:
    """`wget --save-headers` puts headers before the page: they tell charset and time and are no part of it."""
    head = b"HTTP/1.1 200 OK\r\nDate: Tue, 24 May 2016 08:00:00 GMT\r\nContent-Type: text/html; charset=cp1256\r\n\r\n"
    capture = Capture(content=head + BODY, location="convoy.html")
    assert READER.recognises(capture) is Sureness.CONTENT
    page = _page(head + BODY)
    assert (page.content, page.charset, page.captured_at) == (BODY, "cp1256", "2016-05-24T08:00:00+00:00")


@pytest.mark.parametrize(
    ("name", "content", "sureness"),
    [
        ("a.html", BODY, Sureness.CONTENT),
        ("a.txt", BODY, Sureness.CONTENT),
        ("a", "\ufeff<!doctype HTML><p>x".encode(), Sureness.CONTENT),
        ("a", "<html><p>x".encode("utf-16"), Sureness.CONTENT),
        ("a.html", b"One town fell, and nobody wrote of it.", Sureness.NO),
        ("a.html", b"Fuel < 5 litres", Sureness.NAME),
        ("a.txt", b"In HTML, <p> opens a paragraph and <div> a part; so says the book that I read.", Sureness.NO),
        ("a.html", b"", Sureness.NO),
    ],
)
def test_content_counts_more_than_the_name(name: str, content: bytes, sureness: Sureness) -> None:
    """HTML under another name is HTML, and text called .html is text."""
    assert READER.recognises(Capture(content=content, location=name)) is sureness


@pytest.mark.parametrize(
    "content",
    [
        b"<html><!-- saved from url=(00",
        b"<html><!-- Page saved with SingleFile url: ftp://x saved date: Foo 99 -->",
        b"HTTP/1.1 200 OK\r\nDate: yesterday\r\n",
        b"<html><link rel=canonical href=javascript:alert(1)>",
    ],
)
def test_a_cut_off_page_is_still_a_page(content: bytes) -> None:
    """Broken marks of a capture tell nothing, and lose nothing."""
    page = _page(content)
    assert (page.url, page.captured_at, page.content) == (None, None, content)
