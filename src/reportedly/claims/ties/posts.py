"""Posts: the body that an office belongs to, the words of the office, and whether it is over.

"Doran’s former deputy foreign minister" is the post "deputy foreign minister" of Doran, and it is over.
"""

from __future__ import annotations

from functools import cache

import msgspec

from reportedly.claims.arguments.bodies import bodies_at
from reportedly.claims.arguments.complements import PLACES, after
from reportedly.claims.arguments.descriptions import first_token, last_token
from reportedly.claims.arguments.parties import filler, parties
from reportedly.claims.extractor import Filler
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.records.mention import BODIES, BODIES_AND_STATES, FORCES, Form, Kind
from reportedly.resources.lexicon import words
from reportedly.text.lemmas import lemma

_STOP = frozenset(
    {"DT", "PRP$", "PDT", "IN", "CC", ",", ".", ":", "TO", "WDT", "WP", "CD", "``", "''", "-LRB-", "-RRB-"}
)


_GROUPS = FORCES


class Post(msgspec.Struct, frozen=True, kw_only=True):
    """An office as a noun phrase gives it.

    role: its words, without the body and without "former". bodies: whose office, several for "head of A and B". place:
    of a governor, a mayor. first, last: tokens of the whole phrase. modifiers: tokens before the noun that tell more of
    it. one_of_several: "a" or "one of" stands before it. owned: a possessive does. former: characters of the word that
    says that it is over.
    """

    noun: int
    role: str
    bodies: tuple[Filler, ...]
    place: Filler | None
    first: int
    last: int
    modifiers: frozenset[int]
    one_of_several: bool
    owned: bool
    former: tuple[int, int] | None


class _Before(msgspec.Struct):
    """What stands before the noun, found from right to left."""

    first: int
    edge: int
    bodies: list[Filler]
    places: list[Filler]
    modifiers: set[int]
    former: tuple[int, int] | None = None
    indefinite: bool = False
    owned: bool = False


def read_post(view: SentenceView, noun: int) -> Post:
    """The post that an office noun stands for."""
    before = _before(view, noun)
    last, role_last = noun, noun
    bodies, places = before.bodies, before.places
    behind, places_behind, end, plain_end = after(view, noun)
    behind = behind or _of_which(view, noun) or _between_commas(view, noun) or _of_second(view, noun)
    bodies = bodies or ([] if behind else _owner_before(view, noun))
    role_last = plain_end
    if behind or places_behind:
        last = end
    to = [view.tokens[p].lemma for p in view.dependents(noun, "prep")][:1] == ["to"]
    sent = to and view.bases[noun] in words("offices", "words", "sent")  # "Doran's ambassador to Y": of Doran
    if behind and (not bodies or (bodies[0].kind == Kind.STATE and not sent) or _is_word(view, bodies[0])):
        bodies = behind  # "the Doran chief of Y", "the Force Commander of Y": of Y
    places = places_behind or places
    role = " ".join(view.words(before.first, max(role_last, noun)).split())
    if role_last <= noun and view.tokens[noun].tag in {"NNS", "NNPS"} and role.lower().endswith("s"):
        role = role[: -len(view.tokens[noun].text)] + lemma(view.tokens[noun].text, "NNS")
    return Post(
        noun=noun,
        role=role.strip(" -"),
        bodies=tuple(bodies),
        place=places[0] if places and not bodies else None,
        first=before.edge,
        last=max(last, role_last),
        modifiers=frozenset(before.modifiers),
        owned=before.owned,
        former=before.former,
        one_of_several=before.indefinite or _one_of(view, noun) or view.tokens[noun].tag in {"NNS", "NNPS"},
    )


def _of_which(view: SentenceView, noun: int) -> list[Filler]:
    """As in "Y, of which X became head": Y."""
    for verb in view.ancestors(noun):
        if view.tokens[verb].relation == "relcl":
            of = [p for t in (verb, noun) for p in view.dependents(t, "prep") if view.tokens[p].lemma == "of"]
            if any(view.tokens[w].tag == "WDT" for p in of for w in view.dependents(p, "pobj")):
                return bodies_at(view, view.tokens[verb].head)
        if view.tokens[verb].tag[:1] == "V":
            break
    return []


def _of_second(view: SentenceView, noun: int) -> list[Filler]:
    """Of "the leader and chief ideologue of Y" Y, for the leader too."""
    second = next((c for c in view.dependents(noun, "conj") if c > noun), None)
    near = second is not None and not any(t.text in {",", ";"} for t in view.tokens[noun:second])
    if second is None or not near or view.dependents(noun, "prep", "poss") or view.dependents(second, "det"):
        return []
    return [b for t in view.prepositional(second, "of") for b in bodies_at(view, t)]


def _owner_before(view: SentenceView, noun: int) -> list[Filler]:
    """Of "Y's founder and leader" Y, for the leader too."""
    first = view.first_conjunct(noun)
    if first == noun or view.dependents(noun, "det", "poss") or any(t.text == "," for t in view.tokens[first:noun]):
        return []
    before = _before(view, first)
    return before.bodies if before.owned else []


def _between_commas(view: SentenceView, noun: int) -> list[Filler]:
    """As in "the Acting Director, Army Public Relations, Brigadier X": the body set off between office and holder."""
    if not view.tokens[noun].text[:1].isupper() or view.words_from(noun + 1, 1) != ",":
        return []
    for m in view.mentions:
        mention = view.mention(m)
        first, last = first_token(view, mention.start), last_token(view, mention.end)
        near = first == noun + 2 or (first == noun + 3 and view.tokens[noun + 2].tag in {"DT", "CD", "NNP"})
        if near and mention.form == Form.NAME and mention.kind in BODIES:
            follows = view.words_from(last + 1, 1) == ","
            holder = any(0 <= view.mention(n).start - mention.end <= 40 and _is_holder(view, n) for n in view.mentions)
            start = view.tokens[noun + 2].start if view.tokens[noun + 2].tag != "DT" else mention.start
            return [Filler(start=start, end=mention.end, kind=mention.kind, mention=m)] if follows and holder else []
    return []


def _is_holder(view: SentenceView, mention: int) -> bool:
    return view.mention(mention).kind == Kind.PERSON and view.mention(mention).form == Form.NAME


def _is_word(view: SentenceView, body: Filler) -> bool:
    """Whether a name before an office is only a word of it ("Force Commander", "Theatre Commander")."""
    return view.document.text[body.start : body.end].lower() in words("offices", "words", "own")


def _one_of(view: SentenceView, noun: int) -> bool:
    head = view.tokens[noun].head
    return (
        view.tokens[noun].relation == "pobj"
        and view.tokens[head].lemma == "of"
        and view.tokens[view.tokens[head].head].lemma in {"one", "some", "several"}
    )


def office_class(view: SentenceView, noun: int) -> str | None:
    """Which list of offices a noun stands in: head, office or serving; of "prime minister" the pair counts."""
    lows = view.lows
    names = [view.bases[noun].rstrip(".")]
    if noun > 0:
        before = lows[noun - 1]
        if view.tokens[noun - 1].text[:1].isupper() or not view.tokens[noun].text[:1].isupper():  # "director General X"
            names.insert(0, f"{before} {names[0]}")
        if before in {"-", "‑"} and noun > 1:
            names.insert(0, f"{lows[noun - 2]}-{names[-1]}")
    after = lows[noun + 1 : noun + 3]
    if after and after[-1].endswith("general") and " ".join(after).replace("- ", "-").endswith("-general"):
        names.insert(0, f"{names[-1]}-general")  # "secretary-general of Y"
    if noun > 1 and lows[noun - 2 : noun + 1] == ("second", "in", "command"):
        names.insert(0, "second-in-command")
    if noun > 3 and lows[noun - 1] in {"-", "‑"}:  # "second-in-command"
        names.insert(0, "".join(lows[noun - 4 : noun + 1]))
    known = _office_classes()
    for name in names:
        if name in known:
            return known[name]
    return None


@cache
def _office_classes() -> dict[str, str]:
    """Words to their list; a word of several lists to the first."""
    return {name: group for group in ("serving", "head", "office") for name in words("offices", "nouns", group)}


# ---- before the noun
def _before(view: SentenceView, noun: int) -> _Before:
    found = _Before(first=noun, edge=noun, bodies=[], places=[], modifiers=set())
    ends = _ends(view)
    i = noun - 1
    while i >= 0:
        word = view.tokens[i]
        low = word.text.lower()
        if low in {"'s", "’s", "’", "'"} and i > 0:
            i = _possessor(view, i - 1, found)
            break
        mention = ends.get(i)
        if mention is not None and _takes(view, mention, found, i, noun):
            break
        if word.tag == "PRP$":
            _own(view, i, found)
            break
        if low == "whose":
            found.owned, found.edge = True, i
            whose = _antecedent(view, i)
            found.bodies = [b for t in whose for b in bodies_at(view, t)][:1] or parties(view, whose, _GROUPS)[:1]
            break
        if low in words("offices", "words", "former") and word.tag not in {"NNS", "VBD", "VBZ", "VBP"}:
            found.former = found.former or (
                None if low in words("offices", "words", "lasting") else (word.start, word.end)
            )
            found.edge = i
        elif word.text in {"-", "‑", "–"} and i > 0 and view.tokens[i - 1].end == word.start:
            pass
        elif word.tag in _STOP or (
            word.tag[:1] in {"V"} and view.tokens[min(i + 1, noun)].text != "-" and word.tag not in {"VBG", "VBN"}
        ):
            found.indefinite = word.lemma in {"a", "an", "another"} or low in {"another", "some", "several", "many"}
            if word.tag == "DT":
                found.edge = i
            break
        elif not _belongs(view, i, noun):
            break
        else:
            found.first = found.edge = i
            found.modifiers.add(i)
        i -= 1
    if not found.bodies:
        _common_body(view, noun, found)
    return found


def _common_body(view: SentenceView, noun: int, found: _Before) -> None:
    """ "The army chief of staff", "government spokesman X": a body without a name."""
    end = _body_words(view, found.first)
    if end is None or end >= noun or office_class(view, noun) not in {"head", "office"}:
        return
    if view.words(found.first, end).lower() == "military" and office_class(view, noun) == "head":
        return
    place = found.places[0].start if found.places else view.tokens[found.first].start
    found.bodies = [Filler(start=place, end=view.tokens[end].end, kind=Kind.STATE_BODY)]
    found.modifiers -= set(range(found.first, end + 1))
    found.first = end + 1


def _ends(view: SentenceView) -> dict[int, int]:
    """Last token of each name or adjective → the longest such mention."""
    found: dict[int, int] = {}
    for m in view.mentions:
        if view.mention(m).form in {Form.NAME, Form.ADJECTIVE}:
            last = last_token(view, view.mention(m).end)
            if last not in found or view.mention(m).start < view.mention(found[last]).start:
                found[last] = m
    return found


def _belongs(view: SentenceView, token: int, noun: int) -> bool:
    """Whether a word before an office noun is part of its noun phrase."""
    if view.tokens[token].tag[:1] not in {"N", "J", "V", "R", "F"}:
        return False
    if view.tokens[token].tag[:1] == "R" and view.tokens[token + 1].tag[:1] not in {"J", "V"}:
        return False
    here = token
    for _ in range(5):
        here = view.tokens[here].head
        if here >= noun or token < here <= noun:
            return True
    return False


def _takes(view: SentenceView, mention: int, found: _Before, i: int, noun: int) -> bool:
    """Whether a name before the noun is the body (or the place) of the office; then the search ends."""
    m = view.mention(mention)
    first = first_token(view, m.start)
    if m.kind not in BODIES_AND_STATES | PLACES | {Kind.PERSON, Kind.OTHER, Kind.POPULATION}:
        return False
    if first > 0 and view.tokens[first - 1].text in {"-"} and view.tokens[first - 1].end == m.start:
        return False
    if view.tokens[i + 1].text in {"-", "‑"} and view.tokens[min(i + 2, noun)].tag in {"VBN", "VBD", "JJ"}:
        return True  # "US-backed leader": backed by it, not leader of it
    found.edge = first
    if m.kind in BODIES_AND_STATES or (m.kind == Kind.OTHER and m.form == Form.NAME):
        found.bodies = [*_listed(view, first), _whole(view, mention, found)]
    elif m.kind in PLACES:
        found.places = [filler(view, mention)]
    elif m.kind == Kind.POPULATION:
        found.modifiers.add(i)
    if first > 0 and view.tokens[first - 1].tag == "DT":
        found.edge = first - 1
        found.indefinite = (
            view.tokens[first - 1].lemma in {"a", "an", "another"} or view.tokens[first - 1].text.lower() == "another"
        )
    elif first > 1 and view.tokens[first - 1].tag[:1] == "J":
        low = view.tokens[first - 1].text.lower()
        if low in words("offices", "words", "former"):
            found.former = (view.tokens[first - 1].start, view.tokens[first - 1].end)
        found.modifiers.add(first - 1)
        found.indefinite = view.tokens[first - 2].lemma in {"a", "an"}
    return True


def _whole(view: SentenceView, mention: int, found: _Before) -> Filler:
    """The body; with a state before "army" or "police" the words of both ("the Doran army")."""
    one = filler(view, mention)
    if one.kind != Kind.STATE:
        return one
    begin = last_token(view, one.end) + 1
    end = _body_words(view, begin)
    if end is None:
        return one
    found.first = max(found.first, end + 1)
    return Filler(start=one.start, end=view.tokens[end].end, kind=Kind.STATE_BODY)


def _body_words(view: SentenceView, begin: int) -> int | None:
    """The last token of a common body that begins at a token ("army", "defence ministry"), when an office follows."""
    for length in (2, 1):
        text = view.words_from(begin, length).lower()
        following = begin + length
        if (
            text in words("offices", "words", "bodies")
            and following < len(view.tokens)
            and view.tokens[following].tag[:1] in {"N", "J"}
        ):
            return following - 1
    return None


def _listed(view: SentenceView, first: int) -> list[Filler]:
    """The body before "and" in "UN and Arab League envoy"."""
    if first < 2 or view.tokens[first - 1].lemma not in {"and", "&"}:
        return []
    earlier = _ends(view).get(first - 2)
    if earlier is None or view.mention(earlier).kind not in BODIES_AND_STATES:
        return []
    return [filler(view, earlier)]


def _possessor(view: SentenceView, token: int, found: _Before) -> int:
    """ "Y's leader": the body; "X's aide", a person, is none."""
    found.owned = True
    one = next(iter(bodies_at(view, token)), None)
    covering = [
        m
        for m in view.mentions
        if view.mention(m).end == view.tokens[token].end and view.mention(m).form != Form.PRONOUN
    ]
    best = max(covering, key=lambda m: view.mention(m).end - view.mention(m).start, default=None)
    if best is not None:
        found.edge = first_token(view, view.mention(best).start)
        kind = view.mention(best).kind
        if one is None and kind in BODIES_AND_STATES:  # "the firm's director", "the rebels' intelligence chief" too
            one = filler(view, best)
        if kind in PLACES:
            found.places = [filler(view, best)]
    if one is not None:
        found.bodies = [one]
        found.edge = min(found.edge, first_token(view, one.start))
    return token


def _own(view: SentenceView, token: int, found: _Before) -> None:
    """ "its leader", "their commander": the body that the pronoun stands for."""
    found.owned = True
    found.edge = token
    mention = view.mention_at(token)
    if mention is None or view.mention(mention).kind not in BODIES_AND_STATES:
        return
    if _is_told(view, mention):
        found.bodies = [filler(view, mention)]
    else:
        found.bodies = [b for t in _partners(view, token) for b in bodies_at(view, t)][:1]


def _antecedent(view: SentenceView, token: int) -> list[int]:
    """What a relative clause is told of: "the Third Guard, whose leader X"."""
    clause = next((a for a in view.ancestors(token) if view.tokens[a].relation == "relcl"), None)
    return [] if clause is None else [view.tokens[clause].head]


def _partners(view: SentenceView, token: int) -> list[int]:
    """What is coordinated with the owner's noun: "Airbus and its head X"."""
    for above in view.ancestors(token):
        if view.tokens[above].relation == "conj":
            return [view.first_conjunct(above)]
        if view.tokens[above].tag[:1] == "V":
            break
    return []


def _is_told(view: SentenceView, mention: int) -> bool:
    chain = view.chain(mention)
    return chain is not None and (chain.named or any(view.mention(m).form == Form.NOMINAL for m in chain.mentions))
