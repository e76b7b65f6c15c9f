"""Who may be quoted: speakers with a name."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.claims.arguments.parties import filler, is_common, parties
from reportedly.claims.attribution.sayers import last_of_title, named_behind
from reportedly.claims.extractor import Filler
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, has_to, is_in
from reportedly.records.mention import AGENTS, BODIES, BODIES_AND_STATES, Form, Kind
from reportedly.resources.lexicon import words

SPEAKERS = AGENTS - {Kind.POPULATION}
_INNER = frozenset({"pobj", "poss", "compound", "amod", "nmod", "appos"})


def named_speakers(view: SentenceView, heads: Iterable[int], kinds: frozenset[Kind] = SPEAKERS) -> list[Filler]:
    """Of some head tokens the parties with a name: their own, of their chain, or one inside ("Sel army officials")."""
    return [f for f in parties(view, heads, kinds) if is_named(view, f)]


def is_named(view: SentenceView, found: Filler) -> bool:
    """Whether a filler is a name, stands for one, or is described by one.

    A capitalised office stands for its holder ("the Foreign Secretary"); people of a named body stand for the body
    ("Sel army officials"), people of a country do not ("Doran officials").
    """
    if found.mention is not None and view.is_name(found.mention):
        m = view.mention(found.mention)
        return not is_common(view, found.mention) or view.canonical(found.mention) != m.text
    inside = [m for m in view.mentions if found.start <= view.mention(m).start and view.mention(m).end <= found.end]
    names = [view.mention(m) for m in inside if view.mention(m).form in {Form.NAME, Form.ADJECTIVE}]
    if found.kind in BODIES_AND_STATES:
        return bool(names) or _was_told_whose(view, found)
    several = found.mention is not None and view.tokens[view.heads[found.mention]].tag in {"NNS", "NNPS"}
    return (several and any(n.kind in BODIES for n in names)) or _is_capital_office(view, found)


def _was_told_whose(view: SentenceView, found: Filler) -> bool:
    """Whether "the ministry" points back to one of somebody with a name ("Kenya’s foreign ministry")."""
    chain = None if found.mention is None else view.chain(found.mention)
    members = [] if chain is None else [view.mention(m) for m in chain.mentions]
    inside = ((m, view.mention(i)) for m in members for i in view.lookups.mentions_of.get(m.sentence, ()))
    return any(
        m.start <= n.start and n.end <= m.end and n.form in {Form.NAME, Form.ADJECTIVE} and m is not n
        for m, n in inside
    )


def _is_capital_office(view: SentenceView, found: Filler) -> bool:
    """An office in capitals with one holder: "the Foreign Secretary"."""
    inside = [t for t in view.tokens if found.start <= t.start and t.end <= found.end]
    if found.kind != Kind.PERSON or not inside or (inside[0].start == view.sentence.start and len(inside) == 1):
        return False
    return all(t.tag == "NNP" and t.text[:1].isupper() for t in inside)


def speakers_of(view: SentenceView, verb: int) -> list[Filler]:
    """Who speaks by a verb of saying: its doers, else the name right beside it, where the tree hung it elsewhere."""
    doers = view.doers(verb)
    titled = last_of_title(view, doers, verb)
    doers = doers if titled is None else [titled]
    found = [*named_speakers(view, doers), *_governments(view, doers)]
    if found or view.is_passive(verb) or parties(view, view.doers(verb), SPEAKERS):
        return found
    token = view.tokens[verb]
    if token.tag not in {"VBD", "VBZ", "VBP"} or token.relation in {"acl", "amod"}:
        return found
    beside = _before(view, verb)
    if beside is None and not view.dependents(verb, "nsubj", "csubj"):
        beside = _behind(view, verb)
    return [] if beside is None else [filler(view, beside)]


def _governments(view: SentenceView, heads: Iterable[int]) -> list[Filler]:
    """Of "Washington said", "Brussels condemned": places do not speak, those who govern from there do."""
    return [
        Filler(start=view.mention(m).start, end=view.mention(m).end, kind=Kind.STATE, mention=m)
        for h in heads
        for m in view.mentions
        if view.heads[m] == h and view.mention(m).form == Form.NAME and view.mention(m).kind == Kind.PLACE
    ]


def _before(view: SentenceView, verb: int) -> int | None:
    """The name that ends right before a verb, also with a description between commas: "X, editor of Y, said"."""
    at = verb - 1
    while at > 0 and view.tokens[at].relation in {"aux", "advmod", "neg"}:
        at -= 1
    if at > 0 and view.tokens[at].text == ",":
        opening = next((i for i in range(at - 1, 0, -1) if view.tokens[i].text == ","), 0)
        name = _ending_at(view, opening - 1) if opening else None
        described = name is not None and any(
            opening < c < at for c in view.dependents(view.heads[name], "appos", "relcl", "acl")
        )
        return name if described else None
    return _ending_at(view, at)


def _behind(view: SentenceView, verb: int) -> int | None:
    """The name right after a verb that a quotation or a comma stands before: "…”, added the agency"."""
    if verb == 0 or view.tokens[verb - 1].tag not in {",", "''"}:
        return None
    found = named_behind(view, verb)
    return found if found is not None and _speaks(view, found) else None


def _ending_at(view: SentenceView, token: int) -> int | None:
    """The name that ends with a token and is no part of a longer phrase."""
    if token < 0:
        return None
    end = view.tokens[token].end
    found = next((m for m in view.mentions if view.mention(m).end == end and _speaks(view, m)), None)
    return None if found is None or view.tokens[view.heads[found]].relation in _INNER else found


def _speaks(view: SentenceView, mention: int) -> bool:
    m = view.mention(mention)
    return m.form == Form.NAME and m.kind in SPEAKERS and not is_common(view, mention)


def called_up(view: SentenceView, verb: int) -> list[int]:
    """Head tokens of whom somebody calls to say something: of "called Varek to urge restraint" Varek.

    Trees take him for the one who urges, or for a name that is given.
    """
    if base(view, verb) not in words("address", "named_only"):
        return []
    lone = [] if view.dependents(verb, "dobj", "dative") else view.dependents(verb, "oprd")
    if lone and not view.is_passive(verb) and all(view.is_person(t) for t in lone):
        return lone  # "called Varek by phone", with Varek taken for what somebody is called
    acts = [c for c in view.dependents(verb, "ccomp", "xcomp", "advcl") if is_in(view, c, "address", "called_to")]
    acts = [c for c in acts if has_to(view, c)]
    found = [s for c in acts for s in view.dependents(c, "nsubj")]
    found += view.dependents(verb, "dobj", "dative", "oprd") if acts else []
    return [t for t in found if t > verb]
