"""Everything the stage knows of words, in one frozen record made from the tables of `resources/data/lexicon`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec

from reportedly.records.mention import Kind
from reportedly.resources.lexicon import table, words
from reportedly.text.fold import key, same_length

Phrase = tuple[str, ...]


class Country(msgspec.Struct, frozen=True):
    """A state or union as reports name it. kind: State, or Organisation for a union of states."""

    name: str
    kind: Kind


class Lexicon(msgspec.Struct, frozen=True, kw_only=True):
    """Word tables. Phrases are tuples of lower-case words; countries and organisations keep their case.

    countries: names, aliases and short forms; adjectives: words before nouns; peoples: inhabitants, plural;
    states: folded single words of the first two, without points, to the state's usual name. capitals: to their state.
    titles: phrase → its class (ranks, offices, honorifics). nouns: phrase (last word a lemma) → kind.
    """

    countries: dict[Phrase, Country]
    adjectives: dict[Phrase, Country]
    peoples: dict[Phrase, Country]
    states: dict[str, str]
    capitals: dict[Phrase, Country]
    titles: dict[Phrase, str]
    title_modifiers: frozenset[str]
    short_titles: dict[str, str]
    female_titles: frozenset[str]
    male_titles: frozenset[str]
    nouns: dict[Phrase, Kind]
    plural_kinds: dict[str, Kind]
    kin: frozenset[str]
    bonds: frozenset[str]
    offices: dict[str, str]
    female_nouns: frozenset[str]
    male_nouns: frozenset[str]
    partitives: frozenset[str]
    general_nouns: dict[str, frozenset[str]]
    last_words: dict[Phrase, Kind]
    first_words: dict[Phrase, Kind]
    suffixes: dict[Kind, tuple[str, ...]]
    generic: frozenset[str]
    alike: frozenset[str]
    leading: frozenset[str]
    of_another: frozenset[str]
    bodies: dict[Phrase, Kind]
    population: frozenset[str]
    male_names: frozenset[str]
    female_names: frozenset[str]
    either_names: frozenset[str]
    surnames: frozenset[str]
    towns: frozenset[str]
    particles: frozenset[str]
    joined_particles: frozenset[str]
    opening_particles: frozenset[str]
    opening_words: frozenset[str]
    calendar: frozenset[str]
    no_names: frozenset[str]
    modifier_tails: frozenset[str]
    of_heads: frozenset[str]
    for_heads: frozenset[str]
    on_heads: frozenset[str]
    numbered: frozenset[str]
    makers: frozenset[str]
    possessors: frozenset[str]

    def is_given_name(self, low: str) -> bool:
        """Whether a folded word is a given name of anybody."""
        return low in self.male_names or low in self.female_names or low in self.either_names


@cache
def load_lexicon() -> Lexicon:
    """The shipped tables. Raises FileNotFoundError when the package is damaged."""
    countries, adjectives, peoples = _countries()
    nouns, shapes, bodies, titles = table("nouns"), table("shapes"), table("bodies"), table("titles")
    return Lexicon(
        countries=countries,
        adjectives=adjectives,
        peoples=peoples,
        states={
            words_of_it[0].lower().replace(".", "").replace("'", ""): country.name
            for listed in (countries, adjectives)
            for words_of_it, country in listed.items()
            if len(words_of_it) == 1
        },
        capitals={
            _cased(name): Country(entry["name"], Kind.STATE)
            for entry in table("countries")["country"].values()
            for name in entry.get("capitals", ())
        },
        titles={phrase(t): group for group in ("ranks", "offices", "honorifics") for t in titles[group]}
        | {phrase(f"{t}s"): group for group in ("ranks", "offices") for t in titles[group]},
        title_modifiers=words("titles", "modifiers"),
        short_titles=dict(titles["short"]),
        female_titles=words("titles", "female"),
        male_titles=words("titles", "male"),
        nouns={phrase(n): Kind(kind) for kind, listed in nouns["kinds"].items() for n in listed},
        plural_kinds={n: Kind(kind) for kind, listed in nouns["plural"].items() for n in listed},
        kin=words("nouns", "bonds", "kin"),
        bonds=words("nouns", "bonds"),
        offices={n: group for group, listed in nouns["offices"].items() for n in listed},
        female_nouns=words("nouns", "gender", "female"),
        male_nouns=words("nouns", "gender", "male"),
        partitives=words("nouns", "partitive"),
        general_nouns={kind: frozenset(listed) for kind, listed in nouns["general"].items()},
        last_words={phrase(w): Kind(kind) for kind, listed in bodies["last"].items() for w in listed},
        first_words={phrase(w): Kind(kind) for kind, listed in bodies["first"].items() for w in listed},
        suffixes={Kind(kind): tuple(listed) for kind, listed in bodies["suffix"].items()},
        generic=words("bodies", "generic", "words"),
        alike=words("bodies", "generic", "alike"),
        leading=words("bodies", "generic", "leading"),
        of_another=words("bodies", "generic", "of_another"),
        bodies={_cased(w): Kind(kind) for kind, listed in table("organisations").items() for w in listed},
        population=frozenset(
            w.lower() for w in table("organisations")["Population"] if w.endswith("s") and " " not in w
        )
        | {people[0].lower() for people in peoples if people[0].endswith("s") and len(people) == 1},
        male_names=_names("male"),
        female_names=_names("female"),
        either_names=_names("either"),
        surnames=frozenset(table("surnames")["surnames"].split()),
        towns=_towns(),
        particles=frozenset(shapes["particles"]["apart"]),
        joined_particles=frozenset(shapes["particles"]["joined"]),
        opening_particles=frozenset(shapes["particles"]["opening"]),
        opening_words=words("shapes", "no_name", "opening_words"),
        calendar=words("shapes", "no_name", "calendar"),
        no_names=words("shapes", "no_name", "others"),
        modifier_tails=words("shapes", "inside", "modifier_tails"),
        of_heads=words("shapes", "inside", "of_heads"),
        for_heads=words("shapes", "inside", "for_heads"),
        on_heads=words("shapes", "inside", "on_heads"),
        numbered=words("shapes", "inside", "numbered"),
        makers=words("shapes", "inside", "makers"),
        possessors=words("shapes", "inside", "possessors"),
    )


def phrase(words_of_it: str) -> Phrase:
    """Lower-case words, cut as the tokeniser cuts them (a hyphen is a word)."""
    return _cased(words_of_it.lower())


def _countries() -> tuple[dict[Phrase, Country], dict[Phrase, Country], dict[Phrase, Country]]:
    countries: dict[Phrase, Country] = {}
    adjectives: dict[Phrase, Country] = {}
    peoples: dict[Phrase, Country] = {}
    listed = table("countries")
    for entry in listed["country"].values():
        country = Country(entry["name"], Kind.STATE)
        for name in (entry["name"], *entry.get("aliases", ())):
            countries[_cased(name)] = country
        for name in entry.get("adjectives", ()):
            adjectives[_cased(name)] = country
        for name in entry.get("people", ()):
            peoples[_cased(name)] = country
            if name.endswith("s") and _cased(name[:-1]) not in adjectives:
                peoples[_cased(name[:-1])] = country
    for entry in listed["union"]:
        for name in (entry["name"], *entry["aliases"]):
            countries[_cased(name)] = Country(entry["name"], Kind.ORGANISATION)
    return countries, adjectives, peoples


def _cased(name: str) -> Phrase:
    return tuple(same_length(name).replace("-", " - ").replace("'s ", " 's ").split())


def _names(group: str) -> frozenset[str]:
    return frozenset(key(n) for n in table("given_names")[group].split()) - words("shapes", "particles")


def _towns() -> frozenset[str]:
    path = files("reportedly.resources") / "data" / "place_names.txt"
    return frozenset(path.read_text(encoding="utf-8").splitlines())
