"""The reading engine: what the mentions stage asks of it, and the one that runs the shipped weights."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Final, Protocol

import msgspec

from reportedly.resources.pieces import Pieces, Shape
from reportedly.resources.weights import STATES, Weights, load_weights

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from reportedly.resources.decode import Spans
    from reportedly.resources.upper import Feed, Upper


class TaggedSpan(msgspec.Struct, frozen=True):
    """Tokens first..last (both included) that refer to something. kind: a value of `records.mention.Kind`.

    In `Tagged.coarse` kind is one of re3d's kinds instead.
    """

    first: int
    last: int
    kind: str
    score: float


class Tagged(msgspec.Struct, frozen=True):
    """One sentence as the engine reads it; `tags`, `heads` and `relations` run parallel to its tokens.

    spans: names, and the outermost mentions of any form; one may stand inside another, none crosses another.
    tags: Penn Treebank. heads: index of the governing token, own index at the root. relations: ClearNLP labels.
    coarse: outermost mentions in the kinds of re3d (Organisation, Location, Person, Temporal, …).
    """

    spans: tuple[TaggedSpan, ...]
    tags: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    coarse: tuple[TaggedSpan, ...] = ()

    def hangs(self, token: int, above: int) -> bool:
        """Whether a token is another one or hangs on it, however deep; trees with cycles end too."""
        for _ in self.heads:
            if token == above:
                return True
            if self.heads[token] == token:
                return False
            token = self.heads[token]
        return False

    def begin(self, token: int) -> int:
        """The first of a token and what stands before it and hangs on it."""
        return min(t for t in range(token + 1) if self.hangs(t, token))

    def with_tree(self, heads: Sequence[int], relations: Sequence[str]) -> Tagged:
        """The same answer with another tree; itself where the tree is the same."""
        if (tuple(heads), tuple(relations)) == (self.heads, self.relations):
            return self
        return msgspec.structs.replace(self, heads=tuple(heads), relations=tuple(relations))


class Engine(Protocol):
    """Tags and parses tokenised sentences. Stateless: the same sentences give the same answers in any order.

    Tokens come with straight quotes and plain hyphens, as `text.fold.same_length` leaves them.
    """

    @property
    def version(self) -> str:
        """Name and version of what reads."""
        ...

    def read(self, sentences: Sequence[Sequence[str]]) -> list[Tagged]:
        """One `Tagged` for each sentence of token strings, in order."""
        ...


#: Pieces of one window; longer sentences are read in several.
MOST_PIECES: Final = 200
#: Pieces of one batch, padding included: as many as stay in a core's cache.
BATCH_PIECES: Final = 512
_JOINTS = frozenset({",", ";", ":", "-", ")", "and", "or"})


class _Window(msgspec.Struct, frozen=True):
    """Tokens first..last of a sentence, cut into pieces."""

    sentence: int
    first: int
    pieces: list[int]
    shapes: list[int]
    starts: list[int]


class OnnxEngine:
    """The shipped network, run by ONNX Runtime on one thread."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._pieces = Pieces(weights.tokenizer)

    @property
    def version(self) -> str:
        """Name and version of the weights."""
        return self._weights.version

    def read(self, sentences: Sequence[Sequence[str]]) -> list[Tagged]:
        """One `Tagged` for each sentence of token strings, in order; an empty sentence gets an empty one."""
        # What a page says over and over is read once. Not where little is repeated: int8 scales are those of a batch.
        first: dict[tuple[str, ...], int] = {}
        same = [first.setdefault(tuple(words), i) for i, words in enumerate(sentences)]
        if len(first) * 2 > len(sentences):
            same = list(range(len(sentences)))
        chosen = sorted(set(same))
        parts: list[list[tuple[int, Tagged]]] = [[] for _ in sentences]
        for batch in self._in_batches(sentences, chosen):
            for window, tagged in zip(batch, self._run(batch), strict=True):
                parts[window.sentence].append((window.first, tagged))
        whole = {i: _joined([t for _, t in sorted(parts[i], key=lambda p: p[0])]) for i in chosen}
        return [whole[i] for i in same]

    def states(self, sentences: Sequence[Sequence[str]]) -> list[NDArray[np.float32]]:
        """What the network makes of the tokens of each sentence, [token, 768]: the mix of its layers, then the last.

        The product reads none of it; it is what learners beside it are given.
        """
        import numpy as np

        def both(feed: Feed) -> NDArray[np.float32]:
            found = self._weights.run(feed, STATES)
            return np.concatenate([found[name] for name in STATES], axis=-1)

        return self._rows(sentences, both)

    def told(self, sentences: Sequence[Sequence[str]], upper: Upper) -> list[NDArray[np.float32]]:
        """What other upper layers, which stand on this network's lower ones, say of the tokens of each sentence."""
        return self._rows(sentences, upper.run)

    def _rows(
        self, sentences: Sequence[Sequence[str]], run: Callable[[Feed], NDArray[np.float32]]
    ) -> list[NDArray[np.float32]]:
        """[token, width] of each sentence; run: from a batch to [window, token, width]."""
        import numpy as np

        parts: list[list[tuple[int, NDArray[np.float32]]]] = [[] for _ in sentences]
        for batch in self._in_batches(sentences, range(len(sentences))):
            for window, rows in zip(batch, run(_feed(batch)), strict=True):
                parts[window.sentence].append((window.first, rows[: len(window.starts)]))
        none = np.zeros((0, 0), np.float32)
        return [np.concatenate([r for _, r in sorted(p, key=lambda w: w[0])]) if p else none for p in parts]

    def _in_batches(self, sentences: Sequence[Sequence[str]], chosen: Iterable[int]) -> list[Sequence[_Window]]:
        """The windows of the chosen sentences, those of like length together."""
        windows = [w for i in chosen for w in self._windows(i, sentences[i])]
        windows.sort(key=lambda w: (len(w.pieces), len(w.starts), w.pieces))
        return _batches(windows)

    def _windows(self, number: int, words: Sequence[str]) -> list[_Window]:
        found: list[_Window] = []
        cuts = [self._pieces.ids(word) for word in words]
        begin = 0
        while begin < len(words):
            end = _window_end(words, cuts, begin)
            pieces, shapes, starts = [self._pieces.first], [int(Shape.NONE)], []
            for i in range(begin, end):
                starts.append(len(pieces))
                pieces += cuts[i]
                shapes.append(self._pieces.shape(words[i]))
                shapes += [int(Shape.NONE)] * (len(cuts[i]) - 1)
            pieces.append(self._pieces.last)
            shapes.append(int(Shape.NONE))
            found.append(_Window(number, begin, pieces, shapes, starts))
            begin = end
        return found

    def _run(self, batch: Sequence[_Window]) -> list[Tagged]:
        from reportedly.resources import decode

        scores = self._weights.run(_feed(batch))
        lengths = [len(w.starts) for w in batch]
        labels = self._weights.labels
        heads = decode.trees(scores["arcs"], lengths)
        tags = decode.best(scores["tags"])
        relations = decode.relations(scores["relations"], heads, lengths, labels.relations.index("ROOT"))
        names, outer, coarse = decode.spans_of_all([scores[head] for head in ("names", "outer", "coarse")], lengths)
        return [
            Tagged(
                _merged(_spans(names[i], labels.fine), _spans(outer[i], labels.fine)),
                tuple(labels.tags[t] for t in tags[i, :length].tolist()),
                tuple(heads[i]),
                tuple(labels.relations[r] for r in relations[i]),
                _spans(coarse[i], labels.coarse),
            )
            for i, length in enumerate(lengths)
        ]


def _window_end(words: Sequence[str], cuts: Sequence[Sequence[int]], begin: int) -> int:
    """Where the window that begins at a token ends: the sentence's end, or the last joint that still fits."""
    room, end = MOST_PIECES - 2, begin
    while end < len(words) and (room := room - len(cuts[end])) >= 0:
        end += 1
    if end == len(words):
        return end
    joint = next((i for i in range(end, begin + (end - begin) // 2, -1) if words[i - 1] in _JOINTS), end)
    return max(joint, begin + 1)


def _batches(windows: Sequence[_Window]) -> list[Sequence[_Window]]:
    """Windows sorted by length, as many together as BATCH_PIECES holds."""
    found, begin = [], 0
    while begin < len(windows):
        end = begin + 1
        while end < len(windows) and (end + 1 - begin) * len(windows[end].pieces) <= BATCH_PIECES:
            end += 1
        found.append(windows[begin:end])
        begin = end
    return found


def _feed(batch: Sequence[_Window]) -> Feed:
    import numpy as np

    most, tokens = max(len(w.pieces) for w in batch), max(len(w.starts) for w in batch)
    pieces, shapes = np.zeros((len(batch), most), np.int64), np.zeros((len(batch), most), np.int64)
    mask, starts = np.zeros((len(batch), most), np.int64), np.zeros((len(batch), tokens), np.int64)
    known = np.zeros((len(batch), tokens), np.int64)
    for i, window in enumerate(batch):
        pieces[i, : len(window.pieces)] = window.pieces
        shapes[i, : len(window.pieces)] = window.shapes
        mask[i, : len(window.pieces)] = 1
        starts[i, : len(window.starts)] = window.starts
        known[i, : len(window.starts)] = 1
    return {"pieces": pieces, "shapes": shapes, "mask": mask, "starts": starts, "known": known}


def _spans(found: Spans, kinds: Sequence[str]) -> tuple[TaggedSpan, ...]:
    return tuple(TaggedSpan(first, last, kinds[kind], round(score, 4)) for first, last, kind, score in found)


def _merged(names: Sequence[TaggedSpan], outer: Sequence[TaggedSpan]) -> tuple[TaggedSpan, ...]:
    """Names, and those outer spans that are no name and cross none."""
    taken = {(n.first, n.last) for n in names}
    kept = [
        o
        for o in outer
        if (o.first, o.last) not in taken
        and not any(n.first < o.first <= n.last < o.last or o.first < n.first <= o.last < n.last for n in names)
    ]
    return tuple(sorted([*names, *kept], key=lambda s: (s.first, -s.last)))


def _joined(parts: Sequence[Tagged]) -> Tagged:
    """The windows of one sentence as one: the roots of later windows hang on the first one's."""
    if not parts:
        return Tagged((), (), (), ())
    if len(parts) == 1:
        return parts[0]
    spans: list[TaggedSpan] = []
    coarse: list[TaggedSpan] = []
    tags: list[str] = []
    heads: list[int] = []
    relations: list[str] = []
    root = next(i for i, head in enumerate(parts[0].heads) if head == i)
    for part in parts:
        offset = len(tags)
        spans += [_moved(span, offset) for span in part.spans]
        coarse += [_moved(span, offset) for span in part.coarse]
        for i, (head, relation) in enumerate(zip(part.heads, part.relations, strict=True)):
            hangs = offset > 0 and head == i
            heads.append(root if hangs else head + offset)
            relations.append("dep" if hangs else relation)
        tags += part.tags
    return Tagged(tuple(spans), tuple(tags), tuple(heads), tuple(relations), tuple(coarse))


def _moved(span: TaggedSpan, offset: int) -> TaggedSpan:
    return TaggedSpan(span.first + offset, span.last + offset, span.kind, span.score)


def load_engine() -> OnnxEngine:
    """The engine of the shipped weights. Raises WeightsError when they are missing or damaged."""
    return OnnxEngine(load_weights())
