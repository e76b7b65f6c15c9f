"""Background: what a clause behind a comma tells of somebody with a name, which no voice around it is credited with.

Rule 15: of "Varek, who has led the Front for years, was killed, the ministry said" the ministry says that he was
killed. What follows an act or a thing ("a raid, which killed two, …") is still its words.
"""

from __future__ import annotations

from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.relatives import antecedent
from reportedly.records.mention import AGENTS, Form

_TOLD_OF = frozenset({"who", "whom", "whose", "which"})


def background(view: SentenceView, token: int) -> frozenset[int]:
    """The tokens of the widest such clause around a token; none where it stands in no such clause."""
    found: frozenset[int] = frozenset()
    for clause in [token, *view.ancestors(token)]:
        if view.tokens[clause].relation == "relcl" and _is_aside(view, clause):
            found = frozenset(view.subtree(clause))
    return found


def _is_aside(view: SentenceView, clause: int) -> bool:
    """Whether a relative clause is set off by a comma from a name of a person or body."""
    opens = view.subtree(clause)[0]
    if opens == 0 or view.lows[opens] not in _TOLD_OF or view.tokens[opens - 1].text != ",":
        return False
    mention = view.mention_at(antecedent(view, clause))
    return mention is not None and view.mention(mention).form == Form.NAME and view.mention(mention).kind in AGENTS
