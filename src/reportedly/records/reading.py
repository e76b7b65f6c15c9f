"""A reading: all that one run made of one page, with what went wrong."""

from __future__ import annotations

import msgspec

from reportedly.records.claim import Claim
from reportedly.records.document import Document
from reportedly.records.mention import Analysis
from reportedly.records.page import Page


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """Something that went wrong, so that "crashed" never looks like "found nothing".

    stage: pages, documents, mentions, claims, base. component: reader, extractor or file. reason: a short stable key to
    count by ("empty-file", "not-text"…). message: what happened and what to do. location: the page's path or address.
    """

    stage: str
    component: str
    reason: str
    message: str
    location: str = ""
    document_id: str | None = None


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What one run made of one page. document is None when none could be made; problems then say why.

    page: the page itself, None where it could not be taken in. complete: every stage ran to its end; extractors that
    failed are problems, but do not make it incomplete. unchanged: the page was read before by the same engine, and this
    is what was kept then (its sentences have no tokens).
    """

    location: str
    document: Document | None = None
    analysis: Analysis = Analysis()
    claims: tuple[Claim, ...] = ()
    problems: tuple[Problem, ...] = ()
    page: Page | None = None
    complete: bool = True
    unchanged: bool = False
