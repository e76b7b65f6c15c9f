"""The walk through a page: markup in, pieces of visible text with their surroundings out. Iterative, so depth is no danger.

Invariant: every visible character of the page stands in exactly one piece, in the order of the page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from reportedly.documents import zones
from reportedly.errors import DocumentError
from reportedly.records.document import Role

#: Their text is no part of the page that a reader sees.
_SKIPPED = frozenset(
    {"script", "style", "template", "head", "svg", "iframe", "object", "embed", "applet", "audio", "video", "canvas", "map",
     "datalist", "textarea", "title", "frameset", "noframes", "source", "input", "meta", "link", "base"}
)  # fmt: skip
_INLINE = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd",
     "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt",
     "u", "var", "wbr", "label", "button", "img", "picture", "math", "center", "o:p", "st1:place"}
)  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SLANTED = frozenset({"i", "em", "small", "cite"})
_SPACE = re.compile(r"[ \t\n\r\f]+")
_LINES = re.compile(r" ?\n ?")
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
#: A deeper page is flattened first: the parser gives up at 2,048.
_DEPTH_SHOWN = 24
_FLATTENED = re.compile(
    r"</?(?:div|span|font|b|i|u|em|strong|section|center|small|big|table|tbody|tr|td|ul|ol|li|blockquote|p|a|dl|dd|dt|article|main|q|sub|sup)\b[^>]*>",
    re.I,
)
#: Stand for line breaks and cell borders while white space is folded; no page holds them (see decode).
_MARK, _CELL = "\x00", "\x01"


@dataclass(slots=True)
class Piece:
    """A run of visible text between two block borders.

    words: with white space as a browser shows it. role, why: what the markup alone says, None where it says nothing.
    container: the block element around it; zone: the element that gave the role. links, slanted: how many of its
    characters stand in links, in italics or small print. in_row: they are a row of a table, cells parted by tabs. item: the comment around
    it. near_image: nothing stands between an image and it. hint: an inline element of it names a date
    or author, hinted: its words.
    """

    words: str
    container: HtmlElement
    tag: str
    path: str
    role: Role | None = None
    why: str = ""
    zone: HtmlElement | None = None
    level: int = 0
    links: int = 0
    slanted: int = 0
    in_list: bool = False
    in_quote: bool = False
    in_figure: bool = False
    pull: bool = False
    item: HtmlElement | None = None
    depth: int = 0
    in_row: bool = False
    near_image: bool = False
    hint: Role | None = None
    hinted: str = ""


@dataclass(slots=True)
class _Frame:
    element: HtmlElement
    tag: str
    step: str
    block: bool
    role: Role | None = None
    why: str = ""
    zone: HtmlElement | None = None
    container: HtmlElement | None = None
    container_tag: str = ""
    level: int = 0
    link: bool = False
    slanted: bool = False
    in_list: bool = False
    in_quote: bool = False
    in_figure: bool = False
    in_row: bool = False
    pull: bool = False
    pre: bool = False
    item: HtmlElement | None = None
    depth: int = 0
    children: dict[str, int] = field(default_factory=dict)


def parse(text: str) -> tuple[HtmlElement, bool]:
    """The tree of a page, and whether it had to be flattened because its elements stand too deep in one another.

    Raises DocumentError where there is no markup and no text at all.
    """
    tree, too_deep = _parsed(text)
    if too_deep:
        tree, _ = _parsed(_FLATTENED.sub("<hr>", text))
    if tree is None:
        raise DocumentError("the page is empty: nothing in it can be read as HTML")
    return tree, too_deep


def _parsed(text: str) -> tuple[HtmlElement | None, bool]:
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None, False
    too_deep = any("xcessive depth" in entry.message or "too deep" in entry.message for entry in parser.error_log)
    return tree, too_deep


def pieces(tree: HtmlElement, *, show_hidden: bool = False) -> list[Piece]:
    """The pieces of a parsed page in order. show_hidden: text that style hides counts as visible."""
    return _Walk(show_hidden).run(tree)


def is_hidden(element: HtmlElement) -> bool:
    """Whether an element's own attributes keep it from being shown."""
    return element.get("hidden") is not None or bool(_HIDDEN_STYLE.search(element.get("style") or ""))


class _Walk:
    """State of one walk: the open elements and the run of text that is being gathered."""

    def __init__(self, show_hidden: bool) -> None:
        self.show_hidden = show_hidden
        self.stack: list[_Frame] = []
        self.found: list[Piece] = []
        self.parts: list[str] = []
        self.links = 0
        self.slanted = 0
        self.near_image = False
        self.hint: Role | None = None
        self.hinted = ""

    def run(self, tree: HtmlElement) -> list[Piece]:
        walker = etree.iterwalk(tree, events=("start", "end"))
        for event, element in walker:
            tag = element.tag
            if event == "start":
                if not isinstance(tag, str) or tag in _SKIPPED:
                    self.near_image = self.near_image or tag in {"iframe", "video"}
                    walker.skip_subtree()
                    self.stack.append(_Frame(element, "", "", False))  # its end still comes
                    continue
                self._open(element, tag)
            else:
                frame = self.stack[-1]
                if frame.block:
                    self._flush(frame)
                elif frame.tag in {"td", "th"}:
                    self.parts.append(_CELL)
                self.stack.pop()
                if self.stack and element.tail:
                    self._add(element.tail, self.stack[-1])
        return self.found

    def _open(self, element: HtmlElement, tag: str) -> None:
        parent = self.stack[-1] if self.stack else None
        frame = self._frame(element, tag, parent)
        if frame.block and parent is not None:
            self._flush(parent)
        self.stack.append(frame)
        if tag == "img":
            self.near_image = True
        elif tag == "br":
            self._break(frame if parent is None else parent)
        if element.text:
            self._add(element.text, frame)

    def _frame(self, element: HtmlElement, tag: str, parent: _Frame | None) -> _Frame:
        if parent is None:
            return _Frame(element, tag, tag, True, container=element, container_tag=tag)
        number = parent.children[tag] = parent.children.get(tag, 0) + 1
        frame = _Frame(
            element, tag, f"{tag}[{number}]", tag not in _INLINE and tag != "br" and not (parent.in_row and tag in {"td", "th"}),
            parent.role, parent.why, parent.zone, parent.container, parent.container_tag, parent.level, parent.link,
            parent.slanted, parent.in_list, parent.in_quote, parent.in_figure, parent.in_row, parent.pull, parent.pre,
            parent.item, parent.depth,
        )  # fmt: skip
        self._surroundings(frame, element, tag)
        if frame.role is None or frame.role not in {Role.COMMENT, Role.OTHER}:
            self._zone(frame, element, tag)
        if frame.role is Role.COMMENT and frame.zone is not None:
            if zones.starts_comment(element, tag):
                frame.item, frame.depth = element, frame.depth + 1
        if frame.block:
            frame.container, frame.container_tag = element, tag
        return frame

    def _surroundings(self, frame: _Frame, element: HtmlElement, tag: str) -> None:
        if tag in _HEADINGS:
            frame.level = _HEADINGS[tag]
        elif tag == "a":
            frame.link = True
        elif tag in _SLANTED:
            frame.slanted = True
        elif tag == "li" or tag in {"dd", "dt"}:
            frame.in_list = True
        elif tag == "blockquote":
            frame.in_quote = True
        elif tag == "figure":
            frame.in_figure = True
        elif tag == "pre":
            frame.pre = True
        elif tag == "tr":
            frame.in_row = _is_row(element)

    def _zone(self, frame: _Frame, element: HtmlElement, tag: str) -> None:
        if not self.show_hidden and is_hidden(element):
            found: tuple[Role, str] | None = (Role.OTHER, "hidden on the page")
        else:
            found = zones.zone_of(element, tag)
        if tag in {"blockquote", "aside", "div", "figure"} and zones.says(element, "pull"):
            frame.pull = frame.in_quote = True
        if found is None:
            return
        role, why = found
        if (
            frame.role in {Role.NAVIGATION, Role.APPEAL, Role.BIO, Role.TAGS}
            and role is not Role.COMMENT
            and role is not Role.OTHER
        ):
            return
        if frame.role in {Role.CAPTION, Role.QUOTE} and role not in {Role.COMMENT, Role.OTHER}:
            return
        if role is Role.CAPTION and why == "<figcaption>" and frame.in_quote:
            return
        if role in {Role.DATE, Role.BYLINE} and tag in _INLINE:
            if self.hint is None or (role is Role.BYLINE and self.hint is not role):
                self.hinted = element.text_content()[:200]
            self.hint = (
                self.hint if self.hint is Role.BYLINE else role
            )  # inside a line of text a <time> or <span> is no block of its own
            return
        frame.role, frame.why, frame.zone = role, why, element
        frame.block = frame.block or tag not in {"a", "label"}

    def _add(self, text: str, frame: _Frame) -> None:
        if frame.pre:
            text = text.replace("\r\n", "\n").replace("\n", _MARK)
        self.parts.append(text)
        if frame.link or frame.slanted:
            visible = len(_SPACE.sub(" ", text).strip())
            self.links += visible if frame.link else 0
            self.slanted += visible if frame.slanted else 0

    def _break(self, frame: _Frame) -> None:
        if self.parts and self.parts[-1].strip(" \t\n\r\f") == _MARK or self._ends_in_break():
            self._flush(frame)  # two in a row part paragraphs
        else:
            self.parts.append(_MARK)

    def _ends_in_break(self) -> bool:
        for part in reversed(self.parts):
            if part.strip(" \t\n\r\f\xa0"):
                return part.rstrip(" \t\n\r\f\xa0").endswith(_MARK)
        return False

    def _flush(self, frame: _Frame) -> None:
        if not self.parts:
            return
        words = _LINES.sub("\n", _SPACE.sub(" ", "".join(self.parts)).replace(_MARK, "\n")).replace(_CELL, "\t").strip()
        parts_links, parts_slanted, hint = self.links, self.slanted, self.hint
        self.parts, self.links, self.slanted, self.hint = [], 0, 0, None
        hinted, self.hinted = self.hinted, ""
        if not words:
            return
        role, why, zone = frame.role, frame.why, frame.zone
        self.found.append(
            Piece(
                words,
                frame.container if frame.container is not None else frame.element,
                frame.container_tag,
                "/" + "/".join(f.step for f in self.stack[-_DEPTH_SHOWN:] if f.block),
                role,
                why,
                zone,
                frame.level,
                parts_links,
                parts_slanted,
                frame.in_list,
                frame.in_quote,
                frame.in_figure,
                frame.pull,
                frame.item,
                frame.depth,
                frame.in_row,
                self.near_image,
                hint,
            )  # fmt: skip
        )
        self.near_image = False


def _is_row(row: HtmlElement) -> bool:
    """Whether a table row is data, not layout: two cells or more, without paragraphs or tables inside."""
    cells = [cell for cell in row if cell.tag in {"td", "th"}]
    if len(cells) < 2:
        return False
    return all(
        child.tag in _INLINE or child.tag in {"br", "td", "th"} for cell in cells for child in cell.iter(etree.Element)
    )
