"""Whatever the bytes, the answer is a whole document or a DocumentError."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.documents.reading import page_of
from tests.documents.test_build import assert_whole

from reportedly.documents.build import build_document
from reportedly.errors import DocumentError
from reportedly.records.page import MediaType

_TAGS = [
    "p",
    "div",
    "span",
    "table",
    "tr",
    "td",
    "ul",
    "li",
    "a",
    "h1",
    "h2",
    "figure",
    "figcaption",
    "blockquote",
    "article",
]
_TAGS += [
    "section",
    "nav",
    "script",
    "style",
    "pre",
    "br",
    "img",
    "b",
    "i",
    "time",
    "noscript",
    "template",
    "svg",
    "body",
    "html",
]
_CLASSES = [
    "comments",
    "comment",
    "caption",
    "byline",
    "date",
    "tags",
    "author-bio",
    "newsletter",
    "related",
    "pullquote",
    "x",
]
_WORDS = [
    "The army left Melk on Monday, he said.",
    "By Ivo Tesk",
    "3 comments",
    "12 June 2018",
    "\u202e",
    "\x00",
    "&#0;",
    "&nbsp;",
    " ",
    "\n",
]

opened = st.builds("<{} class='{}'>".format, st.sampled_from(_TAGS), st.sampled_from(_CLASSES))
closed = st.builds("</{}>".format, st.sampled_from(_TAGS))
soup = st.lists(opened | closed | st.sampled_from(_WORDS) | st.text(max_size=30), max_size=80).map("".join)


def _holds(content: bytes, media_type: MediaType) -> None:
    refused: DocumentError | None = None
    try:
        document, _ = build_document(page_of(content, media_type))
    except DocumentError as error:
        refused = error
    if refused is None:
        assert_whole(document)
    else:
        assert "\n" not in str(refused) != ""


@given(st.binary(max_size=400), st.sampled_from(list(MediaType)))
@settings(max_examples=80, deadline=None)
def test_any_bytes(content: bytes, media_type: MediaType) -> None:
    """Random bytes are refused or become a whole document, as HTML, text and Markdown."""
    _holds(content, media_type)


@given(soup)
@settings(max_examples=150, deadline=None)
def test_any_tag_soup(markup: str) -> None:
    """Tags in any order and number, telling classes among them, keep every rule of a document."""
    _holds(markup.encode("utf-8", "surrogatepass"), MediaType.HTML)
