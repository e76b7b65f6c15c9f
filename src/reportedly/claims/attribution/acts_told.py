"""Whether what somebody says tells an act of others, found or not: then it is a claim of theirs and no statement.

Which claims the words make is not known here: a word of violence, custody or ground over the clause, and somebody
else’s name in it, are enough ("said the Front had overrun Ruda").
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from reportedly.claims.attribution.credit import Voices
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import is_in
from reportedly.records.mention import AGENTS, Form

_OVER_CLAUSES: Final = frozenset({"ROOT", "ccomp", "parataxis"})


def tells_an_act(voices: Voices, view: SentenceView, cue: int, speaker: str | None) -> bool:
    """Whether the words that a cue of saying brings in, here and in its quotations, tell such an act.

    speaker: the name of the one who speaks, which does not count as somebody else’s.
    """
    acts = others = False
    for where, token in _content(voices, view, cue):
        if not acts and where.tokens[token].tag[:1] == "V" and is_in(where, token, "speech", "acts", "verbs"):
            acts = where.tokens[where.first_conjunct(token)].relation in _OVER_CLAUSES
        named = (m for m in where.headed.get(token, ()) if where.mention(m).form == Form.NAME)
        others = others or any(where.mention(m).kind in AGENTS and where.canonical(m) != speaker for m in named)
        if acts and others:
            return True
    return False


def _content(voices: Voices, view: SentenceView, cue: int) -> Iterator[tuple[SentenceView, int]]:
    for statement in voices.statements[view.index]:
        if statement.cue == cue:
            yield from ((view, t) for t in statement.content)
    for spoken in voices.spoken:
        if spoken.told.credit == (view.index, cue):
            first = bisect_right(voices.views, spoken.start, key=lambda where: where.sentence.end)
            for where in voices.views[first:]:
                if where.sentence.start >= spoken.end:
                    break
                inside = (i for i, t in enumerate(where.tokens) if spoken.start <= t.start < spoken.end)
                yield from ((where, i) for i in inside)
