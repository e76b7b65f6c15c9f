"""Parts of what was just told: "nine men were held, one Syrian among them", "ten women, most of them nurses"."""

from __future__ import annotations

from reportedly.mentions.discourse import Discourse
from reportedly.records.mention import Form, Kind

_MARKS = frozenset({",", ";", "(", "-"})
_AFTER_MARK = 6  # tokens that may stand between the mark and "among them"
_BEFORE_MARK = 12  # and between those that are counted and the mark
_COUNTED = frozenset({Kind.PERSON, Kind.POPULATION, Kind.GROUP, Kind.STATE_BODY, Kind.VEHICLE, Kind.WEAPON})


def join_partitives(discourse: Discourse) -> None:
    """Join "them" after a mark and "among" or "… of" to those who were last told before the mark."""
    for i, m in enumerate(discourse.mentions):
        line = discourse.line_of(i)
        if m.form != Form.PRONOUN or line.lows[m.head] not in {"them", "whom"} or m.first < 2:
            continue
        if line.lows[m.first - 1] not in {"among", "of", "including"}:
            continue
        marks = (k for k in range(m.first - 1, max(0, m.first - 2 - _AFTER_MARK), -1) if line.words[k] in _MARKS)
        mark = next(marks, None)
        target = None if mark is None else _counted_before(discourse, i, mark)
        if target is not None:
            discourse.joins.join(i, target, "a part of them")


def _counted_before(discourse: Discourse, i: int, mark: int) -> int | None:
    """The widest of the descriptions of more than one that end last before a token."""
    line = discourse.mentions[i].line
    ended = [
        j
        for j in discourse.of_line(line)
        if mark - _BEFORE_MARK <= discourse.mentions[j].last < mark
        and discourse.mentions[j].form == Form.NOMINAL
        and discourse.mentions[j].plural
        and discourse.mentions[j].kind in _COUNTED
    ]
    if not ended:
        return None
    return max(ended, key=lambda j: (discourse.mentions[j].last, -discourse.mentions[j].first))
