"""How the text holds any predicate, claim or not: the signs and statements of `modality`, without a draft.

Beside what hedges a claim this reads what no report asserts: orders, questions, infinitives, abilities.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from reportedly.claims.attribution import Voices
from reportedly.claims.grammar import SentenceView
from reportedly.claims.operators import signs_of
from reportedly.claims.phrases import base, has_to
from reportedly.claims.tellers import Stance
from reportedly.records.claim import MODALITY_STRENGTH, Modality, Polarity
from reportedly.resources.lexicon import words

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


class Factuality(msgspec.Struct, frozen=True, kw_only=True):
    """The strongest modality that holds for a predicate, and whether it is said not to be so.

    unreal: what keeps it from being told as so beside hedges: "order", "question", "infinitive", "ability", "wish".
    """

    modality: Modality = Modality.ASSERTED
    polarity: Polarity = Polarity.POSITIVE
    unreal: tuple[str, ...] = ()


def factuality_of(view: SentenceView, token: int, voices: Voices) -> Factuality:
    """The factuality of the predicate that a token heads."""
    signs = list(signs_of(view, token))
    found = [s.modality for s in signs if s.modality is not None]
    found += [_OF_STANCE[f.stance] if not f.quoted else Modality.QUOTED for f in voices.frames(view, token)]
    negative = any(s.negative and not s.of_object for s in signs)
    return Factuality(
        modality=min(found, key=MODALITY_STRENGTH.index, default=Modality.ASSERTED),
        polarity=Polarity.NEGATIVE if negative else Polarity.POSITIVE,
        unreal=tuple(dict.fromkeys(_unreal(view, token))),
    )


_OF_STANCE = {
    Stance.SAYS: Modality.REPORTED,
    Stance.SETTLED: Modality.REPORTED,
    Stance.SHOWS: Modality.ASSERTED,
    Stance.THINKS: Modality.POSSIBLE,
    Stance.DENIES: Modality.DENIED,
    Stance.WITHHOLDS: Modality.POSSIBLE,
}


def _unreal(view: SentenceView, token: int) -> Iterator[str]:
    """What keeps a predicate from being told as so, up to the clause that it shares its fate with."""
    seen: set[int] = set()
    while token not in seen:
        seen.add(token)
        word = view.tokens[token]
        if _is_order(view, token):
            yield "order"
        yield from _of_auxiliaries(view, token)
        if word.relation == "ROOT" and view.text.rstrip(" \"”)'").endswith("?"):
            yield "question"
        yield from _of_governor(view, token)
        yield from _of_marks(view, token)
        shared = word.relation == "conj" and not view.dependents(token, *_SUBJECTS)
        led = word.relation in {"xcomp", "ccomp"} and word.tag not in _FINITE
        if not (shared or led):
            return
        token = word.head


def _of_governor(view: SentenceView, token: int) -> Iterator[str]:
    word, above = view.tokens[token], view.tokens[view.tokens[token].head]
    governor = base(view, word.head)
    bare = word.tag == "VB" and word.relation in {"xcomp", "ccomp"} and not _modals(view, token)
    if has_to(view, token) or bare:
        going = governor == "go" and above.tag == "VBG"
        told = governor in words("hedges", "factual", "governors") and not going
        felt = above.text.lower() in words("hedges", "factual", "feelings")
        if not (told or felt or (governor == "try" and above.tag in {"VBD", "VBN"})):
            yield "infinitive"
    elif word.relation in {"ccomp", "xcomp"} and governor in words("hedges", "factual", "wishes"):
        yield "wish"
    elif word.relation == "pcomp" and above.lemma in {"before", "without", "instead", "than"}:
        yield "avoided"


def _of_marks(view: SentenceView, token: int) -> Iterator[str]:
    """As in "before it …", "when you …" (whenever it may be), "until it is …"."""
    word = view.tokens[token]
    if word.relation != "advcl":
        return
    marks = {view.tokens[c].lemma for c in view.dependents(token, "mark", "advmod")}
    present = word.tag in {"VBP", "VBZ", "VB"} or (
        word.tag in {"VBN", "VBG", "JJ"} and set(_modals(view, token)) & {"is", "are", "'s", "'re", "has", "have"}
    )
    if marks & {"before", "until", "till", "once", "whenever", "so"} and present:
        yield "to come"
    elif marks & {"when"} and present:
        yield "whenever"


def _is_order(view: SentenceView, token: int) -> bool:
    """A bare verb without subject, auxiliary or governor."""
    word = view.tokens[token]
    if word.tag not in {"VB", "VBP"} or view.dependents(token, *_SUBJECTS) or has_to(view, token):
        return False
    if _modals(view, token):
        return False
    return word.relation in {"ROOT", "parataxis", "ccomp"} or (
        word.relation == "conj" and word.tag == "VB" and (view.tokens[word.head].tag == "VB")
    )


def _of_auxiliaries(view: SentenceView, token: int) -> Iterator[str]:
    for raw in _modals(view, token):
        if raw in {"can", "ca", "cannot", "cant"}:
            yield "ability"
        elif raw in words("hedges", "auxiliaries", "obliged"):
            yield "duty"


def _modals(view: SentenceView, token: int) -> list[str]:
    return [
        view.tokens[c].text.lower()
        for c in view.dependents(token, "aux")
        if view.tokens[c].tag in {"MD", "VBP", "VBD", "VBZ"}
    ]
