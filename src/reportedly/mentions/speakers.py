"""Who "I" and "we" are inside a quotation: the one whom the sentence around it lets speak."""

from __future__ import annotations

from functools import lru_cache

from reportedly.mentions.candidate import Line
from reportedly.mentions.discourse import Discourse
from reportedly.mentions.shapes import title_tokens
from reportedly.records.mention import BODIES_AND_STATES, Form, Kind
from reportedly.resources.lexicon import words

_SAYING = words("mentions", "speaking")
_JUDGING = words("speech", "verbs", "judging")
_FIRST = frozenset({"i", "me", "my", "mine", "myself"})
_FIRST_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
_ASKING = words("mentions", "interviewing")
_INTERVIEW = 2  # questions that are answered by an "I"
_SECOND = frozenset({"you", "your", "yours", "yourself", "yourselves"})


@lru_cache(maxsize=64)
def quoted(line: Line) -> tuple[bool, ...]:
    """For each token whether it stands inside quotation marks."""
    inside, found = False, []
    for i, word in enumerate(line.words):
        raw = line.tokens[i].text
        if word == '"':
            inside = raw in "“«" if raw in "“”«»" else not inside
        elif word == "'" and i > 0 and line.words[i - 1] == "'" and not line.gap(i - 1):  # ``as typists do''
            inside = raw == "`" or not inside
        found.append(inside)
    return tuple(found)


def join_speakers(discourse: Discourse) -> None:
    """Join first-person pronouns inside quotations to the speaker."""
    last: int | None = None
    last_line = -5
    for line in discourse.lines:
        inside = quoted(line)
        speaker = _speaker(discourse, line, inside)
        if speaker is None and line.index - last_line <= 1 and inside and inside[0] and any(inside):
            speaker = last  # a quotation that goes on in the next sentence
        for i in discourse.of_line(line.index):
            m = discourse.mentions[i]
            if m.form != Form.PRONOUN or not inside[m.head] or speaker is None:
                continue
            low = line.lows[m.head]
            kind = discourse.kind(speaker)
            if (low in _FIRST and kind == Kind.PERSON and discourse.plural(speaker) is not True) or (
                low in _FIRST_PLURAL and kind in BODIES_AND_STATES
            ):
                discourse.joins.join(i, speaker, "speaks here")
        if speaker is not None:
            discourse.speakers[line.index] = speaker
            last, last_line = speaker, line.index


def join_issuers(discourse: Discourse) -> None:
    """Join "we" outside quotation marks to the body that the text speaks for: the last one that was told to speak.

    As in "The Council condemns the attack. We call for calm."; where a person spoke last, nobody knows who "we" are.
    """
    body: int | None = None
    for line in discourse.lines:
        inside = quoted(line)
        for i in discourse.of_line(line.index):
            m = discourse.mentions[i]
            ours = m.form == Form.PRONOUN and line.lows[m.head] in _FIRST_PLURAL
            if body is not None and ours and not inside[m.head]:
                discourse.joins.join(i, body, "speaks here")
        for v, token in enumerate(line.tokens):
            if inside[v] or not token.tag.startswith("VB") or token.lemma not in _SAYING | _JUDGING:
                continue
            for s in (c for c in line.children[v] if line.tokens[c].relation == "nsubj" and not inside[c]):
                found = discourse.headed(line.index, s)
                if found is None or discourse.mentions[found].form == Form.PRONOUN:
                    continue
                named = discourse.mentions[found].form == Form.NAME and token.tag in {"VBZ", "VBP"}
                body = found if named and discourse.kind(found) in BODIES_AND_STATES else None


def join_authors(discourse: Discourse) -> None:
    """Join with one another the first persons outside quotation marks of one paragraph, and "we" of the whole report.

    Where a report has an "I" outside quotation marks, as an interview does, "we" is of its paragraph only.
    """
    outside = [
        i
        for i, m in enumerate(discourse.mentions)
        if m.form == Form.PRONOUN and not quoted(discourse.line_of(i))[m.head]
    ]
    singular = [i for i in outside if discourse.line_of(i).lows[discourse.mentions[i].head] in _FIRST]
    unknown = [i for i in singular if len(discourse.members(i)) == 1]
    plural = [i for i in outside if discourse.line_of(i).lows[discourse.mentions[i].head] in _FIRST_PLURAL]
    last: dict[tuple[str, int], int] = {}
    for what, found in (("i", unknown), ("we", plural)):
        for i in found:
            whose = (what, discourse.block(i) if singular else -1)
            if whose in last and discourse.compatible(last[whose], i):
                discourse.joins.join(last[whose], i, "first person outside quotations")
            last[whose] = i


def join_labelled(discourse: Discourse) -> None:
    """Join "I" with the name before the colon under which it is spoken ("Mr Varek: I met them."), in one paragraph."""
    speaker: int | None = None
    block = -1
    for line in discourse.lines:
        if line.sentence.block != block:
            block, speaker = line.sentence.block, None
        label = _label(discourse, line)
        if label is not None:
            speaker = label
        elif line.words[1:2] in {(":",), (".",)} or line.lows[0] == "question":
            speaker = None  # "Q: …", which nobody by name asks
        for i in discourse.of_line(line.index):
            m = discourse.mentions[i]
            if (
                speaker is not None
                and m.form == Form.PRONOUN
                and line.lows[m.head] in _FIRST
                and not quoted(line)[m.head]
            ):
                discourse.joins.join(i, speaker, "speaks here")


def _label(discourse: Discourse, line: Line) -> int | None:
    """The person with whose name, and a colon, a sentence begins."""
    for j in discourse.of_line(line.index):
        o = discourse.mentions[j]
        if o.form == Form.PRONOUN or discourse.kind(j) != Kind.PERSON:
            continue
        if line.words[o.last + 1 : o.last + 2] == (":",) and o.last + 2 < len(line):
            return j if o.first - len(title_tokens(line, o)) == 0 else None
    return None


def join_interviews(discourse: Discourse) -> None:
    """Join the "I" of the answers of an interview with one another and with the "you" of its questions."""
    asked = _questions(discourse)
    last = _interviewed(discourse, min(asked)) if asked else None
    for i, m in enumerate(discourse.mentions):
        line = discourse.line_of(i)
        if m.form != Form.PRONOUN or discourse.block(i) not in asked or quoted(line)[m.head]:
            continue
        wanted = _SECOND if asked[discourse.block(i)] else _FIRST
        if line.lows[m.head] in wanted:
            if last is not None:
                discourse.joins.join(last, i, "answers the questions")
            last = i


def _interviewed(discourse: Discourse, block: int) -> int | None:
    """Whom the text says that it interviewed, before the block of the first question."""
    for i, m in enumerate(discourse.mentions):
        line = discourse.line_of(i)
        if discourse.block(i) >= block:
            return None
        if m.form != Form.NAME or discourse.kind(i) != Kind.PERSON:
            continue
        token = line.tokens[m.head]
        governor = line.tokens[token.head]
        if token.relation in {"dobj", "nsubjpass"} and governor.lemma == "interview":
            return i
        asked = token.relation == "pobj" and governor.lemma in {"with", "to"} and line.tokens[governor.head].lemma
        if asked in _ASKING:
            return i
    return None


def _questions(discourse: Discourse) -> dict[int, bool]:
    """Of an interview, whether each block from the first question on asks; nothing of other texts.

    An interview has questions, each a paragraph, some to a "you", between which an "I" answers.
    """
    asks: dict[int, bool] = {}
    said: dict[int, set[str]] = {}
    for line in discourse.lines:
        block = line.sentence.block
        asks[block] = line.words[-1] == "?"
        said.setdefault(block, set()).update(line.lows)
    answered, addressed, question = set[int](), False, -1
    for block, asking in asks.items():
        question = block if asking else question
        addressed |= asking and bool(said[block] & _SECOND)
        if question >= 0 and not asking and said[block] & _FIRST:
            answered.add(question)
    if len(answered) < _INTERVIEW or not addressed:
        return {}
    return {block: asking for block, asking in asks.items() if block >= min(answered)}


def join_addressed(discourse: Discourse) -> None:
    """Join "you" with one another: those of one speaker's quotations, and those to whom the report itself speaks."""
    last: dict[int | None, int] = {}
    for i, m in enumerate(discourse.mentions):
        line = discourse.line_of(i)
        if m.form != Form.PRONOUN or line.lows[m.head] not in _SECOND or len(discourse.members(i)) > 1:
            continue
        speaker = discourse.speakers.get(line.index, -1) if quoted(line)[m.head] else None
        whose = discourse.joins.find(speaker) if speaker is not None and speaker >= 0 else speaker
        if whose in last:
            discourse.joins.join(last[whose], i, "spoken to")
        last[whose] = i


def _speaker(discourse: Discourse, line: Line, inside: tuple[bool, ...]) -> int | None:
    """The subject of a verb of saying outside the quotation marks of a line that has some."""
    if not any(inside):
        return None
    for v, token in enumerate(line.tokens):
        if inside[v] or token.lemma not in _SAYING or not token.tag.startswith("VB"):
            continue
        subjects = [c for c in line.children[v] if line.tokens[c].relation in {"nsubj", "nsubjpass"}]
        if not subjects and token.relation in {"pcomp", "acl", "advcl", "xcomp", "conj"}:
            subjects = [c for c in line.children[token.head] if line.tokens[c].relation in {"nsubj", "nsubjpass"}]
        for s in subjects:
            found = discourse.headed(line.index, s)
            if found is not None and not inside[s]:
                return found
    return None
