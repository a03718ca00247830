"""`sources.toml`: what the user says overrules what was read, and mistakes are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from gainsay.documents import Declared, Stated, read_file, read_sources
from gainsay.errors import SourcesError


def folder(tmp_path: Path, toml: str) -> Path:
    (tmp_path / "a.txt").write_text("The harbour was closed and nobody knew why the boats stayed out.")
    (tmp_path / "sources.toml").write_text(toml, encoding="utf-8")
    return tmp_path


def test_without_the_file_nothing_is_declared(tmp_path: Path) -> None:
    assert read_sources(tmp_path) == {}


def test_every_key_reaches_the_document_as_said_by_the_user(tmp_path: Path) -> None:
    root = folder(
        tmp_path,
        '["a.txt"]\ntitle="T"\nauthor="Ana Lindqvist"\npublisher="Gazette"\nwritten="1911-03~"\nparty="the company"\n'
        'kind="newspaper"\nlanguage="en"\nurl="https://example.org/a"\nrestricted=true\n',
    )
    document = read_file(root, "a.txt", read_sources(root))
    assert document.metadata["party"] == Stated("the company", "user")
    assert document.written == "1911-03~"
    assert document.restricted
    assert document.language == "en"
    assert set(document.metadata) == {"title", "author", "publisher", "written", "party", "kind", "url"}


def test_a_date_or_year_without_quotation_marks_is_understood(tmp_path: Path) -> None:
    root = folder(tmp_path, '["a.txt"]\nwritten = 1911-03-04\n')
    assert read_sources(root) == {"a.txt": Declared({"written": "1911-03-04"})}


def test_the_user_overrules_the_page(tmp_path: Path) -> None:
    (tmp_path / "p.html").write_text(
        "<html><head><meta name=author content=Nobody></head><body><p>The quay is closed.</p>"
    )
    (tmp_path / "sources.toml").write_text('["p.html"]\nauthor = "Ana Lindqvist"\n')
    assert read_file(tmp_path, "p.html", read_sources(tmp_path)).metadata["author"] == Stated("Ana Lindqvist", "user")


def test_a_table_that_names_no_file_is_warned_of(tmp_path: Path) -> None:
    root = folder(tmp_path, '["b.txt"]\ntitle = "T"\n')
    with pytest.warns(UserWarning, match=r'\["b\.txt"\] names no file'):
        read_sources(root)


def test_a_path_may_begin_with_a_point(tmp_path: Path) -> None:
    assert read_sources(folder(tmp_path, '["./a.txt"]\ntitle = "T"')) == {"a.txt": Declared({"title": "T"})}


def test_a_file_in_another_encoding_is_named_as_that(tmp_path: Path) -> None:
    (tmp_path / "sources.toml").write_bytes('["a.txt"]\ntitle = "Über"'.encode("cp1252"))
    with pytest.raises(SourcesError, match="not in UTF-8"):
        read_sources(tmp_path)


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        ("x =", "not valid TOML"),
        ("title = 'T'", "title: expected a table"),
        ('["../b.txt"]\ntitle = "T"', r'["../b.txt"]: the path leaves the folder'),
        ('["/etc/passwd"]\ntitle = "T"', "the path leaves the folder"),
        ('["a.txt"]\ntitel = "T"', 'sources.toml: ["a.txt"]: unknown key titel. Known keys: title,'),
        ('["a.txt"]\nwritten = "last June"', 'written = "last June" is not an EDTF date'),
        ('["a.txt"]\nwritten = "1911-02-29"', "is not an EDTF date"),
        ('["a.txt"]\nwritten = "1913/1911-05"', "is not an EDTF date"),
        ('["a.txt"]\nlanguage = "English"', "is not a code of a language"),
        ('["a.txt"]\ntitle = "T\\u0000"', r'title = "T\u0000" holds control characters'),
        ('a.txt = {title = "T"}', 'a path stands in quotation marks: ["a.txt"]'),
        ('["a.txt"]\ntitle = 3', "title must be a text in quotation marks"),
        ('["a.txt"]\nrestricted = "yes"', "restricted must be true or false"),
    ],
)
def test_mistakes_are_named_with_file_table_and_key(tmp_path: Path, toml: str, says: str) -> None:
    with pytest.raises(SourcesError) as caught:
        read_sources(folder(tmp_path, toml))
    assert says in str(caught.value)


@pytest.mark.parametrize(
    "written", ["1979-01", "1975-04-17", "1979-01~", "1975-04/1979-01", "[2017..]", "197X", "2019-06-03/.."]
)
def test_every_edtf_form_of_the_contract_is_accepted(tmp_path: Path, written: str) -> None:
    assert read_sources(folder(tmp_path, f'["a.txt"]\nwritten = "{written}"'))["a.txt"].values == {"written": written}


@pytest.mark.parametrize("other", ["./a.txt", ".//a.txt"])
def test_two_tables_for_one_document_are_a_mistake_lest_one_undo_the_other(tmp_path: Path, other: str) -> None:
    root = folder(tmp_path, f'["{other}"]\nrestricted = true\n["a.txt"]\nauthor = "Ana Lindqvist"\n')
    with pytest.raises(SourcesError, match=r"mean one document\. Put the two together"):
        read_sources(root)


def test_members_of_one_container_are_documents_of_their_own(tmp_path: Path) -> None:
    root = folder(tmp_path, '["box.mbox/1"]\nauthor = "A"\n["box.mbox/2"]\nauthor = "B"\n')
    (root / "box.mbox").write_text("From a\n")
    assert [one.values["author"] for one in read_sources(root).values()] == ["A", "B"]
