"""What the room's own description says of it is what it does, whatever it is asked.

In CI a few requests for each address; longer by hand:

    GAINSAY_REQUESTS=2000 python -m pytest tests/room/test_schema.py
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from tests.edition.collection import write

import gainsay
from gainsay.room.app import build
from gainsay.room.guard import own_places
from gainsay.room.library import Library

REQUESTS = int(os.environ.get("GAINSAY_REQUESTS", "3"))
PLACE = "127.0.0.1:8000"


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("room")
    gainsay.read(write(folder / "texts"), folder / "e.gainsay", gainsay.ReadSettings(reader="rules", workers=1)).close()
    app = build(Library(Path(folder / "e.gainsay")), own_places(8000))
    return schemathesis.openapi.from_asgi("/openapi.json", app, headers={"Host": PLACE})


def test_the_room_never_fails_whatever_it_is_asked(schema: Any) -> None:
    asked = []

    def ask(case: Any) -> None:
        answer = case.call(base_url=f"http://{PLACE}", headers={"Host": PLACE, "Origin": f"http://{PLACE}"})
        asked.append(answer.status_code)
        assert answer.status_code < 500, f"{case.formatted_path}: {answer.text[:500]}"

    bounds = settings(
        max_examples=REQUESTS, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
    )
    for found in schema.get_all_operations():
        bounds(given(case=found.ok().as_strategy())(ask))()
    assert len(asked) > 50
    assert 200 in asked
