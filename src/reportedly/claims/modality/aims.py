"""Whether what an infinitive or a noun of action names was done, or only meant, tried, feared."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from reportedly.claims.extractor import Draft
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.hanging import answered_once
from reportedly.claims.syntax.phrases import base, has_to
from reportedly.records.claim import Modality, Polarity
from reportedly.resources.lexicon import words


class Aim(StrEnum):
    """How far it got."""

    DONE = "done"  # no sign that it was not
    PLANNED = "planned"  # vowed, promised, threatened
    PURPOSE = "purpose"  # what something was done for
    TRIED = "tried"  # no outcome told
    FAILED = "failed"


@answered_once
def aim(view: SentenceView, verb: int) -> Aim:
    """How the words above a verb hold it; a finite verb is done (hedges and denials are read elsewhere)."""
    first = view.first_conjunct(verb)
    own = has_to(view, verb)
    word = view.tokens[verb]
    if (
        not own
        and word.tag == "VB"
        and word.relation in {"ccomp", "xcomp"}
        and base(view, word.head) in {"help", "let", "make"}
    ):
        return aim(view, word.head)
    if not own and (first == verb or not has_to(view, first) or view.dependents(verb, "nsubj", "nsubjpass")):
        return _participle(view, verb)
    token = view.tokens[verb if own and view.tokens[verb].relation != "conj" else first]
    if token.relation in {"ROOT", "parataxis"}:
        return Aim.PLANNED  # "President to visit Ruda"
    above = token.head
    name = base(view, above)
    if token.relation in {"xcomp", "ccomp", "csubj"} or view.tokens[above].tag[:1] in {"J"}:
        if name in words("aims", "failed"):
            return Aim.FAILED
        if was_able(view, above):
            return Aim.DONE
        if name in words("aims", "tried"):
            return Aim.TRIED
        goals = [s for s in view.dependents(above, "nsubj") if base(view, s) in words("aims", "planned_nouns")]
        if name == "be" and goals:
            return Aim.PLANNED  # "its goal is to take Ruda"
        if name in words("aims", "done"):
            return aim(view, above) if view.tokens[above].tag[:1] == "V" else Aim.DONE
        if name in words("aims", "planned"):
            return Aim.PLANNED
        return Aim.PURPOSE
    if view.tokens[above].tag[:1] == "N":
        return Aim.PLANNED if name in words("aims", "planned_nouns") else Aim.PURPOSE
    return Aim.PLANNED if name in {"plan", "vow", "intend", "threaten", "pledge", "plot"} else Aim.PURPOSE


def was_able(view: SentenceView, token: int) -> bool:
    """As in "were able to reach Ruda", "has been able to": who was able has done it; who is able may not have."""
    be = view.tokens[token].head
    auxiliaries = {view.tokens[c].tag for c in view.dependents(be, "aux")}
    over = view.tokens[be].tag in {"VBD", "VBN"} and "MD" not in auxiliaries
    return base(view, token) == "able" and base(view, be) == "be" and over


def is_yet(view: SentenceView, verb: int) -> bool:
    """As in "has yet to send troops", "were yet to arrive"."""
    yet = any(view.lows[c] == "yet" for c in view.dependents(verb, "advmod"))
    return yet and view.tokens[verb].lemma in {"have", "be"}


def noun_aim(view: SentenceView, noun: int) -> Aim:
    """How the words around a noun of action hold it ("the threat of an attack", "plotted an attack")."""
    token = view.tokens[noun]
    if token.head == noun:
        return Aim.DONE
    above = token.head
    if view.tokens[above].tag == "IN":
        preposition, above = view.tokens[above].lemma, view.tokens[above].head
        if preposition in {"of", "against", "for", "from", "to"} and base(view, above) in words("aims", "unreal_nouns"):
            return Aim.PURPOSE
        if preposition == "for" and base(view, above) in words("aims", "ready_for"):
            return Aim.PLANNED
        known = any(view.lows[c] in {"the", "this", "that"} for c in view.dependents(noun, "det"))
        warned = view.tokens[above].head if view.tokens[above].relation == "dobj" else above  # "warned people of"
        if preposition in {"of", "about"} and base(view, warned) in words("aims", "warning_of") and not known:
            return Aim.PURPOSE
        if preposition == "from" and base(view, above) in {"protect", "defend", "safeguard", "shield"}:
            return Aim.PURPOSE
        return (
            Aim.PURPOSE if preposition == "against" and base(view, above) in words("aims", "unreal_verbs") else Aim.DONE
        )
    if token.relation not in {"dobj", "nsubjpass", "xcomp", "conj", "pobj"}:
        return Aim.DONE
    name = base(view, above)
    if name in words("aims", "planned_verbs"):
        return Aim.PLANNED
    return Aim.PURPOSE if name in words("aims", "unreal_verbs") else Aim.DONE


def held(draft: Draft, how: Aim) -> Draft:
    """The draft with the modality or polarity that its aim gives."""
    if how in {Aim.PLANNED, Aim.PURPOSE, Aim.TRIED}:
        return msgspec.structs.replace(draft, modality=Modality.PLANNED)
    return msgspec.structs.replace(draft, polarity=Polarity.NEGATIVE) if how == Aim.FAILED else draft


def _participle(view: SentenceView, verb: int) -> Aim:
    """As in "committed to carrying out attacks", "prevented from entering", "aimed at retaking"."""
    token = view.tokens[verb]
    if token.tag != "VBG" or token.relation != "pcomp":
        return Aim.DONE
    preposition = view.tokens[token.head]
    above = base(view, preposition.head)
    if preposition.lemma == "for" and view.tokens[preposition.head].tag[:1] == "N":
        return Aim.PURPOSE
    if preposition.lemma == "from" and above in {
        "prevent",
        "stop",
        "keep",
        "bar",
        "ban",
        "deter",
        "block",
        "prohibit",
        "discourage",
    }:
        return Aim.FAILED
    if preposition.lemma in {"toward", "towards"}:
        return Aim.PURPOSE
    if preposition.lemma in {"at", "on"} and above in words("aims", "aimed"):
        return Aim.PURPOSE
    return Aim.PLANNED if preposition.lemma == "to" and above in words("aims", "planned") else Aim.DONE
