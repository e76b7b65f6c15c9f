"""What no report is as long as: it is read as far as it may be, and what was cut is told."""

from __future__ import annotations

import pytest
from tests.mentions.reading import document_of

from reportedly.mentions import sentences
from reportedly.mentions.analyse import analyse_and_tell
from reportedly.mentions.candidate import Candidate
from reportedly.mentions.discourse import Discourse
from reportedly.mentions.lexicon import load_lexicon
from reportedly.mentions.sentences import LONGEST, Cut, sentence_places
from reportedly.records.mention import Form, Kind
from reportedly.resources.engine import load_engine

SENTENCE = "Danu Orev left Ruda."


def _told(text: str) -> list[str]:
    return [p.reason for p in analyse_and_tell(document_of(text), load_engine())[1]]


def test_a_report_is_read_whole() -> None:
    """Nothing is cut of what has the length of reports, and nothing is told."""
    places, cut = sentence_places(document_of("\n".join([SENTENCE] * 50)))
    assert (len(places), cut) == (50, Cut())


def test_too_many_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Behind the last word that is read nothing is claimed, and a person is told how far it went."""
    monkeypatch.setattr(sentences, "MOST_TOKENS", 10)
    document = document_of("\n".join([SENTENCE] * 4))
    analysis, (problem,) = analyse_and_tell(document, load_engine())
    assert [document.text[s.start : s.end] for s in analysis.sentences] == [SENTENCE, SENTENCE]
    assert (problem.stage, problem.reason) == ("mentions", "too-long")
    assert "first 50 %" in problem.message


def test_too_many_words_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sentence is cut where the words end that are read."""
    monkeypatch.setattr(sentences, "MOST_TOKENS", 10)
    text = "Orev " * 30
    (place,), cut = sentence_places(document_of(text.strip()))
    assert len(place.tokens) == 10
    assert text[place.start : place.end] == ("Orev " * 10).strip()
    assert cut.unread == len(text.strip()) - place.end


def test_too_many_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks behind the last character that is read are left out whole."""
    monkeypatch.setattr(sentences, "MOST_CHARACTERS", 2 * len(SENTENCE))
    places, cut = sentence_places(document_of("\n".join([SENTENCE] * 3)))
    assert (len(places), cut.unread) == (2, len(SENTENCE))


def test_a_sentence_without_end_is_read_in_parts() -> None:
    """Every word of it is read, and it is told that claims across the parts are lost."""
    text = "Orev met Varek and " * LONGEST + "left."
    places, cut = sentence_places(document_of(text))
    assert all(len(place.tokens) <= LONGEST for place in places)
    assert [text[a:b] for place in places for a, b in place.tokens] == text.replace(".", " .").split()
    assert cut == Cut(parted=1)
    assert _told(text) == ["long-sentence"]


def test_encoded_data_is_not_read() -> None:
    """A picture that stands in the text as letters costs no time and is told."""
    assert _told("\n".join([SENTENCE, "QmFzZTY0" * 400])) == ["not-prose"]


def test_an_address_is_no_encoded_data() -> None:
    """Long words alone are nothing to tell."""
    assert _told(f"{SENTENCE} See https://example.org/{'reports/' * 20}1 for more.") == []


def test_what_is_known_of_a_referent_grows_with_its_mentions() -> None:
    """Added up one by one, in whatever order they are joined, it is the same as looked at all at once."""
    forms = [(Form.NOMINAL, Kind.OTHER), (Form.NAME, Kind.GROUP), (Form.PRONOUN, Kind.PERSON), (Form.NAME, Kind.PLACE)]
    mentions = [
        Candidate(
            line=0, first=i, last=i, head=i, form=form, kind=kind, gender="male" if i == 2 else None, plural=i > 2
        )
        for i, (form, kind) in enumerate(forms)
    ]
    step, once = (Discourse([], mentions, load_lexicon()) for _ in range(2))
    for a, b in ((2, 3), (1, 3), (0, 1)):
        step.joins.join(a, b, "test")
        once.joins.join(a, b, "test")
        step.about(a)
    assert step.about(0) == once.about(3)
    assert once.about(0).members == (0, 1, 2, 3)
    assert (once.kind(0), once.gender(0), once.plural(0), once.is_named(0)) == (Kind.GROUP, "male", None, True)
