"""Reference lists in XML, record by record: OFAC's SDN list, the UN's consolidated list, the EU's sanctions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Final, Protocol

from reportedly.errors import ReportedlyError
from reportedly.records.listed import Broken, Listed, ListHead, Listing, Record
from reportedly.records.mention import Kind
from reportedly.review.elements import bare, children, text, unique
from reportedly.review.ofac_advanced import Advanced
from reportedly.review.ofac_csv import AUTHORITY as OFAC
from reportedly.review.ofac_csv import ofac_id, ofac_list
from reportedly.review.opened import ListFile
from reportedly.text.fold import squash

if TYPE_CHECKING:
    from lxml.etree import _Element

_UN: Final = "United Nations"
_UN_LIST: Final = "UN Security Council list"
_UN_PARTS: Final = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_EU: Final = "European Union"
_EU_LIST: Final = "EU sanctions list"
#: Elements of one record; far more than any has, and what a hostile file may hold of one in memory.
_MOST: Final = 200_000


class _Reader(Protocol):
    """Reads one list. units: elements that are read and then let go of. head: as far as the root tells."""

    @property
    def units(self) -> frozenset[str]: ...

    @property
    def head(self) -> ListHead: ...

    def __call__(self, element: _Element, tag: str) -> Iterator[Record]: ...


def read_xml(file: ListFile) -> Iterator[Record]:
    """The records of an XML list in the order of the file; memory stays that of one record.

    Raises ReportedlyError when the root is none of a known list, OSError when the file cannot be read.
    """
    from lxml import etree

    with file.open() as stream:
        # Entities stay unresolved, nothing is fetched, and libxml2's own limits on depth and size hold.
        parsing = etree.iterparse(
            stream, events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        place, depth, held = 0, 0, 0
        reader: _Reader | None = None
        try:
            for event, element in parsing:
                if event == "start":
                    if reader is None:
                        reader = _reader_of(file, element)
                        yield reader.head
                    depth += 1
                    held += 1
                    if held > _MOST:
                        raise ReportedlyError(f"{file.path} has a record of more than {_MOST:,} elements.")
                    continue
                depth -= 1
                tag = bare(element)
                is_unit = reader is not None and tag in reader.units
                if is_unit and reader is not None:
                    for found in reader(element, tag):
                        place += isinstance(found, Broken | Listed)
                        yield found
                if is_unit or depth <= 1:  # what is read, and all that stands between records
                    element.clear()
                    while (parent := element.getparent()) is not None and element.getprevious() is not None:
                        del parent[0]
                    held = 0
        except etree.XMLSyntaxError:
            yield Broken(place=place + 1, reason="the XML ends or breaks off here; what follows was not read")
            if reader is not None:
                yield ListHead(name=reader.head.name, published=reader.head.published, whole=False)


def _reader_of(file: ListFile, root: _Element) -> _Reader:
    if bare(root) not in _READERS:
        raise ReportedlyError(
            f"{file.path} is XML of no list that is known: its root is <{bare(root)}>, not one of"
            f" <{'>, <'.join(_READERS)}>."
        )
    return _READERS[bare(root)](file.name, root)


class _Plain:
    """A list whose records stand by themselves. one: what makes a record of an element, by its place."""

    def __init__(
        self,
        head: ListHead,
        records: frozenset[str],
        one: Callable[[_Element, int, ListHead], Record],
        dated: frozenset[str] = frozenset(),
    ) -> None:
        self.head = head
        self.units = records | dated
        self._records = records
        self._one = one
        self._place = 0

    def __call__(self, element: _Element, tag: str) -> Iterator[Record]:
        """The record of an element; of one that has the day of the list, that."""
        if tag in self._records:
            self._place += 1
            yield self._one(element, self._place, self.head)
        elif day := _american(text(element, "Publish_Date")):
            yield ListHead(name=self.head.name, authorities=self.head.authorities, published=day)


def _american(day: str) -> str:
    """“05/31/2024” in ISO order, "" for what is no day."""
    try:
        return datetime.strptime(day, "%m/%d/%Y").date().isoformat()
    except ValueError:
        return ""


# ---- OFAC
def _ofac(element: _Element, place: int, head: ListHead) -> Record:
    number, kind = text(element, "uid"), text(element, "sdnType").casefold()
    names, weak = [_ofac_name(element)], list[str]()
    for alias in children(element, "akaList", "aka"):
        (weak if text(alias, "category").casefold() == "weak" else names).append(_ofac_name(alias))
    if not number or not names[0]:
        return Broken(place=place, reason="no number or no name")
    births = (text(born, "dateOfBirth") for born in children(element, "dateOfBirthList", "dateOfBirthItem"))
    programmes = (text(e) for e in children(element, "programList", "program"))
    numbers = (" ".join((text(e, "idType"), text(e, "idNumber"))).strip() for e in children(element, "idList", "id"))
    return Listed(
        id=ofac_id(number),
        names=unique(names),
        kind=Kind.PERSON if kind == "individual" else Kind.ORGANISATION if kind == "entity" else None,
        weak=unique(weak),
        births=unique(births),
        identifiers=unique(numbers),
        listings=(Listing(list=head.name, authority=OFAC, programmes=unique(programmes)),),
    )


def _ofac_name(element: _Element) -> str:
    return " ".join(part for part in (text(element, "firstName"), text(element, "lastName")) if part)


# ---- the UN
def _un(element: _Element, place: int, head: ListHead) -> Record:
    is_person = bare(element) == "INDIVIDUAL"
    number = text(element, "REFERENCE_NUMBER") or text(element, "DATAID")
    name = " ".join(part for part in (text(element, tag) for tag in _UN_PARTS) if part)
    if not number or not name:
        return Broken(place=place, reason="no number or no name")
    names, weak = [name, text(element, "NAME_ORIGINAL_SCRIPT")], list[str]()
    for alias in children(element, "INDIVIDUAL_ALIAS" if is_person else "ENTITY_ALIAS"):
        pile = weak if text(alias, "QUALITY").casefold() == "low" else names
        pile.append(text(alias, "ALIAS_NAME"))
    births = (text(born, "DATE") or text(born, "YEAR") for born in children(element, "INDIVIDUAL_DATE_OF_BIRTH"))
    numbers = (
        " ".join((text(e, "TYPE_OF_DOCUMENT") or "document", number))
        for e in children(element, "INDIVIDUAL_DOCUMENT")
        if (number := text(e, "NUMBER"))
    )
    return Listed(
        id=f"un-{number}",
        names=unique(names),
        kind=Kind.PERSON if is_person else Kind.ORGANISATION,
        weak=unique(weak),
        births=unique(births),
        identifiers=unique(numbers),
        listings=(
            Listing(
                list=head.name,
                authority=_UN,
                since=text(element, "LISTED_ON")[:10] or None,
                programmes=unique([text(element, "UN_LIST_TYPE")]),
            ),
        ),
    )


# ---- the EU
def _eu(element: _Element, place: int, head: ListHead) -> Record:
    number = element.get("euReferenceNumber") or element.get("logicalId") or ""
    names: list[str] = []
    weak: list[str] = []
    for alias in children(element, "nameAlias"):
        parts = (alias.get(part) or "" for part in ("firstName", "middleName", "lastName"))
        whole = alias.get("wholeName") or " ".join(part for part in parts if part)
        (weak if alias.get("strong") == "false" else names).append(squash(whole))
    if not number or not any(names):
        return Broken(place=place, reason="no number or no name")
    kind = next((e.get("code") or e.get("classificationCode") or "" for e in children(element, "subjectType")), "")
    regulations = children(element, "regulation")
    days = [day for e in regulations if (day := e.get("entryIntoForceDate") or e.get("publicationDate"))]
    births = (e.get("birthdate") or e.get("year") or "" for e in children(element, "birthdate"))
    numbers = (
        f"{e.get('identificationTypeDescription') or e.get('identificationTypeCode') or 'document'} {e.get('number')}"
        for e in children(element, "identification")
        if e.get("number")
    )
    programmes = unique(e.get("programme") or "" for e in regulations)
    return Listed(
        id=f"eu-{number}",
        names=unique(names),
        kind=Kind.PERSON if kind in {"person", "P"} else Kind.ORGANISATION,
        weak=unique(weak),
        births=unique(births),
        identifiers=unique(numbers),
        listings=(
            Listing(list=head.name, authority=_EU, since=min(days)[:10] if days else None, programmes=programmes),
        ),
    )


_READERS: Final[dict[str, Callable[[str, _Element], _Reader]]] = {
    "sdnList": lambda name, _: _Plain(
        ListHead(name=ofac_list(name), authorities=(OFAC,)),
        frozenset({"sdnEntry"}),
        _ofac,
        frozenset({"publshInformation"}),
    ),
    "CONSOLIDATED_LIST": lambda _, root: _Plain(
        ListHead(name=_UN_LIST, authorities=(_UN,), published=(root.get("dateGenerated") or "")[:10] or None),
        frozenset({"INDIVIDUAL", "ENTITY"}),
        _un,
    ),
    "export": lambda _, root: _Plain(
        ListHead(name=_EU_LIST, authorities=(_EU,), published=(root.get("generationDate") or "")[:10] or None),
        frozenset({"sanctionEntity"}),
        _eu,
    ),
    "Sanctions": Advanced,
}
