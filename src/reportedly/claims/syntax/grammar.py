"""A sentence as extractors see it: tokens with their tree, the mentions in it, and the document around it.

Everything here is a question about grammar; no word lists. Token arguments and answers are indexes into
`SentenceView.tokens`. Labels are ClearNLP's (Choi & Palmer 2012).
"""

from __future__ import annotations

from functools import cached_property

from reportedly.claims.syntax.hanging import Tree, answered_once
from reportedly.claims.syntax.lookups import Lookups
from reportedly.claims.syntax.relatives import antecedent, each_named
from reportedly.claims.syntax.strays import (
    asked,
    beyond_description,
    leads_to,
    meaning_to,
    mislabelled,
    misplaced,
    opening,
    sharers,
)
from reportedly.claims.syntax.trees import acyclic, nouns, rehung
from reportedly.records.document import Block, Document
from reportedly.records.mention import AGENTS, BODIES, Analysis, Chain, Form, Kind, Mention
from reportedly.records.span import Sentence, Token
from reportedly.records.when import When
from reportedly.text.lemmas import lemma

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
OBJECTS = frozenset({"dobj", "dative"})


class SentenceView(Tree):
    """One sentence of one document, ready to be asked. Immutable; answers are computed once.

    lookups, earlier: of the analysis and of the sentence before, where the views of a document share them (`views_of`).
    """

    def __init__(
        self,
        document: Document,
        analysis: Analysis,
        index: int,
        lookups: Lookups | None = None,
        earlier: SentenceView | None = None,
    ) -> None:
        self.document = document
        self.analysis = analysis
        self.lookups = lookups or Lookups(analysis)
        self.index = index
        self.sentence: Sentence = analysis.sentences[index]
        super().__init__(rehung(acyclic(self.sentence.tokens)))
        self.block: Block = document.blocks[self.sentence.block]
        self.text = document.text[self.sentence.start : self.sentence.end]
        self._earlier = earlier

    @cached_property
    def previous(self) -> SentenceView | None:
        """The sentence before, in whichever block it stands."""
        if self._earlier is not None or not self.index:
            return self._earlier
        return SentenceView(self.document, self.analysis, self.index - 1, self.lookups)

    # ---- tree
    def conjuncts(self, token: int) -> list[int]:
        """The token and all that are coordinated under it ("A, B and C")."""
        return [*self._conjuncts(token)]

    @answered_once
    def _conjuncts(self, token: int) -> tuple[int, ...]:
        found = [token]
        for t in found:  # it grows on the way
            found += self.dependents(t, "conj")
            found += beyond_description(self, t)
        return tuple(sorted(found))

    # ---- clauses
    @answered_once
    def is_passive(self, verb: int) -> bool:
        """Whether the verb is a passive, a reduced passive ("units backed by Iran") included."""
        if self.dependents(verb, "auxpass", "agent"):
            return True
        if self.dependents(verb, "nsubjpass"):  # a pronoun never goes without "be": "It called on X" is active
            return self.tokens[verb].tag != "VBD" or self.tokens[self.dependents(verb, "nsubjpass")[0]].tag != "PRP"
        reduced = self.tokens[verb].tag == "VBN" and self.tokens[verb].relation in {"acl", "advcl"}
        reduced = reduced or self._follows_noun(verb) is not None or self._shares_passive(verb)
        return reduced and not self.dependents(verb, "aux", "dobj")

    def _shares_passive(self, verb: int) -> bool:
        """Of "were abducted by X and released later", the second participle."""
        token = self.tokens[verb]
        if token.tag != "VBN" or token.relation != "conj" or token.head == verb or self.tokens[token.head].tag != "VBN":
            return False
        own = self.dependents(verb, *SUBJECTS, "aux", "auxpass", "dobj")
        return not own and bool(self.dependents(token.head, "auxpass", "nsubjpass"))

    def _follows_noun(self, verb: int) -> int | None:
        """Of "freed two officers abducted in May", with "abducted" hung on "freed", the officers."""
        token = self.tokens[verb]
        if token.tag not in {"VBN", "VBD"} or token.relation != "ccomp" or verb < 2:
            return None
        if min(self.children[verb], default=verb) < verb:
            return None
        noun = self.tokens[verb - 1]
        return verb - 1 if noun.tag[:1] == "N" and noun.relation == "dobj" and noun.head == token.head else None

    def subjects(self, verb: int) -> list[int]:
        """Head tokens of the grammatical subject, coordination spread out.

        Inherits over coordinated verbs and open complements ("A came and said", "A vowed to attack"); in a relative or
        reduced clause it is the noun that the clause hangs on.
        """
        return [*self._all_subjects(verb)]

    @answered_once
    def _all_subjects(self, verb: int) -> tuple[int, ...]:
        return tuple(self._subjects(verb, set()))

    def _both(self, clause: Token, found: list[int], seen: set[int]) -> list[int]:
        """Of "A and B said they had merged", its second clause given: A and B, unless "they" is somebody else."""
        if clause.relation != "ccomp" or len(found) != 1 or self.lows[found[0]] != "they":
            return []
        above = self._subjects(clause.head, seen)
        mention = self.mention_at(found[0])
        if mention is not None and self.is_name(mention):
            theirs = [m for t in above if (m := self.mention_at(t)) is not None]
            above = above if any(self.chain(m) is self.chain(mention) for m in theirs) else []
        return above if len(above) > 1 else []

    def is_person(self, token: int) -> bool:
        """Whether a token heads, or stands in, the name of a person."""
        mention = self.mention_at(token)
        return mention is not None and self.is_named(token) and self.mention(mention).kind == Kind.PERSON

    def is_body(self, token: int) -> bool:
        """Whether a token heads the name of a group, force or organisation."""
        headed = [self.analysis.mentions[m] for m in self.headed.get(token, ())]
        return any(m.form == Form.NAME and m.kind in BODIES for m in headed)

    def is_named(self, token: int) -> bool:
        """Whether a token heads, or stands in, a name."""
        mention = self.mention_at(token)
        return mention is not None and self.mention(mention).form == Form.NAME

    def _subjects(self, verb: int, seen: set[int]) -> list[int]:
        if verb in seen:
            return []
        seen.add(verb)
        own = self.dependents(verb, *SUBJECTS) or [
            s for a in self.dependents(verb, "aux", "auxpass") for s in self.dependents(a, *SUBJECTS)
        ]
        token = self.tokens[verb]
        own = own or mislabelled(self, verb)
        if own:
            found = []
            for s in self._nearest(own, verb):
                if self.tokens[s].tag in {"WDT", "WP", "WP$"} or (
                    token.relation == "relcl" and self.tokens[s].lemma in {"that", "which", "who"}
                ):
                    found += [antecedent(self, verb)] if token.relation == "relcl" else []
                else:
                    found += self.conjuncts(s)
            named = each_named(self, found[0]) if len(found) == 1 else []
            return self._both(token, found, seen) or named or found
        described = self._follows_noun(verb)
        if described is not None:
            return self.conjuncts(described)
        early = self._early(verb)
        if early:
            return [c for s in self._nearest(early, verb) for c in self.conjuncts(s)]
        if token.relation == "conj":
            return [s for v in sharers(self, verb) for s in self._subjects(v, seen)]
        if token.relation == "xcomp":
            objects = asked(self, verb) or [o for o in self.objects(token.head) if o < verb]
            return objects or self._subjects(token.head, seen)
        if token.relation == "advcl" and token.tag in {"VBG", "VBN", "VB"}:
            return self._subjects(token.head, seen)
        if token.relation == "acl":
            return [token.head] if token.tag in {"VBG", "VBN"} else meaning_to(self, verb)
        if token.relation == "pcomp" and token.tag in {"VBG", "VBN"}:  # "made progress in retaking"
            above = self.tokens[self.tokens[token.head].head]
            if above.tag[:1] == "N" and above.relation in {"dobj", "attr"}:
                noun = self.tokens[token.head].head
                mention = self.mention_at(noun)
                if mention is not None and self.mention(mention).kind in AGENTS:  # "accused the army of killing"
                    return [noun]
                return self._subjects(above.head, seen)
            governor = self.tokens[token.head].head
            if self.tokens[governor].tag == "RB":  # "stopped short of sending troops"
                governor = self.tokens[governor].head
            passed = self.tokens[token.head].lemma in {"of", "for", "with", "from"} and not self.is_passive(governor)
            if passed and self.objects(governor):  # "accused X of killing", "kept X from entering": X
                return self.objects(governor)
            return self._subjects(governor, seen)
        if token.relation in {"acomp", "oprd"}:  # "remains committed to attacking"
            return self._subjects(token.head, seen)
        return []

    def _nearest(self, subjects: list[int], verb: int) -> list[int]:
        """Of several subjects that are no list, which is one too many, the nearest before the verb that is told of."""
        before = [s for s in subjects if s < verb]
        if len(subjects) < 2 or not before:
            return subjects
        headed = set(self.heads.values())
        last = ([s for s in before if s in headed] or before)[-1]
        return [s for s in before if s == last or leads_to(self, s, last)]

    def _early(self, verb: int) -> list[int]:
        """Of "A struck B, X said" and "X said A struck B", with "A" and "struck" hung on "said": A, one too many."""
        token = self.tokens[verb]
        subjects = self.dependents(token.head, *SUBJECTS)
        if verb >= token.head:
            late = [s for s in subjects if token.head < s < verb] or opening(self, token.head)
            return late if token.relation == "ccomp" else []
        if token.relation not in {"conj", "ccomp", "advcl"}:
            return []
        early = [s for s in subjects if s < verb]
        finite = token.relation != "ccomp" or self.tokens[verb].tag in {"VBD", "VBZ", "VBP", "VBN"}
        return early if len(subjects) > 1 and finite else []

    def objects(self, verb: int) -> list[int]:
        """Head tokens of the direct object, coordination spread out; of a relative clause, the noun it hangs on."""
        return [*self._objects(verb)]

    @answered_once
    def _objects(self, verb: int) -> tuple[int, ...]:
        found: list[int] = []
        for o in self.dependents(verb, *OBJECTS) or misplaced(self, verb):
            if self.tokens[o].tag in {"WDT", "WP"}:
                found += [antecedent(self, verb)] if self.tokens[verb].relation == "relcl" else []
            else:
                found += each_named(self, o) or self.conjuncts(o)
        return tuple(found)

    def agents(self, verb: int) -> list[int]:
        """Head tokens of the by-phrases of a passive ("led by A and then by B")."""
        found = []
        for a in (c for by in self.dependents(verb, "agent") for c in self.conjuncts(by)):
            heads = [p for p in self.dependents(a, "pobj") if p > a]
            heads = heads or self.dependents(a, "appos", "dep")  # "by writer I. Varek"
            found += [c for p in heads for c in self.conjuncts(p)]
        return found

    def doers(self, verb: int) -> list[int]:
        """Who does it: the subject of an active verb, the by-phrase of a passive."""
        return self.agents(verb) if self.is_passive(verb) else self.subjects(verb)

    def undergoers(self, verb: int) -> list[int]:
        """To whom it is done: the object of an active verb, the subject of a passive."""
        return self.subjects(verb) if self.is_passive(verb) else self.objects(verb)

    def prepositional(self, token: int, *prepositions: str) -> list[int]:
        """Head tokens of the objects of these prepositions below a token, lists spread out; all when none is named."""
        found = []
        for p in self.children[token]:
            if self.tokens[p].relation not in {"prep", "dative", "agent"}:
                continue
            if prepositions and self.tokens[p].lemma not in prepositions:
                continue
            heads = self.dependents(p, "pobj") or self.dependents(p, "dobj", "appos")
            for inner in self.dependents(p, "prep"):  # "from inside the city"
                heads += self.dependents(inner, "pobj")
            found += [c for h in heads for c in self.conjuncts(h)]
        return found

    def appositives(self, noun: int) -> list[int]:
        """Heads of the appositions of a noun, and the noun that it is itself an apposition of."""
        found = [c for a in self.dependents(noun, "appos") for c in self.conjuncts(a)]
        if self.tokens[noun].relation == "appos":
            found.append(self.tokens[noun].head)
        return found

    def clause(self, token: int) -> int:
        """The verb (or root) of the clause that a token stands in."""
        clausal = {"ROOT", "relcl", "acl", "advcl", "ccomp", "xcomp", "conj", "parataxis", "pcomp", "csubj"}
        for t in [token, *self.ancestors(token)]:
            if self.tokens[t].relation in clausal and self.tokens[t].tag[:1] in {"V", "M"}:
                return t
        return next((t for t in [token, *self.ancestors(token)] if self.tokens[t].head == t), token)

    # ---- mentions
    @cached_property
    def mentions(self) -> tuple[int, ...]:
        """Indexes into `Analysis.mentions` of those in this sentence, ascending."""
        return self.lookups.mentions_of.get(self.index, ())

    @cached_property
    def times(self) -> tuple[When, ...]:
        """Expressions of time that begin in this sentence, ascending."""
        return self.lookups.times_from(self.sentence.start, self.sentence.end)

    @cached_property
    def heads(self) -> dict[int, int]:
        """Mention index to the token that governs the rest of the mention's tokens."""
        return {i: self._head_of(self.analysis.mentions[i]) for i in self.mentions}

    def _head_of(self, mention: Mention) -> int:
        inside = [i for i, t in enumerate(self.tokens) if t.start >= mention.start and t.end <= mention.end]
        if not inside:  # a mention that cuts a token: the token that holds its last character
            return next((i for i, t in enumerate(self.tokens) if t.start < mention.end <= t.end), 0)
        inside = [i for i in inside if self.tokens[i].relation != "punct"] or inside  # the point of "Jan C. Bek"
        members = set(inside)
        return next((i for i in inside if self.tokens[i].head not in members or self.tokens[i].head == i), inside[-1])

    @cached_property
    def headed(self) -> dict[int, list[int]]:
        """Token index to the mentions that it heads, ascending; nothing of tokens that head none."""
        found: dict[int, list[int]] = {}
        for mention, token in self.heads.items():
            found.setdefault(token, []).append(mention)
        return found

    @answered_once
    def mention_at(self, token: int) -> int | None:
        """The longest mention headed by this token, else the shortest that covers it."""
        headed = self.headed.get(token)
        if headed:
            return max(headed, key=lambda m: self.analysis.mentions[m].end - self.analysis.mentions[m].start)
        position = self.tokens[token]
        covering = [
            m for m in self.mentions if self.mention(m).start <= position.start and position.end <= self.mention(m).end
        ]
        if covering:
            return min(covering, key=lambda m: self.mention(m).end - self.mention(m).start)
        return None

    def mention(self, index: int) -> Mention:
        """A mention by its index."""
        return self.analysis.mentions[index]

    def chain_index(self, mention: int) -> int | None:
        """Index of the chain that a mention stands in."""
        return self.lookups.chain_of.get(mention)

    def chain(self, mention: int) -> Chain | None:
        """The chain that a mention stands in."""
        index = self.lookups.chain_of.get(mention)
        return None if index is None else self.analysis.chains[index]

    def canonical(self, mention: int) -> str:
        """The fullest name of what a mention refers to, in this document."""
        chain = self.chain(mention)
        return chain.name if chain is not None and chain.named else self.mention(mention).text

    def is_name(self, mention: int) -> bool:
        """Whether the mention is a name, or its chain has one."""
        chain = self.chain(mention)
        return self.mention(mention).form == Form.NAME or bool(chain and chain.named)

    # ---- words
    @cached_property
    def lows(self) -> tuple[str, ...]:
        """Each token's text in lower case."""
        return tuple(t.text.lower() for t in self.tokens)

    @cached_property
    def bases(self) -> tuple[str, ...]:
        """Each token's lemma, also where headline capitals made the tagger see a name ("Drone Strikes Kill")."""
        return tuple(_base(t) for t in self.tokens)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """All `lows` and `bases`: where none of them stands in a word table, no token need be asked for it."""
        return frozenset(self.lows + self.bases)

    @cached_property
    def nouns(self) -> tuple[bool, ...]:
        """Of each token whether it is a noun: by tag, or by its place in the tree where the tagger saw a verb."""
        return nouns(self.tokens)

    def words(self, first: int, last: int) -> str:
        """The verbatim words from one token to another, both included."""
        return self.document.text[self.tokens[first].start : self.tokens[last].end]

    def words_from(self, first: int, count: int) -> str:
        """The words of up to `count` tokens from one on, with one space between them."""
        return " ".join(t.text for t in self.tokens[first : first + count])


def _base(word: Token) -> str:
    if word.lemma.endswith("s") and word.tag.startswith("NNP") and word.text.isalpha():
        return lemma(word.text.lower(), "NNS")
    return "wound" if word.text.lower() == "wound" else word.lemma  # in reports never of "wind"


def views_of(document: Document, analysis: Analysis) -> list[SentenceView]:
    """All sentences of a document, in order, with one set of lookups between them."""
    lookups = Lookups(analysis)
    views: list[SentenceView] = []
    for index in range(len(analysis.sentences)):
        views.append(SentenceView(document, analysis, index, lookups, views[-1] if views else None))
    return views
