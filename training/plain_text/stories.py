"""The words of made pages: sentences of the tables with the names, days and numbers of one made story in them."""

from __future__ import annotations

import random
import tomllib
from pathlib import Path
from typing import Any, Final

_TABLES: Final = ("words.toml", "languages.toml")


class Teller:
    """Tells made stories, the same ones for the same seed: who they are of, their headlines, sentences and days."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._words: dict[str, Any] = {}
        for table in _TABLES:
            self._words |= tomllib.loads((Path(__file__).parent / table).read_text(encoding="utf-8"))
        self._manner = "en"
        self._slots: dict[str, str] = {}
        self._title = ""

    def _chance(self, share: float) -> bool:
        return self._random.random() < share

    def _pick(self, table: str, key: str) -> str:
        """A filled sentence of a list, in the page's language where it has such a list."""
        own = self._words.get(self._manner, {})
        key_there = "comments" if (table, key) == ("comments", "lines") else key
        if table in ("report", "about", "comments") and key_there in own and self._chance(0.9):
            return self._fill(self._random.choice(own[key_there]))
        return self._fill(self._random.choice(self._words[table][key]))

    def _fill(self, pattern: str) -> str:
        found = pattern.replace("{title}", self._title)
        for key, value in self._slots.items():
            found = found.replace("{" + key + "}", value)
        while "{n}" in found:
            found = found.replace("{n}", str(self._random.choice((2, 3, 5, 7, 12, 14, 23, 31, 40, 86, 120))), 1)
        for key, values in (("d", "days"), ("m", "months")):
            while "{" + key + "}" in found:
                found = found.replace("{" + key + "}", self._random.choice(self._words["names"][values]), 1)
        found = found.replace("{y}", str(self._random.randint(1979, 2024)))
        return found[:1].upper() + found[1:]

    def _name(self) -> str:
        names = self._words["names"]
        return f"{self._random.choice(names['given'])} {self._random.choice(names['family'])}"

    def _story(self) -> None:
        names = self._words["names"]
        groups, towns = self._random.sample(names["groups"], 2), self._random.choice(names["towns"])
        self._slots = {
            "p": self._name(),
            "q": self._name(),
            "a": self._name(),
            "g": groups[0],
            "h": groups[1],
            "t": towns,
            "r": self._random.choice(names["regions"]),
            "c": self._random.choice(names["countries"]),
            "o": self._random.choice(names["officials"]),
            "w": self._random.choice(names["outlets"]),
        }
        self._title = self._pick("report", "headlines")

    def _other_title(self) -> str:
        """A headline of another story."""
        kept, title = dict(self._slots), self._title
        self._story()
        found = self._title
        self._slots, self._title = {**kept}, title
        return found

    def _day(self, clock: bool | None = None) -> str:
        names = self._words["names"]
        day, month, year = (
            self._random.randint(1, 28),
            self._random.choice(names["months"]),
            self._random.randint(2009, 2024),
        )
        form = self._random.randint(0, 6)
        number = names["months"].index(month) + 1
        words = (
            f"{month} {day}, {year}",
            f"{day} {month} {year}",
            f"{year}-{number:02}-{day:02}",
            f"{day:02}.{number:02}.{year}",
            f"{number}/{day}/{year}",
            f"{self._random.choice(names['days'])}, {day} {month} {year}",
            f"{month[:3]} {day}, {year}",
        )[form]
        if clock if clock is not None else self._chance(0.4):
            hour, minute = self._random.randint(0, 23), self._random.randint(0, 59)
            words += self._random.choice(
                (
                    f" {hour}:{minute:02}",
                    f" at {hour % 12 + 1}:{minute:02} pm",
                    f", {hour:02}:{minute:02} GMT",
                    f" um {hour}:{minute:02} Uhr",
                    f" - {hour:02}:{minute:02}",
                )
            )
        return words

    def _paragraph(self) -> str:
        most = self._random.choice((1, 1, 2, 3, 4))
        return " ".join(self._pick("report", "paragraphs") for _ in range(most))
