"""What a line must show to have a role at all, and why it has one, in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from reportedly.documents.plain.cues import Cues
from reportedly.records.document import EVIDENCE_ROLES, Role

_PLACE: Final = "by its shape, its place and the lines beside it"
#: Role → cues that tell it, in words; the first that a line has is named.
_CUES: Final[Mapping[Role, tuple[tuple[str, str], ...]]] = MappingProxyType(
    {
        Role.BYLINE: (("byline", "opens as the line of a writer does"),),
        Role.DATE: (("date with clock", "a date and a time"), ("date", "a date")),
        Role.CAPTION: (
            ("side", "says who stands where in a picture"),
            ("caption", "holds words of picture lines"),
        ),
        Role.BIO: (("bio sentence", "says who a writer is"), ("bio", "holds words of notes on writers")),
        Role.APPEAL: (("appeal", "asks for support or subscriptions"),),
        Role.TAGS: (("tags", "opens as a list of tags does"),),
        Role.COMMENT: (
            ("says:", "a name and a verb of saying head a comment"),
            ("said when", "who wrote when heads a comment"),
            ("counted comments", "counts comments"),
            ("comments", "holds words over comments"),
            ("date with clock", "a comment's date and time"),
            ("reply", "holds words around comments"),
        ),
        Role.NAVIGATION: (
            ("copyright", "says whose rights they are"),
            ("related", "heads links to other reports"),
            ("navigation", "holds words of menus"),
            ("cut off", "a cut-off teaser"),
        ),
        Role.QUOTE: (("quoted", "opens with a quotation mark"),),
        Role.LIST: (("bullet", "has a list mark"),),
        Role.TABLE: (("bars", "cells between bars"),),
    }
)
_DEFAULTS: Final[Mapping[Role, str]] = MappingProxyType(
    {
        Role.HEADLINE: "a line of few words above a text",
        Role.PARAGRAPH: "running text",
        Role.COMMENT: "among comments",
        Role.NAVIGATION: "away from the running text",
        Role.CAPTION: "no running text, beside it",
    }
)


def why(role: Role, cues: Cues) -> str:
    """One sentence on why a line with these cues has its role."""
    for cue, words in _CUES.get(role, ()):
        if any(mark == cue or mark.startswith(cue + ".") for mark in cues.found):
            return f"{role.value.capitalize()}: {words}."
    return f"{role.value.capitalize()}: {_DEFAULTS.get(role, 'told')}, {_PLACE}."


def allowed(cues: Cues) -> frozenset[Role]:
    """The roles that a line with these cues may have: a table has cells, a quotation has its mark, and what asks for
    support twice or reserves rights is no evidence."""
    found = set(Role)
    if "appeal twice" in cues.found or cues.found >= {"copyright", "navigation.holds"}:
        found -= EVIDENCE_ROLES
    if not cues.found & {"bars", "cells"}:
        found.discard(Role.TABLE)
    if "quoted" not in cues.found:
        found.discard(Role.QUOTE)
    return frozenset(found)
