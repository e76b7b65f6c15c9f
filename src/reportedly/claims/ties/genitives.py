"""Bonds that "of" or an owner alone carry: "the Third Guard of Ilo Varek", "Varek's Night Unit" (leads), "the Belik
unit of the Third Guard" (part_of), "Colonel Ilo Varek of the Third Guard" (member_of).

The words give no verb and no office, so that only names are tied by them, and bodies by a noun of the table. Whose a
body is says something of a person only: "Doran's Third Guard" is a name, "the government of Doran" no bond.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from reportedly.claims.arguments.descriptions import said_of
from reportedly.claims.arguments.lists import listed
from reportedly.claims.arguments.parties import filler
from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base, reach
from reportedly.records.mention import BODIES, FORCES, Form, Kind
from reportedly.resources.lexicon import words

_PERSON = frozenset({Kind.PERSON})


def led_by_name(view: SentenceView) -> Iterator[Draft]:
    """As in "the Third Guard of Ilo Varek", "Varek's Night Unit", "the breakaway faction of Ilo Varek"."""
    for noun, body in _led(view):
        named = body.mention is not None and view.mention(body.mention).form == Form.NAME
        for person in _after_of(view, noun, body):
            yield from _draft(view, "leads", noun, person, body, "leads-of")
        for unit, person in _swallowed(view, body) if named else ():
            yield from _draft(view, "leads", noun, person, unit, "leads-of-name")
        for person in _in_brackets(view, body) if named else ():
            yield from _draft(view, "leads", noun, person, body, "leads-brackets")
        if _can_be_owned(view, noun, body, named=named):
            for person in _whose(view, noun, body):
                yield from _draft(view, "leads", noun, person, body, "leads-whose")


def _led(view: SentenceView) -> Iterator[tuple[int, Filler]]:
    """Bodies with a name, and those described by a noun that tells whose they are ("junta", "breakaway faction")."""
    yield from _named(view, FORCES)
    for m, noun in view.heads.items():
        mention = view.mention(m)
        if mention.form == Form.NOMINAL and base(view, noun) in words("offices", "leads", "of_person"):
            named = _name_before(view, noun)
            above = view.tokens[noun].relation == "appos"
            beside = [view.tokens[noun].head] if above else view.dependents(noun, "appos")
            apposed = [n for n, h in view.heads.items() if h in beside and view.mention(n).form == Form.NAME]
            apposed = [n for n in apposed if view.mention(n).kind in BODIES]
            if apposed:
                yield noun, filler(view, apposed[0])  # "the Third Guard, the militia of Ilo Varek"
            elif named is not None or mention.kind in FORCES:
                yield noun, _unit(view, noun) if named is None else named


def _name_before(view: SentenceView, noun: int) -> Filler | None:
    """Of "his Marada militia" the name with its noun."""
    ends = view.tokens[noun - 1].end if noun else -1
    for m in view.mentions:
        mention = view.mention(m)
        if mention.end == ends and mention.form == Form.NAME and mention.kind in BODIES:
            return Filler(start=mention.start, end=view.tokens[noun].end, kind=Kind.GROUP, mention=m)
    return None


def _after_of(view: SentenceView, noun: int, body: Filler) -> list[Filler]:
    """The person whom "of" puts behind a body, also where the tree hung him elsewhere."""
    found = [p for head in view.prepositional(noun, "of") for p in _names_at(view, head, _PERSON)]
    last = max((i for i, t in enumerate(view.tokens) if t.end <= body.end), default=noun)
    if found or view.words_from(last + 1, 1).lower() != "of" or last + 2 >= len(view.tokens):
        return found
    begin = view.tokens[last + 2].start
    for m in view.mentions:
        mention = view.mention(m)
        start = mention.start - len(mention.title or "") - bool(mention.title)
        if begin in {start, mention.start} and mention.form == Form.NAME and mention.kind == Kind.PERSON:
            return [filler(view, m)]
    return []


def _swallowed(view: SentenceView, body: Filler) -> Iterator[tuple[Filler, Filler]]:
    """Of "the Fifth Corps of (General) Ilo Varek", read as one name, the corps and its head."""
    inside = [i for i, t in enumerate(view.tokens) if body.start <= t.start and t.end <= body.end]
    for of in inside[1:-1]:
        ranked = view.lows[of + 1].rstrip(".") in words("titles", "ranks")
        person = ranked or (view.lows[of + 1] in _given() and inside[-1] > of + 1)
        unit = view.lows[of - 1] in words("offices", "leads", "of_person") | words("membership", "part", "named_units")
        if view.lows[of] == "of" and person and unit and all(view.tokens[t].tag[:2] == "NN" for t in inside if t > of):
            first = of + 1 + ranked
            if first <= inside[-1]:
                yield (
                    Filler(start=body.start, end=view.tokens[of - 1].end, kind=body.kind, mention=body.mention),
                    Filler(start=view.tokens[first].start, end=body.end, kind=Kind.PERSON),
                )
            return


@cache
def _given() -> frozenset[str]:
    return frozenset(name for group in words("given_names") for name in group.split())


def _in_brackets(view: SentenceView, body: Filler) -> list[Filler]:
    """The officer in "the Coastal Command (Admiral Ilo Varek)": a name with a rank, alone in brackets."""
    text = view.document.text
    for m in view.mentions:
        mention = view.mention(m)
        if mention.form == Form.NAME and mention.kind == Kind.PERSON and mention.title:
            before, after = text[body.end : mention.start].strip(), text[mention.end : mention.end + 1]
            ranked = mention.title.lower().replace(".", "") in words("titles", "ranks")
            if ranked and after == ")" and before in {"(", f"({mention.title}", f"( {mention.title}"}:
                return [filler(view, m)]
    return []


def _can_be_owned(view: SentenceView, noun: int, body: Filler, *, named: bool) -> bool:
    """Whether an owner heads it: a group, a unit; an office of state ("X's Justice Department") has other heads."""
    if not named:
        held = body.mention is not None and view.mention(body.mention).form == Form.NAME
        return held or base(view, noun) in words("offices", "leads", "owned")
    return body.kind == Kind.GROUP or view.lows[noun] in words("offices", "leads", "owned_units")


def _whose(view: SentenceView, noun: int, body: Filler) -> list[Filler]:
    """The person before "'s", or whom "his" and "whose" stand for."""
    found: list[Filler] = []
    for token in view.dependents(noun, "poss"):
        if view.tokens[token].tag == "WP$":
            clause = next((a for a in view.ancestors(token) if view.tokens[a].relation == "relcl"), None)
            found += [] if clause is None else _names_at(view, view.tokens[clause].head, _PERSON)
        elif view.tokens[token].tag == "PRP$":
            mention = view.mention_at(token)
            unit = body.kind == Kind.GROUP or view.lows[noun] in words("offices", "leads", "owned_units")
            own = mention is not None and unit and view.is_name(mention)
            found += [filler(view, mention)] if own and mention is not None and _is_person(view, mention) else []
        else:
            found += _names_at(view, token, _PERSON)
    return [p for p in found if p.end <= body.start or p.start >= body.end]


def _is_person(view: SentenceView, mention: int) -> bool:
    return view.mention(mention).kind == Kind.PERSON


def belonging(view: SentenceView) -> Iterator[Draft]:
    """As in "the Belik unit of the Third Guard", "Colonel Ilo Varek of the Third Guard"."""
    for noun, one in _named(view, BODIES | {Kind.PERSON}):
        human = one.kind == Kind.PERSON
        for body in _owners(view, noun):
            if human and view.lows[noun] in words("offices", "nouns", "head"):
                continue  # "Commander of Y", taken for a name
            if not human or body.kind == Kind.GROUP or _is_party(view, body):  # an officer of an army has an office
                rule = "member-of" if human else "part-of"
                yield from _draft(view, "member_of" if human else "part_of", noun, one, body, rule)
        for party in _party_behind(view, one) if human else ():
            yield from _draft(view, "member_of", noun, one, party, "member-brackets")
        if not human:
            yield from _listed_in(view, noun, one)
            yield from _within_name(view, noun, one)
            yield from _whole_in_brackets(view, noun, one)
    for noun, word in enumerate(view.tokens):
        unit = word.tag == "NN" and base(view, noun) in words("membership", "part", "nouns")
        pair = f"{view.words_from(noun - 1, 1).lower()} {base(view, noun)}" if unit else ""
        unit = unit and pair not in words("membership", "split", "nouns") and _is_body(view, noun)
        if unit and not said_of(view, noun, BODIES):
            for body in _owners(view, noun):
                yield from _draft(view, "part_of", noun, _unit(view, noun), body, "part-of-noun")
        if word.lemma in {"both", "all"} and word.tag == "DT" and noun > 1 and view.tokens[noun - 1].text == ",":
            for body in _owners(view, noun):
                for person in _people_before(view, noun):
                    yield from _draft(view, "member_of", noun, person, body, "member-of")


def _is_party(view: SentenceView, body: Filler) -> bool:
    """Whether a name is that of a party by its last word."""
    last = view.document.text[body.start : body.end].lower().split()[-1]
    return body.kind in {Kind.GROUP, Kind.ORGANISATION} and last in words("membership", "member", "parties")


def _party_behind(view: SentenceView, one: Filler) -> list[Filler]:
    """The party in "Ilo Varek (Civic Union) won a seat"."""
    text = view.document.text
    if text[one.end : one.end + 2] != " (":
        return []
    alone = [m for m in view.mentions if view.mention(m).start == one.end + 2 and text[view.mention(m).end] == ")"]
    return [f for f in (filler(view, m) for m in alone if view.mention(m).form == Form.NAME) if _is_party(view, f)]


def _listed_in(view: SentenceView, noun: int, one: Filler) -> Iterator[Draft]:
    """As in "the Dawn Alliance of the X, the Y and the Z", "the Alliance of the X, …" read as one name: its members."""
    inside = [i for i, t in enumerate(view.tokens) if one.start <= t.start and t.end <= one.end]
    wholes = words("offices", "leads", "wholes")
    of = next((i for i in inside[1:-2] if view.lows[i] == "of" and view.lows[i - 1] in wholes), None)
    if of is not None and one.mention is not None:
        first = of + 1 + (view.lows[of + 1] == "the")
        parts = [Filler(start=view.tokens[first].start, end=one.end, kind=one.kind)]
        parts += [filler(view, m) for m in listed(view, one.mention, BODIES)[1:]]
        whole = Filler(start=one.start, end=view.tokens[of - 1].end, kind=one.kind, mention=one.mention)
    elif view.lows[noun] in wholes and view.words_from(inside[-1] + 1, 1) == "of":
        behind = inside[-1] + 2 + (view.words_from(inside[-1] + 2, 1).lower() == "the")
        begins = view.tokens[behind].start if behind < len(view.tokens) else -1
        named = [m for m in view.mentions if view.mention(m).start == begins and view.mention(m).kind in BODIES]
        parts = [filler(view, m) for first in named[:1] for m in listed(view, first, BODIES)]
        whole = one
    else:
        return
    names = all(p.mention is None or view.mention(p.mention).form == Form.NAME for p in parts)
    names = names and " " in view.document.text[parts[0].start : parts[0].end]  # not "the Coalition of the Willing"
    for part in parts if len(parts) > 1 and names else ():
        yield from _draft(view, "part_of", noun, part, whole, "part-of-listed")


def _within_name(view: SentenceView, noun: int, one: Filler) -> Iterator[Draft]:
    """As in "the 33rd Front of the Karun Bloc", read as one name: a unit, and the body that "of the" gives it."""
    inside = [i for i, t in enumerate(view.tokens) if one.start <= t.start and t.end <= one.end]
    for of in inside[2:-1]:
        unit = view.lows[of - 1] in words("membership", "part", "named_units")
        if unit and [view.lows[of], view.lows[of + 1]] == ["of", "the"] and of + 2 <= inside[-1]:
            part = Filler(start=one.start, end=view.tokens[of - 1].end, kind=one.kind, mention=one.mention)
            whole = Filler(start=view.tokens[of + 2].start, end=one.end, kind=one.kind)
            yield from _draft(view, "part_of", noun, part, whole, "part-of-name")
            return


def _whole_in_brackets(view: SentenceView, noun: int, one: Filler) -> Iterator[Draft]:
    """As in "the 150th Rifle Division (8th Combined Army)": the larger unit that brackets put behind a unit."""
    text = view.document.text
    if view.lows[noun] not in words("membership", "part", "named_units"):
        return
    for m in view.mentions:
        mention = view.mention(m)
        between = text[one.end : mention.start].strip().lower()
        closed = text[mention.end : mention.end + 1] in {")", ","} or text[mention.end : mention.end + 2] == " ["
        larger = mention.text.lower().split()[-1] in words("membership", "part", "larger_units")
        if mention.form == Form.NAME and mention.kind in BODIES and between in {"(", "(the"} and larger and closed:
            yield from _draft(view, "part_of", noun, one, filler(view, m), "part-of-brackets")


def _is_body(view: SentenceView, noun: int) -> bool:
    mention = view.mention_at(noun)
    return mention is not None and view.mention(mention).form == Form.NOMINAL and view.mention(mention).kind in BODIES


def _unit(view: SentenceView, noun: int) -> Filler:
    """The words of a unit up to its noun, without its article ("Belik unit")."""
    first = reach(view, noun)[0]
    first = max([first, *(t + 1 for t in range(first, noun) if view.tokens[t].tag == "POS")])  # "Varek's faction"
    while first < noun and view.tokens[first].tag in {"DT", "PRP$", "RB"}:  # "originally a wing"
        first += 1
    mention = view.mention_at(noun)
    return Filler(start=view.tokens[first].start, end=view.tokens[noun].end, kind=Kind.GROUP, mention=mention)


def _people_before(view: SentenceView, token: int) -> list[Filler]:
    """The people in the list that ends before ", both of Y"."""
    last = token - 2
    people = [last for m in view.headed.get(last, ()) if view.mention(m).kind == Kind.PERSON]
    heads = [c for h in people[:1] for c in view.conjuncts(view.first_conjunct(h)) if c <= last]
    return [p for c in heads for p in _names_at(view, c, frozenset({Kind.PERSON}))] if len(heads) > 1 else []


def _named(view: SentenceView, kinds: frozenset[Kind]) -> Iterator[tuple[int, Filler]]:
    for m, head in view.heads.items():
        mention = view.mention(m)
        if mention.form == Form.NAME and mention.kind in kinds:
            yield head, filler(view, m)


def _owners(view: SentenceView, noun: int) -> list[Filler]:
    """The bodies with names that "of" puts behind a noun."""
    return [b for head in view.prepositional(noun, "of")[:1] for b in _names_at(view, head, BODIES)]


def _names_at(view: SentenceView, head: int, kinds: frozenset[Kind]) -> list[Filler]:
    headed = [m for m in view.headed.get(head, ()) if view.mention(m).form == Form.NAME]
    return [filler(view, m) for m in headed if view.mention(m).kind in kinds]


def _draft(view: SentenceView, predicate: str, noun: int, one: Filler, body: Filler, rule: str) -> Iterator[Draft]:
    if one.start < body.end and body.start < one.end:
        return
    yield Draft(
        predicate=predicate,
        trigger=noun,
        subject=one,
        object=body,
        identity=True,
        place_fixed=True,
        time_fixed=True,
        rule=rule,
        evidence=(min(one.start, body.start), max(one.end, body.end)),
        confidence=0.65,
        why=f"“of” ties “{view.document.text[one.start : one.end]}” to “{view.document.text[body.start : body.end]}”",
    )
