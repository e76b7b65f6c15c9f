"""Names that follow a name in brackets: translations, aliases, other scripts; abbreviations are told apart."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from reportedly.claims.arguments.parties import filler
from reportedly.claims.extractor import Filler
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.records.mention import Form, Kind, Mention
from reportedly.resources.lexicon import words

_QUOTES = "\"“”'‘’«»„ "
#: Marks of a pronunciation.
_SOUNDS = frozenset("/[]ˈˌː")
_SMALL = frozenset(
    {"of", "the", "and", "for", "in", "de", "al", "el", "du", "des", "la", "le", "wa", "&", "d", "bin", "ibn", "ul"}
)


def bracketed(view: SentenceView, kinds: frozenset[Kind]) -> Iterator[tuple[Filler, Filler]]:
    """Each name with every other name that brackets right after it hold."""
    text = view.document.text
    for m in view.mentions:
        mention = view.mention(m)
        if mention.form != Form.NAME or mention.kind not in kinds:
            continue
        opening = mention.end
        while opening < view.sentence.end and text[opening].isspace():
            opening += 1
        closing = text.find(")", opening, view.sentence.end)
        if text[opening : opening + 1] != "(" or closing < 0:
            continue
        if _goes_on(text, closing) or set(text[opening:closing]) & _SOUNDS:
            continue  # "Rose (Levesque) Morneault", "([maˈti.as])"
        parts = list(_inside(text, opening + 1, closing))
        told = [p for p in parts if p[0] < p[1] and not is_acronym(text[p[0] : p[1]])]
        told = [p for p in told if not any(c.isdigit() for c in text[p[0] : p[1]])]  # "(Abu Zeyd; 1964–2013)"
        plain = len(told) == 1 or ":" in text[opening:closing]  # "(its own name, ION)"
        for start, end in parts:
            if not plain and _is_latin(text[start : start + 1]) and text[start - 1] not in _QUOTES.strip():
                continue  # several names without a word of what they are ("founder, Capital Group")
            other = _as_name(view, mention, start, end)
            if other is not None:
                yield filler(view, m), other


def _goes_on(text: str, closing: int) -> bool:
    """Whether a name goes on after a bracket: what it holds is a part of the name."""
    after = text[closing + 1 : closing + 3]
    return len(after) == 2 and after[0] == " " and after[1].isupper()


def _inside(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a bracket: parted by commas and language labels, scripts apart."""
    piece = start
    for i in range(start, end + 1):
        if i == end or text[i] in ",;:":
            yield from _by_script(text, piece, i)
            piece = i + 1


def _by_script(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begun = start
    last: bool | None = None
    for i in range(start, end):
        latin = _is_latin(text[i])
        if latin is None:
            continue
        if last is not None and latin != last:
            yield _trim(text, begun, i)
            begun = i
        last = latin
    yield _trim(text, begun, end)


def _is_latin(char: str) -> bool | None:
    """Whether a letter is Latin; None for marks, digits, spaces and quotation marks."""
    letter = char.isalpha() and unicodedata.category(char) != "Lm"
    return "LATIN" in unicodedata.name(char, "") if letter else None


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    def idle(char: str) -> bool:
        return char.isspace() or char in _QUOTES or unicodedata.category(char) == "Cf"

    while start < end and idle(text[start]):
        start += 1
    while end > start and idle(text[end - 1]):
        end -= 1
    for article in ("the ", "The ", "or ", "also ", "aka ", "a.k.a. ", "in Arabic ", "formerly ", "meaning "):
        if text[start:end].startswith(article):
            return _trim(text, start + len(article), end)
    return start, end


def _as_name(view: SentenceView, mention: Mention, start: int, end: int) -> Filler | None:
    """The bracketed words as another name of a mention, None when they are none."""
    text = view.document.text[start:end]
    if not text or any(c.isdigit() for c in text) or len(text) > 80:
        return None
    said = text.lower().removeprefix("in ")  # "(ELN, in Spanish)"
    if said in words("alias", "languages") | words("alias", "unnamed"):
        return None
    inner = [
        m
        for m in view.mentions
        if view.mention(m).form == Form.NAME and start <= view.mention(m).start and view.mention(m).end <= end
    ]
    whole = [m for m in inner if (view.mention(m).start, view.mention(m).end) == (start, end)]
    foreign = not any(_is_latin(c) for c in text)
    if is_acronym(text) or is_acronym(mention.text) or is_abbreviation(mention.text, text):
        return None
    if whole:
        kind = view.mention(whole[0]).kind
        return filler(view, whole[0]) if _alike(mention.kind, kind) else None
    if foreign:
        return Filler(start=start, end=end, kind=mention.kind)
    parts = text.replace("-", " ").split()
    capital = all(p[:1].isupper() or p.lower() in _SMALL or not p[:1].isalpha() for p in parts)
    labelled = _labelled(view, mention, start)
    quoted = view.document.text[start - 1] in _QUOTES.strip()
    if capital and (labelled or quoted or (len(parts) > 1 and mention.kind == Kind.GROUP)):
        return Filler(start=start, end=end, kind=mention.kind)
    return None


def _labelled(view: SentenceView, mention: Mention, start: int) -> bool:
    """Whether a language stands before it in the bracket ("Arabic: X")."""
    before = view.document.text[mention.end : start].lower()
    return any(f"{name}:" in before or f"{name} :" in before for name in words("alias", "languages"))


def _alike(a: Kind, b: Kind) -> bool:
    bodies = {Kind.GROUP, Kind.ORGANISATION, Kind.STATE_BODY, Kind.FACILITY, Kind.OTHER}
    return a == b or (a in bodies and b in bodies)


def is_acronym(name: str) -> bool:
    """Whether a name is one word of capitals ("TGF", "KwaS"), whatever it is short for."""
    name = next(iter(name.split()), "")
    letters = [c for c in name.strip() if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    return " " not in name.strip() and capitals >= 2 and capitals * 2 >= len(letters) and len(letters) <= 8


def is_abbreviation(a: str, b: str) -> bool:
    """Whether one of two names is made of words or first letters of the other ("Third Guard Front", "TGF")."""
    short, long = sorted((a.strip().lower(), b.strip().lower()), key=len)
    if f" {short} " in f" {long} ":
        return True
    first = "".join(w[0] for w in long.replace("-", " ").split() if w not in _SMALL and w[:1].isalpha())
    every = "".join(w[0] for w in long.replace("-", " ").split() if w[:1].isalpha())
    letters = "".join(c for c in short if c.isalpha())
    return " " not in short and letters.removesuffix("s") in {first, every, first.removesuffix("s")}
