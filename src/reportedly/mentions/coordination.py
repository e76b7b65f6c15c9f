"""Whether "and" stands inside one name ("Ministry of Science and Technology") or between two."""

from __future__ import annotations

from reportedly.mentions.candidate import Line
from reportedly.mentions.lexicon import Lexicon
from reportedly.mentions.portfolios import joins_fields
from reportedly.mentions.states import match_country
from reportedly.records.mention import BODIES, Kind
from reportedly.resources.lexicon import words
from reportedly.text.lemmas import is_word

_AND_HEADS = words("shapes", "inside", "and_heads")
_BODY_HEADS = words("shapes", "inside", "of_heads") | words("shapes", "inside", "for_heads") | _AND_HEADS
_FIELDS = words("shapes", "inside", "fields")


def is_one_name(line: Line, first: int, last: int, m: int, one_span: bool, lexicon: Lexicon) -> bool:
    """Whether "A and B" is the name of one body ("Ministry of Science and Technology") and not two things."""
    if joins_fields(line, first, last, m):
        return True
    end = _capitals_end(line, m)
    if line.lows[m] in _BODY_HEADS and line.lows[m + 1 : m + 2] in {("of",), ("for",)}:
        return False  # "the Ministry of Defence and the Ministry of Interior"
    heads = [i for i in range(first, last + 1) if line.lows[i] in _AND_HEADS]
    if heads and {"of", "for"} & set(line.lows[heads[-1] : last + 1]):
        told = range(m, end + 1)
        fields = all(_is_aim(line, i, lexicon) and not _is_body_noun(line.lows[i], lexicon) for i in told)
        return fields or line.lows[heads[0]] == "state"
    if _has_two_aims(line, first, last, m, lexicon) or _is_of_two_words(line, first, last, m, lexicon):
        return True
    if _has_two_fields(line, first, last, m, lexicon):
        return True
    if not one_span or match_country(line, m, lexicon) or match_country(line, first, lexicon):
        return False
    return (line.lows[end],) in lexicon.last_words and (line.lows[last],) not in lexicon.last_words


def _capitals_end(line: Line, m: int) -> int:
    """The last of the words with capitals from token m on."""
    while m + 1 < len(line) and line.capital(m + 1):
        m += 1
    return m


def _has_two_fields(line: Line, first: int, last: int, m: int, lexicon: Lexicon) -> bool:
    """As in "the National Intelligence and Security Agency": two fields, and the noun of one body of the state."""
    end = m
    while end + 1 < len(line) and line.capital(end + 1) and not line.words[end + 1].isupper():
        end += 1
    body = lexicon.last_words.get((line.lows[end],)) in {Kind.STATE_BODY, Kind.ORGANISATION}
    plain = all(line.lows[i] == "the" or _is_aim(line, i, lexicon) for i in range(first, last))
    fields = line.lows[last] in _FIELDS and line.lows[end - 1] in _FIELDS
    return body and fields and plain and end > m and line.lows[end] not in _FIELDS


def _has_two_aims(line: Line, first: int, last: int, m: int, lexicon: Lexicon) -> bool:
    """As in "Movement for Reform and Development": a body named for two aims, both plain words of English."""
    aims = next(
        (i + 2 for i in range(first, last) if line.lows[i] in lexicon.for_heads and line.lows[i + 1] == "for"), m
    )
    told = [i for i in range(aims, _capitals_end(line, m) + 1) if line.lows[i] not in {"and", "the", "of"}]
    return aims <= last and all(_is_aim(line, i, lexicon) for i in told)


def _is_of_two_words(line: Line, first: int, last: int, m: int, lexicon: Lexicon) -> bool:
    """As in "the Justice and Reform Movement": an article, plain words of English, and a noun of bodies at the end."""
    end = _capitals_end(line, m)
    article = line.lows[first] == "the" or (first > 0 and line.lows[first - 1] == "the")
    told = [i for i in range(first, end) if line.lows[i] not in {"and", "the"}]
    kind = lexicon.last_words.get((line.lows[end],))
    body = kind == Kind.GROUP or (len(told) > 2 and kind in {Kind.STATE_BODY, Kind.ORGANISATION})
    plain = all(_is_aim(line, i, lexicon) and not _is_body_noun(line.lows[i], lexicon) for i in told)
    return article and (body or line.lows[end] in lexicon.for_heads) and m < end <= m + 2 and plain


def _is_body_noun(low: str, lexicon: Lexicon) -> bool:
    """Whether names of bodies end with a word ("Guard"), so that what follows it is another's."""
    return lexicon.last_words.get((low,)) in BODIES


def _is_aim(line: Line, i: int, lexicon: Lexicon) -> bool:
    """A plain word of English that names nobody."""
    low = line.lows[i]
    plain = low.isalpha() and is_word(low) and not line.words[i].isupper()
    return plain and not lexicon.is_given_name(low) and not match_country(line, i, lexicon)
