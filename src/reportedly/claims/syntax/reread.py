"""Sentences that a parser reads as other sentences: headlines with a verb taken for a plural, objects behind a date.

Each is known by its shape alone, and read again.
"""

from __future__ import annotations

import msgspec

from reportedly.records.span import Token
from reportedly.resources.lexicon import words


def reread(tokens: list[Token]) -> tuple[Token, ...]:
    """The tokens with verbs of headlines, subjects behind "as" and objects behind dates where they belong."""
    return _behind_dates(_with_headline_verbs(_with_subjects_behind_marks(tokens)))


def _with_subjects_behind_marks(tokens: list[Token]) -> list[Token]:
    """Of "ten hurt as rebels ambush convoy", with the rebels hung on "as", they ambush, and nobody told before does."""
    moved = list(tokens)
    for i, token in enumerate(tokens):
        mark = tokens[token.head]
        verb = mark.head
        inside = token.relation == "pobj" and mark.relation == "mark" and token.head < i < verb
        if not inside or tokens[verb].tag[:1] != "V":
            continue
        moved[i] = msgspec.structs.replace(token, head=verb, relation="nsubj")
        for s, other in enumerate(tokens):
            if other.head == verb and other.relation == "nsubj" and s < token.head:
                moved[s] = msgspec.structs.replace(other, head=tokens[verb].head, relation="dep")
    return moved


def _with_headline_verbs(tokens: list[Token]) -> list[Token]:
    """Of the headline "Army shells town, kills 12", with "shells" read as a plural, the verb: it has an object."""
    moved = list(tokens)
    for i, token in enumerate(tokens):
        if token.tag != "NNS" or i == 0 or token.relation not in {"nsubj", "ccomp", "ROOT"}:
            continue
        struck = [t for t, w in enumerate(tokens) if w.head == i < t and w.relation in {"dobj", "appos"}]
        own = tokens[i - 1].relation == "compound" and tokens[i - 1].head in {i, *struck[:1]}
        between = [w.text for w in tokens[i + 1 : min(struck, default=i + 1)]]
        later = token.head > i and "," in [w.text for w in tokens[i : token.head]]
        if not own or not struck or "," in between or not later or tokens[token.head].tag != "VBZ":
            continue
        moved[i] = msgspec.structs.replace(token, tag="VBZ", relation="ccomp")
        moved[i - 1] = msgspec.structs.replace(tokens[i - 1], head=i, relation="nsubj")
        moved[struck[0]] = msgspec.structs.replace(tokens[struck[0]], relation="dobj")
    return moved


def _behind_dates(tokens: list[Token]) -> tuple[Token, ...]:
    """Of "seized on 5 May two officers", with the officers hung on "on" or beside the subject, they are the object."""
    moved = list(tokens)
    for verb, token in enumerate(tokens[:-3]):
        if tokens[verb + 1].lemma != "on" or token.tag[:2] != "VB":
            continue
        subject = _subject_of_bare(tokens, verb)
        if token.tag == "VBN" and subject is None:
            continue
        end = _date_end(tokens, verb + 2)
        dates = [t for t in range(verb + 2, end) if _is_calendar(tokens[t])]
        inside = range(verb + 1, end)
        named = [t for t in range(end, len(tokens)) if _is_late(tokens, t, inside, subject, verb)][:1]
        if not dates or not named or any(_closes(w) for w in tokens[end : named[0]]):
            continue
        for t in range(verb + 2, end):
            moved[t] = msgspec.structs.replace(moved[t], head=verb + 1 if t == dates[0] else dates[0])
        moved[dates[0]] = msgspec.structs.replace(moved[dates[0]], relation="pobj")
        for t in range(end, named[0]):
            if tokens[t].head in inside and t != named[0]:
                moved[t] = msgspec.structs.replace(tokens[t], head=named[0])
        moved[named[0]] = msgspec.structs.replace(tokens[named[0]], head=verb, relation="dobj")
        if subject is not None and token.tag == "VBN":
            moved[verb] = msgspec.structs.replace(token, tag="VBD", relation="ROOT", head=verb)
            moved[subject] = msgspec.structs.replace(tokens[subject], head=verb, relation="nsubj")
    return tuple(moved)


def _subject_of_bare(tokens: list[Token], verb: int) -> int | None:
    """Of "The rebels attacked on Sunday the post", read as "the rebels (attacked), the post", the rebels."""
    token, above = tokens[verb], tokens[verb].head
    if token.relation == "acl" and tokens[above].head == above < verb and tokens[above].tag[:1] == "N":
        return above
    passive = any(t.head == verb and t.relation in {"aux", "auxpass", "agent", "dobj"} for t in tokens)
    own = [t for t, w in enumerate(tokens) if w.head == verb > t and w.relation == "nsubj"]
    return own[0] if own and not passive else None


def _date_end(tokens: list[Token], start: int) -> int:
    """Where the date that begins at a token ends: without the article or number of what comes behind it."""
    end = start
    while end < len(tokens) and (_is_calendar(tokens[end]) or tokens[end].tag == "CD" or tokens[end].text == ","):
        end += 1
    last = max((t for t in range(start, end) if _is_calendar(tokens[t])), default=start)
    year = last + 1 < len(tokens) and len(tokens[last + 1].text) == 4 and tokens[last + 1].text.isdigit()
    comma = year and last + 2 < len(tokens) and tokens[last + 2].text == ","
    return last + 1 + year + comma


def _is_late(tokens: list[Token], token: int, inside: range, subject: int | None, verb: int) -> bool:
    """Whether a noun behind a date is hung on the date, beside the subject, or as a second subject."""
    word = tokens[token]
    apposed = subject is not None and word.relation == "appos" and word.head == subject
    apposed = apposed or (subject is not None and word.relation == "nsubj" and word.head == verb)
    holds = word.head == verb and any(tokens[t].head == token for t in inside)
    return word.tag[:1] == "N" and (apposed or holds or (word.head in inside and word.relation != "compound"))


def _closes(word: Token) -> bool:
    return word.tag[:1] in {"V", "I", "W", "M"} or word.text in {",", ".", ";", "("}


def _is_calendar(word: Token) -> bool:
    return word.tag[:3] == "NNP" and word.text.lower().rstrip(".") in words("shapes", "no_name", "calendar")
