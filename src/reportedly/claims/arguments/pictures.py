"""Pictures: who is seen with whom, and whether a sentence speaks of a photograph or a video."""

from __future__ import annotations

from reportedly.claims.arguments.lists import listed
from reportedly.claims.arguments.parties import filler, parties
from reportedly.claims.arguments.sites import sites_after
from reportedly.claims.extractor import Filler
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.hanging import answered_once
from reportedly.claims.syntax.phrases import base, is_in
from reportedly.records.claim import Medium
from reportedly.records.document import Role
from reportedly.records.mention import FORCES, Form, Kind
from reportedly.resources.lexicon import words

PERSON = frozenset({Kind.PERSON})
#: Whom one may be seen with: persons, and bodies of people who belong to somebody with a name.
BESIDE = PERSON | {Kind.GROUP, Kind.STATE_BODY, Kind.POPULATION}


@answered_once
def is_seeing(view: SentenceView, token: int) -> bool:
    """Whether a token is a verb of seeing or picturing whose subject is the one seen ("was spotted", "seen with")."""
    word = view.tokens[token]
    if word.tag[:1] not in {"V", "J"} or base(view, token) not in _seeing():
        return False
    if view.is_passive(token) or (word.tag in {"VBN", "JJ"} and not view.dependents(token, "dobj")):
        return True
    if word.tag == "VBD" and not view.dependents(token, "dobj", "ccomp"):  # headlines: "General seen in Ruda"
        return view.block.role in {Role.HEADLINE, Role.CAPTION}
    # a slip that reports really make: "has been spotting in Ruda"
    been = any(view.tokens[c].lemma == "be" and view.tokens[c].tag == "VBN" for c in view.dependents(token, "aux"))
    return word.tag == "VBG" and been and not view.dependents(token, "dobj")


def medium_of(view: SentenceView, verb: int) -> Medium | None:
    """The medium that a verb or the words around it bring in ("shown in the video"); a caption's is its photo."""
    name = base(view, verb)
    if name in words("photograph", "media", "photo_verbs"):
        return Medium.PHOTO
    if name in words("photograph", "media", "video_verbs"):
        return Medium.VIDEO
    for noun in [*view.prepositional(verb), *view.subjects(verb)]:
        found = medium_noun(view, noun)
        if found is not None:
            return found
    return Medium.PHOTO if view.block.role == Role.CAPTION else None


def picture_before(view: SentenceView) -> Medium | None:
    """The medium of a caption, or of a picture that the sentence before in the same block speaks of."""
    if view.block.role == Role.CAPTION:
        return Medium.PHOTO
    previous = view.previous
    if previous is None or previous.sentence.block != view.sentence.block:
        return None
    named = (medium_noun(previous, t) for t in range(len(previous.tokens)) if previous.tokens[t].tag[:1] == "N")
    return next((m for m in named if m is not None), None)


def came_out(view: SentenceView, verb: int) -> bool:
    """Whether a verb says that a picture came before the public ("posted a photo", "footage emerged")."""
    return is_in(view, verb, "photograph", "released") or is_in(view, verb, "photograph", "emerging")


def filmed_at(view: SentenceView, verb: int) -> list[Filler]:
    """As in "appeared in a video filmed in Ruda": where the picture was taken."""
    for noun in view.prepositional(verb, "in", "on"):
        if medium_noun(view, noun) is not None:
            for taken in view.dependents(noun, "acl", "relcl"):
                return sites_after(view, taken)
    return []


def medium_noun(view: SentenceView, noun: int) -> Medium | None:
    """Photo or video, where a noun names one."""
    if is_in(view, noun, "photograph", "media", "photo"):
        return Medium.PHOTO
    return Medium.VIDEO if is_in(view, noun, "photograph", "media", "video") else None


def companions(view: SentenceView, verb: int, kinds: frozenset[Kind] = PERSON) -> list[Filler]:
    """Named parties that "with", "alongside", "next to" bring in below a verb, lists spread out."""
    found: dict[int, Filler] = {}
    for p in _with_tokens(view, verb):
        heads = [c for h in view.dependents(p, "pobj") for c in view.conjuncts(h)]
        for inner in view.dependents(p, "prep"):  # "together with", "next to"
            heads += [c for h in view.dependents(inner, "pobj") for c in view.conjuncts(h)]
        for one in [*parties(view, heads, kinds), *person_after(view, p, kinds)]:
            if one.mention is not None and view.is_name(one.mention):
                found.setdefault(one.start, one)
                for m in listed(view, one.mention, PERSON) if one.kind == Kind.PERSON else ():
                    found.setdefault(view.mention(m).start, filler(view, m))
        for one in (b for h in heads for b in _body(view, h, kinds)):
            found.setdefault(one.start, one)
    for t in view.subtree(verb):  # "seen to the right of X", "by the side of the Doran army"
        if view.tokens[t].lemma in words("photograph", "sides"):
            heads = view.prepositional(t, "of")
            named = [o for o in parties(view, heads, kinds) if o.mention is not None and view.is_name(o.mention)]
            for one in [*named, *(b for h in heads for b in _body(view, h, kinds))]:
                found.setdefault(one.start, one)
    return [found[start] for start in sorted(found)]


def _body(view: SentenceView, head: int, kinds: frozenset[Kind]) -> list[Filler]:
    """Several people, described by a name ("Hezbollah fighters", "the Doran army"), where not only persons count."""
    if kinds == PERSON:
        return []
    return [
        one
        for one in parties(view, [head], kinds if view.tokens[head].tag == "NNS" else kinds & FORCES)
        if any(
            one.start <= m.start and m.end <= one.end and m.form in {Form.NAME, Form.ADJECTIVE}
            for m in map(view.mention, view.mentions)
        )
    ]


def _seeing() -> frozenset[str]:
    return (
        words("presence", "sighted")
        | words("presence", "pictured")
        | words("photograph", "lens")
        | words("photograph", "eye")
    )


def _with_tokens(view: SentenceView, verb: int) -> list[int]:
    """Prepositions of company below a verb or below what hangs on it ("shown in the photo alongside Y")."""
    wanted = words("photograph", "with")
    found = []
    for t in view.subtree(verb):
        word = view.tokens[t]
        if word.lemma not in wanted or word.relation not in {"prep", "advmod", "agent", "prt"}:
            continue
        if word.lemma == "by" or (word.lemma in {"next", "together"} and not view.dependents(t, "prep")):
            continue
        if all(view.tokens[a].tag[:1] != "V" or a == verb for a in _between(view, t, verb)):
            found.append(t)
    return found


def _between(view: SentenceView, token: int, verb: int) -> list[int]:
    path = []
    for a in view.ancestors(token):
        path.append(a)
        if a == verb:
            break
    return path


def person_after(view: SentenceView, preposition: int, kinds: frozenset[Kind]) -> list[Filler]:
    """The mention that stands directly after a preposition, where the tree lost it."""
    end = view.tokens[preposition].end
    for m in view.mentions:
        mention = view.mention(m)
        if mention.start >= end:
            gap = view.document.text[end : mention.start].split()
            near = len(gap) <= 3 and not any(w.endswith((",", ".")) for w in gap)
            plain = all(
                w.lower() in {"the", "leader", "commander", "general", "to", "president", "minister"} for w in gap
            )
            return [filler(view, m)] if near and plain and mention.kind in kinds and mention.form == Form.NAME else []
    return []
