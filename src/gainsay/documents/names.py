"""Which names of files may be those of documents."""

from __future__ import annotations

SOURCES = "sources.toml"

_EDITION = (".gainsay", ".gainsay-wal", ".gainsay-shm", ".gainsay-journal")
"""An edition often lies beside the documents, with the files SQLite keeps next to it while it is written."""

_NOT_PROSE = frozenset(
    ".bib .css .csv .db .gif .ico .ini .js .json .lock .map .mp3 .mp4 .py .svg .toml .tsv .ttf .wav"
    " .webp .woff .woff2 .xml .yaml .yml".split()
)
"""What lies about beside documents and is none: tables, drawings, the parts of a saved page."""


def is_document_name(path: str) -> bool:
    """Whether a file of this name may be a document: not hidden, no edition, table, picture, or part of a page."""
    *folders, name = path.split("/")
    if any(part.startswith((".", "__MACOSX")) or part.endswith("_files") for part in folders):
        return False
    ending = name[name.rfind(".") :].lower() if "." in name else ""
    return not (name.startswith(".") or name == SOURCES or name.endswith(_EDITION) or ending in _NOT_PROSE)
