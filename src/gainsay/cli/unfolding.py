"""Looking closer: `gainsay matter`, `quotations`, `designations`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer

from gainsay.cli.finding import EditionOption, JsonOption, opened
from gainsay.cli.matters import LimitOption, known, print_matter
from gainsay.cli.printing import one_line, print_json, shortened, width

if TYPE_CHECKING:
    from gainsay.edition.asking import Answer
    from gainsay.edition.course import Course
    from gainsay.edition.dossier import Dossier
    from gainsay.edition.namings import Named
    from gainsay.edition.origins import Branch, Origin
    from gainsay.edition.quotations import Quotation
    from gainsay.edition.sayings import Saying, Turn
    from gainsay.edition.silence import Silent

DEEP = 8  # steps of indentation: a longer chain of copies goes on at the same depth


def matter(
    which: Annotated[str, typer.Argument(metavar="MATTER", help="Words of its label, or its id.")],
    edition: EditionOption = None,
    json: JsonOption = False,
) -> None:
    """One matter in full: its sides, on whose word it rests and why, how it is told through time, who is silent."""
    from gainsay.edition.dossier import dossier, find_matter
    from gainsay.judging.shown import said_of

    with opened(edition) as one:
        chosen = find_matter(one, which)
        found, said = dossier(one, chosen), said_of(one, [chosen]).get(chosen.id, ())
    if json:
        print_json({**asdict(found), "second_readers": said} if said else found)
        return
    print_matter(found.matter, said)
    _print_heard(found)
    print("On whose word")
    for number, origin in enumerate(found.origins, 1):
        _print_origin(number, origin)
    _print_course(found.course)
    _print_silent(found.silent)


def _print_heard(found: Dossier) -> None:
    for heard in found.heard:
        print(f"  Side {heard.side} ({', '.join(heard.holders)}) is heard only through {', '.join(heard.through)}.\n")


def _print_origin(number: int, origin: Origin) -> None:
    shown = f"shown: {origin.shown}" if origin.shown else "independence not shown"
    print(_line(f"  {number}. {shown}"))
    for branch in origin.branches:
        _print_branch(branch, 2)


def _print_branch(branch: Branch, depth: int) -> None:
    tie = f" ({branch.tie})" if branch.tie else ""
    print(_line(f"{'  ' * min(depth, DEEP)} {_by(branch.by, branch.path)}{tie}: {one_line(branch.words)}"))
    for inner in branch.branches:
        _print_branch(inner, depth + 1)


def _print_course(course: Course) -> None:
    print("\nThrough time")
    for t in course.tellings:
        first = ", the first" if t.statement == course.first else ""
        value = f"“{one_line(t.value)}”: " if t.value else ""
        print(_line(f"  {t.when or '–'}  {_by(t.by, t.path)}{first}: {value}{one_line(t.words)}"))
    for change in course.changes:
        what = "changes" if change.what == "position" else "tells it otherwise"
        print(_line(f"  {change.by} {what}: “{one_line(change.before)}” → “{one_line(change.after)}”"))


def _print_silent(silent: tuple[Silent, ...]) -> None:
    if silent:
        print("\nSilent, though they name the parties and cover the time")
    for one in silent:
        named = ", ".join(name for name, _ in one.parties)
        time = f"“{one_line(one.period.words)}”" if one.period else "written then"
        print(_line(f"  {one.path}: {named}; {time}"))


def _by(name: str, path: str) -> str:
    return name if path in name else f"{name}, in {path}"


def _line(words: str) -> str:
    return shortened(words, max(60, width()))


def quotations(
    finding: Annotated[
        str | None, typer.Option(help="wrong-speaker, frame-dropped, altered, cut, unmarked or identical.")
    ] = None,
    of: Annotated[str | None, typer.Option(metavar="DOCUMENT", help="Those in one document, or taken from it.")] = None,
    limit: LimitOption = 20,
    edition: EditionOption = None,
    json: JsonOption = False,
) -> None:
    """Quotations against the quoted work, or a fuller quotation: identical, cut, altered, out of their frame."""
    from gainsay.dependence.collation import Finding
    from gainsay.edition.quotations import quotations as collated

    known("finding", finding, get_args(Finding))
    chosen: dict[str, Any] = {"finding": finding, "of": of}
    with opened(edition) as one:
        found = collated(one, **chosen)
    if json:
        print_json(found[:limit])
        return
    for quotation in found[:limit]:
        print_quotation(quotation)
    print(f"{min(limit, len(found))} of {len(found)} quotations" if found else "No such quotations.")


def print_quotation(q: Quotation) -> None:
    """A quotation with what it is held against and what differs."""
    print(f"{', '.join(q.findings).upper()} · {q.words} words")
    for version in (q.quoting, q.against):
        print(_line(f"  {_by(version.by, version.path)}: {one_line(version.shared.words)}"))
    for what, pairs in (("altered", q.altered), ("spelling", q.spelling)):
        for mine, other in pairs:
            print(_line(f"  {what}: “{one_line(mine.words)}” for “{one_line(other.words)}”"))
    for what, some in (("left out", q.dropped), ("added", q.added)):
        for part in some:
            print(_line(f"  {what}: “{one_line(part.words)}”"))
    if q.frame:
        print(_line(f"  frame dropped: “{one_line(q.frame.words)}”"))
    print(f"  Why: {one_line(q.reason)}\n")


def designations(
    name: Annotated[str | None, typer.Argument(help="Somebody or something; without it, all.")] = None,
    clashing: Annotated[bool, typer.Option("--clashing", help="Only those whose names clash.")] = False,
    phrases: Annotated[bool, typer.Option("--phrases", help="All phrases for each thing, plain ones too.")] = False,
    limit: LimitOption = 20,
    edition: EditionOption = None,
    json: JsonOption = False,
) -> None:
    """Who calls which party and which act what, in whose voice, how often, and which of the words clash."""
    from gainsay.edition.namings import namings

    if phrases:
        _phrases(edition, name, limit, json)
        return
    with opened(edition) as one:
        found = [named for named in namings(one, name) if named.clashes or not clashing]
    if json:
        print_json(found[:limit])
        return
    for named in found[:limit]:
        print_named(named, limit)
    print(f"{min(limit, len(found))} of {len(found)} parties and acts" if found else "No such designations.")


def _phrases(edition: str | None, name: str | None, limit: int, json: bool) -> None:
    """All phrases by what they name; with a name those of whatever one of whose phrases holds it."""
    from gainsay.edition.concepts import concepts
    from gainsay.edition.concepts import phrases as phrases_of

    with opened(edition) as one:
        found = [(concept.name, phrases_of(one, concept)) for concept in concepts(one)]
    wanted = (name or "").casefold()
    kept = [c for c in found if any(wanted in words.casefold() for words, *_ in c[1])][:limit]
    if json:
        told_of = ([{"words": w, "times": t, "paths": p} for w, t, p in some] for _, some in kept)
        print_json([{"name": n, "phrases": rows} for (n, _), rows in zip(kept, told_of, strict=True)])
        return
    for concept, some in kept:
        told = ", ".join(f"{one_line(words)} {times}×" for words, times, _ in some[:limit])
        print(_line(f"{one_line(concept)}: {told}"))


def print_named(named: Named, limit: int) -> None:
    """A party or an act with who calls it what, and the words that clash."""
    print(f"{one_line(named.name)} ({named.kind})")
    for n in named.namings[:limit]:
        voice = "own voice" if n.own else "quoted"
        charge = f" {n.charge:+.1f}" if n.charge else ""
        print(_line(f"  {n.times}×  {one_line(n.words)}{charge}, {n.by} ({voice})"))
    for clash in named.clashes[:limit]:
        first, second = named.namings[clash.first], named.namings[clash.second]
        print(_line(f"  clash: “{one_line(first.words)}” ({first.by}) / “{one_line(second.words)}” ({second.by})"))
    print()


def print_sayings(said: Sequence[Saying], turns: Sequence[Turn]) -> None:
    """What somebody said through time, and where the words for a party turned."""
    for one in said:
        chosen = "".join(f" [{words} {charge:+.1f}]" for words, charge in one.chosen)
        words = " … ".join(one_line(w) for w in one.words)
        print(_line(f"  {one.when or '–'}  {one.path}{chosen}: {words}"))
    for turn in turns:
        print(_line(f"  turn: “{turn.before}” ({said[turn.earlier].when}) → “{turn.after}” ({said[turn.later].when})"))
    print()


def print_ties(answer: Answer, limit: int) -> None:
    """Which of the documents asked about share words; that none does shows nothing."""
    for tie in answer.ties[:limit]:
        stretches = f"{tie.stretches} stretch{'es' * (tie.stretches != 1)}, {tie.words} words"
        print(f"{tie.a} and {tie.b} share {stretches};")
        print(f"  there they are one witness: {one_line(tie.reason)}")
    if len(answer.ties) > limit:
        print(f"… and {len(answer.ties) - limit} other pairs")
    if not answer.ties:
        documents = ", ".join(answer.asked[:6])
        print(_line(f"No words in common are found in {documents}: that they are independent is not shown by that."))
    print()
