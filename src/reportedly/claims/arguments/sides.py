"""Who acts and who is acted on in a bond: parties by their heads, with what only lasting ties tell of.

"Ankara backs …" is said of a government, "on the side of the Dorans" of their state, "accused X of arming Y" of X.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from reportedly.claims.arguments.descriptions import Link, said_of
from reportedly.claims.arguments.parties import filler, owners, parties
from reportedly.claims.extractor import Filler
from reportedly.claims.syntax.grammar import OBJECTS, SentenceView
from reportedly.claims.syntax.hanging import answered_once
from reportedly.claims.syntax.phrases import base
from reportedly.claims.syntax.relatives import each_named
from reportedly.records.mention import AGENTS, Form, Kind
from reportedly.resources.lexicon import words
from reportedly.text.lemmas import lemma


# ---- prepositions
def reached(view: SentenceView, token: int, *prepositions: str) -> list[int]:
    """Objects of these prepositions below a token, those of a second one coordinated with the first too.

    As in "tied to A and its B, and to C".
    """
    found = view.prepositional(token, *prepositions)
    firsts = [p for p in view.dependents(token, "prep", "dative") if view.tokens[p].lemma in prepositions]
    seconds = [c for p in [*firsts, token] for c in view.dependents(p, "conj") if view.tokens[c].tag in {"IN", "TO"}]
    for p in seconds:
        if view.tokens[p].lemma in prepositions:
            found += [c for h in view.dependents(p, "pobj") for c in view.conjuncts(h) if c not in found]
    return found


def overlap(a: Filler, b: Filler) -> bool:
    """Whether two fillers share words."""
    return a.start < b.end and b.start < a.end


def same(view: SentenceView, a: Filler, b: Filler) -> bool:
    """Whether two fillers stand for the same."""
    if a.mention is None or b.mention is None:
        return False
    chain = view.chain_index(a.mention)
    return chain is not None and chain == view.chain_index(b.mention)


# ---- who acts
def actors(view: SentenceView, tokens: Iterable[int], kinds: frozenset[Kind] = AGENTS) -> list[Filler]:
    """The parties among some heads, capitals that stand for their governments too ("Ankara backs …")."""
    tokens = [c for t in tokens for w in _whole(view, t) for c in each_named(view, w) or [w]]
    found = sides(view, tokens, kinds)
    if found and Kind.STATE in kinds:
        found = sorted([*found, *_listed_nations(view, tokens)], key=lambda f: f.start)
    if found or Kind.STATE not in kinds:
        return found
    return [
        msgspec.structs.replace(filler(view, m), kind=Kind.STATE)
        for t in tokens
        for m in view.headed.get(t, ())
        if view.mention(m).form == Form.NAME and view.mention(m).kind == Kind.PLACE
    ]


def _listed_nations(view: SentenceView, tokens: list[int]) -> list[Filler]:
    """Of "the U.S., French and Royal Navy" the French, who stand in the list as an adjective."""
    listed = [t for t in tokens if view.tokens[t].tag == "JJ" and len(tokens) > 1]
    found = [m for t in listed for m in view.headed.get(t, ()) if view.mention(m).kind == Kind.STATE]
    return [filler(view, m) for m in found if view.mention(m).form == Form.ADJECTIVE]


def sides(view: SentenceView, tokens: Iterable[int], kinds: frozenset[Kind] = AGENTS) -> list[Filler]:
    """The parties among some heads, with those that only bonds tell of.

    Peoples that stand for their states ("on the side of the Dorans"), "the Doran state", kin by whose they are ("her
    mother"), and the names that "including" adds to a description.
    """
    tokens = list(tokens)
    found = {f.start: f for f in parties(view, tokens, kinds)}
    for token in tokens:
        for m in view.headed.get(token, ()):
            mention = view.mention(m)
            if mention.kind not in kinds:
                continue
            if mention.form == Form.ADJECTIVE and view.tokens[token].tag[:1] == "N":
                found.setdefault(mention.start, filler(view, m))
            elif any(same(view, f, filler(view, m)) for f in found.values()):
                continue  # "Varek’s son, Ilo Varek,": the name, not the description
            elif mention.form == Form.NOMINAL and _is_someones(view, m, token):
                found = {k: f for k, f in found.items() if not mention.start <= k < mention.end}
                start = mention.start if mention.kind == Kind.PERSON else min(filler(view, m).start, mention.end)
                found[mention.start] = Filler(start=start, end=mention.end, kind=mention.kind, mention=m)
        for said in said_of(view, token, kinds) if view.tokens[token].tag in {"NNS", "NNPS"} else ():
            if said.link == Link.EXAMPLE:
                found.setdefault(said.holder.start, said.holder)
    return [found[k] for k in sorted(found)]


def _is_someones(view: SentenceView, mention: int, token: int) -> bool:
    """Whether a description says whose: states and groups by an adjective, a government by "of", kin by an owner."""
    kind = view.mention(mention).kind
    if kind in {Kind.STATE, Kind.GROUP}:
        return any(view.mention(m).form == Form.ADJECTIVE for c in view.dependents(token, "amod") for m in _at(view, c))
    if kind == Kind.STATE_BODY:
        named = [m for t in view.prepositional(token, "of") for m in _at(view, t) if view.mention(m).form == Form.NAME]
        return any(view.mention(m).end <= view.mention(mention).end for m in named)
    kin = base(view, token) in words("kinship", "nouns") - words("kinship", "left_out")
    return kin and bool(view.dependents(token, "poss"))


def _at(view: SentenceView, token: int) -> list[int]:
    return view.headed.get(token, [])


@answered_once
def verb_base(view: SentenceView, token: int) -> str | None:
    """The base form of a verb, of one read as a noun with an object too ("for funding X", "the rebels control X")."""
    word = view.tokens[token]
    if word.tag[:1] == "V":
        return base(view, token)
    if word.tag not in {"NN", "NNS"} or not view.dependents(token, "dobj"):
        return None
    return lemma(word.text.lower(), "VBG" if word.text.endswith("ing") else "VBZ" if word.tag == "NNS" else "VB")


def owners_of(view: SentenceView, noun: int, kinds: frozenset[Kind] = AGENTS) -> list[Filler]:
    """`owners`, a capital that stands for its government too ("Ankara’s backing")."""
    return owners(view, noun, kinds) or actors(view, view.dependents(noun, "poss"), kinds)


def undergoers_of(view: SentenceView, verb: int) -> list[int]:
    """To whom it is done; of "rebels, armed and trained by Doran," the rebels too."""
    first = view.first_conjunct(verb)
    described = view.tokens[first].relation == "amod" and bool(view.agents(verb))
    return [view.tokens[first].head] if described else view.undergoers(verb)


def doers_of(view: SentenceView, verb: int, verbs: frozenset[str], kinds: frozenset[Kind] = AGENTS) -> list[Filler]:
    """Who does it; of "Doran funds and trains X", read as the funds of Doran, Doran too."""
    found = actors(view, _blamed(view, verb) or _committed(view, verb) or view.doers(verb), kinds)
    if not found and view.tokens[verb].tag[:1] == "N":
        return owners(view, verb, kinds)
    first = view.first_conjunct(verb)
    if found or first == verb or view.tokens[first].tag[:1] != "N" or base(view, first) not in verbs:
        return found
    return owners(view, first, kinds)


def _blamed(view: SentenceView, verb: int) -> list[int]:
    """As in "accused X of backing Y", "sanctioned X for backing Y": X."""
    first = view.first_conjunct(verb)
    token = view.tokens[first]
    if (
        token.relation != "pcomp"
        or not token.text.endswith("ing")
        or view.tokens[token.head].lemma not in {"of", "for"}
    ):
        return []
    above = view.tokens[token.head].head
    if view.tokens[above].relation in OBJECTS and view.tokens[view.tokens[above].head].tag[:1] == "V":
        above = view.tokens[above].head
    elif view.tokens[above].relation == "pobj" and view.tokens[view.tokens[above].head].relation == "agent":
        above = view.tokens[view.tokens[above].head].head  # "was accused by X of backing Y"
    return view.undergoers(above) if view.tokens[above].tag[:1] == "V" else []


def _committed(view: SentenceView, verb: int) -> list[int]:
    """As in "Doran renewed its promise to back X", "Doran’s plan to back X": Doran."""
    first = view.first_conjunct(verb)
    token, noun = view.tokens[first], view.tokens[first].head
    if token.relation == "pcomp":  # "its commitment to backing X"
        noun = view.tokens[noun].head
    elif token.relation != "acl" or token.tag != "VB":
        return []
    if view.tokens[noun].tag[:1] != "N":
        return []
    owned = view.dependents(noun, "poss")
    if owned or token.relation == "pcomp":
        return owned
    above = view.tokens[noun].head
    return view.doers(above) if view.tokens[noun].relation == "dobj" and view.tokens[above].tag[:1] == "V" else []


def _whole(view: SentenceView, token: int) -> list[int]:
    """Of "X, some of which", "X, many of whom" the X, of "X and Y, both of whom" both."""
    inner = [c for p in view.dependents(token, "prep") for c in view.dependents(p, "pobj")]
    if any(view.tokens[c].tag in {"WDT", "WP"} for c in inner):
        verbs = (t for t in view.ancestors(token) if view.tokens[t].tag[:1] == "V")
        clause = next((t for t in verbs if view.tokens[view.tokens[t].head].tag[:1] == "N"), None)
        if clause is not None:
            head = view.tokens[clause].head
            every = view.lows[token] in words("described", "measure", "every")
            return view.conjuncts(view.first_conjunct(head)) if every else [head]
    return [token]
