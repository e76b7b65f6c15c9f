"""Title, authors, publisher and address of a page: what the page says of itself, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec
from lxml.html import HtmlElement

from reportedly.text.fold import same_length, squash

_ARTICLES = (
    *("Article", "NewsArticle", "BlogPosting", "Report", "ReportageNewsArticle", "LiveBlogPosting"),
    *("OpinionNewsArticle", "AnalysisNewsArticle", "SocialMediaPosting", "TechArticle", "ScholarlyArticle", "WebPage"),
)
_SEPARATOR = re.compile(r"\s+[|–—·•»:-]\s+|\s*\|\s*|\s+::\s+")
_TITLES = ("og:title", "twitter:title", "dc.title", "title", "sailthru.title", "parsely-title")
_ALIKE = 0.5
_WRAPPED = re.compile(r"^(?://)?\s*(?:<!--|<!\[CDATA\[)|(?://)?\s*(?:-->|\]\]>)\s*;?$|;\s*$")
_MOST_NODES = 2000
_MOST_LD = 2_000_000


class Metadata(msgspec.Struct, frozen=True, kw_only=True):
    """What the head of a page states. metas: name or property → values. articles: JSON-LD objects of article kinds.
    persons: names of JSON-LD persons by their @id."""

    metas: dict[str, list[str]]
    articles: tuple[dict[str, Any], ...]
    persons: dict[str, str]
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
    linked = list(_linked(tree))
    return Metadata(
        metas=metas,
        # a page's own object says less than that of its article
        articles=tuple(sorted((n for n in linked if _is_of(n, _ARTICLES)), key=lambda n: _is_of(n, ("WebPage",)))),
        persons={str(n["@id"]): n["name"] for n in linked if "@id" in n and isinstance(n.get("name"), str)},
        titles=titles,
        canonical=canonical,
        language=tree.get("lang"),
    )


def _in_head(element: HtmlElement) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag in {"head", "html", "body"}


def _linked(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """All JSON-LD objects on top of the page's scripts or of their graphs; scripts that are no JSON are left out."""
    for script in tree.iter("script"):
        raw = (script.text or "").strip()
        if "ld+json" not in (script.get("type") or "").lower() or len(raw) > _MOST_LD:
            continue
        try:
            value = msgspec.json.decode(re.sub(r"[\x00-\x1f]+", " ", _WRAPPED.sub("", raw)))
        except (msgspec.DecodeError, RecursionError, UnicodeError):
            continue
        waiting, seen = [value], 0
        while waiting and seen < _MOST_NODES:
            node = waiting.pop(0)
            seen += 1
            if isinstance(node, list):
                waiting[:0] = node
            elif isinstance(node, dict):
                yield node
                waiting += [
                    node[key]
                    for key in ("@graph", "mainEntity", "mainEntityOfPage", "author")
                    if isinstance(node.get(key), (list, dict))
                ]


def _is_of(node: dict[str, Any], kinds: tuple[str, ...]) -> bool:
    told = node.get("@type")
    return any(kind in kinds for kind in (told if isinstance(told, list) else [told]) if isinstance(kind, str))


def first(metadata: Metadata, *names: str) -> str | None:
    """The first value of the first of these metas that the page has."""
    return next((metadata.metas[name][0] for name in names if name in metadata.metas), None)


def title_of(metadata: Metadata, headings: list[tuple[int, str]], publisher: str | None) -> str | None:
    """The title of the report: the heading that the page's own titles agree with best, else what its metadata say.

    headings: level and words of the page's headings, in order.
    """
    stated = [*(name_of(a.get("headline")) for a in metadata.articles), first(metadata, *_TITLES), *metadata.titles[:1]]
    known = [s for s in stated if s]
    site = _bare(publisher or "")
    candidates = [
        words for level, words in headings if level == 1 and _bare(words) not in {"", site} and len(words) <= 300
    ]
    scored = [
        (max((_likeness(words, s) for s in known), default=0.0), -number) for number, words in enumerate(candidates)
    ]
    if scored:
        best, number = max(scored)
        if best >= _ALIKE or (len(candidates) == 1 and not known):
            return candidates[-number]
    for level, words in headings:
        if (
            level > 1
            and len(words.split()) >= 3
            and _bare(words) != site
            and any(_stands_at_an_end(words, s) for s in known)
        ):
            return words
    if known:
        return _without_site(known[0], publisher)
    return candidates[0] if candidates else None


def _likeness(heading: str, stated: str) -> float:
    """How much a heading and a stated title share: 1 for the same words, less for a part or other words."""
    one, other = _bare(heading), _bare(stated)
    if one == other:
        return 1.0
    parts = _parts(stated)
    if one in parts:
        # the name of the site stands last in most titles, so the first part is more likely the report's
        return 0.9 if parts[0] == one else 0.6 if len(one) > 0.5 * len(other) else 0.2
    left, right = set(one.split()), set(other.split())
    return 0.85 * len(left & right) / max(1, min(len(left), len(right))) if len(left) >= 3 else 0.0


def _stands_at_an_end(heading: str, stated: str) -> bool:
    one, other = f" {_bare(heading)} ", f" {_bare(stated)} "
    return other.startswith(one) or other.endswith(one)


def _parts(title: str) -> list[str]:
    return [_bare(part) for part in (title, *_SEPARATOR.split(title)) if _bare(part)][1:]


def _bare(text: str) -> str:
    return re.sub(r"\W+", " ", same_length(text).casefold()).strip()


def _without_site(title: str, publisher: str | None) -> str:
    cuts = list(_SEPARATOR.finditer(title))
    if publisher:
        for cut in cuts:
            if _bare(title[cut.end() :]) == _bare(publisher):
                return title[: cut.start()]
    if cuts:
        front, back = title[: cuts[-1].start()], title[cuts[-1].end() :]
        if len(front) > len(back) and len(back.split()) <= 4:
            return front
    return title


def name_of(value: Any) -> str | None:
    """The name of a JSON-LD value: a string, an object with a name, or a list of them (its first)."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return squash(value) or None if isinstance(value, str) else None


def publisher_of(metadata: Metadata) -> str | None:
    """Whose page it is, as the page says."""
    for article in metadata.articles:
        name = name_of(article.get("publisher"))
        if name:
            return name
    return first(metadata, "og:site_name", "application-name", "dc.publisher", "publisher", "copyright")


def article_body(metadata: Metadata) -> str:
    """The longest text of an article that the JSON-LD of a page holds, or ""."""
    texts = [article.get("articleBody") for article in metadata.articles]
    return max((text for text in texts if isinstance(text, str)), key=len, default="")


def url_of(metadata: Metadata) -> str | None:
    """The page's own address (canonical link, og:url), if absolute."""
    for url in (metadata.canonical, first(metadata, "og:url")):
        if url and re.match(r"https?://", url):
            return url
    return None
