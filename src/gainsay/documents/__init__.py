"""From files to documents: find, decode, read, and let `sources.toml` say what the text does not."""

from gainsay.documents.document import Document, Stated, document_id
from gainsay.documents.folder import find_files
from gainsay.documents.originals import digest, file_on_disk
from gainsay.documents.pages import Box, Line, Page, Place, locate
from gainsay.documents.reading import read_file
from gainsay.documents.sources import Declared, read_sources

__all__ = [
    "Box",
    "Declared",
    "Document",
    "Line",
    "Page",
    "Place",
    "Stated",
    "digest",
    "document_id",
    "file_on_disk",
    "find_files",
    "locate",
    "read_file",
    "read_sources",
]
