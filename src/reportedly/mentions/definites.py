"""Descriptions that point back: "the militia" after a militia was named, "the coalition" after "the coalition"."""

from __future__ import annotations

from reportedly.mentions.discourse import Discourse
from reportedly.mentions.spellings import content
from reportedly.records.mention import Form, Kind
from reportedly.resources.lexicon import words

_NEW = words("mentions", "new_thing")
_SHARED = words("mentions", "shared_heads")
_GENERAL = frozenset(
    {"militant", "armed", "terrorist", "terror", "rebel", "extremist", "jihadist", "islamist", "news", "aid", "rights"}
)
_GROUPS = words("mentions", "groups")
_PEOPLE_OF_GROUPS = words("mentions", "people_of_groups")
_OWING = words("mentions", "owing")
_TOWN = frozenset({"city", "town", "village"})
_NEAR = 6  # sentences back to which a general noun may point
_FADING = (1.0, 0.8, 0.5, 0.35, 0.25, 0.17, 0.12)  # what a mention so many sentences back weighs
#: What a mention of such a kind counts for such a noun: "the group" of a report is seldom a paper or a firm.
_LIKELY = {("group", Kind.ORGANISATION): 0.25}
_LEAST = 0.3  # what it must weigh at least
_CLEAR = 1.5  # how much more than the next best the one that is meant must weigh
_WHOLE = 40  # sentences back to which the same words may point


def join_definites(discourse: Discourse) -> None:
    """Join definite descriptions to what they point back to, in order of the text."""
    for i, m in enumerate(discourse.mentions):
        if m.form != Form.NOMINAL or discourse.is_named(i) or len(discourse.members(i)) > 1:
            continue
        act = m.why == "body before its act"
        if (discourse.determiner(i) != "definite" and not act) or m.last > m.head:
            _repeat(discourse, i)
            continue
        if discourse.modifiers(i) & _NEW or discourse.is_restricted(i):
            continue
        target = _by_words(discourse, i)
        if target is None or not discourse.is_named(target):
            named = _by_name_word(discourse, i)
            target = target if named is None else named
        if target is None:
            target = _capital(discourse, i)
        if target is None and not _tells_apart(discourse, i):
            target = _by_kind(discourse, i)
        if target is None and m.kind == Kind.PERSON:
            target = _only_person(discourse, i)
        if target is not None:
            discourse.joins.join(i, target, "points back to it")


def _repeat(discourse: Discourse, i: int) -> None:
    """Longer phrases that come back word for word ("the U.S.-led coalition")."""
    m = discourse.mentions[i]
    if discourse.determiner(i) not in {"definite", "possessive"} and not discourse.line_of(i).capital(m.head):
        return
    wanted = _phrase(discourse, i)
    if len(wanted) < 2:
        return
    for j in range(i - 1, -1, -1):
        o = discourse.mentions[j]
        if m.line - o.line > _WHOLE:
            return
        if o.form == Form.NOMINAL and o.plural == m.plural and _phrase(discourse, j) == wanted:
            discourse.joins.join(i, j, "the same words")
            return


def _phrase(discourse: Discourse, i: int) -> tuple[str, ...]:
    m = discourse.mentions[i]
    line = discourse.lines[m.line]
    lows = tuple(w for w in line.lows[m.first : m.last + 1] if w not in {"the", "a", "an", "this", "that"})
    return content(lows, discourse.lexicon)


def _by_words(discourse: Discourse, i: int) -> int | None:
    """The last phrase with the same head and no modifier that this one lacks or adds."""
    m = discourse.mentions[i]
    lemma, modifiers = discourse.lemma(i), discourse.modifiers(i)
    for j in range(i - 1, -1, -1):
        o = discourse.mentions[j]
        if m.line - o.line > _WHOLE:
            return None
        if o.form != Form.NOMINAL or discourse.lemma(j) != lemma or bool(o.plural) != bool(m.plural):
            continue
        if o.last > o.head and o.plural:
            continue
        if modifiers <= discourse.modifiers(j) and discourse.compatible(i, j):
            near = m.line - o.line <= 8 or modifiers == discourse.modifiers(j)
            return j if near else None
        return None
    return None


def _capital(discourse: Discourse, i: int) -> int | None:
    """ "The capital", "the Doran capital": the last capital that was named, of that state where one is told."""
    m, lexicon = discourse.mentions[i], discourse.lexicon
    if discourse.lemma(i) != "capital" or m.plural or m.kind != Kind.PLACE:
        return None
    line = discourse.line_of(i)
    states = {c.name for k in range(m.first, m.head) if (c := lexicon.adjectives.get((line.words[k],))) is not None}
    if len(discourse.modifiers(i)) > len(states):
        return None
    for j in range(i - 1, -1, -1):
        o = discourse.mentions[j]
        if m.line - o.line > _WHOLE:
            break
        if o.form == Form.NAME and discourse.kind(j) == Kind.PLACE:
            state = lexicon.capitals.get(tuple(discourse.lines[o.line].words[o.first : o.last + 1]))
            if state is not None and (not states or state.name in states):
                return j
    return None


def _says_more(discourse: Discourse, i: int) -> bool:
    """Whether modifiers tell the thing apart, so that the bare kind is no ground to point back ("the Doran army")."""
    return bool(discourse.modifiers(i) - _GENERAL)


def _tells_apart(discourse: Discourse, i: int) -> bool:
    """As `_says_more`, but whose a group is said to be is no more than "armed" is ("the Doran-backed group")."""
    m, line = discourse.mentions[i], discourse.line_of(i)
    told = {k for k in range(m.first, m.head) if line.lows[k] in discourse.modifiers(i) - _GENERAL}
    if m.kind == Kind.GROUP:
        told -= {k for k in told if line.tokens[k].head != m.head and line.lows[line.tokens[k].head] in _OWING}
        told -= {k for k in told if line.lows[k] in _OWING or (line.words[k],) in discourse.lexicon.adjectives}
    return bool(told)


def _by_name_word(discourse: Discourse, i: int) -> int | None:
    """ "The ministry" is the last body with "Ministry" in its name, "the province" the last "… province"."""
    m = discourse.mentions[i]
    lemma = discourse.lemma(i)
    if (m.plural and lemma not in {"police"}) or (lemma in _SHARED and _has_rival(discourse, i)):
        return None
    found: dict[int, int] = {}
    for j in range(i - 1, -1, -1):
        o = discourse.mentions[j]
        if m.line - o.line > 10:
            break
        if o.form == Form.NAME and o.line <= m.line:
            words = discourse.lines[o.line].lows[o.first : o.last + 1]
            last = lemma in {words[-1], words[-1].removesuffix("s")}  # "the brigade" of the "Red Dawn Brigades"
            named_so = last or (lemma == words[0] and words[1] in {"of", "for"})
            if not discourse.modifiers(i) - _GENERAL <= set(words):
                continue
            if len(words) > 1 and named_so and discourse.compatible(i, j):
                found.setdefault(discourse.joins.find(j), j)
    if len(found) == 1:
        return next(iter(found.values()))
    near = [j for j in found.values() if m.line - discourse.mentions[j].line <= 2]
    return near[0] if len({discourse.joins.find(j) for j in near}) == 1 else None


def _has_rival(discourse: Discourse, i: int) -> bool:
    """Whether the report tells another such body by its modifiers ("the US-led coalition")."""
    lemma, line = discourse.lemma(i), discourse.mentions[i].line
    near = (j for k in range(line - _WHOLE, line + _WHOLE) for j in discourse.of_line(k))
    rivals = (j for j in near if discourse.mentions[j].form == Form.NOMINAL and discourse.lemma(j) == lemma)
    return any(not discourse.mentions[j].plural and _says_more(discourse, j) for j in rivals)


def _by_kind(discourse: Discourse, i: int) -> int | None:
    """The one thing of the kind that the last sentences speak of."""
    m = discourse.mentions[i]
    lemma = discourse.lemma(i)
    if m.plural and not (m.kind == Kind.GROUP and lemma in _PEOPLE_OF_GROUPS):
        return None
    if m.kind not in {Kind.GROUP, Kind.ORGANISATION, Kind.PLACE, Kind.STATE, Kind.FACILITY}:
        return None
    candidates: dict[int, float] = {}
    for j in range(i - 1, -1, -1):
        o = discourse.mentions[j]
        gap = m.line - o.line
        if gap > _NEAR:
            break
        if o.form == Form.PRONOUN or _acts_on(discourse, i, j) or not _fits(discourse, i, j, lemma):
            continue
        root = discourse.joins.find(j)
        share = _LIKELY.get((lemma, discourse.kind(j)), 1.0)
        candidates[root] = candidates.get(root, 0.0) + share * _weight(discourse, j, gap)
    if not candidates:
        return None
    ranked = sorted(candidates.items(), key=lambda pair: -pair[1])
    if len(ranked) > 1 and ranked[0][1] < _CLEAR * ranked[1][1]:
        return None
    return ranked[0][0] if ranked[0][1] >= _LEAST else None


def _acts_on(discourse: Discourse, i: int, j: int) -> bool:
    """Whether one clause has a thing act on the other: of "X, which sheltered the group," X is not the group."""
    m, o = discourse.mentions[i], discourse.mentions[j]
    line = discourse.lines[m.line]
    if m.line != o.line or line.tokens[m.head].relation not in {"dobj", "pobj"}:
        return False
    verb = line.clause(m.head)
    token = line.tokens[verb]
    subjects = [c for c in line.children[verb] if line.tokens[c].relation in {"nsubj", "nsubjpass"}]
    if token.relation == "relcl" and any(line.tags[c][:1] == "W" for c in subjects):
        return token.head == o.head
    return o.head in subjects


def _only_person(discourse: Discourse, i: int) -> int | None:
    """ "The defector", when the report has named one person so far, and that in the last sentences."""
    m, lexicon = discourse.mentions[i], discourse.lexicon
    lemma = discourse.lemma(i)
    if m.plural or lemma in lexicon.offices or lemma in lexicon.bonds or (lemma,) in lexicon.titles:
        return None
    if any((w.capitalize(),) not in lexicon.adjectives for w in discourse.modifiers(i)):
        return None
    found: int | None = None
    for j in range(i - 1, -1, -1):
        o = discourse.mentions[j]
        if m.line - o.line > (2 if found is None else _WHOLE):
            break
        if o.form == Form.PRONOUN or discourse.kind(j) != Kind.PERSON or o.plural:
            continue
        if not discourse.is_named(j) or (found is not None and not discourse.joins.same(found, j)):
            return None
        found = j if found is None else found
    return found if found is not None and discourse.compatible(i, found) else None


def _weight(discourse: Discourse, j: int, gap: int) -> float:
    """Salience of one mention: near, a subject, a name."""
    o = discourse.mentions[j]
    token = discourse.lines[o.line].tokens[o.head]
    role = (
        1.5 if token.relation in {"nsubj", "nsubjpass"} else 1.0 if token.relation in {"pobj", "dobj", "appos"} else 0.7
    )
    return role * _FADING[gap]


def _fits(discourse: Discourse, i: int, j: int, lemma: str) -> bool:
    """Whether a general noun may stand for candidate j by its kind and its own words."""
    m, o = discourse.mentions[i], discourse.mentions[j]
    if not discourse.is_named(j) and o.form != Form.NOMINAL:
        return False
    if o.form == Form.NOMINAL and not discourse.is_named(j):
        return False
    kind = discourse.kind(j)
    lexicon = discourse.lexicon
    if m.kind == Kind.STATE:
        return kind == Kind.STATE and lemma in {"country", "nation"} and o.form == Form.NAME
    if m.kind == Kind.PLACE:
        names = [discourse.mentions[k] for k in discourse.names(j)]
        class_word = any(
            discourse.lines[n.line].lows[n.last] in {"province", "governorate", "district", "region"} for n in names
        )
        return kind == Kind.PLACE and lemma in _TOWN and not class_word and o.kind == Kind.PLACE
    if m.kind == Kind.FACILITY:
        return False
    if m.kind == Kind.GROUP:
        own = lemma in _PEOPLE_OF_GROUPS or lemma in lexicon.general_nouns["Group"] or lemma in _GROUPS
        either = lemma in {"organization", "organisation", "group"}
        return own and kind in ({Kind.GROUP, Kind.ORGANISATION} if either else {Kind.GROUP})
    general = lexicon.general_nouns["Organisation"] | {
        "company",
        "firm",
        "newspaper",
        "outlet",
        "broadcaster",
        "charity",
    }
    return m.kind == Kind.ORGANISATION and lemma in general and kind == Kind.ORGANISATION
