"""Pages that no report looks like: they cost no time, lose no text, and what is not looked at is told."""

from __future__ import annotations

import pytest
from tests.documents.reading import Built, build, page_of, report

from reportedly.documents import from_text, plain_text
from reportedly.documents.build import build_document
from reportedly.documents.plain_text import zone_text
from reportedly.records.document import Role
from reportedly.records.page import MediaType

PROSE = "The convoy left Ruda on Monday, two people who saw it said."


def test_a_tag_with_endless_attributes_is_read_without_them() -> None:
    """The parser compares each attribute of a tag with all others; the text behind the tag stays."""
    attributes = " ".join(f"data-{number}='x'" for number in range(6_000))
    built = build(f"<html><body><p {attributes}>{PROSE}</p></body></html>")
    assert built.role(PROSE) is Role.PARAGRAPH


def test_a_long_address_in_a_tag_is_kept() -> None:
    """Pictures saved inside the page are long, but one attribute."""
    picture = f"<img alt='A convoy' src='data:image/png;base64,{'QmFz' * 5_000}'>"
    built = build(report(f"<figure>{picture}<figcaption>A convoy in Ruda.</figcaption></figure>"))
    assert built.role("A convoy in Ruda.") is Role.CAPTION


def test_a_text_beyond_any_report(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is not looked at stands in one block that is no evidence, and a person is told."""
    monkeypatch.setattr(plain_text, "MOST_CHARACTERS", 2 * len(PROSE))
    monkeypatch.setattr(from_text, "MOST_CHARACTERS", 2 * len(PROSE))
    text = "\n".join([PROSE] * 4)
    built = Built(*build_document(page_of(text, MediaType.PLAIN)))
    assert built.reasons == ["too-long"]
    assert [built.document.words_of(block) for block in built.document.blocks] == [PROSE, f"{PROSE}\n{PROSE}\n{PROSE}"]
    assert [block.is_evidence for block in built.document.blocks] == [True, False]


def test_the_rest_keeps_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """Offsets of the last block are those of the whole text, with or without a line end to cut at."""
    monkeypatch.setattr(plain_text, "MOST_CHARACTERS", 10)
    for text in ("One town.\n\n  Two towns, three towns.\n", "Twelve towns without a line end."):
        *_, rest = zone_text(text)
        assert text[rest.end :].strip() == ""
        assert rest.role is Role.OTHER
