"""The stage: a document and an engine in, sentences, mentions, chains and times out."""

from __future__ import annotations

from reportedly.mentions.sentences import read_sentences
from reportedly.mentions.times import find_times
from reportedly.records.document import Document
from reportedly.records.mention import AGENTS, Analysis, Chain, Form, Kind, Mention
from reportedly.records.span import Sentence
from reportedly.resources.engine import Engine, Tagged
from reportedly.text.fold import key

_PRONOUNS = {
    "he": Kind.PERSON, "him": Kind.PERSON, "his": Kind.PERSON, "she": Kind.PERSON, "her": Kind.PERSON,
    "they": Kind.GROUP, "them": Kind.GROUP, "their": Kind.GROUP, "it": Kind.ORGANISATION, "its": Kind.ORGANISATION,
}  # fmt: skip


def analyse(document: Document, engine: Engine) -> Analysis:
    """Sentences of the evidence blocks, what they mention, which mentions go together, and expressions of time."""
    sentences, tagged = read_sentences(document, engine)
    mentions = sorted(_mentions(document, sentences, tagged), key=lambda m: (m.start, -m.end))
    return Analysis(
        sentences=sentences,
        mentions=tuple(mentions),
        chains=_chains(mentions),
        times=find_times(document, sentences),
    )


def _mentions(document: Document, sentences: tuple[Sentence, ...], tagged: list[Tagged]) -> list[Mention]:
    found = []
    for number, (sentence, answer) in enumerate(zip(sentences, tagged, strict=True)):
        covered: set[int] = set()
        for span in answer.spans:
            first, last = span.first, span.last
            while first < last and sentence.tokens[first].tag in {"DT", "PRP$", "POS"}:
                first += 1
            while first < last and sentence.tokens[last].tag in {"POS", ".", ","}:
                last -= 1
            covered.update(range(first, last + 1))
            form = Form.NAME if any(t.text[:1].isupper() for t in sentence.tokens[first : last + 1]) else Form.NOMINAL
            if first == last and sentence.tokens[first].lemma in _PRONOUNS:
                form = Form.PRONOUN
            found.append(_mention(document, sentence, number, first, last, Kind(span.kind), form, span.score))
        for i, token in enumerate(sentence.tokens):
            if i not in covered and token.text.lower() in _PRONOUNS and token.tag.startswith("PRP"):
                kind = _PRONOUNS[token.text.lower()]
                found.append(_mention(document, sentence, number, i, i, kind, Form.PRONOUN, 1.0))
    return found


def _mention(
    document: Document, sentence: Sentence, number: int, first: int, last: int, kind: Kind, form: Form, score: float
) -> Mention:
    start, end = sentence.tokens[first].start, sentence.tokens[last].end
    return Mention(
        start=start, end=end, text=document.text[start:end], kind=kind, form=form,
        block=sentence.block, sentence=number, score=score, why="engine",
    )  # fmt: skip


def _chains(mentions: list[Mention]) -> tuple[Chain, ...]:
    groups: dict[str, list[int]] = {}
    full: dict[str, str] = {}
    for mention in mentions:
        name = key(mention.text)
        if mention.form == Form.NAME and mention.kind == Kind.PERSON and " " in name:
            full.setdefault(name.split()[-1], name)
    last: dict[bool, str] = {}
    for i, mention in enumerate(mentions):
        name = key(mention.text)
        if mention.form == Form.NAME:
            target = full.get(name, name) if mention.kind == Kind.PERSON else name
            groups.setdefault(target, []).append(i)
            if mention.kind in AGENTS:
                last[mention.kind == Kind.PERSON] = target
        elif mention.form == Form.PRONOUN and (mention.kind == Kind.PERSON) in last:
            groups[last[mention.kind == Kind.PERSON]].append(i)
        else:
            groups.setdefault(f"{name} {i}", []).append(i)
    return tuple(_chain(mentions, members) for members in groups.values() if members)


def _chain(mentions: list[Mention], members: list[int]) -> Chain:
    names = [mentions[i] for i in members if mentions[i].form == Form.NAME]
    best = max(names or [mentions[i] for i in members], key=lambda m: m.end - m.start)
    return Chain(mentions=tuple(members), name=best.text, kind=best.kind, named=bool(names))
