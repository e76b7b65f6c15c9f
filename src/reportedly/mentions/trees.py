"""Trees put right where English leaves no choice: who speaks at the end of a sentence, and who did what a noun tells.

Of "A strike killed two men on Friday, Ivo Varek, the governor, said" parsers often hang the strike on "said" and Varek
on "killed", or Varek on nothing that speaks. What is told stands before its speaker, and the speaker right before the
verb. Of "condemned the detention of Bek by police" they hang the police on "condemned", which is no passive. Labels are
ClearNLP's (Choi & Palmer 2012).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reportedly.mentions.appositions import with_bearers, with_counted, with_named, with_owners
from reportedly.resources.engine import Tagged
from reportedly.resources.lexicon import words
from reportedly.text.lemmas import lemma

_FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})
_ACTIVE: Final = _FINITE | {"VB", "VBG"}
_TOLD: Final = frozenset({"ccomp", "parataxis", "advcl", "dep"})
#: How the verb of speech is hung where the parser takes it for a part of what is told.
_BELOW: Final = frozenset({"ccomp", "conj", "advcl", "dep"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
#: How a speaker is hung where the parser takes him for a part of what he says.
_ASTRAY: Final = frozenset({"nsubj", "conj", "appos", "npadvmod", "dobj", "pobj", "dep", "attr", "oprd", "nmod"})
#: What goes with the words before it and is not told on its own.
_NOUNS: Final = frozenset({"NN", "NNS", "NNP", "NNPS"})


def mended(texts: Sequence[str], tagged: Tagged) -> Tagged:
    """The same answer with the speaker at the end as subject of his verb, the subject of what he tells as its own,
    doers of acts that nouns tell below these nouns, and what is said of names below the right ones.

    texts: the sentence's tokens, as the engine was given them.
    """
    for put_right in (_with_doers, with_bearers, with_owners, with_named, with_counted):
        tagged = put_right(texts, tagged)
    for verb in range(len(texts) - 1, 2, -1):
        if tagged.tags[verb] in _FINITE and lemma(texts[verb], tagged.tags[verb]) in words("voices", "verbs", "saying"):
            return _at(verb, texts, tagged)
    return tagged


def _with_doers(texts: Sequence[str], tagged: Tagged) -> Tagged:
    """ "By police" right after "the detention of Bek" below the detention where the verb above is active."""
    heads = list(tagged.heads)
    for by, above in enumerate(tagged.heads):
        if texts[by].lower() != "by" or tagged.tags[above] not in _ACTIVE or above > by:
            continue
        below = [(t, tagged.relations[t]) for t in range(len(texts)) if tagged.heads[t] == above]
        act = next((t for t, relation in reversed(below) if relation == "dobj" and t < by), None)
        doer = any(tagged.heads[t] == by and tagged.relations[t] == "pobj" for t in range(len(texts)))
        if act is None or not doer or any(r in {"auxpass", "nsubjpass"} for _, r in below):
            continue
        last = max(t for t in range(by) if tagged.hangs(t, act))
        if last == by - 1 and any(texts[t].lower() == "of" and tagged.heads[t] == act for t in range(act, by)):
            heads[by] = act
    return tagged.with_tree(heads, tagged.relations)


def _at(verb: int, texts: Sequence[str], tagged: Tagged) -> Tagged:
    heads, relations = list(tagged.heads), list(tagged.relations)
    told = next((t for t in range(verb) if heads[t] == verb and relations[t] in _TOLD), None)
    above = heads[verb]
    hung = told is None and above < verb and heads[above] == above and relations[verb] in _BELOW
    told = above if hung else told
    if told is None or tagged.tags[told][:1] != "V" or texts[verb - 1].lower() in {"and", "or", "that"}:
        return tagged
    own = [t for t in range(len(texts)) if heads[t] == verb and relations[t] in _SUBJECTS]
    if any(t > told for t in own):
        return tagged
    speaker = _speaker(verb, told, texts, tagged)
    if speaker is None:
        return tagged
    heads[speaker], relations[speaker] = verb, "nsubj"
    if hung:
        heads[verb], relations[verb], heads[told], relations[told] = verb, "ROOT", verb, "ccomp"
    has_subject = any(heads[t] == told and relations[t] in _SUBJECTS for t in range(len(texts)))
    for subject in own:
        if not has_subject:
            heads[subject] = told
            passive = any(heads[t] == told and relations[t] == "auxpass" for t in range(len(texts)))
            relations[subject] = "nsubjpass" if passive else "nsubj"
    return tagged.with_tree(heads, relations)


def _speaker(verb: int, told: int, texts: Sequence[str], tagged: Tagged) -> int | None:
    """The head of the noun phrase right before a verb of speech that a comma parts from what is told."""
    heads, found = tagged.heads, None
    here = verb - 2 if texts[verb - 1] == "," else verb - 1
    seen: set[int] = set()
    while told < here and here not in seen:
        seen.add(here)
        begins = tagged.begin(here)
        parted = begins > told + 1 and texts[begins - 1] == ","
        if parted and tagged.tags[here] in _NOUNS and tagged.relations[here] in _ASTRAY and heads[here] < begins:
            found = here
        here = heads[here]
    return found
