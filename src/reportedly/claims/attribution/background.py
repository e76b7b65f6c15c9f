"""Background: what is told aside of somebody with a name, which no voice around it is credited with.

Rule 15: of "Varek, who has led the Front for years, was killed, the ministry said" the ministry says that he was
killed; so of "Varek, arrested in May, was killed" and "the Front, a militia founded by Varek, left". What follows an
act or a thing ("a raid, which killed two, …") is still its words.
"""

from __future__ import annotations

from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.relatives import antecedent
from reportedly.records.mention import AGENTS, BODIES, Form

_TOLD_OF = frozenset({"who", "whom", "whose", "which"})
_ARTICLES = frozenset({"the", "its", "their", "his", "her"})


def background(view: SentenceView, token: int) -> frozenset[int]:
    """The tokens of the widest such clause around a token; none where it stands in no such clause."""
    found: frozenset[int] = frozenset()
    for clause in [token, *view.ancestors(token)]:
        relation = view.tokens[clause].relation
        aside = (
            (relation == "relcl" and _is_aside(view, clause))
            or (relation == "acl" and _is_participle(view, clause))
            or (relation == "appos" and clause != token and _is_description(view, clause))
        )
        if aside:
            found = frozenset(view.subtree(clause))
    return found


def _is_aside(view: SentenceView, clause: int) -> bool:
    """Whether a relative clause is set off by a comma from a name of a person or body, or from "the" body."""
    opens = view.subtree(clause)[0]
    if view.lows[opens] not in _TOLD_OF or not _follows_comma(view, opens):
        return False
    noun = antecedent(view, clause)
    return _is_somebody(view, noun) or _is_known_body(view, noun)


def _is_participle(view: SentenceView, clause: int) -> bool:
    """As in "Varek, arrested in May, …"."""
    opens = view.subtree(clause)[0]
    return opens == clause and _follows_comma(view, opens) and _is_somebody(view, view.tokens[clause].head)


def _is_description(view: SentenceView, noun: int) -> bool:
    """As in "the Front, a militia founded by Varek, …"; a name behind a name is a list or a place."""
    named = view.mention_at(noun)
    if named is not None and view.mention(named).form == Form.NAME:
        return False
    return _follows_comma(view, view.subtree(noun)[0]) and _is_somebody(view, view.tokens[noun].head)


def _follows_comma(view: SentenceView, token: int) -> bool:
    return token > 0 and view.tokens[token - 1].text == ","


def _is_somebody(view: SentenceView, noun: int) -> bool:
    mention = view.mention_at(noun)
    return mention is not None and view.mention(mention).form == Form.NAME and view.mention(mention).kind in AGENTS


def _is_known_body(view: SentenceView, noun: int) -> bool:
    mention = view.mention_at(noun)
    if mention is None or view.mention(mention).form != Form.NOMINAL or view.mention(mention).kind not in BODIES:
        return False
    single = view.tokens[noun].tag == "NN"
    return single and any(view.lows[c] in _ARTICLES for c in view.dependents(noun, "det", "poss"))
