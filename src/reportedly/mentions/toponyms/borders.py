"""Borders between two countries: a line, in neither of the two.

Both are named ("Syria's border with Iraq", "the Turkish-Syrian border"), or one is ("the Turkish border") and the
report speaks of one neighbour of it only.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

import msgspec

from reportedly.mentions.toponyms.resolve import Sense
from reportedly.records.mention import Form, Kind, Mention
from reportedly.records.where import Precision, Where
from reportedly.resources.areas import common_border
from reportedly.resources.lexicon import words

_WITH: Final = re.compile(r"[’']s?\s+(?:\w+\s+)?(?:border|frontier)\s+with\s+(?:the\s+)?", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"\b(?:border|borders|frontier|borderlands)\s+between\s+(?:the\s+)?$", re.IGNORECASE)
_AND: Final = re.compile(r"\s+and\s+(?:the\s+)?")
_HYPHEN: Final = re.compile(r"\s?[-–]\s?")
_BORDER: Final = re.compile(r"\s+(?:border|frontier)\b", re.IGNORECASE)
_PHRASE: Final = re.compile(r"\b(?:borders?|frontiers?)\Z", re.IGNORECASE)
_FOLLOWS: Final = re.compile(r"\s+(?:with|of|between|and)\s+(?:the\s+)?")
_OWN_BORDER: Final = re.compile(r"[’']s?\s+(?:\w+\s+)?(?:borders?|frontiers?)\b(?!\s+with\b)\s*([a-z]*)")
_OWNER: Final = re.compile(r"[’']s?\s+(?:\w+\s+)?")
_LOOK_BACK: Final = 40
#: Half of a border that is still a place: that of Russia and Kazakhstan is none.
_LONGEST_KM: Final = 500.0


def with_borders(text: str, places: Sequence[Where]) -> list[Where]:
    """The places of a document; two countries that are named for their border lie on it."""
    found = list(places)
    for first, second in pairwise(range(len(found))):
        one, other = found[first], found[second]
        if one.precision is not Precision.COUNTRY or other.precision is not Precision.COUNTRY:
            continue
        if one.area is None or other.area is None or not _is_border(text, one, other):
            continue
        line = common_border(one.area, other.area)
        if line is not None and line[2] <= _LONGEST_KM:
            latitude, longitude, radius = line
            for number, where, beyond in ((first, one, other), (second, other, one)):
                found[number] = msgspec.structs.replace(
                    where, qualifier=f"on the border of {beyond.name} and", precision=Precision.LINEAR,
                    latitude=round(latitude, 5), longitude=round(longitude, 5), radius_km=round(radius, 1),
                    area=None, place=None, why=f"{where.why}; the text means its border with {beyond.name}",
                )  # fmt: skip
    return found


def border_phrases(text: str, mentions: Sequence[Mention], senses: Mapping[tuple[int, int], Sense]) -> list[Where]:
    """A place for each "Turkish border" and "border with Turkey" whose other side the report tells.

    senses: of the names and adjectives of the document. Where no country that the report speaks of, or more than one,
    has a border with the only one named, there is no place: which border is meant is not told.
    """
    countries = {span: s.candidate.place for span, s in senses.items() if s.candidate.place.kind == "country"}
    names = {place.iso: place.name for place in countries.values()}
    spoken = {s.candidate.place.country for s in senses.values()} - {""}
    found = []
    for number, mention in enumerate(mentions):
        if mention.kind != Kind.PLACE or mention.form != Form.NOMINAL or not _PHRASE.search(mention.text):
            continue
        sides = list(dict.fromkeys(countries[span].iso for span in _sides(text, mention, sorted(countries))))[:2]
        told = len(sides) == 2
        if len(sides) == 1:
            sides += [code for code in sorted(spoken - set(sides)) if common_border(sides[0], code) is not None]
        line = common_border(*sides) if len(sides) == 2 else None
        if line is None or line[2] > _LONGEST_KM:
            continue
        latitude, longitude, radius = line
        both = " and ".join(names.get(code, code) for code in sides)
        found.append(
            Where(
                start=mention.start, end=mention.end, name=mention.text, canonical=f"the border of {both}",
                mention=number, qualifier="on",
                precision=Precision.LINEAR, latitude=round(latitude, 5), longitude=round(longitude, 5),
                radius_km=round(radius, 1), method="border",
                why=f"{mention.text} is the border of {both}"
                + ("" if told else ": the only neighbour that the report speaks of"),
            )
        )  # fmt: skip
    return found


def without_other_side(text: str, places: Sequence[Where], lines: Sequence[Where]) -> list[Where]:
    """The places, but a country whose border alone is told ("at Jordan's border") is unknown: not in it for sure."""
    found = []
    for where in places:
        beside = any(line.start <= where.start and where.end <= line.end for line in lines)
        own = _OWN_BORDER.match(text, where.end) if where.precision is Precision.COUNTRY and not beside else None
        if own is not None and own[1] not in words("toponyms", "border_things"):
            told = Where(
                start=where.start, end=where.end, name=where.name, canonical=f"the border of {where.name}",
                kind=where.kind, mention=where.mention, qualifier="on", method="border",
                why=f"which border of {where.name} is not told",
            )  # fmt: skip
            found.append(told)
        else:
            found.append(where)
    return found


def _sides(text: str, mention: Mention, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The countries in the words for a border, right before them as its owner, and behind them."""
    found = [s for s in spans if mention.start <= s[0] and s[1] <= mention.end]
    found += [s for s in spans if s[1] <= mention.start and _OWNER.fullmatch(text[s[1] : mention.start])]
    end = mention.end
    for span in spans:
        if span[0] >= end and _FOLLOWS.fullmatch(text[end : span[0]]):
            found.append(span)
            end = span[1]
    return found


def _is_border(text: str, one: Where, other: Where) -> bool:
    between = text[one.end : other.start]
    if _WITH.fullmatch(between):
        return True
    if _AND.fullmatch(between):
        return _BETWEEN.search(text[max(0, one.start - _LOOK_BACK) : one.start]) is not None
    return _HYPHEN.fullmatch(between) is not None and _BORDER.match(text, other.end) is not None
