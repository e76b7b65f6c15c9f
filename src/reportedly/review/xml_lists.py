"""Reference lists in XML, record by record: OFAC's SDN list, the UN's consolidated list, the EU's sanctions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reportedly.errors import ReportedlyError
from reportedly.records.listed import Broken, Listed, Record
from reportedly.records.mention import Kind
from reportedly.text.fold import squash

if TYPE_CHECKING:
    from lxml.etree import _Element

_UN_PARTS: Final = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")


def read_xml(path: Path) -> Iterator[Record]:
    """The records of an XML list in the order of the file; memory stays that of one record.

    Raises ReportedlyError when the root is none of a known list, OSError when the file cannot be read.
    """
    from lxml import etree

    # Entities stay unresolved, nothing is fetched, and libxml2's own limits on depth and size hold.
    parsing = etree.iterparse(
        str(path), events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    place, depth = 0, 0
    one: Callable[[_Element, int], Record] | None = None
    try:
        for event, element in parsing:
            if event == "start":
                one = one or _reader_of(path, _bare(element))
                depth += 1
                continue
            depth -= 1
            is_record = _bare(element) in _RECORDS
            if is_record and one is not None:
                place += 1
                yield one(element, place)
            if is_record or depth <= 1:  # what is read, and all that stands between records
                element.clear()
                while (parent := element.getparent()) is not None and element.getprevious() is not None:
                    del parent[0]
    except etree.XMLSyntaxError:
        yield Broken(place=place + 1, reason="the XML ends or breaks off here; what follows was not read")


def _reader_of(path: Path, root: str) -> Callable[[_Element, int], Record]:
    if root not in _READERS:
        raise ReportedlyError(
            f"{path} is XML of no list that is known: its root is <{root}>, not one of <{'>, <'.join(_READERS)}>."
        )
    return _READERS[root]


def _bare(element: _Element) -> str:
    """The tag without its namespace; "" for comments and instructions."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _children(element: _Element, *tags: str) -> list[_Element]:
    """Elements below by a path of tags, whatever their namespace."""
    found = [element]
    for tag in tags:
        found = [c for e in found for c in e if _bare(c) == tag]
    return found


def _text(element: _Element, *tags: str) -> str:
    return next((squash(e.text or "") for e in _children(element, *tags)), "")


# ---- OFAC
def _ofac(element: _Element, place: int) -> Record:
    number, kind = _text(element, "uid"), _text(element, "sdnType").casefold()
    names, weak = [_ofac_name(element)], list[str]()
    for alias in _children(element, "akaList", "aka"):
        (weak if _text(alias, "category").casefold() == "weak" else names).append(_ofac_name(alias))
    if not number or not names[0]:
        return Broken(place=place, reason="no number or no name")
    births = (_text(born, "dateOfBirth") for born in _children(element, "dateOfBirthList", "dateOfBirthItem"))
    programmes = (_text(e) for e in _children(element, "programList", "program"))
    return Listed(
        id=number,
        names=_unique(names),
        kind=Kind.PERSON if kind == "individual" else Kind.ORGANISATION if kind == "entity" else None,
        weak=_unique(weak),
        programmes=_unique(programmes),
        births=_unique(births),
    )


def _ofac_name(element: _Element) -> str:
    return " ".join(part for part in (_text(element, "firstName"), _text(element, "lastName")) if part)


# ---- the UN
def _un(element: _Element, place: int) -> Record:
    is_person = _bare(element) == "INDIVIDUAL"
    number = _text(element, "REFERENCE_NUMBER") or _text(element, "DATAID")
    name = " ".join(part for part in (_text(element, tag) for tag in _UN_PARTS) if part)
    if not number or not name:
        return Broken(place=place, reason="no number or no name")
    names, weak = [name, _text(element, "NAME_ORIGINAL_SCRIPT")], list[str]()
    for alias in _children(element, "INDIVIDUAL_ALIAS" if is_person else "ENTITY_ALIAS"):
        pile = weak if _text(alias, "QUALITY").casefold() == "low" else names
        pile.append(_text(alias, "ALIAS_NAME"))
    births = (_text(born, "DATE") or _text(born, "YEAR") for born in _children(element, "INDIVIDUAL_DATE_OF_BIRTH"))
    return Listed(
        id=number,
        names=_unique(names),
        kind=Kind.PERSON if is_person else Kind.ORGANISATION,
        weak=_unique(weak),
        programmes=_unique([_text(element, "UN_LIST_TYPE")]),
        since=_text(element, "LISTED_ON")[:10] or None,
        births=_unique(births),
    )


# ---- the EU
def _eu(element: _Element, place: int) -> Record:
    number = element.get("euReferenceNumber") or element.get("logicalId") or ""
    names: list[str] = []
    weak: list[str] = []
    for alias in _children(element, "nameAlias"):
        parts = (alias.get(part) or "" for part in ("firstName", "middleName", "lastName"))
        whole = alias.get("wholeName") or " ".join(part for part in parts if part)
        (weak if alias.get("strong") == "false" else names).append(squash(whole))
    if not number or not any(names):
        return Broken(place=place, reason="no number or no name")
    kind = next((e.get("code") or e.get("classificationCode") or "" for e in _children(element, "subjectType")), "")
    regulations = _children(element, "regulation")
    days = [day for e in regulations if (day := e.get("entryIntoForceDate") or e.get("publicationDate"))]
    births = (e.get("birthdate") or e.get("year") or "" for e in _children(element, "birthdate"))
    return Listed(
        id=number,
        names=_unique(names),
        kind=Kind.PERSON if kind in {"person", "P"} else Kind.ORGANISATION,
        weak=_unique(weak),
        programmes=_unique(e.get("programme") or "" for e in regulations),
        since=min(days)[:10] if days else None,
        births=_unique(births),
    )


def _unique(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in found if text))


_READERS: Final[dict[str, Callable[[_Element, int], Record]]] = {
    "sdnList": _ofac,
    "CONSOLIDATED_LIST": _un,
    "export": _eu,
}
_RECORDS: Final = frozenset({"sdnEntry", "INDIVIDUAL", "ENTITY", "sanctionEntity"})
