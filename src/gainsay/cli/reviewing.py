"""Overruling a reading: `gainsay review …` and `gainsay log`."""

from __future__ import annotations

import getpass
import json as encoding
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from gainsay.cli.finding import EditionOption, JsonOption, opened
from gainsay.cli.printing import one_line, print_json, print_table, shortened
from gainsay.errors import UsageError

if TYPE_CHECKING:
    from gainsay.edition.edition import Edition
    from gainsay.edition.review.decision import Reviewed

ByOption = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who decides. [default: your user name]")]
ReasonOption = Annotated[str, typer.Option("--reason", "-r", metavar="WORDS", help="Why; needed to reject.")]
LaterOption = Annotated[bool, typer.Option("--later", help="Only write it down: `gainsay review settle` follows.")]
SPANS = ("content", "speaker", "cue", "span")
FileArgument = Annotated[Path, typer.Argument(metavar="FILE", help="A file of decisions, JSON Lines.")]

review = typer.Typer(
    help="Decide about what was read: accept, reject, correct, join, part; nothing is ever lost.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@review.command()
def queue(
    edition: EditionOption = None,
    kind: Annotated[str | None, typer.Option(help="Only attribution, matter or entity.")] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="How many to show at most.")] = 20,
    json: JsonOption = False,
) -> None:
    """What nobody has decided about yet, the least sure and most consequential first."""
    with opened(edition) as one:
        items = one.queue(limit, kind)
    if json:
        print_json(items)
        return
    print_table(("what", "where", "why", "words"), [(i.target, i.path, shortened(i.why, 60), i.words) for i in items])


@review.command()
def decide(
    target: Annotated[
        str, typer.Argument(help="The id of what it is about, as `queue` and --json show it, or a name.")
    ],
    action: Annotated[str, typer.Argument(help="accept, reject, correct, join or part.")],
    values: Annotated[
        list[str] | None, typer.Argument(metavar="[FIELD=VALUE]...", help="What is corrected, and to what.")
    ] = None,
    edition: EditionOption = None,
    by: ByOption = None,
    reason: ReasonOption = "",
    later: LaterOption = False,
    json: JsonOption = False,
) -> None:
    """Decide about one thing; it takes effect everywhere at once."""
    if action not in ("accept", "reject", "correct", "join", "part"):
        raise UsageError(f"{action}: not a decision. There are accept, reject, correct, join and part.")
    with opened(edition) as one:
        made = one.review(target, action, by=by or _user(), reason=reason, **_fields(values or []))  # type: ignore[arg-type]
        _told(one, made.number, later, json)


@review.command()
def add(
    document: Annotated[str, typer.Argument(help="The document's path or id, as `gainsay sources` shows it.")],
    record: Annotated[str, typer.Argument(help="What was missed: attribution, mention, date or figure.")],
    values: Annotated[
        list[str], typer.Argument(metavar="FIELD=VALUE...", help="Its fields; of spans the very words, or characters.")
    ],
    edition: EditionOption = None,
    by: ByOption = None,
    reason: ReasonOption = "",
    later: LaterOption = False,
    json: JsonOption = False,
) -> None:
    """Add what no reading found: who says something, a name, a date, a number."""
    with opened(edition) as one:
        text = one.document(document).text
        fields = {name: _spans(text, name, value) for name, value in _fields(values).items()}
        made = one.review(document, "add", by=by or _user(), reason=reason, record=record, **fields)
        _told(one, made.number, later, json)


@review.command()
def undo(
    number: Annotated[str, typer.Argument(help="The number of the decision, as `gainsay log` shows it.")],
    edition: EditionOption = None,
    by: ByOption = None,
    reason: ReasonOption = "",
    later: LaterOption = False,
    json: JsonOption = False,
) -> None:
    """Take a decision back. It stays in the log."""
    with opened(edition) as one:
        made = one.review(number, "undo", by=by or _user(), reason=reason)
        _told(one, made.number, later, json)


@review.command()
def settle(edition: EditionOption = None) -> None:
    """Let the decisions that wait take effect."""
    with opened(edition) as one:
        _settle(one)
        print(_tally(one.decisions()))


@review.command("export")
def export_decisions(file: FileArgument, edition: EditionOption = None) -> None:
    """Write all decisions to a file, to be taken into another edition of the same documents."""
    with opened(edition) as one:
        print(f"Decisions: {one.export_decisions(file)} written to {file}")


@review.command("import")
def import_decisions(file: FileArgument, edition: EditionOption = None, later: LaterOption = False) -> None:
    """Take over decisions that were exported; those that are there already are left out."""
    with opened(edition) as one:
        print(f"Decisions: {one.import_decisions(file)} taken over from {file}")
        if not later:
            _settle(one)
            print(_tally(one.decisions()))


def log(
    edition: EditionOption = None,
    state: Annotated[str | None, typer.Option(help="Only those in force, waiting, undone, stale or orphaned.")] = None,
    json: JsonOption = False,
) -> None:
    """Who decided what, when and why, what became of it, and how far reviewers agree."""
    with opened(edition) as one:
        every, agreement = one.decisions(), one.agreement()
    found = [r for r in every if state in (None, r.state)]
    if json:
        print_json({"decisions": found, "agreement": agreement})
        return
    if not every:
        print("Decisions: none")
        return
    print_table(("no.", "when", "who", "what", "state", "about"), [_line(r) for r in found])
    print(f"{_tally(every)}. The last entry is {every[-1].decision.id[:16]}.")
    if agreement.alpha is not None:
        names = ", ".join(agreement.reviewers)
        things = f"{agreement.units} thing{'s' * (agreement.units != 1)}"
        print(f"Agreement of {names} on {things}: {agreement.agreed} alike, Krippendorff's alpha {agreement.alpha:.2f}")


def _line(reviewed: Reviewed) -> tuple[object, ...]:
    d = reviewed.decision
    said = "".join(f" {name}={_plain(value)}" for name, value in d.changes.items() if _plain(value))
    because = f" ({one_line(d.reason)})" if d.reason else ""
    note = f" [{reviewed.note}]" if reviewed.note else ""
    what = f"{d.action} {d.target.kind}" if d.action != "undo" else "undo"
    return d.number, d.at, d.by, what, reviewed.state, f"{shortened(one_line(d.target.name), 60)}{said}{because}{note}"


def _plain(value: Any) -> str:
    """A value for the screen: of an entity its name."""
    if isinstance(value, dict):
        return str(value.get("name", ""))
    return value if isinstance(value, str) else encoding.dumps(value, ensure_ascii=False)


def _tally(decisions: list[Reviewed]) -> str:
    """How many decisions stand how."""
    states = [r.state for r in decisions if r.decision.action != "undo"]
    counted = [f"{states.count(state)} {state}" for state in sorted(set(states))]
    return f"Decisions: {', '.join(counted) or 'none'}"


def _fields(values: list[str]) -> dict[str, Any]:
    """`field=value`, the value as JSON where it is JSON, and else as it stands."""
    fields: dict[str, Any] = {}
    for one in values:
        name, equals, value = one.partition("=")
        if not equals or not name.isidentifier():
            raise UsageError(f"{one}: write FIELD=VALUE, such as entity='Ellen Marsh' or speaker=[[10,24]].")
        try:
            fields[name] = encoding.loads(value)
        except ValueError:
            fields[name] = value
    for name in ("names", "referents"):
        if isinstance(fields.get(name), str):
            fields[name] = [fields[name]]
    return fields


def _spans(text: str, name: str, value: Any) -> Any:
    """A field of spans from the words that stand in the document, parted by " … "; anything else as it is."""
    if name not in SPANS or not isinstance(value, str):
        return value
    found = [_place(text, words.strip()) for words in value.split(" … ") if words.strip()]
    return found if name != "span" else found[0] if found else None


def _place(text: str, words: str) -> list[int]:
    """Where words stand, letter for letter; they must stand there once."""
    places = [m.span() for m in re.finditer(r"\s+".join(map(re.escape, words.split())), text)]
    if len(places) != 1:
        where = ", ".join(f"[{start},{end}]" for start, end in places[:5])
        told = f"stands {len(places)} times; say where, as characters: {where}" if places else "does not stand there"
        raise UsageError(f"“{words}” {told}.")
    return list(places[0])


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:
        raise UsageError("who decides? Say it with --by NAME.") from error


def _told(edition: Edition, number: int, later: bool, json: bool) -> None:
    """Let a decision take effect, and say what became of it."""
    if not later:
        _settle(edition)
    made = edition.decisions()[number - 1]
    if json:
        print_json(made)
    else:
        print(f"Decision {number}: {made.state}{f' ({made.note})' if made.note else ''}")


def _settle(edition: Edition) -> None:
    if not edition.settle():
        print(
            f"gainsay: {edition.path.name} is being written just now; the decision is kept and takes effect with "
            "`gainsay review settle`, or with the next `gainsay read`.",
            file=sys.stderr,
        )
