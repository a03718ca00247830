"""What commands print: tables for people, JSON for programs."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import asdict, is_dataclass
from pathlib import Path
from typing import Any

from gainsay.store.address import Server

GAP = "  "


def print_json(value: Any) -> None:
    """Records as JSON, indented; dataclasses as objects, spans as pairs."""
    print(json.dumps(_plain(value), ensure_ascii=False, indent=2))


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {key: _plain(part) for key, part in asdict(value).items()}
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return str(value) if isinstance(value, Path | Server) else value


def print_table(heads: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Columns as wide as what stands in them; the last takes the rest of the line and is cut at its end."""
    cells = [[one_line(str("" if value is None else value)) for value in row] for row in rows]
    widths = [max([len(head), *(len(row[i]) for row in cells)]) for i, head in enumerate(heads)]
    room = width() - sum(w + len(GAP) for w in widths[:-1])
    widths[-1] = max(len(heads[-1]), min(widths[-1], max(room, 20)))
    for row in ([h.upper() for h in heads], *cells):
        print(GAP.join(shortened(cell, w).ljust(w) for cell, w in zip(row, widths, strict=True)).rstrip())


def one_line(words: str) -> str:
    """Words with line ends and runs of blanks as single blanks, for a screen; the source keeps its own."""
    return " ".join(words.split())


def shortened(words: str, room: int) -> str:
    """The beginning, where there is not room for all.

    >>> shortened("Marrow Bay", 7)
    'Marrow…'
    """
    return words if len(words) <= room else f"{words[: room - 1].rstrip()}…"


def width() -> int:
    """Columns of the screen, or enough for whole lines where the output goes to a file."""
    return shutil.get_terminal_size((120, 24)).columns
