"""The corpus in the format of the claims gold: what our extractors find can be scored on passages that no rule was
made for.

    python -m training gold --out training/work

and then the scorer of the development data, `score.py claims training/work/gold.jsonl training/work/predicted.jsonl`.
Our passages are easier than real reports in that each is short, and harder in that four of ten are written to mislead
and all are written to vary.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from reportedly.claims.arguments.fillings import without_article
from reportedly.claims.finish import extract_claims
from reportedly.mentions.analyse import analyse
from reportedly.mentions.lexicon import load_lexicon
from reportedly.records.document import Block, DateCertainty, Document, Publication
from reportedly.records.mention import Form
from reportedly.records.wire import to_line
from reportedly.resources.engine import load_engine
from reportedly.resources.gazetteer import load_gazetteer
from reportedly.text.json_lines import dumps
from training.corpus.load import CorpusClaim, Passage


def write(passages: Iterable[Passage], folder: Path) -> int:
    """Writes gold.jsonl and predicted.jsonl, what the product finds when it is told the role of each line; gold
    claims.
    """
    folder.mkdir(parents=True, exist_ok=True)
    engine, gazetteer, count = load_engine(), load_gazetteer(), 0
    with (
        (folder / "gold.jsonl").open("w", encoding="utf-8") as gold,
        (folder / "predicted.jsonl").open("w", encoding="utf-8") as predicted,
    ):
        for passage in passages:
            document = document_of(passage)
            claims, _ = extract_claims(document, analyse(document, engine, gazetteer))
            predicted.writelines(dumps(to_line(claim, document)) + "\n" for claim in claims)
            for line in gold_lines(passage):
                gold.write(json.dumps(line, ensure_ascii=False) + "\n")
                count += 1
    return count


def document_of(passage: Passage) -> Document:
    """A passage as a document: a block for each line."""
    blocks = tuple(Block(role=line.role, start=line.start, end=line.end) for line in passage.lines)
    publication = Publication()
    if passage.published:
        publication = Publication(date=passage.published, certainty=DateCertainty.GIVEN, rungs=("given",))
    return Document(id=passage.id, text=passage.text, blocks=blocks, language="en", publication=publication)


def gold_lines(passage: Passage) -> Iterator[dict[str, Any]]:
    """The claims of a passage as lines of a claims gold, in their order."""
    for number, claim in enumerate(passage.claims, 1):
        start, end = claim.evidence
        line = {
            "id": f"{passage.id}-{number:02}",
            "document": passage.id,
            "type": claim.predicate,
            "role": claim.role,
            "modality": claim.modality.value,
            "polarity": claim.polarity.value,
            "attributed_to": list(claim.by),
            "medium": None if claim.medium is None else claim.medium.value,
            "time": None if claim.time is None else passage.text[slice(*claim.time)],
            "block": next(b.role.value for b in passage.lines if b.start <= claim.evidence[0] < b.end),
            "evidence": passage.text[slice(*claim.evidence)],
            "evidence_start": start,
            "evidence_end": end,
        }
        yield {**line, **_parties(passage, claim)}


def _parties(passage: Passage, claim: CorpusClaim) -> dict[str, Any]:
    """Names as the sentence has them, descriptions without their article; a pronoun gives way to the name of its chain,
    an adjective of nationality to that of its state. Who was killed or hurt is told with the words of the count.
    """
    found: dict[str, Any] = {"subjects": [_words(passage, i)[0] for i in claim.subjects]}
    for slot in ("subject", "object", "place"):
        index = getattr(claim, slot)
        said, full = (None, None) if index is None else _words(passage, index)
        count = claim.killed if claim.predicate == "killed" else claim.wounded
        if slot == "object" and said and count and count.endswith(said) and claim.predicate in {"killed", "wounded"}:
            said = count
        found[slot] = said
        if full is not None and full != said:
            found[f"{slot}_resolves_to"] = full
    return found


def _words(passage: Passage, index: int) -> tuple[str, str | None]:
    """What a party is called where it stands, and the fullest name of its chain."""
    mention = passage.mentions[index]
    words = passage.text[mention.start : mention.end]
    names = [
        passage.text[m.start : m.end] for m in passage.mentions if m.chain == mention.chain and m.form is Form.NAME
    ]
    full = max(names, key=len, default=None)
    if mention.form is Form.ADJECTIVE:
        state = load_lexicon().adjectives.get(tuple(words.split()))
        return (full or words) if state is None else state.name, full
    if mention.form is Form.PRONOUN and full is not None:
        return full, full
    return (without_article(words) if mention.form is Form.NOMINAL else words), full
