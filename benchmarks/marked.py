"""Attributions marked in running text, which a person can read and change: "{s1 Varek} {q1 said} {c1 he would stay}".

A mark is a letter (s source, q cue, c content) with the number of its attribution; "{s1,s2 …}" is the source of two.
Marks may stand in one another; two of one name are one part told in two places. Each line that does not begin with "#"
is a text of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from benchmarks.lines import Line

_MARK: Final = re.compile(r"\{([sqc]\d+(?:,[sqc]\d+)*) |\}")
_PARTS: Final = {"s": "source", "q": "cue", "c": "content"}


def marked_attributions(path: Path) -> Iterator[Line]:
    """A line {id, text, attributions} for each text of a file, in the form of the attribution scorer.

    Raises ValueError where a mark is not closed, one closes nothing, or an attribution has no content.
    """
    texts = [t for t in path.read_text(encoding="utf-8").splitlines() if t.strip() and not t.startswith("#")]
    for number, marked in enumerate(texts, 1):
        name = f"{path.stem}-{number:02}"
        text, spans = _read(marked, name)
        yield {"id": name, "text": text, "attributions": list(_attributions(spans, name))}


def _read(marked: str, name: str) -> tuple[str, list[tuple[str, int, int]]]:
    """The text without its marks, and each mark's name with its range of characters."""
    text, at = "", 0
    opened: list[tuple[str, int]] = []
    spans: list[tuple[str, int, int]] = []
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark[1] is not None:
            opened.append((mark[1], len(text)))
        elif opened:
            names, start = opened.pop()
            spans += [(one, start, len(text)) for one in names.split(",")]
        else:
            raise ValueError(f"{name}: a brace closes no mark")
    if opened:
        raise ValueError(f"{name}: the mark {opened[-1][0]} is not closed")
    return text + marked[at:], spans


def _attributions(spans: list[tuple[str, int, int]], name: str) -> Iterator[Line]:
    for number in sorted({int(mark[1:]) for mark, _, _ in spans}):
        line: Line = {"source": None, "cue": None, "content": None}
        for letter, part in _PARTS.items():
            told = sorted([start, end] for mark, start, end in spans if mark == f"{letter}{number}")
            if told:
                line[part] = {"start": told[0][0], "end": told[-1][1]}
                if len(told) > 1:
                    line[part]["parts"] = told
        if line["content"] is None:
            raise ValueError(f"{name}: attribution {number} has no content")
        yield line
