"""Whose act it is said to be, or not to be: "blamed X for the attack", "X denied any role in the killing"."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.claims.arguments.parties import parties
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, is_in, is_noun
from reportedly.claims.violence.doing import ATTACKERS, armed_men
from reportedly.records.claim import Modality
from reportedly.records.document import EVIDENCE_ROLES


def accused_of(view: SentenceView, noun: int) -> list[Filler]:
    """Who is blamed for an act that a noun tells, or denies a part in it."""
    return _parties(view, _heads(view, noun))


def _heads(view: SentenceView, noun: int) -> list[int]:
    word = view.tokens[view.first_conjunct(noun)]
    for verb in [word.head, *view.dependents(noun, "acl", "relcl")]:
        if view.tokens[verb].tag[:1] == "V" and is_in(view, verb, "attack", "blame", "on"):
            passive = word.relation == "nsubjpass" or verb != word.head
            found = view.prepositional(verb, "on", "to") if passive or word.relation == "dobj" else []
            found = found or (view.prepositional(noun, "on") if is_blamed_on(view, noun) else [])
            if found:
                return found  # "the attack was blamed on X", "attributed the attack to X"
    if word.relation == "dobj" and is_in(view, word.head, "attack", "blame", "denying"):
        return view.doers(word.head)  # "X denied the attack"
    if word.relation != "pobj":
        return []
    above = view.tokens[word.head].head
    blamed = view.tokens[above]
    if blamed.relation in {"dobj", "nsubjpass"} and is_in(view, blamed.head, "attack", "blame", "for"):
        return [above]  # "accused X of the killing", with "of" hung on X
    if is_in(view, above, "attack", "blame", "parts") and is_noun(view, above):
        verb = view.tokens[above].head
        denied = view.tokens[above].relation == "dobj" and is_in(view, verb, "attack", "blame", "denying")
        return view.doers(verb) if denied else []
    if view.tokens[above].tag[:1] == "V" and is_in(view, above, "attack", "blame", "for"):
        return [h for h in view.undergoers(above) if h != noun]
    return []


def is_blamed_on(view: SentenceView, noun: int) -> bool:
    """As in "blamed the strike on X", with "on" hung on the strike: X did it, and was not struck."""
    word = view.tokens[noun]
    return word.relation == "dobj" and is_in(view, word.head, "attack", "blame", "on")


def denials(view: SentenceView, verb: int, predicate: str) -> Iterator[Draft]:
    """Of "X denied involvement", "X denied any role" behind a report of violence: that X attacked, or killed."""
    if not is_in(view, verb, "attack", "blame", "denying"):
        return
    parts = [o for o in view.objects(verb) if is_in(view, o, "attack", "blame", "parts")]
    bare = [o for o in parts if not view.prepositional(o) and not view.dependents(o, "acl", "relcl")]
    if not bare or _act_before(view, verb) != predicate:
        return
    for subject in _parties(view, view.doers(verb)):
        yield Draft(
            predicate=predicate, trigger=bare[0], subject=subject, place_fixed=True, time_fixed=True,
            modality=Modality.DENIED, rule="denied-part", confidence=0.65,
            why=f"“{view.tokens[verb].text} {view.tokens[bare[0]].text}” of the act told before",
        )  # fmt: skip


def _act_before(view: SentenceView, verb: int) -> str | None:
    """The predicate of the act last told before a verb, in its own sentence or in the one before."""
    before = view.previous
    spans = [(view, verb)]
    if before is not None and before.block.role in EVIDENCE_ROLES:
        spans.append((before, len(before.tokens)))
    for where, end in spans:
        attacked = any(_is_attack(where, t) for t in range(end))
        killed = any(is_in(where, t, "attack", "killing", "sure") for t in range(end))
        if attacked or killed:
            return "attacked" if attacked else "killed"
    return None


def _is_attack(view: SentenceView, token: int) -> bool:
    noun = is_noun(view, token) and base(view, token) != "mission" and is_in(view, token, "attack", "nouns", "sure")
    told = is_in(view, token, "attack", "verbs", "sure") or is_in(view, token, "attack", "killing", "amid")
    return noun or (view.tokens[token].tag[:1] == "V" and told)


def _parties(view: SentenceView, heads: list[int]) -> list[Filler]:
    return parties(view, heads, ATTACKERS) or [a for h in heads for a in armed_men(view, h)]
