"""Writes the pages of the documentation that are made from the package itself: `python docs/generate.py`.

`--check` writes nothing and exits with 1 when a page is not current.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typer.main import get_command

from reportedly.cli.main import app
from reportedly.exports.export import export_names, load_export
from reportedly.ontology.entries import Actor, Duration, FtmName, Ontology, Predicate, RoleSpec, StixName
from reportedly.ontology.ontology import load_ontology

FOLDER = Path(__file__).resolve().parent
_WORDS = {
    "time": "an expression of time",
    "role": "words",
    "weapon": "words",
    "operation": "words",
    "casualties": "the dead and the wounded",
    "method": "one of the methods below",
    "medium": "photo, video, audio, statement, document or post",
}
_INTRODUCTION = """# What can be claimed

Made from `src/reportedly/ontology/*.yaml` by `python docs/generate.py`. Do not edit by hand.

The examples are our own sentences about people and places that do not exist. Other schemes: PLOVER event types, ACLED
sub-event types, FollowTheMoney schemata and properties, STIX 2.1 objects (a type marked * is our own, which STIX
allows). “–” means that the scheme has no name for it.

A denial is no predicate: it is the modality `denied` of the claim that is denied."""

_COMMANDS = """# Commands

Made from the commands themselves by `python docs/generate.py`. Do not edit by hand. What each is from Python stands in
[python.md](python.md).

```sh
reportedly read saved-pages/ --base iraq.db
reportedly who 'Akram al Kaabi' --base iraq.db
reportedly where Fallujah --within 50km --from 2015 --to 2016-06 --base iraq.db
reportedly timeline 'Akram al Kaabi' --base iraq.db
```

- **The base** is one file: the one that `--base` names, else the one in the variable `REPORTEDLY_BASE`, else
  `reportedly.db` in the current folder. Only `read`, `link` and the commands that decide (`redact`,
  `review`, `merge`, `split`, `rename`) write to it, one report, list or decision at a time: whatever stops them, the
  base is whole, and the same command goes on from there. Who is who is worked out once and remembered in it by the
  first command that needs it; where the file may not be written to, each command works it out again.
- **Exit codes**: 0 when it was done, 1 when it could not be done (one line on standard error says why, and what to do),
  2 when the command was not understood, 130 when it was stopped by Ctrl-C.
- **`--json`** prints JSON on standard output, one value a line, and nothing else; whatever is meant for people goes to
  standard error. `read`, `claims`, `where`, `who` and `export jsonl` all tell a claim with the same fields.
- **Words of reports** are never trusted: what could steer a terminal is shown as `�`, in JSON as an escape, and a CSV
  cell that a spreadsheet would run begins with a `'`.
- Every command has `--help`."""


def pages() -> dict[str, str]:
    """The text of each generated page by its file name."""
    return {"ontology.md": "\n".join(_ontology(load_ontology())) + "\n", "commands.md": "\n".join(_commands()) + "\n"}


def main(arguments: list[str]) -> int:
    """Writes the pages, or with --check tells which are not current."""
    stale = [name for name, text in pages().items() if _read(FOLDER / name) != text]
    if "--check" in arguments:
        sys.stderr.writelines(f"docs/{name} is not current: run python docs/generate.py\n" for name in stale)
        return 1 if stale else 0
    for name in stale:
        (FOLDER / name).write_text(pages()[name], encoding="utf-8")
    return 0


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None


def _commands() -> Iterator[str]:
    yield _COMMANDS
    for name, command in get_command(app).commands.items():  # type: ignore[attr-defined]
        yield ""
        arguments = [p for p in command.params if p.param_type_name == "argument"]
        yield f"## `reportedly {' '.join([name, *map(_argument, arguments)])}`"
        yield ""
        yield inspect.cleandoc(command.help)
        yield ""
        yield from ("```sh", command.epilog.removeprefix("Example: "), "```")
        yield ""
        yield "| | |"
        yield "|---|---|"
        for parameter in command.params:
            yield f"| `{_call(parameter)}` | {_cell(parameter.help)} |"
        if name == "export":
            yield ""
            yield "Formats:"
            yield ""
            yield from (f"- `{export}`: {load_export(export).gloss}" for export in export_names())


def _argument(parameter: Any) -> str:
    name = parameter.metavar + ("…" if parameter.nargs == -1 else "")
    return name if parameter.required else f"[{name}]"


def _call(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return _argument(parameter)
    longest = max(parameter.opts, key=len)
    return longest if parameter.is_flag else f"{longest} {parameter.metavar}"


def _cell(words: str) -> str:
    return words.replace("|", "\\|")


def _ontology(ontology: Ontology) -> Iterator[str]:
    yield _INTRODUCTION
    for group, heading in ((Duration.LASTING, "Lasting"), (Duration.HAPPENING, "Happening")):
        yield ""
        yield f"## {heading}"
        for predicate in ontology.predicates:
            if predicate.group == group:
                yield from _predicate(predicate, ontology)
    yield from _methods(ontology)
    yield from _actors(ontology)


def _predicate(predicate: Predicate, ontology: Ontology) -> Iterator[str]:
    yield ""
    yield f"### `{predicate.name}`"
    yield ""
    yield predicate.gloss
    yield ""
    yield "| role | takes | required |"
    yield "|---|---|---|"
    for role in predicate.roles:
        yield f"| {role.name} | {_kinds(role)} | {_required(role, predicate)} |"
    yield ""
    traits = ["symmetric" if predicate.symmetric else "not symmetric"]
    traits.append("may be habitual" if predicate.habitual else "never habitual")
    yield f"{', '.join(traits).capitalize()}."
    yield ""
    yield f"> {predicate.example.text}"
    yield ""
    yield _claim(predicate)
    yield ""
    names = (_plover(predicate), _acled(predicate.acled, ontology), _ftm(predicate.ftm), _stix(predicate.stix))
    schemes = ("PLOVER", "ACLED", "FollowTheMoney", "STIX")
    yield " · ".join(f"{scheme} {name}" for scheme, name in zip(schemes, names, strict=True))


def _kinds(role: RoleSpec) -> str:
    return ", ".join(sorted(role.kinds)) if role.kinds else _WORDS[role.name]


def _required(role: RoleSpec, predicate: Predicate) -> str:
    if role.required:
        return "yes"
    return f"one of {', '.join(predicate.needs)}" if role.name in predicate.needs else ""


def _claim(predicate: Predicate) -> str:
    example = predicate.example
    parts = [f"{f.role}: {', '.join(f.words)}" + (f" ({f.kind})" if f.kind else "") for f in example.fillings]
    parts += [f"medium: {example.medium}"] if example.medium else []
    parts += [f"modality: {example.modality}"]
    parts += [f"attributed to: {', '.join(example.attributed_to)}"] if example.attributed_to else []
    return " · ".join(parts)


def _plover(predicate: Predicate) -> str:
    if predicate.plover is None:
        return "–"
    return f"{predicate.plover.type} ({predicate.plover.mode})" if predicate.plover.mode else predicate.plover.type


def _acled(sub_event: str | None, ontology: Ontology) -> str:
    return "–" if sub_event is None else f"{sub_event} ({ontology.acled_event(sub_event)})"


def _ftm(name: FtmName) -> str:
    pairs = ", ".join(f"{role} → {property_name}" for role, property_name in name.properties)
    owner = f" of the {name.entity}" if name.entity else ""
    return f"{name.schema}{owner}: {pairs}"


def _stix(name: StixName) -> str:
    if name.type is None:
        return name.object + (f" ({name.identity_class})" if name.identity_class else "")
    return f"{name.object} `{name.type}`" + ("" if name.defined else "*")


def _methods(ontology: Ontology) -> Iterator[str]:
    yield ""
    yield "## Methods of an attack"
    yield ""
    yield "A closed list, for `attacked`, `killed`, `wounded` and `clashed_with`."
    yield ""
    yield "| method | ACLED | PLOVER mode of ASSAULT |"
    yield "|---|---|---|"
    for method in ontology.methods:
        yield f"| {method.name} | {method.acled} | {method.plover or '–'} |"


def _actors(ontology: Ontology) -> Iterator[str]:
    yield ""
    yield "## Kinds"
    headings = ((True, "Who and what can take part:"), (False, "What can only be acted upon, used or counted:"))
    for actors, words in headings:
        yield ""
        yield words
        yield ""
        yield "| kind | what it is | for example | FollowTheMoney | STIX | ACLED actor |"
        yield "|---|---|---|---|---|---|"
        yield from (_actor(a) for a in ontology.actors if a.actor is actors)


def _actor(actor: Actor) -> str:
    examples, names = ", ".join(actor.examples), (actor.ftm or "–", _stix(actor.stix), actor.acled or "–")
    return f"| {' | '.join((actor.kind, actor.gloss, examples, *names))} |"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
