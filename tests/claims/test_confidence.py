"""Confidence is judged from signs that are told, is the same each time, and never leaves 0..1."""

from __future__ import annotations

from tests.claims.claiming import document_of, one

from reportedly.claims.confidence import confidence_of, load_judge, log_odds, sureness
from reportedly.claims.finish import findings
from reportedly.claims.precedence import Found
from reportedly.claims.signs import signs_of
from reportedly.claims.syntax.grammar import SentenceView, views_of
from reportedly.mentions.analyse import analyse
from reportedly.records.claim import Modality
from reportedly.resources.engine import load_engine

#: What the first word of a sign may be, so that a table of another version is noticed.
SIGNS = {
    "predicate", "extractor", "rule", "modality", "polarity", "voices", "block", "length", "mentions", "trigger",
    "depth", "evidence", "role", "habitual", "former", "joint", "identity", "subject", "object", "place", "time",
}  # fmt: skip


def _found(text: str, predicate: str) -> tuple[SentenceView, Found]:
    """The first finding of a predicate, with its sentence."""
    document = document_of(text)
    analysis = analyse(document, load_engine())
    told, problems = findings(document, analysis)
    assert problems == ()
    found = next(f for f in told if f.claim.predicate == predicate)
    return views_of(document, analysis)[found.sentence], found


def test_confidence_is_a_share_and_the_same_each_time() -> None:
    """The claim carries what the judge says of it, between nothing and certainty."""
    view, found = _found("Ilo Varek leads the Third Guard.", "leads")
    again = confidence_of(view, found.draft, found.claim)
    assert 0 < found.claim.confidence < 1
    assert found.claim.confidence == again == one("Ilo Varek leads the Third Guard.", "leads").confidence


def test_signs_tell_the_rule_the_parties_and_the_way_to_them() -> None:
    """That the subject is a pronoun, and the way from the verb to both parties."""
    view, found = _found("Ilo Varek is old. He leads the Third Guard.", "leads")
    told = set(signs_of(view, found.draft, found.claim))
    assert {"predicate leads", "subject pronoun", "subject pronoun leads", "object name leads", "place none"} <= told
    assert {"subject path nsubj_", "object path dobj_", "subject words 0"} <= told


def test_plans_pronouns_and_descriptions_are_less_sure_readings() -> None:
    """The figure of a rule is lowered where the words leave more open."""
    view, found = _found("Ilo Varek leads the Third Guard.", "leads")
    plain = sureness(view, found.draft, Modality.ASSERTED)
    assert sureness(view, found.draft, Modality.PLANNED) < plain
    other, pronoun = _found("Ilo Varek is old. He leads the Third Guard.", "leads")
    assert sureness(other, pronoun.draft, Modality.ASSERTED) < plain


def test_log_odds_rise_and_stop_short_of_certainty() -> None:
    """A rule that is quite sure cannot overrule all signs."""
    shares = [log_odds(i / 20) for i in range(21)]
    assert shares == sorted(shares)
    assert abs(log_odds(0.5)) < 1e-9


def test_the_table_weighs_only_signs_that_there_are() -> None:
    """Every weight is of a kind of sign that is told, and the rule's own figure speaks for a claim."""
    judge = load_judge()
    assert judge.trust > 0
    assert judge.about
    assert len(judge.weights) > 100
    assert {name.partition(" ")[0] for name in judge.weights} <= SIGNS
