"""From the words that name a voice to a link of the chain of attribution."""

from __future__ import annotations

from types import MappingProxyType

from reportedly.claims.arguments.fillings import without_article
from reportedly.claims.attribution.tellers import Teller
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import base
from reportedly.records.claim import Attribution, AttributionKind, Party
from reportedly.records.mention import Form, Kind
from reportedly.resources.lexicon import words

#: Of two words that tell a kind, the earlier kind in this order wins.
_ORDER = (
    AttributionKind.ACCOUNT,
    AttributionKind.OUTLET,
    AttributionKind.DOCUMENT,
    AttributionKind.WITNESS,
    AttributionKind.OFFICIAL,
    AttributionKind.ANONYMOUS,
)

_OF_MENTIONS = MappingProxyType(
    {
        Kind.STATE: AttributionKind.OFFICIAL,
        Kind.STATE_BODY: AttributionKind.OFFICIAL,
        Kind.PERSON: AttributionKind.PERSON,
        Kind.ORGANISATION: AttributionKind.ORGANISATION,
        Kind.GROUP: AttributionKind.ORGANISATION,
    }
)
_OF_NAMES = (AttributionKind.OUTLET, AttributionKind.OFFICIAL)  # the "Ruda Post" is no post


def attribution_of(view: SentenceView, teller: Teller, cue: str) -> Attribution | None:
    """The link that a teller gives; a pronoun or a description gets the name that it stands for.

    None where the text names nobody ("we" of no known body, "it").
    """
    text = view.document.text[teller.start : teller.end]
    chain = None if teller.mention is None else view.chain(teller.mention)
    mention = None if teller.mention is None else view.mention(teller.mention)
    name = canonical = " ".join(text.split())
    if _is_new(view, teller):  # "will meet X, an aide said": nobody told before
        chain = None
    if chain is not None and chain.named:
        canonical = chain.name
        if mention is not None and mention.form != Form.NAME:
            name = chain.name
    elif mention is not None and mention.form == Form.PRONOUN:
        if chain is None or all(view.mention(m).form == Form.PRONOUN for m in chain.mentions):
            return None
        name = canonical = without_article(chain.name)
    elif view.tokens[teller.head].tag in {"PRP", "DT", "PRP$", "WP", "WDT"}:
        return None
    return Attribution(
        name=name, canonical=canonical, kind=_kind(view, teller), start=teller.start, end=teller.end, cue=cue
    )


def _is_new(view: SentenceView, teller: Teller) -> bool:
    """Whether a description with "a" brings somebody in that no name of the sentence stands for."""
    if teller.mention is None or view.mention(teller.mention).form != Form.NOMINAL:
        return False
    articles = {view.tokens[c].text.lower() for c in view.dependents(teller.head, "det")}
    return (
        bool(articles & {"a", "an"})
        and not view.appositives(teller.head)
        and view.tokens[teller.head].relation
        in {
            "nsubj",
            "pobj",
        }
    )


def voice_of(party: Party, cue: str) -> Attribution:
    """The link for a party of the claim itself."""
    return Attribution(
        name=party.name,
        canonical=party.canonical,
        kind=AttributionKind.PERSON if party.kind == Kind.PERSON else AttributionKind.ORGANISATION,
        start=party.start,
        end=party.end,
        cue=cue,
    )


def _kind(view: SentenceView, teller: Teller) -> AttributionKind:
    mention = None if teller.mention is None else view.mention(teller.mention)
    named = mention is not None and mention.form == Form.NAME
    text = view.document.text[teller.start : teller.end].lower()
    head = base(view, teller.head)
    if head in words("voices", "kinds", "witness"):
        return AttributionKind.WITNESS
    if named and mention is not None and mention.kind == Kind.PERSON:
        return AttributionKind.OFFICIAL if _holds_office(view, teller.mention) else AttributionKind.PERSON
    if head in words("voices", "kinds", "official"):
        return AttributionKind.OFFICIAL
    told = {head, *text.replace("'s", "").replace("’s", "").split(), text}
    for kind in _OF_NAMES if named else _ORDER:
        if told & words("voices", "kinds", kind.value):
            return kind
    return (
        _OF_MENTIONS.get(mention.kind, AttributionKind.ANONYMOUS) if mention is not None else AttributionKind.ANONYMOUS
    )


def _holds_office(view: SentenceView, mention: int | None) -> bool:
    """Whether the document calls a person by an office: a title, or a description that his chain holds."""
    chain = None if mention is None else view.chain(mention)
    members = () if chain is None else chain.mentions
    told = " ".join(
        (m.title or "") if m.form == Form.NAME else m.text if m.form == Form.NOMINAL else ""
        for m in map(view.mention, members)
    )
    return bool(set(told.lower().split()) & words("voices", "kinds", "official"))
