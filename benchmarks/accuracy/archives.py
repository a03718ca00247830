"""How Gainsay fares on archives written for this, on invented quarrels, by people who do not know the program.

    python -m benchmarks.accuracy.archives [--each] [--of archives|open|held]

`archives` are four of six documents each, by rivals who say what contradicts the others in words of their own. `open`
and `held` are six quarrels each of three short texts in plain words; nobody who writes rules looks into `held`.
Of the pairs of passages that their writers list as contradictions, how many a disputed matter sets on opposite sides;
of those that say the same, how many one side holds; of the traps, which only look like contradictions, how many a
disputed matter sets apart; and of the passages of speech, how many are found. With `--each` those that were found.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import gainsay
from benchmarks.accuracy.funnel import sets_apart
from gainsay.edition.edition import Edition
from gainsay.matters import DISPUTED, Matter
from gainsay.spans import Span

_MARKED = Path(__file__).parent / "marked"
FOLDERS = {"archives": _MARKED / "archives", "open": _MARKED / "plain" / "open", "held": _MARKED / "plain" / "held"}
KINDS = ("disputes", "agreements", "traps")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two passages, each by our statements that touch it."""

    kind: str
    about: str
    positions: tuple[set[str], set[str]]

    def is_found(self, matters: list[Matter]) -> bool:
        """Whether a matter says so: that they agree, or else that they do not."""
        if self.kind != "agreements":
            return any(sets_apart(m, list(self.positions)) for m in matters if m.verdict in DISPUTED)
        return any(all(p & {*side.statements} for p in self.positions) for m in matters for side in m.sides)


class Archive:
    """One archive as it was read."""

    def __init__(self, folder: Path, edition: Edition) -> None:
        self.key = json.loads(folder.with_suffix(".json").read_text(encoding="utf-8"))
        self.matters = list(edition.matters())
        documents = {Path(document.path).name: document for document in edition.documents()}
        self._texts = {name: document.text for name, document in documents.items()}
        self._statements = {name: edition.statements(document.id) for name, document in documents.items()}
        self._attributions = {name: edition.attributions(document.id) for name, document in documents.items()}

    def pairs(self) -> Iterator[Pair]:
        """What its writer lists."""
        for kind in KINDS:
            for one in self.key[kind]:
                yield Pair(kind, one["about"], (self._touching(one["a"]), self._touching(one["b"])))

    def speech(self) -> Iterator[bool]:
        """Of each passage of speech whether an attribution covers half of it."""
        for one in self.key["speech"]:
            at = self._place(one)
            parts = [span for a in self._attributions[one["doc"]] for span in a.content]
            yield any(2 * _shared(span, at) > at.length for span in parts)

    def _touching(self, passage: Mapping[str, str]) -> set[str]:
        at = self._place(passage)
        return {s.id for s in self._statements[passage["doc"]] if _shared(s.span, at)}

    def _place(self, passage: Mapping[str, str]) -> Span:
        start = self._texts[passage["doc"]].index(passage["quote"])
        return Span(start, start + len(passage["quote"]))


def _shared(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def count(folder: Path, *, each: bool = False) -> Counter[str]:
    """What is counted of one archive."""
    counted: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as work, gainsay.read(folder, Path(work) / "edition.gainsay") as edition:
        archive = Archive(folder, edition)
        right: set[str] = set()
        for pair in archive.pairs():
            found = pair.is_found(archive.matters)
            if pair.kind == "disputes":
                right |= {m.id for m in archive.matters if m.verdict in DISPUTED and pair.is_found([m])}
            counted.update({pair.kind: 1, f"{pair.kind} found": found})
            if found and each:
                print(f"  {folder.name}: {pair.kind[:-1]} found: {pair.about}")
        disputed = [m for m in archive.matters if m.verdict in DISPUTED]
        counted.update({"shown": len(disputed), "right": len(right)})
        for matter in disputed if each else ():
            if matter.id not in right:
                print(f"  {folder.name}: not in the key: {' / '.join(side.position for side in matter.sides)}")
        spoken = list(archive.speech())
        counted.update({"speech": len(spoken), "speech found": sum(spoken)})
    return counted


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--each", action="store_true", help="what was found, line by line")
    parser.add_argument("--of", choices=FOLDERS, default="archives", help="which of them")
    options = parser.parse_args(arguments)
    total: Counter[str] = Counter()
    for folder in sorted(path for path in FOLDERS[options.of].iterdir() if path.is_dir()):
        total += count(folder, each=options.each)
    for kind in (*KINDS, "speech"):
        if total[kind]:
            print(f"{kind}: {total[kind + ' found']} of {total[kind]} ({total[kind + ' found'] / total[kind]:.3f})")
    print(f"disputed matters shown: {total['shown']}, of which {total['right']} are in the key")
    return 0


if __name__ == "__main__":
    sys.exit(main())
