"""Manifests: what is read is what they list, files or objects, and nothing else is fetched."""

from __future__ import annotations

from pathlib import Path

import pytest

import gainsay
from gainsay.cli.app import run
from gainsay.edition.build import ReadSettings, read_manifest
from gainsay.edition.intake import of_manifest
from gainsay.errors import UsageError
from tests.engines.collection import exported, write_collection

fsspec = pytest.importorskip("fsspec", reason="object stores (extra `objects`) are not installed")
SETTINGS = ReadSettings(workers=1, reader="rules")


@pytest.fixture
def store() -> fsspec.AbstractFileSystem:
    memory = fsspec.filesystem("memory")
    memory.store.clear()
    memory.pipe("/harbour/a.txt", b"Ana Lindqvist said that 23 dockers were arrested at Coal Quay.")
    memory.pipe("/harbour/old/b.txt", b"Tobias Hale said that 31 dockers were arrested at Coal Quay.")
    memory.pipe("/harbour/secret.txt", b"Nobody named this one.")
    return memory


def listing(tmp_path: Path, *lines: str) -> Path:
    manifest = tmp_path / "list.txt"
    manifest.write_text("\n".join(["# what to read", "", *lines]), encoding="utf-8")
    return manifest


def test_listed_files_are_read_as_their_folder_would_be(tmp_path: Path) -> None:
    folder = write_collection(tmp_path / "reports", 4)
    gainsay.read(folder, tmp_path / "whole.gainsay", SETTINGS).close()
    manifest = listing(tmp_path, *(f"reports/{number:02}.txt" for number in range(4)))
    read_manifest(manifest, tmp_path / "listed.gainsay", SETTINGS)
    assert exported(tmp_path / "listed.gainsay") == exported(tmp_path / "whole.gainsay")


def test_what_is_not_listed_is_not_read(tmp_path: Path) -> None:
    folder = write_collection(tmp_path / "reports", 3)
    (report,) = read_manifest(listing(tmp_path, str(folder / "01.txt")), tmp_path / "one.gainsay", SETTINGS)
    assert report.added == ("01.txt",)


def test_a_listed_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    (report,) = read_manifest(listing(tmp_path, "gone.txt"), tmp_path / "one.gainsay", SETTINGS)
    assert [(problem.path, "gone" in problem.problem) for problem in report.problems] == [("gone.txt", True)]


def test_objects_are_fetched_and_read(tmp_path: Path, store: fsspec.AbstractFileSystem) -> None:
    manifest = listing(tmp_path, "memory://harbour/a.txt", "memory://harbour/old/b.txt")
    (report,) = read_manifest(manifest, tmp_path / "one.gainsay", SETTINGS)
    assert report.added == ("a.txt", "old/b.txt") and not report.problems
    with gainsay.open_edition(tmp_path / "one.gainsay") as edition:
        assert [matter.verdict for matter in edition.matters(facet="figure")] == ["conflict"]
        assert "Nobody" not in "".join(document.text for document in edition.documents())


def test_only_objects_that_changed_are_read_again(tmp_path: Path, store: fsspec.AbstractFileSystem) -> None:
    manifest = listing(tmp_path, "memory://harbour/a.txt", "memory://harbour/old/b.txt")
    read_manifest(manifest, tmp_path / "one.gainsay", SETTINGS)
    (again,) = read_manifest(manifest, tmp_path / "one.gainsay", SETTINGS)
    store.pipe("/harbour/a.txt", b"Ana Lindqvist said that 24 dockers were arrested at Coal Quay.")
    (changed,) = read_manifest(manifest, tmp_path / "one.gainsay", SETTINGS)
    assert (again.unchanged, again.changed, changed.changed) == (2, (), ("a.txt",))


def test_an_object_that_is_gone_is_named(tmp_path: Path, store: fsspec.AbstractFileSystem) -> None:
    (report,) = read_manifest(listing(tmp_path, "memory://harbour/no.txt"), tmp_path / "one.gainsay", SETTINGS)
    assert [problem.path for problem in report.problems] == ["no.txt"]


@pytest.mark.parametrize(
    ("lines", "says"),
    [([], "lists nothing"), (["nowhere://bucket/a.txt"], "no such store")],
)
def test_a_manifest_that_cannot_be_used_is_refused(lines: list[str], says: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=says):
        of_manifest(listing(tmp_path, *lines))


def test_a_name_that_leads_out_is_not_written(tmp_path: Path, store: fsspec.AbstractFileSystem) -> None:
    store.pipe("/harbour/x/../../escape.txt", b"Out.")
    manifest = listing(tmp_path, "memory://harbour/a.txt", "memory://harbour/x/../../escape.txt")
    (report,) = read_manifest(manifest, tmp_path / "one.gainsay", SETTINGS)
    assert ["leads out" in problem.problem for problem in report.problems] == [True]


def test_the_command_takes_a_manifest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_collection(tmp_path / "reports", 2)
    manifest = listing(tmp_path, "reports/00.txt", "reports/01.txt")
    assert run(["read", "--manifest", str(manifest), "-o", str(tmp_path / "one.gainsay"), "--reader", "rules"]) == 0
    assert "2 new" in capsys.readouterr().out
    assert run(["read"]) == 2
    assert "nothing to read" in capsys.readouterr().err
