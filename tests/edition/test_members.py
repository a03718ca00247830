"""Documents that lie in a container are read, kept, renewed and checked one by one."""

from __future__ import annotations

from pathlib import Path

from benchmarks.formats.office import packed

from gainsay.edition.build import ReadSettings, read
from gainsay.edition.edition import open_edition
from gainsay.edition.verify import verify

ONE, TWO = "The harbour of Port Adair was closed.", "Nobody came to the quay."


def test_only_what_changed_in_an_archive_is_read_again(tmp_path: Path) -> None:
    folder, edition = tmp_path / "in", tmp_path / "my.gainsay"
    folder.mkdir()
    (folder / "a.zip").write_bytes(packed({"one.txt": ONE, "two.txt": TWO}))
    first = read(folder, edition, ReadSettings(workers=1))
    assert first.added == ("a.zip/one.txt", "a.zip/two.txt")
    (folder / "a.zip").write_bytes(packed({"one.txt": ONE, "two.txt": TWO + " It rained.", "three.txt": ONE}))
    with open_edition(edition) as kept:
        assert [line.split(":")[0] for line in verify(kept)] == ["a.zip/two.txt"]
    second = read(folder, edition, ReadSettings(workers=1))
    assert (second.added, second.changed, second.unchanged) == (("a.zip/three.txt",), ("a.zip/two.txt",), 1)
    assert [one.path for one in second.read] == ["a.zip/three.txt", "a.zip/two.txt"]
