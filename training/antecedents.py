"""Fits the weights by which the rules judge antecedents (`gainsay/entities/weights.py`), on GUM's training texts.

    python -m training.antecedents          fits, and writes the weights
    python -m training.antecedents --dry    fits, and says how well the questions are answered

Every pronoun and description that the rules find in a text of GUM poses a question: which of the candidates, or nobody.
The right answers are the candidates of the same chain; what GUM does not mark, and the first mention of a chain, points
to nobody. While the questions are collected the right answer is always given, so that each is asked in a clean state.
A softmax over the candidates and nobody is fitted by gradient descent with an L2 penalty, class by class.
"""

from __future__ import annotations

import argparse
import sys
import textwrap
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from benchmarks.accuracy.coreference import COUNTED, aligned
from benchmarks.accuracy.gum import Text, texts

from gainsay.annotations.attributions import find_attributions
from gainsay.annotations.citations import find_citations
from gainsay.annotations.dates import find_dates
from gainsay.annotations.mentions import Mention, find_mentions, find_unnamed
from gainsay.entities import resolve_document
from gainsay.entities.antecedents import Antecedent
from gainsay.entities.discourse import Discourse
from gainsay.entities.traits import question

WEIGHTS = Path(__file__).parents[1] / "src" / "gainsay" / "entities" / "weights.py"
_PENALTY = 1.0  # chosen on the development texts among 0.3, 1 and 3
_STEPS = 400


@dataclass(frozen=True, slots=True)
class Example:
    """One question: the traits of each candidate, those of nobody last, and which answers are right."""

    kind: str
    traits: list[list[str]]
    right: list[bool]


class Oracle:
    """A judge that knows the chains; it keeps the questions that it was asked."""

    def __init__(self, chain_of: dict[tuple[int, int], int]) -> None:
        self.chain_of = chain_of
        self.examples: list[Example] = []
        self.chains: defaultdict[int, set[int]] = defaultdict(set)

    def _chain(self, mention: Mention) -> int | None:
        return self.chain_of.get((mention.span.start, mention.span.end))

    def of(self, mention: Mention, discourse: Discourse) -> Sequence[Antecedent]:
        asked = question(mention, discourse)
        if asked is None:
            return ()
        chain = self._chain(mention)
        right = [chain is not None and self._chain(seen.last) == chain for seen, _ in asked.candidates]
        self.examples.append(
            Example(asked.kind, [t for _, t in asked.candidates] + [asked.nobody], [*right, not any(right)])
        )
        found = [
            Antecedent(seen.last.id, 1.0, "") for (seen, _), is_ in zip(asked.candidates, right, strict=True) if is_
        ]
        return found[:1]


def examples(part: str) -> list[Example]:
    """The questions of all texts of a part."""
    found: list[Example] = []
    for text in texts(part):
        found += _of_text(text)
    return found


def _of_text(text: Text) -> list[Example]:
    layout = text.layout()
    document = layout.document
    names = find_mentions(document, layout)
    attributions = find_attributions(
        document, layout, names, find_dates(document, layout), find_citations(document, layout)
    )
    mentions = [*names, *find_unnamed(document, layout, names)]
    known = aligned(text, [[m] for m in mentions if m.form != "adjective"])
    chains = {span: text.entities[n].chain for span, n in known.items() if text.entities[n].type in COUNTED}
    oracle = Oracle(chains)
    resolve_document(document, layout, mentions, attributions, oracle)
    return oracle.examples


def fit(found: Sequence[Example], nobody: str) -> tuple[dict[str, float], dict[str, float]]:
    """The weights of one class: of the candidates' traits, and of nobody's."""
    names = sorted({(n == len(e.traits) - 1, t) for e in found for n, row in enumerate(e.traits) for t in row})
    index = {name: n for n, name in enumerate(names)}
    rows, owner = [], []
    for number, example in enumerate(found):
        for n, row in enumerate(example.traits):
            rows.append([index[n == len(example.traits) - 1, t] for t in row])
            owner.append(number)
    matrix = np.zeros((len(rows), len(names)), dtype=np.float32)
    for number, row in enumerate(rows):
        matrix[number, row] = 1.0
    owners = np.array(owner)
    right = np.array([r for e in found for r in e.right], dtype=np.float32)
    starts = np.searchsorted(owners, np.arange(len(found)))
    weights = np.zeros(len(names), dtype=np.float64)
    speed = np.zeros_like(weights)
    for _ in range(_STEPS):
        gradient = _gradient(matrix, weights, owners, starts, right) + _PENALTY * weights
        speed = 0.9 * speed - gradient / len(found)
        weights += speed
    table = {name: round(float(weights[n]), 2) for name, n in index.items()}
    return (
        {t: w for (last, t), w in table.items() if not last and w},
        {t: w for (last, t), w in table.items() if last and w},
    )


def _gradient(
    matrix: np.ndarray, weights: np.ndarray, owners: np.ndarray, starts: np.ndarray, right: np.ndarray
) -> np.ndarray:
    sums = matrix @ weights
    sums -= np.maximum.reduceat(sums, starts)[owners]
    powers = np.exp(sums)
    guess = powers / np.add.reduceat(powers, starts)[owners]
    held = guess * right
    target = held / np.maximum(np.add.reduceat(held, starts)[owners], 1e-9)
    return matrix.T @ (guess - target)


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dry", action="store_true", help="do not write")
    options = parser.parse_args(arguments)
    by_kind: defaultdict[str, list[Example]] = defaultdict(list)
    for example in examples("train"):
        by_kind[example.kind].append(example)
    table: dict[str, dict[str, float]] = {}
    for kind, found in sorted(by_kind.items()):
        table[kind], table[f"no {kind}"] = fit(found, kind)
        print(f"{kind:<12}{len(found):>6} questions, {sum(not e.right[-1] for e in found):>5} with an answer")
    if not options.dry:
        write(table)
    return 0


def write(table: dict[str, dict[str, float]]) -> None:
    """The weights as a module: one paragraph a class, each trait before its weight."""
    lines = ['"""How much each trait counts: fitted by `training/antecedents.py`, not by hand."""', ""]
    lines += ["from __future__ import annotations", "", '_TABLE = """']
    for kind, weights in table.items():
        words = f"{kind.replace(' ', '-')}:  " + "  ".join(
            f"{trait} {weight}" for trait, weight in sorted(weights.items())
        )
        lines += textwrap.wrap(words, 118, break_on_hyphens=False, break_long_words=False)
        lines.append("")
    lines[-1] = '"""'
    WEIGHTS.write_text("\n".join([*lines, _READING]), encoding="utf-8")


_READING = """

def _read(table: str) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for paragraph in table.strip().split("\\n\\n"):
        kind, *words = paragraph.split()
        found[kind.rstrip(":").replace("no-", "no ")] = dict(zip(words[::2], map(float, words[1::2]), strict=True))
    return found


WEIGHTS = _read(_TABLE)
"""

if __name__ == "__main__":
    sys.exit(main())
