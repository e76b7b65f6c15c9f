"""Other names as they stand: the words that bring one in ("also known as"), and the names right after them."""

from __future__ import annotations

from functools import cache

from reportedly.claims.arguments.parties import filler
from reportedly.claims.extractor import Filler
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.records.mention import AGENTS, Form, Kind
from reportedly.resources.lexicon import words

NAMED = AGENTS | {Kind.FACILITY, Kind.OTHER}
QUOTES = frozenset({'"', "“", "”", "'", "‘", "’", "``", "''", "«", "»"})
_LONGEST = 5


def cue(view: SentenceView, at: int) -> int:
    """How many tokens from one on make a cue; 0 when none does."""
    if view.lows[at] not in _first_words():
        return 0
    if view.lows[at] == "known":  # "known in Sel as", "known to the police as"
        near = view.lows[at + 1 : at + 6]
        between = range(at + 1, at + 1 + near.index("as")) if "as" in near else range(0)
        if "as" in near and all(view.tokens[t].tag[:1] in {"I", "N", "D", "R", "J"} for t in between):
            return len(between) + 2
    for length in range(_LONGEST, 0, -1):
        if at + length <= len(view.tokens) and view.words_from(at, length).lower() in _cues():
            return length
    return 0


@cache
def _cues() -> frozenset[str]:
    return words("alias", "cues") | words("alias", "weak")


@cache
def _first_words() -> frozenset[str]:
    return frozenset(cue.split()[0] for cue in _cues())


def matches(name: Filler, other: Filler, weak: bool) -> bool:
    """Whether both can be names of one: of one kind, or the other of a kind that nicknames are taken for."""
    person = Kind.PERSON in {name.kind, other.kind}
    if other.mention is None:
        return not weak
    if person and name.kind != other.kind:
        return not weak and other.kind in {Kind.OTHER, Kind.PERSON, Kind.GROUP, Kind.PLACE}
    return True


def names_from(view: SentenceView, at: int, weak: bool) -> list[Filler]:
    """The name that stands right after a cue, and those listed with it ("aka Y and Z")."""
    start = at
    while start < len(view.tokens) and view.tokens[start].text.lower() in words("alias", "passed"):
        if weak and view.tokens[start].text.lower() not in {"the", "as"} | QUOTES:
            return []
        start += 1
    first = name_at(view, start, quoted=start > at and view.tokens[start - 1].text in QUOTES, weak=weak)
    found = [] if first is None else [first]
    while found and not weak:
        rest = next((i for i, t in enumerate(view.tokens) if t.start >= found[-1].end), len(view.tokens))
        joint = rest
        while joint < len(view.tokens) and view.tokens[joint].text.lower() in {",", "and", "or", *QUOTES}:
            joint += 1
        between = {t.text.lower() for t in view.tokens[rest:joint]}
        another = name_at(view, joint, quoted=False, weak=True) if between & {"and", "or"} else None
        if another is None or _has_own(view, another, between):
            break
        if another.kind != found[0].kind and "or" not in between:
            break
        found.append(another)
    return found


def _has_own(view: SentenceView, other: Filler, between: set[str]) -> bool:
    """As in "X, alias Y, and Z, alias W": Z is somebody else, whom his own cue follows."""
    follows = next((i for i, t in enumerate(view.tokens) if t.start >= other.end), len(view.tokens) - 1)
    while follows < len(view.tokens) - 1 and view.lows[follows] in words("alias", "between") - {"and", "or"}:
        follows += 1
    return "," in between or bool(cue(view, follows))


def name_at(view: SentenceView, at: int, *, quoted: bool, weak: bool) -> Filler | None:
    """The name that begins with a token. weak: only one that is known as a name; quoted: up to the closing mark."""
    if at >= len(view.tokens):
        return None
    starts = [
        m for m in view.mentions if view.mention(m).start == view.tokens[at].start and view.mention(m).form == Form.NAME
    ]
    last = _run(view, at, quoted)
    longest = max(starts, key=lambda m: view.mention(m).end, default=None)
    if weak and any(view.tokens[t].text.isdigit() for t in range(at, last + 1)):
        return None
    if longest is not None and (weak or view.mention(longest).end >= view.tokens[last].end):
        if view.mention(longest).kind in NAMED | {Kind.PLACE}:
            return filler(view, longest)
        if not quoted:
            return None
    if weak or not view.tokens[at].text[:1].isupper() or last - at > 7:
        return None
    return Filler(start=view.tokens[at].start, end=view.tokens[last].end, kind=Kind.OTHER)


def _run(view: SentenceView, at: int, quoted: bool) -> int:
    """Last token of a name: up to the closing quotation mark, else as long as capitals last."""
    last = at
    for token in range(at + 1, len(view.tokens)):
        text = view.tokens[token].text
        if quoted and text in QUOTES:
            return token - 1 - (view.lows[token - 1] == ",")  # American: "Fox,"
        if text[:1].isupper():
            last = token
        elif not quoted and text.lower() not in {"of", "the", "-", "al", "'s", "’s", "bin", "wal", "for"}:
            break
    return last
