"""Where something happens: the places told on a verb or noun of action, its arguments, and what it hangs on."""

from __future__ import annotations

from reportedly.claims.arguments.elsewhere import NESTED, behind_description, of_direction, of_meanwhile, of_people
from reportedly.claims.arguments.incidents import head_of
from reportedly.claims.arguments.parties import filler
from reportedly.claims.arguments.same_scene import one_scene, scene_before
from reportedly.claims.arguments.sites import (
    is_measured,
    is_site,
    objects_of,
    place_before,
    site,
    sites_after,
    with_listed,
)
from reportedly.claims.extractor import Filler
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, is_in, is_noun, measured
from reportedly.records.document import Role
from reportedly.records.mention import AGENTS, SITES, Form, Kind
from reportedly.resources.lexicon import words

_ARGUMENTS = ("dobj", "nsubjpass", "attr", "oprd", "dative")


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
        of_direction,
        _of_governor,
        behind_description,
        of_meanwhile,
        _of_opening,
        _of_caption,
        _of_entry,
    )
    for step in steps:
        found = step(view, trigger, plain)
        if found and found[0].start > view.tokens[trigger].start:
            return _before_container(view, trigger, found) if step is _own else found
        opening = opening or found  # "In Doran, he was seen speaking in Ruda": the later place is the more exact
    return opening


def _before_container(view: SentenceView, verb: int, found: list[Filler]) -> list[Filler]:
    """Of "killed nine in an attack on Ruda, in Sel province", with the province hung on "killed", Ruda."""
    nearer = _of_arguments(view, verb, False) if view.tokens[verb].tag[:1] == "V" else []
    between = view.document.text[nearer[0].end : found[0].start].strip().lower() if nearer else ""
    inside = bool(nearer) and view.tokens[verb].start < nearer[0].start < found[0].start
    return nearer if inside and between.split()[:2] in ([",", "in"], [",", "near"]) else found


def scene_of(view: SentenceView, trigger: int) -> list[Filler]:
    """`sites_of`, or else the building without a name where it happened ("was killed outside the mosque")."""
    found = sites_of(view, trigger)
    plain = [] if found else sites_of(view, trigger, plain=True)
    return found or [f for f in plain if f.kind == Kind.FACILITY and not _is_struck(view, f)]


def _is_struck(view: SentenceView, found: Filler) -> bool:
    """As in "in an attack on a post": what was struck, not where somebody was."""
    before = view.document.text[view.sentence.start : found.start].lower().split()[-2:]
    return "on" in before or "against" in before


def site_beside(view: SentenceView, party: Filler) -> list[Filler]:
    """Where "between the army and the rebels in Ruda" hangs "in Ruda": on the party told last."""
    heads = [t for t, w in enumerate(view.tokens) if party.start <= w.start < party.end]
    return next((found for h in reversed(heads) if (found := sites_after(view, h, "in", "at", "near"))), [])


def _own(view: SentenceView, token: int, plain: bool) -> list[Filler]:
    found = sites_after(view, token, plain=plain) or _of_occurring(view, token)
    return found or ([] if view.tokens[token].tag[:1] == "V" else place_before(view, token))


def _of_occurring(view: SentenceView, noun: int) -> list[Filler]:
    """As in "the attack, which took place in Ruda", "strikes on X that occurred last week in Ruda"."""
    if not is_in(view, noun, "attack", "nouns", "sure") and not is_in(view, noun, "fighting", "clash", "nouns"):
        return []
    hosts = [noun, *(h for p in view.dependents(noun, "prep") for h in view.dependents(p, "pobj"))]
    clauses = [c for h in hosts for c in view.dependents(h, "relcl", "acl")]
    told = [c for c in clauses if is_in(view, c, "where", "occurring")]
    return next((found for c in told if (found := sites_after(view, c) or _of_arguments(view, c, False))), [])


def _of_arguments(view: SentenceView, token: int, plain: bool) -> list[Filler]:
    arguments = [c for a in view.dependents(token, *_ARGUMENTS) for c in view.conjuncts(a)]
    arguments = [*(i for a in arguments for i in view.prepositional(a, "include", "including")), *arguments]
    arguments += [
        c
        for a in arguments
        for b in view.dependents(a, "appos")
        for c in view.conjuncts(b)
        if view.dependents(c, "nummod")  # "killed two guards, one driver and three nurses in Ruda"
    ]
    brought = [p for p in view.dependents(token, "agent", "prep", "dative") if not _is_apart(view, p)]
    inside = [h for p in brought for h in view.dependents(p, "pobj")]
    inside = [measured(view, h) for h in inside]  # "in one of its raids on Ruda"
    for argument in reversed([*arguments, *inside]):
        found = sites_after(view, argument, plain=plain) or of_people(view, argument, plain)
        found = found or (_of_occurring(view, argument) if argument in inside else [])
        if not found and argument in inside and not _is_agent(view, argument):  # "killed in the Ruda blast"
            found = place_before(view, argument)
        if found:
            return found
    return []


def _is_agent(view: SentenceView, token: int) -> bool:
    """As in "fighting with the Ruda police": whose police, not where."""
    return any(view.mention(m).kind in AGENTS for m in view.headed.get(token, ()))


def _is_apart(view: SentenceView, preposition: int) -> bool:
    """Whether it brings in another scene.

    As in "according to doctors in Ruda", "arrested in connection with a raid in Ruda", "detained over a raid in Ruda".
    """
    below = view.dependents(preposition, "pobj")
    over = view.lows[preposition] == "over" and any(is_in(view, h, "attack", "nouns", "sure") for h in below)
    other = any(is_in(view, h, "where", "elsewhere") or is_in(view, h, "where", "causes") for h in below)
    return over or other or view.lows[preposition] == "according"


def _of_complement(view: SentenceView, token: int, plain: bool) -> list[Filler]:
    """As in "was seen giving a speech in Ruda", "was killed while fighting in Ruda"."""
    if view.tokens[token].tag[:1] != "V":
        return []
    for other in view.dependents(token, "xcomp", "advcl", "pcomp"):
        if view.tokens[other].text.lower().endswith("ing"):
            entered = is_in(view, other, "movement", "deploy", "transitive")  # "entering Ruda, they burned …"
            found = sites_after(view, other, plain=plain) or _of_arguments(view, other, plain) if other > token else []
            found = found or (_of_objects(view, other) if entered else [])
            if found:
                return found
    return []


def _of_coordinated(view: SentenceView, token: int, plain: bool) -> list[Filler]:
    """As in "struck and killed in Ruda": the later verb's place; "In Ruda he met A and saw B": what opens it."""
    elliptic = [
        other
        for other in view.dependents(token, "conj")
        if view.tokens[other].tag[:1] == "V"
        and not view.objects(token)
        and (other - token <= 4 or not view.dependents(other, "nsubj", "nsubjpass"))
        and not (is_in(view, token, "attack", "scene", "verbs") and base(view, other) == "be")
    ]
    scene = one_scene(view, token)
    for other in (*elliptic, *scene):
        found = sites_after(view, other, plain=plain) or _of_arguments(view, other, plain)
        found = found or (_of_nested(view, other, plain) if other in scene else [])
        if found:
            return found
    if view.tokens[token].relation == "conj" and not view.dependents(token, "nsubj", "nsubjpass"):
        first = view.first_conjunct(token)
        both = view.tokens[token].tag == view.tokens[first].tag == "VBG"
        if first != token and both:  # "killing 12 and wounding five", "entering Ruda and killing 12"
            return sites_of(view, first, plain=plain) or _of_objects(view, first)
        before = scene_before(view, token)
        if before is not None and (found := _of_objects(view, before) or sites_of(view, before, plain=plain)):
            return found
        subject = min(view.dependents(first, "nsubj", "nsubjpass"), default=first)
        opening = [p for p in view.dependents(first, "prep") if p < subject]
        for p in opening:
            found = [f for h in objects_of(view, p) for f in site(view, h, plain=plain)]
            if found and view.tokens[p].lemma in words("where", "locative"):
                return with_listed(view, found)
    return []


def _totals(view: SentenceView, token: int) -> bool:
    """As in "18 strikes consisting of 24 engagements in Doran"."""
    return view.tokens[token].relation == "acl" and view.tokens[token].lemma in {
        "consist",
        "total",
        "comprise",
        "include",
    }


def _of_nested(view: SentenceView, token: int, plain: bool) -> list[Filler]:
    """As in "a deal with X in Ruda", "fire on protesters in Ruda": hung on the last noun."""
    todo, depth = [token], 0
    while todo and depth < 6:
        below = [
            c
            for t in todo
            for c in view.children[t]
            if (view.tokens[c].relation in {"prep", "pobj", "dobj", "agent", "conj"} and not _is_apart(view, c))
            or _totals(view, c)
        ]
        below = [
            c for c in below if c > token and (view.tokens[c].tag[:1] != "V" or is_noun(view, c) or _totals(view, c))
        ]
        for c in below:
            if view.tokens[c].tag[:1] in {"N", "C", "P", "V"}:
                found = sites_after(view, c, *NESTED, plain=plain)
                if found:
                    return found
        todo, depth = below, depth + 1
    return []


def _of_relative(view: SentenceView, token: int, plain: bool) -> list[Filler]:
    """As in "Ruda, where 12 people died": the noun that the clause hangs on."""
    verb = view.clause(token)
    word = view.tokens[view.first_conjunct(verb)]
    where = any(view.tokens[c].lemma == "where" for v in view.conjuncts(verb) for c in view.dependents(v, "advmod"))
    if where and word.relation == "relcl":
        return site(view, word.head, plain=plain)
    return _before_where(view, verb)


def _before_where(view: SentenceView, verb: int) -> list[Filler]:
    """As in "in Ruda, which X holds and where 12 people died", hung elsewhere: the last place before "where"."""
    for t in range(verb - 1, 0, -1):
        word = view.tokens[t]
        if word.tag == "WRB" and word.lemma == "where" and view.tokens[t - 1].text.lower() in {",", "and"}:
            before = [m for m in view.mentions if view.mention(m).end <= word.start]
            named = [m for m in before if view.mention(m).form == Form.NAME and view.mention(m).kind in SITES]
            return [filler(view, named[-1])] if named else []
        if word.tag[:1] in {"V", ",", "W"} and word.relation not in {"aux", "auxpass"}:
            return []
    return []


def _of_subject(view: SentenceView, token: int, plain: bool) -> list[Filler]:
    """As in "A strike near Ruda killed 12": the place of a subject that is itself something that happens."""
    own = view.dependents(token, "nsubj") or [
        s for s in view.dependents(token, "csubj") if is_in(view, s, "attack", "weapons", "nouns")
    ]  # "Fighting around Ruda has claimed 300 lives"
    if not own or view.tokens[own[0]].tag in {"WDT", "WP"}:
        own = view.subjects(token) if view.tokens[token].tag == "VBG" or own else _told_act(view, token)
    for subject in own:
        named = [view.mention(m) for m in view.headed.get(subject, ())]
        if not any(m.form == Form.NAME and m.kind != Kind.EVENT for m in named):
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


def _told_act(view: SentenceView, verb: int) -> list[int]:
    """The act that did it: of "an attack in Ruda thought to have hit X", "said a raid on Ruda killed nine"."""
    word = view.tokens[verb]
    if word.relation == "xcomp":
        return [s for s in view.subjects(verb) if is_in(view, s, "attack", "nouns", "sure")]
    if word.relation == "ccomp" and word.tag in {"VBD", "VBN"}:
        told = [o for o in view.dependents(word.head, "dobj") if o < verb and view.subtree(o)[-1] == verb - 1]
        return [o for o in told if is_in(view, o, "attack", "nouns", "sure")]
    return []


def _of_opening(view: SentenceView, token: int, plain: bool) -> list[Filler]:
    """As in "Near Ruda, two strikes …; and …": a place that opens the sentence, when nothing nearer was said.

    So too "On Aug. 21 near Ruda two strikes destroyed …", before the subject and without a comma.
    """
    comma = next((i for i, t in enumerate(view.tokens) if t.text == ","), 0)
    if not 0 < comma < token or view.tokens[0].lemma not in words("where", "locative"):
        return _before_subject(view, token)
    inside = [m for m in view.mentions if view.mention(m).end <= view.tokens[comma].start]
    if len(inside) != 1 or view.mention(inside[0]).kind not in SITES or view.mention(inside[0]).form != Form.NAME:
        return _before_subject(view, token)
    return [filler(view, inside[0])]


def _before_subject(view: SentenceView, verb: int) -> list[Filler]:
    own = view.dependents(view.first_conjunct(verb), "nsubj", "nsubjpass")
    start = min((t for s in own for t in view.subtree(s)), default=0)
    if view.tokens[verb].tag[:1] != "V" or any(view.tokens[t].tag[:1] in {"V", "W"} for t in range(start)):
        return []
    found: list[Filler] = []
    for p in range(start):
        if view.tokens[p].lemma in words("where", "locative") and not is_measured(view, p):
            found = [f for h in objects_of(view, p) if h < start for f in site(view, h)] or found
    return [f for f in found if f.mention is not None and view.mention(f.mention).kind in SITES]


def _widest(view: SentenceView, token: int) -> list[Filler]:
    """Of "the north of Ruda in Sel" as hung on Sel: Ruda, the more exact place that it stands below."""
    found = site(view, token)
    for _ in range(3):
        preposition = view.tokens[token].head
        above = view.tokens[preposition].head
        if view.tokens[token].relation != "pobj" or view.tokens[above].tag[:1] != "N" or not is_site(view, above):
            break
        token, found = above, site(view, above) or found
    return found


def _of_caption(view: SentenceView, token: int, plain: bool) -> list[Filler]:
    """The only place that a preposition brings into a caption or headline, wherever the tree hangs it."""
    if view.block.role not in {Role.CAPTION, Role.HEADLINE}:
        return []
    found: dict[int, Filler] = {}
    for p, word in enumerate(view.tokens):
        if word.lemma in words("where", "locative") and word.tag in {"IN", "RB"} and not is_measured(view, p):
            found.update({f.start: f for h in objects_of(view, p) for f in site(view, h, plain=plain)})
    return list(found.values()) if len(found) == 1 else []


def _of_entry(view: SentenceView, token: int, plain: bool) -> list[Filler]:
    """As in "Ruda, 26 May: thirty settlers burnt cars": of all that the entry tells."""
    place = head_of(view).place
    return [] if place is None else [place]


def _of_governor(view: SentenceView, token: int, plain: bool) -> list[Filler]:
    """Of a noun: the verb it depends on; of a participle or open complement: the verb it goes with."""
    if view.tokens[token].tag[:1] == "N":
        token = view.first_conjunct(token)
    word = view.tokens[token]
    if word.tag == "VBN" and word.relation == "acl" and _is_in_subject(view, token):
        return []  # "the bodies of men abducted by X were found in Ruda": they were found there
    if word.head == token or word.relation in {"relcl", "ccomp", "conj"} or word.tag in {"VBD", "VBZ", "VBP"}:
        return []
    for above in view.ancestors(token):
        relation = view.tokens[above].relation
        if word.tag[:1] == "N" and view.tokens[above].lemma in words("where", "elsewhere"):
            return []  # "in response to the killing of X", "after the fall of Ruda": somewhere else
        if view.tokens[above].tag[:1] == "V":
            struck = _of_objects(view, above) if word.tag == "VBG" else []
            if any(f.kind == Kind.PLACE and f.mention is not None for f in struck):
                return struck  # "stormed the village of Ruda in Sel, killing 12": the more exact place
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


def _is_in_subject(view: SentenceView, token: int) -> bool:
    """Whether a participle stands inside the subject of another verb."""
    for above in view.ancestors(token):
        if view.tokens[above].tag[:1] == "V":
            return False
        if view.tokens[above].relation in {"nsubj", "nsubjpass"}:
            return True
    return False


def _of_objects(view: SentenceView, verb: int) -> list[Filler]:
    """As in "attacked the village of Ruda, killing 12": the place that was struck."""
    return [f for o in view.undergoers(verb) for f in site(view, o) if f.kind != Kind.STATE]
