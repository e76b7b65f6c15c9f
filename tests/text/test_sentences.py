"""Where sentences end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.text.sentences import spans

CASES = [
    # one sentence, whatever points stand in it
    ("Gen. Tomas Varek met Lt. Col. Ada Brun in Kessab.", 1),
    ("The U.S. Navy sent Capt. Ilo Dren to the Gulf on Sept. 4.", 1),
    ("Mr. Orlan and Mrs. Orlan left No. 12 Grove St. at noon.", 1),
    ("J. K. Marden of the A.B.C. bureau wrote it.", 1),
    ("Shelling began at 10 p.m. Friday and went on until 2 a.m. GMT.", 1),
    ("It cost 3.5 million, i.e. twice the price.", 1),
    ("Ilo Dren (b. 1955), a native of Kessab, left.", 1),
    ("Ilo Dren (a.k.a. Abu Zeyd; f.k.a. Tomas Varek) left.", 1),
    ("He was listed under Executive Order (E.O.) 99 for buying arms.", 1),
    ("Maj. Gen. (ret.) Ilo Dren and Tomas Varek (Jr.) Orlan left.", 1),
    ("Lieut. Dren met Sgt.-Maj. Varek, Lance Cpl. Orlan, Spc. Brun and Supt. Selmo.", 1),
    ("Under Art. 5 and Sec. 7, para. 3, approx. 30 men of the 3rd Bn. Kessab were held.", 1),
    ("He led the 3rd Bn. The rest left.", 2),
    ("Was it true? No. He had left.", 3),
    ("They fled the army (and the U.N.) The mayor stayed.", 2),
    # a quotation stays with the words that bring it in
    ("“I trust Ilo Dren! He is my oldest friend,” Varek said.", 1),
    ("Varek has been quoted as saying, “I trust Ilo Dren! He is my oldest friend.”", 1),
    ('"Stop. Go home," the mayor said.', 1),
    # two sentences
    ("Varek left Kessab. He went to Tarmin.", 2),
    ("Varek left Kessab.[3][citation needed] He went to Tarmin.", 2),
    ("He lives in the U.S. The army wants him back.", 2),
    ("“We will be back,” Dren wrote on X. Selmo’s office posted a picture of the two.", 2),
    ("Letters by J. Orlan were read at Point A. The troops then left.", 2),
    ("He was seen with X. Orlan.", 1),
    ("They came at 10 p.m. He was asleep.", 2),
    ("Was he there? Nobody knows.", 2),
    ("They fled (on foot). Nobody followed.", 2),
    ("“We will hold.” Then he hung up.", 2),
    # a long quotation is told sentence by sentence, a short one is not
    (
        '"' + "We were told to leave the valley before the winter and to take nothing with us but the clothes we wore, "
        'and so we did. Nobody has been back since," Varek said.',
        2,
    ),
    (
        "“We were told to leave the valley before the winter and to take nothing with us but the clothes that we wore, "
        "and so we did. Nobody has been back since. We wait.” The mayor left. He said no more.",
        5,
    ),
    # a wrapped line goes on
    ("Tomas Varek was seen on Monday in the northern outskirts\nof Kessab, where he leads the Third Guard.", 1),
    ("The army said that it had sent two more companies to\nKessab.", 1),
    # datelines and hours stand apart
    ("KESSAB, Doran (Ruda Wire) — Tomas Varek was seen on Monday.", 2),
    ("KESSAB — Tomas Varek was seen on Monday.", 2),
    ("Kessab, May 3 (RW) -- Tomas Varek was seen on Monday.", 2),
    ("10:42 Tomas Varek was seen in Kessab.", 2),
    ("NATO — the alliance — sent two ships to Kessab.", 1),
    ("Kessab (Doran) was quiet — until Monday.", 1),
    # the end of a short line ends a sentence
    ("Third Guard leader reportedly in Kessab\n\nTomas Varek was seen on Monday.", 2),
    ("Photo: Varek in Kessab\nVarek, the head of the Third Guard, was seen.", 2),
    ("• first item\n• second item", 2),
]


@pytest.mark.parametrize(("text", "count"), CASES)
def test_counts(text: str, count: int) -> None:
    """Titles, initials, dates and quotations do not end a sentence; full stops and line ends do."""
    assert len(spans(text)) == count, [text[a:b] for a, b in spans(text)]


@given(st.text(alphabet=st.sampled_from("aB .!?\n“”\"'U.S’,-"), max_size=80))
def test_ranges_are_ordered_and_lose_nothing(text: str) -> None:
    """Ranges are ascending, hold no outer white space, and only white space stands between them."""
    found = spans(text)
    last = 0
    for start, end in found:
        assert last <= start < end
        assert not text[last:start].strip()
        assert text[start:end] == text[start:end].strip()
        last = end
    assert not text[last:].strip()


def test_a_quotation_that_never_closes_ends() -> None:
    """One lost mark does not join all that follows to one sentence."""
    text = "He said “we left. " + "They came back on Monday. " * 400
    assert len(spans(text)) > 150
