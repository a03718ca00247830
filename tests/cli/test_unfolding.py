"""Looking closer from the command line: one matter in full, quotations, designations, who said what about whom."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gainsay.cli.app import run
from tests.edition.collection import write
from tests.edition.quarrel import TEXTS


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = write(tmp_path_factory.mktemp("closer") / "press", TEXTS)
    path = folder.parent / "press.gainsay"
    assert run(["read", str(folder), "-o", str(path)]) == 0
    return str(path)


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (["matter", "dockers"], "On whose word"),
        (["matter", "dockers"], "Through time"),
        (["matter", "dockers"], "4-review.txt"),
        (["quotations"], "frame dropped: “The pilots saw with their own eyes that”"),
        (["quotations", "--finding", "identical"], "No such quotations."),
        (["designations", "--phrases"], "customs house"),
        (
            ["ask", "Are the first two texts independent witnesses?"],
            "there they are one witness: both quote Josef Brandt",
        ),
        (["ask", "Who saw the strikers burn the customs house?"], "FRAME-DROPPED"),
        (["who", "Brandt", "--about", "strikers"], "1911-03-04"),
        (["who", "Brandt", "--about", "zeppelin"], "Nobody called Brandt is reported to say anything about zeppelin."),
    ],
)
def test_what_is_asked_for_is_printed(
    edition: str, command: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*command, "-e", edition]) == 0
    assert words in capsys.readouterr().out


@pytest.mark.parametrize(
    ("command", "keys"),
    [
        (["matter", "dockers"], {"matter", "counted", "origins", "heard", "course", "silent"}),
        (["quotations"], {"findings", "quoting", "against", "frame", "altered", "spelling", "dropped", "added"}),
        (["who", "Brandt", "--about", "strikers"], {"sayings", "turns"}),
        (["ask", "Who saw the strikers burn the customs house?"], {"matters", "statements", "quotations", "ties"}),
    ],
)
def test_it_is_to_be_had_as_json(
    edition: str, command: list[str], keys: set[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*command, "--json", "-e", edition]) == 0
    found = json.loads(capsys.readouterr().out)
    assert keys <= set(found[0] if isinstance(found, list) else found)


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (["matter", "zeppelin"], "there is no such matter"),
        (["designations", "Zeppelin"], "nobody and nothing is called so"),
        (["who", "Zeppelin", "--about", "Brandt"], "nobody and nothing is called so"),
        (["quotations", "--finding", "forged"], "there is no such finding"),
        (["quotations", "--of", "nowhere.txt"], "there is no such document"),
    ],
)
def test_what_is_not_there_is_told_in_a_line(
    edition: str, command: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*command, "-e", edition]) == 2
    error = capsys.readouterr().err
    assert told in error and error.count("\n") == 1


def test_an_edition_of_one_document_and_one_of_nothing_in_common_are_no_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, texts in (
        ("one", {"a.txt": "About 40 dockers were arrested at Port Adair, said Josef Brandt.\n"}),
        ("none", {"a.txt": "The tide turns at noon.\n", "b.txt": "Let the dough rest for an hour.\n", "c.txt": "x\n"}),
    ):
        path = str(tmp_path / f"{name}.gainsay")
        assert run(["read", str(write(tmp_path / name, texts)), "-o", path]) == 0
        for command in (["quotations"], ["designations"], ["ask", "Are the texts independent of each other?"]):
            assert run([*command, "-e", path]) == 0, command
    assert "Traceback" not in capsys.readouterr().err
