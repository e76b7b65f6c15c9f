"""Letters of Arabic, Persian, Urdu, Cyrillic, Hebrew, Greek and Korean script in Latin, and folded Latin.

Two romanisations come out of it. `latin` is for reading and for distances between spellings. `sounds` writes every
script in one alphabet of sounds, where capitals stand for what Latin needs two letters for (S = sh, G = gh, D = dh,
T = th, x = kh, c = ch); the consonant skeletons are made from it. Arabic and Hebrew write few vowels, so few come out.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache
from typing import Final


class Script(StrEnum):
    """The script most letters of a name are written in."""

    LATIN = "latin"
    ARABIC = "arabic"
    CYRILLIC = "cyrillic"
    HEBREW = "hebrew"
    OTHER = "other"


_SCRIPTS: Final = tuple(Script)
_BEYOND_LATIN: Final = "\u0370"
_RANGES: Final = (
    ("\u0370", "\u03ff", Script.OTHER),
    ("\u0400", "\u052f", Script.CYRILLIC),
    ("\u0590", "\u05ff", Script.HEBREW),
    ("\u0600", "\u08ff", Script.ARABIC),
    ("\ufb50", "\ufdff", Script.ARABIC),
    ("\ufe70", "\ufeff", Script.ARABIC),
)
#: Scripts that leave short vowels out.
CONSONANTAL: Final = frozenset({Script.ARABIC, Script.HEBREW})

#: Arabic, Persian and Urdu letters as sounds. Carriers of vowels and ayn are silent; alif maksura may be read as y.
_ARABIC: Final = {
    **dict.fromkeys("اأإآٱءعة", ""),
    **dict.fromkeys("ئىيیےې", "y"),
    **dict.fromkeys("وؤۆۇ", "w"),
    "ب": "b", "پ": "p", "ت": "t", "ث": "T", "ج": "j", "چ": "c", "ح": "h", "خ": "x", "د": "d", "ذ": "D", "ر": "r",
    "ز": "z", "ژ": "j", "س": "s", "ش": "S", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "غ": "G", "ف": "f", "ق": "k",
    "ک": "k", "ك": "k", "گ": "g", "ل": "l", "م": "m", "ن": "n", "ه": "h", "ہ": "h", "ھ": "h", "ۀ": "h", "ە": "",
    "ڈ": "d", "ٹ": "t", "ڑ": "r", "ں": "n", "ټ": "t", "ډ": "d", "ړ": "r", "ږ": "G", "ښ": "S", "څ": "s", "ځ": "z",
    "ڼ": "n", "ګ": "g", "ڤ": "w",
}  # fmt: skip
_ARABIC_LATIN: Final = {
    **{letter: sound.lower() for letter, sound in _ARABIC.items()},
    **dict.fromkeys("اأآٱ", "a"),
    **dict.fromkeys("إ", "i"),
    "ة": "a", "ى": "a", "ث": "th", "خ": "kh", "ذ": "dh", "ش": "sh", "غ": "gh", "چ": "ch", "ق": "q", "ژ": "zh",
    "ښ": "sh", "ږ": "gh",
}  # fmt: skip
_HEBREW: Final = {
    "א": "", "ב": "b", "ג": "g", "ד": "d", "ה": "h", "ו": "w", "ז": "z", "ח": "h", "ט": "t", "י": "y", "כ": "k",
    "ך": "k", "ל": "l", "מ": "m", "ם": "m", "נ": "n", "ן": "n", "ס": "s", "ע": "", "פ": "p", "ף": "f", "צ": "c",
    "ץ": "c", "ק": "k", "ר": "r", "ש": "S", "ת": "t",
}  # fmt: skip
_CYRILLIC: Final = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "ye", "ж": "zh", "з": "z",
    "и": "i", "і": "i", "ї": "yi", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ў": "w", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch",
    "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "ј": "y", "ђ": "dj", "ћ": "c", "љ": "lj", "њ": "nj",
    "џ": "dz", "ә": "a", "ө": "o", "ү": "u", "ұ": "u", "қ": "q", "ғ": "gh", "ң": "ng", "һ": "h", "ӏ": "",
}  # fmt: skip
_GREEK: Final = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k", "λ": "l",
    "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y", "φ": "f",
    "χ": "ch", "ψ": "ps", "ω": "o",
}  # fmt: skip
_LATIN: Final = {
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "a", "ħ": "h",
    "ŋ": "ng",
}  # fmt: skip
#: Revised Romanization of Korean: initial, vowel and final of a syllable block (Unicode 3.12 has the arithmetic).
_HANGUL: Final = (
    ("g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"),
    ("a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu",
     "ui", "i"),
    ("", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng",
     "t", "t", "k", "t", "p", "t"),
)  # fmt: skip
_SYLLABLE: Final = re.compile("[\uac00-\ud7a3]")
_SILENT: Final = dict.fromkeys("'’‘ʼʾʿ`´ʹ′ʻ\"“”\u200b\u200c\u200d\u0640\u05f3\u05f4\u00ad")
_PLAIN: Final = {**_CYRILLIC, **_GREEK, **_LATIN}
_ONE_LETTER: Final = str.maketrans({**_PLAIN, **_HEBREW, **_ARABIC_LATIN, **_SILENT})
_FOLDED: Final = {code: code for code in range(128)} | str.maketrans({**_LATIN, **_SILENT})

#: Latin letters that stand for one sound, longest first.
_DIGRAPHS: Final = {
    "shch": "S", "tch": "c", "sch": "S", "ou": "u", "oo": "u", "sh": "S", "kh": "x", "gh": "G", "ch": "c", "th": "T",
    "dh": "D", "ph": "f", "zh": "j", "dj": "j", "dz": "j", "ck": "k", "cc": "k", "ts": "c", "tz": "c", "ee": "i",
    "x": "ks", "c": "k", "qu(?=[ei])": "k", "q": "k",
}  # fmt: skip
#: Those that some letters after them change: "ou" before a vowel is w (Ouali), elsewhere u (Youssef).
_BEFORE: Final = {"ou": ("aeiou", "w"), "c": ("eiy", "s")}
_DIGRAPH: Final = re.compile("|".join(_DIGRAPHS))  # without groups, which make it ten times slower
_SOUND: Final = {written.partition("(")[0]: sound for written, sound in _DIGRAPHS.items()}
_DOUBLED: Final = re.compile(r"(.)\1+")
_ARABIC_SOUNDS: Final = str.maketrans(_ARABIC)
_HEBREW_SOUNDS: Final = str.maketrans(_HEBREW)


def script_of(name: str) -> Script:
    """The script that most letters of a name are written in; Latin where there is none."""
    return Script.LATIN if name.isascii() or max(name) < _BEYOND_LATIN else _most_written(name)


@lru_cache(maxsize=65_536)
def _most_written(name: str) -> Script:
    counts = dict.fromkeys(_SCRIPTS, 0)
    for letter in name:
        if letter.isalpha():
            counts[_script(letter)] += 1
    return max(counts, key=lambda script: counts[script])


def _script(letter: str) -> Script:
    if letter < _BEYOND_LATIN or "\u1e00" <= letter < "\u1f00":
        return Script.LATIN
    for first, last, script in _RANGES:
        if first <= letter <= last:
            return script
    return Script.OTHER


def plain(name: str) -> str:
    """Lower case without accents, vowel points, apostrophes and joiners, each letter in its own script."""
    folded = name.casefold()
    if folded.isascii():
        if folded.isalnum():
            return folded
    else:
        folded = unicodedata.normalize("NFKD", folded)
        folded = "".join(letter for letter in folded if not unicodedata.combining(letter))
        folded = unicodedata.normalize("NFC", folded).casefold()  # signs of units come apart into capitals
    return folded.translate(_FOLDED)


@lru_cache(maxsize=65_536)
def latin(name: str) -> str:
    """A name in small Latin letters of ASCII, as far as its letters are known; others are left out.

    Takes any string; what `plain` folds is folded first. Han characters have no letters here and vanish.
    """
    folded = plain(name)
    if folded.isascii():
        return folded
    folded = _SYLLABLE.sub(_hangul, folded).translate(_ONE_LETTER)
    return folded.encode("ascii", "ignore").decode("ascii")


@lru_cache(maxsize=65_536)
def sounds(word: str) -> str:
    """One folded word (see `plain`) in the alphabet of sounds: one letter a consonant, the vowels that are written."""
    if word.isascii():
        spelled = plain(word)
    else:
        script = script_of(word)
        if script is Script.ARABIC:
            return word.replace("لله", "له").translate(_ARABIC_SOUNDS)
        if script is Script.HEBREW:
            return word.translate(_HEBREW_SOUNDS)
        spelled = latin(word)
    heard = _DIGRAPH.sub(_heard, spelled[1:] if spelled.startswith("ye") else spelled)
    return single(heard)


def _heard(found: re.Match[str]) -> str:
    written, after = found[0], found.string[found.end() : found.end() + 1]
    letters, sound = _BEFORE.get(written, ("", ""))
    return sound if after and after in letters else _SOUND[written]


def single(word: str) -> str:
    """A word with each letter that is written twice or more written once."""
    return _DOUBLED.sub(r"\1", word) if _DOUBLED.search(word) else word  # most have none, and looking costs less


def syllables(word: str) -> str:
    """A word of Korean with a space between its syllables, as Latin spelling of names has it; others as they are."""
    return " ".join(word) if word and all("\uac00" <= letter <= "\ud7a3" for letter in word) else word


def _hangul(found: re.Match[str]) -> str:
    index = ord(found[0]) - 0xAC00
    initials, vowels, finals = _HANGUL
    return initials[index // 588] + vowels[index % 588 // 28] + finals[index % 28]
