"""Lemmas: the base form of a word, given its Penn Treebank tag.

Inflection tables and rules are those of LemmInflect (Jascob 2020).
"""

from __future__ import annotations

from functools import lru_cache

from reportedly.text.fold import same_length

_UNIVERSAL = {"V": "VERB", "N": "NOUN", "J": "ADJ", "R": "ADV", "M": "AUX"}
#: Clitics and forms that no table lists, by tag class where the tag decides.
_CLITICS = {"n't": "not", "'re": "be", "'m": "be", "'ll": "will", "'ve": "have", "ca": "can", "wo": "will", "an": "a"}
_PRONOUNS = {
    "him": "he", "his": "he", "himself": "he",
    "her": "she", "hers": "she", "herself": "she",
    "its": "it", "itself": "it",
    "them": "they", "their": "they", "theirs": "they", "themselves": "they",
    "me": "i", "my": "i", "mine": "i", "myself": "i",
    "us": "we", "our": "we", "ours": "we", "ourselves": "we",
    "your": "you", "yours": "you", "yourself": "you",
    "whom": "who", "whose": "whose",
}  # fmt: skip
#: Tags of forms that are their own lemma.
_BASE = frozenset({"JJ", "RB"})
#: Plurals whose singular means something else, or that reports use as words of their own.
_KEEP = frozenset({"forces", "troops", "media", "data", "headquarters", "police", "people", "staff", "arms", "talks"})


@lru_cache(maxsize=50_000)
def lemma(word: str, tag: str) -> str:
    """The lower-case base form of one token.

    word: the token as it stands. tag: its Penn Treebank tag. Names (NNP, NNPS) and tags without inflection come back
    lower-cased; "forces", "troops" and the like keep their plural, which is a sense of its own in reports.
    """
    low = same_length(word).lower()
    if low in _CLITICS and tag[:1] in {"V", "M", "R", "D"}:
        return _CLITICS[low]
    if tag.startswith("PRP"):
        return _PRONOUNS.get(low, low)
    if low == "'s" and tag.startswith("VB"):
        return "be"
    if low == "'d" and tag == "MD":
        return "would"
    if tag.startswith("NNP") or tag[:1] not in _UNIVERSAL or not low[:1].isalpha():
        return _PRONOUNS.get(low, low) if tag.startswith("WP") else low
    if tag in _BASE or (tag[:1] == "N" and low in _KEEP):
        return low
    return _table(low, _UNIVERSAL[tag[:1]], base=tag == "VB")


@lru_cache(maxsize=50_000)
def is_word(word: str) -> bool:
    """Whether the English tables list a lower-case word in any part of speech."""
    from lemminflect import getAllLemmas

    return bool(getAllLemmas(word))


def _table(low: str, universal: str, base: bool) -> str:
    """The first lemma that the tables give; of a base form, the word itself where it is one ("found", "lay")."""
    # Imported on first use: the tables take a third of a second to load, and `import reportedly` must stay light.
    from lemminflect import getLemma

    found = getLemma(low, universal)
    if base and low in found:
        return low
    return found[0].lower() if found and found[0] else low
