"""Which verbs of a sentence tell of one scene, so that a place or day told on one holds for the other."""

from __future__ import annotations

from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, is_in
from reportedly.resources.lexicon import words


def one_scene(view: SentenceView, verb: int) -> list[int]:
    """Later verbs of violence of the same doer, whose place and day hold for this one too, nearest first.

    As in "killed 14 soldiers and wounded 30 at a checkpoint in Ruda on Sunday"; nothing is shared over "then", "later"
    or another subject. What a verb has of its own is the caller's to look for first.
    """
    paired = _paired(view, verb)
    if view.tokens[verb].tag[:1] != "V" or base(view, verb) not in words("attack", "scene", "verbs"):
        return paired
    found: list[int] = paired
    for other in view.conjuncts(view.first_conjunct(verb)):
        if other <= verb:
            continue
        if _is_apart(view, verb, other):
            break
        found += [other] if other not in found else []
    return found


def _paired(view: SentenceView, verb: int) -> list[int]:
    """Of "were killed and 30 others wounded in …" the "wounded", of "are dead and 30 missing" the "missing".

    So too of "lost their lives and 30 others were wounded in …". Read from the words: trees hang such a second half in
    many ways.
    """
    lives = [o for o in view.dependents(verb, "dobj") if base(view, verb) == "lose" and base(view, o) == "life"]
    told = base(view, verb) == "dead" or base(view, verb) in words("attack", "scene", "verbs")
    if not lives and not (told and (view.tokens[verb].tag == "VBN" or base(view, verb) == "dead")):
        return []
    verb = max(lives, default=verb)
    if view.words_from(verb + 1, 1).lower() not in {"and", ",", "while"}:
        return []
    counted = False
    for t in range(verb + 2, min(verb + 11, len(view.tokens))):
        word = view.tokens[t]
        missing = word.text.lower() == "missing"
        if counted and (word.tag == "VBN" or missing or word.lemma in {"injured", "wounded"}) and word.lemma != "be":
            return [t] if missing or base(view, t) in words("attack", "scene", "verbs") else []
        counted = counted or _is_number(view, t) or word.text.lower() in {"a", "an"}
        if word.tag[:1] not in {"C", "R", "J", "I", "D"} and word.tag[:2] not in {"NN", "VB"}:
            return []
        if word.tag[:2] == "VB" and word.lemma not in {"be", "have"}:
            return []
    return []


def scene_before(view: SentenceView, verb: int) -> int | None:
    """The earlier verb of violence whose place holds for a later one ("raided Ruda and killed nine")."""
    if view.tokens[verb].tag[:1] != "V" or base(view, verb) not in words("attack", "scene", "verbs"):
        return None
    before = [v for v in view.conjuncts(view.first_conjunct(verb)) if v < verb and view.tokens[v].tag[:1] == "V"]
    violent = [v for v in before if base(view, v) in words("attack", "scene", "verbs")]
    return violent[-1] if violent and not _is_apart(view, violent[-1], verb) else None


def _is_apart(view: SentenceView, verb: int, other: int) -> bool:
    """Whether a later verb tells of another scene: its own subject, but a number ("and 60 wounded"), or "later"."""
    own = view.dependents(other, "nsubj", "nsubjpass")
    counted = view.tokens[other].tag == "VBN" and all(_is_number(view, s) or _is_theirs(view, s) for s in own)
    apart = {t.lemma for t in view.tokens[verb:other]} & words("where", "next_scene")
    return bool(apart) or (bool(own) and not counted) or base(view, other) not in words("attack", "scene", "verbs")


def _is_theirs(view: SentenceView, token: int) -> bool:
    """As in "were killed and their vehicle destroyed in …"."""
    return any(view.lows[c] in {"their", "his", "her", "its"} for c in view.dependents(token, "poss"))


def _is_number(view: SentenceView, token: int) -> bool:
    return view.tokens[token].tag == "CD" or is_in(view, token, "attack", "scene", "counted")
