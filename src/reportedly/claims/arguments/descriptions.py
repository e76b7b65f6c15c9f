"""Of whom a describing noun is said: "X, the head of Y", "Y's head X", "X is the head of Y", "named X as its head".

One answer for all families that read who someone is: offices, membership, kin, nationality, units of a body.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

import msgspec

from reportedly.claims.arguments.across import across_comma, before_bracket, body_before, next_in_list, who_is_born
from reportedly.claims.arguments.aliased import bearer
from reportedly.claims.arguments.fields import entered, row_holder
from reportedly.claims.arguments.holding import name_before_office, subject_of, verb_of_post
from reportedly.claims.arguments.lists import listed
from reportedly.claims.arguments.parties import filler, parties
from reportedly.claims.arguments.titles import stands_before
from reportedly.claims.extractor import Filler
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base
from reportedly.records.claim import Modality
from reportedly.records.mention import Form, Kind
from reportedly.resources.lexicon import words

_MADE = frozenset({"oprd", "attr", "dobj", "ccomp", "xcomp"})


class Link(StrEnum):
    """What ties the description to the one it is said of."""

    TITLE = "title"  # "Y leader X"
    APPOSITION = "apposition"  # "X, the leader of Y", "the leader of Y, X"
    NAMED = "named"  # "a unit called X"
    EXAMPLE = "example"  # "leaders including X and Z"
    COPULA = "copula"  # "X is the leader of Y", "X, who is the leader of Y"
    AS = "as"  # "X was named leader of Y", "X serves as leader of Y"


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """A description and one party it is said of.

    noun: head token of the description; trigger: the token that says it (the verb of a copula, else the noun).
    place: number in a list of holders.
    identity: it only says who someone is, so that no attribution of the sentence reaches it. ended: the words say that
    it is over ("succeeded X as leader" of X). modality: what the verb gives ("was identified as").
    """

    noun: int
    holder: Filler
    link: Link
    trigger: int
    identity: bool
    place: int = 0
    ended: bool = False
    modality: Modality | None = None


def said_of(view: SentenceView, noun: int, kinds: frozenset[Kind]) -> list[Said]:
    """All parties of some kinds that a noun is said of, in order; coordinated descriptions share their holder."""
    for stand in _stands(view, noun):
        own = list(_own(view, stand, kinds))
        if own:
            return [
                msgspec.structs.replace(s, noun=noun, trigger=noun if s.trigger == stand else s.trigger) for s in own
            ]
    for other in _beside(view, noun):
        joint = other in view.dependents(noun, "conj")  # "Deputy Premier and Minister of Trade X"
        shared = [s for s in _own(view, other, kinds) if joint or s.link != Link.TITLE]
        if shared:
            return [
                msgspec.structs.replace(s, noun=noun, trigger=noun if s.trigger == other else s.trigger) for s in shared
            ]
    return []


def is_known(view: SentenceView, found: Filler) -> bool:
    """Whether a party has a name, here or elsewhere in the document."""
    if found.mention is not None and view.is_name(found.mention):
        return True
    return any(
        view.mention(m).form == Form.NAME and found.start <= view.mention(m).start and view.mention(m).end <= found.end
        for m in view.mentions
    )


def words_of(view: SentenceView, found: Filler) -> str:
    """The words of a filler as they stand."""
    return view.document.text[found.start : found.end]


def holders(view: SentenceView, tokens: Iterable[int], kinds: frozenset[Kind]) -> list[Filler]:
    """The parties among some head tokens; a description too, when the document says whose it is."""
    found: dict[int, Filler] = {}
    for token in (bearer(view, t) for t in tokens):
        named = view.tokens[token].tag == "NN" and view.tokens[min(token + 1, len(view.tokens) - 1)].tag in {
            "VBN",
            "VBD",
        }
        called = [n.holder for n in named_after(view, token, kinds)] if named else []
        here = called[:1] or parties(view, [token], kinds)  # "a man named X"
        if not here:
            headed = [m for m in view.headed.get(token, ()) if view.mention(m).form == Form.NOMINAL]
            here = [filler(view, m) for m in headed[:1] if view.mention(m).kind in kinds and view.is_name(m)]
        for one in here:
            found.setdefault(one.start, one)
    return list(found.values())


def first_token(view: SentenceView, start: int) -> int:
    """The token that holds a character, or the first after it."""
    return next((i for i, t in enumerate(view.tokens) if t.end > start), len(view.tokens) - 1)


def last_token(view: SentenceView, end: int) -> int:
    """The last token that begins before a character."""
    return max((i for i, t in enumerate(view.tokens) if t.start < end), default=0)


def _stands(view: SentenceView, noun: int) -> list[int]:
    """The noun, and what stands for it in the tree: "one" of "one of the leaders", "designate" after a hyphen."""
    found = [noun]
    token = view.tokens[noun]
    above = view.tokens[token.head]
    if (
        token.relation == "pobj"
        and above.lemma == "of"
        and view.tokens[above.head].lemma in words("offices", "words", "one")
    ):
        found.insert(0, above.head)
    if noun > 3 and {view.tokens[noun - 1].text, view.tokens[noun - 3].text} <= {"-", "‑"}:  # "second-in-command"
        found.insert(0, noun - 4)
    if noun > 1 and view.lows[noun - 2 : noun] == ("second", "in"):
        found.insert(0, noun - 2)
    if token.relation == "compound" and noun + 2 == token.head and view.tokens[noun + 1].text in {"-", "‑"}:
        found.insert(0, token.head)
    return found


def _own(view: SentenceView, noun: int, kinds: frozenset[Kind]) -> Iterator[Said]:
    seen: set[int] = set()
    for found in (_titled, _apposed, named_after, _copular, _as, _exemplified, _entered):
        for number, said in enumerate(found(view, noun, kinds)):
            if said.holder.start not in seen and is_known(view, said.holder):
                seen.add(said.holder.start)
                yield msgspec.structs.replace(said, place=number)
        if seen:
            return


def _beside(view: SentenceView, noun: int) -> Iterator[int]:
    """Descriptions coordinated with this one: "X, head of Y and founder of Z", whatever "founder" is tied to."""
    token = view.tokens[noun]
    if token.text[:1].isupper() and not view.dependents(noun, "det"):
        yield from (c for c in view.dependents(noun, "conj") if c > noun and view.tokens[c].text[:1].isupper())
    if token.relation != "conj":
        return
    first = view.first_conjunct(noun)
    yield first
    if view.tokens[first].relation == "pobj":  # "head of Y and founder of Z" read as "of (Y and founder)"
        above = view.tokens[view.tokens[first].head].head
        yield above
        if view.tokens[above].relation == "conj":
            yield view.first_conjunct(above)


def _titled(view: SentenceView, noun: int, kinds: frozenset[Kind]) -> Iterator[Said]:
    for m in view.mentions:
        mention = view.mention(m)
        if mention.form != Form.NAME or mention.kind not in kinds or view.tokens[noun].start >= mention.start:
            continue
        first = first_token(view, mention.start)
        if not stands_before(view, noun, first, m):
            continue
        plural = view.tokens[noun].tag in {"NNS", "NNPS"}
        for one in listed(view, m, frozenset({mention.kind})) if plural else [m]:
            yield Said(noun=noun, holder=filler(view, one), link=Link.TITLE, trigger=noun, identity=True)
        return


def _apposed(view: SentenceView, noun: int, kinds: frozenset[Kind]) -> Iterator[Said]:
    token = view.tokens[noun]
    heads: list[int] = []
    if token.relation == "appos":
        listed_before = [c for c in view.conjuncts(token.head) if c < noun]
        heads = [token.head, *view.conjuncts(token.head)] if token.tag in {"NNS", "NNPS"} else listed_before[-1:]
        elsewhere = who_is_born(view, token.head) or body_before(view, noun) or next_in_list(view, noun)
        heads = before_bracket(view, noun) or elsewhere or heads
    elif token.relation == "conj":
        heads = body_before(view, noun)
    heads += [c for a in view.dependents(noun, "appos") for c in view.conjuncts(a) if _is_named(view, c, kinds)]
    if not heads and token.tag in {"NNS", "NNPS"}:
        heads = [c for d in _enumerated(view, noun) for c in view.conjuncts(d) if _is_named(view, c, kinds)]
    if not heads:  # "a spokesman for Y, X, denied it", with X hung on Y
        inner = [a for p in view.prepositional(noun) if view.is_body(p) for a in view.dependents(p, "appos")]
        heads = [a for a in inner if view.is_person(a)]
    heads = [s for h in heads for s in (subject_of(view, h) or [h])]  # "X is the head of Y, the leader of Z"
    told = holders(view, dict.fromkeys(heads), kinds) or holders(view, across_comma(view, noun, kinds), kinds)
    for holder in told:
        yield Said(noun=noun, holder=holder, link=Link.APPOSITION, trigger=noun, identity=True)


def _is_named(view: SentenceView, token: int, kinds: frozenset[Kind]) -> bool:
    return any(
        h == token and view.mention(m).form == Form.NAME and view.mention(m).kind in kinds
        for m, h in view.heads.items()
    )


def _enumerated(view: SentenceView, noun: int) -> list[int]:
    """Names that follow a plural with a comma, read as more of the list ("the leaders of A and B, X and Y, met")."""
    return [
        c
        for c in view.dependents(noun, "conj")
        if not view.dependents(noun, "cc") and any(view.tokens[i].text in {",", ":"} for i in range(noun + 1, c))
    ]


def named_after(view: SentenceView, noun: int, kinds: frozenset[Kind]) -> Iterator[Said]:
    """As in "the elite unit called X", "an officer named X", "a group within Y known as X"."""
    for verb in range(noun + 1, min(noun + 8, len(view.tokens) - 1)):
        tag = view.tokens[verb].tag
        if tag == "," and view.tokens[verb + 1].tag == "VBN":
            continue  # "its youth wing, known as X"
        if tag in {"VBN", "VBD"} and base(view, verb) in words("offices", "verbs", "naming"):
            begin = verb + 1 + (view.tokens[verb + 1].lemma in {"as", "simply"})
            begin += begin < len(view.tokens) and view.tokens[begin].tag == "DT"
            for m in view.mentions:
                mention = view.mention(m)
                starts = begin < len(view.tokens) and abs(mention.start - view.tokens[begin].start) <= 1
                if starts and mention.form == Form.NAME and mention.kind in kinds:
                    yield Said(noun=noun, holder=filler(view, m), link=Link.NAMED, trigger=noun, identity=True)
                    return
        if tag in {"NN", "NNS", ","} or tag[:1] in {"V", "M"}:
            return


def _exemplified(view: SentenceView, noun: int, kinds: frozenset[Kind]) -> Iterator[Said]:
    """As in "leaders including X and Z", "groups such as X"."""
    if view.tokens[noun].tag not in {"NNS", "NNPS"}:
        return
    below = [noun, *[c for p in view.dependents(noun, "prep") for c in view.dependents(p, "pobj")]]
    for above in below:
        for p in view.dependents(above, "prep"):
            named = [c for h in view.dependents(p, "pobj") for c in view.conjuncts(h)]
            if view.tokens[p].lemma not in {"include", "including", "as", "like"} or p < noun:
                continue
            for holder in parties(view, [c for c in named if _is_named(view, c, kinds)], kinds):
                yield Said(noun=noun, holder=holder, link=Link.EXAMPLE, trigger=noun, identity=True)


def _entered(view: SentenceView, noun: int, kinds: frozenset[Kind]) -> Iterator[Said]:
    """As in "X – born 1970 – commander of Y", "X; position: commander of Y": of the head of the entry."""
    head = entered(view, noun) or row_holder(view, noun)
    if head is not None and head.kind in kinds:
        yield Said(noun=noun, holder=head, link=Link.APPOSITION, trigger=noun, identity=True)


def _copular(view: SentenceView, noun: int, kinds: frozenset[Kind]) -> Iterator[Said]:
    token = view.tokens[noun]
    verb = token.head
    acting = token.relation == "dobj" and view.lows[verb] == "acting" and verb == noun - 1  # "was acting head of Y"
    being = token.relation in {"attr", "oprd", "acomp"} and base(view, verb) in words("offices", "verbs", "being")
    if being or acting:
        relative = view.tokens[verb].relation == "relcl"
        for holder in holders(view, view.subjects(verb), kinds):
            yield Said(noun=noun, holder=holder, link=Link.COPULA, trigger=verb, identity=relative)
    preposition = view.tokens[verb]
    if token.relation == "pobj" and preposition.lemma == "among" and base(view, preposition.head) == "be":
        for holder in holders(view, view.subjects(preposition.head), kinds):  # "X was among the founders of Y"
            yield Said(noun=noun, holder=holder, link=Link.COPULA, trigger=preposition.head, identity=False)
    if token.relation == "nsubj" and base(view, verb) == "include":  # "members of Y include X and Z"
        names = [c for c in view.objects(verb) if _is_named(view, c, kinds)]
        for holder in holders(view, names, kinds):
            yield Said(noun=noun, holder=holder, link=Link.EXAMPLE, trigger=verb, identity=False)
    if token.relation in {"nsubj", "csubj"} and base(view, verb) == "be":
        said = [c for a in view.dependents(verb, "attr", "oprd") for c in view.conjuncts(a)]
        said = [c for c in said if _is_named(view, c, kinds) or any(named_after(view, c, kinds))]
        for holder in holders(view, said, kinds):
            yield Said(noun=noun, holder=holder, link=Link.COPULA, trigger=verb, identity=False)


def _as(view: SentenceView, noun: int, kinds: frozenset[Kind]) -> Iterator[Said]:
    """As in "named X (as) its head", "X serves as head of Y", "as head of Y, X …", "X replaced Z as head of Y"."""
    token = view.tokens[noun]
    held = verb_of_post(view, noun)
    if held is not None:
        for holder in holders(view, view.subjects(held), kinds):
            yield Said(noun=noun, holder=holder, link=Link.AS, trigger=held, identity=False)
        return
    preposition = view.tokens[token.head].lemma if token.relation == "pobj" else ""
    above = view.tokens[token.head].head
    if preposition == "as" or (preposition == "to" and base(view, above) in words("offices", "verbs", "raises")):
        verb = above
    elif token.relation in _MADE and base(view, token.head) in words("offices", "verbs", "makes"):
        verb = token.head
    else:
        return
    name = base(view, verb)
    if view.lows[verb] == "capacity":  # "in his capacity as head of Y, X …"
        verb = view.clause(verb)
    if view.tokens[verb].tag[:1] != "V":
        yield from _as_noun(view, noun, verb, kinds)
        return
    if name in words("offices", "verbs", "follows"):
        yield from _followed(view, noun, verb, kinds)
        return
    passive = view.is_passive(verb)
    given = [o for o in [*view.objects(verb), *view.dependents(noun, "nsubj")] if o != noun]
    given = given or [o for o in view.dependents(verb, "oprd") if o != noun and _is_named(view, o, kinds)]
    makes = name in words("offices", "verbs", "makes") or name in words("offices", "verbs", "calls")
    ended = name in words("offices", "verbs", "ends")
    itself = [o for o in given if view.lows[o].endswith("self")]  # "described himself as head of Y"
    heads = view.subjects(verb) if passive or itself or not (given and (makes or ended)) else given
    if makes and not passive and not given:
        heads = name_before_office(view, noun)  # "appointed Varek head of Y", read as one phrase
    loose = name not in words("offices", "verbs", "makes") or (passive and preposition == "as")  # "named X head of Y"
    modality = Modality.REPORTED if loose and name in words("offices", "verbs", "calls") else None
    for holder in holders(view, heads, kinds):
        yield Said(noun=noun, holder=holder, link=Link.AS, trigger=verb, identity=False, modality=modality, ended=ended)


def _as_noun(view: SentenceView, noun: int, above: int, kinds: frozenset[Kind]) -> Iterator[Said]:
    """As in "the appointment of X as head of Y", "with X as its head"."""
    name = base(view, above)
    if name in words("offices", "appointed", "nouns") | words("offices", "removed", "nouns"):
        heads = [*view.prepositional(above, "of"), *view.dependents(above, "poss")]
        ended = name in words("offices", "removed", "nouns")
    elif name in words("offices", "words", "heirs"):  # "X, Y's successor as head of Z": X and Y
        heads, ended = [*view.dependents(above, "poss"), *view.appositives(above)], False
    elif _is_named(view, above, kinds) and view.tokens[above].relation in {"dobj", "pobj"}:
        heads, ended = [above], False
    else:
        return
    for holder in holders(view, heads, kinds):
        link = Link.APPOSITION if name in words("offices", "words", "heirs") else Link.AS
        yield Said(noun=noun, holder=holder, link=link, trigger=above, identity=link != Link.AS, ended=ended)


def _followed(view: SentenceView, noun: int, verb: int, kinds: frozenset[Kind]) -> Iterator[Said]:
    """As in "X succeeded Z as head of Y", "Doran replaced Z with X as head of Y": X is, Z was."""
    new = holders(view, view.prepositional(verb, "with"), kinds) and view.prepositional(verb, "with")
    below = view.subtree(noun) if view.is_passive(verb) else []  # "as head of Y by X", with "by" hung on "Y"
    doers = view.doers(verb) or [h for t in below for h in view.prepositional(t, "by")]
    for heads, ended in ((new or doers, False), (view.undergoers(verb), True)):
        for holder in holders(view, heads, kinds):
            yield Said(noun=noun, holder=holder, link=Link.AS, trigger=verb, identity=False, ended=ended)
