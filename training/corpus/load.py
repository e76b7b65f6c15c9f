"""Reads annotated passages and proves every offset.

A file holds passages; a passage is a header, marked-up lines, and claims. `README.md` beside this file has the format.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from reportedly.ontology.ontology import load_ontology
from reportedly.records.claim import Medium, Modality, Polarity
from reportedly.records.document import Role
from reportedly.records.mention import Form, Kind

FOLDER: Final = Path(__file__).parent / "passages"
_HEADERS: Final = frozenset({"outlet", "country", "war", "published", "bait", "note"})
_REQUIRED: Final = ("outlet", "country", "war")
_ROLES: Final = {
    "H": Role.HEADLINE,
    "P": Role.PARAGRAPH,
    "C": Role.CAPTION,
    "L": Role.LIST,
    "Q": Role.QUOTE,
    "T": Role.TABLE,
}
_FORMS: Final = {"name": Form.NAME, "nom": Form.NOMINAL, "pro": Form.PRONOUN, "adj": Form.ADJECTIVE}
_PRONOUNS: Final = frozenset(
    [
        "i",
        "me",
        "my",
        "mine",
        "myself",
        "we",
        "us",
        "our",
        "ours",
        "ourselves",
        "you",
        "your",
        "yours",
        "he",
        "him",
        "his",
        "himself",
        "she",
        "her",
        "hers",
        "herself",
        "it",
        "its",
        "itself",
        "they",
        "them",
        "their",
        "theirs",
        "themselves",
        "who",
        "whom",
        "whose",
        "which",
        "that",
        "this",
        "these",
        "those",
        "both",
        "one",
        "some",
        "others",
    ]
)
_KEYS: Final = frozenset(
    [
        "role",
        "time",
        "modality",
        "polarity",
        "by",
        "medium",
        "method",
        "weapon",
        "killed",
        "wounded",
        "habitual",
        "former",
        "disputed_by",
        "ev",
        "operation",
    ]
)


class CorpusError(Exception):
    """A passage breaks the format. The message names the file and the line."""


class CorpusMention(msgspec.Struct, frozen=True, kw_only=True):
    """Characters start..end of the passage's text; chain: the letter that stands for what it refers to."""

    start: int
    end: int
    chain: str
    kind: Kind
    form: Form


class CorpusClaim(msgspec.Struct, frozen=True, kw_only=True):
    """A claim: parties are indexes into `Passage.mentions`, spans are characters of `Passage.text`."""

    predicate: str
    subject: int | None
    object: int | None
    subjects: tuple[int, ...] = ()
    place: int | None = None
    role: str | None = None
    time: tuple[int, int] | None = None
    modality: Modality = Modality.ASSERTED
    polarity: Polarity = Polarity.POSITIVE
    habitual: bool = False
    former: bool = False
    by: tuple[str, ...] = ()
    disputed_by: str | None = None
    medium: Medium | None = None
    method: str | None = None
    weapon: str | None = None
    killed: str | None = None
    wounded: str | None = None
    operation: str | None = None
    evidence: tuple[int, int]


class Line(msgspec.Struct, frozen=True):
    """One block of a passage: a role and characters of the text."""

    role: Role
    start: int
    end: int


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """One annotated passage. text: its lines joined by line ends, without markup."""

    id: str
    file: str
    outlet: str
    country: str
    war: str
    published: str | None
    bait: bool
    text: str
    lines: tuple[Line, ...]
    mentions: tuple[CorpusMention, ...]
    claims: tuple[CorpusClaim, ...]


def load(folder: Path = FOLDER) -> list[Passage]:
    """All passages under a folder, by file name and place in the file. Raises CorpusError at the first fault."""
    files = sorted(folder.glob("**/*.txt"))
    return [passage for file in files for passage in parse(file.read_text("utf-8"), file.name)]


def parse(source: str, name: str = "<text>") -> Iterator[Passage]:
    """The passages of one file's text."""
    starts = [m.start() for m in re.finditer(r"^# ", source, re.MULTILINE)]
    for begin, end in zip(starts, [*starts[1:], len(source)], strict=True):
        line = source.count("\n", 0, begin) + 1
        try:
            yield _passage(source[begin:end].splitlines(), name)
        except CorpusError as error:
            raise CorpusError(f"{name}, passage at line {line}: {error}") from None


def _passage(lines: list[str], file: str) -> Passage:
    identity = lines[0].removeprefix("# ").strip()
    header: dict[str, str] = {}
    kinds: dict[str, Kind] = {}
    text, blocks, raw, claims = "", [], [], []
    for line in lines[1:]:
        if not line.strip():
            continue
        if blocks_line := re.match(r"([HPCLQT]): (.+)$", line):
            if text:
                text += "\n"
            words, found = _marked(blocks_line[2], len(text), kinds)
            blocks.append(Line(_ROLES[blocks_line[1]], len(text), len(text) + len(words)))
            text += words
            raw += found
        elif not blocks and (head := re.match(r"(\w+): (.*)$", line)):
            if head[1] not in _HEADERS:
                raise CorpusError(f"unknown header {head[1]!r}")
            header[head[1]] = head[2].strip()
        elif blocks:
            claims.append(line.strip())
        else:
            raise CorpusError(f"cannot read {line!r}")
    missing = [key for key in _REQUIRED if not header.get(key)]
    if missing or not blocks:
        raise CorpusError(f"{identity}: missing {', '.join(missing) or 'text'}")
    mentions = _mentions(text, raw, kinds)
    return Passage(
        id=identity,
        file=file,
        outlet=header["outlet"],
        country=header["country"],
        war=header["war"],
        published=header.get("published"),
        bait=header.get("bait", "no") == "yes",
        text=text,
        lines=tuple(blocks),
        mentions=mentions,
        claims=tuple(_claim(line, text, mentions) for line in claims),
    )


_Raw = tuple[int, int, str, Form | None]


def _marked(line: str, offset: int, kinds: dict[str, Kind]) -> tuple[str, list[_Raw]]:
    """The words of a marked-up line and its mentions; `kinds` learns what each chain letter is."""
    words, found, open_at = "", [], []
    position = 0
    while position < len(line):
        character = line[position]
        if character == "[":
            open_at.append(len(words))
            position += 1
        elif character == "|" and open_at:
            spec = re.match(r"\|(\w+)(?::(name|nom|pro|adj))?(?: (\w+))?\]", line[position:])
            if not spec:
                shown = line[position : position + 30]
                raise CorpusError(f"bad mark {shown!r}: write |id], |id Kind], |id:form] or |id:form Kind]")
            chain, form, kind = spec[1], spec[2], spec[3]
            if kind:
                if kind not in Kind._value2member_map_:
                    raise CorpusError(f"unknown kind {kind!r}")
                if kinds.setdefault(chain, Kind(kind)) != Kind(kind):
                    raise CorpusError(f"chain {chain!r} has two kinds")
            found.append((offset + open_at.pop(), offset + len(words), chain, _FORMS[form] if form else None))
            position += spec.end()
        elif character == "]":
            raise CorpusError(f"a closing bracket without a mark in {line!r}")
        else:
            words += character
            position += 1
    if open_at:
        raise CorpusError(f"a bracket is not closed in {line!r}")
    return words, found


def _mentions(text: str, raw: list[_Raw], kinds: dict[str, Kind]) -> tuple[CorpusMention, ...]:
    found = []
    for start, end, chain, form in sorted(raw, key=lambda r: (r[0], -r[1])):
        surface = text[start:end]
        if chain not in kinds:
            raise CorpusError(f"chain {chain!r} ({surface!r}) has no kind")
        if not surface or surface != surface.strip():
            raise CorpusError(f"mention {surface!r} begins or ends with a space")
        found.append(CorpusMention(start=start, end=end, chain=chain, kind=kinds[chain], form=form or _form(surface)))
    return tuple(found)


def _form(surface: str) -> Form:
    if surface.casefold() in _PRONOUNS:
        return Form.PRONOUN
    first = surface.split()[0]
    lowered = first.casefold() in {"the", "a", "an", "his", "her", "its", "their", "another", "two", "three", "several"}
    particle = first in {"al", "bin", "ibn", "ag", "ould", "de", "van", "von", "da", "dos", "el", "la", "le", "an"}
    if lowered or not (first[:1].isupper() or first[:1].isdigit() or particle or not first.isascii()):
        return Form.NOMINAL
    return Form.NAME


_CLAIM = re.compile(
    r"(?P<predicate>\w+)\s+(?P<subject>[\w#+-]+)(?:\s*>\s*(?P<object>[\w#-]+))?(?:\s*@\s*(?P<place>[\w#-]+))?\s*$"
)


def _claim(line: str, text: str, mentions: tuple[CorpusMention, ...]) -> CorpusClaim:
    head, *pairs = re.split(r"\s+\|\s+", line)
    match = _CLAIM.match(head)
    if not match:
        raise CorpusError(f"cannot read the claim {line!r}")
    predicate = match["predicate"]
    if predicate not in {p.name for p in load_ontology().predicates}:
        raise CorpusError(f"unknown predicate {predicate!r}")
    values: dict[str, str] = {}
    for pair in pairs:
        key, _, value = pair.partition("=")
        if key not in _KEYS:
            raise CorpusError(f"unknown key {key!r} in {line!r}")
        values[key] = value.strip().strip('"') if value.strip()[:1] == '"' else value.strip()
    if "ev" not in values:
        raise CorpusError(f"no ev= in {line!r}")
    evidence = _span(text, values["ev"], "ev")
    names = [] if match["subject"] == "-" else match["subject"].split("+")
    parties = [_mention(mentions, name, evidence) for name in names]
    return CorpusClaim(
        predicate=predicate,
        subject=parties[0] if len(parties) == 1 else None,
        subjects=tuple(parties) if len(parties) > 1 else (),
        object=_mention(mentions, match["object"], evidence) if match["object"] not in {None, "-"} else None,
        place=_mention(mentions, match["place"], evidence) if match["place"] not in {None, "-"} else None,
        role=values.get("role"),
        time=_span(text, values["time"], "time") if "time" in values else None,
        modality=Modality(values.get("modality", "asserted")),
        polarity=Polarity(values.get("polarity", "positive")),
        habitual=values.get("habitual") == "yes",
        former=values.get("former") == "yes",
        by=tuple(part.strip() for part in values["by"].split(";")) if "by" in values else (),
        disputed_by=values.get("disputed_by"),
        medium=Medium(values["medium"]) if "medium" in values else None,
        method=values.get("method"),
        weapon=values.get("weapon"),
        killed=values.get("killed"),
        wounded=values.get("wounded"),
        operation=values.get("operation"),
        evidence=evidence,
    )


def _span(text: str, words: str, key: str) -> tuple[int, int]:
    start = text.find(words)
    if start < 0:
        raise CorpusError(f"{key}={words!r} does not stand in the text")
    return start, start + len(words)


def _mention(mentions: tuple[CorpusMention, ...], reference: str, evidence: tuple[int, int]) -> int:
    """ "a" is the mention of chain a inside the evidence (the first name there, else the first), "a#2" the chain's
    second.
    """
    chain, _, number = reference.partition("#")
    of_chain = [i for i, m in enumerate(mentions) if m.chain == chain]
    if not of_chain:
        raise CorpusError(f"no mention of {chain!r}")
    if number:
        if int(number) > len(of_chain):
            raise CorpusError(f"{reference!r}: the chain has {len(of_chain)} mentions")
        return of_chain[int(number) - 1]
    inside = [i for i in of_chain if evidence[0] <= mentions[i].start and mentions[i].end <= evidence[1]]
    named = [i for i in inside if mentions[i].form == Form.NAME]
    return (named or inside or of_chain)[0]
