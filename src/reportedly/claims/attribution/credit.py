"""Whom the text credits with what: statements inside sentences, and quotations that go on over their ends."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Final

import msgspec

from reportedly.claims.attribution.authors import author_of, goes_on_speaking, named_before, told_of_himself
from reportedly.claims.attribution.background import background
from reportedly.claims.attribution.quotations import Quotation, find_quotations
from reportedly.claims.attribution.statements import find_statements
from reportedly.claims.attribution.tellers import Stance, Statement, Teller
from reportedly.claims.attribution.voices import attribution_of
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.records.claim import Attribution, AttributionKind
from reportedly.records.document import Document, Role
from reportedly.records.mention import Form, Kind

#: Quoted words that are fewer than these and that nobody is said to have spoken only mark a term ("the “governor”").
_TERM_WORDS: Final = 4
#: Small words inside names and titles.
_JOINING: Final = frozenset({"of", "the", "and", "for", "in", "on", "to", "a", "al", "-"})
_FIRST_PERSON: Final = frozenset({"we", "our", "us", "i", "my", "ours"})


#: First words of what names the inner voice: "the Post reported, citing officials", "… with reference to a source".
_CITING: Final = frozenset({"citing", "quoting", "with"})


#: The index of a sentence, and that of the token in it that brings a voice in.
Credit = tuple[int, int]


class Told(msgspec.Struct, frozen=True):
    """Voices with what brings them in."""

    voices: tuple[Attribution, ...] = ()
    credit: Credit | None = None


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """One voice, or none named, in whose mouth words are put.

    cue: the token of this sentence that says so, if any. credit: sentence and token that bring the voice in.
    """

    voices: tuple[Attribution, ...]
    stance: Stance = Stance.SAYS
    quoted: bool = False
    cue: int | None = None
    credit: Credit | None = None


class Spoken(msgspec.Struct, frozen=True, kw_only=True):
    """A range of characters that one voice speaks."""

    start: int
    end: int
    block: int
    told: Told


class Voices:
    """All statements and quotations of one document. Immutable; worked out once, when first asked."""

    def __init__(self, document: Document, views: Sequence[SentenceView]) -> None:
        self.document = document
        self.views = views

    @cached_property
    def statements(self) -> tuple[tuple[Statement, ...], ...]:
        """Statements of each sentence. Words inside quotation marks say nothing of what stands outside them."""
        return tuple(tuple(self._inside(view, s) for s in find_statements(view)) for view in self.views)

    def _inside(self, view: SentenceView, statement: Statement) -> Statement:
        around = self._quotation_at(view.tokens[statement.cue].start)
        if around is None:
            return statement
        kept = {t for t in statement.content if around.start <= view.tokens[t].start < around.end}
        return msgspec.structs.replace(statement, content=frozenset(kept))

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """Quotations of the document."""
        return find_quotations(self.document)

    def in_quotation(self, position: int) -> bool:
        """Whether a character stands between quotation marks."""
        return self._quotation_at(position) is not None

    def _quotation_at(self, position: int) -> Quotation | None:
        """The quotation that a character stands in; they are in order, and none stands in another."""
        before = bisect_right(self._opened, position) - 1
        return self.quotations[before] if before >= 0 and position < self.quotations[before].end else None

    @cached_property
    def _opened(self) -> list[int]:
        return [q.start for q in self.quotations]

    @cached_property
    def spoken(self) -> tuple[Spoken, ...]:
        """Quotations with their voices, without those that only mark a term; then speech that a colon opens."""
        found: list[Spoken] = []
        for quotation in self.quotations:
            told = self._speaker(quotation, found)
            said = self.document.text[quotation.start : quotation.end].split()
            words = len(said)
            capitals = all(w[:1].isupper() or w in _JOINING for w in said)
            if capitals and (not told.voices or self._is_name(quotation)):
                continue  # a name or a title in marks
            spoken = words > 1 or said[-1:][0][-1:] in {",", ".", "?", "!"}
            if words >= _TERM_WORDS or (told.credit is not None and words and spoken):
                found.append(Spoken(start=quotation.start, end=quotation.end, block=quotation.block, told=told))
        return (*found, *self._speeches())

    def _is_name(self, quotation: Quotation) -> bool:
        """Whether a quotation is no more than one name ("the “Ruda Life” reports")."""
        views = [self.views[i] for i in self._views_in.get(quotation.block, ())]
        names = (v.mention(m) for v in views for m in v.mentions if v.mention(m).form == Form.NAME)
        return any((m.start, m.end) == (quotation.start, quotation.end) for m in names)

    @cached_property
    def _spoken_in(self) -> dict[int, list[Spoken]]:
        """Block → what is spoken in it, in the order of `spoken`."""
        found: dict[int, list[Spoken]] = {}
        for spoken in self.spoken:
            found.setdefault(spoken.block, []).append(spoken)
        return found

    @cached_property
    def _views_in(self) -> dict[int, list[int]]:
        """Block → indexes of its sentences."""
        found: dict[int, list[int]] = {}
        for index, view in enumerate(self.views):
            found.setdefault(view.sentence.block, []).append(index)
        return found

    def frames(self, view: SentenceView, token: int, *, identity: bool = False) -> tuple[Frame, ...]:
        """Whose words a token is part of, outermost first. identity: it only says who someone is (rule 15)."""
        position = view.tokens[token].start
        spoken = [s for s in self._spoken_in.get(view.sentence.block, ()) if s.start <= position < s.end]
        quotes = [Frame(voices=s.told.voices, quoted=True, credit=s.told.credit) for s in spoken]
        if identity:
            return tuple(quotes)
        aside = background(view, token)
        holding = [s for s in self.statements[view.index] if token in s.content and s.cue != token]
        holding = [s for s in holding if not aside or s.cue in aside]
        # "the Post reported, citing officials": the Post is the outer voice, although both hold for the same words
        holding.sort(key=lambda s: (view.lows[s.cue] in _CITING and not s.verb, -len(s.content)))
        outer = [s for s in holding if not any(q.start <= view.tokens[s.cue].start < q.end for q in spoken)]
        inner = [s for s in holding if s not in outer]
        return (
            *(self._frame(view, s) for s in outer),
            *quotes,
            *(self._frame(view, s) for s in inner),
        )

    def told_at(self, view: SentenceView, trigger: int) -> int:
        """The token whose frames hold for a trigger: of "described as the leader", the leader that it was called."""
        for statement in self.statements[view.index]:
            if statement.cue == trigger and not statement.verb and view.tokens[trigger].tag[:1] == "V":
                nouns = [t for t in sorted(statement.content) if view.tokens[t].tag[:1] == "N"]
                if nouns:
                    return nouns[0]
        return trigger

    def disputed_by(self, view: SentenceView, token: int) -> str | None:
        """Who is said, in the same sentence, to hold that it is not so: "…, which the ministry denied"."""
        for statement in self.statements[view.index]:
            inside = {t for t in statement.content if view.tokens[t].tag[:1] in {"N", "V"}}
            points_back = len(inside) <= 1
            before = token < statement.cue and token not in statement.content
            apart = before or token not in view.subtree(statement.cue)
            if statement.stance == Stance.DENIES and points_back and apart:
                voices = self._frame(view, statement).voices
                if voices:
                    return voices[-1].canonical
        return None

    # ---- who speaks
    def _frame(self, view: SentenceView, statement: Statement) -> Frame:
        return Frame(
            voices=self.voices_of(view, statement),
            stance=statement.stance,
            cue=statement.cue,
            credit=(view.index, statement.cue),
        )

    def voices_of(self, view: SentenceView, statement: Statement) -> tuple[Attribution, ...]:
        """The tellers of a statement as links of a chain."""
        tellers = statement.tellers
        if len(tellers) == 1 and goes_on_speaking(view, statement):
            before = self._spoke_before(view, tellers[0])
            if before or told_of_himself(view, statement):
                return before
        found = [self._link(view, teller, view.tokens[statement.cue].text) for teller in tellers]
        if found == [None]:
            return self._spoke_before(view, tellers[0])
        return tuple(link for link in found if link is not None)

    def _link(self, view: SentenceView, teller: Teller, cue: str) -> Attribution | None:
        """The link for a teller; of a paper its author, where the text names him."""
        where, fullest = named_before(self.views, self.statements, view, teller)
        author = author_of(where, fullest)
        link = None if author is None else attribution_of(where, author, cue)
        return link or attribution_of(where, fullest, cue)

    def _spoke_before(self, view: SentenceView, teller: Teller) -> tuple[Attribution, ...]:
        """Of "It said" without a name in its chain whoever spoke last, if the pronoun fits.

        In the same paragraph or, of a person, in the one before.
        """
        pronoun = view.tokens[teller.head].text.lower()
        if pronoun not in {"it", "he", "she", "they"}:
            return ()
        reach = 1 if pronoun in {"he", "she"} else 0
        for index in range(view.index - 1, max(-1, view.index - 3), -1):
            if self.views[index].sentence.block < view.sentence.block - reach:
                break
            told = self._said_in(index, last=True)
            if told.voices:
                person = _is_person(self.views[index], told.voices[-1])
                fits = person if pronoun in {"he", "she"} else pronoun == "they" or not person
                return told.voices if fits else ()
        return ()

    def _speaker(self, quotation: Quotation, before: list[Spoken]) -> Told:
        around = [
            i
            for i in self._views_in.get(quotation.block, ())
            if self.views[i].sentence.start < quotation.end + 2 and quotation.start - 2 < self.views[i].sentence.end
        ]
        own = self._nearest(around, quotation)
        if own.credit is not None:
            return own
        last = before[-1] if before else None
        if quotation.carried and last is not None:
            return last.told
        first = (
            around[0]
            if around
            else next((i for i, v in enumerate(self.views) if v.sentence.start >= quotation.start), len(self.views))
        )
        introduced = self._introduced(first - 1)
        if introduced.voices:
            return introduced
        for index in [*reversed(range(max(0, first - 3), first)), *(i + 1 for i in around[-1:])]:
            if index >= len(self.views) or self.views[index].sentence.block != quotation.block:
                continue
            told = self._said_in(index, last=index < first)
            if told.voices:
                return told
        if last is not None and last.block == quotation.block:
            return last.told
        return self._previous_block(quotation)

    def _nearest(self, around: Iterable[int], quotation: Quotation) -> Told:
        """The voice of the nearest statement, outside quotation marks, of the sentences that hold the quotation."""
        found: list[tuple[int, Told]] = []
        for index in around:
            view = self.views[index]
            for statement in self.statements[index]:
                position = view.tokens[statement.cue].start
                if self.in_quotation(position) or statement.stance == Stance.WITHHOLDS:
                    continue
                holds = any(quotation.start <= view.tokens[t].start < quotation.end for t in statement.content)
                if not (statement.verb or holds):
                    continue
                voices = self.voices_of(view, statement)
                if voices or statement.tellers:  # somebody speaks, whoever he is
                    distance = quotation.start - position if position < quotation.start else position - quotation.end
                    found.append((distance - (1000 if holds else 0), Told(voices, (index, statement.cue))))
        return min(found, key=lambda f: f[0])[1] if found else Told()

    def _introduced(self, index: int) -> Told:
        """The voice of a sentence that ends with a colon."""
        if index < 0:
            return Told()
        view = self.views[index]
        if not view.text.rstrip().endswith(":"):
            return Told()
        return self._said_in(index, last=True)

    def _said_in(self, index: int, *, last: bool) -> Told:
        view = self.views[index]
        said = [
            Told(self.voices_of(view, s), (index, s.cue))
            for s in self.statements[index]
            if s.verb
            and s.stance in {Stance.SAYS, Stance.DENIES, Stance.SETTLED}
            and not self.in_quotation(view.tokens[s.cue].start)
        ]
        said = [s for s in said if s.voices]
        if not said:
            return Told()
        return said[-1] if last else said[0]

    def _previous_block(self, quotation: Quotation) -> Told:
        """A paragraph that is all quotation goes on with the voice of the paragraph before."""
        block = self.document.blocks[quotation.block]
        if self.document.text[block.start : quotation.start].strip(' "“«„'):
            return Told()
        earlier = bisect_right(self.views, block.start, key=lambda v: v.sentence.end)
        for index in reversed(range(max(0, earlier - 3), earlier)):
            if self.views[index].sentence.block < self.views[earlier - 1].sentence.block:
                break
            told = self._said_in(index, last=True)
            if told.voices:
                return told
        return Told()

    # ---- "X said:" and then paragraphs without quotation marks
    def _speeches(self) -> tuple[Spoken, ...]:
        found: list[Spoken] = []
        for index, view in enumerate(self.views):
            colon = self._colon(view)
            if colon is None:
                continue
            told = self._said_before(index, colon)
            rest = self.document.text[colon : view.block.end].strip()
            if not told.voices or rest[:1] in {'"', "“", "«", "„"}:
                continue
            if rest:
                found.append(Spoken(start=colon, end=view.block.end, block=view.sentence.block, told=told))
                if not self._in_first_person(view.sentence.block):
                    continue
            found += self._following(view.sentence.block, told)
        return tuple(found)

    def _colon(self, view: SentenceView) -> int | None:
        token = next((t for t in view.tokens if t.text == ":" and not self.in_quotation(t.start)), None)
        return None if token is None else token.end

    def _said_before(self, index: int, colon: int) -> Told:
        view = self.views[index]
        for statement in reversed(self.statements[index]):
            cue = view.tokens[statement.cue]
            if statement.verb and cue.end <= colon and colon - cue.end <= 60 and statement.stance == Stance.SAYS:
                return Told(self.voices_of(view, statement), (index, statement.cue))
        return Told()

    def _following(self, block: int, told: Told) -> list[Spoken]:
        """The blocks after a colon, up to a heading or to a block that names the speaker."""
        found: list[Spoken] = []
        blocks = self.document.blocks
        for number in range(block + 1, len(blocks)):
            here = blocks[number]
            if not here.is_evidence:
                continue
            opens = self.document.text[here.start : here.start + 1]
            if here.role == Role.HEADLINE or opens in {'"', "“", "«"} or self._names(number, told):
                break
            found.append(Spoken(start=here.start, end=here.end, block=number, told=told))
        return found

    def _names(self, block: int, told: Told) -> bool:
        wanted = {v.canonical for v in told.voices}
        return any(
            view.mention(m).form != Form.PRONOUN and view.canonical(m) in wanted
            for view in (self.views[i] for i in self._views_in.get(block, ()))
            for m in view.mentions
        )

    def _in_first_person(self, block: int) -> bool:
        return any(
            t.lemma in _FIRST_PERSON or t.text.lower() in _FIRST_PERSON
            for i in self._views_in.get(block, ())
            for t in self.views[i].tokens
        )


def _is_person(view: SentenceView, voice: Attribution) -> bool:
    """Whether a voice is one person, who may hold an office ("Governor Orev"), and no body."""
    if voice.kind in {AttributionKind.PERSON, AttributionKind.WITNESS}:
        return True
    people = (m for m in map(view.mention, view.mentions) if m.kind == Kind.PERSON)
    return any(m.start <= voice.start and voice.end <= m.end for m in people)
