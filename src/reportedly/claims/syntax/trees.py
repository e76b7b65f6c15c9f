"""Trees as the engine gives them, made safe to walk, and the nouns that they show."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

import msgspec

from reportedly.claims.syntax.reread import reread
from reportedly.records.span import Token
from reportedly.resources.lexicon import words

#: Where a noun stands.
_NOMINAL = frozenset({"pobj", "dobj", "nsubj", "nsubjpass", "attr"})


#: How a noun stands to the verb or preposition before it, by the first letter of that word's tag.
_BRINGS_IN: Final = MappingProxyType({"V": "dobj", "I": "pobj"})
#: What stands before the noun that it belongs to.
_INSIDE = frozenset({"compound", "amod"})


def acyclic(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with every cycle of heads cut at its first token, so that walking a tree always ends.

    A parser that scores arcs one by one may answer with a cycle, and heads outside the sentence would be worse.
    """
    heads = [t.head if 0 <= t.head < len(tokens) else i for i, t in enumerate(tokens)]
    state = [0] * len(tokens)  # 0 not seen, 1 on the way, 2 known to end
    for start in range(len(tokens)):
        path, here = [], start
        while state[here] == 0:
            state[here] = 1
            path.append(here)
            here = heads[here]
        if state[here] == 1:
            heads[here] = here
        for i in path:
            state[i] = 2
    if all(t.head == h for t, h in zip(tokens, heads, strict=True)):
        return tokens
    return tuple(t if t.head == h else msgspec.structs.replace(t, head=h) for t, h in zip(tokens, heads, strict=True))


def rehung(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with what a parser is known to hang in the wrong place put right.

    What says where belongs to the verb, not to its time ("was seen [three times] in Ruda"); a participle that follows a
    noun and has words of its own is a clause on it ("a dealer buying oil"), not a part of its name; an office that is
    hung as a part of the word before it belongs to the name apposed to it ("meets [Doran commander] X"); what has a
    subject and a clause is a verb, whatever its tag ("prosecutors allege X left"); a second "by" is joined to the first
    ("led by X until 2001 and then by Y").
    """
    with_subject = {t.head for t in tokens if t.relation == "nsubj"}
    with_clause = {t.head for i, t in enumerate(tokens) if t.relation == "ccomp" and t.head < i}
    governing = {t.head for i, t in enumerate(tokens) if t.relation in {"dobj", "prep", "agent"} and t.head < i}
    moved = list(tokens)
    for i, token in enumerate(tokens):
        above = tokens[token.head]
        if token.tag == "NN" and token.head == i and i in with_subject & with_clause:
            moved[i] = msgspec.structs.replace(token, tag="VBP")
        elif token.relation == "prep" and above.relation == "npadvmod" and token.head < i:
            verb = tokens[above.head]
            if verb.tag[:1] == "V" and token.lemma in words("where", "locative"):
                moved[i] = msgspec.structs.replace(token, head=above.head)
        elif token.relation in _INSIDE and token.tag in {"VBG", "VBN"} and token.head < i and i in governing:
            moved[i] = msgspec.structs.replace(token, relation="acl")
        elif token.relation == "compound" and token.head < i and above.tag[:1] in _BRINGS_IN:
            name = next((a for a, t in enumerate(tokens) if t.head == i < a and t.relation == "appos"), None)
            if name is not None and tokens[name].tag[:3] == "NNP":
                moved[name] = msgspec.structs.replace(tokens[name], head=token.head, relation=_BRINGS_IN[above.tag[:1]])
                moved[i] = msgspec.structs.replace(token, head=name)
        elif token.lemma == "by" and token.relation in {"conj", "prep"}:
            first = _first_by(tokens, i)
            moved[i] = token if first is None else msgspec.structs.replace(token, head=first, relation="conj")
    return reread(moved)


def _first_by(tokens: tuple[Token, ...], by: int) -> int | None:
    """Of "led by X and then by Y", with the second "by" given, the first; none where no "and" joins the two."""
    before = by - 1
    while before > 0 and tokens[before].tag == "RB":
        before -= 1
    if before < 0 or tokens[before].tag != "CC":
        return None
    earlier = range(before - 1, -1, -1)
    verb = next((t for t in earlier if tokens[t].tag[:1] == "V"), -1)
    return next((t for t in earlier if t > verb and tokens[t].relation == "agent"), None)


def nouns(tokens: tuple[Token, ...]) -> tuple[bool, ...]:
    """Of each token whether it is a noun: by tag, or by its place in the tree where the tagger saw a verb."""
    determined = {t.head for i, t in enumerate(tokens) if t.relation == "det" and t.head != i}
    counted = {t.head for i, t in enumerate(tokens) if t.relation == "nummod" and t.head != i}
    described = {t.head for i, t in enumerate(tokens) if t.relation in _INSIDE and t.head > i}
    return tuple(
        t.tag[:1] == "N"
        or (t.tag == "VBG" and (i in determined or (t.relation == "pobj" and i in described)))
        or (t.tag in {"VBZ", "VB", "VBP", "JJ"} and (i in determined or i in counted or t.relation in _NOMINAL))
        for i, t in enumerate(tokens)
    )
