"""Made pages of made outlets: pieces of text, each with its role and the tag that a site would put it into."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from reportedly.records.document import Role
from training.plain_text.stories import Teller

#: Language, or manner, of a page → how often.
_MANNERS: Final = {"en": 11, "column": 4, "de": 5, "fr": 2, "es": 2}


class Piece(msgspec.Struct, frozen=True):
    """A piece of a page. tag: p, div, li, lp, h or td. depth: nesting of its list. group: pieces of one list or box."""

    role: Role
    text: str
    tag: str = "p"
    depth: int = 0
    group: int = 0


class Composer(Teller):
    """Composes pages around made stories, the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self._group = 0

    def _next_group(self) -> int:
        self._group += 1
        return self._group

    def page(self) -> list[Piece]:
        """One page of some kind."""
        self._manner = self._random.choices(tuple(_MANNERS), tuple(_MANNERS.values()))[0]
        self._story()
        kind = self._random.choices(("article", "bare", "statement", "live", "entry"), (10, 3, 2, 1, 1))[0]
        body = self._body(kind)
        if kind == "bare" or (kind in ("statement", "entry") and self._chance(0.5)):
            return self._bare(kind) + body
        chrome = self._random.choice((0.0, 0.3, 0.7, 1.0))
        found = self._top(chrome) + self._head(kind)
        if self._chance(0.1):
            found += self._box("notices")
        found += body
        found += self._foot(chrome)
        return found

    def _bare(self, kind: str) -> list[Piece]:
        """What may stand above a body without a page around it."""
        found: list[Piece] = []
        if self._chance(0.5):
            found.append(Piece(Role.HEADLINE, self._title, "h"))
            if self._chance(0.4):
                found.append(Piece(Role.DATE, self._day(), self._random.choice(("p", "div"))))
            if self._chance(0.2):
                found.append(Piece(Role.BYLINE, f"By {self._name()}"))
            if self._chance(0.2):
                found.append(Piece(Role.CAPTION, self._pick("report", "captions")))
        if kind == "statement" and self._chance(0.4):
            found.append(Piece(Role.PARAGRAPH, self._pick("report", "standfirsts")))
        return found

    def _top(self, chrome: float) -> list[Piece]:
        found: list[Piece] = []
        nav = Role.NAVIGATION
        if self._chance(chrome):
            for _ in range(self._random.randint(0, 6)):
                found.append(Piece(nav, self._pick("chrome", "top"), self._random.choice(("div", "p"))))
        if self._chance(chrome):
            for _ in range(self._random.randint(1, 2)):
                group = self._next_group()
                tag = "li" if group % 3 else "div"
                for entry in self._random.sample(self._words["chrome"]["menu"], self._random.randint(4, 30)):
                    found.append(Piece(nav, entry, tag, self._random.choice((0, 0, 1)), group))
        if self._chance(chrome * 0.5):
            found.append(Piece(nav, self._slots["w"], "div"))
        found += self._boxes(chrome)
        if self._chance(chrome * 0.4):
            found += self._related(self._random.randint(2, 12))
        return found

    def _box(self, kind: str) -> list[Piece]:
        """The lines of a box: of letters and subscriptions, of the site itself, of notices."""
        role = {"letters": Role.APPEAL, "sites": Role.NAVIGATION, "notices": Role.NAVIGATION}[kind]
        tag = self._random.choice(("div", "div", "p", "li"))
        group = self._next_group()
        return [
            Piece(role, self._fill(words), tag, 0, group) for words in self._random.choice(self._words["boxes"][kind])
        ]

    def _boxes(self, chrome: float) -> list[Piece]:
        kinds = [kind for kind in ("letters", "sites", "notices") if self._chance(0.25 * chrome + 0.05)]
        self._random.shuffle(kinds)
        return [piece for kind in kinds for piece in self._box(kind)]

    def _share(self) -> list[Piece]:
        group = self._next_group()
        tag = self._random.choice(("li", "div"))
        most = self._random.randint(1, 6)
        return [Piece(Role.NAVIGATION, self._pick("chrome", "share"), tag, 0, group) for _ in range(most)]

    def _head(self, kind: str) -> list[Piece]:
        """Headline, standfirst, writer, day, picture, in an order that some sites have."""
        found: list[Piece] = []
        if self._chance(0.3):
            found.append(Piece(Role.NAVIGATION, self._pick("chrome", "labels"), "div"))
        found.append(Piece(Role.HEADLINE, self._title, self._random.choice(("h", "h", "div"))))
        if self._chance(0.35):
            found.append(
                Piece(Role.PARAGRAPH, self._pick("report", "standfirsts"), self._random.choice(("p", "div", "h")))
            )
        under: list[list[Piece]] = []
        author = self._slots["a"]
        if self._chance(0.15):
            under.append([Piece(Role.BYLINE, f"By {author} | {self._day()}", "div")])
        else:
            if self._chance(0.7):
                byline = self._random.choice(
                    (
                        "By {}",
                        "by {}",
                        "Written by {}",
                        "{}",
                        "{}, staff reporter",
                        "By {} in " + self._slots["t"],
                        "Von {}",
                        "Por {}",
                        "{} Contributor",
                        "By {} and " + self._name(),
                    )
                )
                under.append([Piece(Role.BYLINE, byline.format(author), self._random.choice(("div", "p")))])
            if self._chance(0.75):
                day = self._random.choice(
                    (
                        "{}",
                        "Published {}",
                        "Posted on {}",
                        "Updated: {}",
                        "{} | Last updated {}",
                        "Published on {}",
                        "Veröffentlicht am {}",
                    )
                ).replace("{}", self._day())
                under.append([Piece(Role.DATE, day, self._random.choice(("div", "p")))])
        if self._chance(0.5):
            under.append(self._share())
        if self._chance(0.55):
            caption = [Piece(Role.CAPTION, self._pick("report", "captions"), self._random.choice(("p", "div")))]
            if self._chance(0.2):
                caption.append(
                    Piece(Role.CAPTION, self._random.choice(("Photo: ", "Credit: ", "Image: ")) + self._name(), "div")
                )
            under.append(caption)
        if self._chance(0.2):
            under.append([Piece(Role.NAVIGATION, f"{self._random.randint(2, 12)} min read", "div")])
        self._random.shuffle(under)
        if self._chance(0.15) and under:
            found = under[0] + found
            under = under[1:]
        return found + [piece for pieces in under for piece in pieces]

    def _body(self, kind: str) -> list[Piece]:
        found: list[Piece] = []
        most = self._random.choice((1, 2, 3, 5, 7, 9, 12, 18))
        for i in range(most):
            if i and self._chance(0.12):
                found.append(Piece(Role.HEADLINE, self._pick("report", "subheadings"), "h"))
            if kind == "live":
                found.append(Piece(Role.PARAGRAPH, self._pick("report", "live")))
            found += self._whole_or_broken(self._paragraph())
            if self._chance(0.08):
                found.append(Piece(Role.QUOTE, self._pick("report", "quotes")))
            if kind not in ("bare", "statement") and self._chance(0.08):
                found.append(Piece(Role.CAPTION, self._pick("report", "captions")))
            if self._chance(0.3 if kind == "statement" or self._manner == "column" else 0.06):
                group, tag = self._next_group(), self._random.choice(("li", "li", "li", "div"))
                for _ in range(self._random.randint(2, 6)):
                    pattern = "items" if self._chance(0.6) else "paragraphs"
                    found.append(Piece(Role.LIST, self._pick("report", pattern), tag, 0, group))
            if self._chance(0.03):
                group = self._next_group()
                found += [
                    Piece(Role.TABLE, self._pick("report", "tables"), "td", 0, group)
                    for _ in range(self._random.randint(2, 5))
                ]
            if kind in ("article", "live") and i < most - 1:
                found += self._between()
        return found

    def _whole_or_broken(self, words: str) -> list[Piece]:
        """A paragraph; now and then broken at links and line breaks, as flattened pages have them, or a lead-in."""
        if self._chance(0.05):
            return [
                Piece(
                    Role.PARAGRAPH,
                    self._random.choice(("But:", "He added:", "Und dann?", "See the map.", "Why?", "What is known:")),
                )
            ]
        if not self._chance(0.07):
            return [Piece(Role.PARAGRAPH, words, self._random.choice(("p", "p", "p", "p", "div")))]
        parts = words.split()
        cuts = sorted(self._random.sample(range(1, len(parts)), min(len(parts) - 1, self._random.randint(1, 3))))
        pieces = [" ".join(parts[a:b]) for a, b in zip([0, *cuts], [*cuts, len(parts)], strict=True)]
        return [Piece(Role.PARAGRAPH, piece, "div") for piece in pieces]

    def _between(self) -> list[Piece]:
        """What sites put between two paragraphs."""
        if self._chance(0.04):
            return [
                Piece(
                    Role.NAVIGATION,
                    self._random.choice(("Read more: ", "Related: ", "ALSO READ: ", "Lea también: "))
                    + self._other_title(),
                )
            ]
        if self._chance(0.03):
            return [
                Piece(
                    Role.NAVIGATION,
                    self._random.choice(("Advertisement", "ADVERTISEMENT", "Article continues below", "Anzeige")),
                    "div",
                )
            ]
        if self._chance(0.03):
            return [Piece(Role.APPEAL, self._pick("about", "appeals"))] if self._chance(0.5) else self._box("letters")
        if self._chance(0.02):
            return self._related(3)
        return []

    def _foot(self, chrome: float) -> list[Piece]:
        """What comes after the body, in an order that some sites have; comments stand late."""
        parts: list[list[Piece]] = [self._boxes(chrome)]
        if self._chance(0.4):
            bio = [Piece(Role.BIO, self._pick("about", "bios"), self._random.choice(("p", "div")))]
            if self._chance(0.3):
                bio.insert(
                    0,
                    Piece(
                        Role.BIO, self._random.choice(("About the author", "About the Author", self._slots["a"])), "h"
                    ),
                )
            if self._chance(0.2):
                bio.append(Piece(Role.NAVIGATION, f"View all posts by {self._slots['a']}", "div"))
            parts.append(bio)
        if self._chance(0.4):
            parts.append(
                [
                    Piece(Role.APPEAL, self._pick("about", "appeals"), self._random.choice(("p", "div")))
                    for _ in range(self._random.choice((1, 1, 2, 3)))
                ]
            )
        if self._chance(0.5):
            parts.append(self._tags())
        if self._chance(0.4 * chrome + 0.1):
            parts.append(self._share())
        if self._chance(0.6 * chrome + 0.1):
            parts.append(self._related(self._random.randint(2, 8)))
        self._random.shuffle(parts)
        comments = self._comments() if self._chance(0.6) else []
        parts.insert(self._random.randint(len(parts) // 2, len(parts)), comments)
        if self._chance(chrome * 0.6):
            parts.append(self._related(self._random.randint(3, 14)))
        if self._chance(chrome * 0.5):
            parts.append(self._boxes(1.0))
        if self._chance(chrome * 0.6):
            group = self._next_group()
            tag = self._random.choice(("li", "div"))
            parts.append(
                [
                    Piece(Role.NAVIGATION, self._pick("chrome", "widgets"), tag, 0, group)
                    for _ in range(self._random.randint(2, 15))
                ]
            )
        if self._chance(chrome):
            tag = self._random.choice(("li", "div", "p"))
            group = self._next_group()
            parts.append(
                [
                    Piece(Role.NAVIGATION, self._pick("chrome", "footer"), tag, 0, group)
                    for _ in range(self._random.randint(1, 9))
                ]
            )
        return [piece for part in parts for piece in part]

    def _tags(self) -> list[Piece]:
        tags = [self._pick("about", "tags") for _ in range(self._random.randint(1, 7))]
        label = self._random.choice(
            ("Tags", "Tagged with", "Filed under", "Topics", "Categories", "Schlagwörter", "Etiquetas", "Keywords")
        )
        form = self._random.randint(0, 3)
        if form == 0:
            return [Piece(Role.TAGS, f"{label}: {', '.join(tags)}")]
        if form == 1:
            group = self._next_group()
            return [Piece(Role.TAGS, label, "div"), *(Piece(Role.TAGS, tag, "li", 0, group) for tag in tags)]
        if form == 2:
            return [Piece(Role.TAGS, f"{label}:" + " ," * len(tags))]
        return [Piece(Role.TAGS, " ".join("#" + tag.replace(" ", "") for tag in tags), "div")]

    def _related(self, most: int) -> list[Piece]:
        group, nav = self._next_group(), Role.NAVIGATION
        tag = self._random.choice(("li", "li", "div", "p"))
        found = (
            [Piece(nav, self._pick("chrome", "related_heads"), self._random.choice(("h", "div")))]
            if self._chance(0.85)
            else []
        )
        teasers, days, long = self._chance(0.4), self._chance(0.3), self._chance(0.25)
        for _ in range(most):
            found.append(Piece(nav, self._other_title(), tag, 0, group))
            if days:
                found.append(Piece(nav, self._day(), "div" if tag != "li" else tag, 0, group))
            if teasers:
                words = self._pick("report", "paragraphs") if long else self._pick("chrome", "teasers")
                found.append(Piece(nav, words, "p" if tag != "li" else tag, 0, group))
        return found

    def _comments(self) -> list[Piece]:
        style = self._random.randint(0, 7)
        found: list[Piece] = []
        if self._chance(0.65):
            found.append(Piece(Role.COMMENT, self._pick("comments", "headings"), self._random.choice(("h", "div"))))
        if self._chance(0.1):
            found += [Piece(Role.COMMENT, words, "div") for words in ("Sort by", "Newest first", "Oldest first")]
        nested = self._chance(0.4)
        depth = 0
        for _ in range(self._random.choice((1, 1, 2, 3, 4, 6, 9, 14))):
            depth = self._random.choice((0, depth, min(3, depth + 1))) if nested else 0
            found += self._comment(style, depth)
        if self._chance(0.5):
            if self._chance(0.7):
                found.append(
                    Piece(
                        Role.NAVIGATION,
                        self._random.choice(
                            (
                                "Leave a Reply",
                                "Leave a comment",
                                "Schreibe einen Kommentar",
                                "Post a comment",
                                "Cancel reply",
                            )
                        ),
                        "h",
                    )
                )
            for _ in range(self._random.randint(1, 6)):
                found.append(Piece(Role.NAVIGATION, self._pick("comments", "forms"), self._random.choice(("div", "p"))))
        elif self._chance(0.1):
            found.append(Piece(Role.NAVIGATION, "Comments are closed."))
        return found

    def _comment(self, style: int, depth: int) -> list[Piece]:
        names = self._words["names"]
        name = self._random.choice(names["handles"]) if self._chance(0.6) else self._name()
        day, clock = self._day(False), self._day(True)
        ago = f"{self._random.randint(2, 11)} {self._random.choice(('years', 'months', 'days', 'hours'))} ago"
        head = (
            [f"{name} {self._random.choice(('says', 'said', 'wrote', 'sagt', 'dit', 'schrieb', 'dice'))}:", clock],
            [name, clock],
            [f"{name} says:"],
            [f"{name} • {ago}"],
            [f"{name} {self._random.choice(('wrote on', 'schrieb am', 'said on', 'on', 'am'))} {clock}:"],
            [name],
            [f"#{self._random.randint(1, 90)} {name}", day],
            [name, ago],
        )[style]
        if style == 0 and self._chance(0.3):
            head = head[:1]
        listed = style == 2 or self._chance(0.1)
        group = self._next_group()
        role = Role.COMMENT
        found = [Piece(role, words, "li" if listed else "div", depth, group) for words in head]
        tag = self._random.choice(("p", "p", "div")) if not listed else self._random.choice(("lp", "lp", "li"))
        for _ in range(self._random.choice((1, 1, 1, 2, 3))):
            most = self._random.choice((1, 1, 2, 3, 5))
            table = [("comments", "lines")] * 9 + [("report", "paragraphs")]
            words = " ".join(self._pick(*self._random.choice(table)) for _ in range(most))
            found.append(Piece(role, words, tag, depth, group))
        if not listed and self._chance(0.6):
            found.append(Piece(role, self._pick("comments", "replies"), "div", depth, group))
        return found


def pages(seed: int, count: int) -> Sequence[list[Piece]]:
    """That many pages."""
    composer = Composer(seed)
    return [composer.page() for _ in range(count)]
