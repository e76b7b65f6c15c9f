"""Of which state someone is said to be a national (national_of); the nationality of an office is none."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache

from reportedly.claims.arguments.descriptions import Link, holders, is_known
from reportedly.claims.arguments.parties import filler, kind_of, owners
from reportedly.claims.arguments.sides import actors, reached, sides
from reportedly.claims.distinct import distinct
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, is_in, phrase
from reportedly.claims.ties.bonds import bond_draft, pair_drafts, told_of
from reportedly.claims.ties.compounds import HYPHENS, compound_bonds
from reportedly.claims.ties.posts import office_class
from reportedly.records.mention import Form, Kind
from reportedly.resources.lexicon import words

_PERSON = frozenset({Kind.PERSON})


class Nationality:
    """national_of: said of the person, never of the office ("the Doran general")."""

    name = "nationality"
    version = 4
    predicates = frozenset({"national_of"})

    def __call__(self, sentence: SentenceView) -> Iterator[Draft]:
        """Drafts of one sentence, each pair once."""
        yield from distinct(sentence, _all(sentence))


EXTRACTOR = Nationality()


def _all(view: SentenceView) -> Iterator[Draft]:
    for bond in compound_bonds(view, words("nationality", "compounds"), _PERSON, frozenset({Kind.STATE})):
        yield bond_draft(view, "national_of", bond, confidence=0.85)
    for token, word in enumerate(view.tokens):
        name = base(view, token)
        if name in _people() and _is_noun(view, token):
            yield from _noun(view, token, _states_before(view, token), name)
        elif word.tag[:1] == "N" and _is_calling(view, token):
            own = [f for f in _states_before(view, token) if _hangs_on(view, f, token)]
            indefinite = any(view.tokens[c].lemma in {"a", "an"} for c in view.dependents(token, "det"))
            links = {Link.COPULA, Link.APPOSITION} if indefinite else {Link.TITLE}
            yield from _noun(view, token, own, name, links)
        if word.tag[:1] == "N" and name in words("nationality", "papers"):
            yield from _papers(view, token)
        if token in view.headed and _adjective_of(view, token) is not None:
            yield from _is_one(view, token)


@cache
def _people() -> frozenset[str]:
    return words("nationality", "nouns") - words("nationality", "left_out")


def _is_noun(view: SentenceView, token: int) -> bool:
    """A noun; "national" and "native" with an article that end their phrase too, whatever the tagger saw."""
    word = view.tokens[token]
    ends = token + 1 >= len(view.tokens) or view.tokens[token + 1].tag[:1] not in {"N", "J"}
    after_of = word.tag[:1] == "J" and is_in(view, token, "nationality", "after_of")
    return word.tag[:1] == "N" or (after_of and ends and bool(view.dependents(token, "det")))


def _noun(
    view: SentenceView, noun: int, states: list[Filler], name: str, links: Collection[Link] = tuple(Link)
) -> Iterator[Draft]:
    """As in "the Doran citizen X", "X, a dual Doran-Sel national", "X, a native of Doran", "X is a Doran woman"."""
    if name in words("nationality", "after_of"):
        states = states + [
            f for f in sides(view, reached(view, noun, "of"), frozenset({Kind.STATE})) if f not in states
        ]
    if not states:
        return
    if name in words("nationality", "after_of") and view.tokens[noun].tag == "NNS" and view.dependents(noun, "nummod"):
        yield from _numbered(view, noun, states)
    for said in told_of(view, noun, _PERSON):
        for state in states if said.link in links else ():
            yield Draft(
                predicate="national_of",
                trigger=said.trigger,
                subject=said.holder,
                object=state,
                identity=said.identity,
                place_fixed=True,
                time_fixed=said.identity,
                modality=said.modality,
                former=said.ended,
                evidence=(
                    min(said.holder.start, state.start, view.tokens[noun].start),
                    max(said.holder.end, state.end, view.tokens[noun].end),
                )
                if said.identity
                else None,
                rule=f"national-{said.link.value}",
                why=f"“{view.words(noun, noun)}” with a nationality is said of a person",
                confidence=0.8,
            )


def _numbered(view: SentenceView, noun: int, states: list[Filler]) -> Iterator[Draft]:
    """As in "18 Doran citizens were arrested"."""
    start, end = phrase(view, noun)
    for state in states:
        yield Draft(
            predicate="national_of",
            trigger=noun,
            subject=Filler(start=start, end=end, kind=Kind.POPULATION),
            object=state,
            identity=True,
            place_fixed=True,
            time_fixed=True,
            evidence=(min(start, state.start), max(end, state.end)),
            rule="national-numbered",
            why=f"“{view.words(noun, noun)}” with a nationality is said of so many",
            confidence=0.75,
        )


def _is_calling(view: SentenceView, noun: int) -> bool:
    """As in "a Doran singer", "Doran businessman X": a calling of a person that is no office, rank or force."""
    if view.tokens[noun].tag != "NN" or not _is_of_person(view, noun):
        return False
    name = base(view, noun)
    office = kind_of(view, noun) is not None or office_class(view, noun) is not None
    other = name in words("titles", "ranks") or name in words("membership", "member", "nouns")
    indefinite = any(view.tokens[c].lemma in {"a", "an"} for c in view.dependents(noun, "det"))
    return not (office or other) or (indefinite and name in words("nationality", "callings"))


def _is_of_person(view: SentenceView, noun: int) -> bool:
    """Whether a noun heads the description of a person, or stands in the title before a name."""
    here = view.tokens[noun].start
    for m, head in view.heads.items():
        mention = view.mention(m)
        titled = mention.start - len(mention.title or "") - 1 <= here < mention.start and mention.title is not None
        if mention.kind == Kind.PERSON and (head == noun or titled):
            return True
    return False


def _hangs_on(view: SentenceView, state: Filler, noun: int) -> bool:
    """Whether an adjective belongs to the noun itself ("a Syrian army officer" is none)."""
    token = next((h for m, h in view.heads.items() if m == state.mention), noun)
    between = [t for t in range(token + 1, noun) if view.tokens[t].tag[:1] == "N" and view.tokens[t].head != noun]
    return view.tokens[token].head == noun and not between


def _states_before(view: SentenceView, noun: int) -> list[Filler]:
    """The states in "a Doran citizen", "a dual Doran-Sel national", "a Doran and Sel citizen"."""
    found = {f.start: f for f in owners(view, noun, frozenset({Kind.STATE}))}
    first = min([t for t in view.subtree(noun) if t <= noun], default=noun)
    for m in view.mentions:
        mention = view.mention(m)
        inside = view.tokens[first].start <= mention.start and mention.end <= view.tokens[noun].start
        if inside and mention.form in {Form.ADJECTIVE, Form.NAME} and mention.kind == Kind.STATE:
            found.setdefault(mention.start, filler(view, m))
    return [found[k] for k in sorted(found)]


def _papers(view: SentenceView, noun: int) -> Iterator[Draft]:
    """As in "X holds Doran citizenship", "X has a Doran passport"."""
    above = view.tokens[noun].head
    verb = above if view.tokens[above].tag[:1] == "V" else view.tokens[above].head
    if base(view, verb) not in words("nationality", "having") or view.tokens[noun].relation not in {"dobj", "pobj"}:
        return
    people = holders(view, view.subjects(verb), _PERSON)
    yield from pair_drafts(view, "national_of", verb, people, _states_before(view, noun), "national-papers")


# ---- adjectives and peoples
def _adjective_of(view: SentenceView, token: int) -> int | None:
    """The adjective of a state that a token is the last word of; None when it is joined to another word."""
    after = token + 1
    if after < len(view.tokens) and view.tokens[after].text in HYPHENS:
        return None
    headed = ((m, view.mention(m)) for m in view.headed.get(token, ()))
    return next((m for m, told in headed if told.form == Form.ADJECTIVE and told.kind == Kind.STATE), None)


def _is_one(view: SentenceView, token: int) -> Iterator[Draft]:
    """As in "X, who is Doran", "X, a Doran, …", "X is a Doran"."""
    adjective = _adjective_of(view, token)
    assert adjective is not None
    word = view.tokens[token]
    state = filler(view, adjective)
    above = word.head
    if word.relation in {"acomp", "attr"} and base(view, above) == "be":
        article = view.dependents(token, "det")
        if word.tag[:1] == "N" and not article:
            return
        people = [f for f in holders(view, view.subjects(above), _PERSON) if is_known(view, f)]
        yield from pair_drafts(view, "national_of", above, people, [state], "national-copula")
    elif word.tag[:1] == "N" and any(view.lows[c] in {"a", "an", "another"} for c in view.dependents(token, "det")):
        heads = [c for c in view.dependents(token, "appos") if view.is_person(c)]  # "a 24-year-old Doran, X"
        heads = heads or ([above] if word.relation == "appos" else [])
        people = [f for f in actors(view, heads, _PERSON) if is_known(view, f)]
        yield from pair_drafts(view, "national_of", token, people, [state], "national-apposition")
    elif word.relation == "appos" and view.dependents(token, "det"):
        people = [f for f in actors(view, [above], _PERSON) if is_known(view, f)]
        yield from pair_drafts(view, "national_of", token, people, [state], "national-apposition")
