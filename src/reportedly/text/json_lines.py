"""JSON that is safe to print: what could steer a terminal is written as an escape, which any JSON reader undoes."""

from __future__ import annotations

import re
from typing import Any

import msgspec

_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def dumps(value: Any) -> str:
    """One line of JSON for anything that msgspec can encode, without control and bidirectional-override characters."""
    # JSON already escapes U+0000 to U+001F; the rest can only stand inside strings, where an escape means the same
    return _UNSAFE.sub(lambda m: f"\\u{ord(m.group()):04x}", msgspec.json.encode(value).decode())
