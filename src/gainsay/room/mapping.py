"""The places of an edition on a map: where the user's file says they lie, on a bare net of degrees."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from gainsay.entities.entity import Entity
from gainsay.matters.matter import DISPUTED
from gainsay.room.context import MapPage, Spot
from gainsay.room.gazetteer import Located
from gainsay.room.naming import entity_link, person_href
from gainsay.room.shelf import Shelf
from gainsay.store.words import fold

WIDTH = 1000.0  # the picture is reckoned in these units, and drawn as wide as there is room
LEAST_HEIGHT, MOST_HEIGHT = 420.0, 760.0
MARGIN = 70.0
LEAST_SPAN = 0.02  # degrees: a single place lies in a frame of some two kilometres
KM = 111.32  # of a degree of latitude
STEPS = (60, 30, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002)
LETTER, LINE, GAP = 7.6, 18.0, 5.0  # of a label, about
MOST_UNPLACED = 40


class Mapping:
    """Makes the map of what stands on the shelf."""

    def __init__(self, shelf: Shelf, located: Sequence[Located]) -> None:
        self.shelf = shelf
        self.located = located

    @cached_property
    def page(self) -> MapPage:
        """The places that the edition speaks of and the file knows, and those it does not know."""
        found = self._found()
        placed = {entity.id for entity, _ in found}
        others = [e for e in self._places() if e.id not in placed and e.type == "place"]
        unplaced = tuple(entity_link(self.shelf, e.id) for e in others[:MOST_UNPLACED])
        more = len(others) - len(unplaced)
        if not found:
            return MapPage(given=len(self.located), unplaced=unplaced, more_unplaced=more)
        frame = _Frame([at for _, at in found])
        spots = _labelled([self._spot(k, e, at, frame) for k, (e, at) in enumerate(found, 1)], frame.height)
        return MapPage(
            given=len(self.located),
            spots=spots,
            height=round(frame.height),
            meridians=frame.meridians(),
            parallels=frame.parallels(),
            scale=frame.scale(),
            unplaced=unplaced,
            more_unplaced=more,
        )

    def _places(self) -> list[Entity]:
        """All with a page, places before others, those spoken of most first."""
        known = [self.shelf.entities[e] for e in self.shelf.linked if e in self.shelf.entities]
        return sorted(known, key=lambda e: (e.type != "place", -self.shelf.spoken.times_named(e.id), e.name, e.id))

    def _found(self) -> list[tuple[Entity, Located]]:
        """Each place under its own name or another form of it, with the first coordinates that the file gives."""
        by_name: dict[str, Located] = {}
        for one in self.located:
            by_name.setdefault(fold(one.name), one)
        taken: set[str] = set()
        found = []
        for entity in self._places():
            names = (fold(n) for n in (entity.name, *entity.names))
            name = next((n for n in names if n in by_name and n not in taken), None)
            if name is not None:
                taken.add(name)
                found.append((entity, by_name[name]))
        return found

    def _spot(self, number: int, entity: Entity, at: Located, frame: _Frame) -> Spot:
        statements = self.shelf.spoken.times_named(entity.id)
        matters = self.shelf.matters_of.get(entity.id, ())
        x, y = frame.point(at)
        return Spot(
            number=number,
            name=entity.name,
            href=person_href(entity.id),
            x=round(100 * x / WIDTH, 2),
            y=round(100 * y / frame.height, 2),
            radius=round(min(4 + 1.2 * math.sqrt(statements), 16), 1),
            at=f"{_degrees(at.latitude, 'N', 'S', 4)}, {_degrees(at.longitude, 'E', 'W', 4)}",
            statements=statements,
            matters=len(matters),
            disputed=sum(m.verdict in DISPUTED for m in matters),
        )


class _Frame:
    """From degrees to the picture: lengths are right in the middle of the map (plate carrée, after Marinus of Tyre)."""

    def __init__(self, places: Sequence[Located]) -> None:
        self.west = _cut([p.longitude for p in places])
        norths, easts = [p.latitude for p in places], [self._east(p.longitude) for p in places]
        self.shrink = max(math.cos(math.radians((min(norths) + max(norths)) / 2)), 0.05)
        wide = max((max(easts) - min(easts)) * self.shrink, LEAST_SPAN)
        high = max(max(norths) - min(norths), LEAST_SPAN / 2)
        inner = WIDTH - 2 * MARGIN
        self.height = min(max(inner * high / wide + 2 * MARGIN, LEAST_HEIGHT), MOST_HEIGHT)
        self.scaled = min(inner / wide, (self.height - 2 * MARGIN) / high)
        self.middle = (max(easts) + min(easts)) / 2, (max(norths) + min(norths)) / 2

    def _east(self, longitude: float) -> float:
        """Degrees eastward from the cut, so that islands on both sides of the date line lie beside each other."""
        return (longitude - self.west) % 360

    def point(self, place: Located) -> tuple[float, float]:
        """Where a place lies in the picture."""
        return self._x(self._east(place.longitude)), self._y(place.latitude)

    def _x(self, east: float) -> float:
        return WIDTH / 2 + (east - self.middle[0]) * self.shrink * self.scaled

    def _y(self, north: float) -> float:
        return self.height / 2 - (north - self.middle[1]) * self.scaled

    def _step(self) -> float:
        """Degrees between two lines of the net: some five across the picture."""
        return min(STEPS, key=lambda s: abs(WIDTH / self.scaled / s - 5))

    def meridians(self) -> tuple[tuple[float, str], ...]:
        """Lines from north to south: where, in per cent, and which."""
        step, half = self._step(), WIDTH / 2 / self.scaled / self.shrink
        first, last = self.middle[0] - half + self.west, self.middle[0] + half + self.west
        lines = (k * step for k in range(math.ceil(first / step), math.floor(last / step) + 1))
        return tuple((round(100 * self._x(d - self.west) / WIDTH, 2), _degrees(_turned(d), "E", "W", 3)) for d in lines)

    def parallels(self) -> tuple[tuple[float, str], ...]:
        """Lines from west to east in the same way."""
        step, half = self._step(), self.height / 2 / self.scaled
        first, last = max(self.middle[1] - half, -90), min(self.middle[1] + half, 90)
        lines = (k * step for k in range(math.ceil(first / step), math.floor(last / step) + 1))
        return tuple((round(100 * self._y(d) / self.height, 2), _degrees(d, "N", "S", 3)) for d in lines)

    def scale(self) -> tuple[float, str]:
        """A round distance of at most a quarter of the width: how long it is in per cent, and in words."""
        most = WIDTH / 4 / self.scaled * KM
        power: float = 10.0 ** math.floor(math.log10(most))
        km = max(power * s for s in (1, 2, 5) if power * s <= most)
        return round(100 * km / KM * self.scaled / WIDTH, 2), f"{km:g} km" if km >= 1 else f"{1000 * km:g} m"


def _cut(longitudes: Sequence[float]) -> float:
    """The meridian at which the map is cut: in the middle of the widest stretch without a place."""
    ordered = sorted({(x + 360) % 360 for x in longitudes})
    gaps = [(b - a, a) for a, b in zip(ordered, [*ordered[1:], ordered[0] + 360], strict=True)]
    width, start = max(gaps)
    return start + width / 2 - 360


def _labelled(spots: Sequence[Spot], height: float) -> tuple[Spot, ...]:
    """The spots with their names beside them where these hide nothing; the others keep their number alone."""
    taken = [_box(spot, height, "", 0) for spot in spots]
    labelled = []
    for own, spot in enumerate(spots):
        others = [box for k, box in enumerate(taken) if k != own]
        side = ""
        for tried in ("start", "end"):
            box = _box(spot, height, tried, LETTER * len(spot.name))
            if box[0] >= 0 and box[2] <= WIDTH and not any(_overlap(box, other) for other in others):
                side = tried
                taken.append(box)
                break
        labelled.append(replace(spot, side=side))
    return tuple(labelled)


Box = tuple[float, float, float, float]


def _box(spot: Spot, height: float, side: str, wide: float) -> Box:
    """What a spot takes of the picture, or its name at a side of it: left, top, right, bottom."""
    x, y, r = spot.x * WIDTH / 100, spot.y * height / 100, spot.radius
    left = {"": x - r, "start": x + r + GAP, "end": x - r - GAP - wide}[side]
    half = LINE / 2 if side else r
    return left, y - half, left + (wide if side else 2 * r), y + half


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _turned(longitude: float) -> float:
    return (longitude + 180) % 360 - 180


def _degrees(value: float, plus: str, minus: str, digits: int) -> str:
    """Degrees in words.

    >>> _degrees(-3.25, "E", "W", 3), _degrees(0, "N", "S", 3)
    ('3.25° W', '0°')
    """
    plain = f"{abs(round(value, digits)):g}"
    return f"{plain}°" if plain == "0" else f"{plain}° {plus if value > 0 else minus}"
