"""Characters of a page → its tree, whatever the state of the markup."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from reportedly.errors import DocumentError

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>")
#: What stands behind these still belongs to the page (HTML standard, "after body"), but libxml2 may drop it.
_ENDS = re.compile(r"</(?:html|body)\s*>", re.I)
_LONG_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9]*)\s[^<>]{10000,}>")
_MOST_ATTRIBUTES = 5_000
_IN_HEAD = frozenset({"title", "meta", "link", "base", "style", "script", "noscript", "template"})
#: These keep their tags when a page is flattened: what they hold is not text, or says where the report is.
_KEPT = frozenset(
    {"script", "style", "head", "title", "meta", "html", "body", "h1", "h2", "h3", "img", "br", "template", "textarea"}
)


def parse(text: str) -> tuple[HtmlElement, bool]:
    """The tree of a page, and whether it had to be flattened because its elements stand too deep in one another.

    The parser gives up at a depth of 2,048. Raises DocumentError where there is no markup and no text at all.
    """
    tree, too_deep = _parsed(text)
    if too_deep:
        tree, _ = _parsed(_TAG.sub(_flattened, text))
    if tree is None:
        raise DocumentError("the page is empty: nothing in it can be read as HTML")
    return tree, too_deep


def _parsed(text: str) -> tuple[HtmlElement | None, bool]:
    text = _LONG_TAG.sub(_without_attributes, _ENDS.sub("", text))
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None, False
    _leave_head(tree)
    return tree, any("depth" in entry.message for entry in parser.error_log)


def _leave_head(tree: HtmlElement) -> None:
    """Puts into the body what libxml2 leaves in the head.

    Pages may omit the tags of html, head and body, and libxml2, which is older than `article`, `main` and `section`,
    does not know that these end the head (HTML standard, "in head").
    """
    head = tree.find("head")
    first = None if head is None else next((child for child in head if child.tag not in _IN_HEAD), None)
    if head is None or first is None:
        return
    body = tree.find("body")
    if body is None:
        body = etree.SubElement(tree, "body")
    moved = list(head)[head.index(first) :]
    for place, child in enumerate(moved):
        body.insert(place, child)


def _without_attributes(tag: re.Match[str]) -> str:
    """The tag alone, where it has more attributes than the parser can compare with one another in time."""
    return tag.group() if len(tag.group().split()) <= _MOST_ATTRIBUTES else f"<{tag.group(1)}>"


def _flattened(tag: re.Match[str]) -> str:
    return tag.group() if tag.group(2).lower() in _KEPT else "<hr>"
