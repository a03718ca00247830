"""From files to documents: find, decode, read, and let `sources.toml` say what the text does not."""

from gainsay.documents.document import Document, Stated, document_id
from gainsay.documents.folder import find_files
from gainsay.documents.reading import read_file
from gainsay.documents.sources import Declared, read_sources

__all__ = ["Declared", "Document", "Stated", "document_id", "find_files", "read_file", "read_sources"]
