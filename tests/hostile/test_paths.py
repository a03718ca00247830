"""Paths that climb out of the folder, links, pipes and devices lead nowhere, and keep nobody waiting."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from gainsay.documents import find_files, read_file, read_sources
from gainsay.errors import SourcesError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "secret.txt").write_text("Nobody may read this.")
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text("The pier at Port Adair was closed.")
    return folder


def test_links_and_pipes_are_no_documents(folder: Path) -> None:
    (folder / "link.txt").symlink_to(folder.parent / "secret.txt")
    (folder / "away").symlink_to(folder.parent, target_is_directory=True)
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    os.mkfifo(folder / "pipe.txt")
    os.mkfifo(folder / "library.bib")
    assert find_files(folder) == ["a.txt"]
    assert read_sources(folder) == {}


@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_sources_toml_is_a_file(folder: Path, kind: str) -> None:
    file = folder / "sources.toml"
    if kind == "link":
        file.symlink_to("/dev/zero")
    elif kind == "pipe":
        os.mkfifo(file)
    else:
        file.mkdir()
    with pytest.raises(SourcesError, match="link, a folder or a pipe"):
        read_sources(folder)


@pytest.mark.parametrize("path", ["../secret.txt", "/etc/passwd", "a/../../secret.txt", "..\\\\secret.txt"])
def test_sources_toml_names_nothing_outside_its_folder(folder: Path, path: str) -> None:
    (folder / "sources.toml").write_text(f'["{path}"]\ntitle = "x"\n')
    with pytest.raises(SourcesError, match="leaves the folder"):
        read_sources(folder)


def test_names_that_climb_out_of_an_archive_stay_below_it(folder: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in ("../secret.txt", "/etc/passwd.txt", "C:\\x.txt", "a/../../../b.txt"):
            archive.writestr(name, "Words from an archive.")
    (folder / "z.zip").write_bytes(packed.getvalue())
    before = sorted(folder.parent.rglob("*"))
    found = [path for path in find_files(folder) if path != "a.txt"]
    assert len(found) == 4 and all(path.startswith("z.zip/") and ".." not in path.split("/") for path in found)
    assert {read_file(folder, path).text for path in found} == {"Words from an archive."}
    assert sorted(folder.parent.rglob("*")) == before  # nothing was unpacked
    assert (folder.parent / "secret.txt").read_text() == "Nobody may read this."
