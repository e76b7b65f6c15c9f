"""The command `reportedly`: its commands by name, and the one place where an error becomes a line and an exit code."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper

import typer

from reportedly.cli import (
    claims,
    documents,
    export,
    gazetteer,
    link,
    merge,
    ontology,
    problems,
    read,
    redact,
    resolve,
    review,
    show,
    timeline,
    version,
    where,
    who,
)
from reportedly.cli.terminal import say
from reportedly.errors import ReportedlyError

app = typer.Typer(
    name="reportedly",
    help="Who was reportedly where, with whom, and who says so: sourced claims from conflict reporting.",
    epilog="Begin with: reportedly read PATH, then: reportedly who NAME",
    no_args_is_help=True,
    rich_markup_mode=None,  # plain help: it wraps paragraphs, and reads well in a pipe too
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("read", epilog=read.EXAMPLE)(read.read)
app.command("claims", epilog=claims.EXAMPLE)(claims.claims)
app.command("who", epilog=who.EXAMPLE)(who.who)
app.command("where", epilog=where.EXAMPLE)(where.where)
app.command("timeline", epilog=timeline.EXAMPLE)(timeline.timeline)
app.command("show", epilog=show.EXAMPLE)(show.show)
app.command("documents", epilog=documents.EXAMPLE)(documents.documents)
app.command("problems", epilog=problems.EXAMPLE)(problems.problems)
app.command("export", epilog=export.EXAMPLE)(export.export)
app.command("resolve", epilog=resolve.EXAMPLE)(resolve.resolve)
app.command("review", epilog=review.EXAMPLE)(review.review)
app.command("merge", epilog=merge.MERGE)(merge.merge)
app.command("split", epilog=merge.SPLIT)(merge.split)
app.command("rename", epilog=merge.RENAME)(merge.rename)
app.command("link", epilog=link.EXAMPLE)(link.link)
app.command("redact", epilog=redact.EXAMPLE)(redact.redact)
app.command("gazetteer", epilog=gazetteer.EXAMPLE)(gazetteer.gazetteer)
app.command("ontology", epilog=ontology.EXAMPLE)(ontology.ontology)
app.command("version", epilog=version.EXAMPLE)(version.version)


def run() -> None:
    """Runs one command. An error of ours is one line on standard error and exit code 1."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that cannot show a letter shows a ? for it
    try:
        app()
        sys.stdout.flush()
    except ReportedlyError as error:
        say(f"reportedly: {error}")
        sys.exit(1)
    except BrokenPipeError:
        # Whoever read our output has seen enough; keep Python from complaining when it closes the pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except OSError as error:
        say(f"reportedly: the output cannot be written: {error.strerror or error}.")
        sys.exit(1)
