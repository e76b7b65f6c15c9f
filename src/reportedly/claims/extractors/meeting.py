"""Talks between named parties (met) and what they settled (agreed)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from reportedly.claims.arguments.lists import listed, with_included
from reportedly.claims.arguments.parties import filler, owners, parties
from reportedly.claims.arguments.pictures import medium_noun
from reportedly.claims.arguments.scenes import sites_of
from reportedly.claims.arguments.sites import site, sites_after
from reportedly.claims.distinct import is_same
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.modality.aims import Aim, aim, held
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, has_to, is_in, modifiers
from reportedly.claims.violence.doing import armed_men, deep_agents
from reportedly.records.mention import AGENTS, BODIES_AND_STATES, Form, Kind
from reportedly.resources.lexicon import words


class Meeting:
    """met and agreed, from verbs ("met", "received", "held talks with") and nouns ("a meeting between A and B")."""

    name = "meeting"
    version = 6
    predicates = frozenset({"met", "agreed"})

    def __call__(self, sentence: SentenceView) -> Iterator[Draft]:
        """Drafts of one sentence, each pair once."""
        seen: set[tuple[object, ...]] = set()
        told = list(_all(sentence))
        paired = {d.subject.start for d in told if d.predicate == "met" and d.subject and d.object}
        for draft in told:
            ends = tuple(sorted(f.start for f in (draft.subject, draft.object) if f is not None))
            if draft.predicate == "met" and draft.object is None and set(ends) & paired:
                continue
            if (draft.predicate, ends) not in seen:
                seen.add((draft.predicate, ends))
                yield draft


EXTRACTOR = Meeting()


def _all(view: SentenceView) -> Iterator[Draft]:
    for token, word in enumerate(view.tokens):
        if word.tag[:1] == "V":
            name = base(view, token)
            if name in words("meeting", "verbs"):
                yield from _met(view, token, name)
            if name in words("meeting", "coming") and has_to(view, token) and word.relation == "advcl":
                yield from _met(view, token, "confer")
            if name in words("meeting", "company", "verbs"):
                yield from _kept_company(view, token, name)
            if name in words("meeting", "light"):
                yield from _held_talks(view, token)
            if name in words("meeting", "agreed", "verbs"):
                yield from _agreed(view, token, name)
        elif word.tag[:1] == "N" and is_in(view, token, "meeting", "nouns"):
            yield from _meeting_of(view, token)
        elif word.tag[:1] == "N" and is_in(view, token, "meeting", "agreed", "nouns"):
            yield from _agreement_of(view, token)


def _is_distant(view: SentenceView, token: int) -> bool:
    """Whether they only spoke by wire; what a picture shows ("in a video, X was welcomed by Y") is no distance."""
    far = [t for t in view.subtree(token) if view.tokens[t].lemma in words("meeting", "distant")]
    far = [t for t in far if t != token or view.tokens[t].tag[:1] == "N"]  # but "called on B"
    return any(medium_noun(view, t) is None or view.tokens[view.tokens[t].head].lemma != "in" for t in far)


# ---- met
def _met(view: SentenceView, verb: int, name: str) -> Iterator[Draft]:
    """As in "A met (with) B", "A received B", "A and B met", "the committee meets in Ruda"."""
    if _is_distant(view, verb) or _is_thanked_for(view, verb):
        return
    if name == "summon" and not any(is_in(view, o, "meeting", "diplomats") for o in view.undergoers(verb)):
        return  # "summoned witnesses"
    kinds = AGENTS
    told = with_included(view, view.doers(verb))
    who = told or (with_included(view, deep_agents(view, verb)) if view.is_passive(verb) else [])
    if name in {"meet", "convene", "confer"} and not view.objects(verb):
        who = _holders(view, who)  # "the foreign ministers of Doran and Sel met"
    doers = _split(view, who, parties(view, who, kinds))
    if len(who) > len(told):
        doers = _spread(view, doers)
    matters = view.objects(verb) if name == "discuss" else []  # "discussed the plan with X"
    with_ = with_included(view, [h for t in [verb, *matters] for h in view.prepositional(t, "with")])
    others = parties(view, with_, kinds)
    if name in words("meeting", "transitive"):
        undergoers = parties(view, with_included(view, view.undergoers(verb)), kinds)
        others = undergoers if name != "meet" else [*undergoers, *others]
        bare = view.undergoers(verb) + view.prepositional(verb, "with")
        others += [a for o in bare for a in armed_men(view, o) if name == "meet" and not _told(a, others)]
    if name in words("meeting", "weak"):
        people = frozenset({Kind.PERSON})
        persons = [o for o in others if o.kind in people]
        guests = any(is_in(view, o, "described", "people", "travellers") for o in view.undergoers(verb))
        received = name in {"receive", "welcome", "greet"} and (view.is_passive(verb) or guests)
        if received and all(d.kind in people for d in doers):
            persons = others  # "the delegation was received by the minister"
        if name == "host" and any(d.kind == Kind.STATE for d in doers):
            return  # "Doran hosts negotiators of the Front": they stay there
        doers, others = [d for d in doers if d.kind in people or persons], persons
        if not doers or not others:
            return
    alone = name in {"meet", "convene"} and not view.objects(verb)
    yield from _pairs(view, verb, doers, others, "met-verb", 0.8, alone=alone, how=aim(view, verb))


def _told(one: Filler, others: list[Filler]) -> bool:
    return any(o.start < one.end and one.start < o.end for o in others)


def _is_thanked_for(view: SentenceView, verb: int) -> bool:
    """As in "thanked Doran for receiving him": who received him is told elsewhere, a state did not."""
    token = view.tokens[verb]
    through = token.relation == "pcomp" and view.tokens[token.head].lemma == "for"
    return through and base(view, view.tokens[token.head].head) in words("speech", "verbs", "judging")


def _kept_company(view: SentenceView, verb: int, name: str) -> Iterator[Draft]:
    """As in "A sat down with B", "shook hands with B", "spent nine hours with B", "called on the prime minister"."""
    preposition, noun = words("meeting", "company", "on"), words("meeting", "company", "objects")
    on = name in preposition
    beside = {view.tokens[o].lemma for o in view.objects(verb)} | {view.words_from(verb + 1, 1).lower()}
    if _is_distant(view, verb) or view.is_passive(verb) or (not on and not beside & noun):
        return
    if on and (
        view.objects(verb) or view.dependents(verb, "xcomp", "advcl", "ccomp", "prt") or "to" in view.lows[verb:]
    ):
        return  # "called on X to resign"
    kinds = frozenset({Kind.PERSON}) if on else frozenset({Kind.PERSON, Kind.GROUP, Kind.STATE_BODY, Kind.POPULATION})
    across = [c for c in view.children[verb] if view.lows[c] == "across"]
    facing = [h for c in (*across, verb) for h in view.prepositional(c, "from")] if across else []
    heads = facing or view.prepositional(verb, *(("on", "upon") if on else ("with",)))
    others = parties(view, heads, kinds, victim=not on)
    doers = parties(view, view.subjects(verb), AGENTS)
    yield from _pairs(view, verb, doers, _spread(view, others), "kept-company", 0.65, how=aim(view, verb))


def _split(view: SentenceView, heads: list[int], found: list[Filler]) -> list[Filler]:
    """ "Doran and Sel negotiators met": the two sides, where one noun stands for both."""
    if len(heads) != 1 or len(found) != 1:
        return found
    sides = owners(view, heads[0], frozenset({Kind.STATE, Kind.GROUP}))
    return sides if len(sides) > 1 else found


def _held_talks(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "A held talks with B in Ruda", "A joined B for talks"."""
    heads = [t for o in view.undergoers(verb) for t in [o, *view.prepositional(o, "of")]]  # "a series of meetings"
    nouns = [o for o in heads if is_in(view, o, "meeting", "nouns")]
    purposes = [h for t in [verb, *view.objects(verb)] for h in view.prepositional(t, "for", "in", "at")]
    through = [o for o in purposes if is_in(view, o, "meeting", "strong")]
    if base(view, verb) == "join" and through and view.objects(verb):
        doers = parties(view, view.doers(verb), AGENTS)
        yield from _pairs(
            view, verb, doers, _spread(view, parties(view, view.objects(verb), AGENTS)), "joined-for-talks", 0.75
        )
        return
    if not nouns or _is_distant(view, verb):
        return
    doers = parties(view, view.doers(verb), AGENTS)
    others = [o for n in nouns for o in _with(view, n)] or _with(view, verb)
    strong = any(is_in(view, n, "meeting", "strong") for n in nouns)
    held_by = strong and base(view, verb) in {"hold", "begin", "start", "open", "resume", "convene"}
    if others or (held_by and (len(doers) > 1 or (view.is_passive(verb) and view.agents(verb)))):
        yield from _pairs(view, verb, doers, others, "held-talks", 0.8, how=aim(view, verb), alone=held_by, single=True)


def _with(view: SentenceView, token: int) -> list[Filler]:
    heads = view.prepositional(token, "with")
    return _spread(view, parties(view, with_included(view, _holders(view, heads)), AGENTS))


def _holders(view: SentenceView, heads: list[int]) -> list[int]:
    """As in "the foreign ministers of Doran and Sel", "officials from Doran and Sel": the states they stand for."""
    found: list[int] = []
    for head in heads:
        plural = view.tokens[head].tag in {"NNS", "NNPS"} and is_in(view, head, "described", "people", "office")
        deeper = _deepest(view, head)
        stated = parties(view, deeper, frozenset({Kind.STATE}))
        found += deeper if plural and stated else [head]
    return found


def _deepest(view: SentenceView, head: int) -> list[int]:
    """Of "representatives of the ministers of foreign affairs of Doran and Sel" Doran and Sel."""
    for _ in range(4):
        inner = view.prepositional(head, "of", "from")
        if not inner or parties(view, inner, frozenset({Kind.STATE})):
            return inner
        head = inner[0]
    return []


def _spread(view: SentenceView, found: list[Filler]) -> list[Filler]:
    """The parties and those listed after the last of them."""
    out: dict[int, Filler] = {f.start: f for f in found}
    for f in found:
        if f.mention is not None and view.mention(f.mention).form == Form.NAME:
            for m in listed(view, f.mention, frozenset({f.kind})):
                out.setdefault(view.mention(m).start, filler(view, m))
    return [out[k] for k in sorted(out)]


def _meeting_of(view: SentenceView, noun: int) -> Iterator[Draft]:
    """As in "talks between A and B", "A's meeting with B", "the last meeting of the committee"."""
    if _is_distant(view, noun) or view.tokens[noun].relation in {"compound"}:
        return
    token = view.tokens[noun]
    if token.relation in {"dobj", "nsubjpass"} and is_in(view, token.head, "meeting", "unheld"):
        return  # "ruled out talks with B"
    strong = is_in(view, noun, "meeting", "strong")
    noun, top = _whole(view, noun), noun
    between = _spread(
        view, parties(view, _holders(view, _between(view, noun, top, "between", "among", "of")), AGENTS, victim=True)
    )
    preposed = owners(view, noun, AGENTS)
    with_ = _with(view, noun) or _with_behind(view, noun)
    sides = _between(view, noun, top, "between", "among")
    if sides and len(between) > 1:
        first = parties(view, sides[:1], AGENTS, victim=True)
        rest = [b for b in between if b.start not in {f.start for f in first}]
        apart = (between, []) if len(sides) == len(between) == 3 else (first or between[:1], rest or between[1:])
        yield from _pairs(view, noun, *apart, "talks-between", 0.75)
        return
    if with_ and not _is_under_light_verb(view, noun):
        hosts = preposed or between or _in_talks(view, noun) or _clause_subjects(view, noun)
        ahead = view.tokens[view.tokens[noun].head].lemma == "for"  # "came for a meeting with B"
        how = Aim.PLANNED if ahead else aim(view, view.clause(noun))
        yield from _pairs(view, noun, hosts, with_, "meeting-with", 0.7, how=how)
    elif strong and len(between) > 1:
        yield from _pairs(view, noun, between, [], "meeting-of", 0.65)
    elif is_in(view, noun, "meeting", "gatherings") and (between or preposed) and not with_:
        held_by = parties(view, view.prepositional(noun, "of"), AGENTS)
        bodies = [f for f in held_by if f.kind in BODIES_AND_STATES]
        yield from _pairs(view, noun, bodies[:1], [], "gathering-of", 0.55, alone=True)


def _with_behind(view: SentenceView, noun: int) -> list[Filler]:
    """As in "played down his talks with B", with "with" hung on the verb."""
    token, behind = view.tokens[noun], noun + 1
    own = token.relation == "dobj" and behind < len(view.tokens) and view.lows[behind] == "with"
    return _with(view, token.head) if own and view.tokens[behind].head == token.head else []


def _whole(view: SentenceView, noun: int) -> int:
    """Of "a series of meetings" the series, which carries what hangs on the meetings."""
    outer = view.tokens[view.tokens[noun].head].head
    of = view.tokens[view.tokens[noun].head].lemma == "of" and view.tokens[noun].relation == "pobj"
    return outer if of and is_in(view, outer, "described", "measure", "dropped") else noun


def _between(view: SentenceView, noun: int, inner: int, *prepositions: str) -> list[int]:
    """What the prepositions bring in below a noun, or below the verb that says it takes place."""
    found = [
        *view.prepositional(inner, *prepositions),
        *(view.prepositional(noun, *prepositions) if inner != noun else []),
    ]
    found = [f for f in found if f != inner]
    token = view.tokens[noun]
    if not found and token.relation in {"nsubj", "nsubjpass"} and "between" in prepositions:
        found = view.prepositional(token.head, "between", "among")
    return found


def _is_under_light_verb(view: SentenceView, noun: int) -> bool:
    token = view.tokens[noun]
    return (
        token.relation in {"dobj", "nsubjpass"}
        and is_in(view, token.head, "meeting", "light")
        and bool(view.doers(token.head))
    )


def _in_talks(view: SentenceView, noun: int) -> list[Filler]:
    """Of "clergy in talks with B", "X, in Ruda for talks with B, said" whom the talks are told of."""
    through = view.tokens[noun].head
    holder = view.tokens[through].head
    while view.tokens[holder].relation in {"pobj", "prep"} and view.tokens[holder].head != holder:
        holder = view.tokens[holder].head
    if view.tokens[through].lemma not in {"in", "for"} or view.tokens[holder].tag[:1] != "N":
        return []
    return parties(view, [holder], AGENTS)


def _clause_subjects(view: SentenceView, noun: int) -> list[Filler]:
    """Of "X spoke after talks with B", "X will lead a delegation for a meeting with B", "X's visit included": X."""
    for above in view.ancestors(noun):
        if view.tokens[above].tag[:1] == "V":
            subjects = view.subjects(above)
            guests = [s for s in subjects if is_in(view, s, "described", "people", "travellers")]
            visits = [s for s in subjects if is_in(view, s, "presence", "nouns", "visit")]
            found = parties(view, subjects, AGENTS - {Kind.POPULATION}) or parties(view, guests, AGENTS)
            return found or [f for s in visits for f in owners(view, s, AGENTS)]
    return []


def _pairs(
    view: SentenceView, trigger: int, doers: list[Filler], others: list[Filler], rule: str, confidence: float,
    *, alone: bool = False, single: bool = False, how: Aim = Aim.DONE, predicate: str = "met",
) -> Iterator[Draft]:  # fmt: skip
    pairs: list[tuple[Filler, Filler | None]] = [(a, b) for a in doers for b in others if not is_same(view, a, b)]
    if not others and len(doers) > 1:
        pairs = list(combinations(doers, 2)) if len(doers) <= 3 else [(doers[0], b) for b in doers[1:]]
    elif not others and alone and doers:
        pairs = [
            (d, None)
            for d in doers
            if single or d.kind in BODIES_AND_STATES or view.tokens[_head(view, d)].tag in {"NNS", "NNPS"}
        ]
    places = (sites_of(view, trigger) or _come_to(view, trigger))[:1]
    for subject, other in pairs:
        draft = Draft(
            predicate=predicate, trigger=trigger, subject=subject, object=other, place=places[0] if places else None,
            place_fixed=bool(places), rule=rule, confidence=confidence,
            why=f"“{view.tokens[trigger].text}” " + ("brings two parties together" if other else "of one body"),
        )  # fmt: skip
        yield held(draft, how)


def _come_to(view: SentenceView, trigger: int) -> list[Filler]:
    """Of "flew to Ruda and met B", "leads a delegation to Ruda for talks with B" Ruda, where they came to meet."""
    token = view.tokens[trigger]
    going = token.head
    if token.relation == "pobj" and view.tokens[going].lemma == "for":
        above = view.tokens[going].head
        led = [o for o in view.objects(above) if is_in(view, o, "described", "people", "travellers")]
        return [f for t in [above, *led] for f in sites_after(view, t, "to")]
    if token.relation != "conj" or token.tag[:1] != "V" or going > trigger:
        return []
    if is_in(view, going, "presence", "visit", "verbs"):
        return [f for o in view.objects(going) for f in site(view, o)]
    moved = is_in(view, going, "presence", "motion", "verbs") or is_in(view, going, "presence", "moved", "verbs")
    return sites_after(view, going, "to", "in", "at", "into") if moved else []


def _head(view: SentenceView, found: Filler) -> int:
    return next((i for i, t in reversed(list(enumerate(view.tokens))) if t.end <= found.end), 0)


# ---- agreed
def _agreed(view: SentenceView, verb: int, name: str) -> Iterator[Draft]:
    """As in "A and B agreed on a truce", "A signed an accord with B", "the council adopted Resolution 5"."""
    doers = _split(view, view.doers(verb), parties(view, view.doers(verb), BODIES_AND_STATES | {Kind.PERSON}))
    nouns = [o for o in view.undergoers(verb) if is_in(view, o, "meeting", "agreed", "nouns")]
    how = aim(view, verb)
    if name in words("meeting", "agreed", "adopt"):
        adopted = [
            o for o in view.undergoers(verb) if is_in(view, o, "meeting", "agreed", "adopted") or _is_numbered(view, o)
        ]
        bodies = [d for d in doers if d.kind in BODIES_AND_STATES]
        for subject in bodies[:1] if adopted else []:
            yield held(_settled(view, verb, subject), how)
        return
    if name == "agree":
        others = parties(view, view.prepositional(verb, "with"), BODIES_AND_STATES | {Kind.PERSON})
        settled = [n for n in view.prepositional(verb, "to") if is_in(view, n, "meeting", "agreed", "nouns")]
        others = others or [o for n in settled for o in _with(view, n)]
        on = [*view.prepositional(verb, "on", "upon"), *settled] or nouns
        on = on or (view.dependents(verb, "xcomp") if others or len(doers) > 1 else [])
        if on and (others or len(doers) > 1 or any(_is_collective(view, d) for d in doers)):
            yield from _pairs(view, verb, doers, others, "agreed-verb", 0.65, alone=True, how=how, predicate="agreed")
        return
    nouns += [o for o in view.undergoers(verb) if name == "make" and is_in(view, o, "meeting", "agreed", "peace")]
    if name in words("meeting", "agreed", "come"):
        nouns = [o for o in view.prepositional(verb, "to", "at") if is_in(view, o, "meeting", "agreed", "nouns")]
    unsaid = name in words("meeting", "agreed", "alone") and not view.undergoers(verb) and len(doers) > 1
    made = name in words("meeting", "agreed", "make") | words("meeting", "agreed", "come")
    if (nouns and made) or unsaid:
        others = [o for n in nouns for o in _with(view, n)] or _with(view, verb)
        yield from _pairs(view, verb, doers, others, "made-agreement", 0.7, how=how, predicate="agreed")


def _agreement_of(view: SentenceView, noun: int) -> Iterator[Draft]:
    """As in "a truce between A and B", "the accord with B that A signed"."""
    both = _spread(view, parties(view, view.prepositional(noun, "between", "among"), BODIES_AND_STATES | {Kind.PERSON}))
    if len(both) > 1:
        yield from _pairs(view, noun, both, [], "agreement-between", 0.65, predicate="agreed")


def _settled(view: SentenceView, verb: int, subject: Filler) -> Draft:
    """A body adopts something on its own: the other side of `agreed` stays empty, a resolution is no party."""
    return Draft(
        predicate="agreed", trigger=verb, subject=subject, rule="adopted", confidence=0.7,
        why=f"“{view.tokens[verb].text}” says what a body settled",
    )  # fmt: skip


def _is_numbered(view: SentenceView, token: int) -> bool:
    return any(view.tokens[t].tag == "CD" for t in view.subtree(token)) and "resolution" in modifiers(view, token)


def _is_collective(view: SentenceView, found: Filler) -> bool:
    return found.kind in BODIES_AND_STATES or view.tokens[_head(view, found)].tag in {"NNS", "NNPS"}
