"""Chains: all that the document says of one thing, put together in the order in which it is sure.

Names first, then what grammar states, offices, descriptions, speakers, pronouns. Each step sees what the former joined.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.mentions.anaphora import join_pronouns
from reportedly.mentions.candidate import Candidate, Line
from reportedly.mentions.definites import join_definites
from reportedly.mentions.discourse import Discourse
from reportedly.mentions.identity import join_identities, join_predicates
from reportedly.mentions.lexicon import Lexicon
from reportedly.mentions.namings import join_namings
from reportedly.mentions.offices import join_offices
from reportedly.mentions.partitives import join_partitives
from reportedly.mentions.ranker import Ranker
from reportedly.mentions.speakers import (
    join_addressed,
    join_authors,
    join_interviews,
    join_issuers,
    join_labelled,
    join_speakers,
)


def resolve(
    lines: Sequence[Line],
    mentions: Sequence[Candidate],
    clusters: Sequence[Sequence[int]],
    lexicon: Lexicon,
    ranker: Ranker,
) -> Discourse:
    """The discourse with everything joined. clusters: names that name one thing, as indexes into `mentions`."""
    discourse = join_before_pronouns(lines, mentions, clusters, lexicon)
    join_pronouns(discourse, ranker)
    join_predicates(discourse)
    join_offices(discourse)  # "the militia's leader", now that "the militia" has a name
    return discourse


def join_before_pronouns(
    lines: Sequence[Line], mentions: Sequence[Candidate], clusters: Sequence[Sequence[int]], lexicon: Lexicon
) -> Discourse:
    """The discourse with all but third-person pronouns joined."""
    discourse = Discourse(lines, mentions, lexicon)
    for members in clusters:
        for j in members[1:]:
            discourse.joins.join(members[0], j, "name")
    join_identities(discourse)
    join_namings(discourse)
    join_offices(discourse)
    join_definites(discourse)
    join_partitives(discourse)
    join_speakers(discourse)
    join_issuers(discourse)
    join_labelled(discourse)
    join_interviews(discourse)
    join_authors(discourse)
    join_addressed(discourse)
    return discourse
