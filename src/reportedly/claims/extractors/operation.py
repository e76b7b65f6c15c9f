"""Operations told of: offensives, sieges, campaigns, with who fights them, against whom, and where (operation)."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.claims.arguments.parties import owner, owners, parties
from reportedly.claims.arguments.scenes import sites_of
from reportedly.claims.arguments.sites import exact, place_before, site, sites_after
from reportedly.claims.distinct import once
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.modality.aims import aim, held
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, is_in, is_noun, modifiers
from reportedly.claims.violence.doing import armed_men
from reportedly.records.mention import FORCES, Form, Kind
from reportedly.resources.lexicon import table, words

_SIDES = frozenset({Kind.GROUP, Kind.STATE_BODY, Kind.STATE, Kind.POPULATION})
_ENEMIES = frozenset({Kind.GROUP, Kind.STATE_BODY, Kind.STATE, Kind.POPULATION, Kind.PERSON})


class Operation:
    """operation, from nouns ("an offensive against X"), verbs ("besieged Ruda") and names of operations."""

    name = "operation"
    version = 6
    predicates = frozenset({"operation"})

    def __call__(self, sentence: SentenceView) -> Iterator[Draft]:
        """Drafts of one sentence, each with the same parties and place once."""
        yield from once(_all(sentence))


EXTRACTOR = Operation()


def _all(view: SentenceView) -> Iterator[Draft]:
    for token, word in enumerate(view.tokens):
        name = base(view, token)
        if is_noun(view, token):
            yield from _operation(view, token, name)
        elif word.tag[:1] == "V" and name in words("command", "operation", "verbs"):
            yield from _operation_verb(view, token)
        elif word.tag[:1] == "V" and name in table("command")["operation"]["closing"]:
            yield from _closed_in(view, token, name)
    yield from _named_operations(view)


def _operation(view: SentenceView, noun: int, name: str) -> Iterator[Draft]:
    strong = is_in(view, noun, "command", "operation", "strong")
    weak = is_in(view, noun, "command", "operation", "weak")
    of_ground = name in words("command", "operation", "of_ground")
    if not (strong or weak or of_ground) or modifiers(view, noun) & words("command", "operation", "peaceful"):
        return
    if view.tokens[noun].relation == "compound" or _is_name_part(view, noun):
        return
    if name == "war" and view.prepositional(noun, "against", "between", "with"):
        return  # told as `fights`
    enemies, ground = _aims(view, noun, strong or of_ground)
    subjects = _fighters(view, noun)
    above = view.tokens[noun].head
    if not enemies and _is_of_deed(view, noun):  # "killed nine rebels in an operation": them
        told_of = parties(view, view.undergoers(view.tokens[above].head), _ENEMIES, victim=True)
        enemies = [e for e in told_of if e.kind == Kind.GROUP]
    ground = ground or _under_siege(view, noun)
    laid = view.tokens[noun].relation == "dobj" and base(view, above) == "lay"  # "laid siege to Ruda"
    ground = ground or ([f for h in view.prepositional(above, "to") for f in site(view, h)] if laid else [])
    subjects = subjects or (parties(view, view.doers(above), _SIDES) if laid else [])
    if view.tokens[noun].relation == "dobj" and is_in(view, above, "command", "operation", "over"):
        return  # "broke the siege"
    if (
        view.tokens[noun].relation == "dobj"
        and is_in(view, above, "command", "directs", "verbs")
        and not (enemies or (subjects and (strong or not owners(view, noun, _SIDES))))
    ):
        return  # told as `directs`: "who ran the Third Guard's operations in Sel"
    military = bool(modifiers(view, noun) & words("command", "operation", "military"))
    places = ground or _operation_places(view, noun, strong or military or bool(enemies or subjects))
    if not (strong or of_ground or enemies or subjects or ground):  # "as a result of combat operations, … in Ruda"
        places = sites_after(view, noun) or place_before(view, noun)
    told = bool(subjects) + bool(enemies) + bool(places)
    if not told or not (strong or of_ground or military or enemies or ground or subjects):
        return
    groups = [s for s in subjects if s.kind == Kind.GROUP]
    launched = _is_launched(view, noun) and any(_bears_arms(view, side) for side in subjects)
    of_arms = bool(groups and places) or launched or _is_of_deed(view, noun)
    if weak and not strong and not (enemies or ground) and not (military and (subjects or places)) and not of_arms:
        return
    acted_on = view.tokens[noun].relation in {"dobj", "nsubjpass"} or _is_launched(view, noun)
    if weak and not strong and subjects and not (enemies or places or acted_on):
        return  # "a Doran military operation" points at one
    if of_ground and not strong and not weak and not (places and (_is_begun(view, noun) or _is_joined(view, noun))):
        return
    enemies = [e for e in enemies if e.start not in {p.start for p in places}]
    if name in words("command", "operation", "vague") and not ground:
        return
    yield from _operation_drafts(view, noun, subjects, enemies, places)


def _is_launched(view: SentenceView, noun: int) -> bool:
    """As in "launched operations", "launched a third day of operations"."""
    token = view.tokens[noun]
    outer = view.tokens[token.head].head
    if token.relation == "pobj" and is_in(view, outer, "command", "operation", "phases"):
        return _is_launched(view, outer)
    return token.relation in {"dobj", "nsubjpass"} and is_in(view, token.head, "command", "operation", "launching")


def _bears_arms(view: SentenceView, side: Filler) -> bool:
    inside = [t for t, w in enumerate(view.tokens) if side.start <= w.start and w.end <= side.end]
    return any(is_in(view, t, "described", "people", "force") for t in inside)


def _under_siege(view: SentenceView, noun: int) -> list[Filler]:
    """As in "Ruda, under siege by X since May, …": Ruda."""
    preposition = view.tokens[noun].head
    if view.tokens[noun].relation != "pobj" or view.tokens[preposition].lemma != "under":
        return []
    above = view.tokens[preposition].head
    return [f for t in (view.subjects(above) if view.tokens[above].tag[:1] == "V" else [above]) for f in site(view, t)]


def _operation_drafts(
    view: SentenceView,
    noun: int,
    subjects: list[Filler],
    enemies: list[Filler],
    places: list[Filler],
    name: str | None = None,
) -> Iterator[Draft]:
    for subject in subjects or (None,):
        for enemy in enemies or (None,):
            for place in places or (None,):
                yield Draft(
                    predicate="operation", trigger=noun, subject=subject, object=enemy, place=place,
                    place_fixed=bool(places), operation=name, rule="operation-noun", confidence=0.65,
                    why=f"“{view.tokens[noun].text}” with who fights, whom or where",
                )  # fmt: skip


def _is_joined(view: SentenceView, noun: int) -> bool:
    """ "took part in the storming of Ruda"."""
    token = view.tokens[noun]
    outer = view.tokens[token.head].head
    return token.relation == "pobj" and (view.tokens[outer].lemma in {"part", "participate"})


def _operation_verb(view: SentenceView, verb: int) -> Iterator[Draft]:
    """ "X besieged Ruda", "X invaded Doran"."""
    how = aim(view, verb)
    targets = view.undergoers(verb)
    places = [f for t in targets for f in site(view, t)]
    states = [p for p in places if p.kind == Kind.STATE]
    enemies = states or (parties(view, targets, _ENEMIES - {Kind.PERSON, Kind.POPULATION}) if not places else [])
    places = sites_of(view, verb) if enemies else places
    subjects = [s for s in parties(view, view.doers(verb), _SIDES) if s.kind != Kind.POPULATION]
    if (places and not enemies and view.is_passive(verb) and not view.agents(verb)) or (
        subjects and (places or enemies)
    ):
        for draft in _operation_drafts(view, verb, subjects, enemies, places):
            yield held(draft, how)


def _closed_in(view: SentenceView, verb: int, name: str) -> Iterator[Draft]:
    """As in "X marched on Ruda", "X is closing in on Ruda"."""
    places = sites_after(view, verb, *table("command")["operation"]["closing"][name])
    subjects = [s for s in parties(view, view.subjects(verb), _SIDES) if s.kind != Kind.POPULATION]
    if places and subjects and not view.objects(verb):
        yield from (held(d, aim(view, verb)) for d in _operation_drafts(view, verb, subjects, [], places))


def _is_begun(view: SentenceView, noun: int) -> bool:
    """As in "the isolation of Ruda began": told as going on, not as an aim."""
    token = view.tokens[noun]
    return token.relation in {"nsubj", "nsubjpass", "dobj"} and view.tokens[token.head].lemma in {
        "begin", "start", "continue", "resume", "proceed", "launch", "complete", "last",
    }  # fmt: skip


def _is_name_part(view: SentenceView, noun: int) -> bool:
    mention = view.mention_at(noun)
    return mention is not None and view.mention(mention).form == Form.NAME and view.heads.get(mention) != noun


def _aims(view: SentenceView, noun: int, strong: bool) -> tuple[list[Filler], list[Filler]]:
    """Whom an operation is against, and the ground it is for."""
    enemies = parties(view, _against(view, noun), _ENEMIES)
    ground: list[Filler] = []
    if strong:
        ground = [f for t in view.prepositional(noun, "of", "on", "into") for f in site(view, t)]
        ground = ground or [f for t in _against(view, noun) if not parties(view, [t], _ENEMIES) for f in site(view, t)]
        enemies += parties(view, view.prepositional(noun, "on"), frozenset({Kind.GROUP}))
    if is_in(view, noun, "command", "operation", "for_ground"):
        ground = ground or [f for t in view.prepositional(noun, "for", "of") for f in site(view, t)]
    for verb in _purposes(view, noun):
        objects = view.objects(verb) or _directly_after(view, verb)
        if is_in(view, verb, "command", "operation", "enemy"):
            enemies += parties(view, objects, _ENEMIES)
        if is_in(view, verb, "command", "operation", "ground"):
            ground += [f for o in objects for f in site(view, o)]
            whose = [owner(view, o, frozenset({Kind.GROUP})) for o in objects]
            enemies += [w for w in whose if w is not None]
        if enemies and not ground:
            ground = sites_after(view, verb, "from", "out", "in", "of", "across") or [
                f
                for o in [*view.prepositional(verb, "from", "of"), *view.prepositional(noun, "from")]
                for f in _inner_sites(view, o)
            ]
    return enemies, exact(view, ground)


def _against(view: SentenceView, noun: int) -> list[int]:
    """Whom it is against, also where "against" hangs on the noun before ("an offensive by X against Y")."""
    found = view.prepositional(noun, "against")
    above = view.tokens[noun].head
    if not found and view.tokens[noun].relation == "dobj" and is_in(view, above, "command", "operation", "light"):
        found = view.prepositional(above, "against")
    for inner in view.prepositional(noun, "by", "of", "in", "with"):
        found = found or view.prepositional(inner, "against")
    return found


def _inner_sites(view: SentenceView, noun: int) -> list[Filler]:
    """As in "from one of its last strongholds in Sel": the place however deep."""
    found = sites_after(view, noun)
    return found or [f for inner in view.prepositional(noun, "of") for f in _inner_sites(view, inner)]


def _directly_after(view: SentenceView, verb: int) -> list[int]:
    """The mention that follows an infinitive which the tagger took for a name."""
    if view.tokens[verb].tag[:1] == "V":
        return []
    end = view.tokens[verb].end
    return [view.heads[m] for m in view.mentions if 0 < view.mention(m).start - end <= 5][:1]


def _purposes(view: SentenceView, noun: int) -> list[int]:
    """As in "an operation to retake …", "an offensive aimed at retaking …"."""
    found = [v for v in view.dependents(noun, "relcl", "acl", "advcl", "xcomp", "ccomp") if view.tokens[v].tag == "VB"]
    for v in view.dependents(noun, "acl"):
        for p in view.dependents(v, "prep"):
            found += view.dependents(p, "pcomp")
    for p in view.dependents(noun, "prep"):
        found += [v for v in view.dependents(p, "pcomp") if view.tokens[p].lemma in {"for", "of", "at"}]
    if noun + 2 < len(view.tokens) and view.tokens[noun + 1].tag == "TO" and noun + 2 not in found:
        found.append(noun + 2)
    above = view.tokens[noun].head
    if is_in(view, above, "command", "operation", "light") and view.tokens[noun].relation in {"dobj", "nsubjpass"}:
        found += [v for v in view.dependents(above, "advcl", "xcomp") if view.tokens[v].tag == "VB" and v > noun]
    if base(view, above) == "be" and view.tokens[noun].relation == "nsubj":  # "an offensive was under way to retake …"
        hosts = [above, *(t for t in view.subtree(above) if view.lows[t] in {"way", "underway"})]
        late = [v for h in hosts for v in view.dependents(h, "relcl", "acl", "advcl", "xcomp")]
        found += [v for v in late if view.tokens[v].tag == "VB" and v > noun]
    return [c for v in found for c in view.conjuncts(v)]


def _fighters(view: SentenceView, noun: int, kinds: frozenset[Kind] = _SIDES) -> list[Filler]:
    found = owners(view, noun, _SIDES) or parties(view, view.prepositional(noun, "by"), _SIDES)
    found = found or [s for s in parties(view, view.prepositional(noun, "of"), _SIDES) if s.kind == Kind.STATE_BODY]
    if found:
        return found
    token, above = view.tokens[noun], view.tokens[noun].head
    if token.relation == "pobj":  # "took part in the operation", "phase of their operation"
        outer = view.tokens[above].head
        if view.tokens[outer].tag[:1] == "N" and is_in(view, outer, "command", "operation", "phases"):
            return _fighters(view, outer)
        if is_in(view, outer, "command", "operation", "join") or view.tokens[outer].lemma == "part":
            verb = outer if view.tokens[outer].tag[:1] == "V" else view.tokens[outer].head
            return parties(view, view.doers(verb), _SIDES | {Kind.PERSON})
        if (
            view.tokens[above].lemma == "in" and above < outer and view.tokens[outer].tag[:1] == "V"
        ):  # "In the campaign, X …"
            acting = [] if view.is_passive(outer) else view.subjects(outer)
            return [s for s in parties(view, acting, _SIDES) if s.kind in FORCES]
        if _is_of_deed(view, noun):
            return [s for s in parties(view, view.doers(outer), _SIDES) if s.kind in FORCES]
    if token.relation in {"dobj", "nsubjpass"} and is_in(view, above, "command", "operation", "light"):
        return parties(view, view.doers(above), kinds) or [a for d in view.doers(above) for a in armed_men(view, d)]
    return []


def _is_of_deed(view: SentenceView, noun: int) -> bool:
    """As in "X killed nine rebels in an operation in Ruda": told first here, with its place."""
    verb = view.tokens[view.tokens[noun].head].head
    brought = view.tokens[noun].relation == "pobj" and view.lows[view.tokens[noun].head] in {"in", "during"}
    within = brought and base(view, noun) in {"operation", "operations"}
    new = not any(view.lows[c] in {"the", "this", "that"} for c in view.dependents(noun, "det"))
    done = words("attack", "scene", "verbs") | words("custody", "captured", "sure") | {"rescue", "free", "discover"}
    return within and new and base(view, verb) in done and bool(sites_after(view, noun) or sites_of(view, verb))


def _operation_places(view: SentenceView, noun: int, sure: bool) -> list[Filler]:
    if not sure:
        return []
    found = sites_after(view, noun) or place_before(view, noun) or sites_of(view, noun)
    above = view.tokens[noun].head
    conducted = is_in(view, above, "command", "operation", "light") and view.tokens[noun].relation in {
        "dobj",
        "nsubjpass",
    }
    return found or (sites_of(view, above) if conducted else [])  # "was conducted by X in Ruda"


def _named_operations(view: SentenceView) -> Iterator[Draft]:
    """As in "X, who was supporting Operation Night", "Operation Night, the operation to eliminate Y"."""
    for m in view.mentions:
        mention = view.mention(m)
        if mention.kind != Kind.EVENT or mention.form != Form.NAME:
            continue
        named = set(mention.text.lower().split())
        if not mention.text.lower().startswith("operation") and not named & words("command", "operation", "named"):
            continue
        head = view.heads[m]
        hyphenated = view.document.text[: mention.start].rstrip().endswith(("-", "–"))
        if view.tokens[head].relation in {"compound", "nmod"} or hyphenated:
            continue
        enemies, ground = _aims(view, head, strong=True)
        for noun in view.appositives(head):
            more = _aims(view, noun, strong=True)
            enemies, ground = enemies or more[0], ground or more[1]
        subjects = [] if view.dependents(head, "nmod", "poss") else _fighters(view, head, _SIDES | {Kind.PERSON})
        if subjects or ((enemies or ground) and "operation" in named):
            yield from _operation_drafts(view, head, subjects, enemies, ground, name=mention.text)
