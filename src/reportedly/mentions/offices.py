"""Who holds an office: "Third Guard leader" in a headline is the one whom the report calls head of the Third Guard."""

from __future__ import annotations

import msgspec

from reportedly.mentions.discourse import Discourse
from reportedly.records.mention import Form, Kind

_NEAR = 30  # sentences back to which "the general" may point


class Office(msgspec.Struct, frozen=True):
    """An office that the document gives to a person: class of the noun, its body, the candidate that says so."""

    lemma: str
    group: str
    body: int | None
    holder: int
    at: int


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
            lemma = discourse.lemma(i)
            found.append(Office(lemma, discourse.lexicon.offices.get(lemma, lemma), _body(discourse, i), i, i))
        elif m.form == Form.NAME and m.title:
            words = [discourse.lexicon.short_titles.get(w, w) for w in m.title.lower().replace(".", "").split()]
            body = _body_before(discourse, i)
            found.append(Office(words[-1], discourse.lexicon.offices.get(words[-1], words[-1]), body, i, i))
            if len(words) > 1:
                found.append(Office(" ".join(words), " ".join(words), body, i, i))
    return found


def _body(discourse: Discourse, i: int) -> int | None:
    """The root of the body that a description of an office names, or None."""
    m = discourse.mentions[i]
    options = [
        j
        for j in discourse.inside(i)
        if discourse.mentions[j].form != Form.PRONOUN
        and j != i
        and discourse.kind(j) in {Kind.GROUP, Kind.STATE_BODY, Kind.ORGANISATION, Kind.STATE}
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
        if (
            near
            and discourse.kind(j) in {Kind.GROUP, Kind.STATE_BODY, Kind.ORGANISATION, Kind.STATE}
            and o.last < m.first
        ):
            return discourse.joins.find(j)
    return None


def _holder(discourse: Discourse, i: int, offices: list[Office]) -> int | None:
    lemma = discourse.lemma(i)
    group = discourse.lexicon.offices.get(lemma, lemma)
    body = _body(discourse, i)
    heading = not discourse.line_of(i).cased or discourse.mentions[i].line == 0
    determiner = discourse.determiner(i)
    if determiner in {"indefinite", "number"}:
        return None
    if body is not None:
        fits = [o for o in offices if o.group == group and o.body is not None and discourse.joins.same(o.body, body)]
        exact = [o for o in fits if o.lemma == lemma]
        return _one(discourse, exact or fits)
    if determiner == "possessive" or (
        determiner == "bare" and not (heading or discourse.line_of(i).capital(discourse.mentions[i].head))
    ):
        return None
    words = " ".join(sorted(discourse.modifiers(i), key=lambda w: discourse.words(i).lower().find(w)))
    full = f"{words} {lemma}".strip()
    before = [
        o
        for o in offices
        if (o.at < i or heading) and abs(discourse.mentions[i].line - discourse.mentions[o.at].line) <= _NEAR
    ]
    exact = [o for o in before if full in {o.lemma} or (not words and o.lemma == lemma)]
    if words and not exact:
        return None
    return _latest(discourse, exact, i)


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
