"""The program `gainsay`: its commands, and what happens when something goes wrong."""

from __future__ import annotations

import gc
import os
import sys
from typing import Annotated, Any

import typer

from gainsay.cli import (
    accounts,
    asking,
    assisting,
    judging,
    keeping,
    matters,
    reading,
    reviewing,
    sharing,
    taking,
    unfolding,
)
from gainsay.cli.printing import one_line, shortened
from gainsay.errors import GainsayError, NewerEditionError, NotAnEditionError, SourcesError, UsageError
from gainsay.version import __version__

app = typer.Typer(
    name="gainsay",
    help="Reads documents that contradict each other and shows who says what, on whose word, and who says otherwise.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(reading.read)
app.command()(matters.matters)
app.command()(unfolding.matter)
app.command()(unfolding.quotations)
app.command()(unfolding.designations)
app.command()(asking.ask)
app.command()(asking.who)
app.command()(asking.search)
app.command()(judging.judge)
app.command()(judging.calibrate)
app.command()(keeping.sources)
app.command()(keeping.verify)
app.command()(keeping.repair)
app.command()(keeping.copy)
app.add_typer(reviewing.review, name="review")
app.command()(reviewing.log)
app.command()(sharing.room)
app.add_typer(accounts.accounts, name="accounts")
app.command()(sharing.export)
app.command()(sharing.publish)
app.command("import")(taking.import_)
app.command()(assisting.mcp)

WRONG_USAGE = (UsageError, SourcesError, NotAnEditionError, NewerEditionError)
# typer stands on click, or, since 0.16, on a copy of its own; in both this is the base of all errors of usage.
CommandLineError: Any = next(c for c in typer.BadParameter.__mro__ if c.__name__ == "ClickException")
INTERRUPTED = 130  # what shells expect of a program that Ctrl-C ended


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"gainsay {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", is_eager=True, callback=_print_version)
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the whole traceback of an error.")] = False,
) -> None:
    """Reads documents that contradict each other and shows who says what, on whose word, and who says otherwise."""


def main() -> None:
    """Run the program on the arguments of this process and exit with its code."""
    # Importing makes a hundred thousand objects that all stay: collecting after every 700, as Python does, is in vain.
    gc.set_threshold(50_000, 20, 20)
    code = run(sys.argv[1:])
    gc.freeze()  # all of it goes with the process: nobody need look through it for rubbish first
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """Run a command; returns the exit code. `--debug` may stand anywhere and lets errors through as they are."""
    debug = "--debug" in arguments
    if debug:
        return _command(["--debug", *(a for a in arguments if a != "--debug")])
    try:
        return _command(arguments)
    except CommandLineError as error:
        error.show()
        return 2
    except GainsayError as error:
        print(f"gainsay: {error}", file=sys.stderr)
        return 2 if isinstance(error, WRONG_USAGE) else 1
    except (KeyboardInterrupt, typer.Abort):
        return _interrupted()
    except SystemExit:
        return 0  # only so does click end by itself outside standalone mode: when the reader of our output has gone
    except BrokenPipeError:
        # The reader of our output has gone (`gainsay matters | head`); Python would complain once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        what = shortened(one_line(f"{type(error).__name__}: {error}"), 200)
        print(
            f"gainsay: a fault in Gainsay itself ({what}). Please report it with what --debug shows.", file=sys.stderr
        )
        return 1


def _command(arguments: list[str]) -> int:
    # Outside standalone mode an exit code comes back as the result.
    result = typer.main.get_command(app).main(args=arguments, prog_name="gainsay", standalone_mode=False)
    sys.stdout.flush()  # here, where a reader that has gone is noticed, and not at exit
    if result == INTERRUPTED:  # typer has caught Ctrl-C itself
        return _interrupted()
    return result if isinstance(result, int) else 0


def _interrupted() -> int:
    print("gainsay: interrupted. What was done is kept; the same command goes on from there.", file=sys.stderr)
    return INTERRUPTED
