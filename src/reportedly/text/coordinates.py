"""Coordinates in running text: decimal degrees, degrees with minutes and seconds, and MGRS references.

Two bare numbers are coordinates only with four decimals each, or where nothing else is there (`parsed`): "3.5, 7.2" in
a sentence is a list of numbers.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Final

import msgspec

from reportedly.text.mgrs import from_mgrs

_SIGN: Final = {"N": 1, "S": -1, "E": 1, "W": -1}
_ANGLE: Final = (
    r"\d{1,3}(?:\.\d+)?\s?[°º](?:\s?\d{1,2}(?:\.\d+)?\s?['′’](?:\s?\d{1,2}(?:\.\d+)?\s?(?:[\"″”]|''|’’|′′))?)?"
)
_BETWEEN: Final = r"\s?[,;/]?\s?"
#: Hemispheres behind the numbers, before them, or as signs.
_PATTERNS: Final = (
    re.compile(rf"(?<![\w.])({_ANGLE})\s?([NS])\b{_BETWEEN}({_ANGLE})\s?([EW])\b"),
    re.compile(rf"\b([NS])\s?({_ANGLE}){_BETWEEN}([EW])\s?({_ANGLE})"),
    re.compile(rf"(?<![\w.])(\d{{1,2}}\.\d{{2,}})\s?([NS])\b{_BETWEEN}(\d{{1,3}}\.\d{{2,}})\s?([EW])\b"),
    re.compile(rf"\b([NS])\s?(\d{{1,2}}\.\d{{2,}}){_BETWEEN}([EW])\s?(\d{{1,3}}\.\d{{2,}})(?![\w.]?\d)"),
    re.compile(r"(?<!\d, )(?<![\w.+-])([+-]?\d{1,2}\.\d{4,})[,;/]?\s?([+-]?\d{1,3}\.\d{4,})(?![\w.]?\d)(?!, ?\d)"),
)
_MGRS: Final = re.compile(
    r"(?<![\w.])\d{1,2}[C-HJ-NP-X]\s?[A-HJ-NP-Z][A-HJ-NP-V]\s?(?:\d{5}\s\d{5}|\d{4}\s\d{4}|\d{3}\s\d{3}|\d{6}|\d{8}|\d{10})\b"
)
_BARE: Final = re.compile(r"\s*([+-]?\d{1,2}(?:\.\d+)?)\s*[,; ]\s*([+-]?\d{1,3}(?:\.\d+)?)\s*")


class Coordinates(msgspec.Struct, frozen=True):
    """Where coordinates stand (characters, end exclusive) and what they mean, in degrees (WGS 84).

    side_km: of a grid square, how wide it is; else 0.
    """

    start: int
    end: int
    latitude: float
    longitude: float
    side_km: float = 0.0


def find_coordinates(text: str) -> Iterator[Coordinates]:
    """Coordinates in a text, ascending. What no place on the earth has (95° N) is none."""
    found: dict[int, Coordinates] = {}
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            one = _read(match)
            if one is not None:
                found.setdefault(one.start, one)
    for match in _MGRS.finditer(text):
        square = from_mgrs(match.group())
        if square is not None:
            found.setdefault(match.start(), Coordinates(match.start(), match.end(), *square[:2], square[2] / 1000))
    last = -1
    for start in sorted(found):
        if start >= last:
            last = found[start].end
            yield found[start]


def parsed(words: str) -> Coordinates | None:
    """Words that are nothing but coordinates; "33.35, 43.78" is enough here."""
    one = next(find_coordinates(words.strip()), None)
    if one is not None and one.end - one.start == len(words.strip()):
        return one
    square = from_mgrs(words.strip())
    if square is not None:  # short references too, which in a sentence could be anything
        return Coordinates(0, len(words), *square[:2], square[2] / 1000)
    bare = _BARE.fullmatch(words)
    return None if bare is None else _checked(0, len(words), float(bare[1]), float(bare[2]))


def _read(match: re.Match[str]) -> Coordinates | None:
    parts = match.groups()
    if len(parts) == 2:
        return _checked(match.start(), match.end(), float(parts[0]), float(parts[1]))
    if parts[0] in _SIGN:
        parts = (parts[1], parts[0], parts[3], parts[2])
    latitude, longitude = (_degrees(angle) for angle in (parts[0], parts[2]))
    if latitude is None or longitude is None:
        return None
    return _checked(match.start(), match.end(), latitude * _SIGN[parts[1]], longitude * _SIGN[parts[3]])


def _degrees(angle: str) -> float | None:
    numbers: list[float] = [float(number) for number in re.findall(r"\d+(?:\.\d+)?", angle)]
    if any(number >= 60 for number in numbers[1:]):
        return None
    return math.fsum(number / 60.0**place for place, number in enumerate(numbers))


def _checked(start: int, end: int, latitude: float, longitude: float) -> Coordinates | None:
    if abs(latitude) > 90 or abs(longitude) > 180:
        return None
    return Coordinates(start, end, round(latitude, 6), round(longitude, 6))
