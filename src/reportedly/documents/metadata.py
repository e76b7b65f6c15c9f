"""Title, authors, publisher and address of a page: what the page says of itself, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec
from lxml.html import HtmlElement

from reportedly.text.fold import same_length, squash

_ARTICLES = ("Article", "NewsArticle", "BlogPosting", "Report", "ReportageNewsArticle", "LiveBlogPosting", "OpinionNewsArticle", "AnalysisNewsArticle", "WebPage", "SocialMediaPosting", "TechArticle", "ScholarlyArticle")  # fmt: skip
_SEPARATOR = re.compile(r"\s+[|–—·•»:-]\s+|\s*\|\s*|\s+::\s+")
_MOST_LD = 2_000_000


class Metadata(msgspec.Struct, frozen=True, kw_only=True):
    """What the head of a page states. metas: name or property → values. articles: JSON-LD objects of article kinds."""

    metas: dict[str, list[str]]
    articles: tuple[dict[str, Any], ...]
    titles: tuple[str, ...]
    canonical: str | None
    language: str | None


def read_metadata(tree: HtmlElement) -> Metadata:
    """The metadata of a parsed page; what cannot be read is left out."""
    metas: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        content = squash(meta.get("content") or "")
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = meta.get(key)
            if name and content:
                metas.setdefault(name.strip().lower(), []).append(content)
    titles = tuple(t for t in (squash(e.text_content()) for e in tree.iter("title") if _in_head(e)) if t)
    canonical = next((e.get("href") for e in tree.iter("link") if (e.get("rel") or "").lower() == "canonical"), None)
    return Metadata(
        metas=metas,
        articles=tuple(_articles(tree)),
        titles=titles,
        canonical=canonical,
        language=tree.get("lang"),
    )


def _in_head(element: HtmlElement) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag in {"head", "html", "body"}


def _articles(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        raw = (script.text or "").strip().removeprefix("<!--").removesuffix("-->").removeprefix("//<![CDATA[").removesuffix("//]]>")
        if len(raw) > _MOST_LD:
            continue
        try:
            value = msgspec.json.decode(re.sub(r"[\x00-\x1f]+", " ", raw).strip().rstrip(";"))
        except (msgspec.DecodeError, RecursionError):
            continue
        yield from _typed(value)


def _typed(value: Any) -> Iterator[dict[str, Any]]:
    waiting = [value]
    for _ in range(2000):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            kinds = node.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(kind in _ARTICLES for kind in kinds if isinstance(kind, str)):
                yield node
            waiting.extend(node[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if isinstance(node.get(key), (list, dict)))


def first(metadata: Metadata, *names: str) -> str | None:
    """The first value of the first of these metas that the page has."""
    return next((metadata.metas[name][0] for name in names if name in metadata.metas), None)


def title_of(metadata: Metadata, headings: list[str], publisher: str | None) -> str | None:
    """The title of the report: the heading that the page's own titles agree with, else what its metadata say."""
    stated = [*(_text(a.get("headline")) for a in metadata.articles), first(metadata, "og:title"), first(metadata, "twitter:title", "dc.title", "title", "sailthru.title", "parsely-title"), *metadata.titles[:1]]
    known = [s for s in stated if s]
    for heading in headings:
        if len(heading) >= 8 and any(_same(heading, s) for s in known):
            return heading
    if headings and len(headings) == 1 and len(headings[0].split()) >= 3:
        return headings[0]
    return _without_site(known[0], publisher) if known else (headings[0] if headings else None)


def _same(heading: str, stated: str) -> bool:
    one, other = _bare(heading), _bare(stated)
    return bool(one) and (one == other or (len(one) >= 12 and one in other))


def _bare(text: str) -> str:
    return re.sub(r"\W+", " ", same_length(text).casefold()).strip()


def _without_site(title: str, publisher: str | None) -> str:
    cuts = list(_SEPARATOR.finditer(title))
    if publisher:
        for cut in cuts:
            if _bare(title[cut.end() :]) == _bare(publisher):
                return title[: cut.start()]
    if cuts and len(title[: cuts[-1].start()]) > len(title[cuts[-1].end() :]) and len(title[cuts[-1].end() :].split()) <= 4:
        return title[: cuts[-1].start()]
    return title


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return squash(value) or None if isinstance(value, str) else None


def publisher_of(metadata: Metadata) -> str | None:
    """Whose page it is, as the page says."""
    for article in metadata.articles:
        name = _text(article.get("publisher"))
        if name:
            return name
    return first(metadata, "og:site_name", "application-name", "dc.publisher", "publisher", "copyright")


_NO_NAME = re.compile(r"https?:|www\.|@|^(?:admin|administrator|editor|redaktion|staff|unknown|webmaster|root|author|guest|none|null)$|\d{3}", re.I)
_BY = re.compile(r"^\s*(?:by|von|por|par|di|door|af|av|autor|author|auteur|text|written by|posted by|reported by|geschrieben von|publié par)\b\s*:?\s*", re.I)
_AND = re.compile(r"\s*(?:,|;|/|\||&|\band\b|\bund\b|\bet\b|\by\b)\s*")


def authors_of(metadata: Metadata, bylines: list[str], publisher: str | None) -> tuple[str, ...]:
    """The authors' names in order; empty where the page names none that can be a person or desk."""
    told = [_people(a.get("author")) for a in metadata.articles]
    told += [metadata.metas.get(name, []) for name in ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl", "cxenseparse:author")]
    told.append(bylines)
    for names in told:
        found = list(dict.fromkeys(n for name in names for n in _split(name) if _is_name(n, publisher)))
        if found:
            return tuple(found)
    return ()


def _people(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [name for name in (_text(v) for v in values) if name]


def _split(line: str) -> list[str]:
    line = squash(_BY.sub("", line))
    return [part.strip(" .,:|-–—") for part in _AND.split(line) if part.strip(" .,:|-–—")]


def _is_name(name: str, publisher: str | None) -> bool:
    if not 3 <= len(name) <= 60 or _NO_NAME.search(name) or not 1 < len(name.split()) <= 5:
        return False
    return not (publisher and _bare(name) == _bare(publisher)) and name[0].isupper()


def url_of(metadata: Metadata) -> str | None:
    """The page's own address (canonical link, og:url), if absolute."""
    for url in (metadata.canonical, first(metadata, "og:url")):
        if url and re.match(r"https?://", url):
            return url
    return None
