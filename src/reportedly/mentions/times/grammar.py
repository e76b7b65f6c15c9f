"""The rules of `time_rules.toml` made into matchers over classes of tokens.

Each token becomes one character that stands for all the classes it belongs to; a rule becomes a regular expression over
such characters. A sentence is then searched as a short string, and most tokens can begin no rule at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any, Final

import msgspec

from reportedly.mentions.times.tokens import SAMPLES, Token, shapes
from reportedly.resources.lexicon import table

_ITEM: Final = re.compile(r"[\[\]()|?]|[^\s\[\]()|?]+")
_FIRST_SYMBOL: Final = 0xE000
OTHER: Final = chr(_FIRST_SYMBOL)
CORE: Final = "core"


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """One rule. matcher: over symbols. groups: (number of the group, class) of every class in it. given: only for spans
    that someone else found. small_ahead: not in front of a capital ("the 1st Division")."""

    name: str
    read: str
    given: bool
    small_ahead: bool
    matcher: re.Pattern[str]
    groups: tuple[tuple[int, str], ...]
    first: frozenset[str]


class Parts:
    """What a rule matched: values of classes in the order of the words."""

    def __init__(self, rule: Rule, tokens: Sequence[Token], found: Sequence[tuple[int, str]], span: tuple[int, int]):
        self.rule = rule
        self.first, self.last = span
        self._tokens = tokens
        self._found = found
        self.words = tuple(t.low for t in tokens[self.first : self.last + 1])

    def all(self, *classes: str) -> list[str]:
        """The words of these classes, in order; those of the context (outside the expression) too."""
        return [self._tokens[i].low for i, name in self._found if name in classes]

    def get(self, *classes: str) -> str | None:
        """The first word of these classes."""
        found = self.all(*classes)
        return found[0] if found else None

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


class Grammar(msgspec.Struct, frozen=True, kw_only=True):
    """All rules and the symbol of every word. by_first: the rules that can begin with a symbol."""

    rules: tuple[Rule, ...]
    by_first: Mapping[str, tuple[Rule, ...]]
    given_by_first: Mapping[str, tuple[Rule, ...]]
    words: Mapping[str, str]
    small_words: Mapping[str, str]
    figures: Mapping[tuple[str, ...], str]
    values: Mapping[str, Mapping[str, str]]

    def symbols(self, tokens: Sequence[Token]) -> str:
        """One character for each token."""
        return "".join(map(self.symbol, tokens))

    def symbol(self, token: Token) -> str:
        """The character of a token; words that need a capital count without those classes where they have none."""
        low = token.low
        known = (self.words if token.text[0].isupper() else self.small_words).get(low)
        if known is not None:
            return known
        return OTHER if low[0].isalpha() and low[0] != "q" else self.figures.get(shapes(low), OTHER)

    def match(self, rule: Rule, tokens: Sequence[Token], symbols: str, at: int) -> Parts | None:
        """What a rule takes at a token, or None."""
        found = rule.matcher.match(symbols, at)
        if found is None:
            return None
        start, end = found.span(CORE)
        if end == start or (rule.small_ahead and end < len(tokens) and tokens[end].text[0].isupper()):
            return None
        groups = [(found.start(n), name) for n, name in rule.groups if found.start(n) >= 0]
        return Parts(rule, tokens, sorted(groups), (start, end - 1))


@cache
def load_grammar() -> Grammar:
    """The grammar of `data/lexicon/times.toml` and `time_rules.toml`. Raises KeyError for a rule without its keys."""
    lexicon, rules = table("times"), table("time_rules")
    classes = {
        name: {str(w): str(v) for v, ws in entry.items() for w in ws} for name, entry in lexicon["class"].items()
    }
    members: dict[str, set[str]] = {}
    for name, words in classes.items():
        for word in words:
            members.setdefault(word, set()).add(name)
    alias = {**rules["alias"], "ref": _references(classes, lexicon["phrases"])}
    figures = set().union(*(shapes(sample) for sample in SAMPLES))
    for literal in _literals([*alias.values(), *_patterns(rules["rule"])], {*classes, *alias, *figures}):
        members.setdefault(literal, set()).add("=" + literal)
    cased = frozenset(lexicon["cased"]["classes"])
    sets: dict[frozenset[str], str] = {frozenset(): OTHER}

    def symbol_of(names: Iterable[str]) -> str:
        return sets.setdefault(frozenset(names), chr(_FIRST_SYMBOL + len(sets)))

    words_symbols = {word: symbol_of(names) for word, names in sorted(members.items())}
    small = {word: symbol_of(names - cased) for word, names in sorted(members.items())}
    figure_symbols = {shapes(sample): symbol_of(shapes(sample)) for sample in SAMPLES}
    maker = _Maker(sets, alias)
    made = tuple(maker.rule(entry) for entry in rules["rule"])
    return Grammar(
        rules=made,
        by_first=_by_first((r for r in made if not r.given), sets.values()),
        given_by_first=_by_first(made, sets.values()),
        words=MappingProxyType(words_symbols),
        small_words=MappingProxyType(small),
        figures=MappingProxyType(figure_symbols),
        values=MappingProxyType(classes),
    )


def _by_first(rules: Iterable[Rule], symbols: Iterable[str]) -> Mapping[str, tuple[Rule, ...]]:
    known = tuple(rules)
    found = {symbol: tuple(r for r in known if symbol in r.first) for symbol in symbols}
    return MappingProxyType({symbol: able for symbol, able in found.items() if able})


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
    items = {i for pattern in patterns for i in _ITEM.findall(pattern)}
    return {i.removeprefix("=") for i in items if i not in names and i not in "[]()|?"}


class _Maker:
    """Makes rules: a small recursive reader of patterns that keeps, beside each expression, what it can begin with."""

    def __init__(self, sets: Mapping[frozenset[str], str], alias: Mapping[str, str]) -> None:
        self.sets = dict(sets)
        self.alias = alias
        self.classes: list[str] = []

    def rule(self, entry: Mapping[str, Any]) -> Rule:
        """A rule of the table."""
        self.classes = []
        pattern = entry["pattern"] if "[" in entry["pattern"] else f"[{entry['pattern']}]"
        made, first, _ = self._either(_ITEM.findall(pattern)[::-1])
        behind = "|".join(f"(?<={self._plain(b)})" for b in entry.get("behind", ()))
        not_behind = "".join(f"(?<!{self._plain(b)})" for b in entry.get("not_behind", ()))
        ahead = f"(?!{self._plain(entry['not_ahead'])})" if "not_ahead" in entry else ""
        matcher = re.compile((f"(?:{behind})" if behind else "") + not_behind + made + ahead)
        numbered = matcher.groupindex
        groups = tuple((numbered[f"g{n}"], name) for n, name in enumerate(self.classes) if f"g{n}" in numbered)
        return Rule(
            name=entry["name"],
            read=entry["read"],
            given=entry.get("given", False),
            small_ahead=entry.get("small_ahead", False),
            matcher=matcher,
            groups=groups,
            first=frozenset(first),
        )

    def _plain(self, pattern: str) -> str:
        kept, self.classes = self.classes, []
        made, _, _ = self._either(_ITEM.findall(pattern)[::-1])
        self.classes = kept
        return re.sub(r"\?P<\w+>", "?:", made)

    def _either(self, items: list[str]) -> tuple[str, set[str], bool]:
        """Alternatives up to a closing bracket; items are read from the end of the list."""
        made, first, empty = [], set[str](), False
        while True:
            part, can_begin, can_be_empty = self._row(items)
            made.append(part)
            first |= can_begin
            empty |= can_be_empty
            if not items or items[-1] != "|":
                return "|".join(made) if len(made) == 1 else "(?:" + "|".join(made) + ")", first, empty
            items.pop()

    def _row(self, items: list[str]) -> tuple[str, set[str], bool]:
        made, first, empty = "", set[str](), True
        while items and items[-1] not in ("|", ")", "]"):
            part, can_begin, can_be_empty = self._single(items)
            if items and items[-1] == "?":
                items.pop()
                part, can_be_empty = f"(?:{part})?", True
            made += part
            if empty:
                first |= can_begin
            empty = empty and can_be_empty
        return made, first, empty

    def _single(self, items: list[str]) -> tuple[str, set[str], bool]:
        name = items.pop()
        if name in "([":
            made, first, empty = self._either(items)
            items.pop()
            return (f"(?P<{CORE}>{made})" if name == "[" else f"(?:{made})"), first, empty
        if name in self.alias:
            made, first, empty = self._either(_ITEM.findall(self.alias[name])[::-1])
            return f"(?:{made})", first, empty
        literal = "=" + name.removeprefix("=")
        is_class = any(name in names for names in self.sets if not name.startswith("="))
        symbols = {symbol for names, symbol in self.sets.items() if (name if is_class else literal) in names}
        characters = "".join(sorted(symbols)) or "\x00"
        if is_class:
            self.classes.append(name)
            return f"(?P<g{len(self.classes) - 1}>[{characters}])", symbols, False
        return f"[{characters}]", symbols, False
