"""Documents that are ZIP archives of XML files: DOCX, ODT, EPUB. Bounded, and without entities of their own."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from gainsay.errors import DocumentError, NotTextError

if TYPE_CHECKING:
    from lxml.etree import _Element

_LARGEST_PART = 200_000_000
"""Bytes of one XML file, unpacked. The text of a document has at most twenty million characters."""

_BLOWN = 400
"""Times. Repetitive XML packs to a hundredth; only a bomb to less than this."""

_SMALL = 20_000_000


class Package:
    """The parts of such a document."""

    def __init__(self, path: str, data: bytes) -> None:
        self.path = path
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            self._infos = {info.filename: info for info in self._archive.infolist()}
        except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError) as error:
            raise self._broken() from error

    def names(self) -> list[str]:
        return list(self._infos)

    def has(self, name: str) -> bool:
        return name in self._infos

    def read(self, name: str) -> bytes:
        """The bytes of a part; empty where there is none."""
        info = self._infos.get(name)
        if info is None:
            return b""
        if info.flag_bits & 0x1:
            raise DocumentError(self.path, "is encrypted. Open it with its password, save it without and read that.")
        swollen = info.file_size > _SMALL and info.file_size > _BLOWN * max(1, info.compress_size)
        if swollen or info.file_size > _LARGEST_PART:
            raise DocumentError(
                self.path,
                f"would unpack to {info.file_size / 1e6:,.0f} MB, as a ZIP bomb does, and was left packed. "
                "If you trust it, save it anew in a word processor and read that.",
            )
        try:
            with self._archive.open(info) as part:
                data = part.read(info.file_size + 1)
        except Exception as error:  # zipfile, zlib and the operating system each have their own
            raise self._broken() from error
        if len(data) > info.file_size:
            raise self._broken()
        return data

    def xml(self, name: str) -> _Element | None:
        """The root of an XML part, or None where there is no such part. Entities of its own are not expanded."""
        data = self.read(name)
        return parse_xml(self.path, data) if data.strip() else None

    def _broken(self) -> NotTextError:
        return NotTextError(self.path, "the file is broken or cut short. Copy it again, or save it anew and read that.")


def parse_xml(path: str, data: bytes) -> _Element:
    """The root of an XML file. No entity is expanded, no document type read, nothing fetched."""
    from lxml import etree

    # Recovering what is broken keeps the text of documents that word processors open as well.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NotTextError(path, "its XML is broken. Open it in a word processor and save it anew.") from error
    if root is None:
        raise NotTextError(path, "its XML is broken. Open it in a word processor and save it anew.")
    if root.getroottree().docinfo.internalDTD is not None and b"<!ENTITY" in data[:100_000]:
        raise NotTextError(
            path,
            "declares XML entities, which no word processor writes and which may swell without end; it was not read. "
            "If you trust it, open it in a word processor and save it anew.",
        )
    return root


def local(tag: object) -> str:
    """The name of an element without its namespace; empty for comments and the like.

    >>> local("{urn:example}body")
    'body'
    """
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: _Element, name: str) -> str | None:
    """An attribute by its name without namespace."""
    return next((str(value) for key, value in element.attrib.items() if local(key) == name), None)
