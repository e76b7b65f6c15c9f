"""Expressions of time: at the given spans where the line has them, else where the product finds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from benchmarks.inputs import document_of
from reportedly.mentions.times.find import find_times, read_spans
from reportedly.records.span import Sentence
from reportedly.text import sentences


def predict(lines: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One prediction {id, times: [{start, end, type, value}, …]} for each line {id, text, published?, spans?}."""
    for line in lines:
        document = document_of(line)
        cut = [
            Sentence(block=n, start=start, end=end, tokens=())
            for n, block in enumerate(document.blocks)
            for start, end in sentences.spans(document.text, block.start, block.end)
        ]
        if (spans := line.get("spans")) is not None:
            given = [(span["start"], span["end"]) for span in spans]
            found = read_spans(document, [(s.start, s.end) for s in cut], given)
        else:
            found = find_times(document, cut)
        times = [{"start": t.start, "end": t.end, "type": t.timex, "value": t.value} for t in found]
        yield {"id": line["id"], "times": times}
