"""Scores the dates stage on public corpora of temporal expressions and on the development gold.

    python -m benchmarks.accuracy.dates                    the table
    python -m benchmarks.accuracy.dates --wrong wikiwars   … and what is missed, false or misread in one corpus

Strict: the same characters. Relaxed: a common character, one to one. Value: relaxed, and the values are equal, over
all expressions of the gold (and all found): durations, sets, times of day and PRESENT_REF count like dates. This is
how TempEval-3 scores (UzZaman et al. 2013), so the figures can stand beside published ones. `timex.py` says how
Gainsay's dates are turned into TIMEX3. A century may be 19 or 19XX, a decade of years P1DE or P10Y.

- WikiWars (development half): nested expressions are left out, as published figures do. Values are TIMEX2's; the page's
  date anchors nothing. Expressions placed by an event ("two days after the landing") count, though no reader of dates
  alone can place them.
- TempEval-3 (TimeBank and AQUAINT): the document creation time is given, as to every system. Values are the official
  ones; "corrected" are those of ARTime's authors.
- GUM: TEI dates, all genres. GUM marks only what has a place in the calendar, so of Gainsay's dates only those with a
  value are compared, and none of "now" and "recently"; ranges are two dates there as in TIMEX3. Where it gives only
  an edge (`notBefore`, `from`), the edge is the value. Names of wars and ages ("World War II"), which GUM dates from
  what is known of them, and seasons of no year are neither required nor punished. Years BC are counted without a year
  0. Transcripts and news are read with their date.
  The development half is small (107 dates); the training texts, which nobody trained on, are the steadier figure.
- Tweets with TIMEX3: a check on robustness.
- Seeds: the project's own gold with its own scorer's definitions, the dates stage alone on plain paragraphs.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from benchmarks.accuracy.scoring import SHARED, load_scorer
from benchmarks.accuracy.timex import Convention, Timex, plain, timexes
from gainsay.annotations.dates import Date, bounds, find_dates, same
from gainsay.documents.document import Document, Stated
from gainsay.passages import divide

CORPORA = SHARED / "corpora"
# GUM's genres whose texts are of one day, which is given as their date; others (biographies, guides) are undated.
DATED_GENRES = frozenset(("news", "interview", "speech", "vlog", "court"))

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Gold:
    """An expression of a corpus; `values` are those accepted (none: the corpus gives no value)."""

    start: int
    end: int
    values: tuple[str, ...] = ()
    corrected: str | None = None


@dataclass
class Score:
    """Counts over the texts of one corpus, and what went wrong, for a person to read."""

    found: int = 0
    gold: int = 0
    strict: int = 0
    relaxed: int = 0
    value: int = 0
    corrected: int = 0
    valued_gold: int = 0
    valued_found: int = 0
    wrong: list[str] = field(default_factory=list)

    def f1(self, right: int) -> float:
        """F1 of so many right ones."""
        return 2 * right / (self.found + self.gold) if self.found + self.gold else 0.0

    @property
    def value_f1(self) -> float:
        both = self.valued_found + self.valued_gold
        return 2 * self.value / both if both else 0.0


def records(path: str) -> list[Record]:
    """The documents of one corpus file."""
    with gzip.open(CORPORA / f"{path}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def read(text: str, written: str | None) -> list[Date]:
    """The dates of a text as Gainsay finds them, its passages laid out by the stage before."""
    metadata = {"written": Stated(written, "user")} if written else {}
    document = Document("d", "a.txt", "0", "text/plain", text, metadata=metadata)
    return find_dates(document, divide(document))


def paired(found: Sequence[Timex], gold: Sequence[Gold]) -> list[tuple[Timex, Gold]]:
    """Expressions that overlap, one to one, in text order."""
    pairs, at = [], 0
    for item in gold:
        while at < len(found) and found[at].end <= item.start:
            at += 1
        if at < len(found) and found[at].start < item.end:
            pairs.append((found[at], item))
            at += 1
    return pairs


def equal(value: str | None, accepted: str) -> bool:
    """The same value: written alike, or standing for the same days."""
    return value is not None and (value == accepted or (bounds(value) is not None and same(value, accepted)))


def score(score: Score, name: str, text: str, found: Sequence[Timex], gold: Sequence[Gold]) -> None:
    """Add one text to the counts."""
    pairs = paired(found, gold)
    score.found += len(found)
    score.gold += len(gold)
    score.valued_found += len(found) - sum(not item.values for _, item in pairs)
    score.valued_gold += sum(bool(item.values) for item in gold)
    score.relaxed += len(pairs)
    for one, item in pairs:
        exact = (one.start, one.end) == (item.start, item.end)
        score.strict += exact
        right = any(equal(one.value, accepted) for accepted in item.values)
        score.value += right
        score.corrected += equal(one.value, item.corrected) if item.corrected else right
        if not right and item.values:
            score.wrong.append(_line("value", name, text, item, f"{one.value} not {item.values}"))
        if not exact:
            score.wrong.append(_line("span", name, text, item, repr(text[one.start : one.end])))
    met = {(item.start, item.end) for _, item in pairs}
    score.wrong += [_line("missed", name, text, g, str(g.values)) for g in gold if (g.start, g.end) not in met]
    taken = {(one.start, one.end) for one, _ in pairs}
    score.wrong += [_line("false", name, text, t, str(t.value)) for t in found if (t.start, t.end) not in taken]


def _line(kind: str, name: str, text: str, at: Timex | Gold, more: str) -> str:
    before, words, after = text[max(at.start - 50, 0) : at.start], text[at.start : at.end], text[at.end : at.end + 25]
    return f"{kind:<7}{name[-14:]} …{before!r} [[{words}]] {after!r} {more}"


def timex_corpus(path: str, *, anchored: bool, convention: Convention = "timex3") -> Score:
    """A corpus with TIMEX values."""
    total = Score()
    for record in records(path):
        text = record["text"]
        written = (record.get("dct") or "")[:10] if anchored else None
        marked = [x for x in record["timexes"] if not x.get("nested")]
        gold = [
            Gold(x["span"][0], x["span"][1], _values(x["value"]), (x.get("corrected") or {}).get("value"))
            for x in sorted(marked, key=lambda x: x["span"])
        ]
        found = [timex for date in read(text, written) for timex in timexes(date, text, convention=convention)]
        score(total, record["id"], text, found, gold)
    return total


def _values(value: str | None) -> tuple[str, ...]:
    """A TIMEX value as gold; "1998-XX" and the like say no more than the year."""
    if not value:
        return ()
    plain_value = value.replace("-XX", "")
    if re.fullmatch(r"\d{2,3}X{1,2}", value):
        plain_value = value.rstrip("X")
    long = re.fullmatch(r"P(\d+)(DE|CE)", value)
    if long is not None:
        plain_value = f"P{int(long[1]) * (10 if long[2] == 'DE' else 100)}Y"
    return (plain_value,)


_OF_TIME = re.compile(
    r"\d|\b(?:day|week|month|year|decade|centur|morning|afternoon|evening|night|spring|summer|autumn|winter|today"
    r"|tomorrow|yesterday|period|time|mon|tues|wednes|thurs|fri|satur|sun)",
    re.IGNORECASE,
)


def gum(part: str) -> Score:
    """GUM's dates; those of times of day alone are left out."""
    total = Score()
    for record in records(f"gum/{part}"):
        text = record["text"]
        written = record["created"] if record["genre"] in DATED_GENRES else None
        gold = [Gold(x["span"][0], x["span"][1], _tei(x)) for x in record["dates"] if x["tag"] == "date"]
        neutral = [item for item in gold if not item.values or not _OF_TIME.search(text[item.start : item.end])]
        gold = [item for item in gold if item not in neutral]
        placed = [date for date in read(text, written) if date.edtf]
        marked = [timex for date in placed for timex in timexes(date, text, convention="tei")]
        found = [
            timex
            for timex in marked
            if timex.value not in ("PRESENT_REF", "PAST_REF", "FUTURE_REF")
            and not any(item.start < timex.end and timex.start < item.end for item in neutral)
        ]
        score(total, record["id"], text, found, gold)
    return total


def _tei(marked: Record) -> tuple[str, ...]:
    """TEI's attributes as a TIMEX value; a date without its year ("--09") has none."""
    first = marked.get("when") or marked.get("from") or marked.get("notBefore")
    last = marked.get("when") or marked.get("to") or marked.get("notAfter")
    ends = [_astronomical(end.zfill(4) if end.isdigit() else end) for end in (first, last) if end]
    if not ends or any(end.startswith("--") for end in ends):
        return ()
    # "The 1960s" from 1960-01-01 to 1969-01-01: the days only fill in.
    if ends[0] != ends[-1] and all(end.endswith("-01-01") for end in ends):
        ends = [end.removesuffix("-01-01") for end in ends]
    # GUM ends a season in the month in which the next begins.
    season = {"-03-06": "-21", "-06-09": "-22", "-09-12": "-23", "-12-03": "-24"}.get(f"{ends[0][4:]}{ends[-1][4:]}")
    years = int(ends[-1][:4]) - int(ends[0][:4]) if season and ends[0][:4].isdigit() and ends[-1][:4].isdigit() else -1
    if season and years == (season == "-24"):
        return (plain(ends[0][:4] + season) or "",)
    return (plain(ends[0] if ends[0] == ends[-1] else "/".join(ends)) or "",)


def _astronomical(value: str) -> str:
    """TEI's -0508 is 508 BC, which EDTF writes -0507."""
    if not value.startswith("-") or value.startswith("--"):
        return value
    return f"-{int(value[1:5]) - 1:04d}{value[5:]}"


def seeds() -> Score:
    """The project's gold: its scorer's words and pairing, this stage alone."""
    scorer = load_scorer()
    folder = SHARED / "gold" / "seeds"
    documents = [json.loads(line) for line in (folder / "documents.jsonl").open(encoding="utf-8")]
    gold = [json.loads(line) for line in (folder / "dates.jsonl").open(encoding="utf-8")]
    found = [(d["id"], date) for d in documents for date in read(d["text"], d["written"])]
    texts = scorer.Texts({d["id"]: scorer.Document(d["id"], d["id"], d["text"]) for d in documents})
    there = [texts.anchor(row["document"], [tuple(row["span"])]) for row in gold]
    here = [texts.anchor(document, [tuple(date.span)]) for document, date in found]
    return _scored(scorer, gold, [date for _, date in found], here, there)


def _scored(scorer: Any, gold: list[Record], found: list[Date], here: list[Any], there: list[Any]) -> Score:
    """Counts by the scorer's rules: borderline gold neither counts nor is punished."""
    total = Score()
    required = [row["certainty"] != "borderline" for row in gold]
    relaxed, strict = scorer.pair(here, there, scorer.ANY), scorer.pair(here, there, scorer.EXACT)
    total.gold = sum(required)
    total.found = len(found) - sum(not required[at] for at in relaxed.values())
    total.relaxed = sum(required[at] for at in relaxed.values())
    total.strict = sum(required[at] for at in strict.values())
    for at, date in enumerate(found):
        row = gold[relaxed[at]] if at in relaxed else {}
        known = not row.get("edtf") and row.get("external") and date.edtf
        if known and scorer.compare_edtf(date.edtf, row["external"]) == "equal":
            continue
        total.valued_found += date.edtf is not None
        placed = row.get("edtf") and not row["edtf"].startswith("P")
        total.value += bool(placed and date.edtf and scorer.compare_edtf(date.edtf, row["edtf"]) == "equal")
    total.valued_gold = sum(bool(row["edtf"]) and not row["edtf"].startswith("P") for row in gold)
    total.corrected = total.value
    return total


COLLECTIONS: dict[str, tuple[str, Callable[[], Score]]] = {
    "wikiwars": (
        "corpora/wikiwars/dev.jsonl.gz",
        lambda: timex_corpus("wikiwars/dev", anchored=False, convention="timex2"),
    ),
    "tempeval3": ("corpora/tempeval3/train.jsonl.gz", lambda: timex_corpus("tempeval3/train", anchored=True)),
    "gum": ("corpora/gum/dev.jsonl.gz", lambda: gum("dev")),
    "gum-train": ("corpora/gum/train.jsonl.gz", lambda: gum("train")),
    "tweets": ("corpora/timex-tweets/train.jsonl.gz", lambda: timex_corpus("timex-tweets/train", anchored=True)),
    "seeds": ("gold/seeds/dates.jsonl", seeds),
}


def scores(names: Iterable[str] = COLLECTIONS) -> dict[str, Score]:
    """The collections whose data is on this machine."""
    present = {name for name, (path, _) in COLLECTIONS.items() if (SHARED / path).is_file()}
    return {name: COLLECTIONS[name][1]() for name in names if name in present}


def floors() -> dict[str, float]:
    """Metric → what was reached, for the gate."""
    reached = {}
    for name, total in scores().items():
        for metric, number in _numbers(total).items():
            if metric != "corrected":
                reached[f"dates: {name} {metric} (f1)"] = round(number, 4)
    return reached


def _numbers(total: Score) -> dict[str, float]:
    by_value = {"value": total.value_f1, "corrected": replace(total, value=total.corrected).value_f1}
    return {"strict": total.f1(total.strict), "relaxed": total.f1(total.relaxed), **by_value}


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0; a collection that is not on this machine is named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", choices=list(COLLECTIONS), help="print what went wrong in one collection")
    options = parser.parse_args(arguments)
    reached = scores([options.wrong] if options.wrong else COLLECTIONS)
    print(f"{'':<12}{'strict':>8}{'relaxed':>9}{'value':>8}{'corrected':>11}{'found':>8}{'gold':>7}")
    for name, total in reached.items():
        numbers = _numbers(total)
        row = (
            f"{numbers['strict']:>8.3f}{numbers['relaxed']:>9.3f}{numbers['value']:>8.3f}{numbers['corrected']:>11.3f}"
        )
        print(f"{name:<12}{row}{total.found:>8}{total.gold:>7}")
        if options.wrong:
            print("\n".join(sorted(total.wrong)))
    for name in COLLECTIONS:
        if name not in reached and not options.wrong:
            print(f"{name:<12}skipped: ../shared/{COLLECTIONS[name][0]} is not on this machine")
    return 0


if __name__ == "__main__":
    sys.exit(main())
