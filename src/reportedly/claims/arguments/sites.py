"""Where: the places that prepositions bring in around a verb or a noun of action.

Places that only measure a distance ("50 km from Ruda") are none; "near", "outside", "the outskirts of" still give
the place.
"""

from __future__ import annotations

from reportedly.claims.arguments.lists import listed
from reportedly.claims.arguments.parties import described, filler
from reportedly.claims.extractor import Filler
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, is_in, phrase
from reportedly.records.mention import SITES, Form, Kind
from reportedly.resources.lexicon import table, words


def site(view: SentenceView, token: int, *, plain: bool = False) -> list[Filler]:
    """The places that a noun stands for: "Ruda", "the towns of Ruda and Belik", "Sel province", "the Ruda airport".

    plain: take a place without a name too ("the airport", "dozens of villages").
    """
    mention = _place_mention(view, token)
    inner = view.prepositional(token, "of")
    if mention is not None:
        return [filler(view, mention)]
    misnamed = _named_by_kind(view, token)
    if misnamed is not None:
        return [misnamed]
    own = _border(view, token) or _compound_place(view, token)
    if inner and is_in(view, token, "where", "settlements"):  # "the West Bank city of Ruda"
        named = [f for t in inner for f in site(view, t) if f.mention is not None]
        if named:
            return named
    if own is not None and own.start > view.tokens[token].start - 40 and view.dependents(token, "compound", "nmod"):
        return [own]  # "the Sangin district of Helmand": the more exact
    if inner and (is_in(view, token, "where", "kinds") or is_in(view, token, "described", "measure")):
        found = [f for t in inner for f in site(view, t, plain=plain)] or _named_after(view, token, inner)
        if found:
            return [_measured(view, token, f) for f in found]
    resolved = _resolved(view, token)
    if resolved is not None:
        return [resolved]
    if own is not None:
        return [own]
    if not plain and is_site(view, token):  # "at a command post near Ruda"
        return sites_after(view, token, "in", "of", "near", "at", "outside", "on")
    if plain and view.tokens[token].tag[:1] == "N" and (is_site(view, token)):
        return [_plain_site(view, token)]
    return []


def _border(view: SentenceView, token: int) -> Filler | None:
    """As in "near the border with Doran", "on the Doran border": a place that has no other name."""
    if base(view, token) not in {"border", "frontier"} or view.dependents(token, "poss"):  # "Sel's border with Doran"
        return None
    beyond, before = view.prepositional(token, "with"), view.dependents(token, "amod", "compound")
    for m, h in view.heads.items():
        mention = view.mention(m)
        if mention.kind not in {Kind.STATE, Kind.PLACE} or mention.form not in {Form.NAME, Form.ADJECTIVE}:
            continue
        if h in beyond and mention.form == Form.NAME:
            return Filler(start=view.tokens[token].start, end=mention.end, kind=Kind.PLACE)
        if h in before:
            said = view.document.text[mention.start : view.tokens[token].end]
            return Filler(start=mention.start, end=view.tokens[token].end, kind=Kind.PLACE, name=said)
    return None


def _named_after(view: SentenceView, token: int, inner: list[int]) -> list[Filler]:
    """Of "the state of Ruda", with Ruda taken for a body or a man, Ruda all the same."""
    if not is_in(view, token, "where", "sure_kinds"):
        return []
    named = [m for t in inner for m in view.headed.get(t, ()) if view.mention(m).form == Form.NAME]
    return [Filler(start=view.mention(m).start, end=view.mention(m).end, kind=Kind.PLACE) for m in named[:1]]


def _measured(view: SentenceView, token: int, found: Filler) -> Filler:
    """As in "dozens of villages", "20 percent of the city": without a name the measure belongs to the description."""
    named = found.mention is not None and view.mention(found.mention).form == Form.NAME
    if named or not is_in(view, token, "described", "measure", "kept"):
        return found
    if is_in(view, token, "where", "area_units"):  # "300 square miles of land" says no more than "300 square miles"
        start, end = phrase(view, token)
        return Filler(start=start, end=end, kind=found.kind)
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
    return sites_below(view, token, wanted, _preposition_tokens(view, token), plain)


def sites_below(
    view: SentenceView, token: int, wanted: frozenset[str], brought_in: list[int], plain: bool
) -> list[Filler]:
    """`sites_after` for given preposition tokens, of which those with a wanted lemma count."""
    groups: list[tuple[tuple[int, int, int], list[Filler]]] = []
    for p in brought_in:
        if view.tokens[p].lemma not in wanted or is_measured(view, p):
            continue
        heads = objects_of(view, p)
        found = with_listed(view, [f for h in heads for f in site(view, h, plain=plain)])
        found = found or [f for h in heads for f in _misread(view, p, h)]
        if not found and view.tokens[p].lemma == "aboard":
            found = [f for h in objects_of(view, p) for f in vessel(view, h)]
        if found:
            groups.append((_rank(view, p, token, found), found))
    return max(groups, key=lambda g: g[0])[1] if groups else []


def _misread(view: SentenceView, preposition: int, head: int) -> list[Filler]:
    """As in "in Ruda", with Ruda taken for a man of whom the report says nothing else: nothing happens inside a man."""
    if view.tokens[preposition].lemma not in words("where", "never_of_men"):
        return []
    for m, h in view.heads.items():
        mention, chain = view.mention(m), view.chain(m)
        alone = chain is None or len(chain.mentions) == 1
        one_word = " " not in mention.text and view.tokens[head].text[:1].isupper()
        if h == head and alone and one_word and mention.kind is Kind.PERSON and mention.form == Form.NAME:
            return [Filler(start=mention.start, end=mention.end, kind=Kind.PLACE)]
    return []


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
    headed = [m for m in view.headed.get(token, ()) if view.mention(m).form != Form.ADJECTIVE]
    best = max(headed, key=lambda m: view.mention(m).end - view.mention(m).start, default=None)
    if best is None:
        best = view.mention_at(token)
    if best is None or view.mention(best).kind not in SITES:
        return None
    return best if view.mention(best).form == Form.NAME else None


def _named_by_kind(view: SentenceView, token: int) -> Filler | None:
    """Of "in Sel Township", with "Sel Township" taken for a man or a body, the township: the name says so."""
    brought = view.tokens[token].relation == "pobj" and view.lows[view.tokens[token].head] in words("where", "locative")
    if not brought or not is_in(view, token, "where", "sure_kinds"):
        return None
    for m, head in view.heads.items():
        mention = view.mention(m)
        named = mention.form == Form.NAME and mention.kind in {Kind.PERSON, Kind.GROUP, Kind.ORGANISATION}
        if head == token and named and " " in mention.text and mention.text[:1].isupper():
            return Filler(start=mention.start, end=mention.end, kind=Kind.PLACE)
    return None


def _compound_place(view: SentenceView, token: int) -> Filler | None:
    if is_in(view, token, "where", "land_of_states"):  # "inside Doran territory", "on Doran soil"
        before = view.dependents(token, "amod")
        adjectives = [m for m, h in view.heads.items() if h in before and view.mention(m).form == Form.ADJECTIVE]
        if states := [m for m in adjectives if view.mention(m).kind == Kind.STATE]:
            return filler(view, states[-1])
    if view.tokens[token].tag[:1] != "N" or not is_site(view, token):
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


def is_site(view: SentenceView, token: int) -> bool:
    """Whether a noun says a kind of place, by the word tables."""
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


def objects_of(view: SentenceView, preposition: int) -> list[int]:
    """Head tokens that a preposition brings in, its coordination spread out."""
    heads = view.dependents(preposition, "pobj") or view.dependents(preposition, "dobj", "appos")
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


def is_measured(view: SentenceView, preposition: int) -> bool:
    """Whether a preposition only measures a distance ("12 km from Ruda"; "within 12 km of" still says where)."""
    before = range(max(0, preposition - 3), preposition)
    if view.tokens[preposition].lemma not in {"from", "of", "north", "south", "east", "west", "to", "off"}:
        before = range(max(0, preposition - 1), preposition)
        if view.tokens[preposition].lemma in {"in", "at", "near", "inside", "on"}:
            return False
    if not any(base(view, t) in words("where", "distance") and view.tokens[t].tag[:1] == "N" for t in before):
        return False
    return not any(view.tokens[t].lemma == "within" for t in range(max(0, preposition - 5), preposition))


def with_listed(view: SentenceView, found: list[Filler]) -> list[Filler]:
    """The places and those listed after the last of them with "and", each once, whatever the tree says."""
    unique = {f.start: f for f in found}
    for f in found:
        if f.mention is not None:
            for m in listed(view, f.mention, SITES):
                unique.setdefault(view.mention(m).start, filler(view, m))
            beyond = _beyond_container(view, f.mention)
            if beyond is not None:
                unique.setdefault(view.mention(beyond).start, filler(view, beyond))
    found = [unique[k] for k in sorted(unique)]
    named = [f for f in found if f.mention is not None and view.mention(f.mention).form == Form.NAME]
    # of "in Ruda and a warehouse in the south" Ruda, of "Ruda and the west of Sel" each once
    found = [
        f
        for f in found
        if f in named or not named or not is_in(view, _last(view, f), "described", "things", "building")
    ]
    inner = [f for f in found if any(f.start < g.start and g.end <= f.end for g in found)]
    return exact(view, [f for f in found if f not in inner])


def _last(view: SentenceView, found: Filler) -> int:
    return max((t for t, w in enumerate(view.tokens) if w.start < found.end), default=0)


def _beyond_container(view: SentenceView, mention: int) -> int | None:
    """Of "in the town of Ruda in the province of Sel, and the port of Belik", Ruda given: Belik."""
    end = view.mention(mention).end
    named = [m for m in view.mentions if view.mention(m).form == Form.NAME and view.mention(m).start >= end]
    if len(named) < 2 or any(view.mention(m).kind not in SITES for m in named[:2]):
        return None
    last, container, beyond = (view.mention(m) for m in (mention, *named[:2]))
    before = _plain_words(view.document.text[last.end : container.start])
    after = _plain_words(view.document.text[container.end : beyond.start])
    plain = words("where", "kinds") | {"in", "of"}
    raw = view.document.text[container.end : beyond.start]
    apart = "," in raw or len(after) > 1  # of "Ruda in Sel and Belik" Belik may lie beside Sel
    joined = apart and after[:1] == ["and"] and plain.issuperset(after[1:])
    return named[1] if joined and before[:1] == ["in"] and plain.issuperset(before) else None


def _plain_words(text: str) -> list[str]:
    """The words between two places without articles, commas and directions."""
    found = text.lower().replace(",", " ").split()
    return [w for w in found if w != "the" and (w not in words("where", "directions") and not w.endswith("ern"))]


def _rank(view: SentenceView, preposition: int, token: int, found: list[Filler]) -> tuple[int, int, int]:
    """More exact first: no state, after its verb rather than opening the sentence, nearest."""
    exact = 0 if all(f.kind == Kind.STATE for f in found) else 1
    after = 1 if preposition > token else 0
    named = 1 if all(f.mention is not None for f in found) else 0
    return exact + named, after, -abs(preposition - token)
