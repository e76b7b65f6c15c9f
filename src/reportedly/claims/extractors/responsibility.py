"""Who says that an attack is theirs (claimed_responsibility). The attack itself is told by the family of attacks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from reportedly.claims.arguments.parties import parties
from reportedly.claims.arguments.scenes import sites_of
from reportedly.claims.arguments.sites import sites_after
from reportedly.claims.distinct import once
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.modality.aims import Aim, aim
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, is_in, is_noun, particles
from reportedly.claims.violence.strikes import late_places, struck
from reportedly.claims.violence.targets import targets
from reportedly.records.claim import Polarity
from reportedly.records.mention import Kind
from reportedly.resources.lexicon import words

_CLAIMING = frozenset({Kind.PERSON, Kind.GROUP, Kind.STATE_BODY, Kind.ORGANISATION, Kind.STATE})


class Responsibility:
    """claimed_responsibility, from "claimed responsibility for", "claimed the attack", "admitted carrying out"."""

    name = "responsibility"
    version = 4
    predicates = frozenset({"claimed_responsibility"})

    def __call__(self, sentence: SentenceView) -> Iterator[Draft]:
        """Drafts of one sentence, each once."""
        yield from once(_all(sentence))


EXTRACTOR = Responsibility()


def _all(view: SentenceView) -> Iterator[Draft]:
    for token, word in enumerate(view.tokens):
        name = base(view, token)
        if word.tag[:1] != "V" or name not in _verbs():
            continue
        if any(view.tokens[a].tag == "MD" for a in view.dependents(token, "aux")):
            continue
        if name in words("responsibility", "taking"):
            yield from _took(view, token)
        if name in words("responsibility", "claiming") or name in words("responsibility", "owning"):
            yield from _claimed(view, token)
        if name in words("responsibility", "saying"):
            yield from _said_done(view, token)


@cache
def _verbs() -> frozenset[str]:
    return frozenset().union(*(words("responsibility", key) for key in ("taking", "claiming", "owning", "saying")))


def _took(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "X claimed responsibility for the bombing", "the bombing for which X took responsibility"."""
    nouns = [o for o in view.undergoers(verb) if is_in(view, o, "responsibility", "nouns")]
    if not nouns or aim(view, verb) != Aim.DONE:
        return
    acts = [h for n in [*nouns, verb] for h in view.prepositional(n, "for")]
    acts = [a for a in acts if view.tokens[a].tag not in {"WDT", "WP"}] or _hung_on(view, verb)
    done = [v for n in nouns for p in view.dependents(n, "prep") for v in view.dependents(p, "pcomp")]
    whose = [a for a in acts if _is_act(view, a)]
    if whose or done or not acts:
        yield from _drafts(view, verb, _claimants(view, verb), whose, done, "claimed-responsibility")


def _hung_on(view: SentenceView, verb: int) -> list[int]:
    """Of "the attacks in Ruda, for which X claimed responsibility" the attacks, wherever the clause hangs."""
    whose = [h for p in view.dependents(verb, "prep") for h in view.dependents(p, "pobj")]
    if not any(view.tokens[h].tag == "WDT" for h in whose):
        return []
    return next(([a] for a in range(verb - 1, -1, -1) if is_noun(view, a) and _is_act(view, a)), [])


def _claimed(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "X claimed the attack", "attacks claimed by X", "nobody has claimed the attack"."""
    heads = view.undergoers(verb)
    if base(view, verb) in words("responsibility", "owning"):  # "X owned up to the attack"
        heads = view.prepositional(verb, "to") if "up" in particles(view, verb) else []
        heads = heads or [h for c in view.dependents(verb, "prt", "prep") for h in view.prepositional(c, "to")]
    acts = [h for h in heads if _is_act(view, h)]
    if acts and aim(view, verb) == Aim.DONE:
        yield from _drafts(view, verb, _claimants(view, verb), acts, [], "claimed-act")


def _said_done(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "X said it carried out the attack", "X admitted bombing Ruda", "X said it was behind the blast"."""
    if aim(view, verb) != Aim.DONE or view.dependents(verb, "neg"):
        return
    claimants = _claimants(view, verb)
    for inner in view.dependents(verb, "ccomp", "xcomp"):
        if any(view.tokens[a].tag == "MD" for a in view.dependents(inner, "aux")) or view.dependents(inner, "neg"):
            continue
        by = [c for c in claimants if _is_of_same(view, c, view.subjects(inner))]
        if is_in(view, verb, "responsibility", "telling"):  # an army that tells of its strikes does not own up to them
            by = [c for c in by if c.kind not in {Kind.STATE, Kind.STATE_BODY}]
        objects = [o for o in view.objects(inner) if _is_act(view, o)]
        if not by:
            continue
        blamed = [c for c in view.dependents(inner, "acomp") if view.lows[c] == "responsible"]
        behind = [h for h in view.prepositional(inner, "behind") if _is_act(view, h)]
        behind += [h for c in blamed for h in view.prepositional(c, "for") if _is_act(view, h)]
        if is_in(view, inner, "responsibility", "done") and objects:
            yield from _drafts(view, verb, by, objects, [], "said-did-it")
        elif base(view, inner) == "be" and behind:
            yield from _drafts(view, verb, by, behind, [], "said-behind-it")


def _claimants(view: SentenceView, verb: int) -> list[Filler]:
    return parties(view, view.doers(verb), _CLAIMING)


def _is_of_same(view: SentenceView, claimant: Filler, heads: list[int]) -> bool:
    """Whether the inner subject is the one who speaks: "X said it …"."""
    inner = parties(view, heads, _CLAIMING)
    if not inner:
        return False
    if inner[0].start == claimant.start:
        return True
    if claimant.mention is None or inner[0].mention is None:
        return False
    chain = view.chain_index(claimant.mention)
    return chain is not None and chain == view.chain_index(inner[0].mention)


def _is_act(view: SentenceView, token: int) -> bool:
    inner = view.prepositional(token, "of")
    if inner and is_in(view, token, "described", "measure"):
        return _is_act(view, inner[0])
    return is_in(view, token, "attack", "nouns", "sure") or is_in(view, token, "responsibility", "acts")


def _is_nobody(view: SentenceView, verb: int) -> bool:
    """As in "No group has claimed the attack", "the attack has not been claimed"."""
    none = any(
        is_in(view, s, "responsibility", "nobody")
        or any(is_in(view, c, "responsibility", "nobody") for c in view.dependents(s, "det"))
        for s in view.doers(verb)
    )
    return none or bool(view.dependents(verb, "neg"))


def _drafts(
    view: SentenceView, verb: int, claimants: list[Filler], acts: list[int], done: list[int], rule: str
) -> Iterator[Draft]:
    nobody = _is_nobody(view, verb)
    if not claimants and not nobody:
        return
    target = targets(view, [h for a in acts for h in struck(view, a)] + [o for v in done for o in view.undergoers(v)])
    places = list(target.places) or [f for a in acts for f in (sites_after(view, a) or late_places(view, a))]
    places = places or sites_of(view, acts[0] if acts else done[0] if done else verb)
    for subject in claimants if not nobody else (None,):
        for found in target.objects or (None,):
            for place in places or (None,):
                yield Draft(
                    predicate="claimed_responsibility", trigger=verb, subject=subject, object=found, place=place,
                    place_fixed=True, polarity=Polarity.NEGATIVE if nobody else None, rule=rule, confidence=0.75,
                    why=f"“{view.tokens[verb].text}” says whose act it was",
                )  # fmt: skip
