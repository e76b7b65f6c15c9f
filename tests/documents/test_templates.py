"""Pages of our own in the shapes that publishing systems give them: what is evidence, what is not, and the rest."""

from __future__ import annotations

import pytest
from tests.documents.reading import build_file

from reportedly.records.document import DateCertainty, Role

#: page, words, role
BLOCKS = [
    ("wordpress", "Shells fall on Ostren market", Role.HEADLINE),
    ("wordpress", "Rescuers search the grain market", Role.CAPTION),
    ("wordpress", "The ridge above Ostren, seen from the river", Role.CAPTION),
    ("wordpress", "At least six people were killed", Role.PARAGRAPH),
    ("wordpress", "We saw four launchers on the ridge", Role.QUOTE),
    ("wordpress", "What is known of the launchers", Role.PARAGRAPH),
    ("wordpress", "They belong to the brigade’s third column", Role.LIST),
    ("wordpress", "The market was rebuilt only last year", Role.PARAGRAPH),
    ("wordpress", "has reported from the Karvian front", Role.BIO),
    ("wordpress", "Ash Brigade loses its commander", Role.NAVIGATION),
    ("wordpress", "Tagged", Role.TAGS),
    ("wordpress", "The mayor was killed on Tuesday", Role.COMMENT),
    ("wordpress", "According to a statement, the brigade withdrew", Role.COMMENT),
    ("wordpress", "Your email address will not be published", Role.COMMENT),
    ("wordpress", "Bridge at Ostren is closed", Role.NAVIGATION),
    ("wordpress", "Proudly powered", Role.NAVIGATION),
    ("newspaper_theme", "Soldiers raise the flag over the post office", Role.CAPTION),
    ("newspaper_theme", "was said to have left for the hills", Role.PARAGRAPH),
    ("newspaper_theme", "Read also: Brigade gives up", Role.NAVIGATION),
    ("newspaper_theme", "Hatun was seen in Tarvo on Thursday", Role.COMMENT),
    ("newspaper_theme", "Hatun’s brother arrested in Tarvo", Role.NAVIGATION),
    ("blogger", "Boats burned at the old crossing", Role.HEADLINE),
    ("blogger", "The burned boats, photographed from the dyke", Role.CAPTION),
    ("blogger", "Eleven boats were set on fire", Role.PARAGRAPH),
    ("blogger", "he knew nothing of any fire", Role.PARAGRAPH),
    ("blogger", "A guard at the weir counted seven men", Role.PARAGRAPH),
    ("blogger", "Dask was at the crossing himself", Role.COMMENT),
    ("drupal", "A bus with released men crosses", Role.CAPTION),
    ("drupal", "Thirty-one prisoners were exchanged", Role.PARAGRAPH),
    ("drupal", "Government\t12", Role.TABLE),
    ("drupal", "Three of the soldiers were shot", Role.COMMENT),
    ("ghost", "Three nights in a row, the guards", Role.PARAGRAPH),
    ("ghost", "The northern gate of the dam at dusk", Role.CAPTION),
    ("ghost", "Pieces of a drone that fell", Role.CAPTION),
    ("ghost", "Its motor carries the mark of a workshop", Role.PARAGRAPH),
    ("ghost", "Become a paid subscriber", Role.APPEAL),
    ("ghost", "Stay up to date with our letters", Role.APPEAL),
    ("substack", "The garrison in Hollin is fed", Role.PARAGRAPH),
    ("substack", "A lorry burned out on the road", Role.CAPTION),
    ("substack", "is paid for by its readers", Role.APPEAL),
    ("substack", "Our sappers cleared the road at dawn", Role.QUOTE),
    ("substack", "I drove that road on Friday", Role.COMMENT),
    ("singlefile", "Rauch über dem Lager", Role.CAPTION),
    ("singlefile", "Flugzeuge der karwischen Luftwaffe", Role.PARAGRAPH),
    ("singlefile", "Der Angriff traf eine Schule", Role.COMMENT),
    ("singlefile", "Verborgener Text", Role.OTHER),
    ("plain_comments", "The ferry Aldona in the port of Brod", Role.CAPTION),
    ("plain_comments", "The ferry Aldona struck a mine", Role.PARAGRAPH),
    ("plain_comments", "The mine came from the navy", Role.COMMENT),
    ("plain_comments", "Three sailors drowned", Role.COMMENT),
]
#: page, title, authors, publisher, language, day, how sure
STATED = [
    ("wordpress", "Shells fall on Ostren market", ("Pela Marn",), "Tarvo Courier", "en", "2019-03-14", "certain"),
    ("newspaper_theme", "Army enters Melk", ("Ivo Tesk",), "Northern Ledger", "en", "2020-10-02", "likely"),
    ("blogger", "Boats burned at the old crossing", ("Lina Brod",), None, "en", "2013-05-05", "likely"),
    ("drupal", "Prisoners exchanged on the Sella bridge", ("Dora Venn",), None, "en", "2014-02-18", "likely"),
    ("ghost", "Drones over the dam", ("Tomas Elk",), "Weirside", "en", "2022-08-30", "certain"),
    ("substack", "The road to Hollin", ("Greta Lund",), None, "en", "2023-02-11", "certain"),
    ("singlefile", "Luftangriff auf Lager bei Tarvo", ("Anja Keil",), None, "de", "2021-11-09", "certain"),
    ("plain_comments", "Ferry hit by mine off Brod", (), None, "en", None, "unknown"),
]


@pytest.mark.parametrize(("page", "words", "role"), BLOCKS, ids=lambda value: str(value)[:40])
def test_blocks_have_the_roles_that_a_reader_sees(page: str, words: str, role: Role) -> None:
    """Evidence, captions, comments, bios, appeals and menus are told apart in every template."""
    built = build_file(page)
    roles = {b.role for b in built.document.blocks if words in built.document.words_of(b)}
    assert roles == {role} if role is Role.COMMENT else role in roles


@pytest.mark.parametrize(
    ("page", "title", "authors", "publisher", "language", "day", "certainty"), STATED, ids=[row[0] for row in STATED]
)
def test_what_a_page_says_of_itself(
    page: str,
    title: str,
    authors: tuple[str, ...],
    publisher: str | None,
    language: str,
    day: str | None,
    certainty: str,
) -> None:
    """Title, authors, publisher, language and day are read; what is not said stays empty."""
    document = build_file(page).document
    assert (document.title, document.authors, document.publisher) == (title, authors, publisher)
    assert document.language == language
    assert (document.publication.date, document.publication.certainty) == (day, DateCertainty(certainty))


@pytest.mark.parametrize("page", sorted({row[0] for row in BLOCKS}))
def test_comments_and_furniture_are_no_evidence(page: str) -> None:
    """No word of a comment, advertisement or appeal stands among the evidence, however like a report it reads."""
    evidence = build_file(page).evidence
    for words in (
        "killed on Tuesday",
        "withdrew from the ridge",
        "seen in Tarvo",
        "gave the order",
        "shot by the front",
    ):
        assert words not in evidence
    for words in ("at a checkpoint run by", "traf eine Schule", "drowned", "pay one at", "Reply", "niemand sieht"):
        assert words not in evidence


def test_comments_keep_author_day_and_depth() -> None:
    """Who wrote a comment, when, and under which other one it hangs, is kept for those who study discussions."""
    built = build_file("wordpress")
    first, second = built.block("The mayor was killed on Tuesday"), built.block("That is not true.")
    assert (first.author, first.posted, first.level) == ("Rolf", "2019-03-14T10:00:00+01:00", 0)
    assert (second.author, second.posted, second.level) == ("Ina P.", None, 1)


@pytest.mark.parametrize(
    ("page", "words"), [("wordpress", "Residents have begun to leave"), ("substack", "refuse to travel by night")]
)
def test_pull_quotes_are_no_second_evidence(page: str, words: str) -> None:
    """A pull-quote points at the paragraph whose words it repeats."""
    document = build_file(page).document
    first, second = (n for n, b in enumerate(document.blocks) if words in document.words_of(b))
    assert document.blocks[second].repeats == first
    assert not document.blocks[second].is_evidence
