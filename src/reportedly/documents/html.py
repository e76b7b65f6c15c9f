"""The walk through a page: its tree in, pieces of visible text with their surroundings out.

Iterative, so depth is no danger. Invariant: every visible character of the page stands in exactly one piece, in the
order of the page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement

from reportedly.documents import zones
from reportedly.records.document import Role
from reportedly.resources import lexicon

_SKIPPED = lexicon.words("zones", "elements", "skipped")
_INLINE = lexicon.words("zones", "elements", "inline")
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SLANTED = frozenset({"i", "em", "small", "cite"})
_MEDIA = frozenset({"iframe", "video", "svg", "object"})
_CELLS = frozenset({"td", "th"})
#: Roles that keep all they hold, whatever is marked inside; the rest gives way to a telling element inside.
_CLOSED = frozenset({Role.NAVIGATION, Role.APPEAL, Role.BIO, Role.TAGS, Role.CAPTION, Role.QUOTE})
_STRONGER = frozenset({Role.COMMENT, Role.OTHER})
#: Navigation gives way to these: a footer holds tags and bios, a header the byline.
_IN_NAVIGATION = frozenset({Role.TAGS, Role.BIO, Role.APPEAL, Role.BYLINE, Role.DATE})
_SPACE = re.compile(r"[ \t\n\r\f]+")
_LINES = re.compile(r" ?\n ?")
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
HIDDEN = "hidden on the page"
#: How many steps of a path are kept, from the inside.
_DEPTH_SHOWN = 24
#: Stand for line breaks and cell borders while white space is folded; no page holds them (see decode).
_MARK, _CELL = "\x00", "\x01"


@dataclass(slots=True)
class Around:
    """What the open elements say of the text inside them.

    role, why: what the markup says, None where it says nothing; zone: the element that says so. container, tag: the
    block element. level: of the heading. entry, depth: the comment, and how deep it hangs. pull: in a pull-quote.
    """

    container: HtmlElement
    tag: str
    role: Role | None = None
    why: str = ""
    zone: HtmlElement | None = None
    level: int = 0
    is_link: bool = False
    is_slanted: bool = False
    in_list: bool = False
    in_quote: bool = False
    in_row: bool = False
    pull: bool = False
    is_pre: bool = False
    entry: HtmlElement | None = None
    depth: int = 0

    def copy(self) -> Around:
        """The same again, to be changed by an element inside (`copy.copy` takes five times as long)."""
        return Around(
            self.container,
            self.tag,
            self.role,
            self.why,
            self.zone,
            self.level,
            self.is_link,
            self.is_slanted,
            self.in_list,
            self.in_quote,
            self.in_row,
            self.pull,
            self.is_pre,
            self.entry,
            self.depth,
        )


@dataclass(slots=True)
class Piece:
    """A run of visible text between two block borders, with white space as a browser shows it.

    links, slanted: how many of its characters stand in links, in italics or small print. near_image: nothing stands
    between an image and it. hint: an inline element of it names a date or author; hinted: the words of that element.
    The other fields are those of `Around`.
    """

    words: str
    path: str
    container: HtmlElement
    tag: str
    role: Role | None = None
    why: str = ""
    zone: HtmlElement | None = None
    level: int = 0
    links: int = 0
    slanted: int = 0
    in_list: bool = False
    in_quote: bool = False
    in_row: bool = False
    pull: bool = False
    entry: HtmlElement | None = None
    depth: int = 0
    near_image: bool = False
    hint: Role | None = None
    hinted: str = ""


@dataclass(slots=True)
class _Run:
    """The text gathered since the last block border."""

    parts: list[str] = field(default_factory=list)
    links: int = 0
    slanted: int = 0
    hint: Role | None = None
    hinted: str = ""


@dataclass(slots=True)
class _Frame:
    """An open element. step: its part of a path. counts: how many children of each tag it has had."""

    tag: str
    step: str
    is_block: bool
    around: Around
    counts: dict[str, int] = field(default_factory=dict)


def pieces(tree: HtmlElement, *, show_hidden: bool = False) -> list[Piece]:
    """The pieces of a parsed page in order. show_hidden: text that style hides counts as visible."""
    return _Walk(show_hidden).walk(tree)


def is_hidden(element: HtmlElement) -> bool:
    """Whether an element's own attributes keep it from being shown."""
    return element.get("hidden") is not None or bool(_HIDDEN_STYLE.search(element.get("style") or ""))


class _Walk:
    """State of one walk: the open elements and the run of text that is being gathered."""

    def __init__(self, show_hidden: bool) -> None:
        self.show_hidden = show_hidden
        self.stack: list[_Frame] = []
        self.found: list[Piece] = []
        self.run = _Run()
        self.near_image = False

    def walk(self, tree: HtmlElement) -> list[Piece]:
        walker = etree.iterwalk(tree, events=("start", "end"))
        for event, element in walker:
            if event == "start":
                if not isinstance(element.tag, str) or element.tag in _SKIPPED:
                    self.near_image = self.near_image or element.tag in _MEDIA
                    walker.skip_subtree()
                    self.stack.append(_Frame("", "", False, Around(element, "")))  # its end still comes
                else:
                    self._open(element, element.tag)
                continue
            frame = self.stack[-1]
            if frame.is_block:
                self._flush(frame.around)
            elif frame.tag in _CELLS:
                self.run.parts.append(_CELL)
            self.stack.pop()
            if element.tail and self.stack:
                self._add(element.tail, self.stack[-1].around)
        return self.found

    def _open(self, element: HtmlElement, tag: str) -> None:
        parent = self.stack[-1] if self.stack else None
        frame = self._frame(element, tag, parent)
        if frame.is_block and parent is not None:
            self._flush(parent.around)
        self.stack.append(frame)
        if tag == "img":
            self.near_image = True
        elif tag == "br":
            self._break(frame.around)
        if element.text:
            self._add(element.text, frame.around)

    def _frame(self, element: HtmlElement, tag: str, parent: _Frame | None) -> _Frame:
        if parent is None:
            return _Frame(tag, tag, True, Around(element, tag))
        number = parent.counts[tag] = parent.counts.get(tag, 0) + 1
        around = parent.around.copy()
        is_block = tag not in _INLINE and not (around.in_row and tag in _CELLS)
        _surround(around, element, tag)
        if around.role not in _STRONGER:
            is_block = self._zone(around, element, tag) or is_block
        if around.role is Role.COMMENT and zones.starts_comment(element, tag):
            around.entry, around.depth = element, around.depth + 1
        if is_block:
            around.container, around.tag = element, tag
        return _Frame(tag, f"{tag}[{number}]", is_block, around)

    def _zone(self, around: Around, element: HtmlElement, tag: str) -> bool:
        """Sets the role that an element gives to what it holds; whether it must therefore be a block of its own."""
        if tag in {"blockquote", "aside", "div", "figure"} and zones.says(element, "pull"):
            around.pull = around.in_quote = True
        hidden = not self.show_hidden and is_hidden(element)
        found = (Role.OTHER, HIDDEN) if hidden else zones.zone_of(element, tag)
        if found is None:
            return False
        role, why = found
        gives_way = around.role is Role.NAVIGATION and role in _IN_NAVIGATION
        if around.role in _CLOSED and role not in _STRONGER and not gives_way:
            return False
        if role in {Role.DATE, Role.BYLINE} and tag in _INLINE:
            # Inside a line of text a <time> or <span> is no block of its own.
            if self.run.hint is not Role.BYLINE:
                self.run.hint, self.run.hinted = role, element.text_content()[:200]
            return False
        around.role, around.why, around.zone = role, why, element
        return tag not in {"a", "label"}

    def _add(self, text: str, around: Around) -> None:
        if around.is_pre:
            text = text.replace("\r\n", "\n").replace("\n", _MARK)
        self.run.parts.append(text)
        if around.is_link or around.is_slanted:
            visible = len(_SPACE.sub(" ", text).strip())
            self.run.links += visible if around.is_link else 0
            self.run.slanted += visible if around.is_slanted else 0

    def _break(self, around: Around) -> None:
        before = next((p for p in map(str.strip, reversed(self.run.parts)) if p), "")
        if before.endswith(_MARK):
            self._flush(around)  # two in a row part paragraphs
        else:
            self.run.parts.append(_MARK)

    def _flush(self, around: Around) -> None:
        run = self.run
        if not run.parts:
            return
        self.run = _Run()
        words = _SPACE.sub(" ", "".join(run.parts)).replace(_MARK, "\n")
        words = _LINES.sub("\n", words).replace(_CELL, "\t").strip()
        if not words:
            return
        self.found.append(
            Piece(
                words=words,
                path="/" + "/".join(frame.step for frame in self.stack[-_DEPTH_SHOWN:] if frame.is_block),
                container=around.container,
                tag=around.tag,
                role=around.role,
                why=around.why,
                zone=around.zone,
                level=around.level,
                links=run.links,
                slanted=run.slanted,
                in_list=around.in_list,
                in_quote=around.in_quote,
                in_row=around.in_row,
                pull=around.pull,
                entry=around.entry,
                depth=around.depth,
                near_image=self.near_image,
                hint=run.hint,
                hinted=run.hinted,
            )
        )
        self.near_image = False


def _surround(around: Around, element: HtmlElement, tag: str) -> None:
    """What a tag by itself says of the text inside."""
    if tag in _HEADINGS:
        around.level = _HEADINGS[tag]
    elif tag == "a":
        around.is_link = True
    elif tag in _SLANTED:
        around.is_slanted = True
    elif tag in {"li", "dd", "dt"}:
        around.in_list = True
    elif tag == "blockquote":
        around.in_quote = True
    elif tag == "pre":
        around.is_pre = True
    elif tag == "tr":
        around.in_row = _is_row(element)


def _is_row(row: HtmlElement) -> bool:
    """Whether a table row is data, not layout: two cells or more, without paragraphs or tables inside."""
    cells = [cell for cell in row if cell.tag in _CELLS]
    return len(cells) >= 2 and all(
        child.tag in _INLINE or child.tag in _CELLS for cell in cells for child in cell.iter(etree.Element)
    )
