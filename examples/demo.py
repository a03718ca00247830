"""Read the bundled collection, print its matters and write its pages.

    python -m examples.demo        from the repository root; `make demo` does the set-up too

Everything is written under ./demo. Run again, it brings that up to date.
"""

from __future__ import annotations

import sys
from pathlib import Path

from gainsay.cli.app import run

COLLECTION = Path("examples/marrow-bay")
PLACE = Path("demo")
EDITION = PLACE / "marrow-bay.gainsay"
SITE = PLACE / "site"


def main() -> int:
    """The commands a user would give, one after the other, each shown; stops at the first that fails."""
    PLACE.mkdir(exist_ok=True)
    for command in (
        ["read", str(COLLECTION), "-o", str(EDITION)],
        ["matters", "-e", str(EDITION)],
        ["publish", str(EDITION), str(SITE)],
    ):
        print(f"$ gainsay {' '.join(command)}", flush=True)
        code = run(command)
        if code:
            return code
        print()
    print(f"Open {(SITE / 'index.html').resolve()} in a browser.")
    print(f"Ask it something: .venv/bin/gainsay ask 'How many were killed at Coal Quay?' -e {EDITION}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
