"""What hangs on what is sorted once, and what is asked of a sentence again is not worked out again."""

from __future__ import annotations

from tests.claims.trees import Row, made

from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.hanging import answered_once
from reportedly.records.document import Role

_ROWS: list[Row] = [
    ("Guards", "NNS", 1, "nsubj"),
    ("hold", "VBP", 1, "ROOT"),
    ("Ruda", "NNP", 1, "dobj"),
    ("and", "CC", 2, "cc"),
    ("Belik", "NNP", 2, "conj"),
    ("today", "NN", 1, "npadvmod"),
]


def _view() -> SentenceView:
    document, analysis = made([(_ROWS, [])], Role.PARAGRAPH)
    return SentenceView(document, analysis, 0)


def test_dependents_come_in_the_order_of_the_words() -> None:
    """Of "Guards hold Ruda today", asked for times and subjects, the guards come first; of a leaf nothing hangs."""
    view = _view()
    assert view.dependents(1, "npadvmod", "nsubj") == [0, 5]
    assert view.dependents(1, "prep") == view.dependents(0, "nsubj") == []
    assert view.subtree(2) == [2, 3, 4]


def test_what_was_answered_may_be_changed_by_who_asked() -> None:
    """A list of conjuncts is the asker's own: adding to it changes no later answer."""
    view = _view()
    view.conjuncts(2).append(9)
    assert view.conjuncts(2) == [2, 4]


def test_a_question_is_worked_out_once_for_each_view_and_arguments() -> None:
    """Asked twice, once by name of the argument, of one view and then of another: three answers are worked out."""
    worked: list[tuple[int, bool]] = []

    @answered_once
    def question(view: SentenceView, token: int, *, loud: bool = False) -> str:
        worked.append((token, loud))
        return view.lows[token].upper() if loud else view.lows[token]

    one, other = _view(), _view()
    assert [question(one, 2), question(one, 2), question(one, 2, loud=True), question(other, 2)] == [
        "ruda",
        "ruda",
        "RUDA",
        "ruda",
    ]
    assert worked == [(2, False), (2, True), (2, False)]
