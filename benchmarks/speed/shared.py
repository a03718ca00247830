"""Times the pages of a room that many people use at once; prints figures, and judges nothing.

    python -m benchmarks.speed.shared EDITION [--users N] [--pages N] [--pause SECONDS]

The edition is a file, or a database on PostgreSQL (`postgresql://…`). Each of the users asks for lists, searches and
questions that others ask for too, and for matters, sources and people of his own choice, one after the other, and looks
at each for about the pause, before the next; with `--pause 0` for none, which nobody does. The seconds are those from
request to the last byte. What was asked for before is kept by the room, so the first time is told apart.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from benchmarks.speed.room import Open, fetch, known_pages, pages, room

SETTLED = 0.05  # seconds of the processor in one


@dataclass(frozen=True)
class Visit:
    """A page that was asked for: its kind, the seconds it took, and whether nobody had asked for it before."""

    kind: str
    seconds: float
    first: bool


def visits(address: str, users: int, most: int, pause: float) -> list[Visit]:
    """All pages that the users asked for."""
    known, seen = known_pages(address), set()

    def visit(user: int) -> list[Visit]:
        chance = random.Random(user)
        wanted = list(pages(known, most, user))
        made = []
        for kind, href in chance.sample(wanted, len(wanted)):
            time.sleep(pause * chance.uniform(0.5, 1.5))
            first = href not in seen
            seen.add(href)
            made.append(Visit(kind, fetch(address + href)[0], first))
        return made

    with ThreadPoolExecutor(users) as pool:
        return [one for some in pool.map(visit, range(users)) for one in some]


def main() -> None:
    """Parse the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("edition")
    parser.add_argument("--users", type=int, default=20, help="who ask at once")
    parser.add_argument("--pages", type=int, default=10, help="pages of each kind")
    parser.add_argument("--pause", type=float, default=1.0, help="seconds that a user looks at a page")
    given = parser.parse_args()
    with room(given.edition) as opened:
        settle(opened)
        since, burnt = time.monotonic(), opened.burnt()
        found = visits(opened.address, given.users, given.pages, given.pause)
        since, burnt = time.monotonic() - since, opened.burnt() - burnt
    told: dict[str, list[float]] = defaultdict(list)
    for one in found:
        for kind in (one.kind, "first" if one.first else "again", "all"):
            told[kind].append(one.seconds)
    print(f"{'page':10} {'n':>6} {'median':>8} {'p95':>8}")
    for kind in sorted(told, key=lambda k: (k in ("first", "again", "all"), k)):
        ranked = sorted(told[kind])
        middle, late = ranked[len(ranked) // 2], ranked[min(len(ranked) - 1, int(0.95 * len(ranked)))]
        print(f"{kind:10} {len(ranked):6} {1000 * middle:6.0f}ms {1000 * late:6.0f}ms")
    print(f"{len(found) / since:.0f} pages a second, {1000 * burnt / len(found):.1f} ms of the processor each")


def settle(opened: Open) -> None:
    """Wait until the room, just opened, does nothing of itself any more."""
    fetch(f"{opened.address}index.html")
    before = -1.0
    while opened.burnt() - before > SETTLED:
        before = opened.burnt()
        time.sleep(1)


if __name__ == "__main__":
    main()
