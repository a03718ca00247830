"""Markup, formulas and SQL in every field that a document, its name or its metadata can fill: shown as words."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree, html

import gainsay
from gainsay.edition.notebook import edition_html
from gainsay.exports import FORMATS
from gainsay.room.publish import publish

EVIL = "<evil-tag onmouseover=alert(1)>\"'></script><script>alert(1)</script>"
FORMULA = "=HYPERLINK(1)"
SQL = "'); DROP TABLE documents; --"
NAME = "a <evil-tag onclick=alert(1)> '); DROP TABLE documents; --.txt"

SAID = (
    f"The pier {EVIL}\n\nBy Ana {EVIL} Lindqvist\nMarch 5, 1911\n\n"
    f"About 40 dockers {EVIL} were arrested at Port Adair on 3 March 1911, said Josef {SQL} Brandt. "
    f"“{EVIL} Nobody fired,” said Ellen <evil-tag> Marsh. The company denied that the soldiers fired. {FORMULA}\n"
)
OTHER = "More than 120 dockers were arrested at Port Adair on 3 March 1911, the Union said. The soldiers fired.\n"


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Iterator[gainsay.Edition]:
    folder = tmp_path_factory.mktemp("evil")
    texts = folder / "texts"
    texts.mkdir()
    (texts / NAME).write_text(SAID)
    (texts / "=1+1.txt").write_text(OTHER)
    (texts / "page.html").write_text(
        f"<html><head><title>{html_escaped(EVIL)}</title><meta name=author content='=cmd()'></head>"
        f"<body><article><p>{html_escaped(SAID)}</p><script>document.write('x')</script></article></body></html>"
    )
    said = {"title": EVIL, "author": FORMULA, "party": SQL, "kind": EVIL, "url": "javascript:alert(1)//" + EVIL}
    table = "\n".join(f"{key} = {json.dumps(value)}" for key, value in said.items())
    (texts / "sources.toml").write_text(f"[{json.dumps(NAME)}]\n{table}\n")
    with gainsay.read(texts, folder / "e.gainsay", gainsay.ReadSettings(reader="rules")) as one:
        assert one.report is not None and not one.report.problems
        one.review(one.attributions()[0].id, "reject", by=f"Ana {EVIL}", reason=f"{FORMULA} {EVIL}")
        one.settle()
        yield one


def html_escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;")


def harmless(page: str | bytes) -> None:
    """No element or attribute, and no address, comes from a document."""
    tree = html.fromstring(page)
    for element in tree.iter(etree.Element):
        assert element.tag != "evil-tag"
        for name, value in element.attrib.items():
            assert not name.startswith("on"), (element.tag, name)
            if name in ("href", "src", "action", "formaction"):
                assert not re.match(r"\s*(?:javascript|data:text|vbscript):?", value, re.I), value
        if element.tag == "script":
            assert "alert(1)" not in (element.text or "")


def test_published_pages_show_markup_as_words(edition: gainsay.Edition, tmp_path: Path) -> None:
    publish(edition, tmp_path / "site")
    pages = sorted((tmp_path / "site").rglob("*.html"))
    assert len(pages) > 5 and any("&lt;evil-tag" in page.read_text() for page in pages)
    for page in pages:
        harmless(page.read_bytes())
    assert all(page.resolve().is_relative_to((tmp_path / "site").resolve()) for page in pages)


def test_notebooks_show_markup_as_words(edition: gainsay.Edition) -> None:
    harmless(edition_html(edition))
    for matter in edition.matters():
        harmless(edition.show(matter)._repr_html_())


@pytest.mark.parametrize("name", sorted(FORMATS.keys() - {"parquet", "zip"}))
def test_exports_hold_markup_as_words(edition: gainsay.Edition, tmp_path: Path, name: str) -> None:
    out = tmp_path / name
    gainsay.export(edition, name, out)
    for file in [out] if out.is_file() else sorted(out.rglob("*")):
        if file.suffix in (".xml", ".gexf", ".tei") or file.read_bytes()[:5] == b"<?xml":
            for element in etree.fromstring(file.read_bytes()).iter(etree.Element):
                assert etree.QName(element).localname not in ("evil-tag", "script")
        if file.suffix == ".csv":
            for row in csv.reader(file.read_text("utf-8-sig").splitlines()):
                assert not any(cell[:1] in "=+@" and cell for cell in row), row
        if name in ("timeline", "claimreview"):  # made to be put into a page
            assert "<evil-tag" not in file.read_text() and "</script" not in file.read_text()


def test_names_and_questions_are_never_statements_of_sql(edition: gainsay.Edition) -> None:
    for words in (SQL, '" OR 1=1 --', "NEAR(", "a* OR b", "'", "%", "\0", "pier AND", "(" * 500, "\ud800"):
        for call in (edition.search, edition.who, edition.ask, edition.document):
            try:
                call(words)
            except gainsay.GainsayError as error:
                assert "gainsay" in str(error)
    assert edition.verify() == [] and len(edition.paths) == 3
