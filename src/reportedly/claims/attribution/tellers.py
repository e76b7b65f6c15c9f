"""Statements as records, and the words that name their voices ("Varek", "two officials", "a news release")."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

import msgspec

from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, is_in, phrase
from reportedly.records.mention import AGENTS, BODIES, Form, Kind, Mention
from reportedly.resources.lexicon import words

_RELATIVE = frozenset({"WDT", "WP", "WP$"})
_HEARERS = frozenset({"dobj", "dative"})


class Teller(msgspec.Struct, frozen=True, kw_only=True):
    """The words that name a voice. head: their governing token; mention: if one stands there."""

    start: int
    end: int
    head: int
    mention: int | None = None


class Stance(StrEnum):
    """How the teller holds the content."""

    SAYS = "says"
    SETTLED = "settled"  # told as so by the report itself ("decided that", "saw that")
    THINKS = "thinks"
    DENIES = "denies"
    SHOWS = "shows"  # puts out a picture or paper that shows it: credited, not hedged
    WITHHOLDS = "withholds"  # "could not confirm that": claims nothing, denies nothing


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """One act of saying. tellers: outermost first, as far as told by this cue. cue: its verb, noun or preposition.

    verb: whether the cue is a verb of saying that may bring in a quotation. colon: what follows the sentence's colon is
    said. content: tokens of this sentence.
    """

    cue: int
    stance: Stance
    content: frozenset[int]
    tellers: tuple[Teller, ...] = ()
    verb: bool = True
    colon: bool = False


def teller_at(view: SentenceView, head: int) -> Teller | None:
    """The voice that a head token names: a mention, or the phrase around it ("two officials", "a news release")."""
    word = view.tokens[head]
    if word.tag in _RELATIVE or word.tag == "EX" or word.tag[:1] not in {"N", "P", "C", "J", "D", "X", "F"}:
        return None
    headed = [m for m in view.headed.get(head, ()) if view.mention(m).form != Form.ADJECTIVE]
    mention = max(headed, key=lambda m: view.mention(m).end - view.mention(m).start, default=None)
    if mention is None:
        at = view.mention_at(head)
        mention = at if at is not None and view.mention(at).form == Form.NAME else None
    if mention is not None and view.mention(mention).form in {Form.NAME, Form.PRONOUN}:
        m = view.mention(mention)
        return Teller(start=_with_owner(view, head, m), end=m.end, head=head, mention=mention)
    if word.tag in {"PRP", "DT"}:
        return None
    named = _apposed(view, head)
    if named is not None:
        return named
    start, end = phrase(view, head)
    if base(view, head) in words("voices", "nouns", "papers"):
        for p in view.dependents(head, "prep"):
            if view.tokens[p].lemma in {"of", "from", "by"}:
                inner = [phrase(view, h)[1] for h in view.dependents(p, "pobj")]
                end = max([end, *inner])
    return Teller(start=min(start, _opening(view, head, start)), end=end, head=head, mention=mention)


def _opening(view: SentenceView, head: int, start: int) -> int:
    """Where a description begins whose first words the tree hung elsewhere ("the Sel Watch report")."""
    mention = view.mention_at(head)
    if mention is None or view.mention(mention).end != view.tokens[head].end:
        return start
    told = (t for t in view.tokens[:head] if t.start >= view.mention(mention).start and t.tag != "DT")
    return next((t.start for t in told), start)


def _with_owner(view: SentenceView, head: int, mention: Mention) -> int:
    """Where a voice begins: one that is only called "Office" or "Ministry" is told by whose it is."""
    owners = view.dependents(head, "poss")
    common = " " not in mention.text and is_in(view, head, "voices", "kinds", "official")
    return phrase(view, owners[0])[0] if owners and common and mention.form == Form.NAME else mention.start


def is_plain_paper(view: SentenceView, teller: Teller) -> bool:
    """Whether a teller is only "the release", "the report": one that the document has named before, if at all."""
    words_before = view.tokens[teller.head - 1].text.lower() if teller.head else ""
    alone = view.tokens[teller.head].start == teller.start and view.tokens[teller.head].end == teller.end
    return (
        alone
        and words_before in {"the", "this", "that"}
        and (base(view, teller.head) in words("voices", "nouns", "papers"))
    )


def _apposed(view: SentenceView, head: int) -> Teller | None:
    """As in "the ministry's spokesman, X," or "spokesman X" read with the office as head."""
    article = next((view.tokens[c].text.lower() for c in view.dependents(head, "det")), "")
    for other in view.appositives(head):
        if other < head and article in {"a", "an", "one"}:
            continue  # "will meet X, an aide said"
        for m, h in view.heads.items():
            office = base(view, head) in words("voices", "kinds", "official")
            speaks = view.mention(m).kind in (AGENTS if office else BODIES | {Kind.PERSON})
            if h == other and view.mention(m).form == Form.NAME and speaks:
                return Teller(start=view.mention(m).start, end=view.mention(m).end, head=other, mention=m)
    return None


def tellers_of(view: SentenceView, heads: Iterable[int]) -> tuple[Teller, ...]:
    """The voices that some head tokens name, lists spread out, each once."""
    found = (teller_at(view, h) for head in heads for h in [*view.conjuncts(head), *_behind_name(view, head)])
    unique = {s.start: s for s in found if s is not None}
    return tuple(unique.values())


def _behind_name(view: SentenceView, head: int) -> list[int]:
    """Of "the minister, A, and the army chief, B, said" the chief, which the tree joins to A."""
    named = [a for a in view.appositives(head) if a > head and view.is_person(a) and not view.is_person(head)]
    return [c for a in named for c in view.conjuncts(a) if c > a and not view.is_person(c)]


def is_voice(view: SentenceView, head: int) -> bool:
    """Whether somebody or something that speaks is meant ("citing officials", not "citing security")."""
    mention = view.mention_at(head)
    if mention is not None and view.mention(mention).form == Form.NAME and view.mention(mention).kind in AGENTS:
        return True
    if mention is not None and view.mention(mention).kind == Kind.PERSON and view.tokens[head].tag[:1] == "N":
        return True  # "quoting his brother"
    name = base(view, head)
    kinds = ("official", "witness", "outlet", "anonymous")
    return any(name in words("voices", "kinds", k) for k in kinds) or name in words("voices", "nouns", "papers")


def names_outlet(name: str) -> bool:
    """Whether a name is that of a paper, agency or broadcaster, by a word in it."""
    folded = name.lower()
    return bool(set(folded.split()) & words("voices", "kinds", "outlet")) or folded in words(
        "voices", "kinds", "outlet"
    )


def hearers(view: SentenceView, verb: int) -> tuple[Teller, ...]:
    """As in "told the Ruda Post": an outlet that passes it on, which is the outer voice."""
    heads = [h for h in view.dependents(verb, *_HEARERS) if h > verb]
    for p in view.dependents(verb, "prep", "dative"):
        if view.tokens[p].lemma == "to":
            heads += view.dependents(p, "pobj")
    found = []
    for head in heads:
        mention = view.mention_at(head)
        if mention is None or view.mention(mention).form != Form.NAME:
            telling = base(view, verb) in words("voices", "verbs", "telling")
            if telling and is_in(view, head, "voices", "nouns", "outlets"):
                start, end = phrase(view, head)
                found.append(Teller(start=start, end=end, head=head, mention=mention))  # "told state radio"
            continue
        told = view.mention(mention).kind == Kind.ORGANISATION and base(view, verb) in {"tell", "say", "speak"}
        outlet = told or names_outlet(view.mention(mention).text)
        if outlet:
            m = view.mention(mention)
            found.append(Teller(start=m.start, end=m.end, head=head, mention=mention))
    return tuple(found)
