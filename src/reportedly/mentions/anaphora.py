"""Pronouns to what they stand for: candidates that grammar allows, ranked by a small network over plain features.

Agreement and binding rule candidates out (Chomsky 1981 in the weak form of Lappin & Leass 1994); what is left is ranked
with an option for "none of these", as in mention ranking (Durrett & Klein 2013).
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import numpy as np

from reportedly.errors import WeightsError
from reportedly.mentions.discourse import Discourse
from reportedly.mentions.ranker import Ranker
from reportedly.mentions.speakers import quoted
from reportedly.records.mention import Form, Kind

_NEAR = 4  # sentences back to which a pronoun may point
_ROLES = ("subject", "object", "oblique", "possessive", "other")
_ROLE = {
    "nsubj": "subject",
    "nsubjpass": "subject",
    "csubj": "subject",
    "dobj": "object",
    "dative": "object",
    "pobj": "oblique",
    "poss": "possessive",
    "agent": "oblique",
    "attr": "other",
    "conj": "other",
    "appos": "other",
    "compound": "possessive",
}
_KINDS = (
    Kind.PERSON,
    Kind.GROUP,
    Kind.STATE,
    Kind.STATE_BODY,
    Kind.ORGANISATION,
    Kind.PLACE,
    Kind.POPULATION,
    Kind.EVENT,
    Kind.OTHER,
)
_PLURAL_BODIES = frozenset({Kind.GROUP, Kind.STATE_BODY, Kind.ORGANISATION, Kind.STATE, Kind.POPULATION})
_FEATURES = (
    "same sentence",
    "one back",
    "two back",
    "three back",
    "four back",
    "ahead",
    "tokens",
    "same block",
    *(f"role {r}" for r in _ROLES),
    *(f"own role {r}" for r in _ROLES),
    "same role",
    "name",
    "nominal",
    "pronoun",
    "adjective",
    "same word",
    "same clause",
    "governs",
    "embedded",
    "first of sentence",
    "times",
    "times lately",
    "subject lately",
    "most named",
    "gender known",
    "number known",
    "first line",
    "rank 0",
    "rank 1",
    "rank 2",
    "rank later",
    "subject rank 0",
    "quote crossed",
    "speaker",
    "rivals",
    "opens sentence",
    "reflexive",
    "titled",
    "indefinite",
    "definite",
    "he",
    "it",
    "they",
    *(f"kind {k.value}" for k in _KINDS),
    "it Place",
    "they singular",
    "main subject",
    "both main subjects",
    "list before",
    "coordinated",
    "local subject",
    "controls",
    "gender less known",
)
FEATURES = _FEATURES


def join_pronouns(discourse: Discourse, ranker: Ranker) -> None:
    """Join third-person pronouns to their antecedents, in order of the text, where the ranker is sure enough.

    Raises WeightsError when the ranker was trained on other features.
    """
    if ranker.features != FEATURES:
        raise WeightsError("The pronoun ranker is of another version than the code. Install reportedly again.")
    for p in pronouns(discourse):
        options = candidates(discourse, p)
        if not options:
            continue
        chosen = ranker.choose(features(discourse, p, options), pronoun_type(discourse, p))
        if chosen is not None:
            discourse.joins.join(p, options[chosen], "pronoun")


def pronouns(discourse: Discourse) -> Iterator[int]:
    """Third-person pronouns not yet joined to anything."""
    for i, m in enumerate(discourse.mentions):
        if m.form == Form.PRONOUN and len(discourse.members(i)) == 1 and pronoun_type(discourse, i):
            yield i


def pronoun_type(discourse: Discourse, p: int) -> str:
    """ "he" (with she), "it" or "they"; "" for first and second persons."""
    m = discourse.mentions[p]
    if m.gender is not None:
        return "he"
    low = discourse.line_of(p).lows[m.head]
    return "it" if low in {"it", "its", "itself"} else "they" if low.startswith("the") else ""


def candidates(discourse: Discourse, p: int) -> list[int]:
    """For each referent that may be meant, its mention nearest to the pronoun; nearest referents first."""
    m = discourse.mentions[p]
    found: dict[int, int] = {}
    ruled_out: set[int] = set()
    for j in _scan(discourse, p):
        root = discourse.joins.find(j)
        if discourse.mentions[j].line == m.line and _bound(discourse, p, j):
            ruled_out.add(root)  # what the clause excludes is excluded by its other mentions too
        if root not in found and _agrees(discourse, p, j):
            found[root] = j
    return [j for root, j in found.items() if root not in ruled_out]


def _scan(discourse: Discourse, p: int) -> Iterator[int]:
    """Mentions before the pronoun, nearest first, and a main subject after a fronted clause."""
    m = discourse.mentions[p]
    for line in range(m.line, max(-1, m.line - _NEAR - 1), -1):
        for j in reversed(discourse.of_line(line)):
            o = discourse.mentions[j]
            if (line < m.line or o.last < m.first) and o.form != Form.ADJECTIVE:
                yield j
        if line == m.line:
            yield from _ahead(discourse, p)


def _ahead(discourse: Discourse, p: int) -> Iterator[int]:
    """The subject of a clause that begins with the pronoun: "After he arrived, X said", "in his report, X said"."""
    m = discourse.mentions[p]
    line = discourse.lines[m.line]
    verb = line.clause(m.head)
    if line.tokens[verb].relation in {"advcl", "prep", "pcomp"} and line.tokens[verb].head > m.head:
        verb = line.tokens[verb].head
    elif line.tokens[m.head].relation != "poss" or verb < m.head:
        return
    for c in line.children[verb]:
        if c > m.head and line.tokens[c].relation in {"nsubj", "nsubjpass"}:
            j = discourse.headed(m.line, c)
            if j is not None and discourse.mentions[j].form == Form.NAME:
                yield j


def _agrees(discourse: Discourse, p: int, j: int) -> bool:
    """Kind, gender and number."""
    m, o = discourse.mentions[p], discourse.mentions[j]
    kind, plural, gender = discourse.kind(j), discourse.plural(j), discourse.gender(j)
    if o.form == Form.PRONOUN and pronoun_type(discourse, j) != pronoun_type(discourse, p):
        return False
    what = pronoun_type(discourse, p)
    if what == "he":
        if plural is True or gender not in {None, m.gender}:
            return False
        return kind == Kind.PERSON or discourse.may_be_person(j)
    if what == "it":
        return kind not in {Kind.PERSON, Kind.POPULATION} and plural is not True
    if kind == Kind.PERSON or kind == Kind.OTHER:
        return plural is True
    return plural is True or kind in _PLURAL_BODIES


def _bound(discourse: Discourse, p: int, j: int) -> bool:
    """Whether the grammar of one sentence keeps a pronoun and a mention apart."""
    m, o = discourse.mentions[p], discourse.mentions[j]
    line = discourse.lines[m.line]
    low, role = line.lows[m.head], line.tokens[m.head].relation
    if o.first <= m.first and m.last <= o.last:
        return True  # "the man and his brother" as a whole is not "his"
    reflexive = low.endswith(("self", "selves"))
    same = line.clause(m.head) == line.clause(o.head)
    if reflexive:
        return not same
    if role == "poss" or not same:
        return False
    other = line.tokens[o.head].relation
    if (
        _ROLE.get(other) == "subject"
        and _ROLE.get(role) in {"object", "oblique"}
        and line.tokens[o.head].head in (line.tokens[m.head].head, line.tokens[line.tokens[m.head].head].head)
    ):
        return _ROLE.get(role) == "object" or line.tokens[m.head].head == line.tokens[o.head].head
    return line.tokens[o.head].head == line.tokens[m.head].head and other != "poss"


def features(discourse: Discourse, p: int, options: Sequence[int]) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """One row of `FEATURES` for each option."""
    rows = np.zeros((len(options), len(_FEATURES)), dtype=np.float32)
    counts = {j: _times(discourse, p, j) for j in options}
    most = max((c[0] for c in counts.values()), default=0)
    subject_rank = 0
    sure = any(discourse.gender(j) is not None for j in options)
    for rank, j in enumerate(options):
        told = dict(_told(discourse, p, j))
        times, lately, subject = counts[j]
        told["times"], told["times lately"] = math.log1p(times), math.log1p(lately)
        told["subject lately"] = float(subject)
        told["most named"] = float(times == most)
        told[f"rank {rank}" if rank < 3 else "rank later"] = 1.0
        if told.get("role subject"):
            told["subject rank 0"] = float(subject_rank == 0)
            subject_rank += 1
        told["rivals"] = math.log1p(len(options) - 1)
        told["gender less known"] = float(sure and discourse.gender(j) is None)
        for name, value in told.items():
            rows[rank, _INDEX[name]] = value
    return rows


_INDEX = {name: i for i, name in enumerate(_FEATURES)}
_BACK = ("same sentence", "one back", "two back", "three back", "four back")


def _times(discourse: Discourse, p: int, j: int) -> tuple[int, int, bool]:
    """How often the referent was mentioned before, how often of late, and whether then as a subject."""
    line = discourse.mentions[p].line
    members = discourse.about(j).members
    times = bisect_left(members, p)
    lately, subject = 0, False
    for k in reversed(members[:times]):
        o = discourse.mentions[k]
        if line - o.line > 2:
            break
        lately += 1
        subject |= discourse.lines[o.line].tokens[o.head].relation in {"nsubj", "nsubjpass"} and o.line < line
    return times, lately, subject


def _told(discourse: Discourse, p: int, j: int) -> Iterator[tuple[str, float]]:
    m, o = discourse.mentions[p], discourse.mentions[j]
    line, other = discourse.lines[m.line], discourse.lines[o.line]
    back = m.line - o.line
    yield ("ahead" if o.first > m.last else _BACK[min(back, 4)]), 1.0
    distance = m.first - o.last if back == 0 else m.first + (len(other) - o.last) + 20 * (back - 1)
    yield "tokens", math.log1p(abs(distance)) / 4
    yield "same block", float(line.sentence.block == other.sentence.block)
    own, role = _role(discourse, p), _role(discourse, j)
    yield f"own role {own}", 1.0
    yield f"role {role}", 1.0
    yield "same role", float(own == role)
    yield o.form.value, 1.0
    yield "same word", float(o.form == Form.PRONOUN and line.lows[m.head] == other.lows[o.head])
    yield "titled", float(o.title is not None)
    if o.form == Form.NOMINAL:
        determiner = discourse.determiner(j)
        yield "indefinite", float(determiner == "indefinite")
        yield "definite", float(determiner == "definite")
    yield from _of_place(discourse, p, j)
    yield from _of_referent(discourse, p, j)


def _of_place(discourse: Discourse, p: int, j: int) -> Iterator[tuple[str, float]]:
    """Where the two stand in their sentences."""
    m, o = discourse.mentions[p], discourse.mentions[j]
    line, other = discourse.lines[m.line], discourse.lines[o.line]
    if m.line == o.line:
        yield "same clause", float(line.clause(m.head) == line.clause(o.head))
        yield "governs", float(_governs(discourse, p, j))
        yield from _of_clause(discourse, p, j)
    yield (
        "embedded",
        float(
            other.tokens[o.head].relation in {"poss", "compound", "pobj"}
            and other.tags[other.tokens[o.head].head][:1] in {"N", "I"}
        ),
    )
    yield "first of sentence", float(discourse.of_line(o.line)[0] == j)
    yield "opens sentence", float(m.first == 0 or m.first in line.openings)
    yield "reflexive", float(line.lows[m.head].endswith(("self", "selves")))
    main = _main_subject(discourse, j)
    yield "main subject", float(main)
    yield "both main subjects", float(main and _main_subject(discourse, p))
    inside = quoted(line)
    yield "quote crossed", float(inside[m.head] != (quoted(other)[o.head] if m.line != o.line else inside[o.head]))
    yield (
        "list before",
        float(
            other.tokens[o.head].relation == "conj"
            or any(other.tokens[c].relation == "conj" for c in other.children[o.head])
        ),
    )


def _of_clause(discourse: Discourse, p: int, j: int) -> Iterator[tuple[str, float]]:
    """ "X and her husband", the subject of the pronoun's own clause, "urged X to come with her"."""
    m, o = discourse.mentions[p], discourse.mentions[j]
    line = discourse.lines[m.line]
    owned = line.tokens[line.tokens[m.head].head]
    yield (
        "coordinated",
        float(line.tokens[m.head].relation == "poss" and owned.relation == "conj" and owned.head == o.head),
    )
    verb = line.clause(m.head)
    subject = line.tokens[o.head].relation in {"nsubj", "nsubjpass"}
    governor = line.tokens[verb]
    local = subject and line.tokens[o.head].head in {
        verb,
        governor.head if governor.relation in {"conj", "xcomp"} else verb,
    }
    yield "local subject", float(local)
    yield (
        "controls",
        float(
            governor.relation in {"xcomp", "ccomp"}
            and line.tokens[o.head].relation == "dobj"
            and line.tokens[o.head].head == governor.head
        ),
    )


def _governs(discourse: Discourse, p: int, j: int) -> bool:
    """Whether the mention's governor dominates the pronoun in the tree."""
    m, o = discourse.mentions[p], discourse.mentions[j]
    line = discourse.lines[m.line]
    return line.tokens[o.head].head in line.path(m.head)


def _main_subject(discourse: Discourse, i: int) -> bool:
    m = discourse.mentions[i]
    line = discourse.lines[m.line]
    token = line.tokens[m.head]
    return token.relation in {"nsubj", "nsubjpass"} and line.tokens[token.head].relation == "ROOT"


def _of_referent(discourse: Discourse, p: int, j: int) -> Iterator[tuple[str, float]]:
    """What is known of the referent as a whole."""
    what = pronoun_type(discourse, p)
    kind, plural = discourse.kind(j), discourse.plural(j)
    yield what, 1.0
    if kind in _KINDS:
        yield f"kind {kind.value}", 1.0
    yield "gender known", float(discourse.gender(j) is not None)
    yield "number known", float(plural is not None)
    yield "first line", float(discourse.mentions[discourse.about(j).members[0]].line == 0)
    yield "it Place", float(what == "it" and kind in {Kind.PLACE, Kind.STATE})
    yield "they singular", float(what == "they" and plural is not True)
    speaker = discourse.speakers.get(discourse.mentions[p].line)
    inside = quoted(discourse.line_of(p))[discourse.mentions[p].head]
    yield "speaker", float(speaker is not None and inside and discourse.joins.same(speaker, j))


def _role(discourse: Discourse, i: int) -> str:
    m = discourse.mentions[i]
    return _ROLE.get(discourse.lines[m.line].tokens[m.head].relation, "other")
