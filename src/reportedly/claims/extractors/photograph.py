"""Pictures and sightings of two together: seen_with, and present_at where only a picture says it."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.claims.arguments.lists import listed
from reportedly.claims.arguments.parties import filler, parties
from reportedly.claims.arguments.pictures import (
    BESIDE,
    PERSON,
    companions,
    is_seeing,
    medium_noun,
    medium_of,
    person_after,
    picture_before,
)
from reportedly.claims.arguments.scenes import sites_of
from reportedly.claims.arguments.sites import sites_after
from reportedly.claims.distinct import is_same
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, is_in
from reportedly.records.claim import Medium
from reportedly.records.document import Role
from reportedly.records.mention import Form, Kind
from reportedly.resources.lexicon import words

_HABIT = frozenset({"routinely", "often", "frequently", "regularly", "repeatedly", "usually", "always"})


class Photograph:
    """seen_with from verbs of seeing and posing, captions and pictures of several people."""

    name = "photograph"
    version = 4
    predicates = frozenset({"seen_with", "present_at"})

    def __call__(self, sentence: SentenceView) -> Iterator[Draft]:
        """Drafts of one sentence, each pair and each place once."""
        seen: set[tuple[object, ...]] = set()
        for draft in _all(sentence):
            key = (draft.predicate, _pair(draft), draft.place.start if draft.place else None)
            if key not in seen:
                seen.add(key)
                yield draft


EXTRACTOR = Photograph()


def _pair(draft: Draft) -> tuple[int, ...]:
    ends = [f.start for f in (draft.subject, draft.object) if f is not None]
    return tuple(sorted(ends)) if draft.predicate == "seen_with" else tuple(ends)


def _all(view: SentenceView) -> Iterator[Draft]:
    for token in range(len(view.tokens)):
        if is_seeing(view, token):
            yield from _seen(view, token)
        elif base(view, token) in words("photograph", "pose") and view.tokens[token].tag[:1] == "V":
            yield from _posing(view, token)
        elif base(view, token) == "be":
            yield from _beside(view, token)
        elif view.tokens[token].tag[:1] == "N" and medium_noun(view, token) is not None:
            yield from _picture_of(view, token)
    if view.block.role == Role.CAPTION:
        yield from _caption(view)


def _seen(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "X was seen with Y", "also shown in the photo alongside Y is X", "X and Y are pictured together"."""
    subjects = parties(view, _seen_ones(view, verb), PERSON)
    partners = companions(view, verb, BESIDE)
    together = any(view.tokens[c].lemma == "together" for c in view.dependents(verb, "advmod"))
    yield from _pairs(view, verb, subjects, partners, "seen-with", together=together)


def _seen_ones(view: SentenceView, verb: int) -> list[int]:
    word = view.tokens[verb]
    found = view.subjects(verb)
    if found:
        return found
    if word.relation in {"acl", "relcl", "appos"}:
        return [word.head]
    if word.relation == "csubj" and view.tokens[word.head].lemma == "be":  # "Also pictured alongside Y is X"
        return [c for a in view.dependents(word.head, "attr", "nsubj") for c in view.conjuncts(a)]
    turned = [a for c in view.dependents(verb, "auxpass", "aux", "cop") for a in view.dependents(c, "attr", "nsubj")]
    if turned:  # "Also pictured is X"
        return [c for a in turned for c in view.conjuncts(a)]
    for above in view.ancestors(verb):  # a caption in participles: the noun that opens it
        if view.tokens[above].tag[:1] == "N" and above < verb:
            return view.conjuncts(above)
        if view.tokens[above].tag[:1] == "V":
            continue
    opening = [
        m for m in view.mentions if view.mention(m).end <= view.tokens[verb].start and view.mention(m).kind in PERSON
    ]
    return [view.heads[m] for m in opening[:1]]


def _posing(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "X poses with Y", "X, flanked by Y", in a caption, of a picture, or where posing itself is told."""
    name = base(view, verb)
    medium = medium_of(view, verb) or picture_before(view)
    beside = any(view.tokens[p].lemma in {"alongside", "beside"} for p in view.dependents(verb, "prep"))
    shown = name in {"pose", "flank", "accompany", "hug", "embrace"} or (name == "appear" and beside)
    if medium is None and not shown:
        return
    if name in words("photograph", "together"):
        subjects, partners = parties(view, view.undergoers(verb), PERSON), parties(view, view.doers(verb), PERSON)
        partners = [p for p in partners if p.mention is not None and view.is_name(p.mention)]
        if not view.is_passive(verb):
            subjects, partners = partners, subjects
    else:
        heads = view.subjects(verb)
        if view.tokens[verb].relation == "csubj":  # "Standing next to him are X and Y"
            turned = view.dependents(view.tokens[verb].head, "attr", "nsubj")
            heads = [c for t in turned for h in [t, *view.appositives(t)] for c in view.conjuncts(h)]
        subjects, partners = parties(view, heads, PERSON), companions(view, verb, BESIDE)
    yield from _pairs(view, verb, subjects, partners, "posing-with", medium=medium)


def _beside(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "Next to him is X", of a picture that the caption or the sentence before speaks of."""
    medium = picture_before(view)
    if medium is None or not any(view.tokens[t].lemma in words("photograph", "next_to") for t in view.children[verb]):
        return
    heads = [c for h in view.dependents(verb, "attr", "nsubj") for c in view.conjuncts(h)]
    yield from _pairs(view, verb, parties(view, heads, PERSON), companions(view, verb), "beside", medium=medium)


def _picture_of(view: SentenceView, noun: int) -> Iterator[Draft]:
    """As in "A picture of X with Y", "a video showing X in Ruda", "a photo of X in the Ruda control room"."""
    medium = medium_noun(view, noun)
    shown, carrier = _shown_of(view, noun)
    for verb in _showing(view, noun):
        shown += view.objects(verb)
        carrier = verb
        for inner in view.dependents(verb, "ccomp"):  # "shows X and Y sitting in Ruda"
            shown += [c for s in view.dependents(inner, "nsubj") for c in view.conjuncts(s)]
            carrier = inner
    people = parties(view, shown, BESIDE)
    if not people:
        return
    governed = [v for v in _showing(view, noun) if view.tokens[v].relation == "xcomp"]
    trigger = governed[0] if governed else noun  # how it is told stands above "to show"
    places = _picture_places(view, noun, shown, carrier)
    doing = {*shown, carrier}
    posing = [t for t in view.subtree(carrier) if view.tokens[t].tag == "VBG" and view.tokens[t].head in doing]
    posing += [t for t in view.subtree(noun) if view.tokens[t].tag == "VBG" and is_in(view, t, "photograph", "pose")]
    talking = is_in(view, carrier, "address", "speaking") or is_in(view, carrier, "meeting", "verbs")
    beside = [noun, *shown, *posing] if talking else [noun, *shown, carrier, *posing]  # talks are told as such
    partners = [p for h in beside for p in companions(view, h, BESIDE)]
    partners = [p for p in partners if p.start not in {q.start for q in people}]
    persons = [p for p in people if p.kind == Kind.PERSON]
    if not persons:  # "a photo of its fighters posing with X": X, with them
        persons, partners = [p for p in partners if p.kind == Kind.PERSON], people
        people = persons
    if partners or len(persons) > 1:
        yield from _pairs(
            view, trigger, persons, partners, "picture-of", together=len(persons) > 1, places=places, medium=medium
        )
        return
    for person in persons:
        for place in places:
            yield Draft(
                predicate="present_at", trigger=trigger, subject=person, place=place, place_fixed=True, medium=medium,
                rule="picture-of", confidence=0.8,
                why=f"“{view.tokens[noun].text}” shows somebody at a place",
            )  # fmt: skip


def _showing(view: SentenceView, noun: int) -> list[int]:
    """Verbs that say what a picture shows: "the photo shows X", "posted a photo on Tuesday showing X"."""
    above = view.tokens[noun].head
    found = [*view.dependents(noun, "acl", "relcl"), *view.conjuncts(above)]
    found = [v for v in found if noun in [*view.subjects(v), view.tokens[v].head]]
    if _is_released(view, noun) or _is_emerging(view, noun):
        found += [v for v in view.dependents(above, "advcl") if view.tokens[v].tag == "VBG" and v > noun]
    found += [x for v in found for x in view.dependents(v, "xcomp")]  # "purports to show X"
    return [v for v in found if is_in(view, v, "photograph", "shows")]


def _is_released(view: SentenceView, noun: int) -> bool:
    verb = view.tokens[noun].head
    return is_in(view, verb, "photograph", "released") and noun in [*view.objects(verb), *view.undergoers(verb)]


def _is_emerging(view: SentenceView, noun: int) -> bool:
    verb = view.tokens[noun].head
    return is_in(view, verb, "photograph", "emerging") and noun in view.subjects(verb)


def _shown_of(view: SentenceView, noun: int) -> tuple[list[int], int]:
    """Whom a picture is of ("posted images on its page of X praying", "photos emerged of X"), and what tells of them.

    That is what they are doing there, where the tree hangs it on how the picture came out, else the picture.
    """
    shown, verb = view.prepositional(noun, "of"), view.tokens[noun].head
    if _is_released(view, noun):
        pages = [h for top in (noun, verb) for h in view.prepositional(top, "on", "in", "via", "through", "to")]
        shown = shown or [h for top in (verb, *pages) for h in view.prepositional(top, "of")]
    elif _is_emerging(view, noun):
        shown = shown or view.prepositional(verb, "of")
    else:
        return shown, noun
    above = {verb, *(view.tokens[h].head for h in shown)}
    acts = [t for a in above for t in view.dependents(a, "advcl", "xcomp", "pcomp") if view.tokens[t].tag == "VBG"]
    return shown, next((t for t in sorted(acts) if shown and t > shown[0]), noun)


def _picture_places(view: SentenceView, noun: int, shown: list[int], carrier: int) -> list[Filler]:
    taken = [v for v in view.conjuncts(view.tokens[noun].head) if is_in(view, v, "photograph", "taken")]
    found = next((f for v in taken if (f := sites_after(view, v))), [])  # "the footage was shot near Ruda"
    if found:
        return found
    for token in [*reversed(shown), noun, carrier]:
        found = sites_of(view, token) if token in shown else sites_after(view, token)
        found = found or (sites_after(view, token, "through", "into", "across") if token == carrier != noun else [])
        if found:
            return found
        for verb in view.dependents(token, "acl", "relcl"):  # "a photo taken in Ruda", "X speaking in Ruda"
            found = sites_after(view, verb) or sites_after(view, verb, "through", "into", "across")
            if found:
                return found
    return sites_of(view, carrier) if carrier != noun else []


def _caption(view: SentenceView) -> Iterator[Draft]:
    """As in "X (left) and Y in Ruda", "X with Y": people joined in a caption, without a verb too."""
    people = [m for m in view.mentions if view.mention(m).kind in PERSON and view.mention(m).form == Form.NAME]
    if len(people) < 2 or view.mention(people[0]).start > view.sentence.start + 60:
        return
    first = people[0]
    run = listed(view, first, PERSON)
    run = run if len(run) > 1 else _placed(view, people)
    head = view.heads[first]
    partners = [m for m in run if m != first]
    beside = [t for t, w in enumerate(view.tokens) if w.lemma in words("photograph", "strict_with")]
    near = [*companions(view, head), *(f for t in beside for f in person_after(view, t, PERSON))]
    for one in near:
        if one.mention is not None and one.mention not in partners:
            partners += [m for m in listed(view, one.mention, PERSON) if m not in partners and m != first]
    if partners:
        yield from _pairs(
            view, head, [filler(view, first)], [filler(view, m) for m in partners], "caption", medium=Medium.PHOTO
        )


def _placed(view: SentenceView, people: list[int]) -> list[int]:
    """The first people of a caption with where each stands between them: "President X, right, and Y, left, walk"."""
    run = people[:1]
    for one in people[1:]:
        start, end = view.mention(run[-1]).end, view.mention(one).start
        between = [t for t in view.tokens if start <= t.start and t.end <= end]
        told = {t.text.lower() for t in between}
        if not told & words("photograph", "positions") or any(t.tag[:1] in {"V", "M"} for t in between):
            break
        run.append(one)
    return run if len(run) > 1 else []


def _pairs(
    view: SentenceView,
    trigger: int,
    subjects: list[Filler],
    partners: list[Filler],
    rule: str,
    *,
    together: bool = False,
    places: list[Filler] | None = None,
    medium: Medium | None = None,
) -> Iterator[Draft]:
    pairs = [(s, p) for s in subjects for p in partners if not is_same(view, s, p)]
    if together and len(subjects) > 1:
        pairs += [(a, b) for i, a in enumerate(subjects) for b in subjects[i + 1 :] if not is_same(view, a, b)]
    if not pairs:
        return
    found = places or sites_of(view, trigger) or _partner_places(view, partners)
    habitual = bool({view.tokens[c].lemma for c in view.dependents(trigger, "advmod")} & _HABIT)
    for subject, partner in pairs:
        for place in found or (None,):
            yield Draft(
                predicate="seen_with", trigger=trigger, subject=subject, object=partner, place=place,
                place_fixed=place is not None, medium=medium or medium_of(view, trigger), habitual=habitual,
                rule=rule, confidence=0.8,
                why=f"“{view.tokens[trigger].text}” puts two people side by side",
            )  # fmt: skip


def _partner_places(view: SentenceView, partners: list[Filler]) -> list[Filler]:
    """Of "with A, B and C coordinating actions in Ruda": what hangs on the last partner."""
    if not partners or partners[-1].mention is None:
        return []
    last = view.heads[partners[-1].mention]
    for token in [last, *(a for a in view.ancestors(last) if view.tokens[a].tag[:1] == "N")]:
        found = sites_after(view, token)
        if found:
            return found
        for verb in view.dependents(token, "acl", "relcl", "advcl"):
            found = sites_after(view, verb) or [f for o in view.objects(verb) for f in sites_after(view, o)]
            if found:
                return found
    return []
