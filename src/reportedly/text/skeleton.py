"""Consonant skeletons: what stays of a word when the ways to spell it in Latin letters are taken away.

"Soleimani", "Sulaymani" and "سليماني" have one skeleton, slmn. The strict one keeps each consonant; the loose one also
merges those that transcriptions and dialects mix up (q k kh, g gh j, z s sh ch, d t, p b) and drops h and v. All
functions take words in the alphabet of sounds (`transliterate.sounds`).
"""

from __future__ import annotations

from typing import Final

from reportedly.text.transliterate import single

_KEPT: Final = {code: code for code in range(128)}  # a letter that no table has would cost an exception
_VOWELS: Final = _KEPT | str.maketrans("", "", "aeiouwy")
_MERGED: Final = _KEPT | str.maketrans("qxGjzSc" + "dD" + "T" + "p", "kkggsss" + "tt" + "t" + "b")
_BARE: Final = _MERGED | str.maketrans("", "", "hwvy")
_OPENED: Final = _KEPT | str.maketrans("eiou", "yyww", "a")
#: th and dh are heard as s and z where Persian or Turkish speak: Othman, Osman.
_HISSED: Final = str.maketrans("TD", "ss")
_HEARD_TWICE: Final = frozenset("TDG")
_SHORT: Final = 2


def strict(sound: str) -> str:
    """The consonants of a word in order, without a final h; w and y only at its start."""
    head, rest = sound[:1], sound[1:].translate(_VOWELS)
    found = rest if head in "aeiou" else head + rest
    if len(found) > 1 and found[-1] == "h":
        found = found[:-1]
    return found or sound


def loose(skeleton: str) -> str:
    """A strict skeleton with the consonants merged that are mixed up, without h, v, w and y if two letters stay."""
    bare = skeleton.translate(_BARE)
    return bare if len(bare) >= _SHORT else skeleton.translate(_MERGED).replace("v", "w")


def readings(skeleton: str) -> frozenset[str]:
    """The loose skeletons that a strict one can stand for.

    As it is written; where th or dh occur, as s and z (Othman, Osman); where gh occurs, as q (Ghasem, Qasem).
    """
    if not _HEARD_TWICE.intersection(skeleton):
        return frozenset((loose(skeleton),))
    written = {skeleton}
    if "T" in skeleton or "D" in skeleton:
        written.add(skeleton.translate(_HISSED))
    if "G" in skeleton:
        written.update([one.replace("G", "k") for one in written])
    return frozenset(loose(one) for one in written)


def open_form(sound: str) -> str:
    """A word as a script would write it that has long vowels only: i and e as y, o and u as w, no a."""
    return single(sound.translate(_OPENED))
