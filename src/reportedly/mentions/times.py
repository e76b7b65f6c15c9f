"""Expressions of time: where they stand. Reading their value is another module's work."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.records.document import Document
from reportedly.records.span import Sentence
from reportedly.records.when import When

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_UNIT = r"(?:second|minute|hour|day|week|weekend|month|year|decade|century|season|night|morning|afternoon|evening)s?"
_COUNT = (
    r"(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+|several|few|a few|many|some"
    r"|a couple of|recent|past|last|coming|next|dozens of)"
)
_PART = r"(?:early|late|mid|the start of|the end of|the beginning of)"
_EXPRESSION = re.compile(
    rf"""
    \b(?:
      (?:{_DAY},?\s+)?{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?\b
    | (?:{_DAY},?\s+)?(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:,?\s+\d{{4}})?
    | (?:{_PART}[\s-]+)?{_MONTH},?\s+(?:of\s+)?\d{{4}}
    | \d{{4}}-\d{{2}}-\d{{2}}
    | \d{{1,2}}/\d{{1,2}}/\d{{2,4}}
    | (?:just\s+)?(?:last|next|this|earlier\s+this|later\s+this|the\s+(?:past|last|previous|following|next|same))\s+
      (?:{_COUNT}\s+)?(?:{_UNIT}|{_DAY}|{_MONTH}|spring|summer|autumn|fall|winter)(?:\s+(?:morning|afternoon|evening|night))?
    | (?:(?:more|less)\s+than\s+|about\s+|nearly\s+|almost\s+|over\s+)?{_COUNT}(?:\s+{_COUNT})?\s+{_UNIT}\s+
      (?:ago|earlier|later|before|after)
    | (?:late|early)?\s?(?:on\s+)?{_DAY}(?:\s+(?:morning|afternoon|evening|night))?
    | (?:the\s+)?(?:{_PART}[\s-]+)?(?:1[5-9]|20)\d0s
    | (?:in|since|until|by|of|during|before|after|from|between|to)\s+(?:{_PART}[\s-]+)?(?:1[5-9]|20)\d{{2}}\b
    | (?:in|since|until|by)\s+{_MONTH}
    | (?:yesterday|today|tomorrow|tonight|overnight)
    )""",
    re.VERBOSE,
)
_PREPOSITION = re.compile(r"^(?:in|since|until|by|of|during|before|after|from|between|to|on)\s+", re.IGNORECASE)


def find_times(document: Document, sentences: Sequence[Sentence]) -> tuple[When, ...]:
    """Expressions of time in the sentences, ascending, without values (`value` and bounds are None)."""
    found = []
    for sentence in sentences:
        for match in _EXPRESSION.finditer(document.text, sentence.start, sentence.end):
            words = match.group()
            start = match.start() + len(words) - len(words.lstrip())
            if preposition := _PREPOSITION.match(words.lstrip()):
                start += preposition.end()
            found.append(When(start=start, end=match.end(), text=document.text[start : match.end()], rule="span"))
    return tuple(found)
