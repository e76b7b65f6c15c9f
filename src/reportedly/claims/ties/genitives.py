"""Bonds that "of" alone carries: "the Third Guard of Ilo Varek" (leads), "the Belik unit of the Third Guard" (part_of),
"Colonel Ilo Varek of the Third Guard" (member_of).

The word gives no verb and no office, so that only names are tied by it, and units by a noun of the table.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.claims.arguments.parties import filler
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, reach
from reportedly.records.mention import Form, Kind
from reportedly.resources.lexicon import words

_BODIES = frozenset({Kind.GROUP, Kind.STATE_BODY, Kind.ORGANISATION})


def led_by_name(view: SentenceView) -> Iterator[Draft]:
    """As in "the Third Guard of Ilo Varek": a body with a name, and the person whose it is."""
    for noun, body in _named(view, frozenset({Kind.GROUP})):
        for head in view.prepositional(noun, "of"):
            for person in _names_at(view, head, frozenset({Kind.PERSON})):
                yield from _draft(view, "leads", noun, person, body, "leads-of")


def belonging(view: SentenceView) -> Iterator[Draft]:
    """As in "the Belik unit of the Third Guard", "Colonel Ilo Varek of the Third Guard"."""
    for noun, one in _named(view, _BODIES | {Kind.PERSON}):
        human = one.kind == Kind.PERSON
        for body in _owners(view, noun):
            if not human or body.kind == Kind.GROUP:  # an officer of an army has an office there
                rule = "member-of" if human else "part-of"
                yield from _draft(view, "member_of" if human else "part_of", noun, one, body, rule)
    for noun, word in enumerate(view.tokens):
        if word.tag == "NN" and base(view, noun) in words("membership", "part", "nouns") and _is_body(view, noun):
            for body in _owners(view, noun):
                yield from _draft(view, "part_of", noun, _unit(view, noun), body, "part-of-noun")
        if word.lemma in {"both", "all"} and word.tag == "DT" and noun > 1 and view.tokens[noun - 1].text == ",":
            for body in _owners(view, noun):
                for person in _people_before(view, noun):
                    yield from _draft(view, "member_of", noun, person, body, "member-of")


def _is_body(view: SentenceView, noun: int) -> bool:
    mention = view.mention_at(noun)
    return mention is not None and view.mention(mention).form == Form.NOMINAL and view.mention(mention).kind in _BODIES


def _unit(view: SentenceView, noun: int) -> Filler:
    """The words of a unit up to its noun, without its article ("Belik unit")."""
    first = reach(view, noun)[0]
    first += first < noun and view.tokens[first].tag in {"DT", "PRP$"}
    mention = view.mention_at(noun)
    return Filler(start=view.tokens[first].start, end=view.tokens[noun].end, kind=Kind.GROUP, mention=mention)


def _people_before(view: SentenceView, token: int) -> list[Filler]:
    """The people in the list that ends before ", both of Y"."""
    last = token - 2
    people = [h for m, h in view.heads.items() if h == last and view.mention(m).kind == Kind.PERSON]
    heads = [c for h in people[:1] for c in view.conjuncts(view.first_conjunct(h)) if c <= last]
    return [p for c in heads for p in _names_at(view, c, frozenset({Kind.PERSON}))] if len(heads) > 1 else []


def _named(view: SentenceView, kinds: frozenset[Kind]) -> Iterator[tuple[int, Filler]]:
    for m, head in view.heads.items():
        mention = view.mention(m)
        if mention.form == Form.NAME and mention.kind in kinds:
            yield head, filler(view, m)


def _owners(view: SentenceView, noun: int) -> list[Filler]:
    """The bodies with names that "of" puts behind a noun."""
    return [b for head in view.prepositional(noun, "of")[:1] for b in _names_at(view, head, _BODIES)]


def _names_at(view: SentenceView, head: int, kinds: frozenset[Kind]) -> list[Filler]:
    headed = [m for m, h in view.heads.items() if h == head and view.mention(m).form == Form.NAME]
    return [filler(view, m) for m in headed if view.mention(m).kind in kinds]


def _draft(view: SentenceView, predicate: str, noun: int, one: Filler, body: Filler, rule: str) -> Iterator[Draft]:
    if one.start < body.end and body.start < one.end:
        return
    yield Draft(
        predicate=predicate,
        trigger=noun,
        subject=one,
        object=body,
        identity=True,
        place_fixed=True,
        time_fixed=True,
        rule=rule,
        evidence=(min(one.start, body.start), max(one.end, body.end)),
        confidence=0.65,
        why=f"“of” ties “{view.document.text[one.start : one.end]}” to “{view.document.text[body.start : body.end]}”",
    )
