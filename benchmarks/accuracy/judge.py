"""Disputes that no gold lists, judged by hand: prints how many of those found today are real, by verdict and facet.

    python -m benchmarks.accuracy.judge                 judgements held against what is found today
    python -m benchmarks.accuracy.judge --open FILE     write those not judged yet, with their words, to be judged

Judgements live in `judged/*.jsonl`, one a line: the matter's content id, its collection, `real` (it is a dispute of
the kind named), `kind` (a dispute, of another kind) or `false`, and why, in words of the judge. No text of a source
is kept.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.accuracy.scoring import SHARED, score_everything

JUDGED = Path(__file__).with_name("judged")


def judgements() -> dict[str, dict[str, Any]]:
    """Matter id → judgement."""
    rows = (json.loads(line) for file in sorted(JUDGED.glob("*.jsonl")) for line in file.read_text().splitlines())
    return {row["matter"]: row for row in rows}


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0; without the development data, says so."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--open", type=Path, metavar="FILE")
    options = parser.parse_args(arguments)
    if not (SHARED / "score" / "score.py").is_file():
        print("judgements are not counted: the development gold (../shared) is not on this machine")
        return 0
    known, still_open = judgements(), []
    tally: Counter[tuple[str, str, str]] = Counter()
    for collection in score_everything():
        for matter in collection.unmatched:
            row = known.get(matter["id"])
            if row is None:
                still_open.append({"collection": collection.name, **matter})
            else:
                tally[collection.name, f"{matter['verdict']}/{matter['facet']}", row["judgement"]] += 1
    for name in ("seeds", "news"):
        of = {k: n for k, n in tally.items() if k[0] == name}
        real, total = sum(n for k, n in of.items() if k[2] != "false"), sum(of.values())
        print(f"{name}: {real} of {total} disputes outside the gold are real")
        for (_, kind, judgement), n in sorted(of.items()):
            print(f"  {kind:<24}{judgement:<8}{n}")
    print(f"not judged yet: {len(still_open)}")
    if options.open:
        options.open.write_text("".join(json.dumps(m, ensure_ascii=False) + "\n" for m in still_open), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
