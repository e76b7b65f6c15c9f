"""Pronouns that may refer to something named or described in the document."""

from __future__ import annotations

from reportedly.mentions.candidate import Candidate, Line
from reportedly.records.mention import Form, Kind

#: word → (kind it asks for, plural, gender)
_FORMS: dict[str, tuple[Kind, bool | None, str | None]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), (Kind.PERSON, False, "male")),
    **dict.fromkeys(("she", "her", "hers", "herself"), (Kind.PERSON, False, "female")),
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), (Kind.PERSON, False, None)),
    **dict.fromkeys(("it", "its", "itself"), (Kind.ORGANISATION, False, None)),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), (Kind.GROUP, True, None)),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), (Kind.GROUP, True, None)),
    **dict.fromkeys(("you", "your", "yours", "yourself", "yourselves"), (Kind.OTHER, None, None)),
}
_EMPTY_VERBS = frozenset({"seem", "appear", "happen", "rain", "snow", "turn", "follow", "matter"})


def find_pronouns(line: Line) -> list[Candidate]:
    """Personal, possessive and reflexive pronouns of one sentence, without the "it" of "it is clear that…"."""
    found = []
    for i, low in enumerate(line.lows):
        form = _FORMS.get(low)
        if form is None or not line.tags[i].startswith("PRP"):
            continue
        if low == "it" and _is_empty(line, i):
            continue
        if line.words[i] == "US":
            continue
        kind, plural, gender = form
        found.append(
            Candidate(
                line=line.index,
                first=i,
                last=i,
                head=i,
                form=Form.PRONOUN,
                kind=kind,
                plural=plural,
                gender=gender,
                why="pronoun",
            )
        )
    return found


def _is_empty(line: Line, i: int) -> bool:
    """Whether "it" stands for nothing: "it is clear that", "it takes time to", "it rained"."""
    token = line.tokens[i]
    if token.relation in {"expl"}:
        return True
    if token.relation not in {"nsubj", "nsubjpass"}:
        return False
    verb = line.tokens[token.head]
    later = [c for c in line.children[token.head] if c > token.head]
    if verb.lemma in _EMPTY_VERBS:
        return True
    if verb.lemma == "be":
        adjective = [c for c in later if line.tokens[c].relation in {"acomp", "attr"}]
        clause = [c for c in later if line.tokens[c].relation in {"ccomp", "xcomp", "advcl", "relcl"}]
        inner = [
            g
            for c in adjective
            for g in line.children[c]
            if line.tokens[g].relation in {"ccomp", "xcomp", "acl", "relcl", "advcl"}
        ]
        return bool(adjective) and bool(clause or inner)
    passive = token.relation == "nsubjpass" and verb.lemma in {
        "believe",
        "report",
        "say",
        "think",
        "expect",
        "know",
        "hope",
        "assume",
    }
    return passive and any(line.tokens[c].relation == "ccomp" for c in later)
