"""What the names of one document lend one another as evidence of their kinds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from reportedly.mentions.candidate import Candidate, Line
from reportedly.records.mention import Kind
from reportedly.resources.lexicon import words

#: Kind → log-odds.
Evidence = dict[Kind, float]

_SITE_WORDS = words("mentions", "facility") | words("mentions", "region") | words("mentions", "town")


def share_lists(lines: Sequence[Line], groups: Sequence[Sequence[Candidate]], evidence: list[Evidence]) -> None:
    """Names in one list ("X, Y and Z") are mostly of one kind: each lends the others some of its evidence."""
    at = {(c.line, c.first): (g, c) for g, group in enumerate(groups) for c in group}
    lent: list[Evidence] = [defaultdict(float) for _ in groups]
    for place in sorted(at):
        listed, joined = [at[place][0]], False
        after = _listed_after(lines, at[place][1])
        if after is None or after not in at or _listed_before(lines, at[place][1], at):
            continue
        while after is not None and after in at:
            listed.append(at[after][0])
            joined |= any(w in {"and", "or"} for w in lines[after[0]].words[max(0, after[1] - 3) : after[1]])
            after = _listed_after(lines, at[after][1])
        for g in listed if joined else ():
            for other in listed:
                if other != g:
                    _lend(evidence[other], lent[g])
    for total, more in zip(evidence, lent, strict=True):
        peak = max(more.values(), default=0.0)
        scale = min(1.0, 2.0 / peak) if peak > 0 else 0.0
        for kind, weight in more.items():
            total[kind] = total.get(kind, 0.0) + weight * scale


def share_stems(lines: Sequence[Line], groups: Sequence[Sequence[Candidate]], evidence: list[Evidence]) -> None:
    """ "Tarvo" is a place where the report names Tarvo Dam, Tarvo city or Tarvo district."""
    names = [{lines[c.line].lows[c.first : c.last + 1] for c in group} for group in groups]
    stems = {n[:-1] for listed in names for n in listed if len(n) > 1 and n[-1] in _SITE_WORDS}
    for listed, total in zip(names, evidence, strict=True):
        if listed & stems:
            total[Kind.PLACE] = total.get(Kind.PLACE, 0.0) + 2.0


def _listed_after(lines: Sequence[Line], c: Candidate) -> tuple[int, int] | None:
    """Where the next member of a list would begin."""
    line, k = lines[c.line], c.last + 1
    if k >= len(line) or line.words[k] not in {",", "and", "or"}:
        return None
    while k < len(line) and line.words[k] in {",", "and", "or", "the", "both"}:
        k += 1
    return c.line, k


def _listed_before(lines: Sequence[Line], c: Candidate, at: Mapping[tuple[int, int], tuple[int, Candidate]]) -> bool:
    """Whether the candidate is not the first of its list."""
    line, k = lines[c.line], c.first - 1
    while k >= 0 and line.words[k] in {",", "and", "or", "the", "both"}:
        k -= 1
    starts = ((c.line, b) for b in range(max(0, k - 6), k + 1))
    return k < c.first - 1 and any(at[b][1].last == k for b in starts if b in at)


def _lend(giver: Evidence, taker: Evidence) -> None:
    if not giver:
        return
    kind, score = max(giver.items(), key=lambda pair: pair[1])
    if score >= 1.5 and kind in {Kind.PERSON, Kind.PLACE, Kind.GROUP, Kind.STATE_BODY, Kind.ORGANISATION}:
        taker[kind] += 1.0
