"""“Designated by” in reports beside what lists say: only confirmed links speak, and each disagreement is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.base.reports import day, fill

from reportedly.base.assemble import find, world
from reportedly.base.store import Store
from reportedly.records.claim import Modality
from reportedly.records.decision import Verdict
from reportedly.records.listed import Listed, ListHead, Listing
from reportedly.records.mention import Kind
from reportedly.review.entities import decide
from reportedly.review.link import link
from reportedly.testing import make_reading
from reportedly.views.dossier import dossiers
from reportedly.views.listings import Agreement, Listings, authority_of

HEAD = ListHead(name="OFAC SDN list", authorities=("United States",), published="2024-05-01")
UN = ListHead(name="UN Security Council list", authorities=("United Nations",))
TOLD = "The Treasury Department sanctioned Danu Orev on March 3, 2019."


def _base(path: Path, **claim: Any) -> Store:
    """A base of one report that tells of a listing."""
    told = {
        "predicate": "designated_by",
        "evidence": TOLD,
        "subject": "Danu Orev",
        "object": ("Treasury Department", Kind.STATE_BODY),
        **claim,
    }
    names = {"Danu Orev": Kind.PERSON, "Treasury Department": Kind.STATE_BODY}
    return fill(path / "a.db", make_reading(TOLD, names=names, claims=[told], published="2019-03-04"))


def _link(base: Store, *, since: str | None = None, head: ListHead = HEAD, decided: bool = True) -> None:
    listing = Listing(list=head.name, authority=head.authorities[0], since=since)
    record = Listed(id=f"{head.name}-1", names=("Danu Orev",), kind=Kind.PERSON, listings=(listing,))
    link(base, world(base), [head, record])
    if decided:
        known = world(base)
        decide(base, known, Verdict.SAME, (find(known, "Danu Orev").members[0], record.id), "seen", "ana")


def _listings(base: Store) -> Listings:
    (one,) = dossiers(base, "Danu Orev")
    return one.listings


def _agreement(base: Store) -> list[tuple[str, Agreement]]:
    return [(check.authority, check.agreement) for check in _listings(base).checks]


def test_a_report_and_no_list(tmp_path: Path) -> None:
    """Without a list of that authority nothing is confirmed or contradicted; a list of another changes nothing."""
    with _base(tmp_path) as base:
        assert _agreement(base) == [("United States", Agreement.NO_LIST)]
        link(base, world(base), [UN])
        assert _agreement(base) == [("United States", Agreement.NO_LIST)]


def test_a_list_without_a_record(tmp_path: Path) -> None:
    """The list of that authority was read and has nobody: it contradicts, and says of which day it is."""
    with _base(tmp_path) as base:
        link(base, world(base), [HEAD])
        assert _agreement(base) == [("United States", Agreement.CONTRADICTED)]
        sentence = _listings(base).checks[0].sentence
        assert sentence.startswith("Reports tell of a listing by the United States.")
        assert "OFAC SDN list of 2024-05-01" in sentence


def test_an_open_link_confirms_nothing(tmp_path: Path) -> None:
    """A proposal of the machine is no confirmation."""
    with _base(tmp_path) as base:
        _link(base, decided=False)
        assert _agreement(base) == [("United States", Agreement.OPEN)]
        assert (_listings(base).accepted, _listings(base).open) == ((), 1)


@pytest.mark.parametrize(
    ("since", "agreement"),
    [
        (None, Agreement.CONFIRMED),
        ("2019-03-03", Agreement.CONFIRMED),
        ("2018-01-01", Agreement.CONFIRMED),
        ("2019", Agreement.CONFIRMED),
        ("2019-03-04", Agreement.CONTRADICTED),
        ("2020", Agreement.CONTRADICTED),
    ],
)
def test_days(tmp_path: Path, since: str | None, agreement: Agreement) -> None:
    """A confirmed record confirms, unless the list has it only from a later day than reports do."""
    with _base(tmp_path, time=day(TOLD, "March 3, 2019", "2019-03-03")) as base:
        _link(base, since=since)
        assert _agreement(base) == [("United States", agreement)]
        (check,) = _listings(base).checks
        assert len(check.claims) == 1


def test_a_denial(tmp_path: Path) -> None:
    """A denied listing is contradicted by the list that has it, and borne out by one that has not."""
    with _base(tmp_path, modality=Modality.DENIED) as base:
        link(base, world(base), [HEAD])
        assert _agreement(base) == [("United States", Agreement.CONFIRMED)]
        _link(base)
        assert _agreement(base) == [("United States", Agreement.CONTRADICTED)]


def test_a_record_that_is_gone(tmp_path: Path) -> None:
    """A newer edition without the record contradicts what reports say, and the link is shown as gone."""
    with _base(tmp_path) as base:
        _link(base)
        link(base, world(base), [HEAD])
        assert _agreement(base) == [("United States", Agreement.CONTRADICTED)]
        assert [one.proposal.gone for one in _listings(base).accepted] == [True]


def test_a_list_that_no_report_tells_of(tmp_path: Path) -> None:
    """Each authority by itself: what only the list has is told too."""
    with _base(tmp_path) as base:
        _link(base, head=UN)
        assert _agreement(base) == [
            ("United Nations", Agreement.ONLY_LISTED),
            ("United States", Agreement.NO_LIST),
        ]


def test_who_lists_others_is_not_listed(tmp_path: Path) -> None:
    """The claim stands in the dossier of the authority as well, and there it is no listing."""
    with _base(tmp_path) as base:
        (one,) = dossiers(base, "Treasury Department")
        assert one.claims == 1
        assert one.listings == Listings()


@pytest.mark.parametrize(
    ("words", "authority"),
    [
        ("U.S. Treasury Department", "United States"),
        ("the Treasury", "United States"),
        ("United States Treasury", "United States"),
        ("the United States Department of Commerce", "United States"),
        ("European Union sanctions committee", "European Union"),
        ("Union of Karvia", "Union of Karvia"),
        ("US Department of Commerce", "United States"),
        ("UN Security Council", "United Nations"),
        ("British Foreign Ministry", "United Kingdom"),
        ("Karvia", "Karvia"),
    ],
)
def test_authorities(words: str, authority: str) -> None:
    """Bodies are told by whose they are."""
    assert authority_of(words) == authority
