"""Reference lists in JSON: entities of FollowTheMoney and of Wikidata.

In lines, one entity each (OpenSanctions' entities.ftm.json; a dump of Wikidata, which is an array with a comma at the
end of each line), or as one value: an array, or the `{"entities": {"Q…": …}}` of Wikidata's own pages. Wikidata's data
model: https://www.mediawiki.org/wiki/Wikibase/DataModel/JSON.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, Final

import msgspec

from reportedly.records.listed import Broken, Entered, Listed, ListHead, Listing, Record
from reportedly.records.mention import Kind
from reportedly.resources.lexicon import mapping
from reportedly.review.opened import ListFile
from reportedly.review.wikidata import WIKIDATA, is_item, item

_LONGEST: Final = 16 << 20  # bytes of an entity, or of a file that is one value on several lines
_PERSONS: Final = frozenset({"Person"})
_BODIES: Final = frozenset({"Organization", "LegalEntity", "PublicBody", "Company"})
_NAMES: Final = ("name", "alias", "previousName")
_PROGRAMMES: Final = ("program", "programId", "topics")
_NUMBERS: Final = {
    "passportNumber": "passport",
    "idNumber": "identity card",
    "nationalId": "national id",
    "registrationNumber": "registration",
    "taxNumber": "tax number",
    "innCode": "INN",
    "wikidataId": "Wikidata",
    "imoNumber": "IMO",
    "leiCode": "LEI",
    "unscId": "UN",
}
_SNIFFED: Final = 4096
_MARK: Final = b"\xef\xbb\xbf"
_BREAKS: Final = b" \t\r\n,"


def read_json(file: ListFile) -> Iterator[Record]:
    """The records in the order of the file. Raises OSError when it cannot be read."""
    head: ListHead | None = None
    for place, value in _values(file):
        for found in (_record(one, place) for one in _entities(value)) if value is not None else [_no_json(place)]:
            if head is None and not isinstance(found, Broken):
                head = _head(file, found)
                yield head
            yield _named(found, file.name)


def _no_json(place: int) -> Broken:
    return Broken(place=place, reason="no JSON")


def _head(file: ListFile, first: Record) -> ListHead:
    if isinstance(first, Listed) and any(listing.list == WIKIDATA for listing in first.listings):
        return ListHead(name=WIKIDATA, whole=False)  # what a file of it lacks is there all the same
    return ListHead(name=file.name)


def _named(found: Record, name: str) -> Record:
    """A record that says of no list that it stands there stands on this one."""
    if isinstance(found, Listed) and found.kind is not None:
        listings = tuple(msgspec.structs.replace(one, list=one.list or name) for one in found.listings)
        return msgspec.structs.replace(found, listings=listings)
    return found


# ---- the file
def _values(file: ListFile) -> Iterator[tuple[int, Any]]:
    """JSON values with their places, from 1: line by line, or the whole file where no line is a value; None: broken."""
    with file.open() as stream:
        if _is_spread_out(file):
            content = stream.read(_LONGEST + 1)
            whole = _decoded(content) if len(content) <= _LONGEST else None
            yield from enumerate(whole if isinstance(whole, list) else [whole], 1)
            return
        place = 0
        for line in _lines(stream):
            place += 1
            if line is None:
                yield place, _TOO_LONG
                continue
            bare = line.strip(_BREAKS)
            if bare in (b"", b"[", b"]"):
                continue
            value = _decoded(bare)
            if value is None:  # the first and last line of an array may have its brackets
                value = _decoded(bare.removeprefix(b"[").removesuffix(b"]").strip(_BREAKS))
            yield place, value


def _is_spread_out(file: ListFile) -> bool:
    """Whether one value stands on several lines: the first, or that behind a bracket, only opens it."""
    with file.open() as stream:
        opening = [line.strip() for line in stream.read(_SNIFFED).removeprefix(_MARK).split(b"\n")[:3]]
    return b"{" in opening


_TOO_LONG: Final = {"": "the line is too long"}


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Lines without the mark of their encoding; None for one that is longer than any entity."""
    first = True
    while line := stream.readline(_LONGEST):
        if len(line) == _LONGEST and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = stream.readline(_LONGEST)
            yield None
        else:
            yield line.removeprefix(_MARK) if first else line
        first = False


def _decoded(content: bytes) -> Any:
    """A JSON value, None for what is none. Letters that are no UTF-8 are shown as such and cost nothing else."""
    try:
        return msgspec.json.decode(content.decode("utf-8", "replace"))
    except (msgspec.DecodeError, RecursionError, ValueError):
        return None


def _entities(value: Any) -> Iterable[Any]:
    if isinstance(value, list):
        return value
    if isinstance(value, dict) and isinstance(value.get("entities"), dict):
        found: Iterable[Any] = value["entities"].values()
        return found
    return (value,)


# ---- the entity
def _record(row: Any, place: int) -> Record:
    if row is _TOO_LONG:
        return Broken(place=place, reason=row[""])
    if not isinstance(row, dict):
        return Broken(place=place, reason="no JSON object")
    if is_item(row):
        return item(row, place)
    if not isinstance(row.get("id"), str) or not isinstance(row.get("properties"), dict):
        return Broken(place=place, reason="no id or no properties")
    schema, properties = row.get("schema"), row["properties"]
    if schema == "Sanction":
        return _sanction(row, properties, place)
    kind = Kind.PERSON if schema in _PERSONS else Kind.ORGANISATION if schema in _BODIES else None
    names = tuple(dict.fromkeys(name for p in _NAMES for name in _words(properties, p)))
    if kind is not None and not names:
        return Broken(place=place, reason="no name")
    return Listed(
        id=row["id"].replace("|", " "),
        names=names,
        kind=kind,
        weak=_words(properties, "weakAlias"),
        births=_words(properties, "birthDate"),
        identifiers=tuple(f"{what} {n}" for p, what in _NUMBERS.items() for n in _words(properties, p)),
        listings=_listings(row, properties),
    )


def _listings(row: dict[str, Any], properties: dict[str, Any]) -> tuple[Listing, ...]:
    """Where an entity stands: its data sets, and the sanctions that are nested in it, which have a day."""
    programmes = _programmes(properties)
    found = {
        dataset: Listing(list=dataset, authority=_authority(dataset), programmes=programmes)
        for dataset in _strings(row.get("datasets")) or ("",)
    }
    nested = properties.get("sanctions")
    for one in nested if isinstance(nested, list) else ():
        if isinstance(one, dict) and isinstance(one.get("properties"), dict):
            listing = _listing(one, one["properties"])
            found[listing.list] = listing
    return tuple(found.values())


def _sanction(row: dict[str, Any], properties: dict[str, Any], place: int) -> Record:
    """OpenSanctions keeps a listing as an entity of its own; its record may stand anywhere in the file."""
    of = _words(properties, "entity")
    if not of:
        return Broken(place=place, reason="a sanction of nobody")
    return Entered(record=of[0].replace("|", " "), listing=_listing(row, properties))


def _listing(row: dict[str, Any], properties: dict[str, Any]) -> Listing:
    dataset = next(iter(_strings(row.get("datasets"))), "")
    days = _words(properties, "listingDate") or _words(properties, "startDate")
    authority = _authority(dataset) or next(iter(_words(properties, "authority")), None)
    return Listing(list=dataset, authority=authority, since=min(days, default=None), programmes=_programmes(properties))


def _programmes(properties: dict[str, Any]) -> tuple[str, ...]:
    return tuple(word for p in _PROGRAMMES for word in _words(properties, p))


def _authority(dataset: str) -> str | None:
    return mapping("lists", "datasets").get(dataset.partition("_")[0])


def _words(properties: dict[str, Any], name: str) -> tuple[str, ...]:
    return _strings(properties.get(name))


def _strings(values: Any) -> tuple[str, ...]:
    return tuple(v for v in values if isinstance(v, str) and v.strip()) if isinstance(values, list) else ()
