"""Reference lists: formats of OFAC, the UN, the EU and FollowTheMoney, and what is broken in them costs only itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.errors import ReportedlyError
from reportedly.records.listed import Broken, Entered, Listed, ListHead, Listing
from reportedly.records.mention import Kind
from reportedly.review.lists import read_list

#: What OFAC's list says in CSV and in XML alike.
SDN = "OFAC SDN list"
OREV = Listed(
    id="ofac-1",
    names=("Danu OREV", "Danou OREV"),
    kind=Kind.PERSON,
    weak=("FALCON",),
    births=("1961",),
    identifiers=("Passport K-77 (Karvia)",),
    listings=(Listing(list=SDN, authority="United States", programmes=("SDGT", "KARVIA")),),
)
NOTHING = ",".join(["-0- "] * 7)
UN = """<?xml version="1.0"?>
<CONSOLIDATED_LIST dateGenerated="2024-05-01T10:00:00"><INDIVIDUALS>
<INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>DANU</FIRST_NAME><SECOND_NAME>OREV</SECOND_NAME>
<UN_LIST_TYPE>Karvia</UN_LIST_TYPE><REFERENCE_NUMBER>KAi.001</REFERENCE_NUMBER><LISTED_ON>2011-02-03</LISTED_ON>
<NAME_ORIGINAL_SCRIPT>دانو اورف</NAME_ORIGINAL_SCRIPT>
<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Danou Orev</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>The Falcon</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_DATE_OF_BIRTH><YEAR>1961</YEAR></INDIVIDUAL_DATE_OF_BIRTH>
<INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>K-77</NUMBER></INDIVIDUAL_DOCUMENT>
</INDIVIDUAL>
<INDIVIDUAL><FIRST_NAME>NOBODY</FIRST_NAME></INDIVIDUAL>
</INDIVIDUALS><ENTITIES>
<ENTITY><REFERENCE_NUMBER>KAe.001</REFERENCE_NUMBER><FIRST_NAME>ASH BRIGADE</FIRST_NAME></ENTITY>
</ENTITIES></CONSOLIDATED_LIST>
"""


def _write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_followthemoney(tmp_path: Path) -> None:
    """Names, weak names and births; ships are compared with nobody; each broken line is told."""
    lines = [
        '{"id": "a", "schema": "Person", "properties": {"name": ["Danu Orev"], "alias": ["Danou Orev", 7],'
        ' "weakAlias": ["Falcon"], "birthDate": ["1961"], "topics": ["sanction"]}}',
        '{"id": "b", "schema": "Vessel", "properties": {}}',
        "not json",
        '{"id": "c", "schema": "Person", "properties": {}}',
        '{"schema": "Person"}',
        "[" * 100_000,
    ]
    head, first, ship, *broken = read_list(_write(tmp_path, "a.json", "\n".join(lines)))
    assert head == ListHead(name="a.json")
    assert first == Listed(
        id="a",
        names=("Danu Orev", "Danou Orev"),
        kind=Kind.PERSON,
        weak=("Falcon",),
        births=("1961",),
        listings=(Listing(list="a.json", programmes=("sanction",)),),
    )
    assert isinstance(ship, Listed)
    assert ship.kind is None
    assert [(b.place, b.reason) for b in broken if isinstance(b, Broken)] == [
        (3, "no JSON"),
        (4, "no name"),
        (5, "no id or no properties"),
        (6, "no JSON"),
    ]


def test_ofac(tmp_path: Path) -> None:
    """Last names come last, aliases out of the file beside it, weak ones and births out of the remarks."""
    remarks = "\"DOB 1961; POB Ruda; a.k.a. 'FALCON'; Passport K-77 (Karvia); Gender Male.\""
    rows = [
        f'1,"OREV, Danu","individual","SDGT] [KARVIA",{NOTHING},{remarks}',
        f'2,"ASH BRIGADE","-0- ","KARVIA",{NOTHING},"-0- "',
        "3,short",
        f'4,"TARVO STAR","vessel","KARVIA",{NOTHING},"-0- "',
        "\x1a",
    ]
    _write(tmp_path, "alt.csv", '1,10,"aka","OREV, Danou","-0- "\n2,11\n')
    head, person, body, broken, ship = read_list(_write(tmp_path, "sdn.csv", "\r\n".join(rows)))
    assert head == ListHead(name=SDN, authorities=("United States",))
    assert person == OREV
    assert isinstance(body, Listed)
    assert (body.names, body.kind) == (("ASH BRIGADE",), Kind.ORGANISATION)
    assert isinstance(broken, Broken)
    assert isinstance(ship, Listed)
    assert ship.kind is None


def test_un(tmp_path: Path) -> None:
    """Names in order with the original script; low quality is weak; a record without a number is broken."""
    head, person, broken, body = read_list(_write(tmp_path, "un.xml", UN))
    name, whose = "UN Security Council list", "United Nations"
    assert head == ListHead(name=name, authorities=(whose,), published="2024-05-01")
    assert person == Listed(
        id="un-KAi.001",
        names=("DANU OREV", "دانو اورف", "Danou Orev"),
        kind=Kind.PERSON,
        weak=("The Falcon",),
        births=("1961",),
        identifiers=("Passport K-77",),
        listings=(Listing(list=name, authority=whose, since="2011-02-03", programmes=("Karvia",)),),
    )
    assert isinstance(broken, Broken)
    assert isinstance(body, Listed)
    assert body.names == ("ASH BRIGADE",)


def test_xml_that_breaks_off_and_xml_that_means_harm(tmp_path: Path) -> None:
    """What stands before the break is read; entities are neither expanded nor fetched."""
    _, person, _, end, head = read_list(_write(tmp_path, "cut.xml", UN[: UN.index("</INDIVIDUALS>")]))
    assert isinstance(head, ListHead)
    assert not head.whole
    assert isinstance(person, Listed)
    assert isinstance(end, Broken)
    assert "breaks off" in end.reason
    secret = _write(tmp_path, "secret.txt", "SECRET")
    harm = f'<!DOCTYPE x [<!ENTITY a SYSTEM "{secret.as_uri()}"><!ENTITY b "SECRET">]>'
    evil = UN.replace('<?xml version="1.0"?>', harm).replace("DANU", "DANU &a; &b;")
    assert "SECRET" not in repr(list(read_list(_write(tmp_path, "evil.xml", evil))))


def test_a_file_that_is_no_list(tmp_path: Path) -> None:
    """One line says which formats there are; a file that is not there has its own."""
    with pytest.raises(ReportedlyError, match="no list that is known"):
        list(read_list(_write(tmp_path, "a.txt", "Danu Orev was seen.")))
    with pytest.raises(ReportedlyError, match="cannot be read"):
        list(read_list(tmp_path / "missing.csv"))


OFAC_XML = """<?xml version="1.0"?>
<sdnList xmlns="http://example.org/sdn"><publshInformation><Publish_Date>05/31/2024</Publish_Date><Record_Count>3</Record_Count></publshInformation>
<sdnEntry><uid>1</uid><firstName>Danu</firstName><lastName>OREV</lastName><sdnType>Individual</sdnType>
<programList><program>SDGT</program><program>KARVIA</program></programList>
<akaList><aka><uid>9</uid><category>strong</category><lastName>OREV</lastName><firstName>Danou</firstName></aka>
<aka><uid>8</uid><category>weak</category><lastName>FALCON</lastName></aka></akaList>
<idList><id><uid>5</uid><idType>Passport</idType><idNumber>K-77 (Karvia)</idNumber></id></idList>
<dateOfBirthList><dateOfBirthItem><dateOfBirth>1961</dateOfBirth></dateOfBirthItem></dateOfBirthList></sdnEntry>
<sdnEntry><uid>2</uid></sdnEntry>
<sdnEntry><uid>3</uid><lastName>TARVO STAR</lastName><sdnType>Vessel</sdnType></sdnEntry></sdnList>
"""
EU_XML = """<?xml version="1.0"?>
<export xmlns="http://example.org/fsd" generationDate="2024-06-01T00:00:00.000+02:00">
<sanctionEntity euReferenceNumber="EU.1.2">
<regulation programme="KAR" publicationDate="2014-05-01"><publicationUrl>u</publicationUrl></regulation>
<subjectType code="person"/><nameAlias firstName="Danu" lastName="Orev" wholeName="Danu Orev" strong="true"/>
<nameAlias wholeName="Falcon" strong="false"/><birthdate year="1961"/>
<identification identificationTypeDescription="Passport" number="K-77"/></sanctionEntity>
<sanctionEntity euReferenceNumber="EU.3.4"><subjectType code="enterprise"/></sanctionEntity></export>
"""


def test_ofac_xml(tmp_path: Path) -> None:
    """The XML says what the CSV says, in any namespace; a record without a name costs itself."""
    _, head, person, broken, ship = read_list(_write(tmp_path, "sdn.xml", OFAC_XML))
    assert head == ListHead(name=SDN, authorities=("United States",), published="2024-05-31")
    assert person == OREV
    assert broken == Broken(place=2, reason="no number or no name")
    assert isinstance(ship, Listed)
    assert ship.kind is None


def test_eu_xml(tmp_path: Path) -> None:
    """Names, weak names, programme and day stand in attributes."""
    head, person, broken = read_list(_write(tmp_path, "eu.xml", EU_XML))
    name, whose = "EU sanctions list", "European Union"
    assert head == ListHead(name=name, authorities=(whose,), published="2024-06-01")
    assert person == Listed(
        id="eu-EU.1.2",
        names=("Danu Orev",),
        kind=Kind.PERSON,
        weak=("Falcon",),
        births=("1961",),
        identifiers=("Passport K-77",),
        listings=(Listing(list=name, authority=whose, since="2014-05-01", programmes=("KAR",)),),
    )
    assert broken == Broken(place=2, reason="no number or no name")


def test_other_xml_is_told(tmp_path: Path) -> None:
    """XML of no list is an error and no empty list."""
    with pytest.raises(ReportedlyError, match="<feed>"):
        list(read_list(_write(tmp_path, "feed.xml", "<feed><entry/></feed>")))


def test_listings_that_stand_by_themselves(tmp_path: Path) -> None:
    """OpenSanctions' entities of kind Sanction are listings of others; data sets tell whose list it is."""
    lines = [
        '{"id": "s", "schema": "Sanction", "datasets": ["us_ofac_sdn"], "properties": {"entity": ["a"],'
        ' "listingDate": ["2019-01-04"], "program": ["SDGT"]}}',
        '{"id": "t", "schema": "Sanction", "properties": {}}',
        '{"id": "a", "schema": "Person", "datasets": ["us_ofac_sdn", "ruda_media"], "properties": {"name": ["Orev"]}}',
    ]
    _, entered, broken, person = read_list(_write(tmp_path, "a.json", "\n".join(lines)))
    listing = Listing(list="us_ofac_sdn", authority="United States", since="2019-01-04", programmes=("SDGT",))
    assert entered == Entered(record="a", listing=listing)
    assert isinstance(broken, Broken)
    assert isinstance(person, Listed)
    assert [(one.list, one.authority) for one in person.listings] == [
        ("us_ofac_sdn", "United States"),
        ("ruda_media", None),
    ]


def test_listings_that_are_nested(tmp_path: Path) -> None:
    """OpenSanctions' nested targets hold their sanctions: one of a data set takes the place of the bare data set."""
    line = (
        '{"id": "a", "schema": "Person", "datasets": ["us_ofac_sdn", "un_sc"], "properties": {"name": ["Orev"],'
        ' "sanctions": [{"datasets": ["us_ofac_sdn"], "properties": {"listingDate": ["2019-01-04", "2018-02-03"]}},'
        " 7]}}"
    )
    _, person = read_list(_write(tmp_path, "nested.json", line))
    assert isinstance(person, Listed)
    assert person.listings == (
        Listing(list="us_ofac_sdn", authority="United States", since="2018-02-03"),
        Listing(list="un_sc", authority="United Nations"),
    )
