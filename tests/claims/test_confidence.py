"""Confidence is a share that was measured: it ranks as the rules do and never leaves 0..1."""

from __future__ import annotations

from tests.claims.claiming import claims_of, one

from reportedly.claims.confidence import _share


def test_the_curve_never_falls() -> None:
    """A surer rule never gives a smaller share."""
    shares = [_share(i / 100) for i in range(101)]
    assert shares == sorted(shares)
    assert 0 < shares[0] < shares[-1] < 1


def test_plans_and_pronouns_are_less_sure() -> None:
    """The same words are less sure as a plan, and said of a pronoun."""
    told = one("France attacked Kidal on Monday.", "attacked")
    meant = one("France will attack Kidal on Monday.", "attacked")
    assert meant.confidence < told.confidence
    named, pronoun = (
        next(c for c in claims_of(text) if c.predicate == "leads")
        for text in ("Ilo Varek leads the Third Guard.", "Ilo Varek is old. He leads the Third Guard.")
    )
    assert pronoun.confidence < named.confidence
