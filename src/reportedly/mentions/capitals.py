"""Capitals that stand for their state: "Ruda denied it", "armed by Ruda", "talks between Ruda and Belik"."""

from __future__ import annotations

from reportedly.mentions.candidate import Line
from reportedly.resources.lexicon import words

_ACTING = words("shapes", "capitals", "acting")
_ADDRESSED = words("shapes", "capitals", "addressed")
_DEALINGS = words("shapes", "capitals", "dealings")
_OWNED = words("shapes", "capitals", "owned")


def acts(line: Line, first: int, last: int) -> bool:
    """Whether the name of a capital in tokens first..last does or is told what only a state can."""
    head = line.head_of(first, last)
    seen = {head}
    while line.tokens[head].relation == "conj" and line.tokens[head].head not in seen:
        head = line.tokens[head].head  # "Ruda and Belik accused each other"
        seen.add(head)
    token = line.tokens[head]
    governor = line.tokens[token.head]
    if token.relation == "nsubj":
        return governor.lemma in _ACTING and line.tags[token.head][:1] == "V"
    if token.relation in {"dobj", "nsubjpass"}:
        return governor.lemma in _ADDRESSED
    if token.relation == "poss":
        return governor.lemma in _OWNED
    if token.relation != "pobj":
        return False
    above = line.tokens[governor.head]
    if governor.lemma == "alongside":
        return above.lemma in {"fight", "side"}
    if governor.lemma == "by":
        return above.tag == "VBN" and above.lemma in _ACTING
    return governor.lemma in {"with", "between"} and above.lemma in _DEALINGS
