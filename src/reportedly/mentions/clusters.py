"""Which names of a document name the same thing: equal names, short forms, acronyms, aliases in brackets.

Joining two things makes false claims, keeping one thing apart only loses some: every rule here needs the words to
agree, and a short form that fits two full names is joined to neither unless one of them stands close by.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence, Set

import msgspec

from reportedly.mentions.candidate import Candidate, Line
from reportedly.mentions.joins import Joins
from reportedly.mentions.kinds import may_be_person, weigh_kinds
from reportedly.mentions.lexicon import Lexicon
from reportedly.mentions.sharing import Evidence
from reportedly.mentions.spellings import (
    content,
    initials,
    leading_state,
    same_body,
    short_of_body,
    short_of_person,
    skeleton,
)
from reportedly.records.mention import Kind
from reportedly.resources.lexicon import words

Name = tuple[str, ...]
_BODIES = frozenset({Kind.GROUP, Kind.STATE_BODY, Kind.ORGANISATION, Kind.OTHER})
#: Kinds whose short names look like anything: "Mistral" of "USS Mistral", "Iron Dawn" of "Operation Iron Dawn".
_LENT_OUT = frozenset({Kind.VEHICLE, Kind.EVENT})
_IN_BRACKETS = words("mentions", "in_brackets")
_NEAR = 3  # sentences within which a full name decides who a bare surname is


class Cluster(msgspec.Struct, frozen=True):
    """Names of one thing: indexes into the candidates, ascending.

    may_be_person: the kind is so unsure that "he" may yet tell it. why: the rule that joined them last.
    """

    members: tuple[int, ...]
    kind: Kind
    may_be_person: bool = False
    why: str = ""


def cluster_names(lines: Sequence[Line], names: Sequence[Candidate], lexicon: Lexicon) -> list[Cluster]:
    """Clusters of the candidates that are names or adjectives of nationality, in order of first occurrence."""
    keys = [_key(lines[c.line], c, lexicon) for c in names]
    order = list(dict.fromkeys(keys))
    members: dict[Name, list[int]] = defaultdict(list)
    for i, key in enumerate(keys):
        members[key].append(i)
    groups = [[names[i] for i in members[key]] for key in order]
    kinds, evidence = weigh_kinds(lines, groups, lexicon)
    related = {i for i, c in enumerate(names) if _is_relative(lines[c.line], c, lexicon)}
    loose = _person_links(order, kinds, evidence, members, names, related)
    joins = Joins(len(order))
    linked = _linked(loose, members, order)
    open_kinds = {n for n in range(len(order)) if n not in linked and _is_open(kinds[n], evidence[n])}
    _join_bodies(order, kinds, open_kinds, joins, lexicon)
    _join_brackets(lines, names, keys, order, kinds, joins, lexicon)
    split: dict[int, list[int]] = defaultdict(list)
    for number, key in enumerate(order):
        for i in members[key]:
            split[joins.find(loose.get(i, number))].append(i)
    clusters = [sorted(m) for m in split.values()]
    final, weights = weigh_kinds(lines, [[names[i] for i in m] for m in clusters], lexicon)
    reasons = [joins.why.get(n, "") for n in split]
    found = [
        Cluster(tuple(m), k, may_be_person(lines, [names[i] for i in m], k, e, lexicon), w)
        for m, k, e, w in zip(clusters, final, weights, reasons, strict=True)
    ]
    return sorted(found, key=lambda cluster: cluster.members[0])


def _key(line: Line, c: Candidate, lexicon: Lexicon) -> Name:
    if c.country is not None:
        return ("=", c.country)
    return content(line.lows[c.first : c.last + 1], lexicon)


def _person_links(
    order: list[Name],
    kinds: list[Kind],
    evidence: list[Evidence],
    members: dict[Name, list[int]],
    names: Sequence[Candidate],
    related: Set[int],
) -> dict[int, int]:
    """Candidate → number of the full name that it is short for.

    related: candidates that are told as somebody's kin: of "Varek is a daughter of Ivo Varek" she is not he.
    """
    full: dict[str, list[int]] = defaultdict(list)
    for n, key in enumerate(order):
        if kinds[n] == Kind.PERSON and len(key) > 1:
            for word in {_sound(w) for w in key}:
                full[word].append(n)
    links: dict[int, int] = {}
    for number, key in enumerate(order):
        near = sorted({f for w in key for f in full.get(_sound(w), ())})
        fits = [f for f in near if f != number and short_of_person(key, order[f])]
        if not fits or key[0] == "=" or _is_no_person(kinds[number], evidence[number]):
            continue
        fits = _longest(fits, order)
        for i in members[key]:
            chosen = fits[0] if len(fits) == 1 else _nearest(i, fits, order, members, names)
            if chosen is None:
                continue
            first = members[order[chosen]][0]
            if first not in related or members[key][0] > first:
                links[i] = chosen
    # a short form of a short form ends at the longest
    return {i: _follow(f, order, members, links) for i, f in links.items()}


def _is_relative(line: Line, c: Candidate, lexicon: Lexicon) -> bool:
    """Whether a name is told as somebody's kin: "the daughter of Ivo Varek"."""
    token = line.tokens[c.head]
    of = line.tokens[token.head]
    return token.relation == "pobj" and of.lemma == "of" and line.tokens[of.head].lemma in lexicon.kin


def _sound(word: str) -> str:
    """What words that may be one in two transliterations have in common."""
    return word[:1] + skeleton(word[1:])


def _is_no_person(kind: Kind, evidence: Evidence) -> bool:
    """Whether a name is so clearly something else that it cannot be somebody's surname here."""
    if kind in {Kind.PERSON, Kind.OTHER}:
        return False
    return kind in {Kind.STATE, Kind.POPULATION} or evidence.get(kind, 0.0) - evidence.get(Kind.PERSON, 0.0) >= 4.0


def _follow(number: int, order: list[Name], members: dict[Name, list[int]], links: dict[int, int]) -> int:
    seen = {number}
    while (further := links.get(members[order[number]][0])) is not None and further not in seen:
        number = further
        seen.add(number)
    return number


def _longest(fits: list[int], order: list[Name]) -> list[int]:
    """Without those full names that are short forms of another that fits too."""
    return [f for f in fits if not any(g != f and short_of_person(order[f], order[g]) for g in fits)] or fits[:1]


def _nearest(
    i: int, fits: list[int], order: list[Name], members: dict[Name, list[int]], names: Sequence[Candidate]
) -> int | None:
    """The one full name of several that stands before an occurrence of the short one, close by and alone."""
    line = names[i].line
    near = {}
    for f in fits:
        before = [names[m].line for m in members[order[f]] if m < i and line - names[m].line <= _NEAR]
        if before:
            near[f] = max(before)
    if not near:
        earlier = [f for f in fits if members[order[f]][0] < i]
        return earlier[0] if len(earlier) == 1 else None
    last = max(near.values())
    closest = [f for f, at in near.items() if at == last]
    return closest[0] if len(closest) == 1 else None


def _is_open(kind: Kind, evidence: Evidence) -> bool:
    """Whether so little speaks for the kind of a name that it may be short for a body's."""
    bodies = max(evidence.get(k, 0.0) for k in _BODIES)
    return kind in {Kind.PERSON, Kind.PLACE} and evidence.get(kind, 0.0) - max(bodies, 0.0) < 3.0


def _linked(loose: dict[int, int], members: dict[Name, list[int]], order: list[Name]) -> set[int]:
    """Names that stand for a person with a fuller name somewhere, or are such a fuller name."""
    return {n for n, key in enumerate(order) if any(i in loose for i in members[key])} | set(loose.values())


def _join_bodies(order: list[Name], kinds: list[Kind], open_kinds: set[int], joins: Joins, lexicon: Lexicon) -> None:
    """Short forms, acronyms and permutations of the names of bodies and places."""
    by_word: dict[str, list[int]] = defaultdict(list)
    by_initials: dict[str, list[int]] = defaultdict(list)
    for n, key in enumerate(order):
        if key[0] != "=":
            for word in set(key):
                by_word[word].append(n)
            for letters in initials(key, lexicon):
                by_initials[letters].append(n)
    for a, short in enumerate(order):
        if short[0] == "=":
            continue
        near = sorted({b for word in short for b in by_word[word]} - {a})
        for b in near:
            if b < a and _compatible(kinds[a], kinds[b]) and same_body(short, order[b], lexicon):
                joins.join(a, b, "another form of the name")
        own = kinds[a] in _BODIES or a in open_kinds
        fits = [
            b
            for b in near
            if (kinds[a] == kinds[b] or kinds[b] in _LENT_OUT or (own and kinds[b] in _BODIES))
            and short_of_body(short, order[b], kinds[b], lexicon)
        ]
        states = {leading_state(order[b], lexicon) for b in fits}
        if fits and len({joins.find(b) for b in fits}) == 1 and len(states) == 1:
            joins.join(a, fits[0], "short form of the name")
        fits = [b for b in by_initials.get(short[0], ()) if _compatible(kinds[a], kinds[b])] if len(short) == 1 else []
        if len(short[0]) <= 8 and fits and len({joins.find(b) for b in fits}) == 1:
            joins.join(a, fits[0], "acronym of the name")


def _compatible(a: Kind, b: Kind) -> bool:
    return a == b or (a in _BODIES and b in _BODIES)


def _join_brackets(
    lines: Sequence[Line],
    names: Sequence[Candidate],
    keys: list[Name],
    order: list[Name],
    kinds: list[Kind],
    joins: Joins,
    lexicon: Lexicon,
) -> None:
    """ "Long Name (SHORT)", "Name (Doran: Other Name)", "X, also known as Y": other names of the same kind."""
    number = {key: n for n, key in enumerate(order)}
    for i, a in enumerate(names):
        left = number[keys[i]]
        if a.country is not None or kinds[left] in {Kind.PLACE, Kind.FACILITY, Kind.STATE, Kind.EVENT}:
            continue
        for j in range(i + 1, min(i + 5, len(names))):
            b, right = names[j], number[keys[j]]
            if b.line != a.line or b.country is not None:
                break
            between = names[i + 1 : j]
            nearer = any(number[k] not in {left, right} and kinds[number[k]] == kinds[left] for k in keys[i + 1 : j])
            known_as = not nearer and _known_as(lines[a.line], a, b)
            larger = _numbered_apart(keys[i], keys[j])  # "the 150th Division (8th Army)"
            if not known_as and (larger or not _bracketed(lines[a.line], a, b, between)):
                continue
            if kinds[left] == Kind.PERSON and (kinds[right] != Kind.PERSON or not known_as):
                continue
            acronym = b.first == b.last and lines[b.line].words[b.first].isupper() and keys[j][0][0] == keys[i][0][0]
            acronym = acronym or (len(keys[j]) == 1 and keys[j][0] in initials(keys[i], lexicon))  # "(Unicef)"
            if _compatible(kinds[left], kinds[right]) or ((kinds[right] == Kind.OTHER or acronym) and not known_as):
                joins.join(left, right, "also known as" if known_as else "name in brackets")


def _numbered_apart(a: Name, b: Name) -> bool:
    """Whether two names have numbers, and others."""
    left, right = ({word for word in name if word[0].isdigit()} for name in (a, b))
    return bool(left and right) and left != right


def _known_as(line: Line, a: Candidate, b: Candidate) -> bool:
    between = " ".join(line.lows[a.last + 1 : b.first]).removesuffix(' "').removesuffix(" the")
    return b.first - a.last < 20 and between.endswith(
        ("also known as", "aka", "a.k.a.", ", known as", "alias", "better known as")
    )


def _bracketed(line: Line, a: Candidate, b: Candidate, others: Sequence[Candidate]) -> bool:
    """Whether b stands in a bracket right after a that holds nothing but names and words like "formerly"."""
    k = a.last + 1
    if k >= len(line) or line.words[k] not in {"(", "["} or b.first < k:
        return False
    end = next((n for n in range(k, min(k + 30, len(line))) if line.words[n] in {")", "]"}), None)
    if end is None or b.last > end:
        return False
    names = {n for c in (b, *others) for n in range(c.first, c.last + 1)}
    outside = [n for n in range(k + 1, end) if n not in names]
    return all(
        line.lows[n] in _IN_BRACKETS or line.capital(n) or not line.lows[n].isascii() or not line.lows[n][0].isalnum()
        for n in outside
    )
