"""Numbers of dead and wounded: what "at least 12", "dozens", "between 10 and 15" fix, and what they leave open."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import phrase
from reportedly.records.claim import Casualties, Count
from reportedly.resources.lexicon import table, words
from reportedly.text.fold import same_length, squash

_WORD = re.compile(r"\d+(?:[.,]\d{3})*(?:\.\d+)?|[a-z]+")


def read_count(text: str) -> Count | None:
    """What the words of a number fix; None where they hold no number.

    low, best, high: "12 people" 12 12 12; "at least 12" 12 12 –; "up to 12" – 12 12; "about 12" – 12 –;
    "10 to 15" 10 – 15; "dozens" – – –. "More than 20" keeps 20 as its floor, as reports use it.
    """
    plain = same_length(squash(text)).lower().replace("-", " ")
    numbers = _numbers(_WORD.findall(plain))
    words_kept = squash(text)
    if not numbers:
        vague = set(_WORD.findall(plain)) & words("casualties", "plurals")
        return Count(words=words_kept) if vague else None
    if len(numbers) > 1 and re.search(r"\b(?:to|and|or)\b|\d \d", plain) and numbers[0] < numbers[1]:
        return Count(words=words_kept, low=numbers[0], high=numbers[1])
    number = numbers[0]
    if _has(plain, "floor"):
        return Count(words=words_kept, low=number, best=number)
    if _has(plain, "ceiling"):
        return Count(words=words_kept, best=number, high=number)
    if _has(plain, "about") or "dozen" in plain or "hundred" in plain:
        return Count(words=words_kept, best=number)
    return Count(words=words_kept, low=number, best=number, high=number)


def count_at(view: SentenceView, head: int, *, single: bool = False) -> Count | None:
    """The number before a noun ("more than 20 militants") or the number that a token is ("killing 12").

    single: a singular noun with an article or a named person counts as one ("killed a soldier").
    """
    start, end = phrase(view, head)
    inner = view.prepositional(head, "of")
    if inner and phrase(view, inner[0])[1] > end:
        end = phrase(view, inner[0])[1]
    found = read_count(view.document.text[start:end])
    if found is not None:
        return found
    singular = view.tokens[head].tag in {"NN", "NNP"} and single
    return Count(words=squash(view.document.text[start:end]), low=1, best=1, high=1) if singular else None


def together(counts: Sequence[Count]) -> Count | None:
    """The sum of several numbers ("two soldiers and three civilians")."""
    if not counts:
        return None
    if len(counts) == 1:
        return counts[0]
    return Count(
        words=" and ".join(c.words for c in counts),
        low=_sum([c.low for c in counts]),
        best=_sum([c.best for c in counts]),
        high=_sum([c.high for c in counts]),
    )


def casualties(killed: Sequence[Count], wounded: Sequence[Count]) -> Casualties | None:
    """The dead and the wounded of one act, or None when no number is told."""
    dead, hurt = together(killed), together(wounded)
    return None if dead is None and hurt is None else Casualties(killed=dead, wounded=hurt)


def _sum(values: Sequence[int | None]) -> int | None:
    known = [v for v in values if v is not None]
    return sum(known) if len(known) == len(values) else None


def _has(plain: str, bound: str) -> bool:
    return any(re.search(rf"\b{re.escape(w)}\b", plain) for w in words("casualties", "bounds", bound))


def _numbers(found: Sequence[str]) -> list[int]:
    """The numbers of a phrase, words put together ("two hundred and five", "a dozen"), digits as they stand."""
    units, multipliers = table("casualties")["units"], table("casualties")["multipliers"]
    numbers: list[int] = []
    current: int | None = None
    for i, word in enumerate(found):
        following = found[i + 1] if i + 1 < len(found) else ""
        if word[0].isdigit():
            if current is not None:
                numbers.append(current)
            current = int(float(word.replace(",", "")))
        elif word in multipliers:
            current = (
                (current or 1) * multipliers[word] if current is None or current < 1000 else current + multipliers[word]
            )
        elif word in units:
            if word in {"a", "an", "another"} and following not in multipliers:
                continue
            if word == "no" and following in {"fewer", "less", "more"}:
                continue
            small = units[word]
            if current is None:
                current = small
            elif (current >= 20 and current % 10 == 0 and small < 10) or (current >= 100 and current % 100 == 0):
                current += small
            else:
                numbers.append(current)
                current = small
        elif word == "and" and current is not None and current >= 100 and following in units:
            continue
        elif current is not None:
            numbers.append(current)
            current = None
    if current is not None:
        numbers.append(current)
    return numbers
