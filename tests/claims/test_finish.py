"""The stage as a whole: names, ids, evidence, precedence, and extractors that fail."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.claims.claiming import claims_of, document_of, one

from reportedly.claims import finish
from reportedly.claims.extractor import Draft
from reportedly.claims.plugins import Plugins, Unloaded, load_extractors
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.records.mention import Analysis
from reportedly.records.span import Sentence, Token


def test_parties_keep_their_words_and_get_the_fullest_name() -> None:
    """A short name stays as it stands; the chain's fullest name stands beside it; a pronoun is replaced."""
    short = one("Colonel Danu Orev came home. Orev met Ilo Varek in Ruda.", "met").subject
    assert short is not None
    assert (short.name, short.canonical) == ("Orev", "Danu Orev")
    pronoun = one("Colonel Danu Orev came home. He met Ilo Varek in Ruda.", "met").subject
    assert pronoun is not None
    assert (pronoun.name, pronoun.canonical) == ("Danu Orev", "Danu Orev")


def test_ids_are_those_of_the_words() -> None:
    """Reading again gives the same ids; another sentence of the same words gives others."""
    text = "Ilo Varek met Danu Orev in Ruda."
    assert [c.id for c in claims_of(text)] == [c.id for c in claims_of(text)]
    twice = [c.id for c in claims_of(f"{text}\n{text}") if c.predicate == "met"]
    assert len(set(twice)) == 2


def test_evidence_is_quoted_exactly() -> None:
    """Position and quote agree, with the words around them."""
    text = "Nobody knew it then. Ilo Varek met Danu Orev in Ruda, and it rained."
    document = document_of(text)
    evidence = one(text, "met").evidence[0]
    assert document.text[evidence.start : evidence.end] == evidence.quote
    assert "Varek met Danu Orev in Ruda" in evidence.quote
    assert document.text[: evidence.start].endswith(evidence.prefix)
    assert document.text[evidence.end :].startswith(evidence.suffix)


def test_meeting_somebody_somewhere_is_no_presence_beside_it() -> None:
    """“Met B in Ruda” gives `met` with the place and nothing else."""
    assert [c.predicate for c in claims_of("Ilo Varek met Danu Orev in Ruda.")] == ["met"]


def test_an_attack_on_nobody_nowhere_is_not_told() -> None:
    """“Attacks on the town” says nothing where no sentence says which town."""
    assert [c.predicate for c in claims_of("Attacks on the town went on.")] == []


def test_claims_come_in_the_order_of_the_text() -> None:
    """By where their evidence begins."""
    claims = claims_of("Rebels killed 12 soldiers near Ruda. Ilo Varek met Danu Orev in Belik.")
    assert [c.predicate for c in claims] == ["killed", "met"]


class _Broken:
    """An extractor that fails on every sentence."""

    name = "broken"
    version = 1
    predicates = frozenset({"met"})

    def __call__(self, sentence: SentenceView) -> Iterator[Draft]:
        """Fails."""
        raise ValueError("no such luck")


def test_a_broken_extractor_is_told_and_the_rest_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """One problem a document, however many sentences it fails on, and all other claims."""
    working = load_extractors().extractors
    plugins = Plugins(extractors=(_Broken(), *working), unloaded=(Unloaded(name="gone", error="ImportError: x"),))
    monkeypatch.setattr(finish, "load_extractors", lambda: plugins)
    token = Token(0, 4, "Rain", "rain", "NN", 0, "ROOT")
    document = document_of("Rain\nRain")
    sentences = (Sentence(0, 0, 4, (token,)), Sentence(1, 6, 10, (Token(6, 10, "Rain", "rain", "NN", 0, "ROOT"),)))
    claims, problems = finish.extract_claims(document, Analysis(sentences=sentences))
    assert claims == ()
    assert [(p.stage, p.component, p.reason) for p in problems] == [
        ("claims", "gone", "unloaded"),
        ("claims", "broken", "crash"),
    ]
    assert "sentence 1" in problems[1].message


def test_every_name_of_one_bearer_is_kept() -> None:
    """Two aliases of one person are two claims, although all names stand for him."""
    text = "Ahmed Hussein al-Shar'a, alias Abu Mohammad al-Golani or al-Fateh, leads the group. Golani spoke on Monday."
    names = {c.object.name for c in claims_of(text) if c.predicate == "also_known_as" and c.object is not None}
    assert names == {"Abu Mohammad al-Golani", "al-Fateh"}


def test_a_paragraph_of_a_thousand_sentences_is_told_whole() -> None:
    """What a sentence asks of its block does not go through all sentences before it."""
    text = " ".join(f"Rebels killed {number} soldiers." for number in range(2, 1_102))
    assert sum(c.predicate == "killed" for c in claims_of(text)) == 1_100
