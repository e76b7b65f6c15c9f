"""JSON lines: one claim a line, in the form that `reportedly read --json` prints. UTF-8, every field."""

from __future__ import annotations

from typing import Final, TextIO

import msgspec

from reportedly.base.store import View
from reportedly.exports.export import Exported
from reportedly.records.wire import to_line
from reportedly.text.json_lines import dumps


class JsonLines(msgspec.Struct, frozen=True):
    """The export."""

    name: str = "jsonl"
    gloss: str = "One claim a line as JSON, with every field."

    def write(self, base: View, stream: TextIO) -> Exported:
        """Writes every claim of the base."""
        claims, document = 0, None
        for claim in base.claims():
            if document is None or document.id != claim.document_id:
                document = base.document(claim.document_id)
            stream.write(dumps(to_line(claim, document)) + "\n")
            claims += 1
        return Exported(claims=claims)


EXPORT: Final = JsonLines()
