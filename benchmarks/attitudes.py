"""What somebody wants, knows, judges or plans: attributions that data sets of reported speech hold beside what is said.

They hedge and credit no claim, so the product does not read them; only the attribution benchmark does. The words stand
in `attitudes.toml`. The notion is that of Pareti's attribution relations: a source, an attitude, what it is about.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import msgspec

from reportedly.claims.attribution.reports import clauses_of_paper
from reportedly.claims.attribution.sayers import sayers_of
from reportedly.claims.attribution.tellers import Stance, Statement, Teller, tellers_of
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, has_to

_FILE: Final = Path(__file__).resolve().parent / "attitudes.toml"
_CLAUSES: Final = ("ccomp", "xcomp")


@cache
def _table() -> MappingProxyType[str, Any]:
    return MappingProxyType(msgspec.toml.decode(_FILE.read_bytes()))


@cache
def _words(part: str, name: str) -> frozenset[str]:
    return frozenset(_table()[part][name])


def attitudes(view: SentenceView, known: Set[int]) -> Iterator[Statement]:
    """The attitudes of a sentence, as statements. known: tokens that are cues already."""
    for token, word in enumerate(view.tokens):
        if token in known:
            continue
        if word.tag[:2] == "VB":
            yield from _of_verb(view, token, known)
        elif word.tag[:2] == "NN":
            yield from _of_noun(view, token)


# ---- verbs
def _of_verb(view: SentenceView, verb: int, known: Set[int]) -> Iterator[Statement]:
    passive = view.is_passive(verb)
    if any(c in known for c in view.dependents(verb, "xcomp")):
        return  # "declined to say whether …" is one attribution
    content = set(_clauses(view, verb)) | set(_named(view, verb)) | set(_prepositions(view, verb))
    if not content and not passive:
        content = set(_things(view, verb))
    tellers = tellers_of(view, view.agents(verb)) if passive else sayers_of(view, verb)
    if not passive and not _can_hold(view, verb, tellers):
        return
    if content and (tellers or passive):
        yield Statement(cue=verb, stance=Stance.SETTLED, content=frozenset(content - {verb}), tellers=tellers)


def _can_hold(view: SentenceView, verb: int, tellers: tuple[Teller, ...]) -> bool:
    """Whether somebody holds it: "polls show", "she showed"; what only shows does not want or judge."""
    if base(view, verb) not in {"show", "indicate", "suggest", "prove", "demonstrate", "reflect"}:
        return True
    return any(base(view, t.head) in _words("nouns", "shown") for t in tellers)


def _clauses(view: SentenceView, verb: int) -> Iterator[int]:
    """ "that it is so", "to go", "leaving": without whoever is asked to ("urged Y to …")."""
    name = base(view, verb)
    for clause in view.dependents(verb, *_CLAUSES):
        infinitive = has_to(view, clause)
        if name not in _words("verbs", "infinitive" if infinitive else "clause"):
            continue
        asked = view.dependents(clause, "nsubj") if infinitive else []
        yield from set(view.subtree(clause)) - {t for s in asked for t in view.subtree(s)}


def _named(view: SentenceView, verb: int) -> Iterator[int]:
    """ "called it a lie", "dismissed it as a lie": the thing too."""
    if base(view, verb) not in _words("verbs", "naming"):
        return
    said = view.dependents(verb, "oprd")
    said += [c for c in view.dependents(verb, "ccomp") if view.tokens[c].tag[:1] in {"N", "J"} and c > verb]
    said += [p for p in view.dependents(verb, "prep") if view.tokens[p].lemma == "as"]
    if said:
        for part in [*said, *view.dependents(verb, "dobj")]:
            yield from view.subtree(part)


def _prepositions(view: SentenceView, verb: int) -> Iterator[int]:
    wanted = _table()["prepositions"].get(base(view, verb), ())
    for phrase in view.dependents(verb, "prep"):
        if phrase > verb and view.tokens[phrase].lemma in wanted:
            yield from view.subtree(phrase)


def _things(view: SentenceView, verb: int) -> Iterator[int]:
    """ "criticized the plan": no person, and of words with many senses only what is said or planned itself."""
    name = base(view, verb)
    if name not in _words("verbs", "object"):
        return
    for thing in view.dependents(verb, "dobj"):
        spoken = base(view, thing) in _words("nouns", "held") or view.dependents(thing, "acl")
        if view.is_person(thing) or view.tokens[thing].tag in {"PRP", "WDT", "WP"}:
            continue
        if spoken or name not in _words("verbs", "careful"):
            yield from view.subtree(thing)


# ---- nouns
def _of_noun(view: SentenceView, noun: int) -> Iterator[Statement]:
    if base(view, noun) not in _words("nouns", "held") or clauses_of_paper(view, noun):
        return
    clauses = [
        c for c in view.dependents(noun, "ccomp", "acl", "xcomp") if has_to(view, c) or _opens_with_that(view, c)
    ]
    content = {t for c in clauses for t in view.subtree(c)}
    if not content:
        return
    above = view.tokens[noun].head
    tellers = tellers_of(view, view.dependents(noun, "poss"))
    tellers = tellers or tellers_of(view, view.prepositional(noun, "by", "from"))
    if not tellers and view.tokens[noun].relation == "dobj" and base(view, above) in _words("nouns", "light"):
        tellers = sayers_of(view, above)
    yield Statement(cue=noun, stance=Stance.SETTLED, content=frozenset(content), tellers=tellers, verb=False)


def _opens_with_that(view: SentenceView, clause: int) -> bool:
    return any(view.tokens[m].lemma == "that" for m in view.dependents(clause, "mark"))
