"""A name taken apart: its telling words in order, each with its consonants, and what was set aside.

The words of three kinds of names are read differently: a person's name has kunya ("Abu X" is one word) and "servant of"
(Abd al-X is one word), titles are set aside; a group's words are looked up as concepts ("Kata'ib" is "Brigades") and
legal forms are set aside; a place's words are looked up, its article is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import Final

import msgspec

from reportedly.entities.words import NameWords, load_name_words
from reportedly.records.mention import Kind
from reportedly.text.skeleton import open_form, readings, strict
from reportedly.text.transliterate import CONSONANTAL, Script, latin, plain, script_of, sounds, syllables


class NameKind(StrEnum):
    """How a name is built."""

    PERSON = "person"
    GROUP = "group"
    PLACE = "place"


_KINDS: Final = {
    Kind.PERSON: NameKind.PERSON,
    Kind.PLACE: NameKind.PLACE,
    Kind.FACILITY: NameKind.PLACE,
    Kind.STATE: NameKind.PLACE,
}


def name_kind(kind: Kind) -> NameKind:
    """How names of a kind of mention are built: people's, places' (states too), all others' like groups'."""
    return _KINDS.get(kind, NameKind.GROUP)


class Token(msgspec.Struct, frozen=True, gc=False):
    """A telling word.

    text: in Latin letters; sound: in the alphabet of sounds; open: with long vowels as consonants. strict: its strict
    skeleton; loose: the loose skeletons it may stand for; first: the first of them in order of the alphabet. concept:
    what it means, or "". prefix: "K" behind Abu, "U" behind Umm, "A" behind Abd, else "". written: whether its script
    writes vowels. nisba: whether it ends in -i. key: what its rarity is looked up by.
    """

    text: str
    sound: str
    open: str
    strict: str
    loose: frozenset[str]
    first: str
    concept: str
    prefix: str
    written: bool
    nisba: bool
    key: str


class Name(msgspec.Struct, frozen=True, gc=False):
    """A name taken apart.

    pairs: for each two neighbours, the loose skeletons of both written together. plain: every word in Latin letters;
    whole: the telling ones written together; bones: their strict skeletons; sorted_bones: the loose ones in order of
    the alphabet; prefixes: those of all tokens. parts: initial of each word, and whether an acronym may leave it out.
    numbers: digits in it. titles, forms: what was set aside (of a person, "Jr").
    """

    text: str
    kind: NameKind
    script: Script
    tokens: tuple[Token, ...]
    pairs: tuple[frozenset[str], ...]
    plain: str
    whole: str
    bones: str
    sorted_bones: str
    prefixes: str
    parts: tuple[tuple[str, bool], ...]
    numbers: frozenset[str]
    titles: tuple[str, ...]
    forms: frozenset[str]


_DOTTED: Final = re.compile(r"(?<![^\W\d_]{2})\b([^\W\d_])\.(?=[^\W\d_](?:\.|\b))")
_ORDINAL: Final = re.compile(r"^(\d+)(?:st|nd|rd|th)$")
_WORD: Final = re.compile(r"[^\W_]+")
#: Abdelkader, Abdurrahman: the article's l is like the consonant that follows.
_GLUED_SERVANT: Final = re.compile(r"[ae]bd(?:[aeiou]{0,2}(?:l|([dnrstz])(?=\1)))?(?=...)")
_ARABIC_SERVANT: Final = re.compile("عبدال(?=..)")
_SERVANT: Final = frozenset({"bd", "بد"})
_ARABIC_ARTICLE: Final = re.compile("^(?:وال|بال|لل|ال)(?=...)")
_GLUED_ARTICLE: Final = ("al", "el", "ul")
_GLUED_LINK: Final = ("ul", "ur", "ud", "us")
#: "Those of": Fatemiyoun and Zainebiyoun have no more in common than that.
_FOLLOWERS: Final = re.compile("(?<=...)iy+(?:oo|ou|u|ee|i)n$")
_LONG_ENOUGH: Final = 6
_LINKED: Final = 5


@lru_cache(maxsize=131_072)
def parse_name(text: str, kind: NameKind) -> Name:
    """A name taken apart. Takes any string; one without letters has no tokens."""
    known = load_name_words()
    words = _words(text)
    titles: list[str] = []
    forms: AbstractSet[str] = frozenset()
    if kind is NameKind.PERSON:
        telling, titles = _without_titles(words, known)
        tokens = _person_tokens(telling, known)
        forms = known.generations.intersection(telling[1:])
    else:
        telling = words
        if kind is NameKind.GROUP:
            telling, forms = _without_forms(words, known)
        tokens = _body_tokens(telling, known, kind)
    if not tokens:
        tokens = [_token(word, kind) for word in words]
    merged = tuple(tokens)
    pairs = tuple(_together(a, b) for a, b in pairwise(merged))
    spelled = " ".join(words)
    return Name(
        text,
        kind,
        script_of(text),
        merged,
        pairs,
        spelled if spelled.isascii() else " ".join([latin(word) for word in words]),
        "".join([t.text for t in merged]),
        "".join([t.strict for t in merged]),
        " ".join(sorted([t.first for t in merged])),
        "".join([t.prefix for t in merged]),
        _parts(words, known),
        frozenset([word for word in words if word.isdigit()]),
        tuple(titles),
        frozenset(forms),
    )


def _together(a: Token, b: Token) -> frozenset[str]:
    """The loose skeletons of two words written as one; empty where that is too short to tell anything."""
    if len(a.text) + len(b.text) < _LONG_ENOUGH:
        return frozenset()
    return readings(strict(a.sound + b.sound))


def _words(text: str) -> list[str]:
    folded = plain(text)
    if folded.isascii() and folded.replace(" ", "").isalpha():  # nothing in it but letters and spaces: most names
        return folded.split()
    words: list[str] = _WORD.findall(_DOTTED.sub(r"\1", folded) if "." in folded else folded)
    if not folded.isascii():
        words = [part for word in words for part in syllables(word).split()]
    return [_ORDINAL.sub(r"\1", word) for word in words] if any(word[0].isdigit() for word in words) else words


def _without_titles(words: list[str], known: NameWords) -> tuple[list[str], list[str]]:
    """The words of a person's name without titles, and the titles. The last word is never a title."""
    kept: list[str] = []
    titles: list[str] = []
    for place, word in enumerate(words):
        rest = len(words) - place - 1
        if word in known.titles and rest >= (2 if word in known.titles_or_names and not kept else 1):
            ambiguous = word in known.titles_or_names and kept and kept[-1] in known.particles | known.kunya
            if not ambiguous:
                titles.append(word)
                continue
        kept.append(word)
    return kept, titles


def _without_forms(words: list[str], known: NameWords) -> tuple[list[str], set[str]]:
    kept = [word for word in words if word not in known.forms]
    return kept, set(words) - set(kept)


def _person_tokens(words: list[str], known: NameWords) -> list[Token]:
    tokens: list[Token] = []
    prefix = ""
    for place, word in enumerate(words):
        last = place == len(words) - 1
        if not last and word in known.servant:
            prefix = "A"
        elif not last and word in known.kunya and (word not in {"bu", "aba"} or not tokens):
            prefix = "K"
        elif not last and word in known.kunya_mother:
            prefix = "U"
        elif _is_particle(words, place, known) and (len(word) > 1 or not word.isascii()) and not (last and not tokens):
            continue  # a single Latin letter is an initial
        elif word in known.generations:
            continue
        else:
            servant = not prefix and word[1:3] in _SERVANT  # looking costs less than two patterns
            if servant and (glued := _GLUED_SERVANT.match(word) or _ARABIC_SERVANT.match(word)):
                tokens.append(_token(word[glued.end() :], NameKind.PERSON, "A"))
            else:
                tokens.append(_token(word, NameKind.PERSON, prefix))
            prefix = ""
    return tokens


def as_written(name: Name, token: Token) -> str:
    """A word of a name as the name writes it; where it was taken apart, the whole word that holds it."""
    written = _written(name.text)
    for text, word in written:
        if text == token.text:
            return word
    for (one, first), (other, second) in pairwise(written):  # two words of one meaning
        if one + other == token.text:
            return f"{first} {second}"
    return next((word for text, word in written if token.text in text), token.text)


@lru_cache(maxsize=65_536)
def _written(text: str) -> tuple[tuple[str, str], ...]:
    """Each word of a name in Latin letters, and as it is written."""
    return tuple(
        [(part if part.isascii() else latin(part), word) for word in _WORD.findall(text) for part in _words(word)]
    )


def _is_particle(words: list[str], place: int, known: NameWords) -> bool:
    word = words[place]
    if word not in known.assimilated:
        return word in known.particles
    return place + 1 < len(words) and words[place + 1].startswith(word[1:])


def _body_tokens(words: list[str], known: NameWords, kind: NameKind) -> list[Token]:
    tokens: list[Token] = []
    place = 0
    while place < len(words):
        word = words[place]
        phrase = f"{word} {words[place + 1]}" if place + 1 < len(words) else ""
        if phrase in known.concepts:
            concept = known.concepts[phrase]
            tokens.append(_made(phrase.replace(" ", ""), concept))
            place += 2
            continue
        if not _is_particle(words, place, known):
            tokens.append(_token(word, kind))
        place += 1
    return tokens


@lru_cache(maxsize=65_536)  # the same words stand in many names
def _token(word: str, kind: NameKind, prefix: str = "") -> Token:
    known = load_name_words()
    concept = "" if kind is NameKind.PERSON else _concept(word, known)
    if concept:
        return _made(word, concept)
    stem = word
    if script_of(word) is Script.ARABIC:
        stem = _ARABIC_ARTICLE.sub("", word)
    elif kind is NameKind.GROUP and len(word) > 4 and word.endswith("s") and not word.endswith("ss"):
        stem = word[:-1]
    if kind is NameKind.GROUP and stem.endswith("n"):
        stem = _FOLLOWERS.sub("", stem)
    concept = "" if kind is NameKind.PERSON or stem == word else known.concepts.get(stem, "")
    others = []
    if "ض" in stem:
        others.append(stem.replace("ض", "ز"))  # d in Arabic, z in Persian
    if not prefix and kind is not NameKind.GROUP:
        if len(stem) >= _LONG_ENOUGH and stem.startswith(_GLUED_ARTICLE):
            others.append(stem[2:])
        if len(stem) >= _LINKED and stem.endswith(_GLUED_LINK):
            others.append(stem[:-2])  # Habibur Rahman: the article of the word that follows
    return _made(stem, concept, prefix, others)


def _made(word: str, concept: str, prefix: str = "", others: Sequence[str] = ()) -> Token:
    sound = sounds(word)
    skeleton = strict(sound)
    loose = readings(skeleton)
    if others:
        loose = loose.union(*(readings(strict(sounds(other))) for other in others))
    opened = open_form(sound)
    return Token(
        plain(word) if word.isascii() else latin(word),
        sound,
        opened,
        skeleton,
        loose,
        min(loose),
        concept,
        prefix,
        script_of(word) not in CONSONANTAL,
        opened.removesuffix("h").endswith("y"),
        "=" + concept if concept else prefix + skeleton,
    )


def _concept(word: str, known: NameWords) -> str:
    found = known.concepts.get(word)
    if found is None:
        skeleton = strict(sounds(word))
        found = known.transcribed.get(skeleton, "") if len(skeleton) > 2 else ""
    return found


def _parts(words: list[str], known: NameWords) -> tuple[tuple[str, bool], ...]:
    """The first letter of each word (of a number all of it), and whether the word may be left out of an acronym."""
    found = []
    for word in words:
        spelled = word if word.isascii() else latin(word)
        if spelled:
            small = word in known.particles or word in known.forms
            found.append((spelled if spelled.isdigit() else spelled[0], small))
    return tuple(found)
