"""Scores who is called what on NewsWCL50: phrases of five outlets on one event, grouped by what they name.

    python -m benchmarks.accuracy.designations            the five development events
    python -m benchmarks.accuracy.designations --wrong    … and the concepts that are found worst

Each event is read as one edition of five articles. Gold are the phrases that the corpus's coders gave to a concept (a
person, a country, a group, an object, an event; properties that are only said of one are left out). A gold phrase is
found where a phrase of Gainsay shares half of its words with it or ends in the same word, one to one, likest first.

The measure is that of Hamborg, Zhukova and Gipp (2019): for each concept the group of phrases that fits it best, its
precision (the share of the group's found phrases that are of the concept) and recall (the share of all the concept's
phrases), and F1; then the mean over the concepts. `weighted` counts a concept by its phrases.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import gainsay
from benchmarks.accuracy.scoring import SHARED
from gainsay import Edition
from gainsay.edition.concepts import concepts

PATH = SHARED / "corpora" / "newswcl50" / "dev.jsonl.gz"
_WORD = re.compile(r"\w+")
HALF = 0.5

Record = dict[str, Any]
Words = frozenset[tuple[int, int]]
Phrase = tuple[str, Words, tuple[int, int]]
"""Document, the places of its words, and that of the last."""


@dataclass(frozen=True)
class Score:
    """How well one concept of one event is found."""

    event: str
    kind: str
    concept: str
    phrases: int
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def events() -> dict[str, list[Record]]:
    """The articles by event; none where the corpus is not on this machine."""
    found: dict[str, list[Record]] = defaultdict(list)
    if PATH.is_file():
        with gzip.open(PATH, "rt", encoding="utf-8") as lines:
            for record in map(json.loads, lines):
                found[str(record["event"])].append(record)
    return dict(sorted(found.items()))


def score_event(event: str, records: list[Record]) -> list[Score]:
    """The scores of the concepts of one event."""
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work) / "articles"
        folder.mkdir()
        for record in records:
            (folder / f"{record['id']}.txt").write_text(record["text"], encoding="utf-8", newline="")
        with gainsay.read(folder, Path(work) / "event.gainsay") as edition:
            groups = list(_groups(edition))
    gold: dict[tuple[str, str], list[Phrase | None]] = defaultdict(list)
    for record in records:
        for mention in record["mentions"]:
            if mention["code_type"] != "PROPERTY":
                span = mention["span"]
                phrase = _phrase(f"{record['id']}.txt", record["text"], *span) if span else None
                gold[mention["code_type"], mention["concept"]].append(phrase)
    return _scores(event, gold, groups)


def _groups(edition: Edition) -> Iterator[tuple[int, Phrase]]:
    for number, concept in enumerate(concepts(edition)):
        for place in concept.places:
            phrase = _phrase(place.path, edition.text(place.document), *place.span)
            if phrase is not None:
                yield number, phrase


def _phrase(document: str, text: str, start: int, end: int) -> Phrase | None:
    places = [m.span() for m in _WORD.finditer(text, start, end)]
    return (document, frozenset(places), places[-1]) if places else None


def _scores(
    event: str, gold: dict[tuple[str, str], list[Phrase | None]], groups: list[tuple[int, Phrase]]
) -> list[Score]:
    by_word: dict[tuple[str, tuple[int, int]], list[int]] = defaultdict(list)
    for number, (_, (document, words, _)) in enumerate(groups):
        for word in words:
            by_word[document, word].append(number)
    pairs = []
    for concept, phrases in gold.items():
        for k, phrase in enumerate(phrases):
            near = sorted({n for w in phrase[1] for n in by_word[phrase[0], w]}) if phrase else []
            pairs += [(-likeness, concept, k, n) for n in near if phrase and (likeness := _like(phrase, groups[n][1]))]
    taken: set[int] = set()
    given: dict[tuple[tuple[str, str], int], int] = {}
    for _, concept, k, n in sorted(pairs):
        if n not in taken and (concept, k) not in given:
            taken.add(n)
            given[concept, k] = groups[n][0]
    sizes = Counter(given.values())
    return [_best(event, concept, len(phrases), given, sizes) for concept, phrases in sorted(gold.items())]


def _like(a: Phrase, b: Phrase) -> float:
    share = len(a[1] & b[1]) / len(a[1] | b[1])
    return share if share >= HALF or a[2] == b[2] else 0.0


def _best(
    event: str,
    concept: tuple[str, str],
    phrases: int,
    given: dict[tuple[tuple[str, str], int], int],
    sizes: Counter[int],
) -> Score:
    counted = Counter(group for (one, _), group in given.items() if one == concept)
    scores = [Score(event, *concept, phrases, n / sizes[group], n / phrases) for group, n in sorted(counted.items())]
    return max(scores, key=lambda s: s.f1, default=Score(event, *concept, phrases, 0.0, 0.0))


def _mean(scores: list[Score]) -> str:
    every = len(scores) or 1
    total = sum(s.phrases for s in scores) or 1
    p, r = (sum(getattr(s, name) for s in scores) / every for name in ("precision", "recall"))
    macro, weighted = sum(s.f1 for s in scores) / every, sum(s.f1 * s.phrases for s in scores) / total
    return f"P {p:.3f}  R {r:.3f}  F1 {macro:.3f}  weighted {weighted:.3f}  ({len(scores)} concepts)"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true", help="list the concepts that are found worst")
    options = parser.parse_args()
    scores = [s for event, records in events().items() for s in score_event(event, records)]
    for kind in sorted({s.kind for s in scores}):
        print(f"{kind:10} {_mean([s for s in scores if s.kind == kind])}")
    print(f"{'all':10} {_mean(scores)}")
    for s in sorted(scores, key=lambda s: (s.f1 - 1) * s.phrases)[:30] if options.wrong else ():
        print(f"  {s.event} {s.kind} {s.concept}: {s.phrases} phrases, P {s.precision:.2f} R {s.recall:.2f}")


if __name__ == "__main__":
    main()
