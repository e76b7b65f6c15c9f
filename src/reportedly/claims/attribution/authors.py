"""Who speaks by a paper: of "a statement by X" and "his letter" X and him, of "a report in the Post" the Post."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.claims.attribution.quotations import quoted_tokens
from reportedly.claims.attribution.tellers import Statement, Teller, is_plain_paper, is_voice, names_outlet, teller_at
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, is_in
from reportedly.records.mention import AGENTS, BODIES, Form
from reportedly.resources.lexicon import words


def author_of(view: SentenceView, paper: Teller) -> Teller | None:
    """The author of a paper, where the sentence tells him; None where the paper speaks for itself.

    What somebody utters ("statement", "letter") is his own words. A report stands beside its author ("the panel’s
    report") and gives way only to the outlet that carries it.
    """
    name = base(view, paper.head)
    if name in words("voices", "nouns", "uttered"):
        heads = [*view.dependents(paper.head, "poss"), *_behind(view, paper.head, "by", "from", "of", "on"),
                 *_issuers(view, paper.head)]  # fmt: skip
        return next((t for h in heads if _may_speak(view, h) and (t := teller_at(view, h)) is not None), None)
    if name in words("voices", "nouns", "carried"):
        return _outlet(view, paper.head)
    return None


def _behind(view: SentenceView, noun: int, *prepositions: str) -> list[int]:
    """Of "a statement by X", "a letter sent by X" X."""
    clauses = [c for c in view.dependents(noun, "acl") if is_put_out(view, c)]
    agents = [a for c in clauses for a in view.agents(c)]
    return [*view.prepositional(noun, *prepositions), *agents]


def is_put_out(view: SentenceView, verb: int) -> bool:
    """As in "a statement issued by", "a letter published in"."""
    return base(view, verb) in words("voices", "verbs", "issuing") | words("voices", "verbs", "publishing")


def _issuers(view: SentenceView, noun: int) -> list[int]:
    """Of "X issued a statement denying that …" X."""
    word = view.tokens[noun]
    issued = word.relation == "dobj" and base(view, word.head) in words("voices", "verbs", "issuing")
    return view.doers(word.head) if issued else []


def _may_speak(view: SentenceView, head: int) -> bool:
    if view.tokens[head].tag in {"PRP", "PRP$"}:
        return True
    mention = view.mention_at(head)
    return is_voice(view, head) or (mention is not None and view.mention(mention).kind in AGENTS)


def _outlet(view: SentenceView, noun: int) -> Teller | None:
    """Of "a report in Monday’s issue of the weekly X" X, however deep it stands; "by X" only of what is an outlet."""
    for p in view.dependents(noun, "prep"):
        below = frozenset(view.subtree(p))
        for m in view.mentions if view.lows[p] in {"in", "on", "by", "from", "of"} else ():
            mention = view.mention(m)
            if mention.form == Form.NAME and view.heads[m] in below and mention.kind in BODIES:
                told = {base(view, t) for t in below if t <= view.heads[m]} & words("voices", "kinds", "outlet")
                if view.lows[p] in {"in", "on"} or told or names_outlet(mention.text):
                    return Teller(start=mention.start, end=mention.end, head=view.heads[m], mention=m)
        titled = [t for t in sorted(quoted_tokens(view) & below) if view.tokens[t].tag[:3] in {"NNP", "FW", "IN"}]
        if titled and any(is_in(view, t, "voices", "kinds", "outlet") for t in below):  # "the weekly “Belik Life”"
            start, end = view.tokens[titled[0]].start, view.tokens[titled[-1]].end
            return Teller(start=start, end=end, head=titled[-1], mention=view.mention_at(titled[-1]))
    return None


def named_before(
    views: Sequence[SentenceView],
    statements: Sequence[Sequence[Statement]],
    view: SentenceView,
    paper: Teller,
) -> tuple[SentenceView, Teller]:
    """Of "the release said" the release named before, or whoever spoke in it: papers stand in no chain."""
    if not is_plain_paper(view, paper):
        return view, paper
    name = view.tokens[paper.head].lemma
    for index in reversed(range(view.index + 1)):
        earlier = views[index]
        for statement in reversed(statements[index]):
            for other in statement.tellers:
                same = earlier.tokens[other.head].lemma == name and other.end - other.start > len(name) + 2
                if same and (index < view.index or other.end <= paper.start):
                    return earlier, other
        before = [t for t, w in enumerate(earlier.tokens) if w.lemma == name and w.end < paper.start]
        for noun in before if name in words("voices", "nouns", "uttered") else ():
            speaker = _spoke_in(earlier, statements[index], noun)
            if speaker is not None:
                return earlier, speaker
    return view, paper


def _spoke_in(view: SentenceView, statements: Sequence[Statement], paper: int) -> Teller | None:
    """Whose words a paper is that a sentence speaks of: of "X said in a statement", "X issued a statement" X."""
    word = view.tokens[paper]
    if word.relation == "pobj" and view.lows[word.head] == "in":
        above = view.tokens[word.head].head
        told = [s for s in statements if s.verb and s.tellers and s.cue == above]
        return told[-1].tellers[-1] if told else None
    return author_of(view, Teller(start=word.start, end=word.end, head=paper))


def goes_on_speaking(view: SentenceView, statement: Statement) -> bool:
    """Whether "he" is whoever spoke last, whatever stands in his chain, as in "he added"."""
    if view.lows[statement.tellers[0].head] not in {"he", "she"}:
        return False
    return told_of_himself(view, statement) or base(view, statement.cue) in words("voices", "verbs", "continuing")


def told_of_himself(view: SentenceView, statement: Statement) -> bool:
    """Of "Varek had been arrested before, he said", with Varek in the chain of "he": he would say it by name."""
    own = statement.tellers[0].mention
    named = (m for m in view.mentions if view.mention(m).form == Form.NAME and view.heads[m] in statement.content)
    return own is not None and any(view.canonical(m) == view.canonical(own) for m in named)
