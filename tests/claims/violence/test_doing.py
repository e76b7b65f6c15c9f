"""Who does an act of violence: crews, the other side of a fight, those whose fire it was, who conducts an operation."""

from __future__ import annotations

import pytest
from tests.claims.extractors.reading import told

#: sentence → predicate, (doer, to whom, place)
DOERS = [
    ("A rebel convoy attacked the post in Gao.", "attacked", [("rebel", "post", "Gao")]),
    ("A convoy brought flour to Gao.", "attacked", []),
    ("Omar Bek was killed in a clash with the army in Gao.", "killed", [("army", "Omar Bek", "Gao")]),
    ("Omar Bek was wounded in a gun battle with police in Gao.", "wounded", [("police", "Omar Bek", "Gao")]),
    ("Omar Bek died of thirst in Gao.", "killed", []),
    ("Four farmers were wounded by army fire in Gao.", "wounded", [("army", "Four farmers", "Gao")]),
    ("The helicopter crashed under rebel fire near Gao.", "attacked", [(None, "helicopter", "Gao")]),
    ("The lorry crashed into a wall near Gao.", "attacked", []),
    ("The army launched a raid killing nine rebels in Gao.", "killed", [("army", "nine rebels", "Gao")]),
    ("His fighters attacked the post in Gao.", "attacked", [("His fighters", "post", "Gao")]),
    (
        "Rebels killed two policemen, a judge and a nurse in Gao.",
        "killed",
        [("Rebels", "two policemen", "Gao"), ("Rebels", "judge", "Gao"), ("Rebels", "nurse", "Gao")],
    ),
    ("Seven guards were hurt in Iranian shelling on the town of Gao.", "attacked", [("Iranian", None, "Gao")]),
    ("Nine soldiers were killed near the border with Mali.", "killed", [(None, "Nine soldiers", "border with Mali")]),
    ("The rebels attacked the Fox, a hotel in Gao.", "attacked", [("rebels", "Fox", "Gao")]),
    # acts told beside what came of them, and where they were carried out
    ("The army killed nine men in air strikes carried out in Gao.", "killed", [("army", "nine men", "Gao")]),
    ("The army killed nine men in air strikes carried out in Gao.", "attacked", [("army", None, "Gao")]),
    ("Twelve hostages were freed in a raid by police in Gao.", "released", [("police", "Twelve hostages", "Gao")]),
    ("Omar Bek was arrested in an army sweep in Gao.", "captured", [("army", "Omar Bek", "Gao")]),
    ("Nine people were arrested in a protest by teachers in Gao.", "captured", [(None, "Nine people", "Gao")]),
    ("Troops held Gao after driving away a group of rebels.", "abducted", []),
    ("Rebels claimed the downing of an army helicopter near Gao.", "attacked", [("Rebels", "army helicopter", "Gao")]),
    ("The army slammed Gao with air strikes.", "attacked", [("army", None, "Gao")]),
    ("Turkey slammed Israel over the vote.", "attacked", []),
    ("Air defence systems shot down two drones over Gao.", "attacked", [(None, "two drones", "Gao")]),
    ("The enemy fired on Gao with mortars.", "attacked", [("enemy", None, "Gao")]),
    ("The M23 insurrection movement shelled Goma.", "attacked", [("M23", None, "Goma")]),
    ("Gunmen stormed a Karachi police office.", "attacked", [("Gunmen", "Karachi police office", "Karachi")]),
    ("Nine soldiers were killed near the Ukrainian border.", "killed", [(None, "Nine soldiers", "Ukrainian border")]),
    ("No civilians were harmed in the operation.", "wounded", [(None, "civilians", None)]),
    ("No animals were harmed.", "wounded", []),
    ("NATO aircraft bombed a hideout in Gao.", "attacked", [("NATO", "hideout", "Gao")]),
    ("Google launched an attack on Apple.", "attacked", [(None, "Apple", None)]),
    ("An explosion tore through a bus in Gao.", "attacked", [(None, "bus", "Gao")]),
    ("A gas explosion ripped through a shop in Gao.", "attacked", []),
    ("Two men were hurt as a result of the shelling of Gao.", "wounded", [(None, "Two men", "Gao")]),
    ("The army intercepted two suspects near Gao.", "attacked", []),
    ("Air defence units shot down two rockets near Gao.", "attacked", [("Air defence units", "two rockets", "Gao")]),
    ("Rebels triggered a blast targeting a bus near Gao, killing two.", "killed", [("Rebels", "two", "Gao")]),
    (
        "An elder was kidnapped along with two of his sons near Gao.",
        "abducted",
        [(None, "elder", "Gao"), (None, "two of his sons", "Gao")],
    ),
    ("A boy was killed in bombardment by barrel bombs on Gao.", "attacked", [(None, None, "Gao")]),
    ("A boy was killed due to barrel bombs dropped by helicopters on Gao.", "killed", [(None, "boy", "Gao")]),
    ("A boy was killed due to a flood in Gao.", "attacked", []),
    # how a party is told: counted, dated, described
    ("The rebel artillery shelled Gao.", "attacked", [("rebel", None, "Gao")]),
    ("On 10 May rebel troops attacked Gao.", "attacked", [("rebel troops", None, "Gao")]),
    ("More than 500 people were wounded in Gao.", "wounded", [(None, "More than 500 people", "Gao")]),
    ("Rebels killed 56 soldiers and policemen in Gao.", "killed", [("Rebels", "56 soldiers and policemen", "Gao")]),
    (
        "Rebels killed 56 soldiers and nine policemen in Gao.",
        "killed",
        [("Rebels", "56 soldiers", "Gao"), ("Rebels", "nine policemen", "Gao")],
    ),
    ("Rebels attacked the garrison at Gao.", "attacked", [("Rebels", "garrison", "Gao")]),
]


@pytest.mark.parametrize(("text", "predicate", "wanted"), DOERS, ids=[t[:50] for t, _, _ in DOERS])
def test_doers_of_violence(text: str, predicate: str, wanted: list[tuple[str | None, ...]]) -> None:
    """Whoever bears the arms is the doer, wherever the words name him."""
    assert told(text, predicate, "subject", "object", "place") == sorted(wanted, key=str)
