"""Scores who is who across documents on ECB+: names of persons, bodies and places, topic by topic.

    python -m benchmarks.accuracy.across            the development topics
    python -m benchmarks.accuracy.across --train    the training topics
    python -m benchmarks.accuracy.across --wrong    … and the names that were parted or joined wrongly

All articles of a topic (two events of one kind, some twenty articles) are read as one edition. Gold are the mentions of
people, organisations and places in the sentences that the corpus's makers checked, as far as they are names: every
word but small ones has a capital. A name is found where a mention of Gainsay ends with it; over the names found,
B-cubed (Bagga and Baldwin 1998) compares Gainsay's entities with the corpus's chains. A check, not a goal: a topic
holds few names that could be confused.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

from benchmarks.accuracy.scoring import SHARED
from gainsay.annotations.attributions import find_attributions
from gainsay.annotations.mentions import find_mentions, find_unnamed
from gainsay.documents.document import Document
from gainsay.entities import Referent, resolve_document, resolve_edition
from gainsay.passages import divide

PATH = SHARED / "corpora" / "ecbplus" / "train-dev.jsonl.gz"
TAGS = ("HUMAN_PART_PER", "HUMAN_PART_ORG", "HUMAN_PART_GPE", "LOC_GEO", "LOC_FAC")
_SMALL = frozenset("of the and for in on at de la".split())

Record = dict[str, Any]


@dataclass
class Score:
    """Sums over the names found: `wrong` for a person to read."""

    gold: int = 0
    found: int = 0
    precision: float = 0.0
    recall: float = 0.0
    wrong: list[str] = field(default_factory=list)

    @property
    def rates(self) -> tuple[float, float, float]:
        """Precision, recall and F1 of B-cubed over the names found."""
        p, r = (value / self.found if self.found else 0.0 for value in (self.precision, self.recall))
        return p, r, 2 * p * r / (p + r) if p + r else 0.0


def topics(part: str) -> dict[int, list[Record]]:
    """The articles by topic; none where the corpus is not on this machine."""
    found: defaultdict[int, list[Record]] = defaultdict(list)
    if PATH.is_file():
        with gzip.open(PATH, "rt", encoding="utf-8") as lines:
            for record in map(json.loads, lines):
                if record["split"] == part:
                    found[record["topic"]].append(record)
    return found


def named(record: Record) -> list[Record]:
    """The mentions of an article that count: in checked sentences, in a chain, by name."""
    found = []
    for mention in record["mentions"]:
        words = record["text"][mention["spans"][0][0] : mention["spans"][-1][1]]
        if mention["clean"] and mention["chain"] and mention["tag"] in TAGS and _is_name(words):
            found.append(mention)
    return found


def _is_name(words: str) -> bool:
    parts = [word for word in words.split() if word.isalpha() and word.lower() not in _SMALL]
    return bool(parts) and all(word[0].isupper() for word in parts)


def _read(record: Record) -> tuple[list[Referent], dict[int, list[tuple[int, str]]]]:
    """The referents of an article, and by where its mentions end: where they begin, and whose they are."""
    document = Document(record["id"], f"{record['id']}.txt", "0", "text/plain", record["text"])
    layout = divide(document)
    names = find_mentions(document, layout)
    attributions = find_attributions(document, layout, names, [], [])
    found = resolve_document(document, layout, [*names, *find_unnamed(document, layout, names)], attributions)
    owner = {mention: referent.id for referent in found.referents for mention in referent.mentions}
    ends: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    for mention in found.mentions:
        if mention.form == "name" and mention.id in owner:
            ends[mention.span.end].append((mention.span.start, owner[mention.id]))
    return list(found.referents), ends


def score(total: Score, records: list[Record]) -> None:
    """Add one topic."""
    referents: list[Referent] = []
    pairs: list[tuple[str, str, str]] = []
    for record in records:
        own, ends = _read(record)
        referents += own
        for mention in named(record):
            start, end = mention["spans"][0][0], mention["spans"][-1][1]
            total.gold += 1
            if ends.get(end):
                owner = max(ends[end], key=lambda one: one[0] == start)[1]
                pairs.append((mention["chain"], owner, record["text"][start:end]))
    entity = {link.referent: e.id for e in resolve_edition(referents) for link in e.links}
    known = [(chain, entity[referent], words) for chain, referent, words in pairs]
    both = Counter((chain, one) for chain, one, _ in known)
    gold, found = Counter(chain for chain, _, _ in known), Counter(one for _, one, _ in known)
    total.found += len(known)
    for chain, one, words in known:
        total.precision += both[chain, one] / found[one]
        total.recall += both[chain, one] / gold[chain]
        if both[chain, one] < max(n for (c, _), n in both.items() if c == chain):
            total.wrong.append(f"topic {records[0]['topic']}: {words!r} is apart from the rest of {chain}")


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0, also where the corpus is missing, which is said."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--train", action="store_true", help="the training topics instead")
    parser.add_argument("--wrong", action="store_true", help="print what went wrong")
    options = parser.parse_args(arguments)
    total = Score()
    for records in topics("train" if options.train else "dev").values():
        score(total, records)
    if not total.gold:
        print("skipped: ../shared/corpora/ecbplus is not on this machine")
        return 0
    p, r, f = total.rates
    print(f"ECB+: {total.found} of {total.gold} names found; B-cubed over these P {p:.3f}  R {r:.3f}  F1 {f:.3f}")
    if options.wrong:
        print("\n".join(f"{n}x {line}" for line, n in Counter(total.wrong).most_common()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
