"""Counts in how many pieces of prose each English word stem stands, and writes `statements/commonness.txt`.

    python -m training.commonness CORPORA

CORPORA holds `polnear/train.jsonl.gz`, `gum/train.jsonl.gz` and `wikiwars/dev.jsonl.gz`. Only stems and a coarse number
leave this script: no text, no name (stems that are mostly capitalised inside sentences are left out, unless they are
common words as well, as "state", "house" and "white" are).
"""

from __future__ import annotations

import gzip
import json
import math
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from gainsay.statements.terms import stem

TABLE = Path(__file__).parents[1] / "src/gainsay/statements/commonness.txt"
SOURCES = ("polnear/train.jsonl.gz", "gum/train.jsonl.gz", "wikiwars/dev.jsonl.gz")
# A stem seen in fewer documents than this is as rare as an unseen one.
FEWEST_DOCUMENTS = 3
# Above this share of capitals inside sentences a stem is a name, not a word.
MOST_CAPITALS = 0.4
# … unless so many documents have it in small letters.
COMMON_AS_WELL = 12
CHUNK = 4000  # characters: long texts count as several documents, so that one history does not weigh like one report


def chunks(corpora: Path) -> Iterator[str]:
    """Every text of the corpora, cut into pieces of about one news report's length."""
    for source in SOURCES:
        with gzip.open(corpora / source, "rt", encoding="utf-8") as lines:
            for line in lines:
                text = json.loads(line)["text"]
                for start in range(0, len(text), CHUNK):
                    yield text[start : start + CHUNK]


def main(corpora: Path) -> None:
    """Write the table: one line a stem, the negative log share of documents that hold it, one decimal."""
    documents: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    small: Counter[str] = Counter()
    total = 0
    for text in chunks(corpora):
        total += 1
        documents.update({stem(word.lower()) for word in re.findall(r"[A-Za-z]{2,}", text)})
        small.update({stem(word) for word in re.findall(r"(?<=[a-z,] )[a-z]{2,}", text)})
        for word in re.findall(r"(?<=[a-z,] )[A-Za-z]{2,}", text):
            inside[stem(word.lower())] += 1
            capitals[stem(word.lower())] += word[0].isupper()
    rows = [
        f"{term} {-math.log(count / total):.1f}"
        for term, count in sorted(documents.items())
        if count >= FEWEST_DOCUMENTS
        and (capitals[term] <= MOST_CAPITALS * max(inside[term], 1) or small[term] >= COMMON_AS_WELL)
    ]
    TABLE.write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(rows)} stems from {total} pieces, {TABLE.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
