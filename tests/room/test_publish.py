"""The published site: whole, linked, escaped, and without what is restricted."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

import gainsay
from gainsay.room.publish import publish

COLLECTION = Path(__file__).parents[2] / "examples" / "marrow-bay"
SCRIPT = "<script>alert('read')</script>"


class Links(HTMLParser):
    """The addresses, ids and tags of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.hrefs: list[str] = []
        self.ids: set[str] = set()
        self.scripts: list[dict[str, str | None]] = []
        self.styled: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        if tag == "script":
            self.scripts.append(known)
        if tag == "style" or "style" in known or any(name.startswith("on") for name in known):
            self.styled.append(tag)
        self.ids.add(known.get("id") or "")
        self.hrefs.append(known.get("href") or "")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    work = tmp_path_factory.mktemp("room")
    with gainsay.read(COLLECTION, work / "marrow-bay.gainsay") as edition:
        publish(edition, work / "site")
    yield work / "site"


def site_of(folder: Path, **texts: str) -> Path:
    """The site of a folder of small texts, given by file name."""
    documents = folder / "documents"
    documents.mkdir()
    for name, text in texts.items():
        (documents / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def test_every_link_leads_to_a_page_and_to_an_anchor_on_it(site: Path) -> None:
    pages = {p: Links(p.read_text(encoding="utf-8")) for p in site.rglob("*.html")}
    for page, links in pages.items():
        for href in filter(None, links.hrefs):
            target, _, anchor = unquote(href).partition("#")
            if target.startswith("data:"):
                continue
            reached = (page.parent / target).resolve() if target else page
            assert reached.exists(), f"{page.name} leads to {href}"
            if anchor and reached.suffix == ".html":
                assert anchor in pages[reached].ids, f"{page.name} leads to {href}"


def test_the_front_page_tells_the_matters_by_verdict_and_shows_the_sources(site: Path) -> None:
    front = (site / "index.html").read_text(encoding="utf-8")
    listed = re.findall(r'<li data-verdict="([\w-]+)"', (site / "matters.html").read_text(encoding="utf-8"))
    for verdict in set(listed):
        assert re.search(rf'href="matters.html#{verdict}">{listed.count(verdict)} ', front), verdict
    assert "The Marrow Bay Gazette" in front and "11 men" in front
    assert "The Lindow Courier copies Continental Wire" in front


def test_a_source_stands_on_its_page_character_for_character(site: Path) -> None:
    for file in COLLECTION.glob("*.txt"):
        words = file.read_text(encoding="utf-8").split()
        shown = [" ".join(_text(p).split()) for p in (site / "source").glob("*.html")]
        # The passage numbers and notes stand beside the passages, so long runs of words are compared, not whole texts.
        for start in range(0, len(words) - 12, 40):
            run = " ".join(words[start : start + 6])
            assert any(run in page for page in shown) or _crosses_passages(file, words[start : start + 6])


def test_a_matter_shows_both_sides_with_their_compared_values_and_witnesses(site: Path) -> None:
    pages = [p.read_text(encoding="utf-8") for p in (site / "matter").glob("*.html")]
    (page,) = [p for p in pages if "11 men / 23 men" in p and "<h1" in p]
    assert page.count('class="s claim datum"') >= 2
    assert "the values exclude each other" in page
    assert "independence not shown" in page
    assert "<svg" in page


def test_two_sources_that_share_words_stand_side_by_side_with_the_altered_words_framed(site: Path) -> None:
    pages = [p.read_text(encoding="utf-8") for p in (site / "compare").glob("*.html")]
    assert any(re.search(r'class="s altered"[^>]*>mob<', p) and re.search(r'altered"[^>]*>crowd<', p) for p in pages)


def test_no_page_holds_a_script_or_a_style_or_fetches_anything_from_elsewhere(site: Path) -> None:
    for file in site.rglob("*.html"):
        page = file.read_text(encoding="utf-8")
        links = Links(page)
        assert not links.styled and all(script.get("src") for script in links.scripts)
        assert not re.search(r'(?:src|href)="(?:https?:)?//', page)
        assert "Content-Security-Policy" in page


def test_markup_in_a_document_is_shown_and_not_obeyed(tmp_path: Path) -> None:
    folder = site_of(
        tmp_path,
        one=f"{SCRIPT}\n\nBy {SCRIPT}\n\nAna {SCRIPT} Holt said that 40 men were killed at Port Adair.",
        two="Ana Holt said that 90 men were killed at Port Adair.",
    )
    (folder / "documents" / "sources.toml").write_text(f'["one.txt"]\ntitle = "{SCRIPT}"\nparty = "{SCRIPT}"\n')
    with gainsay.read(folder / "documents", folder / "e.gainsay") as edition:
        publish(edition, folder / "site")
    pages = [p.read_text(encoding="utf-8") for p in (folder / "site").rglob("*.html")]
    assert all(SCRIPT not in page for page in pages)
    assert any(html.escape(SCRIPT, quote=True) in page or "&lt;script&gt;" in page for page in pages)


def test_a_restricted_document_is_on_no_page(tmp_path: Path) -> None:
    folder = site_of(
        tmp_path,
        open="The clerk said that 40 men were killed at Port Adair on 3 March 1911.",
        secret="The widow Quibbleworth said that 90 men were killed at Port Adair on 3 March 1911.",
    )
    (folder / "documents" / "sources.toml").write_text('["secret.txt"]\nrestricted = true\n')
    with gainsay.read(folder / "documents", folder / "e.gainsay") as edition:
        publish(edition, folder / "site")
    written = "".join(p.read_text(encoding="utf-8") for p in (folder / "site").rglob("*") if p.is_file())
    assert "40 men" in written
    assert "Quibbleworth" not in written and "secret.txt" not in written and "90 men" not in written


def test_publishing_again_removes_what_has_since_been_restricted(tmp_path: Path) -> None:
    folder = site_of(tmp_path, open="The quay was quiet.", secret="The widow Quibbleworth spoke.")
    for restricted in ("false", "true"):
        (folder / "documents" / "sources.toml").write_text(f'["secret.txt"]\nrestricted = {restricted}\n')
        with gainsay.read(folder / "documents", folder / "e.gainsay") as edition:
            publish(edition, folder / "site")
    assert not any("Quibbleworth" in p.read_text(encoding="utf-8") for p in (folder / "site").rglob("*") if p.is_file())


def test_an_edition_in_which_nothing_is_disputed_has_its_pages_all_the_same(tmp_path: Path) -> None:
    folder = site_of(tmp_path, one="The harbour was quiet. Nothing happened.")
    with gainsay.read(folder / "documents", folder / "e.gainsay") as edition:
        publish(edition, folder / "site")
    assert "No matter was found" in (folder / "site" / "index.html").read_text(encoding="utf-8")


def _text(file: Path) -> str:
    page = re.sub(r'<ul class="notes".*?</ul>|<a class="pn".*?</a>', "", file.read_text(encoding="utf-8"), flags=re.S)
    return html.unescape(re.sub(r"<[^>]+>", "", page))


def _crosses_passages(file: Path, run: list[str]) -> bool:
    """Whether a run of words reaches over a line break, where a passage may end."""
    return " ".join(run) not in file.read_text(encoding="utf-8")
