"""Who held an office before or after the one of whom it is told: "succeeding Z", "he was succeeded by Z"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from reportedly.claims.arguments.descriptions import Link, Said, holders
from reportedly.claims.distinct import is_same
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.modality.aims import Aim, aim, held
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base
from reportedly.records.mention import Kind
from reportedly.resources.lexicon import words

_PERSON = frozenset({Kind.PERSON})


def heirs(view: SentenceView, told: Iterable[Draft]) -> Iterator[Draft]:
    """Of "X, the head of Y, was succeeded by Z" that Z heads Y. told: the offices that the sentence tells."""
    offices = [d for d in told if d.object is not None and d.subject is not None]
    for verb, word in enumerate(view.tokens) if offices else ():
        follows = word.tag[:1] == "V" and base(view, verb) in {"succeed", "replace"} and view.is_passive(verb)
        how = aim(view, verb) if follows else Aim.PURPOSE
        if how in {Aim.PURPOSE, Aim.TRIED, Aim.FAILED} or any(d.trigger == verb for d in offices):
            continue
        out = holders(view, view.subjects(verb), _PERSON)
        new = holders(view, [t for a in view.agents(verb) for t in (a, *view.appositives(a))], _PERSON)
        for draft in offices:
            if any(draft.subject is not None and is_same(view, draft.subject, o) for o in out):
                yield from (held(_passed_on(draft, verb, z), how) for z in new[:1])


def _passed_on(draft: Draft, verb: int, heir: Filler) -> Draft:
    return msgspec.structs.replace(
        draft,
        subject=heir,
        trigger=verb,
        former=False,
        time=None,
        time_fixed=False,
        evidence=None,
        identity=False,
        rule="heir",
        confidence=0.65,
        why="who succeeds somebody has the office that he had",
    )


def others_in_turn(view: SentenceView, said: Said) -> list[Filler]:
    """Of "X was head of Y, succeeding Z", "X became head of Y, replacing Z" Z, who headed it before or after."""
    verb = said.trigger
    if said.link not in {Link.COPULA, Link.AS} or view.tokens[verb].tag[:1] != "V":
        return []
    turns = [t for t, word in enumerate(view.tokens) if t > verb and word.tag == "VBG" and verb in view.ancestors(t)]
    turns = [t for t in turns if base(view, t) in words("offices", "verbs", "in_turn")]
    turns = [
        t for t in turns if all(view.tokens[a].tag[:1] != "V" or a in {verb, *turns} for a in _up_to(view, t, verb))
    ]
    people = holders(view, [o for t in turns for o in view.objects(t)], _PERSON)
    return [p for p in people if p.start != said.holder.start]


def _up_to(view: SentenceView, token: int, above: int) -> Iterator[int]:
    for ancestor in view.ancestors(token):
        yield ancestor
        if ancestor == above:
            return
