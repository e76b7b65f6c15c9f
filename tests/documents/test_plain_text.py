"""Blocks of flattened pages: what is the report, and what is not, on texts of our own."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.documents.plain_text import zone_text
from reportedly.records.document import EVIDENCE_ROLES, Block, Role

SEED = Path(__file__).resolve().parents[3] / "shared" / "seed" / "fallujah-2016.txt"

BODY = """Rebel commander seen in Port Mirin

By Hana Osei
12 May 2015

Colonel Daud Karsh (right) with two of his officers at the harbour of Port Mirin

Daud Karsh, who leads the Harbour Brigade, was seen in Port Mirin on Sunday, three dock workers told this \
paper. He came with two officers and left before dark.

The brigade has held the northern quay since March, and its fighters have turned back two convoys of the \
army. A spokesman for the ministry said that the town would be taken within weeks.

“We saw him on the pier,” said one of the workers. “He shook hands with everybody, and then they drove off \
towards the hills.”

Karsh and the governor, Elena Sorin, are said to have met in the customs house. Neither side has confirmed \
the meeting.
"""

TAIL = """
Hana Osei is a reporter for the Mirin Gazette who covers the coast.

Like what you read? Support our journalism with a monthly donation, from as little as the price of a coffee.

Tags: Port Mirin, Harbour Brigade

Related articles

  • Fuel runs out on the islands
  • Ferry lines to reopen

2 comments

Old Mariner says:
May 13, 2015 at 9:14 am

I live two streets from the harbour. Karsh was in the customs house with forty men on Saturday already, and \
the governor was not there at all.

Reply

skipper says:
May 13, 2015 at 11:02 am

The ministry has been saying “within weeks” since March. Nobody I know believes a word of it any more.

Reply

© 2015 Mirin Gazette. All rights reserved.
"""


def _roles(text: str) -> dict[str, Role]:
    """First words of each block → its role."""
    return {" ".join(text[b.start : b.end].split()[:4]): b.role for b in zone_text(text)}


def _evidence(text: str) -> str:
    return " ".join(" ".join(text[b.start : b.end].split()) for b in zone_text(text) if b.is_evidence)


def _is_whole(text: str, blocks: tuple[Block, ...]) -> bool:
    """Blocks are in order and hold all but white space."""
    position = 0
    for block in blocks:
        if text[position : block.start].strip() or block.end <= block.start or block.start < position:
            return False
        position = block.end
    return not text[position:].strip()


def test_each_part_of_a_page_has_its_role() -> None:
    """Headline, byline, date, caption and paragraphs above; bio, appeal, tags, links and comments below."""
    found = _roles(BODY + TAIL)
    assert found["Rebel commander seen in"] is Role.HEADLINE
    assert found["By Hana Osei"] is Role.BYLINE
    assert found["12 May 2015"] is Role.DATE
    assert found["Colonel Daud Karsh (right)"] is Role.CAPTION
    assert found["Daud Karsh, who leads"] is Role.PARAGRAPH
    assert found["Karsh and the governor,"] is Role.PARAGRAPH
    assert found["Hana Osei is a"] is Role.BIO
    assert found["Like what you read?"] is Role.APPEAL
    assert found["Tags: Port Mirin, Harbour"] is Role.TAGS
    assert found["• Fuel runs out"] is Role.NAVIGATION
    assert found["Old Mariner says:"] is Role.COMMENT
    assert found["The ministry has been"] is Role.COMMENT
    assert found["© 2015 Mirin Gazette."] is Role.NAVIGATION


def _lynx(text: str) -> str:
    paragraphs = text.split("\n\n")
    return "\n\n".join(
        "\n".join(textwrap.fill(line, 76, initial_indent="   ", subsequent_indent="   ") for line in p.split("\n"))
        for p in paragraphs
    )


@pytest.mark.parametrize(
    "flatten",
    [str, lambda text: text.replace("\n\n", "\n"), _lynx, lambda text: text.replace("\n", "\r\n")],
    ids=["empty lines", "no empty lines", "broken at 76", "crlf"],
)
def test_a_comment_that_reads_like_a_report_is_no_evidence(flatten) -> None:  # type: ignore[no-untyped-def]
    """However the page was flattened, the report is evidence and what readers write below it is not."""
    text = flatten(BODY + TAIL)
    evidence = _evidence(text)
    assert "was seen in Port Mirin on Sunday, three dock workers told this paper." in evidence
    assert "are said to have met in the customs house." in evidence
    for words in ("forty men", "believes a word", "monthly donation", "covers the coast", "Ferry lines"):
        assert words not in evidence


@pytest.mark.parametrize(
    "comments",
    [
        "Discussion\n\nskipper\n3 years ago\n\nKarsh entered the town with forty men, my brother saw them.\n\n"
        "Reply\n\ngull\n3 years ago\n\nThe army shelled the quay the same night and killed two fishermen.\n\nReply\n",
        "Kommentare\n\nMatrose sagt:\n14. Mai 2015 um 9:14 Uhr\n\nKarsh kam am Samstag mit vierzig Mann, "
        "das habe ich selbst gesehen.\n\nAntworten\n",
        "  • skipper says:\n\n    Karsh entered the town with forty men, and the army shelled the quay.\n\n"
        "      • gull says:\n\n        That was a week before, and it was not the army. I was there.\n",
    ],
    ids=["names and ages", "german", "nested bullets"],
)
def test_comments_of_many_shapes(comments: str) -> None:
    """Heads with ages, in German, and nested replies without a heading."""
    text = BODY + "\n" + comments
    evidence = _evidence(text)
    assert "customs house" in evidence
    assert [word for word in ("forty men", "vierzig Mann", "fishermen", "I was there") if word in evidence] == []


@pytest.mark.parametrize(
    "text",
    [
        BODY.split("\n\n", 3)[3],
        "The coalition conducted five strikes on Monday.\n\nNear Sorin, one destroyed a boat.\n\nNear Port Mirin, "
        "two strikes destroyed two trucks and a mortar\n\nNear the river, one strike damaged a bridge.",
        "Statement on the talks\nThe foreign ministry welcomes the agreement that was reached in Sorin.\n"
        "Following the meeting the minister said:\n“We agreed that aid must come first. I thank all who took part.”\n"
        "Further information\nThe talks began in March.",
        "Karsh (born 1961) is a politician and a former commander of the Harbour Brigade. "
        "He was appointed governor in 2004.\nHe lives in Port Mirin.",
        "The parties agreed on three points:\n\n- the release of all prisoners\n- an end to the shelling of Sorin\n"
        "- aid for the northern quay\n\nThe council will meet again in June.",
        "One line and nothing else.",
    ],
    ids=["report", "strikes", "statement", "entry", "list", "one line"],
)
def test_a_body_without_a_page_around_it_is_all_evidence(text: str) -> None:
    """Bodies of reports, statements and entries lose nothing."""
    assert [text[b.start : b.end] for b in zone_text(text) if b.role not in EVIDENCE_ROLES] == []


def test_an_appeal_that_names_an_armed_group_is_no_evidence() -> None:
    """What a site asks of its readers is no report, whoever is named in it."""
    appeal = "Our reporting on the Harbour Brigade is free for all. Support our work and become a member."
    text = BODY + "\n" + appeal + "\n"
    assert "free for all" not in _evidence(text)


@pytest.mark.parametrize(
    "text", ["", "\n \t\n", "\x00", "a" * 100_000, "\n" * 1_000, "• \n- \n*", "http://" + "a." * 20_000]
)
def test_odd_texts_are_zoned_whole(text: str) -> None:
    """Empty, endless and markless texts have their blocks."""
    assert _is_whole(text, zone_text(text))


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.text(max_size=60),
            st.sampled_from(
                [*BODY.split("\n"), *TAIL.split("\n"), "  • ", "\x00", "\r", "\u2028", "Comments", "x says:"]
            ),
        ),
        max_size=40,
    )
)
def test_blocks_hold_all_but_white_space(parts: list[str]) -> None:
    """Whatever the text, blocks are in order, hold all of it, and say why they are what they are."""
    text = "\n".join(parts)
    blocks = zone_text(text)
    assert _is_whole(text, blocks)
    assert all(block.why.endswith(".") and block.path.startswith("line ") for block in blocks)
    assert zone_text(text) == blocks


@pytest.mark.skipif(not SEED.exists(), reason="the seed report does not stand beside the checkout")
def test_the_seed_report() -> None:
    """Caption in; three comments, appeal, bio, tags and the category list out."""
    text = SEED.read_text(encoding="utf-8")
    found = [b.role for b in zone_text(text)]
    assert found[:2] == [Role.HEADLINE, Role.CAPTION]
    assert found[2:7] == [Role.PARAGRAPH] * 5
    assert found[7:10] == [Role.BIO, Role.APPEAL, Role.TAGS]
    assert found[10:19] == [Role.COMMENT] * 9
    assert not set(found[19:]) & EVIDENCE_ROLES
