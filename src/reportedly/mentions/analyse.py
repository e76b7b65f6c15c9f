"""The stage: a document and an engine in, sentences, mentions, chains, times and places out."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from reportedly.mentions.candidate import Candidate, Line
from reportedly.mentions.chains import resolve
from reportedly.mentions.clusters import cluster_names
from reportedly.mentions.discourse import Discourse
from reportedly.mentions.lexicon import Lexicon, load_lexicon
from reportedly.mentions.names import find_names
from reportedly.mentions.nominals import find_nominals
from reportedly.mentions.pronouns import find_pronouns
from reportedly.mentions.ranker import Ranker, load_ranker
from reportedly.mentions.sentences import problems_of, sentence_places, tag
from reportedly.mentions.shapes import extend_name, same_place, take_title, title_tokens
from reportedly.mentions.times import find_times
from reportedly.mentions.times.problems import checked_times, problems_of_times
from reportedly.mentions.toponyms.places import find_places
from reportedly.mentions.wording import chain_kind, chain_name
from reportedly.records.document import Document
from reportedly.records.mention import Analysis, Chain, Form, Kind, Mention
from reportedly.records.reading import Problem
from reportedly.records.span import Sentence
from reportedly.resources.engine import Engine, Tagged
from reportedly.resources.gazetteer import Gazetteer


def analyse(document: Document, engine: Engine, gazetteer: Gazetteer | None = None) -> Analysis:
    """Sentences of the evidence blocks, what they mention, which mentions go together, expressions of time, and places.

    Without a gazetteer no place is put on the map.
    """
    return analyse_and_tell(document, engine, gazetteer)[0]


def analyse_and_tell(
    document: Document, engine: Engine, gazetteer: Gazetteer | None = None
) -> tuple[Analysis, tuple[Problem, ...]]:
    """As `analyse`, with what a person should know of it: what was too long to be read, and days that cannot be."""
    found, cut = sentence_places(document)
    sentences, tagged = tag(document, found, engine)
    discourse = read_discourse(document, sentences, tagged, load_lexicon(), load_ranker())
    mentions, chains = _records(discourse)
    places = () if gazetteer is None else find_places(document, mentions, chains, gazetteer)
    times = checked_times(document, sentences, find_times(document, sentences))
    analysis = Analysis(sentences=sentences, mentions=mentions, chains=chains, times=times, places=places)
    return analysis, (*problems_of(document, cut), *problems_of_times(document, sentences, times))


def read_discourse(
    document: Document, sentences: Sequence[Sentence], tagged: Sequence[Tagged], lexicon: Lexicon, ranker: Ranker
) -> Discourse:
    """All candidates of a document, those of kind `Other` included, joined to chains."""
    lines = [Line(i, s, t, document.text) for i, (s, t) in enumerate(zip(sentences, tagged, strict=True))]
    mentions, clusters = gather(lines, lexicon)
    return resolve(lines, mentions, clusters, lexicon, ranker)


def gather(lines: Sequence[Line], lexicon: Lexicon) -> tuple[list[Candidate], list[list[int]]]:
    """Candidates in order, and which of them are names of one thing."""
    names = find_names(lines, lexicon)
    final: list[tuple[Candidate, int]] = []
    by_line: dict[int, list[tuple[Candidate, int]]] = {}
    for number, cluster in enumerate(cluster_names(lines, names, lexicon)):
        for i in cluster.members:
            name, kind = extend_name(lines[names[i].line], names[i], cluster.kind)
            whole = same_place(names[i], name, lines[name.line]) and kind == cluster.kind
            apart = number if whole else -1
            if apart < 0 and name.first == names[i].first:  # "Ruda airport" holds the name of Ruda
                inner = msgspec.structs.replace(names[i], kind=cluster.kind)
                by_line.setdefault(name.line, []).append((inner, number))
            gender = _name_gender(lines[name.line], name, kind, cluster.may_be_person, lexicon)
            name = msgspec.structs.replace(name, kind=kind, gender=gender, may_be_person=cluster.may_be_person)
            by_line.setdefault(name.line, []).append((name, apart))
    for line in lines:
        final += _of_line(line, by_line.get(line.index, []), lexicon)
    final.sort(key=lambda pair: (pair[0].line, pair[0].first, -pair[0].last))
    return [c for c, _ in final], _numbered(lines, final)


def _of_line(line: Line, named: list[tuple[Candidate, int]], lexicon: Lexicon) -> list[tuple[Candidate, int]]:
    names = [c for c, _ in named]
    nominals = find_nominals(line, names, lexicon)
    found = []
    for name, number in named:
        titled, used = take_title(line, name, nominals, lexicon)
        if used is not None:
            nominals.remove(used)
        found.append((titled, number))
    covered = {(c.first, c.last) for c in names}
    titles = {i for c, _ in found for i in title_tokens(line, c)}
    found += [(n, -1) for n in nominals if (n.first, n.last) not in covered and n.head not in titles]
    return found + [(p, -1) for p in find_pronouns(line)]


def _numbered(lines: Sequence[Line], final: Sequence[tuple[Candidate, int]]) -> list[list[int]]:
    """Members of each cluster; names that were changed ("northern Ruda") go together by their words."""
    clusters: dict[object, list[int]] = {}
    for i, (c, number) in enumerate(final):
        if number >= 0:
            clusters.setdefault(number, []).append(i)
        elif c.form == Form.NAME:
            clusters.setdefault(lines[c.line].lows[c.first : c.last + 1], []).append(i)
    return [members for members in clusters.values() if len(members) > 1]


def _name_gender(line: Line, c: Candidate, kind: Kind, may_be_person: bool, lexicon: Lexicon) -> str | None:
    """Gender of a person by title, else by given name."""
    if (kind != Kind.PERSON and not may_be_person) or c.form != Form.NAME:
        return None
    for word in (c.title or "").lower().replace(".", "").split():
        if word in lexicon.female_titles:
            return "female"
        if word in lexicon.male_titles:
            return "male"
    first = line.lows[c.first]
    if c.first == c.last and (c.title is not None or first in lexicon.surnames):
        return None  # "Allen" alone is more often a surname
    return "male" if first in lexicon.male_names else "female" if first in lexicon.female_names else None


def _records(discourse: Discourse) -> tuple[tuple[Mention, ...], tuple[Chain, ...]]:
    """What may fill a role, as records: things of kind `Other` are left out unless they have a name."""
    kept = [i for i, m in enumerate(discourse.mentions) if discourse.kind(i) != Kind.OTHER or discourse.is_named(i)]
    order = sorted(kept, key=lambda i: _place(discourse, i))
    order = [i for n, i in enumerate(order) if n == 0 or _place(discourse, i) != _place(discourse, order[n - 1])]
    number = {i: n for n, i in enumerate(order)}
    chains = []
    for members in discourse.joins.sets():
        numbers = tuple(sorted(number[i] for i in members if i in number))
        if numbers:
            chains.append(
                Chain(
                    mentions=numbers,
                    name=chain_name(discourse, members),
                    kind=chain_kind(discourse, members),
                    named=discourse.is_named(members[0]),
                    why=discourse.joins.why.get(discourse.joins.find(members[0]), ""),
                )
            )
    chains.sort(key=lambda c: c.mentions[0])
    kinds = {n: c.kind for c in chains for n in c.mentions}
    return tuple(_mention(discourse, i, kinds[number[i]]) for i in order), tuple(chains)


def _place(discourse: Discourse, i: int) -> tuple[int, int]:
    m = discourse.mentions[i]
    start, end = discourse.lines[m.line].characters(m.first, m.last)
    return start, -end


def _mention(discourse: Discourse, i: int, kind: Kind) -> Mention:
    m = discourse.mentions[i]
    line = discourse.lines[m.line]
    start, end = line.characters(m.first, m.last)
    own = m.kind if m.form == Form.NOMINAL and m.kind != Kind.OTHER else kind
    return Mention(
        start=start,
        end=end,
        text=line.text[start:end],
        kind=own,
        form=m.form,
        block=line.sentence.block,
        sentence=m.line,
        title=m.title,
        score=m.score,
        why=m.why,
    )
