"""Times the pages of the reading room, and weighs them; prints figures, and judges nothing.

    python -m benchmarks.speed.room EDITION [--pages N] [--long WORDS] [--browser]

The room runs in a process of its own, as `gainsay room` does, and is asked for pages of every kind one after the other:
the seconds from request to the last byte on this machine, and the processor time that the room took meanwhile (of a
loaded machine only that tells anything). Weight is what goes over the wire. With `--long`, a source of so many words is
read and opened too. With `--browser`, Chromium opens one page of each kind: first contentful paint, how much moves
while it loads, and for the long source how long it takes to open and how long the frames are while one scrolls.
"""

from __future__ import annotations

import argparse
import gzip
import html
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

LISTS = ("index", "matters", "sources", "people", "naming", "timeline", "network", "quotations", "about", "review")
LISTINGS = {"matter": "matters", "source": "sources", "person": "people", "compare": "network"}
LEAVES = 10  # of a list that are looked through for pages
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
QUESTIONS = ("How many were arrested?", "Who said that the bridge was closed?", "When was the strike?")
CHOICES = ("?verdict=conflict", "?facet=figure&sort=time", "?facet=date", "?sort=label&start=40", "?since=1900")
EACH = 5  # times that every list is asked for
STARTS_WITHIN = 120  # seconds
OBSERVED = """window.moved = 0; new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.moved += entry.value;
}).observe({ type: 'layout-shift', buffered: true });"""
SEEN = """async () => {
  const paint = () => performance.getEntriesByName('first-contentful-paint')[0];
  for (let tries = 0; tries < 100 && !paint(); tries++) await new Promise((go) => setTimeout(go, 20));
  return [paint()?.startTime ?? NaN, performance.getEntriesByType('navigation')[0].loadEventEnd, window.moved];
}"""
SCROLLED = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  let longest = 0, last = await frame();
  for (let step = 1; step <= 60; step++) {
    scrollTo({ top: step / 60 * document.body.scrollHeight, behavior: 'instant' });
    const now = await frame();
    longest = Math.max(longest, now - last);
    last = now;
  }
  return longest;
}"""


@dataclass(frozen=True)
class Open:
    """An open room: its address and its process."""

    address: str
    process: int

    def burnt(self) -> float:
        """Seconds of processor time that the room has taken so far."""
        fields = Path(f"/proc/{self.process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def room(edition: Path) -> Iterator[Open]:
    """An open room."""
    command = [sys.executable, "-m", "gainsay", "room", str(edition), "--port", "0", "--no-open"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        start = time.perf_counter()
        address = process.stdout.readline().strip()
        print(f"opened in {time.perf_counter() - start:.2f} s")
        try:
            yield Open(address, process.pid)
        finally:
            process.terminate()


def fetch(address: str) -> tuple[float, bytes]:
    """Seconds and bytes of a page, as it goes over the wire."""
    start = time.perf_counter()
    request = urllib.request.Request(address, headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request, timeout=STARTS_WITHIN) as answer:
        page: bytes = answer.read()
    return time.perf_counter() - start, page


def found(address: str, listing: str, kind: str) -> list[str]:
    """The pages of a kind that the first leaves of a list lead to."""
    known: set[str] = set()
    leaf = f"{listing}.html"
    for _ in range(LEAVES):
        page = gzip.decompress(fetch(address + leaf)[1]).decode()
        known.update(re.findall(rf'href="({kind}/[^"#?]+\.html)', page))
        after = re.search(r'href="([^"]+)" rel="next"', page)
        if after is None:
            break
        leaf = html.unescape(after[1])
    return sorted(known)


def known_pages(address: str) -> dict[str, list[str]]:
    """The pages of each kind that there are many of."""
    return {kind: found(address, listing, kind) for kind, listing in LISTINGS.items()}


def pages(known: dict[str, list[str]], most: int, seed: int = 11) -> Iterator[tuple[str, str]]:
    """Pages to ask for, with their kinds; the same in every run with this seed."""
    chance = random.Random(seed)
    yield from ((name, f"{name}.html") for name in LISTS for _ in range(EACH))
    yield from (("matters", f"matters.html{choice}") for choice in CHOICES)
    yield from (("search", f"search.html?q={urllib.parse.quote(q)}") for q in QUERIES for _ in range(EACH))
    yield from (("ask", f"ask.html?q={urllib.parse.quote(q)}") for q in QUESTIONS)
    for kind, some in known.items():
        yield from ((kind, href) for href in chance.sample(some, min(most, len(some))))


def measure(opened: Open, most: int) -> None:
    """Ask, and print for each kind how long it took, of which processor time, and how much the heaviest page weighs."""
    seconds: dict[str, list[float]] = defaultdict(list)
    burnt: dict[str, list[float]] = defaultdict(list)
    weights: dict[str, int] = defaultdict(int)
    for kind, href in pages(known_pages(opened.address), most):
        before = opened.burnt()
        took, page = fetch(opened.address + href)
        seconds[kind].append(took)
        burnt[kind].append(opened.burnt() - before)
        weights[kind] = max(weights[kind], len(page))
    print(f"{'page':10} {'n':>4} {'median':>8} {'p95':>8} {'processor':>10} {'p95':>8} {'heaviest, gzip':>15}")
    every = [s for some in seconds.values() for s in some], [s for some in burnt.values() for s in some]
    for kind, (took, used) in [*((k, (seconds[k], burnt[k])) for k in seconds), ("all", every)]:
        figures = "".join(f"{1000 * x:6.0f}ms " for some in (took, used) for x in _middle_and_late(some))
        weight = f"{weights[kind] / 1000:.0f} kB" if kind in weights else ""
        print(f"{kind:10} {len(took):4} {figures} {weight:>15}")


def _middle_and_late(some: list[float]) -> tuple[float, float]:
    """Median and 95th percentile; processor time is counted in hundredths of a second."""
    ranked = sorted(some)
    return ranked[len(ranked) // 2], ranked[min(len(ranked) - 1, int(0.95 * len(ranked)))]


def in_browser(address: str, hrefs: dict[str, str]) -> None:
    """Open pages in Chromium and print what it saw."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.add_init_script(OBSERVED)
        print(f"{'page':10} {'first paint':>12} {'loaded':>9} {'moved':>7} {'longest frame while scrolling':>30}")
        for kind, href in hrefs.items():
            page.goto(address + href)
            seen = page.evaluate(SEEN)
            frame = page.evaluate(SCROLLED)
            print(f"{kind:10} {seen[0]:10.0f}ms {seen[1]:7.0f}ms {seen[2]:7.3f} {frame:28.0f}ms")
        browser.close()


def long_source(words: int, browser: bool) -> None:
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
            [
                sys.executable,
                "-m",
                "gainsay",
                "read",
                str(Path(folder) / "texts"),
                "-o",
                str(edition),
                "--reader",
                "rules",
            ],
            check=False,
            stdout=subprocess.DEVNULL,
        )
        with room(edition) as opened:
            (href,) = found(opened.address, "sources", "source")
            for asked in ("", "", "?part=2", "?part=3", "?whole=true"):
                before = opened.burnt()
                took, page = fetch(opened.address + href + asked)
                used, weight = opened.burnt() - before, len(page) / 1000
                print(
                    f"{len(text.split())} words {asked:12} {took:.2f} s, processor {used:.2f} s, {weight:.0f} kB gzip"
                )
            if browser:
                in_browser(opened.address, {"long": href})


def main() -> None:
    """Parse the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("edition")
    parser.add_argument("--pages", type=int, default=60, help="pages of each kind")
    parser.add_argument("--long", type=int, default=0, help="words of a long source")
    parser.add_argument("--browser", action="store_true", help="open pages in Chromium too (needs Playwright)")
    given = parser.parse_args()
    with room(given.edition) as opened:
        measure(opened, given.pages)
        if given.browser:
            in_browser(opened.address, dict(pages(known_pages(opened.address), 1)))
    if given.long:
        long_source(given.long, given.browser)


if __name__ == "__main__":
    main()
