"""Whom a pronoun means to whom something was done, right after somebody did something to somebody.

Of "Gunmen killed two officers. They were shot at close range." the officers were shot, whom a ranking of antecedents
takes for the gunmen, the subject of the sentence before.
"""

from __future__ import annotations

import msgspec

from reportedly.claims.arguments.parties import parties
from reportedly.claims.extractor import Filler
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base
from reportedly.claims.violence.doing import VICTIMS
from reportedly.records.mention import Form
from reportedly.resources.lexicon import words


def undergone(view: SentenceView, verb: int, found: Filler, *, alive: bool = False) -> Filler:
    """A party to whom a passive verb of violence is done; a pronoun for the doers before stands for their victims.

    alive: only those who were taken before can be meant ("was released").
    """
    mention = None if found.mention is None else view.mention(found.mention)
    before = view.previous
    if mention is None or before is None or mention.form != Form.PRONOUN or not view.is_passive(verb):
        return found
    chain = view.chain_index(found.mention) if found.mention is not None else None
    for act in range(len(before.tokens)):
        doers = [before.mention_at(d) for d in before.doers(act)] if _is_done(before, act, alive=alive) else []
        if chain is None or not any(d is not None and before.chain_index(d) == chain for d in doers):
            continue
        heads = before.undergoers(act)
        many = any(before.tokens[h].tag[-1:] == "S" or before.tokens[h].tag == "CD" for h in heads) or len(heads) > 1
        told = parties(before, heads, VICTIMS, victim=True)
        if len(told) == 1 and many == (mention.text.lower() in {"they", "them", "their"}):
            said = before.document.text[told[0].start : told[0].end]
            return msgspec.structs.replace(found, kind=told[0].kind, mention=None, name=said)
    return found


def _is_done(view: SentenceView, verb: int, *, alive: bool) -> bool:
    if view.tokens[verb].tag[:1] != "V":
        return False
    taken = words("custody", "captured", "sure") | words("custody", "abducted", "sure")
    hurt = (
        words("attack", "killing", "sure") | words("attack", "wounding", "sure") | words("attack", "verbs", "suffered")
    )
    return base(view, verb) in (taken if alive else taken | hurt)
