"""The country that a publisher sits in, as far as its address tells."""

from __future__ import annotations

from urllib.parse import urlsplit

from reportedly.resources.gazetteer import Gazetteer
from reportedly.resources.lexicon import words


def home_of(url: str | None, gazetteer: Gazetteer) -> str:
    """The country's ISO 3166-1 code ("CA" of www.ruda-post.ca); empty where the address ends in none."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return ""
    ending = host.rpartition(".")[2].lower()
    if len(ending) != 2 or ending in words("toponyms", "no_home"):
        return ""
    code = "GB" if ending == "uk" else ending.upper()
    return code if gazetteer.with_code(code) is not None else ""
