"""Where a claim is placed: the words of its own sentence, the most exact of them, with "near" and "outside" kept."""

from __future__ import annotations

from typing import Final

import msgspec

from reportedly.claims.arguments.on_map import on_map
from reportedly.claims.arguments.parties import filler as filler_of
from reportedly.claims.arguments.scenes import sites_of
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import is_in
from reportedly.ontology.ontology import load_ontology
from reportedly.records.mention import Form
from reportedly.records.where import Precision, Where
from reportedly.resources.lexicon import table, words

#: Parts of speech that describe a kind of place: "the besieged Doran town of".
_DESCRIBING: Final = frozenset({"JJ", "NN", "VB", "HY", "PO", ","})
#: How far "near" and "outside" are taken to reach.
NEAR_KM: Final = 25.0


def place_of(view: SentenceView, draft: Draft) -> Where | None:
    """The place of a draft: what the extractor found, else what the words around the trigger say."""
    found = draft.place
    if found is None and not draft.place_fixed and _takes_place(draft.predicate):
        around = sites_of(view, draft.trigger)
        found = next((f for f in around if not _is_party(draft, f)), None) or _on_stretch(view, draft.trigger)
        if found is None:
            return _written_out(view)
    found = None if found is None else _told_which(view, found)
    return None if found is None else where_of(view, found)


def _told_which(view: SentenceView, filler: Filler) -> Filler | None:
    """The filler, with the mention that says which place it is; None for a mere "the city" of no known name (rule 5).

    What is counted or new ("seven villages", "a safehouse") and buildings stand for themselves.
    """
    border = _border_of(view, filler)
    if border is not None:
        return border
    inside = [
        m for m in view.mentions if filler.start <= view.mention(m).start and view.mention(m).end <= filler.end + 1
    ]
    around = [m for m, h in view.heads.items() if filler.start <= view.tokens[h].start < filler.end]
    known = [m for m in (filler.mention, *around) if m is not None and view.is_name(m)]
    if known:
        return filler if filler.mention is not None else msgspec.structs.replace(filler, mention=known[0])
    if any(view.mention(m).form in {Form.NAME, Form.ADJECTIVE} for m in inside):
        return filler
    at = next((i for i, t in enumerate(view.tokens) if t.end > filler.start), 0)
    head = max((i for i, t in enumerate(view.tokens) if t.start < filler.end), default=at)
    pointed = [view.tokens[i].text.lower() for i in range(max(0, at - 1), head)]
    definite = "of" not in pointed and any(w in words("where", "pointing") for w in pointed)
    return None if definite and is_in(view, head, "where", "grounds") else filler


def _border_of(view: SentenceView, filler: Filler) -> Filler | None:
    """The border whose words hold a filler: "Turkey" of "the Syria-Turkey border", "the border" with Turkey."""
    for where in view.analysis.places:
        if where.method != "border" or where.mention is None or where.mention not in view.heads:
            continue
        if where.start <= filler.start and filler.end <= where.end:
            return filler_of(view, where.mention)
        if filler.start < where.end and where.start < filler.end:  # "the border with Turkey", said in full
            return msgspec.structs.replace(filler, mention=where.mention)
    return None


def _on_stretch(view: SentenceView, trigger: int) -> Filler | None:
    """The first end of a stretch between two places that belongs to the trigger ("killed on the road between …")."""
    for where in view.analysis.places:
        if where.mention is None or where.precision is not Precision.LINEAR or where.place is not None:
            continue
        above = list(view.ancestors(view.heads[where.mention])) if where.mention in view.heads else []
        if trigger in above and not any(view.tokens[t].tag[:2] == "VB" for t in above[: above.index(trigger)]):
            return filler_of(view, where.mention)
    return None


def _written_out(view: SentenceView) -> Where | None:
    """Coordinates in a sentence that gives them once, where they stand behind no name."""
    sentence = view.sentence
    alone = [w for w in view.analysis.places if w.mention is None and sentence.start <= w.start < sentence.end]
    return alone[0] if len(alone) == 1 else None


def where_of(view: SentenceView, filler: Filler) -> Where:
    """A filler as a place, with the words before it that say how near, on the map as far as the analysis knows it."""
    name = view.document.text[filler.start : filler.end]
    chain = None if filler.mention is None else view.chain(filler.mention)
    canonical = chain.name if chain is not None and chain.named else name
    if filler.mention is not None and view.mention(filler.mention).form in {Form.PRONOUN, Form.ADJECTIVE}:
        name = canonical
    told = Where(
        start=filler.start,
        end=filler.end,
        name=filler.name or name,
        canonical=canonical,
        kind=filler.kind.value,
        qualifier=_qualifier(view, filler.start),
        mention=filler.mention,
    )
    known = None if filler.mention is None else on_map(view, filler.mention)
    return told if known is None else _placed(told, known)


def _placed(told: Where, known: Where) -> Where:
    qualifier = told.qualifier or known.qualifier
    near = told.qualifier is not None and " ".join(told.qualifier.lower().split()).removesuffix(" the") in words(
        "qualifiers", "beside"
    )
    near = near and known.precision in {Precision.SETTLEMENT, Precision.EXACT}
    return msgspec.structs.replace(
        known,
        start=told.start,
        end=told.end,
        name=told.name,
        canonical=known.canonical if known.method == "border" else told.canonical,
        kind=told.kind,
        qualifier=qualifier,
        mention=told.mention,
        precision=Precision.NEAR if near else known.precision,
        radius_km=NEAR_KM if near else known.radius_km,
    )


def _takes_place(predicate: str) -> bool:
    entry = next((p for p in load_ontology().predicates if p.name == predicate), None)
    return entry is not None and entry.group.value == "happening" and any(r.name == "place" for r in entry.roles)


def _is_party(draft: Draft, filler: Filler) -> bool:
    taken = (draft.subject, draft.object, *draft.subjects)
    return any(p is not None and p.start < filler.end and filler.start < p.end for p in taken)


def _qualifier(view: SentenceView, start: int) -> str | None:
    """As in "near", "just outside", "south of", "the outskirts of", as said right before the name."""
    before = _without_description(view, [i for i, t in enumerate(view.tokens) if t.end <= start])[-5:]
    for i in range(len(before)):
        said = view.words(before[i], before[-1])
        plain = " ".join(said.lower().split()).removesuffix(" the")
        if plain in words("qualifiers", "before"):
            return said
    return None


def _without_description(view: SentenceView, before: list[int]) -> list[int]:
    """The tokens before a name without what only says which kind of place it is: "near [the northern town of] Ruda"."""
    areas = table("toponyms")["areas"]
    if len(before) < 2 or view.tokens[before[-1]].lemma != "of" or view.tokens[before[-2]].lemma not in areas:
        return before
    kept = before[:-2]
    while kept and view.tokens[kept[-1]].tag[:2] in _DESCRIBING:
        kept.pop()
    if kept and view.tokens[kept[-1]].tag == "DT":
        kept.pop()
    return kept if any(view.words(i, kept[-1]).lower() in words("qualifiers", "before") for i in kept[-4:]) else before
