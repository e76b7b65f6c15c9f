"""Given mentions of two documents get one cluster where they are one person's."""

from __future__ import annotations

from typing import Any

from benchmarks.tasks.crossdoc import predict


def _line(name: str, text: str, *mentions: tuple[str, str]) -> dict[str, Any]:
    spans = [
        {"start": text.index(words), "end": text.index(words) + len(words), "kind": kind} for words, kind in mentions
    ]
    return {"id": name, "topic": "t1", "text": text, "mentions": spans}


def test_names_of_two_reports_meet_and_events_go_by_their_word() -> None:
    """One name is one cluster, another name is another; the same happening has the same word."""
    first = "Danu Orev, the leader of the Ash Brigade, visited Maresh on Friday. Orev spoke to reporters."
    second = "Officials said that Danu Orev visited Tarvo with Mira Kolt."
    lines = [
        _line("d1", first, ("Danu Orev", "PER"), ("visited", "event")),
        _line("d2", second, ("Danu Orev", "PER"), ("Mira Kolt", "PER"), ("visited", "event")),
    ]
    one, other = predict(lines)
    clusters = [m["cluster"] for m in (*one["mentions"], *other["mentions"])]
    assert clusters[0] == clusters[2] != clusters[3]
    assert clusters[1] == clusters[4]
    assert [m["start"] for m in one["mentions"]] == [m["start"] for m in lines[0]["mentions"]]
