"""Who holds an office: "Third Guard leader" in a headline is the one whom the report calls head of the Third Guard."""

from __future__ import annotations

import msgspec

from reportedly.mentions.discourse import Discourse
from reportedly.records.mention import BODIES_AND_STATES, Form, Kind

_NEAR = 30  # sentences back to which "the general" may point


class Office(msgspec.Struct, frozen=True):
    """An office that the document gives to a person.

    lemma: its noun; full: with the words that tell it from others of that noun ("secretary of state"); group: the class
    of nouns that may stand for it. body: whose office, a root. holder, at: the candidate that says so.
    """

    lemma: str
    full: str
    group: str
    body: int | None
    holder: int


def join_offices(discourse: Discourse) -> None:
    """Join descriptions by office to the persons who are said to hold it."""
    offices = _stated(discourse)
    for i, m in enumerate(discourse.mentions):
        if m.form != Form.NOMINAL or m.kind != Kind.PERSON or m.plural or discourse.is_named(i):
            continue
        if discourse.lemma(i) in discourse.lexicon.bonds or discourse.is_restricted(i):
            continue
        holder = _holder(discourse, i, offices)
        if holder is not None and discourse.compatible(i, holder):
            discourse.joins.join(i, holder, "holds that office")


def _stated(discourse: Discourse) -> list[Office]:
    found = []
    for i, m in enumerate(discourse.mentions):
        if m.form == Form.NOMINAL and m.kind == Kind.PERSON and not m.plural and discourse.is_named(i):
            found.append(_office(discourse, i, discourse.lemma(i), _full(discourse, i), _body(discourse, i)))
        elif m.form == Form.NAME and m.title:
            words = [discourse.lexicon.short_titles.get(w, w) for w in m.title.lower().replace(".", "").split()]
            noun = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
            found.append(_office(discourse, i, noun, " ".join(words), _body_before(discourse, i)))
    return found


def _office(discourse: Discourse, i: int, lemma: str, full: str, body: int | None) -> Office:
    return Office(lemma, full, discourse.lexicon.offices.get(lemma, lemma), body, i)


def _full(discourse: Discourse, i: int) -> str:
    """The noun of an office with its own modifiers, without names, nationalities and what describes the person."""
    m, line = discourse.mentions[i], discourse.line_of(i)
    last = m.last if not any(discourse.mentions[j].first > m.head for j in discourse.inside(i)) else m.head
    others = {
        k for j in discourse.inside(i) for k in range(discourse.mentions[j].first, discourse.mentions[j].last + 1)
    }
    words = []
    for k in range(m.first, last + 1):
        low = discourse.lemma(i) if k == m.head else line.lows[k]
        if k == m.head or (k not in others and line.tags[k] not in {"DT", "PRP$", "POS", "HYPH", "CD", "VBN", "VBG"}):
            words.append(low)
    return " ".join(w for w in words if w not in {"-", "'s", "former", "then"})


def _body(discourse: Discourse, i: int) -> int | None:
    """The root of the body that a description of an office names, or None."""
    m = discourse.mentions[i]
    options = [
        j
        for j in discourse.inside(i)
        if discourse.mentions[j].form != Form.PRONOUN and j != i and discourse.kind(j) in BODIES_AND_STATES
    ]
    if not options:
        return None
    named = [j for j in options if discourse.mentions[j].form == Form.NAME] or options
    after = [j for j in named if discourse.mentions[j].first > m.head]
    return discourse.joins.find((after or named)[0])


def _body_before(discourse: Discourse, i: int) -> int | None:
    """The body that stands before a title: "Third Guard commander X", "Doran Foreign Minister X"."""
    m = discourse.mentions[i]
    words = len((m.title or "").replace("-", " - ").split())
    for j in discourse.of_line(m.line):
        o = discourse.mentions[j]
        near = 0 <= m.first - words - 1 - o.last <= 1
        if near and discourse.kind(j) in BODIES_AND_STATES and o.last < m.first:
            return discourse.joins.find(j)
    return None


def _holder(discourse: Discourse, i: int, offices: list[Office]) -> int | None:
    lemma, full, body = discourse.lemma(i), _full(discourse, i), _body(discourse, i)
    group = discourse.lexicon.offices.get(lemma, lemma)
    heading = not discourse.line_of(i).cased or discourse.mentions[i].line == 0
    determiner = discourse.determiner(i)
    if determiner in {"indefinite", "number"}:
        return None
    if body is not None:
        same = [o for o in offices if o.body is not None and discourse.joins.same(o.body, body)]
        exact = [o for o in same if o.full == full]
        return _one(discourse, exact or [o for o in same if o.group == group and lemma in (full, o.full)])
    capital = discourse.line_of(i).capital(discourse.mentions[i].head)
    if determiner == "possessive" or (determiner == "bare" and not heading and not capital):
        return None
    line = discourse.mentions[i].line
    near = [
        o
        for o in offices
        if (o.holder < i or heading) and abs(line - discourse.mentions[o.holder].line) <= _NEAR and o.lemma == lemma
    ]
    return _latest(discourse, [o for o in near if full in (o.full, lemma)], i)


def _one(discourse: Discourse, fits: list[Office]) -> int | None:
    """The holder when all that fit name one person."""
    holders = {discourse.joins.find(o.holder) for o in fits}
    return fits[0].holder if len(holders) == 1 else None


def _latest(discourse: Discourse, fits: list[Office], i: int) -> int | None:
    """The holder when there is one, or the one whom the last sentences speak of while the others are far."""
    if not fits:
        return None
    holders = {discourse.joins.find(o.holder) for o in fits}
    if len(holders) == 1:
        return fits[0].holder
    line = discourse.mentions[i].line
    near = {
        root
        for root in holders
        if any(0 <= line - discourse.mentions[j].line <= 2 and j < i for j in discourse.members(root))
    }
    return near.pop() if len(near) == 1 else None
