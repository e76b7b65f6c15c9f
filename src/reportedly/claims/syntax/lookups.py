"""What is asked of a whole analysis over and over, sorted once for all sentences of a document."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from reportedly.records.mention import Analysis
from reportedly.records.when import When
from reportedly.records.where import Where


class Lookups:
    """Mentions, chains, times and places of one analysis by where they stand. Immutable; each is sorted when asked.

    Without it every sentence would go through the whole document, and time and memory would grow with its square.
    """

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis

    @cached_property
    def mentions_of(self) -> dict[int, tuple[int, ...]]:
        """Index of a sentence → indexes of the mentions in it, ascending."""
        found: dict[int, list[int]] = {}
        for i, mention in enumerate(self._analysis.mentions):
            found.setdefault(mention.sentence, []).append(i)
        return {sentence: tuple(mentions) for sentence, mentions in found.items()}

    @cached_property
    def opening_of(self) -> dict[int, int]:
        """Index of a block → index of its first sentence."""
        found: dict[int, int] = {}
        for i, sentence in enumerate(self._analysis.sentences):
            found.setdefault(sentence.block, i)
        return found

    @cached_property
    def chain_of(self) -> dict[int, int]:
        """Index of a mention → index of its chain."""
        return {m: c for c, chain in enumerate(self._analysis.chains) for m in chain.mentions}

    @cached_property
    def placed(self) -> dict[int | None, Where]:
        """Index of a mention → where it lies, of those that the gazetteer knows, and of borders, known or not."""
        known = (
            w for w in self._analysis.places if w.place is not None or w.latitude is not None or w.method == "border"
        )
        return {w.mention: w for w in known}

    @cached_property
    def chain_placed(self) -> dict[int, Where]:
        """Index of a chain → where its first mention lies that the gazetteer knows."""
        found: dict[int, Where] = {}
        for c, chain in enumerate(self._analysis.chains):
            first = next((m for m in chain.mentions if m in self.placed), None)
            if first is not None:
                found[c] = self.placed[first]
        return found

    @cached_property
    def _times(self) -> tuple[list[int], list[When]]:
        times = sorted(self._analysis.times, key=lambda t: t.start)
        return [t.start for t in times], times

    def times_from(self, start: int, end: int) -> tuple[When, ...]:
        """Expressions of time that begin at a character of start..end, end left out."""
        starts, times = self._times
        return tuple(times[bisect_left(starts, start) : bisect_left(starts, end)])
