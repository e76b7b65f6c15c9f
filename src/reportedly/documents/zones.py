"""What an element's tag, class names, id and item type say about the part of the page that it holds."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from lxml.html import HtmlElement

from reportedly.records.document import Role
from reportedly.resources import lexicon

#: A more telling role first: a comment form inside a newsletter box is a comment form.
_ORDER = (
    (Role.COMMENT, "comment"),
    (Role.QUOTE, "quote"),
    (Role.CAPTION, "caption"),
    (Role.OTHER, "other"),
    (Role.BIO, "bio"),
    (Role.TAGS, "tags"),
    (Role.APPEAL, "appeal"),
    (Role.NAVIGATION, "navigation"),
    (Role.BYLINE, "byline"),
    (Role.DATE, "date"),
)
_ITEM_NUMBER = re.compile(r"(?:-\d+)+-$")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_CUT = re.compile(r"[^a-z0-9à-ÿ]+")
#: A paragraph of the report is longer, and there are at least so many.
_LONG, _FEW = 150, 4
_NEVER = frozenset({"html", "body", "main", "head"})
_TELLING = ("class", "id", "itemtype", "itemprop", "rel", "role")
_ARIA = frozenset({"navigation", "search", "banner", "contentinfo", "dialog"})
_TAG_ROLES = {
    "nav": Role.NAVIGATION,
    "footer": Role.NAVIGATION,
    "button": Role.NAVIGATION,
    "select": Role.NAVIGATION,
    "form": Role.NAVIGATION,
    "label": Role.NAVIGATION,
    "figcaption": Role.CAPTION,
    "noscript": Role.OTHER,
    "time": Role.DATE,
}


@cache
def _pattern(table: str, key: str = "cues") -> re.Pattern[str]:
    entries = sorted(lexicon.table("zones")[table].get(key, ()), key=len, reverse=True)
    return re.compile("-(?:" + "|".join(map(re.escape, entries)) + ")-" if entries else r"(?!)")


@lru_cache(maxsize=8192)
def tokens_of(value: str) -> str:
    """A class name or id cut into lower-case tokens between hyphens: "authorBio" gives "-author-bio-"."""
    return "-" + _CUT.sub("-", _CAMEL.sub("-", value).lower()).strip("-") + "-"


def says(element: HtmlElement, table: str, key: str = "cues") -> bool:
    """Whether one of an element's class names, or its id, holds a cue of a table in zones.toml."""
    names, identity = element.get("class"), element.get("id")
    return bool(names or identity) and _says(names or "", identity or "", table, key)


@lru_cache(maxsize=8192)
def _says(names: str, identity: str, table: str, key: str) -> bool:
    pattern = _pattern(table, key)
    return any(pattern.search(tokens_of(value)) for value in _names(names, identity))


def _names(names: str, identity: str) -> list[str]:
    return [*names[:500].split(), *([identity[:100]] if identity else [])]


@lru_cache(maxsize=8192)
def _roles_of_name(name: str) -> tuple[Role, ...]:
    value = tokens_of(name)
    return tuple(
        role for role, table in _ORDER if _pattern(table).search(value) and not _pattern(table, "not").search(value)
    )


def zone_of(element: HtmlElement, tag: str) -> tuple[Role, str] | None:
    """The role that an element gives to all it holds, and the cue in words; None where it says nothing.

    Elements that hold the title of the page, or the page itself, are never comments, navigation or appeals, whatever
    their class says.
    """
    if tag in _NEVER:
        return None
    found = _told(element, tag)
    if found is None:
        return None
    role, why = found
    if role in {Role.BYLINE, Role.DATE, Role.CAPTION, Role.QUOTE}:
        return _small(element, tag, role, why)
    if tag not in {"nav", "button", "select", "label"} and _holds_the_page(element, tag, role):
        return None
    return role, why


def _told(element: HtmlElement, tag: str) -> tuple[Role, str] | None:
    told = [element.get(name) or "" for name in _TELLING]
    return _told_by(tag, *told) if any(told) or tag in _TAG_ROLES else None


@lru_cache(maxsize=8192)
def _told_by(
    tag: str, names: str, identity: str, item_type: str, item_property: str, relation: str, aria: str
) -> tuple[Role, str] | None:
    by_tag = _TAG_ROLES.get(tag)
    if item_type.endswith(("/Comment", "/UserComments")):
        return Role.COMMENT, f"item type {item_type.rsplit('/', 1)[-1]}"
    if relation == "author":
        return Role.BYLINE, "rel author"
    if item_property == "caption":
        return Role.CAPTION, "itemprop caption"
    named = [(role, name) for name in _names(names, identity) for role in _roles_of_name(name)]
    if by_tag is Role.CAPTION and not any(role is Role.COMMENT for role, _ in named):
        return by_tag, f"<{tag}>"
    for wanted, _ in _ORDER:
        for role, name in named:
            if role is wanted and not (role is Role.COMMENT and tag == "a"):
                return role, f"class or id “{name}”"
    if by_tag is None and aria in _ARIA:
        return Role.NAVIGATION, f"role {aria}"
    return (by_tag, f"<{tag}>") if by_tag else None


def _small(element: HtmlElement, tag: str, role: Role, why: str) -> tuple[Role, str] | None:
    """Captions, bylines and dates are short and hold no headings or pictures; a wrapper with such a name is none."""
    if role is Role.QUOTE:
        return role, why
    if role is Role.CAPTION:
        if tag != "figcaption" and (
            tag not in lexicon.table("zones")["caption"]["tags"]
            or _holds(element, "h1", "h2", "h3", "img", "figure", "p/p")
        ):
            return None
        return role, why
    if _holds(element, "h1", "h2", "p", "article", "li"):
        return None
    return role, why


def _holds_the_page(element: HtmlElement, tag: str, role: Role) -> bool:
    if _holds(element, "h1"):
        return True
    if role is Role.COMMENT:
        return tag == "article" and not _pattern("comment").search(tokens_of(element.get("class", "")))
    if tag == "article" or _holds(element, "article"):
        return role in {Role.OTHER, Role.BIO, Role.TAGS} or _is_prose(element)
    return role is not Role.OTHER and not says(element, "navigation", "certain") and _is_prose(element)


def _is_prose(element: HtmlElement) -> bool:
    """Whether an element holds the body of a post, or so much running text that it must be the report."""
    if any(says(inner, "page") for inner in element.iter("div", "section")):
        return True
    long = [len(words) for p in element.iter("p") if len(words := p.text_content()) > _LONG]
    if len(long) < _FEW:
        return False
    linked = sum(len(a.text_content()) for a in element.iter("a"))
    return linked * 3 < sum(long)


def _holds(element: HtmlElement, *tags: str) -> bool:
    return any(element.find(f".//{tag}") is not None for tag in tags)


def starts_comment(element: HtmlElement, tag: str) -> bool:
    """Whether an element inside a comment zone is one comment of it, with its author and text."""
    if not _may_start_comment(element, tag):
        return False
    # WordPress: <li class="comment"><article class="comment-body">; the inner one is the same comment
    outer = element.getparent()
    return outer is None or not _may_start_comment(outer, outer.tag)


def _may_start_comment(element: HtmlElement, tag: str) -> bool:
    if tag == "article" or (element.get("itemtype") or "").endswith("/Comment"):
        return True
    if tag == "li":
        parent = element.getparent()
        return _is_item(element) or (parent is not None and says(parent, "comment", "lists"))
    return tag in {"div", "section", "dl", "tr", "blockquote"} and _is_item(element)


def _is_item(element: HtmlElement) -> bool:
    """Whether a whole class name or id, a number behind it aside, says that this is one comment."""
    return any(_ITEM_NUMBER.sub("-", tokens_of(name)).strip("-") in _items() for name in _names_of(element))


@cache
def _items() -> frozenset[str]:
    return lexicon.words("zones", "comment", "items")


def _names_of(element: HtmlElement) -> list[str]:
    return _names(element.get("class") or "", element.get("id") or "")
