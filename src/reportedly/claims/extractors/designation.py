"""Who is listed or sanctioned by a state or body, and as what (designated_by)."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.claims.arguments.bodies import has_name
from reportedly.claims.arguments.descriptions import is_known, said_of
from reportedly.claims.arguments.parties import filler, owners
from reportedly.claims.arguments.sides import actors, doers_of, reached, sides, verb_base
from reportedly.claims.distinct import distinct
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.modality.aims import Aim, aim, held
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, is_noun, modifiers, phrase, reach
from reportedly.claims.syntax.relatives import each_named
from reportedly.claims.ties.bonds import bond_draft, pair_drafts
from reportedly.claims.ties.compounds import HYPHENS, bearers, compound_bonds
from reportedly.records.mention import Form, Kind
from reportedly.resources.lexicon import table, words
from reportedly.text.lemmas import lemma

_LISTERS = frozenset({Kind.STATE, Kind.STATE_BODY, Kind.ORGANISATION})
_LISTED = frozenset({Kind.PERSON, Kind.GROUP, Kind.STATE, Kind.STATE_BODY, Kind.ORGANISATION})
_GROUPS = frozenset({Kind.GROUP, Kind.ORGANISATION})
_COUNTED = {Kind.PERSON: "people", Kind.ORGANISATION: "firms"}


class Designation:
    """designated_by: lists and sanctions of states and bodies; an arrest warrant or a bounty is none."""

    name = "designation"
    version = 5
    predicates = frozenset({"designated_by"})

    def __call__(self, sentence: SentenceView) -> Iterator[Draft]:
        """Drafts of one sentence, each pair once, the one with its role first."""
        yield from distinct(sentence, sorted(_all(sentence), key=lambda d: d.role is None))


EXTRACTOR = Designation()


def _all(view: SentenceView) -> Iterator[Draft]:
    for bond in compound_bonds(view, words("designation", "compounds"), _LISTED, _LISTERS):
        noun = bond.word if bond.noun is None else bond.noun
        held_by_name = bond.first.start <= view.tokens[noun].start < bond.first.end
        role = None if held_by_name and bond.first.name is None and has_name(view, bond.first) else _role(view, noun)
        yield bond_draft(view, "designated_by", bond, role=role, confidence=0.85)
    for token, word in enumerate(view.tokens):
        verb = verb_base(view, token)
        if verb is not None and word.relation != "amod":
            yield from _verb(view, token, verb)
        yield from _also_listed(view, token)
        if word.relation in {"amod", "acl"}:
            yield from _described(view, token)
        if is_noun(view, token):
            if base(view, token) in words("designation", "lists"):
                yield from _on_list(view, token)
            if _is_measure(view, token):
                yield from _sanctions(view, token)


def _is_measure(view: SentenceView, noun: int) -> bool:
    """ "Sanctions", and with their words "restrictive measures", "an asset freeze", "a travel ban"."""
    name = base(view, noun)
    told_by = table("designation")["measured"].get(name)
    named = name in words("designation", "measures")
    return named or (told_by is not None and not modifiers(view, noun).isdisjoint(told_by))


def _role(view: SentenceView, noun: int) -> str:
    """What one is listed as, without the compound: "global terrorist" of "a Doran-designated global terrorist"."""
    first, last = reach(view, noun)
    while first < last and (
        view.tokens[first].text.lower() in words("designation", "compounds")
        or any(view.tokens[t].text.lower() in words("designation", "compounds") for t in range(first, last))
    ):
        first += 1
    words_of_role = view.words(first, last).split()
    if view.tokens[last].tag in {"NNS", "NNPS"}:
        words_of_role[-1] = base(view, last) if view.tokens[last].tag == "NNS" else lemma(words_of_role[-1], "NNS")
    return " ".join(words_of_role)


# ---- verbs
def _verb(view: SentenceView, verb: int, name: str) -> Iterator[Draft]:
    """As in "Doran sanctioned X", "X was designated as a terrorist by Doran", "considered terrorists by Doran"."""
    if name in words("designation", "freezing"):
        yield from _frozen(view, verb)
        return
    sure = name in words("designation", "sure")
    banned = name in words("designation", "banning")
    if not (sure or banned) and name not in words("designation", "calling"):
        return
    role = _listed_as(view, verb)
    if not (sure or banned) and name in words("designation", "listing"):
        said = doers_of(view, verb, frozenset(), _LISTERS)
        states = name == "list" and bool(said) and all(f.kind == Kind.STATE for f in said)
        sure = any(_is_keeper(view, f) for f in said) or (states and bool(actors(view, view.objects(verb), _GROUPS)))
    as_other = any(view.tokens[p].lemma == "as" for p in view.dependents(verb, "prep"))
    if role is None and (as_other or not (sure or banned)):
        return  # "designated as a heritage site"
    how = aim(view, verb)
    if how in {Aim.TRIED, Aim.PURPOSE}:
        return
    listers = doers_of(view, verb, frozenset(), _LISTERS) or _in_office(view, verb)
    if not listers and role is not None and view.is_passive(verb):
        listers = actors(view, reached(view, role, "by"), _LISTERS)
    heads = [t for t in view.undergoers(verb) if role is None or phrase(view, t) != phrase(view, role)]
    if role is not None and not heads:  # "declared X a terrorist group", X read as subject of a small clause
        heads = view.dependents(role, "nsubj")
    heads = [*heads, *_along(view, verb, heads)]
    listed = actors(view, heads, _GROUPS if banned and role is None else _LISTED)
    listed = listed if banned else [*listed, *_numbered(view, heads)]
    if not view.is_passive(verb):
        listers = [*listers, *sides(view, [t for t in _joined(view, verb, view.subjects(verb)) if t < verb], _LISTERS)]
    if not listers and _needs_no_lister(view, verb, role, sure=name in words("designation", "sure"), banned=banned):
        yield from (held(d, how) for d in _unsigned(view, verb, [f for f in listed if is_known(view, f)]))
    for draft in pair_drafts(
        view,
        "designated_by",
        verb,
        listed,
        listers,
        "designated-verb",
        role=None if role is None else _role(view, role),
    ):
        yield held(draft, how)


def _numbered(view: SentenceView, heads: list[int]) -> list[Filler]:
    """The "eight individuals" and "three companies" whom a measure counts."""
    counted = [h for h in dict.fromkeys(heads) if view.dependents(h, "nummod") and view.tokens[h].tag == "NNS"]
    kinds = {h: k for h in counted for k, named in _COUNTED.items() if base(view, h) in words("designation", named)}
    told = {h: k for h, k in kinds.items() if not each_named(view, h)}
    return [Filler(start=phrase(view, h)[0], end=phrase(view, h)[1], kind=k) for h, k in told.items()]


def _in_office(view: SentenceView, verb: int) -> list[Filler]:
    """As in "the Secretary of State designated X": who lists for a state by office."""
    found = doers_of(view, verb, frozenset(), frozenset({Kind.PERSON}))
    lows = [view.document.text[f.start : f.end].lower() for f in found]
    return [f for f, low in zip(found, lows, strict=True) if any(o in low for o in words("designation", "offices"))]


def _along(view: SentenceView, verb: int, heads: list[int]) -> list[int]:
    """Who is listed with them: "X was designated, along with Y and Z", "designated X together with Y"."""
    joined = _joined(view, verb, heads)
    return joined if view.is_passive(verb) else [t for t in joined if t > verb]


def _joined(view: SentenceView, verb: int, heads: list[int]) -> list[int]:
    """Heads that "along with" and the like join to the verb or to one of its parties."""
    near = [n for t in [verb, *heads] for c in view.children[t] for n in (c, *view.children[c])]
    joint = [t for t in near if view.words_from(t - 1, 2).lower() in words("designation", "along")]
    joint += [t for t in near if view.lows[t] in words("designation", "along")]
    return [c for p in dict.fromkeys(joint) for t in view.dependents(p, "pobj") for c in view.conjuncts(t)]


def _frozen(view: SentenceView, verb: int) -> Iterator[Draft]:
    """As in "Doran froze the assets of X", "the order blocks X’s property"."""
    goods = [t for t in view.undergoers(verb) if base(view, t) in words("designation", "frozen")]
    theirs = [f for t in goods for f in actors(view, [*view.dependents(t, "poss"), *reached(view, t, "of")], _LISTED)]
    how = aim(view, verb)
    listers = doers_of(view, verb, frozenset(), _LISTERS)
    for draft in pair_drafts(view, "designated_by", verb, theirs, listers, "assets-frozen"):
        yield held(draft, how)
    if not listers and how == Aim.DONE:
        yield from _unsigned(view, verb, [f for f in theirs if is_known(view, f)])


def _needs_no_lister(view: SentenceView, verb: int, role: int | None, *, sure: bool, banned: bool) -> bool:
    """As in "X is being designated for …", "X was banned in 2006": who did it stands elsewhere or is not told."""
    told = view.is_passive(verb) and not view.agents(verb) and (sure or banned)
    return told and (role is not None or not view.dependents(verb, "oprd", "attr", "xcomp", "dobj"))


def _unsigned(view: SentenceView, trigger: int, listed: list[Filler]) -> Iterator[Draft]:
    for one in listed:
        yield Draft(
            predicate="designated_by",
            trigger=trigger,
            subject=one,
            place_fixed=True,
            rule="designated-by-nobody",
            confidence=0.65,
            why=f"“{view.tokens[trigger].text}” of a party; who did it is not told",
        )


def _also_listed(view: SentenceView, participle: int) -> Iterator[Draft]:
    """As in "also designated today is X", "among those listed are X and Z": X."""
    if view.tokens[participle].tag != "VBN":
        return
    if base(view, participle) not in words("designation", "sure") | words("designation", "listing"):
        return
    verb = next((t for t in view.ancestors(participle) if base(view, t) == "be" and t > participle), None)
    opens = verb is not None and (
        participle == 0 or (view.lows[0] in words("designation", "opening") and participle < 5)
    )
    if verb is None or not opens or view.dependents(verb, "nsubjpass"):
        return
    named = [c for a in view.dependents(verb, "attr", "nsubj") if a > verb for c in view.conjuncts(a)]
    yield from _unsigned(view, participle, [f for f in actors(view, named, _LISTED) if is_known(view, f)])


def _listed_as(view: SentenceView, verb: int) -> int | None:
    """The noun that says as what: after "as", or as second object, with a word of listing in it."""
    after = [
        h
        for p in view.dependents(verb, "prep")
        if view.tokens[p].lemma == "as"
        for h in view.dependents(p, "pobj", "amod", "acomp")  # "designated as terrorist"
    ]
    after += [
        h
        for h in view.dependents(verb, "oprd", "attr", "ccomp", "xcomp", "dobj")
        if view.tokens[h].tag[:1] == "N" or (view.tokens[h].relation == "oprd" and view.dependents(h, "det"))
    ]
    after += [
        h
        for o in view.dependents(verb, "dobj", "nsubjpass")
        for p in view.dependents(o, "prep")
        if view.tokens[p].lemma == "as"
        for h in view.dependents(p, "pobj")
    ]
    for head in after:
        first, last = reach(view, head)
        said = {view.tokens[t].text.lower() for t in range(first, last + 1)} | {base(view, head)}
        if said & words("designation", "marks"):
            return head
    return None


# ---- descriptions
def _described(view: SentenceView, participle: int) -> Iterator[Draft]:
    """As in "the sanctioned firm X", "X, the sanctioned head of Y", "those sanctioned include X": by nobody told."""
    name = base(view, participle)
    noun = view.tokens[participle].head
    if view.lows[participle - 1] in HYPHENS or view.tokens[participle].tag not in {"VBN", "VBD", "JJ"}:
        return  # "the US-sanctioned firm X" says by whom
    if view.tokens[participle].relation == "acl":
        one = view.tokens[noun].tag == "NN" and base(view, view.tokens[noun].head) == "be"
        counted = one or view.lows[noun] == "those" or view.tokens[noun].tag == "NNS"
        by = any(view.lows[c] in {"by", "in", "under"} for c in view.children[participle])
        held_in = _counted(view, noun) if counted and not by and name in words("designation", "sure") else []
        yield from _unsigned(view, participle, held_in)
        return
    if view.tokens[noun].relation == "pobj" and view.tokens[view.tokens[noun].head].lemma == "as":
        return  # "listed X as a designated terrorist": the verb says it
    marked = name == "designate" and bool(_marks_of(view, noun))
    if not marked and name not in words("designation", "described"):
        return
    borne = [s.holder for s in bearers(view, noun, _LISTED)] or _counted(view, noun)
    borne = [f for f in borne if not f.start <= view.tokens[participle].start < f.end]
    yield from _unsigned(view, participle, [f for f in borne if is_known(view, f)])


def _marks_of(view: SentenceView, noun: int) -> frozenset[str]:
    first, last = reach(view, noun)
    return words("designation", "marks") & {*view.lows[first : last + 1], base(view, noun)}


def _counted(view: SentenceView, noun: int) -> list[Filler]:
    """Of "those sanctioned include X and Z", "named the sanctioned men as X and Z" the names."""
    above = view.tokens[noun].head
    heads: list[int] = []
    if view.tokens[noun].relation in {"nsubj", "nsubjpass"} and base(view, above) in {"be", "include", "comprise"}:
        heads = [*view.objects(above), *(c for a in view.dependents(above, "attr") for c in view.conjuncts(a))]
    elif view.tokens[noun].relation == "dobj" and base(view, above) in words("designation", "identifying"):
        heads = reached(view, above, "as")
    return [f for f in actors(view, heads, _LISTED) if is_known(view, f)]


# ---- lists and measures
def _on_list(view: SentenceView, noun: int) -> Iterator[Draft]:
    """As in "Doran put X on its list of terrorists", "X is on the Doran blacklist"."""
    preposition = view.tokens[noun].head
    if view.tokens[noun].relation != "pobj" or view.tokens[preposition].lemma not in {"on", "to", "in"}:
        return
    verb = view.tokens[preposition].head
    name = base(view, verb)
    if not _is_of_listed(view, noun) or view.tokens[verb].tag[:1] not in {"V", "N"}:
        return
    verb = next((o for o in view.objects(verb) if base(view, o) in words("designation", "adding")), verb)
    name = base(view, verb)
    if view.tokens[verb].tag[:1] == "N":
        added = reached(view, verb, "of") if name in words("designation", "adding") else []
        listed = [s.holder for s in said_of(view, verb, _LISTED)] or actors(view, added or [verb], _LISTED)
        listers = owners(view, noun, _LISTERS)
        yield from pair_drafts(view, "designated_by", noun, listed, listers, "on-a-list")
        return
    if name not in words("designation", "putting") | {"be", "appear", "remain", "feature"}:
        return
    of = reached(view, noun, "of")
    listers = owners(view, noun, _LISTERS) or _right_before(view, noun) or sides(view, view.agents(verb), _LISTERS)
    listers = listers or sides(view, of, _LISTERS)
    passive = view.is_passive(verb) or name in {"be", "appear", "remain", "feature"}
    listed = actors(view, view.subjects(verb) if passive else view.objects(verb), _LISTED)
    if not listers and not passive:
        listers = actors(view, view.doers(verb), _LISTERS)
    role = _role(view, of[0]) if of and _marks_of(view, of[0]) else None
    if not listers and passive:
        yield from _unsigned(view, verb, [f for f in listed if is_known(view, f)])
    for draft in pair_drafts(view, "designated_by", verb, listed, listers, "put-on-list", role=role):
        yield held(draft, aim(view, verb))


def _right_before(view: SentenceView, noun: int) -> list[Filler]:
    """The name that ends before a noun, where the tree tied the two another way."""
    ends = view.tokens[noun - 1].end if noun else -1
    found = [m for m in view.mentions if view.mention(m).end == ends and view.mention(m).kind in _LISTERS]
    return [filler(view, m) for m in found[:1] if view.mention(m).form in {Form.NAME, Form.ADJECTIVE}]


def _is_of_listed(view: SentenceView, noun: int) -> bool:
    """Whether it is a list of terrorists, sanctions or the like: a blacklist by its own word."""
    keepers = [f for f in owners(view, noun, _LISTERS) if _is_keeper(view, f)]
    if base(view, noun) == "blacklist" or keepers:
        return True
    first, last = reach(view, noun)
    near = {view.tokens[t].text.lower() for t in range(first, last + 1)}
    terror = any(view.lows[t] == "terrorism" for t in view.dependents(noun, "compound", "nmod"))  # "its terrorism list"
    for head in reached(view, noun, "of", "for"):
        near |= {view.tokens[t].text.lower() for t in range(*reach(view, head))} | {base(view, head)}
    return terror or bool(near & {*words("designation", "marks"), *words("designation", "measures"), "wanted", "watch"})


def _is_keeper(view: SentenceView, found: Filler) -> bool:
    """Whether a body keeps such a list by the table ("the EU list")."""
    return view.document.text[found.start : found.end].lower() in words("designation", "listers")


def _sanctions(view: SentenceView, noun: int) -> Iterator[Draft]:
    """As in "Doran imposed sanctions on X", "Doran sanctions against X", "X, who is under Doran sanctions"."""
    first = view.first_conjunct(noun)
    token = view.tokens[first]  # "a travel ban and asset freeze on X"
    above = token.head
    verb = above if view.tokens[above].tag[:1] == "V" else view.tokens[above].head
    name = base(view, verb)
    if name in words("designation", "lifting") or (
        view.tokens[above].tag[:1] == "N" and base(view, above) in {"relief", "removal", "end"}
    ):
        return
    whose = sides(view, [c for p in view.dependents(noun, "poss") for c in view.conjuncts(p)], _LISTERS)
    listers = whose or owners(view, noun, _LISTERS) or sides(view, reached(view, noun, "by", "from"), _LISTERS)
    listers += sides(view, [first] if first != noun else [], _LISTERS)  # "EU and US sanctions", read as a list
    told = [a for t in view.conjuncts(first) for a in view.dependents(t, "acl")] if not listers else []
    told = [a for a in told if base(view, a) in words("designation", "imposing")]
    listers += sides(view, [t for a in told for t in view.agents(a)], _LISTERS)  # "a travel ban imposed by the EU"
    listed = actors(view, reached(view, noun, "on", "against", "upon"), _LISTED)
    if token.relation in {"dobj", "nsubjpass"} and name in words("designation", "imposing"):
        listers = listers or doers_of(view, verb, frozenset(), _LISTERS)
        heads = reached(view, noun, "on", "against", "upon") + reached(view, verb, *words("designation", "on"))
        heads += view.conjuncts(noun)  # "sanctions on X as well as three firms", with the firms joined to the sanctions
        listed = listed or actors(view, reached(view, verb, *words("designation", "on")), _LISTED)
        listed = [*listed, *_numbered(view, heads)]
        how = aim(view, verb)
        unsigned = [f for f in listed if is_known(view, f)] if not listers and how == Aim.DONE else []
        yield from _unsigned(view, verb, unsigned)
        for draft in pair_drafts(view, "designated_by", verb, listed, listers, "sanctions-imposed"):
            yield held(draft, how)
        return
    borne = _bearers(view, token.relation, above) if not listed else []
    if borne:
        listers = listers or sides(view, reached(view, view.tokens[above].head, "by", "from"), _LISTERS)
        yield from pair_drafts(view, "designated_by", noun, borne, listers, "sanctions-borne")
        yield from _unsigned(view, noun, [f for f in borne if is_known(view, f)] if not listers else [])
        return
    if token.relation == "pobj" and view.tokens[above].lemma in {"under", "to"} and not listed:
        governor = view.tokens[above].head
        if view.tokens[above].lemma == "to" and base(view, governor) not in {"subject", "subjected"}:
            return
        heads = (
            view.subjects(governor)
            if view.tokens[governor].tag[:1] == "V"
            else [*view.subjects(view.tokens[governor].head), governor]
        )
        listed = actors(view, heads, _LISTED)
        trigger = governor if view.tokens[governor].tag[:1] == "V" else noun
        yield from pair_drafts(view, "designated_by", trigger, listed, listers, "under-sanctions")
        yield from _unsigned(view, trigger, [f for f in listed if is_known(view, f)] if not listers else [])
        return
    yield from pair_drafts(view, "designated_by", noun, listed, listers, "sanctions-on")


def _bearers(view: SentenceView, relation: str, above: int) -> list[Filler]:
    """As in "X is the subject of Doran sanctions", "X was hit with Doran sanctions", "X faces Doran sanctions": X."""
    if relation == "dobj" and base(view, above) in words("designation", "bearing"):
        return actors(view, view.subjects(above), _LISTED)
    if relation != "pobj":
        return []
    governor = view.tokens[above].head
    name, link = base(view, governor), view.tokens[above].lemma
    if link == "of" and name in words("designation", "borne"):
        return [s.holder for s in said_of(view, governor, _LISTED)]
    hit = link == "with" and name in words("designation", "hitting")
    return actors(view, view.undergoers(governor), _LISTED) if hit else []
