"""Who heads a body (leads) or holds an office (holds_position), who is put into or out of one (appointed, removed)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from reportedly.claims.arguments.bodies import bodies_at
from reportedly.claims.arguments.descriptions import Link, Said, said_of, words_of
from reportedly.claims.arguments.terms import follows, is_over
from reportedly.claims.distinct import distinct
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.modality.aims import Aim, aim, held
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base
from reportedly.claims.ties.appointments import appointments
from reportedly.claims.ties.continued import continued
from reportedly.claims.ties.genitives import led_by_name
from reportedly.claims.ties.heirs import heirs, others_in_turn
from reportedly.claims.ties.leading import leading, risen
from reportedly.claims.ties.posts import Post, office_class, read_post
from reportedly.records.mention import Kind
from reportedly.resources.lexicon import words

_PERSON = frozenset({Kind.PERSON})


class Leadership:
    """leads, holds_position, appointed and removed."""

    name = "leadership"
    version = 5
    predicates = frozenset({"leads", "holds_position", "appointed", "removed"})

    def __call__(self, sentence: SentenceView) -> Iterator[Draft]:
        """Drafts of one sentence: each holder and body once, the surest way of saying it first."""
        yield from distinct(sentence, _once(_all(sentence)))


EXTRACTOR = Leadership()


def _once(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Without the office that says less than another of the same words ("President" beside "President of Doran")."""
    found = list(drafts)
    for draft in found:
        fuller = (
            d is not draft
            and d.predicate in {"leads", "holds_position"}
            and d.trigger == draft.trigger
            and d.subject == draft.subject
            and d.object is not None
            and (draft.role or "").lower() in (d.role or "").lower()
            for d in found
        )
        if draft.predicate != "holds_position" or draft.object is not None or not any(fuller):
            yield draft


def _all(view: SentenceView) -> Iterator[Draft]:
    told: list[Draft] = []
    for token, word in enumerate(view.tokens):
        if word.tag[:1] == "N" or (word.tag[:1] in {"J", "V"} and word.text[:1].isupper()):
            told += _office(view, token)
    told += leading(view)
    yield from told
    yield from heirs(view, told)
    yield from appointments(view)
    yield from led_by_name(view)
    yield from continued(view, members=False)


# ---- offices by their nouns
def _office(view: SentenceView, noun: int) -> Iterator[Draft]:
    group = office_class(view, noun)
    if group is None or _opens_pair(view, noun):
        return
    told = said_of(view, noun, _PERSON)
    if not told:
        return
    post = read_post(view, noun)
    if {view.tokens[m].lemma for m in post.modifiers} & words("offices", "words", "unreal"):
        return
    before = {view.words_from(post.first - 1, 1).lower(), *(view.lows[m] for m in post.modifiers)}
    if before & words("offices", "words", "no_office"):
        return  # "is its spokesman but not its head", "X, alias Commander Fox"
    near = {view.tokens[m].text.lower() for m in post.modifiers} | {base(view, noun)}
    outside = near & words("offices", "words", "no_state")
    for said in told:
        for body in _bodies_of(view, post, said, len(told)):
            stateless = outside and body is not None and body.kind == Kind.STATE  # "Doran gang leader X"
            for draft in _draft(view, said, post, group, None if stateless else body):
                yield draft
                for other in others_in_turn(view, said):
                    yield msgspec.structs.replace(draft, subject=other, former=True, time=None, time_fixed=True)


def _opens_pair(view: SentenceView, noun: int) -> bool:
    """Whether the office is told of the noun and the next word: "secretary general", not "director General X"."""
    after = view.words_from(noun + 1, 1)
    alike = view.tokens[noun].text[:1].isupper() or after.islower()
    return alike and f"{base(view, noun)} {after.lower()}" in words("offices", "nouns", "head")


def _bodies_of(view: SentenceView, post: Post, said: Said, holders: int) -> tuple[Filler | None, ...]:
    """The bodies of one holder: of "the leaders of A and B, X and Y" each has his own."""
    if holders > 1 and len(post.bodies) == holders:
        return (post.bodies[said.place],)
    if not post.bodies and post.owned and said.link == Link.AS and view.tokens[said.trigger].tag[:1] == "V":
        return tuple(b for d in view.doers(said.trigger) for b in bodies_at(view, d)) or (None,)  # "A named X its head"
    verb = view.tokens[post.noun].head
    one = view.tokens[post.noun].relation == "dobj" and view.tokens[post.noun].tag == "NN"
    chosen = one and base(view, verb) in words("offices", "appointed", "verbs")
    if not post.bodies and chosen and said.link == Link.APPOSITION:  # "A elected a new leader, X"
        return tuple(b for d in view.doers(verb) for b in bodies_at(view, d)) or (None,)
    return post.bodies or (None,)


def _draft(view: SentenceView, said: Said, post: Post, group: str, body: Filler | None) -> Iterator[Draft]:
    if body is not None and body.start <= said.holder.start < body.end:
        return
    predicate = _predicate(view, said, post, group, body)
    if predicate is None:
        return
    trigger = risen(view, said.trigger)
    how = (
        aim(view, trigger)
        if said.link in {Link.COPULA, Link.AS} and view.tokens[said.trigger].tag[:1] == "V"
        else Aim.DONE
    )
    if how in {Aim.PURPOSE, Aim.TRIED, Aim.FAILED}:
        return
    if (
        said.link == Link.AS
        and base(view, said.trigger) in words("offices", "appointed", "ahead")
        and said.modality is None
    ):
        return
    loose = said.link in {Link.COPULA, Link.AS}
    time = post.former or follows(view, post.last)
    over = post.former is not None or said.ended or is_over(view, said.trigger, time)
    span = (
        min(said.holder.start, view.tokens[post.first].start),
        max(said.holder.end, view.tokens[post.last].end),
    )
    yield held(
        Draft(
            predicate=predicate,
            trigger=trigger,
            subject=said.holder,
            object=body,
            role=post.role,
            former=over,
            place=post.place,
            place_fixed=True,
            time=time,
            time_fixed=not loose or time is not None,
            identity=said.identity,
            modality=said.modality,
            rule=f"office-{said.link.value}",
            evidence=None if loose else span,
            confidence=0.85 if body is not None else 0.75,
            why=f"“{post.role}” is said of “{words_of(view, said.holder)}” ({said.link.value})",
        ),
        how,
    )


def _predicate(view: SentenceView, said: Said, post: Post, group: str, body: Filler | None) -> str | None:
    """leads for the head of a body, holds_position for every other office, None where the words give no office."""
    if body is None:
        return "holds_position" if _stands_alone(view, said, post, group) else None
    if group != "head" or body.kind == Kind.STATE or (post.one_of_several and len(post.bodies) < 2):
        return "holds_position"
    name = base(view, post.noun)
    if name == "commander" and body.kind == Kind.GROUP and said.link == Link.TITLE and not post.owned:
        return "holds_position"  # "Taliban commander X": one of many
    return "leads" if _is_head(view, post, body) else "holds_position"


def _is_head(view: SentenceView, post: Post, body: Filler) -> bool:
    """Whether nothing before or after the noun makes it a lower or a narrower office."""
    for m in post.modifiers:
        low = view.tokens[m].text.lower()
        if 0 < post.noun - m < 3 and f"{low} {base(view, post.noun)}" in words("offices", "nouns", "head"):
            continue  # "secretary general", "secretary-general"
        if low in words("offices", "words", "lower") or low in words("offices", "words", "narrow"):
            return False
        if view.tokens[m].tag[:1] == "N" and low not in words("offices", "words", "plain") and m < post.noun:
            return False
    if post.role.lower().endswith("of staff"):
        return body.kind == Kind.STATE_BODY
    return " of " not in post.role and " for " not in post.role


def _stands_alone(view: SentenceView, said: Said, post: Post, group: str) -> bool:
    """Whether an office needs no body: "President X", "rebel leader X", "X, the premier", "his chief of staff"."""
    beside = said.link in {Link.APPOSITION, Link.AS}  # "his deputy, X", "with X as his deputy"
    if post.owned and beside and base(view, post.noun) in words("offices", "words", "alone"):
        return True
    acts = [base(view, t) for t in view.prepositional(post.noun, "of")]
    if group == "head" and any(act in words("command", "directs", "objects") for act in acts):
        return False  # "the leader of the coup"
    named = said.link == Link.TITLE or (said.link == Link.APPOSITION and not post.one_of_several)
    if group == "serving" and named and base(view, post.noun) in words("offices", "words", "dignities"):
        return True  # "Bishop X", "the presiding judge, X"
    if base(view, post.noun) in words("offices", "words", "alone") and view.prepositional(post.noun, "to"):
        return True  # "an adviser to President Y"
    if group == "serving" and {view.lows[m] for m in post.modifiers} & words("offices", "words", "of_office"):
        return True  # "presidential adviser X"
    if post.place is not None:
        return group != "serving" or base(view, post.noun) in words("offices", "words", "of_place")
    if group == "office":
        if base(view, post.noun) in words("offices", "titles_of_names") and said.link == Link.TITLE:
            return bool(post.modifiers) or post.first != post.noun  # "Sultan X": a name as often
        return said.link == Link.TITLE or not post.one_of_several or bool(post.modifiers)
    if group == "head" and said.link == Link.TITLE:
        narrower = [
            m for m in post.modifiers if view.tokens[m].text.lower() not in words("offices", "words", "plain_only")
        ]
        if base(view, post.noun) == "president":  # "former president X", "interim president X"
            return view.tokens[post.noun].text[:1].isupper() or bool(post.modifiers) or post.former is not None
        if base(view, post.noun) in words("offices", "titles"):
            return view.tokens[post.noun].text[:1].isupper() or bool(narrower)
        return bool(narrower)
    if said.link == Link.APPOSITION:  # "its leader, X" has a body, though the words do not tell which
        return group == "head" and (" of " in post.role if post.owned else not post.one_of_several)
    become = base(view, said.trigger) == "become"
    told = said.link == Link.COPULA and (become or base(view, post.noun) == "president")
    if group == "head" and told and post.first == post.noun and view.tokens[post.noun].tag == "NN":
        return True  # "was president", "became leader"
    return group == "head" and " of " in post.role
