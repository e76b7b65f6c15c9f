"""Who is who over many documents: what is joined, what is kept apart, and that order is of no matter."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.entities.aliases import Aliases
from reportedly.entities.gather import member_id
from reportedly.entities.resolve import resolve
from reportedly.records.decision import Decision, Verdict
from reportedly.records.entity import Entities, Member
from reportedly.records.mention import Kind

PERSON, GROUP, PLACE = Kind.PERSON, Kind.GROUP, Kind.PLACE


def _member(document: str, name: str, kind: Kind = PERSON, **context: object) -> Member:
    given = {
        what: frozenset(map(str, value)) if isinstance(value, list | tuple) else value
        for what, value in context.items()
    }
    spellings = given.pop("spellings", frozenset({name}))
    assert isinstance(spellings, frozenset)
    return Member(
        id=member_id(document, kind, name),
        document_id=document,
        name=name,
        kind=kind,
        spellings=tuple(sorted(spellings)),
        published=f"2021-03-0{document[1:]}",
        **given,  # type: ignore[arg-type]
    )


def _decision(number: int, verdict: Verdict, *about: str, undoes: int | None = None) -> Decision:
    return Decision(
        id=number, verdict=verdict, about=about, reason="seen", by="ana", at="2024-01-01T00:00:00Z", undoes=undoes
    )


def _together(found: Entities, *ids: str) -> bool:
    return any(set(ids) <= set(entity.members) for entity in found.entities)


def _run(members: Iterable[Member], *decisions: Decision) -> Entities:
    return resolve(members, decisions)


def test_spellings_with_shared_context_are_one_person() -> None:
    """Two spellings of a full name that stand beside one body are one; the entity knows both."""
    one = _member("d1", "Qassem Darwishi", bodies=["north corps"])
    other = _member("d2", "قاسم درويشي", bodies=["north corps"])
    found = _run([one, other])
    assert _together(found, one.id, other.id)
    assert set(found.entities[0].names) == {"Qassem Darwishi", "قاسم درويشي"}
    assert found.entities[0].links[0].why != ""


def test_brothers_are_not_joined_by_what_they_share() -> None:
    """Father's name, family name and company are those of brothers too: given names that differ keep them two."""
    one = _member("d1", "Mohamed Hamdan Dagalo", bodies=["rapid corps"])
    other = _member("d2", "Abdelrahim Hamdan Dagalo", bodies=["rapid corps"])
    assert len(_run([one, other]).entities) == 2


def test_three_words_that_differ_in_spelling_only_are_one_person() -> None:
    """Hardly two people share three names; two words wait for what stands around them."""
    full = [_member("d1", "Mohamed Hamdan Dagalo"), _member("d2", "Mohamed Hamdan Daglo")]
    assert len(_run(full).entities) == 1
    short = [_member("d1", "Qassem Darwishi"), _member("d2", "Qasim Darwishi")]
    assert len(_run(short).entities) == 2


def test_groups_are_never_joined_on_names_alone() -> None:
    """Two spellings of a group's name wait for context or for a person; with context they are one."""
    alone = [_member("d1", "Liwa al-Fajr", GROUP), _member("d2", "Fajr Brigade", GROUP)]
    found = _run(alone)
    assert len(found.entities) == 2
    assert [(link.left, link.right) for link in found.queue] == [(alone[0].id, alone[1].id)]
    led = [
        _member("d1", "Liwa al-Fajr", GROUP, bodies=["omar haddad"]),
        _member("d2", "Fajr Brigade", GROUP, bodies=["omar haddad"]),
    ]
    assert len(_run(led).entities) == 1


def test_hezbollah_and_its_namesake_stay_two() -> None:
    """Shared context never makes Hezbollah and Kata'ib Hezbollah one, while the latter's translation is one with it."""
    context = {"bodies": ["akram rahimi"], "places": ["damascus"]}
    names = ("Hezbollah", "Kata'ib Hezbollah", "Hezbollah Brigades")
    members = [_member(f"d{i}", name, GROUP, **context) for i, name in enumerate(names, 1)]
    for aliases in (None, Aliases(())):
        found = resolve(members, [], aliases)
        assert _together(found, members[1].id, members[2].id)
        assert not _together(found, members[0].id, members[1].id)
        assert not _together(found, members[0].id, members[2].id)


def test_known_names_that_share_no_letter_are_one() -> None:
    """What only the table of aliases ties is joined though nothing in the words brings the two names together."""
    found = _run([_member("d1", "Daesh", GROUP), _member("d2", "ISIL", GROUP), _member("d3", "Ash Brigade", GROUP)])
    assert len(found.entities) == 2


def test_a_legal_form_is_no_part_of_a_name() -> None:
    """Tarvo Ltd. is Tarvo where both are organisations; the Tarvo Company of an army is not the army's Tarvo."""
    firms = [_member("d1", "Tarvo Steel Ltd.", Kind.ORGANISATION), _member("d2", "Tarvo Steel", Kind.ORGANISATION)]
    (found,) = _run(firms).entities
    assert [link.why for link in found.links] == [
        "“Tarvo Steel Ltd.” and “Tarvo Steel” differ in their legal form only."
    ]
    soldiers = [_member("d1", "Tarvo Company", GROUP), _member("d2", "Tarvo", GROUP)]
    assert len(_run(soldiers).entities) == 2


def test_a_short_form_of_a_place_in_its_own_report() -> None:
    """One report may call the Tarvo air base the Tarvo base; two names in one sentence are two places all the same."""
    full = _member("d1", "Wadi Tarvo air base", Kind.FACILITY)
    assert len(_run([full, _member("d1", "Wadi Tarvo base", Kind.FACILITY)]).entities) == 1
    assert len(_run([full, _member("d1", "Wadi Tarvo base", Kind.FACILITY, beside=[full.id])]).entities) == 2
    people = [_member("d1", "Qassem Darwishi", bodies=["corps"]), _member("d1", "Kasim Darwishi", bodies=["corps"])]
    assert len(_run(people).entities) == 2


def test_a_place_and_its_kind() -> None:
    """Maresh may be the state or a town in it: the map joins or parts them, and nobody is asked what none can tell."""
    context = {"together": ["danu orev"]}
    open_ = _run([_member("d1", "Maresh", PLACE, **context), _member("d2", "Maresh state", PLACE, **context)])
    assert (len(open_.entities), open_.queue) == (2, ())
    for one, other, entities in ((7, 7, 1), (7, 8, 2)):
        members = [_member("d1", "Maresh", PLACE, place=one), _member("d2", "Maresh state", PLACE, place=other)]
        found = _run(members)
        assert (len(found.entities), found.queue) == (entities, ())


def test_a_land_is_no_town_of_a_like_name() -> None:
    """Whatever stands around both, a state and a town are neither joined nor asked about for their spelling."""
    context = {"together": ["danu orev", "mira kolt"], "bodies": ["ash brigade"], "places": ["tarvo"]}
    town = _member("d2", "Maresj", PLACE, **context)
    found = _run([_member("d1", "Maresh", Kind.STATE, **context), town])
    assert (len(found.entities), found.queue) == (2, ())
    assert len(_run([_member("d1", "Maresh", PLACE, **context), town]).entities) == 1
    mapped = [_member("d1", "Maresh", Kind.STATE, place=7), _member("d2", "Maresj", PLACE, place=7)]
    assert len(_run(mapped).entities) == 1


def test_names_that_are_unlike_by_themselves_are_not_asked_about() -> None:
    """Common company lifts no pair into the queue whose names differ."""
    context = {"together": ["danu orev", "mira kolt"], "bodies": ["ash brigade"], "places": ["tarvo"]}
    pair = [_member("d1", "Sishii", PLACE, **context), _member("d2", "Yosheezui", PLACE, **context)]
    found = _run(pair)
    assert (len(found.entities), found.queue) == (2, ())


def test_a_long_queue_says_how_long_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept of it are the likeliest; the others are counted."""
    members = [_member("d1", f"Liwa al-{word}", GROUP) for word in ("Fajr", "Sayf", "Nasr")]
    members += [_member("d2", f"{word} Brigade", GROUP) for word in ("Fajr", "Sayf", "Nasr")]
    every = _run(members)
    assert (len(every.queue), every.unlisted) == (3, 0)
    monkeypatch.setattr("reportedly.entities.shown._QUEUE", 1)
    found = _run(members)
    assert (found.queue, found.unlisted) == (every.queue[:1], 2)


def test_a_bare_name_joins_the_one_person_that_its_context_points_to() -> None:
    """A family name alone goes to the bearer whose body it shares, and to none when two fit."""
    bare = _member("d3", "Darwishi", bodies=["north corps"])
    qassem = _member("d1", "Qassem Darwishi", bodies=["north corps"])
    hadi = _member("d2", "Hadi Darwishi", bodies=["south corps"])
    assert _together(_run([bare, qassem, hadi]), bare.id, qassem.id)
    twin = _member("d2", "Hadi Darwishi", bodies=["north corps"])
    undecided = _run([bare, qassem, twin])
    assert len(undecided.entities) == 3
    assert any(bare.id in (link.left, link.right) for link in undecided.queue)


def test_generic_names_wait_for_context() -> None:
    """An interior ministry of two reports is two, until the same people are tied to it."""
    apart = [_member("d1", "Interior Ministry", Kind.STATE_BODY), _member("d2", "Interior Ministry", Kind.STATE_BODY)]
    assert len(_run(apart).entities) == 2
    tied = [_member(f"d{i}", "Interior Ministry", Kind.STATE_BODY, bodies=["hadi darwishi"]) for i in (1, 2)]
    assert len(_run(tied).entities) == 1
    for known in ("Ash Brigade", "Security Council"):
        assert len(_run([_member("d1", known, GROUP), _member("d2", known, GROUP)]).entities) == 1


def test_bare_names_alone_join_nothing() -> None:
    """Two reports that know a family name only are not taken for one person's."""
    assert len(_run([_member("d1", "Darwishi"), _member("d2", "Darwishi")]).entities) == 2


def test_one_sentence_and_kin_keep_apart() -> None:
    """Two names in one sentence are two bearers, and so are a man and his brother."""
    other = _member("d1", "Kasim Darwishi", bodies=["north corps"])
    one = _member("d1", "Qassem Darwishi", bodies=["north corps"], beside=[other.id])
    assert len(_run([one, other]).entities) == 2
    brother = _member("d1", "Qassem Darwishi", bodies=["north corps"], kin=[other.id])
    assert len(_run([brother, other]).entities) == 2


def test_what_the_text_says_is_followed() -> None:
    """Unlike names are one where a report says so, even in one sentence."""
    other = _member("d1", "Abu Zeyd")
    one = _member("d1", "Qassem Darwishi", known_as=[other.id], beside=[other.id])
    assert len(_run([one, other]).entities) == 1


def test_the_dead_are_not_seen_again() -> None:
    """Of two reports on one name, one on a death and one on a later meeting, two people are made."""
    dead = _member("d1", "Qassem Darwishi", died="2020-01-03")
    alive = _member("d2", "Qassem Darwishi", seen=["2021-02-01"])
    assert len(_run([dead, alive]).entities) == 2
    earlier = _member("d2", "Qassem Darwishi", seen=["2019-02-01"])
    assert len(_run([dead, earlier]).entities) == 1


def test_places_on_two_spots_of_the_map_stay_two() -> None:
    """Equal names of places are one, unless the gazetteer has them in two places."""
    assert len(_run([_member("d1", "Tripoli", PLACE, place=1), _member("d2", "Tripoli", PLACE, place=2)]).entities) == 2
    assert len(_run([_member("d1", "Tripoli", PLACE, place=1), _member("d2", "Tripoli", PLACE, place=1)]).entities) == 1


def test_a_person_joins_and_parts_and_renames() -> None:
    """What a person decides holds whatever names and context say, and is seen in the entity."""
    one, other = _member("d1", "Qassem Darwishi"), _member("d2", "Abu Zeyd")
    joined = _run(
        [one, other], _decision(1, Verdict.SAME, one.id, other.id), _decision(2, Verdict.RENAME, one.id, "Q. D.")
    )
    assert [entity.name for entity in joined.entities] == ["Q. D."]
    assert joined.entities[0].links[0].decision == 1
    equal = [_member("d1", "Qassem Darwishi"), _member("d2", "Qassem Darwishi")]
    assert len(_run(equal).entities) == 1
    assert len(_run(equal, _decision(1, Verdict.DIFFERENT, equal[0].id, equal[1].id)).entities) == 2


def test_splitting_one_report_off_leaves_the_rest() -> None:
    """A member that is none of the others leaves their entity alone."""
    members = [_member(f"d{i}", "Qassem Darwishi") for i in range(1, 5)]
    split = _decision(1, Verdict.DIFFERENT, members[1].id, *(m.id for m in members if m is not members[1]))
    found = _run(members, split)
    assert sorted(len(entity.members) for entity in found.entities) == [1, 3]


def test_a_contradiction_is_refused_with_its_reason() -> None:
    """A later same cannot override a different, directly or over a third, until that is undone."""
    a, b, c = (_member(f"d{i}", name) for i, name in enumerate(("Ali Darwishi", "Abu Zeyd", "Omar Haddad"), 1))
    log = [_decision(1, Verdict.DIFFERENT, a.id, b.id), _decision(2, Verdict.SAME, a.id, c.id)]
    refused = _run([a, b, c], *log, _decision(3, Verdict.SAME, c.id, b.id))
    assert [(r.decision, r.against) for r in refused.refusals] == [(3, (1,))]
    assert "decision 1" in refused.refusals[0].why
    assert not _together(refused, a.id, b.id)
    undone = _run([a, b, c], *log, _decision(3, Verdict.SAME, c.id, b.id), _decision(4, Verdict.UNDO, undoes=1))
    assert undone.refusals == ()
    assert len(undone.entities) == 1


def test_a_different_inside_what_was_made_one_is_refused() -> None:
    """The path of the decisions that made two members one is named."""
    a, b, c = (_member(f"d{i}", name) for i, name in enumerate(("Ali Darwishi", "Abu Zeyd", "Omar Haddad"), 1))
    log = [_decision(1, Verdict.SAME, a.id, b.id), _decision(2, Verdict.SAME, b.id, c.id)]
    found = _run([a, b, c], *log, _decision(3, Verdict.DIFFERENT, a.id, c.id))
    assert [(r.decision, r.against) for r in found.refusals] == [(3, (1, 2))]
    assert len(found.entities) == 1


def test_what_nobody_can_tell_is_not_asked_again() -> None:
    """An unsure pair leaves the queue and is not joined."""
    pair = [_member("d1", "Liwa al-Fajr", GROUP), _member("d2", "Fajr Brigade", GROUP)]
    assert _run(pair).queue != ()
    found = _run(pair, _decision(1, Verdict.UNSURE, pair[0].id, pair[1].id))
    assert found.queue == ()
    assert len(found.entities) == 2


def test_same_answers_an_open_question() -> None:
    """Once somebody can tell, the earlier unsure no longer holds; an unsure about what is one is refused."""
    a, b = _member("d1", "Ali Darwishi"), _member("d2", "Abu Zeyd")
    log = [_decision(1, Verdict.UNSURE, a.id, b.id), _decision(2, Verdict.SAME, a.id, b.id)]
    found = _run([a, b], *log, _decision(3, Verdict.UNSURE, b.id, a.id))
    assert len(found.entities) == 1
    assert [(r.decision, r.against) for r in found.refusals] == [(3, (2,))]


def test_decisions_survive_a_fuller_name() -> None:
    """A decision on a name holds when a newer engine finds a fuller one in the same report."""
    short, other = _member("d1", "Darwishi"), _member("d2", "Abu Zeyd")
    fuller = _member("d1", "Qassem Darwishi", spellings=("Darwishi", "Qassem Darwishi"))
    decision = _decision(1, Verdict.SAME, short.id, other.id)
    assert len(_run([fuller, other], decision).entities) == 1


def test_nothing_is_nothing() -> None:
    """No members, no entities."""
    assert _run([]) == Entities()


NAMES = ("Qassem Darwishi", "Kasim Darvishi", "قاسم درويشي", "Darwishi", "Hadi Darwishi", "Abu Zeyd", "Qassem al-Amin")
BODIES = ("north corps", "south corps")


@st.composite
def _worlds(draw: st.DrawFn) -> tuple[list[Member], list[Decision]]:
    """Members of a few reports with some context, and decisions on them."""
    chosen = draw(st.lists(st.tuples(st.integers(1, 5), st.sampled_from(NAMES)), min_size=2, max_size=9, unique=True))
    members = [
        _member(f"d{number}", name, bodies=draw(st.lists(st.sampled_from(BODIES), max_size=1)))
        for number, name in chosen
    ]
    decisions = []
    for number in range(1, draw(st.integers(0, 5)) + 1):
        a, b = draw(st.sampled_from(members)).id, draw(st.sampled_from(members)).id
        verdict = draw(st.sampled_from([Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE, Verdict.UNDO]))
        if verdict is Verdict.UNDO:
            decisions.append(_decision(number, verdict, undoes=draw(st.integers(1, number))))
        else:
            decisions.append(_decision(number, verdict, a, b))
    return members, decisions


@settings(max_examples=60, deadline=None)
@given(_worlds(), st.randoms(use_true_random=False))
def test_neither_the_order_of_reading_nor_replaying_changes_anything(
    world: tuple[list[Member], list[Decision]], chance: object
) -> None:
    """Shuffled members and a shuffled log give the very same entities, queue and refusals."""
    members, decisions = world
    found = resolve(members, decisions)
    shuffled, log = members[:], decisions[:]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    chance.shuffle(log)  # type: ignore[attr-defined]
    assert resolve(shuffled, log) == found


@settings(max_examples=60, deadline=None)
@given(_worlds())
def test_what_must_hold_of_all_entities(world: tuple[list[Member], list[Decision]]) -> None:
    """Each member stands in one entity, no different is broken, and each same is followed or refused."""
    members, decisions = world
    found = resolve(members, decisions)
    inside = [member for entity in found.entities for member in entity.members]
    assert sorted(inside) == sorted(member.id for member in members)
    assert len({entity.id for entity in found.entities}) == len(found.entities)
    refused = {refusal.decision for refusal in found.refusals}
    undone = _undone(decisions)
    for decision in decisions:
        if decision.id in undone or decision.id in refused or decision.verdict is Verdict.UNDO:
            continue
        one, other = decision.about
        if one != other:
            assert _together(found, one, other) == (decision.verdict is Verdict.SAME) or (
                decision.verdict is Verdict.UNSURE
            )


def _undone(decisions: list[Decision]) -> set[int]:
    undone: set[int] = set()
    for decision in reversed(decisions):
        if decision.id not in undone and decision.undoes is not None:
            undone.add(decision.undoes)
    return undone


@settings(max_examples=40, deadline=None)
@given(_worlds())
def test_undoing_everything_gives_back_what_was(world: tuple[list[Member], list[Decision]]) -> None:
    """With every decision taken back, the entities are those without any."""
    members, decisions = world
    kept = [decision for decision in decisions if decision.verdict is not Verdict.UNDO]
    back = [_decision(100 + d.id, Verdict.UNDO, undoes=d.id) for d in kept]
    assert resolve(members, [*kept, *back]) == resolve(members, [])


@pytest.mark.parametrize("count", [400])
def test_one_name_in_many_reports_is_quick(count: int) -> None:
    """A name that stands in hundreds of reports costs no comparison of each with each."""
    members = [
        Member(id=member_id(f"d{i}", PLACE, "Damascus"), document_id=f"d{i}", name="Damascus", kind=PLACE)
        for i in range(count)
    ]
    assert [len(entity.members) for entity in resolve(members, []).entities] == [count]


def test_a_word_more_beside_another_spelling_is_another_place() -> None:
    """Of two airports, one named by two words that sound like the other's single one, only the map may make one."""
    names = "Marung Bai International Airport", "Marungi International Airport"
    one, other = (_member(f"d{i}", name, Kind.FACILITY, together=["ilo varek"]) for i, name in enumerate(names, 1))
    assert not _together(_run([one, other]), one.id, other.id)
    mapped = [msgspec.structs.replace(member, place=7) for member in (one, other)]
    assert _together(_run(mapped), one.id, other.id)


@pytest.mark.parametrize("longer", ["Port Tarvo", "West Tarvo", "southern Tarvo"])
def test_a_place_named_after_another_is_no_question(longer: str) -> None:
    """“Port Tarvo” and “West Tarvo” are neither joined with “Tarvo” nor asked about, however alike the context."""
    around = {"together": ["mira kolt", "danu orev", "ilo varek"]}
    land, port = _member("d1", "Tarvo", PLACE, **around), _member("d2", longer, PLACE, **around)
    found = _run([land, port])
    assert not _together(found, land.id, port.id)
    assert found.queue == ()


def test_the_map_joins_a_place_whose_name_is_shortened() -> None:
    """Where the map has both as one place, the head that one report leaves out does not keep them apart."""
    one, other = _member("d1", "Tarvo", PLACE, place=7), _member("d2", "Port Tarvo", PLACE, place=7)
    assert _together(_run([one, other]), one.id, other.id)


def test_reasons_show_who_stands_around_as_written() -> None:
    """A person who decides reads “North Corps”, not the folded form that is compared."""
    corps = _member("d3", "North Corps", GROUP)
    one = _member("d1", "Qassem Darwishi", bodies=["north corps"])
    other = _member("d2", "Qasim Darwishi", bodies=["north corps"])
    links = [link for entity in _run([corps, one, other]).entities for link in entity.links]
    assert any("tied to North Corps" in link.why for link in links)
