"""Terms of an office, a membership, a bond: the words of time that belong to a description, and whether it is over."""

from __future__ import annotations

from reportedly.claims.arguments.descriptions import first_token
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base
from reportedly.records.when import When
from reportedly.resources.lexicon import words

Span = tuple[int, int]
#: What may stand between the two ends of a term.
_TO = frozenset({"to", "until", "till", "and", "-", "–"})


def follows(view: SentenceView, last: int) -> Span | None:
    """The words of time that close a description ("the leader of Y since 2009", "president from 2001 to 2019")."""
    begin = last + 1
    if begin >= len(view.tokens) or view.tokens[begin].lemma not in words("terms", "opens"):
        return None
    near = [t for t in view.times if 0 <= t.start - view.tokens[last].end <= 12]
    if not near:
        return None
    first = min(near, key=lambda t: t.start)
    end = first.end
    for t in view.times:
        if 0 < t.start - end <= 9 and view.document.text[end : t.start].strip() in _TO:
            end = t.end
    return min(first.start, view.tokens[begin].start), end


def is_over(view: SentenceView, verb: int, time: Span | None) -> bool:
    """Whether a verb or words of time say that it is over: "served as", "was head until 2009", "led from … to …"."""
    if time is not None and _closed(view, time):
        return True
    if view.tokens[verb].tag[:1] != "V":
        return False
    beside = [t for t in _times_of(view, verb) if _closed(view, (t.start, t.end))]
    if beside:
        return True
    past = view.tokens[verb].tag in {"VBD", "VBN"} and not view.is_passive(verb)
    if past and any(
        view.tokens[c].lemma == "have" and view.tokens[c].tag in {"VBP", "VBZ"} for c in view.dependents(verb, "aux")
    ):
        past = False
    return past and (
        base(view, verb) in words("terms", "over") or bool(set(_adverbs(view, verb)) & words("terms", "once"))
    )


def _adverbs(view: SentenceView, verb: int) -> list[str]:
    return [view.tokens[c].lemma for c in view.dependents(verb, "advmod", "mark")]


def _times_of(view: SentenceView, verb: int) -> list[When]:
    """Words of time in the clause of a verb."""
    found = []
    for t in view.times:
        if t.end <= view.sentence.end:
            token = first_token(view, t.start)
            if view.clause(token) == view.clause(verb):
                found.append(t)
    return found


def _closed(view: SentenceView, time: Span) -> bool:
    """Whether words of time have an end: "until 2009", "from 2001 to 2019", "former"."""
    text = view.document.text[max(view.sentence.start, time[0] - 8) : time[1]].lower()
    if "since" in text:
        return False
    found = text.replace("\xa0", " ").split()
    if set(found) & words("terms", "closed"):
        return True
    return "from" in found and bool({"to", "-", "–"} & set(found))
