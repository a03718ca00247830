"""Fits the weights of `gainsay.annotations.attributions.certainty` on training texts, and checks them on others.

    python -m training.certainty        the weights, and how they hold on the development texts

PolNeAR counts once, GUM twice (it is small, and of more genres), the own cases once. Attributions that the gold neither
requires nor punishes are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import numpy as np
from benchmarks.accuracy.attribution_gold import Text, gum, own, polnear
from benchmarks.accuracy.attribution_scores import bare, pairs, share_word, tokens
from benchmarks.accuracy.attributions import is_masked

from gainsay.annotations.attributions import AttributionSettings, RuleReader
from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.attributions.certainty import WEIGHTS, traits
from gainsay.annotations.attributions.chain import link
from training.logistic import Floats, fit

Row = tuple[dict[str, float], bool, float]
_SAMPLE = 420
_RIDGE = 3.0
_BANDS = (0.9, 0.8, 0.7, 0.6, 0.0)


def rows(texts: Iterable[Text], read: Callable[[Text], list[Attribution]], weight: float, flat: bool) -> Iterator[Row]:
    """Traits, whether right, weight, of every attribution that counts; `flat`: the gold knows no nesting."""
    for text in texts:
        words = text.layout.document.text
        found = [a for a in read(text) if not (flat and a.parent) and not is_masked(a.content, text.masked)]
        gold = [g for g in text.gold if not is_masked(g.content, text.masked)]
        matched = pairs(
            [tokens(words, bare(words, a.content)) for a in found],
            [tokens(words, bare(words, g.content)) for g in gold],
            [g.clear for g in gold],
        )
        for number, one in enumerate(found):
            other = gold[matched[number]] if number in matched else None
            if other is None or other.clear:
                right = other is not None and (
                    share_word(words, one.speaker, other.speaker) or not (one.speaker or other.speaker)
                )
                yield traits(words, one), right, weight


def _arrays(data: list[Row], names: list[str]) -> tuple[Floats, Floats, Floats]:
    held = np.array([[found.get(name, 0.0) for name in names] for found, _, _ in data])
    return held, np.array([float(right) for _, right, _ in data]), np.array([weight for _, _, weight in data])


def main() -> None:
    """Print the weights, and of each band of probability how many are right."""
    settings = AttributionSettings()

    def read(text: Text) -> list[Attribution]:
        return link(text.layout, RuleReader(settings, raw=True).read(text.layout, text.mentions), ())

    def all_rows(part: str, sample: int | None) -> list[Row]:
        news = rows(polnear(part, sample), read, 1, flat=True)
        return [*news, *rows(gum(part), read, 2, flat=False), *rows(own(part), read, 1, flat=False)]

    names = list(WEIGHTS)
    held, right, counts = _arrays(all_rows("train", _SAMPLE), names)
    weights = fit(held, right, _RIDGE, counts)
    for name, weight in zip(names, weights, strict=True):
        print(f'    "{name}": {weight:.2f},')
    held, right, _ = _arrays(all_rows("dev", None), names)
    chance = 1 / (1 + np.exp(-held @ weights))
    below = 1.01
    for band in _BANDS:
        inside = (chance >= band) & (chance < below)
        below = band
        print(f"≥ {band:.1f}: {inside.sum():5}  right {right[inside].mean():.3f}")


if __name__ == "__main__":
    main()
