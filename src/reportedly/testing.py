"""Factories for tests: small documents, claims and readings that keep every rule of the records.

Shipped, so that a plug-in kept elsewhere can be tested the same way.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from reportedly.records.claim import Attribution, AttributionKind, Claim, Evidence, Party
from reportedly.records.document import Block, DateCertainty, Document, Publication, Role
from reportedly.records.mention import Analysis, Chain, Form, Kind, Mention
from reportedly.records.page import MediaType, Page
from reportedly.records.reading import Reading
from reportedly.records.span import Sentence
from reportedly.records.where import Where
from reportedly.text import sentences

__all__ = ["make_claim", "make_document", "make_page", "make_reading"]

_CONTEXT = 32


# ---- whole readings: documents, chains and claims by their words, without any engine


def make_page(words: str, location: str = "report.txt", url: str | None = None) -> Page:
    """A plain-text page that holds these words."""
    content = words.encode()
    return Page(
        sha256=hashlib.sha256(content).hexdigest(),
        content=content,
        location=location,
        media_type=MediaType.PLAIN,
        url=url,
    )


def make_document(*blocks: tuple[Role, str] | str, published: str | None = None, **fields: Any) -> Document:
    """A document of these blocks, an empty line between them. A bare string is a paragraph. fields: of `Document`."""
    pairs = [(Role.PARAGRAPH, block) if isinstance(block, str) else block for block in blocks]
    found, start = [], 0
    for role, words in pairs:
        found.append(Block(role=role, start=start, end=start + len(words)))
        start += len(words) + 2
    text = "\n\n".join(words for _, words in pairs)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    if published is not None:
        fields["publication"] = Publication(date=published, certainty=DateCertainty.CERTAIN, rungs=("meta", "url"))
    fields = {"id": f"doc-{digest[:16]}", "page_sha256": digest, "location": "report.txt", "language": "en", **fields}
    return Document(text=text, blocks=tuple(found), **fields)


def make_claim(document: Document, predicate: str, evidence: str, **fields: Any) -> Claim:
    """A claim carried by these words of a document.

    subject, object, place: words of the document, or a pair of words and `Kind`, or the record itself. attributed_to:
    words of each voice, or records. fields: any other field of `Claim`.
    """
    start = document.text.index(evidence)
    end = start + len(evidence)
    block = next(b for b in document.blocks if b.start <= start < b.end)
    quote = Evidence(
        role=block.role,
        start=start,
        end=end,
        quote=evidence,
        prefix=document.text[max(0, start - _CONTEXT) : start],
        suffix=document.text[end : end + _CONTEXT],
    )
    for slot in ("subject", "object"):
        fields[slot] = _party(document, fields.get(slot), start)
    fields["subjects"] = tuple(_party(document, party, start) for party in fields.get("subjects", ()))
    if isinstance(fields.get("place"), str):
        position = _near(document, fields["place"], start)
        place = fields["place"]
        fields["place"] = Where(start=position, end=position + len(place), name=place, canonical=place)
    links = fields.pop("attributed_to", ())
    fields["attributed_to"] = tuple(_attribution(document, link, start) for link in links)
    digest = hashlib.sha256(repr((document.id, predicate, start, end, sorted(fields.items()))).encode()).hexdigest()
    fields = {
        "id": f"claim-{digest[:16]}",
        "extractor": "testing/1",
        "rule": "made",
        "why": "A test made it.",
        **fields,
    }
    fields.setdefault("id", f"claim-{digest[:16]}")
    return Claim(document_id=document.id, predicate=predicate, evidence=(quote,), **fields)


def make_reading(
    *blocks: tuple[Role, str] | str,
    names: Mapping[str, tuple[Kind, Sequence[str]] | Kind] | None = None,
    claims: Iterable[Mapping[str, Any]] = (),
    page: Page | None = None,
    **fields: Any,
) -> Reading:
    """A reading of one made page.

    names: full name → kind, and how else the document writes it; every place where one of them stands is a mention.
    claims: arguments of `make_claim`; the names in them become the full names of their chains. fields: of `Document`.
    """
    document = make_document(*blocks, **fields)
    page = page or make_page(document.text, document.location, document.url)
    document = msgspec.structs.replace(document, page_sha256=page.sha256)
    analysis = _analysis(document, names or {})
    made = tuple(_resolved(make_claim(document, **claim), analysis) for claim in claims)
    return Reading(location=document.location, document=document, analysis=analysis, claims=made, page=page)


def _party(document: Document, given: Any, near: int) -> Party | None:
    if given is None or isinstance(given, Party):
        return given
    name, kind = (given, Kind.PERSON) if isinstance(given, str) else given
    start = _near(document, name, near)
    return Party(name=name, canonical=name, kind=kind, start=start, end=start + len(name))


def _attribution(document: Document, given: Any, near: int) -> Attribution:
    if isinstance(given, Attribution):
        return given
    start = _near(document, given, near)
    return Attribution(name=given, canonical=given, kind=AttributionKind.OFFICIAL, start=start, end=start + len(given))


def _near(document: Document, words: str, position: int) -> int:
    """Where words stand: at or after a position if they do, else anywhere before it."""
    found = document.text.find(words, position)
    return found if found >= 0 else document.text.index(words)


def _analysis(document: Document, names: Mapping[str, tuple[Kind, Sequence[str]] | Kind]) -> Analysis:
    spans = [
        Sentence(number, start, end, ())
        for number, block in enumerate(document.blocks)
        if block.is_evidence
        for start, end in sentences.spans(document.text, block.start, block.end)
    ]
    told = {name: (given, ()) if isinstance(given, Kind) else given for name, given in names.items()}
    of = {spelling: name for name, (_, others) in told.items() for spelling in (name, *others)}
    mentions: list[Mention] = []
    chain_of: list[str] = []
    longest_first = sorted(of, key=lambda spelling: (-len(spelling), spelling))
    pattern = re.compile("|".join(rf"\b{re.escape(spelling)}\b" for spelling in longest_first) or r"(?!)")
    for number, sentence in enumerate(spans):
        for match in pattern.finditer(document.text, sentence.start, sentence.end):
            name = of[match.group()]
            mentions.append(
                Mention(
                    start=match.start(),
                    end=match.end(),
                    text=match.group(),
                    kind=told[name][0],
                    form=Form.NAME,
                    block=sentence.block,
                    sentence=number,
                    why="A test made it.",
                )
            )
            chain_of.append(name)
    chains = tuple(
        Chain(mentions=tuple(i for i, c in enumerate(chain_of) if c == name), name=name, kind=kind, named=True)
        for name, (kind, _) in told.items()
        if name in chain_of
    )
    return Analysis(sentences=tuple(spans), mentions=tuple(mentions), chains=chains)


def _resolved(claim: Claim, analysis: Analysis) -> Claim:
    """The claim with the full names of the chains that its parties stand in."""
    full = {m.text: (c, chain.name) for c, chain in enumerate(analysis.chains) for m in _members(analysis, chain)}

    def party(given: Party | None) -> Party | None:
        if given is None or given.name not in full:
            return given
        chain, name = full[given.name]
        return msgspec.structs.replace(given, canonical=name, chain=chain)

    place = claim.place
    if place is not None and place.name in full:
        place = msgspec.structs.replace(place, canonical=full[place.name][1])
    links = tuple(
        msgspec.structs.replace(link, canonical=full[link.name][1]) if link.name in full else link
        for link in claim.attributed_to
    )
    subjects = tuple(party(s) or s for s in claim.subjects)
    return msgspec.structs.replace(
        claim,
        subject=party(claim.subject),
        object=party(claim.object),
        subjects=subjects,
        place=place,
        attributed_to=links,
    )


def _members(analysis: Analysis, chain: Chain) -> list[Mention]:
    return [analysis.mentions[i] for i in chain.mentions]
