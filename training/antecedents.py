"""Fits the weights by which the rules judge antecedents (`gainsay/entities/weights.py`), on GUM's training texts.

    python -m training.antecedents          fits, and writes the weights
    python -m training.antecedents --dry    fits, and says how well the questions are answered

Every pronoun and description found in a text of GUM poses a question: which of the candidates, or nobody.
The right answers are the candidates of the same chain; what GUM does not mark, and the first mention of a chain, points
to nobody. While the questions are collected the right answer is always given, so that each is asked in a clean state.
A softmax over the candidates and nobody is fitted by gradient descent with an L2 penalty, for pronouns and for
descriptions.
"""

from __future__ import annotations

import argparse
import sys
import textwrap
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from benchmarks.accuracy.coreference import COUNTED, aligned
from benchmarks.accuracy.gum import Text, texts

from gainsay.annotations.attributions import find_attributions
from gainsay.annotations.citations import find_citations
from gainsay.annotations.dates import find_dates
from gainsay.annotations.mentions import Mention, combine, find_mentions, find_unnamed
from gainsay.encoder import Encoder
from gainsay.entities import resolve_document
from gainsay.entities.antecedents import Antecedent
from gainsay.entities.discourse import Discourse
from gainsay.entities.traits import CLASSES, question

WEIGHTS = Path(__file__).parents[1] / "src" / "gainsay" / "entities" / "weights.py"
_PENALTY = 1.0  # 3 does no better on the development texts
_STEPS = 600
_RATE = 1.0

GROUPS = dict.fromkeys(CLASSES.values(), "pronouns")
"""The classes of pronouns; all others are descriptions."""

Array = npt.NDArray[Any]


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
    encoder = Encoder()
    found: list[Example] = []
    for text in texts(part):
        found += _of_text(text, encoder)
    return found


def _of_text(text: Text, encoder: Encoder) -> list[Example]:
    """The questions of one text, with the names, speakers and descriptions that rules and model find together."""
    layout = text.layout()
    document = layout.document
    encodings = list(encoder.read(document.text, [passage.span for passage in layout.prose]))
    names = combine(document, find_mentions(document, layout), encodings)
    dates, citations = find_dates(document, layout), find_citations(document, layout)
    attributions = find_attributions(document, layout, names, dates, citations, encodings=encodings)
    mentions = [*names, *find_unnamed(document, layout, names, encodings)]
    known = aligned(text, [[m] for m in mentions if m.form != "adjective"])
    chains = {span: text.entities[n].chain for span, n in known.items() if text.entities[n].type in COUNTED}
    oracle = Oracle(chains)
    resolve_document(document, layout, mentions, attributions, oracle)
    return oracle.examples


def fit(found: Sequence[Example]) -> dict[str, dict[str, float]]:
    """The weights of every class: of the candidates' traits, and (as "no" and the class) of nobody's.

    What a trait counts in a class is what it counts in the whole group plus what sets the class apart, both penalised,
    so that a class with few questions learns from its neighbours.
    """
    names: dict[tuple[str, str, str], int] = {}

    def column(kind: str, trait: str) -> list[int]:
        keys = ((GROUPS.get(kind.removeprefix("no "), "descriptions"), kind[:3] == "no ", trait), (kind, "", trait))
        return [names.setdefault((str(a), str(b), c), len(names)) for a, b, c in keys]

    rows, owner = [], []
    for number, example in enumerate(found):
        for n, row in enumerate(example.traits):
            kind = example.kind if n < len(example.traits) - 1 else f"no {example.kind}"
            rows.append([c for trait in row for c in column(kind, trait)])
            owner.append(number)
    matrix = np.zeros((len(rows), len(names)), dtype=np.float32)
    for number, one in enumerate(rows):
        matrix[number, one] = 1.0
    weights = _descend(matrix, np.array(owner), np.array([r for e in found for r in e.right], dtype=np.float32))
    table: dict[str, dict[str, float]] = {}
    for example in found:
        for n, row in enumerate(example.traits):
            kind = example.kind if n < len(example.traits) - 1 else f"no {example.kind}"
            for trait in row:
                if trait not in table.setdefault(kind, {}):
                    table[kind][trait] = round(float(sum(weights[c] for c in column(kind, trait))), 2)
    return {kind: {t: w for t, w in table[kind].items() if w} for kind in sorted(table)}


def _descend(matrix: Array, owners: Array, right: Array) -> Array:
    starts = np.searchsorted(owners, np.arange(int(owners[-1]) + 1))
    weights = np.zeros(matrix.shape[1], dtype=np.float64)
    speed = np.zeros_like(weights)
    for _ in range(_STEPS):
        gradient = _gradient(matrix, weights, owners, starts, right) + _PENALTY * weights
        speed = 0.9 * speed - _RATE * gradient / len(starts)
        weights += speed
    return weights


def _gradient(matrix: Array, weights: Array, owners: Array, starts: Array, right: Array) -> Array:
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
    table = {
        **fit([e for kind, found in sorted(by_kind.items()) if kind in GROUPS for e in found]),
        **fit([e for kind, found in sorted(by_kind.items()) if kind not in GROUPS for e in found]),
    }
    for kind, found in sorted(by_kind.items()):
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
