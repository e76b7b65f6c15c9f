"""Who does what a verb without a subject tells: Varek in "Varek tried to leave" and "Varek left, taking it"."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.mentions.candidate import Line


def understood_subject(line: Line, verb: int) -> int | None:
    """The subject of a verb; of one without that of the clause it hangs on ("X tried to leave", "X left, taking it").

    "Who" is the noun that its clause follows, and whom one tells to do something does it.
    """
    seen = set[int]()
    while verb not in seen:
        seen.add(verb)
        subjects = (c for c in line.children[verb] if line.tokens[c].relation in {"nsubj", "nsubjpass"})
        token, subject = line.tokens[verb], next(subjects, None)
        if subject is not None and line.tags[subject][:1] != "W" and line.lows[subject] != "that":
            return subject
        if token.relation in {"relcl", "acl"}:
            return token.head
        if token.relation == "xcomp":
            told = [c for c in _told_to(line, token.head) if c < verb]
            if told:
                return told[0]
        if subject is not None or token.relation == "ROOT":
            return None
        verb = line.clause(token.head)
    return None


def _told_to(line: Line, verb: int) -> Iterator[int]:
    """Whom a verb makes do something: "urged X to leave", "called on X to leave"."""
    for c in line.children[verb]:
        if line.tokens[c].relation == "dobj":
            yield c
        elif line.lows[c] in {"on", "upon", "to", "for"} and line.tags[c] == "IN":
            yield from (k for k in line.children[c] if line.tokens[k].relation == "pobj")
