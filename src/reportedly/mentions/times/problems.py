"""What a person is told of times that cannot be: no such day, a wrong weekday, later than publication."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Final

import msgspec

from reportedly.mentions.told import problems_told
from reportedly.records.document import Document, Role
from reportedly.records.reading import Problem
from reportedly.records.span import Sentence, Token
from reportedly.records.when import When
from reportedly.resources.lexicon import words

#: How many expressions of one report are named.
_MOST: Final = 5
_AFTER: Final = "told as past, but later than the day of publication"
#: What a date is to the act of its verb; "until 5 August" and "before" may be told in the past and lie ahead.
_OF_THE_ACT: Final = frozenset({"in", "since", "after", "during"})
_PREPOSITIONS: Final = frozenset({"in", "on", "at", "during", "since", "from", "after"})
_PAST: Final = frozenset({"was", "were", "had", "has", "have", "been"})
_WORD: Final = re.compile(r"[^\W\d_]+")
#: A report may be put on the web some days after its dateline.
_NEAR_DAYS: Final = 7


def checked_times(document: Document, sentences: Sequence[Sentence], times: Sequence[When]) -> tuple[When, ...]:
    """The times, with a problem where the verb that one hangs on tells as past what lies after publication."""
    published = document.publication.anchor
    if published is None:
        return tuple(times)
    last = published[:10]
    found = []
    for time in times:
        late = time.anchor == "explicit" and time.earliest is not None and time.earliest > last
        if late and time.problem is None and time.relation in _OF_THE_ACT:
            sentence = next((s for s in sentences if s.start <= time.start < s.end), None)
            if sentence is not None and _is_told_as_past(sentence.tokens, time):
                time = msgspec.structs.replace(time, problem=f"{_AFTER}, {last}")
        found.append(time)
    return tuple(found)


def _is_told_as_past(tokens: Sequence[Token], time: When) -> bool:
    """As in "was killed on 5 August": the date hangs on a finite verb of the past; not "put off to 5 August"."""
    inside = [i for i, t in enumerate(tokens) if t.start < time.end and time.start < t.end]
    top = next((i for i in inside if tokens[i].head not in inside), None)
    if top is None:
        return False
    above = tokens[top].head
    if tokens[above].relation == "prep" and tokens[above].text.lower() in _PREPOSITIONS:
        above = tokens[above].head
    elif tokens[above].tag[:1] != "V":
        return False
    verb = tokens[above]
    helping = {t.text.lower() for t in tokens if t.head == above and t.relation in {"aux", "auxpass"}}
    if verb.lemma in words("times", "tense", "put_off") or helping & {"will", "would", "may", "might", "could", "to"}:
        return False
    return verb.tag == "VBD" or (verb.tag == "VBN" and bool(helping & _PAST))


def problems_of_times(document: Document, sentences: Sequence[Sentence], times: Sequence[When]) -> tuple[Problem, ...]:
    """One problem each for dates that are none, for those later than publication, and for a dateline far from it."""
    wrong = [t for t in times if t.problem is not None]
    late = [t for t in wrong if t.problem is not None and t.problem.startswith(_AFTER)]
    never = [t for t in wrong if t not in late]
    told = []
    if never:
        each = tuple(dict.fromkeys(f"“{_words(t)}”: {t.problem}" for t in never))
        what = "; ".join(each[:_MOST]) + _more(each)
        told.append(("impossible-date", f"{what}. Nothing was guessed: see the report for what is meant."))
    if late:
        each = tuple(dict.fromkeys(f"“{_words(t)}”" for t in late))
        what = ", ".join(each[:_MOST]) + _more(each)
        message = (
            f"{what} {'is' if len(each) == 1 else 'are'} told as past, but the report is dated {_day(document)}. One of"
            " the two is wrong: check the day of publication, and give the right one with --published."
        )
        told.append(("date-after-publication", message))
    dateline = _dateline(document, sentences, times)
    if dateline is not None:
        message = (
            f"its first paragraph opens with the date {dateline}, but the report is dated {_day(document)}, which was"
            " used. If the first is right, give it with --published."
        )
        told.append(("date-contradicted", message))
    return problems_told(document, "times", told)


def _dateline(document: Document, sentences: Sequence[Sentence], times: Sequence[When]) -> str | None:
    """The day that the first paragraph opens with ("RUDA, 12 May 2016 –"), where it is far from that of publication."""
    published = document.publication.anchor
    first = next((s for s in sentences if document.blocks[s.block].role is Role.PARAGRAPH), None)
    if published is None or first is None:
        return None
    days = [t for t in times if first.start <= t.start and t.end <= first.end and t.anchor == "explicit"]
    if len(days) != 1 or days[0].earliest is None or days[0].earliest != days[0].latest:
        return None
    rest = document.text[first.start : days[0].start] + document.text[days[0].end : first.end]
    if any(word[:1].islower() for word in _WORD.findall(rest)):
        return None
    apart = dt.date.fromisoformat(days[0].earliest) - dt.date.fromisoformat(published[:10])
    return days[0].earliest if abs(apart.days) > _NEAR_DAYS else None


def _day(document: Document) -> str:
    return f"{(document.publication.anchor or '')[:10]} ({document.publication.certainty.value})"


def _words(time: When) -> str:
    return " ".join(time.text.split())


def _more(each: Sequence[str]) -> str:
    return f" and {len(each) - _MOST} more" if len(each) > _MOST else ""
