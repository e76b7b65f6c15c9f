"""Statements of one sentence: who says, by which words, and which words are what was said.

Teller, cue and content are the source, cue and content of Pareti's attribution relations (PARC 3; PolNeAR). Content is
a set of tokens of the same sentence; what goes on in quotation marks over the sentence's end is another module's work
(`attribution`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from reportedly.claims.attribution.quotations import quoted_tokens
from reportedly.claims.attribution.reports import (
    accusing,
    calling,
    clauses_of_paper,
    framed_by_colon,
    framed_by_preposition,
    is_none,
    laid_on,
    putting_at,
    putting_out,
    reported_by_noun,
    summing_up,
)
from reportedly.claims.attribution.sayers import clause_before, closes, phrase_before, sayers_of, together
from reportedly.claims.attribution.tellers import Stance, Statement, Teller, hearers, is_voice, teller_at, tellers_of
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, is_in
from reportedly.resources.lexicon import words

#: How many words may stand between a quotation and who speaks it by a verb that says nothing else.
_NEAR: Final = 8
_ENDS: Final = frozenset({",", ".", "?", "!", "…"})
_IN_TITLES: Final = frozenset({"NNP", "NNPS", "-LRB-", "-RRB-", "POS"})


def find_statements(view: SentenceView) -> tuple[Statement, ...]:
    """All statements of a sentence, in order of their cues."""
    found: list[Statement] = []
    for token, word in enumerate(view.tokens):
        opens = token == 0 and view.lows[1:2] == ("that",)  # "Reports that …", which the tagger takes for a verb
        if word.tag[:1] == "V" and not opens:
            found += _of_verb(view, token)
        elif word.tag[:1] == "N" or opens:
            found += reported_by_noun(view, token)
        if word.tag in {"VBG", "IN"} and word.relation in {"prep", "pcomp", "advcl", "mark", "ROOT", "dep", "acl"}:
            found += framed_by_preposition(view, token)
    found += framed_by_colon(view)
    return tuple(_told_falsely(view, s) for s in _going_on(view, found))


def _told_falsely(view: SentenceView, statement: Statement) -> Statement:
    """Of "X was wrongly reported killed", "X falsely claimed that Y left": whoever calls it false denies it, not X."""
    how = view.dependents(statement.cue, "advmod")
    if statement.stance != Stance.SAYS or not any(view.lows[a] in words("hedges", "false", "adverbs") for a in how):
        return statement
    return msgspec.structs.replace(statement, stance=Stance.DENIES, tellers=())


def _going_on(view: SentenceView, found: list[Statement]) -> list[Statement]:
    """Of "X denied that A had left, saying that B came" the second: X goes on, and does not deny that B came.

    Trees hang such a participle on what was said before; it is set off by a comma.
    """
    outer_of: dict[int, Statement] = {}
    for s in found:
        word = view.tokens[s.cue]
        behind = word.tag == "VBG" and s.cue > 0 and view.tokens[s.cue - 1].text == ","
        if behind and word.relation == "advcl":
            around = [o for o in found if s.cue in o.content and o.tellers and o.cue < s.cue]
            if around:
                outer_of[s.cue] = max(around, key=lambda o: o.cue)
    if not outer_of:
        return found
    done = []
    for s in found:
        told_after = {t for cue, o in outer_of.items() if o is s for t in view.subtree(cue)}
        outer = outer_of.get(s.cue)
        cites = view.lows[s.cue] in {"citing", "quoting"}  # whom it cites is told by its own words
        tellers = s.tellers if outer is None or cites else (*hearers(view, s.cue), *outer.tellers)
        done.append(msgspec.structs.replace(s, content=s.content - told_after, tellers=tellers))
    return done


# ---- verbs
def _of_verb(view: SentenceView, verb: int) -> Iterator[Statement]:
    name = base(view, verb)
    denies, thinks = name in words("voices", "verbs", "denying"), name in words("voices", "verbs", "thinking")
    if name in words("voices", "verbs", "accusing"):
        yield from accusing(view, verb)
    if name in words("voices", "verbs", "laying"):
        yield from laid_on(view, verb)
    if name in words("voices", "verbs", "calling"):
        yield from calling(view, verb)
    if name in words("voices", "verbs", "publishing"):
        yield from putting_out(view, verb)
    passive = view.is_passive(verb)
    if name in words("voices", "verbs", "putting"):
        yield from putting_at(view, verb)
    if not passive and name in words("voices", "verbs", "quoting") and name not in words("voices", "verbs", "saying"):
        yield from _quoting(view, verb)
    if not (denies or thinks or name in words("voices", "verbs", "saying")):
        return
    if denies and _is_refused(view, verb, passive):
        return
    closing = None if denies or thinks or passive else _closing(view, verb)
    if closing is not None:
        yield closing
        return
    content, colon = _content(view, verb, passive)
    content -= summing_up(view, content)
    if _is_only_asked(view, verb, content):
        yield Statement(cue=verb, stance=Stance.WITHHOLDS, content=frozenset(content - {verb}))
        return
    if passive:
        known = words("voices", "verbs", "passive") | words("voices", "verbs", "passive_possible")
        tellers = tellers_of(view, view.agents(verb))
        confirmed = bool(tellers) and name in words("voices", "verbs", "with_object")
        if name not in known and not denies and not confirmed:
            return
        if _is_reduced(view, verb) and not tellers:
            return
        thinks = thinks or name in words("voices", "verbs", "passive_possible")
    else:
        tellers = sayers_of(view, verb)
        tellers = (*hearers(view, verb), *_quoted_by(view, verb, tellers), *tellers)
        if tellers and name in {"quote", "cite"}:  # "…, the Post quoted X as saying"
            tellers = (*tellers, *tellers_of(view, [o for o in view.objects(verb) if o > verb and is_voice(view, o)]))
    stance = Stance.DENIES if denies else Stance.THINKS if thinks else Stance.SAYS
    promises = name in words("voices", "verbs", "promising") and view.dependents(verb, "ccomp")
    if stance == Stance.SAYS and name in words("voices", "verbs", "settled") and not promises:
        stance = Stance.SETTLED
    if _is_withheld(view, verb):
        stance = Stance.WITHHOLDS
    if any(is_none(view, t.head) for t in tellers):
        if not view.dependents(verb, "ccomp"):
            return  # "no group has claimed responsibility for the attack": that it was is told by the report
        stance = Stance.WITHHOLDS
    if thinks and not content:
        return
    yield Statement(cue=verb, stance=stance, content=frozenset(content - {verb}), tellers=tellers, colon=colon)


def _quoted_by(view: SentenceView, verb: int, tellers: tuple[Teller, ...]) -> tuple[Teller, ...]:
    """Of "X, quoted by the Post, said" the Post, the outer voice."""
    clauses = [*view.dependents(verb, "advcl"), *(c for t in tellers for c in view.dependents(t.head, "acl"))]
    clauses = [c for c in clauses if view.tokens[c].tag == "VBN" and c < verb]
    relayed = [c for c in clauses if is_in(view, c, "voices", "verbs", "relaying")]
    return tellers_of(view, [a for c in relayed for a in view.agents(c)])


def _quoting(view: SentenceView, verb: int) -> Iterator[Statement]:
    """As in "“…,” X began" and "X shrugged: “…”": the quotation stands right beside the verb and who does it."""
    quoted = quoted_tokens(view)
    tellers = () if verb in quoted else sayers_of(view, verb)
    if not quoted or not tellers:
        return
    first, last = min([verb, *(t.head for t in tellers)]), max([verb, *(t.head for t in tellers)])
    before = [t for t in quoted if t < first]
    behind = [t for t in quoted if t > last]
    closed = bool(before) and first - max(before) <= _NEAR and view.tokens[max(before) - 1].text in _ENDS
    opened = bool(behind) and min(behind) - last <= _NEAR and view.tokens[min(behind) - 1].text in {",", ":"}
    if closed or opened:
        said = before if closed else behind
        yield Statement(cue=verb, stance=Stance.SAYS, content=frozenset(said), tellers=tellers)


def _content(view: SentenceView, verb: int, passive: bool) -> tuple[set[int], bool]:
    name, token = base(view, verb), view.tokens[verb]
    told = view.dependents(verb, "ccomp") + _told_to(view, verb)
    told = [c for c in told if c != clause_before(view, verb) and not _is_apart(view, verb, c)]
    if passive or name in {
        "claim",
        "deny",
        "admit",
        "threaten",
        "vow",
        "pledge",
        "promise",
        "report",
        "profess",
    }:
        told += view.dependents(verb, "xcomp")
    if name in words("voices", "verbs", "owning"):  # "boasted of killing X", "confessed to killing X"
        told += [c for p in view.dependents(verb, "prep") if p > verb for c in view.dependents(p, "pcomp")]
    content = {t for c in told for t in view.subtree(c)}
    if told and min(content) < verb and (token.head == verb or token.relation in {"conj", "parataxis", "ccomp"}):
        content |= _around(view, verb)
    elif told:
        content |= _joined(view, verb, told) | _before_interposed(view, verb)
        reports = [o for o in view.dependents(verb, "dobj") if is_in(view, o, "voices", "nouns", "saying")]
        content |= {t for o in reports if o < min(told) for t in _phrase(view, o)}  # "said reports that … were false"
    denies = name in words("voices", "verbs", "denying")
    interposed = token.relation in {"parataxis", "ccomp", "advcl", "dep"} and not denies
    if not told and interposed and _is_interposed(view, verb):
        content |= set(view.subtree(token.head)) - set(view.subtree(verb))
    if not told and not passive and not content:
        content |= _closed(view, verb)
    if passive and not told:
        content |= {t for s in view.dependents(verb, "nsubjpass") for t in view.subtree(s)}
        if token.relation == "acl":
            content |= {token.head} | _before(view, token.head)
    elif not told:
        reports = [o for o in view.dependents(verb, "dobj") if is_in(view, o, "voices", "nouns", "saying")]
        told_of = view.dependents(verb, "dobj") if name in words("voices", "verbs", "with_object") else reports
        content |= {t for o in told_of for t in _phrase(view, o)}  # "said reports that X left were false"
    if denies and not content:  # "dismissed as false reports that …"
        content |= {t for t in view.subtree(verb) if t > verb}
    colon = _colon_after(view, verb)
    if colon is not None and not told:
        content |= set(range(colon + 1, len(view.tokens)))
    return content, colon is not None


def _is_apart(view: SentenceView, verb: int, clause: int) -> bool:
    """Of "X has left Ruda; the army denied it", "…; the army said Y came" the first clause: what is said follows."""
    own = [o for o in view.dependents(verb, "dobj", "ccomp") if o > verb]
    return clause < verb and bool(own) and any(view.tokens[t].text == ";" for t in range(clause, verb))


def _colon_after(view: SentenceView, verb: int) -> int | None:
    """The colon that a verb of saying opens: no other finite verb stands between."""
    for i in range(verb + 1, len(view.tokens)):
        if view.tokens[i].text == ":":
            return i
        if view.tokens[i].tag in {"VBD", "VBZ", "VBP", "MD"}:
            return None
    return None


def _told_to(view: SentenceView, verb: int) -> list[int]:
    """Of "told the Post that X came", "said in a statement that X came" the clause that the tree hung on the noun."""
    paper = [c for p in view.prepositional(verb, "in", "on") for c in clauses_of_paper(view, p)]
    if base(view, verb) not in words("voices", "verbs", "telling"):
        return paper
    return paper + [
        c
        for o in view.dependents(verb, "dobj", "dative")
        for c in view.dependents(o, "relcl", "acl")
        if view.dependents(c, "nsubj", "nsubjpass")
        and all(view.tokens[s].tag not in {"WDT", "WP"} for s in view.dependents(c, "nsubj", "nsubjpass"))
    ]


def _closing(view: SentenceView, verb: int) -> Statement | None:
    """Of "…, the agency X reported on Tuesday", joined by the tree as one more verb of the first subject."""
    word = view.tokens[verb]
    joined = word.relation in {"conj", "dep", "parataxis", "ccomp"} and word.tag in {"VBD", "VBZ"}
    if (
        not joined
        or verb < 3
        or view.tokens[verb - 1].tag[:1] != "N"
        or view.dependents(verb, "nsubj", "ccomp", "dobj")
    ):
        return None
    if not closes(view, verb):
        return None
    start = phrase_before(view, verb)
    teller = teller_at(view, verb - 1)
    if start is None or teller is None:
        return None
    return Statement(cue=verb, stance=Stance.SAYS, content=frozenset(range(start - 1)), tellers=(teller,))


def _closed(view: SentenceView, verb: int) -> set[int]:
    """Of "…, X told reporters" at the end of a sentence all before the comma, whatever the tree says."""
    speakers = view.dependents(verb, "nsubj")
    if not speakers or max(speakers) > verb or not closes(view, verb):
        return set()
    beside = together(view, speakers)
    start = min([*beside, *(t for s in beside for c in view.children[s] if c < s for t in view.subtree(c))])
    while start > 0 and (view.tokens[start - 1].tag in _IN_TITLES or view.lows[start - 1] in {"of", "the"}):
        start -= 1  # over what the tree cut from a long title
    if start < 4 or view.tokens[start - 1].text not in {",", "”", '"'}:
        return set()
    return set(range(start - 1)) if any(t.tag[:1] == "V" for t in view.tokens[: start - 1]) else set()


def _around(view: SentenceView, verb: int) -> set[int]:
    """Of "In Ruda, he said, the army advanced": all that is not the saying itself."""
    own = {verb}
    speakers = view.dependents(verb, "nsubj")
    speaker = min(speakers, key=lambda s: abs(s - verb), default=-1)
    for child in view.children[verb]:
        relation = view.tokens[child].relation
        if child in speakers and child != speaker:
            continue
        saying = relation in {"nsubj", "aux", "neg", "dobj", "dative", "prt", "advcl", "auxpass", "nsubjpass"}
        through = view.dependents(child, "pobj") if relation == "prep" else []
        how = any(is_in(view, h, "voices", "nouns", "papers") for h in through)
        if saying or how or (child > verb and relation in {"prep", "advmod", "npadvmod"}):
            own |= set(view.subtree(child))  # "In a statement after A left, X said …": not what X said
    return set(view.subtree(verb)) - own


def _joined(view: SentenceView, verb: int, told: list[int]) -> set[int]:
    """Of "he said A came and B went after C" the second clause and the last, where the tree hung them on "said"."""
    found: set[int] = set()
    for other in view.dependents(verb, "advcl"):
        first = view.subtree(other)[0]
        near = view.tokens[first - 1].text != "," or view.lows[first] in {"because", "since", "after", "before"}
        marked = view.tokens[first].tag in {"IN", "WRB"} and near
        if first > max(told) and marked:
            found |= set(view.subtree(other))
    for other in view.dependents(verb, "conj"):
        if view.dependents(other, "nsubj", "nsubjpass") and other > max(told) and not _says(view, other):
            found |= set(view.subtree(other))
    return found


def _before_interposed(view: SentenceView, verb: int) -> set[int]:
    """Of "X, his lawyer said, knew nothing" the X, which the tree hung on "said"."""
    speakers = [s for s in view.dependents(verb, "nsubj") if s < verb]
    if not speakers or verb + 1 >= len(view.tokens) or view.tokens[verb + 1].text != ",":
        return set()
    start = min(t for t in view.subtree(max(speakers)) if t < verb)
    if start == 0 or view.tokens[start - 1].text != ",":
        return set()
    opening = max((t + 1 for t in range(start - 1) if view.tokens[t].text in {";", ":"}), default=0)
    return set(range(opening, start - 1))


def _says(view: SentenceView, token: int) -> bool:
    return base(view, token) in words("voices", "verbs", "saying")


def _is_interposed(view: SentenceView, verb: int) -> bool:
    """As in "…, X said, …" or "…, as X said": set off from the clause it hangs on."""
    if not view.dependents(verb, "nsubj", "nsubjpass"):
        return False
    span = [t for t in view.subtree(verb) if view.tokens[t].relation != "punct"]  # commas are hung on either clause
    before, after = span[0] - 1, span[-1] + 1
    marked = {view.tokens[c].lemma for c in view.dependents(verb, "mark", "advmod")}
    if marked & {"though", "although", "while", "because", "after", "before", "when", "since", "but", "if", "until"}:
        return False
    marks = {",", "-", "--", "–", "—", '"', "”", "(", "''", "´´"}
    left = before < 0 or view.tokens[before].text in marks
    right = after >= len(view.tokens) or view.tokens[after].text in marks | {".", ")"}
    return left and right and view.tokens[verb].tag in {"VBD", "VBZ", "VBP", "VBN"}


def _is_reduced(view: SentenceView, verb: int) -> bool:
    return view.tokens[verb].relation in {"acl", "amod"} and not view.dependents(verb, "auxpass")


def _before(view: SentenceView, noun: int) -> set[int]:
    kept = {"amod", "compound", "nummod", "nmod", "prep"}
    return {t for c in view.children[noun] if view.tokens[c].relation in kept for t in view.subtree(c)}


def _phrase(view: SentenceView, noun: int) -> set[int]:
    """A noun with what hangs on it, but not what a relative clause tells of it."""
    aside = {t for c in view.subtree(noun) if view.tokens[c].relation == "relcl" for t in view.subtree(c)}
    return set(view.subtree(noun)) - aside


def _is_refused(view: SentenceView, verb: int, passive: bool) -> bool:
    """As in "deny them a safe haven", "was denied entry": a thing is refused, no assertion."""
    things = view.dependents(verb, "dobj", "dative", "oprd")
    if passive:
        return bool(things or view.dependents(verb, "xcomp"))
    return any(base(view, t) in words("voices", "nouns", "refused") for t in things)


def _is_withheld(view: SentenceView, verb: int) -> bool:
    """As in "did not say that", "could not confirm", "declined to say", "would neither confirm nor deny"."""
    if view.dependents(verb, "neg"):
        return True
    token = view.tokens[verb]
    if token.relation == "xcomp":
        above = base(view, token.head)
        return above in words("aims", "failed") - {"deny"} or bool(view.dependents(token.head, "neg"))
    return token.relation == "conj" and bool(view.dependents(view.first_conjunct(verb), "neg", "preconj"))


def _is_only_asked(view: SentenceView, verb: int, content: set[int]) -> bool:
    """As in "asked whether X had left": a question claims nothing."""
    asks = base(view, verb) in {"ask", "question", "inquire", "enquire"}
    return asks and any(view.tokens[t].lemma in {"whether", "if"} for t in [*content, *view.subtree(verb)])
