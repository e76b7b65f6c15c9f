"""OFAC's advanced XML says of a person what the other formats say, and since when it is listed."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.errors import ReportedlyError
from reportedly.records.listed import Broken, Entered, Listed, ListHead, Listing
from reportedly.records.mention import Kind
from reportedly.review import xml_lists
from reportedly.review.lists import read_list

ADVANCED = """<?xml version="1.0"?>
<Sanctions xmlns="http://example.org/advanced">
<DateOfIssue CalendarTypeID="1"><Year>2024</Year><Month>5</Month><Day>3</Day></DateOfIssue>
<ReferenceValueSets>
<PartyTypeValues><PartyType ID="1">Individual</PartyType><PartyType ID="2">Entity</PartyType>
<PartyType ID="4">Transport</PartyType></PartyTypeValues>
<PartySubTypeValues><PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType>
<PartySubType ID="3" PartyTypeID="2">Unknown</PartySubType>
<PartySubType ID="1" PartyTypeID="4">Vessel</PartySubType></PartySubTypeValues>
<NamePartTypeValues><NamePartType ID="1520">Last Name</NamePartType><NamePartType ID="1521">First Name</NamePartType>
<NamePartType ID="1525">Entity Name</NamePartType></NamePartTypeValues>
<FeatureTypeValues><FeatureType ID="8">Birthdate</FeatureType><FeatureType ID="9">Place of Birth</FeatureType>
</FeatureTypeValues>
<IDRegDocTypeValues><IDRegDocType ID="1571">Passport</IDRegDocType></IDRegDocTypeValues>
<ListValues><List ID="1550">SDN List</List><List ID="91243">Consolidated List</List></ListValues>
</ReferenceValueSets>
<Locations><Location ID="1"><LocationCountry/></Location></Locations>
<IDRegDocuments><IDRegDocument ID="5" IDRegDocTypeID="1571" IdentityID="11">
<IDRegistrationNo>K-77</IDRegistrationNo></IDRegDocument></IDRegDocuments>
<DistinctParties>
<DistinctParty FixedRef="1"><Profile ID="1" PartySubTypeID="4"><Identity ID="11" Primary="true">
<Alias AliasTypeID="1400" Primary="false" LowQuality="false"><DocumentedName>
<DocumentedNamePart><NamePartValue NamePartGroupID="71">OREV</NamePartValue></DocumentedNamePart>
<DocumentedNamePart><NamePartValue NamePartGroupID="72">Danou</NamePartValue></DocumentedNamePart></DocumentedName>
</Alias>
<Alias AliasTypeID="1403" Primary="true" LowQuality="false"><DocumentedName>
<DocumentedNamePart><NamePartValue NamePartGroupID="71">OREV</NamePartValue></DocumentedNamePart>
<DocumentedNamePart><NamePartValue NamePartGroupID="72">Danu</NamePartValue></DocumentedNamePart></DocumentedName>
</Alias>
<Alias AliasTypeID="1400" Primary="false" LowQuality="true"><DocumentedName>
<DocumentedNamePart><NamePartValue NamePartGroupID="71">FALCON</NamePartValue></DocumentedNamePart></DocumentedName>
</Alias>
<NamePartGroups><MasterNamePartGroup><NamePartGroup ID="71" NamePartTypeID="1520"/></MasterNamePartGroup>
<MasterNamePartGroup><NamePartGroup ID="72" NamePartTypeID="1521"/></MasterNamePartGroup></NamePartGroups></Identity>
<Feature ID="3" FeatureTypeID="8"><FeatureVersion ID="4"><DatePeriod><Start>
<From><Year>1961</Year><Month>1</Month><Day>1</Day></From><To><Year>1961</Year><Month>12</Month><Day>31</Day></To>
</Start></DatePeriod></FeatureVersion></Feature></Profile></DistinctParty>
<DistinctParty FixedRef="2"><Profile ID="2" PartySubTypeID="3"><Identity ID="12"/></Profile></DistinctParty>
<DistinctParty FixedRef="3"><Profile ID="3" PartySubTypeID="1"><Identity ID="13"><Alias Primary="true">
<DocumentedName><DocumentedNamePart><NamePartValue NamePartGroupID="73">TARVO STAR</NamePartValue></DocumentedNamePart>
</DocumentedName></Alias></Identity></Profile></DistinctParty>
</DistinctParties>
<SanctionsEntries><SanctionsEntry ID="1" ProfileID="1" ListID="1550">
<EntryEvent ID="7"><Date><Year>2019</Year><Month>1</Month><Day>4</Day></Date></EntryEvent>
<EntryEvent ID="8"><Date><Year>2021</Year><Month>2</Month><Day>5</Day></Date></EntryEvent>
<SanctionsMeasure ID="9" SanctionsTypeID="1"><Comment>SDGT</Comment></SanctionsMeasure></SanctionsEntry>
<SanctionsEntry ID="2" ProfileID="3" ListID="91243"/></SanctionsEntries></Sanctions>
"""


def test_advanced(tmp_path: Path) -> None:
    """Parts of names in the order in which they are spoken, the primary one first; entries with their first day."""
    path = tmp_path / "sdn_advanced.xml"
    path.write_text(ADVANCED, encoding="utf-8")
    _, head, person, broken, ship, entry, other = read_list(path)
    sdn, whose = "OFAC SDN list", "United States"
    assert head == ListHead(name=sdn, authorities=(whose,), published="2024-05-03")
    assert person == Listed(
        id="ofac-1",
        names=("Danu OREV", "Danou OREV"),
        kind=Kind.PERSON,
        weak=("FALCON",),
        births=("1961",),
        identifiers=("Passport K-77",),
        listings=(Listing(list=sdn, authority=whose),),
    )
    assert isinstance(broken, Broken)
    assert isinstance(ship, Listed)
    assert ship.kind is None
    listing = Listing(list=sdn, authority=whose, since="2019-01-04", programmes=("SDGT",))
    assert entry == Entered(record="ofac-1", listing=listing)
    assert isinstance(other, Entered)
    assert (other.listing.list, other.listing.since) == ("OFAC Consolidated List", None)


def test_a_record_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A record of too many elements is an error before it fills the memory; the same many in several are none."""
    monkeypatch.setattr(xml_lists, "_MOST", 120)
    many = '<Alias Primary="false"/>' * 100
    path = tmp_path / "sdn_advanced.xml"
    path.write_text(ADVANCED.replace('<Identity ID="12"/>', f'<Identity ID="12">{many}</Identity>'), encoding="utf-8")
    assert len(list(read_list(path))) == 7
    path.write_text(ADVANCED.replace('<Identity ID="12"/>', f"<Identity>{many * 2}</Identity>"), encoding="utf-8")
    with pytest.raises(ReportedlyError, match="more than 120 elements"):
        list(read_list(path))
