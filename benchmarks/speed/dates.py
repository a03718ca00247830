"""Times the dates stage: against `dateparser.search`, as texts grow longer, and on hostile input. Judges nothing.

    python -m benchmarks.speed.dates [--articles N]

Both read the same articles in the same run (PolNeAR, needs ../shared): Gainsay all of them, dateparser the first N,
since it needs minutes for what takes Gainsay seconds. dateparser is told the language; without that it is slower still.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from gainsay.annotations.dates import find_dates
from gainsay.documents.document import Document, Stated
from gainsay.passages.passage import Article, Layout, Passage
from gainsay.spans import Span

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpora" / "polnear" / "dev.jsonl.gz"
MEGABYTE = 1_000_000
HOSTILE = ("1", "1,", "last ", "1-", "1/", "May ", "two ", "from 1979 to ", "1979 – ", "’70s", "and a half ", "a.m. ")
# The least of so many runs.
RUNS = 3


def laid_out(text: str) -> tuple[Document, Layout]:
    """A text as one passage of a dated document, so that the dates stage alone is timed."""
    document = Document("d", "a.txt", "0", "text/plain", text, metadata={"written": Stated("2016-07-01", "user")})
    span = Span(0, len(text))
    return document, Layout(document, (Article("a", span),), (Passage("p", "d", span, "paragraph", "a"),))


def seconds(read: Callable[[], object], runs: int = RUNS) -> float:
    """The least processor time of several runs: other work on the machine does not count."""
    least = float("inf")
    for _ in range(runs):
        start = time.process_time()
        read()
        least = min(least, time.process_time() - start)
    return least


def rate(texts: Sequence[str], read: Callable[[str], object], runs: int = RUNS) -> float:
    """Words a second."""
    words = sum(len(text.split()) for text in texts)
    return words / seconds(lambda: [read(text) for text in texts], runs)


def gainsay_reads(text: str) -> object:
    return find_dates(*laid_out(text))


def against_dateparser(texts: Sequence[str], few: int) -> None:
    """Words a second of both, and their ratio."""
    ours, same = rate(texts, gainsay_reads), rate(texts[:few], gainsay_reads)
    print(f"gainsay            {ours:>9.0f} words/s on {len(texts)} articles; {same:.0f} on the first {few}")
    try:
        search = import_module("dateparser.search").search_dates
    except ImportError:
        print("no comparison: dateparser is not installed")
        return
    theirs = rate(texts[:few], lambda text: search(text, languages=["en"]), runs=1)
    print(f"dateparser.search  {theirs:>9.0f} words/s on the first {few}; gainsay is {same / theirs:.0f} times as fast")


def growth(texts: Sequence[str]) -> None:
    """The same text two, four and eight times as long, as one passage: time a word should not change."""
    text = "\n".join(texts)[: MEGABYTE // 8]
    base = seconds(lambda: gainsay_reads(text))
    for times in (2, 4, 8):
        longer = seconds(lambda: gainsay_reads(text * times))  # noqa: B023  called at once
        print(f"{times} times as long: {longer / base:.2f} times the time")


def hostile() -> None:
    """A megabyte of one thing, in one passage."""
    for piece in HOSTILE:
        text = piece * (MEGABYTE // len(piece))
        print(f"1 MB of {piece!r:<18}{seconds(lambda: gainsay_reads(text), 1):>7.2f} s")  # noqa: B023  called at once


def main() -> int:
    """Exit code 0; without the corpus, only the hostile strings are timed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10, help="how many dateparser reads")
    options = parser.parse_args()
    gainsay_reads("The mill burned on 3 May 1911.")
    if CORPUS.is_file():
        with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
            texts = [json.loads(line)["text"] for line in lines]
        against_dateparser(texts, options.articles)
        growth(texts)
    else:
        print("no comparison: the development corpora (../shared) are not on this machine")
    hostile()
    return 0


if __name__ == "__main__":
    sys.exit(main())
