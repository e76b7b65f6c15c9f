"""Whether a predicate is told as having happened: a linear score over plain features, and layers of the encoder.

What hedges and credits a claim (`claims.operators`, `claims.attribution`) is a feature among words and grammar; beside
the features stand copies of the encoder's upper layers that were learnt on (`resources.upper`). Both are learnt from
the training part of UDS-IH2 (`training/factuality`) and serve the benchmarks only: that set asks readers of web text
whether things happened, the product asks how a report holds them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from benchmarks.pairs import Scorer
from reportedly.claims.attribution.credit import Voices
from reportedly.claims.modality.operators import signs_of
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base
from reportedly.resources.upper import Upper, load_upper
from reportedly.text.fold import same_length

_WEIGHTS: Final = Path(__file__).parent / "factuality_weights.json"
_LAYERS: Final = Path(__file__).parent / "factuality_layers.onnx"
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_OBJECTS: Final = frozenset({"dobj", "attr", "acomp", "pobj", "oprd"})
_SMALL: Final = frozenset({"aux", "auxpass", "neg", "mark", "advmod", "det", "prt", "preconj", "cc", "intj", "poss"})
_CLAUSES: Final = frozenset({"advcl", "ccomp", "xcomp", "conj"})
#: Words anywhere in a sentence that say what kind of talk it is: advice, a wish, a tale.
_TALK: Final = frozenset(
    {"if", "would", "could", "should", "can", "please", "you", "your", "i", "we", "will", "never", "not", "n't", "?",
     "may", "might", "must", "when", "every", "any", "was", "were", "did", "had"}
)  # fmt: skip
_GOVERNORS: Final = 4
_AROUND: Final = 3


@cache
def load_scorer(path: Path = _WEIGHTS) -> Scorer:
    """The learnt weights; its score is the chance that a predicate is told as so."""
    return msgspec.json.decode(path.read_bytes(), type=Scorer)


@cache
def load_layers(path: Path = _LAYERS) -> Upper:
    """The learnt upper layers: of each token the logit of being told as so, and how readers would judge it."""
    return load_upper(path)


def happening(linear: NDArray[Any], told: NDArray[Any]) -> NDArray[Any]:
    """How likely readers hold that predicates happened or will, −1..1; above zero: that they did.

    linear: chances of the linear score. told: [predicate, 2], what the layers say.
    """
    return np.asarray(linear + 1 / (1 + np.exp(-told[:, 0])) - 1)


def words_of(view: SentenceView) -> tuple[str, ...]:
    """The words of a sentence as the engine takes them."""
    return tuple(same_length(token.text) for token in view.tokens)


def features(view: SentenceView, token: int, voices: Voices) -> frozenset[str]:
    """What is seen of the predicate that a token heads: cues, form, what hangs on it, stands above and beside."""
    return frozenset(
        feature
        for part in (_cues(view, token, voices), _form(view, token), _below(view, token), _above(view, token),
                     _beside(view, token), _sentence(view, token))
        for feature in part
    )  # fmt: skip


def _cues(view: SentenceView, token: int, voices: Voices) -> Iterator[str]:
    for sign in signs_of(view, token):
        yield f"sign {sign.modality} {sign.negative} {sign.words.lower()}"
        yield f"held {sign.modality} {sign.negative} {sign.aim}"
    for frame in voices.frames(view, token):
        yield f"told {frame.stance} {frame.quoted}"
        if frame.cue is not None:
            yield f"told by {base(view, frame.cue)}"


def _form(view: SentenceView, token: int) -> Iterator[str]:
    word, name = view.tokens[token], base(view, token)
    helping = [c for c in view.children[token] if view.tokens[c].relation in {"aux", "auxpass", "neg"}]
    yield from (f"lemma {name}", f"word {view.lows[token]}", f"tag {word.tag}", f"relation {word.relation}")
    yield from (f"form {word.tag} {word.relation}", f"stands {name} {word.relation}")
    yield "verb " + " ".join([*(view.lows[c] for c in helping), word.tag])


def _below(view: SentenceView, token: int) -> Iterator[str]:
    for child in view.children[token]:
        relation, low = view.tokens[child].relation, view.lows[child]
        yield f"below {relation}"
        if relation in _SMALL or relation == "prep":
            yield f"below {relation} {low}"
        if relation in _SUBJECTS:
            yield from (f"subject {view.tokens[child].tag}", f"subject {base(view, child)}")
        elif relation in _OBJECTS:
            yield from (f"object {relation} {base(view, child)}", f"object {relation} {view.tokens[child].tag}")
        elif relation in _CLAUSES:
            yield f"clause {relation} {view.tokens[child].tag}"
            for inner in view.dependents(child, "mark", "advmod", "aux"):
                yield f"clause {relation} {view.lows[inner]}"


def _above(view: SentenceView, token: int) -> Iterator[str]:
    here, path = token, []
    for step in range(1, _GOVERNORS + 1):
        above, relation = view.tokens[here].head, view.tokens[here].relation
        if above == here:
            yield f"root {step}"
            return
        path.append(relation)
        tag, way = view.tokens[above].tag, " ".join(path)
        yield from (f"above {way}", f"above {way} {tag}", f"above {step} {relation} {base(view, above)}")
        for child in view.dependents(above, "aux", "auxpass", "neg", "mark"):
            yield f"above {step} {relation} with {view.lows[child]}"
        if step == 1:
            yield f"under {view.tokens[token].tag} {relation} {base(view, above)}"
            yield f"under {view.tokens[token].tag} {relation} {tag}"
            for child in view.dependents(above, *_SUBJECTS):
                yield f"above {relation} subject {base(view, child)}"
            for clause in view.dependents(above, "advcl"):
                for child in view.dependents(clause, "mark", "advmod") if clause != here else ():
                    yield f"above beside {view.lows[child]}"
        here = above


def _beside(view: SentenceView, token: int) -> Iterator[str]:
    for step in range(-_AROUND, _AROUND + 1):
        inside = 0 <= token + step < len(view.tokens)
        if step:
            yield f"at {step} {view.lows[token + step] if inside else '#'}"
            yield f"at {step} tag {view.tokens[token + step].tag if inside else '#'}"
    before = [view.lows[t] if t >= 0 else "#" for t in (token - 2, token - 1)]
    yield from (f"after {before[1]} {view.tokens[token].tag}", f"after {' '.join(before)}")


def _sentence(view: SentenceView, token: int) -> Iterator[str]:
    end = view.text.rstrip(" ”\")'")[-1:]
    yield from (f"ends {end}", f"ends {end} {view.tokens[token].relation}")
    yield from (f"begins {view.lows[0]}", f"begins {view.tokens[0].tag}")
    yield from (f"has {word}" for word in sorted(_TALK.intersection(view.lows)))
