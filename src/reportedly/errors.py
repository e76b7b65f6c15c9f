"""Every exception that reportedly raises on purpose.

    ReportedlyError
    ├── PageError            a page could not be taken in (missing, unreadable, too large, not text)
    ├── DocumentError        a page was taken in but no document could be made of it
    ├── OntologyError        predicates.yaml or actors.yaml breaks a rule of its own
    ├── WeightsError         weights are missing, damaged or of another version
    ├── GazetteerError       the list of places is damaged or cannot be unpacked
    └── BaseError            the knowledge base cannot be opened, read or written
        ├── BaseTooNewError  it was written by a newer version
        └── NotFoundError    what was asked for is not in it

Each message says what is wrong and what to do about it, in one line.
"""


class ReportedlyError(Exception):
    """Root of the tree; the command line prints its message and exits with 1."""


class PageError(ReportedlyError):
    """A page could not be taken in. reason: a short stable key to count by ("empty-file", "not-text"…)."""

    def __init__(self, message: str, reason: str = "unreadable") -> None:
        super().__init__(message)
        self.reason = reason


class DocumentError(ReportedlyError):
    """No document could be made of a page."""


class OntologyError(ReportedlyError):
    """The ontology files break a rule of their own."""


class WeightsError(ReportedlyError):
    """Weights are missing, damaged or of another version."""


class GazetteerError(ReportedlyError):
    """The list of places is damaged or cannot be unpacked."""


class BaseError(ReportedlyError):
    """The knowledge base cannot be opened, read or written."""


class BaseTooNewError(BaseError):
    """The knowledge base was written by a newer version of reportedly."""


class NotFoundError(BaseError):
    """What was asked for is not in the knowledge base."""
