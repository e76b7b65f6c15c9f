"""The day of publication: a ladder of places where pages state it, which may abstain.

Rungs, the most trusted first: json-ld, meta, microdata, url, time, shown, guessed. Two that agree are certain, one
alone is likely; where they contradict one another, and on the lowest rung, the day is a guess that anchors nothing.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from htmldate import find_date
from lxml.html import HtmlElement

from reportedly.documents.metadata import Metadata
from reportedly.documents.shown_dates import iso_day, shown_day
from reportedly.records.document import DateCertainty, Publication
from reportedly.resources import lexicon

_STAMP = re.compile(r"((?:19|20)\d{2})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)")
_UTC = re.compile(r"T(\d{2}):\d{2}.*(?:Z|[+-]00:?00)$")
#: WordPress calls the time "updated" too where the post was never changed.
_FIRST = re.compile(r"published|entry-date|post-date")
_URL = re.compile(r"[/=]((?:19|20)\d{2})[/-]?(\d{1,2})[/-]?(\d{1,2})(?=[/_.-]|$)")
_SURE = frozenset({"json-ld", "meta", "microdata", "url"})
#: A stamp in UTC before this hour may be the evening before where the page was written.
_EARLY = 12
_MOST_ELEMENTS = 20_000


class Rung(msgspec.Struct, frozen=True):
    """One place of a page that states the day: its name, the ISO day and the stamp or words."""

    name: str
    day: str
    stamp: str


def day_of(stamp: str) -> str | None:
    """The ISO day that a stamp of a machine says, in the stamp's own zone; None where there is none."""
    match = _STAMP.match(stamp.strip())
    if match:
        return iso_day(*match.groups())
    return shown_day(stamp)


def rungs_of(metadata: Metadata, tree: HtmlElement, url: str | None, shown: Iterable[str]) -> list[Rung]:
    """What each rung of the ladder says, the most trusted first. shown: lines near the headline that may hold a day."""
    found = [*_stated(metadata), *_marked(tree)]
    match = _URL.search(url or metadata.canonical or "")
    day = iso_day(*match.groups()) if match else None
    if match and day:
        found.append(Rung("url", day, match.group().strip("/=")))
    found += list(_times(tree))
    for words in shown:
        day = shown_day(words)
        if day:
            found.append(Rung("shown", day, words.strip()[:80]))
            break
    return found


def guessed(tree: HtmlElement) -> list[Rung]:
    """The lowest rung: htmldate's best guess (Barbaresi 2020, doi:10.21105/joss.02439) without its wildest search."""
    if sum(1 for _ in tree.iter()) > _MOST_ELEMENTS:
        return []
    day = find_date(tree, original_date=True, extensive_search=False)
    return [Rung("guessed", day, day)] if day else []


def _stated(metadata: Metadata) -> Iterator[Rung]:
    for article in metadata.articles:
        value: Any = article.get("datePublished")
        value = value[0] if isinstance(value, list) and value else value
        day = day_of(value) if isinstance(value, str) else None
        if day and isinstance(value, str):
            yield Rung("json-ld", day, value)
            break
    for name in lexicon.table("zones")["metas"]["published"]:
        for value in metadata.metas.get(name, [])[:1]:
            day = day_of(value)
            if day:
                yield Rung("meta", day, value)
                return


def _marked(tree: HtmlElement) -> Iterator[Rung]:
    for element in tree.iterfind(".//*[@itemprop]"):
        if element.tag != "meta" and (element.get("itemprop") or "").lower() == "datepublished" and not _aside(element):
            stamp = (
                element.get("content") or element.get("datetime") or element.get("title") or element.text_content()[:80]
            )
            day = day_of(stamp)
            if day:
                yield Rung("microdata", day, stamp)
                return


def _times(tree: HtmlElement) -> Iterator[Rung]:
    for element in tree.iter("time", "abbr"):
        stamp = element.get("datetime") or (element.get("title") if element.tag == "abbr" else None) or ""
        if element.tag == "time" and not stamp:
            stamp = element.text_content()[:80]
        named = (element.get("class") or "").lower()
        day = day_of(stamp) if "updated" not in named.split() or _FIRST.search(named) else None
        if day and not _aside(element):
            yield Rung("time", day, stamp)
            return


def _aside(element: HtmlElement) -> bool:
    return any(
        ancestor.tag in {"aside", "footer", "nav", "li"}
        or any(
            word in (ancestor.get("class") or "").lower()
            for word in ("comment", "related", "widget", "sidebar", "teaser")
        )
        for ancestor in element.iterancestors()
    )


def judged(rungs: list[Rung]) -> Publication:
    """The day that the rungs speak for, and how sure that makes it."""
    if not rungs:
        return Publication()
    days = list(dict.fromkeys(rung.day for rung in rungs))
    day = max(days, key=lambda d: (_weight(rungs, d), -days.index(d)))
    seen = next((rung.day for rung in rungs if rung.name in {"shown", "url"}), None)
    early = any(rung.day == day and _is_early(rung.stamp) for rung in rungs)
    if early and seen is not None and seen != day and _apart(seen, day) == 1:
        day = seen  # the page shows its readers the day before: their own, not that of UTC
    speaking = [rung for rung in rungs if rung.day == day]
    names = tuple(dict.fromkeys(rung.name for rung in speaking))
    others = {rung.day for rung in rungs if rung.day != day and rung.name in _SURE}
    alone = set(names) <= {"time", "shown"}  # often one and the same element
    if len(names) > 1 and not alone and not (early and names == ("json-ld", "meta")):
        certainty = DateCertainty.CERTAIN
    elif names == ("guessed",) or others:
        certainty = DateCertainty.GUESS
    else:
        certainty = DateCertainty.LIKELY
    return Publication(date=day, certainty=certainty, stamp=speaking[0].stamp, rungs=names)


def _weight(rungs: list[Rung], day: str) -> float:
    return sum(1.1 if name in _SURE else 1.0 for name in {rung.name for rung in rungs if rung.day == day})


def _is_early(stamp: str) -> bool:
    match = _UTC.search(stamp)
    return bool(match) and int(match.group(1)) < _EARLY if match else False


def _apart(one: str, other: str) -> int:
    return abs((dt.date.fromisoformat(one) - dt.date.fromisoformat(other)).days)
