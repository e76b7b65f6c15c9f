"""Times told by another event: "since the start of the siege", "until he was killed in 2014", "when she was six".

Such a time has no TIMEX3 value of its own. What of it can be put in days comes from the time of the event.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from reportedly.claims.syntax.grammar import SentenceView
from reportedly.records.mention import AGENTS, SITES
from reportedly.records.when import Extent, When
from reportedly.resources.lexicon import mapping, words

#: Parts of speech that no noun phrase of an event goes on behind.
_ENDS: Final = frozenset({"relcl", "acl", "ccomp", "advcl", "parataxis", "appos", "conj", "cc"})
_LONGEST: Final = 120  # characters of words that are kept


class Hosted(NamedTuple):
    """A time with the verb or noun that it hangs on."""

    time: When
    host: int


def tied_times(view: SentenceView) -> Iterator[Hosted]:
    """All times of the sentence that an event, an order or an age tells; none that has a day of its own."""
    for i, token in enumerate(view.tokens):
        low = token.text.lower()
        if low in mapping("when", "order") and token.relation == "advmod" and not _is_counted(view, i):
            yield Hosted(_when(view, i, i, mapping("when", "order")[low], None), _verb_of(view, token.head))
        elif low in mapping("when", "tied"):
            yield from _of_event(view, i, mapping("when", "tied")[low])
        elif token.tag in {"WRB"} and low in {"when", "while"}:
            yield from _of_age_clause(view, i)
        elif low == "aged" or (low == "age" and token.relation == "pobj"):
            yield from _of_age(view, i)
        elif token.lemma in words("when", "event", "lives"):
            yield from _of_life(view, i)


def _is_counted(view: SentenceView, word: int) -> bool:
    """Whether a word of order belongs to a time with a value ("two days later", "later that day")."""
    token = view.tokens[word]
    near = view.document.text[token.start : token.end + 8].lower()
    return any(t.start < token.end + 1 and token.start <= t.end for t in view.times) or near.startswith("later th")


def _of_event(view: SentenceView, word: int, relation: str) -> Iterator[Hosted]:
    """ "After the war", "days after the president's speech"; "since the siege of Ruda began early last month"."""
    token = view.tokens[word]
    first = _gap_before(view, word)
    if token.relation == "mark":
        verb = token.head
        inner = [t for t in view.times if view.tokens[word].end <= t.start and _directly_on(view, t, verb)]
        last = _clause_end(view, word, verb)
        timed = view.tokens[verb].tag in {"VBD", "VBZ", "VBP", "VBN", "VBG"} and last > word
        if timed and view.tokens[verb].head != verb and (relation != "since" or _is_perfect(view, verb) or inner):
            told = _when(view, first, last, relation, inner[0] if len(inner) == 1 and first == word else None)
            yield Hosted(told, _verb_of(view, view.tokens[verb].head))
        return
    nouns = [n for n in view.dependents(word, "pobj") if n > word]
    if token.relation not in {"prep", "mark"} or not nouns or not _is_event(view, word, nouns[0]):
        return
    last = _phrase_end(view, nouns[0])
    if any(t.start < view.tokens[last].end and view.tokens[word].end <= t.start for t in view.times):
        return  # "since Monday's attack": a day of its own
    yield Hosted(_when(view, first, last, relation, None), _verb_of(view, token.head))


def _is_event(view: SentenceView, word: int, noun: int) -> bool:
    token = view.tokens[noun]
    if token.tag[:2] != "NN" or token.lemma in words("when", "event", "never"):
        return False
    mention = view.mention_at(noun)
    if mention is not None and view.mention(mention).kind in AGENTS | SITES:
        return False
    above = view.tokens[view.tokens[word].head].lemma
    return view.tokens[word].lemma not in {"after", "before"} or above not in words("when", "event", "never_of")


def _is_perfect(view: SentenceView, clause: int) -> bool:
    """Whether what "since" hangs on is told as going on until now: else it gives a reason."""
    above = view.tokens[clause].head
    return any(view.tokens[a].lemma == "have" for a in view.dependents(above, "aux"))


def _of_age_clause(view: SentenceView, word: int) -> Iterator[Hosted]:
    """ "When she was six", "when he was a child"."""
    verb = view.tokens[word].head
    clause = view.tokens[verb]
    if clause.lemma != "be" or clause.relation not in {"advcl", "relcl"} or clause.head == verb:
        return
    told = view.dependents(verb, "attr", "acomp")
    if any(view.tokens[t].tag == "CD" or view.tokens[t].lemma in words("when", "event", "ages") for t in told[:1]):
        yield Hosted(_when(view, word, _clause_end(view, word, verb), "in", None), _verb_of(view, clause.head))


def _of_age(view: SentenceView, word: int) -> Iterator[Hosted]:
    """ "Joined the group aged 14", "at the age of 14"; not who "two children aged 14" are."""
    numbers = [t for t in view.subtree(word) if view.tokens[t].tag == "CD" and t > word]
    if not numbers:
        return
    if view.tokens[word].text.lower() == "age":
        at = view.tokens[word].head
        if view.tokens[at].lemma == "at":
            yield Hosted(_when(view, at, numbers[0], "in", None), _verb_of(view, view.tokens[at].head))
        return
    head = view.tokens[word].head
    if view.tokens[word].relation == "advcl" and view.tokens[head].tag[:1] == "V":
        yield Hosted(_when(view, word, numbers[0], "in", None), head)


def _of_life(view: SentenceView, word: int) -> Iterator[Hosted]:
    """ "All his life", wherever the tree hangs it."""
    whole = view.dependents(word, "predet")
    if whole and view.tokens[whole[0]].text.lower() == "all" and view.dependents(word, "poss"):
        yield Hosted(_when(view, whole[0], word, "during", None), _verb_of(view, view.tokens[word].head))


def _gap_before(view: SentenceView, word: int) -> int:
    """The first token of "two days" right before "after", else the word itself."""
    start = view.tokens[word].start
    for time in view.times:
        if time.start < start and not view.document.text[time.end : start].strip() and time.timex != "SET":
            return next(i for i, t in enumerate(view.tokens) if t.end > time.start)
    return word - 1 if word and view.tokens[word - 1].text.lower() in words("when", "units") else word


def _directly_on(view: SentenceView, time: When, verb: int) -> bool:
    inside = [i for i, t in enumerate(view.tokens) if t.start < time.end and time.start < t.end]
    above = {a for i in inside for a in (i, *view.ancestors(i)) if view.tokens[a].tag[:1] == "V"}
    nearest = next((a for i in inside for a in view.ancestors(i) if view.tokens[a].tag[:1] == "V"), None)
    return verb in above and nearest == verb


def _clause_end(view: SentenceView, word: int, verb: int) -> int:
    """The last token of a clause, at most up to the first comma behind its verb."""
    last = verb
    for t in view.subtree(verb):
        if t > verb and (t != last + 1 or view.tokens[t].relation == "punct"):
            break
        last = max(last, t)
    return last


def _phrase_end(view: SentenceView, noun: int) -> int:
    last = noun
    while True:
        below = [c for c in view.children[last] if c > last and view.tokens[c].relation not in {*_ENDS, "punct"}]
        if not below:
            return last
        last = max(below)


def _verb_of(view: SentenceView, host: int) -> int:
    """The verb or noun above the adverbs, prepositions and units ("days after …") that a time hangs on."""
    seen = {host}
    while view.tokens[host].head not in seen and (
        view.tokens[host].tag in {"IN", "RB", "TO"} or view.tokens[host].text.lower() in words("when", "units")
    ):
        host = view.tokens[host].head
        seen.add(host)
    return host


def _when(view: SentenceView, first: int, last: int, relation: str, inner: When | None) -> When:
    start, end = view.tokens[first].start, min(view.tokens[last].end, view.tokens[first].start + _LONGEST)
    text = view.document.text[start:end]
    bare = When(start=start, end=end, text=text, relation=relation, rule="event")
    if inner is None or (inner.earliest is None and inner.latest is None):
        return bare
    earliest = None if relation in {"before", "until"} else inner.earliest
    latest = {"since": _today(view), "after": None}.get(relation, inner.latest)
    return When(
        start=start,
        end=end,
        text=text,
        timex=inner.timex,
        value=inner.value,
        earliest=earliest,
        latest=latest if latest is None or earliest is None or latest >= earliest else None,
        extent=Extent.THROUGHOUT if relation in {"since", "until"} else Extent.WITHIN,
        relation=relation,
        anchor=inner.anchor,
        anchor_date=inner.anchor_date,
        rule="event",
        problem=inner.problem,
    )


def _today(view: SentenceView) -> str | None:
    anchor = view.document.publication.anchor
    return None if anchor is None else anchor[:10]
