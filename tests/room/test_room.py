"""The running room: its pages, their JSON, what it refuses, what it says where nothing stands."""

from __future__ import annotations

import json
import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.room.conftest import OpenRoom, Rooms

import gainsay
from gainsay.errors import UsageError
from gainsay.matters.matter import Matter, Side, Witnesses
from gainsay.room.serve import bind

LISTS = (
    "index",
    "matters",
    "sources",
    "people",
    "naming",
    "timeline",
    "network",
    "map",
    "search",
    "ask",
    "about",
    "review",
)


def addresses(room: OpenRoom) -> Iterator[str]:
    """Every page that the pages lead to, without its ending."""
    seen, left = set(), list(LISTS)
    while left:
        page = left.pop()
        if page in seen:
            continue
        seen.add(page)
        yield page
        up = "../" * page.count("/")
        found = re.findall(r'href="([^"#?]+)\.html', room.get(f"{page}.html").text)
        left += [href.removeprefix(up) for href in found]


@pytest.mark.parametrize("page", LISTS)
def test_a_page_and_its_record_stand_at_the_same_address(room: OpenRoom, page: str) -> None:
    html, record = room.get(f"{page}.html"), room.get(f"{page}.json")
    assert html.status == record.status == 200
    assert html.headers["content-type"].startswith("text/html")
    assert isinstance(json.loads(record.text), dict)


def test_every_link_of_every_page_leads_to_a_page_with_a_record(room: OpenRoom) -> None:
    found = list(addresses(room))
    assert {a.split("/")[0] for a in found} >= {"matter", "source", "person", "compare", "cite", "review"}
    for page in found:
        assert room.get(f"{page}.html").status == 200, page
        assert room.get(f"{page}.json").status == 200, page


def test_openapi_describes_every_record(room: OpenRoom) -> None:
    described = json.loads(room.get("openapi.json").text)
    matter = described["paths"]["/matter/{id}.json"]["get"]["responses"]["200"]["content"]["application/json"]
    assert matter["schema"]["$ref"].endswith("MatterView")
    assert {"sides", "reason", "witnesses"} <= described["components"]["schemas"]["MatterView"]["properties"].keys()


@pytest.mark.parametrize(
    "header",
    [
        {"Host": "gainsay.example"},  # a name that somebody points at this machine
        {"Host": "127.0.0.1"},  # without the port: not the address that was printed
        {"Origin": "https://gainsay.example"},
        {"Origin": "null"},
    ],
)
def test_foreign_hosts_and_origins_are_refused(room: OpenRoom, header: dict[str, str]) -> None:
    refused = room.get("index.html", **header)
    assert refused.status == 403
    assert "this machine only" in refused.text and "Marrow" not in refused.text


def test_every_answer_forbids_scripts_of_others_and_scripts_in_the_page(room: OpenRoom) -> None:
    for path in ("index.html", "index.json", "nowhere", "style.css"):
        policy = room.get(path).headers["content-security-policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy
    pages = [room.get(f"{page}.html").text for page in LISTS]
    assert not any(re.search(r"<style|\sstyle=|\son\w+=|<script(?! src=)", page) for page in pages)


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("matter/matter-0000.html", "judged anew"),
        ("source/doc-0000.html", "old text is no longer in the edition"),
        ("person/entity-0000.html", "joined or parted"),
        ("compare/doc-1--doc-2.html", "old text is no longer"),
        ("review/attribution-0000.html", "marked as stale"),
        ("nowhere/at/all", "leads nowhere"),
    ],
)
def test_an_address_at_which_nothing_stands_says_what_became_of_it(room: OpenRoom, address: str, told: str) -> None:
    answer = room.get(address)
    assert answer.status == 404
    assert told in answer.text and "search.html" in answer.text


def test_a_record_that_is_gone_says_so_to_programs(room: OpenRoom) -> None:
    answer = room.get("matter/matter-0000.json")
    assert answer.status == 404 and "judged anew" in json.loads(answer.text)["why"]


@pytest.mark.parametrize("key", ["verdict", "facet"])
def test_filters_keep_the_matters_asked_for(room: OpenRoom, key: str) -> None:
    every = json.loads(room.get("matters.json").text)["rows"]
    for value in sorted({row[key] for row in every} - {""}):
        kept = json.loads(room.get(f"matters.json?{key}={value}").text)
        assert [row["id"] for row in kept["rows"]] == [row["id"] for row in every if row[key] == value]
        chosen = next(o for f in kept["filters"] if f["key"] == key for o in f["options"] if o["chosen"])
        assert chosen["count"] == kept["leaves"]["total"] == len(kept["rows"])


@pytest.mark.parametrize("query", ["verdict=no-such", "since=1800&until=1850", "person=entity-0", "start=100000"])
def test_filters_that_fit_nothing_show_nothing_and_do_not_fail(room: OpenRoom, query: str) -> None:
    assert room.get(f"matters.html?{query}").status == 200


def test_a_period_keeps_what_lies_in_it(room: OpenRoom) -> None:
    rows = json.loads(room.get("matters.json?since=1911-03&until=1911-03").text)["rows"]
    assert rows and all(row["edtf"].startswith("1911-03") for row in rows)


def test_search_finds_words_and_names_and_marks_them(room: OpenRoom) -> None:
    page = json.loads(room.get("search.json?q=coal+shed").text)
    assert page["found"]
    for one in page["found"]:
        marked = {s["text"].lower() for s in one["segments"] if s["classes"]}
        assert marked == {"coal", "shed"}
    assert any(link["words"] == "Josiah Peel" for link in json.loads(room.get("search.json?q=peel").text)["people"])


def test_a_misspelt_word_is_found_all_the_same(room: OpenRoom) -> None:
    assert json.loads(room.get("search.json?q=balconny").text)["found"]


def test_a_question_is_answered_with_matters_or_not_at_all(room: OpenRoom) -> None:
    asked = json.loads(room.get("ask.json?q=How+many+men+were+killed+at+Coal+Quay%3F").text)
    assert any(m["facet"] == "figure" for m in asked["matters"])
    assert json.loads(room.get("ask.json?q=Which+wine+was+served%3F").text)["abstains"]


def test_a_passage_is_cited_character_for_character_in_four_forms(room: OpenRoom) -> None:
    source = json.loads(room.get("sources.json").text)["cards"][0]["href"].removesuffix(".html")
    page = json.loads(room.get(f"{source}.json").text)
    passage = next(p for p in page["passages"] if p["kind"] == "paragraph")
    words = "".join(s["text"] for s in passage["segments"]).strip()
    cited = json.loads(room.get(f"cite/{source.removeprefix('source/')}--{passage['anchor']}.json").text)
    assert cited["quotation"] == words
    assert [f["form"] for f in cited["forms"]] == ["Plain text", "Markdown", "BibTeX", "CSL-JSON"]
    assert json.loads(cited["forms"][3]["words"])["abstract"] == words


def test_markup_in_a_title_is_shown_and_not_obeyed(rooms: Rooms, tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    script, endless = "<script>alert(1)</script>", "Donau" * 400
    (tmp_path / "texts" / "a.txt").write_text(f"Ana Holt said that 40 men came to {endless}.", encoding="utf-8")
    (tmp_path / "texts" / "sources.toml").write_text(f'["a.txt"]\ntitle = "{script}"\n', encoding="utf-8")
    gainsay.read(tmp_path / "texts", tmp_path / "e.gainsay").close()
    opened = rooms.open(tmp_path / "e.gainsay")
    for page in addresses(opened):
        assert script not in opened.get(f"{page}.html").text
    assert "&lt;script&gt;" in opened.get("index.html").text


def test_what_is_read_meanwhile_appears_when_the_reading_has_ended(rooms: Rooms, tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "a.txt").write_text("Ana Holt said that 40 men came to Port Adair.", encoding="utf-8")
    gainsay.read(texts, tmp_path / "e.gainsay").close()
    opened = rooms.open(tmp_path / "e.gainsay")
    assert "Lindqvist" not in opened.get("sources.html").text
    (texts / "b.txt").write_text("The quay was empty, wrote Lindqvist.", encoding="utf-8")
    (texts / "sources.toml").write_text('["b.txt"]\nauthor = "Lindqvist"\n', encoding="utf-8")
    gainsay.read(texts, tmp_path / "e.gainsay").close()
    assert opened.wait(lambda: "Lindqvist" in opened.get("sources.html").text)


def test_a_restricted_document_is_shown_here_and_marked(rooms: Rooms, tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text("The widow Quibbleworth spoke.", encoding="utf-8")
    (tmp_path / "texts" / "sources.toml").write_text('["a.txt"]\nrestricted = true\n', encoding="utf-8")
    gainsay.read(tmp_path / "texts", tmp_path / "e.gainsay").close()
    assert "restricted" in rooms.open(tmp_path / "e.gainsay").get("sources.html").text


def test_a_taken_port_is_named_and_without_one_the_next_is_tried() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=f"port {port} is taken"):
            bind(port)
    with bind(None) as first, bind(None) as second:
        assert first.getsockname()[1] != second.getsockname()[1]


WARC = """WARC/1.0\r
WARC-Type: response\r
WARC-Target-URI: http://port-adair.example/quay\r
WARC-Date: 2019-05-04T10:00:00Z\r
WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r
Content-Type: application/http; msgtype=response\r
Content-Length: {length}\r
\r
{body}\r
\r
"""
HTTP = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><p>Forty men came to the quay.</p></body></html>"


def test_how_a_file_was_read_and_when_it_was_captured_is_told(rooms: Rooms, tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    archive = WARC.format(length=len(HTTP), body=HTTP)
    (tmp_path / "texts" / "a.warc").write_bytes(archive.encode())
    with gainsay.read(tmp_path / "texts", tmp_path / "e.gainsay") as edition:
        document = edition.documents()[0]
    source = rooms.open(tmp_path / "e.gainsay").record(f"source/{document.id}.json")
    assert source["remarks"] == list(document.remarks)
    assert {"key": "captured", "value": "4 May 2019", "by": "from the file"} in source["stated"]


def test_a_matter_of_ten_thousand_sides_opens_and_says_how_many_are_not_shown(rooms: Rooms, tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text("Ana Holt said that 40 men came to Port Adair.", encoding="utf-8")
    gainsay.read(tmp_path / "texts", tmp_path / "e.gainsay").close()
    opened = rooms.open(tmp_path / "e.gainsay")
    reading = opened.library.reading()
    statement = next(iter(reading.shelf.statements))
    sides = tuple(Side(f"{n} men", (statement,)) for n in range(10_000))
    wide = Matter("matter-wide", "men who came", "conflict", "figure", sides, None, (), Witnesses(1, 0, 1), 0.5, "")
    reading.shelf.matter[wide.id] = wide
    page = opened.record("matter/matter-wide.json")
    assert len(page["sides"]) + page["more_sides"] == 10_000
    assert len(opened.get("matter/matter-wide.html").text) < 300_000


def test_the_page_about_the_reading_says_how_every_document_was_read(room: OpenRoom) -> None:
    readers = dict(room.record("about.json")["readers"])
    assert sum(readers.values()) == len(room.record("sources.json")["cards"])
    assert any("by rules" in words for words in readers)


def test_a_name_that_is_not_somebodys_own_says_why_it_is_taken_for_them_and_how_sure(room: OpenRoom) -> None:
    sources = [room.record(c["href"].replace(".html", ".json")) for c in room.record("sources.json")["cards"]]
    tips = {s["tip"] for page in sources for p in page["passages"] for s in p["segments"] if "name" in s["classes"]}
    assert any(tip.startswith("person: Aarne Holt; ") and tip.endswith(" % sure") for tip in tips)
    assert "person: Mary Tolland" in tips
