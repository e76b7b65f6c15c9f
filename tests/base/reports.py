"""Three made reports, one of them hostile, and bases that hold them."""

from __future__ import annotations

from pathlib import Path

from reportedly.base.keep import keep
from reportedly.base.opening import open_store
from reportedly.base.store import Store
from reportedly.records.claim import Medium, Modality
from reportedly.records.document import Role
from reportedly.records.mention import Kind
from reportedly.records.reading import Problem, Reading
from reportedly.records.when import When
from reportedly.testing import make_reading

ENGINE = "engine/1"
OREV, KOLT, ASH, MARESH, TARVO = "Danu Orev", "Mira Kolt", "Ash Brigade", "Maresh", "Tarvo"
PERSONS = {
    OREV: (Kind.PERSON, ("Orev", "Danou Orev")),
    KOLT: (Kind.PERSON, ("Kolt",)),
    ASH: Kind.GROUP,
    MARESH: Kind.PLACE,
    TARVO: Kind.PLACE,
}

#: Every way in which a report may try to steer a terminal or a spreadsheet.
CODES = "\x1b[31mred\x1b]0;title\x07\x9b2J\u202egnp\u2066\x00\r"
FORMULA = "=HYPERLINK(1)"


def day(text: str, words: str, value: str) -> When:
    """An expression of one day."""
    start = text.index(words)
    return When(start=start, end=start + len(words), text=words, value=value, earliest=value, latest=value)


def sighting() -> Reading:
    """A dated report of four claims about Danu Orev, with a photograph and a comment."""
    told = "Danu Orev, who leads the Ash Brigade, was reportedly seen in Maresh on Friday, officials said."
    text = f"Orev seen in Maresh\n\n{told}"
    return make_reading(
        (Role.HEADLINE, "Orev seen in Maresh"),
        told,
        "Orev met Mira Kolt near Tarvo.",
        (Role.CAPTION, "Danou Orev with fighters outside Maresh."),
        (Role.COMMENT, "Jon says: Mira Kolt is a liar."),
        location="pages/sighting.html",
        url="https://ruda.example/danu-orev-seen",
        title="Orev seen in Maresh",
        publisher="Ruda Post",
        authors=("Pela Marn",),
        published="2016-05-24",
        names=PERSONS,
        claims=[
            {
                "predicate": "leads",
                "evidence": "Danu Orev, who leads the Ash Brigade",
                "subject": "Danu Orev",
                "object": ("Ash Brigade", Kind.GROUP),
                "role": "leader",
            },
            {
                "predicate": "present_at",
                "evidence": told,
                "subject": "Danu Orev",
                "place": "Maresh",
                "modality": Modality.REPORTED,
                "attributed_to": ("officials",),
                "time": day(text, "Friday", "2016-05-20"),
            },
            {
                "predicate": "met",
                "evidence": "Orev met Mira Kolt near Tarvo.",
                "subject": "Orev",
                "object": "Mira Kolt",
            },
            {
                "predicate": "present_at",
                "evidence": "Danou Orev with fighters outside Maresh.",
                "subject": "Danou Orev",
                "place": "Maresh",
                "medium": Medium.PHOTO,
            },
        ],
    )


def shelling() -> Reading:
    """An undated report of two claims, one credited to Mira Kolt and one denied."""
    return make_reading(
        (Role.HEADLINE, "Maresh shelled"),
        "The Ash Brigade shelled Maresh, Mira Kolt said.",
        "Orev denied that the Ash Brigade had shelled Tarvo.",
        location="pages/shelling.txt",
        title="Maresh shelled",
        names=PERSONS,
        claims=[
            {
                "predicate": "attacked",
                "evidence": "The Ash Brigade shelled Maresh, Mira Kolt said.",
                "subject": ("Ash Brigade", Kind.GROUP),
                "object": ("Maresh", Kind.PLACE),
                "modality": Modality.REPORTED,
                "attributed_to": ("Mira Kolt",),
                "method": "shelling",
            },
            {
                "predicate": "attacked",
                "evidence": "Orev denied that the Ash Brigade had shelled Tarvo.",
                "subject": ("Ash Brigade", Kind.GROUP),
                "object": ("Tarvo", Kind.PLACE),
                "modality": Modality.DENIED,
                "attributed_to": ("Orev",),
                "method": "shelling",
            },
        ],
    )


def hostile() -> Reading:
    """A report whose every word tries to get out."""
    return make_reading(
        f"{FORMULA} attacked Maresh with [red]{CODES}[/red] on Monday.",
        location=f"pages/hostile{CODES}.txt",
        title=f"Hostile {CODES}",
        publisher="@SUM(A1)",
        names={FORMULA: Kind.GROUP, MARESH: Kind.PLACE},
        claims=[
            {
                "predicate": "attacked",
                "evidence": f"{FORMULA} attacked Maresh with [red]{CODES}[/red]",
                "subject": (FORMULA, Kind.GROUP),
                "object": ("Maresh", Kind.PLACE),
                "weapon": CODES,
            },
        ],
    )


def failed() -> Reading:
    """A page that could not be taken in."""
    problem = Problem(
        stage="pages",
        component="files",
        reason="empty-file",
        message="The file is empty. Save the page again.",
        location=f"pages/empty{CODES}.html",
    )
    return Reading(location=problem.location, problems=(problem,), complete=False)


def fill(path: Path, *readings: Reading, engine: str = ENGINE) -> Store:
    """An open base in a file that holds these readings."""
    store = open_store(path)
    for _ in keep(readings, store, engine):
        pass
    return store
