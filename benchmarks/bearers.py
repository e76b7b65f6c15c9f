"""Who is who over the reports of `gold/claims`: its parties and places by name, as mentions of one bearer over all.

The gold gives each report's names by themselves, and for short ones whom they stand for. What it does not say is that
“Daesh” of one report is “ISIL” of another: that stands in `claim_bearers.toml`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from benchmarks.lines import Line
from reportedly.text.fold import key

_KINDS = {"subject": "party", "object": "party", "place": "place"}
_PRONOUNS = frozenset({"i", "we", "us", "you", "he", "him", "she", "her", "it", "they", "them"})


class Bearers(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Names of which each list has one bearer; no list: a name has its own."""

    bearer: tuple[tuple[str, ...], ...]

    def by_name(self) -> dict[str, str]:
        """Folded name → what its bearer is called here."""
        return {key(name): key(names[0]) for names in self.bearer for name in names}


def read_bearers(path: Path) -> Bearers:
    """The lists of a file. Raises msgspec.ValidationError where it is in another form."""
    return msgspec.toml.decode(path.read_bytes(), type=Bearers)


def named_parties(claims: Iterable[Line], inputs: Mapping[str, Line], bearers: Bearers) -> list[Line]:
    """A line {id, mentions: [{start, end, kind, cluster}]} for each report, in the order of the inputs.

    Only names count: words with a capital at their beginning and at that of their last word, there and in what they
    stand for. Pronouns, descriptions (“coalition forces”) and numbers are a matter of one report.
    """
    known = bearers.by_name()
    found: dict[str, dict[tuple[int, int], Line]] = defaultdict(dict)
    for claim in claims:
        for slot, kind in _KINDS.items():
            start, end = claim.get(f"{slot}_start"), claim.get(f"{slot}_end")
            name = claim.get(f"{slot}_resolves_to") or claim.get(slot)
            if start is None or end is None or not isinstance(name, str):
                continue
            words = inputs[claim["document"]]["text"][start:end]
            if _is_name(words) and _is_name(name):
                cluster = known.get(key(name), key(name))
                mention = {"start": start, "end": end, "kind": kind, "cluster": cluster}
                found[claim["document"]].setdefault((start, end), mention)
    return [{"id": number, "mentions": [mention for _, mention in sorted(found[number].items())]} for number in inputs]


def _is_name(words: str) -> bool:
    parts = words.split()
    return (
        words.casefold() not in _PRONOUNS
        and bool(parts)
        and all(part[:1].isalpha() and not part[:1].islower() for part in (parts[0], parts[-1]))
    )
