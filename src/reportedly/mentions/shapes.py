"""Names in their final extent: "northern" and "province" belong to a place, an office before a person is the title."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from reportedly.mentions.candidate import Candidate, Line
from reportedly.mentions.kinds import noun_kind
from reportedly.mentions.lexicon import Lexicon
from reportedly.records.mention import Form, Kind
from reportedly.resources.lexicon import words

_COMPASS = words("mentions", "compass")
_REGION = words("mentions", "region")
_TOWN = words("mentions", "town")
_AROUND = words("mentions", "around")
_UNITS = words("shapes", "inside", "units")
_FACILITY_WORDS = words("mentions", "facility")
_FACILITY_PAIRS = frozenset(
    {
        ("air", "base"),
        ("refugee", "camp"),
        ("international", "airport"),
        ("military", "base"),
        ("border", "crossing"),
        ("oil", "field"),
        ("military", "airport"),
        ("naval", "base"),
        ("power", "plant"),
        ("training", "camp"),
        ("operations", "room"),
    }
)


def _goes_on(line: Line, c: Candidate) -> bool:
    """Whether a class word after a place belongs to it: "Ruda city", but not "the West Bank city of Ruda"."""
    low = line.lows[c.last + 1]
    return low in _AROUND or (low in _TOWN and (c.first == 0 or line.lows[c.first - 1] not in {"the", "a"}))


def extend_region(line: Line, c: Candidate) -> Candidate:
    """ "Balkh province", "the Varova brigade": the class word makes another name than that of the town."""
    k = c.last + 1
    if c.form != Form.NAME or c.country is not None or k >= len(line) or not line.gap(c.last):
        return c
    if line.lows[k] in _UNITS and line.tags[k] == "NN":
        known = c.why == "known name" or c.title is not None or line.words[c.last].isupper()
        whole = msgspec.structs.replace(c, last=k, head=line.head_of(c.first, k), kind=Kind.GROUP)
        return c if known or line.lows[c.last] in _UNITS else whole
    if (
        line.lows[k] not in _REGION
        or line.tags[k] not in {"NN", "NNS"}
        or line.tags[k + 1 : k + 2] in {("NN",), ("NNS",)}
    ):
        return c
    return msgspec.structs.replace(c, last=k, head=line.head_of(c.first, k))


def same_place(before: Candidate, after: Candidate, line: Line) -> bool:
    """Whether a name with its class word ("Ruda city") names what it names without."""
    return before.first == after.first and (before.last == after.last or line.lows[after.last] in _TOWN)


def extend_name(line: Line, c: Candidate, kind: Kind) -> tuple[Candidate, Kind]:
    """A name with the class word after it and the compass word before it, and its kind then."""
    if c.form != Form.NAME:
        return c, kind
    last = c.last
    if kind in {Kind.PLACE, Kind.OTHER, Kind.ORGANISATION, Kind.FACILITY} and last + 1 < len(line) and line.gap(last):
        pair = line.lows[last + 1 : last + 3]
        if pair in _FACILITY_PAIRS:
            last, kind = last + 2, Kind.FACILITY
        elif line.lows[last + 1] in _FACILITY_WORDS and line.tags[last + 1] == "NN":
            last, kind = last + 1, Kind.FACILITY
        elif kind == Kind.PLACE and _goes_on(line, c) and line.tags[last + 1] in {"NN", "NNS"}:
            last += 1
    elif kind == Kind.GROUP and line.lows[last + 1 : last + 2] in {("network",), ("cartel",)} and line.gap(last):
        last += 1
    first = c.first
    if kind in {Kind.PLACE, Kind.STATE} and first > 0 and line.lows[first - 1] in _COMPASS and line.gap(first - 1):
        first -= 1
        while first > 1 and line.words[first - 1] == "-" and line.lows[first - 2] in _COMPASS:
            first -= 2
        kind = Kind.PLACE
    if (first, last) == (c.first, c.last):
        return c, kind
    head = c.head if last == c.last else line.head_of(first, last)
    country = None if first != c.first else c.country
    return msgspec.structs.replace(c, first=first, last=last, head=head, country=country), kind


def take_title(
    line: Line, c: Candidate, nominals: Sequence[Candidate], lexicon: Lexicon
) -> tuple[Candidate, Candidate | None]:
    """A person's name with the office or trade before it as its title, and the nominal that is used up for that."""
    if c.form != Form.NAME or c.kind != Kind.PERSON:
        return c, None
    for n in nominals:
        if _of_office(line, n, c):
            return msgspec.structs.replace(c, title=line.surface(n.head, c.first - 1), plural=False), n
        trade = line.tokens[n.head].lemma
        if trade in lexicon.plural_kinds and (trade,) not in lexicon.titles:
            continue  # "suspected militant X" is described, not titled
        if n.last == c.first - 1 and n.head == n.last and n.kind == Kind.PERSON and not n.plural and line.gap(n.last):
            if c.title is not None and line.capital(n.head):
                return c, n  # "Foreign Secretary X": the title has been set aside with the name
            return msgspec.structs.replace(c, title=_title_words(line, n, c, lexicon), plural=False), n
    return c, None


def title_tokens(line: Line, c: Candidate) -> range:
    """The tokens before a name that make its title."""
    if c.title is None:
        return range(0)
    start = line.tokens[c.first].start - len(c.title) - 1
    first = c.first
    while first > 0 and line.tokens[first - 1].start >= start:
        first -= 1
    return range(first, c.first)


def _of_office(line: Line, n: Candidate, c: Candidate) -> bool:
    """ "Secretary of the Air Force X Y": an office with its body, and the name right after it."""
    if n.kind != Kind.PERSON or n.plural or n.last != c.last or n.head >= c.first or not line.capital(n.head):
        return False
    return line.capital(c.first - 1) and line.gap(c.first - 1) and c.last > c.first


def _title_words(line: Line, n: Candidate, c: Candidate, lexicon: Lexicon) -> str:
    """The words of the office without names and nationalities: "militia leader", "deputy commander"."""
    first = n.head
    while first > n.first and line.tags[first - 1] in {"NN", "JJ"}:
        if line.capital(first - 1) and first - 1 not in line.openings:
            break
        if (line.words[first - 1],) in lexicon.adjectives or noun_kind(line, first - 1, lexicon) == Kind.POPULATION:
            break
        first -= 1
    words = line.surface(first, n.head)
    return f"{words} {c.title}" if c.title else words
