"""A small collection for engines, and what an edition of it holds."""

from __future__ import annotations

from pathlib import Path

import gainsay
from gainsay.exports import export

NAMES = ["Ana Lindqvist", "Tobias Hale", "Irena Voss", "Mina Tarrow", "Judge Calder"]


def write_collection(folder: Path, documents: int = 20) -> Path:
    """Reports of one event, that copy and contradict each other."""
    folder.mkdir()
    for number in range(documents):
        name = NAMES[number % len(NAMES)]
        (folder / f"{number:02}.txt").write_text(
            f"THE PORT ADAIR COURIER\n\n{10 + number % 9} March 1911\n\n"
            f"On 4 March 1911 {20 + number % 3} dockers were arrested at Coal Quay in Port Adair. "
            f"{name} {'denied' if number % 2 else 'said'} that the strikers had fired first upon the constables.\n\n"
            f"“The harbour was closed all night,” said {name}, who had watched from the customs house roof.\n",
            encoding="utf-8",
        )
    return folder


def exported(edition: Path) -> dict[str, str]:
    """All that an edition holds, as the export has it."""
    to = edition.with_suffix(".export")
    with gainsay.open_edition(edition) as opened:
        export(opened, "jsonl", to)
    return {file.name: file.read_text(encoding="utf-8") for file in sorted(to.rglob("*")) if file.is_file()}
