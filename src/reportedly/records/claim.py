"""Claims: what a sentence, caption or headline puts forward, and who says so."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from reportedly.records.document import Role
from reportedly.records.mention import Kind
from reportedly.records.when import When
from reportedly.records.where import Where


class Modality(StrEnum):
    """How the text holds what it claims. Never a probability."""

    ASSERTED = "asserted"  # flat
    REPORTED = "reported"  # hedged, or put in someone's mouth
    QUOTED = "quoted"  # inside someone's quotation
    POSSIBLE = "possible"  # may, could, is believed
    PLANNED = "planned"  # will, vows to
    DENIED = "denied"  # someone holds that it is not so
    HYPOTHETICAL = "hypothetical"  # if, unless


#: Strongest first: where two apply to one claim, the stronger is recorded.
MODALITY_STRENGTH = (
    Modality.DENIED,
    Modality.HYPOTHETICAL,
    Modality.PLANNED,
    Modality.POSSIBLE,
    Modality.QUOTED,
    Modality.REPORTED,
    Modality.ASSERTED,
)


class Polarity(StrEnum):
    """Whether the claim is that it is so or that it is not."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Medium(StrEnum):
    """What is shown or cited as support."""

    PHOTO = "photo"
    VIDEO = "video"
    AUDIO = "audio"
    STATEMENT = "statement"
    DOCUMENT = "document"
    POST = "post"


class AttributionKind(StrEnum):
    """What kind of voice the text credits."""

    ACCOUNT = "account"
    OFFICIAL = "official"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    WITNESS = "witness"
    PERSON = "person"
    ANONYMOUS = "anonymous"
    DOCUMENT = "document"


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """Who or what fills a role.

    name: the words as the sentence has them (for a pronoun or an adjective of nationality, the name it stands for).
    canonical: the fullest name in the document. start, end: the words themselves. mention, chain: indexes into the
    `Analysis`, None for a described body that is no mention. where: where a place or a facility lies, if that is known.
    """

    name: str
    canonical: str
    kind: Kind
    start: int
    end: int
    mention: int | None = None
    chain: int | None = None
    where: Where | None = None


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """One link of the chain of voices that the text credits. start, end: characters of the words, cue its verb or
    noun.
    """

    name: str
    canonical: str
    kind: AttributionKind
    start: int
    end: int
    cue: str = ""


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """The words that carry a claim, by position and by quote, so that it survives another reading of the page.

    prefix, suffix: up to 32 characters before and after (W3C Web Annotation, TextQuoteSelector).
    """

    role: Role
    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""


class Count(msgspec.Struct, frozen=True, kw_only=True):
    """A number of people with the words that give it. low, best, high: None where the words fix none."""

    words: str
    low: int | None = None
    best: int | None = None
    high: int | None = None


class Casualties(msgspec.Struct, frozen=True, kw_only=True):
    """The dead and the wounded as told."""

    killed: Count | None = None
    wounded: Count | None = None


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """What one sentence or caption puts forward.

    id: hash of document, evidence span, predicate and roles, so that reading again gives the same id.
    subjects: all names of a joint subject told without saying who did what; `subject` is then None.
    habitual: no single event is meant. former: an office or tie that is over. disputed_by: who says otherwise in the
    same sentence. extractor: "name/version"; rule: the rule in it; why: one sentence for a person.
    """

    id: str
    document_id: str
    predicate: str
    subject: Party | None
    object: Party | None
    evidence: tuple[Evidence, ...]
    subjects: tuple[Party, ...] = ()
    place: Where | None = None
    time: When | None = None
    role: str | None = None
    modality: Modality = Modality.ASSERTED
    polarity: Polarity = Polarity.POSITIVE
    habitual: bool = False
    former: bool = False
    attributed_to: tuple[Attribution, ...] = ()
    disputed_by: str | None = None
    medium: Medium | None = None
    method: str | None = None
    weapon: str | None = None
    casualties: Casualties | None = None
    operation: str | None = None
    confidence: float = 0.5
    extractor: str = ""
    rule: str = ""
    why: str = ""

    @property
    def ground(self) -> Where | None:
        """Where it is to be looked for on the map: its place, else a place that it is done to ("shelled Maresh")."""
        return self.place if self.place is not None or self.object is None else self.object.where
