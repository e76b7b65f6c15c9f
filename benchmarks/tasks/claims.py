"""Claims of a text or page, as `reportedly read --json` prints them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from benchmarks.inputs import document_of
from benchmarks.lines import Line
from reportedly.claims.finish import extract_claims
from reportedly.mentions.analyse import analyse
from reportedly.records.wire import to_line
from reportedly.resources.engine import Engine, load_engine


def predict(lines: Iterable[Line], engine: Engine | None = None) -> Iterator[Line]:
    """One line for each claim of each input line {id, text, published}. Raises RuntimeError if an extractor failed."""
    engine = engine or load_engine()
    for line in lines:
        document = document_of(line)
        claims, problems = extract_claims(document, analyse(document, engine))
        if problems:
            raise RuntimeError("; ".join(f"{p.component}: {p.message}" for p in problems))
        for claim in claims:
            yield to_line(claim, document)
