"""The parts of one run of capitals: titles, nationalities, and the names themselves."""

from __future__ import annotations

import msgspec

from reportedly.mentions.candidate import Candidate, Line
from reportedly.mentions.capitals import acts
from reportedly.mentions.lexicon import Country, Lexicon
from reportedly.mentions.portfolios import portfolio_end, portfolio_start
from reportedly.mentions.runs import Run
from reportedly.mentions.states import match_country
from reportedly.records.mention import Form, Kind
from reportedly.text.lemmas import is_word

#: What the engine says counts when it is as sure as this.
SURE = 0.5
_LONGEST_TITLE = 6  # words and hyphens


def take_apart(line: Line, first: int, last: int, lexicon: Lexicon) -> list[Candidate]:
    """Titles, nationalities and names of one run."""
    if _is_thing(line, first, last, lexicon):
        return []
    whole = _whole(line, first, last, lexicon)
    if whole is not None:
        return [whole]
    title = _find_title(line, first, last, lexicon)
    if title is not None:
        begin, end = title
        end += 2 if end + 2 <= last and line.lows[end : end + 3] in lexicon.titles else 0  # "Army Chief | of Staff X"
        before = _lead(line, first, begin - 1, lexicon)
        if end == last:
            return before  # an office without a name is no name: the nominals take it
        if line.lows[end + 1] == "of":
            return before + take_apart(line, end + 2, last, lexicon)  # "GOVERNOR OF RUDA"
        words = line.surface(begin, end)
        inner = take_apart(line, end + 1, last, lexicon)
        return before + _entitle(inner, words)
    cut = _cut(line, first, last, lexicon)
    if cut is not None and line.lows[first - 1] == "for" and _are_plain(line, first, cut, lexicon):
        return take_apart(line, cut, last, lexicon)  # "Secretary for Acquisition Ivo Brandt": a field, no name
    if cut is not None:
        return take_apart(line, first, cut - 1, lexicon) + take_apart(line, cut, last, lexicon)
    return [_name(line, first, last, lexicon)]


def _is_thing(line: Line, first: int, last: int, lexicon: Lexicon) -> bool:
    """ "IED", "UAVs", "US$": capitals that name no one; the nominals take the first two."""
    if last + 1 < len(line) and line.words[last + 1] in {"$", "£", "€"}:
        return True
    low = line.lows[first]
    kind = lexicon.nouns.get((low,)) or lexicon.nouns.get((low.rstrip("s"),))
    return first == last and line.words[first][:2].isupper() and kind in {Kind.WEAPON, Kind.VEHICLE}


def _entitle(found: list[Candidate], title: str) -> list[Candidate]:
    if not found:
        return found
    changed = msgspec.structs.replace(
        found[0], kind=Kind.PERSON, title=title, plural=False, country=None, why="title before a name"
    )
    return [changed, *found[1:]]


def _whole(line: Line, first: int, last: int, lexicon: Lexicon) -> Candidate | None:
    """A run that is a country, an adjective of nationality, a people or a widely known body."""
    words = line.words[first : last + 1]
    country = lexicon.countries.get(words)
    if country is not None:
        return _of_country(line, first, last, country, _is_modifier(line, last, lexicon))
    capital = lexicon.capitals.get(words)
    if capital is not None and acts(line, first, last):
        state = _of_country(line, first, last, capital, adjective=False)
        return msgspec.structs.replace(state, why="capital that acts")
    adjective = lexicon.adjectives.get(words)
    people = lexicon.peoples.get(words)
    plural = line.tags[last] in {"NNS", "NNPS"}
    if adjective is not None and (people is None or not plural or _is_modifier(line, last, lexicon)):
        return _of_country(line, first, last, adjective, adjective=True)
    if people is not None:
        return _of_people(line, first, last, people)
    body = lexicon.bodies.get(words)
    if body is not None:
        return _candidate(line, first, last, Form.NAME, body, why="known name", plural=False)
    return None


def _is_modifier(line: Line, last: int, lexicon: Lexicon) -> bool:
    """Whether a name stands before a noun as its modifier: "US-designated", "Russian jets"."""
    k = last + 1
    if k >= len(line):
        return False
    if line.words[k] == "-" and not line.gap(last) and not line.gap(k):
        return True
    if k >= 3 and line.words[k - 2] == "-" and not line.gap(k - 2) and not line.gap(k - 3):
        return True  # the second of "Iran-Iraq"
    if not line.gap(last):
        return False
    tag = line.tags[k]
    if line.lows[k] in lexicon.calendar:
        return False
    if line.tags[last] == "JJ" and tag[:1] in {"N", "J", "V"}:
        return True
    return (
        tag in {"NN", "NNS"}
        and line.tokens[last].head > last
        and line.tokens[last].relation in {"compound", "amod", "nmod"}
    )


def _of_country(line: Line, first: int, last: int, country: Country, adjective: bool) -> Candidate:
    form = Form.ADJECTIVE if adjective else Form.NAME
    return Candidate(
        line=line.index,
        first=first,
        last=last,
        head=line.head_of(first, last),
        form=form,
        kind=country.kind,
        plural=False,
        country=country.name,
        why="table of countries",
    )


def _of_people(line: Line, first: int, last: int, country: Country) -> Candidate:
    """ "The Iranians" who fight are the state; "Iranians" and "12 Iranians" are people."""
    definite = first > 0 and line.lows[first - 1] == "the" and not line.lows[last].endswith(("men", "ish", "ese"))
    described = last + 1 < len(line) and line.lows[last + 1] in {
        "who",
        "from",
        "of",
        "in",
        "living",
        "killed",
        "fleeing",
    }
    if definite and not described:
        return Candidate(
            line=line.index,
            first=first,
            last=last,
            head=line.head_of(first, last),
            form=Form.ADJECTIVE,
            kind=country.kind,
            plural=True,
            country=country.name,
            why="a people for its state",
        )
    return _candidate(line, first, last, Form.NAME, Kind.POPULATION, why="table of countries", plural=True)


def _find_title(line: Line, first: int, last: int, lexicon: Lexicon) -> Run | None:
    """Where titles stand in a run: at its start, or after a nationality or a body's name; modifiers included."""
    for begin in range(first, last + 1):
        if begin > first and line.lows[begin - 1] in {"-", "of", "and", "for"}:
            continue
        end = _title_end(line, begin, last, lexicon)
        if end is None:
            continue
        if end < last and line.words[end + 1] == "'s":
            return None  # "Mayor's Office"
        if end < last and (_is_body(line, end + 1, last, lexicon) or line.lows[end : end + 2] in lexicon.last_words):
            return None  # "Justice Ministry", "General Assembly", "General Staff"
        begin = min(begin, portfolio_start(line, end, first))
        if begin == first and " ".join(w for w in line.lows[first : last + 1] if w != "-") in lexicon.towns:
            return None  # "Saint Petersburg"
        if end == last and begin == first and _is_surname(line, begin, end, lexicon):
            return None
        if begin > first and not _leads(line, first, begin - 1, lexicon):
            return None
        if begin > first and (_inside_name(line, first, begin, lexicon) or _is_quoted(line, first, last)):
            continue
        while begin > first and line.lows[begin - 1] in lexicon.title_modifiers:
            begin -= 1
        return begin, end
    return None


def _title_end(line: Line, begin: int, last: int, lexicon: Lexicon) -> int | None:
    """The last token of the titles that begin at a token ("President Gen.")."""
    end, i = None, begin
    while i <= last:
        sizes = range(min(_LONGEST_TITLE, last - i + 1), 0, -1)
        length = next((n for n in sizes if _title_words(line, i, n) in lexicon.titles), 0)
        modifier = not length and line.lows[i] in lexicon.title_modifiers and i < last
        if not length and not modifier:
            break
        i += length or 1
        if length:
            end = i - 1
            more = portfolio_end(line, end, lexicon)
            if more is not None and more <= last:
                end, i = more, more + 1
        while i <= last and line.words[i] in {".", "-"} and end is not None:
            i += 1
    return end


def _inside_name(line: Line, first: int, begin: int, lexicon: Lexicon) -> bool:
    """An honorific between a person's names: "Jihan Sheikh Ahmed"."""
    if lexicon.titles.get(_title_words(line, begin, 1)) != "honorifics":
        return False
    words = line.words[first:begin]
    known = words in lexicon.adjectives or words in lexicon.countries or words in lexicon.bodies
    titles = any(_title_words(line, i, 1) in lexicon.titles for i in range(first, begin))
    modifiers = all(low in lexicon.title_modifiers for low in line.lows[first:begin])
    acronym = line.words[begin - 1].isupper()
    return not (known or titles or modifiers or acronym or _is_body(line, first, begin - 1, lexicon))


def _is_quoted(line: Line, first: int, last: int) -> bool:
    """Whether a run is all that a quotation holds: ‘the "Estado Mayor Norte"’ has no mayor."""
    closing = last + 2 if line.words[last + 1 : last + 2] in ((",",), (".",)) else last + 1
    return first > 0 and line.words[first - 1] == '"' and line.words[closing : closing + 1] == ('"',)


def _title_words(line: Line, i: int, length: int) -> tuple[str, ...]:
    return tuple(w.rstrip(".") for w in line.lows[i : i + length])


def _is_surname(line: Line, begin: int, end: int, lexicon: Lexicon) -> bool:
    """ "Marshall said": a title word alone that the engine takes for a person without an article before it."""
    told = begin > 0 and line.words[begin - 1] == "," and line.lows[end + 1 : end + 2] == ("of",)  # "X, Head of Y"
    kind = None if told else engine_kind(line, begin, end)
    article = begin > 0 and line.tags[begin - 1] in {"DT", "PRP$"}
    return begin == end and not article and kind is not None and kind[0] == Kind.PERSON


def _leads(line: Line, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether what stands before a title may: a nationality, a body, an acronym, or words that belong to the title."""
    words = line.words[first : last + 1]
    if words in lexicon.adjectives or words in lexicon.countries or words in lexicon.bodies:
        return True
    if all(low in lexicon.title_modifiers for low in line.lows[first : last + 1]):
        return True
    if _is_body(line, first, last, lexicon) or line.words[last].isupper():
        return True
    kind = engine_kind(line, first, last)
    if kind is not None and kind[0] not in {Kind.PERSON}:
        return True
    return not lexicon.is_given_name(line.lows[first]) and last - first <= 3


def _lead(line: Line, first: int, last: int, lexicon: Lexicon) -> list[Candidate]:
    """What stands before a title, as candidates of its own."""
    while first <= last and (line.lows[last] in lexicon.title_modifiers or line.words[last] in {".", "-"}):
        last -= 1
    if first > last:
        return []
    found = take_apart(line, first, last, lexicon)
    return [_as_adjective(c) if c.country is not None else c for c in found]


def _as_adjective(c: Candidate) -> Candidate:
    return msgspec.structs.replace(c, form=Form.ADJECTIVE, plural=False, why="nationality before a title")


def _cut(line: Line, first: int, last: int, lexicon: Lexicon) -> int | None:
    """The token where a second name begins in a run without titles ("Iraqi Kurdistan", "ISIL Omar Hadid"), or None."""
    if first == last:
        return None
    prefix = match_country(line, first, lexicon)
    length = prefix[0] if prefix else 0
    if not length and (line.words[first],) in lexicon.adjectives:
        length = 1
    elif not length and line.words[first : first + 2] in lexicon.adjectives:
        length = 2
    if length and first + length <= last:
        rest = first + length
        if line.words[rest] in {"-", "of", "and", "for"}:
            return None
        if rest == last and (line.words[rest],) in (*lexicon.peoples, *lexicon.adjectives):
            return rest  # "Doran Serb"
        if (person := _second_person(line, rest, last, lexicon)) is not None:
            return person
        if lexicon.is_given_name(line.lows[rest]) and rest < last and not _is_body(line, rest, last, lexicon):
            return rest
        shape = rest == last and line.tags[rest] == "NNP" and is_word(line.lows[rest])
        joined = shape or _is_body(line, rest, last, lexicon) or _one_span(line, first, last)
        joined = joined or _named_with_country(line, first, rest, last, lexicon)
        return None if joined or line.words[first : last + 1] in lexicon.bodies else rest
    person = _second_person(line, first, last, lexicon)
    if person is not None:
        return person
    acronym = line.words[first].isalpha() and line.words[first].isupper() and len(line.words[first]) >= 3
    if acronym and last - first >= 2 and lexicon.is_given_name(line.lows[first + 1]):
        vehicle = lexicon.first_words.get((line.lows[first],)) == Kind.VEHICLE
        return None if vehicle or _is_body(line, first + 1, last, lexicon) else first + 1
    return None


def _named_with_country(line: Line, first: int, rest: int, last: int, lexicon: Lexicon) -> bool:
    """As in "the Sudan Shield": an article, a land's own name, and English words with capitals that end the run."""
    article = first > 0 and line.lows[first - 1] == "the"
    own = line.words[first:rest] in lexicon.countries and line.words[first:rest] not in lexicon.adjectives
    spelt = all(is_word(low) and not line.words[i].isupper() for i, low in enumerate(line.lows[rest : last + 1], rest))
    return article and own and spelt and line.tags[last] in {"NNP", "NNPS"}


def _second_person(line: Line, first: int, last: int, lexicon: Lexicon) -> int | None:
    """Where a person's name follows a body's without a break ("Air Force James Roche")."""
    for p in range(first + 1, last):
        if (
            not lexicon.is_given_name(line.lows[p])
            or not line.capital(p)
            or line.lows[p - 1] in {"of", "for", "-", "and"}
        ):
            continue
        linked = bool({"of", "for"} & set(line.lows[first:p])) or (first == p - 1 and _is_plain(line, first, lexicon))
        linked = linked or (line.lows[first - 1] in {"of", "for"} and _are_plain(line, first, p, lexicon))
        after = first > 1 and line.lows[first - 1] == "the" and line.lows[first - 2] in {"of", "for", "to"}
        linked = linked or (after and p - first > 1)  # "Minister for the Middle East Ivo Brandt"
        known = line.words[p - 1 : p] in lexicon.bodies or line.words[p - 1 : p] in lexicon.countries
        if (linked or known or _is_body(line, first, p - 1, lexicon)) and not _is_body(line, p, last, lexicon):
            return p
    return None


def _are_plain(line: Line, first: int, end: int, lexicon: Lexicon) -> bool:
    """Whether all words are (as in "Arms Control Ivo Brandt")."""
    return all(_is_plain(line, i, lexicon) or line.lows[i] in {"air", "arms", "arm"} for i in range(first, end))


def _is_plain(line: Line, i: int, lexicon: Lexicon) -> bool:
    """Whether a word is a common noun with a capital and nobody's name ("Acquisition Ivo Brandt")."""
    low = line.lows[i]
    return len(low) > 4 and is_word(low) and low not in lexicon.surnames and low not in lexicon.towns and i > 0


def _is_body(line: Line, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether the words end or begin like the name of a body, a place, an event…, anything but a person."""
    lows = line.lows
    if (lows[last],) in lexicon.last_words or lows[max(first, last - 1) : last + 1] in lexicon.last_words:
        return True
    if lows[last].isdigit() and last > first:
        return _is_body(line, first, last - 1, lexicon)
    return lows[first : first + 2] in lexicon.first_words


def _one_span(line: Line, first: int, last: int) -> bool:
    return any(s.first <= first and s.last >= last and s.score >= SURE for s in line.spans)


def engine_kind(line: Line, first: int, last: int) -> tuple[Kind, float] | None:
    """Kind and score of the engine's span for a name: it covers half of these tokens or more, and ends with them.

    A span that goes on ("Ruda residents") or holds the name in a phrase ("the leader of the Third Guard") is of another
    thing.
    """
    best: tuple[int, Kind, float] | None = None
    for span in line.spans:
        shared = min(last, span.last) - max(first, span.first) + 1
        if 2 * shared < last - first + 1 or _is_of_more(line, span.first, span.last, first, last):
            continue
        if best is None or shared > best[0]:
            best = (shared, Kind(span.kind), span.score)
    return None if best is None else best[1:]


def _is_of_more(line: Line, begin: int, end: int, first: int, last: int) -> bool:
    """Whether the engine's tokens begin..end are a phrase that only holds the name first..last."""
    if any(line.tags[i] in {"IN", "POS", "CC"} for i in range(begin, first)):
        return True
    return any(
        line.words[i][0].isalnum() and line.tags[i] != "POS" and line.words[i] != "'s" for i in range(last + 1, end + 1)
    )


def _name(line: Line, first: int, last: int, lexicon: Lexicon) -> Candidate:
    kind = engine_kind(line, first, last)
    if kind is None:
        return _candidate(line, first, last, Form.NAME, Kind.OTHER, why="capitals", score=0.4)
    return _candidate(line, first, last, Form.NAME, kind[0], why="engine", score=kind[1])


def _candidate(
    line: Line,
    first: int,
    last: int,
    form: Form,
    kind: Kind,
    *,
    why: str,
    plural: bool | None = None,
    score: float = 1.0,
) -> Candidate:
    return Candidate(
        line=line.index,
        first=first,
        last=last,
        head=line.head_of(first, last),
        form=form,
        kind=kind,
        score=score,
        plural=plural,
        why=why,
    )
