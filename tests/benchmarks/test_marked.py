"""Attributions marked in running text, and what is only held beside what is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.marked import marked_attributions
from benchmarks.tasks.attribution import predict


def test_marks_become_ranges_of_the_text_without_them(tmp_path: Path) -> None:
    """Marks stand in one another, one is the source of two, one part is told in two places, remarks are left out."""
    file = tmp_path / "own.txt"
    file.write_text(
        "# a remark\n{c1 Doran}, {s1,s2 Varek} {q1 said}, {c1 is ill}, "
        "{q2 adding} {c2 that {s3 he} {q3 wants} {c3 tea}}.\n",
        encoding="utf-8",
    )
    (line,) = marked_attributions(file)
    assert (line["id"], line["text"]) == ("own-01", "Doran, Varek said, is ill, adding that he wants tea.")
    words = [
        {
            part: [line["text"][s:e] for s, e in (a[part].get("parts") or [(a[part]["start"], a[part]["end"])])]
            for part in a
        }
        for a in line["attributions"]
    ]
    assert words == [
        {"source": ["Varek"], "cue": ["said"], "content": ["Doran", "is ill"]},
        {"source": ["Varek"], "cue": ["adding"], "content": ["that he wants tea"]},
        {"source": ["he"], "cue": ["wants"], "content": ["tea"]},
    ]


@pytest.mark.parametrize(
    ("marked", "message"),
    [("{s1 Varek said", "s1 is not closed"), ("Varek} said", "closes no mark"), ("{s1 Varek} left", "no content")],
)
def test_a_mark_that_is_wrong_is_told(tmp_path: Path, marked: str, message: str) -> None:
    """A slip of the pen is no attribution."""
    file = tmp_path / "own.txt"
    file.write_text(marked, encoding="utf-8")
    with pytest.raises(ValueError, match=message):
        list(marked_attributions(file))


#: text → (source, cue, content) of each attribution
HELD = [
    # what is wanted, known, judged, planned
    ("Senator Orev wants to sell the mill.", [("Senator Orev", "wants", "to sell the mill")]),
    ("The mayor knows that time is short.", [("The mayor", "knows", "that time is short")]),
    ("Ilo Varek criticized the plan.", [("Ilo Varek", "criticized", "the plan")]),
    ("Orev urged farmers to vote.", [("Orev", "urged", "to vote")]),
    ("Varek's promise to close the mill was kept.", [("Varek", "promise", "to close the mill")]),
    # what is not said is held back by somebody
    ("Orev declined to say whether he would run.", [("Orev", "say", "whether he would run")]),
    # the whole phrase of the source
    ("Ada Orev, who owns the mill, said it was lost.", [("Ada Orev, who owns the mill", "said", "it was lost")]),
    # verbs that speak only beside a quotation, a source behind a clause that the tree takes for it
    ("“The mill is lost,” Varek began.", [("Varek", "began", "The mill is lost,")]),
    (
        "“The men left early today,” said Ada Orev of Belik.",
        [("Ada Orev of Belik", "said", "The men left early today,")],
    ),
    ("Varek, his lawyer said, knew nothing.", [("his lawyer", "said", "Varek, his lawyer said, knew nothing")]),
    ("Orev said in a statement that the mill was lost.", [("Orev", "said", "that the mill was lost")]),
    # nobody holds anything
    ("Varek plans a garden and painted the fence.", []),
    ("The siege began after the army left.", []),
    ("The garden showed signs of frost.", []),
]


@pytest.mark.parametrize(("text", "wanted"), HELD, ids=[text for text, _ in HELD])
def test_what_is_held_has_a_source_a_cue_and_a_content(text: str, wanted: list[tuple[str, str, str]]) -> None:
    """Sayings, wishes, plans and judgements, and nothing where words only look like them."""
    (line,) = predict([{"id": "a", "text": text}])
    found = [
        tuple(text[a[part]["start"] : a[part]["end"]] for part in ("source", "cue", "content"))
        for a in line["attributions"]
        if a["source"] is not None
    ]
    assert found == wanted
