"""Building editions: what is read again, what is kept, and what an interruption leaves."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import gainsay
from gainsay.edition.report import Step
from gainsay.errors import EditionBusyError, UsageError
from gainsay.store.lock import WriteLock
from tests.edition.collection import TEXTS, exported, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "press")


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    return tmp_path / "press.gainsay"


def _scratch(folder: Path, tmp_path: Path) -> dict[str, list[str]]:
    fresh = tmp_path / "scratch.gainsay"
    fresh.unlink(missing_ok=True)
    gainsay.read(folder, fresh)
    return exported(fresh, tmp_path / "scratch")


def test_a_folder_becomes_an_edition(folder: Path, edition: Path) -> None:
    report = gainsay.read(folder, edition).report
    assert report.added == tuple(sorted(TEXTS)) and not report.problems
    with gainsay.open_edition(edition) as one:
        assert [d.path for d in one.documents()] == sorted(TEXTS)
        assert one.document("pier.txt").text == TEXTS["memoir/pier.txt"]
        assert one.verify() == []
        assert {e.name.title() for e in one.entities()} >= {"Port Adair", "Marrow Bay"}
        assert one.counts()["statements"] > 8


def test_reading_again_reads_nothing_again(folder: Path, edition: Path, tmp_path: Path) -> None:
    gainsay.read(folder, edition)
    before = exported(edition, tmp_path / "before")
    seen: list[Step] = []
    report = gainsay.read(folder, edition, progress=seen.append).report
    assert report.unchanged == len(TEXTS) and not (report.added or report.changed or report.removed)
    assert seen == []
    assert exported(edition, tmp_path / "after") == before


@pytest.mark.parametrize("one", sorted(TEXTS))
def test_adding_a_document_gives_what_reading_all_at_once_gives(one: str, tmp_path: Path, edition: Path) -> None:
    others = {path: text for path, text in TEXTS.items() if path != one}
    folder = write(tmp_path / "press", others)
    gainsay.read(folder, edition)
    write(folder)
    report = gainsay.read(folder, edition).report
    assert report.added == (one,) and report.unchanged == len(others)
    assert exported(edition, tmp_path / "grown") == _scratch(folder, tmp_path)


def test_changing_and_removing_documents_gives_what_reading_all_at_once_gives(
    folder: Path, edition: Path, tmp_path: Path
) -> None:
    gainsay.read(folder, edition)
    write(folder, {"union.txt": TEXTS["union.txt"].replace("120", "60").replace("Ellen", "Helen")})
    (folder / "wire.txt").unlink()
    report = gainsay.read(folder, edition).report
    assert (report.changed, report.removed, report.unchanged) == (("union.txt",), ("wire.txt",), 2)
    assert exported(edition, tmp_path / "changed") == _scratch(folder, tmp_path)
    with gainsay.open_edition(edition) as one:
        assert one.verify() == []
        assert one.search("120") == [] and one.search("MARROW BAY evening") == []


def test_what_sources_toml_says_is_read_again_when_it_changes(folder: Path, edition: Path) -> None:
    gainsay.read(folder, edition)
    (folder / "sources.toml").write_text('["union.txt"]\nauthor = "Ellen Marsh"\n["lost.txt"]\nauthor = "X"\n')
    report = gainsay.read(folder, edition).report
    assert report.changed == ("union.txt",)
    assert len(report.warnings) == 1 and "lost.txt" in report.warnings[0]
    with gainsay.open_edition(edition) as one:
        assert one.document("union.txt").author == "Ellen Marsh"


def test_the_number_of_processes_makes_no_difference(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path / "press", {f"{i}/{path}": text for i in range(6) for path, text in TEXTS.items()})
    monkeypatch.setattr("gainsay.edition.build.FEW", 0)
    for workers in (1, 2):
        gainsay.read(folder, tmp_path / f"{workers}.gainsay", gainsay.ReadSettings(workers))
    assert exported(tmp_path / "1.gainsay", tmp_path / "1") == exported(tmp_path / "2.gainsay", tmp_path / "2")


@pytest.mark.parametrize("moment", [("reading", 1), ("reading", 3), ("comparing", 0), ("comparing", 2)])
def test_ctrl_c_leaves_a_whole_edition_and_the_next_read_goes_on(
    folder: Path, edition: Path, tmp_path: Path, moment: tuple[str, int]
) -> None:
    def interrupt(step: Step) -> None:
        if (step.name, step.done) == moment:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        gainsay.read(folder, edition, progress=interrupt)
    with gainsay.open_edition(edition) as one:
        kept = len(one.documents())
        assert one.verify() == []
    assert kept == (moment[1] if moment[0] == "reading" else len(TEXTS))
    report = gainsay.read(folder, edition).report
    assert report.unchanged == kept
    assert exported(edition, tmp_path / "continued") == _scratch(folder, tmp_path)
    assert not list(tmp_path.glob("*.lock"))


def test_a_reading_that_is_killed_leaves_a_whole_edition(tmp_path: Path, edition: Path) -> None:
    texts = {f"{i:02}/{path}": text for i in range(20) for path, text in TEXTS.items()}
    folder = write(tmp_path / "press", texts)
    script = "import sys, gainsay; gainsay.read(sys.argv[1], sys.argv[2], gainsay.ReadSettings(1))"
    process = subprocess.Popen([sys.executable, "-c", script, folder, edition])
    while process.poll() is None and not _holds_a_document(edition):
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.wait()
    with gainsay.open_edition(edition) as one:
        kept = len(one.documents())
        assert one.verify() == []
    assert gainsay.read(folder, edition).report.unchanged == kept
    assert exported(edition, tmp_path / "continued") == _scratch(folder, tmp_path)


def _holds_a_document(edition: Path) -> bool:
    try:
        with gainsay.open_edition(edition) as one:
            return bool(one.paths)
    except gainsay.GainsayError:
        return False


def test_two_reads_at_once_are_refused(folder: Path, edition: Path) -> None:
    with WriteLock(edition), pytest.raises(EditionBusyError, match="another `gainsay read` is writing"):
        gainsay.read(folder, edition)
    gainsay.read(folder, edition)


def test_a_document_that_cannot_be_read_costs_itself_alone(folder: Path, edition: Path) -> None:
    gainsay.read(folder, edition)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "union.txt").write_bytes(b"")
    report = gainsay.read(folder, edition).report
    assert [p.path for p in report.problems] == ["empty.txt", "picture.txt", "union.txt"]
    with gainsay.open_edition(edition) as one:
        assert [p.path for p in one.unread()] == ["empty.txt", "picture.txt", "union.txt"]
        assert len(one.documents()) == len(TEXTS) - 1
        assert one.verify() == []
    write(folder)
    assert [p.path for p in gainsay.read(folder, edition).report.problems] == ["empty.txt", "picture.txt"]


def test_a_fault_in_one_document_is_told_and_costs_it_alone(
    folder: Path, edition: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(document: object, layout: object) -> None:
        raise ZeroDivisionError("in a rule")

    monkeypatch.setattr("gainsay.edition.document.find_figures", fail)
    report = gainsay.read(folder, edition).report
    assert len(report.problems) == len(TEXTS)
    assert "ZeroDivisionError" in report.problems[0].problem and "find_figures" in report.problems[0].details


def test_folders_without_documents_are_refused(tmp_path: Path, edition: Path) -> None:
    with pytest.raises(UsageError, match="no such"):
        gainsay.read(tmp_path / "nowhere", edition)
    (tmp_path / "bare").mkdir()
    with pytest.raises(UsageError, match="nothing in this folder"):
        gainsay.read(tmp_path / "bare", edition)
    assert not edition.exists()


def test_an_edition_may_be_made_of_several_folders(folder: Path, edition: Path, tmp_path: Path) -> None:
    other = write(
        tmp_path / "other", {"letter.txt": "Josef Brandt wrote to Ana Lindqvist in 1912.\n", "wire.txt": "No.\n"}
    )
    gainsay.read(folder, edition)
    report = gainsay.read(other, edition).report
    assert report.added == ("letter.txt",) and not report.removed
    assert [(p.path, "same path" in p.problem) for p in report.problems] == [("wire.txt", True)]
    assert gainsay.read(folder, edition).report.unchanged == len(TEXTS)


def test_a_folder_that_was_moved_is_known_again(folder: Path, edition: Path, tmp_path: Path) -> None:
    gainsay.read(folder, edition)
    folder.rename(tmp_path / "moved")
    assert gainsay.read(tmp_path / "moved", edition).report.unchanged == len(TEXTS)
    (tmp_path / "moved" / "wire.txt").unlink()
    assert gainsay.read(tmp_path / "moved", edition).report.removed == ("wire.txt",)


def test_a_folder_that_was_moved_and_changed_is_brought_up_to_date(folder: Path, edition: Path, tmp_path: Path) -> None:
    gainsay.read(folder, edition)
    folder.rename(tmp_path / "moved")
    (tmp_path / "moved" / "wire.txt").unlink()
    write(tmp_path / "moved", {"union.txt": TEXTS["union.txt"] + "\nMore.\n", "new.txt": "Ellen Marsh stayed.\n"})
    report = gainsay.read(tmp_path / "moved", edition).report
    assert (report.added, report.changed, report.removed) == (("new.txt",), ("union.txt",), ("wire.txt",))
    fresh = exported(edition, tmp_path / "moved-export")
    assert fresh == _scratch(tmp_path / "moved", tmp_path)


def test_a_folder_out_of_reach_loses_nothing(folder: Path, edition: Path, tmp_path: Path) -> None:
    gainsay.read(folder, edition)
    other = write(tmp_path / "other", {"letter.txt": "Josef Brandt wrote to Ana Lindqvist in 1912.\n"})
    gainsay.read(other, edition)
    folder.rename(tmp_path / "unplugged")
    assert gainsay.read(other, edition).report.removed == ()


def test_sources_toml_of_a_folder_within_is_heeded_and_the_outer_one_counts_first(folder: Path, edition: Path) -> None:
    (folder / "memoir" / "sources.toml").write_text('["pier.txt"]\nauthor = "Inner"\nparty = "the union"\n')
    (folder / "sources.toml").write_text('["memoir/pier.txt"]\nauthor = "Outer"\n')
    gainsay.read(folder, edition)
    with gainsay.open_edition(edition) as one:
        pier = one.document("pier.txt")
        assert (pier.author, pier.stated("party")) == ("Outer", "the union")
    (folder / "memoir" / "sources.toml").write_text('["lost.txt"]\nauthor = "X"\n')
    report = gainsay.read(folder, edition).report
    assert report.changed == ("memoir/pier.txt",) and "lost.txt" in report.warnings[0]


def test_a_single_file_can_be_read_and_removes_nothing(folder: Path, edition: Path) -> None:
    gainsay.read(folder, edition)
    write(folder, {"wire.txt": "Josef Brandt stayed.\n"})
    report = gainsay.read(folder / "wire.txt", edition).report
    assert (report.changed, report.removed) == (("wire.txt",), ())


@pytest.mark.skipif(os.name == "nt", reason="limits of this kind are a matter of POSIX")
def test_a_full_disk_is_told_in_a_line_and_leaves_a_whole_edition(folder: Path, edition: Path) -> None:
    gainsay.read(folder, edition)
    long = " ".join(f"Port Adair had {n} dockers in {1900 + n % 60}." for n in range(20_000))
    write(folder, {"long.txt": long})
    script = (
        "import resource, sys, gainsay\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, 1_500_000))\n"
        "try:\n    gainsay.read(sys.argv[1], sys.argv[2])\n"
        "except gainsay.GainsayError as error:\n    print(type(error).__name__, error)\n"
    )
    run = subprocess.run([sys.executable, "-c", script, folder, edition], capture_output=True, text=True, check=True)
    assert run.stdout.startswith("StorageError") and "the disk is full" in run.stdout
    with gainsay.open_edition(edition) as one:
        assert len(one.documents()) >= len(TEXTS) and one.verify() == []


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not let such a name be made")
def test_a_name_that_is_not_unicode_is_told_and_costs_no_neighbour(folder: Path, edition: Path) -> None:
    Path(os.fsdecode(os.fsencode(folder) + b"/\xff.txt")).write_text("Ana Lindqvist said nothing.")
    report = gainsay.read(folder, edition).report
    assert len(report.added) == len(TEXTS) and [p.path for p in report.problems] == ["\\udcff.txt"]
    with gainsay.open_edition(edition) as one:
        assert [p.path for p in one.unread()] == ["\\udcff.txt"]


def test_an_edition_among_the_documents_hides_none_of_like_name(folder: Path) -> None:
    report = gainsay.read(folder, folder / "wire").report
    assert set(report.added) == set(TEXTS)
    assert gainsay.read(folder, folder / "wire").report.unchanged == len(TEXTS)
