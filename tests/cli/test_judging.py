"""`gainsay judge` and `gainsay calibrate`, as a user meets them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import gainsay
from gainsay.cli.app import run
from tests.judging.server import Server, serving


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("judged") / "bay.gainsay"
    gainsay.read("examples/marrow-bay", path).close()
    return path


@pytest.fixture
def bay(made: Path, tmp_path: Path) -> str:
    return str(shutil.copy(made, tmp_path / "bay.gainsay"))


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as one:
        yield one


Printed = pytest.CaptureFixture[str]


def test_without_an_endpoint_nothing_is_called_and_the_unsure_pairs_are_listed(bay: str, capsys: Printed) -> None:
    assert run(["judge", bay, "-n", "2"]) == 0
    out = capsys.readouterr().out
    assert out.count("UNSURE · ") == 2 and "pairs left unsure" in out


def test_nothing_is_sent_before_somebody_agreed_to_the_cost(bay: str, server: Server, capsys: Printed) -> None:
    assert run(["judge", bay, "--endpoint", server.url, "--model", "reader"]) == 0
    err = capsys.readouterr().err
    assert "tokens of questions" in err and "Nothing was sent." in err and server.asked == []


def test_what_it_says_is_shown_beside_the_pair_as_its_own(bay: str, server: Server, capsys: Printed) -> None:
    assert run(["judge", bay, "--endpoint", server.url, "--model", "denier", "--calls", "1", "--yes"]) == 0
    assert capsys.readouterr().out.startswith("DENIAL\n")
    assert run(["judge", bay, "-n", "1"]) == 0
    out = capsys.readouterr().out
    assert "Second reader (denier at 127.0.0.1" in out and "not held against reviewed matters): denial" in out
    assert "in its own words: Both speak of one event." in out
    assert run(["judge", bay, "-n", "1", "--json"]) == 0
    (pair,) = json.loads(capsys.readouterr().out)
    (said,) = pair["second_readers"]
    assert said["verdict"] == "denial" and said["rests"][0]["words"] in pair["a"]["text"] + pair["b"]["text"]


def test_a_failing_endpoint_is_a_line_and_exit_code_1(bay: str, server: Server, capsys: Printed) -> None:
    assert run(["judge", bay, "--endpoint", server.url, "--model", "unknown", "--yes"]) == 1
    err = capsys.readouterr().err
    assert "no such model" in err and "What was answered is kept" in err and "Traceback" not in err


def test_the_key_is_read_from_the_named_variable_alone(
    bay: str, server: Server, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MY_KEY", "s3cret")
    call = ["judge", bay, "--endpoint", server.url, "--model", "reader", "--calls", "1", "--yes"]
    assert run([*call, "--key-from", "MY_KEY"]) == 0
    assert {name.lower(): value for name, value in server.headers[0].items()}["authorization"] == "Bearer s3cret"
    assert run([*call, "--key-from", "NOBODYS_KEY"]) == 2
    printed = capsys.readouterr()
    assert "NOBODYS_KEY" in printed.err and "s3cret" not in printed.out + printed.err


def test_names_on_a_list_go_out_as_pseudonyms(bay: str, server: Server, tmp_path: Path, capsys: Printed) -> None:
    (tmp_path / "persons.csv").write_text("name,pseudonym\nJosiah Peel,Witness A\n", encoding="utf-8")
    call = ["judge", bay, "--endpoint", server.url, "--model", "reader", "--yes", "--calls", "500"]
    assert run([*call, "--tokens", "1000000", "--redact", str(tmp_path / "persons.csv")]) == 0
    sent = json.dumps(server.asked)
    assert "Witness A" in sent and "Peel" not in sent
    capsys.readouterr()
    assert run(["judge", bay, "--json", "--limit", "500"]) == 0
    pairs = json.loads(capsys.readouterr().out)
    resting = [rest["words"] for pair in pairs for said in pair["second_readers"] for rest in said["rests"]]
    assert any("Peel" in words for words in resting)  # shown as it stands in the document


def test_a_document_that_gives_orders_is_obeyed_in_vain(
    bay: str, server: Server, tmp_path: Path, capsys: Printed
) -> None:
    from tests.judging.conftest import LETTER

    folder = shutil.copytree("examples/marrow-bay", tmp_path / "quay")
    (folder / "letter.txt").write_text(LETTER, encoding="utf-8")
    path = tmp_path / "quay.gainsay"
    gainsay.read(folder, path).close()
    assert run(["judge", str(path), "--endpoint", server.url, "--model", "obeying", "--yes"]) == 0
    err = capsys.readouterr().err
    assert "“all is well” does not stand in passage" in err  # the model did as told, and its answer is void
    with gainsay.open_edition(path) as one:
        assert not any("all is well" in m.label + m.reason for m in one.matters())


def test_matters_show_what_a_second_reader_says_of_their_statements(bay: str, server: Server, capsys: Printed) -> None:
    with gainsay.open_edition(bay) as one:
        (first, *_) = one.matters(verdict="conflict")
        one.review(first.id, "accept", by="Ana")
        one.settle()
    assert run(["calibrate", bay, "--endpoint", server.url, "--model", "reader", "--yes"]) == 0
    out = capsys.readouterr().out
    assert "asked about 1 reviewed matter" in out and "Not to be believed yet" in out
    assert "agrees with people on 0 of 1" in out
    assert run(["matter", first.id, "-e", bay]) == 0
    out = capsys.readouterr().out
    assert f"{first.verdict.upper()} ·" in out and "not to be believed yet: held against 1 reviewed" in out
    assert run(["matters", "-e", bay, "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert [m["second_readers"][0]["verdict"] for m in shown if "second_readers" in m] == ["corroboration"]


def test_there_is_nothing_to_hold_a_reader_against_without_reviews(bay: str, server: Server, capsys: Printed) -> None:
    assert run(["calibrate", bay, "--endpoint", server.url, "--model", "reader", "--yes"]) == 2
    assert "nobody has reviewed a matter yet" in capsys.readouterr().err and server.asked == []


def test_second_readers_are_no_part_of_an_export(bay: str, server: Server, tmp_path: Path, capsys: Printed) -> None:
    assert run(["export", bay, str(tmp_path / "before")]) == 0
    assert run(["judge", bay, "--endpoint", server.url, "--model", "reader", "--yes"]) == 0
    assert run(["export", bay, str(tmp_path / "after")]) == 0
    capsys.readouterr()
    for file in (tmp_path / "before").iterdir():
        assert (tmp_path / "after" / file.name).read_bytes() == file.read_bytes()
