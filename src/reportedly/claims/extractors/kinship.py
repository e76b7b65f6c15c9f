"""Kin by blood and marriage (family_of): the role says what the subject is to the object."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from reportedly.claims.arguments.descriptions import holders, is_known, said_of
from reportedly.claims.arguments.sides import overlap, reached, same
from reportedly.claims.distinct import distinct
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, reach
from reportedly.claims.ties.bonds import Bond, bond_draft, mutual, noun_bonds, pair_drafts
from reportedly.records.mention import Form, Kind
from reportedly.resources.lexicon import table, words

_PERSON = frozenset({Kind.PERSON})


class Kinship:
    """family_of: both are persons with a name, here or elsewhere in the report."""

    name = "kinship"
    version = 3
    predicates = frozenset({"family_of"})

    def __call__(self, sentence: SentenceView) -> Iterator[Draft]:
        """Drafts of one sentence, each pair once."""
        yield from distinct(sentence, _all(sentence))


EXTRACTOR = Kinship()


def _all(view: SentenceView) -> Iterator[Draft]:
    for token, word in enumerate(view.tokens):
        name = base(view, token)
        if word.tag[:1] == "N" and _kin(view, token) is not None:
            yield from _kin_noun(view, token)
        if word.tag[:1] == "V" and name in words("kinship", "marrying"):
            yield from _married(view, token)
        if word.text.lower() in words("kinship", "married"):
            yield from _married_to(view, token)
        if word.tag[:1] == "V" and name in words("kinship", "bearing"):
            parents = holders(view, reached(view, token, "to"), _PERSON)
            children = holders(view, view.subjects(token), _PERSON)
            role = table("kinship")["child_role"]
            yield from pair_drafts(view, "family_of", token, children, parents, "born-to", role=role)
        if word.tag[:1] == "V" and name in table("kinship")["begetting"]:
            role = table("kinship")["begetting"][name]
            yield from pair_drafts(
                view,
                "family_of",
                token,
                holders(view, view.doers(token), _PERSON),
                holders(view, view.undergoers(token), _PERSON),
                "kin-verb",
                role=role,
            )


def _kin(view: SentenceView, token: int) -> str | None:
    """The kin word that a noun is, "in-law" and the like included; None of other nouns and of figures of speech."""
    kin = _kin_word(view, token)
    here = view.tokens[token]
    for m in view.mentions if kin is not None else ():  # "the Ritz Brothers"
        mention = view.mention(m)
        if mention.form == Form.NAME and mention.start < here.start and here.end <= mention.end:
            return None
    return kin


def _kin_word(view: SentenceView, token: int) -> str | None:
    name, lows, known = view.bases[token], view.lows, words("kinship", "nouns")
    for length in (5, 3):
        joined = "".join(lows[token : token + length])
        if joined in known:
            return joined
    before = "".join(lows[max(0, token - 2) : token]) + name
    if before in known:
        return before
    if token and f"{lows[token - 1]} {name}" in known:
        return f"{lows[token - 1]} {name}"
    if name not in known or name in words("kinship", "left_out"):
        return None
    near = lows[reach(view, token)[0] : token]
    return name if words("kinship", "not_kin").isdisjoint(near) else None


def _role(view: SentenceView, noun: int, kin: str) -> str:
    """The kin word with "younger", "half" and the like before it."""
    found = [kin]
    for token in range(noun - 1, max(noun - 4, -1), -1):
        text = view.tokens[token].text.lower()
        if text in {"-", "‑"}:
            continue
        if text not in words("kinship", "modifiers") or kin.startswith(text):
            break
        if text not in words("kinship", "dropped"):
            found.insert(0, text)
    return " ".join(found)


def _kin_noun(view: SentenceView, noun: int) -> Iterator[Draft]:
    """As in "X’s brother Y", "Y, a sister of X", "his son Y", "X and his wife Y", "the brothers X and Y"."""
    kin = _kin(view, noun)
    assert kin is not None
    stand = _last(view, noun, kin)
    bonds: list[Bond] = []
    for at in dict.fromkeys((noun, stand)):
        bonds = bonds or list(noun_bonds(view, at, _PERSON, _PERSON, ("of", "to"), only_owned=True))
    role = _role(view, noun, kin)
    for bond in bonds:
        if not _is_office(view, noun):
            yield bond_draft(view, "family_of", bond, role=role, confidence=0.85)
    if not bonds:
        yield from _besides(view, noun, role)
        yield from _apart(view, noun, stand, role)
        yield from _whose_is(view, noun, role)
        owned = view.dependents(noun, "poss") or reached(view, noun, "of")
        both = not owned and kin in words("kinship", "mutual")
        for a, b in mutual(view, noun, _PERSON) if both else ():
            yield from pair_drafts(view, "family_of", noun, [a], [b], "kin-mutual", role=role)


def _besides(view: SentenceView, noun: int, role: str) -> Iterator[Draft]:
    """As in "X is the head of Y and (one of the) brother(s) of Z": X, of whom the first description is said."""
    above = view.tokens[view.tokens[noun].head].head
    one = above if view.tokens[noun].relation == "pobj" and view.lows[above] == "one" else noun
    second = view.tokens[one].relation == "conj"
    ours = [s.holder for s in said_of(view, view.first_conjunct(one), _PERSON)] if second else []
    theirs = holders(view, reached(view, noun, "of"), _PERSON) if ours else []
    yield from pair_drafts(view, "family_of", noun, ours, theirs, "kin-besides", role=role)


def _whose_is(view: SentenceView, noun: int, role: str) -> Iterator[Draft]:
    """As in "X, whose brother is (the mayor) Y"."""
    verb = view.tokens[noun].head
    if noun in view.subjects(verb) and base(view, verb) == "be":
        named = [f for f in holders(view, view.dependents(verb, "attr"), _PERSON) if is_known(view, f)]
        theirs = holders(view, _whose(view, noun), _PERSON) if named else []
        yield from pair_drafts(view, "family_of", noun, named, theirs, "kin-whose", role=role)


def _last(view: SentenceView, noun: int, kin: str) -> int:
    """The last token of "brother-in-law", which the tree takes for the head."""
    return min(noun + kin.count("-") * 2, len(view.tokens) - 1) if kin.count("-") == 2 else noun


def _is_office(view: SentenceView, noun: int) -> bool:
    """ "Father Karim", "Sister Agnes": a title of the church."""
    after = noun + 1
    capital = view.tokens[noun].text[:1].isupper() and noun > 0 and view.tokens[noun - 1].tag != "PRP$"
    return (
        capital and after < len(view.tokens) and view.tokens[after].tag == "NNP" and not view.dependents(noun, "poss")
    )


def _apart(view: SentenceView, noun: int, stand: int, role: str) -> Iterator[Draft]:
    """As in "his brother Y" that the tree read as one name, "Y, brother to X", "his wife, Y,"."""
    stands = [noun, stand]
    if view.tokens[noun].relation in {"compound", "nmod"}:  # "whose brother Omar Bek" read as one name
        stands.append(view.tokens[noun].head)
    owners = [c for t in stands for c in view.dependents(t, "poss") if c < noun]
    around = [
        m
        for m in view.mentions
        if view.mention(m).form == Form.NAME
        and view.mention(m).kind == Kind.PERSON
        and 0 <= view.mention(m).start - view.tokens[stand].end <= 2
        and view.document.text[view.tokens[stand].end : view.mention(m).start].strip() in {"", ","}
    ]
    if not around:
        return
    possessor = [t for t in range(max(0, noun - 4), noun) if view.tokens[t].tag in {"PRP$"}]
    others = holders(view, [*owners, *possessor, *_whose(view, noun)], _PERSON)
    named = view.mention(around[0])
    holder = Filler(start=named.start, end=named.end, kind=Kind.PERSON, mention=around[0])
    for other in others:
        if not overlap(holder, other) and not same(view, holder, other):
            bond = Bond(
                trigger=noun,
                word=noun,
                first=holder,
                other=other,
                link="apposition",
                identity=True,
                span=(min(other.start, view.tokens[noun].start), max(holder.end, view.tokens[noun].end)),
            )
            yield bond_draft(view, "family_of", bond, role=role)


def _whose(view: SentenceView, noun: int) -> list[int]:
    """Of "X, whose (younger) brother Y" the X: the name before the comma."""
    whose = next((t for t in range(noun - 1, max(noun - 4, -1), -1) if view.tokens[t].text.lower() == "whose"), 0)
    if whose < 2:
        return []
    last = whose - 2 if view.tokens[whose - 1].text == "," else whose - 1
    return [h for m, h in view.heads.items() if view.mention(m).end == view.tokens[last].end]


def _married(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "X married Y", "X and Y married"."""
    role = table("kinship")["married_role"]
    ours = holders(view, view.subjects(verb), _PERSON)
    theirs = holders(view, view.objects(verb), _PERSON) or holders(view, reached(view, verb, "to"), _PERSON)
    pairs = [(a, b) for a in ours for b in theirs] or list(combinations(ours, 2))
    for a, b in pairs:
        yield from pair_drafts(view, "family_of", verb, [a], [b], "married", role=role)


def _married_to(view: SentenceView, token: int) -> Iterator[Draft]:
    """As in "X is married to Y", "X, married to Y"."""
    if view.tokens[token].tag[:1] == "V" and base(view, token) in words("kinship", "marrying"):
        return
    theirs = holders(view, reached(view, token, "to"), _PERSON)
    head = view.tokens[token].head
    above = view.subjects(head) if view.tokens[head].tag[:1] == "V" else [head]
    ours = holders(view, view.dependents(token, "nsubj", "nsubjpass") or above, _PERSON)
    text = view.tokens[token].text.lower()
    role = "relative" if text == "related" else table("kinship")["married_role"]
    yield from pair_drafts(view, "family_of", token, ours, theirs, "married-to", role=role)
