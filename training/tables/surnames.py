"""Writes `lexicon/surnames.toml`: the commonest surnames, as evidence that a name is a person's.

Origin: United States census of 1990 (public domain) through the package names 0.3.0.
Run: python -m training.tables.surnames
"""

from __future__ import annotations

from pathlib import Path

import names  # type: ignore[import-not-found]

_TARGET = Path(__file__).parents[2] / "src" / "reportedly" / "resources" / "data" / "lexicon" / "surnames.toml"
_SHARE = 66.0  # per cent of the people counted
_WIDTH = 140


def surnames() -> list[str]:
    """Lower-case surnames that together name the share of the people, ascending."""
    rows = (line.split() for line in Path(names.FILES["last"]).read_text(encoding="ascii").splitlines())
    return sorted(row[0].lower() for row in rows if float(row[2]) <= _SHARE)


def lines(words: list[str]) -> list[str]:
    """Words filled into lines."""
    found = [""]
    for word in words:
        if len(found[-1]) + len(word) + 1 > _WIDTH:
            found.append("")
        found[-1] = f"{found[-1]} {word}".strip()
    return found


if __name__ == "__main__":
    head = "# The commonest surnames of the United States census of 1990 (public domain; 66 % of those counted)."
    _TARGET.write_text("\n".join([head, 'surnames = """', *lines(surnames()), '"""']) + "\n", encoding="utf-8")
