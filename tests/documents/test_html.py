"""What an HTML page becomes: its main text, the kinds of its parts, its own metadata."""

from __future__ import annotations

from pathlib import Path

import pytest

from gainsay.documents import Document, read_file
from gainsay.errors import EmptyDocumentError

STORY = "".join(
    f"<p>Paragraph {i} tells at some length what happened at <b>Port Adair</b> in those days, and who said what.</p>"
    for i in range(4)
)
PAGE = f"""<!doctype html><html lang="en-GB"><head><title>Strike | Gazette</title>
<meta name="author" content="Ana Lindqvist"><link rel="canonical" href="https://example.org/strike">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Strike at Port Adair",
"datePublished": "1999-05-04T10:00:00Z", "publisher": {{"name": "Adair Gazette"}}}}</script></head>
<body><nav><a href="/">Home</a><a>About us</a></nav><article><h1>Strike at Port Adair</h1>
<figure><img src="x.jpg" alt="alternative words"><figcaption>The quay at dawn</figcaption></figure>{STORY}
<blockquote><p>We shall not move.</p></blockquote><ul><li>one demand<li>two demands</ul>
<h2>After the strike</h2><p>Fish &amp; chips<sup>1</sup> were served.</p><table><tr><td>men</td><td>40</td></tr></table>
<ol class="footnotes"><li id="fn1">Told by the cook.</li></ol></article>
<div class="share">Share on Twitter</div><script>alert("code")</script>
<div id="comments"><p>Leave a comment</p><form><input></form></div></body></html>"""


def read(tmp_path: Path, page: str | bytes, name: str = "page.html") -> Document:
    (tmp_path / name).write_bytes(page if isinstance(page, bytes) else page.encode())
    return read_file(tmp_path, name)


def test_the_markup_says_what_the_parts_are(tmp_path: Path) -> None:
    document = read(tmp_path, PAGE)
    kinds = {span.of(document.text): kind for span, kind in document.structure}
    assert kinds == {
        "Strike at Port Adair": "heading",
        "The quay at dawn": "caption",
        "We shall not move.": "block-quote",
        "one demand": "list-item",
        "two demands": "list-item",
        "After the strike": "heading",
        "men\t40": "table",
        "Told by the cook.": "note",
    }


def test_what_the_site_puts_around_the_text_is_left_out(tmp_path: Path) -> None:
    text = read(tmp_path, PAGE).text
    for words in ("Home", "Share on", "Leave a comment", "code", "alternative words", "<"):
        assert words not in text
    assert "Fish & chips¹ were served." in text
    assert "\n\nParagraph 2 tells at some length what happened at Port Adair in those days" in text


def test_the_page_states_its_metadata(tmp_path: Path) -> None:
    document = read(tmp_path, PAGE)
    assert {key: stated.value for key, stated in document.metadata.items()} == {
        "title": "Strike at Port Adair",
        "author": "Ana Lindqvist",
        "publisher": "Adair Gazette",
        "written": "1999-05-04",
        "url": "https://example.org/strike",
    }
    assert {stated.by for stated in document.metadata.values()} == {"file"}
    assert (document.language, document.media_type) == ("en", "text/html")


def test_a_short_page_keeps_its_parts(tmp_path: Path) -> None:
    page = "<html><body><h1>Notice</h1><p>The quay is closed.</p><p>By order.</p></body></html>"
    assert read(tmp_path, page).text == "Notice\n\nThe quay is closed.\n\nBy order."


def test_the_prose_of_a_page_tells_its_charset_not_the_scripts_above_it(tmp_path: Path) -> None:
    script = "<script>" + 'var menu = function (b) { return b["x"]; };' * 300 + "</script>"
    prose = "<p>The café was shut, Señora Muñoz said – and nobody was hurt.</p>" * 3
    page = f'<html><head><meta charset="utf-8">{script}</head><body>{prose}</body></html>'
    assert "Señora Muñoz" in read(tmp_path, page.encode("cp1252")).text


def test_a_wrong_declared_charset_is_seen_through(tmp_path: Path) -> None:
    page = '<html><head><meta charset="utf-8"></head><body><p>Café at Port Adair, “quoted” words.</p></body></html>'
    assert "Café at Port Adair, “quoted”" in read(tmp_path, page.encode("cp1252")).text
    assert "Café at Port Adair, “quoted”" in read(tmp_path, page.replace("utf-8", "iso-8859-1").encode()).text
    assert "Café at Port Adair, “quoted”" in read(tmp_path, page.encode("utf-16")).text


def test_entities_of_the_file_are_not_expanded(tmp_path: Path) -> None:
    page = (
        '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
        "<html><body><p>Here &b; and &x; stand.</p></body></html>"
    )
    assert read(tmp_path, page, "page.xhtml").text == "Here &b; and &x; stand."


def test_nesting_without_end_does_no_harm(tmp_path: Path) -> None:
    page = "<html><body><p>Above.</p>" + "<div>" * 100_000 + "<p>Below.</p>"
    assert "Above." in read(tmp_path, page).text


def test_a_page_without_text_is_named(tmp_path: Path) -> None:
    with pytest.raises(EmptyDocumentError, match="a script may fill it"):
        read(tmp_path, "<html><body><script>load()</script></body></html>")


def test_markup_in_a_text_file_stays_text(tmp_path: Path) -> None:
    assert read(tmp_path, PAGE, "page.txt").text == PAGE


def test_a_page_that_is_plain_text_is_read_as_such(tmp_path: Path) -> None:
    assert read(tmp_path, "The quay is closed.", "page.html").media_type == "text/plain"


def test_a_headline_that_stands_apart_from_the_story_is_kept(tmp_path: Path) -> None:
    page = f"<title>Strike at the quay | Gazette</title><header><h1>Gazette</h1></header><h1>Strike at the quay</h1>\
<div class='share'>Tweet</div><article>{STORY}</article>"
    document = read(tmp_path, f"<html><body>{page}</body></html>")
    assert document.text.startswith("Strike at the quay\n\nParagraph 0 tells")


def test_notes_below_the_text_are_kept(tmp_path: Path) -> None:
    notes = '<ol class="footnotes"><li>1. Told by the cook.</li><li>2. Told by the clerk.</li></ol>'
    document = read(tmp_path, f"<html><body>{STORY}<p>Nobody came.<sup>1</sup></p>{notes}</body></html>")
    kinds = {span.of(document.text): kind for span, kind in document.structure}
    assert kinds["2. Told by the clerk."] == "note"


def test_a_table_that_lays_out_the_page_is_no_table(tmp_path: Path) -> None:
    page = f"<table><tr><td>Home<td><h1>Strike at the quay</h1>{STORY}</td></tr></table>"
    document = read(tmp_path, f"<html><body>{page}</body></html>")
    assert "table" not in {kind for _, kind in document.structure}
    assert "\n\nParagraph 2 tells" in document.text


def test_a_page_all_of_whose_parts_are_named_misleadingly_is_read(tmp_path: Path) -> None:
    parts = "".join(f'<div class="share">{STORY.replace("Paragraph", f"Part {i}, paragraph")}</div>' for i in range(4))
    assert "Part 3, paragraph 2 tells" in read(tmp_path, f"<html><body>{parts}</body></html>").text


def test_labels_side_by_side_are_held_apart_and_a_word_set_in_pieces_is_not(tmp_path: Path) -> None:
    words = "<p><span>T</span>he ledger of <span>Port</span><span>Adair</span> was lost in the flood of that year.</p>"
    text = read(tmp_path, f"<html><body>{STORY}{words}</body></html>").text
    assert "The ledger of Port Adair was lost" in text
