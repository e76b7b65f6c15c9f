"""The ontology that is shipped, and how a broken one is refused."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest

from reportedly.errors import OntologyError
from reportedly.ontology.ontology import Ontology, load_ontology, parse_ontology
from reportedly.records.mention import AGENTS, Kind

LASTING = """
leads holds_position member_of part_of also_known_as allied_with backs tied_to fights opposes designated_by family_of
based_in controls national_of
"""
HAPPENING = """
present_at seen_with met spoke_to said directs operation attacked clashed_with killed wounded captured abducted released
took_control withdrew_from deployed_to claimed_responsibility pledged_allegiance appointed removed formed merged_with
split_from supplied agreed
"""
SYMMETRIC = "agreed allied_with also_known_as clashed_with family_of fights merged_with met seen_with tied_to"


def _text(name: str) -> str:
    return (files("reportedly.ontology") / name).read_text(encoding="utf-8")


def _load_with(old: str, new: str, file: str = "predicates.yaml") -> Ontology:
    texts = {n: _text(n) for n in ("predicates.yaml", "actors.yaml", "vocabularies.yaml")}
    assert old in texts[file], f"{old!r} does not stand in {file}: the test changes nothing"
    texts[file] = texts[file].replace(old, new, 1)
    return parse_ontology(*texts.values())


def test_every_predicate_of_the_design_is_there() -> None:
    """The list of predicates is complete, in its two groups, and holds nothing else."""
    ontology = load_ontology()
    assert [p.name for p in ontology.predicates if p.group == "lasting"] == LASTING.split()
    assert [p.name for p in ontology.predicates if p.group == "happening"] == HAPPENING.split()


def test_symmetric_predicates() -> None:
    """Exactly these may be turned round."""
    assert sorted(p.name for p in load_ontology().predicates if p.symmetric) == SYMMETRIC.split()


def test_the_nine_actor_kinds() -> None:
    """Nine kinds are actors; all that can act are among them."""
    actors = {a.kind for a in load_ontology().actors if a.actor}
    assert len(actors) == 9
    assert actors >= AGENTS


def test_it_is_loaded_once() -> None:
    """Asking again gives the same object."""
    assert load_ontology() is load_ontology()


def test_roles_answer_what_they_take() -> None:
    """A predicate says which kinds fill which of its roles."""
    leads = load_ontology().predicate("leads")
    assert leads.takes("subject", Kind.PERSON)
    assert not leads.takes("subject", Kind.PLACE)
    assert not leads.takes("weapon", Kind.WEAPON)
    assert leads.role("casualties") is None


def test_an_unknown_predicate_is_an_error_that_lists_the_known() -> None:
    """Asking for a predicate that does not exist names those that do."""
    with pytest.raises(OntologyError, match=r"no predicate 'eats'.*leads.*agreed"):
        load_ontology().predicate("eats")


def test_acled_events() -> None:
    """A sub-event type of ACLED leads to its event type; an unknown one is an error."""
    assert load_ontology().acled_event("Suicide bomb") == "Explosions/Remote violence"
    with pytest.raises(OntologyError, match="Picnic"):
        load_ontology().acled_event("Picnic")


BROKEN = [
    # what is changed, into what, what the message must say
    ("name: leads", "name: holds_position", "the predicate 'holds_position' is defined 2 times"),
    ("label: backs", "label: met", "the label 'met' is defined 2 times"),
    ("subject: {kinds: [Person], required: true}", "subject: {kinds: [Wizard], required: true}", "'leads': 'Wizard'"),
    ("      subject: {kinds: [Person], required: true}\n", "", "predicate 'leads': the role 'subject' is missing"),
    ("symmetric: true", "symmetric: maybe", "symmetric must be true or false, not 'maybe'"),
    ("- name: backs", "- label: backs", "the key 'name' is missing"),
    ("group: lasting", "group: eternal", "'eternal' is not a valid Duration"),
    ("needs: [object, place]", "needs: [object, medium]", "needs the role 'medium', which it does not have"),
    ("role: leader, modality: asserted", "role: queen, modality: asserted", "'queen' do not stand in the example"),
    ("role: leader, modality: asserted", "role: leader, modality: sworn", "unknown modality 'sworn'"),
    ("plover: {type: COOPERATE}", "plover: {type: HUG}", "'HUG' is no PLOVER type"),
    ("plover: {type: COERCE, mode: arrest}", "plover: {type: COERCE, mode: hug}", "'hug' is no mode of PLOVER"),
    ("acled: Arrests", "acled: Hugs", "'Hugs' is no ACLED sub-event type"),
    ("ftm: {schema: Sanction", "ftm: {schema: Sanctity", "'Sanctity' is no FollowTheMoney schema"),
    ("object: authority", "object: angel", "Sanction has no property 'angel'"),
    ("stix: {object: sighting}", "stix: {object: vision}", "'vision' is no STIX object"),
    ("type: holds-position", "type: Holds_Position", "must be lower-case words joined by hyphens"),
    ("{object: relationship, type: leads}", "{object: relationship}", "a STIX relationship needs its type"),
    ("method: shelling", "method: hugging", "'hugging' is not in the list of methods"),
    ("medium: video", "medium: smoke", "unknown medium 'smoke'"),
    ("[Danu Orev, Person], object: [Ash", "[Danu Orev, Place], object: [Ash", "with a Place, which that role"),
    ("      time: {}\n", "      tempo: {}\n", "role 'tempo' is no field of a claim"),
    ("      time: {}\n", "      time: {kinds: [Event]}\n", "takes no kinds"),
    ("      time: {}\n", "      time: {kind: [Event]}\n", "unknown keys: kind"),
    ("{name: IED, ", "{name: shelling, ", "the method 'shelling' is defined 2 times"),
    ("predicates:\n", "predicates: [\n", "predicates.yaml is not valid YAML"),
    ("predicates:\n", "predicate:\n", "the key 'predicates' is missing"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "message"), BROKEN, ids=[row[2] for row in BROKEN])
def test_broken_predicates_are_refused(old: str, new: str, message: str) -> None:
    """Each rule, when broken, stops the load with a message that names what is wrong."""
    with pytest.raises(OntologyError, match=message.replace("(", r"\(")):
        _load_with(old, new)


def test_asymmetric_kinds_of_a_symmetric_predicate_are_refused() -> None:
    """Where the sides may be swapped both must take the same kinds."""
    text = _text("predicates.yaml")
    start = text.index("- name: backs")
    changed = text[:start] + text[start:].replace("symmetric: false", "symmetric: true", 1)
    with pytest.raises(OntologyError, match="'backs': symmetric, but subject and object take different kinds: Event"):
        parse_ontology(changed, _text("actors.yaml"), _text("vocabularies.yaml"))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("- name: Money", "- name: Person", "the actor kind 'Person' is defined 2 times"),
        ("- name: Money", "- name: Gold", "not of the expected form"),
        ("ftm: RealEstate", "ftm: Castle", "actor kind 'Facility': 'Castle' is no FollowTheMoney schema"),
    ],
)
def test_broken_actors_are_refused(old: str, new: str, message: str) -> None:
    """The kinds are checked too, and must be all those that the records know."""
    with pytest.raises(OntologyError, match=message):
        _load_with(old, new, "actors.yaml")


def test_annotated_claims_obey_the_ontology(shared: Path) -> None:
    """What analysts recorded by hand fits: known predicates, required roles filled, only methods of the list."""
    ontology = load_ontology()
    methods = {m.name for m in ontology.methods}
    wrong = []
    for line in (shared / "gold" / "claims" / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        claim = json.loads(line)
        predicate = ontology.predicate(claim["type"])
        filled = {r.name for r in predicate.roles if _is_filled(claim, r.name)}
        missing = {r.name for r in predicate.roles if r.required} - filled
        happened = claim["polarity"] == "positive"  # "no deaths were reported" fills none of the needed roles
        if missing or (happened and predicate.needs and not filled & set(predicate.needs)):
            wrong.append((claim["id"], claim["type"], sorted(missing)))
        if claim.get("method") and claim["method"] not in methods:
            wrong.append((claim["id"], "method", claim["method"]))
    assert wrong == []


def _is_filled(claim: dict[str, object], role: str) -> bool:
    keys = (role, f"{role}s", f"{role}_resolves_to", f"{role}_start", "name" if role == "operation" else role)
    return any(claim.get(k) is not None for k in keys)
