"""`reportedly claims`."""

from __future__ import annotations

import pytest
from tests.cli.running import CommandLine


def test_claims_are_listed(cli: CommandLine) -> None:
    """Each with how it is held, its words and its report; the count goes to standard error."""
    ran = cli("claims")
    assert ran.err == "6 claims.\n"
    assert "Danu Orev was present in Maresh\nreported, according to officials · 2016-05-20 (“Friday”)" in "\n".join(
        line.rstrip() for line in ran.out.splitlines()
    )
    assert ran.out.index("leads Ash Brigade") < ran.out.index("attacked Maresh")
    assert "2016-05-24 · Ruda Post · Orev seen in Maresh" in ran.out


@pytest.mark.parametrize(
    ("options", "count"),
    [
        (("--predicate", "attacked"), 2),
        (("--subject", "Orev"), 4),
        (("--object", "Mira Kolt"), 1),
        (("--place", "Maresh"), 2),
        (("--modality", "denied"), 1),
        (("--document", "shelling.txt"), 2),
        (("--predicate", "present_at", "--modality", "reported"), 1),
        (("--subject", "Nobody"), 0),
    ],
)
def test_options_narrow_the_list(cli: CommandLine, options: tuple[str, ...], count: int) -> None:
    """All that is given must hold; nothing found is no error."""
    ran = cli("claims", *options, "--json")
    assert (ran.code, len(ran.lines)) == (0, count)


def test_json_has_the_whole_claim(cli: CommandLine) -> None:
    """The line that `read --json` prints, with the sentence, how it is held, and the report."""
    (line,) = cli("claims", "--modality", "denied", "--json").lines
    assert line["object"]["canonical"] == "Tarvo"
    assert line["held"] == "denied by Danu Orev"
    assert line["report"]["title"] == "Maresh shelled"
    assert line["evidence"][0]["quote"] == "Orev denied that the Ash Brigade had shelled Tarvo."
