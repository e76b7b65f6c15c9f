"""Sentences: where one ends, by rules for news prose (titles, initials, quotations, line ends)."""

from __future__ import annotations

import re

from reportedly.text.abbreviations import MONTHS, NUMBERED, TITLES, UNITS

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?:\[[\w ]{1,20}\])*[\"”]*(?=\s|$)|\n+(?:[ \t\r]*\n+)*")
#: A line that long was wrapped, not ended; shorter ones are headings, captions, items.
_WRAPPED = 45
_ITEM = re.compile(r"[•●▪◦*‣·–—-]\s|\d{1,2}[.):]")
#: "KESSAB, Doran (Ruda Wire) —", "Kessab, 3 May (RW) --", "10:42 GMT" before the first sentence of a block
_OPENING = re.compile(
    r"(?:[A-Z][A-Z.'’-]{2,}(?:[ /][A-Z][A-Z.'’-]+){0,3}(?:,? [^—–\n(“\"]{1,40})?(?:\s*\([^)\n]{2,40}\))?"
    r"|[A-Z][\w.'’-]+(?:,? [\w.'’-]+){0,5}\s*\([A-Z][^)\n]{1,40}\))\s*(?:—|–|--|(?<=[\s)])-)\s*(?=[“\"‘A-Z])"
    r"|\[?\d{1,2}[:.]\d{2}\]?(?:\s?[ap]\.?m\.?)?(?:\s?(?:GMT|UTC|BST|CET|EST|EDT|local time))?\s*[:–—-]?\s+(?=[“\"A-Z])"
)
_NO_END_AFTER = re.compile(
    rf"(?:^|[\s(\[“\"'‘-])(?:{TITLES}|{MONTHS}|{NUMBERED}|{UNITS}|vs|v|cf|e\.g|i\.e|[afn]\.k\.a|al|op|cit|[A-Z](?:\.[A-Z])*)\.$"
    r"|\((?:b|d|c|r|né|née)\.$"  # "(b. 1955)"
)
#: What ends a sentence before a word like "The": "of the 3rd Bn. The …", "No. He …".
_MAY_END = re.compile(rf"\b(?:{UNITS}|{NUMBERED})\.$")
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}$")
#: "Plan B.", "point A.": a letter that is seldom the initial of a name; it ends a sentence before a word like "The".
_LETTER = re.compile(r"\b(?:[a-z]{3,} [A-Z]|(?:Plan|Group|Type|Unit|Block|Area|Zone|Point|Phase) [A-Z])\.$")
#: The network X, whose name is no initial: "wrote on X. Varek's office …".
_ON_X = re.compile(r"\b(?:on|via) X\.$")
#: "Co. Ltd.", "Pvt. Ltd.": the two halves of a form of company.
_COMPANY = re.compile(r"\b(?:Co|Pvt|Pte|Pty|Sdn)\.$")
_AFTER_COMPANY = re.compile(r"(?:Ltd|Limited|LLC|Bhd)\b")
_HOUR = re.compile(r"\b[ap]\.m\.$", re.IGNORECASE)
_AFTER_HOUR = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:GMT|UTC|E[SD]?T|P[SD]?T)\b|[A-Z][a-z]+ time\b)"
)
#: "Executive Order (E.O.) 13", "Maj. Gen. (ret.) Brandt": what stands in short brackets behind a word ends nothing.
_SHORT_BRACKET = re.compile(r"[\w.,”\"]\s\([^()\s]{1,8}(?:\s[^()\s]{1,8})?\.\)$")
_STARTER = re.compile(r"(?:The|A|An|In|On|He|She|It|They|But|And|This)\s")
_OPENS = "“«"
_CLOSES = "”»"
#: A quotation that long is told sentence by sentence.
_LONG_QUOTATION = 100
#: A quotation that is open for longer has lost its closing mark.
_NEVER_CLOSED = 5_000
#: Characters before a point that tell whether it ends a sentence.
_LAST = 40


def spans(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Character ranges of the sentences of `text[start:end]`, without outer white space.

    A blank line and the end of a short line end a sentence; the end of a long line, as in wrapped text, does not.
    Marks inside a quotation do not, while it is open and short: a quotation stays with the words that bring it in.
    A dateline and an hour before the first sentence stand apart: they are no part of what it tells.
    """
    end = len(text) if end is None else end
    found: list[tuple[int, int]] = []
    opening = _OPENING.match(text, start, end)
    begin = start
    if opening is not None:
        _add(text, start, opening.end(), found)
        begin = opening.end()
    counted = begin  # where the sentence began that opened the quotation
    for mark in _END.finditer(text, begin, end):
        quoting = mark.end() - counted <= _NEVER_CLOSED and _open_quotation(text[counted : mark.end()])
        if mark.group().startswith("\n"):
            ended = _line_ends(text, start, mark, end)
        else:
            long = quoting and _is_long(text[counted : mark.end()])
            ended = (not quoting or long) and _ends(text, begin, mark, end)
        if ended:
            _add(text, begin, mark.end(), found)
            begin = mark.end()
            counted = counted if quoting and not mark.group().startswith("\n") else begin
    _add(text, begin, end, found)
    return found


def _add(text: str, start: int, end: int, found: list[tuple[int, int]]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        found.append((start, end))


def _line_ends(text: str, start: int, mark: re.Match[str], end: int) -> bool:
    line = text[max(start, text.rfind("\n", start, mark.start()) + 1) : mark.start()].strip()
    following = text[mark.end() : min(end, mark.end() + 4)].lstrip()
    if mark.group().count("\n") > 1 or not line or _ITEM.match(following):
        return True
    return len(line) < _WRAPPED and not following[:1].islower()


def _ends(text: str, begin: int, mark: re.Match[str], end: int) -> bool:
    so_far = text[max(begin, mark.end() - _LAST) : mark.end()]
    follows = text[mark.end() : min(end, mark.end() + 40)].lstrip(" \t\u00a0")
    if mark.group() == "." and _NO_END_AFTER.search(so_far):
        if _ON_X.search(so_far):
            return not follows[:1].islower()
        # "the U.S. The army…": initials end a sentence only before a word that rarely follows them inside one
        may_end = _INITIALS.search(so_far) or _LETTER.search(so_far) or _MAY_END.search(so_far)
        return bool(may_end) and bool(_STARTER.match(follows))
    if mark.group() == ".)" and _SHORT_BRACKET.search(so_far):
        return not follows or bool(_STARTER.match(follows))
    if mark.group() == "." and _COMPANY.search(so_far) and _AFTER_COMPANY.match(follows):
        return False
    if mark.group() == "." and _HOUR.search(so_far) and _AFTER_HOUR.match(follows):
        return False
    if not follows:
        return True
    first = follows[0]
    return not (first.islower() or first in ",;:)")


def _is_long(so_far: str) -> bool:
    return len(so_far) - max(so_far.rfind(c) for c in (*_OPENS, '"')) > _LONG_QUOTATION


def _open_quotation(so_far: str) -> bool:
    opened = sum(so_far.count(c) for c in _OPENS)
    closed = sum(so_far.count(c) for c in _CLOSES)
    return opened > closed or (opened == closed == 0 and so_far.count('"') % 2 == 1)
