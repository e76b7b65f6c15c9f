"""Identity that words state outright: "a man called X", "the unit known as Y", "X served as its head"."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.mentions.discourse import Discourse
from reportedly.mentions.identity import may_be
from reportedly.mentions.shapes import title_tokens
from reportedly.records.mention import Form, Kind
from reportedly.resources.lexicon import words

_NAMED = words("mentions", "named")
_CALLING = words("mentions", "calling")
_SERVING = words("mentions", "serving")
_TAKEN_AS = words("mentions", "taken_as")
_MARKS = frozenset({",", '"', "'", "the"})
_FAR = 7  # tokens that may stand between an office and the comma before its holder


def join_namings(discourse: Discourse) -> None:
    """Join descriptions to the names that the sentence gives them."""
    for i, m in enumerate(discourse.mentions):
        if m.form != Form.NOMINAL or discourse.is_named(i):
            continue
        for j, why in _stated(discourse, i):
            if may_be(discourse, i, j):
                discourse.joins.join(i, j, why)
                break


def _stated(discourse: Discourse, i: int) -> Iterator[tuple[int, str]]:
    if (named := _named(discourse, i)) is not None:
        yield named, "called so"
    if discourse.mentions[i].kind != Kind.PERSON or discourse.mentions[i].plural:
        return
    for found, why in (
        (_served(discourse, i), "served as that"),
        (_is_name(discourse, i), "said to be that"),
        (_behind_place(discourse, i), "apposition"),
    ):
        if found is not None:
            yield found, why


def _named(discourse: Discourse, i: int) -> int | None:
    """ "A man called X", "the unit known as the X", "a speaker calling himself X", "the force that calls itself X"."""
    m, line = discourse.mentions[i], discourse.line_of(i)
    k = m.last + 1
    k += line.words[k : k + 1] == (",",)
    if line.lows[k : k + 1] and line.lows[k] in {"who", "that", "which"}:
        k += 1
        if line.lows[k + 1 : k + 2] and not line.lows[k + 1].endswith(("self", "selves")):
            return None
    if k + 1 >= len(line):
        return None
    if line.lows[k] == "known":
        marks = (n for n in range(k + 1, min(k + 4, len(line))) if line.lows[n] == "as")
        k = next(marks, k) + 1
    elif line.tokens[k].lemma in _CALLING and line.lows[k + 1].endswith(("self", "selves")):
        k += 2
    elif line.lows[k] in _NAMED:
        k += 1
    else:
        return None
    while k < len(line) and line.lows[k] in _MARKS:
        k += 1
    begin = (
        j
        for j in discourse.of_line(m.line)
        if discourse.mentions[j].form == Form.NAME
        and k in (discourse.mentions[j].first, *title_tokens(line, discourse.mentions[j])[:1])
    )
    return next(begin, None)


def _served(discourse: Discourse, i: int) -> int | None:
    """ "X served as its head", "named X as the head", "As the head, X …"."""
    m, line = discourse.mentions[i], discourse.line_of(i)
    token = line.tokens[m.head]
    if token.relation != "pobj" or line.lows[token.head] != "as":
        return None
    verb = line.tokens[token.head].head
    children = line.children[verb]
    if any(line.tokens[c].relation == "neg" or line.tags[c] == "MD" for c in children):
        return None
    if line.tokens[verb].lemma in _SERVING or (token.head == 0 and line.words[m.last + 1 : m.last + 2] == (",",)):
        wanted = "nsubj"
    elif line.tokens[verb].lemma in _TAKEN_AS:
        wanted = "nsubjpass" if any(line.tokens[c].relation == "nsubjpass" for c in children) else "dobj"
    else:
        return None
    return _name_at(discourse, m.line, (c for c in children if line.tokens[c].relation == wanted))


def _is_name(discourse: Discourse, i: int) -> int | None:
    """ "Its head is X"."""
    m, line = discourse.mentions[i], discourse.line_of(i)
    token = line.tokens[m.head]
    if token.relation != "nsubj" or line.tokens[token.head].lemma != "be":
        return None
    children = line.children[token.head]
    if any(line.tokens[c].relation == "neg" or line.tags[c] == "MD" for c in children):
        return None
    return _name_at(discourse, m.line, (c for c in children if line.tokens[c].relation == "attr"))


def _name_at(discourse: Discourse, line: int, heads: Iterator[int]) -> int | None:
    found = (discourse.headed(line, c) for c in heads)
    return next((j for j in found if j is not None and discourse.mentions[j].form == Form.NAME), None)


def _behind_place(discourse: Discourse, i: int) -> int | None:
    """ "The Front's delegate in Ruda, X, said": the name behind an office and where it is held."""
    m, line = discourse.mentions[i], discourse.line_of(i)
    k = m.last + 1
    token = line.tokens[m.head]
    if token.relation == "pobj" and line.tags[line.tokens[token.head].head][:1] == "N":
        return None  # "an aide to the president in Ruda, X,"
    if discourse.determiner(i) == "bare" or k >= len(line) or line.tags[k] != "IN":
        return None
    comma = next((n for n in range(k + 1, min(k + _FAR, len(line))) if line.words[n] == ","), None)
    if comma is None or any(line.tags[n][:1] in {"V", "W", "M", "C"} for n in range(k, comma)):
        return None
    for j in discourse.of_line(m.line):
        o = discourse.mentions[j]
        if o.form != Form.NAME or discourse.kind(j) != Kind.PERSON:
            continue
        after = line.words[o.last + 1 : o.last + 2]
        if o.first - len(title_tokens(line, o)) == comma + 1 and after in {(",",), ("-",), (";",), (".",)}:
            return j
    return None
