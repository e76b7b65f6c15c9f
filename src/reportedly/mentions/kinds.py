"""What kind of thing a name names: decided once for each name of a document, from all its occurrences.

Evidence adds up as log-odds: the name's own words, tables of given names, towns and known bodies, the engine's vote at
each occurrence, and the words around each occurrence ("near X", "X fighters", "X, a town…", "X said").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from reportedly.mentions.candidate import Candidate, Line
from reportedly.mentions.initials import is_acronym, weigh_initials
from reportedly.mentions.lexicon import Lexicon
from reportedly.mentions.sharing import Evidence, share_lists, share_stems
from reportedly.mentions.spellings import is_model
from reportedly.records.mention import FORCES, Kind
from reportedly.records.span import Token
from reportedly.resources.lexicon import table, words
from reportedly.text.lemmas import is_word

_BODIES = (Kind.GROUP, Kind.STATE_BODY, Kind.ORGANISATION)
#: What the engine's coarse kinds may really be, with the share of its vote.
_READINGS: Mapping[Kind, tuple[tuple[Kind, float], ...]] = {
    Kind.ORGANISATION: ((Kind.ORGANISATION, 1.0), (Kind.GROUP, 0.9), (Kind.STATE_BODY, 0.8)),
    Kind.GROUP: ((Kind.GROUP, 1.0), (Kind.ORGANISATION, 0.6), (Kind.STATE_BODY, 0.4), (Kind.POPULATION, 0.5)),
    Kind.STATE_BODY: ((Kind.STATE_BODY, 1.0), (Kind.ORGANISATION, 0.6), (Kind.GROUP, 0.5)),
    Kind.PLACE: ((Kind.PLACE, 1.0), (Kind.FACILITY, 0.6)),
    Kind.FACILITY: ((Kind.FACILITY, 1.0), (Kind.PLACE, 0.5)),
}
_MOST = 3.0  # an engine that errs often on one name must not outvote everything else
_PLACE_BEFORE: dict[str, float] = dict(table("mentions")["before_place"])
_BODY_AFTER: dict[str, float] = dict(table("mentions")["after_group"])
_STAFF_AFTER = words("mentions", "after_body")
_SAYING = words("mentions", "saying")
_THINKING = words("mentions", "person_verbs")
_FIGHTING = words("mentions", "fighting")
_TAKEN = words("mentions", "taken_places")
_STRUCK = words("mentions", "struck_places")
_DONE_TO_PERSONS = words("mentions", "done_to_persons")
#: Verbs whose "with X" brings in a person.
_IN_COMPANY = _THINKING | _DONE_TO_PERSONS | {"see", "show", "film"}
_MEETINGS = words("mentions", "meetings")
_BODY_BEFORE_OF = words("mentions", "members")
_MONTHS = words("mentions", "months_of_names")
_OFFICES_OF_PLACES = words("shapes", "around", "offices_of_places")
_LED_SO = words("shapes", "around", "led_so")
_PERSONS_OWN = words("mentions", "persons_own")
_COMPASS = words("mentions", "compass")
_NOUNS = frozenset({"NN", "NNS"})


def weigh_kinds(
    lines: Sequence[Line], groups: Sequence[Sequence[Candidate]], lexicon: Lexicon
) -> tuple[list[Kind], list[Evidence]]:
    """One kind for each group of candidates that name the same thing, in order, and the evidence for all kinds."""
    fixed = [next((c.kind for c in group if c.country is not None), None) for group in groups]
    evidence = [
        {kind: 9.0} if kind is not None else _evidence(lines, group, lexicon)
        for kind, group in zip(fixed, groups, strict=True)
    ]
    share_lists(lines, groups, evidence)
    share_stems(lines, groups, evidence)
    return [_best(e, group) for e, group in zip(evidence, groups, strict=True)], evidence


def may_be_person(
    lines: Sequence[Line], group: Sequence[Candidate], kind: Kind, evidence: Evidence, lexicon: Lexicon
) -> bool:
    """Whether a name typed otherwise may yet be a person's: short, and nothing speaks clearly against it."""
    if all(lines[c.line].lows[c.first : c.last + 1] in lexicon.last_words for c in group):
        return False  # "The Council"
    longest = max(c.last - c.first for c in group)
    body = kind in FORCES
    if body and any(c.last > c.first > 0 and lines[c.line].lows[c.first - 1] == "the" for c in group):
        return False  # "From 1991 until his death the Third Guard was led by him"
    if kind in {Kind.PERSON, Kind.STATE, Kind.POPULATION} or longest > 3 or is_acronym(lines, group):
        return False
    return evidence.get(kind, 0.0) - max(evidence.get(Kind.PERSON, 0.0), 0.0) < 3.0


def _best(evidence: Evidence, group: Sequence[Candidate]) -> Kind:
    kind, score = max(evidence.items(), key=lambda pair: (pair[1], pair[0].value), default=(group[0].kind, 1.0))
    return kind if score > 0 else group[0].kind


def _evidence(lines: Sequence[Line], group: Sequence[Candidate], lexicon: Lexicon) -> Evidence:
    total: Evidence = defaultdict(float)
    for name in sorted({lines[c.line].lows[c.first : c.last + 1] for c in group}):
        for kind, weight in _of_words(name, lexicon):
            total[kind] += weight
    for name in sorted({lines[c.line].words[c.first : c.last + 1] for c in group}):
        stem = name[: name.index("in")] if "in" in name[1:] else name  # the branch of a known body is of its kind
        if (body := lexicon.bodies.get(name) or lexicon.bodies.get(stem)) is not None:
            total[body] += 5.0
    for kind, weight in weigh_initials(lines, group).items():
        total[kind] += weight
    votes: Evidence = defaultdict(float)
    around: Evidence = defaultdict(float)
    for c in group:
        if c.why == "table of countries":
            total[c.kind] += 6.0
        elif c.why == "engine":
            for kind, share in _READINGS.get(c.kind, ((c.kind, 1.0),)):
                votes[kind] += 1.3 * c.score * share
        for kind, weight in _of_context(lines[c.line], c, lexicon):
            around[kind] += weight
    for counted, most in ((votes, _MOST), (around, 4.5)):
        peak = max(counted.values(), default=0.0)
        scale = min(1.0, most / peak) if peak > 0 else 0.0
        for kind, weight in counted.items():
            total[kind] = total.get(kind, 0.0) + weight * scale
    return total


def _of_words(words: tuple[str, ...], lexicon: Lexicon) -> Iterator[tuple[Kind, float]]:
    """What the words of a name say by themselves."""
    core = _core(words)
    plain = tuple(w for w in words if w not in {"-", "the"}) or words
    if len(words) == 1 and (alone := lexicon.last_words.get(words)) is not None:
        yield alone, 2.0
    if len(words) > 1:
        last = lexicon.last_words.get(core[-2:]) or lexicon.last_words.get(core[-1:])
        if last is not None:
            yield last, 2.0 if core[-1] in lexicon.generic else 4.0
        begin = 1 if words[0].replace(".", "") in lexicon.states and len(words) > 2 else 0
        first = lexicon.first_words.get(words[begin : begin + 2]) or lexicon.first_words.get(words[begin : begin + 1])
        code = words[0] in _COMPASS and len(words) == 2 and is_word(words[1]) and last is None  # "Northern Shield"
        if first is not None and not code and " ".join(plain) not in lexicon.towns:
            ship = first == Kind.VEHICLE and last not in FORCES  # not "… Carrier Strike Group"
            foreign = first == Kind.GROUP and not is_word(words[begin])  # "Liwa", "Jaish": the word says it all
            yield first, 8.0 if ship else 4.5 if foreign else 3.0 if last is None else 2.0
    if is_model(words, lexicon):
        yield Kind.VEHICLE, 3.5
    if len(plain) > 1 and plain[-1] in lexicon.population:
        yield Kind.POPULATION, 4.0
    joined = " ".join(plain)
    if joined in lexicon.towns:
        yield Kind.PLACE, 1.6 if len(plain) == 1 else 3.0
    elif len(plain) == 2 and plain[0] in {"al", "ar", "ash", "el", "as"} and plain[1] in lexicon.towns:
        yield Kind.PLACE, 1.6
    yield from _of_person_words(words, plain, lexicon)


def _core(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words up to the one that says what the name's bearer is: before a number, before "of" and "for"."""
    for i, word in enumerate(words):
        if word in {"of", "for", "in", "to"} and i > 0:
            return words[:i]
    return words[:-1] if words[-1].isdigit() and len(words) > 1 else words


def _of_person_words(words: tuple[str, ...], plain: tuple[str, ...], lexicon: Lexicon) -> Iterator[tuple[Kind, float]]:
    if "," in words:
        yield Kind.PLACE if words[-1] == "d.c." else Kind.PERSON, 4.0  # "Ruda, D.C."; "BRANDT, Ivo"
    if "," in words or (len(words) > 1 and is_model(words, lexicon)):
        return
    if len(plain) >= 2 and (words[-1],) not in lexicon.last_words:
        if lexicon.is_given_name(plain[0]):
            yield Kind.PERSON, 2.6
        elif any(lexicon.is_given_name(w) for w in plain[1:-1]):
            yield Kind.PERSON, 0.8
        yield from ((Kind.PERSON, 2.0) for word in plain[:1] if word in {"abu", "umm", "abou"})
        if {"bin", "ibn", "bint", "ould", "ag"} & set(plain[1:-1]):
            yield Kind.PERSON, 3.0
        if {"van", "von", "der", "de", "al", "el"} & set(plain[1:-1]) and len(plain) >= 3:
            yield Kind.PERSON, 0.5
        if any(len(w) == 1 or (len(w) == 2 and w.endswith(".")) for w in plain[:-1]):
            yield Kind.PERSON, 1.5  # an initial
        if plain[-1] in lexicon.surnames:
            yield Kind.PERSON, 0.6
    if len(plain[-1]) >= 5 and not is_word(plain[-1]):
        for kind, ends in lexicon.suffixes.items():
            if plain[-1].endswith(ends):
                yield kind, 0.8
    if len(plain) == 1 and (lexicon.is_given_name(plain[0]) or plain[0] in lexicon.surnames):
        yield Kind.PERSON, 1.0


def _of_context(line: Line, c: Candidate, lexicon: Lexicon) -> Iterator[tuple[Kind, float]]:
    """What the words around one occurrence say."""
    if c.title is not None:
        yield Kind.PERSON, 4.0
    if _fills_cell(line, c) and " ".join(w for w in line.lows[c.first : c.last + 1] if w != "-") in lexicon.towns:
        yield Kind.PLACE, 1.8
        yield Kind.PERSON, -1.0
    if _ends_dateline(line, c):
        yield Kind.ORGANISATION, 4.5
    yield from _from_left(line, c, lexicon)
    yield from _from_right(line, c, lexicon)
    yield from _from_tree(line, c, lexicon)


def _ends_dateline(line: Line, c: Candidate) -> bool:
    """Whether a name is that of the agency which a report opens with: “RUDA, Karvia (Ostren Wire) —”."""
    before, after = line.words[: c.first], line.words[c.last + 1 :]
    if len(before) < 2 or before[-1] != "(" or after[:1] != (")",) or after[1:2] not in {(), ("-",)}:
        return False
    return before[0].isupper() and len(before[0]) > 1 and all(w == "," or w[0].isupper() for w in before[:-1])


def _fills_cell(line: Line, c: Candidate) -> bool:
    """Whether a name is a cell of its own ("Ruda – 4 May – taken", "2 May, Ruda: …")."""
    before, after = c.first - 1, c.last + 1
    comma = before > 0 and line.words[before] == ","
    dated = comma and (line.words[before - 1].isdigit() or line.lows[before - 1].rstrip(".") in _MONTHS)
    left = before < 0 or dated or (line.words[before] == "-" and line.gap(before))
    right = after >= len(line) or line.words[after] in {":", "("} or (line.words[after] == "-" and line.gap(c.last))
    return left and right


def _from_left(line: Line, c: Candidate, lexicon: Lexicon) -> Iterator[tuple[Kind, float]]:
    i = c.first - 1
    if i < 0:
        return
    if line.lows[i] == "the":
        yield Kind.PERSON, -1.5
        yield Kind.PLACE, -0.6
        i -= 1
    if i < 0:
        return
    low = line.lows[i]
    if low in _PLACE_BEFORE and not _modifies(line, c):
        yield Kind.PLACE, _PLACE_BEFORE[low]
        if low in {"at", "inside", "outside", "near"}:
            yield Kind.FACILITY, 0.4
    if low == "with" and i > 0 and line.tokens[i - 1].lemma in _MEETINGS:
        yield Kind.PERSON, 0.9
        yield Kind.PLACE, -0.6
    if low == "of" and i > 0 and line.lows[i - 1] in {"out", "outside", "inside", "south", "north", "east", "west"}:
        yield Kind.PLACE, 1.6
    elif low == "from" and i > 0 and noun_kind(line, i - 1, lexicon) == Kind.PERSON and line.tags[i - 1] in _NOUNS:
        yield Kind.PLACE, 1.2  # "a trader from Ruda"
    elif low == "of" and i > 0:
        noun = line.tokens[i - 1].lemma
        if noun in lexicon.kin:
            yield Kind.PERSON, 3.0  # "a sister of Bek"
        kind = lexicon.nouns.get((noun,))
        if kind in {Kind.PLACE, Kind.FACILITY} and noun not in {"stronghold", "outskirts", "bastion", "border"}:
            yield kind, 3.0
        elif kind == Kind.PLACE:
            yield Kind.PLACE, 0.8
        elif noun in _OFFICES_OF_PLACES:
            yield Kind.PLACE, 2.0
        elif noun in _BODY_BEFORE_OF:
            yield Kind.GROUP, 1.0
            yield Kind.ORGANISATION, 0.9
            yield Kind.STATE_BODY, 0.8
    elif line.tags[i] in {"NN", "NNS"} and line.gap(i):
        yield from _from_noun(line, i, lexicon, 2.0)  # "the militia X", "the town X"
    elif (
        low == "," and i > 0 and line.tags[i - 1] == "NN" and c.last + 1 < len(line) and line.words[c.last + 1] in ",.)"
    ):
        yield from _from_noun(line, i - 1, lexicon, 2.5)  # "the ship, X,"


def _from_noun(line: Line, i: int, lexicon: Lexicon, weight: float) -> Iterator[tuple[Kind, float]]:
    kind = noun_kind(line, i, lexicon)
    plural = line.tags[i] == "NNS"
    if kind in {Kind.PERSON, Kind.PLACE, Kind.FACILITY, Kind.STATE, Kind.VEHICLE} and not plural:
        yield kind, weight
    elif kind in _BODIES and not plural:
        for body in _BODIES:
            yield body, weight if body == kind else 0.2 * weight


def noun_kind(line: Line, i: int, lexicon: Lexicon) -> Kind | None:
    """The kind that a common noun describes, with the word before it where that makes a compound."""
    lemma = line.tokens[i].lemma
    for length in (2, 1):
        if i >= length:
            compound = (*line.lows[i - length : i], lemma)
            if (found := lexicon.nouns.get(compound)) is not None:
                return found
    return lexicon.nouns.get((lemma,)) or lexicon.nouns.get((line.lows[i],))


def _modifies(line: Line, c: Candidate) -> bool:
    k = c.last + 1
    return k < len(line) and line.tags[k] in {"NN", "NNS"} and line.gap(c.last)


def _from_right(line: Line, c: Candidate, lexicon: Lexicon) -> Iterator[tuple[Kind, float]]:
    k = c.last + 1
    if k >= len(line):
        return
    low = line.lows[k]
    if low == "'s" and k + 1 < len(line):
        head = _noun_after(line, k + 1, lexicon)
        lemma = line.tokens[k + 1 if head is None else head].lemma
        if lemma in {"leader", "commander", "fighter", "leadership", "founder", "militant"}:
            yield Kind.GROUP, 1.0
            yield Kind.ORGANISATION, 0.5
        elif lemma in lexicon.kin or lemma in _PERSONS_OWN:
            yield Kind.PERSON, 1.2
        return
    if line.gap(c.last) and low in {"regime", "dictatorship", "administration", "presidency", "family"}:
        yield Kind.PERSON, 1.5
    if line.gap(c.last) and low in _BODY_AFTER:
        yield Kind.GROUP, _BODY_AFTER[low]
        yield Kind.ORGANISATION, 0.3 * _BODY_AFTER[low]
    elif line.gap(c.last) and low in _STAFF_AFTER:
        yield Kind.ORGANISATION, 0.9
        yield Kind.STATE_BODY, 0.9
        yield Kind.GROUP, 0.8
    elif line.tags[k] in {"NN", "NNS"} and (low,) in lexicon.last_words and line.gap(c.last):
        kind = lexicon.last_words[(low,)]
        if kind in {Kind.PLACE, Kind.FACILITY} and (low,) != ("base",):
            yield Kind.PLACE, 2.5
    if low == "," and k + 1 < len(line):
        yield from _from_comma(line, k + 1, lexicon)


def _from_comma(line: Line, k: int, lexicon: Lexicon) -> Iterator[tuple[Kind, float]]:
    low = line.lows[k]
    if low == "who":
        yield Kind.PERSON, 1.6
    elif low == "whose" and k + 1 < len(line) and line.tokens[k + 1].lemma in _LED_SO:
        yield Kind.GROUP, 1.5  # "the Ruda Army, whose leader …"
        yield Kind.ORGANISATION, 0.4
        yield Kind.PERSON, -1.0
    elif low == "which":
        yield Kind.PERSON, -1.5
    elif low == "where":
        yield Kind.PLACE, 1.6
    elif low.isdigit() and 1 <= len(low) <= 2 and k + 1 < len(line) and line.words[k + 1] in {",", "."}:
        yield Kind.PERSON, 3.0
    elif low in {"a", "an", "the", "another"}:
        head = _noun_after(line, k + 1, lexicon)
        if head is not None:
            yield from _from_noun(line, head, lexicon, 3.0)


def _noun_after(line: Line, k: int, lexicon: Lexicon) -> int | None:
    """The head of the noun phrase that goes on at token k."""
    last = None
    for i in range(k, min(k + 8, len(line))):
        tag = line.tags[i]
        if tag in {"NN", "NNS"} or (tag == "NNP" and (line.lows[i],) in lexicon.nouns):
            last = i
        elif tag == "POS":
            last = None  # "the country's second city": the head is yet to come
        elif last is not None or not (
            tag[:1] in {"J", "V", "R", "C"} or tag in {"NNP", "NNPS", "HYPH", "POS"} or line.words[i] == "-"
        ):
            break
    return last


def _from_tree(line: Line, c: Candidate, lexicon: Lexicon) -> Iterator[tuple[Kind, float]]:
    token = line.tokens[c.head]
    verb = line.tokens[token.head]
    if token.relation in {"nsubj", "nsubjpass"}:
        if verb.lemma in _SAYING:
            yield Kind.PERSON, 0.9
            yield Kind.PLACE, -0.8
            for body in _BODIES:
                yield body, 0.3
        elif verb.lemma in _THINKING:
            yield Kind.PERSON, 1.0
            yield Kind.PLACE, -0.8
        elif token.relation == "nsubjpass" or verb.lemma in _DONE_TO_PERSONS:
            yield from _from_object(verb)
        elif verb.lemma in _FIGHTING:
            yield Kind.GROUP, 0.8
            yield Kind.STATE_BODY, 0.6
            yield Kind.PERSON, 0.2
            yield Kind.PLACE, -0.6
        elif verb.lemma == "be":
            for child in line.children[token.head]:
                if line.tokens[child].relation == "attr" and line.tags[child] in {"NN"}:
                    yield from _from_noun(line, child, lexicon, 2.2)
        else:
            yield Kind.PLACE, -0.3
    elif token.relation == "dobj":
        yield from _from_object(verb)
    elif token.relation == "pobj" and verb.lemma == "with" and line.tokens[verb.head].lemma in _IN_COMPANY:
        yield Kind.PERSON, 0.9  # "sat down with Orev", "seen with Varek"
        yield Kind.PLACE, -0.8
    elif token.relation == "npadvmod" and verb.text.lower() == "based":
        yield Kind.PLACE, 2.0  # "Geneva-based"
    elif token.relation == "agent" or (token.relation == "pobj" and verb.lemma == "by"):
        yield Kind.PLACE, -0.8
        yield from ((doer, 0.3) for doer in (Kind.PERSON, *_BODIES))


def _from_object(verb: Token) -> Iterator[tuple[Kind, float]]:
    """What a verb says of whom or what it is done to."""
    if verb.lemma in _TAKEN:
        yield Kind.PLACE, 1.3
        yield Kind.PERSON, -0.8
    elif verb.lemma in _STRUCK:
        yield Kind.PLACE, 0.6
    elif verb.lemma in _DONE_TO_PERSONS:
        yield Kind.PERSON, 1.3
        yield Kind.PLACE, -0.5
