"""Attribution: source, cue and content of all that is said, thought, wanted or judged, as character ranges.

What is said is read as the product reads it; what is only held (`benchmarks.attitudes`) comes to it here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from benchmarks.attitudes import attitudes
from benchmarks.inputs import document_of
from benchmarks.lines import Line
from reportedly.claims.attribution.credit import Voices
from reportedly.claims.attribution.tellers import Stance, Statement, Teller
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.mentions.analyse import analyse
from reportedly.resources.engine import Engine, load_engine


def predict(lines: Iterable[Line], engine: Engine | None = None) -> Iterator[Line]:
    """One prediction {id, attributions: [{source, cue, content}, …]} for each line {id, text}.

    source is null where none is named, and holds the whole phrase, what is said of it too; content may have `parts`.
    Quotations without a cue of their own get none.
    """
    engine = engine or load_engine()
    for line in lines:
        document = document_of(line)
        analysis = analyse(document, engine)
        views = [SentenceView(document, analysis, i) for i in range(len(analysis.sentences))]
        voices = Voices(document, views)
        found = [a for view in views for s in _held(view, voices) for a in _of_statement(view, s, voices)]
        yield {"id": line["id"], "attributions": found}


def _held(view: SentenceView, voices: Voices) -> list[Statement]:
    """All statements of a sentence: what is said first, then what is only held."""
    said = voices.statements[view.index]
    spoken = {t.told.credit[1] for t in voices.spoken if t.told.credit is not None and t.told.credit[0] == view.index}
    told = [s for s in said if s.content or s.cue in spoken]
    return [*told, *attitudes(view, {s.cue for s in told})]


def _of_statement(view: SentenceView, statement: Statement, voices: Voices) -> Iterator[Line]:
    parts = _parts(view, statement)
    for spoken in voices.spoken:  # quotations that this cue brings in, here or in other sentences
        if spoken.told.credit == (view.index, statement.cue):
            parts.append((spoken.start, spoken.end))
    parts = _merged(parts)
    if not parts or (statement.stance == Stance.WITHHOLDS and not statement.tellers):
        return
    cue = view.tokens[statement.cue]
    teller = statement.tellers[-1] if statement.tellers else None
    yield {
        "source": None if teller is None else _whole(view, teller, statement),
        "cue": {"start": cue.start, "end": cue.end},
        "content": {"start": parts[0][0], "end": parts[-1][1], "parts": [list(part) for part in parts]},
    }


def _whole(view: SentenceView, teller: Teller, statement: Statement) -> Line:
    """The phrase of a teller with what is joined to it or told of it, up to the cue or what is said."""
    head = view.first_conjunct(teller.head)
    apart = statement.content | {statement.cue}
    start, end = teller.start, teller.end
    below = [t for t in view.subtree(head) if view.tokens[t].relation != "punct" and view.tokens[t].tag != "POS"]
    for step in (1, -1):
        at = teller.head
        while at in below or (at + step in below and 0 <= at < len(view.tokens)):
            if at in apart:
                break
            if at in below:
                start, end = min(start, view.tokens[at].start), max(end, view.tokens[at].end)
            at += step
    return {"start": start, "end": end}


def _parts(view: SentenceView, statement: Statement) -> list[tuple[int, int]]:
    inside = sorted(statement.content)
    return [(view.tokens[t].start, view.tokens[t].end) for t in inside if view.tokens[t].relation != "punct"]


def _merged(parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ranges that overlap or stand a few characters apart, as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(parts):
        if found and start - found[-1][1] <= 3:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
