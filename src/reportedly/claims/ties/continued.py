"""Lists that go on over the full stop: "The Third Front has three commanders. They include Ilo Varek."."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.claims.arguments.bodies import bodies_at
from reportedly.claims.arguments.parties import parties
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base
from reportedly.claims.ties.posts import office_class, read_post
from reportedly.records.mention import BODIES, Form, Kind
from reportedly.resources.lexicon import words


def continued(view: SentenceView, *, members: bool) -> Iterator[Draft]:
    """Drafts of holds_position, or with `members` of member_of, for those whom "they include" counts among a plural of
    the sentence before.
    """
    verb = _counting(view)
    before = view.previous if verb is not None else None
    if verb is None or before is None or before.sentence.block != view.sentence.block:
        return
    plurals = [t for t, word in enumerate(before.tokens) if word.tag == "NNS" and _is_told(before, t, members=members)]
    names = [*view.objects(verb), *view.dependents(verb, "attr"), *view.dependents(verb, "nsubj")]
    names = [c for n in dict.fromkeys(names) for c in view.conjuncts(n) if view.is_person(c)]
    if not plurals:
        return
    post = read_post(before, plurals[-1])
    bodies = [b for b in post.bodies or _having(before, plurals[-1]) if b.kind in BODIES]
    for person in parties(view, dict.fromkeys(names), frozenset({Kind.PERSON})):
        for body in bodies:
            yield Draft(
                predicate="member_of" if members else "holds_position",
                trigger=verb,
                subject=person,
                object=body,
                role=post.role,
                place_fixed=True,
                rule="list-goes-on",
                confidence=0.65,
                why=f"“{view.tokens[verb].text}” counts them among “{before.tokens[plurals[-1]].text}”",
            )


def _having(view: SentenceView, noun: int) -> list[Filler]:
    """Of "the Third Front has three commanders" the Front."""
    verb = view.tokens[noun].head
    has = view.tokens[noun].relation == "dobj" and base(view, verb) == "have"
    return [b for s in view.subjects(verb) for b in bodies_at(view, s)] if has else []


def _counting(view: SentenceView) -> int | None:
    """The verb of "they include X", "among them are X and Z"."""
    for verb in range(1, min(5, len(view.tokens))):
        opening = set(view.lows[:verb])
        if base(view, verb) == "include" and opening <= {"they", "these", "those", "also"}:
            return verb
        if base(view, verb) == "be" and list(view.lows[:verb]) == ["among", "them"]:
            return verb
    return None


def _is_told(view: SentenceView, noun: int, *, members: bool) -> bool:
    if members:
        return base(view, noun) in words("membership", "member", "nouns")
    return office_class(view, noun) in {"head", "office"} and not any(
        view.mention(m).form == Form.NAME for m in view.headed.get(noun, ())
    )
