"""What stands around names speaks for or against one bearer."""

from __future__ import annotations

import pytest

from reportedly.entities.around import Around, around, meaning_of, merged, signs
from reportedly.records.entity import Member
from reportedly.records.mention import Kind


def _around(document: str = "d1", **context: object) -> Around:
    member = Member(id=f"{document}|person|x", document_id=document, name="X", kind=Kind.PERSON, **context)  # type: ignore[arg-type]
    return around([member])


@pytest.mark.parametrize(
    ("left", "right", "sign", "reason"),
    [
        ({"bodies": {"quds force"}}, {"bodies": {"qods force"}}, 1, "tied to qods force"),
        ({"roles": {"commander"}}, {"roles": {"commander"}}, 1, "both are called commander"),
        ({"places": {"maresh"}}, {"places": {"maresh"}}, 1, "placed in maresh"),
        ({"together": {"mira kolt"}}, {"together": {"mira kolt"}}, 1, "named with mira kolt"),
        ({"bodies": {"ash brigade"}}, {"bodies": {"tarvo police"}}, -1, "one is tied to ash brigade"),
        ({"died": "2020-01-03"}, {"seen": {"2020-02-01"}}, -1, "one was dead by 2020-01-03"),
        ({"died": "2020-01-03"}, {"seen": {"2020-01-05"}}, 0, ""),  # news runs behind
        ({"died": "2020"}, {"seen": {"2021-01-05"}}, 0, ""),  # no day
        ({"places": {"maresh"}}, {"places": {"tarvo"}}, 0, ""),  # people travel
    ],
)
def test_signs(left: dict[str, object], right: dict[str, object], sign: int, reason: str) -> None:
    """Each shared or clashing thing weighs in its direction, whichever side it stands on, and says why."""
    for one, other in ((left, right), (right, left)):
        found = signs(_around("d1", **_sets(one)), _around("d2", **_sets(other)), {}, 5)
        assert (found.weight > 0) - (found.weight < 0) == sign
        assert bool(found.reasons) == bool(sign)
    written: dict[str | int, str] = {meaning_of("mira kolt"): "mira kolt"}
    found = signs(_around("d1", **_sets(left)), _around("d2", **_sets(right)), {}, 5, written)
    assert reason in " ".join(found.reasons)


def _sets(context: dict[str, object]) -> dict[str, object]:
    return {what: frozenset(value) if isinstance(value, set) else value for what, value in context.items()}


def test_who_stands_everywhere_tells_nothing() -> None:
    """A companion in half of all reports weighs nothing, a rare one much."""
    left, right = (_around(d, together=frozenset({"mira kolt"})) for d in ("d1", "d2"))
    common = signs(left, right, {meaning_of("mira kolt"): 50}, 100)
    rare = signs(left, right, {meaning_of("mira kolt"): 2}, 100)
    assert (common.shared, rare.shared > 0.5) == (0.0, True)


def test_contexts_are_merged_as_if_gathered_at_once() -> None:
    """What stands around two members taken together is the same, at once or one after another."""
    members = [
        Member(
            id="d1|group|x",
            document_id="d1",
            name="X",
            kind=Kind.GROUP,
            bodies=frozenset({"quds force"}),
            died="2020-01-03",
        ),
        Member(id="d2|group|x", document_id="d2", name="X", kind=Kind.GROUP, bodies=frozenset({"qods force"}), place=7),
    ]
    assert merged(around(members[:1]), around(members[1:])) == around(members)
