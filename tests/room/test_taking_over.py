"""Taking over decisions from a file, in the room."""

from __future__ import annotations

import shutil
import urllib.request
from pathlib import Path

import pytest
from tests.room.conftest import Answer, OpenRoom, Rooms

import gainsay


def send(room: OpenRoom, words: bytes, token: str | None = None) -> Answer:
    """Send a file as a browser does."""
    line = "--a-line-of-this-form"
    given = (("token", (room.token() if token is None else token).encode()), ("file", words))
    parts = [
        f'{line}\r\ncontent-disposition: form-data; name="{name}"{extra}\r\n\r\n'.encode() + value + b"\r\n"
        for (name, value), extra in zip(given, ("", '; filename="d.jsonl"'), strict=True)
    ]
    headers = {"content-type": f"multipart/form-data; boundary={line[2:]}"}
    body = b"".join(parts) + f"{line}--\r\n".encode()
    return room._ask(urllib.request.Request(room.address + "decisions.html", data=body, headers=headers))


@pytest.fixture
def decided(marrow_bay: Path, tmp_path: Path) -> bytes:
    """What was decided in a copy of the edition."""
    copy = tmp_path / "copy.gainsay"
    shutil.copyfile(marrow_bay, copy)
    with gainsay.open_edition(copy) as edition:
        target = edition.queue(1, "attribution")[0].target
        edition.review(target, "reject", by="Bo Lind", reason="Nobody says “that” here: Łódź.")
        edition.export_decisions(tmp_path / "decisions.jsonl")
    return (tmp_path / "decisions.jsonl").read_bytes()


def test_decisions_of_a_copy_are_taken_over_once_and_take_effect(desk: OpenRoom, decided: bytes) -> None:
    answer = send(desk, decided)
    assert answer.status == 200 and "1 decision taken over" in answer.text
    assert "No decisions taken over" in send(desk, decided).text
    log = desk.wait(lambda: [d for d in desk.record("review.json")["log"] if d["state"] == "in force"])
    assert [(d["by"], d["reason"]) for d in log] == [("Bo Lind", "Nobody says “that” here: Łódź.")]


@pytest.mark.parametrize("words", [b"nothing\n", b'{"id": 1}\n', b"\xff\xfe\x00", b"[]"])
def test_a_file_that_holds_no_decisions_says_so_and_changes_nothing(desk: OpenRoom, words: bytes) -> None:
    answer = send(desk, words)
    assert answer.status in (400, 422)
    assert "not a decision" in answer.text or "not text" in answer.text
    assert "/tmp" not in answer.text and desk.record("review.json")["log"] == []


def test_a_decision_that_was_changed_after_it_was_made_is_refused(desk: OpenRoom, decided: bytes) -> None:
    assert send(desk, decided.replace(b"Bo Lind", b"Ana Lind")).status == 422
    assert desk.record("review.json")["log"] == []


def test_a_form_of_another_page_takes_nothing_over(desk: OpenRoom, decided: bytes) -> None:
    assert send(desk, decided, token="forged").status == 422
    assert desk.record("review.json")["log"] == []


def test_what_was_taken_along_can_be_taken_over_again(desk: OpenRoom, rooms: Rooms, decided: bytes) -> None:
    send(desk, decided)
    assert "No decisions taken over" in send(desk, desk.get("decisions.jsonl").text.encode()).text
