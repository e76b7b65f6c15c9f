"""Identity that the grammar states: appositions, "the city of X", "X is the leader of Y"."""

from __future__ import annotations

from reportedly.mentions.candidate import Candidate, Line
from reportedly.mentions.discourse import Discourse
from reportedly.mentions.shapes import title_tokens
from reportedly.records.mention import Form, Kind
from reportedly.resources.lexicon import words

_BEING = frozenset({"be", "become", "remain"})
_CLOSERS = frozenset({",", ".", ")", "-", ";", ":", "who", "which", "that", "?", "!", "(", "said", '"'})
_PLACE_NOUNS = words("mentions", "place_nouns")


def join_predicates(discourse: Discourse) -> None:
    """Join "a brigadier" to "he" in "he was a brigadier" and "a brigadier, he left", when it is known who he is."""
    for i, m in enumerate(discourse.mentions):
        if m.form == Form.NOMINAL and len(discourse.members(i)) == 1:
            _predicate(discourse, i, pronouns=True)
            _fronted(discourse, i)


def _fronted(discourse: Discourse, i: int) -> None:
    """ "A clerk in Ruda before the war, he joined the Front": the description that a sentence begins with."""
    m = discourse.mentions[i]
    line = discourse.lines[m.line]
    if m.first != 0 or m.plural or m.kind != Kind.PERSON or line.tokens[m.head].relation in {"nsubj", "nsubjpass"}:
        return
    comma = next((k for k in range(m.last + 1, min(m.last + 16, len(line))) if line.words[k] == ","), None)
    if comma is None:
        return
    for j in discourse.of_line(m.line):
        o = discourse.mentions[j]
        subject = line.tokens[o.head].relation in {"nsubj", "nsubjpass"}
        if o.first == comma + 1 and o.form == Form.PRONOUN and o.gender and subject and discourse.compatible(i, j):
            discourse.joins.join(i, j, "apposition")
            return


def join_identities(discourse: Discourse) -> None:
    """Join what the grammar of one sentence says to be one."""
    for line in discourse.lines:
        order = discourse.of_line(line.index)
        for i in order:
            m = discourse.mentions[i]
            if m.form != Form.NOMINAL:
                continue
            _of_place(discourse, i)
            _of_kind(discourse, i)
            for j in _apposed(discourse, i):
                if may_be(discourse, i, j):
                    discourse.joins.join(i, j, "apposition")
                    break
            else:
                _predicate(discourse, i)


def may_be(discourse: Discourse, nominal: int, other: int) -> bool:
    """Whether a description may be of another mention, by kind, gender and number."""
    n, o = discourse.mentions[nominal], discourse.mentions[other]
    if n.kind == Kind.OTHER or (o.form == Form.NOMINAL and not _both_told(discourse, nominal, other)):
        return False
    if o.form == Form.ADJECTIVE or (n.plural and o.plural is not True and o.kind == Kind.PERSON):
        return False
    if n.first <= o.first and o.last <= n.last:
        return False
    kinds = {discourse.kind(nominal), discourse.kind(other)}
    if kinds == {Kind.STATE, Kind.PLACE} or kinds == {Kind.STATE}:
        return discourse.mentions[nominal].kind == Kind.STATE
    return discourse.compatible(nominal, other)


def _both_told(discourse: Discourse, i: int, j: int) -> bool:
    """Whether two descriptions are full ones of one person ("the group's leader, a former teacher,")."""
    bare = "bare" in (discourse.determiner(i), discourse.determiner(j))
    return not bare and discourse.mentions[i].kind == discourse.mentions[j].kind == Kind.PERSON


def _apposed(discourse: Discourse, i: int) -> list[int]:
    """Candidates that stand in apposition to a nominal, nearest first."""
    m = discourse.mentions[i]
    line = discourse.lines[m.line]
    found = []
    for j in discourse.of_line(m.line):
        o = discourse.mentions[j]
        if o.form == Form.PRONOUN or j == i:
            continue
        start = o.first - len(title_tokens(line, o))
        if start == m.last + 1 and o.form == Form.NAME and line.gap(m.last) and m.head == m.last and not m.plural:
            found.append(j)  # "the militant group X", "military spokesman Col. X"
        elif start == m.last + 2 and o.form == Form.NAME and line.words[m.last + 1] == "(" and _in_bracket(line, o):
            found.append(j)  # "the minister of state (Mr. X)"
        elif o.last + 2 == m.first and line.words[o.last + 1] in {",", "-", "("} and _closed(discourse, j, i):
            found.append(j)  # "X, the leader of Y,"
        elif start == m.last + 2 and line.words[m.last + 1] == "," and o.form == Form.NAME and _closed(discourse, i, j):
            found.append(j)  # "the group's leader, X,"
    found += [j for j in _apposed_person(discourse, i) if j not in found]
    tree = line.tokens[m.head]
    if tree.relation == "appos":
        governor = discourse.headed(m.line, tree.head)
        if governor is not None and governor not in found:
            found.append(governor)
    return found


def _in_bracket(line: Line, o: Candidate) -> bool:
    """Whether a bracket closes right behind a person's name."""
    return o.kind == Kind.PERSON and line.words[o.last + 1 : o.last + 2] == (")",)


def _apposed_person(discourse: Discourse, i: int) -> list[int]:
    """Of "a spokesman for the Third Guard, Ilo Varek," Varek, whom the tree hangs on the spokesman."""
    m = discourse.mentions[i]
    line = discourse.lines[m.line]
    found = []
    for c in line.children[m.head]:
        j = discourse.headed(m.line, c) if c > m.last and line.tokens[c].relation == "appos" else None
        if j is None or discourse.mentions[j].form != Form.NAME or m.plural:
            continue
        o = discourse.mentions[j]
        persons = discourse.kind(i) == discourse.kind(j) == Kind.PERSON
        if persons and line.words[o.first - len(title_tokens(line, o)) - 1] == "," and _closed(discourse, i, j):
            found.append(j)
    return found


def _closed(discourse: Discourse, before: int, after: int) -> bool:
    """Whether "A, B" is an apposition by its marks and words, and no list."""
    a, b = discourse.mentions[before], discourse.mentions[after]
    line = discourse.lines[b.line]
    k = b.last + 1
    if line.tokens[a.head].relation == "pobj" and line.tokens[b.head].relation in {"nsubj", "nsubjpass"}:
        return False  # "According to X, a soldier …"
    closer = k >= len(line) or line.lows[k] in _CLOSERS
    if b.form == Form.NOMINAL and not closer and line.tags[k][:1] not in {"I", "V", "W", "T", "M"}:
        return False
    if b.form == Form.NAME and not closer and line.tags[k][:1] not in {"V", "M", "I", "R"}:
        return False
    return not _in_list(discourse, a.first, b.last, b.line)


def _in_list(discourse: Discourse, first: int, last: int, line_number: int) -> bool:
    """ "A, B and C": a comma before or an "and" after makes it a list."""
    line = discourse.lines[line_number]
    after = line.lows[last + 1 : last + 3]
    if after[:1] in {("and",), ("or",), ("&",)} or after in {(",", "and"), (",", "or")}:
        following = last + (2 if after[0] != "," else 3)
        return following < len(line) and not line.tags[following].startswith(("V", "M")) and after[0] != ","
    return False


def _of_kind(discourse: Discourse, i: int) -> None:
    """ "The Red Dawn group" is Red Dawn."""
    m = discourse.mentions[i]
    line = discourse.lines[m.line]
    if m.plural or m.last > m.head or m.kind not in {Kind.GROUP, Kind.ORGANISATION}:
        return
    if line.tokens[m.head].lemma not in {
        "group",
        "organization",
        "organisation",
        "movement",
        "militia",
        "network",
        "sect",
        "faction",
    }:
        return
    for j in discourse.inside(i):
        o = discourse.mentions[j]
        if (
            o.form == Form.NAME
            and o.last == m.head - 1
            and line.gap(o.last)
            and discourse.kind(j) in {Kind.GROUP, Kind.ORGANISATION}
        ):
            discourse.joins.join(i, j, "group of that name")


def _of_place(discourse: Discourse, i: int) -> None:
    """ "The Iraqi city of Ruda" is Ruda."""
    m = discourse.mentions[i]
    line = discourse.lines[m.line]
    if m.plural or line.tokens[m.head].lemma not in _PLACE_NOUNS or line.lows[m.head + 1 : m.head + 2] != ("of",):
        return
    for j in discourse.of_line(m.line):
        o = discourse.mentions[j]
        start = m.head + 2
        if o.form == Form.NAME and o.first == start and o.last == m.last and o.kind == Kind.PLACE:
            discourse.joins.join(i, j, "place of that name")


def _predicate(discourse: Discourse, i: int, pronouns: bool = False) -> None:
    """ "X is the leader of Y": the noun after a form of "be" is its subject."""
    m = discourse.mentions[i]
    line = discourse.lines[m.line]
    token = line.tokens[m.head]
    if token.relation not in {"attr", "oprd"} or line.tokens[token.head].lemma not in _BEING:
        return
    verb = token.head
    children = line.children[verb]
    if any(line.tokens[c].relation == "neg" or line.tags[c] == "MD" for c in children) or m.kind == Kind.OTHER:
        return
    if any(line.lows[c] in {"if", "whether", "unless", "not", "n't", "like"} for c in children):
        return
    subjects = [c for c in children if line.tokens[c].relation == "nsubj"]
    governor = line.tokens[verb]
    if subjects and line.lows[subjects[0]] in {"who", "which", "that"} and governor.relation == "relcl":
        subjects = [governor.head]
    elif not subjects and governor.relation == "conj":
        subjects = [c for c in line.children[governor.head] if line.tokens[c].relation == "nsubj"]
    for s in subjects:
        if any(line.tokens[c].relation == "conj" for c in line.children[s]):
            return
        j = discourse.headed(m.line, s)
        if j is None or (discourse.mentions[j].form == Form.PRONOUN) != pronouns:
            continue
        if may_be(discourse, i, j):
            discourse.joins.join(i, j, "said to be that")
            return
