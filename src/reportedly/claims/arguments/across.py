"""Names that a comma parts from a description of theirs, where the tree hangs it elsewhere or sees no apposition."""

from __future__ import annotations

from reportedly.claims.arguments.holding import opens_sentence
from reportedly.claims.arguments.ranks import gap_without_ranks
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, reach
from reportedly.records.mention import BODIES, Form, Kind
from reportedly.resources.lexicon import words


def across_comma(view: SentenceView, noun: int, kinds: frozenset[Kind]) -> list[int]:
    """The name that a comma parts from a description, where the tree saw none but the document joins the two."""
    first = reach(view, noun)[0]
    start = first - (first > 0 and view.tokens[first - 1].tag in {"DT", "PRP$"})
    headed = [m for m in view.headed.get(noun, ()) if view.mention(m).form == Form.NOMINAL]
    for m in (n for n in view.mentions if view.mention(n).form == Form.NAME and view.mention(n).kind in kinds):
        mention = view.mention(m)
        joined = any(view.chain_index(n) == view.chain_index(m) for n in headed)
        before = (
            gap_without_ranks(view, mention.end, view.tokens[start].start)
            if mention.end <= view.tokens[start].start
            else None
        )
        end = max((view.mention(n).end for n in headed), default=view.tokens[max(view.subtree(noun))].end)
        after = gap_without_ranks(view, end, mention.start) if end <= mention.start else None
        joined = joined or (view.tokens[noun].lemma in words("offices", "words", "one") and before == ",")
        name = view.tokens[view.heads[m]]  # "A leader of Y, X said, was ill": not he
        subject = name.relation in {"nsubj", "nsubjpass"} and view.words_from(name.head + 1, 1) != ","
        joined = joined or (subject and after in {",", ",the"} and opens_sentence(view, noun, first))
        if joined and (before in {",", "(", "-", "–", "—"} or after in {",", ",the", "-", "–", "—", ":"}):
            return [view.heads[m]]
    return []


def who_is_born(view: SentenceView, noun: int) -> list[int]:
    """Of "X was born in Y, the fifth child of Z", with the child apposed to Y, the X."""
    preposition = view.tokens[noun].head
    verb = view.tokens[preposition].head
    there = view.tokens[noun].relation == "pobj" and view.tokens[preposition].lemma in {"in", "at", "near"}
    return view.subjects(verb) if there and base(view, verb) == "bear" and view.is_passive(verb) else []


def before_bracket(view: SentenceView, noun: int) -> list[int]:
    """Of "X (a deputy) and Y (an officer of Z)", with the officer apposed to X, Y: who stands before the bracket."""
    opening = next((t for t in range(noun - 1, -1, -1) if view.tokens[t].text in {"(", ")"}), -1)
    if opening < 1 or view.tokens[opening].text == ")":
        return []
    end = view.tokens[opening - 1].end
    return [h for m, h in view.heads.items() if view.mention(m).end == end and view.is_person(h)][:1]


def next_in_list(view: SentenceView, noun: int) -> list[int]:
    """Of "President X, the Speaker of Parliament, Y, and the mayor, Z," the Y: X has his office before his name."""
    above = view.tokens[noun].head
    offices = words("offices", "nouns", "head") | words("offices", "nouns", "office")
    if not view.is_person(above) or not any(view.lows[c] in offices for c in view.dependents(above, "compound")):
        return []
    for c in view.dependents(noun, "conj"):
        named = view.mention_at(c) if c > noun and view.is_person(c) else None
        if named is not None:
            before = [t for t in range(noun, c) if view.tokens[t].end <= view.mention(named).start]
            if view.lows[before[-1]] == "," and view.words_from(c + 1, 1) == ",":
                return [c]
    return []


def body_before(view: SentenceView, noun: int) -> list[int]:
    """Of "the leader of X (XY), the armed wing of Z", with the wing apposed to a person, the X."""
    above = view.tokens[noun].head
    kinds = {token: {view.mention(m).kind for m in view.headed.get(token, ())} for token in (noun, above)}
    if kinds[above] != {Kind.PERSON} or not kinds[noun] & BODIES:
        return []
    first = reach(view, noun)[0]
    first -= first > 0 and view.tokens[first - 1].tag == "DT"
    inside = range(above + 1, first)
    if view.words_from(first - 1, 1) != ",":
        return []
    opened = [t for t in inside if view.tokens[t].text == "("]
    closed = opened[-1] - 1 if opened and view.tokens[first - 2].text == ")" else first - 2
    return [h for m, h in view.heads.items() if h in inside and view.is_body(h) and _ends_at(view, m, closed)][:1]


def _ends_at(view: SentenceView, mention: int, token: int) -> bool:
    return view.mention(mention).end == view.tokens[token].end and view.mention(mention).form == Form.NAME
