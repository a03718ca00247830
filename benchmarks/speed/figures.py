"""Times the figures and citations stages, alone, after a warm-up, in seconds of one core (so other work does not
count).

    python -m benchmarks.speed.figures

Figures and citations are found in the articles of PolNeAR dev (words a second); references are the records of AnyStyle
and LinkedBooks that accuracy is measured on (references a second). Layouts are made beforehand and not timed. The
hostile texts have a million characters each: their times beside each other show whether anything grows faster than the
text.
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.accuracy.citations import CORPORA, anystyle, linkedbooks
from gainsay.annotations.citations import find_citations
from gainsay.annotations.citations.references import read_references
from gainsay.annotations.figures import find_figures
from gainsay.documents import Document
from gainsay.passages import Article, Layout, Passage, divide
from gainsay.spans import Span

SIZE = 1_000_000
HOSTILE = {"digits": "7", "commas": ",", "numbers": "1,", "words": "twenty ", "notes": "[1] ", "brackets": "(1911 "}


def seconds(work: Callable[[], Any]) -> float:
    """The least of three runs."""
    times = []
    for _ in range(3):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def layouts(path: Path) -> list[Layout]:
    """The articles of a corpus, laid out."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    return [divide(Document(f"d{i}", f"{i}.txt", "0", "text/plain", text)) for i, text in enumerate(texts)]


def rate(name: str, stage: Callable[[Document, Layout], Sequence[object]], texts: list[Layout]) -> None:
    """Words a second of one stage."""
    words = sum(len(layout.document.text.split()) for layout in texts)
    stage(texts[0].document, texts[0])
    spent = seconds(lambda: [stage(layout.document, layout) for layout in texts])
    print(f"{name}: {words / spent:,.0f} words/s")


def hostile() -> None:
    """A million characters of one kind, in one paragraph."""
    for name, piece in HOSTILE.items():
        text = (piece * (SIZE // len(piece)))[:SIZE]
        document, whole = Document("d", "d.txt", "0", "text/plain", text), Span(0, SIZE)
        passage = Passage("p", "d", whole, "paragraph", "a", (whole,))
        layout = Layout(document, (Article("a", whole),), (passage,))
        times = []
        for stage in (find_figures, find_citations):
            start = time.process_time()
            stage(document, layout)
            times.append(time.process_time() - start)
        print(f"1 MB of {name}: figures {times[0]:.2f} s, citations {times[1]:.2f} s")


def main() -> int:
    """Print the rates."""
    hostile()
    if not CORPORA.is_dir():
        print("rates skipped: the corpora (../shared) are not on this machine")
        return 0
    texts = layouts(CORPORA / "polnear" / "dev.jsonl.gz")
    rate("figures", find_figures, texts)
    rate("citations", find_citations, texts)
    references = [reference.text for reference in [*anystyle(), *linkedbooks()]]
    read_references(references[:10])
    spent = seconds(lambda: read_references(references))
    print(f"references: {len(references) / spent:,.0f} a second")
    return 0


if __name__ == "__main__":
    sys.exit(main())
