"""Offices that stand right before a name: "Y leader X", "Commander-in-Chief of the Third Front X"."""

from __future__ import annotations

from reportedly.claims.arguments.ranks import is_rank, whole_rank
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.records.mention import BODIES, Form, Kind
from reportedly.resources.lexicon import words

#: What joins the words of an office before a name: "Minister for Trade and Industry X".
_JOINING = frozenset({"of", "for", "to", "at", "the", "and", "in"})


def stands_before(view: SentenceView, noun: int, first: int, mention: int) -> bool:
    """Whether only ranks, the words of an office or its body stand between a noun and the name at `first`."""
    title = view.mention(mention).title
    head = view.heads[mention]
    between = list(range(noun + 1, first))
    if len(between) > 14 or any(view.tokens[t].tag[:1] in {"V", ",", ":", "."} and t > noun for t in between[:1]):
        return False
    titled = len(title or "") and view.tokens[noun].start >= view.mention(mention).start - len(title or "") - 1
    rest = [t for t in between[tail_length(view, noun) :] if not is_rank(view, t)]
    if whole_rank(view, noun, first):
        return False
    if not rest:
        return bool(titled) or _tied(view, noun, head)
    # "Secretary of the Air Force X": a capitalised office with what follows "of" or "for", before a person
    staff = [view.lows[t] for t in between[:2]] == ["of", "staff"] and set(rest) <= set(between[:2])  # "… of staff X"
    capital = view.tokens[noun].text[:1].isupper() or follows_body(view, mention)
    if not staff and not (capital and view.mention(mention).kind == Kind.PERSON):
        return False
    joined = view.lows[rest[0]] == "and" and not view.dependents(noun, "det")  # "Doran's Prime and Foreign Minister X"
    if view.tokens[rest[0]].lemma not in {"of", "for", "to", "at"} and not joined:
        return False
    if any(view.tokens[t].text in {",", ";", "(", "-", "–"} for t in rest):
        return False
    if _tied(view, noun, head) or staff:
        return True
    told = (view.tokens[t] for t in rest)
    return all(t.text[:1].isupper() or t.tag == "POS" or t.lemma in _JOINING for t in told)


def tail_length(view: SentenceView, noun: int) -> int:
    """How many tokens behind a noun belong to its office: 4 of "Commander-in-Chief", else none."""
    return 4 if view.words_from(noun + 1, 4).lower() in words("offices", "tails") else 0


def follows_body(view: SentenceView, mention: int) -> bool:
    """Whether a name stands right behind that of a body: "the commander of the Third Front X"."""
    before = (view.mention(m) for m in view.mentions if view.mention(m).end == view.mention(mention).start - 1)
    return any(m.form == Form.NAME and m.kind in BODIES for m in before)


def _tied(view: SentenceView, noun: int, head: int) -> bool:
    """Whether the tree makes a noun part of the noun phrase of a name."""
    token = view.tokens[noun]
    if token.relation in {"compound", "nmod", "amod"} and head in {token.head, view.tokens[token.head].head}:
        return True
    apposed = view.tokens[head].relation == "appos" and view.tokens[head].head == noun
    twice = view.tokens[head].head == token.head and view.tokens[head].relation == token.relation == "nsubj"
    return (apposed or twice) and head - noun < 6  # "Guard operative Varek left", with both as the subject
