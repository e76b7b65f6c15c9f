"""Conditions: clauses that name one, and how far what hangs on one, or is told with "would", is held true."""

from __future__ import annotations

from reportedly.claims.syntax.grammar import SUBJECTS, SentenceView
from reportedly.claims.syntax.phrases import base
from reportedly.records.claim import Modality
from reportedly.resources.lexicon import words


def is_condition(view: SentenceView, clause: int) -> bool:
    """Whether a clause names a condition ("if A came", "should A come", "had A come"; not "even if")."""
    marks = [view.tokens[c].text.lower() for c in view.dependents(clause, "mark", "advmod", "aux")]
    if set(marks) & (words("hedges", "conditions", "marks") - {"whether", "should"}):
        before = view.subtree(clause)[0]
        return before == 0 or view.tokens[before].text.lower() != "even"
    subject = min(view.dependents(clause, *SUBJECTS), default=-1)
    first = view.subtree(clause)[0]
    inverted = view.tokens[first].text.lower() in {"had", "should", "were"} and view.tokens[first].head == clause
    return inverted and subject > first


def of_condition(view: SentenceView, verb: int) -> Modality | None:
    """What holds only on a condition: a plan, a possibility; a plain past is told as so ("asked if", "even if")."""
    auxiliaries = {view.tokens[c].text.lower() for c in view.dependents(verb, "aux")}
    unreal = words("hedges", "auxiliaries") - {"had"}
    plain = view.tokens[verb].tag in {"VBD", "VBN"} and not auxiliaries & unreal
    return None if plain else Modality.HYPOTHETICAL


def would(view: SentenceView, verb: int) -> Modality | None:
    """As in "said it would attack" (planned), "would have killed" (hypothetical), "would later join" (told as so)."""
    if base(view, verb) in words("hedges", "performed", "verbs"):
        return None
    if any(view.tokens[c].lemma in {"later", "eventually", "subsequently", "ultimately"} for c in view.children[verb]):
        return None
    if any(view.tokens[c].lemma == "have" for c in view.dependents(verb, "aux")):
        return Modality.HYPOTHETICAL
    if view.tokens[verb].relation in {"ccomp", "conj", "relcl"}:
        return Modality.PLANNED
    if view.tokens[verb].relation == "acl":  # "fears that X would attack"
        return Modality.POSSIBLE
    return Modality.HYPOTHETICAL
