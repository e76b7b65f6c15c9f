"""What holds for any text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.mentions.times.reading import cut

from reportedly.mentions.times import find_times
from reportedly.mentions.times.find import read_spans
from reportedly.mentions.times.grammar import load_grammar
from reportedly.mentions.times.patterns import words_of
from reportedly.mentions.times.search import line_of
from reportedly.mentions.times.tokens import texts_of, tokens_from, tokens_of
from reportedly.records.when import edtf
from reportedly.resources.lexicon import table
from reportedly.testing import make_document

FIGURES_ROW = (
    "0 31 30 99 499 1500 2016 9999 10000 1,000 2.5 1980s '98 24:00 25:61 0000-00-00 9999-12-31 13/13/13 1st 32nd 0001"
)
FIGURES = FIGURES_ROW.split()
MARKS = [".", ",", "-", "–", "'s", "(", ")", "“", "\n", "BC", "AH", "p.m.", "GMT", "$"]
WORDS = sorted(load_grammar().words)
texts = st.lists(st.sampled_from([*WORDS, *FIGURES, *MARKS]) | st.sampled_from(FIGURES), max_size=30).map(" ".join)
days = st.none() | st.dates().map(str)


@given(texts | st.text(max_size=80), days)
@settings(max_examples=400, deadline=None)
def test_any_text_is_read(text: str, published: str | None) -> None:
    """Nothing raises; expressions stand inside the text, in order, apart; bounds are in order; EDTF follows them."""
    document = make_document(text, published=published)
    found = find_times(document, cut(document))
    assert all(one.end <= other.start for one, other in pairwise(found))
    for time in found:
        assert document.text[time.start : time.end] == time.text != ""
        assert time.earliest is None or time.latest is None or time.earliest <= time.latest
        assert (edtf(time) is None) == (time.earliest is None and time.latest is None)
        assert time.rule
        assert time.value is not None or time.problem or time.earliest or time.anchor == "none"


@given(texts, days, st.lists(st.tuples(st.integers(0, 200), st.integers(1, 30)), max_size=6))
@settings(max_examples=200, deadline=None)
def test_any_span_is_answered(text: str, published: str | None, places: list[tuple[int, int]]) -> None:
    """Each given span gets one answer, wherever it stands."""
    document = make_document(text, published=published)
    spans = sorted({(start, start + length) for start, length in places})
    found = read_spans(document, [(s.start, s.end) for s in cut(document)], spans)
    assert [(t.start, t.end) for t in found] == spans


def test_the_same_text_gives_the_same_times() -> None:
    """Reading one text does not change the reading of the next."""
    one = make_document("He came on 3 March 2014 and left the next day.", published="2016-05-24")
    other = make_document("He left the next day.", published="2015-01-10")
    alone = find_times(other, cut(other))
    find_times(one, cut(one))
    assert find_times(other, cut(other)) == alone


def test_no_word_is_lost_in_the_grammar() -> None:
    """Every rule can begin somewhere: a rule over classes that hold no word would never match."""
    assert [rule.name for rule in load_grammar().rules if not rule.pairs] == []


def test_no_class_is_idle() -> None:
    """Every class of the word table is used by some rule, and every alias too."""
    rules = table("time_rules")
    patterns = [*rules["alias"].values()]
    for rule in rules["rule"]:
        patterns += [rule["pattern"], rule.get("not_ahead", ""), *rule.get("behind", ()), *rule.get("not_behind", ())]
    used = set().union(*map(words_of, patterns)) | {"ref"}
    assert {*table("times")["class"], *rules["alias"]} - used == set()


def test_a_pair_that_opens_no_rule_is_no_expression() -> None:
    """The short cut over pairs of symbols agrees with the rules themselves."""
    text = "On Friday, 3 May 2014, two and a half years later, at 10 p.m. the 1st Brigade left in the fall of 2016."
    line, grammar = line_of(text, 0, len(text)), load_grammar()
    for at in range(len(line.tokens)):
        able = {r.name for r in grammar.rules if not r.given and grammar.match(r, line, at)}
        assert able <= {r.name for r in grammar.rules_at(line.symbols, at)}


@given(st.text(alphabet="aéZ19.,:'’- \n\tº½\u00a0Qq/", max_size=40))
def test_tokens_and_their_words_agree(text: str) -> None:
    """The words alone, found faster, are those of the tokens, and each token stands where its words are."""
    words = texts_of(text, 0, len(text))
    assert words == [t.text for t in tokens_of(text, 0, len(text))]
    assert tokens_from(text, 0, words) == tokens_of(text, 0, len(text))
