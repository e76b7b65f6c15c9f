"""What one line shows by itself: its shape, and the words of the table `page_cues` that stand in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

import msgspec

from reportedly.documents.plain.lines import Line
from reportedly.resources.lexicon import table, words

#: Classes of phrases in the table, each with any of the lists whole, starts, holds.
CLASSES: Final = (
    "navigation", "related", "comments", "reply", "appeal", "tags", "byline", "date", "bio", "caption",
)  # fmt: skip
_LANGUAGES: Final = ("en", "de", "fr", "es", "other")

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+")
_ENDS = re.compile(r"[.!?…。！？؟।][\"'”’»)\]]*$")
_INNER_END = re.compile(r"[.!?…。！？؟।][\"'”’»)\]]*\s+(?=[^a-zà-ÿ])")
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\b\.?|uhr\b)?|\b\d{1,2}\s*[ap]\.?m\b", re.I)
_MONTH = (
    r"(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez|ene|abr|ago|dic|fév|avr|juin|juil|aoû|déc)"
    r"[^\W\d_]{0,8}\.?"
)
_DATE = re.compile(
    rf"\b\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}\b|\b\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}\b"
    rf"|\b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\b\d{{1,2}}(?:st|nd|rd|th|\.)?\s+(?:de\s+)?{_MONTH},?(?:\s+de)?\s+\d{{4}}"
    r"|\b\d+\s+(?:second|minute|hour|day|week|month|year)s?\s+ago\b|\bvor\s+\d+\s+(?:minuten|stunden|tagen|wochen|monaten|jahren)\b",
    re.I,
)
_COUNT_HEAD = re.compile(
    r"^\(?\d[\d.,]*\)?\s+(?:comments?|responses?|replies|reply|thoughts?|reactions?|kommentare?|antworten?|gedanken|reaktionen"
    r"|commentaires?|réponses?|comentarios?|respuestas?|commenti|reacties?|komentarz\w*|комментари\w*)\b|^(?:comments?|kommentare?|"
    r"commentaires?|comentarios?)\s*[:(]?\s*\(?\d",
    re.I,
)
_HEAD_WITH_DATE = re.compile(
    r"^.{1,60}?\b(?:says?|said|wrote|writes|sagt|sagte|schrieb|schreibt|meint|dit|dice|dijo|escribió)\b"
    r"[^.!?]{0,30}?(?:\d{4}|\d{1,2}[:.]\d{2}|:\s*$)",
    re.I,
)
_SIDE = re.compile(r"\(([^()]{1,40})\)")
_URL = re.compile(r"https?://|www\.|\b[\w.-]{1,64}@[\w-]{1,64}\.\w", re.I)
_WIDE_SCRIPT = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_TOLD_MARKS: Final = ".,:;!?…()|@#*"
_QUOTES: Final = '"“„«‘'


class Cues(msgspec.Struct, frozen=True, kw_only=True):
    """What a line shows. found: "class.how" of the phrases in it, and names of other marks. words: how many.

    little: share of function words. capitals: share of capitalised words after the first. first_person: how many words
    of talk. opening, ending: sort of the first and last character. key: the words in lower case, to see repeats.
    """

    found: frozenset[str]
    words: int
    little: float
    capitals: float
    first_person: int
    sentences: int
    ends: bool
    opening: str
    ending: str
    key: str

    @property
    def prose(self) -> bool:
        """A line of running text: long, with the little words of a language, or ending as a sentence does."""
        if self.words >= 12 and (self.little >= 0.25 or (self.ends and self.little >= 0.1)):
            return True
        return self.words >= 25 and self.ends

    @property
    def sentence(self) -> bool:
        """A line that ends as a sentence and holds a function word."""
        return self.ends and self.words >= 4 and self.little > 0.1


def cues_of(text: str, line: Line) -> Cues:
    """The cues of a line."""
    words_here = text[line.start : line.end]
    body = words_here.removeprefix(line.bullet).lstrip() if line.bullet else words_here
    tokens = [token.lower().replace("’", "'") for token in _WORD.findall(body)]
    letters = [token for token in tokens if not token.isdigit()]
    wide = len(_WIDE_SCRIPT.findall(body))
    count = len(tokens) if wide < 10 else wide // 2
    little = max((sum(t in w for t in letters) for w in _function_words()), default=0) / max(1, len(letters))
    names = [w for w in body.split()[1:] if w[:1].isalpha()]
    return Cues(
        found=frozenset(_phrases(letters) | _marks(body, letters, line)),
        words=count,
        little=little if wide < 10 else 0.3,
        capitals=sum(w[:1].isupper() for w in names) / max(1, len(names)),
        first_person=sum(t in words("page_cues", "first_person", "words") for t in letters),
        sentences=len(_INNER_END.findall(body)) + bool(_ENDS.search(body)),
        ends=bool(_ENDS.search(body)),
        opening=_sort(body[:1]),
        ending=_sort(body.rstrip()[-1:]),
        key=" ".join(tokens),
    )


def _sort(character: str) -> str:
    if character.isalpha():
        return "capital" if character.isupper() else "letter"
    if character.isdigit():
        return "digit"
    return character if character in _TOLD_MARKS else "mark"


def _phrases(letters: list[str]) -> set[str]:
    found: set[str] = set()
    starts, holds, whole = _table("starts"), _table("holds"), _table("whole")
    joined = " ".join(letters)
    appeals: set[str] = set()
    found.update(f"{name}.whole" for name in whole.get(joined, ()))
    for i, word in enumerate(letters):
        # Few words open a phrase, and only those are looked at further.
        for length in range(1, min(_longest().get(word, 0), len(letters) - i) + 1):
            phrase = " ".join(letters[i : i + length])
            if i == 0:
                found.update(f"{name}.starts" for name in starts.get(phrase, ()))
            names = holds.get(phrase, ())
            found.update(f"{name}.holds" for name in names)
            if "appeal" in names:
                appeals.add(phrase)
    if len(appeals) > 1:
        found.add("appeal twice")
    return found


def _marks(body: str, letters: list[str], line: Line) -> set[str]:
    found: set[str] = set()
    heads = words("page_cues", "comment_head", "ends")
    last_two = {letters[-1], " ".join(letters[-2:])} if letters else set()
    colon = body.rstrip().endswith(":")
    if last_two & heads and 2 <= len(letters) <= 9 and (colon or not _ENDS.search(body)):
        # “The minister said:” brings in a quotation in a report; a comment's head is a name and a verb.
        named = not any(t in words("page_cues", "function_words", "en") for t in letters[:-1])
        found.add(("says" if named and letters[-1] != "said" else "said") + (":" if colon else ""))
    if len(letters) <= 16 and _HEAD_WITH_DATE.match(body) and not colon:
        found.add("said when")
    if len(letters) <= 14 and _COUNT_HEAD.match(body.strip()):
        found.add("counted comments")
    dated, clock = _DATE.search(body), _CLOCK.search(body)
    if dated:
        found.add("date")
        if len(letters) <= 4:
            found.add("date alone")
    if clock:
        found.add("clock")
        if dated and len(letters) <= 10:
            found.add("date with clock")
    if any(side.group(1).lower() in words("page_cues", "caption", "sides") for side in _SIDE.finditer(body)):
        found.add("side")
    if letters and (set(letters[:14]) & words("page_cues", "bio", "verbs")):
        named = body[:1].isupper()
        if named and set(letters[2:30]) & words("page_cues", "bio", "nouns"):
            found.add("bio sentence")
    if _URL.search(body):
        found.add("address")
    if "©" in body or "(c)" in body.lower():
        found.add("copyright")
    if body[:1] in _QUOTES:
        found.add("quoted")
    if body.rstrip().endswith(("…", "[…]", "...", "»", "→", ">", "[...]")):
        found.add("cut off")
    if body.count("|") + body.count("›") + body.count("»") + body.count("/ ") >= 2:
        found.add("bars")
    if "\t" in body.strip() or body.strip().count("   ") >= 2:
        found.add("cells")
    if body.rstrip().endswith(":"):
        found.add("colon")
    if "!!" in body or ":)" in body or "??" in body or ";)" in body or "ALL" in body.split():
        found.add("shouting")
    if line.bullet:
        found.add("bullet")
    return found


@cache
def _table(how: str) -> Mapping[str, tuple[str, ...]]:
    """Phrase → classes that list it under whole, starts or holds."""
    found: dict[str, list[str]] = {}
    for name in CLASSES:
        for phrase in table("page_cues")[name].get(how, ()):
            found.setdefault(phrase.replace("’", "'"), []).append(name)
    return {phrase: tuple(names) for phrase, names in found.items()}


@cache
def _longest() -> Mapping[str, int]:
    """First word of a phrase under starts or holds → how many words its longest phrase has."""
    found: dict[str, int] = {}
    for phrase in [*_table("starts"), *_table("holds")]:
        first = phrase.partition(" ")[0]
        found[first] = max(found.get(first, 0), phrase.count(" ") + 1)
    return found


@cache
def _function_words() -> tuple[frozenset[str], ...]:
    return tuple(words("page_cues", "function_words", language) for language in _LANGUAGES)
