"""The parcel: a valid bag, with the originals to the letter and an edition that opens."""

from __future__ import annotations

import re
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

import gainsay
from gainsay import Edition
from tests.edition.collection import write


@pytest.fixture
def bag(edition: Edition, tmp_path: Path) -> Path:
    gainsay.export(edition, "zip", tmp_path / "out.zip")
    with zipfile.ZipFile(tmp_path / "out.zip") as packed:
        assert packed.testzip() is None
        packed.extractall(tmp_path / "bag")
    (folder,) = (tmp_path / "bag").iterdir()
    return folder


def _manifest(file: Path) -> dict[str, str]:
    lines = [line.split("  ", 1) for line in file.read_text(encoding="utf-8").splitlines()]
    return {path.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%"): h for h, path in lines}


def test_the_bag_keeps_the_rules_of_bagit(bag: Path) -> None:
    assert re.fullmatch(
        r"BagIt-Version: 1\.0\nTag-File-Character-Encoding: UTF-8\n", (bag / "bagit.txt").read_text(encoding="utf-8")
    )
    payload = _manifest(bag / "manifest-sha256.txt")
    files = {str(f.relative_to(bag)): f for f in bag.rglob("*") if f.is_file()}
    assert set(payload) == {path for path in files if path.startswith("data/")}
    tags = _manifest(bag / "tagmanifest-sha256.txt")
    assert set(tags) == set(files) - set(payload) - {"tagmanifest-sha256.txt"}
    for path, expected in {**payload, **tags}.items():
        assert sha256(files[path].read_bytes()).hexdigest() == expected
    size = sum(files[path].stat().st_size for path in payload)
    assert f"Payload-Oxum: {size}.{len(payload)}" in (bag / "bag-info.txt").read_text(encoding="utf-8")


def test_the_edition_in_it_opens_and_is_in_order(bag: Path, edition: Edition) -> None:
    (copy,) = bag.rglob("*.gainsay")
    with gainsay.open_edition(copy) as one:
        assert one.verify() == []
        assert set(one.paths.values()) == set(edition.paths.values()) - {"secret.txt"}
        assert len(one.statements()) == sum(len(edition.statements(i)) for i in one.paths)


def test_the_originals_are_those_that_were_read(bag: Path, edition: Edition) -> None:
    for file in (bag / "data" / "originals").rglob("*"):
        if file.is_file():
            path = str(file.relative_to(bag / "data" / "originals")).replace(".parts/", "/")
            assert sha256(file.read_bytes()).hexdigest() == edition.document(path).sha256


def test_a_text_stands_in_for_an_original_that_changed(tmp_path: Path) -> None:
    folder = write(tmp_path / "press")
    with gainsay.read(folder, tmp_path / "e.gainsay") as edition:
        (folder / "wire.txt").write_text("something else")
        counts = gainsay.export(edition, "zip", tmp_path / "out.zip")
        assert (counts["originals"], counts["texts"]) == (3, 1)
        with zipfile.ZipFile(tmp_path / "out.zip") as packed:
            assert packed.read("e/data/texts/wire.txt.txt").decode() == edition.document("wire.txt").text


def test_the_members_of_archives_and_the_attachments_of_mails_are_packed_as_they_were(tmp_path: Path) -> None:
    note = b"Ana Lindqvist said that the harbour of Port Adair was closed on 3 March 1911."
    mail = (
        b"From: Ana Lindqvist <ana@adair.example>\nTo: Irena Voss <irena@adair.example>\nSubject: The harbour\n"
        b"Date: Tue, 04 May 1999 10:12:00 +0200\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=XX\n\n"
        b"--XX\nContent-Type: text/plain\n\nThe harbour was closed, as you see.\n\n--XX\n"
        b"Content-Type: text/plain; name=note.txt\nContent-Disposition: attachment; filename=note.txt\n\n"
        + note
        + b"\n--XX--\n"
    )
    folder = tmp_path / "press"
    folder.mkdir()
    with zipfile.ZipFile(folder / "box.zip", "w") as packed:
        packed.writestr("deep/note.txt", note)
        packed.writestr("mail.eml", mail)
    with gainsay.read(folder, tmp_path / "e.gainsay") as edition:
        counts = gainsay.export(edition, "zip", tmp_path / "out.zip")
    assert (counts["originals"], counts["texts"]) == (3, 0)
    with zipfile.ZipFile(tmp_path / "out.zip") as packed:
        packed.extractall(tmp_path / "bag")
    originals = tmp_path / "bag" / "e" / "data" / "originals" / "box.zip"
    assert (originals / "deep" / "note.txt").read_bytes() == note
    assert (originals / "mail.eml").read_bytes() == mail
    assert (originals / "mail.eml.parts" / "note.txt").read_bytes() == note
