"""Times the pages of the reading room, and weighs them; prints figures, and judges nothing.

    python -m benchmarks.speed.room EDITION [--pages N] [--long WORDS]

The room runs in a process of its own, as `gainsay room` does, and is asked for pages of every kind one after the other;
the seconds are those from request to the last byte on this machine. Weight is what `gzip` would leave. With `--long`, a
source of so many words is read and opened too.
"""

from __future__ import annotations

import argparse
import gzip
import random
import re
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LISTS = ("index", "matters", "sources", "people", "naming", "timeline", "network", "about", "review")
QUERIES = (
    "police",
    "the president",
    "million",
    "according",
    "votes",
    '"last year"',
    "said",
    "taxs",
    "campain",
    "night",
)
EACH = 5  # times that every list is asked for
STARTS_WITHIN = 120  # seconds


@contextmanager
def room(edition: Path) -> Iterator[str]:
    """An open room: its address."""
    command = [sys.executable, "-m", "gainsay", "room", str(edition), "--port", "0", "--no-open"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        start = time.perf_counter()
        address = process.stdout.readline().strip()
        print(f"opened in {time.perf_counter() - start:.2f} s")
        try:
            yield address
        finally:
            process.terminate()


def fetch(address: str) -> tuple[float, bytes]:
    """Seconds and bytes of a page."""
    start = time.perf_counter()
    with urllib.request.urlopen(address, timeout=STARTS_WITHIN) as answer:
        page: bytes = answer.read()
    return time.perf_counter() - start, page


def found(address: str, listing: str, kind: str) -> list[str]:
    """The pages of a kind that a list leads to."""
    page = fetch(f"{address}{listing}.html")[1].decode()
    return sorted(set(re.findall(rf'href="({kind}/[^"#?]+\.html)', page)))


def pages(address: str, most: int) -> Iterator[tuple[str, str]]:
    """Pages to ask for, with their kinds; the same in every run."""
    chance = random.Random(11)
    yield from ((name, f"{name}.html") for name in LISTS for _ in range(EACH))
    yield from (("search", f"search.html?q={urllib.parse.quote(q)}") for q in QUERIES for _ in range(EACH))
    listings = {"matter": "matters", "source": "sources", "person": "people", "compare": "network"}
    for kind, listing in listings.items():
        known = found(address, listing, kind)
        yield from ((kind, href) for href in chance.sample(known, min(most, len(known))))


def measure(address: str, most: int) -> None:
    """Ask, and print for each kind how long it took and how much the heaviest page weighs."""
    seconds: dict[str, list[float]] = defaultdict(list)
    weights: dict[str, int] = defaultdict(int)
    for kind, href in pages(address, most):
        took, page = fetch(address + href)
        seconds[kind].append(took)
        weights[kind] = max(weights[kind], len(gzip.compress(page)))
    print(f"{'page':10} {'n':>4} {'median':>8} {'p95':>8} {'heaviest, gzip':>15}")
    for kind, took in [*seconds.items(), ("all", [s for some in seconds.values() for s in some])]:
        ranked = sorted(took)
        middle, late = ranked[len(ranked) // 2], ranked[min(len(ranked) - 1, int(0.95 * len(ranked)))]
        weight = f"{weights[kind] / 1000:.0f} kB" if kind in weights else ""
        print(f"{kind:10} {len(took):4} {1000 * middle:6.0f}ms {1000 * late:6.0f}ms {weight:>15}")


def long_source(words: int) -> None:
    """Read a text of so many words, of invented sentences, and open it."""
    chance = random.Random(7)
    stems = ["".join(chance.choice("bdfgklmnprst") + chance.choice("aeiou") for _ in range(3)) for _ in range(4000)]
    people = ("Ana Lindqvist", "Peter Garrow", "the harbour master", "Josiah Peel")

    def sentence(k: int) -> str:
        said = " ".join(chance.sample(stems, 14))
        return f"On {1 + k % 28} March {1880 + k % 60} {chance.choice(people)} said that {11 + k % 70} men {said}."

    paragraphs = (" ".join(sentence(n) for n in range(k, k + 5)) for k in range(0, words // 22, 5))
    text = "\n\n".join(paragraphs)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "texts").mkdir()
        (Path(folder) / "texts" / "long.txt").write_text(text, encoding="utf-8")
        edition = Path(folder) / "long.gainsay"
        subprocess.run(
            [sys.executable, "-m", "gainsay", "read", str(Path(folder) / "texts"), "-o", str(edition)],
            check=False,
            stdout=subprocess.DEVNULL,
        )
        with room(edition) as address:
            (href,) = found(address, "sources", "source")
            for _ in range(3):
                took, page = fetch(address + href)
                print(f"{len(text.split())} words: {took:.2f} s, {len(gzip.compress(page)) / 1000:.0f} kB gzip")


def main() -> None:
    """Parse the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("edition", type=Path)
    parser.add_argument("--pages", type=int, default=60, help="pages of each kind")
    parser.add_argument("--long", type=int, default=0, help="words of a long source")
    given = parser.parse_args()
    with room(given.edition) as address:
        measure(address, given.pages)
    if given.long:
        long_source(given.long)


if __name__ == "__main__":
    main()
