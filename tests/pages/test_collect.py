"""From paths to pages: folders, standard input, and everything that is no page."""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from reportedly.pages import files
from reportedly.pages.collect import collect
from reportedly.records.page import MediaType, Page
from reportedly.records.reading import Problem

HTML = b"<html><body><p>A convoy left Sorin.</p></body></html>"


def _read(*paths: Path | str) -> tuple[list[Page], list[Problem]]:
    found = list(collect(paths))
    return [f for f in found if isinstance(f, Page)], [f for f in found if isinstance(f, Problem)]


def _reasons(*paths: Path | str) -> list[str]:
    pages, problems = _read(*paths)
    assert pages == []
    assert all(p.stage == "pages" and p.location and p.message.endswith(".") for p in problems)
    return [p.reason for p in problems]


def _write(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def test_a_file_is_a_page_of_its_bytes(tmp_path: Path) -> None:
    """Bytes, hash, location and type of what is read."""
    path = _write(tmp_path / "a.html", HTML)
    (page,), problems = _read(path)
    assert problems == []
    assert page.content == HTML
    assert page.sha256 == hashlib.sha256(HTML).hexdigest()
    assert (page.location, page.media_type) == (str(path), MediaType.HTML)


def test_a_folder_is_read_in_order_of_names(tmp_path: Path) -> None:
    """Folders inside too; hidden files and the folder that a browser saves beside a page are left out."""
    for name in (
        "b.txt",
        "a/z.md",
        "a/b.html",
        ".hidden.txt",
        ".git/x.txt",
        "page_files/frame.html",
        "x_files/kept.txt",
    ):
        _write(tmp_path / name, b"Words of " + name.encode())
    _write(tmp_path / "page.html", HTML)
    pages, problems = _read(tmp_path)
    names = [str(Path(p.location).relative_to(tmp_path)) for p in pages]
    assert names == ["a/b.html", "a/z.md", "b.txt", "page.html", "x_files/kept.txt"]
    assert problems == []


def test_what_is_no_report_is_counted_not_dropped(tmp_path: Path) -> None:
    """Style sheets and pictures in a folder are one problem a folder; given by name, a file is looked at."""
    for name in ("a.css", "b.css", "c.png"):
        _write(tmp_path / name, b"p { color: red }")
    _, (problem,) = _read(tmp_path)
    assert (problem.reason, problem.location) == ("passed-over", str(tmp_path))
    assert "2 .css, 1 .png" in problem.message
    assert len(_read(tmp_path / "a.css")[0]) == 1


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hyphen is standard input, told apart by its content."""
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(HTML)))
    (page,), _ = _read("-")
    assert (page.location, page.media_type, page.content) == ("-", MediaType.HTML, HTML)


def test_closed_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without standard input there is a problem, no crash."""
    monkeypatch.setattr(sys, "stdin", None)
    assert _reasons("-") == ["unreadable"]


def test_the_same_bytes_are_read_once(tmp_path: Path) -> None:
    """A copy beside the first, and the first given again, are no problems."""
    first, _ = _write(tmp_path / "a.txt", b"One town."), _write(tmp_path / "b.txt", b"One town.")
    pages, problems = _read(tmp_path, first)
    assert [p.location for p in pages] == [str(first)]
    assert problems == []


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("a.html", b"Only words, whatever the name says.", MediaType.PLAIN),
        ("a.txt", HTML, MediaType.HTML),
        ("a.md", HTML, MediaType.HTML),
        ("a.md", b"# Words", MediaType.MARKDOWN),
        ("a", "Слова".encode("utf-16"), MediaType.PLAIN),
        ("a", "Words in wide letters".encode("utf-16-le"), MediaType.PLAIN),
        ("a.txt", b"MZUNGU was the word.", MediaType.PLAIN),
        ("a.txt", b"Words with one \x00 byte among many others, as a broken tool leaves it.", MediaType.PLAIN),
        ("a.txt", b"\x1b[31mred\x1b[0m words of a hostile report", MediaType.PLAIN),
        ("a.html.gz", gzip.compress(HTML) + gzip.compress(b"<p>More."), MediaType.HTML),
    ],
)
def test_content_decides_what_it_is(tmp_path: Path, name: str, content: bytes, media_type: MediaType) -> None:
    """The bytes count more than the name; gzip around a page is taken off."""
    (page,), problems = _read(_write(tmp_path / name, content))
    assert (page.media_type, problems) == (media_type, [])


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty-file"),
        (b" \n\t\r\n", "empty-file"),
        (b"\xef\xbb\xbf", "empty-file"),
        (b"%PDF-1.7 ...", "not-text"),
        (b"\x89PNG\r\n\x1a\n", "not-text"),
        (b"PK\x03\x04 docx", "not-text"),
        (b"SQLite format 3\x00", "not-text"),
        (b"WARC/1.0\r\n", "not-text"),
        (bytes(range(256)) * 20, "not-text"),
        (b"\x00" * 5_000 + b"x", "not-text"),
        (b"\x1f\x8b\x08broken", "damaged"),
        (gzip.compress(HTML)[:-12], "damaged"),
        (gzip.compress(b""), "empty-file"),
        (gzip.compress(b"%PDF-1.4"), "not-text"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(tmp_path: Path, content: bytes, reason: str) -> None:
    """Empty, binary and damaged files are problems, each with its reason."""
    assert _reasons(_write(tmp_path / "a.html", content)) == [reason]


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    """A page of 200 MB (here without a byte on the disk) is a problem, and never in memory."""
    path = tmp_path / "huge.html"
    with path.open("wb") as stream:
        stream.truncate(200 * 1024**2)
    assert _reasons(path) == ["too-large"]


def test_gzip_may_not_grow_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What unpacks to more than a page is refused while it unpacks."""
    monkeypatch.setattr("reportedly.pages.unpack.MOST_BYTES", 1_000)
    assert _reasons(_write(tmp_path / "a.gz", gzip.compress(b"a" * 5_000))) == ["too-large"]


def test_paths_that_lead_nowhere(tmp_path: Path) -> None:
    """Missing files, dangling links, addresses and impossible names."""
    (tmp_path / "dangling").symlink_to(tmp_path / "gone")
    paths = (tmp_path / "gone", tmp_path / "dangling", "https://post.example/a", "a\x00b", tmp_path / ("a" * 300))
    assert _reasons(*paths) == ["missing", "missing", "not-a-file", "missing", "unreadable"]


def test_links_that_lead_in_a_circle(tmp_path: Path) -> None:
    """A folder linked into itself and a link to itself are told, and the rest is read."""
    _write(tmp_path / "in" / "a.txt", b"Words.")
    (tmp_path / "in" / "loop").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    pages, problems = _read(tmp_path)
    assert len(pages) == 1
    assert sorted((p.reason, Path(p.location).name) for p in problems) == [
        ("symlink-loop", "loop"),
        ("symlink-loop", "self"),
    ]


def test_pipes_sockets_and_devices_never_block(tmp_path: Path) -> None:
    """A folder with a FIFO and a socket is read to its end."""
    os.mkfifo(tmp_path / "a-pipe")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(os.path.relpath(tmp_path / "b-socket"))
        _write(tmp_path / "c.txt", b"Words.")
        pages, problems = _read(tmp_path, "/dev/null")
    assert len(pages) == 1
    assert [p.reason for p in problems] == ["not-a-file"] * 3
    assert "named pipe" in problems[0].message


@pytest.mark.parametrize("failing", ["os.open", "os.scandir"])
def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str) -> None:
    """A file or folder that may not be read is told with what to do (root may read all, so the refusal is made)."""
    _write(tmp_path / "a.txt", b"Words.")

    def refuse(*arguments: object, **_: object) -> Iterator[None]:
        raise PermissionError(13, "Permission denied", str(arguments[0]))

    monkeypatch.setattr(failing, refuse)
    _, (problem,) = _read(tmp_path)
    assert problem.reason == "unreadable"
    assert "chmod" in problem.message


def test_folders_without_bottom(tmp_path: Path) -> None:
    """Folders in folders are entered to a depth, and then told."""
    deep = tmp_path.joinpath(*["d"] * 130)
    _write(deep / "a.txt", b"Words.")
    assert _reasons(tmp_path) == ["too-deep"]


def test_a_file_that_changes_into_a_pipe(tmp_path: Path) -> None:
    """Reading what has become a pipe since it was found does not wait for a writer."""
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(files.PageError) as caught:
        files.read_file(str(tmp_path / "pipe"))
    assert caught.value.reason == "not-a-file"
