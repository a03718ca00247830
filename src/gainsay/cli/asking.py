"""Asking an edition: `gainsay ask`, `who`, `search`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from gainsay.cli.finding import EditionOption, JsonOption, opened
from gainsay.cli.matters import LimitOption, print_matter
from gainsay.cli.printing import one_line, print_json, print_table, shortened, width
from gainsay.cli.unfolding import print_named, print_quotation, print_sayings, print_ties
from gainsay.errors import UsageError

if TYPE_CHECKING:
    from gainsay.edition.asking import Answer
    from gainsay.edition.shown import ShownMatter

WORDS = 30  # columns that words of a source need to be of use; with less they stand on a line of their own


def ask(
    question: Annotated[str, typer.Argument(help='For instance "How many were arrested in 1911?"')],
    limit: LimitOption = 5,
    edition: EditionOption = None,
    json: JsonOption = False,
) -> None:
    """The matters and statements that bear on a question; says so where nothing does."""
    from gainsay.edition.shown import show

    with opened(edition) as one:
        answer = one.ask(question, limit)
        shown = show(one, answer.matters)
    if json:
        told = {name: getattr(answer, name) for name in answer.__dataclass_fields__}
        print_json({**told, "matters": shown})
    elif answer.abstains:
        print(answer.abstains)
    else:
        _print_answer(answer, shown, limit)


def _print_answer(answer: Answer, matters: list[ShownMatter], limit: int) -> None:
    if answer.asked:
        print_ties(answer, limit)
    for named in answer.named:
        print_named(named, limit)
    if answer.sayings:
        print_sayings(answer.sayings, answer.turns)
    for quotation in answer.quotations:
        print_quotation(quotation)
    for matter in matters:
        print_matter(matter)
    for b in answer.statements:
        by = " on the word of ".join(reversed((*b.through, b.by or b.path)))
        again = f" (at least {b.again + 1} times)" if b.again else ""
        when = f" [{b.when}]" if b.when else ""
        stance = f" {b.stance}" if b.stance != "asserts" else ""
        points = "".join(f" “{one_line(p.shift(-b.span.start).of(b.words))}” ·" for p in b.points)
        print(f"{_in(by, b.path)}{when}{stance}{again}:{points} {one_line(b.words)}")


def who(
    name: Annotated[str, typer.Argument(help="A name, or part of one.")],
    about: Annotated[str | None, typer.Option(metavar="NAME", help="Only what they say of this, through time.")] = None,
    limit: LimitOption = 10,
    edition: EditionOption = None,
    json: JsonOption = False,
) -> None:
    """What somebody says through time, what is said of them, what they are called, and by whom."""
    if not name.strip():
        raise UsageError("give a name, or a part of one.")
    if about is not None:
        _who_about(name, about, edition, json)
        return
    with opened(edition) as one:
        person = one.who(name)
    if json:
        print_json(person)
        return
    entity = person.entity
    known_as = f", {entity.identifier}" if entity.identifier else ""
    print(f"{entity.name} ({entity.type}{known_as}): {', '.join(entity.names)}")
    if person.others:
        print(f"Others so called: {', '.join(e.name for e in person.others[:limit])}")
    room = max(40, width() - 2)
    dated = [(f"{one_line(d.words)}: {d.edtf}", f"in {d.path}; {d.by}:", one_line(d.because)) for d in person.dated]
    held = [s for s in person.says if s.type in ("thought", "attitude")]
    says = [s for s in person.says if s not in held]
    for title, rows in (
        *([("Dated by what others say", dated)] if dated else ()),
        ("Says", [(s.when or "–", s.path, s.stance, one_line(s.words)) for s in says]),
        *(
            [("Thinks and feels", [(s.when or "–", s.path, f"{one_line(s.cue)}:", one_line(s.words)) for s in held])]
            if held
            else ()
        ),
        ("Is said of them", [(s.when or "–", _in(s.by, s.path), one_line(s.words)) for s in person.said_of]),
        ("Is called", [(f"{c.times}×", one_line(c.words), f"by {c.by}") for c in person.called]),
    ):
        print(f"\n{title} ({len(rows)})")
        for *before, words in rows[:limit]:
            head = "  ".join(before)
            if len(head) > room - WORDS:
                print(f"  {head}\n    {shortened(words, room - 2)}")
            else:
                print("  " + shortened(f"{head}  {words}", room))


def _who_about(name: str, about: str, edition: str | None, json: bool) -> None:
    from gainsay.cli.unfolding import print_sayings
    from gainsay.edition.sayings import said_about

    with opened(edition) as one:
        said, turns = said_about(one, name, about)
    if json:
        print_json({"name": name, "about": about, "sayings": said, "turns": turns})
    elif said:
        print_sayings(said, turns)
    else:
        print(f"Nobody called {name} is reported to say anything about {about}.")


def _in(by: str, path: str) -> str:
    return by if path in by else f"{by}, in {path}"  # whoever has no name is called after the document already


def search(
    words: Annotated[list[str], typer.Argument(help='Words; "several in quotation marks" stand together.')],
    limit: LimitOption = 20,
    edition: EditionOption = None,
    json: JsonOption = False,
) -> None:
    """Passages with all the words, best first; else with parts of words or misspellings."""
    # A shell takes the quotation marks off: an argument with blanks is a phrase.
    query = " ".join(f'"{w}"' if " " in w and len(words) > 1 else w for w in words)
    with opened(edition) as one:
        hits = one.search(query, limit)
    if json:
        print_json(hits)
    elif hits:
        print_table(("document", "at", "words"), [(h.path, h.snippet.start, h.words) for h in hits])
    else:
        print("Nothing found.")
