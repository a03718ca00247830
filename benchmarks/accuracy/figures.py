"""How well figures are read: the benchmark of the figures stage on sentences and paragraphs of other people.

    python -m benchmarks.accuracy.figures [--errors]

Conventions. *quantulum3*: a figure is right when it shares a character with a gold quantity and has its value (within
one millionth) and its unit. A gold value with an uncertainty is a range, and both ends must be right unless we give
one number; where the gold has one number for a bound that we read as open ("several hundred"), the bound counts. Units
are compared under the names below; counts of things (persons, shares, things named) are *dimensionless*. Sentences that
the gold itself marks as ambiguous are left out of the first row and in the second.
*MeasEval*: a figure is right when it shares a character with a gold quantity, one to one. Gold quantities that are
nothing but years or dates are neither required nor punished: they are the dates stage's.
Vague quantities ("several") are counted in neither: neither gold marks them.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.accuracy.tally import Tally
from gainsay.annotations.figures import Figure, FigureSettings, find_figures
from gainsay.documents import Document
from gainsay.passages import divide
from gainsay.spans import Span

CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora"

# Our units → the names of quantulum3, where they differ by more than the plural.
UNITS = {
    None: "dimensionless",
    "persons": "dimensionless",
    "share": "dimensionless",
    "feet": "foot",
    "inches": "inch",
    "USD": "dollar",
    "GBP": "pound sterling",
    "pounds": "pound sterling",
    "EUR": "euro",
    "JPY": "yen",
    "lb": "pound-mass",
    "ml": "cubic centimetre",
    "%": "percentage",
    "°C": "degree celsius",
    "°F": "degree fahrenheit",
    "sq mi": "square mile",
    "tpd": "ton per day",
    "Ma": "megayear",
    "Js": "joule second",
    "cds": "candela second",
    "tbsp": "tablespoon",
    "times/week": "count per week",
}
PREFIXES = {"k": "kilo", "M": "mega", "G": "giga", "T": "tera", "c": "centi", "m": "milli", "µ": "micro", "n": "nano"}
PREFIXES |= {"p": "pico", "f": "femto", "a": "atto", "": ""}
SYMBOLS = {"m": "metre", "g": "gram", "s": "second", "W": "watt", "Wh": "watt hour", "eV": "electronvolt", "Gy": "gray"}
SYMBOLS |= {"l": "litre", "L": "litre", "K": "kelvin", "min": "minute", "V": "volt", "b": "bit"}
_DATE = re.compile(
    r"(?:\W|\d{1,2}(?=\s|\.|,)|(?:1[5-9]|20)\d\d|Jan\w*|Feb\w*|Mar\w*|Apr\w*|May|June?|July?|Aug\w*|Sep\w*|Oct\w*|Nov\w*|"
    r"Dec\w*|and|to|from|between|in|until|since|early|late|mid)+"
)


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def read(text: str) -> list[Figure]:
    """The figures of a text by itself."""
    document = Document("d", "a.txt", "0", "text/plain", text)
    return find_figures(document, divide(document), FigureSettings(vague=False))


def unit_name(unit: str | None) -> str:
    """A unit of ours as quantulum3 calls it.

    >>> [unit_name(u) for u in ("km2", "MWh", "USD/kg", "weeks", "persons")]
    ['square kilometre', 'megawatt hour', 'dollar per kilogram', 'week', 'dimensionless']
    """
    if unit in UNITS:
        return UNITS[unit]
    assert unit is not None
    if "/" in unit:
        return " per ".join(unit_name(part) for part in unit.split("/", 1))
    power = {"2": "square ", "3": "cubic "}.get(unit[-1], "")
    bare = unit[:-1] if power else unit
    for prefix, long in PREFIXES.items():
        if bare.startswith(prefix) and bare[len(prefix) :] in SYMBOLS:
            return f"{power}{long}{SYMBOLS[bare[len(prefix) :]]}"
    return unit.removesuffix("s")


def same_value(figure: Figure, quantity: dict[str, Any]) -> bool:
    """Whether a figure has the gold's number or range."""
    value, spread = figure.value, quantity.get("uncertainty")
    if isinstance(value, tuple):
        low, high = value
        if low is not None and high is not None:
            middle = (low + high) / 2
            return close(middle, quantity["value"]) and (not spread or close(high - middle, spread))
        return close(low if low is not None else high, quantity["value"])
    return close(value, quantity["value"])


def close(left: float | None, right: float) -> bool:
    """Equal within one millionth."""
    return left is not None and abs(left - right) <= 1e-6 * max(1.0, abs(right))


def quantulum(*, errors: bool = False, ambiguous: bool = False) -> Tally:
    """Value and unit on the sentences of quantulum3."""
    tally = Tally()
    for record in records(CORPORA / "quantulum3" / "dev.jsonl.gz"):
        if record.get("ambiguity") and not ambiguous:
            continue
        found = read(record["text"])
        left = list(record["quantities"])
        tally.gold += len(left)
        tally.predicted += len(found)
        wrong = []
        for figure in found:
            hit = next((q for q in left if figure.span.overlaps(Span(*q["span"])) and _equal(figure, q)), None)
            if hit:
                left.remove(hit)
                tally.right += 1
            else:
                wrong.append((figure.span.of(record["text"]), figure.value, figure.unit))
        if errors and (left or wrong):
            print(record["text"], "\n   missed", [(q["surface"], q["value"], q["unit"]) for q in left], "wrong", wrong)
    return tally


def _equal(figure: Figure, quantity: dict[str, Any]) -> bool:
    return same_value(figure, quantity) and unit_name(figure.unit) == quantity["unit"].lower()


def measeval(*, errors: bool = False) -> Tally:
    """Spans on the paragraphs of MeasEval."""
    tally = Tally()
    for record in records(CORPORA / "measeval" / "train.jsonl.gz"):
        text = record["text"]
        gold = sorted(
            {Span(*a["span"]) for s in record["sets"] for a in s["anns"] if a["role"] == "Quantity"},
        )
        dates = [g for g in gold if _DATE.fullmatch(g.of(text)) and re.search(r"(?:1[5-9]|20)\d\d", g.of(text))]
        left = [g for g in gold if g not in dates]
        tally.gold += len(left)
        wrong = []
        for figure in read(text):
            hit = next((g for g in left if figure.span.overlaps(g)), None)
            if hit:
                left.remove(hit)
                tally.right += 1
            elif any(figure.span.overlaps(d) for d in dates):
                continue
            else:
                wrong.append(text[max(0, figure.span.start - 25) : figure.span.end + 25])
            tally.predicted += 1
        if errors:
            for span in left:
                print("missed", repr(span.of(text)), "in", repr(text[max(0, span.start - 25) : span.end + 25]))
            for words in wrong:
                print("wrong", repr(words))
    return tally


def floors() -> dict[str, float]:
    """Metric → what was reached, for the gate; nothing where the corpora are not on this machine."""
    if not (CORPORA / "quantulum3").is_dir():
        return {}
    return {
        "figures: quantulum3 value and unit (f1)": round(quantulum().f1, 4),
        "figures: MeasEval quantities overlap (f1)": round(measeval().f1, 4),
    }


def main() -> int:
    """Print the table; with --errors, what went wrong."""
    if not (CORPORA / "quantulum3").is_dir():
        print("figures skipped: the corpora (../shared) are not on this machine")
        return 0
    errors = "--errors" in sys.argv[1:]
    for name, tally in (
        ("quantulum3 value and unit", quantulum(errors=errors)),
        ("… with the ambiguous ones", quantulum(ambiguous=True)),
        ("MeasEval quantities overlap", measeval(errors=errors)),
    ):
        counts = f"{tally.right}/{tally.predicted} of {tally.gold}"
        print(f"{name:<30} F1 {tally.f1:.3f}   P {tally.precision:.3f}  R {tally.recall:.3f}   {counts}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
