"""Captions in all their markups are kept and marked; what only stands where captions stand is not."""

from __future__ import annotations

import pytest
from tests.documents.reading import build, report

from reportedly.records.document import Role

WORDS = "Selim Hatun (left) and Petr Halim on the bridge of Ostren on Sunday"

MARKUPS = [
    f"<figure><img src=a.jpg><figcaption>{WORDS}</figcaption></figure>",
    f"<figure><img src=a.jpg><figcaption><p>{WORDS}</p></figcaption></figure>",
    f"<div class='wp-caption alignleft'><img src=a.jpg><p class=wp-caption-text>{WORDS}</p></div>",
    f"<dl class=wp-caption><dt><img src=a.jpg></dt><dd class='wp-caption-dd'>{WORDS}</dd></dl>",
    f"<p class=caption>{WORDS}</p>",
    f"<div><img src=a.jpg><span class='photo-caption'>{WORDS}</span></div>",
    f"<div class=imageCaption>{WORDS}</div>",
    f"<img src=a.jpg><div itemprop=caption>{WORDS}</div>",
    f"<p><img src=a.jpg></p><p><em>{WORDS}</em></p>",
    f"<p><img src=a.jpg><br><i>{WORDS}</i></p>",
    f"<img src=a.jpg><p><small>{WORDS}</small></p>",
    f"<table><tr><td><img src=a.jpg></td></tr><tr><td class=tr-caption>{WORDS}</td></tr></table>",
    f"<div class=bild><img src=a.jpg><p class=bildunterschrift>{WORDS}</p></div>",
]


@pytest.mark.parametrize("markup", MARKUPS)
def test_a_caption_is_kept_and_marked(markup: str) -> None:
    """Whatever element or class holds it, a caption is evidence of its own role."""
    assert build(report(markup)).role(WORDS) is Role.CAPTION


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Photo: Karvia Press", Role.OTHER),
        ("Getty Images", Role.OTHER),
        ("© Tarvo Courier", Role.OTHER),
        ("Subscribe to the Courier for more pictures like these", Role.NAVIGATION),
        ("Media playback is unsupported on your device", Role.NAVIGATION),
    ],
)
def test_what_describes_no_picture_is_no_evidence(words: str, role: Role) -> None:
    """Bare credits and promotions in the place of a caption are labelled as what they are."""
    assert build(report(f"<figure><img src=a.jpg><figcaption>{words}</figcaption></figure>")).role(words) is role


def test_captions_of_other_reports_are_navigation() -> None:
    """A picture in a box of related reports does not lend its caption to this one."""
    box = f"<div class=related-posts><figure><img src=a.jpg><figcaption>{WORDS}</figcaption></figure></div>"
    assert build(report(box)).role(WORDS) is Role.NAVIGATION
