"""A page of a browser that keeps what its console says."""

from __future__ import annotations

import shutil
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


class Window:
    """A page of the browser that keeps what the console says."""

    def __init__(self, browser: Any, width: int = 1440, **more: Any) -> None:
        self.page = browser.new_page(viewport={"width": width, "height": 900}, **more)
        self.page.set_default_timeout(60_000)
        self.complaints: list[str] = []
        self.page.on("console", lambda m: self.complaints.append(m.text) if m.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda e: self.complaints.append(str(e)))

    def __enter__(self) -> Window:
        return self

    def __exit__(self, *_: object) -> None:
        self.page.close()
