"""Where places lie: names with coordinates from a file that the user gives. Nothing is looked up anywhere."""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gainsay.errors import UsageError

LARGEST = 20_000_000  # bytes
NAMES = ("name", "place")
LATITUDES = ("latitude", "lat", "y")
LONGITUDES = ("longitude", "lon", "lng", "long", "x")
WANTED = "places are a CSV table with the columns name, latitude and longitude (degrees), or GeoJSON with named points."


@dataclass(frozen=True, slots=True)
class Located:
    """A name and where it lies, in degrees north and east."""

    name: str
    latitude: float
    longitude: float


def read_places(path: Path) -> tuple[Located, ...]:
    """The places of a CSV or GeoJSON file, in its order. Raises UsageError naming what is wrong, and where."""
    try:
        if path.stat().st_size > LARGEST:
            raise UsageError(f"{path}: a file of places has at most {LARGEST // 1_000_000} MB.")
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UsageError(f"{path}: the places cannot be read ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: this is not UTF-8. Save it as UTF-8; {WANTED}") from error
    found = _geojson(path, text) if text.lstrip()[:1] == "{" else _table(path, text)
    return tuple(found)


def _table(path: Path, text: str) -> Iterator[Located]:
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    rows = csv.DictReader(io.StringIO(text), delimiter=delimiter)
    try:
        yield from _rows(path, rows)
    except csv.Error as error:
        raise UsageError(f"{path}, line {rows.line_num}: {error}. {WANTED}") from error


def _rows(path: Path, rows: csv.DictReader[str]) -> Iterator[Located]:
    columns = {(c or "").strip().lower(): c for c in rows.fieldnames or ()}
    keys = [next((columns[n] for n in known if n in columns), None) for known in (NAMES, LATITUDES, LONGITUDES)]
    name, latitude, longitude = keys
    if name is None or latitude is None or longitude is None:
        raise UsageError(f"{path}: {WANTED}")
    for row in rows:
        if (row[name] or "").strip():
            yield _located(f"{path}, line {rows.line_num}", row[name], row[latitude], row[longitude])


def _geojson(path: Path, text: str) -> Iterator[Located]:
    try:
        features = json.loads(text).get("features")
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{path}: this is not JSON ({error}). {WANTED}") from error
    if not isinstance(features, list):
        raise UsageError(f"{path}: this GeoJSON has no features. {WANTED}")
    for number, one in enumerate(features, 1):
        geometry, properties = (_object(one, key) for key in ("geometry", "properties"))
        name = next((properties[k] for k in properties if k.lower() in NAMES), "")
        at = geometry.get("coordinates")
        if geometry.get("type") == "Point" and name and isinstance(at, list) and len(at) >= 2:
            yield _located(f"{path}, feature {number}", name, at[1], at[0])


def _object(one: Any, key: str) -> Mapping[str, Any]:
    found = one.get(key) if isinstance(one, dict) else None
    return found if isinstance(found, dict) else {}


def _located(where: str, name: Any, latitude: Any, longitude: Any) -> Located:
    try:
        north, east = (float(str(v).strip().replace(",", ".")) for v in (latitude, longitude))
    except ValueError as error:
        raise UsageError(f"{where}: {latitude!r}, {longitude!r} are not degrees, such as 54.32 and -3.1.") from error
    if not (math.isfinite(north) and math.isfinite(east) and -90 <= north <= 90 and -180 <= east <= 180):
        raise UsageError(f"{where}: {north:g}, {east:g} lie nowhere: latitude to ±90, longitude to ±180 degrees.")
    return Located(" ".join(str(name).split()), north, east)
