"""How faithfully each format is read: words, notes, pages, and what sites put around their texts.

    python -m benchmarks.accuracy.formats

Makes a folder of documents in all formats (invented texts), reads it, and compares with what was written.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from rapidfuzz.distance import Indel

from benchmarks.formats.corpus import Expected, make_corpus
from benchmarks.formats.prose import MARK
from benchmarks.formats.saved import judge, saved_pages
from gainsay.annotations.citations import find_citations
from gainsay.documents import Document, find_files, locate, read_file
from gainsay.documents.readers.ocr import is_installed
from gainsay.errors import DocumentError
from gainsay.passages import Layout, divide

_RAISED = re.compile(r"[⁰¹²³⁴-⁹]+|\[[ivx]+\]")
TEXT = {"scan": 0.98, "dirty scan": 0.9}
"""The least similarity of the text; 0.995 of what was born digital. Two columns under dust may be taken for one."""

NOTES = {"scan": 0.65, "dirty scan": 0.35}
"""The least share of notes joined; 0.95 of what was born digital. Raised numbers of five points are read with luck."""

PLACED = {"scan": 0.9, "dirty scan": 0.7}
"""The least share of lines found where they were drawn: in a scan a misread word hides its line from this measure."""


@dataclass
class Score:
    """What was measured of the documents of one format."""

    documents: int = 0
    text: list[float] = field(default_factory=list)
    notes: int = 0
    joined: int = 0
    lines: int = 0
    placed: int = 0
    noise: int = 0
    lost: list[str] = field(default_factory=list)


def measure(root: Path, expected: list[Expected]) -> dict[str, Score]:
    """Read every document of the folder and compare."""
    scores: dict[str, Score] = defaultdict(Score)
    found = set(find_files(root))
    for one in expected:
        score = scores[one.kind]
        score.documents += 1
        if one.path not in found:
            score.lost.append(one.path)
            continue
        try:
            layout = divide(read_file(root, one.path))
        except DocumentError as error:
            score.lost.append(str(error))
            continue
        _compare(one, layout, score)
    return dict(scores)


def _compare(one: Expected, layout: Layout, score: Score) -> None:
    document = layout.document
    body = [p.span.of(document.text) for p in layout.passages if p.kind not in ("note", "boilerplate", "byline")]
    body = [words for words in body if words != "Notes"]
    score.text.append(Indel.normalized_similarity(_plain("\n".join(body)), _plain(one.body)))
    if one.noted:
        score.notes += len(one.prose.notes)
        score.joined += _joined(one, layout)
    for drawn in one.drawn:
        score.lines += 1
        score.placed += _is_placed(document, drawn.words, drawn.page, drawn.base)
    prose = [p.span.of(document.text) for p in layout.passages if p.kind == "paragraph"]
    score.noise += sum(noise in words for noise in one.noise for words in prose)


def _plain(text: str) -> str:
    return " ".join(_RAISED.sub("", MARK.sub("", text)).split())


def _joined(one: Expected, layout: Layout) -> int:
    """The notes whose marker stands where it was set and which have their own words."""
    text = layout.document.text
    cited = [c for c in find_citations(layout.document, layout) if c.marker and c.note]
    joined = 0
    for number, note in enumerate(one.prose.notes, 1):
        paragraph = next(p for p in one.prose.paragraphs if f"{{{number}}}" in p)
        before = _plain(paragraph[: paragraph.index(f"{{{number}}}")])[-30:]
        joined += any(
            _plain(text[max(0, c.marker.start - 80) : c.marker.start]).endswith(before)
            and _plain(c.note.of(text)).endswith(_plain(note))
            for c in cited
            if c.marker and c.note
        )
    return joined


def _is_placed(document: Document, words: str, page: int, base: float) -> bool:
    """Whether some place where these words stand in the text maps to the line on the page on which they were drawn.

    Words broken at the end of the line are left out: half of them stands on the next.
    """
    sought = words.rsplit(" ", 1)[0] if words.endswith("-") else words
    first = sought.split(" ", 1)
    sought = first[1] if len(first) > 1 and len(first[1]) > 20 else sought
    pattern = re.compile(r"\s+".join(re.escape(w) + r"[⁰¹²³⁴-⁹]*" for w in sought.split()))
    for found in pattern.finditer(document.text):
        places = locate(document.pages, type(document.pages[0].lines[0].span)(*found.span()))
        boxes = [place.box for place in places if place.page == page]
        if len(places) == len(boxes) and any(box and box.top < base < box.bottom + 1 for box in boxes):
            return True
    return False


def _print_saved() -> bool:
    """What was read of the saved pages of sites; whether hardly anything was lost or taken for the text."""
    kept = lost = paragraphs = others = 0
    pages = saved_pages()
    with tempfile.TemporaryDirectory() as folder:
        for page in pages:
            (Path(folder) / f"{page.name}.html").write_bytes(page.page)
            judged = judge(page, divide(read_file(Path(folder), f"{page.name}.html")))
            kept += len(page.kept)
            lost += len(judged.lost)
            paragraphs += len(judged.paragraphs)
            others += len(judged.others)
    print(
        f"{len(pages)} saved pages of sites: {kept - lost} of {kept} blocks of text kept; of the site's words "
        f"{paragraphs} paragraphs and {others} headings, captions and lines of lists"
    )
    return lost <= 0.05 * kept and paragraphs <= len(pages) / 2


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        scores = measure(Path(folder), make_corpus(Path(folder)))
    print(f"{'format':<12} {'documents':>9} {'text':>7} {'worst':>7} {'notes':>9} {'lines':>11} {'noise':>5}  not read")
    failed = False
    for kind, score in scores.items():
        text = sum(score.text) / max(1, len(score.text))
        print(
            f"{kind:<12} {score.documents:>9} {text:>7.4f} {min(score.text, default=0):>7.4f} "
            f"{score.joined:>4}/{score.notes:<4} {score.placed:>5}/{score.lines:<5} {score.noise:>5}  "
            + "; ".join(score.lost)
        )
        failed |= bool(score.lost) or text < TEXT.get(kind, 0.995) or score.joined < NOTES.get(kind, 0.95) * score.notes
        failed |= score.placed < PLACED.get(kind, 1.0) * score.lines or score.noise > 0
    print(f"{sum(score.documents for score in scores.values())} documents")
    joined, notes = (sum(getattr(score, name) for score in scores.values()) for name in ("joined", "notes"))
    print(f"notes joined, all kinds: {joined} of {notes}, {joined / notes:.3f}")
    failed |= joined < 0.95 * notes
    failed |= not _print_saved()
    if not is_installed():
        print("scans were not measured: tesserocr or the data of Tesseract's languages is missing")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
