"""Signs in the tree around a token that say whether it is told as so: auxiliaries, adverbs, governors, "if", "not".

Used for claims and, on its own, for the factuality of any predicate (Saurí and Pustejovsky 2009 call them modal and
polarity markers).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from reportedly.claims.modality.aims import is_yet, was_able
from reportedly.claims.modality.conditions import is_condition, of_condition, would
from reportedly.claims.syntax.grammar import SUBJECTS, SentenceView
from reportedly.claims.syntax.phrases import base, has_to, particles
from reportedly.records.claim import Modality
from reportedly.resources.lexicon import words

_NOMINAL: Final = frozenset(
    {"dobj", "nsubj", "nsubjpass", "attr", "pobj", "conj", "compound", "appos", "nmod", "poss", "dep", "ROOT", "oprd"}
)


class Sign(msgspec.Struct, frozen=True, kw_only=True):
    """A cue and what it says. words: as they stand.

    aim: it is what something else is done for ("efforts to", "in order to"). of_object: "no" stands before the object.
    pictured: a picture shows it. self_said: who it is said of says so himself.
    """

    words: str
    modality: Modality | None = None
    negative: bool = False
    habitual: bool = False
    aim: bool = False
    of_object: bool = False
    pictured: bool = False
    self_said: bool = False


def signs_of(view: SentenceView, trigger: int, *, caption: bool = False) -> Iterator[Sign]:
    """All signs that hold for a token. caption: pictures do not hedge what they show."""
    if view.tokens[trigger].tag[:1] == "N":
        yield from _of_noun(view, trigger, caption)
    else:
        yield from _of_clause(view, trigger, caption, set())


def adjectives_of(view: SentenceView, noun: int) -> Iterator[Sign]:
    """Signs of the adjectives of a noun and of adverbs beside it: "the alleged X", "X reportedly in"."""
    for child in view.children[noun]:
        text, token = base(view, child), view.tokens[child]
        if token.relation in {"amod", "compound", "nmod", "advmod", "det", "neg", "preconj"}:
            yield from _adjective(text, token.text)
        if token.relation in {"prep", "advmod"}:  # "X reportedly in Ruda"
            for t in [child, *view.dependents(child, "advmod")]:
                yield from _adverb(base(view, t), view.tokens[t].text.lower(), view.tokens[t].text)
        if token.relation in {"amod", "nmod", "compound"} and _is_self_said(view, child):
            yield Sign(words="self-" + token.text, modality=Modality.REPORTED, self_said=True)


# ---- nouns of action
def _of_noun(view: SentenceView, noun: int, caption: bool) -> Iterator[Sign]:
    yield from adjectives_of(view, noun)
    first = view.first_conjunct(noun)
    if first != noun:
        for child in view.children[first]:
            if view.tokens[child].relation in {"amod", "det", "neg"} and child < first:
                yield from _adjective(base(view, child), view.tokens[child].text)
    relation, above = view.tokens[first].relation, view.tokens[first].head
    if above == first:
        if view.dependents(first, "cop", "aux", "neg"):
            yield from _of_clause(view, first, caption, set())
        return
    if relation == "pobj":
        above_noun = view.tokens[above].head
        if view.tokens[above].lemma == "without":
            yield Sign(words="without", negative=True)
        elif view.tokens[above].lemma == "in" and base(view, above_noun) in words("hedges", "governors", "involving"):
            yield from _of_clause(view, above_noun, caption, set())  # "is not engaged in fighting with X"
        elif view.tokens[above].lemma == "of" and view.tokens[above_noun].tag[:1] == "N":
            behind = next((t for t in range(first, len(view.tokens)) if view.tokens[t].tag in {"VBG", ","}), first)
            if view.tokens[behind].tag != "VBG" or not is_definite(view, first):  # not "no sign of the war ending"
                yield from _evidence(view, above_noun)
            if base(view, above_noun) in words("described", "measure") | words("hedges", "nouns", "counting"):
                yield from _of_noun(view, above_noun, caption)
        return
    if view.tokens[above].tag[:1] != "V" or relation not in {"dobj", "nsubj", "nsubjpass", "attr"}:
        return
    if relation == "dobj" and base(view, above) in words("aims", "planned_verbs"):
        yield Sign(words=view.tokens[above].text, modality=Modality.PLANNED)
    if relation in {"dobj", "nsubjpass"}:
        yield from _put_off(view, above)
    if relation == "dobj" and base(view, above) in words("hedges", "ceasing", "verbs"):
        return  # what is to cease is going on
    happens = base(view, above) in words("hedges", "light", "verbs") or relation == "attr"
    if happens or (relation == "dobj" and not is_definite(view, first)):
        yield from _of_clause(view, above, caption, set())
    elif relation in {"nsubj", "dobj"}:
        yield from (s for s in _of_clause(view, above, caption, set()) if s.modality == Modality.REPORTED)


def _put_off(view: SentenceView, verb: int, lists: tuple[str, ...] = ("cancelled",)) -> Iterator[Sign]:
    """As in "called off a visit", "the talks were postponed". lists: tables of what puts it off for good."""
    name = " ".join([base(view, verb), *(p for p in ("off", "up") if p in particles(view, verb))])
    if any(name in words("hedges", "nouns", one) for one in lists):
        yield Sign(words=view.tokens[verb].text, negative=True)
    elif base(view, verb) in words("hedges", "nouns", "postponed"):
        yield Sign(words=view.tokens[verb].text, modality=Modality.PLANNED)


def _is_self_said(view: SentenceView, token: int) -> bool:
    """As in "self-proclaimed", written as one word or as three."""
    text = view.tokens[token].text.lower()
    made = {"proclaimed", "declared", "styled", "described", "appointed", "professed"}
    apart = token >= 2 and view.tokens[token - 2].text.lower() == "self" and text in made
    return apart or (text.startswith("self") and text[5:] in made)


def is_definite(view: SentenceView, noun: int) -> bool:
    """Whether a noun of action is known already ("the attack", "their attack"): its being so is taken for granted."""
    return any(
        view.tokens[c].relation == "poss" or view.tokens[c].text.lower() in {"the", "this", "that", "these", "those"}
        for c in view.children[noun]
    )


def _adjective(text: str, raw: str) -> Iterator[Sign]:
    for key, modality in (
        ("reported", Modality.REPORTED),
        ("possible", Modality.POSSIBLE),
        ("planned", Modality.PLANNED),
    ):
        if text in words("hedges", "adjectives", key) or raw.lower() in words("hedges", "adjectives", key):
            yield Sign(words=raw, modality=modality)
    if text in words("hedges", "negative", "determiners") or raw.lower() in words("hedges", "adjectives", "negative"):
        yield Sign(words=raw, negative=True)


def _evidence(view: SentenceView, noun: int) -> Iterator[Sign]:
    """As in "no evidence of X", "no sign that X"."""
    if base(view, noun) in words("voices", "nouns", "evidence"):
        for child in view.dependents(noun, "det", "neg"):
            if base(view, child) in words("hedges", "negative", "determiners"):
                yield Sign(words=view.words(child, noun), negative=True)


# ---- clauses
def _of_clause(view: SentenceView, token: int, caption: bool, seen: set[int]) -> Iterator[Sign]:
    """Signs of a verb (or of the head of a verbless clause), then of what governs it."""
    if token in seen:
        return
    seen.add(token)
    yield from _own(view, token, caption)
    word = view.tokens[token]
    relation, above = word.relation, word.head
    if above == token:
        return
    if relation == "conj" and view.tokens[above].tag[:1] in {"V", "M", "J", "N"}:
        yield from _of_conjunct(view, token, above, caption, seen)
    elif relation in {"xcomp", "ccomp", "csubj", "acomp", "oprd"}:
        yield from _of_governed(view, token, above, caption, seen)
    elif relation == "acl":
        yield from _of_noun_clause(view, token, above)
    elif relation == "pcomp":
        yield from _of_prepositional(view, above, caption, seen)
    elif relation == "advcl":
        yield from _of_adverbial(view, token, above, caption, seen)
    elif relation in {"relcl", "parataxis"}:
        return
    elif relation in {"aux", "auxpass"}:
        yield from _of_clause(view, above, caption, seen)


def _own(view: SentenceView, token: int, caption: bool) -> Iterator[Sign]:
    for child in view.children[token]:
        relation, text, raw = view.tokens[child].relation, base(view, child), view.tokens[child].text
        low = raw.lower()
        if relation == "neg" or (
            relation in {"advmod", "preconj", "det", "cc"} and low in words("hedges", "adverbs", "negative")
        ):
            following = view.words_from(child + 1, 1).lower()
            if following not in words("hedges", "adverbs", "not_negative"):
                yield Sign(words=raw, negative=True)
        elif relation in {"advmod", "npadvmod", "intj", "amod"}:
            yield from _adverb(text, low, raw)
            if child == token - 1 and low in words("hedges", "adverbs", "nearly"):
                yield Sign(words=raw, negative=True)
            yield from _every(view, child)
            if low == "longer" and view.words_from(child - 1, 1).lower() == "no":
                yield Sign(words=view.words(child - 1, child), negative=True)
        elif relation == "prep":
            for basis in view.dependents(child, "pobj"):
                yield from _every(view, basis)
        elif relation == "aux":
            yield from _auxiliary(view, token, text, low, raw)
        elif relation == "mark" and low in words("hedges", "conditions", "marks"):
            yield Sign(words=raw, modality=Modality.POSSIBLE if low == "whether" else Modality.HYPOTHETICAL)
        elif relation in {*SUBJECTS, "dobj", "attr"}:
            yield from _none(view, child, of_object=relation not in SUBJECTS)
        elif relation == "advcl" and is_condition(view, child):
            yield Sign(words=view.tokens[view.subtree(child)[0]].text, modality=of_condition(view, token))
    yield from _condition_before(view, token)
    yield from _put_off(view, token)
    if not caption and _is_sighting(view, token):
        pictured = base(view, token) in words("voices", "verbs", "picturing")
        yield Sign(words=view.tokens[token].text, modality=Modality.REPORTED, pictured=pictured)
    before = token - 1
    if before >= 0 and view.tokens[before].head != token and view.tokens[before].tag[:2] == "RB":
        yield from _adverb(base(view, before), view.tokens[before].text.lower(), view.tokens[before].text)


def _is_sighting(view: SentenceView, verb: int) -> bool:
    """As in "has been spotted in Ruda" (and, with a slip, "has been spotting giving speeches"): somebody saw it."""
    if base(view, verb) not in words("voices", "verbs", "sighting"):
        return False
    been = any(view.tokens[c].lemma == "be" for c in view.dependents(verb, "aux"))
    return view.is_passive(verb) or (view.tokens[verb].tag == "VBG" and been and not view.objects(verb))


def _adverb(text: str, low: str, raw: str) -> Iterator[Sign]:
    if low in words("hedges", "adverbs", "reported"):
        yield Sign(words=raw, modality=Modality.REPORTED)
    elif low in words("hedges", "adverbs", "possible"):
        yield Sign(words=raw, modality=Modality.POSSIBLE)
    elif low in words("hedges", "adverbs", "habitual"):
        yield Sign(words=raw, habitual=True)


def _every(view: SentenceView, noun: int) -> Iterator[Sign]:
    """As in "every week", "each year", "on a regular basis"."""
    for child in view.dependents(noun, "det", "amod"):
        text = view.tokens[child].text.lower()
        basis = view.tokens[noun].lemma == "basis" and text in words("hedges", "adverbs", "bases")
        if basis or (text in {"every", "each"} and view.tokens[noun].lemma in words("hedges", "adverbs", "units")):
            yield Sign(words=view.words(min(child, noun), max(child, noun)), habitual=True)


def _auxiliary(view: SentenceView, verb: int, text: str, low: str, raw: str) -> Iterator[Sign]:
    both = {text, low}
    if both & words("hedges", "auxiliaries", "possible"):
        yield Sign(words=raw, modality=Modality.POSSIBLE)
    elif both & words("hedges", "auxiliaries", "conditional") and low != "had" and text != "have":
        yield Sign(words=raw, modality=would(view, verb))
    elif both & words("hedges", "auxiliaries", "planned") or both & words("hedges", "auxiliaries", "obliged"):
        yield Sign(words=raw, modality=Modality.PLANNED)


def _condition_before(view: SentenceView, verb: int) -> Iterator[Sign]:
    """As in "warned that if A came, B would leave", with both clauses hung on "warned"."""
    word = view.tokens[verb]
    if word.relation == "ccomp" and word.head != verb:
        for clause in view.dependents(word.head, "ccomp", "advcl"):
            if word.head < clause < verb and is_condition(view, clause):
                yield Sign(words=view.tokens[view.subtree(clause)[0]].text, modality=of_condition(view, verb))


def _none(view: SentenceView, noun: int, *, of_object: bool) -> Iterator[Sign]:
    """As in "no civilians were hurt", "nobody claimed the attack", "none of them"."""
    text = view.tokens[noun].text.lower()
    if text in words("hedges", "negative", "pronouns") or (
        text == "one" and noun > 0 and view.tokens[noun - 1].text.lower() == "no"
    ):
        yield Sign(words=view.tokens[noun].text, negative=True, of_object=of_object)
        return
    for child in view.dependents(noun, "det", "neg", "preconj"):
        if base(view, child) in words("hedges", "negative", "determiners") and child < noun:
            yield Sign(words=view.words(child, noun), negative=True, of_object=of_object)


# ---- what governs a clause
def _of_conjunct(view: SentenceView, token: int, above: int, caption: bool, seen: set[int]) -> Iterator[Sign]:
    """A joined verb shares auxiliaries and governors with the first, unless it has its own subject or auxiliary."""
    if view.dependents(token, *SUBJECTS):
        yield from (s for s in _above_only(view, above, caption, seen))
        return
    own = bool(view.dependents(token, "aux", "auxpass", "neg"))
    same = view.tokens[token].tag == view.tokens[above].tag or view.tokens[token].tag in {"VB", "VBN", "VBG"}
    if own or not same:
        yield from _above_only(view, above, caption, seen)
        return
    between = [t for t in view.children[above] if view.tokens[t].relation == "cc" and above < t < token]
    contrast = any(view.tokens[t].lemma in {"but", "yet"} for t in between)
    for sign in _of_clause(view, above, caption, seen):
        if not (contrast and sign.negative):
            yield sign


def _above_only(view: SentenceView, verb: int, caption: bool, seen: set[int]) -> Iterator[Sign]:
    """Signs of what governs a verb, without its own."""
    word = view.tokens[verb]
    if word.head == verb:
        return
    if word.relation == "conj":
        yield from _above_only(view, word.head, caption, seen)
    elif word.relation in {"xcomp", "ccomp"}:
        yield from _of_governed(view, verb, word.head, caption, seen)
    elif word.relation == "advcl" and is_condition(view, verb):
        yield Sign(words=view.tokens[view.subtree(verb)[0]].text, modality=Modality.HYPOTHETICAL)


def _of_governed(view: SentenceView, token: int, above: int, caption: bool, seen: set[int]) -> Iterator[Sign]:
    """An infinitive or clause under a verb or adjective."""
    name, raw = base(view, above), view.tokens[above].text
    finite = view.tokens[token].relation == "ccomp" and not has_to(view, token)
    saying = name in words("voices", "verbs", "saying") and finite
    if name == "use" and view.tokens[above].tag in {"VBD", "VBN"} and not finite:
        yield Sign(words=f"{raw} to", habitual=True)
    if not finite and (name in words("hedges", "governors", "failed") or is_yet(view, above)):
        yield Sign(words=raw, negative=True)
    elif {name, raw.lower()} & words("hedges", "governors", "possible") and not was_able(view, above):
        yield Sign(words=raw, modality=Modality.POSSIBLE)
    elif view.tokens[token].tag == "VBG" and name in words("hedges", "governors", "weighing"):
        yield Sign(words=raw, modality=Modality.POSSIBLE)  # "is considering sending troops"
    elif view.tokens[token].tag == "VBG" and f"{name} out" in words("hedges", "governors", "excluding"):
        if "out" in particles(view, above):
            yield Sign(words=f"{raw} out", modality=Modality.PLANNED, negative=True)
    elif not finite and (
        name in words("hedges", "governors", "purporting")
        or (name in words("hedges", "governors", "reported") and view.is_passive(above))
    ):
        yield Sign(words=raw, modality=Modality.REPORTED)
    elif finite and any(base(view, a) in words("hedges", "false", "words") for a in view.dependents(above, "acomp")):
        yield Sign(words=raw, modality=Modality.DENIED)
    elif finite and any(
        base(view, a) in words("hedges", "governors", "possible") for a in view.dependents(above, "acomp") if a < token
    ):
        yield Sign(words=raw, modality=Modality.POSSIBLE)  # "it is likely that …"
    elif finite and view.dependents(above, "neg") and _is_true(view, above):
        yield Sign(words=raw, negative=True)
    elif (name == "be" or name in words("hedges", "governors", "planned")) and has_to(view, token):
        yield Sign(words=raw, modality=Modality.PLANNED)
    if saying:  # a statement's own hedges ("will say that") hold for the saying, not for what is said
        return
    for sign in _of_clause(view, above, caption, seen):
        if finite and sign.negative and name not in {"believe", "think", "expect", "appear", "seem", "true", "case"}:
            continue
        yield sign


def _is_true(view: SentenceView, verb: int) -> bool:
    """As in "it is (not) true that", "it is (not) the case that"."""
    return any(view.tokens[a].lemma in {"true", "case", "correct"} for a in view.dependents(verb, "acomp", "attr"))


def _of_noun_clause(view: SentenceView, token: int, noun: int) -> Iterator[Sign]:
    yield from _evidence(view, noun)
    if has_to(view, token):
        name = base(view, noun)
        if name in words("aims", "planned_nouns") | words("hedges", "nouns", "aiming"):
            yield Sign(words=view.tokens[noun].text, modality=Modality.PLANNED, aim=True)
            yield from _none(view, noun, of_object=False)  # "has no plans to attack Ruda"
            if view.tokens[noun].relation in {"dobj", "nsubjpass"}:
                yield from _put_off(view, view.tokens[noun].head, ("cancelled", "given_up"))  # "dropped plans to leave"


def _of_prepositional(view: SentenceView, preposition: int, caption: bool, seen: set[int]) -> Iterator[Sign]:
    above = view.tokens[preposition].head
    name, raw = base(view, above), view.tokens[above].text
    if view.tokens[preposition].lemma == "without":
        yield Sign(words="without", negative=True)
        return
    if view.tokens[preposition].lemma == "of" and name in words("aims", "planned_nouns"):  # "the intention of leaving"
        yield Sign(words=raw, modality=Modality.PLANNED, aim=True)
        yield from _none(view, above, of_object=False)
    elif view.tokens[preposition].lemma == "from" and name in words("hedges", "governors", "failed"):
        yield Sign(words=raw, negative=True)
    elif view.tokens[preposition].lemma == "of" and view.lows[preposition - 1] == "short":
        yield Sign(words=view.words(preposition - 1, preposition), negative=True)  # "stopped short of sending troops"
    elif (
        name in words("aims", "planned") - words("aims", "done") or name in words("hedges", "governors", "bound")
    ) and view.tokens[preposition].lemma in {
        "to",
        "at",
        "on",
    }:
        yield Sign(words=raw, modality=Modality.PLANNED)
    elif view.tokens[preposition].lemma in {"of", "for"}:
        accused = view.tokens[above].relation == "dobj"  # "acquitted X of killing Y", with "of" hung on X
        verb = view.tokens[above].head if accused else above
        if base(view, verb) in words("voices", "verbs", "accusing"):
            yield Sign(words=view.tokens[verb].text, modality=Modality.REPORTED, negative=base(view, verb) == "acquit")


def _of_adverbial(view: SentenceView, token: int, above: int, caption: bool, seen: set[int]) -> Iterator[Sign]:
    if is_condition(view, token):
        yield Sign(words=view.tokens[view.subtree(token)[0]].text, modality=Modality.HYPOTHETICAL)
    elif has_to(view, token):
        yield Sign(words="to", modality=Modality.PLANNED, aim=True)
    elif view.tokens[token].tag in {"VBG", "VBN"} and not view.dependents(token, *SUBJECTS, "mark"):
        # a participle shares what its clause is told as: "will visit X, meeting Y"
        for sign in _of_clause(view, above, caption, seen):
            if not sign.negative:
                yield sign
