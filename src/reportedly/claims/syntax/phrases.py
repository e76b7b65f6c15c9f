"""Phrases: the words around a noun that belong to its name or description, and what stands before a verb."""

from __future__ import annotations

from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.hanging import answered_once
from reportedly.resources.lexicon import words

_BEFORE = frozenset(
    {
        "amod",
        "compound",
        "nummod",
        "nmod",
        "quantmod",
        "advmod",
        "npadvmod",
        "punct",
        "poss",
        "case",
        "det",
        "predet",
        "preconj",
    }
)
_ABOUT = frozenset({"than", "more", "less", "at", "least", "about", "some", "over", "nearly", "almost", "around"})
_STRIP_TAGS = frozenset({"DT", "PDT", "PRP$", "POS", "CC", ",", ":", "``", "''", "-LRB-", "-RRB-", "WP$", "WDT", "RP"})


def base(view: SentenceView, token: int) -> str:
    """The lemma, also where headline capitals made the tagger see a name ("Drone Strikes Kill")."""
    return view.bases[token]


@answered_once
def has_to(view: SentenceView, verb: int) -> bool:
    """Whether "to" stands before a verb ("to attack")."""
    return any(view.tokens[c].tag == "TO" for c in view.dependents(verb, "aux"))


@answered_once
def reach(view: SentenceView, head: int) -> tuple[int, int]:
    """First and last token of a noun phrase without article, possessive pronoun and what follows its head."""
    below = {t for c in view.children[head] if view.tokens[c].relation in _BEFORE for t in view.subtree(c)}
    first = head
    while first - 1 in below and not _parts(view, first - 1) and not _is_dash(view, first - 1):
        first -= 1
    first = _with_number(view, _before_brackets(view, first, below))
    if first > 0 and view.lows[first] == "than" and view.lows[first - 1] in _ABOUT:
        first -= 1  # "more than 60 civilians", with "more" hung elsewhere
    while first < head and (
        view.tokens[first].tag in _STRIP_TAGS
        or view.tokens[first].lemma in {"both", "such", "-"}
        or _is_hedge(view, first)
    ):
        if view.lows[first] in {"some", "another"} and view.tokens[first + 1].tag == "CD":
            break  # "some thirty guards"
        if view.lows[first] == "up" and view.lows[first + 1] == "to":
            break  # "up to 16 soldiers"
        first += 1
    first = _behind_date(view, first, head)
    if first > 0 and view.lows[first] in {"less", "fewer"} and view.lows[first - 1] == "no":
        first -= 1  # "no fewer than 30 men"
    last = head
    if (
        last + 1 < len(view.tokens)
        and view.tokens[last].tag == "CD"
        and view.words_from(last + 1, 2).lower() == "or more"
    ):
        last += 2
    if last + 1 < len(view.tokens) and view.tokens[last + 1].tag == "CD" and view.tokens[last + 1].head == head:
        last += 1  # "Resolution 5"
    return first, last


def _behind_date(view: SentenceView, first: int, head: int) -> int:
    """Of "On 10 May Doran forces left", with the day hung on the forces, where they begin."""
    months = [t for t in range(first, head) if view.lows[t] in words("shapes", "no_name", "calendar")]
    dated = [t for t in months if view.tokens[t].tag[:3] == "NNP" and t > first and view.tokens[t - 1].tag == "CD"]
    return max(dated) + 1 if dated else first


def _before_brackets(view: SentenceView, first: int, below: set[int]) -> int:
    """Of "four Third Guard Front (TGF) fighters", which the brackets break, where the phrase begins."""
    opening = next((t for t in (first - 3, first - 1, first) if t > 0 and view.tokens[t].tag == "-LRB-"), 0)
    short = opening and opening + 2 < len(view.tokens) and view.tokens[opening + 2].tag == "-RRB-"
    if not short or view.tokens[opening - 1].tag[:2] != "NN" or not view.lows[opening + 1].isalnum():
        return first
    named = next((m for m in view.mentions if view.mention(m).end == view.tokens[opening - 1].end), None)
    if named is None:
        return first
    opens = next((i for i, t in enumerate(view.tokens) if t.start >= view.mention(named).start), first)
    return opens - 1 if opens > 0 and view.tokens[opens - 1].tag == "CD" else opens


def _is_hedge(view: SentenceView, token: int) -> bool:
    """As in "potentially dozens of homes", "reportedly 12 men": it says how sure the number is."""
    low = view.lows[token]
    return view.tokens[token].tag == "RB" and (
        low in words("hedges", "adverbs", "reported") or low in words("hedges", "adverbs", "possible")
    )


def _with_number(view: SentenceView, first: int) -> int:
    """Where the number right before a phrase begins, although the tree hung it elsewhere ("more than 60 men")."""
    before = first - 1
    if before < 0 or view.tokens[before].tag != "CD" or view.tokens[before].relation != "nummod":
        return first
    if view.tokens[before].head >= first:
        first = before
        while first > 0 and view.tokens[first - 1].lemma in _ABOUT:
            first -= 1
    return first


def _parts(view: SentenceView, token: int) -> bool:
    """A conjunction between two noun phrases ("the ministers and foreign guests"); not one inside a number."""
    if view.tokens[token].tag != "CC" or token == 0 or view.tokens[token - 1].tag[:1] != "N":
        return False
    head = view.tokens[token - 1].head  # "an Afghan and coalition force" is one
    return view.tokens[token - 1].relation not in {"nmod", "amod"} or view.tokens[head].tag != "NN"


def _is_dash(view: SentenceView, token: int) -> bool:
    """A dash between spaces ("Varek – head of the Guard – said")."""
    word = view.tokens[token]
    spaced = 0 < token < len(view.tokens) - 1 and view.tokens[token - 1].end < word.start
    return spaced and word.text in {"-", "–", "—"} and word.end < view.tokens[token + 1].start


def is_noun(view: SentenceView, token: int) -> bool:
    """A noun by tag, or by its place in the tree where the tagger saw a verb ("U.S. airstrikes against X")."""
    return view.nouns[token]


def phrase(view: SentenceView, head: int) -> tuple[int, int]:
    """Character range of `reach`."""
    first, last = reach(view, head)
    return view.tokens[first].start, view.tokens[last].end


def with_determiner(view: SentenceView, head: int, start: int) -> int:
    """Where "his fighters", "another soldier", "some villagers" begin: whose or which they are belongs to them."""
    before = next((t for t in range(reach(view, head)[0] - 1, -1, -1) if view.tokens[t].start < start), None)
    telling = before is not None and (view.tokens[before].tag == "PRP$" or view.lows[before] in {"another", "some"})
    return view.tokens[before].start if before is not None and telling else start


def with_whose(view: SentenceView, head: int, end: int) -> int:
    """Where "twelve members of the patrol", "prisoners of war" end: what stands right behind as "of" belongs to it."""
    for inner in view.prepositional(head, "of")[:1]:
        first, last = reach(view, inner)
        between = view.document.text[end : view.tokens[first].start].lower().split()
        if between in (["of"], ["of", "the"], ["of", "a"], ["of", "an"], ["of", "its"], ["of", "his"], ["of", "their"]):
            return with_whose(view, inner, view.tokens[last].end)
    return end


@answered_once
def modifiers(view: SentenceView, head: int) -> frozenset[str]:
    """Lemmas of the words that stand before a head and belong to it, however deep."""
    first, _ = reach(view, head)
    return frozenset(view.bases[first:head] + view.lows[first:head])


def compound_words(view: SentenceView, head: int) -> list[str]:
    """The head's lemma, and the pairs it makes with the word before it ("air strike", "suicide bombing")."""
    found = [base(view, head)]
    if head > 0 and view.tokens[head - 1].tag[:1] in {"N", "J", "V"}:
        found.insert(0, f"{base(view, head - 1)} {found[-1]}")
    elif head > 1 and view.tokens[head - 1].tag in {"HYPH", ":"}:
        found.insert(0, f"{base(view, head - 2)}-{found[-1]}")
    return found


def is_in(view: SentenceView, token: int, table: str, *keys: str) -> bool:
    """Whether a token's lemma, or its form, stands in a list of a word table."""
    known = words(table, *keys)
    return view.bases[token] in known or view.lows[token] in known


def particles(view: SentenceView, verb: int) -> set[str]:
    """Particles and prepositions that hang on a verb ("carry out", "fire at"), as lemmas."""
    return {view.tokens[c].lemma for c in view.dependents(verb, "prt", "prep", "advmod", "agent", "dative")}


def measured(view: SentenceView, head: int) -> int:
    """Of "a series of airstrikes", "one of the strikes" the strikes."""
    inner = view.prepositional(head, "of")
    counted = is_in(view, head, "described", "measure", "dropped") or view.tokens[head].tag == "CD"
    return inner[0] if inner and counted else head
