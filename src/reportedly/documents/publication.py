"""The day of publication: a ladder of places where pages state it, which may abstain."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

import msgspec
from lxml.html import HtmlElement

from reportedly.documents.metadata import Metadata
from reportedly.records.document import DateCertainty, Publication

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)|^(\d{4})(\d{2})(\d{2})(?!\d)")
_URL = re.compile(r"/((?:19|20)\d{2})[/-]?(\d{2})[/-]?(\d{2})(?=[/_-]|$)")
_METAS = ("article:published_time", "article:published", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.created", "dcterms.issued", "pubdate", "publishdate", "publish_date", "publication_date", "parsely-pub-date", "sailthru.date", "og:published_time", "og:article:published_time", "date.published", "published_time", "cxenseparse:publishtime", "article_date_original", "originalpublicationdate", "dcsext.articlefirstpublished")  # fmt: skip
EARLIEST = dt.date(1990, 1, 1)


class Rung(msgspec.Struct, frozen=True):
    """One place of a page that states the day: its name, the ISO day and the words or stamp."""

    name: str
    day: str
    stamp: str


def day_of(stamp: str) -> str | None:
    """The ISO day at the start of an ISO 8601 stamp, in its own zone; None where there is none."""
    match = _ISO.search(stamp.strip()[:40])
    if not match:
        return None
    year, month, day = (int(g) for g in match.groups() if g)
    try:
        found = dt.date(year, month, day)
    except ValueError:
        return None
    return found.isoformat() if found >= EARLIEST else None


def rungs_of(metadata: Metadata, tree: HtmlElement, url: str | None) -> list[Rung]:
    """What each rung of the ladder says, the most trusted first."""
    found = list(_stated(metadata))
    match = _URL.search(url or metadata.canonical or "")
    if match:
        day = day_of("-".join(match.groups()))
        if day:
            found.append(Rung("url", day, match.group()))
    for element in tree.iter("time"):
        stamp = element.get("datetime") or ""
        day = day_of(stamp)
        if day and not _aside(element):
            found.append(Rung("time", day, stamp))
            break
    return found


def _stated(metadata: Metadata) -> Iterator[Rung]:
    for article in metadata.articles:
        value: Any = article.get("datePublished")
        value = value[0] if isinstance(value, list) and value else value
        day = day_of(value) if isinstance(value, str) else None
        if day and isinstance(value, str):
            yield Rung("json-ld", day, value)
            break
    for name in _METAS:
        for value in metadata.metas.get(name, [])[:1]:
            day = day_of(value)
            if day:
                yield Rung("meta", day, value)
                return


def _aside(element: HtmlElement) -> bool:
    return any(a.tag in {"aside", "footer", "nav", "li"} or "comment" in (a.get("class") or "").lower() for a in element.iterancestors())


def judged(rungs: list[Rung], today: dt.date | None = None) -> Publication:
    """The day that the rungs speak for: two that agree are certain, one trusted rung alone is likely."""
    if not rungs:
        return Publication()
    days = [rung.day for rung in rungs]
    best = max(dict.fromkeys(days), key=lambda day: (len({r.name for r in rungs if r.day == day}), -days.index(day)))
    speaking = [rung for rung in rungs if rung.day == best]
    names = tuple(dict.fromkeys(rung.name for rung in speaking))
    certainty = DateCertainty.CERTAIN if len(names) > 1 else DateCertainty.LIKELY if len(set(days)) == 1 else DateCertainty.GUESS
    return Publication(date=best, certainty=certainty, stamp=speaking[0].stamp, rungs=names)
