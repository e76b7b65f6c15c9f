"""The rules of `time_rules.toml` made into matchers over classes of tokens.

Each token becomes one character that stands for all the classes it belongs to; a rule becomes a regular expression over
such characters. A sentence is then searched as a short string, and most tokens can begin no rule at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any, Final, Protocol

import msgspec

from reportedly.mentions.times.names import names_by_first
from reportedly.mentions.times.patterns import CORE, Maker, Rule, words_of
from reportedly.mentions.times.tokens import SAMPLES, Token, shapes
from reportedly.resources.lexicon import table

_FIRST_SYMBOL: Final = 0xE000
OTHER: Final = chr(_FIRST_SYMBOL)


class Parts:
    """What a rule matched: values of classes in the order of the words."""

    def __init__(self, rule: Rule, tokens: Sequence[Token], found: Sequence[tuple[int, str]], span: tuple[int, int]):
        self.rule = rule
        self.first, self.last = span
        self._tokens = tokens
        self._found = found
        self.words = tuple(t.low for t in tokens[self.first : self.last + 1])

    @property
    def is_capital(self) -> bool:
        """Whether the first word has a capital."""
        return self._tokens[self.first].text[0].isupper()

    @property
    def following(self) -> str:
        """The word or mark behind the expression, empty at the end of the sentence."""
        return self._tokens[self.last + 1].low if self.last + 1 < len(self._tokens) else ""

    def all(self, *classes: str) -> list[str]:
        """The words of these classes, in order; those of the context (outside the expression) too."""
        return [self._tokens[i].low for i, name in self._found if name in classes]

    def get(self, *classes: str) -> str | None:
        """The first word of these classes."""
        return next((self._tokens[i].low for i, name in self._found if name in classes), None)

    def before(self, *classes: str) -> Parts:
        """What stands in front of the first word of these classes; all where there is none."""
        end = next((i for i, name in self._found if name in classes), self.last + 1)
        return Parts(self.rule, self._tokens, [f for f in self._found if f[0] < end], (self.first, self.last))

    def value(self, name: str) -> str | None:
        """What the table says of the first word of a class: "march" → "3"."""
        word = self.get(name)
        return None if word is None else load_grammar().values[name][word]

    def number(self, name: str) -> int | None:
        """The same as a number."""
        value = self.value(name)
        return None if value is None else int(value)

    def has(self, *words: str) -> bool:
        """Whether the expression holds one of these words."""
        return any(w in self.words for w in words)


class Cut(Protocol):
    """A sentence cut into tokens; those are asked for only where a rule fits their symbols."""

    @property
    def symbols(self) -> str:
        """One character for each token."""
        ...

    @property
    def words(self) -> Sequence[str]:
        """The texts of the tokens."""
        ...

    @property
    def tokens(self) -> Sequence[Token]:
        """The tokens."""
        ...


class Grammar(msgspec.Struct, frozen=True, kw_only=True):
    """All rules and the symbol of every word.

    by_pair: the rules that can begin with two symbols, and with one where any other may follow. starter: a symbol that
    may begin an expression. openings: those that may do so alone, and the pairs that may. named: of the first words of
    names. words: in low letters, with a capital first, in capitals; a month in low letters is none.
    """

    rules: tuple[Rule, ...]
    by_pair: Mapping[str, tuple[Rule, ...]]
    given_by_pair: Mapping[str, tuple[Rule, ...]]
    starter: re.Pattern[str]
    openings: frozenset[str]
    named: frozenset[str]
    words: Mapping[str, str]
    figures: Mapping[tuple[str, ...], str]
    values: Mapping[str, Mapping[str, str]]

    def symbols(self, texts: Iterable[str]) -> str:
        """One character for each token, by their texts."""
        return "".join(map(_symbol, texts))

    def symbol(self, text: str) -> str:
        """The character of a token."""
        known = self.words.get(text)
        if known is not None:
            return known
        low = text.lower()
        if low[0].isalpha() and low[0] != "q":
            return self.words.get(low.capitalize(), OTHER) if low != text else OTHER
        return self.figures.get(shapes(low), OTHER)

    def rules_at(self, symbols: str, at: int, *, given: bool = False) -> tuple[Rule, ...]:
        """The rules that can begin at a token, going by its symbol and the next one."""
        pairs = self.given_by_pair if given else self.by_pair
        return pairs.get(symbols[at : at + 2]) or pairs.get(symbols[at], ())

    def match(self, rule: Rule, line: Cut, at: int) -> Parts | None:
        """What a rule takes at a token, or None."""
        found = rule.matcher.match(line.symbols, at)
        if found is None:
            return None
        start, end = found.span(CORE)
        if end == start or (rule.small_ahead and end < len(line.words) and line.words[end][0].isupper()):
            return None
        groups = [(at, name) for n, name in rule.groups if (at := found.start(n)) >= 0]
        groups.sort()
        return Parts(rule, line.tokens, groups, (start, end - 1))


@lru_cache(maxsize=1 << 15)
def _symbol(text: str) -> str:
    return load_grammar().symbol(text)


@cache
def load_grammar() -> Grammar:
    """The grammar of `data/lexicon/times.toml` and `time_rules.toml`. Raises KeyError for a rule without its keys."""
    lexicon, rules = table("times"), table("time_rules")
    classes = {
        name: {str(w): str(v) for v, ws in entry.items() for w in ws} for name, entry in lexicon["class"].items()
    }
    members: dict[str, set[str]] = {}
    for name, listed in classes.items():
        for word in listed:
            members.setdefault(word, set()).add(name)
    alias = {**rules["alias"], "ref": _references(classes, lexicon["phrases"])}
    figures = set().union(*(shapes(sample) for sample in SAMPLES))
    for literal in _literals([*alias.values(), *_patterns(rules["rule"])], {*classes, *alias, *figures}):
        members.setdefault(literal, set()).add("=" + literal)
    cased = frozenset(lexicon["cased"]["classes"])
    sets: dict[frozenset[str], str] = {frozenset(): OTHER}

    def symbol_of(names: Iterable[str]) -> str:
        return sets.setdefault(frozenset(names), chr(_FIRST_SYMBOL + len(sets)))

    for first in names_by_first():
        members.setdefault(first, set(shapes(first))).add("=name")
    words = {w: symbol_of(names) for word, names in sorted(members.items()) for w in (word.capitalize(), word.upper())}
    words |= {word: symbol_of(names - cased) for word, names in sorted(members.items()) if word != word.capitalize()}
    figure_symbols = {shapes(sample): symbol_of(shapes(sample)) for sample in SAMPLES}
    maker = Maker(sets, alias)
    made = tuple(maker.rule(entry) for entry in rules["rule"])
    by_pair = _by_pair(rule for rule in made if not rule.given)
    named = {symbol for names, symbol in sets.items() if "=name" in names}
    starters = {pair[0] for pair in by_pair} | named
    return Grammar(
        rules=made,
        by_pair=by_pair,
        openings=frozenset(by_pair) | named,
        named=frozenset(named),
        starter=re.compile(f"[{''.join(sorted(starters))}]"),
        given_by_pair=_by_pair(made),
        words=MappingProxyType(words),
        figures=MappingProxyType(figure_symbols),
        values=MappingProxyType(classes),
    )


def _by_pair(rules: Iterable[Rule]) -> Mapping[str, tuple[Rule, ...]]:
    known = tuple(rules)
    pairs: dict[str, set[int]] = {}
    for n, rule in enumerate(known):
        for pair in rule.pairs:
            pairs.setdefault(pair, set()).add(n)
    for pair, able in pairs.items():
        able |= pairs.get(pair[0], set())
    return MappingProxyType({pair: tuple(known[n] for n in sorted(able)) for pair, able in pairs.items()})


def _references(classes: Mapping[str, Mapping[str, str]], phrases: Mapping[str, Sequence[str]]) -> str:
    single = list(classes["ref"])
    known = [" ".join("=" + word for word in phrase.split()) for group in phrases.values() for phrase in group]
    return "(" + " | ".join([*("=" + word for word in single), *known]) + ")"


def _patterns(rules: Iterable[Mapping[str, Any]]) -> list[str]:
    found = []
    for rule in rules:
        found += [rule["pattern"], rule.get("not_ahead", ""), *rule.get("behind", ()), *rule.get("not_behind", ())]
    return found


def _literals(patterns: Iterable[str], names: set[str]) -> set[str]:
    return {i.removeprefix("=") for pattern in patterns for i in words_of(pattern) if i not in names}
