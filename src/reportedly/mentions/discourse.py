"""A document's candidates in order, with what is known of the referents that they have been joined to so far."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterator, Sequence

import msgspec

from reportedly.mentions.candidate import Candidate, Line
from reportedly.mentions.joins import Joins
from reportedly.mentions.lexicon import Lexicon
from reportedly.records.mention import BODIES, Form, Kind

_SITES = frozenset({Kind.PLACE, Kind.FACILITY})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_INDEFINITE = frozenset({"a", "an", "another", "some", "any", "one", "no", "every", "each", "many", "several", "few"})


class Referent(msgspec.Struct, frozen=True):
    """What the joined candidates of one thing say together.

    members: ascending. described: a nominal is among them. first_pronoun: the first member that is one, or None.
    """

    members: tuple[int, ...]
    kind: Kind
    gender: str | None
    plural: bool | None
    named: bool
    may_be_person: bool
    described: bool
    first_pronoun: int | None


class _Gathered:
    """What joined candidates say together, added up one by one: a referent that is named a thousand times must not be
    looked through a thousand times."""

    def __init__(self) -> None:
        self.members: list[int] = []
        self._kinds: dict[Form, Kind] = {}  # of the first candidate of each form whose kind is known
        self._first: Kind | None = None
        self._told_person = self._named = self._has_name = self._described = False
        self._first_pronoun: int | None = None
        self._may_be_person = True
        self._genders: set[str] = set()
        self._numbers: set[bool] = set()

    def add(self, i: int, m: Candidate) -> None:
        insort(self.members, i)
        self._first = self._first or m.kind
        if m.kind != Kind.OTHER:
            self._kinds.setdefault(m.form, m.kind)
        self._told_person |= m.form == Form.PRONOUN and m.gender is not None
        self._described |= m.form == Form.NOMINAL
        if m.form == Form.PRONOUN:
            self._first_pronoun = i if self._first_pronoun is None else min(i, self._first_pronoun)
        self._named |= m.form in {Form.NAME, Form.ADJECTIVE}
        if m.form == Form.NAME:
            self._has_name = True
            self._may_be_person &= m.may_be_person
        if m.gender is not None:
            self._genders.add(m.gender)
        if m.plural is not None:
            self._numbers.add(m.plural)

    def referent(self) -> Referent:
        kind = self._kind()
        return Referent(
            members=tuple(self.members),
            kind=kind,
            gender=next(iter(self._genders)) if len(self._genders) == 1 else None,
            plural=next(iter(self._numbers)) if len(self._numbers) == 1 else None,
            named=self._named,
            may_be_person=kind == Kind.PERSON or (self._has_name and self._may_be_person),
            described=self._described,
            first_pronoun=self._first_pronoun,
        )

    def _kind(self) -> Kind:
        if self._told_person and self._may_be_person:
            return Kind.PERSON
        told = (self._kinds.get(form) for form in (Form.NAME, Form.ADJECTIVE, Form.NOMINAL))
        return next((kind for kind in told if kind is not None), self._first or Kind.OTHER)


class Discourse:
    """Candidates of a document, ascending by (line, first, -last), and the sets that they are joined into.

    The one thing in this stage that changes: it is made for one document, filled by the resolvers, and thrown away.
    """

    def __init__(self, lines: Sequence[Line], mentions: Sequence[Candidate], lexicon: Lexicon) -> None:
        self.lines = lines
        self.mentions = tuple(mentions)
        self.lexicon = lexicon
        self.joins = Joins(len(self.mentions))
        self.speakers: dict[int, int] = {}
        self._known: dict[int, Referent] = {}
        self._gathered: dict[int, _Gathered] = {}
        self._by_line: dict[int, list[int]] = {}
        self._by_head: dict[tuple[int, int], list[int]] = {}
        for i, m in enumerate(self.mentions):
            self._by_line.setdefault(m.line, []).append(i)
            self._by_head.setdefault((m.line, m.head), []).append(i)

    # ---- finding
    def of_line(self, line: int) -> list[int]:
        """Candidates of a line, in order."""
        return self._by_line.get(line, [])

    def headed(self, line: int, token: int) -> int | None:
        """The widest candidate whose head is this token."""
        found = self._by_head.get((line, token))
        return None if not found else max(found, key=lambda i: self.mentions[i].last - self.mentions[i].first)

    def inside(self, i: int) -> Iterator[int]:
        """Candidates within the words of candidate i."""
        m = self.mentions[i]
        for j in self.of_line(m.line):
            other = self.mentions[j]
            if j != i and m.first <= other.first and other.last <= m.last:
                yield j

    def line_of(self, i: int) -> Line:
        """The line that a candidate stands in."""
        return self.lines[self.mentions[i].line]

    def block(self, i: int) -> int:
        """The block that a candidate stands in."""
        return self.line_of(i).sentence.block

    def words(self, i: int) -> str:
        """The verbatim words of a candidate."""
        m = self.mentions[i]
        return self.lines[m.line].surface(m.first, m.last)

    def lemma(self, i: int) -> str:
        """The lemma of a candidate's head."""
        m = self.mentions[i]
        token = self.lines[m.line].tokens[m.head]
        return token.lemma if not token.tag.startswith("NNP") else token.lemma.rstrip("s") if m.plural else token.lemma

    # ---- what a phrase says
    def determiner(self, i: int) -> str:
        """ "definite", "indefinite", "possessive", "bare" or "number", by the first word of a nominal."""
        m, line = self.mentions[i], self.line_of(i)
        low, tag = line.lows[m.first], line.tags[m.first]
        if low in _DEFINITE:
            return "definite" if "POS" not in line.tags[m.first : m.head] else "possessive"
        if tag == "PRP$" or "POS" in line.tags[m.first : m.head]:
            return "possessive"
        if low in _INDEFINITE or tag == "DT":
            return "indefinite"
        return "number" if tag == "CD" else "bare"

    def is_restricted(self, i: int) -> bool:
        """Whether a clause right after a description says which one is meant ("the member who left")."""
        m, line = self.mentions[i], self.line_of(i)
        k = m.last + 1
        return k < len(line) and (
            line.lows[k] in {"who", "that", "whose", "which", "whom"}
            or (line.tags[k] in {"VBN", "VBG"} and line.tokens[k].relation in {"acl", "relcl"})
        )

    def modifiers(self, i: int) -> frozenset[str]:
        """Folded words of a nominal before its head, without article, hyphens and marks."""
        m, line = self.mentions[i], self.line_of(i)
        skipped = _DEFINITE | _INDEFINITE | {"-", "'s", "'", ",", '"'}
        return frozenset(line.lows[k] for k in range(m.first, m.head) if line.lows[k] not in skipped)

    # ---- what is known of a referent
    def members(self, i: int) -> list[int]:
        """All candidates joined with i."""
        return self.joins.members(i)

    def names(self, i: int) -> list[int]:
        """The names joined with i."""
        return [j for j in self.members(i) if self.mentions[j].form == Form.NAME]

    def about(self, i: int) -> Referent:
        """What is known of the referent of i."""
        members = self.joins.members(i)
        kept = self._known.get(members[0])
        if kept is None or len(kept.members) != len(members):
            gathered = self._gathered.setdefault(members[0], _Gathered())
            for j in members[len(gathered.members) :]:  # a set only grows at its end
                gathered.add(j, self.mentions[j])
            kept = self._known[members[0]] = gathered.referent()
        return kept

    def kind(self, i: int) -> Kind:
        """The kind of the referent: that of its names, else of its first nominal; "he" tells an unsure one."""
        return self.about(i).kind

    def is_named(self, i: int) -> bool:
        """Whether a name, or an adjective that stands for a state, is joined with i."""
        return self.about(i).named

    def may_be_person(self, i: int) -> bool:
        """Whether the referent is a person or a name whose kind is open."""
        return self.about(i).may_be_person

    def gender(self, i: int) -> str | None:
        """ "male" or "female" where a title, a given name, a noun or a pronoun of the referent tells."""
        return self.about(i).gender

    def plural(self, i: int) -> bool | None:
        """Whether the referent is more than one; None where the words leave it open."""
        return self.about(i).plural

    def compatible(self, i: int, j: int) -> bool:
        """Whether two referents may be one by kind, gender and number."""
        a, b = self.kind(i), self.kind(j)
        same = a == b or {a, b} <= BODIES or {a, b} <= _SITES or (Kind.OTHER in (a, b) and Kind.PERSON not in (a, b))
        genders = {self.gender(i), self.gender(j)} - {None}
        numbers = {self.plural(i), self.plural(j)} - {None}
        return same and len(genders) < 2 and (len(numbers) < 2 or a != Kind.PERSON)
