"""Times the encoder: loading, words a second from text to names and attributions, and beside it spaCy of the same role.

    python -m benchmarks.speed.encoder [--articles N]

Everything on one thread, in processor seconds, over the same articles of PolNeAR dev (needs ../shared). The peer is
spaCy's tok2vec with a named-entity recogniser, as `spacy.blank("en")` builds them with fresh weights, which take as
long as trained ones; it tags names only, with no speakers, links or vectors. Left out where spaCy is not installed.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence

from training.encoder.corpora import Labelled, polnear

from benchmarks.accuracy.scoring import SHARED
from gainsay.annotations.attributions.learned import read_attributions
from gainsay.annotations.mentions.learned import read_names
from gainsay.encoder import Encoder

POLNEAR = SHARED / "corpora" / "polnear"


def words_a_second(read: Callable[[Labelled], object], articles: Sequence[Labelled]) -> float:
    """Words for each processor second, the first article (warming up) not counted."""
    read(articles[0])
    start = time.process_time()
    for article in articles[1:]:
        read(article)
    return sum(len(a.text.split()) for a in articles[1:]) / (time.process_time() - start)


def _whole(encoder: Encoder) -> Callable[[Labelled], object]:
    def read(article: Labelled) -> object:
        encodings = list(encoder.read(article.text, article.paragraphs))
        return read_attributions(article.id, article.text, encodings), read_names(article.text, encodings)

    return read


def peer() -> Callable[[Labelled], object] | None:
    """spaCy's names, or None where it is not installed."""
    try:
        import spacy
    except ImportError:
        return None
    nlp = spacy.blank("en")
    names = nlp.add_pipe("ner")
    for label in ("PERSON", "ORG", "GPE", "EVENT"):
        names.add_label(label)  # type: ignore[attr-defined]
    nlp.initialize()
    return lambda article: nlp(article.text)


def main(arguments: list[str] | None = None) -> int:
    """Print the times and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=40)
    options = parser.parse_args(arguments)
    if not POLNEAR.is_dir():
        print("encoder skipped: the corpora (../shared) are not on this machine")
        return 0
    articles = list(polnear(POLNEAR, "dev"))[: options.articles]
    start = time.perf_counter()
    encoder = Encoder()
    print(f"loading                      {time.perf_counter() - start:8.2f} s")
    alone = words_a_second(lambda a: list(encoder.read(a.text, a.paragraphs)), articles)
    whole = words_a_second(_whole(encoder), articles)
    print(f"encoder                      {alone:8.0f} words a processor second")
    print(f"… with reading what it says  {whole:8.0f}")
    other = peer()
    if other is None:
        print("spaCy is not installed: no peer")
    else:
        names = words_a_second(other, articles)
        print(f"spaCy, names alone           {names:8.0f}  ({names / whole:.1f} times)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
