"""Telling a scanned page from the other pictures of a folder: by the resolution and size that its head states."""

from __future__ import annotations

import struct

PICTURES = (".png", ".jpg", ".jpeg")
"""Names of pictures of which most are no pages: photographs, logos, screenshots. A TIFF is a scan."""

_LEAST_DOTS = 150  # an inch: screens and cameras state 72 or 96, or nothing; less than this nobody scans a page with
_PAGE = (3.0, 17.0)  # inches: from a postcard to the long side of A3; a photograph stated to have 300 dots is larger


def is_scan(head: bytes) -> bool:
    """Whether the first bytes of a PNG or JPEG say that it has the resolution and the size of a scanned page."""
    found = _of_png(head) if head.startswith(b"\x89PNG") else _of_jpeg(head)
    if found is None:
        return False
    wide, high, dots = found
    return dots >= _LEAST_DOTS and all(_PAGE[0] <= side / dots <= _PAGE[1] for side in (wide, high))


def _of_png(head: bytes) -> tuple[int, int, float] | None:
    """Width, height and dots an inch."""
    at = head.find(b"pHYs")
    if at < 0 or len(head) < max(at + 13, 24) or head[at + 12] != 1:
        return None
    wide, high = struct.unpack(">II", head[16:24])
    (dots,) = struct.unpack(">I", head[at + 4 : at + 8])
    return wide, high, dots * 0.0254


def _of_jpeg(head: bytes) -> tuple[int, int, float] | None:
    dots, at = 0.0, 2
    while at + 9 < len(head) and head[at] == 0xFF:
        marker, (length,) = head[at + 1], struct.unpack(">H", head[at + 2 : at + 4])
        if marker == 0xE0 and head[at + 4 : at + 8] == b"JFIF" and at + 14 < len(head):
            unit, (density,) = head[at + 11], struct.unpack(">H", head[at + 12 : at + 14])
            dots = density * {1: 1.0, 2: 2.54}.get(unit, 0.0)
        elif 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            high, wide = struct.unpack(">HH", head[at + 5 : at + 9])
            return wide, high, dots
        at += 2 + length
    return None
