"""Runs of capitals: stretches of words that are written like names, whatever the engine says of them.

Transliterated names hold lower-case parts ("Hadi al Amiri", "Lashkar-e-Taiba", "van der Berg"), bodies hold "of" and
"and" ("Army of the Victorious Sect"): a run goes over these where the words around them allow it.
"""

from __future__ import annotations

from reportedly.mentions.candidate import Line
from reportedly.mentions.coordination import is_one_name
from reportedly.mentions.lexicon import Lexicon
from reportedly.mentions.numbered import numbered_end
from reportedly.mentions.portfolios import portfolio_end
from reportedly.mentions.states import match_country
from reportedly.resources.lexicon import words
from reportedly.text.lemmas import is_word

Run = tuple[int, int]

_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"})
_OPENING = frozenset({"al", "el", "bin", "ibn", "abu", "umm", "van", "von", "de", "ould"})
_ARTICLES = frozenset({"the", "al"})
_AFTER_COMMA = frozenset((w,) for w in words("shapes", "inside", "after_comma"))
_BEFORE_MONTH = words("mentions", "before_month")
_NETWORKS = words("mentions", "networks")
_BRANCH_LANDS = words("mentions", "branch_lands")
_CREEDS = words("mentions", "creeds")
_WAYS = words("shapes", "inside", "ways")


def find_runs(line: Line, lexicon: Lexicon) -> list[Run]:
    """First and last tokens of the runs of a sentence, ascending, not overlapping."""
    cover = _cover(line)
    found: list[Run] = []
    i, size = 0, len(line)
    while i < size:
        if (end := numbered_end(line, i, lexicon)) is not None:
            found.append((i, end))
            i = end + 1
            continue
        if not line.capital(i) and (end := portfolio_end(line, i, lexicon)) is not None:
            i = end + 1  # "minister for Energy and Mines"
            continue
        if line.words[i].islower() and line.words[i] not in _OPENING and line.words[i : i + 3] in lexicon.bodies:
            found.append((i, i + 2))  # "the anti-Varela"
            i += 3
            continue
        if not _starts(line, i, lexicon):
            i += 1
            continue
        last = _extend(line, i, lexicon, cover)
        first = _trim(line, i, last, lexicon, cover)
        if first < last or (first == last and len(line.words[first]) > 1):
            found.append((first, last))
        i = last + 1
    return found


def _cover(line: Line) -> list[int]:
    """For each token the number of the engine's span over it, -1 outside."""
    cover = [-1] * len(line)
    for number, span in enumerate(line.spans):
        for i in range(span.first, span.last + 1):
            cover[i] = number
    return cover


def _starts(line: Line, i: int, lexicon: Lexicon) -> bool:
    low = line.lows[i]
    if line.capital(i) and line.words[i][0].isalnum():
        return not _is_calendar(line, i, lexicon) and low not in lexicon.no_names
    if low in lexicon.opening_particles and i + 1 < len(line):
        if line.words[i + 1] == "-" and not line.gap(i) and not line.gap(i + 1):
            return i + 2 < len(line) and line.capital(i + 2)
        return low in _OPENING and line.gap(i) and line.capital(i + 1)
    return _is_ordinal(line, i, lexicon)


def _is_calendar(line: Line, i: int, lexicon: Lexicon) -> bool:
    """Whether a word names a day or month and nobody: "Jan 5", not "Jan Orlik said"."""
    low = line.lows[i].rstrip(".")
    if low not in lexicon.calendar:
        return False
    named = lexicon.is_given_name(low) and line.tags[i].startswith("NNP") and line.gap(i) and i + 1 < len(line)
    if not named or (i > 0 and (line.lows[i - 1] in _BEFORE_MONTH or line.words[i - 1].isdigit())):
        return True
    after = line.lows[i + 1]
    other = after in lexicon.calendar or match_country(line, i + 1, lexicon) or (line.words[i + 1],) in lexicon.bodies
    return bool(other) or not line.capital(i + 1) or not after[0].isalpha() or is_word(after)


def _is_ordinal(line: Line, i: int, lexicon: Lexicon) -> bool:
    """ "5th" before a capital: the number of a unit."""
    if not (line.lows[i][0].isdigit() and line.lows[i].endswith(("st", "nd", "rd", "th"))) or i + 1 >= len(line):
        return False
    return line.capital(i + 1) and line.lows[i + 1].rstrip(".") not in lexicon.calendar and line.tags[i + 1] != "IN"


def _extend(line: Line, first: int, lexicon: Lexicon, cover: list[int]) -> int:
    """The last token of the run that begins at `first`."""
    country = match_country(line, first, lexicon)
    last = first + country[0] - 1 if country else first
    if line.lows[first] in lexicon.opening_particles and not line.capital(first):
        last = first + 2 if line.words[first + 1] == "-" else first + 1
    while (step := _step(line, first, last, lexicon, cover)) is not None:
        last = step
    return last


def _step(line: Line, first: int, last: int, lexicon: Lexicon, cover: list[int]) -> int | None:
    """The token up to which the run goes on, or None."""
    k = last + 1
    if k >= len(line):
        return None
    word, low = line.words[k], line.lows[k]
    if line.capital(k) and word[0].isalnum():
        stop = _is_calendar(line, k, lexicon) or low in lexicon.no_names or _breaks(line, first, k, lexicon)
        return None if stop else k
    if word == "-":
        return _over_hyphen(line, first, last, lexicon, cover)
    if word == ".":
        initial = len(line.words[last]) == 1 and line.words[last].isalpha() and not line.gap(last)
        goes_on = k + 1 < len(line) and line.capital(k + 1) and line.lows[k + 1] not in lexicon.opening_words
        return k if initial and goes_on else None
    if word == "&":
        return k + 1 if k + 1 < len(line) and line.capital(k + 1) else None
    if word in {"'s", "'"}:
        one = k + 1 < len(line) and 0 <= cover[last] == cover[k] == cover[k + 1] and not line.gap(last)
        inside = k + 1 < len(line) and line.capital(k + 1) and (one or line.lows[last] in lexicon.possessors)
        return k + 1 if inside else None
    if word == "," and (line.lows[k + 1 : k + 2] in _AFTER_COMMA or _is_surname_first(line, first, last, lexicon)):
        return k + 1
    if word.isdigit():
        short = line.words[last].isupper() and 1 < len(line.words[last]) <= 5 and not match_country(line, last, lexicon)
        which = line.lows[last] == "no." and last > first and is_word(line.lows[last - 1])  # "School No. 10"
        named = {low, line.lows[last]} & lexicon.numbered or short or which
        return k if named and len(word) <= 5 else None
    if low in lexicon.particles or low in lexicon.joined_particles:
        over = _over_particle(line, last, lexicon, cover)
        return over if over is not None or low not in {"in", "on"} else _over_link(line, first, last, lexicon, cover)
    if _is_ordinal(line, k, lexicon):
        return k
    if low in {"of", "for"} and (end := portfolio_end(line, last, lexicon)) is not None:
        return end
    if low in {"of", "for", "in", "and", "on"}:
        return _over_link(line, first, last, lexicon, cover)
    return None


def _is_surname_first(line: Line, first: int, last: int, lexicon: Lexicon) -> bool:
    """As in "BRANDT, Ivo (a.k.a. …": a name as lists of persons have it, the surname in capitals before the others."""
    if not all(w.isupper() or w == "-" for w in line.words[first : last + 1]) or len(line.words[first]) < 3:
        return False
    if first > 0 and line.lows[first - 1] not in {"(", ";", "a.k.a.", "aka", '"'}:
        return False
    end = last + 2
    while end < len(line) and line.capital(end) and not line.words[end].isupper() and end - last < 6:
        end += 1
    closed = end == len(line) or line.words[end] in {"(", ";", ")", ","}
    lands = match_country(line, last + 2, lexicon) or line.lows[last + 2 : last + 3] in lexicon.titles
    towns = {" ".join(line.lows[first : last + 1]), " ".join(line.lows[last + 2 : end])} & lexicon.towns
    return end > last + 2 and closed and not lands and not towns


def _breaks(line: Line, first: int, k: int, lexicon: Lexicon) -> bool:
    """Whether a capital begins another name: a country's adjective before a title, a name after a whole country."""
    if first in line.openings and not line.words[k].isupper() and _is_dateline(line, first, k - 1, lexicon):
        return True  # "RUDA Ivo Brandt"
    if k == first + 1 and line.lows[first] in _NETWORKS and line.lows[max(first - 1, 0)] in {"on", "via"}:
        return True  # "in a post on Facebook | Varek denied it"
    if line.words[k] == "The" and line.words[k - 1].endswith("."):
        return True  # "No. The Third Guard"
    if line.lows[k] in _CREEDS and k + 1 < len(line) and line.tags[k + 1] in {"NN", "NNS"} and not line.capital(k + 1):
        return True  # "the Dawn Brigade | Sunni militia"
    if (line.words[k],) in lexicon.adjectives and k + 1 < len(line):
        return (line.lows[k + 1].rstrip("."),) in lexicon.titles and (
            line.lows[first].rstrip("."),
        ) not in lexicon.titles
    return False


def _is_dateline(line: Line, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a run is a place in capitals, as reports begin with it."""
    shouted = all(w.isupper() and w.isalpha() for w in line.words[first : last + 1]) and len(line.words[first]) > 3
    lows = line.lows[first : last + 1]
    return shouted and (" ".join(lows) in lexicon.towns or tuple(w.title() for w in lows) in lexicon.countries)


def _over_hyphen(line: Line, first: int, last: int, lexicon: Lexicon, cover: list[int]) -> int | None:
    k = last + 1
    if line.gap(last) or line.gap(k) or k + 1 >= len(line):
        return None
    m = k + 1
    low = line.lows[m]
    if line.capital(m) and line.words[m][0].isalnum():
        return None if _two_states(line, first, last, m, lexicon) or _is_way(line, last, m, lexicon) else m
    if low in lexicon.particles or low in lexicon.joined_particles or low == "of":  # "Chief-of-Staff"
        if m + 2 < len(line) and line.words[m + 1] == "-" and line.capital(m + 2):
            return m + 2
        if m + 1 < len(line) and line.capital(m + 1) and len(low) <= 3 and low not in {"to", "in", "on", "at"}:
            return m + 1
    if low.isdigit():
        return m
    tail = low.isalpha() and len(low) <= 6 and low not in lexicon.modifier_tails
    if tail and (line.tags[m] == "NNP" or (cover[m] >= 0 and cover[m] == cover[last])):
        return m
    return None


def _two_states(line: Line, first: int, last: int, m: int, lexicon: Lexicon) -> bool:
    left = line.words[first : last + 1]
    right = (line.words[m],)
    return (left in lexicon.countries or left in lexicon.adjectives) and (
        right in lexicon.countries or right in lexicon.adjectives
    )


def _is_way(line: Line, last: int, m: int, lexicon: Lexicon) -> bool:
    """Whether a hyphen stands between the two ends of a way: "the Ruda-Belik highway", "the Ruda-Belik river route"."""
    after = line.lows[m + 1 : m + 3]
    way = bool({*after[:1]} & _WAYS) or (bool({*after[1:]} & _WAYS) and line.tags[m + 1] == "NN")
    ends = line.lows[last], line.lows[m]
    town = " ".join(ends) in lexicon.towns or "".join(ends) in lexicon.towns
    return way and not town and all(len(end) > 4 or end in lexicon.towns for end in ends)


def _over_particle(line: Line, last: int, lexicon: Lexicon, cover: list[int]) -> int | None:
    k, size = last + 1, len(line)
    for _ in range(2):  # "van der", "de la", "bin al"
        if (
            k + 2 < size
            and line.words[k + 1] == "-"
            and line.capital(k + 2)
            and not line.gap(k)
            and not line.gap(k + 1)
        ):
            return k + 2
        if line.lows[k] not in lexicon.particles or k + 1 >= size:
            return _covered_particle(line, last, k, cover)
        if line.capital(k + 1) and line.words[k + 1][0].isalpha():
            weak = len(line.lows[k]) == 1
            return _covered_particle(line, last, k, cover) if weak else k + 1
        k += 1
        if line.lows[k] not in lexicon.particles:
            return None
    return None


def _covered_particle(line: Line, last: int, k: int, cover: list[int]) -> int | None:
    """ "Jurf as Sakhar": a particle that is an English word counts only inside one span of the engine."""
    if line.lows[k] in {"on", "to", "in", "at", "so", "an", "us", "do", "or", "id"}:
        return None
    if k + 1 < len(line) and line.capital(k + 1) and cover[last] >= 0 and cover[last] == cover[k] == cover[k + 1]:
        return k + 1
    return None


def _over_link(line: Line, first: int, last: int, lexicon: Lexicon, cover: list[int]) -> int | None:
    """Over "of", "for", "in", "and" and an article, to the next capital, where they stand inside a name."""
    k, size = last + 1, len(line)
    m = k + 1
    if m < size and line.lows[m] in _ARTICLES and not line.capital(m):
        m += 2 if m + 1 < size and line.words[m + 1] == "-" else 1
    if m >= size or not line.capital(m) or not line.words[m][0].isalpha() or line.lows[m] in lexicon.calendar:
        return None
    one_span = cover[last] >= 0 and all(c == cover[last] for c in cover[last : m + 1])
    low, before = line.lows[k], line.lows[last]
    if low in {"of", "in"} and _is_for_aim(line, first, last, lexicon):
        return m if low == "of" or match_country(line, m, lexicon) else None
    if low == "of" and _titled(line, last, m, lexicon):
        return m
    if low == "of" and (before,) in lexicon.last_words and _is_person(line, m, lexicon):
        return None  # "the Third Front of Ivo Brandt"
    if low == "of":
        mid_sentence = first not in line.openings or last > first or line.tags[first].startswith("NNP")
        if before in lexicon.of_heads and mid_sentence and not _is_title(line, first, last, lexicon):
            return m
        return m if one_span and not _is_title(line, first, last, lexicon) else None
    if low == "and":
        return m if is_one_name(line, first, last, m, one_span, lexicon) else None
    if low == "in" and (end := _branch_end(line, first, last, m, lexicon)) is not None:
        return end
    if (low == "for" and before in lexicon.for_heads) or (low == "on" and before in lexicon.on_heads):
        return m
    return m if one_span and not _is_title(line, first, last, lexicon) else None


def _is_person(line: Line, m: int, lexicon: Lexicon) -> bool:
    """Whether a rank, or a given name and another name, follows from token m."""
    if lexicon.titles.get((line.lows[m].rstrip("."),)) == "ranks" and m + 1 < len(line) and line.capital(m + 1):
        return True
    named = m + 1 < len(line) and line.gap(m) and line.capital(m + 1) and line.words[m + 1][0].isalpha()
    return named and lexicon.is_given_name(line.lows[m]) and not match_country(line, m, lexicon)


def _branch_end(line: Line, first: int, last: int, m: int, lexicon: Lexicon) -> int | None:
    """Of "Red Dawn in the Arabian Peninsula", "… in Belik and the Levant" the end: the land belongs to the name of a
    branch of a known body."""
    body = lexicon.bodies.get(line.words[first : last + 1])
    body = lexicon.bodies.get((line.words[first].capitalize(), *line.words[first + 1 : last + 1]), body)
    end = m
    while end + 1 < len(line) and (line.capital(end + 1) or line.lows[end + 1 : end + 3] == ("and", "the")):
        end += 1 if line.capital(end + 1) else 2
    return end if body is not None and end > m and line.lows[end] in _BRANCH_LANDS else None


def _is_for_aim(line: Line, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether tokens first..last tell a body and what it is for ("Front for the Liberation …")."""
    return any(
        line.lows[i] in lexicon.for_heads and line.lows[i + 1] == "for" and i + 1 < last for i in range(first, last)
    )


def _titled(line: Line, last: int, m: int, lexicon: Lexicon) -> bool:
    """ "Secretary of State": the words around "of" are one title."""
    return any(line.lows[last - n : m + 1] in lexicon.titles for n in (0, 1, 2) if last >= n)


def _is_title(line: Line, first: int, last: int, lexicon: Lexicon) -> bool:
    return (line.lows[last].rstrip("."),) in lexicon.titles and line.lows[last] not in lexicon.of_heads


def _trim(line: Line, first: int, last: int, lexicon: Lexicon, cover: list[int]) -> int:
    """The first token of the run after words that only begin a sentence."""
    while first <= last and line.lows[first].rstrip(".") in lexicon.opening_words:
        if _shouted(line.words[first]) and line.lows[first] != "the":
            break  # "IN", "US"
        if first not in line.openings and line.lows[first] not in {"the", "a", "an"}:
            break  # "the Third Guard"
        if line.lows[first] in _ORDINALS and first < last:
            break  # "Third Guard leader seen"
        if line.words[first : first + 2] in lexicon.bodies:
            break  # "The Hague"
        first += 1
    while first <= last and line.lows[first] in {"-", "&", "'s"}:
        first += 1
    if first < last and _is_creed(line, first, last, lexicon):
        first += 1
    opening = first in line.openings
    while first < last and opening and cover[first] < 0 and _common(line, first, lexicon):
        if line.lows[first + 1] == "and":
            break  # "Trade and Energy Minister": one name, or the run had ended there
        first += 1
        opening = True
    return first


def _is_creed(line: Line, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a run begins with the creed of whom it names: "the mainly Muslim Varela"."""
    foreign = not is_word(line.lows[first + 1]) and line.words[first + 1][0].isalpha()
    body = line.words[first : last + 1] in lexicon.bodies or (line.lows[last],) in lexicon.last_words
    return line.lows[first] in _CREEDS and foreign and not body


def _shouted(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _common(line: Line, i: int, lexicon: Lexicon) -> bool:
    """Whether the first word of a sentence reads as a common word there: no name's tag, and no title."""
    if line.tags[i].startswith("NNP") or line.words[i].isupper() or not is_word(line.lows[i]):
        return False
    if line.lows[i] in _ORDINALS:
        return False
    word = (line.lows[i].rstrip("."),)
    return word not in lexicon.titles and word not in lexicon.first_words and (line.words[i],) not in lexicon.adjectives
