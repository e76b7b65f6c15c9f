"""Where: the places that prepositions bring in around a verb or a noun of action.

Places that only measure a distance ("50 km from Ruda") are none; "near", "outside", "the outskirts of" still give
the place.
"""

from __future__ import annotations

from reportedly.claims.extractor import Filler
from reportedly.claims.grammar import SentenceView
from reportedly.claims.parties import described, filler, listed
from reportedly.claims.phrases import base, is_in, is_noun, phrase
from reportedly.records.document import Role
from reportedly.records.mention import SITES, Form, Kind
from reportedly.resources.lexicon import table, words

_ARGUMENTS = ("dobj", "nsubjpass", "attr", "oprd", "dative")


def site(view: SentenceView, token: int, *, plain: bool = False) -> list[Filler]:
    """The places that a noun stands for: "Ruda", "the towns of Ruda and Belik", "Sel province", "the Ruda airport".

    plain: take a place without a name too ("the airport", "dozens of villages").
    """
    mention = _place_mention(view, token)
    inner = view.prepositional(token, "of")
    if mention is not None:
        return [filler(view, mention)]
    own = _compound_place(view, token)
    if own is not None and own.start > view.tokens[token].start - 40 and view.dependents(token, "compound", "nmod"):
        return [own]  # "the Sangin district of Helmand": the more exact
    if inner and (is_in(view, token, "where", "kinds") or is_in(view, token, "described", "measure")):
        found = [f for t in inner for f in site(view, t, plain=plain)]
        if found:
            return [_measured(view, token, f) for f in found]
    resolved = _resolved(view, token)
    if resolved is not None:
        return [resolved]
    if own is not None:
        return [own]
    if not plain and _is_site(view, token):  # "at a command post near Ruda"
        return sites_after(view, token, "in", "of", "near", "at", "outside", "on")
    if plain and view.tokens[token].tag[:1] == "N" and (_is_site(view, token)):
        return [_plain_site(view, token)]
    return []


def _measured(view: SentenceView, token: int, found: Filler) -> Filler:
    """As in "dozens of villages", "20 percent of the city": without a name the measure belongs to the description."""
    named = found.mention is not None and view.mention(found.mention).form == Form.NAME
    if named or not is_in(view, token, "described", "measure", "kept"):
        return found
    return Filler(start=phrase(view, token)[0], end=found.end, kind=found.kind)


def _resolved(view: SentenceView, token: int) -> Filler | None:
    """As in "the city", where the document says which."""
    for m, h in view.heads.items():
        mention = view.mention(m)
        if h == token and mention.form in {Form.NOMINAL, Form.PRONOUN} and mention.kind in SITES and view.is_name(m):
            return filler(view, m)
    return None


def _plain_site(view: SentenceView, token: int) -> Filler:
    """A place without a name, with the named one that it lies in ("airport in Ruda")."""
    kind = Kind.FACILITY if is_in(view, token, "described", "things", "building") else Kind.PLACE
    plain = described(view, token, kind)
    around = sites_after(view, token, "in", "of", "near", "at")
    if len(around) == 1 and 0 < around[0].start - plain.end <= 20:
        return Filler(start=plain.start, end=around[0].end, kind=kind)
    return plain


def sites_after(view: SentenceView, token: int, *prepositions: str, plain: bool = False) -> list[Filler]:
    """Places in the prepositional phrases below a token: those of the most exact phrase, with all it lists."""
    wanted = frozenset(prepositions) or words("where", "locative")
    return _sites_below(view, token, wanted, _preposition_tokens(view, token), plain)


def _sites_below(
    view: SentenceView, token: int, wanted: frozenset[str], brought_in: list[int], plain: bool
) -> list[Filler]:
    groups: list[tuple[tuple[int, int, int], list[Filler]]] = []
    for p in brought_in:
        if view.tokens[p].lemma not in wanted or _is_measured(view, p):
            continue
        found = _with_listed(view, [f for h in _objects_of(view, p) for f in site(view, h, plain=plain)])
        if not found and view.tokens[p].lemma == "aboard":
            found = [f for h in _objects_of(view, p) for f in vessel(view, h)]
        if found:
            groups.append((_rank(view, p, token, found), found))
    return max(groups, key=lambda g: g[0])[1] if groups else []


def sites_of(view: SentenceView, trigger: int, *, plain: bool = False) -> list[Filler]:
    """Where the thing that a verb or noun tells happens: looked for on itself, its arguments, then what it hangs on."""
    opening: list[Filler] = []
    steps = (
        _own,
        _of_arguments,
        _of_complement,
        _of_coordinated,
        _of_nested,
        _of_relative,
        _of_subject,
        _of_direction,
        _of_governor,
        _of_opening,
        _of_caption,
    )
    for step in steps:
        found = step(view, trigger, plain)
        if found and found[0].start > view.tokens[trigger].start:
            return found
        opening = opening or found  # "In Doran, he was seen speaking in Ruda": the later place is the more exact
    return opening


def _own(view: SentenceView, token: int, plain: bool) -> list[Filler]:
    found = sites_after(view, token, plain=plain)
    return found or ([] if view.tokens[token].tag[:1] == "V" else place_before(view, token))


def _of_arguments(view: SentenceView, token: int, plain: bool) -> list[Filler]:
    arguments = [c for a in view.dependents(token, *_ARGUMENTS) for c in view.conjuncts(a)]
    inside = [h for p in view.dependents(token, "agent", "prep") for h in view.dependents(p, "pobj")]
    for argument in reversed([*arguments, *inside]):
        found = sites_after(view, argument, plain=plain)
        if not found and argument in inside:  # "killed in the Ruda blast"
            found = place_before(view, argument)
        if found:
            return found
    return []


def _of_complement(view: SentenceView, token: int, plain: bool) -> list[Filler]:
    """As in "was seen giving a speech in Ruda", "was killed while fighting in Ruda"."""
    if view.tokens[token].tag[:1] != "V":
        return []
    for other in view.dependents(token, "xcomp", "advcl", "pcomp"):
        if view.tokens[other].text.lower().endswith("ing") and other > token:
            found = sites_after(view, other, plain=plain) or _of_arguments(view, other, plain)
            if found:
                return found
    return []


def _of_coordinated(view: SentenceView, token: int, plain: bool) -> list[Filler]:
    """As in "struck and killed in Ruda": the later verb's place; "In Ruda he met A and saw B": what opens it."""
    for other in view.dependents(token, "conj"):
        if (
            view.tokens[other].tag[:1] == "V"
            and not view.objects(token)
            and (other - token <= 4 or not view.dependents(other, "nsubj", "nsubjpass"))
        ):
            found = sites_after(view, other, plain=plain) or _of_arguments(view, other, plain)
            if found:
                return found
    if view.tokens[token].relation == "conj" and not view.dependents(token, "nsubj", "nsubjpass"):
        first = view.first_conjunct(token)
        if view.tokens[token].tag == view.tokens[first].tag == "VBG":  # "killing 12 and wounding five"
            return sites_of(view, first, plain=plain)
        subject = min(view.dependents(first, "nsubj", "nsubjpass"), default=first)
        opening = [p for p in view.dependents(first, "prep") if p < subject]
        for p in opening:
            found = [f for h in _objects_of(view, p) for f in site(view, h, plain=plain)]
            if found and view.tokens[p].lemma in words("where", "locative"):
                return _with_listed(view, found)
    return []


def _of_nested(view: SentenceView, token: int, plain: bool) -> list[Filler]:
    """As in "a deal with X in Ruda", "fire on protesters in Ruda": hung on the last noun."""
    todo, depth = [token], 0
    while todo and depth < 4:
        below = [
            c
            for t in todo
            for c in view.children[t]
            if view.tokens[c].relation in {"prep", "pobj", "dobj", "agent", "conj"}
        ]
        below = [c for c in below if c > token and (view.tokens[c].tag[:1] != "V" or is_noun(view, c))]
        for c in below:
            if view.tokens[c].tag[:1] in {"N", "C", "P", "V"}:
                found = sites_after(view, c, "in", "at", "near", "outside", plain=plain)
                if found:
                    return found
        todo, depth = below, depth + 1
    return []


def _of_relative(view: SentenceView, token: int, plain: bool) -> list[Filler]:
    """As in "Ruda, where 12 people died": the noun that the clause hangs on."""
    verb = view.clause(token)
    word = view.tokens[view.first_conjunct(verb)]
    where = any(view.tokens[c].lemma == "where" for v in view.conjuncts(verb) for c in view.dependents(v, "advmod"))
    return site(view, word.head, plain=plain) if word.relation == "relcl" and where else []


def _of_subject(view: SentenceView, token: int, plain: bool) -> list[Filler]:
    """As in "A strike near Ruda killed 12": the place of a subject that is itself something that happens."""
    own = view.dependents(token, "nsubj")
    if not own or view.tokens[own[0]].tag in {"WDT", "WP"}:
        own = view.subjects(token) if view.tokens[token].tag == "VBG" or own else []
    for subject in own:
        if not any(h == subject and view.mention(m).form == Form.NAME for m, h in view.heads.items()):
            found = sites_after(view, subject, plain=plain) or _of_nested(view, subject, plain)
            for done in view.dependents(subject, "acl") if not found else []:  # "a grenade thrown at a bar in Ruda"
                found = found or sites_after(view, done, plain=plain) or _of_arguments(view, done, plain)
        else:  # "attacks in Ruda, which killed 12", hung on the place: a place kills nobody
            found = _widest(view, subject) if view.tokens[token].relation == "relcl" else []
        if found:
            return found
    if view.tokens[token].relation == "conj" and not view.dependents(token, "nsubj", "nsubjpass"):
        first = view.first_conjunct(token)
        return _of_subject(view, first, plain) if first != token and view.tokens[first].relation != "conj" else []
    return []


def _of_opening(view: SentenceView, token: int, plain: bool) -> list[Filler]:
    """As in "Near Ruda, two strikes …; and …": a place that opens the sentence, when nothing nearer was said."""
    comma = next((i for i, t in enumerate(view.tokens) if t.text == ","), 0)
    if not 0 < comma < token or view.tokens[0].lemma not in words("where", "locative"):
        return []
    inside = [m for m in view.mentions if view.mention(m).end <= view.tokens[comma].start]
    if len(inside) != 1 or view.mention(inside[0]).kind not in SITES or view.mention(inside[0]).form != Form.NAME:
        return []
    return [filler(view, inside[0])]


def _widest(view: SentenceView, token: int) -> list[Filler]:
    """Of "the north of Ruda in Sel" as hung on Sel: Ruda, the more exact place that it stands below."""
    found = site(view, token)
    for _ in range(3):
        preposition = view.tokens[token].head
        above = view.tokens[preposition].head
        if view.tokens[token].relation != "pobj" or view.tokens[above].tag[:1] != "N" or not _is_site(view, above):
            break
        token, found = above, site(view, above) or found
    return found


def _of_caption(view: SentenceView, token: int, plain: bool) -> list[Filler]:
    """The only place that a preposition brings into a caption or headline, wherever the tree hangs it."""
    if view.block.role not in {Role.CAPTION, Role.HEADLINE}:
        return []
    found: dict[int, Filler] = {}
    for p, word in enumerate(view.tokens):
        if word.lemma in words("where", "locative") and word.tag in {"IN", "RB"} and not _is_measured(view, p):
            found.update({f.start: f for h in _objects_of(view, p) for f in site(view, h, plain=plain)})
    return list(found.values()) if len(found) == 1 else []


def _of_governor(view: SentenceView, token: int, plain: bool) -> list[Filler]:
    """Of a noun: the verb it depends on; of a participle or open complement: the verb it goes with."""
    if view.tokens[token].tag[:1] == "N":
        token = view.first_conjunct(token)
    word = view.tokens[token]
    if word.head == token or word.relation in {"relcl", "ccomp", "conj"} or word.tag in {"VBD", "VBZ", "VBP"}:
        return []
    for above in view.ancestors(token):
        relation = view.tokens[above].relation
        if view.tokens[above].tag[:1] == "V":
            found = sites_after(view, above, plain=plain) or _of_relative(view, above, plain)
            if not found and word.tag[:1] in {"N", "V"} and is_in(view, above, "presence", "motion", "verbs"):
                found = sites_after(view, above, "to", "into", plain=plain)  # "travelled to Ruda to meet X"
            if not found and word.tag == "VBG":
                found = _of_arguments(view, above, plain) or _of_objects(view, above)
                inner = view.dependents(above, "ccomp", "xcomp")
                found = found or [f for c in inner if c < token for f in sites_after(view, c, plain=plain)]
            return found
        if relation in {"relcl", "acl", "ccomp"}:
            return []
    return []


def _of_objects(view: SentenceView, verb: int) -> list[Filler]:
    """As in "attacked the village of Ruda, killing 12": the place that was struck."""
    return [f for o in view.undergoers(verb) for f in site(view, o) if f.kind != Kind.STATE]


def place_before(view: SentenceView, noun: int) -> list[Filler]:
    """A place that stands before a noun of action: "the Ruda bombing", a country by its full name too."""
    for child in view.dependents(noun, "compound", "nmod", "amod"):
        for m, h in view.heads.items():
            mention = view.mention(m)
            named = mention.kind in {Kind.PLACE, Kind.FACILITY} and mention.form == Form.NAME
            if h == child and (named or (mention.kind == Kind.STATE and is_country(view, m))):
                return [filler(view, m)]
    return []


def is_country(view: SentenceView, mention: int) -> bool:
    """Whether a mention is a country's own name ("Yemen"): no adjective ("Yemeni"), no short form ("US")."""
    text = view.mention(mention).text
    return text in {c["name"] for c in table("countries")["country"].values()} and not text.startswith("United")


def exact(view: SentenceView, found: list[Filler]) -> list[Filler]:
    """Without a state that only says where the place before it lies ("Ruda, Doran")."""
    kept: list[Filler] = []
    for f in found:
        between = view.document.text[kept[-1].end : f.start].strip() if kept else ""
        if kept and f.kind == Kind.STATE and kept[-1].kind != Kind.STATE and between == ",":
            continue
        kept.append(f)
    return kept


def vessel(view: SentenceView, token: int) -> list[Filler]:
    """A named ship or aircraft as a place to be on."""
    for t in [token, *view.appositives(token)]:
        for m, h in view.heads.items():
            if h == t and view.mention(m).kind == Kind.VEHICLE and view.mention(m).form == Form.NAME:
                return [filler(view, m)]
    return []


def _place_mention(view: SentenceView, token: int) -> int | None:
    headed = [m for m, h in view.heads.items() if h == token and view.mention(m).form != Form.ADJECTIVE]
    best = max(headed, key=lambda m: view.mention(m).end - view.mention(m).start, default=None)
    if best is None:
        best = view.mention_at(token)
    if best is None or view.mention(best).kind not in SITES:
        return None
    return best if view.mention(best).form == Form.NAME else None


def _compound_place(view: SentenceView, token: int) -> Filler | None:
    if view.tokens[token].tag[:1] != "N" or not _is_site(view, token):
        return None
    for relations in (("compound", "nmod", "appos"), ("poss",)):  # the name nearer to the noun first
        for child in reversed(view.dependents(token, *relations)):
            for m, h in view.heads.items():
                if h == child and view.mention(m).kind in SITES and view.mention(m).form == Form.NAME:
                    return filler(view, m)
    for child in view.dependents(token, "compound", "nmod", "poss"):  # "the Ruda operations room"
        for grandchild in view.dependents(child, "compound", "nmod"):
            for m, h in view.heads.items():
                if h == grandchild and view.mention(m).kind in SITES and view.mention(m).form == Form.NAME:
                    return filler(view, m)
    return None


def _is_site(view: SentenceView, token: int) -> bool:
    return (
        is_in(view, token, "described", "things", "site")
        or is_in(view, token, "described", "things", "ground")
        or is_in(view, token, "where", "kinds")
    )


def _preposition_tokens(view: SentenceView, token: int) -> list[int]:
    """Prepositions below a token, those after an adverb of direction included ("north of Ruda", "back in Sel")."""
    found = list(view.dependents(token, "prep", "dative", "agent"))
    for child in view.dependents(token, "advmod", "prt"):
        if view.tokens[child].lemma not in words("where", "directions"):
            found += view.dependents(child, "prep")
    for p in list(found):
        found += [q for q in view.dependents(p, "prep") if view.dependents(q, "pobj")]
    return sorted(set(found))


def _of_direction(view: SentenceView, token: int, plain: bool) -> list[Filler]:
    """"killed north of Ruda": only where no nearer place is told."""
    heads = [token, *(c for c in view.children[token] if view.tokens[c].tag[:1] in {"N", "V"})]
    for head in heads:
        directions = [c for c in view.children[head] if view.tokens[c].lemma in words("where", "directions")]
        below = [p for c in directions for p in view.dependents(c, "prep")]
        found = _sites_below(view, head, frozenset({"of"}), below, plain)
        if found:
            return found
    return []


def _objects_of(view: SentenceView, preposition: int) -> list[int]:
    heads = view.dependents(preposition, "pobj")
    if not heads:  # the tree lost it: a place that directly follows the preposition
        following = (
            preposition + 2 if view.words_from(preposition + 1, 1).lower() in {"the", "both"} else preposition + 1
        )
        heads = [
            h for m, h in view.heads.items()
            if following < len(view.tokens) and view.mention(m).start == view.tokens[following].start
            and view.mention(m).kind in SITES
        ]  # fmt: skip
    for inner in view.dependents(preposition, "prep", "pcomp"):
        heads += view.dependents(inner, "pobj")
    return [c for h in heads for c in _joined(view, h)]


def _joined(view: SentenceView, head: int) -> list[int]:
    """The coordination under a head; "Ruda, Doran" without "and" is one place with its country."""
    found = [head]
    members = view.conjuncts(head)
    if any(view.dependents(m, "cc") for m in members):
        found = members
    return found


def _is_measured(view: SentenceView, preposition: int) -> bool:
    before = range(max(0, preposition - 3), preposition)
    if view.tokens[preposition].lemma not in {"from", "of", "north", "south", "east", "west", "to", "off"}:
        before = range(max(0, preposition - 1), preposition)
        if view.tokens[preposition].lemma in {"in", "at", "near", "inside", "on"}:
            return False
    if not any(base(view, t) in words("where", "distance") and view.tokens[t].tag[:1] == "N" for t in before):
        return False
    return not any(view.tokens[t].lemma == "within" for t in range(max(0, preposition - 5), preposition))


def _with_listed(view: SentenceView, found: list[Filler]) -> list[Filler]:
    """The places and those listed after the last of them with "and", each once, whatever the tree says."""
    unique = {f.start: f for f in found}
    for f in found:
        if f.mention is not None:
            for m in listed(view, f.mention, SITES):
                unique.setdefault(view.mention(m).start, filler(view, m))
    return exact(view, [unique[k] for k in sorted(unique)])


def _rank(view: SentenceView, preposition: int, token: int, found: list[Filler]) -> tuple[int, int, int]:
    """More exact first: no state, after its verb rather than opening the sentence, nearest."""
    exact = 0 if all(f.kind == Kind.STATE for f in found) else 1
    after = 1 if preposition > token else 0
    named = 1 if all(f.mention is not None for f in found) else 0
    return exact + named, after, -abs(preposition - token)
