"""Times the pages of a room that many people use at once; prints figures, and judges nothing.

    python -m benchmarks.speed.shared EDITION [--users N] [--pages N]

The edition is a file, or a database on PostgreSQL (`postgresql://…`). Each of the users asks for all the pages, in an
order of his own, one after the other; the seconds are those from request to the last byte.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor

from benchmarks.speed.room import fetch, pages, room


def visits(address: str, users: int, most: int) -> dict[str, list[float]]:
    """The seconds that every page took, by its kind."""
    wanted = list(pages(address, most))

    def visit(user: int) -> list[tuple[str, float]]:
        order = random.Random(user).sample(wanted, len(wanted))
        return [(kind, fetch(address + href)[0]) for kind, href in order]

    found: dict[str, list[float]] = defaultdict(list)
    with ThreadPoolExecutor(users) as pool:
        for kind, seconds in (one for some in pool.map(visit, range(users)) for one in some):
            found[kind].append(seconds)
    return found


def main() -> None:
    """Parse the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("edition")
    parser.add_argument("--users", type=int, default=20, help="who ask at once")
    parser.add_argument("--pages", type=int, default=10, help="pages of each kind")
    given = parser.parse_args()
    with room(given.edition) as opened:
        found = visits(opened.address, given.users, given.pages)
    found["all"] = [seconds for some in list(found.values()) for seconds in some]
    print(f"{'page':10} {'n':>6} {'median':>8} {'p95':>8}")
    for kind, seconds in found.items():
        ranked = sorted(seconds)
        middle, late = ranked[len(ranked) // 2], ranked[min(len(ranked) - 1, int(0.95 * len(ranked)))]
        print(f"{kind:10} {len(ranked):6} {1000 * middle:6.0f}ms {1000 * late:6.0f}ms")


if __name__ == "__main__":
    main()
