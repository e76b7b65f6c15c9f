"""The name that a description of a person leads up to: "former Guard Chief of Staff X", "The son of Y, X, ..."."""

from __future__ import annotations

from functools import cache

from reportedly.claims.arguments.titles import follows_body, tail_length
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base
from reportedly.records.mention import Form, Kind
from reportedly.resources.lexicon import words

_JOINING = frozenset({"of", "for", "to", "the", "and"})


def announced(view: SentenceView, token: int, mention: int | None) -> int | None:
    """The name (a mention) that a description leads up to. mention: the one that the token heads, None if none."""
    if mention is None:
        beside = _right_after(view, token)
        if beside is not None:
            return beside
        office = base(view, token) in _offices() and view.tokens[token].text[:1].isupper()
        return _after_office(view, token, view.tokens[token].start) if office else None
    m = view.mention(mention)
    if m.kind != Kind.PERSON or m.form != Form.NOMINAL:
        return None
    fronted = _fronted(view, token, m.end)
    fronted = _at_its_end(view, token, mention) if fronted is None else fronted
    if fronted is not None or view.is_name(mention) or not view.tokens[token].text[:1].isupper():
        return fronted
    return _after_office(view, token, m.start)


def is_told_on(view: SentenceView, token: int) -> bool:
    """Whether a description goes on over "and" to the name: of "his deputy and rival Varek" the deputy is Varek."""
    word = view.tokens[token]
    if word.tag != "NN" or base(view, token) not in _callings():
        return False
    owned = [view.tokens[c] for c in view.dependents(token, "det", "poss")]
    if not all(c.tag == "PRP$" or c.lemma in {"a", "an"} for c in owned):
        return False
    last = token
    if view.words_from(token + 1, 1) == "and" and token + 2 < len(view.tokens):
        last = token + 2 if base(view, token + 2) in _callings() else token
    elif word.relation != "conj":
        return False
    return last + 1 < len(view.tokens) and view.tokens[last].text.islower() and _begins_person(view, last + 1)


@cache
def _offices() -> frozenset[str]:
    return frozenset().union(*(words("offices", "nouns", group) for group in ("head", "office", "serving")))


@cache
def _callings() -> frozenset[str]:
    tied = words("alliance", "tied", "nouns") | words("alliance", "allied", "nouns")
    return _offices() | tied | words("opposition", "opponents") | words("offices", "words", "heirs")


def _begins_person(view: SentenceView, token: int) -> bool:
    named = [view.mention(m) for m in view.mentions if view.mention(m).kind == Kind.PERSON]
    return any(m.form == Form.NAME and m.start == view.tokens[token].start for m in named)


def _right_after(view: SentenceView, token: int) -> int | None:
    """Of "whose son Varek leads Y", with "Varek" hung on "son": Varek."""
    if view.tokens[token].tag != "NN" or token + 1 >= len(view.tokens):
        return None
    for other, head in view.heads.items():
        m = view.mention(other)
        begins = m.start - len(m.title or "") <= view.tokens[token + 1].start <= m.start
        hangs = head > token and view.tokens[head].head == token and view.tokens[head].relation in {"compound", "appos"}
        if m.kind == Kind.PERSON and m.form == Form.NAME and begins and hangs:
            return other
    return None


def _at_its_end(view: SentenceView, token: int, mention: int) -> int | None:
    """Of "the commander of the Third Front Ilo Varek", with no comma between, Varek."""
    end, below = view.mention(mention).end, set(view.subtree(token))
    if base(view, token) not in _offices() or not view.prepositional(token, "of"):
        return None
    for other in view.mentions:
        name = view.mention(other)
        if name.kind != Kind.PERSON or name.form != Form.NAME or view.heads[other] not in below:
            continue
        if follows_body(view, other) and (name.end == end or name.start == end + 1):
            return other
    return None


def _after_office(view: SentenceView, token: int, start: int) -> int | None:
    """Of "Special Envoy for the Coalition Ilo Varek", headed by the office, the name that ends it."""
    below = set(view.subtree(token))
    for other in view.mentions:
        name, named = view.mention(other), view.heads[other]
        if name.kind != Kind.PERSON or name.form != Form.NAME or name.start < start or named not in below:
            continue
        first = next(i for i, t in enumerate(view.tokens) if t.end > name.start)
        between = view.tokens[token + 1 + tail_length(view, token) : first]
        office = all(t.text[:1].isupper() or t.lemma in _JOINING for t in between)
        if office and between and between[-1].text[:1].isupper():
            return other
    return None


def _fronted(view: SentenceView, token: int, end: int) -> int | None:
    """Of "The son of Orev, Varek leads …", with "son" as the subject of "leads": Varek."""
    verb = view.tokens[token].head
    if view.tokens[token].relation not in {"nsubj", "nsubjpass"} or verb < token:
        return None
    for other in view.mentions:
        name = view.mention(other)
        if name.kind != Kind.PERSON or name.form != Form.NAME or name.start < end:
            continue
        gap = view.document.text[end : name.start]
        between = [t for t in view.tokens if end <= t.start and t.end <= name.start and t.text != ","]
        ranked = all(t.text[:1].isupper() for t in between)
        after = next((i for i, t in enumerate(view.tokens) if t.start >= name.end), verb)
        return other if gap.lstrip().startswith(",") and ranked and _opens_clause(view, after, verb) else None
    return None


def _opens_clause(view: SentenceView, token: int, verb: int) -> bool:
    """Whether only auxiliaries and adverbs stand between a token and the verb, both included."""
    return token <= verb and all(
        t.tag[:1] in {"V", "M", "R"} or t.relation == "neg" for t in view.tokens[token : verb + 1]
    )
