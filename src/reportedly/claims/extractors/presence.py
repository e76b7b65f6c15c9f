"""Presence: persons seen, visiting, arriving, speaking somewhere (present_at)."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.claims.arguments.lists import with_included
from reportedly.claims.arguments.parties import described, filler, kind_of, parties
from reportedly.claims.arguments.pictures import PERSON, companions, filmed_at, is_seeing, medium_of
from reportedly.claims.arguments.scenes import sites_of
from reportedly.claims.arguments.sites import site, sites_after, sites_below, vessel
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.modality.aims import Aim, aim, held
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, is_in, particles
from reportedly.records.claim import Medium
from reportedly.records.mention import AGENTS, FORCES, Kind
from reportedly.resources.lexicon import words

_GOERS = frozenset({Kind.PERSON, Kind.POPULATION})
_VISITORS = frozenset({Kind.PERSON, Kind.POPULATION, Kind.GROUP, Kind.STATE_BODY, Kind.ORGANISATION})
_GROUND = frozenset({Kind.PLACE, Kind.FACILITY, Kind.STATE, Kind.VEHICLE})
_AT = ("in", "at", "near", "inside", "outside", "on", "aboard", "around", "across", "along", "from", "throughout")
_HABIT = frozenset({"routinely", "often", "frequently", "regularly", "repeatedly", "usually", "always", "annually"})


class Presence:
    """present_at from verbs of sighting, motion, stay and visit, from nouns of visit, and from lists."""

    name = "presence"
    version = 4
    predicates = frozenset({"present_at"})

    def __call__(self, sentence: SentenceView) -> Iterator[Draft]:
        """Drafts of one sentence; of several ways to the same person and place the first."""
        seen: set[tuple[int, int]] = set()
        for draft in _all(sentence):
            if draft.subject is None or draft.place is None:
                continue
            key = (draft.subject.start, draft.place.start)
            if key not in seen and not _inside(draft.place, draft.subject):
                seen.add(key)
                yield draft


EXTRACTOR = Presence()


def _inside(place: Filler, subject: Filler) -> bool:
    return subject.start <= place.start and place.end <= subject.end


def _all(view: SentenceView) -> Iterator[Draft]:
    yield from _continued(view)
    for token in range(len(view.tokens)):
        tag = view.tokens[token].tag
        if is_seeing(view, token):
            yield from _sighted(view, token)
        elif tag[:1] == "V":
            yield from _verb(view, token)
        elif tag[:1] == "N":
            yield from _visit_noun(view, token)
            yield from _aside(view, token)


def _drafts(
    view: SentenceView, trigger: int, subjects: list[Filler], places: list[Filler], rule: str, why: str,
    *, medium: Medium | None = None, confidence: float = 0.7, how: Aim = Aim.DONE,
) -> Iterator[Draft]:  # fmt: skip
    habitual = any(view.tokens[c].lemma in _HABIT for c in view.dependents(trigger, "advmod"))
    if how == Aim.PURPOSE and view.tokens[view.tokens[trigger].head].tag[:1] == "N":
        return  # "a visa to enter Doran"
    if how == Aim.TRIED:
        return  # "tried to drive to Ruda"
    if how != Aim.DONE:
        subjects = [
            s for s in subjects if s.kind != Kind.POPULATION or (s.mention is not None and view.is_name(s.mention))
        ]
    for subject in subjects:
        for place in places:
            draft = Draft(
                predicate="present_at", trigger=trigger, subject=subject, place=place, place_fixed=True, medium=medium,
                rule=rule, confidence=confidence, why=why, habitual=habitual,
            )  # fmt: skip
            yield held(draft, how)


# ---- sightings
def _sighted(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "X has been spotted in Ruda"; together with a named person it is told as seen_with."""
    if any(view.tokens[c].lemma == "as" for c in view.dependents(verb, "prep")) or companions(view, verb):
        return
    subjects = parties(view, with_included(view, view.subjects(verb) or _heads_before(view, verb)), _GOERS)
    places = (
        filmed_at(view, verb)
        or sites_of(view, verb)
        or [f for x in view.dependents(verb, "xcomp", "advcl") for f in sites_of(view, x)]
    )
    yield from _drafts(
        view, verb, subjects, places, "sighted", f"“{view.tokens[verb].text}” with a place",
        medium=medium_of(view, verb), confidence=0.9,
    )  # fmt: skip


def _listed(view: SentenceView, top: int) -> list[int]:
    """As in "visited areas that the rebels had held, including A and B": A and B, whatever the list hangs on."""
    opening = [t for t in view.subtree(top) if view.tokens[t].lemma in {"include", "including"}]
    opening = [t for t in opening if view.tokens[t].relation == "prep" and view.words_from(t - 1, 1) == ","]
    return [c for t in opening for h in view.dependents(t, "pobj") for c in view.conjuncts(h)]


def _with_company(view: SentenceView, verb: int, tokens: list[int]) -> list[int]:
    """As in "X, accompanied by Y, visited Ruda": Y too."""
    clauses = [c for t in [verb, *tokens] for c in view.dependents(t, "acl", "advcl")]
    clauses = [c for c in clauses if is_in(view, c, "photograph", "together") and view.is_passive(c)]
    return [*tokens, *(a for c in clauses for a in view.agents(c))]


def _heads_before(view: SentenceView, verb: int) -> list[int]:
    word = view.tokens[verb]
    if word.relation in {"acl", "relcl", "appos", "advcl", "parataxis"} and view.tokens[word.head].tag[:1] == "N":
        return [word.head]
    return []


# ---- verbs
def _verb(view: SentenceView, verb: int) -> Iterator[Draft]:
    name = base(view, verb)
    if name in words("presence", "visit", "verbs"):
        yield from _visit(view, verb)
    if name in words("presence", "motion", "verbs") and not view.dependents(verb, "nsubjpass", "auxpass", "agent"):
        yield from _motion(view, verb, name)
    if name in words("presence", "stay", "verbs"):
        yield from _stay(view, verb)
    if name in words("presence", "moved", "verbs"):
        yield from _moved(view, verb)
    if name in words("presence", "acts", "verbs"):
        yield from _act(view, verb)
    if name == "be":
        yield from _copula(view, verb)


def _visit(view: SentenceView, verb: int) -> Iterator[Draft]:
    kinds = _GOERS if base(view, verb) in words("presence", "visit", "strict") else _VISITORS
    subjects = parties(view, _with_company(view, verb, view.doers(verb)), kinds)
    visited = view.undergoers(verb)
    visited += [i for o in [verb, *visited] for i in _listed(view, o) if i not in visited]
    hosts = [o for o in visited if kind_of(view, o) is not None]
    places = [f for o in visited if o not in hosts for f in site(view, o, plain=_is_definite(view, o))]
    places = _finer(view, verb, places)
    if not places and base(view, verb) in words("presence", "visit", "people"):  # "visited troops near Ruda"
        places = [f for o in hosts for f in sites_after(view, o, *_AT)]
        places = places or (sites_after(view, verb, "in", "at", "near", "along") if hosts else [])
        inner = [i for o in hosts for i in view.prepositional(o, "of")]
        places = places or [f for i in inner for f in sites_after(view, i, "in", "at", "near", "along")]
    why = f"“{view.tokens[verb].text}” with a place"
    yield from _drafts(view, verb, subjects, places, "visit", why, confidence=0.8, how=aim(view, verb))


def _finer(view: SentenceView, verb: int, places: list[Filler]) -> list[Filler]:
    """A nameless place gives way to the named one around it ("toured a base in Ruda": Ruda)."""
    if places and all(p.mention is None for p in places):
        return sites_after(view, verb, *_AT) or [f for o in view.objects(verb) for f in sites_after(view, o)] or places
    return places


def _is_definite(view: SentenceView, token: int) -> bool:
    return bool(view.dependents(token, "poss")) or any(
        view.tokens[c].lemma == "the" for c in view.dependents(token, "det")
    )


def _motion(view: SentenceView, verb: int, name: str) -> Iterator[Draft]:
    if name == "land" and view.objects(verb):
        return  # "hopes to land 8,000 men at Ruda"
    goal_only = name in words("presence", "motion", "goal_only")
    prepositions = ("to", "into", "onto", "aboard") if goal_only else tuple(words("presence", "motion", "prepositions"))
    subjects = _goers(view, _with_company(view, verb, with_included(view, view.subjects(verb))))
    if view.tokens[verb].relation == "acl" and view.tokens[verb].tag == "VBG":
        subjects = [s for s in subjects if s.kind == Kind.PERSON]  # "people travelling to Doran": nobody in particular
    places = sites_after(view, verb, *prepositions)
    if not places and name in {"arrive", "land", "return"}:
        places = sites_after(view, verb)
    places = places or _beside(view, verb, *prepositions)
    if not places and name in {"embark", "board"}:
        places = [f for h in view.prepositional(verb, "on", "aboard") for f in vessel(view, h)]
    yield from _drafts(
        view,
        verb,
        subjects,
        places,
        "motion",
        f"“{view.tokens[verb].text}” with where to",
        confidence=0.75,
        how=aim(view, verb),
    )


def _goers(view: SentenceView, tokens: list[int]) -> list[Filler]:
    """Persons and peaceful bodies of people ("the delegation"); armed ones are told as `deployed_to`."""
    bodies = [t for t in tokens if is_in(view, t, "described", "people", "travellers")]
    found = {f.start: f for f in [*parties(view, tokens, _GOERS), *parties(view, bodies, _VISITORS)]}
    for t in bodies if not found else []:
        if _is_definite(view, t):
            told = described(view, t, Kind.POPULATION)
            found[told.start] = told
    return [found[k] for k in sorted(found)]


def _stay(view: SentenceView, verb: int) -> Iterator[Draft]:
    if view.is_passive(verb) or view.objects(verb) or "as" in particles(view, verb):
        return
    subjects = parties(view, view.subjects(verb), _GOERS)
    if view.tokens[verb].relation == "ccomp" and is_in(view, view.tokens[verb].head, "photograph", "shows"):
        return  # told as a picture
    speaking = is_in(view, verb, "presence", "stay", "heard")
    if speaking and parties(view, view.prepositional(verb, "to", "with"), AGENTS, victim=True):
        return  # told as `spoke_to`
    if is_in(view, verb, "presence", "stay", "weak"):
        subjects = [s for s in subjects if s.kind == Kind.PERSON and s.mention is not None and view.is_name(s.mention)]
    if is_in(view, verb, "presence", "stay", "of_forces"):
        subjects = subjects or parties(view, view.subjects(verb), FORCES)
    places = filmed_at(view, verb) or sites_after(
        view, verb, "in", "at", "near", "inside", "outside", "aboard", "across", *(() if speaking else ("on",))
    )
    places = places or _beside(view, verb, "in", "at", "near", "inside", "outside")
    places = [p for p in places if p.mention is None or view.mention(p.mention).kind in _GROUND]
    if not places and speaking:  # "speaking from Geneva", "speaking at a rally in Ruda"
        heard = [h for h in view.prepositional(verb, "at", "to") if is_in(view, h, "speech", "nouns", "occasions")]
        places = sites_after(view, verb, "from") or [f for h in heard for f in sites_after(view, h, "in", "at", "near")]
    if not places and is_in(view, verb, "presence", "stay", "aboard"):
        places = [f for h in view.prepositional(verb, "on", "in") for f in vessel(view, h)]
    why = f"“{view.tokens[verb].text}” with where"
    yield from _drafts(view, verb, subjects, places, "stay", why, confidence=0.65, how=aim(view, verb))


def _beside(view: SentenceView, verb: int, *prepositions: str) -> list[Filler]:
    """As in "appeared with his men in Ruda", "fled with his men to Ruda", with the place hung on the men."""
    return [f for h in view.prepositional(verb, "with", "alongside") for f in sites_after(view, h, *prepositions)]


def _moved(view: SentenceView, verb: int) -> Iterator[Draft]:
    name = base(view, verb)
    if name in words("presence", "moved", "not_sure") or name in words("movement", "deploy", "verbs_of_person"):
        return  # "was transferred to Ruda" is told as `deployed_to`
    people = [o for o in view.undergoers(verb) if not is_in(view, o, "presence", "moved", "captives")]
    subjects = parties(view, people, _GOERS)
    places = [p for p in sites_after(view, verb, "to", "into", "aboard", "onto") if not _is_prison(view, p)]
    yield from _drafts(
        view, verb, subjects, places, "moved", f"“{view.tokens[verb].text}” says where somebody was brought",
        confidence=0.65, how=aim(view, verb),
    )  # fmt: skip


def _is_prison(view: SentenceView, place: Filler) -> bool:
    """Whoever is taken there is held, which is told as such."""
    inside = (i for i, t in enumerate(view.tokens) if place.start <= t.start < place.end)
    return any(is_in(view, i, "custody", "captured", "places") for i in inside)


def _act(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "gave a speech in Ruda", "attended a funeral in Belik"."""
    led = [o for o in view.objects(verb) if is_in(view, o, "described", "people", "travellers")]
    if led and base(view, verb) in {"lead", "head"}:  # "will lead a delegation to Ruda"
        places = sites_after(view, verb, "to") or [f for o in led for f in sites_after(view, o, "to")]
        subjects = parties(view, view.doers(verb), PERSON)
        yield from _drafts(view, verb, subjects, places, "led-to", "somebody leads a delegation to a place")
    nouns = [o for o in view.objects(verb) if is_in(view, o, "presence", "acts", "nouns")]
    if not nouns:
        return
    subjects = parties(view, view.doers(verb), PERSON)
    prepositions = ("in", "at", "near", "inside", "outside", "on", "aboard")
    places = [f for o in nouns for f in sites_after(view, o, *prepositions)] or sites_after(view, verb, *prepositions)
    yield from _drafts(
        view, verb, subjects, places, "act", f"“{view.tokens[verb].text} … {view.tokens[nouns[0]].text}” with a place",
        confidence=0.7, how=aim(view, verb),
    )  # fmt: skip


def _copula(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "X was in Ruda", "X, who is now in Sel", "X is safe in Sel"."""
    said = view.dependents(verb, "attr", "acomp", "oprd")
    there = [c for c in said if is_in(view, c, "presence", "copula", "states")]
    if list(said) != there or view.dependents(verb, "expl"):
        return
    subjects = _staying(view, verb)
    around = ("in", "at", "near", "inside", "outside", "aboard", "back", "on")
    places = sites_after(view, verb, *around) or [f for c in there for f in sites_after(view, c, *around)]
    yield from _drafts(view, verb, subjects, places, "copula", "“be” with a place", confidence=0.7, how=aim(view, verb))


def _staying(view: SentenceView, verb: int) -> list[Filler]:
    """Persons and people that are somewhere; of "its fighters were in Ruda" the group, where the text says whose."""
    found = parties(view, view.subjects(verb), _GOERS)
    if any(f.mention is not None and view.is_name(f.mention) for f in found):
        return found
    whose = parties(view, view.subjects(verb), FORCES - {Kind.PERSON})
    return [f for f in whose if f.mention is not None and view.is_name(f.mention)] or found


# ---- nouns
def _aside(view: SentenceView, noun: int) -> Iterator[Draft]:
    """As in "General X, in Ruda for talks, said …": where he is stands beside his name."""
    word = view.tokens[noun]
    told_of = view.tokens[word.head].relation if word.relation == "appos" else word.relation
    if told_of not in {"nsubj", "nsubjpass"}:
        return  # "met X, the mayor, in Ruda"
    behind = [noun + 2] if noun + 2 in view.dependents(word.head, "prep") else []
    between = [p for p in [*view.dependents(noun, "prep"), *behind] if p > noun and view.tokens[p - 1].text == ","]
    people = parties(view, [noun], PERSON) if between else []
    subjects = [f for f in people if f.mention is not None and view.is_name(f.mention)]
    places = sites_below(view, noun, frozenset({"in", "at"}), between[:1], False) if subjects else []
    yield from _drafts(view, noun, subjects, places, "aside", "where somebody is stands beside his name")


def _visit_noun(view: SentenceView, noun: int) -> Iterator[Draft]:
    """As in "X's visit to Ruda", "on a visit to Ruda, X said", "the arrival of X in Belik"."""
    if view.lows[noun] == "presence" and view.tokens[view.tokens[noun].head].lemma == "in":
        yield from _attended(view, noun)
        return
    visit = is_in(view, noun, "presence", "nouns", "visit")
    arrival = is_in(view, noun, "presence", "nouns", "arrival")
    if not visit and not arrival and not is_in(view, noun, "presence", "nouns", "stay"):
        return
    prepositions = ("to", "of", "in", "through", "at") if visit else ("in", "at", "to", "near", "into", "on")
    places = sites_after(view, noun, *prepositions) or ([] if visit or arrival else _where_it_was(view, noun))
    if not places:
        return
    subjects = _visitors(view, noun, search=visit)
    yield from _drafts(
        view, noun, subjects, places, "visit-noun", f"“{view.tokens[noun].text}” with a place", confidence=0.75
    )


def _where_it_was(view: SentenceView, noun: int) -> list[Filler]:
    """Of "X's last appearance was in a video filmed in Ruda", "… was at a rally in Ruda": Ruda."""
    be = view.tokens[noun].head
    if view.tokens[noun].relation != "nsubj" or base(view, be) != "be":
        return []
    heard = [h for h in view.prepositional(be, "at", "during") if is_in(view, h, "presence", "acts", "nouns")]
    return filmed_at(view, be) or [f for h in heard for f in sites_after(view, h, "in", "at", "near")]


def _attended(view: SentenceView, noun: int) -> Iterator[Draft]:
    """As in "was signed in Ruda in the presence of X": X was there too."""
    subjects = parties(view, view.prepositional(noun, "of"), PERSON)
    places = sites_of(view, view.clause(noun))[:1]
    yield from _drafts(view, noun, subjects, places, "attended", "it was done in somebody’s presence")


def _visitors(view: SentenceView, noun: int, *, search: bool) -> list[Filler]:
    own = [c for p in view.dependents(noun, "poss") for c in view.conjuncts(p)]
    by = view.prepositional(noun, "by") if search else []  # "was greeted upon arrival by X": he has not arrived
    found = parties(view, [*own, *by], _VISITORS)
    if not found:
        found = parties(view, view.prepositional(noun, "of", "from"), _GOERS)
    if not found and own and view.tokens[own[0]].tag == "PRP$":
        mention = view.mention_at(own[0])
        found = [filler(view, mention)] if mention is not None and view.mention(mention).kind == Kind.PERSON else []
    if not found and not search and not own and view.tokens[view.tokens[noun].head].lemma in {"upon", "on"}:
        return parties(view, view.subjects(view.clause(noun)), PERSON)  # "was greeted upon arrival in Ruda"
    if found or not search:
        return found
    for above in view.ancestors(noun):
        word = view.tokens[above]
        if word.tag[:1] == "V" and base(view, above) not in words("presence", "nouns", "not_by"):
            return parties(view, view.subjects(above), PERSON)
        if word.tag[:1] == "V" and view.tokens[noun].head != above:  # "…, X said during a visit to Ruda"
            return parties(view, view.subjects(above), PERSON)
    return []


# ---- "this includes A, B and C"
def _continued(view: SentenceView) -> Iterator[Draft]:
    """Places that go on from a sentence on one person's sightings: "In Doran, this includes Ruda and Belik"."""
    root = next((i for i, t in enumerate(view.tokens) if t.head == i), None)
    if root is None or base(view, root) not in words("presence", "continuation", "verbs"):
        return
    heads = view.dependents(root, "nsubj", "nsubjpass")
    if not heads or any(base(view, h) not in words("presence", "continuation", "subjects") for h in heads):
        return
    listed = [c for o in view.dependents(root, "dobj", "attr") for c in view.conjuncts(o)]
    places = [f for o in listed for f in (site(view, o) or sites_after(view, o))]
    previous = view.previous
    if not places or previous is None or previous.sentence.block != view.sentence.block:
        return
    told = [
        d
        for d in _all(previous)
        if d.place is not None and d.rule in {"sighted", "visit", "visit-noun", "motion", "stay"}
    ]
    subjects = {d.subject.start: d.subject for d in told if d.subject is not None and d.subject.kind == Kind.PERSON}
    if len(subjects) != 1:
        return
    yield from _drafts(
        view, root, list(subjects.values()), places, "continued",
        f"“{view.tokens[root].text}” goes on with the places of the sentence before",
    )  # fmt: skip
