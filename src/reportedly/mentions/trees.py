"""Trees put right where English leaves no choice: who speaks at the end of a sentence.

Of "A strike killed two men on Friday, Ivo Varek, the governor, said" parsers often hang the strike on "said" and Varek
on "killed", or Varek on nothing that speaks. What is told stands before its speaker, and the speaker right before the
verb; labels are ClearNLP's (Choi & Palmer 2012).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from reportedly.resources.engine import Tagged
from reportedly.resources.lexicon import words
from reportedly.text.lemmas import lemma

_FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})
_TOLD: Final = frozenset({"ccomp", "parataxis", "advcl", "dep"})
#: How the verb of speech is hung where the parser takes it for a part of what is told.
_BELOW: Final = frozenset({"ccomp", "conj", "advcl", "dep"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
#: How a speaker is hung where the parser takes him for a part of what he says.
_ASTRAY: Final = frozenset({"nsubj", "conj", "appos", "npadvmod", "dobj", "pobj", "dep", "attr", "oprd", "nmod"})
#: What goes with the words before it and is not told on its own.
_NOUNS: Final = frozenset({"NN", "NNS", "NNP", "NNPS"})


def mended(texts: Sequence[str], tagged: Tagged) -> Tagged:
    """The same answer with the speaker at the end as subject of his verb, and the subject of what he tells as its own.

    texts: the sentence's tokens, as the engine was given them.
    """
    for verb in range(len(texts) - 1, 2, -1):
        if tagged.tags[verb] in _FINITE and lemma(texts[verb], tagged.tags[verb]) in words("voices", "verbs", "saying"):
            return _at(verb, texts, tagged)
    return tagged


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
    return msgspec.structs.replace(tagged, heads=tuple(heads), relations=tuple(relations))


def _speaker(verb: int, told: int, texts: Sequence[str], tagged: Tagged) -> int | None:
    """The head of the noun phrase right before a verb of speech that a comma parts from what is told."""
    heads, found = tagged.heads, None
    here = verb - 2 if texts[verb - 1] == "," else verb - 1
    seen: set[int] = set()
    while told < here and here not in seen:
        seen.add(here)
        begins = _begin(here, tagged)
        parted = begins > told + 1 and texts[begins - 1] == ","
        if parted and tagged.tags[here] in _NOUNS and tagged.relations[here] in _ASTRAY and heads[here] < begins:
            found = here
        here = heads[here]
    return found


def _begin(token: int, tagged: Tagged) -> int:
    """The first token that hangs on a token, however deep."""
    first, grown = token, True
    while grown:
        grown = False
        for t in range(first):
            above, steps = t, 0
            while above < token and tagged.heads[above] != above and steps < len(tagged.heads):
                above, steps = tagged.heads[above], steps + 1
            if above == token:
                first, grown = t, True
                break
    return first
