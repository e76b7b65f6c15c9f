"""Who says it: the subjects of a verb of saying, before it, behind it, and where the tree hung them elsewhere."""

from __future__ import annotations

from reportedly.claims.attribution.quotations import quoted_tokens, stands_in_marks
from reportedly.claims.attribution.tellers import Teller, teller_at, tellers_of
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base
from reportedly.records.mention import AGENTS, Form, Kind
from reportedly.resources.lexicon import words


def sayers_of(view: SentenceView, verb: int) -> tuple[Teller, ...]:
    """Subjects of a verb of saying; of "quoted as saying" the subject of "quoted", with who quotes before."""
    token = view.tokens[verb]
    if token.relation == "pcomp" and view.tokens[token.head].lemma == "as":
        above = view.tokens[token.head].head
        if base(view, above) in words("voices", "verbs", "relaying"):
            outer = tellers_of(view, view.doers(above))
            return (*outer, *tellers_of(view, view.undergoers(above)))
    last = _closing_voice(view, verb)
    if last:
        return last
    quoted = quoted_tokens(view)
    # "“The men left,” said X", where the tree takes the men for who said it
    inner = frozenset() if verb in quoted else frozenset(q for q in quoted if not stands_in_marks(view, q))
    own = [s for s in view.dependents(verb, "nsubj") if s not in inner]
    goes_on = None if own else _went_on(view, verb)
    if goes_on is not None:
        return sayers_of(view, goes_on)
    beside = [a for s in own for a in view.dependents(s, "appos", "conj") if s < a < verb and _ends_at(view, a, verb)]
    closing = _closing_name(view, own, verb)
    if closing is not None:
        return tellers_of(view, [closing])
    if beside:  # "…, X, the ministry said" read as one phrase, without a comma before the verb
        return tellers_of(view, beside[-1:])
    if len(own) > 1 and len(together(view, own)) > 1:
        return tellers_of(view, together(view, own))
    if len(own) > 1 and last_of_title(view, own, verb) is not None:
        return tellers_of(view, [max(own)])
    if len(own) > 1:  # "X, he said, came": of two subjects the one beside the verb speaks
        near = sorted([s for s in own if s < verb] or own, key=lambda s: abs(s - verb))
        return next((found for s in near if (found := tellers_of(view, [s]))), ())
    found = tellers_of(view, [s for s in view.subjects(verb) if s not in inner])
    found = found or _inverted(view, verb) or _right_before(view, verb) or _behind_quotation(view, verb)
    before = None if found else clause_before(view, verb)
    return found if before is None else tellers_of(view, view.subjects(before))


def _closing_voice(view: SentenceView, verb: int) -> tuple[Teller, ...]:
    """Of "A met B, head of the Front, on Tuesday, said sources in Ruda", whatever the tree says: the sources."""
    told = view.tokens[verb].tag in {"VBD", "VBZ"} and verb > 3 and view.tokens[verb - 1].text == ","
    told = told and base(view, verb) in words("voices", "verbs", "inverted")  # not "X, Y, told the Post"
    if not told or view.dependents(verb, "xcomp") or not closes(view, verb):
        return ()
    return _inverted(view, verb)


def closes(view: SentenceView, verb: int) -> bool:
    """Whether nothing but circumstances follow a verb of saying: up to the end, a semicolon or ", adding that …"."""
    for i in range(verb + 1, len(view.tokens)):
        tag = view.tokens[i].tag
        if view.tokens[i].text == ";" or (tag == "VBG" and view.tokens[i - 1].text == ","):
            return True
        if tag[:2] in {"VB", "MD"}:
            return False
    return True


def _closing_name(view: SentenceView, own: list[int], verb: int) -> int | None:
    """Of "… in Ruda, Sel district, the Post reports", with the Post told as part of the district: the Post."""
    if len(own) != 1 or own[0] > verb or all(t.text != "," for t in view.tokens[own[0] : verb]):
        return None
    last = view.tokens[verb - 1]
    named = [m for m in view.mentions if view.mention(m).end == last.end and view.mention(m).form == Form.NAME]
    inner = [view.heads[m] for m in named if view.heads[m] > own[0]]
    return next((h for h in inner if view.tokens[h].relation in {"compound", "nmod"}), None)


def _went_on(view: SentenceView, verb: int) -> int | None:
    """Of "X claimed that Y is leaving and reiterated that …" the verb "claimed", by its tense, not Y’s deed."""
    word = view.tokens[verb]
    inner = view.tokens[word.head]
    if word.relation != "conj" or inner.relation != "ccomp" or inner.tag == word.tag:
        return None
    outer = view.tokens[inner.head]
    same = outer.tag == word.tag and outer.tag in {"VBD", "VBZ", "VBP"}
    return inner.head if same and base(view, inner.head) in words("voices", "verbs", "saying") else None


def clause_before(view: SentenceView, verb: int) -> int | None:
    """Of "X meets Y, says Z has left" the verb "meets", which the tree takes for what is said: X says so too."""
    if verb == 0 or view.tokens[verb - 1].text != "," or view.tokens[verb].tag not in {"VBZ", "VBP", "VBD"}:
        return None
    clauses = view.dependents(verb, "ccomp")
    early = [c for c in clauses if c < verb and view.dependents(c, "nsubj", "nsubjpass")]
    told = len(clauses) > 1 and not view.dependents(verb, "nsubj") and not _described(view, verb)
    return early[0] if early and told else None


def _right_before(view: SentenceView, verb: int) -> tuple[Teller, ...]:
    """As in "…, a monitoring group said, …", where the tree hung the group elsewhere."""
    if view.tokens[verb].tag not in {"VBD", "VBZ", "VBP"} or view.tokens[verb - 1].tag[:1] != "N":
        return ()
    teller = teller_at(view, verb - 1) if phrase_before(view, verb) is not None else None
    return () if teller is None else (teller,)


def _behind_quotation(view: SentenceView, verb: int) -> tuple[Teller, ...]:
    """As in "“…,” X, editor at the Post, said", where the tree lost the subject: the name right behind the marks."""
    marks = [i for i in range(max(0, verb - 25), verb) if view.tokens[i].text in {"”", '"', "''"}]
    if not marks or view.tokens[verb].tag not in {"VBD", "VBZ"}:
        return ()
    behind = view.tokens[marks[-1]].end
    named = [m for m in view.mentions if behind <= view.mention(m).start <= behind + 2]
    if not named or view.mention(named[0]).kind not in AGENTS or view.mention(named[0]).end > view.tokens[verb].start:
        return ()
    return tellers_of(view, [view.heads[named[0]]])


def _ends_at(view: SentenceView, noun: int, verb: int) -> bool:
    """Whether a noun phrase opened by a comma ends right before a verb."""
    span = [t for t in view.subtree(noun) if t < verb]
    return span[-1] == verb - 1 and span[0] > 0 and view.tokens[span[0] - 1].text == "," and verb - span[0] <= 8


def _inverted(view: SentenceView, verb: int) -> tuple[Teller, ...]:
    """As in "…”, said X", where the tree has no subject: a name right after the verb."""
    if view.tokens[verb].tag not in {"VBD", "VBZ"} or verb + 1 >= len(view.tokens):
        return ()
    behind = view.dependents(verb, "dobj", "attr", "dep", "npadvmod", "oprd", "nsubj")
    for child in [*behind, *_described(view, verb)]:
        if child > verb and child - verb <= 8:
            mention = view.mention_at(child)
            paper = base(view, child) in words("voices", "nouns", "papers")
            if paper or (mention is not None and view.mention(mention).kind in AGENTS):
                found = teller_at(view, child)
                return () if found is None else (found,)
    titled = named_behind(view, verb)
    person = titled is not None and view.mention(titled).kind == Kind.PERSON
    return tellers_of(view, [view.heads[titled]]) if person and titled is not None else ()


def named_behind(view: SentenceView, verb: int) -> int | None:
    """Of "…”, said Under Secretary X" the mention of X: only its title stands between."""
    for m in view.mentions:
        between = [t for t in view.tokens[verb + 1 :] if t.start < view.mention(m).start]
        if view.mention(m).start > view.tokens[verb].start and view.mention(m).form == Form.NAME:
            return m if all(t.tag == "DT" or t.text[:1].isupper() for t in between) and len(between) < 5 else None
    return None


def _described(view: SentenceView, verb: int) -> list[int]:
    """Of "…, said the report published on Friday", with "published" told by the tree as what is said: the report."""
    clauses = view.dependents(verb, "ccomp")
    if not clauses or min(clauses) > verb:
        return []
    participles = [c for c in clauses if c > verb and view.tokens[c].tag in {"VBN", "VBD"}]
    participles = [c for c in participles if not view.dependents(c, "aux", "auxpass", "mark")]
    return [s for c in participles for s in view.dependents(c, "nsubj")]


def last_of_title(view: SentenceView, subjects: list[int], verb: int) -> int | None:
    """Of "…, said Army of Sel spokesman X", which the tree breaks into two subjects, X: nothing parts them."""
    first, last = min(subjects, default=0), max(subjects, default=0)
    parted = any(view.tokens[t].tag in {",", "CC"} for t in range(first, last))
    return last if verb < first < last and not parted and view.is_person(last) else None


def together(view: SentenceView, subjects: list[int]) -> list[int]:
    """The last of several subjects with those that "and" joins to it, where the tree made no list of them."""
    last = max(subjects)
    joined = [s for s in subjects if s < last and not any(t.text == "," for t in view.tokens[s:last])]
    return (
        [*joined, last] if any(view.tokens[t].tag == "CC" for t in range(min(joined, default=last), last)) else [last]
    )


def phrase_before(view: SentenceView, verb: int) -> int | None:
    """Where a noun phrase begins that stands between a comma and a verb."""
    start = verb
    while start > max(0, verb - 12) and view.tokens[start - 1].tag[:1] in {"N", "J", "D", "P", "C"}:
        start -= 1
    return start if start < verb and start > 0 and view.tokens[start - 1].text == "," else None
