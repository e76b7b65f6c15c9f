"""What a chain is called and what kind it has: the fullest name in it."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.mentions.discourse import Discourse
from reportedly.mentions.spellings import alike, content
from reportedly.records.mention import Form, Kind


def chain_name(discourse: Discourse, members: Sequence[int]) -> str:
    """The state's usual name, else the fullest form of the first name, else the longest description.

    An alias ("Varek, also known as Abu Talib") is no fuller form, however long; what an acronym stands for is one.
    """
    for i in members:
        if (country := discourse.mentions[i].country) is not None:
            return country
    names = [i for i in members if discourse.mentions[i].form == Form.NAME]
    if names:
        forms = {i: _form(discourse, i) for i in names}
        first = next((i for i in names if not _is_acronym(discourse, i)), names[0])
        fuller = [i for i in names if all(any(alike(a, b) for b in forms[i]) for a in forms[first])]
        return discourse.words(max(fuller, key=lambda i: (len(forms[i]), -i)))
    nominals = [i for i in members if discourse.mentions[i].form == Form.NOMINAL]
    longest = max(nominals or members, key=lambda i: (len(discourse.words(i)), -i))
    return discourse.words(longest)


def _form(discourse: Discourse, i: int) -> tuple[str, ...]:
    m = discourse.mentions[i]
    return content(discourse.lines[m.line].lows[m.first : m.last + 1], discourse.lexicon)


def _is_acronym(discourse: Discourse, i: int) -> bool:
    return discourse.words(i).isupper()


def chain_kind(discourse: Discourse, members: Sequence[int]) -> Kind:
    """The kind of the referent; a pronoun alone keeps that which its word asks for."""
    return discourse.kind(members[0])
