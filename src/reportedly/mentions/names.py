"""Names: runs of capitals and the engine's spans, taken apart into titles, nationalities and the names themselves."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from reportedly.mentions.candidate import Candidate, Line
from reportedly.mentions.lexicon import Lexicon
from reportedly.mentions.nicknames import join_nicknames
from reportedly.mentions.parts import SURE, engine_kind, take_apart
from reportedly.mentions.runs import Run, find_runs
from reportedly.mentions.shapes import extend_region
from reportedly.mentions.spelt import join_spelt
from reportedly.mentions.states import match_country
from reportedly.records.mention import Form, Kind
from reportedly.text.lemmas import is_word

_PREFIXES = frozenset(
    {"ex", "non", "anti", "pro", "pre", "post", "counter", "vice", "self", "co", "mid", "cross", "multi"}
)


def find_names(lines: Sequence[Line], lexicon: Lexicon) -> list[Candidate]:
    """Names and adjectives of nationality of a document, by line and token.

    Headings in title case are read last, with the names that the other lines gave.
    """
    runs = {line.index: find_runs(line, lexicon) for line in lines if line.cased}
    attested = _attested(lines, runs)
    found: dict[int, list[Candidate]] = {}
    for line in lines:
        if line.cased:
            found[line.index] = _read_runs(line, runs[line.index], lexicon, attested)
    known = _known(lines, found)
    for line in lines:
        if not line.cased:
            found[line.index] = _read_heading(line, lexicon, known)
    return [c for line in lines for c in found[line.index]]


def _attested(lines: Sequence[Line], runs: dict[int, list[Run]]) -> frozenset[str]:
    """Words that stand with a capital where nothing but a name asks for one."""
    return frozenset(
        line.lows[i]
        for line in lines
        if line.cased
        for first, last in runs[line.index]
        for i in range(first, last + 1)
        if i not in line.openings
    )


def _known(lines: Sequence[Line], found: dict[int, list[Candidate]]) -> dict[str, list[tuple[str, ...]]]:
    """Names found so far by their first word."""
    known: dict[str, list[tuple[str, ...]]] = {}
    for line in lines:
        for c in found.get(line.index, ()):
            words = line.lows[c.first : c.last + 1]
            if c.form == Form.NAME and words not in known.setdefault(words[0], []):
                known[words[0]].append(words)
    return known


def _read_runs(line: Line, runs: list[Run], lexicon: Lexicon, attested: frozenset[str]) -> list[Candidate]:
    found: list[Candidate] = []
    for first, last in runs:
        if not _is_stray(line, first, last, lexicon, attested):
            found += take_apart(line, first, last, lexicon)
    found = join_spelt(line, join_nicknames(line, found))
    return [extend_region(line, _whole_event(line, c, found, lexicon)) for c in found]


def _whole_event(line: Line, c: Candidate, found: list[Candidate], lexicon: Lexicon) -> Candidate:
    """ "Iran-Iraq War": the event takes in the state before the hyphen, which stays a candidate of its own."""
    k = c.first - 1
    if k < 1 or line.words[k] != "-" or line.gap(k) or lexicon.last_words.get((line.lows[c.last],)) != Kind.EVENT:
        return c
    before = next((b for b in found if b.last == k - 1 and b.country is not None), None)
    return c if before is None else msgspec.structs.replace(c, first=before.first)


def _is_stray(line: Line, first: int, last: int, lexicon: Lexicon, attested: frozenset[str]) -> bool:
    """Whether a run is only the capital with which a sentence begins."""
    if line.lows[first] in _PREFIXES and first == last and line.words[first + 1 : first + 2] == ("-",):
        return True  # "Ex-minister"
    if line.words[first] in {"R", "D"} and last > first and line.words[first + 1] == "-":
        return True  # party and state of an American politician
    if first != last:
        return False
    if line.words[first].isupper() and len(line.words[first]) > 3 and (line.lows[first],) in lexicon.titles:
        return True  # "COLONEL:" in a record of what was said
    if first not in line.openings:
        return _is_common(line, first, lexicon)
    word = (line.words[first],)
    if word in lexicon.countries or word in lexicon.adjectives or word in lexicon.bodies:
        return False
    low = line.lows[first]
    if line.words[first].isupper() and line.words[first + 1 : first + 2] == (":",) and is_word(low):
        return True  # "QUESTION: …"
    if line.words[first][1:].isupper() or low in attested:
        return False
    if line.tags[first] == "NNS" and is_word(low):
        return True
    if (
        low in lexicon.partitives
        or (low,) in lexicon.nouns
        or (low.rstrip("s"),) in lexicon.nouns
        or (low,) in lexicon.titles
    ):
        return True
    if engine_kind(line, first, last) is not None or not is_word(low):
        return False
    return not line.tags[first].startswith("NNP")


def _is_common(line: Line, i: int, lexicon: Lexicon) -> bool:
    """Whether one word with a capital inside a sentence is a common word all the same."""
    word = (line.words[i],)
    if word in lexicon.countries or word in lexicon.adjectives or word in lexicon.bodies or word in lexicon.peoples:
        return False
    low, tag = line.lows[i], line.tags[i]
    if tag[:1] in "VIRMCWDJ" and is_word(low):
        return engine_kind(line, i, i) is None
    described = (i > 0 and line.tags[i - 1] == "DT") or line.lows[i + 1 : i + 2] == ("of",)
    person = Kind.PERSON in {lexicon.nouns.get((low,)), lexicon.nouns.get((low.rstrip("s"),))}
    return described and person and (low.rstrip("s"),) not in lexicon.titles  # "the Members of the Council"


def _read_heading(line: Line, lexicon: Lexicon, known: dict[str, list[tuple[str, ...]]]) -> list[Candidate]:
    """Names of a line whose capitals tell nothing: those known from elsewhere, and the engine's."""
    found: list[Candidate] = []
    taken = [False] * len(line)
    for i in range(len(line)):
        options = [w for w in known.get(line.lows[i], ()) if line.lows[i : i + len(w)] == w and not taken[i]]
        country = match_country(line, i, lexicon)
        length = max((len(w) for w in options), default=0)
        if country and country[0] >= length:
            length = country[0]
        elif not length and (line.words[i],) in lexicon.adjectives:
            length = 1
        length = max(length, _known_group(line, i, lexicon))
        if length:
            found += take_apart(line, i, i + length - 1, lexicon)
            taken[i : i + length] = [True] * length
    for span in line.spans:
        free = not any(taken[span.first : span.last + 1])
        if free and span.score >= SURE and any(line.words[i][0].isupper() for i in range(span.first, span.last + 1)):
            first, last = _clean(line, span.first, span.last, lexicon)
            if first <= last and any(_is_telling(line, i, lexicon) for i in range(first, last + 1)):
                found += take_apart(line, first, last, lexicon)
    return sorted(found, key=lambda c: (c.first, -c.last))


def _known_group(line: Line, i: int, lexicon: Lexicon) -> int:
    """How many words the longest name of a widely known group has that begins at token i."""
    spans = (n for n in (4, 3, 2, 1) if lexicon.bodies.get(line.words[i : i + n]) == Kind.GROUP and i + n <= len(line))
    length = next(spans, 0)
    return length if len(line.words[i]) > 2 or length > 1 else 0


def _is_telling(line: Line, i: int, lexicon: Lexicon) -> bool:
    """Whether a word is no English one or an acronym, so that it tells a name even in a heading in title case."""
    word, low = line.words[i], line.lows[i]
    if not word[0].isupper():
        return False
    return not is_word(low) or (word.isupper() and len(word) > 1) or lexicon.is_given_name(low)


def _clean(line: Line, first: int, last: int, lexicon: Lexicon) -> Run:
    while first <= last and (
        line.tags[first] in {"DT", "PRP$", "IN", "POS", ",", ":"} or line.lows[first] in {"the", "a"}
    ):
        first += 1
    while last >= first and (line.tags[last] in {"POS", ",", ":", "."} or line.words[last] in {"'s", "'", '"'}):
        last -= 1
    return first, last
