"""How well attributions are read: who says what, on texts and gold of other people.

    python -m benchmarks.accuracy.attributions [--reader rules|model|both] [--sample N] [--part dev|train]

Measures: `attribution_scores`; corpora: `attribution_gold`. PolNeAR knows no nesting ("X said that Y denied Z" is one
attribution there), so predicted attributions with a parent are left out of its rows; so are those, on both sides, that
lie mostly in what its annotators set aside. In GUM only *clear* attributions count; contents are compared without a
leading "that" and a final comma or full stop. The parent row: of the nested ones that were found, those whose parent
is the right one. `human` rows: every pair of annotators of the shared PolNeAR articles, one as if predicted.

From a program: `score_polnear(read)`, `score_gum(read)` for any `read(text: Text) -> list[Attribution]`, parents
linked; `reader("rules")` makes one.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence

from benchmarks.accuracy.attribution_gold import Text, gum, own, polnear, polnear_annotators, present
from benchmarks.accuracy.attribution_scores import BANDS, KINDS, Gold, Scores, score
from gainsay.annotations.attributions import find_attributions
from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.attributions.chain import link
from gainsay.annotations.attributions.learned import read_attributions
from gainsay.encoder import Encoder
from gainsay.spans import Span

Read = Callable[[Text], list[Attribution]]
READERS = ("rules", "model", "both")
# Readers held to floors.
HELD = READERS


def reader(name: str) -> Read:
    """A reader of prepared texts."""
    if name == "rules":
        return lambda text: find_attributions(text.layout.document, text.layout, text.mentions, (), text.citations)
    encoder = Encoder()

    def model(text: Text) -> list[Attribution]:
        document = text.layout.document
        encodings = list(encoder.read(document.text, [passage.span for passage in text.layout.prose]))
        if name == "model":
            return link(text.layout, read_attributions(document.id, document.text, encodings), ())
        return find_attributions(document, text.layout, text.mentions, (), text.citations, encodings=encodings)

    return model


def is_masked(spans: Sequence[Span], masked: Iterable[Span]) -> bool:
    """Whether at least half of `spans` lies in what is masked."""
    inside = sum(max(0, min(s.end, m.end) - max(s.start, m.start)) for s in spans for m in masked)
    return 2 * inside >= sum(span.length for span in spans)


def score_polnear(read: Read, part: str = "dev", sample: int | None = None) -> Scores:
    """PolNeAR with the measures of the docstring."""
    total = Scores()
    for text in polnear(part, sample):
        predicted = [a for a in read(text) if a.parent is None and not is_masked(a.content, text.masked)]
        gold = [g for g in text.gold if not is_masked(g.content, text.masked)]
        total.merge(score(text.layout.document.text, predicted, gold))
    return total


def score_gum(read: Read, part: str = "dev", sample: int | None = None) -> dict[str, Scores]:
    """Genre → scores on GUM, and `all`."""
    return score_genres(read, gum(part, sample))


def score_own(read: Read, split: str = "dev") -> dict[str, Scores]:
    """Genre → scores on the cases of `training/cases`, and `all`."""
    return score_genres(read, own(split))


def score_genres(read: Read, texts: Iterable[Text]) -> dict[str, Scores]:
    """Genre → scores, and `all`; contents compared bare."""
    scores: dict[str, Scores] = {}
    total = Scores()
    for text in texts:
        found = score(text.layout.document.text, read(text), text.gold, strip=True)
        scores.setdefault(text.genre, Scores()).merge(found)
        total.merge(found)
    return dict(sorted(scores.items())) | {"all": total}


def score_humans(part: str) -> Scores:
    """Annotators of PolNeAR against one another."""
    total = Scores()
    for text, one, other, masked in polnear_annotators(part):
        predicted = [_as_attribution(gold) for gold in one if not is_masked(gold.content, masked)]
        total.merge(score(text, predicted, [gold for gold in other if not is_masked(gold.content, masked)]))
    return total


def _as_attribution(gold: Gold) -> Attribution:
    kind = gold.kind if gold.kind in KINDS else "indirect"
    return Attribution(gold.id, "", kind, gold.content, speaker=gold.speaker, cue=gold.cue)  # type: ignore[arg-type]


def polnear_row(name: str, scores: Scores) -> str:
    """content J≥.5 (P, R) and exact~, speaker, full F1; then found / right speaker by kind."""
    cells = [
        f"{name:<22}",
        f"J {scores.content.f1:.3f} (P {scores.content.precision:.3f} R {scores.content.recall:.3f})",
    ]
    cells += [f"exact~ {scores.exact.f1:.3f}  speaker {scores.speaker.f1:.3f}  full {scores.full.f1:.3f} "]
    cells += [f"{k} {scores.found[k].value:.3f}/{scores.right_speaker[k].value:.3f}" for k in KINDS]
    return "  ".join(cells)


def gum_row(name: str, scores: Scores) -> str:
    """content F1, speaker (shared word) and parent among found."""
    content, speaker, parent = scores.content, scores.shared_speaker, scores.parent
    return (
        f"{name:<22}  J {content.f1:.3f} (P {content.precision:.3f} R {content.recall:.3f}, {content.gold} gold)  "
        f"exact~ {scores.exact.f1:.3f}  speaker {speaker.value:.3f} ({speaker.right}/{speaker.of})  "
        f"parent {parent.value:.3f} ({parent.right}/{parent.of})  "
        + "  ".join(f"{kind} {scores.found[kind].value:.3f}" for kind in KINDS)
    )


def calibration_table(scores: Scores) -> str:
    """Band of confidence → how many, how many found in the gold, how many with the right speaker too."""
    rows = []
    for band in BANDS:
        content, speaker = scores.calibration[band]
        if content.of:
            rows.append(f"  ≥ {band:.1f}: {content.of:5}  in the gold {content.value:.3f}  speaker {speaker.value:.3f}")
    return "\n".join(rows)


def floors() -> dict[str, float]:
    """Metric → what the readers of `HELD` reached, for the gate; nothing where the corpora are not here."""
    if not present():
        return {}
    return {f"attributions, {name}: {metric}": value for name in HELD for metric, value in _held(name)}


def _held(name: str) -> list[tuple[str, float]]:
    read = reader(name)
    news, gum_all = score_polnear(read), score_gum(read)["all"]
    reached = [
        ("polnear content (f1)", news.content.f1),
        ("polnear exact (f1)", news.exact.f1),
        ("polnear speaker (f1)", news.speaker.f1),
        ("polnear direct found (recall)", news.found["direct"].value),
        ("polnear direct speaker (value)", news.right_speaker["direct"].value),
        ("gum content (f1)", gum_all.content.f1),
        ("gum speaker (value)", gum_all.shared_speaker.value),
    ]
    # The parents of GUM are not held: a dozen are found, one is worth eight points.
    return [(metric, round(value, 4)) for metric, value in reached]


def main(arguments: list[str] | None = None) -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reader", choices=READERS, action="append")
    parser.add_argument("--sample", type=int)
    parser.add_argument("--part", choices=("dev", "train"), default="dev")
    options = parser.parse_args(arguments)
    if not present():
        print("attributions skipped: the corpora (../shared) are not on this machine")
        return 0
    print(f"PolNeAR {options.part} (found / right speaker by kind)")
    for part in ("train", "dev"):
        print(polnear_row(f"human, {part}", score_humans(part)))
    names = options.reader or ["rules"]
    for name in names:
        read = reader(name)
        scores = score_polnear(read, options.part, options.sample)
        print(polnear_row(name, scores))
        print(f"{'':<22}  speaker shares a word, all kinds: {scores.shared_speaker.value:.3f}")
        print(calibration_table(scores))
    for name in names:
        print(f"\nGUM {options.part}: {name}")
        for genre, found in score_gum(reader(name), options.part, options.sample).items():
            print(gum_row(genre, found))
        print(calibration_table(found))
        print(f"\nown cases {options.part}: {name}")
        for genre, found in score_own(reader(name), options.part).items():
            print(gum_row(genre, found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
