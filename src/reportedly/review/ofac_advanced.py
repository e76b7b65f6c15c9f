"""The sanctions lists of OFAC in the advanced XML format (SDN_ADVANCED.XML): values are numbers of tables at its head.

The order of the file is followed: tables, documents of identity, parties with their names, then the entries, which have
day and programmes and come as listings of their own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from reportedly.records.listed import Broken, Entered, Listed, ListHead, Listing, Record
from reportedly.records.mention import Kind
from reportedly.review.elements import children, day_of, descendants, text, unique
from reportedly.review.ofac_csv import AUTHORITY, ofac_id, ofac_list

if TYPE_CHECKING:
    from lxml.etree import _Element

#: Tables of the head that are needed, by the tag of their values.
_TABLES: Final = ("PartyType", "PartySubType", "NamePartType", "FeatureType", "IDRegDocType", "List", "AliasType")
_BORN: Final = "birthdate"
_INDIVIDUAL, _ENTITY = "individual", "entity"
#: Parts of a name in the order in which it is spoken; all others stand in between.
_FIRST: Final = ("first name", "middle name", "patronymic")
_LAST: Final = ("matronymic", "maiden name", "last name")
_MOST_DOCUMENTS: Final = 200_000


class Advanced:
    """Reads element by element; keeps the tables and the numbers of documents by whose they are."""

    units = frozenset({"DateOfIssue", "IDRegDocument", "Location", "DistinctParty", "ProfileRelationship",
                       "SanctionsEntry", *_TABLES})  # fmt: skip

    def __init__(self, file_name: str, root: _Element) -> None:
        self.head = ListHead(name=ofac_list(file_name), authorities=(AUTHORITY,))
        self._tables: dict[str, dict[str, str]] = defaultdict(dict)
        self._individuals: dict[str, str] = {}  # number of a subtype → of its type
        self._documents: dict[str, list[str]] = defaultdict(list)
        self._place = 0

    def __call__(self, element: _Element, tag: str) -> Iterator[Record]:
        """The records that an element gives."""
        if tag == "DateOfIssue":
            yield ListHead(name=self.head.name, authorities=(AUTHORITY,), published=day_of(element))
        elif tag in _TABLES:
            self._tables[tag][element.get("ID") or ""] = text(element)
            if tag == "PartySubType":
                self._individuals[element.get("ID") or ""] = element.get("PartyTypeID") or ""
        elif tag == "IDRegDocument" and len(self._documents) < _MOST_DOCUMENTS:
            number = text(element, "IDRegistrationNo")
            what = self._tables["IDRegDocType"].get(element.get("IDRegDocTypeID") or "", "document")
            if number:
                self._documents[element.get("IdentityID") or ""].append(f"{what} {number}")
        elif tag == "DistinctParty":
            self._place += 1
            yield self._party(element)
        elif tag == "SanctionsEntry":
            yield from self._entry(element)

    def _party(self, element: _Element) -> Record:
        profile = next(iter(children(element, "Profile")), None)
        number = element.get("FixedRef") or (profile.get("ID") if profile is not None else "") or ""
        if profile is None or not number:
            return Broken(place=self._place, reason="no number or no name")
        names, weak, identifiers = list[str](), list[str](), list[str]()
        for identity in children(profile, "Identity"):
            identifiers += self._documents.get(identity.get("ID") or "", [])
            types = self._tables["NamePartType"]
            parts = {
                group.get("ID") or "": types.get(group.get("NamePartTypeID") or "", "").casefold()
                for group in descendants(identity, "NamePartGroup")
            }
            for alias in children(identity, "Alias"):
                pile = weak if alias.get("LowQuality") == "true" else names
                found = [_spoken(name, parts) for name in children(alias, "DocumentedName")]
                pile[0 if alias.get("Primary") == "true" else len(pile) : 0] = found
        if not any(names):
            return Broken(place=self._place, reason="no number or no name")
        kind = self._kind(profile.get("PartySubTypeID") or "")
        return Listed(
            id=ofac_id(number),
            names=unique(names),
            kind=kind,
            weak=unique(weak),
            births=unique(self._births(profile)) if kind is Kind.PERSON else (),
            identifiers=unique(identifiers),
            listings=(Listing(list=self.head.name, authority=AUTHORITY),),
        )

    def _kind(self, subtype: str) -> Kind | None:
        kind = self._tables["PartyType"].get(self._individuals.get(subtype, ""), "").casefold()
        return {_INDIVIDUAL: Kind.PERSON, _ENTITY: Kind.ORGANISATION}.get(kind)

    def _births(self, profile: _Element) -> Iterator[str]:
        for feature in children(profile, "Feature"):
            if self._tables["FeatureType"].get(feature.get("FeatureTypeID") or "", "").casefold() == _BORN:
                for start in descendants(feature, "From")[:1]:
                    last = next(iter(descendants(feature, "To")), start)
                    day, end = day_of(start), day_of(last)
                    yield day if day == end else day[:4]

    def _entry(self, element: _Element) -> Iterator[Record]:
        name = self._tables["List"].get(element.get("ListID") or "", "")
        days = sorted(filter(None, (day_of(e) for e in children(element, "EntryEvent", "Date"))))
        programmes = unique(text(measure, "Comment") for measure in children(element, "SanctionsMeasure"))
        listing = Listing(
            list=self.head.name if not name or "SDN" in name else f"OFAC {name}",
            authority=AUTHORITY,
            since=days[0] if days else None,
            programmes=programmes,
        )
        yield Entered(record=ofac_id(element.get("ProfileID") or ""), listing=listing)


def _spoken(name: _Element, parts: dict[str, str]) -> str:
    found = descendants(name, "NamePartValue")
    values = [(parts.get(value.get("NamePartGroupID") or "", ""), text(value)) for value in found]

    def rank(part: str) -> int:
        if part in _FIRST:
            return _FIRST.index(part)
        return len(_FIRST) + 1 + _LAST.index(part) if part in _LAST else len(_FIRST)

    return " ".join(value for part, value in sorted(values, key=lambda pair: rank(pair[0])) if value)
