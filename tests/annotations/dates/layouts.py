"""A document of plain paragraphs, laid out without the passages stage."""

from __future__ import annotations

import re

from gainsay.documents.document import Document, Stated
from gainsay.passages.passage import Article, Layout, Passage, PassageKind
from gainsay.spans import Span


def lay_out(text: str, written: str | None = None, kinds: tuple[PassageKind, ...] = ()) -> tuple[Document, Layout]:
    metadata = {"written": Stated(written, "user")} if written else {}
    document = Document("d", "a.txt", "0", "text/plain", text, metadata=metadata)
    passages = []
    for number, match in enumerate(re.finditer(r"[^\n]+", text)):
        kind = kinds[number] if number < len(kinds) else "paragraph"
        passages.append(Passage(f"p{number}", "d", Span(*match.span()), kind, "a"))
    return document, Layout(document, (Article("a", Span(0, len(text))),), tuple(passages))
