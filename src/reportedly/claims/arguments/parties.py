"""Who or what fills a role: names, titles, and bodies of people that are only described ("12 Taliban fighters").

A party has a name, or is described by office, force, group or people; "armed men" and "a crowd" are none.
"""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.claims.arguments.announced import announced, is_told_on
from reportedly.claims.arguments.lists import joint, shares_number
from reportedly.claims.arguments.nations import nation
from reportedly.claims.extractor import Filler
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.hanging import answered_once
from reportedly.claims.syntax.phrases import base, is_in, is_noun, modifiers, phrase, reach, with_determiner, with_whose
from reportedly.records.mention import AGENTS, COLLECTIVES, FORCES, SITES, Form, Kind
from reportedly.resources.lexicon import words

PEOPLE = frozenset({Kind.PERSON, Kind.POPULATION})
COUNTED = FORCES | {Kind.POPULATION}
_CLASSES = {
    "population": Kind.POPULATION,
    "force": Kind.STATE_BODY,
    "fighter": Kind.GROUP,
    "office": Kind.PERSON,
    "body": Kind.STATE_BODY,
}
_MODIFIERS = ("compound", "amod", "nmod", "poss", "npadvmod")


@answered_once
def party(view: SentenceView, token: int, kinds: frozenset[Kind] = AGENTS, *, victim: bool = False) -> Filler | None:
    """The party that a head token stands for, or None.

    kinds: what the role takes. victim: whom something was done to; bare numbers and vague people are then enough
    ("at least 12", "two men").
    """
    if view.tokens[token].tag in {"WDT", "WP", "EX"}:
        return None
    named = _named(view, token, kinds)
    if named is not None:
        counted = victim and view.tokens[token].tag[-1] == "S" and bool(view.dependents(token, "nummod"))
        return described(view, token, named.kind) if counted and named.kind == Kind.GROUP else named
    headed = _headed(view, token)
    if headed is not None and view.mention(headed).form == Form.NAME and is_common(view, headed):
        headed = None
    if headed is not None and view.mention(headed).form in {Form.NAME, Form.PRONOUN}:
        return None
    people = nation(view, token, kinds) if headed is None else None
    if people is not None:
        return people
    titled = announced(view, token, headed) if Kind.PERSON in kinds else None
    if titled is not None:
        return filler(view, titled)
    found = _described(view, token, victim, kinds)
    if found is not None and found.kind == Kind.GROUP and found.kind not in kinds and Kind.POPULATION in kinds:
        found = Filler(start=found.start, end=found.end, kind=Kind.POPULATION)  # fighters as travellers, not as a force
    if found is None and headed is not None and view.is_name(headed) and view.mention(headed).kind in kinds:
        return filler(view, headed)  # "the group", where the document says which
    if found is None and headed is not None and _is_owned_body(view, token, headed, kinds):
        return described(view, token, view.mention(headed).kind)
    return found if found is not None and (found.kind in kinds or victim) else None


def _is_owned_body(view: SentenceView, token: int, mention: int, kinds: frozenset[Kind]) -> bool:
    """As in "the Third Guard’s intelligence agency": a body without a name, told by whose it is."""
    m = view.mention(mention)
    if m.kind not in kinds or m.kind not in FORCES | {Kind.ORGANISATION} or m.form != Form.NOMINAL:
        return False
    named = [o for o, h in view.heads.items() if h in view.dependents(token, "poss") and view.is_name(o)]
    return bool(named) and is_in(view, token, "described", "people", "owned")


def parties(
    view: SentenceView, tokens: Iterable[int], kinds: frozenset[Kind] = AGENTS, *, victim: bool = False
) -> list[Filler]:
    """The parties among some head tokens, in order, each once."""
    found: dict[tuple[int, int], Filler] = {}
    for token in (t for given in tokens for t in (*_paired(view, given), given)):
        on = is_told_on(view, token) and not any(view.is_person(a) for a in view.appositives(token))
        one = None if on else party(view, token, kinds, victim=victim)
        before = next(reversed(found), None)
        if one and before and one.kind in COUNTED and shares_number(view, token, before):
            found[before[0], one.end] = Filler(start=before[0], end=one.end, kind=found.pop(before).kind)
        elif one is not None and not _is_told(view, one, found.values()):
            found.setdefault((one.start, one.end), one)
    return list(found.values())


def _is_told(view: SentenceView, one: Filler, told: Iterable[Filler]) -> bool:
    """Whether a party stands for the same as one told already ("X, the commander of Y, was seen")."""
    chain = None if one.mention is None else view.chain_index(one.mention)
    return chain is not None and any(t.mention is not None and view.chain_index(t.mention) == chain for t in told)


@answered_once
def _paired(view: SentenceView, token: int) -> tuple[int, ...]:
    """Of "the minister and foreign guests", read as one noun phrase, the minister."""
    below = view.dependents(token, "nmod")
    return tuple(c for c in below if view.dependents(c, "cc") and _headed(view, c) is not None)


@answered_once
def filler(view: SentenceView, mention: int) -> Filler:
    """A mention as the filler of a role; a description without its article and what follows its head."""
    m = view.mention(mention)
    chain = view.chain(mention)
    if m.form == Form.PRONOUN and chain is not None and not chain.named:
        return Filler(start=m.start, end=m.end, kind=m.kind, mention=mention, name=chain.name)
    if m.form == Form.NOMINAL:
        start, end = phrase(view, view.heads[mention])
        if view.document.text[end : m.end].startswith(" of "):  # "secretary of state", "head of the Third Guard"
            end = m.end
        return Filler(start=start, end=end, kind=m.kind, mention=mention)
    return Filler(start=m.start, end=m.end, kind=m.kind, mention=mention)


def described(view: SentenceView, head: int, kind: Kind) -> Filler:
    """A noun phrase as the filler of a role, without a mention of its own unless one has its head."""
    start, end = phrase(view, head)
    start = with_determiner(view, head, start)
    mention = next((m for m in view.headed.get(head, ()) if view.mention(m).kind == kind), None)
    office = kind == Kind.PERSON or is_in(view, head, "described", "people", "body")
    if mention is not None and office and view.mention(mention).form == Form.NOMINAL:
        return filler(view, mention)  # "governments of Doran and Sel", "head of the Third Guard"
    if kind in COLLECTIVES:
        end = with_whose(view, head, end)
    return Filler(start=start, end=end, kind=kind, mention=mention)


def owner(view: SentenceView, noun: int, kinds: frozenset[Kind] = AGENTS) -> Filler | None:
    """Whose act a noun is by the words before it: "Assad's attacks", "Russian strikes", "a coalition raid"."""
    possessive = parties(view, (c for p in view.dependents(noun, "poss") for c in view.conjuncts(p)), kinds)
    if possessive := possessive or parties(view, _before_clitic(view, noun), kinds):
        return possessive[0]
    for child in reversed(view.dependents(noun, "compound", "amod", "nmod", "npadvmod")):
        found = _modifier(view, child, kinds)
        if found is not None:
            return found
    first = view.first_conjunct(noun)
    if first != noun and not view.dependents(noun, "det", "poss"):  # "its raids and strikes"
        return owner(view, first, kinds)
    return None


def owners(view: SentenceView, noun: int, kinds: frozenset[Kind] = AGENTS) -> list[Filler]:
    """All of them: "U.S., U.K. and French operations", "Assad's and Russia's attacks"."""
    found: dict[int, Filler] = {f.start: f for f in parties(view, _before_clitic(view, noun), kinds)}
    for child in view.dependents(noun, *_MODIFIERS):
        for c in view.conjuncts(child):
            relation = view.tokens[child].relation
            one = party(view, c, kinds) if relation == "poss" else _modifier(view, c, kinds)
            if one is not None and (one.start not in found or found[one.start].end < one.end):
                found[one.start] = one  # "a Doran army raid": the army, and not Doran
    if found:
        for earlier in _listed_before(view, min(found)):
            found.setdefault(earlier.start, earlier)
    return [found[k] for k in sorted(found)]


def _listed_before(view: SentenceView, start: int) -> list[Filler]:
    """Of "U.S., U.K. and French operations" the first two, where the tree took them for something else."""
    found: list[Filler] = []
    closed = False
    for m in reversed(view.mentions):
        mention = view.mention(m)
        if mention.end > start or mention.form not in {Form.NAME, Form.ADJECTIVE}:
            continue
        joined = joint(view.document.text[mention.end : start])
        if joined is None or mention.kind not in {Kind.STATE, Kind.GROUP} or (not closed and joined != "and"):
            break
        closed = True
        found.append(filler(view, m))
        start = mention.start
    return found


def _before_clitic(view: SentenceView, noun: int) -> list[int]:
    """The owner before "’s" that the tree took for a subject ("The army’s fight …")."""
    if view.dependents(noun, "poss"):
        return []
    clitic = reach(view, noun)[0] - 1
    if clitic < 1 or view.tokens[clitic].text.lower() not in {"'s", "’s", "’", "'"}:
        return []
    return [
        next((view.heads[m] for m in view.mentions if view.mention(m).end == view.tokens[clitic - 1].end), clitic - 1)
    ]


@answered_once
def _headed(view: SentenceView, token: int) -> int | None:
    headed = [m for m in view.headed.get(token, ()) if view.mention(m).form != Form.ADJECTIVE]
    return max(headed, key=lambda m: view.mention(m).end - view.mention(m).start) if headed else None


def _named(view: SentenceView, token: int, kinds: frozenset[Kind]) -> Filler | None:
    own = _headed(view, token)
    for t in [token, *view.appositives(token)]:
        mention = _headed(view, t)
        if mention is None and t == token:
            covering = view.mention_at(t)
            mention = covering if covering is not None and view.mention(covering).form == Form.NAME else None
        if mention is None or view.mention(mention).kind not in kinds:
            continue
        if own is not None and view.mention(mention).kind not in PEOPLE and _are_officers(view, own):
            continue  # "the heads of A, B and C", with B hung on the heads
        if (view.mention(mention).form == Form.NAME and not is_common(view, mention)) or _refers(view, mention):
            return filler(view, mention)
    return None


def _are_officers(view: SentenceView, mention: int) -> bool:
    """Whether a mention is a description of several people by their office."""
    m, head = view.mention(mention), view.heads[mention]
    many = m.form == Form.NOMINAL and m.kind == Kind.PERSON and view.tokens[head].tag in {"NNS", "NNPS"}
    return many and kind_of(view, head) == Kind.PERSON


@answered_once
def is_common(view: SentenceView, mention: int) -> bool:
    """A common noun for people that was taken for a name because it opens the sentence ("Gunmen attacked …")."""
    m, head = view.mention(mention), view.heads[mention]
    if m.start != view.sentence.start or m.end != view.tokens[head].end:
        return False
    plain = view.tokens[head].tag in {"NN", "NNS"} or view.text.isupper()
    word = m.text.lower()
    voice = base(view, head) in words("voices", "kinds", "anonymous")  # "Sources said …"
    person = voice or kind_of(view, head) is not None or base(view, head) in words("nouns", "kinds")
    return word in words("described", "people", "specific") or (plain and person)


def _refers(view: SentenceView, mention: int) -> bool:
    """Whether a pronoun stands for something that the document names or describes."""
    chain = view.chain(mention)
    if view.mention(mention).form != Form.PRONOUN or chain is None:
        return False
    return chain.named or any(view.mention(m).form == Form.NOMINAL for m in chain.mentions)


def _modifier(view: SentenceView, token: int, kinds: frozenset[Kind]) -> Filler | None:
    inner = [] if view.is_named(token) else view.dependents(token, "compound", "nmod")  # "an X drone strike"
    for m, h in view.heads.items():
        mention = view.mention(m)
        named = mention.kind in kinds and mention.form in {Form.NAME, Form.ADJECTIVE}
        if h in {token, *inner} and named and not _prefixed(view, m):
            return filler(view, m)
    name = base(view, token)
    service = name == "force" and view.words_from(token - 1, 1).lower() in words("described", "people", "services")
    adjective = view.tokens[token].tag[:1] == "J" and kind_of(view, token) == Kind.GROUP  # "rebel artillery"
    known = service or name in words("described", "people", "own")
    if known and (adjective or view.tokens[token].tag[:1] == "N"):
        found = described(view, token, kind_of(view, token) or Kind.GROUP)
        return _with_nation(view, found) if found.kind in kinds else None
    return None


def _with_nation(view: SentenceView, force: Filler) -> Filler:
    """Of "a Doran army drone strike", with both hung on the strike, the Doran army."""
    before = (view.mention(m) for m in view.mentions if view.mention(m).end == force.start - 1)
    starts = [m.start for m in before if m.form in {Form.NAME, Form.ADJECTIVE} and m.kind in SITES]
    return Filler(start=min(starts), end=force.end, kind=force.kind) if starts else force


@answered_once
def kind_of(view: SentenceView, token: int) -> Kind | None:
    """The kind of people that a noun describes, by the word tables."""
    names = {view.bases[token], view.lows[token]}
    for key, kind in _CLASSES.items():
        if not names.isdisjoint(words("described", "people", key)):
            return kind
    band = not names.isdisjoint(words("described", "people", "bands"))
    return Kind.GROUP if band and modifiers(view, token) & words("described", "people", "bearing") else None


def _described(view: SentenceView, token: int, victim: bool, kinds: frozenset[Kind]) -> Filler | None:
    word, name = view.tokens[token], base(view, token)
    inner = view.prepositional(token, "of")
    if inner and (word.tag == "CD" or any(name in words("described", "measure", how) for how in ("kept", "dropped"))):
        return _measured(view, token, inner[0], victim)
    if inner and name in words("described", "measure", "people"):
        group = _named(view, inner[0], FORCES | {Kind.ORGANISATION, Kind.STATE})
        if group is not None and victim and Kind.POPULATION in kinds and view.dependents(token, "nummod"):
            return Filler(start=phrase(view, token)[0], end=group.end, kind=Kind.POPULATION)  # "five members of X"
        if group is not None:
            return group
    if name in words("described", "measure", "people"):  # "gunmen from the Third Guard"
        named = [f for t in view.prepositional(token, "from") if (f := _named(view, t, FORCES)) is not None]
        if named:
            return named[0]
    if (
        word.tag == "CD"
        or name in {"other", "others", "several"}
        or (view.lows[token] == "more" and bool(view.dependents(token, "nummod")))  # "four more"
        or (not inner and name in words("described", "measure", "counts"))
    ):
        return described(view, token, Kind.POPULATION) if victim else None
    kind = kind_of(view, token)
    if kind is None and victim:
        of_people = words("nouns", "kinds", "Person") | words("described", "people", "victims")
        if {name, view.lows[token]} & of_people:
            kind = Kind.PERSON if word.tag in {"NN", "NNP"} else Kind.POPULATION
    if kind is None and victim and _is_people(view, token):
        kind = Kind.POPULATION
    if not is_noun(view, token) or any(
        view.tokens[c].lemma in {"our", "we", "my"} for c in view.dependents(token, "poss")
    ):
        return None
    if name in words("described", "people", "members") and not victim and (Kind.PERSON not in kinds or kinds & FORCES):
        group = _group_before(view, token)  # "the Front movement", "Front fighters"
        if group is not None:
            return group
    if kind is None:
        return None
    if _is_vague(view, token, name, kind, victim):
        return None
    return described(view, token, kind)


def _is_people(view: SentenceView, token: int) -> bool:
    """As in "armed Dorans": a people by its name, with a word that says more."""
    headed = [m for m in view.headed.get(token, ()) if view.is_name(m)]
    return any(view.mention(m).kind == Kind.POPULATION for m in headed)


def _measured(view: SentenceView, token: int, inner: int, victim: bool) -> Filler | None:
    found = party(view, inner, victim=True)
    kind = kind_of(view, inner)
    many = base(view, token) in words("described", "measure", "counts") | {"number", "group"}
    if found is None and kind is not None and many:
        found = described(view, inner, kind)
    kept = view.tokens[token].tag == "CD" or base(view, token) in words("described", "measure", "kept")
    if (
        found is None
        and victim
        and view.tokens[inner].tag in {"PRP", "WP"}
        and (many or view.tokens[token].tag == "CD")
    ):
        return Filler(start=phrase(view, token)[0], end=view.tokens[inner].end, kind=Kind.POPULATION)  # "11 of them"
    if found is None or not kept:
        return found if victim or party(view, inner) is not None else None
    if found.mention is not None and view.mention(found.mention).form == Form.NAME and not victim:
        return found
    return Filler(start=phrase(view, token)[0], end=found.end, kind=found.kind)


def _group_before(view: SentenceView, token: int) -> Filler | None:
    for child in view.dependents(token, *_MODIFIERS):
        for m in view.headed.get(child, ()):
            mention = view.mention(m)
            if mention.kind in FORCES | {Kind.ORGANISATION} and _refers(view, m):
                return filler(view, m)  # "its fighters", where the document says whose
            named = mention.form == Form.NAME and mention.kind in FORCES | {Kind.ORGANISATION}
            if named and not _prefixed(view, m) and not is_common(view, m):
                return filler(view, m)
    return None


def _prefixed(view: SentenceView, mention: int) -> bool:
    """As in "pro-X", "anti-X", "ex-X": not X itself."""
    text, end = view.document.text, view.mention(mention).start
    while end and text[end - 1].isspace():
        end -= 1
    return text[end - 1 : end] in {"-", "‑", "–"}


def _says_to_whom(view: SentenceView, token: int) -> bool:
    """As in "fighters loyal to Varek": described by whom they belong to."""
    near = [*view.dependents(token, "amod", "acl"), *(c for c in view.children[token] if c == token + 1)]
    loyal = [c for c in near if c > token and is_in(view, c, "described", "loyal")]
    return any(_named(view, t, AGENTS) is not None for c in loyal for t in view.prepositional(c, "to", "with"))


def _is_vague(view: SentenceView, token: int, name: str, kind: Kind, victim: bool) -> bool:
    before = modifiers(view, token) - {"other", "others", "such", "certain", "various", "more", "fellow"}
    numbered = any(view.tokens[t].tag == "CD" for t in range(reach(view, token)[0], token)) or bool(
        before & {"dozen", "several", "many", "some"}
    )
    one = view.tokens[token].tag == "NN" and any(
        view.lows[c] in {"a", "an", "another"} for c in view.dependents(token, "det")
    )
    numbered = numbered or (one and kind == Kind.POPULATION)  # "a man was killed"
    whose = bool(before & words("described", "people", "specific")) or any(
        view.mention(m).start >= phrase(view, token)[0] and view.mention(m).end <= view.tokens[token].start
        for m in view.mentions
    )
    theirs = any(_refers(view, m) for c in view.dependents(token, "poss") for m in view.headed.get(c, ()))
    if kind in FORCES and any(_named(view, t, FORCES) is not None for t in view.prepositional(token, "of")):
        return False  # "a dissident faction of the Third Guard"
    band = kind == Kind.GROUP and name in words("described", "people", "bands")  # "the armed groups"
    if band or (name in {"force", "forces"} and before & words("described", "people", "services")):
        return False  # "the air force"
    if whose or theirs or _says_to_whom(view, token) or (view.prepositional(token, "of") and kind == Kind.PERSON):
        return False
    if victim:
        return name in words("described", "people", "faceless") and not numbered and len(before) == 0
    if kind == Kind.PERSON and before and name in words("described", "people", "office"):
        return False  # "foreign partners", "a senior official"
    return name in words("described", "people", "vague")
