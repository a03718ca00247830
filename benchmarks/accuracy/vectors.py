"""How well the encoder's sentence vectors find what belongs together: the body of an article by its title.

    python -m benchmarks.accuracy.vectors

PolNeAR dev: each title is encoded alone; a body is the mean of its sentences' vectors, without the first line (mostly
the headline). Printed is the mean reciprocal rank of the right body among all, for the shipped model and, where
`--start` names the weights of the model that training started from (and PyTorch is there), for that one.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from training.encoder.corpora import Labelled, lines_of, polnear

from benchmarks.accuracy.scoring import SHARED
from gainsay.encoder import Encoder
from gainsay.passages.sentences import find_sentences
from gainsay.spans import Span

POLNEAR = SHARED / "corpora" / "polnear"
Floats = npt.NDArray[np.float32]
Vectors = Callable[[str, Sequence[Span]], list[Floats]]
"""Text and its sentences → a unit vector for each."""


def by_model(encoder: Encoder) -> Vectors:
    """Vectors of the shipped model, read in the context of the whole text."""

    def vectors(text: str, sentences: Sequence[Span]) -> list[Floats]:
        encodings = list(encoder.read(text, lines_of(text)))
        found = []
        for sentence in sentences:
            near = (e.vector(sentence) for e in encodings if e.starts[0] < sentence.end and sentence.start < e.ends[-1])
            found += [vector for vector in near if vector is not None][:1]
        return found

    return vectors


def by_start(start: Path) -> Vectors:
    """Vectors of the model that training started from, each sentence alone."""
    from training.encoder.teacher import teacher

    encode = teacher(start)
    return lambda text, sentences: list(encode([s.of(text) for s in sentences]))


def reciprocal_rank(vectors: Vectors, articles: Sequence[Labelled]) -> float:
    """The mean reciprocal rank of an article's body among all, asked for by its title."""
    titles, bodies = [], []
    for article in articles:
        sentences = [s for line in article.paragraphs[1:] for s in find_sentences(article.text, line)]
        body = np.mean(vectors(article.text, sentences), axis=0)
        titles.append(np.mean(vectors(article.title, [Span(0, len(article.title))]), axis=0))
        bodies.append(body / np.linalg.norm(body))
    near = np.stack(titles) @ np.stack(bodies).T
    return float((1 / (near >= np.diag(near)[:, None]).sum(1)).mean())


def floors() -> dict[str, float]:
    """Metric → what was reached, for the gate; nothing where the corpus is not here."""
    if not POLNEAR.is_dir():
        return {}
    articles = [a for a in polnear(POLNEAR, "dev") if a.title and len(a.paragraphs) > 1]
    return {"vectors: title to body (MRR)": round(reciprocal_rank(by_model(Encoder()), articles), 4)}


def main(arguments: list[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--start", type=Path)
    options = parser.parse_args(arguments)
    if not POLNEAR.is_dir():
        print("vectors skipped: the corpora (../shared) are not on this machine")
        return 0
    articles = [a for a in polnear(POLNEAR, "dev") if a.title and len(a.paragraphs) > 1]
    print(f"title → body, MRR, {len(articles)} articles")
    print(f"shipped model   {reciprocal_rank(by_model(Encoder()), articles):.3f}")
    if options.start:
        print(f"starting model  {reciprocal_rank(by_start(options.start), articles):.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
