"""Citations: note markers, notes, inline references and links, with the work they name."""

from gainsay.annotations.citations.citation import Citation, CitationKind, CitationSettings, Function
from gainsay.annotations.citations.find import find_citations
from gainsay.annotations.citations.works import same_works

__all__ = ["Citation", "CitationKind", "CitationSettings", "Function", "find_citations", "same_works"]
