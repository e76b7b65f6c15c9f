"""Sentences with all that is known of them: the teacher's tags, trees and names, and people's marks."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from pathlib import Path

import msgspec

from reportedly.mentions.analyse import analyse
from reportedly.records.document import Block, Document, Role
from reportedly.records.mention import Form, Kind
from reportedly.resources.engine import Tagged
from reportedly.text import sentences as sentence_spans
from reportedly.text import tokens as token_spans
from reportedly.text.fold import same_length
from training.encoder.labels import COARSE, FINE, RELATIONS, TAGS, bio
from training.encoder.texts import Marked, Text, is_outer
from training.teacher import Teacher

#: Counted up when examples of the same texts would come out otherwise.
VERSION = 2
#: Not to be learnt from.
SKIP = -100


class Example(msgspec.Struct):
    """One sentence. names, outer, coarse: BIO labels by token, empty where unknown. by_people: people marked it."""

    source: str
    document: str
    words: list[str]
    tags: list[int]
    heads: list[int]
    relations: list[int]
    names: list[int] = []
    outer: list[int] = []
    coarse: list[int] = []
    by_people: bool = False


def examples(texts: Sequence[Text]) -> list[Example]:
    """Examples of the texts' sentences, parsed by the teacher; where nobody marked mentions, our rules do."""
    teacher = Teacher()
    found = []
    for text in texts:
        tokens = _sentences(text.text)
        words = [[same_length(text.text[a:b]) for a, b in sentence] for sentence in tokens]
        marks = text.fine if text.fine is not None else _marks(text, teacher)
        for sentence, strings, tagged in zip(tokens, words, teacher.read(words), strict=True):
            found.append(_example(text, sentence, strings, tagged, marks))
    return found


def _marks(text: Text, teacher: Teacher) -> tuple[Marked, ...]:
    """What the mentions stage, with the teacher as its engine, finds in a text."""
    blocks = tuple(
        Block(role=Role.PARAGRAPH, start=m.start(), end=m.end()) for m in re.finditer(r"[^\n]*\S[^\n]*", text.text)
    )
    document = Document(id=text.document, text=text.text, blocks=blocks)
    mentions = [m for m in analyse(document, teacher).mentions if m.kind is not Kind.OTHER]
    spans = [(m.start, m.end) for m in mentions]
    return tuple(
        Marked(m.start, m.end, m.kind.value, m.form in {Form.NAME, Form.ADJECTIVE}, is_outer((m.start, m.end), spans))
        for m in mentions
    )


def _sentences(text: str) -> list[list[tuple[int, int]]]:
    found = [token_spans.spans(text, start, end) for start, end in sentence_spans.spans(text)]
    return [tokens[:160] for tokens in found if tokens]


def _example(
    text: Text, tokens: list[tuple[int, int]], words: list[str], tagged: Tagged, marks: Sequence[Marked]
) -> Example:
    here = [m for m in marks if tokens[0][0] <= m.start < tokens[-1][1]]
    example = Example(
        text.source,
        text.document,
        words,
        [TAGS.index(tag) if tag in TAGS else SKIP for tag in tagged.tags],
        list(tagged.heads),
        [RELATIONS.index(relation) if relation in RELATIONS else SKIP for relation in tagged.relations],
        labelled(tokens, innermost([m for m in here if m.name]), FINE),
        labelled(tokens, [m for m in here if m.outer], FINE),
        by_people=text.fine is not None or text.coarse is not None,
    )
    if text.coarse is not None:
        example.coarse = labelled(tokens, text.coarse, COARSE)
        _skip(example.coarse, tokens, text.doubtful)
    return example


def innermost(marks: Sequence[Marked]) -> list[Marked]:
    """The marks that hold no other."""

    def holds(m: Marked, o: Marked) -> bool:
        return m.start <= o.start and o.end <= m.end and (m.start, m.end) != (o.start, o.end)

    return [m for m in marks if not any(holds(m, o) for o in marks)]


def labelled(tokens: Sequence[tuple[int, int]], marks: Sequence[Marked], kinds: Sequence[str]) -> list[int]:
    """BIO labels of tokens; a mark takes the tokens that it touches, the longer mark first."""
    labels = [0] * len(tokens)
    for mark in sorted(marks, key=lambda m: m.start - m.end):
        inside = [i for i, (a, b) in enumerate(tokens) if a < mark.end and mark.start < b]
        if inside and not any(labels[i] for i in inside):
            label = 1 + 2 * kinds.index(mark.kind)
            for i in inside:
                labels[i] = label + (i != inside[0])
    return labels


def _skip(labels: list[int], tokens: Sequence[tuple[int, int]], doubtful: Sequence[tuple[int, int]]) -> None:
    for start, end in doubtful:
        inside = [i for i, (a, b) in enumerate(tokens) if a < end and start < b]
        if all(labels[i] == 0 for i in inside):
            for i in inside:
                labels[i] = SKIP


def load_examples(texts: Sequence[Text], folder: Path) -> list[Example]:
    """The examples of the texts, kept in a file under `folder` for each source and content."""
    folder.mkdir(parents=True, exist_ok=True)
    found: list[Example] = []
    for source in sorted({text.source for text in texts}):
        chosen = [text for text in texts if text.source == source]
        mark = zlib.crc32(msgspec.json.encode((VERSION, chosen)))
        path = folder / f"silver-{source}-{mark:08x}.json"
        if not path.exists():
            path.write_bytes(msgspec.json.encode(examples(chosen)))
        found += msgspec.json.decode(path.read_bytes(), type=list[Example])
    return found


def is_held_out(example: Example, share: int = 20) -> bool:
    """Whether a document is among the one in `share` kept for measuring."""
    return zlib.crc32(example.document.encode()) % share == 0


#: Labels of each BIO head.
HEADS = {"names": bio(FINE), "outer": bio(FINE), "coarse": bio(COARSE)}
