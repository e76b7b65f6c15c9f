"""Mentions in the kinds of each gold set: re3d's fourteen from the engine, MEANTIME's names from the mentions stage."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from reportedly.mentions.analyse import analyse
from reportedly.mentions.sentences import read_sentences
from reportedly.records.document import Block, Document, Role
from reportedly.records.mention import Form, Kind
from reportedly.resources.engine import Engine, load_engine

#: Our kinds in MEANTIME's words; what is missing is none of its names.
MEANTIME: Final = {
    Kind.PERSON: "PER",
    Kind.GROUP: "ORG",
    Kind.STATE_BODY: "ORG",
    Kind.ORGANISATION: "ORG",
    Kind.STATE: "LOC",
    Kind.PLACE: "LOC",
    Kind.FACILITY: "LOC",
    Kind.VEHICLE: "PRO",
    Kind.WEAPON: "PRO",
}


def predict(lines: Iterable[dict[str, Any]], engine: Engine | None = None) -> Iterator[dict[str, Any]]:
    """One prediction {id, mentions: [{start, end, kind}, …]} for each line {id, text}.

    A line whose id begins with "meantime" is answered in that set's kinds, names only; all others in re3d's.
    """
    engine = engine or load_engine()
    for line in lines:
        document = _document(line["id"], line["text"])
        found = _meantime if str(line["id"]).startswith("meantime") else _re3d
        yield {"id": line["id"], "mentions": found(document, engine)}


def _document(identity: str, text: str) -> Document:
    blocks = tuple(
        Block(role=Role.PARAGRAPH, start=m.start(), end=m.end())
        for m in re.finditer(r"[^\n]+", text)
        if m.group().strip()
    )
    return Document(id=identity, text=text, blocks=blocks)


def _re3d(document: Document, engine: Engine) -> list[dict[str, Any]]:
    sentences, tagged = read_sentences(document, engine)
    return [
        {"start": sentence.tokens[span.first].start, "end": sentence.tokens[span.last].end, "kind": span.kind}
        for sentence, answer in zip(sentences, tagged, strict=True)
        for span in answer.coarse
    ]


def _meantime(document: Document, engine: Engine) -> list[dict[str, Any]]:
    names = [m for m in analyse(document, engine).mentions if m.form == Form.NAME and m.kind in MEANTIME]
    outer = [n for n in names if not any(o is not n and o.start <= n.start and n.end <= o.end for o in names)]
    return [{"start": n.start, "end": n.end, "kind": MEANTIME[n.kind]} for n in outer]
