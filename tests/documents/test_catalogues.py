"""What a library exported from a reference manager says of the files in the folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gainsay.documents import find_files, read_file, read_sources

BIB = r"""@article{hale1911,
  title = {The {Caf{\'e}} at {Port Adair}},
  author = {Hale, Tobias and Lindqvist, Ana},
  journal = "The Adair Gazette",
  year = 1911, month = may, day = 4,
  file = {Full text:files/3/Hale.txt:text/plain;Lost:files/4/Lost.pdf:application/pdf}
}
@book{broken, title = {never closed"""

CSL = [
    {
        "title": "A Question of Silver",
        "author": [{"given": "Irena", "family": "Voss"}],
        "issued": {"date-parts": [[1912, 6]]},
        "attachments": [{"path": "files/5/Voss.txt"}, {"path": "/etc/passwd"}],
    },
    {"title": "No file"},
]


def library(tmp_path: Path, name: str, words: str) -> None:
    for file in ("files/3/Hale.txt", "files/5/Voss.txt"):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text("The harbour was closed, they say.")
    (tmp_path / name).write_text(words, encoding="utf-8")


def test_bibtex_tells_of_its_files(tmp_path: Path) -> None:
    library(tmp_path, "library.bib", BIB)
    with pytest.warns(UserWarning, match=r"1 of its files are not in .*Lost\.pdf"):
        declared = read_sources(tmp_path)
    assert find_files(tmp_path) == ["files/3/Hale.txt", "files/5/Voss.txt"]
    document = read_file(tmp_path, "files/3/Hale.txt", declared)
    assert {key: stated.value for key, stated in document.metadata.items()} == {
        "title": "The Café at Port Adair",
        "author": "Tobias Hale; Ana Lindqvist",
        "publisher": "The Adair Gazette",
        "written": "1911-05-04",
    }


def test_csl_json_tells_of_its_files_and_nothing_outside_is_looked_at(tmp_path: Path) -> None:
    library(tmp_path, "library.json", json.dumps(CSL))
    with pytest.warns(UserWarning, match="/etc/passwd"):
        declared = read_sources(tmp_path)
    assert list(declared) == ["files/5/Voss.txt"]
    assert declared["files/5/Voss.txt"].values == {
        "title": "A Question of Silver",
        "author": "Irena Voss",
        "written": "1912-06",
    }


def test_sources_toml_overrules_the_library(tmp_path: Path) -> None:
    library(tmp_path, "library.json", json.dumps([{**CSL[0], "attachments": [{"path": "files/5/Voss.txt"}]}]))
    (tmp_path / "sources.toml").write_text('["files/5/Voss.txt"]\nauthor = "a clerk"\n')
    values = read_sources(tmp_path)["files/5/Voss.txt"].values
    assert (values["author"], values["title"]) == ("a clerk", "A Question of Silver")


def test_other_json_is_no_library(tmp_path: Path) -> None:
    for number, words in enumerate(("{}", "[1, 2]", "no json", '{"file": "a.txt"}', "[" * 100_000)):
        library(tmp_path, f"{number}.json", words)
    assert read_sources(tmp_path) == {}
