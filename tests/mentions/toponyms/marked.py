"""Senses of names that a text marks with square brackets."""

from __future__ import annotations

import re

from reportedly.mentions.toponyms.resolve import Sense, resolve
from reportedly.resources.gazetteer import load_gazetteer


def senses(marked: str) -> dict[str, Sense]:
    """What each marked name means, by its words; the brackets are no part of the text."""
    text, spans = "", []
    for part in re.split(r"(\[[^]]+\])", marked):
        if part.startswith("["):
            spans.append((len(text), len(text) + len(part) - 2))
            part = part[1:-1]
        text += part
    return {text[s:e]: sense for (s, e), sense in resolve(text, spans, load_gazetteer()).items()}
