"""Who heads a body (leads) or holds an office (holds_position), who is put into or out of one (appointed, removed)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportedly.claims.arguments.bodies import bodies_at, is_body_noun
from reportedly.claims.arguments.complements import unnamed
from reportedly.claims.arguments.descriptions import Link, Said, is_known, said_of, words_of
from reportedly.claims.arguments.parties import filler, parties
from reportedly.claims.arguments.terms import follows, is_over
from reportedly.claims.distinct import distinct
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.modality.aims import Aim, aim, held
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, particles
from reportedly.claims.syntax.strays import shared_objects
from reportedly.claims.ties.appointments import appointments
from reportedly.claims.ties.bonds import bond_draft
from reportedly.claims.ties.compounds import compound_bonds
from reportedly.claims.ties.genitives import led_by_name
from reportedly.claims.ties.posts import Post, office_class, read_post
from reportedly.records.mention import AGENTS, Form, Kind
from reportedly.resources.lexicon import words

_PERSON = frozenset({Kind.PERSON})
_LED = frozenset({Kind.GROUP, Kind.STATE_BODY, Kind.ORGANISATION})
_FORCES = frozenset({Kind.GROUP, Kind.STATE_BODY})


class Leadership:
    """leads, holds_position, appointed and removed."""

    name = "leadership"
    version = 3
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
    for token, word in enumerate(view.tokens):
        if word.tag[:1] == "N" or (word.tag[:1] in {"J", "V"} and word.text[:1].isupper()):
            yield from _office(view, token)
        if word.tag[:1] == "V":
            name = base(view, token)
            if name in words("offices", "leads", "verbs"):
                yield from _led(view, token, _LED, AGENTS)
            elif name in words("offices", "leads", "runs"):
                yield from _run(view, token)
            elif name in words("offices", "leads", "rules"):
                yield from _led(view, token, frozenset({Kind.STATE}), _PERSON)
            if name == "take" and "over" in particles(view, token):
                yield from _led(view, token, _FORCES, _PERSON)
            if name in words("offices", "leads", "takes") or name in words("offices", "verbs", "being"):
                yield from _in_charge(view, token)
        if word.lemma == "under" and word.tag == "IN":
            yield from _under(view, token)
    yield from appointments(view)
    yield from led_by_name(view)
    yield from _compounds(view)


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
    near = {view.tokens[m].text.lower() for m in post.modifiers} | {base(view, noun)}
    outside = near & words("offices", "words", "no_state")
    for said in told:
        for body in _bodies_of(view, post, said, len(told)):
            stateless = outside and body is not None and body.kind == Kind.STATE  # "Doran gang leader X"
            yield from _draft(view, said, post, group, None if stateless else body)


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
    return post.bodies or (None,)


def _draft(view: SentenceView, said: Said, post: Post, group: str, body: Filler | None) -> Iterator[Draft]:
    if body is not None and body.start <= said.holder.start < body.end:
        return
    predicate = _predicate(view, said, post, group, body)
    if predicate is None:
        return
    how = (
        aim(view, said.trigger)
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
            trigger=said.trigger,
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
    if post.owned and said.link == Link.APPOSITION and base(view, post.noun) in words("offices", "words", "alone"):
        return True
    acts = [base(view, t) for t in view.prepositional(post.noun, "of")]
    if group == "head" and any(act in words("command", "directs", "objects") for act in acts):
        return False  # "the leader of the coup"
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
    return group == "head" and " of " in post.role


# ---- leading by verbs
def _led(view: SentenceView, verb: int, kinds: frozenset[Kind], leaders: frozenset[Kind]) -> Iterator[Draft]:
    """As in "X leads Y", "Y, led by X", "Y, which X commands"."""
    how = aim(view, verb)
    if how in {Aim.PURPOSE, Aim.TRIED, Aim.FAILED}:
        return
    heads = view.undergoers(verb) or shared_objects(view, verb)
    bodies = [b for u in heads for b in _body(view, u, kinds) or unnamed(view, [u])]
    people = [d for d in parties(view, view.doers(verb), leaders) if d.kind == Kind.PERSON or _is_named_force(view, d)]
    bare = any(b.mention is None or not is_known(view, b) for b in bodies)
    if not bare or all(p.kind == Kind.PERSON and is_known(view, p) for p in people):
        yield from _pairs(view, verb, people, bodies, "leads-verb", how)


def _compounds(view: SentenceView) -> Iterator[Draft]:
    """As in "the Varek-led Third Guard", "the Doran-appointed governor Varek"."""
    for bond in compound_bonds(view, frozenset({"led", "headed"}), _LED, _PERSON):
        if is_known(view, bond.first):
            yield bond_draft(view, "leads", bond, reverse=True)
    for bond in compound_bonds(view, frozenset({"appointed"}), _PERSON, AGENTS - {Kind.POPULATION}):
        yield bond_draft(view, "appointed", bond, reverse=True)


def _run(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "X runs Y": a person, and a body with a name."""
    bodies = [b for u in view.undergoers(verb) or shared_objects(view, verb) for b in _body(view, u, _LED)]
    people = [p for p in parties(view, view.doers(verb), _PERSON) if is_known(view, p)]
    bodies = [b for b in bodies if _is_name(view, b) or (b.kind in _FORCES and people)]
    if base(view, verb) == "control":  # whose a firm is, is told as a tie
        bodies = [b for b in bodies if b.kind != Kind.ORGANISATION]
    how = aim(view, verb)
    if how not in {Aim.PURPOSE, Aim.TRIED, Aim.FAILED} and not view.dependents(verb, "prt"):
        yield from _pairs(view, verb, people, bodies, "runs-verb", how)


def _in_charge(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "X took command of Y", "X is at the helm of Y", "X has been in charge of Y since …"."""
    places = view.prepositional(verb, "in", "at")
    nouns = places if base(view, verb) in words("offices", "verbs", "being") else view.objects(verb)
    how = aim(view, verb)
    for noun in nouns:
        if base(view, noun) not in words("offices", "leads", "posts") or how in {Aim.PURPOSE, Aim.TRIED, Aim.FAILED}:
            continue
        bodies = [
            b for u in [*view.prepositional(noun, "of"), *view.prepositional(verb, "of")] for b in _body(view, u, _LED)
        ]
        people = parties(view, view.subjects(verb), _PERSON)
        yield from _pairs(view, verb, people, bodies, "in-charge", how)


def _under(view: SentenceView, preposition: int) -> Iterator[Draft]:
    """As in "Y, under the command of X,", "Y, under X's leadership", "the Y under General X"."""
    above = view.tokens[preposition].head
    for noun in view.dependents(preposition, "pobj"):
        named = base(view, noun) in words("offices", "leads", "under")
        if named:
            people = parties(view, [*view.prepositional(noun, "of"), *view.dependents(noun, "poss")], _PERSON)
        else:
            people = parties(view, [noun], _PERSON) if view.tokens[above].tag[:1] == "N" else []
        heads = [_unit_of(view, above)] if view.tokens[above].tag[:1] == "N" else []
        said = named or base(view, above) in words("offices", "leads", "under_verbs")
        if view.tokens[above].tag[:1] == "V" and said:
            heads = view.doers(above) if not view.is_passive(above) else view.subjects(above)
            people = people or parties(view, [noun], _PERSON)
        bodies = [b for h in heads for b in _body(view, h, _LED)]
        yield from _pairs(
            view, preposition, [p for p in people if is_known(view, p)], bodies, "under-command", Aim.DONE
        )


def _unit_of(view: SentenceView, noun: int) -> int:
    """The unit where one stands before "of": of "a faction of the Third Guard under X" he leads the faction."""
    of = view.tokens[noun].head
    unit = view.tokens[of].head
    part = view.tokens[of].lemma == "of" and base(view, unit) in words("membership", "part", "nouns")
    return unit if part and unit < noun else noun


def _pairs(
    view: SentenceView, trigger: int, people: list[Filler], bodies: list[Filler], rule: str, how: Aim
) -> Iterator[Draft]:
    for person in people:
        for body in bodies:
            draft = Draft(
                predicate="leads",
                trigger=trigger,
                subject=person,
                object=body,
                rule=rule,
                confidence=0.8,
                former=is_over(view, trigger, None),
                identity=_sets_off(view, trigger),
                why=f"“{view.tokens[trigger].text}” of a body and its head",
            )
            yield held(draft, how)


def _sets_off(view: SentenceView, verb: int) -> bool:
    """As in "Ilo Varek, who leads the Third Guard, said": it says who he is (rule 15), not what he is said to do."""
    if view.tokens[verb].relation != "relcl" or view.tokens[verb].tag not in {"VBZ", "VBP"}:
        return False
    subject = next(iter(view.dependents(verb, "nsubj")), None)
    if subject is None or view.tokens[subject].lemma != "who" or view.dependents(verb, "aux"):
        return False
    return subject > 0 and view.tokens[subject - 1].text == ","


def _body(view: SentenceView, token: int, kinds: frozenset[Kind]) -> list[Filler]:
    """The body that a token stands for; people who only belong to one ("Taliban fighters") are none."""
    above = view.tokens[token].head
    if view.tokens[above].lemma == "of" and view.tokens[token].tag == "NNS":  # "an alliance of groups led by X"
        whole = view.tokens[above].head
        if base(view, whole) in words("offices", "leads", "wholes"):
            return _body(view, whole, kinds)
    if view.tokens[token].relation == "appos" and is_body_noun(view, token):  # "the Third Guard, a militia led by X"
        apposed = [m for m, h in view.heads.items() if h == above and view.mention(m).form == Form.NAME]
        if apposed and view.mention(apposed[0]).kind in kinds:
            return [filler(view, apposed[0])]
    mention = view.mention_at(token)
    named = mention is not None and view.mention(mention).form in {Form.NAME, Form.PRONOUN}
    return bodies_at(view, token, kinds) if named or is_body_noun(view, token) else []


def _is_name(view: SentenceView, found: Filler) -> bool:
    return found.mention is not None and view.is_name(found.mention)


def _is_named_force(view: SentenceView, found: Filler) -> bool:
    """States and forces lead coalitions and task forces too."""
    return found.kind in {Kind.STATE, Kind.STATE_BODY, Kind.GROUP} and _is_name(view, found)
