"""`reportedly show`."""

from __future__ import annotations

import pytest
from tests.base.reports import sighting
from tests.cli.running import CommandLine


def test_a_report(cli: CommandLine) -> None:
    """Where it is from, its blocks with their roles, its words with the numbers of their claims, the claims."""
    out = "\n".join(line.rstrip() for line in cli("show", "sighting.html").out.splitlines())
    assert out.startswith("Orev seen in Maresh\nid         doc-")
    assert "published  2016-05-24\npublisher  Ruda Post\nauthors    Pela Marn\n" in out
    assert "paragraph   Danu Orev, who leads the Ash Brigade[1], was reportedly seen" in out
    assert "caption     Danou Orev with fighters outside Maresh.[4]" in out
    assert "comment     Jon says: Mira Kolt is a liar.\n" in out
    assert "[2] Danu Orev was present in Maresh\n  reported, according to officials" in out


def test_json_has_blocks_and_claims(cli: CommandLine) -> None:
    """Pieces of words with the numbers of their claims."""
    (line,) = cli("show", "sighting.html", "--json").lines
    assert [block["role"] for block in line["blocks"]] == ["headline", "paragraph", "paragraph", "caption", "comment"]
    assert line["blocks"][1]["pieces"][0] == {"text": "Danu Orev, who leads the Ash Brigade", "claims": [1, 2]}
    assert len(line["claims"]) == 4


def test_the_page_as_it_came(cli: CommandLine) -> None:
    """--original writes the bytes and nothing else."""
    page = sighting().page
    assert page is not None
    assert cli("show", "sighting.html", "--original").out == page.content.decode()


@pytest.mark.parametrize("options", [(), ("--json",), ("--original",)])
def test_a_redacted_name_is_not_shown(cli: CommandLine, options: tuple[str, ...]) -> None:
    """Neither in the report nor in its page, unless asked for by that word."""
    cli("redact", "Danu Orev", "--reason", "a test", "--by", "tester")
    document_id = cli("documents", "--json").lines[0]["id"]
    ran = cli("show", document_id, *options)
    assert "orev" not in (ran.out + ran.err).casefold()
    assert ran.code == (1 if "--original" in options else 0)
    assert "Orev" in cli("show", document_id, "--original", "--unredacted").out
