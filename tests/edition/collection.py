"""A small collection of invented reports, and what is done with it in tests."""

from __future__ import annotations

import json
from pathlib import Path

import gainsay

TEXTS = {
    "company.txt": (
        "Order restored at Port Adair\n\nBy Ana Lindqvist\nMarch 4, 1911\n\n"
        "About 40 dockers were arrested at Port Adair on 3 March 1911, the Harbour Company said. "
        "“Nobody was hurt when the strikers left the pier,” said Harbour Master Josef Brandt. "
        "The company denied that the soldiers fired at the strikers.\n\n"
        "Mr. Brandt called the strikers “a rabble”.\n"
    ),
    "union.txt": (
        "Soldiers fire on dockers\n\nMarch 5, 1911\n\n"
        "More than 120 dockers were arrested at Port Adair on 3 March 1911, the Dockers' Union said. "
        "Ellen Marsh, secretary of the union, said that the soldiers fired at the strikers. "
        "“I saw two men fall on the pier,” Ms. Marsh said.\n\n"
        "The union denied that the strikers had threatened Mr. Brandt.[1]\n"
    ),
    "wire.txt": (
        "MARROW BAY, March 4 – About 40 dockers were arrested at Port Adair on 3 March 1911, the Harbour Company said. "
        "Josef Brandt left for Marrow Bay in the evening.\n"
    ),
    "memoir/pier.txt": (
        "Forty years on the pier\n\nIn 1951 I still think of Josef Brandt. Perhaps 200 dockers were arrested that day. "
        "Ellen Marsh told me that nobody had fired.\n"
    ),
}


def write(folder: Path, texts: dict[str, str] | None = None) -> Path:
    """Write the collection, or other texts, into the folder."""
    for path, text in (TEXTS if texts is None else texts).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def exported(edition: Path | str, folder: Path) -> dict[str, list[str]]:
    """The lines of the export, which tell two editions apart or show them to be equal."""
    with gainsay.open_edition(edition) as one:
        gainsay.export(one, "jsonl", folder)
    return {path.name: path.read_text(encoding="utf-8").splitlines() for path in sorted(folder.glob("*.jsonl"))}


def records(edition: Path, folder: Path) -> dict[str, list[dict[str, object]]]:
    """The export as objects, by kind."""
    lines = exported(edition, folder)
    return {name.removesuffix(".jsonl"): [json.loads(line) for line in some] for name, some in lines.items()}
