"""Trees put right around names: what stands in apposition to whom, and whose office is whose.

Of "Ilo Varek, alias the Cook, leader of the Third Front," parsers hang the leader on the Cook, of "X is head of Y and
brother of its founder, Z" they hang Z on the head, of "X and Y, both Doran citizens," they hang the citizens on Y, and
of "the Ministry of Defence's Second Office" they make the office a second thing that the ministry is of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from reportedly.resources.engine import Tagged
from reportedly.resources.lexicon import words

_NAMES: Final = frozenset({"NNP", "NNPS"})
_QUOTES: Final = frozenset({'"', "'", "``", "''"})
#: What may stand between a name and the cue of its alias.
_BEFORE: Final = frozenset({",", ";", "(", "who", "is", "was", "-", "–"}) | _QUOTES
_ARTICLES: Final = frozenset({"the", "as", "el", "la"}) | _QUOTES
#: How what is said of a name hangs on it.
_SAID: Final = frozenset({"appos", "relcl", "acl"})
_LONGEST: Final = 6
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_ALL: Final = frozenset({"all", "both"})


def with_bearers(texts: Sequence[str], tagged: Tagged) -> Tagged:
    """What follows an alias and a comma below the name before it: "X, alias Y, leader of Z" says that X leads Z."""
    heads, relations = list(tagged.heads), list(tagged.relations)
    bearers: dict[int, int] = {}
    for begin, end in _cues(texts):
        bearer = _name_before(begin, texts, tagged)
        alias = _name_after(end, texts, tagged)
        if bearer is None or alias is None:
            continue
        bearer = bearers.get(bearer, bearer)
        bearers |= dict.fromkeys(alias, bearer)
        for token in alias:  # "X, alias Y, fled", with Y as who fled
            if relations[token] in _SUBJECTS and heads[token] > alias[-1]:
                heads[bearer], relations[bearer] = heads[token], relations[token]
                heads[token], relations[token] = bearer, "appos"
        closed = alias[-1] + 1
        closed += closed < len(texts) and texts[closed] in _QUOTES
        if texts[closed : closed + 1] not in ([","], [";"], [")"]):
            continue
        for token in range(closed, len(texts)):
            if heads[token] in alias and tagged.relations[token] in _SAID:
                heads[token] = bearer
    return tagged.with_tree(heads, relations)


def with_named(texts: Sequence[str], tagged: Tagged) -> Tagged:
    """A name behind a comma below the noun before it, and a plural behind a list of names below all of them."""
    heads, relations = list(tagged.heads), list(tagged.relations)
    for token in range(len(texts)):
        above = tagged.heads[token]
        if relations[token] == "conj" and _is_of_all(token, texts, tagged):
            relations[token] = "appos"
        elif relations[token] == "appos" and _is_next(token, texts, tagged):
            relations[token] = "conj"
        if relations[token] != "appos" or above >= token:
            continue
        if tagged.tags[token] == "NNS" and tagged.tags[above] in _NAMES:
            heads[token] = _first_named(above, tagged)
        elif tagged.tags[token] in _NAMES and tagged.tags[above] == "NN" and _is_told_of_another(above, tagged):
            begins = min((t for t in range(above + 1, token) if tagged.heads[t] == token), default=token)
            nearest = begins - 2
            parted = texts[begins - 1] == "," and tagged.tags[nearest] == "NN" and nearest > above
            heads[token] = nearest if parted and tagged.hangs(nearest, above) else above
    return tagged.with_tree(heads, relations)


def with_counted(texts: Sequence[str], tagged: Tagged) -> Tagged:
    """ "X and Y, both of whom did it," as a clause that hangs on the Y."""
    heads, relations = list(tagged.heads), list(tagged.relations)
    for whom in range(3, len(texts)):
        link, counted = heads[whom], heads[heads[whom]]
        clause = heads[counted]
        subject = relations[counted] in _SUBJECTS and texts[counted - 1 : counted] == [","]
        asked = texts[whom].lower() in {"whom", "which"} and texts[link].lower() == "of" and relations[whom] == "pobj"
        if not (asked and subject and whom < clause and counted < link) or relations[clause] == "relcl":
            continue
        if tagged.tags[counted - 2] in _NAMES | {"NN", "NNS"} and heads[clause] != clause:
            heads[clause], relations[clause] = counted - 2, "relcl"
    return tagged.with_tree(heads, relations)


def _is_of_all(token: int, texts: Sequence[str], tagged: Tagged) -> bool:
    """Of "X and Y, both Doran citizens," the citizens, who are no third party."""
    begins = min((t for t in range(token) if tagged.heads[t] == token), default=token)
    closed = texts[token + 1 : token + 2] in ([","], ["."])
    return closed and 0 < begins < token and texts[begins - 1] == "," and texts[begins].lower() in _ALL


def _is_next(token: int, texts: Sequence[str], tagged: Tagged) -> bool:
    """Of "X, its deputy head Y and Z" the Y, who is the next of a list and not X."""
    begins = tagged.begin(token)
    title = begins - 1
    if title >= 0 and tagged.relations[title] == "appos" and tagged.heads[title] == tagged.heads[token]:
        begins = tagged.begin(title)  # "X, deputy head Y and Z"
    titled = tagged.tags[begins] in {"PRP$", "NN", "JJ"} and texts[begins - 1 : begins] == [","]
    goes_on = any(tagged.heads[t] == token and tagged.relations[t] == "conj" for t in range(token, len(texts)))
    return titled and goes_on and tagged.tags[token] in _NAMES and tagged.tags[tagged.heads[token]] in _NAMES


def _first_named(token: int, tagged: Tagged) -> int:
    """The first of a list of names that a name stands in."""
    while tagged.relations[token] == "conj" and tagged.tags[tagged.heads[token]] in _NAMES:
        token = tagged.heads[token]
    return token


def _is_told_of_another(noun: int, tagged: Tagged) -> bool:
    """Whether a noun is what a name before it "is" ("X is the head …")."""
    verb = tagged.heads[noun]
    subjects = (t for t in range(noun) if tagged.heads[t] == verb and tagged.relations[t] == "nsubj")
    return tagged.relations[noun] == "attr" and any(tagged.tags[t] in _NAMES for t in subjects)


def _cues(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Begin and end of what brings in an alias ("also known as"), the longest at each place."""
    lows = [t.lower() for t in texts]
    at = 0
    while at < len(lows):
        length = 0
        if lows[at] in _first_words():
            spans = range(min(_LONGEST, len(lows) - at), 0, -1)
            length = next((n for n in spans if " ".join(lows[at : at + n]) in words("alias", "cues")), 0)
        if length:
            yield at, at + length
        at += max(length, 1)


@cache
def _first_words() -> frozenset[str]:
    return frozenset(cue.split()[0] for cue in words("alias", "cues"))


def _name_before(begin: int, texts: Sequence[str], tagged: Tagged) -> int | None:
    """The head of the name that ends before a cue."""
    at = begin - 1
    while at > 0 and texts[at].lower() in _BEFORE:
        at -= 1
    if at < 0 or tagged.tags[at] not in _NAMES or tagged.relations[at] == "compound":
        return None
    return at


def _name_after(end: int, texts: Sequence[str], tagged: Tagged) -> range | None:
    """The tokens of the name that follows a cue."""
    first = end
    while first < len(texts) and texts[first].lower() in _ARTICLES:
        first += 1
    last = first - 1
    while last + 1 < len(texts) and (tagged.tags[last + 1] in _NAMES or (last >= first and texts[last + 1] == "-")):
        last += 1
    return range(first, last + 1) if last >= first else None


def with_owners(texts: Sequence[str], tagged: Tagged) -> Tagged:
    """ "The Ministry of Defence's Second Office" as the office of the ministry."""
    heads, relations = list(tagged.heads), list(tagged.relations)
    for clitic in range(2, len(texts) - 1):
        if tagged.tags[clitic] != "POS":
            continue
        link = next((t for t in range(clitic - 1, 0, -1) if texts[t].lower() == "of"), 0)
        whole, land = heads[link], clitic - 1
        named = all(tagged.tags[t] in _NAMES | {"DT", "CC"} for t in range(link + 1, clitic))
        if (
            not link
            or not named
            or whole != link - 1
            or texts[whole].lower() not in words("shapes", "inside", "of_heads")
        ):
            continue
        office = _office(clitic, link, tagged)
        if office is None or tagged.tags[whole] not in _NAMES or heads[whole] == whole:
            continue
        heads[office], relations[office] = heads[whole], relations[whole]
        heads[whole], relations[whole] = office, "poss"
        heads[land], relations[land], heads[clitic] = link, "pobj", whole
        for token in range(office + 1, len(texts)):
            if tagged.heads[token] == whole:
                heads[token] = office
    return tagged if tuple(heads) == tagged.heads else tagged.with_tree(heads, relations)


def _office(clitic: int, link: int, tagged: Tagged) -> int | None:
    """The name behind a clitic that hangs on the "of" before it."""
    for token in range(clitic + 1, len(tagged.heads)):
        if tagged.tags[token] not in _NAMES:
            return None
        if tagged.heads[token] == link and tagged.relations[token] == "pobj":
            return token
    return None
