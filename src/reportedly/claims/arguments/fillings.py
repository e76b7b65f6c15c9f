"""From the words that fill a role to who or what they stand for."""

from __future__ import annotations

from typing import Final

from reportedly.claims.arguments.on_map import on_map
from reportedly.claims.extractor import Filler
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.records.claim import Party
from reportedly.records.mention import Form, Kind

#: A state fights and signs; only as the place of a claim it is ground.
_PLACES: Final = frozenset({Kind.PLACE, Kind.FACILITY})


def party_of(view: SentenceView, filler: Filler) -> Party:
    """The party of a filler.

    Its name is that of the sentence; a pronoun or an adjective of nationality gets the name it stands for, and the
    canonical name is the fullest of the chain.
    """
    words = view.document.text[filler.start : filler.end]
    chain = None if filler.mention is None else view.chain_index(filler.mention)
    named = chain is not None and view.analysis.chains[chain].named
    fullest = view.analysis.chains[chain].name if chain is not None else words
    if not named:
        fullest = without_article(fullest)
    form = None if filler.mention is None else view.mention(filler.mention).form
    replaced = chain is not None and (form == Form.PRONOUN or (form == Form.ADJECTIVE and not _is_short(words)))
    name = filler.name or (fullest if replaced else words)
    canonical = fullest if named else name
    start = filler.start
    if not named and not replaced and filler.name is None:  # "his fighters": whose they are is a part of what is told
        start = _with_owner(view, filler.start)
        name = view.document.text[start : filler.end]
    return Party(
        name=name,
        canonical=canonical,
        kind=filler.kind,
        start=start,
        end=filler.end,
        mention=filler.mention,
        chain=chain,
        where=on_map(view, filler.mention) if filler.mention is not None and filler.kind in _PLACES else None,
    )


def _with_owner(view: SentenceView, start: int) -> int:
    """Where a description begins with the pronoun before it that says whose it is."""
    owners = (t for t in view.tokens if t.tag == "PRP$" and t.end == start - 1)
    return next((t.start for t in owners), start)


def without_article(name: str) -> str:
    """A description without the article before it: names of parties have none."""
    first, _, rest = name.partition(" ")
    return rest if rest and first.lower() in {"the", "a", "an"} else name


def _is_short(words: str) -> bool:
    """An abbreviation before a noun ("US-backed") is a name as it stands; a nationality ("Doran") is not."""
    return words.replace(".", "").isupper()
