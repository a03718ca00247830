"""How disputes fare in texts that no rule was written with: 50 events of BASIL, each as three outlets tell it.

    python -m benchmarks.accuracy.press [--each]

For the events that are open to whoever writes rules, and for those that are held back (`marked/README.md`): how many of
the marked disputes a disputed matter finds, how many disputed matters there are and how many of them find one, and for
how many of the disputes a pair is among the first 10, 25, 50, 100 of an event that `gainsay judge` would ask about.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

import gainsay
from benchmarks.accuracy.funnel import sets_apart
from benchmarks.accuracy.marks import ARTICLES, Event, across, events
from gainsay.edition.edition import Edition
from gainsay.judging.doubtful import doubtful
from gainsay.matters import DISPUTED

FIRST = (10, 25, 50, 100)


def count(edition: Edition, event: Event) -> Counter[str]:
    """What is counted of one event."""
    article = {document.id: Path(document.path).stem for document in edition.documents()}
    statements = {name: edition.statements(document) for document, name in article.items()}
    positions = [mark.positions(statements) for mark in event.marks]
    disputed = [m for m in edition.matters() if m.verdict in DISPUTED]
    found = [any(sets_apart(m, each) for m in disputed) for each in positions]
    counted = Counter(disputes=len(positions), found=sum(found), shown=len(disputed))
    counted["right"] = sum(any(sets_apart(m, each) for each in positions) for m in disputed)
    for mark, hit in zip(event.marks, found, strict=True):
        counted["of " + mark.kind] += 1
        counted["found of " + mark.kind] += hit
    asked = [(p.a.statement, p.b.statement) for p in doubtful(edition).pairs]
    pairs = [(min(pair), max(pair)) for pair in asked]
    for first in FIRST:
        counted[f"first {first}"] = sum(not across(each).isdisjoint(pairs[:first]) for each in positions)
    return counted


def read(event: Event, work: Path) -> Counter[str]:
    """Read one event into an edition, and count."""
    texts = work / "texts"
    texts.mkdir()
    for name, text in event.articles.items():
        (texts / f"{name}.txt").write_text(text, encoding="utf-8")
    with gainsay.read(texts, work / "edition.gainsay") as edition:
        return count(edition, event)


def report(part: str, of: Counter[str]) -> None:
    """Print what was counted of one part."""
    total = of["disputes"]
    print(f"{part}: {of['found']} of {total} marked disputes found ({of['found'] / total:.3f}); ", end="")
    print(f"{of['shown']} disputed matters, of which {of['right']} find a marked one")
    kinds = sorted(key.removeprefix("of ") for key in of if key.startswith("of "))
    print("  " + "  ".join(f"{kind} {of['found of ' + kind]}/{of['of ' + kind]}" for kind in kinds))
    shares = "  ".join(f"first {n}: {of[f'first {n}'] / total:.3f}" for n in FIRST)
    print(f"  with a pair among those asked about first  {shares}")


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0; says so where the data is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--each", action="store_true", help="a line for every open event")
    options = parser.parse_args(arguments)
    if not ARTICLES.is_file():
        print("press skipped: the corpora (../shared) are not on this machine")
        return 0
    counted = {"open": Counter[str](), "held": Counter[str]()}
    for event in events():
        with tempfile.TemporaryDirectory() as work:
            found = read(event, Path(work))
        counted[event.part] += found
        if options.each and event.part == "open":
            print(f"{event.id}  {found['found']} of {found['disputes']}, {found['right']} of {found['shown']} right")
    for part, of in counted.items():
        report(part, of)
    return 0


if __name__ == "__main__":
    sys.exit(main())
