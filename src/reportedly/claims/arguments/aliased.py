"""Names that stand behind another name as an alias: what follows them is said of the one before."""

from __future__ import annotations

from reportedly.claims.syntax.grammar import SentenceView
from reportedly.records.mention import Form, Kind
from reportedly.resources.lexicon import words


def bearer(view: SentenceView, token: int) -> int:
    """Of "X (a.k.a. Y)", "X, alias Y" the X, where the tree makes Y the head of what follows."""
    here = next((m for m in view.headed.get(token, ()) if view.mention(m).form == Form.NAME), None)
    if here is None:
        return token
    start = view.mention(here).start
    before = [m for m in view.mentions if view.mention(m).end <= start and view.mention(m).form == Form.NAME]
    for m in before[-1:]:
        between = view.document.text[view.mention(m).end : start].lower().strip(" ,(\"“'‘")
        if between in words("alias", "cues") and view.mention(m).kind == Kind.PERSON:
            return view.heads[m]
    return token
