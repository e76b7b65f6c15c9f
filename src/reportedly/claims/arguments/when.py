"""When a claim is dated: the expression of time of its own sentence that belongs to its trigger by syntax.

A day comes before a time that another event tells ("after the war", see `tied`) where both hang on the same word.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from reportedly.claims.arguments.incidents import head_of
from reportedly.claims.arguments.pictures import came_out, medium_noun
from reportedly.claims.arguments.same_scene import one_scene
from reportedly.claims.arguments.tied import Hosted, tied_times
from reportedly.claims.extractor import Draft
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import has_to, is_in
from reportedly.ontology.ontology import load_ontology
from reportedly.records.claim import Modality
from reportedly.records.mention import AGENTS, Form, Kind
from reportedly.records.when import When
from reportedly.resources.lexicon import words

#: What is told so may lie ahead.
_TO_COME: Final = frozenset({Modality.PLANNED, Modality.POSSIBLE, Modality.HYPOTHETICAL})
#: From a clause to the one above it, where both are told of one time.
_SHARED: Final = frozenset({"conj", "xcomp", "advcl", "pcomp", "acl"})
_INSIDE: Final = frozenset(
    {"prep", "pobj", "npadvmod", "advmod", "nmod", "compound", "amod", "nummod", "tmod", "dep", "poss"}
)


def time_of(view: SentenceView, draft: Draft, modality: Modality) -> When | None:
    """The time of a draft: what the extractor found, else what hangs on its trigger or on the clause around it.

    What is told to have happened is over by the day of publication: of "this month" its later days are left off.
    """
    found = _time_of(view, draft)
    return found if found is None or modality in _TO_COME else _until_told(found, view.document.publication.anchor)


def _until_told(time: When, published: str | None) -> When:
    day = None if published is None else published[:10]
    if day is None or time.earliest is None or time.latest is None or not time.earliest <= day < time.latest:
        return time
    return msgspec.structs.replace(time, latest=day)


def _time_of(view: SentenceView, draft: Draft) -> When | None:
    if draft.time is not None:
        return _given(view, draft.time)
    if draft.time_fixed or draft.identity:
        return None
    hosts = [(time, host) for time, host in _hosts(view) if not _describes(view, time, host)]
    at = view.tokens[draft.trigger]
    tied = [h for h in tied_times(view) if not h.time.start <= at.start < h.time.end]
    if not hosts and not tied:
        return None
    for level in _levels(view, draft):
        found = [time for time, host in hosts if host == level] or [time for time, host in tied if host == level]
        if found:
            return min(found, key=lambda t: (not _is_dated(t), t.start < at.start, abs(t.start - at.start)))
    return _heading(view)


def _heading(view: SentenceView) -> When | None:
    """The time that opens an entry of a chronicle ("Dec. 18: Rebels take Ruda"), which holds for all of it."""
    for time in view.times[:1]:
        behind = view.document.text[time.end : time.end + 4].lstrip()
        if time.start == view.sentence.start and behind[:1] in {":", "–", "—"}:
            return time
    return head_of(view).time


def _is_dated(time: When) -> bool:
    """Whether days bound it: "on Sunday for the third day" is Sunday."""
    return time.earliest is not None or time.latest is not None


def _given(view: SentenceView, span: tuple[int, int]) -> When:
    start, end = span
    inside = [t for t in view.times if t.start >= start and t.end <= end]
    if len(inside) == 1:
        return inside[0]
    return When(start=start, end=end, text=view.document.text[start:end], rule="extractor")


def _hosts(view: SentenceView) -> Iterator[Hosted]:
    """Each time of the sentence with the verb or noun that it hangs on."""
    for time in view.times:
        if time.end > view.sentence.end:
            continue
        if _is_gap(view, time) or _is_in_name(view, time):
            continue
        inside = [i for i, t in enumerate(view.tokens) if t.start < time.end and time.start < t.end]
        if not inside:
            continue
        top = next((i for i in inside if view.tokens[i].head not in inside or view.tokens[i].head == i), inside[-1])
        seen = {top}
        while view.tokens[top].relation in {"pobj", "pcomp", "prep"} and view.tokens[top].tag[:1] != "V":
            above = view.tokens[top].head
            if above in seen or view.tokens[above].tag[:1] in {"V", "N"}:
                top = above
                break
            seen.add(above)
            top = above
        else:
            top = view.tokens[top].head
        ahead = _ahead_of(view, inside[0])
        yield Hosted(time, _doing(view, time, top) if ahead is None else ahead)


def _ahead_of(view: SentenceView, first: int) -> int | None:
    """Of "met ahead of the summit on 5 June" the summit, which the day right behind it dates, and not the meeting."""
    noun = first - 2
    if noun < 2 or view.tokens[first - 1].tag != "IN" or view.tokens[noun].tag[:1] != "N":
        return None
    above = view.tokens[noun].head
    if view.tokens[noun].relation != "pobj" or above >= noun:
        return None
    outer = view.tokens[view.tokens[above].head].text.lower()
    told = {f"{outer} {view.lows[above]}", view.lows[above]}
    return noun if told & words("when", "ahead") else None


def _doing(view: SentenceView, time: When, host: int) -> int:
    """Of "the army in the last 24 hours struck …" the verb; of "the fall of Ruda, Dec. 10" the verb of the clause."""
    word = view.tokens[host]
    behind = time.start > word.start
    if word.tag[:1] != "N" or not behind:
        return host
    verb = word.head if word.relation == "nsubj" and view.tokens[word.head].tag[:1] == "V" else None
    mention = view.mention_at(host)
    agent = mention is not None and view.mention(mention).kind in AGENTS
    if verb is not None and agent and time.end <= view.tokens[verb].start:
        return verb
    return host


def _describes(view: SentenceView, time: When, noun: int) -> bool:
    """As in "the 2015 champion said": a time before a party tells which one; behind it, it is that of what follows."""
    mention = view.mention_at(noun)
    return mention is not None and view.mention(mention).kind in AGENTS and time.start < view.tokens[noun].start


def _is_in_name(view: SentenceView, time: When) -> bool:
    """A month that is somebody's name ("Mahmoud Rajab"), the day in "the March 14 Alliance"."""
    names = [view.mention(m) for m in view.mentions if view.mention(m).kind in {Kind.PERSON, Kind.GROUP}]
    return any(m.form == Form.NAME and m.start < time.end and time.start < m.end for m in names)


def _is_gap(view: SentenceView, time: When) -> bool:
    """As in "days after the army took the town": only how long after something else, which is no time by itself."""
    told = time.text.lower().split()
    if any(w.isdigit() and len(w) == 4 for w in told) or not set(told) & words("when", "units"):
        return False
    if told[-1] in words("when", "beside"):
        return True
    following = next((t for t in view.tokens if t.start >= time.end), None)
    return following is not None and following.text.lower() in words("when", "beside") and told[0] != "in"


def _levels(view: SentenceView, draft: Draft) -> Iterator[int]:
    """The trigger, what belongs to it, and then what it hangs on, as far as one time holds for both."""
    trigger = draft.trigger
    yield from _below(view, trigger, spoken=draft.predicate == "said")
    for aim in view.dependents(trigger, "xcomp", "advcl"):  # "was appointed to lead the guard in May"
        if has_to(view, aim):
            yield from _below(view, aim)
    yield from one_scene(view, trigger)
    # "A strike on Monday hit two trucks", "the army on Monday shelled Ruda"
    own = [s for s in view.dependents(trigger, "nsubj") if s < trigger]
    yield from own
    yield from (h for s in own for h in view.prepositional(s, "of"))
    seen = {trigger}
    here = trigger
    while True:
        word = view.tokens[here]
        if word.head in seen or _is_apart(view, here):
            return
        verb = word.tag[:1] in {"V", "M"} and word.relation != "prep"  # "including two strikes"
        if verb and word.relation in {"acl", "advcl"} and word.tag == "VBN" and _is_lasting(draft.predicate):
            return  # "the Front, based in Ruda, has fought there since 2014"
        if verb and word.relation not in _SHARED and not _of_act(view, here) and not _tells_what(view, here):
            return
        if verb and word.relation == "conj" and view.dependents(here, "nsubj", "nsubjpass"):
            return
        here = word.head
        seen.add(here)
        yield here
        yield from view.prepositional(here, "with")  # "struck Ruda with two bombs on 25 May, killing 19"
        yield from one_scene(view, here)


def _is_lasting(predicate: str) -> bool:
    entry = next((p for p in load_ontology().predicates if p.name == predicate), None)
    return entry is not None and entry.group.value == "lasting"


def _below(view: SentenceView, word: int, *, spoken: bool = False) -> Iterator[int]:
    """A word and what belongs to it. spoken: of "condemned the attacks on Monday", which dates the attacks."""
    yield word
    own = {"xcomp", "prep"} if spoken else {"dobj", "attr", "xcomp", "nsubjpass", "prep"}
    yield from (c for c in view.children[word] if view.tokens[c].relation in own)
    yield from (
        c
        for p in view.dependents(word, "prep", "agent", *([] if spoken else ["dobj"]))
        for c in view.children[p]
        if view.tokens[c].relation in {"pobj", "prep"} and view.lows[p] not in words("when", "ahead")
    )


def _is_apart(view: SentenceView, here: int) -> bool:
    """Whether what stands above a word is told of another time: over "after" and "since", over "urged to".

    The day on which a picture came out is not that of what it shows.
    """
    word = view.tokens[here]
    if came_out(view, word.head) and (medium_noun(view, here) is not None or is_in(view, here, "photograph", "shows")):
        return True
    if word.relation in {"pobj", "pcomp"} and view.tokens[word.head].lemma in words("when", "apart"):
        return True
    if word.relation in {"advcl", "relcl", "acl"} and any(
        view.tokens[m].lemma in words("when", "apart") for m in view.dependents(here, "mark")
    ):
        return True
    return (
        word.relation in {"xcomp", "ccomp"}
        and has_to(view, here)
        and view.tokens[word.head].lemma in words("when", "asking")
    )


def _tells_what(view: SentenceView, verb: int) -> bool:
    """As in "posts, which include a camp in support of the siege": the clause only tells what belongs to a thing."""
    return view.tokens[verb].relation == "relcl" and view.tokens[verb].lemma in words("when", "consisting")


def _of_act(view: SentenceView, verb: int) -> bool:
    """As in "On Monday they carried out two attacks which killed 12": the clause tells what the act itself did."""
    word = view.tokens[verb]
    inside = [p for c in view.dependents(verb, "prep") for p in view.dependents(c, "pobj")]  # "in which 12 were killed"
    pronoun = any(view.tokens[s].tag in {"WDT", "WP"} for s in (*view.dependents(verb, "nsubj"), *inside))
    if word.relation != "relcl" or not pronoun:
        return False
    act = word.head
    while view.tokens[act].relation == "pobj" and not is_in(view, act, "attack", "nouns", "sure"):
        act = view.tokens[view.tokens[act].head].head  # "attacks in the market of Ruda which killed 12"
        if view.tokens[act].tag[:1] != "N":
            return False
    return is_in(view, act, "attack", "nouns", "sure")
