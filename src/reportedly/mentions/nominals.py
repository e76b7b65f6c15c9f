"""Noun phrases that describe who or what fills a role: "the militia's leader", "two police officers", "residents".

Found by tags, which are surer than trees: a common noun with all that stands before it, and an of-phrase after it.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.mentions.candidate import Candidate, Line
from reportedly.mentions.fused import find_fused
from reportedly.mentions.kinds import noun_kind
from reportedly.mentions.lexicon import Lexicon
from reportedly.mentions.portfolios import portfolio_end
from reportedly.records.mention import FORCES, Form, Kind
from reportedly.resources.lexicon import words

_MEASURES = (
    *(("as", "many", "as"), ("more", "than"), ("less", "than"), ("fewer", "than"), ("at", "least"), ("at", "most")),
    *(("up", "to"), ("nearly",), ("about",), ("some",), ("over",), ("around",), ("almost",), ("roughly",)),
    *(("approximately",), ("only",), ("another",), ("under",)),
)
_NOMINAL_ROLES = frozenset({"attr", "nsubj", "nsubjpass", "dobj", "pobj", "appos", "conj"})
_GOES_ON = frozenset((t,) for t in ("NN", "NNS", "NNP", "NNPS", "JJ", "HYPH", "CD"))
_HELD = frozenset({"hostage", "captive", "prisoner"})
_STATES_OF = frozenset((w,) for w in ("emergency", "siege", "war", "alert", "affairs", "readiness", "mind", "the"))
_NOUNS = frozenset({"NN", "NNS"})
_BEFORE = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "CD", "HYPH"})
_DETERMINERS = frozenset({"DT", "PRP$", "PDT", "WP$"})
_VERBS_TOO = words("mentions", "verbs_too")
_HURTING = words("mentions", "hurting")
_NEVER = words("mentions", "no_nominal")


def find_nominals(line: Line, names: Sequence[Candidate], lexicon: Lexicon) -> list[Candidate]:
    """Described persons, groups, bodies, places… of one sentence; other noun phrases have the kind `Other`.

    names: the names of the sentence; a noun phrase may hold them but its head is none of them.
    """
    taken = {i for c in names if c.form == Form.NAME for i in range(c.first, c.last + 1)}
    fused = find_fused(line, taken)
    ends = {c.head for c in fused}
    found = [c for c in _numbers(line, taken) if c.head not in ends]
    found += fused + _modifiers(line, taken, lexicon) + _counted_peoples(line, names, lexicon)
    for head in _heads(line, taken, lexicon):
        if head in ends:
            continue
        first = _left(line, head, lexicon)
        kind, inner = _kind(line, head, lexicon)
        plural = _is_plural(line, head)
        last = _right(line, head, taken, lexicon)
        if kind == Kind.OTHER and line.tokens[head].lemma in _NEVER:
            continue
        gender = _gender(line, head, plural, lexicon)
        why = f"noun: {line.tokens[inner].lemma}"
        found.append(_candidate(line, first, last, head, kind, plural=plural, why=why, gender=gender))
    return found


def _numbers(line: Line, taken: set[int]) -> list[Candidate]:
    """Numbers that stand for people: "at least 107 were killed", "wounding 12"."""
    found = []
    for i, token in enumerate(line.tokens):
        after = line.tags[i + 1] if i + 1 < len(line) else "."
        if i in taken or token.tag != "CD" or token.relation not in {"nsubj", "nsubjpass", "dobj", "nummod"}:
            continue
        if after[:1] in {"N", "J", "C", "$"} or not _counts_people(line, i) or line.words[i - 1] in {"$", "£", "€"}:
            continue
        first = _over_measure(line, i)
        found.append(_candidate(line, first, i, i, Kind.POPULATION, plural=True, why="number of people"))
    return found


def _counted_peoples(line: Line, names: Sequence[Candidate], lexicon: Lexicon) -> list[Candidate]:
    """ "Three ethnic Kenyans": a people with what counts or describes it."""
    found = []
    for c in names:
        if c.kind != Kind.POPULATION or not line.lows[c.last].endswith("s") or c.first == 0:
            continue
        if line.tags[c.first - 1] in {"CD", "JJ"} and not line.capital(c.first - 1):
            first = _left(line, c.first, lexicon)
            found.append(_candidate(line, first, c.last, c.head, Kind.POPULATION, plural=True, why="a people, counted"))
    return found


def _counts_people(line: Line, i: int) -> bool:
    """Whether the verb of a number is one of hurting or holding people: "12 were killed", "12 dead and 30 wounded"."""
    if line.tokens[i].relation == "nummod" and line.tags[line.tokens[i].head][:1] != "V":
        return False
    return line.tokens[line.tokens[i].head].lemma in _HURTING


def _modifiers(line: Line, taken: set[int], lexicon: Lexicon) -> list[Candidate]:
    """Bodies before a noun of what they do: "a coalition airstrike", "army shelling"."""
    found = []
    for i in range(len(line) - 1):
        if i in taken or line.tags[i] != "NN" or line.tags[i + 1] not in _NOUNS or not line.gap(i):
            continue
        kind = lexicon.nouns.get((line.tokens[i].lemma,))
        event = lexicon.nouns.get((line.tokens[i + 1].lemma,)) == Kind.EVENT
        if event and kind in FORCES and (line.lows[i], line.tokens[i + 1].lemma) not in lexicon.nouns:
            found.append(_candidate(line, i, i, i, kind, plural=False, why="body before its act"))
    return found


def _candidate(
    line: Line, first: int, last: int, head: int, kind: Kind, *, plural: bool, why: str, gender: str | None = None
) -> Candidate:
    return Candidate(
        line=line.index,
        first=first,
        last=last,
        head=head,
        form=Form.NOMINAL,
        kind=kind,
        plural=plural,
        gender=gender,
        why=why,
    )


def _heads(line: Line, taken: set[int], lexicon: Lexicon) -> list[int]:
    """Last nouns of noun sequences, and offices in capitals that no name follows ("the Foreign Secretary")."""
    found = []
    for i in range(len(line)):
        if i in taken or _ends_title(line, i, lexicon):
            continue  # "state" of "secretary of state" is no head
        if line.tags[i] in _NOUNS and line.words[i][0].isalpha():
            k = i + 1
            goes_on = k < len(line) and line.tags[k] in _NOUNS and k not in taken and line.words[k][0].isalpha()
            if goes_on and line.lows[k] in _HELD and line.tags[i] == "NNS":
                goes_on = False  # "took three tourists hostage"
            if line.lows[i] in _HELD and i > 0 and line.tags[i - 1] in {"NNS", "NNP", "NNPS", "PRP"}:
                continue
            hyphened = k + 1 < len(line) and line.words[k] == "-" and not line.gap(i) and not line.gap(k)
            if not goes_on and not hyphened:
                found.append(i)
        elif (line.capital(i) and _is_office(line, i, taken, lexicon)) or _is_noun_too(line, i, lexicon):
            found.append(i)
    return found


def _is_noun_too(line: Line, i: int, lexicon: Lexicon) -> bool:
    """ "Another terrorist and …": what the tagger takes for an adjective ends a phrase that has an article."""
    if line.tags[i] != "JJ" or (line.lows[i],) not in lexicon.nouns or line.tags[i + 1 : i + 2] in _GOES_ON:
        return False
    return any(line.tags[k] == "DT" for k in range(max(0, i - 5), i)) and line.tokens[i].relation in _NOMINAL_ROLES


def _ends_title(line: Line, i: int, lexicon: Lexicon) -> bool:
    return (
        i > 1 and line.lows[i - 1] == "of" and any(line.lows[i - n : i + 1] in lexicon.titles for n in (2, 3) if i >= n)
    )


def _is_office(line: Line, i: int, taken: set[int], lexicon: Lexicon) -> bool:
    noun = lexicon.nouns.get((line.lows[i],)) or lexicon.nouns.get((line.lows[i].rstrip("s"),))
    if noun is None or (i + 1 < len(line) and i + 1 not in taken and line.capital(i + 1) and line.gap(i)):
        return False
    return line.tags[i] in {"NNP", "NNPS"} and i > 0


def _left(line: Line, head: int, lexicon: Lexicon) -> int:
    """The first token of the phrase before its head: modifiers, a possessor, an article or number."""
    k = head - 1
    while k >= 0:
        tag, word = line.tags[k], line.words[k]
        if tag in _DETERMINERS:
            return _over_measure(line, k - 1 if k > 0 and line.tags[k - 1] == "PDT" else k)
        if word in {"'s", "'"} and tag == "POS":
            k -= 1  # the possessor, with its own modifiers
            continue
        hyphen = word == "-" and (k == 0 or not line.gap(k - 1)) and not line.gap(k)
        prefix = k + 1 < head and line.words[k + 1] == "-" and not line.gap(k) and word[0].isalnum()
        both = tag == "CC" and k > 0 and line.tags[k - 1][:2] == line.tags[k + 1][:2] == "JJ"  # "local and foreign men"
        if tag in _BEFORE or hyphen or prefix or both or _is_participle(line, k, head):
            if line.lows[k] in lexicon.calendar or _is_verb(line, k):
                break
            k -= 1
            continue
        if tag in {"RB", "RBS", "RBR"} and k + 1 < head and line.tags[k + 1] in {"JJ", "VBN", "VBG", "CD", "RB"}:
            k -= 1
            continue
        break
    first = k + 1
    cut = next((i for i in range(head - 1, first - 1, -1) if _parts_phrase(line, i)), None)
    first = first if cut is None else cut + 1  # "X – head of Y", "the Front (RF) parliament"
    while first < head and (line.words[first] in {"-", "'s", "'"} or line.tags[first] == "HYPH"):
        first += 1
    return _over_measure(line, first)


def _parts_phrase(line: Line, i: int) -> bool:
    """Whether a mark parts what stands before it from the phrase: a bracket, a dash between spaces."""
    dash = line.words[i] in {"-", "–", "—"} and line.gap(i) and i > 0 and line.gap(i - 1)
    return dash or line.words[i] in {"(", ")", "[", "]"}


def _over_measure(line: Line, first: int) -> int:
    """Over "more than", "at least" and the like before a number."""
    if line.lows[first] in {"least", "most"} and first > 0 and line.lows[first - 1] == "at":
        return first - 1
    if line.tags[first] != "CD" and line.lows[first] not in {"a", "dozens", "hundreds"}:
        return first
    for measure in _MEASURES:
        k = first - len(measure)
        if k >= 0 and line.lows[k:first] == measure and (len(measure) > 1 or line.tokens[k].relation != "prep"):
            return k
    return first


def _is_verb(line: Line, k: int) -> bool:
    """ "Helping direct militias": an adjective that is a verb too, after a verb that takes a bare infinitive."""
    return line.lows[k] in _VERBS_TOO and k > 0 and line.tokens[k - 1].lemma in {"help", "to", "let", "make"}


def _is_participle(line: Line, k: int, head: int) -> bool:
    """Whether a participle stands before the noun as its modifier ("the wounded commander", "US-backed forces")."""
    if line.tags[k] not in {"VBN", "VBG", "VBD"}:
        return False
    if k > 0 and line.words[k - 1] == "-" and not line.gap(k - 1):
        return True
    before = line.tags[k - 1] if k > 0 else ""
    if k > 0 and line.lows[k - 1] in {"that", "which", "who"}:
        return False
    if before in {"WDT", "WP", "MD", "TO", "PRP"} or (before == "IN" and line.tags[k] == "VBG"):
        return False  # "that targeted stations", "in liberating towns"
    return line.tokens[k].relation in {"amod", "compound", "nmod"} and k < line.tokens[k].head <= head


def _right(line: Line, head: int, taken: set[int], lexicon: Lexicon) -> int:
    """The last token of the phrase: the head, or the end of an of-phrase that follows it at once."""
    last = head
    if (fields := portfolio_end(line, head, lexicon)) is not None:
        last = fields
    while last + 1 < len(line) and line.lows[last + 1] == "of" and head <= line.tokens[last + 1].head <= last:
        end = _of_phrase(line, last + 2, taken, lexicon)
        if end is None:
            break
        last = end
    return last


def _of_phrase(line: Line, k: int, taken: set[int], lexicon: Lexicon) -> int | None:
    """The end of the noun phrase that begins at token k."""
    last = None
    for i in range(k, min(k + 12, len(line))):
        tag = line.tags[i]
        if line.lows[i].rstrip(".") in lexicon.calendar:
            break
        if tag in _NOUNS or tag in {"NNP", "NNPS", "PRP"} or i in taken:
            last = i
        elif tag == "POS":
            last = None
        elif line.words[i] == "-" or (i > 0 and line.words[i - 1] == "-" and not line.gap(i - 1)):
            continue  # "Doran-backed": what counts is the noun to come
        elif not (tag in _BEFORE or tag in _DETERMINERS or (_may_modify(line, i) and last is None)) or (
            last is not None and tag in _DETERMINERS
        ):
            break
    return last


def _may_modify(line: Line, i: int) -> bool:
    """Whether a participle or adverb may stand before the noun of an of-phrase ("wounded men", not "killing men")."""
    return line.tags[i] in {"RB", "VBN"} or (line.tags[i] == "VBG" and line.tokens[i].relation in {"amod", "compound"})


def _kind(line: Line, head: int, lexicon: Lexicon) -> tuple[Kind, int]:
    """Kind of a noun phrase and the token that told it: the head, or what "hundreds of …" counts."""
    lemma = line.tokens[head].lemma
    kind = noun_kind(line, head, lexicon)
    partitive = lemma in lexicon.partitives or line.lows[head] in lexicon.partitives
    if partitive and head + 2 < len(line) and line.lows[head + 1] == "of":
        inner = next(
            (
                i
                for i in range(head + 2, min(head + 8, len(line)))
                if line.tags[i] in _NOUNS | {"NNPS"} and _ends_here(line, i)
            ),
            None,
        )
        if inner is not None and line.tags[inner] == "NNPS":
            return Kind.POPULATION, inner
        if inner is not None:
            deeper, told = _kind(line, inner, lexicon)
            if deeper != Kind.OTHER or kind is None:
                return deeper, told
    if kind is None:
        return _engine_says(line, head), head
    if lemma == "state" and line.lows[head + 1 : head + 2] == ("of",) and line.lows[head + 2 : head + 3] in _STATES_OF:
        return Kind.OTHER, head
    if lemma == "movement" and line.lows[head + 1 : head + 2] == ("of",):
        return Kind.OTHER, head  # of goods, of workers
    if kind == Kind.PERSON and _is_plural(line, head):
        compound = f"{line.lows[head - 1]} {lemma}" if head > 0 else lemma
        return lexicon.plural_kinds.get(compound) or lexicon.plural_kinds.get(lemma, Kind.PERSON), head
    return kind, head


def _ends_here(line: Line, i: int) -> bool:
    return i + 1 >= len(line) or line.tags[i + 1] not in _NOUNS


def _engine_says(line: Line, head: int) -> Kind:
    """The engine's kind for a noun that no table lists."""
    for span in line.spans:
        if span.last == head and span.score >= 0.5:
            return Kind(span.kind)
    return Kind.OTHER


def _is_plural(line: Line, head: int) -> bool:
    return line.tags[head] in {"NNS", "NNPS"} or line.lows[head] in {"people", "police", "troops", "forces"}


def _gender(line: Line, head: int, plural: bool, lexicon: Lexicon) -> str | None:
    if plural:
        return None
    lemma = line.tokens[head].lemma
    if lemma in lexicon.female_nouns:
        return "female"
    return "male" if lemma in lexicon.male_nouns else None
