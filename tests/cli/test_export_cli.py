"""`gainsay export`, `import` and `mcp` on the command line."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from gainsay.cli.app import run
from gainsay.exports import FORMATS
from tests.edition.collection import write


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """A directory with an edition, as the current one."""
    write(tmp_path / "press")
    monkeypatch.chdir(tmp_path)
    assert run(["read", "press"]) == 0
    capsys.readouterr()
    return tmp_path


@pytest.mark.parametrize("to", [*FORMATS, "html"])
def test_every_format_is_written(made: Path, to: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "--to", to, "out"]) == 0
    assert capsys.readouterr().out.startswith("out: ") and (made / "out").exists()


def test_the_help_names_every_format(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["export", "--help"])
    out = " ".join(capsys.readouterr().out.split())
    assert [to for to in (*FORMATS, "html") if f" {to}" not in out] == []


def test_an_unknown_format_is_told_with_those_there_are(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "--to", "docx", "out"]) == 2
    err = capsys.readouterr().err
    assert "webanno" in err and err.count("\n") == 1


@pytest.mark.parametrize("to", ["jsonl", "html", "zip"])
def test_a_redacted_export_says_who_was_redacted(made: Path, to: str, capsys: pytest.CaptureFixture[str]) -> None:
    (made / "persons.csv").write_text("Josef Brandt,Witness A\n")
    assert run(["export", "--to", to, "out", "--redact", "persons.csv"]) == 0
    assert "redacted Josef Brandt" in capsys.readouterr().err
    files = [f for f in [made / "out", *(made / "out").rglob("*")] if f.is_file()]
    assert files and not any(b"Brandt" in f.read_bytes() for f in files)


def test_a_role_that_nobody_has_is_told(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "out", "--redact", "anonymous"]) == 2
    assert "give a list" in capsys.readouterr().err and not (made / "out").exists()


def test_the_parcel_opens_as_an_edition(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "--to", "zip", "parcel.zip"]) == 0
    with zipfile.ZipFile("parcel.zip") as packed:
        packed.extractall("parcel")
    (copy,) = Path("parcel").rglob("*.gainsay")
    assert run(["verify", "--edition", str(copy)]) == 0


def test_annotations_come_back_as_decisions(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "--to", "webanno", "notes.jsonld"]) == 0
    whole = json.loads(Path("notes.jsonld").read_text(encoding="utf-8"))
    first = next(i for i in whole["first"]["items"] if any(b.get("value") == "1911-03-03" for b in i["body"]))
    next(b for b in first["body"] if b.get("value") == "1911-03-03")["value"] = "1911-03-04"
    Path("notes.jsonld").write_text(json.dumps(whole), encoding="utf-8")
    capsys.readouterr()
    assert run(["import", "notes.jsonld", "--by", "Ana"]) == 0
    assert capsys.readouterr().out.startswith("1 decision, ")
    assert run(["import", "notes.jsonld", "--by", "Ana"]) == 0
    assert capsys.readouterr().out.startswith("0 decisions, ")


def test_orphans_are_named_and_the_rest_is_taken(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    selectors = [
        {"type": "TextPositionSelector", "start": 0, "end": 6},
        {"type": "TextQuoteSelector", "exact": "Nobody"},
    ]
    note = {"type": "Annotation", "id": "n1", "target": {"source": "union.txt", "selector": selectors}}
    Path("notes.json").write_text(json.dumps([note]), encoding="utf-8")
    assert run(["import", "notes.json", "--by", "Ana"]) == 1
    assert "orphaned: n1: “Nobody” does not stand at 0–6" in capsys.readouterr().err


def test_an_assistant_cannot_be_given_two_editions(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["mcp", "press.gainsay", "--edition", "press.gainsay"]) == 2
    assert "one edition" in capsys.readouterr().err
