"""Markdown: blocks by their marks, the words of images as captions, and what readers wrote told apart."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.documents.markdown import zone_markdown
from reportedly.records.document import Role

PAGE = """---
title: Rebel commander seen in Port Mirin
source: https://mirin-gazette.example/karsh
---

# Rebel commander seen in Port Mirin

![Daud Karsh (right) at the harbour of Port Mirin](karsh.jpg)

*Daud Karsh with two officers. Photo: Mirin Gazette*

Daud Karsh, who leads the [Harbour Brigade](https://example.org/brigade), was seen in Port Mirin on Sunday,
three dock workers told this paper. He came with two officers and left **before dark**.

> “We saw him on the pier. He shook hands with everybody.”

What came next
--------------

The parties agreed on two points:

* the release of all prisoners
* an end to the shelling of Sorin
  and of the villages around it

| Place | Dead |
|-------|------|
| Sorin | 14   |

```
not a report
```

## 2 comments

**Old Mariner says:**

I live two streets from the harbour, and Karsh was there with forty men on Saturday already.
"""


def _found(text: str) -> list[tuple[Role, str]]:
    return [(b.role, " ".join(text[b.start : b.end].split())) for b in zone_markdown(text)]


def test_blocks_of_a_clipped_page() -> None:
    """Each mark gives its role; words stay verbatim, marks included; comments below are no evidence."""
    found = _found(PAGE)
    roles = [role for role, _ in found]
    assert roles[:6] == [Role.OTHER, Role.HEADLINE, Role.CAPTION, Role.CAPTION, Role.PARAGRAPH, Role.QUOTE]
    assert found[4][1].startswith("Daud Karsh, who leads the [Harbour Brigade](https://example.org/brigade), was seen")
    assert found[4][1].endswith("left **before dark**.")
    assert roles[6:12] == [Role.HEADLINE, Role.PARAGRAPH, Role.LIST, Role.LIST, Role.TABLE, Role.OTHER]
    assert found[9][1] == "* an end to the shelling of Sorin and of the villages around it"
    assert roles[12:] == [Role.COMMENT] * 3


@pytest.mark.parametrize(
    ("text", "level"),
    [("# One\n\nWords.", 1), ("### Three\n\nWords.", 3), ("One\n===\n\nWords.", 1), ("Two\n---\n\nWords.", 2)],
)
def test_levels_of_headings(text: str, level: int) -> None:
    """Both ways of writing a heading tell its level."""
    block = zone_markdown(text)[0]
    assert (block.role, block.level) == (Role.HEADLINE, level)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("", []),
        ("\n\n", []),
        ("![](a.png)", [Role.OTHER]),
        ("![A convoy in Sorin](a.png)", [Role.CAPTION]),
        ("[![A convoy in Sorin](a.png)](https://example.org)", [Role.CAPTION]),
        ("*The town fell at dawn, and nobody was told.*", [Role.PARAGRAPH]),
        ("***", [Role.OTHER]),
        ("#no heading, but the sign that opens a word of the net", [Role.PARAGRAPH]),
        ("```\nnever closed", [Role.OTHER]),
        ("<div>\n\nThe town fell at dawn on Sunday.", [Role.OTHER, Role.PARAGRAPH]),
    ],
)
def test_single_blocks(text: str, roles: list[Role]) -> None:
    """Images with and without words, emphasis without an image, rules, tags and what only looks like a mark."""
    assert [role for role, _ in _found(text)] == roles


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.text(max_size=40), st.sampled_from([*PAGE.split("\n"), "```", "~~~", "---", "===", "> x", "- ", "|"])
        ),
        max_size=30,
    )
)
def test_blocks_hold_all_but_white_space(parts: list[str]) -> None:
    """Whatever the text, blocks are in order, hold all of it, and say why."""
    text = "\n".join(parts)
    position = 0
    for block in zone_markdown(text):
        assert block.start >= position
        assert text[position : block.start].strip() == ""
        assert block.end > block.start
        assert block.why.endswith(".")
        position = block.end
    assert text[position:].strip() == ""
