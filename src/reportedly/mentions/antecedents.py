"""What a pronoun's options look like to the network that ranks them: one row of plain features for each."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import numpy as np

from reportedly.mentions.discourse import Discourse
from reportedly.mentions.speakers import quoted
from reportedly.mentions.understood import understood_subject
from reportedly.records.mention import Form, Kind

_ROLES = ("subject", "object", "oblique", "possessive", "other")
#: Relation of a head → the role its phrase plays.
ROLE = {
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
FEATURES = (
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
    "last pronoun",
    "in brackets",
    "in quotes",
    "long name",
    "who follows",
    "reports it",
    "governs by advcl",
    "governs by relcl",
    "leftmost",
    "engine score",
    "passive subject",
    "agent",
    "kin owned",
    "described",
    "owns subject",
    "share",
    "told by pronoun",
    "second verb",
    "understood subject",
    "understood subject, owned",
    "times here",
    "last pronoun here",
    "verb follows",
    *(f"mark {m}" for m in ("time", "cause", "and", "but", "that")),
)


def pronoun_type(discourse: Discourse, p: int) -> str:
    """ "he" (with she), "it" or "they"; "" for first and second persons."""
    m = discourse.mentions[p]
    if m.gender is not None:
        return "he"
    low = discourse.line_of(p).lows[m.head]
    return "it" if low in {"it", "its", "itself"} else "they" if low.startswith("the") else ""


def features(discourse: Discourse, p: int, options: Sequence[int]) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """One row of `FEATURES` for each option."""
    rows = np.zeros((len(options), len(FEATURES)), dtype=np.float32)
    counts = {j: _times(discourse, p, j) for j in options}
    most = max((c[0] for c in counts.values()), default=0)
    subject_rank = 0
    last = _last_pronoun(discourse, p)
    leftmost = {discourse.mentions[j].line: j for j in sorted(options, reverse=True)}
    sure = any(discourse.gender(j) is not None for j in options)
    for rank, j in enumerate(options):
        told = dict(_told(discourse, p, j))
        times, lately, subject = counts[j]
        told["times"], told["times lately"] = math.log1p(times), math.log1p(lately)
        told["subject lately"] = float(subject)
        told["times here"] = float(_times_here(discourse, p, j))
        told["most named"] = float(times == most)
        told[f"rank {rank}" if rank < 3 else "rank later"] = 1.0
        if told.get("role subject"):
            told["subject rank 0"] = float(subject_rank == 0)
            subject_rank += 1
        told["rivals"] = math.log1p(len(options) - 1)
        told["last pronoun"] = float(last is not None and discourse.joins.same(last, j))
        if last is not None and discourse.mentions[last].line == discourse.mentions[p].line:
            told["last pronoun here"] = told["last pronoun"]
        told["leftmost"] = float(leftmost[discourse.mentions[j].line] == j)
        told["share"] = times / most if most else 0.0
        told["gender less known"] = float(sure and discourse.gender(j) is None)
        for name, value in told.items():
            rows[rank, _INDEX[name]] = value
    return rows


def _last_pronoun(discourse: Discourse, p: int) -> int | None:
    """The last pronoun of the same gender or type before this one that has been joined to something."""
    m = discourse.mentions[p]
    what = pronoun_type(discourse, p)
    for k in range(p - 1, -1, -1):
        o = discourse.mentions[k]
        if m.line - o.line > 4:
            return None
        alike = o.form == Form.PRONOUN and o.gender == m.gender and pronoun_type(discourse, k) == what
        if alike and len(discourse.members(k)) > 1:
            return k
    return None


_INDEX = {name: i for i, name in enumerate(FEATURES)}
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


def _times_here(discourse: Discourse, p: int, j: int) -> int:
    """How often the referent was mentioned in the sentence of the pronoun before it."""
    members = discourse.about(j).members
    return sum(discourse.mentions[k].line == discourse.mentions[p].line for k in members[: bisect_left(members, p)])


def _told(discourse: Discourse, p: int, j: int) -> Iterator[tuple[str, float]]:
    m, o = discourse.mentions[p], discourse.mentions[j]
    line, other = discourse.lines[m.line], discourse.lines[o.line]
    back = m.line - o.line
    yield ("ahead" if back == 0 and o.first > m.last else _BACK[min(back, 4)]), 1.0
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
    yield from _of_words(discourse, j)
    yield from _of_subordination(discourse, p, j)
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


_MARKS = {
    **dict.fromkeys(("after", "before", "when", "while", "as", "until", "since", "once"), "time"),
    **dict.fromkeys(("because", "so", "if", "although", "though"), "cause"),
    "and": "and",
    "but": "but",
    "that": "that",
}


def _of_words(discourse: Discourse, j: int) -> Iterator[tuple[str, float]]:
    """How the option is written: in brackets or quotation marks, with a clause of its own after it."""
    o = discourse.mentions[j]
    line = discourse.lines[o.line]
    before = line.words[o.first - 1] if o.first else ""
    after = line.words[o.last + 1 : o.last + 3]
    yield "in brackets", float(before == "(")
    yield "in quotes", float(before in {'"', "``", "'"})
    yield "long name", float(o.form == Form.NAME and o.last > o.first)
    yield "who follows", float(any(w in {"who", "whose", "whom"} for w in after))
    yield "engine score", o.score
    yield "verb follows", float(any(t[:1] in {"V", "M"} for t in line.tags[o.last + 1 : o.last + 2]))
    token = line.tokens[o.head]
    yield "passive subject", float(token.relation == "nsubjpass")
    yield "agent", float(token.relation == "pobj" and line.tokens[token.head].relation == "agent")
    yield "owns subject", float(token.relation == "poss" and line.tokens[token.head].relation in {"nsubj", "nsubjpass"})


def _of_subordination(discourse: Discourse, p: int, j: int) -> Iterator[tuple[str, float]]:
    """How the clause of the pronoun hangs on that of the option: told by it, beside it, about it."""
    m, o = discourse.mentions[p], discourse.mentions[j]
    line = discourse.lines[m.line]
    owned = line.tokens[line.tokens[m.head].head]
    yield "kin owned", float(line.tokens[m.head].relation == "poss" and owned.lemma in discourse.lexicon.kin)
    verb = line.clause(m.head)
    for c in line.children[verb]:
        if c < m.head and line.lows[c] in _MARKS and line.tokens[c].relation in {"mark", "advmod", "cc"}:
            yield f"mark {_MARKS[line.lows[c]]}", 1.0
    if m.line != o.line:
        return
    governor = line.tokens[verb]
    understood = understood_subject(line, verb) == o.head
    yield "understood subject", float(understood)
    yield "understood subject, owned", float(understood and line.tokens[m.head].relation == "poss")
    subject = line.tokens[o.head].relation in {"nsubj", "nsubjpass"} and line.tokens[o.head].head == governor.head
    yield "reports it", float(subject and governor.relation == "ccomp")
    yield "governs by advcl", float(subject and governor.relation == "advcl")
    yield "governs by relcl", float(governor.relation == "relcl" and governor.head == o.head)
    yield "second verb", float(subject and governor.relation == "conj")


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
    yield "described", float(discourse.about(j).described)
    pronoun = discourse.about(j).first_pronoun
    yield "told by pronoun", float(pronoun is not None and pronoun < p)
    yield "first line", float(discourse.mentions[discourse.about(j).members[0]].line == 0)
    yield "it Place", float(what == "it" and kind in {Kind.PLACE, Kind.STATE})
    yield "they singular", float(what == "they" and plural is not True)
    speaker = discourse.speakers.get(discourse.mentions[p].line)
    inside = quoted(discourse.line_of(p))[discourse.mentions[p].head]
    yield "speaker", float(speaker is not None and inside and discourse.joins.same(speaker, j))


def _role(discourse: Discourse, i: int) -> str:
    m = discourse.mentions[i]
    return ROLE.get(discourse.lines[m.line].tokens[m.head].relation, "other")
