"""Deaths that are told without a verb of killing: counted dead, lives lost, and deaths in the middle of violence."""

from __future__ import annotations

from reportedly.claims.extractor import Filler
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, is_noun, reach
from reportedly.records.document import EVIDENCE_ROLES
from reportedly.records.mention import Kind
from reportedly.resources.lexicon import words


def counted_hurt(view: SentenceView, token: int) -> Filler | None:
    """Of "nine dead", "620 civilian dead", "two wounded" said as a noun, the words from the number on; else None."""
    if token + 1 < len(view.tokens) and view.tokens[token + 1].tag[:1] == "N":
        return None  # "two wounded soldiers"
    first = token
    while first > 0 and view.tokens[first - 1].tag[:1] in {"J", "N"} and token - first < 2:
        first -= 1
    number = first - 1
    if number < 0 or view.tokens[number].tag != "CD" or (first != token and view.tokens[first].tag[:2] == "NN"):
        return None
    while view.tokens[number - 1].tag == "CD" and number > 0:
        number -= 1
    start = reach(view, token)[0] if reach(view, token)[0] < number else number
    return Filler(start=view.tokens[start].start, end=view.tokens[token].end, kind=Kind.POPULATION)


def is_list(view: SentenceView, token: int) -> bool:
    """Whether counted dead and wounded stand as nouns here: governed as one, after a colon, or beside such."""
    first = view.first_conjunct(token)
    word = view.tokens[first]
    if base(view, word.head) == "leave":
        return False
    if word.relation in {"dobj", "pobj", "appos", "attr", "oprd"} or (
        word.head == first and not _is_clause(view, first)
    ):
        return True
    before = range(max(0, first - 4), first)
    return any(view.tokens[t].text in {":", "–", "—", ";"} for t in before) and not _is_clause(view, first)


def _is_clause(view: SentenceView, token: int) -> bool:
    return bool(view.dependents(token, "nsubj", "nsubjpass", "auxpass", "aux", "cop"))


def lost_lives(view: SentenceView, verb: int) -> list[int]:
    """Of "four men lost their lives", "fighting cost 64 soldiers their lives" those who died; of others nobody."""
    lives = [o for o in view.objects(verb) if view.tokens[o].lemma in {"life", "lives"}]
    if not any(view.dependents(o, "poss") for o in lives):
        return []
    if base(view, verb) == "lose":
        return view.subjects(verb)
    return [o for o in view.objects(verb) if o not in lives and o < min(lives)]


def in_which(view: SentenceView, verb: int) -> int | None:
    """Of "the attack on Ruda in which 12 people died" the attack: the last noun of violence before "in which"."""
    first = view.first_conjunct(verb)
    if view.tokens[first].relation != "relcl":
        return None
    opening = next((t for t in range(first - 1, 0, -1) if view.tokens[t].tag == "WDT"), None)
    if opening is None or view.tokens[opening - 1].lemma not in {"in", "during"}:
        return None
    nouns = (t for t in range(opening - 2, -1, -1) if is_noun(view, t) or view.lows[t] == "fighting")
    fights = words("fighting", "clash", "nouns") - words("fighting", "clash", "weak") | {"battle"}
    known = words("attack", "nouns", "sure") | fights
    return next((t for t in nouns if base(view, t) in known or view.lows[t] in known), None)


def is_amid_violence(view: SentenceView) -> bool:
    """Whether the sentence, or the one before it in the report, tells of an attack, killing or fight."""
    before = view.previous
    near = [view] if before is None or before.block.role not in EVIDENCE_ROLES else [view, before]
    return any(_is_violent(v, t) for v in near for t in range(len(v.tokens)))


def _is_violent(view: SentenceView, token: int) -> bool:
    name = base(view, token)
    if view.tokens[token].tag[:1] == "V":
        return name in words("attack", "verbs", "sure") | words("attack", "killing", "sure") | words(
            "attack", "killing", "amid"
        )
    sure = is_noun(view, token) and name in words("attack", "nouns", "sure") - words("attack", "nouns", "bangs")
    weak = name in words("attack", "nouns", "weak") and not view.prepositional(
        token, "on", "against"
    )  # "the raid on X"
    return sure and not weak and name not in words("attack", "nouns", "flights")


def is_execution(view: SentenceView, verb: int) -> bool:
    """Whether "shot" ends in death here: "lined up and shot", "was dragged out and shot"; alone it may only wound."""
    if base(view, verb) not in words("attack", "killing", "shot") or view.tokens[verb].tag != "VBN":
        return False
    before = (v for v in view.conjuncts(view.first_conjunct(verb)) if v < verb)
    return any(base(view, v) in words("attack", "killing", "before_shooting") for v in before)
