"""What the tables know of words inside names, in one frozen record made from `lexicon/name_words.toml`."""

from __future__ import annotations

from functools import cache
from typing import Final

import msgspec

from reportedly.resources.lexicon import table, words
from reportedly.text.skeleton import strict
from reportedly.text.transliterate import plain, sounds

_TABLE: Final = "name_words"
#: A transcribed word is also known by its consonants if it has this many.
_CONSONANTS: Final = 3


class NameWords(msgspec.Struct, frozen=True, kw_only=True):
    """Folded words (see `transliterate.plain`).

    concepts: word or phrase of two words → what it means. transcribed: strict skeleton → the same.
    """

    particles: frozenset[str]
    assimilated: frozenset[str]
    kunya: frozenset[str]
    kunya_mother: frozenset[str]
    servant: frozenset[str]
    titles: frozenset[str]
    titles_or_names: frozenset[str]
    generations: frozenset[str]
    forms: frozenset[str]
    concepts: dict[str, str]
    transcribed: dict[str, str]
    branches: frozenset[str]
    branch_concepts: frozenset[str]
    loose_concepts: frozenset[str]
    unit_concepts: frozenset[str]
    side_concepts: frozenset[str]
    side_words: frozenset[str]
    apposed_concepts: frozenset[str]


@cache
def load_name_words() -> NameWords:
    """The words of the shipped tables."""
    raw = table(_TABLE)
    concepts: dict[str, str] = {}
    transcribed: dict[str, str] = {}
    for concept, entry in raw["concepts"].items():
        spelled = entry.get("transcribed", [])
        concepts.update((plain(word), concept) for word in (*entry["words"], *spelled))
        for word in spelled:
            skeleton = strict(sounds(plain(word)))
            if len(skeleton) >= _CONSONANTS:
                transcribed[skeleton] = concept

    def folded(*keys: str) -> frozenset[str]:
        return frozenset(plain(word) for word in words(_TABLE, *keys))

    ranks = {plain(title) for title in words("titles", "ranks") if " " not in title}
    return NameWords(
        particles=folded("particles"),
        assimilated=folded("assimilated"),
        kunya=folded("kunya"),
        kunya_mother=folded("kunya_mother"),
        servant=folded("servant"),
        titles=folded("titles") | ranks,
        titles_or_names=folded("titles_or_names"),
        generations=folded("generations"),
        forms=folded("forms"),
        concepts=concepts,
        transcribed=transcribed,
        branches=folded("branches", "words"),
        branch_concepts=folded("branches", "concepts"),
        loose_concepts=folded("bodies", "loose"),
        unit_concepts=folded("bodies", "units"),
        side_concepts=folded("sides", "concepts"),
        side_words=folded("sides", "words"),
        apposed_concepts=folded("sides", "apposed"),
    )
