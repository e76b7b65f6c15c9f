"""Statements without a verb of saying: "claims that …", "reports of …", "attributes … to Y", "according to X"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from reportedly.claims.attribution.sayers import sayers_of
from reportedly.claims.attribution.tellers import Stance, Statement, is_voice, tellers_of
from reportedly.claims.modality.operators import is_definite
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, is_in
from reportedly.records.document import Role
from reportedly.records.mention import AGENTS, Form, Kind
from reportedly.resources.lexicon import words

_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "VBN", "MD", "VB"})
_LONGEST_VOICE: Final = 6
_DASHES: Final = frozenset({"-", "–", "—", "--"})


# ---- nouns: "claims that …", "reports of …"
def reported_by_noun(view: SentenceView, noun: int) -> Iterator[Statement]:
    """The statement that a noun brings in, with its owner or author as teller."""
    name = base(view, noun)
    saying, possible = name in words("voices", "nouns", "saying"), name in words("voices", "nouns", "possible")
    denies = name in words("voices", "nouns", "denying")
    withheld = name in words("voices", "nouns", "withheld") and is_none(view, noun)
    if not (saying or possible or denies or withheld):
        return
    unclaimed = name == "claim" and is_none(view, noun)
    if unclaimed and any(base(view, h) == "responsibility" for h in view.prepositional(noun, "of")):
        return  # "no claim of responsibility for the attack": that it was is told by the report
    if clauses_of_paper(view, noun):
        return  # "said in a statement that …": the verb brings it in
    called = _called_by(view, noun) if saying else None
    false = saying and (called is not None or _has_no_truth(view, noun) or _is_called_false(view, noun))
    content: set[int] = set()
    for clause in _clauses(view, noun):
        content |= set(view.subtree(clause))
    for p in view.dependents(noun, "prep"):
        if view.tokens[p].lemma in {"of", "about"} and name not in {"account", "statement", "word", "news", "sign"}:
            told = view.dependents(p, "pobj", "pcomp")
            if not saying:  # "concern about the attack" takes it as so
                told = [c for c in told if not is_definite(view, c)]
            content |= {t for c in told for t in view.subtree(c)}
    above = view.tokens[noun].head
    if (
        not content
        and view.tokens[noun].relation == "dobj"
        and base(view, above) in words("voices", "verbs", "issuing")
    ):
        hung = [c for c in view.dependents(above, "ccomp") if c > noun and view.lows[view.subtree(c)[0]] == "that"]
        content |= {t for c in hung for t in view.subtree(c)}  # "made a statement on Monday that X left"
    if not content:
        return
    owners = view.dependents(noun, "poss")
    by = [h for p in view.dependents(noun, "prep") if view.tokens[p].lemma in {"by", "from"}
          for h in view.dependents(p, "pobj")]  # fmt: skip
    if not owners and not by and view.tokens[noun].relation == "dobj":  # "issued a statement that"
        by = view.doers(above) if base(view, above) in words("voices", "verbs", "issuing") else []
    stance = Stance.DENIES if denies or false else Stance.THINKS if possible and not saying else Stance.SAYS
    stance = Stance.WITHHOLDS if withheld else stance
    tellers = () if false else tellers_of(view, owners or by)  # who calls it false denies, not who claims it
    tellers = tellers if called is None else sayers_of(view, called)
    yield Statement(cue=noun, stance=stance, content=frozenset(content), tellers=tellers, verb=False)


def clauses_of_paper(view: SentenceView, noun: int) -> list[int]:
    """Of "said in a statement that X came" the clause that hangs on the statement, the noun given."""
    token = view.tokens[noun]
    through = view.tokens[token.head]
    said = base(view, through.head) in words("voices", "verbs", "saying") and view.tokens[through.head].tag[:1] == "V"
    if token.relation != "pobj" or through.lemma not in {"in", "on"} or not said:
        return []
    return _clauses(view, noun)


def _clauses(view: SentenceView, noun: int) -> list[int]:
    """Clauses that say what a noun says: they open with "that", which is neither who nor what acts in them."""
    marked = [c for c in view.dependents(noun, "relcl") if _says(view, c)]
    clauses = [*view.dependents(noun, "ccomp", "acl"), *marked]
    return [c for c in clauses if view.tokens[view.subtree(c)[0]].lemma == "that"]


def _says(view: SentenceView, clause: int) -> bool:
    """Whether "that" only opens a clause, also where the tree makes it an object beside the real one."""
    objects = view.dependents(clause, "dobj")
    over = [o for o in objects if view.lows[o] == "that"] if len(objects) > 1 and view.subjects(clause) else []
    return any(view.lows[m] == "that" for m in view.dependents(clause, "mark")) or bool(over)


def is_none(view: SentenceView, noun: int) -> bool:
    """As in "no confirmation of", "there was never any word of"."""
    return any(base(view, d) in words("hedges", "negative", "determiners") for d in view.dependents(noun, "det", "neg"))


def _is_called_false(view: SentenceView, noun: int) -> bool:
    """As in "reports that X left are false", also where the tree hangs "are" below what was reported."""
    for t in range(noun + 1, len(view.tokens)):
        verb = view.tokens[t].head
        if base(view, t) not in words("hedges", "false", "words") or view.tokens[verb].lemma not in {"be", "prove"}:
            continue
        subjects = view.dependents(verb, "nsubj", "nsubjpass")
        told = noun in subjects or (not subjects and noun < verb)
        if told and view.tokens[t].relation in {"acomp", "attr", "oprd"} and not view.dependents(verb, "neg"):
            return True
    return False


def _has_no_truth(view: SentenceView, noun: int) -> bool:
    """As in "there is no truth in reports that X left", "claims that X left have no basis"."""
    word = view.tokens[noun]
    above = view.tokens[word.head].head if word.relation == "pobj" else noun
    having = word.relation == "nsubj" and view.tokens[word.head].lemma in {"have", "lack"}
    said = view.dependents(word.head, "dobj") if having else [above] if word.relation == "pobj" else []
    bare = having and view.tokens[word.head].lemma == "lack"
    return any(base(view, t) in words("hedges", "false", "grounds") and (bare or is_none(view, t)) for t in said)


def _called_by(view: SentenceView, noun: int) -> int | None:
    """Of "X called claims that Y left baseless", "… described them as false" the verb, wherever "false" is hung."""
    word = view.tokens[noun]
    calls = base(view, word.head) in words("voices", "verbs", "calling") | words("voices", "verbs", "branding")
    if word.relation not in {"dobj", "nsubj"} or not calls:
        return None
    for t in range(noun + 1, len(view.tokens)):
        if base(view, t) in words("hedges", "false", "words") and view.lows[t - 1] != "not":
            ends = t + 1 == len(view.tokens) or view.tokens[t + 1].text in {".", ",", ";"}
            if ends and (view.tokens[t].relation != "amod" or view.lows[t - 1] == "as"):
                return word.head
    return None


# ---- "attributes the attack to X"
def laid_on(view: SentenceView, verb: int) -> Iterator[Statement]:
    """As in "the panel attributed the raid to X", "the raid was blamed on X by the panel": that X did it."""
    acts, whom = view.undergoers(verb), view.prepositional(verb, "on", "to")
    hung = [h for a in acts for h in view.prepositional(a, "on", "to")] if not whom else []
    if not acts or not (whom or hung):
        return
    content = {t for c in [*acts, *whom] for t in view.subtree(c)}
    tellers = tellers_of(view, view.agents(verb)) if view.is_passive(verb) else sayers_of(view, verb)
    stance = Stance.WITHHOLDS if view.dependents(verb, "neg") else Stance.SAYS
    yield Statement(cue=verb, stance=stance, content=frozenset(content), tellers=tellers, verb=False)


def summing_up(view: SentenceView, content: set[int]) -> set[int]:
    """Of "promised to hire police, a pledge that X dismissed" what sums up the words said: nobody has said it."""
    heads = [t for t in content if t > 2 and base(view, t) in words("voices", "nouns", "summing")]
    heads = [t for t in heads if view.lows[t - 1] in {"a", "an"} and view.lows[t - 2] == ","]
    return {b for t in heads for b in view.subtree(t)}


# ---- accusations, descriptions, pictures and numbers
def accusing(view: SentenceView, verb: int) -> Iterator[Statement]:
    """As in "X accused Y of shelling Ruda", "the court convicted Y of killing Z"."""
    content: set[int] = set()
    for p in [p for t in [verb, *view.objects(verb), *view.agents(verb)] for p in view.dependents(t, "prep")]:
        if p > verb and view.tokens[p].lemma in {"of", "for", "with", "in", "over"}:
            content |= {t for c in view.dependents(p, "pcomp", "pobj") for t in view.subtree(c)}
    content |= {t for c in view.dependents(verb, "xcomp") for t in view.subtree(c)}
    if not content:
        return
    stands = view.tokens[verb].tag == "VBN" and view.tokens[verb].relation in {"acomp", "oprd"}  # "stands accused of"
    passive = stands or view.is_passive(verb)
    tellers = tellers_of(view, view.agents(verb)) if passive else sayers_of(view, verb)
    stance = Stance.WITHHOLDS if view.dependents(verb, "neg") else Stance.SAYS
    yield Statement(cue=verb, stance=stance, content=frozenset(content), tellers=tellers, verb=False)


def calling(view: SentenceView, verb: int) -> Iterator[Statement]:
    """As in "X described Y as the leader of the Front"."""
    name = base(view, verb)
    if name in words("hedges", "governors", "weighing") and any(
        view.tokens[c].tag == "VBG" for c in view.dependents(verb, "xcomp")
    ):
        return  # "is considering sending troops"
    content = {t for c in view.dependents(verb, "oprd", "xcomp") for t in view.subtree(c)}
    for p in view.dependents(verb, "prep"):
        if view.tokens[p].lemma == "as":
            content |= {t for c in view.dependents(p, "pcomp", "pobj", "amod", "acomp") for t in view.subtree(c)}
    passive = view.is_passive(verb)
    if not content and passive:  # the tree hung "as" elsewhere
        near = next(
            (i for i in range(verb + 1, min(verb + 14, len(view.tokens))) if view.tokens[i].lemma == "as"), None
        )
        content = {t for c in view.dependents(near, "pobj") for t in view.subtree(c)} if near is not None else set()
    if not content or name in {"name", "cite", "present"}:
        return
    tellers = tellers_of(view, view.agents(verb)) if passive else sayers_of(view, verb)
    yield Statement(cue=verb, stance=Stance.SAYS, content=frozenset(content), tellers=tellers, verb=False)


def putting_out(view: SentenceView, verb: int) -> Iterator[Statement]:
    """As in "a photograph of X was posted to the account of Y", "a video released by Y shows X"."""
    shown = [t for t in view.undergoers(verb) if base(view, t) in words("voices", "nouns", "pictures")]
    if not shown:
        return
    heads = view.doers(verb)
    for p in view.dependents(verb, "prep"):
        if view.tokens[p].lemma in {"to", "on", "by", "via", "from"}:
            heads += [h for h in view.dependents(p, "pobj") if is_voice(view, h)]
    tellers = tellers_of(view, heads)
    content = {t for s in shown for t in view.subtree(s)}
    for s in shown:
        word = view.tokens[s]
        if word.relation in {"nsubj", "nsubjpass"}:
            content |= set(view.subtree(word.head))
    yield Statement(cue=verb, stance=Stance.SHOWS, content=frozenset(content), tellers=tellers[-1:], verb=False)


def putting_at(view: SentenceView, verb: int) -> Iterator[Statement]:
    """As in "the council puts the number of people killed in Ruda at 210": whoever counts says so."""
    counted = [o for o in view.undergoers(verb) if is_in(view, o, "voices", "nouns", "counts")]
    inside = {t for o in counted for t in view.subtree(o)}
    if not counted or not any(view.lows[p] == "at" and view.lows[p + 1 : p + 2] for p in _behind(view, verb, counted)):
        return
    tellers = tellers_of(view, view.agents(verb)) if view.is_passive(verb) else sayers_of(view, verb)
    yield Statement(cue=verb, stance=Stance.SAYS, content=frozenset(inside), tellers=tellers, verb=False)


def _behind(view: SentenceView, verb: int, nouns: list[int]) -> list[int]:
    """Prepositions behind a verb and what it puts, wherever the tree hung them."""
    within = {verb, *(t for n in nouns for t in view.subtree(n))}
    return [i for i, t in enumerate(view.tokens) if i > verb and t.tag == "IN" and t.head in within]


# ---- headlines
def framed_by_colon(view: SentenceView) -> Iterator[Statement]:
    """As in the headlines "Rebels leave Ruda: UN", "Rebels leave Ruda — UN" and "Ministry: rebels have left Ruda"."""
    colons = [i for i, t in enumerate(view.tokens) if t.text == ":"]
    dashes = [i for i, t in enumerate(view.tokens) if t.text in _DASHES and _stands_free(view, i)]
    if view.block.role != Role.HEADLINE or not (colons or dashes):
        return
    every = range(len(view.tokens))
    parts = [(at, every[at + 1 :], every[:at]) for at in [*colons[-1:], *dashes[-1:]]]
    parts += [(at, every[:at], every[at + 1 :]) for at in colons[:1]]
    for mark, voice, told in parts:
        short = 0 < len(voice) <= _LONGEST_VOICE and not any(view.tokens[t].tag[:2] in {"VB", "MD"} for t in voice)
        if not short or not any(view.tokens[t].tag in _FINITE for t in told):
            continue
        heads = [t for t in voice if view.tokens[t].head not in voice or view.tokens[t].head == t]
        heads = [t for t in heads if view.tokens[t].relation != "punct"]
        tellers = tellers_of(view, heads[:1]) if len(heads) == 1 and _speaks(view, heads[0], voice[0] > mark) else ()
        if tellers:
            yield Statement(cue=mark, stance=Stance.SAYS, content=frozenset(told), tellers=tellers[:1], verb=False)
            return


def _stands_free(view: SentenceView, token: int) -> bool:
    """Whether spaces stand around a dash."""
    start, end = view.tokens[token].start, view.tokens[token].end
    return view.document.text[start - 1 : start].isspace() and view.document.text[end : end + 1].isspace()


def _speaks(view: SentenceView, head: int, last: bool) -> bool:
    """Whether a phrase names a voice; before a colon a state or a group is what the headline is about."""
    mention = view.mention_at(head)
    if mention is not None and view.mention(mention).form == Form.NAME:
        return view.mention(mention).kind in (AGENTS if last else {Kind.ORGANISATION, Kind.STATE_BODY, Kind.PERSON})
    return last and is_voice(view, head)


# ---- "according to X"
def framed_by_preposition(view: SentenceView, token: int) -> Iterator[Statement]:
    """The statement that words such as "according to" bring in at a token: the whole sentence, or its own clause."""
    if view.lows[token] not in _first_words():
        return
    for count in (4, 3, 2, 1):
        if view.words_from(token, count).lower() in words("voices", "prepositions", "framing") and (
            len(view.words_from(token, count).split()) == count
        ):
            break
    else:
        return
    last = token + count - 1
    heads = view.dependents(last, "pobj") or view.dependents(token, "pobj", "dobj")
    heads = heads or [h for p in view.dependents(token, "prep") for h in view.dependents(p, "pobj")]
    if not heads or (view.tokens[token].lemma == "per" and view.tokens[heads[0]].tag[:3] != "NNP"):
        return
    if view.tokens[token].lemma in {"cite", "quote"} and not any(is_voice(view, h) for h in heads):
        return
    own = set(view.subtree(token))
    host = view.clause(view.tokens[token].head)
    relation = view.tokens[host].relation
    alone = relation in {"relcl", "acl"} or (relation == "conj" and token > min(view.subtree(host), default=0) > 0)
    if relation == "conj" and token > host:
        alone = False
    content = set(view.subtree(host)) if alone else set(range(len(view.tokens)))
    tellers = tuple(s for s in tellers_of(view, heads) if not _is_apart(view, heads[0], s.head))
    yield Statement(cue=token, stance=Stance.SAYS, content=frozenset(content - own), tellers=tellers, verb=False)


@cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in words("voices", "prepositions", "framing"))


def _is_apart(view: SentenceView, first: int, other: int) -> bool:
    """Of "according to X, Y and Z have …" Y and Z, which the tree listed with X."""
    between = [t.text for t in view.tokens[first + 1 : other]]
    return other > first and between[:1] == [","]
