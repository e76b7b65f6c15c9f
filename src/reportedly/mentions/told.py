"""What a person is told of a document that this stage could not read as it stands."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.records.document import Document
from reportedly.records.reading import Problem


def problems_told(document: Document, component: str, told: Iterable[tuple[str, str]]) -> tuple[Problem, ...]:
    """One problem for each pair of a reason and a message. component: the part of the stage that tells."""
    return tuple(
        Problem(
            stage="mentions",
            component=component,
            reason=reason,
            message=message,
            location=document.location,
            document_id=document.id,
        )
        for reason, message in told
    )
