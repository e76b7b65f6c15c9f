"""What a line must show to have a role at all, and why it has one, in a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from reportedly.documents.plain.cues import Cues
from reportedly.records.document import EVIDENCE_ROLES, Role

#: Share of lines that are sentences in a bare text; items of lists count half.
_LEAST_TOLD: Final = 0.6
#: Marks that only a page leaves; single words of menus may head a part of a report.
_PAGE_MARKS: Final = frozenset(
    {"says:", "said when", "date with clock", "counted comments", "comments.whole", "comments.starts", "copyright"}
    | {"reply.whole", "reply.starts", "navigation.holds", "navigation.starts", "navigation.whole", "related.whole"}
    | {"tags.starts", "appeal.whole", "appeal.holds", "appeal.starts", "bio.starts", "bio.holds", "cut off"}
)
_BARE_ROLES: Final = EVIDENCE_ROLES | {Role.BYLINE, Role.DATE}
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


def is_bare(cues: Sequence[Cues]) -> bool:
    """Whether a text is nothing but the words of a report: mostly sentences, and no mark of a page around it."""
    if not cues:
        return False
    told = sum(_told(c) for c in cues)
    return told >= _LEAST_TOLD * len(cues) and not any(c.found & _PAGE_MARKS for c in cues)


def _told(cues: Cues) -> float:
    if cues.prose or cues.sentence or ("colon" in cues.found and cues.words >= 4):
        return 1.0
    return 0.5 if "bullet" in cues.found else 0.0


def allowed(cues: Cues, bare: bool) -> frozenset[Role]:
    """The roles that a line with these cues may have, in a text that is bare or not.

    A table has cells, lists and quotations have their marks; what asks for support twice or reserves rights is no
    evidence; where no page is around a report, there are no menus, comments or notes of it either.
    """
    found = set(_BARE_ROLES if bare else Role)
    if not cues.found & {"bars", "cells"}:
        found.discard(Role.TABLE)
    if "bullet" not in cues.found:
        found.discard(Role.LIST)
    if "quoted" not in cues.found:
        found.discard(Role.QUOTE)
    if "appeal twice" in cues.found or cues.found >= {"copyright", "navigation.holds"}:
        found = set(Role) - EVIDENCE_ROLES
    return frozenset(found)
