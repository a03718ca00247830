"""TEI P5: a corpus with its people, bodies, places, works and matters, and its texts with every reading marked up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from gainsay.edition.edition import Edition
from gainsay.edition.public import Public
from gainsay.errors import UsageError
from gainsay.exports.bibliography import works
from gainsay.exports.files import writing
from gainsay.exports.tei.corpus import corpus_header, corpus_standoff
from gainsay.exports.tei.documents import tei_document


def write(edition: Edition, path: Path) -> dict[str, int]:
    """Write one `teiCorpus` into the file `path`; the number of documents, entities and matters."""
    public = Public.of(edition)
    if not public.documents:
        raise UsageError(f"{edition.path}: there is no document to export; restricted ones are kept out.")
    with writing(path) as file:
        for piece in _corpus(edition, public):
            file.write(piece.encode())
    return {"documents": len(public.documents), "entities": len(public.entities), "matters": len(public.matters)}


def _corpus(edition: Edition, public: Public) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<teiCorpus xmlns="http://www.tei-c.org/ns/1.0" version="4.8.0">\n'
    yield corpus_header(edition.path.stem)
    yield from corpus_standoff(public, works(edition, public))
    for one in public.contents():
        yield from tei_document(one, public.merged_works)
    yield "</teiCorpus>\n"
