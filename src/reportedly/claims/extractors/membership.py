"""Belonging: member_of, part_of, and how bodies come about, join and part (formed, merged_with, split_from)."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.claims.arguments.bodies import bodies_at, enumerated, is_member_noun, subjects_of_clause
from reportedly.claims.arguments.descriptions import Link, Said, holders, is_known, said_of, words_of
from reportedly.claims.arguments.parties import parties
from reportedly.claims.arguments.terms import follows, is_over
from reportedly.claims.distinct import distinct
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.modality.aims import Aim, aim, held
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, particles
from reportedly.claims.ties.continued import continued
from reportedly.claims.ties.foundings import foundings
from reportedly.claims.ties.genitives import belonging
from reportedly.claims.ties.posts import Post, office_class, read_post
from reportedly.records.mention import AGENTS, BODIES, BODIES_AND_STATES, Form, Kind
from reportedly.resources.lexicon import words

_PERSON = frozenset({Kind.PERSON})
_PEOPLE = frozenset({Kind.PERSON, Kind.POPULATION, Kind.GROUP, Kind.STATE_BODY})
_JOINED = BODIES
_UNITS = BODIES
_UNDONE = frozenset({Aim.PURPOSE, Aim.TRIED, Aim.FAILED})


class Membership:
    """member_of, part_of, formed, merged_with and split_from."""

    name = "membership"
    version = 5
    predicates = frozenset({"member_of", "part_of", "formed", "merged_with", "split_from"})

    def __call__(self, sentence: SentenceView) -> Iterator[Draft]:
        """Drafts of one sentence, each once."""
        yield from distinct(sentence, _all(sentence))


EXTRACTOR = Membership()


def _all(view: SentenceView) -> Iterator[Draft]:
    for token, word in enumerate(view.tokens):
        name = base(view, token)
        if word.tag[:1] == "N":
            if name in words("membership", "member", "nouns") or name in words("membership", "member", "ranks"):
                yield from _member_noun(view, token, name)
            if name in words("membership", "part", "nouns") or name in words("membership", "part", "loose"):
                yield from _part_noun(view, token, name)
            if name in words("membership", "part", "under"):
                yield from _under_command(view, token)
            if not words("offices", "leads", "wholes").isdisjoint((name, *view.lows[max(0, token - 1) : token])):
                yield from _of_parts(view, token)
        if word.lemma in words("membership", "part", "under_to"):
            yield from _subordinate(view, token)
        if word.tag[:1] == "V":
            yield from _member_verb(view, token, name)
            yield from _part_verb(view, token, name)
    yield from foundings(view)
    yield from belonging(view)
    yield from continued(view, members=True)


# ---- people and bodies
def _member_noun(view: SentenceView, noun: int, name: str) -> Iterator[Draft]:
    """As in "X, a member of Y", "Y fighter X", "X is a colonel in the Y army"."""
    told = said_of(view, noun, _PERSON)
    rank = name in words("membership", "member", "ranks")
    if name == "member" and not told:
        told = said_of(view, noun, BODIES_AND_STATES)
    if rank and office_class(view, noun) is not None:
        return  # "secretary general"
    if rank and any(view.lows[t] == "charge" for t in view.subtree(noun)):
        return  # "the general in charge of Y" leads it
    if rank:
        told = [s for s in told if s.link != Link.TITLE]
    if not told:
        return
    post = read_post(view, noun)
    for said in told:
        for body in post.bodies:
            if body.kind in _JOINED | {Kind.OTHER}:
                yield from _of_noun(
                    view, "member_of", said, post, body, name in words("membership", "member", "leavers")
                )


def _of_noun(view: SentenceView, predicate: str, said: Said, post: Post, body: Filler, over: bool) -> Iterator[Draft]:
    if body.start <= said.holder.start < body.end or said.holder.start <= body.start < said.holder.end:
        return
    loose = said.link in {Link.COPULA, Link.AS}
    how = aim(view, said.trigger) if loose and view.tokens[said.trigger].tag[:1] == "V" else Aim.DONE
    if how in _UNDONE:
        return
    time = post.former or follows(view, post.last)
    span = min(said.holder.start, view.tokens[post.first].start), max(said.holder.end, view.tokens[post.last].end)
    draft = Draft(
        predicate=predicate,
        trigger=said.trigger,
        subject=said.holder,
        object=body,
        role=post.role,
        time=time,
        time_fixed=not loose or time is not None,
        former=over or post.former is not None or said.ended or is_over(view, said.trigger, time),
        identity=said.identity,
        modality=said.modality,
        place_fixed=not loose,
        rule=f"{predicate.split('_')[0]}-{said.link.value}",
        evidence=None if loose else span,
        confidence=0.8,
        why=f"“{post.role}” is said of “{words_of(view, said.holder)}” ({said.link.value})",
    )
    yield held(draft, how)


def _member_verb(view: SentenceView, verb: int, name: str) -> Iterator[Draft]:
    """As in "X joined Y", "X enlisted in Y", "X was assigned to Y", "X left Y"."""
    heads, over = _joined(view, verb, name)
    if not heads:
        return
    how, above = aim(view, verb), view.tokens[verb].head
    left = words("membership", "member", "leaving") | words("membership", "member", "leaving_from")
    trigger = above if how in {Aim.PLANNED, Aim.PURPOSE} and base(view, above) in left else verb
    how = how if trigger == verb else aim(view, above)  # "left X to join Y"
    if how in _UNDONE or view.tokens[verb].relation == "amod":
        return
    heads = [t for h in heads for t in (view.prepositional(h, "of") if base(view, h) == "rank" else [h])]
    bodies = [b for h in heads for b in bodies_at(view, h, _JOINED)]  # "joined (the ranks of) Y"
    bodies = [b for b in bodies if b.kind in _JOINED and (not over or is_known(view, b))]
    if over and name == "leave":  # "left the court": who leaves a building or an office was no member for that
        forces = words("membership", "part", "named_units") | words("membership", "part", "larger_units")
        bodies = [b for b in bodies if b.kind == Kind.GROUP or _last_word(view, b) in forces or not _has_name(view, b)]
    passive = view.is_passive(verb)
    taking = name in words("membership", "member", "taking")
    who = subjects_of_clause(view, verb) if passive or not (taking and view.objects(verb)) else view.objects(verb)
    kinds = _PERSON if over or name in {"serve", "fight", "work", "play", "sign"} else AGENTS
    for person in holders(view, who, kinds):
        for body in bodies:
            if body.start == person.start or (person.kind in {Kind.GROUP, Kind.ORGANISATION} and name in {"belong"}):
                continue
            unit = person.kind in _UNITS and name in words("membership", "part", "owned")
            predicate = "part_of" if unit else "member_of"
            yield held(_draft(view, predicate, trigger, person, body, "member-verb", over), how)


def _last_word(view: SentenceView, body: Filler) -> str:
    return words_of(view, body).lower().split()[-1]


def _has_name(view: SentenceView, body: Filler) -> bool:
    return body.mention is not None and view.mention(body.mention).form == Form.NAME


def _joined(view: SentenceView, verb: int, name: str) -> tuple[list[int], bool]:
    """Head tokens of the body that a verb of joining or leaving names, and whether it is left."""

    def listed(group: str) -> bool:
        return name in words("membership", "member", group)

    if name == "pledge" and view.objects(verb):
        return [], False  # "pledged allegiance to Y" is told as that
    if listed("verbs") and not (view.prepositional(verb, "in") and _calls(view, verb)):
        return view.undergoers(verb) if not view.is_passive(verb) else [], False
    if listed("leaving") and not view.is_passive(verb) and view.objects(verb):
        return view.objects(verb), True
    found: list[int] = []
    for group, prepositions in (
        ("in_verbs", ("in", "into", "by")),
        ("to_verbs", ("to",)),
        ("with_verbs", ("with",)),
        ("for_verbs", ("for",)),
        ("on_verbs", ("on",)),
    ):
        if listed(group) and not found:
            found = view.prepositional(verb, *prepositions)
            if "by" in prepositions and name not in words("membership", "member", "taking"):
                found = view.prepositional(verb, "in", "into")
            found = [] if "by" in prepositions and not found and not view.is_passive(verb) else found
            if (
                group == "in_verbs"
                and not found
                and view.is_passive(verb)
                and name in {"recruit", "conscript", "draft"}
            ):
                found = view.agents(verb)
    if found:
        return found, False
    return (view.prepositional(verb, "from"), True) if listed("leaving_from") else ([], False)


def _calls(view: SentenceView, verb: int) -> bool:
    """ "joined Doran in calling for": no membership."""
    return any(view.dependents(p, "pcomp") for p in view.dependents(verb, "prep") if view.tokens[p].lemma == "in")


# ---- units and larger bodies
def _part_noun(view: SentenceView, noun: int, name: str) -> Iterator[Draft]:
    """As in "X, the armed wing of Y", "Y's military branch, X", "X operates as part of Y"."""
    if f"{view.words_from(noun - 1, 1).lower()} {name}" in words("membership", "split", "nouns"):
        return  # "a breakaway faction of Y" is none of it any more
    if name == "part" and view.tokens[noun].tag == "NNS":
        return  # "is active in Ruda and parts of Y"
    if _is_counted_as(view, noun):
        yield from _counted_as(view, noun)
        return
    told = said_of(view, noun, _UNITS | {Kind.VEHICLE}) or _as_part(view, noun)
    if not told:
        yield from _belonging_person(view, noun) if name == "part" else ()
        return
    post = read_post(view, noun)
    if name in words("membership", "part", "loose") and not _is_part(view, noun, post):
        return
    for said in told:
        for body in post.bodies:
            if body.kind != Kind.STATE or name in {"part", "province"}:
                yield from _of_noun(view, "part_of", said, post, body, False)


def _is_counted_as(view: SentenceView, noun: int) -> bool:
    """As in "Y counts X as its armed wing"."""
    token = view.tokens[noun]
    owned = any(view.lows[c] in {"its", "their"} for c in view.dependents(noun, "poss"))
    as_its = owned and token.relation == "pobj" and view.tokens[token.head].lemma == "as"
    return as_its and bool(view.objects(view.tokens[token.head].head))


def _counted_as(view: SentenceView, noun: int) -> Iterator[Draft]:
    verb = view.tokens[view.tokens[noun].head].head
    wholes = [w for w in holders(view, subjects_of_clause(view, verb), _UNITS) if is_known(view, w)]
    for part in holders(view, view.objects(verb), _UNITS):
        yield from (
            held(_draft(view, "part_of", verb, part, whole, "counted-as", False), aim(view, verb))
            for whole in wholes
            if is_known(view, part) and part.start != whole.start
        )


def _belonging_person(view: SentenceView, noun: int) -> Iterator[Draft]:
    """As in "X was part of Y" of a person: a member."""
    bodies = [b for h in view.prepositional(noun, "of") for b in bodies_at(view, h, _JOINED) if is_known(view, b)]
    for said in said_of(view, noun, _PERSON) if bodies else ():
        for body in bodies:
            yield _draft(view, "member_of", said.trigger, said.holder, body, "part-of-person", False)


def _of_parts(view: SentenceView, noun: int) -> Iterator[Draft]:
    """As in "Y is an alliance of X and Z", "Y, a coalition of five militias: X, Z and …"."""
    heads = view.prepositional(noun, "of", "between")
    parts = [p for h in heads for p in enumerated(view, h, _UNITS)] or parties(view, heads, _UNITS)
    parts = [p for p in parts if is_known(view, p)]
    told = [(s.trigger, s.holder) for s in said_of(view, noun, _UNITS)]
    if view.tokens[noun].relation == "attr":  # "X was an umbrella of three parties: Y and Z"
        verb = view.tokens[noun].head
        told += [(verb, f) for f in holders(view, view.subjects(verb), _UNITS)]
    told = [(t, f) for t, f in told if all(f.start != p.start for p in parts)]
    for trigger, whole in told[:1] if len(parts) > 1 else ():
        for part in parts:
            yield _draft(view, "part_of", trigger, part, whole, "alliance-of", False)


def _as_part(view: SentenceView, noun: int) -> list[Said]:
    """ "X flew missions as part of Y": the subject of the clause, when it is a body."""
    token = view.tokens[noun]
    if token.relation == "dobj" and base(view, token.head) in words(
        "membership", "part", "forming"
    ):  # "forms the core"
        core = holders(view, subjects_of_clause(view, token.head), _UNITS)
        return [Said(noun=noun, holder=f, link=Link.COPULA, trigger=token.head, identity=False) for f in core]
    if token.relation in {"advcl", "npadvmod", "advmod"} and base(view, noun) == "part":  # "once part of Y, X left"
        ahead = [s for s in view.subjects(token.head) if s > noun]
        fronted = holders(view, ahead, _UNITS)
        return [Said(noun=noun, holder=f, link=Link.APPOSITION, trigger=noun, identity=True) for f in fronted]
    if token.relation != "pobj" or view.tokens[token.head].lemma != "as":
        return []
    verb = view.tokens[token.head].head
    found = (
        holders(view, view.subjects(verb), _UNITS | {Kind.VEHICLE, Kind.STATE})
        if view.tokens[verb].tag[:1] == "V"
        else []
    )
    return [Said(noun=noun, holder=f, link=Link.AS, trigger=verb, identity=False) for f in found]


def _is_part(view: SentenceView, noun: int, post: Post) -> bool:
    """Whether a general noun ("group", "force") is a part by a word beside it or by its owner's pronoun."""
    near = {view.tokens[m].text.lower() for m in post.modifiers}
    if near & words("membership", "part", "peers"):
        return False
    token = view.tokens[noun]
    if token.text[:1].isupper() and token.relation == "pobj" and view.tokens[token.head].lemma == "as":
        return True  # "X operates as the 40th Regiment in Y"
    if any(view.lows[m][:1].isdigit() for m in post.modifiers) and view.prepositional(noun, "of"):
        return True  # "X is the 14th brigade of Y"
    if near & words("membership", "part", "kinds"):
        return post.owned or bool(view.prepositional(noun, "of", "within", "in", "inside"))
    return bool(view.prepositional(noun, *words("membership", "part", "within"))) or (
        post.owned and base(view, noun) in words("membership", "part", "owned_units")
    )


def _subordinate(view: SentenceView, word: int) -> Iterator[Draft]:
    """As in "X, subordinate to Y", "X is subordinate to Y", "X reports to Y" of two units."""
    wholes = [b for t in view.prepositional(word, "to") for b in bodies_at(view, t, _UNITS)]
    head = view.tokens[word].head
    below = view.subjects(head) if view.tokens[head].tag[:1] == "V" else [head]
    for part in holders(view, below, _UNITS):
        for whole in wholes:
            if part.start != whole.start:
                yield _draft(view, "part_of", word, part, whole, "subordinate-to", False)


def _part_verb(view: SentenceView, verb: int, name: str) -> Iterator[Draft]:
    """As in "Y comprises X and Z", "Y is made up of X", "X is owned by Y", "X belongs to Y" of two bodies."""
    pairs: list[tuple[Filler, Filler]] = []
    if name in words("membership", "part", "whole") and not (name == "make" and not view.is_passive(verb)):
        wholes = [b for t in view.subjects(verb) for b in bodies_at(view, t, _UNITS)]
        parts = _parts_of_whole(view, verb, name)
        pairs = [(p, w) for w in wholes for p in parts if is_known(view, w)]
    elif name == "make" and "up" in particles(view, verb) and not view.is_passive(verb):  # "X and Z make up Y"
        pairs = _of_bodies(view, view.subjects(verb), view.objects(verb))
    elif name in words("membership", "part", "owned") and view.is_passive(verb):
        above = view.agents(verb) if name == "own" else view.prepositional(verb, "into", "to", "in", "under")
        above = above or (view.agents(verb) if name == "absorb" else [])
        pairs = _of_bodies(view, view.subjects(verb), above)
    elif name == "belong" and not any(is_member_noun(view, s) for s in view.subjects(verb)):
        pairs = _of_bodies(view, view.subjects(verb), view.prepositional(verb, "to"))
    how = aim(view, verb) if pairs else Aim.DONE
    for part, whole in pairs:
        if part.start != whole.start and how not in _UNDONE:
            yield held(_draft(view, "part_of", verb, part, whole, "part-verb", False), how)


def _parts_of_whole(view: SentenceView, verb: int, name: str) -> list[Filler]:
    if name in {"comprise", "include", "encompass", "unite", "group", "incorporate"} and not view.is_passive(verb):
        heads = view.objects(verb)
        named = [f for f in parties(view, heads, _UNITS) if is_known(view, f)]
        return [f for h in heads for f in enumerated(view, h, _UNITS)] or named
    if name == "consist" or (name in {"make", "compose", "comprise"} and view.is_passive(verb)):
        heads = view.prepositional(verb, *words("membership", "part", "whole_of"))
        heads = [h for h in heads if not (is_member_noun(view, h) and view.prepositional(h, "of"))]  # "of members of Y"
        named = [f for h in heads for f in enumerated(view, h, _UNITS)]
        return named or list(parties(view, heads, _PEOPLE | _UNITS))
    return []


def _under_command(view: SentenceView, noun: int) -> Iterator[Draft]:
    """As in "X is under the command of Y", "X fought under the banner of Y" of two bodies."""
    under = view.tokens[noun].head
    above = view.tokens[under].head
    if view.tokens[noun].relation != "pobj" or view.tokens[under].lemma != "under":
        return
    verb = view.tokens[above].tag[:1] == "V"
    wholes = [b for t in view.prepositional(noun, "of") for b in bodies_at(view, t, _UNITS) if is_known(view, b)]
    below = subjects_of_clause(view, above) if verb else [above]
    for part in [p for p in holders(view, below, _UNITS) if is_known(view, p)] if wholes else ():
        for whole in wholes:
            if part.start != whole.start:
                draft = _draft(view, "part_of", above if verb else noun, part, whole, "under-command", False)
                yield held(draft, aim(view, above)) if verb else draft


def _of_bodies(view: SentenceView, below: list[int], above: list[int]) -> list[tuple[Filler, Filler]]:
    wholes = [b for t in above for b in bodies_at(view, t, _UNITS)]
    return [(p, w) for p in holders(view, below, _UNITS) for w in wholes if is_known(view, p) or is_known(view, w)]


def _draft(view: SentenceView, predicate: str, trigger: int, who: Filler, body: Filler, rule: str, over: bool) -> Draft:
    return Draft(
        predicate=predicate,
        trigger=trigger,
        subject=who,
        object=body,
        rule=rule,
        confidence=0.75,
        former=over or is_over(view, trigger, None),
        why=f"“{view.tokens[trigger].text}” of a part and a body",
    )
