"""Mends the spans of the engine's coarse head by what the words around them say: edges, numbers, arms and craft."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from reportedly.mentions.lexicon import load_lexicon
from reportedly.records.mention import Kind
from reportedly.records.span import Token


class Coarse(NamedTuple):
    """Tokens first..last of a sentence, with a kind of re3d's."""

    first: int
    last: int
    kind: str


#: Tags with which no phrase begins or ends.
_EDGES: Final = frozenset({"IN", "CC", "TO", ",", ":", "``", "''", "POS"})
#: Kinds of things that have names, and tags of what stands before a name in its span.
_NAMED: Final = frozenset({"Person", "Organisation", "Location"})
_BEFORE: Final = frozenset({"DT"})
_TIMES: Final = frozenset(
    {"a.m.", "p.m.", "second", "minute", "hour", "day", "week", "month", "year", "decade", "ago", "later"}
)
_MEASURES: Final = frozenset(
    {"km", "mi", "m", "kg", "mile", "kilometer", "kilometre", "meter", "metre", "ton", "tonne", "percent", "%"}
)


def mended(
    tokens: Sequence[Token], spans: Sequence[Coarse], armed: Sequence[Coarse], names: Sequence[Coarse]
) -> list[Coarse]:
    """Spans without loose ends, numbers with their units; `armed` (weapons, craft) in place of what they overlap.

    names: those that the mentions stage found, of no kind where re3d may have either of two; they tell how far a name
    goes and what it names.
    """
    found = [t for s in spans if (t := _trimmed(tokens, s)) is not None]
    found = _counted(tokens, [_measured(tokens, s) for s in sorted(found)])
    found = _with_lands(tokens, _entitled(tokens, _named(tokens, found, names)))
    for a in (_uncounted(tokens, a) for a in armed):
        same = [s for s in found if s.first <= a.last and a.first <= s.last]
        if not same:
            found.append(a)
        elif len(same) == 1 and same[0].last == a.last and same[0].kind != "Person":
            found[found.index(same[0])] = same[0]._replace(kind=a.kind)
    return sorted(found)


def _named(tokens: Sequence[Token], spans: Sequence[Coarse], names: Sequence[Coarse]) -> list[Coarse]:
    """Spans that hold the whole of the names that they begin, and are of the kind of the name that they are."""
    found: list[Coarse] = []
    for span in sorted(spans):
        if found and span.first <= found[-1].last:
            continue  # the rest of a name
        if span.kind not in _NAMED:
            found.append(span)
            continue
        name = next((n for n in names if span.first <= n.first <= span.last <= n.last), None)
        if name is not None and all(t.tag in _BEFORE for t in tokens[span.first : name.first]):
            span = Coarse(span.first, name.last, name.kind if name.kind in _NAMED else span.kind)
        found.append(span)
    return found


def _entitled(tokens: Sequence[Token], spans: Sequence[Coarse]) -> list[Coarse]:
    """A title and the name right behind it as one person."""
    found: list[Coarse] = []
    for span in spans:
        before = found[-1] if found else None
        joined = before is not None and before.kind == span.kind == "Person" and before.last + 1 == span.first
        if before is not None and joined and {tokens[before.last].tag, tokens[span.first].tag} <= {"NNP"}:
            found[-1] = Coarse(before.first, span.last, "Person")
        else:
            found.append(span)
    return found


def _with_lands(tokens: Sequence[Token], spans: Sequence[Coarse]) -> list[Coarse]:
    """ "Ruda, Syria": a town with the land that it lies in is one place; "Iraq, Syria" are two."""
    found: list[Coarse] = []
    for span in spans:
        before = found[-1] if found else None
        apart = before is None or tokens[before.last + 1].text != "," or before.last + 2 != span.first
        if before is None or apart or not before.kind == span.kind == "Location":
            found.append(span)
        elif _is_land(tokens, span) and not _ends_in_land(tokens, before):
            found[-1] = Coarse(before.first, span.last, "Location")
        else:
            found.append(span)
    return found


def _ends_in_land(tokens: Sequence[Token], span: Coarse) -> bool:
    comma = max((i for i in range(span.first, span.last) if tokens[i].text == ","), default=span.first - 1)
    return _is_land(tokens, span._replace(first=comma + 1))


def _is_land(tokens: Sequence[Token], span: Coarse) -> bool:
    words = tuple(t.text for t in tokens[span.first : span.last + 1])
    known = load_lexicon()
    return words in known.countries or known.bodies.get(words) == Kind.PLACE


def _uncounted(tokens: Sequence[Token], armed: Coarse) -> Coarse:
    """ "Three rockets" and "dozens of rockets" without the number, which is an amount of its own."""
    first = max((i + 1 for i in range(armed.first, armed.last) if tokens[i].text == "of"), default=armed.first)
    while first < armed.last and tokens[first].tag == "CD":
        first += 1
    return armed._replace(first=first)


def _trimmed(tokens: Sequence[Token], span: Coarse) -> Coarse | None:
    first, last, kind = span
    while first <= last and tokens[first].tag in _EDGES:
        first += 1
    while last >= first and tokens[last].tag in _EDGES | {"DT"} and tokens[last].relation != "nsubj":
        last -= 1
    return Coarse(first, last, kind) if first <= last else None


def _measured(tokens: Sequence[Token], span: Coarse) -> Coarse:
    """ "45" of "45 minutes" is a time with its unit, "8 km" an amount."""
    first, last, kind = span
    after = tokens[last + 1].lemma.lower() if last + 1 < len(tokens) else ""
    number = all(t.tag == "CD" for t in tokens[first : last + 1])
    if (number or kind == "Temporal") and after in _TIMES:
        return Coarse(first, last + 1, "Temporal")
    if tokens[last].lemma.lower() in _MEASURES and tokens[first].tag == "CD":
        return Coarse(first, last, "Quantity")
    return Coarse(first, last + 1, "Quantity") if number and after in _MEASURES else span


def _counted(tokens: Sequence[Token], spans: Sequence[Coarse]) -> list[Coarse]:
    """A number and the month right after it as one: "13" and "November"."""
    found: list[Coarse] = []
    for span in spans:
        before = found[-1] if found else None
        if before is not None and span.first <= before.last:
            continue  # a unit that the number took
        if before is not None and _joins(tokens, before, span):
            found[-1] = Coarse(before.first, span.last, span.kind)
        else:
            found.append(span)
    return found


def _joins(tokens: Sequence[Token], before: Coarse, span: Coarse) -> bool:
    number = all(t.tag == "CD" for t in tokens[before.first : before.last + 1])
    month = tokens[span.first].tag.startswith("NNP")
    return number and before.last + 1 == span.first and span.kind == "Temporal" and month
