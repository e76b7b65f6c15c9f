"""Lists: how the words between two names make one of them, and which of two lists belong together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reportedly.claims.extractor import Filler
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.records.mention import Form, Kind

#: What a noun of its own may have below it.
_OF_NOUNS: Final = ("det", "nummod", "amod", "compound", "poss", "prep", "relcl", "acl", "appos")


def joint(between: str) -> str | None:
    """How the words between two names join them: "and", a comma, or None for not at all."""
    text = between.strip().lower()
    if text.startswith("(") and ")" in text:  # "A (left) and B", "A (the Hezbollah Brigades), B"
        text = text[text.index(")") + 1 :].strip()
    plain = text.replace("the ", "").replace(" the", "").strip(" ")
    if plain in {"and", ", and", "as well as", ", as well as", "&", "or", "and with", ", and with", "along with"}:
        return "and"
    return "," if plain == "," else None


def paired(
    view: SentenceView, ones: Sequence[Filler], others: Sequence[Filler], *, in_order: bool = False
) -> list[tuple[Filler, Filler]]:
    """Each with each; of "X and Z lead A and B respectively", and where told to be in order, first with first."""
    if len(ones) == len(others) > 1 and (in_order or "respectively" in view.lows):
        return list(zip(ones, others, strict=True))
    return [(one, other) for one in ones for other in others]


def in_brackets(view: SentenceView, mention: int) -> bool:
    """Whether a mention stands alone in brackets: of "the Third Front (TF), the Guard and X" the short name."""
    m, text = view.mention(mention), view.document.text
    return text[max(0, m.start - 1) : m.start] == "(" and text[m.end : m.end + 1] == ")"


def with_included(view: SentenceView, tokens: Sequence[int]) -> list[int]:
    """As in "officials including X and Y", "a number of officials, including X": X and Y too."""
    below = [t for token in tokens for t in [token, *view.prepositional(token, "of")]]
    named = [i for t in below for i in view.prepositional(t, "include", "including")]
    return [*tokens, *(i for i in named if i not in tokens)]


def listed(view: SentenceView, mention: int, kinds: frozenset[Kind]) -> list[int]:
    """The mention and those listed after it with commas and a closing "and", whatever the tree says.

    A comma alone does not go on: without "and" at the end, what follows the comma may be the next clause.
    """
    found, run, here = [mention], [], view.mention(mention)
    closed = False
    for m in view.mentions:
        other = view.mention(m)
        if other.start < here.end or other.form == Form.ADJECTIVE or in_brackets(view, m):
            continue
        between = view.document.text[here.end : other.start]
        joined = joint(between)
        if joined is None or other.kind not in kinds:
            break
        run.append(m)
        here = other
        if joined == "and":
            closed = True
            found, run = [*found, *run], []
    return found if closed else [mention]


def shares_number(view: SentenceView, token: int, before: tuple[int, int]) -> bool:
    """Whether a bare plural goes on with counted people, from `before` on: "56 soldiers and policemen" are one."""
    word, first = view.tokens[token], view.first_conjunct(token)
    own = view.dependents(token, *_OF_NOUNS)
    bare = word.relation == "conj" and word.tag == "NNS" and not own
    counted = view.tokens[first].tag == "NNS" and any(
        before[0] <= view.tokens[c].start for c in view.dependents(first, "nummod")
    )
    return bare and counted and view.document.text[before[1] : word.start].strip() in {"and", ",", ", and"}
