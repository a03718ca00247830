"""The export contract: files, keys, spans, ids, and what is kept out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import gainsay
from gainsay.errors import StorageError, UsageError
from tests.edition.collection import TEXTS, records, write

KEYS = {
    "documents": "id path sha256 media_type language title author publisher written text articles damage",
    "passages": "id document span kind article",
    "attributions": "id document kind content marked speaker speaker_entity cue stance parent said citation confidence",
    "mentions": "id document span type form entity",
    "entities": "id name type names",
    "dates": "id document span edtf kind relative anchor",
    "figures": "id document span value qualifier unit counted",
    "citations": "id document kind marker note reference author title date entry_date place publisher pages work",
    "statements": "id document span attribution holder polarity hedged entities dates figures said written",
    "designations": "id document span entities matter attribution charge",
    "dependences": "id kind a b direction words altered",
    "matters": "id label verdict facet sides when entities witnesses score reason",
}
VERDICTS = {"conflict", "denial", "scope", "corroboration", "changed-position", "single-witness"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "press")


def _export(folder: Path) -> dict[str, list[dict[str, Any]]]:
    edition = folder.parent / "press.gainsay"
    gainsay.read(folder, edition)
    return records(edition, folder.parent / "export")


def test_every_file_of_the_contract_is_there_with_its_keys(folder: Path) -> None:
    export = _export(folder)
    assert set(export) == set(KEYS)
    for name, keys in KEYS.items():
        assert export[name], name
        for record in export[name]:
            assert set(keys.split()) <= set(record), name


def test_texts_are_the_files_to_the_letter(folder: Path) -> None:
    write(folder, {"odd.txt": "\ufeffJosef Brandt left.\r\n\r\nEllen Marsh\u00a0stayed.\n\n\n"})
    for document in _export(folder)["documents"]:
        raw = (folder / document["path"]).open(encoding="utf-8", newline="").read()
        assert document["text"] == raw


def test_spans_lie_in_their_texts_and_ids_exist_once(folder: Path) -> None:
    export = _export(folder)
    lengths = {d["id"]: len(d["text"]) for d in export["documents"]}
    ids = {name: [r["id"] for r in some] for name, some in export.items()}
    for name, some in ids.items():
        assert len(some) == len(set(some)), name
    for name in KEYS:
        for record in export[name]:
            for span in _spans(record):
                assert 0 <= span[0] < span[1] <= lengths[record["document"]]
    entities = set(ids["entities"])
    for record in [*export["mentions"], *export["attributions"], *export["statements"]]:
        for key in ("entity", "speaker_entity", "holder"):
            assert record.get(key) is None or record[key] in entities
    for statement in export["statements"]:
        assert set(statement["entities"]) <= entities
        assert set(statement["attribution"]) <= set(ids["attributions"])
        assert set(statement["dates"]) <= set(ids["dates"]) and set(statement["figures"]) <= set(ids["figures"])
    for matter in export["matters"]:
        assert matter["verdict"] in VERDICTS
        assert set(matter["witnesses"]) >= {"documents", "independent", "undetermined"}
        assert {s for side in matter["sides"] for s in side["statements"]} <= set(ids["statements"])


def _spans(record: dict[str, Any]) -> list[list[int]]:
    single = [record[k] for k in ("span", "anchor", "marker", "note", "reference") if record.get(k)]
    lists = [span for k in ("content", "marked", "speaker", "cue") for span in record.get(k, [])]
    return [*single, *lists] if "document" in record else []


def test_restricted_documents_are_kept_out_with_all_that_was_drawn_from_them(folder: Path) -> None:
    write(folder, {"secret.txt": "Police agent Igor Vance counted 77 dockers at Port Adair on 3 March 1911.\n"})
    (folder / "sources.toml").write_text('["secret.txt"]\nrestricted = true\n["union.txt"]\nrestricted = true\n')
    edition = folder.parent / "press.gainsay"
    gainsay.read(folder, edition)
    export = records(edition, folder.parent / "export")
    with gainsay.open_edition(edition) as one:
        hidden = {one.document("secret.txt").id, one.document("union.txt").id}
    assert {d["path"] for d in export["documents"]} == {*TEXTS} - {"union.txt"}
    whole = "".join(path.read_text(encoding="utf-8") for path in (folder.parent / "export").glob("*.jsonl"))
    assert not any(identity in whole for identity in hidden)
    assert "Vance" not in whole and "120 dockers" not in whole
    statements = {s["id"] for s in export["statements"]}
    for matter in export["matters"]:
        assert {s for side in matter["sides"] for s in side["statements"]} <= statements


def test_an_export_replaces_files_whole_and_leaves_others(folder: Path) -> None:
    target = folder.parent / "export"
    target.mkdir()
    (target / "matters.jsonl").write_text("old\n" * 10_000)
    (target / "notes.md").write_text("mine")
    export = _export(folder)
    assert all("old" not in record for record in export["matters"])
    assert (target / "notes.md").read_text() == "mine"
    assert not list(target.glob("*.partial"))


def test_wrong_formats_and_places_are_told(folder: Path) -> None:
    edition = folder.parent / "press.gainsay"
    gainsay.read(folder, edition)
    with gainsay.open_edition(edition) as one:
        with pytest.raises(UsageError, match="no such format"):
            gainsay.export(one, "docx", folder.parent / "export")
        with pytest.raises(StorageError):
            gainsay.export(one, "jsonl", folder / "wire.txt")
