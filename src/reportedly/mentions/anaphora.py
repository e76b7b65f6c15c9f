"""Pronouns to what they stand for: candidates that grammar allows, ranked by a small network over plain features.

Agreement and binding rule candidates out (Chomsky 1981 in the weak form of Lappin & Leass 1994); what is left is ranked
with an option for "none of these", as in mention ranking (Durrett & Klein 2013).
"""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.errors import WeightsError
from reportedly.mentions.antecedents import FEATURES, ROLE, features, pronoun_type
from reportedly.mentions.candidate import Line
from reportedly.mentions.discourse import Discourse
from reportedly.mentions.ranker import Ranker
from reportedly.mentions.understood import understood_subject
from reportedly.records.mention import BODIES, Form, Kind
from reportedly.resources.lexicon import words

_COMMAS = 3  # how many commas behind a pronoun are looked at for what its sentence is about
_NEAR = 4  # sentences back to which a pronoun may point
_PLURAL_BODIES = BODIES | {Kind.STATE, Kind.POPULATION}


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
    """Third-person pronouns not yet joined to anything but to the "I" or "we" that they speak."""
    for i, m in enumerate(discourse.mentions):
        if m.form != Form.PRONOUN or not pronoun_type(discourse, i):
            continue
        others = [discourse.mentions[j] for j in discourse.members(i) if j != i]
        if all(o.form == Form.PRONOUN and o.gender is None for o in others) and not any(
            pronoun_type(discourse, j) for j in discourse.members(i) if j != i
        ):
            yield i


def candidates(discourse: Discourse, p: int) -> list[int]:
    """For each referent that may be meant, its mention nearest to the pronoun; nearest referents first."""
    m = discourse.mentions[p]
    found: dict[int, int] = {}
    ruled_out = {discourse.joins.find(j) for j in _owners(discourse, p)}
    for j in _scan(discourse, p):
        root = discourse.joins.find(j)
        if discourse.mentions[j].line == m.line and _bound(discourse, p, j):
            ruled_out.add(root)  # what the clause excludes is excluded by its other mentions too
        if root not in found and _agrees(discourse, p, j):
            found[root] = j
    if (subject := _own_subject(discourse, p)) is not None and discourse.joins.find(subject) in found:
        return [found[discourse.joins.find(subject)]]
    allowed = [j for root, j in found.items() if root not in ruled_out]
    return _joined_to(discourse, p, allowed) or _not_of_states(discourse, p, allowed)


def _joined_to(discourse: Discourse, p: int, options: list[int]) -> list[int]:
    """Of "the Front and its chief", "Varek and his sons" the Front and Varek; of "X's army and its chief" either."""
    m = discourse.mentions[p]
    line = discourse.lines[m.line]
    if line.tokens[m.head].relation != "poss" or m.first == 0 or line.tags[m.first - 1] != "CC":
        return []
    here = ((j, discourse.mentions[j]) for j in options if discourse.mentions[j].line == m.line)
    beside = [(j, o) for j, o in here if o.last == m.first - 2]
    return [j for j, o in beside if all(line.tokens[c].relation != "poss" for c in line.children[o.head])][:1]


def _own_subject(discourse: Discourse, p: int) -> int | None:
    """Of "itself", "himself": what the pronoun stands right behind, else the subject of its clause."""
    m = discourse.mentions[p]
    line = discourse.lines[m.line]
    if not line.lows[m.head].endswith(("self", "selves")):
        return None
    for j in discourse.of_line(m.line):
        head = discourse.mentions[j].head
        if discourse.mentions[j].last == m.first - 1 and (_is_subject(line, head) or line.tokens[m.head].head == head):
            return j
    subject = understood_subject(line, line.clause(m.head))
    return None if subject is None else discourse.headed(m.line, subject)


def _not_of_states(discourse: Discourse, p: int, options: list[int]) -> list[int]:
    """Of "its leader", "their fighters": without states, where the sentence names a body that has such people."""
    m = discourse.mentions[p]
    line = discourse.lines[m.line]
    token = line.tokens[m.head]
    if token.relation != "poss" or line.tokens[token.head].lemma not in words("mentions", "of_bodies"):
        return options
    bodies = [j for j in options if discourse.mentions[j].line == m.line and discourse.kind(j) in BODIES]
    return [j for j in options if discourse.kind(j) != Kind.STATE] if bodies else options


def _owners(discourse: Discourse, p: int) -> Iterator[int]:
    """Descriptions that the pronoun stands in as the possessor of their head: "her sister" is not "her"."""
    m = discourse.mentions[p]
    token = discourse.lines[m.line].tokens[m.head]
    if token.relation == "poss":
        for j in discourse.of_line(m.line):
            o = discourse.mentions[j]
            if o.form == Form.NOMINAL and o.head == token.head and o.first <= m.first <= o.last:
                yield j


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
    fronted = [v for v in line.path(m.head) if v > m.head and line.tags[v][:1] in {"V", "M"}]
    verb = next((v for v in fronted if any(_is_subject(line, c) and c > m.head for c in line.children[v])), None)
    found = []
    if verb is not None and (line.clause(m.head) != verb or line.tokens[m.head].relation == "poss"):
        subjects = (c for c in line.children[verb] if c > m.head and _is_subject(line, c))
        headed = (discourse.headed(m.line, c) for c in subjects)
        found = [j for j in headed if j is not None and discourse.mentions[j].form == Form.NAME]
    yield from found
    yield from (j for j in _after_comma(discourse, p) if j not in found)


def _after_comma(discourse: Discourse, p: int) -> list[int]:
    """Names with which the sentence may go on behind its fronted phrase ("Though he sang, Varek's band was …").

    Trees seldom tell the subject of such a sentence rightly, so whatever name stands right behind a comma is offered.
    """
    m = discourse.mentions[p]
    line = discourse.lines[m.line]
    commas = [k for k in range(m.last + 1, len(line)) if line.words[k] == ","]
    if not commas or (line.path(m.head) or (m.head,))[-1] < commas[0]:
        return []
    named = [j for j in discourse.of_line(m.line) if discourse.mentions[j].form == Form.NAME]
    found = {
        j: None
        for comma in commas[:_COMMAS]
        for j in [j for j in named if comma < discourse.mentions[j].first <= comma + 3][:1]
    }
    return list(found)


def _is_subject(line: Line, i: int) -> bool:
    return line.tokens[i].relation in {"nsubj", "nsubjpass"}


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


def _acts_on(line: Line, p: int, last: int) -> bool:
    """Whether a pronoun acts in the clause on the one whom that clause tells of: "Varek, whom he (or his son) met"."""
    whom = last + 2 if line.words[last + 1 : last + 2] == (",",) else last + 1
    subject = line.tokens[p].head if line.tokens[p].relation == "poss" else p
    return (
        line.lows[whom : whom + 1] == ("whom",)
        and _is_subject(line, subject)
        and (line.tokens[whom].head == line.tokens[subject].head)
    )


def _bound(discourse: Discourse, p: int, j: int) -> bool:
    """Whether the grammar of one sentence keeps a pronoun and a mention apart."""
    m, o = discourse.mentions[p], discourse.mentions[j]
    line = discourse.lines[m.line]
    low, role = line.lows[m.head], line.tokens[m.head].relation
    if o.first <= m.first and m.last <= o.last:
        return True  # "the man and his brother" as a whole is not "his"
    if _acts_on(line, m.head, o.last):
        return True
    reflexive = low.endswith(("self", "selves"))
    same = line.clause(m.head) == line.clause(o.head)
    if reflexive:
        return not same
    if role in {"dobj", "dative"} and understood_subject(line, line.tokens[m.head].head) == o.head:
        return True
    if role == "poss" or not same:
        return False
    other = line.tokens[o.head].relation
    if (
        ROLE.get(other) == "subject"
        and ROLE.get(role) in {"object", "oblique"}
        and line.tokens[o.head].head in (line.tokens[m.head].head, line.tokens[line.tokens[m.head].head].head)
    ):
        return ROLE.get(role) == "object" or line.tokens[m.head].head == line.tokens[o.head].head
    return line.tokens[o.head].head == line.tokens[m.head].head and other != "poss"
