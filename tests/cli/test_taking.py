"""What `gainsay import` tells about annotations that it takes back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from gainsay.cli.app import run
from tests.edition.collection import TEXTS, write


def _note(words: str, *tags: str) -> dict[str, Any]:
    """An annotation on words of wire.txt."""
    start = TEXTS["wire.txt"].index(words)
    selectors = [
        {"type": "TextQuoteSelector", "exact": words},
        {"type": "TextPositionSelector", "start": start, "end": start + len(words)},
    ]
    return {
        "type": "Annotation",
        "id": f"https://notes.example/{start}",
        "target": {"source": "wire.txt", "selector": selectors},
        "body": [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags],
    }


@pytest.mark.parametrize(
    ("notes", "told"),
    [
        ([], "0 decisions, 0 annotations that say what the edition says"),
        ([_note("3 March 1911", "date", "reject")], "1 decision, 0 annotations that say what the edition says"),
        (
            [_note("3 March 1911", "date", "reject"), _note("were arrested at", "mention", "event")],
            "2 decisions, of which 1 adds what was not read, 0 annotations that say what the edition says",
        ),
    ],
)
def test_decisions_are_counted_and_which_of_them_add(
    notes: list[dict[str, Any]],
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    write(tmp_path / "press")
    monkeypatch.chdir(tmp_path)
    assert run(["read", "press"]) == 0
    capsys.readouterr()
    Path("notes.jsonld").write_text(json.dumps(notes), encoding="utf-8")
    assert run(["import", "notes.jsonld", "--by", "Ana Lindqvist"]) == 0
    assert capsys.readouterr().out.strip() == told
