"""A claim in words: who does what to whom, how the text holds it, whom it credits, when and where."""

from __future__ import annotations

import re
from collections.abc import Sequence
from types import MappingProxyType
from typing import Final

from reportedly.ontology.entries import Predicate
from reportedly.ontology.ontology import Ontology
from reportedly.records.claim import Attribution, Claim, Count, Modality, Party, Polarity
from reportedly.records.mention import Kind
from reportedly.records.when import Extent, When
from reportedly.records.where import AREAS, Where

#: TIMEX3 values of lengths of time, which are no days.
_LENGTH: Final = re.compile(r"PT?[\dX]")
#: Predicates whose sentence ends in the place ("withdrew from Maresh").
_OF_PLACES: Final = frozenset({"controls", "took_control", "withdrew_from", "deployed_to"})
#: A qualifier with one of these stands for “in” (“near Maresh”); others stand behind it (“in southern Maresh”).
_PREPOSITIONS: Final = frozenset(
    {"across", "along", "around", "at", "behind", "below", "beside", "between", "beyond", "by", "from", "in", "inside",
     "into", "near", "of", "off", "on", "outside", "over", "round", "through", "to", "toward", "towards", "within"}
)  # fmt: skip
#: Words that end a predicate and ask for someone, for what or for a place to follow.
_LEADING_ON: Final = _PREPOSITIONS | {"for", "with"}
#: What may come, or hangs on a condition, is not told as if it had happened.
_NOT_YET: Final = frozenset({Modality.PLANNED, Modality.HYPOTHETICAL})
#: The first word of each predicate's words, as it stands after “would”.
_AFTER_WOULD: Final = MappingProxyType(
    {
        "abducted": "abduct", "agreed": "agree", "appointed": "appoint", "attacked": "attack", "backs": "back",
        "captured": "capture", "claimed": "claim", "clashed": "clash", "controls": "control", "directs": "direct",
        "fights": "fight", "formed": "form", "holds": "hold", "is": "be", "killed": "kill", "leads": "lead",
        "made": "make", "merged": "merge", "met": "meet", "opposes": "oppose", "pledged": "pledge",
        "released": "release", "removed": "remove", "said": "say", "split": "split", "spoke": "speak",
        "supplied": "supply", "took": "take", "was": "be", "withdrew": "withdraw", "wounded": "wound",
    }
)  # fmt: skip
#: What is said of one, said of several.
_FOR_SEVERAL: Final = MappingProxyType({"a member of": "members of", "a national of": "nationals of"})
#: Heads of names and descriptions that stand for several, beside small words in -s.
_SEVERAL: Final = frozenset(
    {"Brigades", "Forces", "Guards", "Militias", "Troops", "Units", "children", "men", "people", "police", "women"}
)
_NOBODY: Final = "(not told who)"

_HELD: Final = {
    Modality.ASSERTED: ("said outright", "said outright, credited to"),
    Modality.REPORTED: ("reported", "reported, according to"),
    Modality.QUOTED: ("in a quotation", "in the words of"),
    Modality.POSSIBLE: ("held possible", "held possible by"),
    Modality.PLANNED: ("planned or announced", "planned or announced, according to"),
    Modality.DENIED: ("denied", "denied by"),
    Modality.HYPOTHETICAL: ("only on a condition", "only on a condition, according to"),
}


def sentence(claim: Claim, ontology: Ontology) -> str:
    """Who does what to whom, where: “Danu Orev leads Ash Brigade (leader)”; “would lead” of what is yet to come."""
    predicate = ontology.predicate(claim.predicate) if claim.predicate in ontology.names else None
    parties = (claim.subject,) if claim.subject is not None else claim.subjects
    target = claim.object.canonical if claim.object is not None else None
    if len(parties) > 1 and predicate is not None and predicate.symmetric:
        target = target or "one another"  # "Orev and Kolt met": a joint subject is its own object
    label = _label(claim, predicate, parties, target)
    names = [party.canonical for party in parties]
    if claim.predicate == "also_known_as" and claim.object is not None:
        names, target = [party.name for party in parties], claim.object.name  # one bearer's full name would stand twice
    words = [_joined(names) or _NOBODY, label]
    if claim.predicate == "holds_position":
        words += [claim.role or "an office", f"of {target}" if target else ""]
    elif claim.predicate == "operation":
        words += [f"against {target}" if target else ""]
    else:
        words += [target or "", f"({claim.role})" if claim.role else ""]
    if claim.place is not None:
        words.append(_placed(claim, target))
    words += _details(claim)
    told = " ".join(word for word in words if word)
    return told if claim.polarity == Polarity.POSITIVE else f"not so: {told}"


def _label(claim: Claim, predicate: Predicate | None, parties: Sequence[Party], target: str | None) -> str:
    """The predicate's words, fitted to who does it, to what follows, and to whether it has happened."""
    if predicate is None:
        return claim.predicate.replace("_", " ")
    label = predicate.label
    if claim.predicate == "said":
        label = "made a statement to or about" if target else "made a statement"
    needs_end = claim.predicate == "holds_position" or (claim.predicate in _OF_PLACES and claim.place is not None)
    if target is None and not needs_end:
        label = _without_end(label)
    if claim.modality in _NOT_YET:
        return _would(label)
    if len(parties) > 1 or any(_stands_for_several(party.canonical) for party in parties):
        return _plural(label)
    return label


def held(claim: Claim) -> str:
    """How the text holds it, and whom it credits: “reported, according to Ruda Post, citing officials”."""
    alone, credited = _HELD[claim.modality]
    words = f"{credited} {voices(claim.attributed_to)}" if claim.attributed_to else alone
    if claim.polarity == Polarity.NEGATIVE:
        words += "; said not to be so"
    if claim.habitual:
        words += "; of habit, no single event"
    if claim.former:
        words += "; over by then"
    if claim.disputed_by:
        words += f"; disputed by {claim.disputed_by}"
    return words


def voices(chain: Sequence[Attribution]) -> str:
    """Whom the text credits, outermost first: “Ruda Post, citing officials”."""
    return ", citing ".join(link.canonical for link in chain)


def where(place: Where) -> str:
    """The place as said: “near Maresh”, “southern Aleppo”. An article that belonged to other words for it is left out:
    “near the city” and “near the Aleppo citadel” are “near Aleppo”.
    """
    qualifier, name = place.qualifier or "", place.canonical
    is_town = place.kind != Kind.FACILITY and place.precision not in AREAS
    if is_town and (place.place is not None or place.name != name):
        qualifier = qualifier.removesuffix(" the")
    if not qualifier or name.casefold().startswith(f"{qualifier.casefold()} "):
        return name
    return f"{qualifier} {name}"


def when(time: When) -> str:
    """The days that the words mean, and the words: “2016-05-16 to 2016-05-22 (“last week”)”.

    Lengths (“for three weeks”) and what comes again (“every Friday”) have no days, and are told as they are.
    """
    days = _days(time)
    if days is None:
        is_length = time.timex in {"DURATION", "SET"} or _LENGTH.match(time.value or "")
        return f"“{time.text}”" if is_length else f"“{time.text}” (no day known)"
    return days if time.text == days else f"{days} (“{time.text}”)"


def _days(time: When) -> str | None:
    first, last = time.earliest, time.latest
    if first is None and last is None:
        return None
    if first == last:
        return first
    if last is None:
        return f"{first} or later" if time.extent == Extent.WITHIN else f"from {first}"
    if first is None:
        return f"{last} or earlier" if time.extent == Extent.WITHIN else f"until {last}"
    return f"some day from {first} to {last}" if time.extent == Extent.WITHIN else f"{first} to {last}"


def _joined(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 2 else names)


def _plural(label: str) -> str:
    """A predicate's words for several who do it."""
    verb, _, rest = label.partition(" ")
    verb = {"was": "were", "is": "are"}.get(verb, verb.removesuffix("s"))
    return f"{verb} {_FOR_SEVERAL.get(rest, rest)}".strip()


def _without_end(label: str) -> str:
    """A predicate's words without the preposition that nothing follows: “claimed responsibility”."""
    rest, _, last = label.rpartition(" ")
    return rest if rest and last in _LEADING_ON else label


def _would(label: str) -> str:
    verb, _, rest = label.partition(" ")
    return f"would {_AFTER_WOULD[verb]} {rest}".strip() if verb in _AFTER_WOULD else label


def _stands_for_several(name: str) -> bool:
    """Whether a subject takes the plural: “men”, “Syrian rebels”, “Syrian Democratic Forces”."""
    last = name.partition(" of ")[0].rpartition(" ")[2]
    if last in _SEVERAL or last.endswith("men"):
        return last in _SEVERAL or last.islower()
    return last.islower() and last.endswith("s") and not last.endswith(("ss", "us", "is"))


def _placed(claim: Claim, target: str | None) -> str:
    if claim.place is None:
        return ""
    place = where(claim.place)
    said_how = (claim.place.qualifier or "").casefold().split()
    if (claim.predicate in _OF_PLACES and target is None) or not _PREPOSITIONS.isdisjoint(said_how):
        return place
    return f"at {place}" if claim.place.kind == Kind.FACILITY else f"in {place}"


def _details(claim: Claim) -> list[str]:
    found = [f"by {claim.method}"] if claim.method else []
    found += [f"with {claim.weapon}"] if claim.weapon else []
    found += [f"in {claim.operation}"] if claim.operation else []
    if claim.casualties is not None:
        counts = (("killed", claim.casualties.killed), ("wounded", claim.casualties.wounded))
        found += [f"[{name}: {_counted(count)}]" for name, count in counts if count is not None]
    return found


def _counted(count: Count) -> str:
    numbers = sorted({n for n in (count.low, count.best, count.high) if n is not None})
    if not numbers:
        return f"“{count.words}”"
    span = str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}"
    return span if span == count.words else f"{span}, “{count.words}”"
