"""Portfolios: the fields that an office has ("Minister of Women and Social Affairs"), which name nobody and no body."""

from __future__ import annotations

from collections.abc import Callable

from reportedly.mentions.candidate import Line
from reportedly.mentions.lexicon import Lexicon
from reportedly.resources.lexicon import words
from reportedly.text.lemmas import is_word

_OFFICES = words("titles", "portfolios", "offices")
_FIELDS = words("titles", "portfolios", "fields")


def portfolio_end(line: Line, i: int, lexicon: Lexicon) -> int | None:
    """The last token of the fields after the office at token i; None where none follow.

    Fields begin with capitals and are joined by "and" and commas: of "Minister for Energy, Mines and Water Lena Moro"
    the last is "Water", of "Minister of Defence and Interior Minister X" it is "Defence".
    """
    k = i + 1
    if not _has_portfolio(line, i) or line.lows[k : k + 1] not in {("of",), ("for",)}:
        return None
    end = _item_end(line, _over_article(line, k + 1), lexicon)
    if end is None:
        return None
    while (more := _next_item_end(line, end, lexicon)) is not None:
        end = more
    return end


def portfolio_start(line: Line, i: int, first: int) -> int:
    """The first token, not before `first`, of the fields before the office at token i ("Foreign Affairs and Trade
    Minister"); i itself where none stand there.
    """
    if line.lows[i] not in _OFFICES:
        return i
    begin = i
    while begin > first and _is_field(line, begin - 1):
        begin -= 1
        joined = begin - 2 >= first and line.lows[begin - 1] == "and" and _is_field(line, begin - 2)
        begin -= joined
    return begin


def joins_fields(line: Line, first: int, last: int, m: int) -> bool:
    """Whether "and" before token m joins the fields first..last to others, and an office follows them."""
    if not all(_is_field(line, i) for i in range(first, last + 1)):
        return False
    while m < len(line) and _is_field(line, m):
        m += 1
    return m < len(line) and line.lows[m] in _OFFICES and line.capital(m)


def _has_portfolio(line: Line, i: int) -> bool:
    low = line.lows[i]
    if low in _OFFICES or (low.endswith("s") and low[:-1] in _OFFICES):
        return True
    if low == "general":  # "Under-Secretary-General for Political Affairs"
        return "secretary" in line.lows[max(0, i - 2) : i]
    return low == "state" and line.lows[max(0, i - 1) : i] == ("of",) and line.lows[i - 2] in _OFFICES


def _over_article(line: Line, k: int) -> int:
    return k + 1 if line.lows[k : k + 1] == ("the",) else k


def _is_field(line: Line, k: int) -> bool:
    return line.capital(k) and line.lows[k] in _FIELDS


def _item_end(line: Line, k: int, lexicon: Lexicon) -> int | None:
    """The last token of one field that begins at token k ("Social Affairs")."""
    for is_one in (lambda i: _is_field(line, i), lambda i: _is_plain(line, i, lexicon)):
        end = _run_end(line, k, is_one)
        known = end is not None and _is_field(line, k)
        if end is not None and (known or not _name_follows(line, end)):
            body = lexicon.last_words.get((line.lows[end],)) if not _is_field(line, end) else None
            return end if body is None else None
    return None


def _run_end(line: Line, k: int, is_one: Callable[[int], bool]) -> int | None:
    end = k
    while end < len(line) and is_one(end):
        end += 1
    return end - 1 if end > k else None


def _is_plain(line: Line, k: int, lexicon: Lexicon) -> bool:
    """A plain word of English with a capital that names nobody."""
    low = line.lows[k]
    plain = line.capital(k) and low.isalpha() and is_word(low) and not line.words[k].isupper()
    named = lexicon.is_given_name(low) or low in lexicon.surnames or low in lexicon.towns
    return plain and not named and (line.words[k],) not in lexicon.countries and (low,) not in lexicon.titles


def _name_follows(line: Line, end: int) -> bool:
    return end + 1 < len(line) and line.capital(end + 1) and line.words[end + 1][0].isalpha()


def _next_item_end(line: Line, end: int, lexicon: Lexicon) -> int | None:
    """The end of the field that "and" or a comma adds, or None."""
    mark = line.words[end + 1 : end + 2]
    if mark not in {("and",), ("&",), (",",)}:
        return None
    begin = _over_article(line, end + 2)
    if mark == (",",) and line.lows[begin : begin + 1] in {("and",), ("&",)}:
        begin = _over_article(line, begin + 1)
    if begin >= len(line) or not _is_field(line, begin):
        return None
    last = _item_end(line, begin, lexicon)
    if last is None or any(line.lows[last + 1 : last + 1 + n] in lexicon.titles for n in (1, 2)):
        return None  # "Minister of Defence and Security Chief X"
    if mark == (",",) and line.words[begin - 1] == "," and line.words[last + 1 : last + 2] not in {(",",), ("and",)}:
        return None
    return last
