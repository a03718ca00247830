"""The built documentation: every link leads somewhere, and no page fetches anything."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

_LOADED = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


def _pages(site: Path) -> dict[Path, html.HtmlElement]:
    # 404.html is for web servers: its links are from the root of the site.
    found = {p: html.parse(str(p)).getroot() for p in sorted(site.rglob("*.html")) if p.name != "404.html"}
    assert len(found) > 10
    return found


def test_every_page_of_the_documentation_is_built(site: Path) -> None:
    written = {p.relative_to("docs").with_suffix(".html") for p in Path("docs").rglob("*.md")} - {Path("README.html")}
    assert sorted(str(page) for page in written if not (site / page).is_file()) == []


def test_every_link_leads_to_a_page_and_a_place_that_exist(site: Path) -> None:
    pages = _pages(site)
    ids = {page: {e.get("id") for e in root.iter() if e.get("id")} for page, root in pages.items()}
    for page, root in pages.items():
        for link in root.iter("a"):
            target = urlsplit(link.get("href", ""))
            if target.scheme or not link.get("href"):
                continue
            file = (page.parent / unquote(target.path)).resolve() if target.path else page
            assert file.is_file(), f"{page.name}: {link.get('href')}"
            if target.fragment and file in ids:
                assert unquote(target.fragment) in ids[file], f"{page.name}: {link.get('href')}"


def test_no_page_loads_anything_from_elsewhere(site: Path) -> None:
    for page, root in _pages(site).items():
        loaded = [e.get("src") for e in root.iter("script", "img", "iframe", "source", "video", "audio")]
        loaded += [e.get("href") for e in root.iter("link") if e.get("rel") != "canonical"]
        outside = [address for address in loaded if address and (urlsplit(address).netloc or urlsplit(address).scheme)]
        assert outside == [], page.name
    for sheet in sorted(site.rglob("*.css")):
        found = [a or b for a, b in _LOADED.findall(sheet.read_text(encoding="utf-8"))]
        assert [address for address in found if re.match(r"(?:https?:)?//", address)] == [], sheet.name
