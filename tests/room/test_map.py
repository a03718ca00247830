"""The map: coordinates from the user's file, whatever stands in it, and where the places come to lie."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.room.conftest import OpenRoom, Rooms

import gainsay
from gainsay.errors import UsageError
from gainsay.room.context import MapPage
from gainsay.room.gazetteer import Located, read_places
from gainsay.room.mapping import Mapping
from gainsay.room.publish import publish
from gainsay.room.shelf import Shelf

PLACES = (Located("Marrow Bay", 54.1012, -3.2034), Located("Coal Quay", 54.1003, -3.1971))


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    folder = tmp_path_factory.mktemp("islands")
    (folder / "texts").mkdir()
    sentences = ("Ana Lindqvist went from Port Adair to Marrow Bay.", "Ana Lindqvist left Marrow Bay for Port Adair.")
    for number, words in enumerate(sentences):
        (folder / "texts" / f"{number}.txt").write_text(words, encoding="utf-8")
    with gainsay.read(folder / "texts", folder / "e.gainsay") as edition:
        return Shelf(edition)


def drawn(shelf: Shelf, *places: tuple[str, float, float]) -> MapPage:
    return Mapping(shelf, [Located(*p) for p in places]).page


def test_what_lies_north_is_above_and_what_lies_east_is_right(shelf: Shelf) -> None:
    page = drawn(shelf, ("Port Adair", 55.0, -3.0), ("MARROW BAY", 54.0, -4.0))
    at = {s.name: s for s in page.spots}
    assert at["Port Adair"].y < at["Marrow Bay"].y and at["Port Adair"].x > at["Marrow Bay"].x
    assert at["Port Adair"].at == "55° N, 3° W"


def test_a_degree_is_as_long_in_the_picture_as_on_the_ground(shelf: Shelf) -> None:
    page = drawn(shelf, ("Port Adair", 60.0, 10.0), ("Marrow Bay", 60.0, 12.0))  # 2° at 60° north: 111 km
    across = abs(page.spots[0].x - page.spots[1].x)
    length, words = page.scale
    assert across / length * float(words.split()[0]) == pytest.approx(111.3, rel=0.01)


def test_places_on_both_sides_of_the_date_line_lie_beside_each_other(shelf: Shelf) -> None:
    page = drawn(shelf, ("Port Adair", -17.0, 179.5), ("Marrow Bay", -17.0, -179.5))
    at = {s.name: s.x for s in page.spots}
    assert at["Marrow Bay"] > at["Port Adair"]
    assert float(page.scale[1].split()[0]) < 100


def test_one_place_alone_lies_in_the_middle(shelf: Shelf) -> None:
    page = drawn(shelf, ("Port Adair", 10.0, 20.0))
    assert [(s.x, s.y) for s in page.spots] == [(50, 50)] and page.meridians and page.parallels
    assert [to.words for to in page.unplaced] == ["Marrow Bay"]


def test_a_name_stands_where_it_neither_leaves_the_picture_nor_hides_another(shelf: Shelf) -> None:
    apart = drawn(shelf, ("Port Adair", 10.0, 20.0), ("Marrow Bay", 10.0, 30.0))
    assert {s.name: s.side for s in apart.spots} == {"Port Adair": "start", "Marrow Bay": "end"}
    together = drawn(shelf, ("Port Adair", 10.0, 20.0), ("Marrow Bay", 10.0, 20.0))
    assert sorted(s.side for s in together.spots) == ["end", "start"]


def test_places_that_no_source_names_are_not_drawn(shelf: Shelf) -> None:
    page = drawn(shelf, ("Nowhere", 10.0, 20.0))
    assert page.spots == () and page.given == 1


@pytest.mark.parametrize(
    "text",
    [
        "name,latitude,longitude\nPort Adair,54.5,-3.25\n",
        "Lon;Lat;Place\n-3,25;54,5;Port Adair\n",
        "\ufeffplace\tx\ty\nPort Adair\t-3.25\t54.5\n\t\t\n",
        '{"type": "FeatureCollection", "features": [{"geometry": null}, {"type": "Feature", "properties": '
        '{"Name": "Port Adair"}, "geometry": {"type": "Point", "coordinates": [-3.25, 54.5, 12]}}]}',
    ],
)
def test_tables_and_geojson_of_several_kinds_are_read(tmp_path: Path, text: str) -> None:
    (tmp_path / "places").write_text(text, encoding="utf-8")
    assert read_places(tmp_path / "places") == (Located("Port Adair", 54.5, -3.25),)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("town,north,east\nPort Adair,1,2\n", "columns name, latitude and longitude"),
        ("name,lat,lon\nPort Adair,fifty,2\n", "line 2: 'fifty', '2' are not degrees"),
        ("name,lat,lon\nPort Adair,1,2\nBay,91,2\n", "line 3: 91, 2 lie nowhere"),
        ("name,lat,lon\nPort Adair,nan,2\n", "lie nowhere"),
        ("name,lat,lon\nPort Adair,1\n", "are not degrees"),
        ("", "columns name"),
        ("{", "not JSON"),
        ('{"features": 3}', "no features"),
        (f"name,lat,{'n' * 140_000}\nPort Adair,1,2\n", "larger than field limit"),
    ],
)
def test_a_file_that_cannot_be_understood_says_where(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "places").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=told):
        read_places(tmp_path / "places")


def test_the_map_is_a_page_of_the_room_and_of_a_site(rooms: Rooms, marrow_bay: Path, tmp_path: Path) -> None:
    room: OpenRoom = rooms.open(marrow_bay, located=PLACES)
    assert ">Map</a>" in room.get("index.html").text
    names = {s["name"] for s in json.loads(room.get("map.json").text)["spots"]}
    assert names == {"Marrow Bay", "Coal Quay"}
    with gainsay.open_edition(marrow_bay) as edition:
        publish(edition, tmp_path, PLACES)
    assert "Coal Quay" in (tmp_path / "map.html").read_text(encoding="utf-8")


def test_without_a_file_the_map_says_how_to_give_one(room: OpenRoom) -> None:
    assert "--places FILE" in room.get("map.html").text and ">Map</a>" not in room.get("index.html").text
