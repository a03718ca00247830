"""Remake the pictures of the documentation from the bundled collection, in a browser of this machine.

    python -m examples.pictures        from the repository root; needs Playwright and a Chromium

They are written into docs/pictures.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

import gainsay
from gainsay.room.publish import publish
from gainsay.room.reading import Reading
from gainsay.room.shelf import Shelf

COLLECTION = Path("examples/marrow-bay")
PICTURES = Path("docs/pictures")
WIDTH, HEIGHT = 1280, 860


def pages(reading: Reading) -> dict[str, str]:
    """The page of each picture."""
    matters = reading.shelf.matters
    figure = next(m for m in matters if m.verdict == "conflict" and m.facet == "figure")
    source = next(c for c in reading.sources.in_time() if c.matters > 2)
    copied = reading.front().copies[0]
    return {
        "front": "index.html",
        "matter": f"matter/{figure.id}.html",
        "source": source.href,
        "compare": copied.href,
        "timeline": "timeline.html",
    }


def main() -> int:
    """Read, publish, photograph."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        chromium = None
    if chromium is None:
        print("Playwright and a Chromium are needed: pip install playwright, apt install chromium.", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        place = Path(folder)
        with gainsay.read(COLLECTION, place / "marrow-bay.gainsay") as edition:
            publish(edition, place / "site")
            found = pages(Reading(Shelf(edition), edition))
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        PICTURES.mkdir(exist_ok=True)
        for name, href in found.items():
            page.goto((place / "site" / href).as_uri())
            page.screenshot(path=PICTURES / f"{name}.png")
            print(PICTURES / f"{name}.png")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
