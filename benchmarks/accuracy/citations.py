"""How well references are read into fields, and how well notes are paired: the benchmark of the citations stage.

    python -m benchmarks.accuracy.citations

Conventions. *References*: every record of LinkedBooks validation and every fifth record of AnyStyle dev (by a digest of
its id; the others are for training) is parsed by itself. LinkedBooks is joined from tokens, so blanks before
punctuation are closed first; the year in the number of a journal is a date. A field is right when its words (runs of
letters and digits, without case and accents) and those of a gold field of the same name have Jaccard 0.5 or more; for
dates the years must be the same, for pages the numbers. A record may have several fields of one name; each counts once.
Precision and recall are counted over all records of a collection, F1 is taken for each field, and their plain mean is
the macro F1.
*Pages*: `tests/cases/notes/*.txt`, written for this, with the pairs of marker and note, the references that point back
and the work they point to in `gold.jsonl` beside them. A pair is right when both spans are; a reference back is right
when it has the work of the reference that it points to (or none, where the gold says that nothing shows which).
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from benchmarks.accuracy.tally import Tally
from gainsay.annotations.citations import Citation, find_citations
from gainsay.annotations.citations.fields import Fields
from gainsay.annotations.citations.references import read_reference
from gainsay.documents import read_file
from gainsay.passages import divide

CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora"
PAGES = Path(__file__).resolve().parents[2] / "tests" / "cases" / "notes"

# The names that the two collections have for the fields of a citation. What LinkedBooks calls a title is the article's
# or the container's; both of ours are held against it.
LINKEDBOOKS = {
    "author": "author",
    "title": "title",
    "publicationplace": "place",
    "year": "date",
    "publisher": "publisher",
    "pagination": "pages",
}
ANYSTYLE = {
    "author": "author",
    "title": "title",
    "journal": "container",
    "container-title": "container",
    "date": "date",
    "location": "place",
    "publisher": "publisher",
    "pages": "pages",
}
FIELDS = ("author", "title", "container", "date", "place", "publisher", "pages")
HELD_OUT = 5  # every fifth record of AnyStyle is measured, the others may be learned from


@dataclass(frozen=True)
class Reference:
    """The words of one reference and its fields: (name, words) pairs."""

    text: str
    fields: list[tuple[str, str]]


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def linkedbooks(name: str = "valid") -> list[Reference]:
    """The records of LinkedBooks, their words rejoined."""
    found = []
    for record in records(CORPORA / "linkedbooks" / f"{name}.jsonl.gz"):
        text = record["text"]
        fields = [(LINKEDBOOKS[k], rejoined(text[s:e])) for k, s, e in record["components"] if k in LINKEDBOOKS]
        numbers = [text[s:e] for k, s, e in record["components"] if k == "publicationnumber-year"]
        fields += [("date", year[0]) for number in numbers if (year := _YEAR.search(number))]
        found.append(Reference(rejoined(text), fields))
    return found


_YEAR = re.compile(r"\b1[5-9]\d\d\b|\b20\d\d\b")


def anystyle(*, held_out: bool = True) -> list[Reference]:
    """The measured part of AnyStyle dev, or the rest of it."""
    found = []
    for record in records(CORPORA / "anystyle" / "dev.jsonl.gz"):
        if is_held_out(record["id"]) == held_out:
            text = record["text"]
            fields = [(ANYSTYLE[k], text[s:e]) for k, s, e in record["fields"] if k in ANYSTYLE]
            found.append(Reference(text, fields))
    return found


def is_held_out(identity: str) -> bool:
    """Whether a record of AnyStyle is measured on."""
    return sha256(identity.encode()).digest()[0] % HELD_OUT == 0


def rejoined(text: str) -> str:
    """Words and punctuation that were parted by blanks, as they are printed.

    >>> rejoined("C . Moe , L ’ arte ( 1840 - 1866 ), p . 3 .")
    'C. Moe, L’arte (1840-1866), p. 3.'
    """
    text = re.sub(r"\s+([.,;:)\]»”?!])", r"\1", text)
    text = re.sub(r"([(\[«“])\s+", r"\1", text)
    text = re.sub(r"(\w)\s([’'])\s(?=\w)", r"\1\2", text)
    return re.sub(r"(?<=\d)\s([-–])\s(?=\d)", r"\1", text)


def words(text: str) -> list[str]:
    """Runs of letters and digits without case and accents."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
    return re.findall(r"[^\W_]+", bare)


def same(field: str, predicted: str, gold: str) -> bool:
    """Whether a predicted field is the gold one."""
    if field == "date":
        years = re.findall(r"\d{4}", gold)
        return re.findall(r"\d{4}", predicted)[:1] == years[:1] if years else predicted in gold
    if field == "pages":
        return re.findall(r"\d+", predicted) == re.findall(r"\d+", gold)
    left, right = Counter(words(predicted)), Counter(words(gold))
    either = (left | right).total()
    return bool(either) and (left & right).total() / either >= 0.5


def predicted_fields(fields: Fields, *, titles_alike: bool) -> list[tuple[str, str]]:
    """The fields that were read, as pairs; with `titles_alike` the container is a title too."""
    found = [(name, value) for name in FIELDS if (value := getattr(fields, name)) is not None]
    if fields.date is None and fields.entry_date is not None:
        found.append(("date", fields.entry_date))
    return [("title" if titles_alike and name == "container" else name, value) for name, value in found]


def score(references: list[Reference], read: Callable[[str], Fields], *, titles_alike: bool) -> dict[str, Tally]:
    """A tally for each field."""
    tallies: dict[str, Tally] = {}
    for reference in references:
        left = list(reference.fields)
        for name, _ in reference.fields:
            tallies.setdefault(name, Tally()).gold += 1
        for name, value in predicted_fields(read(reference.text), titles_alike=titles_alike):
            tally = tallies.setdefault(name, Tally())
            tally.predicted += 1
            hit = next((f for f in left if f[0] == name and same(name, value, f[1])), None)
            if hit:
                left.remove(hit)
                tally.right += 1
    return tallies


def macro(tallies: dict[str, Tally]) -> float:
    """The mean F1 of the fields."""
    return sum(t.f1 for t in tallies.values()) / len(tallies)


def pages() -> dict[str, Tally]:
    """The pairs of marker and note, and the references back, of the pages written for this."""
    pairs, back = Tally(), Tally()
    for line in (PAGES / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        found = cited(PAGES / gold["file"])
        wanted = {(tuple(p["marker"]), tuple(p["note"]) if p["note"] else None) for p in gold["pairs"]}
        given = {(tuple(c.marker), tuple(c.note) if c.note else None) for c in found if c.marker}
        pairs.gold += len(wanted)
        pairs.predicted += len(given)
        pairs.right += len(wanted & given)
        works = {tuple(c.reference): c.work for c in found if c.reference}
        for reference, target in gold["back"]:
            work = works.get(tuple(reference))
            meant = works.get(tuple(target)) if target else None
            back.gold += 1
            back.predicted += 1
            back.right += work == meant and (target is None or work is not None)
    return {"pairs": pairs, "back": back}


def cited(path: Path) -> list[Citation]:
    """The citations of one text file."""
    document = read_file(path.parent, path.name)
    return find_citations(document, divide(document))


def floors() -> dict[str, float]:
    """Metric → what was reached, for the gate; the corpora's part only where they are on this machine."""
    found = pages()
    reached = {
        "citations: own pages, marker with note (f1)": found["pairs"].f1,
        "citations: own pages, references back (value)": found["back"].f1,
    }
    if (CORPORA / "linkedbooks").is_dir():
        reached["citations: linkedbooks fields (macro f1)"] = macro(
            score(linkedbooks(), read_reference, titles_alike=True)
        )
        reached["citations: anystyle fields (macro f1)"] = macro(score(anystyle(), read_reference, titles_alike=False))
    return {name: round(value, 4) for name, value in reached.items()}


def main() -> int:
    """Print the table."""
    for name, tally in pages().items():
        print(f"own pages: {name:<12}{tally.f1:.3f}   {tally.right}/{tally.predicted} of {tally.gold}")
    if not (CORPORA / "linkedbooks").is_dir():
        print("references skipped: the corpora (../shared) are not on this machine")
        return 0
    for collection, references, alike in (("linkedbooks", linkedbooks(), True), ("anystyle", anystyle(), False)):
        tallies = score(references, read_reference, titles_alike=alike)
        print(f"{collection}: {len(references)} references, macro F1 {macro(tallies):.3f}")
        for field, tally in sorted(tallies.items()):
            print(f"  {field:<12}{tally.f1:.3f}   {tally.right}/{tally.predicted} of {tally.gold}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
