"""Plain text → labelled blocks: a page flattened to text, a press release, or nothing but the words of a report."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.documents.plain.cues import Cues, cues_of
from reportedly.documents.plain.lines import Line, lines_of
from reportedly.records.document import Block, Role


def zone_text(text: str) -> tuple[Block, ...]:
    """The blocks of a text in order; what is between them is white space only. Never raises, whatever the text.

    A block is a line, or the lines that a paragraph was broken into. `why` says which cue decided.
    """
    lines = lines_of(text)
    cues = [cues_of(text, line) for line in lines]
    return tuple(
        Block(role=role, start=line.start, end=line.end, path=f"line {line.number}", why=why)
        for line, (role, why) in zip(lines, _roles(lines, cues), strict=True)
    )


def _roles(lines: Sequence[Line], cues: Sequence[Cues]) -> list[tuple[Role, str]]:
    prose = [i for i, c in enumerate(cues) if c.prose and not c.found & {"navigation.holds", "appeal.holds"}]
    first = prose[0] if prose else len(lines)
    found: list[tuple[Role, str]] = []
    commenting = related = headline = False
    for i, (line, c) in enumerate(zip(lines, cues, strict=True)):
        after = i > first
        if after and c.found & {"says:", "comments.whole", "comments.starts", "counted comments"}:
            commenting = True
        if after and c.found & {"related.whole"}:
            related = True
        if commenting:
            if c.prose or c.found & {"says:", "reply.whole", "date with clock"} or line.indent:
                found.append((Role.COMMENT, "It stands below the head of a comment."))
            else:
                found.append((Role.NAVIGATION, "A short line after the comments."))
        elif c.found & {"tags.starts"} and not c.ends:
            found.append((Role.TAGS, "It opens as a list of tags does."))
        elif c.found & {"appeal.holds", "appeal.whole"} and c.words < 80:
            found.append((Role.APPEAL, "It asks for support or subscriptions."))
        elif c.found & {"navigation.whole", "navigation.holds", "related.whole", "copyright"}:
            found.append((Role.NAVIGATION, "It holds words of menus."))
        elif after and "bio.holds" in c.found and not any(p > i + 2 for p in prose[:-6]):
            found.append((Role.BIO, "It says who a writer is."))
        elif c.prose or (c.sentence and not related):
            caption = i <= first and not c.ends and first < len(lines)
            found.append(
                (Role.CAPTION, "No sentence, before the text.") if caption else (Role.PARAGRAPH, "Running text.")
            )
        elif c.found & {"date alone"}:
            found.append((Role.DATE, "It holds a date and little else."))
        elif c.found & {"byline.starts"} and c.words <= 8:
            found.append((Role.BYLINE, "It opens as the line of a writer does."))
        elif i < first and not headline and c.words >= 4 and not line.bullet:
            headline = True
            found.append((Role.HEADLINE, "The first line of some words before the text."))
        elif line.bullet and (c.words >= 5 or len(lines) == len(prose)):
            found.append((Role.LIST, "It has a list mark."))
        else:
            found.append((Role.NAVIGATION if c.words < 6 else Role.OTHER, "A short line without a verb."))
    return found
