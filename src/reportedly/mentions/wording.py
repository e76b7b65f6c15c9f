"""What a chain is called and what kind it has: the fullest name in it."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.mentions.discourse import Discourse
from reportedly.mentions.spellings import content
from reportedly.records.mention import Form, Kind


def chain_name(discourse: Discourse, members: Sequence[int]) -> str:
    """The state's usual name, the fullest name (the first of equals), or the fullest nominal."""
    for i in members:
        if (country := discourse.mentions[i].country) is not None:
            return country
    names = [i for i in members if discourse.mentions[i].form == Form.NAME]
    if names:
        return discourse.words(max(names, key=lambda i: (_fullness(discourse, i), -i)))
    nominals = [i for i in members if discourse.mentions[i].form == Form.NOMINAL]
    longest = max(nominals or members, key=lambda i: (len(discourse.words(i)), -i))
    return discourse.words(longest)


def _fullness(discourse: Discourse, i: int) -> int:
    m = discourse.mentions[i]
    return len(content(discourse.lines[m.line].lows[m.first : m.last + 1], discourse.lexicon))


def chain_kind(discourse: Discourse, members: Sequence[int]) -> Kind:
    """The kind of the referent; a pronoun alone keeps that which its word asks for."""
    return discourse.kind(members[0])
