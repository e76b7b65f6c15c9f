"""What bytes are, told by the bytes: text, HTML, or a binary format that is named with what to do about it."""

from __future__ import annotations

import re
from typing import Final

#: How much of a file is looked at.
HEAD: Final = 65_536
#: How far into a page its first tag is looked for, past comments and declarations.
_OPENING: Final = 4_096

_SAVE_AS_TEXT: Final = "Convert it to text or save the page as HTML, and read that."
#: (first bytes, what it is, what to do)
_SIGNATURES: Final = (
    (b"%PDF-", "a PDF", "Convert it to text (pdftotext, say) and read that."),
    (b"PK\x03\x04", "a ZIP archive or an office document", "Unpack it, or save the document as text or HTML."),
    (b"PK\x05\x06", "an empty ZIP archive", "Unpack it and read what was in it."),
    (b"\x89PNG", "an image (PNG)", "Only text is read; type the caption or the words into a text file."),
    (b"\xff\xd8\xff", "an image (JPEG)", "Only text is read; type the caption or the words into a text file."),
    (b"GIF8", "an image (GIF)", "Only text is read; type the caption or the words into a text file."),
    (b"RIFF", "an image, sound or film (RIFF)", "Only text is read."),
    (b"II*\x00", "an image (TIFF)", "Only text is read."),
    (b"MM\x00*", "an image (TIFF)", "Only text is read."),
    (b"ID3", "a sound (MP3)", "Only text is read; transcribe it first."),
    (b"OggS", "a sound or film (Ogg)", "Only text is read; transcribe it first."),
    (b"\x1aE\xdf\xa3", "a film (Matroska, WebM)", "Only text is read; transcribe it first."),
    (b"bplist00", "a Safari web archive or property list", "Save the page as HTML instead (“Page Source”)."),
    (b"\xd0\xcf\x11\xe0", "an old office document", _SAVE_AS_TEXT),
    (b"{\\rtf", "a rich text document (RTF)", _SAVE_AS_TEXT),
    (b"SQLite format 3\x00", "an SQLite file", "If it is a knowledge base, give it with --base."),
    (b"7z\xbc\xaf'\x1c", "a 7-Zip archive", "Unpack it and read what is in it."),
    (b"Rar!", "a RAR archive", "Unpack it and read what is in it."),
    (b"BZh", "a bzip2 archive", "Unpack it and read what is in it."),
    (b"\xfd7zXZ\x00", "an xz archive", "Unpack it and read what is in it."),
    (b"(\xb5/\xfd", "a Zstandard archive", "Unpack it and read what is in it."),
    (b"\x7fELF", "a program", "Only text is read."),
    (b"MZ", "a program", "Only text is read."),
    (b"WARC/", "a web archive (WARC)", "Web archives are not read yet; save its pages as HTML."),
)
_BYTE_ORDER_MARKS: Final = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
#: Control bytes that no text holds; tab, line ends, form feed, backspace and escape may stand in old dumps.
_CONTROL: Final = bytes(b for b in range(32) if b not in b"\t\n\r\f\b\x1b\x00")
_MOST_CONTROL: Final = 0.02
#: A text that a broken tool wrote may hold some NUL bytes; a binary file holds many.
_MOST_NUL: Final = 0.05
#: In UTF-16 without a mark every other byte of Latin text is NUL.
_LEAST_WIDE: Final = 0.6

_LEADING = re.compile(rb"(?:\s|<!--.*?-->|<\?xml.*?\?>)*", re.DOTALL)
_FIRST_TAG = re.compile(rb"<(?:!doctype\s+html|html|head|body|title|meta|link)\b", re.IGNORECASE)
_TAG = re.compile(
    rb"</?(?:p|div|span|a|h[1-6]|li|ul|ol|br|article|section|table|tr|td|script|style|img)\b[^<>]*>", re.I
)
_LEAST_TAGS: Final = 6


def why_not_text(content: bytes) -> str | None:
    """Why bytes are no text, in two sentences (what they are, what to do), or None when they are."""
    for signature, what, advice in _SIGNATURES:
        if content.startswith(signature) and not (signature == b"MZ" and b"\x00" not in content[:64]):
            return f"It is {what}, not text. {advice}"
    if content[4:8] == b"ftyp":
        return "It is a film or an image (MP4, HEIC), not text. Only text is read."
    head = content[:HEAD]
    if head.startswith(_BYTE_ORDER_MARKS) or _is_wide(head):
        return None
    control = sum(head.count(byte) for byte in _CONTROL)
    if control > _MOST_CONTROL * len(head) or head.count(0) > _MOST_NUL * len(head):
        return "It is a binary file, not text. Convert it to text or HTML and read that."
    return None


def is_html(content: bytes) -> bool:
    """Whether bytes are HTML: an opening tag of a page after comments and declarations, or tags all over."""
    head = _narrow(content[:HEAD])
    start = _LEADING.match(head)
    if _FIRST_TAG.match(head, start.end() if start else 0):
        return True
    if _FIRST_TAG.search(head, 0, _OPENING) and b"<" in head[:64].lstrip()[:1]:
        return True
    tags = len(_TAG.findall(head))
    # Prose that speaks of tags holds a few; a piece of a page opens with one or holds one every few lines.
    return tags >= _LEAST_TAGS and (head.lstrip().startswith(b"<") or tags * 120 >= len(head))


def is_blank(content: bytes) -> bool:
    """Whether bytes hold nothing but white space (or a byte-order mark)."""
    for mark in _BYTE_ORDER_MARKS:
        content = content.removeprefix(mark)
    return not content[:HEAD].strip(b" \t\r\n\f\v\x00") and not content.strip(b" \t\r\n\f\v\x00")


def _is_wide(head: bytes) -> bool:
    halves = head[0::2], head[1::2]
    shares = sorted(half.count(0) / max(1, len(half)) for half in halves)
    return shares[1] >= _LEAST_WIDE and shares[0] < 0.1


def _narrow(head: bytes) -> bytes:
    """The head with byte-order mark and the NUL bytes of UTF-16 dropped: enough to look for ASCII tags."""
    if head.startswith(_BYTE_ORDER_MARKS[1:]) or _is_wide(head):
        head = head.replace(b"\x00", b"")
    for mark in _BYTE_ORDER_MARKS:
        head = head.removeprefix(mark)
    return head
