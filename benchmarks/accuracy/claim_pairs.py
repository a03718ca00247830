"""How well two clauses are told to agree, conflict, deny …: the benchmark of the relation model and of the rules.

    python -m benchmarks.accuracy.claim_pairs [--errors]

Every topic is judged by a model that was trained on the others (folds of three topics). The rules have learned nothing
from these pairs; where they say nothing, the pair counts as another matter when its articles are not akin, else as the
same matter. Precision at recall r: of the pairs most likely a conflict, down to where the share r of all conflicts is
found, the share that is one. Pairs marked arguable are counted in the first of two numbers only.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import product

from training.relation import claim, features_of, fit

from benchmarks.accuracy.claim_pair_data import CORPORA, RELATIONS, Pair, read_pairs
from gainsay.matters.facets import agreement, date, figure, occurrence
from gainsay.matters.likeness import likeness, profile
from gainsay.matters.subjects.kinship import AKIN
from gainsay.matters.verdict import RelationKind, sharpest

FOLDS = 11
RECALLS = (0.15, 0.25, 0.5)
Probabilities = Mapping[str, float]

_COMPARE = {
    "figure": figure.compare,
    "date": date.compare,
    "claim": lambda a, b, like: occurrence.compare(a, b, like) or agreement.compare(a, b, like),
}
_NAMES: dict[RelationKind, str] = {
    "agrees": "agree",
    "conflicts": "conflict",
    "denies": "denial",
    "scope": "scope",
    "changed": "conflict",
}


def by_topic_left_out(pairs: Sequence[Pair], entity_of: Mapping[str, str]) -> list[Probabilities]:
    """What the model says of each pair when it has not seen its topic."""
    rows = [features_of(pair, entity_of) for pair in pairs]
    topics = sorted({pair.topic for pair in pairs})
    judged: dict[str, Probabilities] = {}
    for fold in range(FOLDS):
        held = set(topics[fold::FOLDS])
        seen = [at for at, pair in enumerate(pairs) if pair.topic not in held]
        model = fit([rows[at] for at in seen], [pairs[at].relation for at in seen])
        judged |= {p.id: model.probabilities(rows[at]) for at, p in enumerate(pairs) if p.topic in held}
    return [judged[pair.id] for pair in pairs]


def by_rules(pair: Pair, entity_of: Mapping[str, str]) -> str:
    """What the comparisons of values and claims say of a pair today."""
    found = []
    for a, b in product(pair.a, pair.b):
        if a.kind == b.kind and a.kind in _COMPARE:
            like = likeness(profile(a, entity_of), profile(b, entity_of), pair.kin, pair.meaning)
            relation = _COMPARE[a.kind](a, b, like)
            if relation:
                found.append(relation)
    if found:
        return _NAMES[sharpest(found).kind]
    return "same-matter" if pair.kin >= AKIN else "different"


def f1(pairs: Sequence[Pair], said: Sequence[str], relation: str) -> float:
    """F1 of one relation."""
    both = sum(pair.relation == word == relation for pair, word in zip(pairs, said, strict=True))
    named = sum(pair.relation == relation for pair in pairs) + sum(word == relation for word in said)
    return 2 * both / named if named else 0.0


def macro(pairs: Sequence[Pair], said: Sequence[str]) -> float:
    """The mean F1 of the six relations."""
    return sum(f1(pairs, said, relation) for relation in RELATIONS) / len(RELATIONS)


def precision_at(pairs: Sequence[Pair], judged: Sequence[Probabilities], recall: float) -> float:
    """Precision of "conflict" where this share of the conflicts is found."""
    ranked = sorted(zip(pairs, judged, strict=True), key=lambda pair: (-pair[1]["conflict"], pair[0].id))
    needed, right = recall * sum(pair.relation == "conflict" for pair in pairs), 0
    for read, (pair, _) in enumerate(ranked, start=1):
        right += pair.relation == "conflict"
        if right >= needed:
            return right / read
    return 0.0


def area(pairs: Sequence[Pair], judged: Sequence[Probabilities], relation: str) -> float:
    """How often a pair of this relation is rated above one of another (area under the curve)."""
    ranked = sorted(zip(pairs, judged, strict=True), key=lambda pair: (pair[1][relation], pair[0].id))
    places = [place for place, (pair, _) in enumerate(ranked) if pair.relation == relation]
    own, others = len(places), len(ranked) - len(places)
    return (sum(places) - own * (own - 1) / 2) / (own * others) if own and others else 0.0


Chosen = tuple[list[Pair], list[int]]


def _clear(pairs: Sequence[Pair]) -> Chosen:
    kept = [at for at, pair in enumerate(pairs) if not pair.arguable]
    return [pairs[at] for at in kept], kept


def measured() -> tuple[list[Pair], dict[str, list[str]], list[Probabilities]]:
    """The pairs, what each system says of them, and the model's probabilities."""
    pairs, entity_of = read_pairs()
    judged = by_topic_left_out(pairs, entity_of)
    most = Counter(pair.relation for pair in pairs).most_common(1)[0][0]
    said = {
        "majority": [most] * len(pairs),
        "rules": [by_rules(pair, entity_of) for pair in pairs],
        "model": [max(RELATIONS, key=probabilities.__getitem__) for probabilities in judged],
    }
    return pairs, said, judged


def floors() -> dict[str, float]:
    """Metric → what was reached, for the gate; nothing where the corpora are not on this machine."""
    if not (CORPORA / "claim-pairs").is_dir():
        return {}
    pairs, said, judged = measured()
    clear, kept = _clear(pairs)
    words = [said["model"][at] for at in kept]
    return {
        "claim-pairs: macro F1, not arguable": round(macro(clear, words), 4),
        "claim-pairs: macro F1, all": round(macro(pairs, said["model"]), 4),
        "claim-pairs: denial (f1)": round(f1(pairs, said["model"], "denial"), 4),
        "claim-pairs: conflict, area under the curve": round(area(pairs, judged, "conflict"), 4),
    }


def main() -> int:
    """Print the table; with --errors, the likeliest conflicts that are none."""
    if not (CORPORA / "claim-pairs").is_dir():
        print("claim-pairs skipped: the corpora (../shared) are not on this machine")
        return 0
    pairs, said, judged = measured()
    clear, kept = _clear(pairs)
    print(f"{'':<10}{'macro F1: all':>14}{'clear':>7}   " + "".join(f"{name:>13}" for name in RELATIONS))
    for name, words in said.items():
        own = [words[at] for at in kept]
        each = "".join(f"{f1(pairs, words, r):>8.2f} {f1(clear, own, r):.2f}" for r in RELATIONS)
        print(f"{name:<10}{macro(pairs, words):>14.3f}{macro(clear, own):>7.3f}   {each}")
    _print_ranked(pairs, judged, "all")
    _print_ranked(clear, [judged[at] for at in kept], "clear")
    for name in ("rules", "model"):
        shown = [pair.relation for pair, word in zip(pairs, said[name], strict=True) if word == "conflict"]
        print(f"{name}: {len(shown)} called conflict, of them {dict(Counter(shown).most_common())}")
    inside = [at for at, pair in enumerate(pairs) if pair.one_event]
    other = f1([pairs[at] for at in inside], [said["model"][at] for at in inside], "different")
    print(f"model: different, inside one event: F1 {other:.2f}")
    if "--errors" in sys.argv[1:]:
        _print_errors(pairs, judged)
    return 0


def _print_ranked(pairs: Sequence[Pair], judged: Sequence[Probabilities], name: str) -> None:
    at = "  ".join(f"{precision_at(pairs, judged, recall):.2f} at {recall}" for recall in RECALLS)
    base = sum(pair.relation == "conflict" for pair in pairs) / len(pairs)
    areas = "  ".join(f"{relation} {area(pairs, judged, relation):.2f}" for relation in RELATIONS)
    print(f"model, {name}: conflict precision {at} (base {base:.2f}); areas {areas}")


def _print_errors(pairs: Sequence[Pair], judged: Sequence[Probabilities], most: int = 40) -> None:
    rank: Callable[[tuple[Pair, Probabilities]], float] = lambda pair: -pair[1]["conflict"]  # noqa: E731
    for pair, probabilities in sorted(zip(pairs, judged, strict=True), key=rank)[:most]:
        if pair.relation != "conflict":
            print(f"{probabilities['conflict']:.2f} {pair.relation} {pair.id}")
            print(f"   {claim(pair.a).position}\n   {claim(pair.b).position}")


if __name__ == "__main__":
    sys.exit(main())
