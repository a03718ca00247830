"""Citations: note markers, notes, inline references and links, with the work they name."""

from gainsay.annotations.citations.citation import Citation, CitationKind, CitationSettings
from gainsay.annotations.citations.find import find_citations

__all__ = ["Citation", "CitationKind", "CitationSettings", "find_citations"]
