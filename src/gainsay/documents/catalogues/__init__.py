"""What a reference manager knows of the documents: a library exported with its files tells author, title and date."""

from __future__ import annotations

from gainsay.documents.catalogues.library import read_catalogues

__all__ = ["read_catalogues"]
