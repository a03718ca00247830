"""Deciding at the review desk: what is recorded, what is refused, what follows."""

from __future__ import annotations

import json
import re
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from tests.room.conftest import Answer, OpenRoom, Rooms

import gainsay
from gainsay.edition.build import ReadSettings
from gainsay.room.deciding import Settler


def token(desk: OpenRoom) -> str:
    found = re.search(r'name="token" value="([^"]+)"', desk.get("review.html").text)
    assert found
    return found[1]


def record(desk: OpenRoom, path: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(desk.get(path).text)
    return found


def decide(desk: OpenRoom, target: str, action: str, **fields: str) -> Answer:
    given = {"token": token(desk), "target": target, "action": action, "by": "Ana", **fields}
    return desk.post("review.html", **given)


def attribution(desk: OpenRoom) -> str:
    """The first of the queue."""
    return next(str(w["target"]) for w in record(desk, "review.json")["waiting"] if w["kind"] == "attribution")


def settled(desk: OpenRoom) -> list[dict[str, Any]]:
    """The log, when nothing waits any more."""
    log = desk.wait(
        lambda: (
            found
            if (found := record(desk, "review.json")["log"]) and all(d["state"] != "waiting" for d in found)
            else None
        )
    )
    assert log
    return list(log)


def test_a_corrected_speaker_stands_in_the_margin_of_the_source(desk: OpenRoom) -> None:
    target = attribution(desk)
    place = record(desk, f"review/{target}.json")["item"]["place"]["href"].split("#")[0]
    answer = decide(desk, target, "correct", field="entity", value="Josiah Peel", reason="He signs it.")
    assert answer.status == 200 and "Decision 1 is in the log" in answer.text
    assert settled(desk)[0]["state"] == "in force"
    page = desk.wait(lambda: (p := desk.get(place).text) and "corrected by Ana" in p and p)
    assert page and "He signs it." in page and "Josiah Peel" in page


def test_a_rejection_without_a_reason_is_refused_and_nothing_is_logged(desk: OpenRoom) -> None:
    answer = decide(desk, attribution(desk), "reject")
    assert answer.status == 422 and "Not recorded" in answer.text and "reason" in answer.text
    assert record(desk, "review.json")["log"] == []


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"action": "correct", "field": ""}, "choose what to correct"),
        ({"action": "correct", "field": "speaker", "value": "nobody wrote this"}, "does not stand in this passage"),
        ({"action": "correct", "field": "said", "value": "the day before"}, "EDTF"),
        ({"action": "burn"}, "choose what to do"),
        ({"action": "accept", "by": " "}, "say who decides"),
        ({"action": "accept", "token": "guessed"}, "opened anew"),
    ],
)
def test_what_cannot_be_recorded_says_why(desk: OpenRoom, fields: dict[str, str], told: str) -> None:
    answer = decide(desk, attribution(desk), **fields)
    assert answer.status == 422 and told in answer.text
    assert record(desk, "review.json")["log"] == []


def test_words_typed_are_found_in_their_passage(desk: OpenRoom) -> None:
    target = attribution(desk)
    words = "".join(s["text"] for s in record(desk, f"review/{target}.json")["item"]["passage"]).split()[:2]
    assert decide(desk, target, "correct", field="speaker", value=" ".join(words)).status == 200
    assert settled(desk)[0]["state"] == "in force"

    def speaker() -> list[str]:
        fields = record(desk, f"review/{target}.json")["item"]["fields"]
        return next(str(f["value"]).split() for f in fields if f["name"] == "speaker")

    assert desk.wait(lambda: speaker() == words)


def test_a_decision_is_undone_and_both_stay_in_the_log(desk: OpenRoom) -> None:
    target = attribution(desk)
    decide(desk, target, "reject", reason="Nobody says this.")
    decide(desk, "1", "undo")
    assert [d["action"] for d in settled(desk)] == ["undo", "reject"]
    assert settled(desk)[1]["state"] == "undone"


def test_a_rejected_reading_says_at_its_address_who_rejected_it(desk: OpenRoom) -> None:
    target = attribution(desk)
    decide(desk, target, "reject", reason="Nobody says this.")
    settled(desk)
    answer = desk.wait(lambda: a if (a := desk.get(f"review/{target}.html")).status == 404 else None)
    assert answer and "rejected by Ana" in answer.text and "Nobody says this." in answer.text


def test_what_was_decided_is_not_asked_again(desk: OpenRoom) -> None:
    target = attribution(desk)
    decide(desk, target, "accept")
    assert target not in {w["target"] for w in record(desk, "review.json")["waiting"]}
    settled(desk)
    assert target not in {w["target"] for w in record(desk, "review.json")["waiting"]}


def test_a_corrected_verdict_says_who_corrected_it_and_why(desk: OpenRoom) -> None:
    matter = next(m for m in record(desk, "matters.json")["rows"] if m["verdict"] == "conflict")
    decide(desk, matter["id"], "correct", field="verdict", value="scope", reason="They count different things.")
    identity = settled(desk)[0]["href"].removeprefix("review/").removesuffix(".html")
    page = desk.wait(
        lambda: (p := desk.get(f"matter/{identity}.html")).status == 200 and "corrected by" in p.text and p
    )
    assert page and "They count different things." in page.text
    assert record(desk, f"matter/{identity}.json")["verdict"] == "scope"


def test_names_are_joined_and_parted(desk: OpenRoom) -> None:
    people = {p["name"]: p["href"] for g in record(desk, "people.json")["groups"] for p in g["rows"]}
    quill, clerk = people["Tom Quill"], people["Peter Garrow"]
    identity = quill.removeprefix("person/").removesuffix(".html")
    assert decide(desk, identity, "join", value="Peter Garrow", reason="The same man.").status == 200
    settled(desk)
    joined = desk.wait(lambda: n if "Peter Garrow" in (n := _names(desk, quill)) else None)
    assert joined
    assert desk.wait(lambda: desk.get(clerk).status == 404)


def _names(desk: OpenRoom, href: str) -> list[str]:
    answer = desk.get(href.replace(".html", ".json"))
    return list(json.loads(answer.text)["names"]) if answer.status == 200 else []


def test_many_at_once_lose_nothing(desk: OpenRoom) -> None:
    known, targets = token(desk), [w["target"] for w in record(desk, "review.json")["waiting"]][:6]

    def accept(number: int) -> int:
        given = {"token": known, "target": targets[number % len(targets)], "action": "accept", "by": f"R{number}"}
        return desk.post("review.html", **given).status

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(accept, range(16))) == {200}
    log = record(desk, "review.json")["log"]
    assert sorted(d["number"] for d in log) == list(range(1, 17))
    assert {d["by"] for d in log} == {f"R{n}" for n in range(16)}


def test_two_reviewers_of_the_same_words_are_both_kept_and_their_agreement_is_told(desk: OpenRoom) -> None:
    target = attribution(desk)
    words = "".join(s["text"] for s in record(desk, f"review/{target}.json")["item"]["passage"]).split()
    for by, value in (("Ana", words[0]), ("Bo", " ".join(words[:3]))):
        assert decide(desk, target, "correct", by=by, field="speaker", value=value).status == 200
    log = settled(desk)
    assert [(d["by"], d["changes"][0][2]) for d in log] == [("Bo", " ".join(words[:3])), ("Ana", words[0])]
    page = record(desk, "review.json")
    assert (page["units"], page["agreed"]) == (1, 0)


def test_two_who_correct_the_same_words_are_both_kept_and_the_later_holds(desk: OpenRoom) -> None:
    target = attribution(desk)
    both = [("Ana", "Josiah Peel"), ("Bo", "Mary Tolland")]
    with ThreadPoolExecutor(2) as crowd:
        answers = crowd.map(
            lambda who: decide(desk, target, "correct", field="entity", value=who[1], by=who[0], reason="Heard."), both
        )
        assert [a.status for a in answers] == [200, 200]
    log = settled(desk)
    assert {d["by"] for d in log} == {"Ana", "Bo"}
    later = dict(both)[log[0]["by"]]
    shown = desk.wait(lambda: later in str(record(desk, f"review/{target}.json")["item"]["reading"]))
    assert shown


def test_a_decision_on_a_passage_that_changed_is_stale_at_the_desk_and_its_address_says_so(
    rooms: Rooms, tmp_path: Path
) -> None:
    folder, path = tmp_path / "papers", tmp_path / "papers.gainsay"
    folder.mkdir()
    letter = folder / "letter.txt"
    letter.write_text("Mary Tolland said that the gate was shut.\n\nNobody answered her.", encoding="utf-8")
    gainsay.read(folder, path, ReadSettings(workers=1, reader="rules")).close()
    desk = rooms.open(path)
    with gainsay.open_edition(path) as edition:
        target = edition.attributions()[0].id
    decide(desk, target, "accept")
    assert settled(desk)[0]["state"] == "in force"
    letter.write_text("Mary Tolland said that the gate stood open.\n\nNobody answered her.", encoding="utf-8")
    gainsay.read(folder, path, ReadSettings(workers=1, reader="rules")).close()
    assert desk.wait(lambda: record(desk, "review.json")["log"][0]["state"] == "stale")
    assert "The passage changed since" in desk.get("review.html").text
    # The room looks at the file only so often.
    assert desk.wait(lambda: desk.get(f"review/{target}.html").status == 404)
    assert "stale" in desk.get(f"review/{target}.html").text
    late = decide(desk, target, "reject", reason="Too late.")
    assert late.status in (404, 422) and len(record(desk, "review.json")["log"]) == 1


def test_the_log_is_taken_along_as_a_file(desk: OpenRoom) -> None:
    decide(desk, attribution(desk), "accept")
    answer = desk.get("decisions.jsonl")
    assert "attachment" in answer.headers["content-disposition"]
    assert [json.loads(line)["by"] for line in answer.text.splitlines() if "by" in json.loads(line)] == ["Ana"]


def test_a_fault_while_decisions_take_effect_does_not_keep_the_next_from_it() -> None:
    failed, settled = threading.Event(), threading.Event()

    class Failing:
        def settle(self) -> bool:
            if failed.is_set():
                settled.set()
                return True
            failed.set()
            raise ValueError("a fault")

    settler = Settler(Failing())  # type: ignore[arg-type]
    settler.settle()
    assert failed.wait(60)
    settler.settle()
    assert settled.wait(60)
    settler.close()
