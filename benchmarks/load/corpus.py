"""Writes a collection of invented reports of any size, with what is planted in it as `truth.json` beside it.

    python -m benchmarks.load.corpus FOLDER [--documents 1000] [--words 400] [--seed 1]

Events are reported by one to eight documents each, and those differ as sources do: some copy others, some quote them,
some hold another figure, another day, another word for it, or deny what the other asserts. Names of places, people and
papers follow Zipf's law and grow in number with the collection. A collection of 1,000 documents is the beginning of
one of 2,000 with the same seed, but for its last event.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import timedelta
from pathlib import Path

from benchmarks.load import names
from benchmarks.load.events import (
    Event,
    event,
    tell_apart,
    tell_claim,
    tell_date,
    tell_denial,
    tell_figure,
    tell_label,
    told_day,
)
from benchmarks.load.prose import Writer

IN_A_FOLDER = 1000
PLANTED = ("conflict figure", "conflict date", "conflict label", "denial", "scope", "agreement", "copy", "quotation")
COPIED = 3  # sentences


@dataclass(frozen=True, slots=True)
class Planted:
    """One relation between two reports: of which kind, in which documents, by which words of each."""

    kind: str
    a: str
    a_words: str
    b: str
    b_words: str


@dataclass(slots=True)
class Report:
    """One report being written: planted sentences, and the filling around them."""

    path: str
    event: Event
    chance: random.Random
    planted: list[str]
    filling: list[str]

    def text(self) -> str:
        """A paper's name, a headline, a byline, a day, and paragraphs of four sentences."""
        first, last = names.person(names.rank(self.chance))
        paper = names.paper(names.rank(self.chance))
        place, day = self.event.place, self.event.day + timedelta(self.chance.randint(1, 60))
        sentences = list(self.filling)
        for number, one in enumerate(self.planted):
            sentences.insert(1 + number * 4 % max(1, len(sentences)), one)
        paragraphs = [" ".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4)]
        head = [paper.upper(), f"News from {place}", f"By {first} {last}", told_day(day)]
        return "\n\n".join([*head, *paragraphs]) + "\n"


def reports(documents: int, words: int = 400, seed: int = 1) -> Iterator[tuple[list[Report], list[Planted]]]:
    """The reports of one event after another, with what is planted in them, until there are so many documents."""
    written = number = 0
    while written < documents:
        one = event(seed, number)
        count = min(one.reports, documents - written)
        paths = [_path(written + n) for n in range(count)]
        yield _event_reports(one, paths, words, seed)
        written, number = written + count, number + 1


def write_corpus(folder: Path, documents: int, words: int = 400, seed: int = 1) -> list[Planted]:
    """Write the documents into `folder`, and the truth beside it as `FOLDER.truth.json`."""
    truth: list[Planted] = []
    for written, planted in reports(documents, words, seed):
        truth += planted
        for report in written:
            file = folder / report.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(report.text(), encoding="utf-8")
    truth_file(folder).write_text(json.dumps([asdict(one) for one in truth], indent=0), encoding="utf-8")
    return truth


def truth_file(folder: Path) -> Path:
    """Where the truth about a folder lies: outside of it, so that it is not read as a document."""
    return folder.with_name(folder.name + ".truth.json")


def _path(number: int) -> str:
    return f"{number // IN_A_FOLDER:03}/{number:06}.txt"


def _event_reports(one: Event, paths: list[str], words: int, seed: int) -> tuple[list[Report], list[Planted]]:
    written = []
    for path in paths:
        chance = random.Random(f"{seed}:{path}")
        written.append(Report(path, one, chance, [], Writer(chance, one).sentences(words - 45)))
    truth: list[Planted] = []
    chance = random.Random(f"{seed}:{one.number}:planted")
    # One relation for each report after the first: so the truth grows with the documents, and none has them all.
    for place, report in enumerate(written[1:]):
        kind = PLANTED[(one.number * 3 + place) % len(PLANTED)]
        truth.append(_plant(kind, chance, one, written[0], report))
    return written, truth


def _plant(kind: str, chance: random.Random, one: Event, a: Report, b: Report) -> Planted:
    """Put into two reports what makes them agree, conflict, deny, copy or quote; a sentence told already stays."""
    if kind == "copy":
        at = chance.randrange(2, len(a.filling) - COPIED)
        copied = " ".join(a.filling[at : at + COPIED])
        # One piece in both, so that nothing else is planted in its midst.
        a.filling[at : at + COPIED] = b.filling[2 : 2 + COPIED] = [copied]
        return Planted(kind, a.path, copied, b.path, copied)
    if kind == "quotation":
        words = a.filling[-1].rstrip(".").replace("“", "").replace("”", "")
        first, last = one.speaker
        _tell(a, f"“{words},” said {first} {last} at {one.site}.")
        _tell(b, f"According to a report from {one.place}, {first} {last} said: “{words}.”")
        return Planted(kind, a.path, words, b.path, words)
    left, right = {
        "conflict figure": lambda: (tell_figure(chance, one, one.value), tell_figure(chance, one, one.other_value)),
        "agreement": lambda: (tell_figure(chance, one, one.value), tell_figure(chance, one, one.value)),
        "scope": lambda: (tell_figure(chance, one, one.value), tell_apart(one)),
        "conflict date": lambda: (tell_date(one, one.hearing_day), tell_date(one, one.other_day)),
        "conflict label": lambda: (tell_label(chance, one, False), tell_label(chance, one, True)),
        "denial": lambda: (tell_claim(one), tell_denial(one)),
    }[kind]()
    return Planted(kind, a.path, _tell(a, left), b.path, _tell(b, right))


def _tell(report: Report, sentence: str) -> str:
    """Add a sentence to a report; one that tells the same already is kept in its stead."""
    key = _matter(sentence)
    for told in report.planted:
        if _matter(told) == key:
            return told
    report.planted.append(sentence)
    return sentence


def _matter(sentence: str) -> frozenset[str]:
    """The words of a sentence, whatever their order: two ways to tell one count are one matter."""
    return frozenset(sentence.lower().rstrip(".").replace(",", "").split())


def main() -> int:
    """Write a collection, and say what is in it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--words", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    truth = write_corpus(options.folder, options.documents, options.words, options.seed)
    counts = {kind: sum(one.kind == kind for one in truth) for kind in PLANTED}
    print(f"{options.documents} documents in {options.folder}; planted: {counts}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
