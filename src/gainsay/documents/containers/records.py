"""JSON Lines: one document a line."""

from __future__ import annotations

from typing import BinaryIO

from gainsay.documents.containers.container import MOST_MEMBERS, Container, Listing, Member

_LONGEST = 100_000_000
"""Bytes. A line beyond this is no document."""


def _listing(stream: BinaryIO) -> Listing:
    stream.seek(0)
    places: list[tuple[int, int, int]] = []
    at, number = 0, 0
    while line := stream.readline(_LONGEST):
        number += 1
        if line.strip():
            places.append((number, at, at + len(line)))
        at += len(line)
        if len(places) > MOST_MEMBERS:
            return Listing(
                (), f"holds more than {MOST_MEMBERS:,} lines. Split it (split -l 100000) and read the parts."
            )
    width = max(4, len(str(number)))
    return Listing(
        tuple(Member(f"{n:0{width}d}", (start, end), end - start, form="record") for n, start, end in places)
    )


def _bytes(stream: BinaryIO, member: Member) -> bytes:
    start, end = member.locator
    stream.seek(start)
    return stream.read(end - start)


JSON_LINES = Container(_listing, _bytes)
