"""Fits how sure a combined attribution is: prints the weights for `attributions/confidence.py`.

    python -m training.encoder.calibrate

Logistic regression of *in the gold, with the right speaker* on what `traits` tells of an attribution, over PolNeAR dev
and GUM dev. Attributions that GUM's annotators called borderline, and nested ones in PolNeAR, are left out.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from benchmarks.accuracy.attribution_gold import Text, gum, polnear
from benchmarks.accuracy.attribution_scores import bare, jaccard, pairs, tokens
from benchmarks.accuracy.attributions import is_masked

from gainsay.annotations.attributions import combined
from gainsay.annotations.attributions.chain import link
from gainsay.annotations.attributions.confidence import TRAITS, surety, traits
from gainsay.annotations.attributions.joining import joined
from gainsay.annotations.attributions.learned import read_attributions
from gainsay.annotations.attributions.rules import RuleReader
from gainsay.annotations.attributions.settings import AttributionSettings
from gainsay.encoder import Encoder
from training.logistic import fit

PENALTY = 1.0
# GUM is small, and of more genres.
GUM_COUNTS = 4.0


def cases(encoder: Encoder, text: Text, nested: bool) -> Iterator[tuple[list[float], bool]]:
    """The traits of each attribution of a text, and whether it is right."""
    document = text.layout.document
    encodings = list(encoder.read(document.text, [passage.span for passage in text.layout.prose]))
    by_rule = RuleReader(AttributionSettings()).read(text.layout, text.mentions)
    by_model = read_attributions(document.id, document.text, encodings)
    made = {}
    parts, here = combined.Parts(by_rule), surety(by_model)
    for rule, learned in combined.pairs(by_rule, by_model):
        kept = joined(document.text, rule, learned, parts.hold)
        made[kept.id] = (kept, rule, learned)
    linked = link(text.layout, [kept for kept, _, _ in made.values()], ())
    found = [one for one in linked if (nested or one.parent is None) and not is_masked(one.content, text.masked)]
    words = document.text
    matched = pairs(
        [tokens(words, bare(words, one.content)) for one in found],
        [tokens(words, bare(words, gold.content)) for gold in text.gold],
        [gold.clear for gold in text.gold],
    )
    for number, one in enumerate(found):
        gold = text.gold[matched[number]] if number in matched else None
        if gold is None or gold.clear:
            given = traits(words, *made[one.id], here)
            said, meant = tokens(words, one.speaker), tokens(words, gold.speaker if gold else ())
            same = (not said and not meant) or jaccard(said, meant) >= 0.5
            yield [given[trait] for trait in TRAITS], gold is not None and same


def main() -> None:
    encoder = Encoder()
    found = [case for text in polnear("dev") for case in cases(encoder, text, nested=False)]
    news = len(found)
    found += [case for text in gum("dev") for case in cases(encoder, text, nested=True)]
    counts = np.where(np.arange(len(found)) < news, 1.0, GUM_COUNTS)
    rows = np.array([row for row, _ in found])
    weights = fit(rows, np.array([float(right) for _, right in found]), PENALTY, counts, free=1)
    print(f"{len(found)} attributions, {np.mean([right for _, right in found]):.3f} of them right")
    for trait, weight in zip(TRAITS, weights, strict=True):
        print(f'    "{trait}": {weight:.3f},')


if __name__ == "__main__":
    main()
