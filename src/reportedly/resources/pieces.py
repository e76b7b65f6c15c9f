"""Words as the encoder takes them: ids of word pieces, and the shape that an uncased vocabulary forgets."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Tokenizer

#: More pieces than any word of a language has; links and base64 are cut here.
MOST_PIECES = 12
_CACHED = 100_000


class Shape(IntEnum):
    """How a word is written. The order is that of the rows in the weights."""

    NONE = 0  # piece that begins no word
    LOWER = 1
    CAPITAL = 2
    CAPITALS = 3
    LETTER = 4  # one capital
    MIXED = 5
    NUMBER = 6
    CODE = 7  # letters and digits
    MARK = 8


def shape(word: str) -> Shape:
    """The shape of a word."""
    if not any(c.isalnum() for c in word):
        return Shape.MARK
    if any(c.isdigit() for c in word):
        return Shape.CODE if any(c.isalpha() for c in word) else Shape.NUMBER
    if word.islower():
        return Shape.LOWER
    if word.isupper():
        return Shape.LETTER if sum(c.isalpha() for c in word) == 1 else Shape.CAPITALS
    return Shape.CAPITAL if word[0].isupper() and word[1:].islower() else Shape.MIXED


class Pieces:
    """Cuts words into pieces, each word by itself, so that the same word has the same pieces everywhere.

    tokenizer: WordPiece with `[UNK]`, `[CLS]`, `[SEP]` (Devlin et al. 2019).
    """

    def __init__(self, tokenizer: Tokenizer) -> None:
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self._tokenizer = tokenizer
        self._known: dict[str, tuple[int, ...]] = {}
        self._shapes: dict[str, int] = {}
        self.unknown = self._special("[UNK]")
        self.first = self._special("[CLS]")
        self.last = self._special("[SEP]")

    def _special(self, name: str) -> int:
        number = self._tokenizer.token_to_id(name)
        if number is None:
            raise KeyError(name)
        return int(number)

    def ids(self, word: str) -> tuple[int, ...]:
        """Ids of a word's pieces: 1 to MOST_PIECES, the unknown piece for what holds nothing visible."""
        found = self._known.get(word)
        if found is None:
            # half a surrogate pair is no character, and cannot be handed on as one
            whole = word.encode("utf-8", "replace").decode("utf-8")
            pieces = self._tokenizer.encode(whole, add_special_tokens=False).ids[:MOST_PIECES]
            found = tuple(pieces) or (self.unknown,)
            if len(self._known) >= _CACHED:
                self._known.clear()
                self._shapes.clear()
            self._known[word] = found
        return found

    def shape(self, word: str) -> int:
        """The number of a word's shape."""
        found = self._shapes.get(word)
        if found is None:
            found = self._shapes[word] = int(shape(word))
        return found
