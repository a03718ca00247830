"""The command line: what it prints, its exit codes, and errors of one line."""

from __future__ import annotations

import json
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from gainsay.cli.app import run
from tests.edition.collection import TEXTS, write

COMMANDS = ("read", "matters", "ask", "who", "search", "sources", "verify", "export", "publish")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory with the collection, as the current one."""
    write(tmp_path / "press")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def made(here: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert run(["read", "press"]) == 0
    capsys.readouterr()
    return here


def _error(capsys: pytest.CaptureFixture[str]) -> str:
    err = capsys.readouterr().err
    assert err.count("\n") == 1 and "Traceback" not in err
    return err


def test_read_tells_what_was_found_and_where_the_edition_is(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", "press"]) == 0
    out = capsys.readouterr().out
    assert f"{len(TEXTS)} new" in out and f"{len(TEXTS)} documents" in out and "press.gainsay" in out
    assert run(["read", "press"]) == 0
    assert "4 unchanged" in capsys.readouterr().out


def test_read_names_the_documents_that_cannot_be_read(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "press" / "all\nempty.txt").write_bytes(b"")
    assert run(["read", "press", "-o", "other.gainsay"]) == 1
    captured = capsys.readouterr()
    assert re.fullmatch(r"gainsay: all empty\.txt: .+\n", captured.err)
    assert "4 new, 1 not read" in captured.out and (here / "other.gainsay").exists()


def test_read_shows_the_traceback_of_a_fault_with_debug(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("in a rule")

    monkeypatch.setattr("gainsay.edition.document.find_figures", fail)
    assert run(["read", "press"]) == 1
    assert "Traceback" not in capsys.readouterr().err
    assert run(["read", "press", "--debug"]) == 1
    assert "Traceback" in capsys.readouterr().err


def test_read_warns_of_entries_that_name_no_file(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "press" / "sources.toml").write_text('["lost.txt"]\nauthor = "X"\n')
    assert run(["read", "press"]) == 0
    assert "lost.txt" in _error(capsys)


def test_every_table_is_to_be_had_as_json(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in (
        ["read", "press"],
        ["matters"],
        ["ask", "How many dockers were arrested?"],
        ["ask", "Who built the zeppelin?"],
        ["who", "Brandt"],
        ["search", "pier"],
        ["sources"],
        ["verify"],
        ["export", "out"],
    ):
        assert run([*command, "--json"]) == 0, command
        json.loads(capsys.readouterr().out)


def test_tables_show_the_words_of_the_sources(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command, words in (
        (["matters"], "Why: "),
        (["ask", "How many dockers were arrested at Port Adair?"], "dockers"),
        (["ask", "Who built the zeppelin?"], "Nothing in press.gainsay bears on this."),
        (["who", "Brandt"], "Nobody was hurt"),
        (["search", "pier"], "pier"),
        (["search", "zeppelin"], "Nothing found."),
        (["sources"], "memoir/pier.txt"),
        (["verify"], "all in order"),
    ):
        assert run(command) == 0, command
        assert words in capsys.readouterr().out, command


def test_words_have_room_on_a_narrow_screen(
    made: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    assert run(["who", "Brandt"]) == 0
    lines = capsys.readouterr().out.split("Says", 1)[1].splitlines()
    assert any(line.startswith("    Nobody was hurt when the strikers") for line in lines)
    assert all(len(line) <= 50 for line in lines)


def test_export_takes_the_edition_first_or_by_option(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["press.gainsay", "--to", "jsonl", "a"], ["b"], ["-e", "press.gainsay", "c"]):
        assert run(["export", *arguments]) == 0
        assert len(list((made / arguments[-1]).glob("*.jsonl"))) == 12
    assert run(["export", "-e", "press.gainsay", "press.gainsay", "d"]) == 2
    assert run(["export", "--to", "clay-tablet", "d"]) == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["read", "press", "-o", ""], "this is a folder"),
        (["matters", "-e", "press"], "this is a folder"),
        (["read", "nowhere"], "nowhere"),
        (["read", "."], "several"),
        (["matters", "-e", "nowhere.gainsay"], "no such file"),
        (["matters", "-e", "press/wire.txt"], "not an edition"),
        (["matters", "--verdict", "maybe"], "no such verdict"),
        (["matters", "--facet", "colour"], "no such facet"),
        (["who", " "], "give a name"),
        (["who", "Zeppelin"], "nobody and nothing"),
        (["export", "a", "b", "c"], "one place"),
    ],
)
def test_wrong_usage_is_told_in_a_line_and_exits_with_2(
    made: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    if arguments == ["read", "."]:
        (made / "second.gainsay").write_bytes((made / "press.gainsay").read_bytes())
        arguments = ["matters"]
    assert run(arguments) == 2
    assert told in _error(capsys)


def test_arguments_that_do_not_parse_exit_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["read"], ["nonsense"], ["search", "--limit", "0", "x"]):
        assert run(arguments) == 2
        assert "Traceback" not in capsys.readouterr().err


def test_without_an_edition_the_next_step_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["matters"]) == 2
    assert "gainsay read FOLDER" in _error(capsys)


def test_a_fault_of_ours_is_called_one_and_shown_only_with_debug(
    made: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("in a rule\nwith two lines")

    monkeypatch.setattr("gainsay.edition.edition.Edition.matters", fail)
    assert run(["matters"]) == 1
    assert "fault in Gainsay itself (ZeroDivisionError" in _error(capsys)
    with pytest.raises(ZeroDivisionError):
        run(["matters", "--debug"])


def test_ctrl_c_is_told_in_a_line(
    made: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("gainsay.edition.edition.Edition.matters", interrupt)
    assert run(["matters"]) == 130
    assert "interrupted" in _error(capsys)


def test_an_edition_whose_reading_was_interrupted_is_told(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with sqlite3.connect("press.gainsay") as edition:
        edition.execute("UPDATE edition SET value = 'pending' WHERE key = 'comparison'")
    edition.close()
    assert run(["matters"]) == 0
    assert "was interrupted" in _error(capsys)
    assert run(["read", "press"]) == 0
    assert run(["matters"]) == 0
    assert capsys.readouterr().err == ""


def test_help_names_every_command_and_each_has_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    out = capsys.readouterr().out
    for command in COMMANDS:
        assert f"\n  {command} " in out
        assert run([command, "--help"]) == 0
        assert len(capsys.readouterr().out) > 200
    assert run(["--version"]) == 0
    assert re.fullmatch(r"gainsay \d+\.\d+\.\d+\n", capsys.readouterr().out)


def test_a_reader_that_goes_away_is_no_error(made: Path) -> None:
    for command in ("search the --json", "matters"):
        program = f"'{sys.executable}' -m gainsay {command} --limit 20 | head -c 1; exit ${{PIPESTATUS[0]}}"
        done = subprocess.run(["bash", "-c", program], capture_output=True, text=True, check=False, cwd=made)
        assert (len(done.stdout), done.stderr, done.returncode) == (1, "", 0)
