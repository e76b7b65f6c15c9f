"""Claims with their reports, in order."""

from __future__ import annotations

import msgspec

from reportedly.base.store import Selection, Store
from reportedly.views.claims import in_time, same, told


def test_a_claim_comes_with_its_report(store: Store) -> None:
    """Sentence, hedge, words, day, place and report."""
    (one,) = told(store, Selection(predicate="present_at", modality="reported"))
    assert one.head.title == "Orev seen in Maresh"
    assert one.sentence == "Danu Orev was present in Maresh"
    assert one.held == "reported, according to officials"
    assert one.quote == "Danu Orev, who leads the Ash Brigade, was reportedly seen in Maresh on Friday, officials said."
    assert (one.when, one.where) == ("2016-05-20 (“Friday”)", "Maresh")


def test_the_order_of_time(store: Store) -> None:
    """What is told of a day comes by that day, else by the day of the report; undated reports come last."""
    ordered = in_time(told(store))
    assert [(one.claim.predicate, one.moment[0]) for one in ordered] == [
        ("present_at", "2016-05-20"),
        ("leads", "2016-05-24"),
        ("met", "2016-05-24"),
        ("present_at", "2016-05-24"),
        ("attacked", "9999"),
        ("attacked", "9999"),
    ]
    assert in_time(reversed(ordered)) == ordered


def test_an_open_beginning_counts_by_its_end(store: Store) -> None:
    """A claim that held until some day is put at that day."""
    (one,) = told(store, Selection(predicate="present_at", modality="reported"))
    assert one.claim.time is not None
    time = msgspec.structs.replace(one.claim.time, earliest=None, latest="2015-01-01")
    earlier = msgspec.structs.replace(one, claim=msgspec.structs.replace(one.claim, time=time))
    assert earlier.moment[0] == "2015-01-01"


def test_what_is_told_alike_stands_together(store: Store) -> None:
    """The same sentence, held alike, is one; another hedge or voice keeps it apart; nothing is lost."""
    claims = tuple(told(store))
    groups = same([*claims, claims[0]])
    assert [len(group.claims) for group in groups] == [2, 1, 1, 1, 1, 1]
    assert groups[0].first == claims[0]
    assert [head.title for head in groups[0].reports] == ["Orev seen in Maresh"]
    present = [group for group in groups if group.first.sentence == "Danu Orev was present in Maresh"]
    assert [group.first.held for group in present] == ["reported, according to officials", "said outright"]
