"""What the corpus holds and where it is thin: predicates, modalities, bait, outlets, wars, frames that repeat."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from reportedly.ontology.ontology import load_ontology
from reportedly.records.claim import Modality
from reportedly.records.mention import Form
from training.corpus.load import Passage

#: A sentence frame (names swapped out) may recur this often before it counts as a template.
FRAME_LIMIT = 5
#: Two passages that share more than this share of their word triples are near-duplicates.
DUPLICATE_SHARE = 0.5


def coverage(passages: Sequence[Passage]) -> dict[str, Any]:
    """Counts by predicate, modality, outlet, country, war, form and kind; share of bait; frames and near-duplicates."""
    claims = [claim for passage in passages for claim in passage.claims]
    mentions = [mention for passage in passages for mention in passage.mentions]
    by_predicate = Counter(claim.predicate for claim in claims)
    return {
        "passages": len(passages),
        "words": sum(len(passage.text.split()) for passage in passages),
        "claims": len(claims),
        "mentions": len(mentions),
        "bait": sum(passage.bait for passage in passages),
        "predicates": {p.name: by_predicate[p.name] for p in load_ontology().predicates},
        "modality": {m.value: sum(claim.modality is m for claim in claims) for m in Modality},
        "negative": sum(claim.polarity == "negative" for claim in claims),
        "habitual": sum(claim.habitual for claim in claims),
        "attributed": sum(bool(claim.by) for claim in claims),
        "forms": {f.value: sum(mention.form is f for mention in mentions) for f in Form},
        "kinds": dict(Counter(mention.kind.value for mention in mentions).most_common()),
        "outlets": dict(Counter(passage.outlet for passage in passages).most_common()),
        "countries": dict(Counter(passage.country for passage in passages).most_common()),
        "wars": dict(Counter(passage.war for passage in passages).most_common()),
        "blocks": dict(Counter(line.role.value for passage in passages for line in passage.lines)),
        "frames": frames(passages),
        "near_duplicates": near_duplicates(passages),
    }


def frames(passages: Iterable[Passage]) -> dict[str, int]:
    """Sentences that recur more than FRAME_LIMIT times once their mentions are swapped for kinds."""
    seen: Counter[str] = Counter()
    for passage in passages:
        for line in passage.lines:
            words, position = "", line.start
            for mention in passage.mentions:
                if line.start <= mention.start < line.end and mention.start >= position:
                    words += passage.text[position : mention.start] + f"<{mention.kind.value}>"
                    position = mention.end
            words += passage.text[position : line.end]
            seen.update(re.sub(r"\d+", "0", s.strip()) for s in re.split(r"(?<=[.!?])\s", words) if len(s.split()) > 3)
    return {frame: count for frame, count in seen.most_common() if count > FRAME_LIMIT}


def near_duplicates(passages: Sequence[Passage]) -> list[tuple[str, str, float]]:
    """Pairs of passages that share most of their word triples, with the share of the smaller."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    sizes = []
    for i, passage in enumerate(passages):
        words = re.findall(r"\w+", passage.text.casefold())
        triples = {tuple(words[j : j + 3]) for j in range(len(words) - 2)}
        sizes.append(len(triples))
        for triple in triples:
            holders[triple].append(i)
    shared: Counter[tuple[int, int]] = Counter()
    for owners in holders.values():
        if len(owners) <= 50:
            shared.update((a, b) for k, a in enumerate(owners) for b in owners[k + 1 :])
    found = []
    for (a, b), count in shared.items():
        share = count / max(1, min(sizes[a], sizes[b]))
        if share > DUPLICATE_SHARE:
            found.append((passages[a].id, passages[b].id, round(share, 2)))
    return sorted(found, key=lambda pair: -pair[2])
