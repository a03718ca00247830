"""Long texts: shown in parts, whole on demand, and every address still opens at its very words."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest
from tests.room.conftest import OpenRoom, Rooms

import gainsay
from gainsay.edition.build import ReadSettings
from gainsay.room.publish import publish

WORDS = 20_000
HEAVIEST = 250_000  # bytes over the wire


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One text of many short paragraphs, each with a date, a figure and somebody who speaks."""
    folder = tmp_path_factory.mktemp("long")
    said = "Ana Lindqvist said on {} March 1911 that {} men had left Marrow Bay for Port Adair, and that {} stayed."
    paragraphs = (
        said.format(1 + k % 28, 11 + k % 70, "nobody" if k % 2 else "her brother") for k in range(WORDS // 19)
    )
    (folder / "texts").mkdir()
    (folder / "texts" / "long.txt").write_text("\n\n".join(paragraphs), encoding="utf-8")
    path = folder / "long.gainsay"
    gainsay.read(folder / "texts", path, ReadSettings(workers=1, reader="rules")).close()
    return path


@pytest.fixture(scope="module")
def long_room(rooms: Rooms, edition: Path) -> OpenRoom:
    return rooms.open(edition)


def source(room: OpenRoom, query: str = "") -> dict[str, Any]:
    href = room.record("sources.json")["cards"][0]["href"]
    return room.record(href.replace(".html", ".json") + query)


def numbers(page: dict[str, Any]) -> list[int]:
    return [p["number"] for p in page["passages"]]


def test_the_parts_of_a_long_text_are_the_whole_text_in_order(long_room: OpenRoom) -> None:
    first = source(long_room)
    assert first["part"] == 1 and len(first["parts"]) > 2
    told = [n for k in range(len(first["parts"])) for n in numbers(source(long_room, f"?part={k + 1}"))]
    assert told == numbers(source(long_room, "?whole=true")) == list(range(1, len(told) + 1))


@pytest.mark.parametrize("asked", ["?part=0", "?part=-3", "?part=99999", "?at=passage-that-never-was"])
def test_a_part_that_is_not_there_gives_one_that_is(long_room: OpenRoom, asked: str) -> None:
    assert numbers(source(long_room, asked))


def test_a_part_is_light(long_room: OpenRoom) -> None:
    page = long_room.get(source(long_room)["card"]["href"]).text
    assert len(gzip.compress(page.encode(), 4)) < HEAVIEST / 4


def test_a_link_to_a_place_in_a_long_text_asks_for_the_part_that_holds_it(long_room: OpenRoom) -> None:
    last = source(long_room, "?part=99")["passages"][-1]
    found = long_room.record(f"cite/{source(long_room)['card']['href'][7:-5]}--{last['anchor']}.json")
    address, _, anchor = found["source"]["href"].partition("#")
    assert anchor == last["anchor"]
    assert f'id="{anchor}"' in long_room.get(address).text


def test_an_attribution_is_found_in_its_part(long_room: OpenRoom) -> None:
    segments = [s for p in source(long_room, "?part=2")["passages"] for s in p["segments"]]
    anchor = next(s["anchor"] for s in segments if s["anchor"])
    assert source(long_room, f"?at={anchor}")["part"] == 2


def test_a_published_text_stands_on_one_page(edition: Path, tmp_path: Path) -> None:
    with gainsay.open_edition(edition) as opened:
        publish(opened, tmp_path)
        passages = len(list(opened.passages()))
    (page,) = (tmp_path / "source").glob("*.html")
    words = page.read_text(encoding="utf-8")
    assert words.count('class="pn"') == passages and "leaf-on" not in words
