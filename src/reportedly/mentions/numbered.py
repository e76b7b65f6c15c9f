"""Names that begin with a number or a day: "the March 14 Alliance", "the 1st and 7th Brigades"."""

from __future__ import annotations

from reportedly.mentions.candidate import Line
from reportedly.mentions.lexicon import Lexicon
from reportedly.records.mention import Kind
from reportedly.resources.lexicon import words

_MONTHS = words("mentions", "months_of_names")
_DATED = words("mentions", "dated_bodies")
_UNITS = words("shapes", "inside", "units") | words("shapes", "inside", "numbered_units")
_BEFORE_DAY = words("mentions", "before_dated_bodies")


def numbered_end(line: Line, first: int, lexicon: Lexicon) -> int | None:
    """The last token of the name of a body that begins at a token with a day or with several ordinals, or None."""
    end = _after_day(line, first, lexicon)
    if end is None:
        end = _after_ordinals(line, first)
    return end if end is not None else _after_number(line, first)


def _after_day(line: Line, first: int, lexicon: Lexicon) -> int | None:
    """As in "the March 14 Alliance", "the 23 May Brigade": an article, a day, and a noun of groups with what it has."""
    pair = line.lows[first : first + 2]
    day = len(pair) == 2 and ((pair[0] in _MONTHS and _is_day(pair[1])) or (_is_day(pair[0]) and pair[1] in _MONTHS))
    if not day or first == 0 or line.lows[first - 1] not in _BEFORE_DAY:
        return None
    end = first + 2
    while end < len(line) and line.capital(end):
        end += 1
    if end < len(line) and line.lows[end] in _DATED:
        return end
    last = end - 1
    return last if last > first + 1 and lexicon.last_words.get((line.lows[last],)) == Kind.GROUP else None


def _is_day(word: str) -> bool:
    return word.isdigit() and 1 <= int(word) <= 31


def _after_ordinals(line: Line, first: int) -> int | None:
    """As in "the 1st and 7th Brigades": ordinals joined before a noun in the plural with a capital."""
    i, seen = first, 0
    while i < len(line) and _is_ordinal(line.lows[i]):
        seen += 1
        i += 1
        if i < len(line) and line.lows[i] in {"and", ","}:
            i += 1
        else:
            break
    named = i < len(line) and line.capital(i) and line.lows[i].isalpha() and line.lows[i].endswith("s")
    return i if seen > 1 and named else None


def _after_number(line: Line, first: int) -> int | None:
    """As in "66 Division", "92 Base Hospital", "the 86 division": a number and one unit, which it does not count."""
    if not line.words[first].isdigit() or not 2 <= len(line.words[first]) <= 3 or not line.gap(first):
        return None
    end = first + 1
    while end + 1 < len(line) and line.capital(end) and line.lows[end] not in _UNITS and line.capital(end + 1):
        end += 1
    if line.lows[end : end + 1] and line.lows[end] in _UNITS:
        article = first > 0 and line.lows[first - 1] in {"the", "'s", "called"}
        return end if line.capital(end) or (article and end == first + 1) else None
    return None


def _is_ordinal(word: str) -> bool:
    return word[0].isdigit() and word.endswith(("st", "nd", "rd", "th"))
