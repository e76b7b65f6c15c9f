"""Subjects and objects that trees hang elsewhere: questions that `grammar` asks where it finds none in their place.

Token arguments and answers are indexes into the tokens of the sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reportedly.resources.lexicon import words

if TYPE_CHECKING:
    from reportedly.claims.syntax.grammar import SentenceView

#: How many tokens may describe one person of a list: ", secretary-general of the Third Front,".
_DESCRIPTION: Final = 12
_BEFORE_NAMES: Final = frozenset({"NNP", "NNPS", "NN", "JJ", "POS", "HYPH"})


def beyond_description(view: SentenceView, noun: int) -> list[int]:
    """Of "A, chief of X, and B came", with B joined to the chief: B; of the bodies "A, B and C", with B apposed, B."""
    apposed = view.dependents(noun, "appos")
    if not apposed:
        return []
    if view.is_body(noun):
        near = [a for a in apposed if view.is_body(a) and view.dependents(a, "cc", "conj")]
        return [a for a in near if all(view.tokens[t].tag[:1] != "V" for t in range(noun, a))]
    described = [a for a in apposed if not view.is_named(a)]
    joined = [c for a in described for c in view.dependents(a, "conj") if view.tokens[c].tag == "NNP"]
    if not view.is_person(noun):
        return []
    return list(dict.fromkeys([*(c for c in joined if view.is_person(c)), *_described_one_by_one(view, noun)]))


def _described_one_by_one(view: SentenceView, noun: int) -> list[int]:
    """Of "A, head of X, B, chief of Y, and Z leader C" B and C, whatever the tree makes of so long a list.

    It has to be closed with "and", and no verb may follow: "he told A, head of X, and B said" is no list.
    """
    found: list[int] = []
    at, closed, described = noun + 1, False, False
    while not closed and at + 1 < len(view.tokens) and view.lows[at] == ",":
        closed = view.lows[at + 1] == "and"
        head = _person_from(view, at + 1 + closed)
        if head is not None:
            found.append(head)
            described = described or any(view.tokens[t].tag == "NN" for t in range(at, head))
            at = head + 1
            continue
        stop = next((t for t in range(at + 1, min(at + _DESCRIPTION, len(view.tokens))) if view.lows[t] == ","), None)
        if closed or stop is None or any(view.tokens[t].tag[:1] in {"V", "M", "P"} for t in range(at + 1, stop)):
            return []
        at, described = stop, True
    ends = at == len(view.tokens) or view.tokens[at].tag[:1] not in {"V", "M", "W"}
    return found if closed and described and ends else []


def _person_from(view: SentenceView, first: int) -> int | None:
    """The head of a person's name that begins at a token, perhaps with a title or office before it."""
    for head in range(first, min(first + _DESCRIPTION, len(view.tokens))):
        if view.tokens[head].tag not in _BEFORE_NAMES:
            return None
        mention = view.mention_at(head)
        if mention is not None and view.heads[mention] == head and view.is_person(head):
            return head
    return None


def opening(view: SentenceView, saying: int) -> list[int]:
    """Of "A, the report said, had left" A, which the tree takes for a time."""
    found = []
    for noun in view.dependents(saying, "npadvmod"):
        span = view.subtree(noun)
        if span[0] == 0 and span[-1] < saying and view.lows[span[-1] + 1] == "," and view.is_named(noun):
            found.append(noun)
    return found


def asked(view: SentenceView, verb: int) -> list[int]:
    """Of "pressed the army to stop" the army, wherever "stop" hangs: the object right before "to"."""
    to = next((c for c in view.dependents(verb, "aux") if view.tokens[c].tag == "TO"), None)
    if to is None or to == 0 or view.tokens[to - 1].relation != "dobj":
        return []
    asked = to - 1
    return [asked] if view.tokens[view.tokens[asked].head].tag[:1] == "V" else []


def meaning_to(view: SentenceView, verb: int) -> list[int]:
    """Of "X has no plans to attack Y", "X's decision to leave" who would do it: X."""
    noun = view.tokens[verb].head
    if not any(view.tokens[c].tag == "TO" for c in view.dependents(verb, "aux")):
        return []
    if view.bases[noun] not in words("aims", "own_nouns"):
        return []
    above = view.tokens[noun].head
    having = view.tokens[noun].relation == "dobj" and view.bases[above] in words("aims", "having")
    return view.dependents(noun, "poss") or (view.subjects(above) if having else [])


def before_gerund(view: SentenceView, verb: int) -> list[int]:
    """Of "the quarrel led to X leaving Y", "resulted in X breaking away" X: a party by name right before "-ing".

    "Returned to Doran leaving the rest behind" tells of who returned: a state or a place is left out.
    """
    token = view.tokens[verb]
    if token.tag != "VBG" or verb < 2 or token.relation not in {"pcomp", "advcl"}:
        return []
    noun = view.tokens[verb - 1]
    above = token.head if token.relation == "pcomp" else view.tokens[noun.head].head
    behind = noun.relation == "pobj" and (noun.head if token.relation == "pcomp" else token.head) == above
    return [verb - 1] if behind and (view.is_person(verb - 1) or view.is_body(verb - 1)) else []


def mislabelled(view: SentenceView, verb: int) -> list[int]:
    """Subjects under another name, where the verb has none.

    Of "The Third Guard control Y", read as a word before a noun "control", the guard; of "X (XY), an ally of Y, has
    claimed", with X apposed to the verb, X.
    """
    gone = before_gerund(view, verb)
    if gone:
        return gone
    finite = view.tokens[verb].tag in {"VBP", "VBZ", "VBD"} and bool(view.dependents(verb, "dobj"))
    before = [c for c in view.dependents(verb, "compound", "nmod") if c == verb - 1 and view.tokens[c].tag[:2] == "NN"]
    if finite and before:
        return before
    told = finite or bool(view.dependents(verb, "aux"))
    apposed = [c for c in view.dependents(verb, "appos") if c < verb and view.is_named(c)]
    if told and len(apposed) == 1:
        return apposed
    listed = [c for c in view.dependents(verb, "ccomp") if c < verb and view.tokens[c].tag in {"VBD", "VBN", "VBZ"}]
    first = listed[0] if finite and view.tokens[verb].head == verb and listed else None
    return (
        [] if first is None else view.dependents(first, "nsubj")
    )  # "have killed nine, wounded two", read as "wounded"


def sharers(view: SentenceView, verb: int) -> list[int]:
    """The verb whose subject a joined verb shares.

    Of "X struck a post, and took two more, he added", with "took" joined to "added", it is "struck".
    """
    above = view.tokens[verb].head
    between = [s for s in view.dependents(above, "nsubj", "nsubjpass") if verb < s < above]
    if above < verb or not between:
        return after_relative(view, verb) or [above]
    told = [c for c in view.dependents(above, "ccomp") if c < verb and view.tokens[c].tag[:1] == "V"]
    return told[-1:]


def after_relative(view: SentenceView, verb: int) -> list[int]:
    """Of "were shot by gunmen who stopped the car, opened fire and fled", with "opened" hung on "shot", "stopped".

    The verb whose subject it shares; none where the first verb is active or nothing tells of who did it.
    """
    above = view.tokens[verb].head
    if not view.is_passive(above) or view.is_passive(verb) or view.tokens[verb].tag != "VBD":
        return []
    before = [c for c in view.dependents(above, "conj") if c < verb]
    if view.lows[verb - 1] != "," and not any(after_relative(view, c) for c in before):
        return []  # "…, and died"
    heads = [t for a in view.agents(above) for t in view.subtree(a)]
    return [t for t in heads if view.tokens[t].relation == "relcl" and view.tokens[t].tag == "VBD" and t < verb][:1]


def misplaced(view: SentenceView, verb: int) -> list[int]:
    """Of the headline "X meets Doran leader Y" Y, which the tree takes for an apposition of the verb."""
    finite = view.tokens[verb].tag in {"VBZ", "VBP", "VBD"}
    return [a for a in view.dependents(verb, "appos") if a > verb and view.is_person(a)] if finite else []


def shared_objects(view: SentenceView, verb: int) -> list[int]:
    """Of "founded and leads Y" Y for "founded"; of "Y, which X founded and still leads" Y for "leads"."""
    if view.is_passive(verb) or view.objects(verb):
        return []
    first = view.first_conjunct(verb)
    other = first if first != verb else next((c for c in view.dependents(verb, "conj") if c > verb), verb)
    low, high = sorted((verb, other))
    between = range(low + 1, high)
    near = other != verb and all(view.tokens[t].tag in {"CC", "RB", "RBR", ","} for t in between)
    return view.objects(other) if near and view.tokens[other].tag[:1] == "V" else []


def leads_to(view: SentenceView, earlier: int, later: int) -> bool:
    """Of "A, the mayor of X, and B came", with "and" hung on A and no list made of them, whether A and B come."""
    return any(view.tokens[c].lemma == "and" and earlier < c < later for c in view.dependents(earlier, "cc"))
