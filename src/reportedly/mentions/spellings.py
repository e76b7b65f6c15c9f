"""Pure questions about two names: is one a short form, an acronym or a permutation of the other?

A name is a tuple of folded words without articles, hyphens and apostrophes ("kataib", "hezbollah").
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from reportedly.mentions.lexicon import Lexicon
from reportedly.records.mention import Kind
from reportedly.text.lemmas import is_word

Name = tuple[str, ...]

_DROPPED = frozenset({"-", "the", "al", "el", "'s", "'", "&", "."})
_ARTICLES = frozenset({"as", "ash", "an", "ar", "ad", "at", "az", "adh", "ath", "ez", "es", "ed", "et", "er"})
_LINKS = frozenset({"of", "for", "and", "in", "de", "la", "del", "on", "to"})
_COMPASS = frozenset({"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central"})


_MODEL = re.compile(r"[a-z]{1,3} ?-? ?\d{1,4}(?: ?-? ?\d{0,4}[a-z]{0,2})?")


def is_model(lows: Name, lexicon: Lexicon) -> bool:
    """Whether a name ends as those of aircraft and vehicles do: "Mi-8", "Kestrel A380", "Boeing 747s"."""
    begin = next((i for i in range(len(lows)) if _MODEL.fullmatch(" ".join(lows[i:]))), None)
    if begin is not None:
        return begin > 0 or "-" in lows or sum(c.isdigit() for c in lows[0]) == 3
    return len(lows) > 1 and lows[0] in lexicon.makers and lows[-1].rstrip("s").isdigit()


def content(lows: tuple[str, ...], lexicon: Lexicon) -> Name:
    """The words of a name that tell it from others; all words when nothing else is left."""
    if "," in lows and lows[-1] != "d.c.":  # "BRANDT, Ivo"
        comma = lows.index(",")
        lows = lows[comma + 1 :] + lows[:comma]
    kept = []
    for i, word in enumerate(lows):
        hyphened = i + 1 < len(lows) and lows[i + 1] == "-"
        if word in _DROPPED or (word in _ARTICLES and hyphened and i + 2 < len(lows)):
            continue
        kept.append(word.replace("'", "").replace("`", "").rstrip("."))
    return tuple(w for w in kept if w) or lows


def skeleton(word: str) -> str:
    """Consonants of a transliterated word, doubles once: "suleimani" and "soleimani" agree."""
    found: list[str] = []
    for letter in word.replace("kh", "x").replace("gh", "g").replace("ou", "u").replace("q", "k").replace("c", "k"):
        if letter not in "aeiouyw" and (not found or found[-1] != letter):
            found.append(letter)
    return "".join(found)


def alike(a: str, b: str) -> bool:
    """Whether two words are one word in two transliterations."""
    if a == b:
        return True
    if min(len(a), len(b)) < 5 or a[0] != b[0] or abs(len(a) - len(b)) > 2 or skeleton(a) != skeleton(b):
        return False
    return SequenceMatcher(None, a, b).ratio() >= 0.75  # Hassan is not Hussein


def short_of_person(short: Name, full: Name) -> bool:
    """Whether `short` may name the person of a longer name: surname, given name, kunya, or without the middle."""
    if len(short) >= len(full) or not short:
        if len(short) != len(full) or len(full) < 2 or short == full:
            return False
        return all(alike(a, b) for a, b in zip(short, full, strict=True))
    if len(short[0]) < 3 and len(short) == 1:
        return False
    if len(short) == 1:
        first = full[1] if full[0] in {"abu", "abou", "umm", "bin", "ibn"} else full[0]
        return alike(short[0], full[-1]) or (short[0] == first and full[0] not in {"abu", "abou", "umm"})
    if all(alike(a, b) for a, b in zip(short, full[-len(short) :], strict=True)):
        return True
    if short == full[: len(short)]:
        return short[0] in {"abu", "abou", "umm"} or len(short) >= 2
    return alike(short[0], full[0]) and alike(short[-1], full[-1]) and _in_order(short, full)


def _in_order(short: Name, full: Name) -> bool:
    rest = iter(full)
    return all(any(alike(word, other) for other in rest) for word in short)


def leading_state(name: Name, lexicon: Lexicon) -> str:
    """The state whose name or adjective begins a name, by its usual name, else ""."""
    return lexicon.states.get(name[0].replace(".", ""), "") if name else ""


def short_of_body(short: Name, long: Name, kind: Kind, lexicon: Lexicon) -> bool:
    """Whether `short` is how a body or place with a longer name is called for short.

    "Badr" of "Badr Organization", "Qods Force" of "Iranian Qods Force"; never "Hezbollah" of "Hezbollah Brigades".
    """
    if kind == Kind.EVENT:
        return short == long[1:] and long[0] == "operation" and len(short) > 1
    if kind == Kind.VEHICLE:
        return short == long[1:] and lexicon.first_words.get(long[:1]) == Kind.VEHICLE
    if len(short) >= len(long) or kind not in {Kind.GROUP, Kind.STATE_BODY, Kind.ORGANISATION, Kind.PLACE, Kind.OTHER}:
        return False
    if kind == Kind.PLACE:
        province = long[-1] in {"province", "governorate", "oblast", "district", "region"}
        return province and short == long[:-1] and " ".join(short) not in lexicon.towns and short[0] not in _COMPASS
    if short == long[:-1] and long[-1] in lexicon.generic:
        return True
    if short == long[: len(short)] and long[len(short)] == "of" and len(short) >= 2:
        return True
    known = (short[0].capitalize(),) in lexicon.bodies
    if len(short) == 1 and short in lexicon.last_words and short[0] in {long[0], long[-1]} and kind != Kind.OTHER:
        return not known  # "the Council" of "Doran Council", but not "Pentagon" of "Pentagon Acquisition"
    rest = long[1:]
    if long[0] in lexicon.leading | lexicon.states.keys() and short == rest[:-1] and rest[-1] in lexicon.generic:
        return len(short) >= 2
    if _part_after_body(short, long, lexicon) or _bare_of_group(short, long, lexicon):
        return True
    if short == rest and (leading_state(long, lexicon) or long[0] in lexicon.leading):
        return len(short) >= 2 or short[0] in {"army", "navy", "parliament", "government", "police"}
    return False


def _bare_of_group(short: Name, long: Name, lexicon: Lexicon) -> bool:
    """ "Nujaba" of "Harakat al Nujaba": one word behind the group's noun that names nobody and nothing else."""
    named = lexicon.first_words.get(long[:1]) == Kind.GROUP and long[0] not in lexicon.of_another
    if not named or short != long[1:] or len(short) != 1:
        return False
    word = short[0]
    other = word in lexicon.towns or word in lexicon.states or lexicon.is_given_name(word) or word == "allah"
    return len(word) >= 4 and not other and not is_word(word) and (word.capitalize(),) not in lexicon.bodies


def _part_after_body(short: Name, long: Name, lexicon: Lexicon) -> bool:
    """ "Qods Force" and "Iranian Qods Force" of "Iranian Revolutionary Guards Corps-Qods Force"."""
    state = leading_state(short, lexicon)
    bare = short[1:] if state and state == leading_state(long, lexicon) else short
    before = long[: -len(bare)]
    return len(bare) >= 2 and long[-len(bare) :] == bare and len(before) >= 2 and before[-1:] in lexicon.last_words


def same_body(a: Name, b: Name, lexicon: Lexicon) -> bool:
    """Whether two names of bodies are one in another order or with words that stand for one another."""
    if sorted(w for w in a if w not in _LINKS) == sorted(w for w in b if w not in _LINKS) and len(a) > 1:
        return True
    if len(a) == len(b) >= 3 and a[:-1] == b[:-1] and {a[-1], b[-1]} <= lexicon.alike:
        return True
    if len(a) == len(b) >= 3 and a[1:] == b[1:]:
        return bool({a[0], b[0]} & lexicon.leading) and not (leading_state(a, lexicon) and leading_state(b, lexicon))
    return False


def initials(name: Name, lexicon: Lexicon) -> set[str]:
    """The acronyms of a name of two words or more: with and without its small words, and without a leading state."""
    if len(name) < 2:
        return set()
    main = "".join(w[0] for w in name if w not in _LINKS)
    found = {"".join(w[0] for w in name), main}
    if leading_state(name, lexicon) and len(main) > 3:
        found.add(main[1:])
    return {letters for letters in found if len(letters) >= 2}
