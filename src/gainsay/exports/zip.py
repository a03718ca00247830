"""A parcel: the edition, the originals, and the hashes that prove both, as a BagIt bag (RFC 8493) in a ZIP file."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Iterator, Set
from hashlib import sha256
from pathlib import Path

from sqlalchemy import select

from gainsay.documents.originals import find_original
from gainsay.edition.edition import Edition
from gainsay.edition.public import Public
from gainsay.errors import DocumentError
from gainsay.exports.copying import ORIGINALS, AsItIs, copy_rewritten, copy_whole
from gainsay.exports.files import writing
from gainsay.store import schema
from gainsay.version import __version__

EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day of ZIP: the same edition gives the same bytes
TEXTS = "texts"


def write(edition: Edition, path: Path) -> dict[str, int]:
    """Write the bag into the file `path`; the number of documents, of originals and of texts.

    The original of a document stands in `data/originals`, where it is still what was read, be it a file or a member of
    an archive or a mailbox; of the others the text, in `data/texts`. An edition with restricted documents is copied
    without them, and without the log of decisions.
    """
    public = Public.of(edition)
    paths = set(public.documents.values())
    counts = {"documents": len(public.documents), ORIGINALS: 0, TEXTS: 0}
    with tempfile.TemporaryDirectory() as folder, writing(path) as file, zipfile.ZipFile(file, "w") as packed:
        bag = _Bag(packed, edition.path.stem)
        bag.add(f"data/{edition.path.stem}.gainsay", _copy(public, Path(folder) / "copy").read_bytes())
        for identity, original in _originals(edition, public):
            if original is None:
                text = edition.text(identity).encode("utf-8", "backslashreplace")
                bag.add(f"data/{TEXTS}/{public.documents[identity]}.txt", text)
            else:
                bag.add(f"data/{ORIGINALS}/{_parted(public.documents[identity], paths)}", original)
            counts[TEXTS if original is None else ORIGINALS] += 1
        bag.close()
    return counts


def _copy(public: Public, path: Path) -> Path:
    if len(public.documents) == len(public.edition.paths):
        copy_whole(public.edition, path)
    else:
        copy_rewritten(public, path, AsItIs())
    return path


def _originals(edition: Edition, public: Public) -> Iterator[tuple[str, bytes | None]]:
    """The bytes of each public document as they were read; None where they are gone or have changed."""
    c = schema.documents.c
    with edition.store.begin() as connection:
        rows = connection.execute(select(c.id, c.folder, c.path, c.sha256).order_by(c.path)).all()
    for row in rows:
        if row.id in public.documents:
            try:
                data = find_original(Path(row.folder), row.path).read()
            except DocumentError:
                data = b""
            yield row.id, data if sha256(data).hexdigest() == row.sha256 else None


def _parted(path: str, paths: Set[str]) -> str:
    """Where in the bag a document stands: a mail is a file, so its attachments cannot stand in a folder of its name.

    >>> _parted("box/mail.eml/map.pdf", {"box/mail.eml", "box/mail.eml/map.pdf"})
    'box/mail.eml.parts/map.pdf'
    """
    parts = path.split("/")
    for end in range(len(parts) - 1, 0, -1):
        if "/".join(parts[:end]) in paths:
            parts[end - 1] += ".parts"
    return "/".join(parts)


class _Bag:
    """Packs files with their hashes."""

    def __init__(self, packed: zipfile.ZipFile, name: str) -> None:
        self.packed = packed
        self.name = name
        self.hashes: dict[str, str] = {}
        self.bytes = 0

    def add(self, path: str, data: bytes) -> None:
        """Pack a file and note its hash."""
        entry = zipfile.ZipInfo(f"{self.name}/{path}", EPOCH)
        entry.compress_type = zipfile.ZIP_DEFLATED
        self.packed.writestr(entry, data)
        self.hashes[path] = sha256(data).hexdigest()
        self.bytes += len(data)

    def close(self) -> None:
        """Pack what makes it a bag."""
        payload = dict(self.hashes)
        amount = f"{self.bytes}.{len(payload)}"
        self.hashes.clear()
        self.add("bagit.txt", b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
        self.add("bag-info.txt", f"Bag-Software-Agent: Gainsay {__version__}\nPayload-Oxum: {amount}\n".encode())
        self.add("manifest-sha256.txt", _manifest(payload))
        self.add("tagmanifest-sha256.txt", _manifest(self.hashes))


def _manifest(hashes: dict[str, str]) -> bytes:
    """Hash and path on each line; line ends and per cent signs in paths are escaped, as the RFC has it."""
    escaped = {path.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D"): h for path, h in hashes.items()}
    return "".join(f"{h}  {path}\n" for path, h in escaped.items()).encode("utf-8", "surrogateescape")
