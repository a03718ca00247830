"""Web Annotations taken back: unchanged ones change nothing, changed ones are decisions, lost ones are told."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import gainsay
from gainsay import Edition
from gainsay.errors import UsageError
from gainsay.imports import Report, import_annotations
from tests.edition.collection import write

Json = dict[str, Any]
TYPES = ["person", "organisation", "group", "place", "event", "work", "other"]


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    folder = tmp_path_factory.mktemp("imports")
    texts = {
        "ship.txt": "\U0001f6a2 The ship, said Ana Lindqvist on 3 March 1911, “left Port Adair”. Ana Lindqvist left.\n"
    }
    write(folder / "press", texts)
    return gainsay.read(write(folder / "press"), folder / "e.gainsay")


@pytest.fixture(scope="module")
def exported(edition: Edition, tmp_path_factory: pytest.TempPathFactory) -> Json:
    target = tmp_path_factory.mktemp("exported") / "it.jsonld"
    gainsay.export(edition, "webanno", target)
    found: Json = json.loads(target.read_text(encoding="utf-8"))
    return found


class Recording:
    """An edition whose log of decisions is a list."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.made: list[tuple[str, str, Json]] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self.edition, name)

    def review(self, target: str, action: str, *, by: str, reason: str, **changes: Any) -> None:
        self.made.append((target, action, changes))


def _taken(edition: Edition, whole: Any, folder: Path, **options: Any) -> tuple[Report, list[tuple[str, str, Json]]]:
    (folder / "it.json").write_text(json.dumps(whole), encoding="utf-8")
    recording: Any = Recording(edition)
    return import_annotations(recording, folder / "it.json", "Ana", **options), recording.made


def test_what_was_exported_comes_back_and_changes_nothing(edition: Edition, exported: Json, tmp_path: Path) -> None:
    report, made = _taken(edition, exported, tmp_path)
    assert made == [] and report.orphaned == () == report.unmatched
    counts = edition.counts()
    kinds = ("attributions", "mentions", "dates", "figures", "citations", "designations", "statements", "matters")
    assert report.unchanged == sum(counts[kind] for kind in kinds) - sum(
        m.verdict == "unsure" for m in edition.matters()
    )


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_every_change_is_a_decision_and_every_loss_an_orphan(
    edition: Edition, exported: Json, tmp_path: Path, data: st.DataObject
) -> None:
    whole = copy.deepcopy(exported)
    mentions = {m.id: m for m in edition.mentions()}
    items = [i for i in whole["first"]["items"] if i["id"].removeprefix("urn:gainsay:") in mentions]
    chosen = data.draw(st.lists(st.sampled_from(range(len(items))), unique=True, max_size=5))
    expected, lost = [], set()
    for number in chosen:
        item = items[number]
        mention = mentions[item["id"].removeprefix("urn:gainsay:")]
        position, quote = item["target"]["selector"]
        match data.draw(st.sampled_from(["type", "shorten", "shift", "misquote"])):
            case "type":
                new = data.draw(st.sampled_from([t for t in TYPES if t != mention.type]))
                item["body"][0]["value"] = new
                expected.append((mention.id, "correct", {"type": new}))
            case "shorten" if mention.span.length > 1:
                position["end"] -= 1
                quote["exact"] = quote["exact"][:-1]
                expected.append((mention.id, "correct", {"span": [mention.span.start, mention.span.end - 1]}))
            case "shift":  # the same words, elsewhere than they stand
                position["start"] += 10_000
                position["end"] += 10_000
                lost.add(item["id"])
            case "misquote":
                quote["exact"] += "#"
                lost.add(item["id"])
    report, made = _taken(edition, whole, tmp_path)
    assert sorted(made, key=str) == sorted(expected, key=str)
    assert {identity for identity, _ in report.orphaned} == lost


def _note(edition: Edition, words: str, **more: Any) -> Json:
    """An annotation as a platform makes it, on words of ship.txt."""
    text = edition.document("ship.txt").text
    start = text.index(words)
    selectors = [
        {"type": "TextQuoteSelector", "exact": words},
        {"type": "TextPositionSelector", "start": start, "end": start + len(words)},
    ]
    return {
        "type": "Annotation",
        "id": "https://notes.example/1",
        "target": {"source": "ship.txt", "selector": selectors},
        **more,
    }


def test_a_platform_s_annotation_rejects_the_reading_at_its_words(edition: Edition, tmp_path: Path) -> None:
    bodies = [
        {"type": "TextualBody", "purpose": "tagging", "value": "reject"},
        {"type": "TextualBody", "purpose": "tagging", "value": "date"},
        {"type": "TextualBody", "purpose": "commenting", "value": "the calendar is another"},
    ]
    (date,) = edition.dates(edition.document("ship.txt").id)
    _, made = _taken(edition, [_note(edition, "3 March 1911", body=bodies)], tmp_path)
    assert made == [(date.id, "reject", {})]


def test_positions_in_utf_16_units_are_understood(edition: Edition, tmp_path: Path) -> None:
    note = _note(
        edition,
        "3 March 1911",
        body=[{"purpose": "tagging", "value": "accept"}, {"purpose": "tagging", "value": "date"}],
    )
    position = note["target"]["selector"][1]
    position["start"] += 1  # the ship before it is two units
    position["end"] += 1
    report, made = _taken(edition, note, tmp_path)
    assert [action for _, action, _ in made] == ["accept"] and report.orphaned == ()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda t: t.update(source="nowhere.txt"),
        lambda t: t["selector"].pop(0),  # no quote
        lambda t: t["selector"].pop(1),  # no position
        lambda t: t["selector"][1].update(start="x"),
        lambda t: t["selector"][1].update(start=-4),
    ],
)
def test_what_has_no_place_is_orphaned(edition: Edition, spoil: Callable[[Json], Any], tmp_path: Path) -> None:
    note = _note(edition, "3 March 1911", body=[{"purpose": "tagging", "value": "reject"}])
    spoil(note["target"])
    report, made = _taken(edition, note, tmp_path)
    assert made == [] and len(report.orphaned) == 1


def test_the_same_words_elsewhere_are_not_taken(edition: Edition, tmp_path: Path) -> None:
    note = _note(edition, "Ana Lindqvist", body=[{"purpose": "tagging", "value": "reject"}])
    note["target"]["selector"][1].update(start=0, end=13)
    report, made = _taken(edition, note, tmp_path)
    assert made == [] and "does not stand at 0–13" in report.orphaned[0][1]


def test_words_at_which_nothing_was_read_are_told(edition: Edition, tmp_path: Path) -> None:
    report, made = _taken(edition, _note(edition, "The ship, said"), tmp_path)
    assert made == [] and report.unmatched == (
        ("https://notes.example/1", "no reading of the edition stands at these words"),
    )


def test_agreement_is_acceptance_only_where_it_is_meant_to_be(edition: Edition, exported: Json, tmp_path: Path) -> None:
    report, made = _taken(edition, exported, tmp_path, accept=True)
    assert {action for _, action, _ in made} == {"accept"} and report.decisions == len(made) and not report.unchanged


@pytest.mark.parametrize("data", ["", "nonsense", "{", "[" * 100_000, "<a", "PK\x03\x04"])
def test_what_is_no_annotation_is_told(edition: Edition, data: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text(data)
    with pytest.raises(UsageError, match="file"):
        import_annotations(edition, tmp_path / "file", "Ana")


def test_decisions_take_effect_and_are_not_made_twice(tmp_path: Path) -> None:
    with gainsay.read(write(tmp_path / "press"), tmp_path / "e.gainsay") as edition:
        gainsay.export(edition, "webanno", tmp_path / "it.jsonld")
        whole = json.loads((tmp_path / "it.jsonld").read_text(encoding="utf-8"))
        date = next(d for d in edition.dates() if d.edtf == "1911-03-03")
        item = next(i for i in whole["first"]["items"] if i["id"].endswith(date.id))
        item["body"][1]["value"] = "1911-03-04"
        (tmp_path / "it.jsonld").write_text(json.dumps(whole), encoding="utf-8")
        assert import_annotations(edition, tmp_path / "it.jsonld", "Ana").decisions == 1
        edition.settle()
        assert next(d for d in edition.dates() if d.id == date.id).edtf == "1911-03-04"
        assert import_annotations(edition, tmp_path / "it.jsonld", "Ana").decisions == 0


def test_an_annotation_of_a_kind_where_nothing_was_read_is_added_once(edition: Edition, tmp_path: Path) -> None:
    note = _note(edition, "The ship, said", body=[{"purpose": "tagging", "value": "mention, event"}])
    report, made = _taken(edition, [note, note], tmp_path)
    assert (report.added, report.decisions, report.unchanged) == (1, 1, 1)
    ((_, action, fields),) = made
    assert action == "add" and fields["record"] == "mention" and fields["type"] == "event"
