"""A page in, a document out: invariants, dates given and stated, problems that are told, and pages that mean harm."""

from __future__ import annotations

import pytest
from tests.documents.reading import build, build_file, page_of, report

from reportedly.documents.build import build_document
from reportedly.errors import DocumentError
from reportedly.records.document import DateCertainty, Document, Role
from reportedly.records.page import MediaType

DATED = "<meta property='article:published_time' content='2018-06-12T09:30:00+02:00'>"
SENTENCE = "The Ash Brigade left the town of Melk on Monday, and its lorries took the road to Ostren at dawn."


def assert_whole(document: Document) -> None:
    """Blocks are in order, do not overlap, are never empty, and leave nothing but white space between them."""
    end = 0
    for block in document.blocks:
        assert block.start >= end
        assert document.text[end : block.start].strip() == ""
        assert document.words_of(block).strip() == document.words_of(block) != ""
        assert block.why
        assert block.path
        end = block.end
    assert document.text[end:].strip() == ""


def test_blocks_cover_the_text() -> None:
    """Every visible word stands in one labelled block with a path and a reason."""
    for name in ("wordpress", "blogger", "drupal", "singlefile"):
        assert_whole(build_file(name).document)


def test_words_are_verbatim() -> None:
    """Quotes, no-break spaces and entities come out as the reader sees them; only mark-up white space is folded."""
    built = build(
        report("<p>“Kata’ib\u00a0al Ash”   said\n so &amp; <b>vow</b>ed revenge on the army of the republic.</p>")
    )
    assert "“Kata’ib\u00a0al Ash” said so & vowed revenge on the army of the republic." in built.evidence


def test_line_breaks_part_paragraphs() -> None:
    """Two breaks in a row part paragraphs; one is a line end."""
    built = build(
        report(f"<div>{SENTENCE}<br>{SENTENCE}<br> <br/>Nobody was hurt, said a nurse of the hospital.</div>")
    )
    blocks = [built.document.words_of(b) for b in built.document.blocks]
    assert f"{SENTENCE}\n{SENTENCE}" in blocks
    assert "Nobody was hurt, said a nurse of the hospital." in blocks


def test_reading_twice_gives_the_same() -> None:
    """The same bytes give the same document, id included."""
    assert build_file("ghost").document == build_file("ghost").document


def test_a_given_day_wins() -> None:
    """The day that a person gives is the anchor, and a page that says otherwise is told of."""
    built = build(report("", DATED), published="2018-06-11")
    assert built.document.publication.date == "2018-06-11"
    assert built.document.publication.certainty is DateCertainty.GIVEN
    assert built.reasons == ["date-contradicted"]
    assert build(report("", DATED), published="2018-06-12").reasons == []


def test_a_given_day_must_be_one() -> None:
    """What is no day is refused in words that say how to write it."""
    with pytest.raises(DocumentError, match="YYYY-MM-DD"):
        build(report(""), published="last week")


def test_a_day_in_the_future_is_not_used() -> None:
    """No page is published after it was captured."""
    built = build(report("", DATED.replace("2018", "2031")), captured_at="2019-01-01T00:00:00Z")
    assert built.document.publication.date is None
    assert built.reasons == ["future-date"]


def test_an_undated_page_has_no_day() -> None:
    """Years, ages of reports in side boxes and days inside the report date nothing."""
    page = report("<p>The truce of 3 May 2011 is over, he said.</p><aside><time datetime=2019-02-02>old</time></aside>")
    assert build(page).document.publication.anchor is None


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"<!-- only a comment -->", "empty|no text"),
        (b"<html><body><script>document.write('<p>text</p>')</script></body></html>", "no text"),
        (b"<html><body><img src=a.png></body></html>", "no text"),
        (bytes(range(256)) * 10, "not text"),
    ],
)
def test_pages_without_text_give_one_clear_error(content: bytes, message: str) -> None:
    """Nothing to read is an error that says so, never an empty document."""
    with pytest.raises(DocumentError, match=message):
        build(content)


def test_only_navigation_is_told() -> None:
    """A page without a report gives a document and says that it found none."""
    built = build("<nav><a href=/>Home</a></nav><ul class=menu><li><a href=/a>World</a><li><a href=/b>Contact</a></ul>")
    assert built.reasons == ["no-report"]
    assert built.evidence == ""


def test_a_page_of_one_line() -> None:
    """A page that is one paragraph, or words without any tag, is a report."""
    for page in (f"<p>{SENTENCE}</p>", f"{SENTENCE} {SENTENCE}"):
        assert SENTENCE in build(page).evidence


@pytest.mark.parametrize("depth", [500, 3000, 50_000])
def test_deep_nesting_loses_no_text(depth: int) -> None:
    """Elements may stand in one another however deep; the words come out and nothing overflows."""
    built = build("<html><body>" + "<div><span>" * depth + f"<p>{SENTENCE}</p>" * 3 + "</span></div>" * depth)
    assert built.evidence.count(SENTENCE) == 3
    assert built.reasons == (["too-deep"] if depth > 1000 else [])


def test_broken_tags_lose_no_text() -> None:
    """Unclosed, crossed and doubly closed tags do not swallow words."""
    built = build(f"<p><b>One <i>two</b> three</i><table><td>four<p>{SENTENCE}</div></p></html><p>five")
    for word in ("One two three", "four", SENTENCE, "five"):
        assert word in built.document.text
    assert_whole(built.document)


def test_hidden_text_is_kept_but_is_no_evidence() -> None:
    """What style hides may be a trap for machines: it is labelled, and carries no claim."""
    words = "Petr Halim was secretly paid by the ministry, the hidden paragraph says."
    for style in ("style='display: none'", "hidden", "style=visibility:hidden"):
        assert build(report(f"<p {style}>{words}</p>")).role(words) is Role.OTHER


def test_a_report_hidden_until_a_script_runs_is_read() -> None:
    """Where the report itself is hidden, it is read, and that is told."""
    built = build(f"<body><div style='display:none'>{report('')}<p>{SENTENCE}</p></div><p>Loading</p>")
    assert SENTENCE in built.evidence
    assert "hidden-text" in built.reasons


def test_a_report_that_stands_only_in_a_script_is_read() -> None:
    """Where the page shows nothing, the text that it gives to search engines is taken, and that is told."""
    body = " ".join([SENTENCE] * 4)
    built = build(
        "<body><h1>Column leaves Melk</h1><script type='application/ld+json'>"
        f'{{"@type":"NewsArticle","articleBody":"{body}"}}</script></body>'
    )
    assert body in built.evidence
    assert built.reasons == ["script-text"]


def test_scripts_and_styles_are_no_text() -> None:
    """Nothing inside scripts, styles, templates or attributes becomes text."""
    tricks = (
        "<script>var a='<p>trick one</p>'</script><style>p:after{content:'trick two'}</style><template><p>trick three"
    )
    assert "trick" not in build(report(f"{tricks}</p></template><p title='trick four'>{SENTENCE}</p>")).document.text


def test_wrong_labels_are_told() -> None:
    """A page whose charset label is wrong is read rightly, and the label is named."""
    built = build(f"<meta charset=iso-8859-1><p>{SENTENCE} Sie floh nach Brüx.</p>")
    assert "Brüx" in built.evidence
    assert built.reasons == ["wrong-charset"]


def test_a_post_of_a_network_is_a_quote() -> None:
    """Embedded posts are somebody's words, not the report's own."""
    post = (
        "<blockquote class=twitter-tweet><p>We are in Melk and stay there, says our command.</p>— Brigade</blockquote>"
    )
    assert build(report(post)).role("We are in Melk") is Role.QUOTE


def test_plain_text_and_markdown_are_zoned_by_their_own_rules() -> None:
    """Text keeps its characters and offsets; a day is taken only from a line that says nothing else."""
    text = f"Column leaves Melk\n\nBy Pela Marn\n\n12 June 2018\n\n{SENTENCE} {SENTENCE}\n\n{SENTENCE}\n"
    document, _ = build_document(page_of(text, MediaType.PLAIN))
    assert document.text == text
    assert document.publication.date == "2018-06-12"
    assert document.publication.certainty is DateCertainty.LIKELY
    assert document.authors == ("Pela Marn",)
    marked, _ = build_document(
        page_of(f"---\ntitle: Column\ndate: 2018-06-12\n---\n\n# Column\n\n{SENTENCE}\n", MediaType.MARKDOWN)
    )
    assert (marked.title, marked.publication.date) == ("Column", "2018-06-12")


def test_a_text_that_dates_only_its_story_has_no_day() -> None:
    """A day inside a sentence is when something happened, not when the report came out."""
    document, _ = build_document(
        page_of(f"Column leaves Melk\n\nOn 3 May 2011 the truce ended. {SENTENCE}\n", MediaType.PLAIN)
    )
    assert document.publication.date is None


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "Am Montag beschossen Artilleristen das Dorf Ruda; drei Bewohner wurden nach Angaben des Amtes verletzt.",
            True,
        ),
        ("قال مسؤولون إن القوات انسحبت من المدينة مساء الاثنين بعد قتال استمر ثلاثة أيام.", True),
        ("Gunners shelled the village of Ruda on Monday; three residents were hurt, the office said.", False),
        ("Ruda, Sel", False),  # too short to tell
    ],
)
def test_a_report_in_another_language_is_told(words: str, told: bool) -> None:
    """The engine reads English: a page that is none does not look as if it claimed nothing."""
    assert ("other-language" in build(f"<html><body><article><p>{words}</p></article></body></html>").reasons) is told


@pytest.mark.parametrize(
    "opening",
    [
        "<meta name=author content=X>",
        "<!doctype html><title>Army leaves Melk</title>",
        "<title>Army leaves Melk</title><link rel=icon href=/i.png><script>var a = 1;</script>",
        "<head><title>Army leaves Melk</title>",
    ],
)
@pytest.mark.parametrize("tag", ["article", "main", "section"])
def test_tags_of_head_and_body_may_be_left_out(opening: str, tag: str) -> None:
    """A page without them, as HTML allows it, is read like one that has them, and nothing of it is lost or doubled."""
    found = build(
        f"{opening}<{tag}><h1>Army leaves Melk</h1><p>{SENTENCE}</p></{tag}><p>{SENTENCE.replace('Melk', 'Sel')}</p>"
    )
    assert found.role("Army leaves Melk") is Role.HEADLINE
    assert found.role("town of Melk") is Role.PARAGRAPH
    assert found.role("town of Sel") is Role.PARAGRAPH
