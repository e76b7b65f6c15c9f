"""Plain text → labelled blocks: a page flattened to text, a press release, or nothing but the words of a report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reportedly.documents.plain.cues import cues_of
from reportedly.documents.plain.features import features_of
from reportedly.documents.plain.labeller import load_labeller
from reportedly.documents.plain.lines import Line, lines_of
from reportedly.documents.plain.rules import allowed, is_bare, why
from reportedly.records.document import Block, Role

#: No page has more lines; longer texts are read piece by piece, so that memory stays small.
_MOST_LINES: Final = 4_000
#: What stands behind so many characters is not looked at: no report is that long.
MOST_CHARACTERS: Final = 2_000_000


def zone_text(text: str) -> tuple[Block, ...]:
    """The blocks of a text in order; what is between them is white space only. Never raises, whatever the text.

    A block is a line, or the lines that a paragraph was broken into. `why` says which cue decided. What stands behind
    MOST_CHARACTERS is one block of role `other`.
    """
    end = len(text) if len(text) <= MOST_CHARACTERS else text.rfind("\n", 0, MOST_CHARACTERS) + 1 or MOST_CHARACTERS
    lines = lines_of(text[:end])
    blocks = [b for i in range(0, len(lines), _MOST_LINES) for b in _zone(text, lines[i : i + _MOST_LINES])]
    rest = text[end:].strip()
    if rest:
        start = text.index(rest[:1], end)
        why = "Other: behind the most that is read of one page."
        blocks.append(Block(role=Role.OTHER, start=start, end=start + len(rest), path="rest", why=why))
    return tuple(blocks)


def _zone(text: str, lines: Sequence[Line]) -> list[Block]:
    cues = [cues_of(text, line) for line in lines]
    bare = is_bare(cues)
    roles = load_labeller().label(features_of(lines, cues), [allowed(c, bare) for c in cues])
    return [
        Block(role=role, start=line.start, end=line.end, path=f"line {line.number}", why=why(role, c))
        for line, c, role in zip(lines, cues, roles, strict=True)
    ]
