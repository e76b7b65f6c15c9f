"""Other names, aliases and translations of persons and groups (also_known_as)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from reportedly.claims.arguments.descriptions import first_token
from reportedly.claims.arguments.parties import filler
from reportedly.claims.arguments.sides import actors
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base
from reportedly.claims.ties.brackets import bracketed, is_abbreviation
from reportedly.claims.ties.other_names import NAMED, QUOTES, cue, matches, name_at, names_from
from reportedly.records.mention import BODIES, Form, Kind
from reportedly.resources.lexicon import words


class Alias:
    """also_known_as; abbreviations of the same words are none."""

    name = "alias"
    version = 5
    predicates = frozenset({"also_known_as"})

    def __call__(self, sentence: SentenceView) -> Iterator[Draft]:
        """Drafts of one sentence, each pair of words once; both names may well stand in one chain."""
        seen: set[tuple[int, int]] = set()
        for draft in _all(sentence):
            assert draft.subject is not None
            assert draft.object is not None
            key = (draft.subject.start, draft.object.start)
            if key not in seen and _differ(sentence, draft.subject, draft.object):
                seen.add(key)
                yield draft


EXTRACTOR = Alias()


def _all(view: SentenceView) -> Iterator[Draft]:
    at = 0
    bearers: dict[int, Filler] = {}
    while at < len(view.tokens):
        length = cue(view, at)
        for draft in _by_cue(view, at, length, bearers) if length else ():
            yield draft
            if draft.subject is not None and draft.object is not None:
                bearers[draft.object.end] = draft.subject
        at += max(length, 1)
    for token, word in enumerate(view.tokens):
        if word.tag[:1] == "N" or word.text.lower() == "guerre":
            yield from _by_noun(view, token)
            yield from _on_paper(view, token)
        if word.tag[:1] == "V" and base(view, token) in words("alias", "renaming"):
            yield from _renamed(view, token)
        if word.tag[:1] == "V" and base(view, token) in words("alias", "calling"):
            yield from _called(view, token)
        if word.tag[:1] == "V" and base(view, token) in words("alias", "taking"):
            yield from _named_anew(view, token)
        if word.text in QUOTES:
            yield from _inside_name(view, token)
    for name, other in bracketed(view, NAMED - {Kind.STATE, Kind.POPULATION, Kind.OTHER}):
        yield _draft(view, first_token(view, other.start), name, other, "alias-in-brackets")


def _draft(view: SentenceView, trigger: int, name: Filler, other: Filler, rule: str) -> Draft:
    return Draft(
        predicate="also_known_as",
        trigger=trigger,
        subject=name,
        object=other,
        identity=True,
        place_fixed=True,
        time_fixed=True,
        evidence=(min(name.start, other.start), max(name.end, other.end)),
        rule=rule,
        why=f"“{view.document.text[other.start : other.end]}” is given as another name",
        confidence=0.8,
    )


def _differ(view: SentenceView, name: Filler, other: Filler) -> bool:
    a, b = (view.document.text[f.start : f.end] for f in (name, other))
    return a.lower() != b.lower() and not is_abbreviation(a, b)


# ---- cues
def _by_cue(view: SentenceView, at: int, length: int, bearers: dict[int, Filler]) -> Iterator[Draft]:
    """As in "X, also known as Y", "X (aka Y)", "X, formerly Y", "X, whose real name is Y".

    bearers: whose each alias before is, by where it ends ("X, aka Y, aka Z").
    """
    weak = view.words_from(at, length).lower() in words("alias", "weak")
    others = names_from(view, at + length, weak)
    name = _carried(view, at, bearers) or _before(view, at)
    if name is not None and name.kind in {Kind.STATE, Kind.PLACE} and any(o.kind != name.kind for o in others):
        name = None  # "the affiliate in Sel, known as Y"
    if name is None and at == 0 and others:
        name = _behind(view, others[-1].end)
    if name is None and not weak:
        verb = next((t for t in range(at, at + length) if view.tokens[t].tag[:1] == "V"), None)
        verb = verb if verb is not None and base(view, verb) in words("alias", "telling") else None
        told = [] if verb is None else [f for f in actors(view, view.undergoers(verb)) if f.mention is not None]
        before = [f for f in told if f.start < view.tokens[at].start]
        name = next((f for f in before if view.is_name(f.mention or 0)), None)
    if name is None:
        return
    for other in others:
        if matches(name, other, weak) and not _is_another(view, name, other) and not _named_by(view, name, other):
            yield _draft(view, at, name, other, "alias-cue")


def _named_by(view: SentenceView, name: Filler, other: Filler) -> bool:
    """Whether a description has its name from the other alone: of "a group known as Y" Y is no second name."""
    if name.mention is None or other.mention is None or view.mention(name.mention).form == Form.NAME:
        return False
    return view.chain(name.mention) == view.chain(other.mention)


def _is_another(view: SentenceView, name: Filler, other: Filler) -> bool:
    """Whether the other name is what is described: the wing in "the wing of X, known as Y", the head of X."""
    head = None if name.mention is None else view.heads.get(name.mention)
    of = None if head is None or view.tokens[head].relation != "pobj" else view.tokens[view.tokens[head].head]
    noun = base(view, of.head) if of is not None and of.lemma == "of" else ""
    if other.kind in BODIES:
        return noun in words("alias", "parts") or _leads(view, name)
    return other.kind == Kind.PERSON and name.kind in BODIES and noun in words("offices", "nouns")


def _leads(view: SentenceView, name: Filler) -> bool:
    """Whether a name closes a description of a body: of "a faction led by X, known as Y" Y is the faction."""
    head = None if name.mention is None else view.heads.get(name.mention)
    by = None if head is None else view.tokens[head].head
    verb = None if by is None or view.tokens[by].relation != "agent" else view.tokens[view.tokens[by].head]
    return name.kind == Kind.PERSON and verb is not None and verb.relation == "acl" and view.nouns[verb.head]


def _behind(view: SentenceView, end: int) -> Filler | None:
    """Of "Formerly known as Y, X …" the X."""
    at = next((i for i, t in enumerate(view.tokens) if t.start >= end and t.text not in QUOTES), len(view.tokens))
    if view.lows[at : at + 1] != (",",):
        return None
    at += 1 + (view.lows[at + 1 : at + 2] == ("the",))
    found = name_at(view, at, quoted=False, weak=True)
    return found if found is not None and found.kind in NAMED else None


def _carried(view: SentenceView, at: int, bearers: dict[int, Filler]) -> Filler | None:
    """Of "X, aka Y, aka Z", with the second cue at `at`, the X."""
    before = at - 1
    while before > 0 and view.lows[before] in words("alias", "between"):
        before -= 1
    return bearers.get(view.tokens[max(before, 0)].end)


def _before(view: SentenceView, at: int) -> Filler | None:
    """The name right before a cue; brackets and such words as "who is" may stand between."""
    for token in range(at - 1, -1, -1):
        if _in_brackets(view, token, at):
            continue
        if view.tokens[token].tag in {"NNP", "NNPS"} or _ends_name(view, token):
            return _name_until(view, token)
        if view.tokens[token].text.lower() not in words("alias", "between"):
            return None
        if view.lows[token] == "and" and {"group", "man"} & set(view.lows[token:at]):
            return None  # "led by X, and a group known as Y"
    return None


def _ends_name(view: SentenceView, token: int) -> bool:
    return any(
        view.mention(m).end == view.tokens[token].end and view.mention(m).form == Form.NAME for m in view.mentions
    )


def _name_until(view: SentenceView, last: int) -> Filler | None:
    """The name that ends with a token, the rest of it too where the tagger saw only its first words."""
    for token in range(last, max(last - 3, -1), -1):
        ended = [
            m
            for m in view.mentions
            if view.mention(m).end == view.tokens[token].end and view.mention(m).form == Form.NAME
        ]
        if ended:
            best = max(ended, key=lambda m: view.mention(m).end - view.mention(m).start)
            found = filler(view, best)
            if found.kind not in NAMED:
                return None
            return Filler(start=found.start, end=view.tokens[last].end, kind=found.kind, mention=best)
        if view.tokens[token].tag not in {"NNP", "NNPS"}:
            return None
    return None


def _in_brackets(view: SentenceView, token: int, at: int) -> bool:
    """Whether a token stands in brackets that close before the cue ("X (XY), also known as")."""
    after = [t.text for t in view.tokens[token:at]]
    return ")" in after and "(" not in after[: after.index(")")] and view.tokens[token].text != "("


# ---- nouns and verbs
def _by_noun(view: SentenceView, noun: int) -> Iterator[Draft]:
    """As in "X, whose nom de guerre is Y", "his nom de guerre, Y", "X, fighting under the alias Y"."""
    if view.lows[noun] not in _last_words():
        return
    starts = list(range(max(0, noun - 2), noun + 1))
    begun = next((s for s in starts if view.words_from(s, noun - s + 1).lower() in words("alias", "nouns")), None)
    if begun and view.lows[begun - 1] == "by":
        return  # "led by alias Y": Y leads
    if begun and view.lows[begun - 1] in {",", "("} and cue(view, begun):
        return  # "X, alias Y": read by its cue
    if begun is None or (noun + 1 < len(view.tokens) and view.tokens[noun + 1].text.lower() == "guerre"):
        return
    follows = noun + 1
    while follows < len(view.tokens) and view.tokens[follows].text.lower() in {",", "is", "was", ":", "of", *QUOTES}:
        follows += 1
    others = names_from(view, follows - (view.tokens[follows - 1].text in QUOTES), False)
    if not others:
        return
    head = noun if view.tokens[noun].text.lower() != "guerre" else begun
    owner = [c for t in range(begun, noun + 1) for c in view.dependents(t, "poss")]
    if owner and view.tokens[owner[0]].tag == "WP$":
        clause = next((t for t in view.ancestors(head) if view.tokens[t].relation == "relcl"), None)
        owner = [] if clause is None else [view.tokens[clause].head]
    verb = view.clause(head)
    if base(view, verb) in words("membership", "merged", "verbs") | words("membership", "formed", "into"):
        return  # "A and B united under the name Y"
    acting = view.lows[begun] == "under" and not view.is_passive(verb)  # "led the group under the name Y"
    heads = owner or ([] if acting else view.undergoers(verb)) or view.subjects(verb)
    known = [f for f in actors(view, heads, frozenset({Kind.PERSON, Kind.GROUP})) if f.mention is not None]
    if not known:
        before = _before(view, begun)
        known = [before] if before is not None else []
    for name in known[:1]:
        for other in others:
            if name.start != other.start:
                yield _draft(view, noun, name, other, "alias-noun")


def _on_paper(view: SentenceView, noun: int) -> Iterator[Draft]:
    """As in "X came with a passport in the name of Y", "X is Y by another name"."""
    preposition = view.tokens[noun].head
    above = view.tokens[preposition].head
    if view.lows[noun] != "name" or view.tokens[noun].relation != "pobj":
        return
    names: list[Filler] = []
    others: list[Filler] = []
    if view.lows[preposition] == "in" and base(view, above) in words("alias", "papers"):
        verb = next((t for t in view.ancestors(above) if view.tokens[t].tag[:1] == "V"), None)
        who = [] if verb is None else [*view.undergoers(verb), *view.subjects(verb)]
        names = actors(view, who, frozenset({Kind.PERSON}))
        others = actors(view, view.prepositional(noun, "of"))
    elif view.lows[preposition] == "by" and view.lows[noun - 1] == "another":
        verb = above if view.tokens[above].tag[:1] == "V" else view.tokens[above].head
        said = view.dependents(verb, "attr") if base(view, verb) == "be" else []
        names, others = actors(view, view.subjects(verb) if said else []), actors(view, said)
    for name in names[:1]:
        for other in others[:1]:
            if name.kind == other.kind and name.mention is not None and other.mention is not None:
                yield _draft(view, noun, name, other, "alias-on-paper")


@cache
def _last_words() -> frozenset[str]:
    return frozenset(phrase.split()[-1] for phrase in words("alias", "nouns"))


def _inside_name(view: SentenceView, opening: int) -> Iterator[Draft]:
    """As in ‘Ilo "the Cook" Varek’: a nickname between a first and a last name."""
    closing = next((t for t in range(opening + 2, opening + 7) if view.lows[t : t + 1] and view.lows[t] in QUOTES), 0)
    follows = closing + 1
    if not closing or not opening or follows >= len(view.tokens) or view.tokens[opening - 1].tag != "NNP":
        return
    if view.tokens[opening].end < view.tokens[opening + 1].start:
        return  # the mark that closes the nickname before
    start = opening + 1
    while start < closing - 1 and view.lows[start] in {"the", "el", "a"}:
        start += 1
    at = view.tokens[follows].start
    before = [view.mention(m) for m in view.mentions if view.mention(m).end == view.tokens[opening - 1].end]
    if any(m.form == Form.ADJECTIVE or m.kind != Kind.PERSON for m in before):
        return  # "a Doran “Night Fury” drone"
    persons = [m for m in view.mentions if view.mention(m).kind == Kind.PERSON and view.mention(m).form == Form.NAME]
    around = [m for m in persons if view.mention(m).start <= at < view.mention(m).end]
    if around and view.tokens[start].text[:1].isupper() and view.tokens[start].tag[:1] in {"N", "J"}:
        other = Filler(start=view.tokens[start].start, end=view.tokens[closing - 1].end, kind=Kind.OTHER)
        yield _draft(view, opening, filler(view, around[0]), other, "nickname")


def _renamed(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "X renamed itself Y", "X, which calls itself Y", "X was renamed Y"."""
    itself = [
        o
        for o in view.dependents(verb, "dobj", "nsubj", "dative")
        if view.tokens[o].text.lower().endswith("self") or view.tokens[o].text.lower() == "themselves"
    ]
    below = [c for v in [verb, *view.dependents(verb, "ccomp", "xcomp", "oprd")] for c in view.children[v]]
    itself = itself or [
        c for c in below if view.tokens[c].text.lower() in {"itself", "himself", "herself", "themselves"}
    ]
    if base(view, verb) == "change":  # "changed its name to Y"
        itself = [o for o in view.dependents(verb, "dobj") if base(view, o) == "name"]
    passive = view.is_passive(verb) and base(view, verb) not in {"call", "change"}
    if not itself and not passive:
        return
    at = max([verb, *itself]) + 1
    if at < len(view.tokens) and view.tokens[at].text.lower() in {"as", "to", "from"}:
        at += 1
    others = names_from(view, at, False)
    whose = [p for o in itself if base(view, o) == "name" for p in view.dependents(o, "poss")]
    named = [p for p in whose if view.tokens[p].tag[:3] != "PRP"]  # "X changed the group’s name to Y": of the group
    names = actors(view, named or view.subjects(verb), NAMED)
    for name in names[:1]:
        for other in others[:1]:
            yield _draft(view, verb, name, other, "alias-renamed")


def _called(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "X, whom the villagers call the Fox", "X, which the state calls Y"."""
    asks = [o for o in view.dependents(verb, "dobj") if view.tokens[o].tag in {"WP", "WDT"}]
    if view.tokens[verb].relation != "relcl" or not asks or view.is_passive(verb):
        return
    others = names_from(view, verb + 1, False)
    for name in actors(view, view.objects(verb), NAMED)[:1]:
        for other in others:
            if name.mention is not None and view.is_name(name.mention) and matches(name, other, False):
                yield _draft(view, verb, name, other, "alias-called")


def _named_anew(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "X took the name Y", "X adopted the nom de guerre Y"."""
    for noun in view.dependents(verb, "dobj") if not view.is_passive(verb) else ():
        last = next((t for t in (noun, noun + 2) if view.lows[t : t + 1] and view.lows[t] in _last_words()), None)
        if last is None and base(view, noun) != "name":
            continue
        for name in actors(view, view.subjects(verb), NAMED)[:1]:
            for other in names_from(view, (noun if last is None else last) + 1, False):
                yield _draft(view, verb, name, other, "alias-taken")
