"""The cited works of an edition as BibTeX and CSL-JSON."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

import gainsay
from gainsay.annotations.citations import Citation
from gainsay.exports import export
from gainsay.exports.bibliography import Name, kind_of, names

FIRST = """The gate was shut.[1] Nobody spoke.[2] The board met.[3]

Notes

[1] Ana Lindqvist, The Quay Strike & After (Port Adair: Marrow Press, 1934), p. 12.
[2] Ibid., p. 14.
[3] Bern Moe, “A Day on the Quay”, Harbour Review 3 (1940), pp. 12-15.
"""
SECOND = """It rained all week.[1]

Notes

[1] Lindqvist, Quay Strike, p. 20.
"""


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("works")
    (folder / "texts").mkdir()
    (folder / "texts" / "a.txt").write_text(FIRST, encoding="utf-8")
    (folder / "texts" / "b.txt").write_text(SECOND, encoding="utf-8")
    (folder / "texts" / "moe.txt").write_text("It was a long day on the quay.\n", encoding="utf-8")
    (folder / "texts" / "sources.toml").write_text(
        '["moe.txt"]\ntitle = "A Day on the Quay"\nauthor = "Bern Moe"\n', encoding="utf-8"
    )
    gainsay.read(folder / "texts", folder / "e.gainsay").close()
    return folder / "e.gainsay"


def test_every_work_is_written_once_as_bibtex(edition: Path, tmp_path: Path) -> None:
    with gainsay.open_edition(edition) as opened:
        assert export(opened, "bibtex", tmp_path / "works.bib") == {"works": 2}
    text = (tmp_path / "works.bib").read_text(encoding="utf-8")
    assert text.startswith("@book{lindqvist-1934-quay,\n  author = {Lindqvist, Ana},\n")
    assert r"title = {The Quay Strike \& After}" in text
    assert "@article{moe-1940-quay," in text and "journal = {Harbour Review}" in text


def test_a_short_title_in_another_document_is_the_same_work(edition: Path, tmp_path: Path) -> None:
    with gainsay.open_edition(edition) as opened:
        export(opened, "csl", tmp_path / "works.json")
    items = json.loads((tmp_path / "works.json").read_text(encoding="utf-8"))
    assert [item["note"] for item in items if item["author"][0]["family"] == "Lindqvist"] == [
        "cited 3 times in a.txt, b.txt"
    ]


def test_csl_has_types_names_and_dates(edition: Path, tmp_path: Path) -> None:
    with gainsay.open_edition(edition) as opened:
        export(opened, "csl", tmp_path / "works.json")
    items = json.loads((tmp_path / "works.json").read_text(encoding="utf-8"))
    assert {item["type"] for item in items} == {"book", "article-journal"}
    assert items[0]["author"] == [{"family": "Lindqvist", "given": "Ana"}]
    assert items[0]["issued"] == {"date-parts": [[1934]]}


def test_a_work_that_was_read_too_names_its_document(edition: Path, tmp_path: Path) -> None:
    with gainsay.open_edition(edition) as opened:
        export(opened, "bibtex", tmp_path / "works.bib")
    text = (tmp_path / "works.bib").read_text(encoding="utf-8")
    assert text.count("file = {") == 1 and "file = {moe.txt}" in text


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("Ana Lindqvist", [Name("Lindqvist", "Ana")]),
        ("Lindqvist, A., & Moe, B.", [Name("Lindqvist", "A."), Name("Moe", "B.")]),
        ("Ana Lindqvist and Bern van Moe", [Name("Lindqvist", "Ana"), Name("van Moe", "Bern")]),
        ("UNHCR", [Name(literal="UNHCR")]),
        (None, []),
    ],
)
def test_authors_are_parted_into_names(author: str | None, expected: list[Name]) -> None:
    assert names(author) == expected


def test_an_article_with_a_whole_date_stood_in_a_newspaper() -> None:
    cited = Citation("c", "d", "note", title="Talks resume", container="Harbour Gazette", date="1911-05-03")
    assert kind_of(cited) == "newspaper"


def test_a_shelf_mark_without_imprint_is_archival() -> None:
    assert kind_of(Citation("c", "d", "note", archive="PRO FO 371/1234")) == "archival"


FOLDER = {
    "quay.txt": "It was built in 1880.\n",
    "memoir.txt": "We stood on the quay.\n",
    "tides.txt": (
        "It was no accident.[1] The council refused.[2] Nobody wrote it down.[3] The dockers knew.[4]\n\nNotes\n\n"
        "[1] Ana Lindqvist, The Long Quay: A History of Port Adair (Port Adair: Harbour Press, 1972), p. 12.\n"
        "[2] Ibid., p. 14.\n[3] Lindqvist, Long Quay, p. 20.\n[4] Lindqvist, op. cit., p. 33.\n"
    ),
    "essay.txt": (
        "Marsh (1970) argues that nobody knew. As Lindqvist (1972: 44) has it, the council was proud. Wages were low "
        "(Oakley 1985: 7).\n\nBibliography\n\nLindqvist, Ana. The Long Quay. Port Adair: Harbour Press, 1972.\n\n"
        "Oakley, Bern. Tides and Wages. Port Adair: Harbour Press, 1985.\n"
    ),
    "review.txt": (
        "The author asks who knew.[1]\n\nNotes\n\n[1] See Miriam Haddad, “Who Knew of It?”, Harbour Review 12 (1999), "
        "pp. 3-14; but cf. Bern Oakley, Tides and Wages (1985), pp. 5-9.\n"
    ),
    "sources.toml": (
        '["quay.txt"]\ntitle = "The Long Quay: A History of Port Adair"\nauthor = "Ana Lindqvist"\nwritten = "1972"\n'
        '["memoir.txt"]\ntitle = "Memoirs of a Docker"\nauthor = "Carl Marsh"\nwritten = "1970"\n'
        '["tides.txt"]\ntitle = "Tides and Wages"\nauthor = "Bern Oakley"\nwritten = "1985"\n'
        '["essay.txt"]\ntitle = "Who Knew of It?"\nauthor = "Miriam Haddad"\nwritten = "1999"\n'
    ),
}


def test_documents_that_cite_each_other_in_different_ways_are_linked_and_named(tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in FOLDER.items():
        (folder / name).write_text(text, encoding="utf-8")
    with gainsay.read(folder, tmp_path / "e.gainsay") as opened:
        export(opened, "jsonl", tmp_path / "out")
        export(opened, "bibtex", tmp_path / "works.bib")
        export(opened, "csl", tmp_path / "works.json")
    records = [json.loads(line) for line in (tmp_path / "out" / "dependences.jsonl").open(encoding="utf-8")]
    lines = (tmp_path / "out" / "documents.jsonl").open(encoding="utf-8")
    documents = {one["id"]: one for one in map(json.loads, lines)}
    links = [
        (documents[r["a"]["document"]]["path"], documents[r["b"]["document"]]["path"])
        for r in records
        if r["kind"] == "cites"
    ]
    assert sorted(set(links)) == [
        ("essay.txt", "memoir.txt"),
        ("essay.txt", "quay.txt"),
        ("essay.txt", "tides.txt"),
        ("review.txt", "essay.txt"),
        ("review.txt", "tides.txt"),
        ("tides.txt", "quay.txt"),
    ]
    assert links.count(("tides.txt", "quay.txt")) == 4
    bibtex = (tmp_path / "works.bib").read_text(encoding="utf-8")
    items = json.loads((tmp_path / "works.json").read_text(encoding="utf-8"))
    named = sorted(item["custom"]["document"] for item in items if "custom" in item)
    assert named == ["essay.txt", "quay.txt", "tides.txt"]
    assert [item["title"] for item in items if "Quay" in item.get("title", "")] == [
        "The Long Quay: A History of Port Adair"
    ]
    assert all(f"file = {{{path}}}" in bibtex for path in named)


def test_works_of_every_kind_are_valid_csl(edition: Path, tmp_path: Path) -> None:
    export(gainsay.open_edition(edition), "csl", tmp_path / "w.json")
    schema = json.loads((Path(__file__).parent / "schemas" / "csl.json").read_text(encoding="utf-8"))
    written = json.loads((tmp_path / "w.json").read_text(encoding="utf-8"))
    assert len(written) > 1
    jsonschema.validate(written, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate([{**written[0], "type": "pamphlets"}], schema)
