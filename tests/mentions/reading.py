"""A text read by the stage, with the questions that tests ask."""

from __future__ import annotations

import re

from reportedly.records.document import Block, Document, Role
from reportedly.records.mention import Analysis, Chain, Mention


class Read:
    """What the stage found in a text, with questions that tests ask."""

    def __init__(self, text: str, analysis: Analysis) -> None:
        self.text = text
        self.analysis = analysis

    def mention(self, words: str, nth: int = 0) -> Mention:
        """The nth mention with exactly these words."""
        found = [m for m in self.analysis.mentions if m.text == words]
        assert len(found) > nth, f"no mention {words!r} among {[m.text for m in self.analysis.mentions]}"
        return found[nth]

    def has(self, words: str) -> bool:
        """Whether some mention has exactly these words."""
        return any(m.text == words for m in self.analysis.mentions)

    def chain(self, words: str, nth: int = 0) -> Chain:
        """The chain of the nth mention with these words."""
        index = self.analysis.mentions.index(self.mention(words, nth))
        return next(c for c in self.analysis.chains if index in c.mentions)

    def name(self, words: str, nth: int = 0) -> str:
        """What the chain of the nth mention with these words is called."""
        return self.chain(words, nth).name

    def kind(self, words: str) -> str:
        """The kind of the chain of a mention."""
        return self.chain(words).kind.value


def document_of(text: str) -> Document:
    """Every line is a paragraph; a short first line is a headline."""
    blocks = [
        Block(role=Role.HEADLINE if n == 0 and len(m.group()) < 60 else Role.PARAGRAPH, start=m.start(), end=m.end())
        for n, m in enumerate(re.finditer(r"[^\n]+", text))
        if m.group().strip()
    ]
    return Document(id="test", text=text, blocks=tuple(blocks))
