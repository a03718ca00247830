"""The table of matters, and how a matter is printed: `gainsay matters`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer

from gainsay.cli.finding import EditionOption, JsonOption, opened
from gainsay.cli.printing import one_line, print_json, shortened, width
from gainsay.errors import UsageError

if TYPE_CHECKING:
    from gainsay.edition.shown import ShownMatter, ShownSide
    from gainsay.judging.shown import Said

LimitOption = Annotated[int, typer.Option("--limit", "-n", min=1, help="How many to show at most.")]


def matters(
    verdict: Annotated[str | None, typer.Option(help="conflict, denial, scope, corroboration …")] = None,
    facet: Annotated[str | None, typer.Option(help="figure, date, actor, place, label, occurrence …")] = None,
    about: Annotated[str | None, typer.Option(metavar="NAME", help="Those that concern somebody or something.")] = None,
    limit: LimitOption = 20,
    edition: EditionOption = None,
    json: JsonOption = False,
) -> None:
    """The disputes and agreements, each with its sides, its witnesses and the reason."""
    from gainsay.edition.shown import show
    from gainsay.judging.shown import said_of
    from gainsay.matters.matter import Facet, Verdict

    known("verdict", verdict, get_args(Verdict))
    known("facet", facet, get_args(Facet))
    with opened(edition) as one:
        chosen: dict[str, Any] = {"verdict": verdict, "facet": facet}
        found = one.matters(about=about, **chosen)
        shown, said = show(one, found[:limit]), said_of(one, found[:limit])
    if json:
        print_json([with_said(matter, said.get(matter.id, ())) for matter in shown])
        return
    for matter in shown:
        print_matter(matter, said.get(matter.id, ()))
    print(f"{len(shown)} of {len(found)} matters" if found else "No such matters.")


def known(what: str, value: str | None, values: tuple[str, ...]) -> None:
    """Raises UsageError for a value that is none of those."""
    if value is not None and value not in values:
        raise UsageError(f"{value}: there is no such {what}. Choose one of: {', '.join(values)}.")


def with_said(matter: ShownMatter, said: Sequence[Said]) -> ShownMatter | dict[str, Any]:
    """A matter for programs, with what second readers say of it, where any was asked."""
    return {**asdict(matter), "second_readers": said} if said else matter


def print_matter(matter: ShownMatter, said: Sequence[Said] = ()) -> None:
    """A matter with its sides, the count of its witnesses, the reason and what second readers say; an empty line."""
    from gainsay.cli.judging import print_said
    from gainsay.edition.origins import counted

    facet = f" · {matter.facet}" if matter.facet else ""
    print(f"{matter.verdict.upper()}{facet} · {one_line(matter.label)}")
    for number, side in enumerate(matter.sides, 1):
        print(f"  {number}. {one_line(side.position)}")
        for (holder, words), times in _told(side).items():
            again = f" ({times} times)" if times > 1 else ""
            print(f"     {holder}{again}: {shortened(words, max(40, width() - 8 - len(holder + again)))}")
    print(f"  {counted(matter.witnesses)}")
    print(f"  Why: {one_line(matter.reason)}")
    for one in said:
        print_said(one)
    print()


def _told(side: ShownSide) -> Counter[tuple[str, str]]:
    """Who holds a side in which words, and how often: what stands in the same words twice is printed once."""
    holders = (f"{s.holder}, in {s.path}" if s.holder else s.path for s in side.statements)
    return Counter(zip(holders, (one_line(s.words) for s in side.statements), strict=True))
