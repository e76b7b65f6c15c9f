"""Headlines and captions: who is put at a place without a verb, and whom a picture shows there (present_at)."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.claims.arguments.parties import described, filler, parties
from reportedly.claims.arguments.pictures import PERSON
from reportedly.claims.arguments.scenes import sites_of
from reportedly.claims.arguments.sites import sites_after
from reportedly.claims.distinct import once
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import is_in
from reportedly.claims.ties.departures import is_bare
from reportedly.records.claim import Medium
from reportedly.records.document import Role
from reportedly.records.mention import FORCES, Form, Kind

_GOERS = frozenset({Kind.PERSON, Kind.POPULATION})
_SHOWN = _GOERS | FORCES
#: Of what a picture shows, pictures speak in the present ("walk in Ruda"); a past tense tells what went before.
_PRESENT = frozenset({"VBZ", "VBP", "VBG"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
#: How far into a caption the one that it opens with may begin, in characters.
_OPENING = 40


class Captions:
    """present_at, from headlines without a verb and from captions."""

    name = "captions"
    version = 1
    predicates = frozenset({"present_at"})

    def __call__(self, sentence: SentenceView) -> Iterator[Draft]:
        """Drafts of one sentence, each person and place once."""
        yield from once(d for d in _all(sentence) if not _inside(d))


EXTRACTOR = Captions()


def _all(view: SentenceView) -> Iterator[Draft]:
    if view.block.role in {Role.HEADLINE, Role.CAPTION}:
        yield from _verbless(view)
    if view.block.role == Role.CAPTION:
        yield from _captioned(view)
        yield from _shown(view)


def _inside(draft: Draft) -> bool:
    subject, place = draft.subject, draft.place
    return subject is None or place is None or (subject.start <= place.start and place.end <= subject.end)


def _drafts(
    trigger: int, subjects: list[Filler], places: list[Filler], rule: str, why: str, medium: Medium | None
) -> Iterator[Draft]:
    for subject in subjects:
        for place in places:
            yield Draft(
                predicate="present_at", trigger=trigger, subject=subject, place=place, place_fixed=True, medium=medium,
                rule=rule, confidence=0.7, why=why,
            )  # fmt: skip


def _verbless(view: SentenceView) -> Iterator[Draft]:
    """As in "Doran army chief reportedly in Ruda", "Pilgrims at the Belik shrine"."""
    root = next((i for i, t in enumerate(view.tokens) if t.head == i), None)
    if root is None or view.tokens[root].tag[:1] != "N" or any(t.tag in _FINITE for t in view.tokens):
        return
    caption = view.block.role == Role.CAPTION
    places = sites_after(view, root, "in", "at", "near", "inside", "outside", "aboard", "on", "back")
    named = next((m for m in view.headed.get(root, ()) if view.mention(m).form == Form.NAME), None)
    if named is not None and view.mention(named).kind in {Kind.PLACE, Kind.STATE, Kind.EVENT}:
        return
    if named is not None:
        subject = filler(view, named)
    elif is_in(view, root, "described", "people", "office") or is_in(view, root, "described", "people", "population"):
        kind = Kind.PERSON if is_in(view, root, "described", "people", "office") else Kind.POPULATION
        subject = described(view, root, kind)
    else:
        return
    if subject.kind not in _GOERS and not caption:
        return
    why = "a headline or caption puts somebody at a place without a verb"
    yield from _drafts(root, [subject], places, "verbless", why, Medium.PHOTO if caption else None)


def _captioned(view: SentenceView) -> Iterator[Draft]:
    """A caption that opens with one person and names one place: "X, far right, reviews fighters in Ruda"."""
    people = [m for m in view.mentions if view.mention(m).kind in PERSON and view.mention(m).form == Form.NAME]
    if len(people) != 1 or view.mention(people[0]).start > view.sentence.start + _OPENING:
        return
    head = view.heads[people[0]]
    if view.tokens[head].relation == "poss":
        return  # "Varek's army in Ruda"
    places = sites_of(view, head) or sites_of(view, view.clause(head))
    why = "a caption shows somebody at a place"
    yield from _drafts(head, [filler(view, people[0])], places[:1], "captioned", why, Medium.PHOTO)


def _shown(view: SentenceView) -> Iterator[Draft]:
    """As in "Doran soldiers stand guard outside the Ruda court": whom a caption opens with."""
    root = next((i for i, t in enumerate(view.tokens) if t.head == i), None)
    if root is None or view.tokens[root].tag not in _PRESENT or view.dependents(root, "neg", "auxpass"):
        return
    subjects = [f for f in parties(view, view.subjects(root), _SHOWN, victim=True) if not is_bare(view, f)]
    subjects = [f for f in subjects if f.start < view.sentence.start + _OPENING]
    objects = [f for o in view.objects(root) for f in sites_after(view, o)]
    places = sites_after(view, root) or objects or sites_of(view, root)
    yield from _drafts(root, subjects, places[:1], "shown", "a caption shows people at a place", Medium.PHOTO)
