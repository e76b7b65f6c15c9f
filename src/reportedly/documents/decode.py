"""Bytes to characters, once: byte order mark, capture label, the page's own label, then what the bytes look like."""

from __future__ import annotations

import codecs
import re

import msgspec
from resiliparse.parse.encoding import detect_encoding

from reportedly.errors import DocumentError

_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.I)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: Browsers read these labels as their supersets (WHATWG Encoding Standard).
_SUPERSETS = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}
_SNIFFED = 200_000
#: More characters that no encoding gives than this share, and the page is no text.
_MOST_UNREADABLE = 0.1
_FEW_ACCENTS = 8
_WIDE_SAMPLE = 400
_UNREADABLE = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")


class Decoded(msgspec.Struct, frozen=True, kw_only=True):
    """The characters of a page. charset: the codec used. wrong_label: a label that the bytes belie, if any.

    replaced: how many bytes or characters were unreadable and stand as U+FFFD.
    """

    text: str
    charset: str
    wrong_label: str | None = None
    replaced: int = 0


def decode(content: bytes, label: str | None = None) -> Decoded:
    """The characters of a page's bytes. label: the charset that came with the capture.

    A label counts only where the bytes bear it out. Raises DocumentError where the bytes are no text in any encoding.
    """
    for bom, charset in _BOMS:
        if content.startswith(bom):
            return _finished(content[len(bom) :].decode(charset, "replace"), charset, None)
    wrong = None
    meta = _XML.search(content[:_SNIFFED]) or _META.search(content[:_SNIFFED])
    for given in (label, meta.group(1).decode("ascii") if meta else None):
        named = _codec(given)
        # A page whose own label can be read as ASCII is not UTF-16.
        if named is None or (named.startswith("utf-16") and meta):
            continue
        text = _strict(content, named)
        if text is not None and (named == "utf-8" or not _is_utf_8(content)):
            return _finished(text, named, wrong)
        wrong = wrong or given
    wide = _wide(content)
    if wide is not None:
        return _finished(content.decode(wide, "replace"), wide, wrong)
    text = _strict(content, "utf-8")
    if text is not None:
        return _finished(text, "utf-8", wrong)
    likely = _likely(content[:_SNIFFED])
    # A few bad bytes in a page that is UTF-8 otherwise are damage, not another encoding.
    damaged = content.decode("utf-8", "replace")
    if damaged.count("\ufffd") * 50 < sum(1 for c in damaged[:_SNIFFED] if c > "\x7f"):
        return _finished(damaged, "utf-8", wrong)
    return _finished(content.decode(likely, "replace"), likely, wrong)


def _finished(text: str, charset: str, wrong: str | None) -> Decoded:
    unreadable = len(_UNREADABLE.findall(text))
    if text and unreadable > _MOST_UNREADABLE * len(text):
        raise DocumentError(
            "the page is not text: its bytes are no characters in any known encoding; save it as HTML or text"
        )
    return Decoded(text=_UNREADABLE.sub("\ufffd", text), charset=charset, wrong_label=wrong, replaced=unreadable)


def _codec(label: str | None) -> str | None:
    """The name of the codec that browsers use for a label; None for one that is unknown or encodes no text."""
    if not label:
        return None
    try:
        name = codecs.lookup(label.strip()).name
        "".encode(name)
    except (LookupError, ValueError):
        return None
    return _SUPERSETS.get(name, name)


def _likely(sample: bytes) -> str:
    """What the bytes look like. A few accented letters tell nothing; such pages are mostly Western."""
    if sum(1 for byte in sample if byte > 0x7F) < _FEW_ACCENTS:
        return "cp1252"
    return _codec(detect_encoding(sample)) or "cp1252"


def _wide(content: bytes) -> str | None:
    """The kind of UTF-16 that the bytes must be, without any mark: in markup every other one is zero."""
    sample = content[:_WIDE_SAMPLE]
    zeros = (sample[0::2].count(0), sample[1::2].count(0))
    most = len(sample) // 4
    if max(zeros) <= most or min(zeros) > most // 10:
        return None
    return "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"


def _strict(content: bytes, charset: str) -> str | None:
    try:
        return content.decode(charset)
    except (UnicodeError, LookupError):
        # cp1252 leaves five bytes undefined; a stray one must not make a Western page "undetectable"
        if charset in {"cp1252", "cp1254"}:
            text = content.decode(charset, "replace")
            return text if text.count("\ufffd") * 1000 <= len(text) else None
        return None


def _is_utf_8(content: bytes) -> bool:
    """Whether bytes above ASCII all form UTF-8, which text in another encoding practically never does."""
    return not content.isascii() and _strict(content, "utf-8") is not None
