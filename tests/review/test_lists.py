"""Reference lists: five formats, and what is broken in them costs only itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.errors import ReportedlyError
from reportedly.records.listed import Broken, Listed
from reportedly.records.mention import Kind
from reportedly.review.lists import read_list

#: What OFAC's list says in CSV and in XML alike.
OREV = Listed(
    id="1",
    names=("Danu OREV", "Danou OREV"),
    kind=Kind.PERSON,
    weak=("FALCON",),
    programmes=("SDGT", "KARVIA"),
    births=("1961",),
)
NOTHING = ",".join(["-0- "] * 7)
UN = """<?xml version="1.0"?>
<CONSOLIDATED_LIST><INDIVIDUALS>
<INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>DANU</FIRST_NAME><SECOND_NAME>OREV</SECOND_NAME>
<UN_LIST_TYPE>Karvia</UN_LIST_TYPE><REFERENCE_NUMBER>KAi.001</REFERENCE_NUMBER><LISTED_ON>2011-02-03</LISTED_ON>
<NAME_ORIGINAL_SCRIPT>دانو اورف</NAME_ORIGINAL_SCRIPT>
<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Danou Orev</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>The Falcon</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_DATE_OF_BIRTH><YEAR>1961</YEAR></INDIVIDUAL_DATE_OF_BIRTH></INDIVIDUAL>
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
    first, ship, *broken = read_list(_write(tmp_path, "a.json", "\n".join(lines)))
    assert first == Listed(
        id="a",
        names=("Danu Orev", "Danou Orev"),
        kind=Kind.PERSON,
        weak=("Falcon",),
        programmes=("sanction",),
        births=("1961",),
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
    remarks = "\"DOB 1961; POB Ruda; a.k.a. 'FALCON'; Gender Male.\""
    rows = [
        f'1,"OREV, Danu","individual","SDGT] [KARVIA",{NOTHING},{remarks}',
        f'2,"ASH BRIGADE","-0- ","KARVIA",{NOTHING},"-0- "',
        "3,short",
        f'4,"TARVO STAR","vessel","KARVIA",{NOTHING},"-0- "',
        "\x1a",
    ]
    _write(tmp_path, "alt.csv", '1,10,"aka","OREV, Danou","-0- "\n2,11\n')
    person, body, broken, ship = read_list(_write(tmp_path, "sdn.csv", "\r\n".join(rows)))
    assert person == OREV
    assert isinstance(body, Listed)
    assert (body.names, body.kind) == (("ASH BRIGADE",), Kind.ORGANISATION)
    assert isinstance(broken, Broken)
    assert isinstance(ship, Listed)
    assert ship.kind is None


def test_un(tmp_path: Path) -> None:
    """Names in order with the original script; low quality is weak; a record without a number is broken."""
    person, broken, body = read_list(_write(tmp_path, "un.xml", UN))
    assert person == Listed(
        id="KAi.001",
        names=("DANU OREV", "دانو اورف", "Danou Orev"),
        kind=Kind.PERSON,
        weak=("The Falcon",),
        programmes=("Karvia",),
        since="2011-02-03",
        births=("1961",),
    )
    assert isinstance(broken, Broken)
    assert isinstance(body, Listed)
    assert body.names == ("ASH BRIGADE",)


def test_xml_that_breaks_off_and_xml_that_means_harm(tmp_path: Path) -> None:
    """What stands before the break is read; entities are neither expanded nor fetched."""
    person, _, end = read_list(_write(tmp_path, "cut.xml", UN[: UN.index("</INDIVIDUALS>")]))
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
<sdnList xmlns="http://example.org/sdn"><publshInformation><Record_Count>3</Record_Count></publshInformation>
<sdnEntry><uid>1</uid><firstName>Danu</firstName><lastName>OREV</lastName><sdnType>Individual</sdnType>
<programList><program>SDGT</program><program>KARVIA</program></programList>
<akaList><aka><uid>9</uid><category>strong</category><lastName>OREV</lastName><firstName>Danou</firstName></aka>
<aka><uid>8</uid><category>weak</category><lastName>FALCON</lastName></aka></akaList>
<dateOfBirthList><dateOfBirthItem><dateOfBirth>1961</dateOfBirth></dateOfBirthItem></dateOfBirthList></sdnEntry>
<sdnEntry><uid>2</uid></sdnEntry>
<sdnEntry><uid>3</uid><lastName>TARVO STAR</lastName><sdnType>Vessel</sdnType></sdnEntry></sdnList>
"""
EU_XML = """<?xml version="1.0"?>
<export xmlns="http://example.org/fsd"><sanctionEntity euReferenceNumber="EU.1.2">
<regulation programme="KAR" publicationDate="2014-05-01"><publicationUrl>u</publicationUrl></regulation>
<subjectType code="person"/><nameAlias firstName="Danu" lastName="Orev" wholeName="Danu Orev" strong="true"/>
<nameAlias wholeName="Falcon" strong="false"/><birthdate year="1961"/></sanctionEntity>
<sanctionEntity euReferenceNumber="EU.3.4"><subjectType code="enterprise"/></sanctionEntity></export>
"""


def test_ofac_xml(tmp_path: Path) -> None:
    """The XML says what the CSV says, in any namespace; a record without a name costs itself."""
    person, broken, ship = read_list(_write(tmp_path, "sdn.xml", OFAC_XML))
    assert person == OREV
    assert broken == Broken(place=2, reason="no number or no name")
    assert isinstance(ship, Listed)
    assert ship.kind is None


def test_eu_xml(tmp_path: Path) -> None:
    """Names, weak names, programme and day stand in attributes."""
    person, broken = read_list(_write(tmp_path, "eu.xml", EU_XML))
    assert person == Listed(
        id="EU.1.2",
        names=("Danu Orev",),
        kind=Kind.PERSON,
        weak=("Falcon",),
        programmes=("KAR",),
        since="2014-05-01",
        births=("1961",),
    )
    assert broken == Broken(place=2, reason="no number or no name")


def test_other_xml_is_told(tmp_path: Path) -> None:
    """XML of no list is an error and no empty list."""
    with pytest.raises(ReportedlyError, match="<feed>"):
        list(read_list(_write(tmp_path, "feed.xml", "<feed><entry/></feed>")))
