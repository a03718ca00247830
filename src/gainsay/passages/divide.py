"""From a document to its articles and passages."""

from __future__ import annotations

from gainsay.documents.document import Document
from gainsay.passages.kinds import classify
from gainsay.passages.lines import group_lines, read_lines
from gainsay.passages.passage import Article, Layout, Passage
from gainsay.passages.sentences import find_sentences
from gainsay.passages.settings import PassageSettings
from gainsay.spans import Span, content_id


def divide(document: Document, settings: PassageSettings = PassageSettings()) -> Layout:
    """The document with its articles and passages, and what is damaged in it."""
    text = document.text
    article = Article(content_id("art", document.id, 0, len(text)), Span(0, len(text)))
    kinds = classify(text, group_lines(text, read_lines(text)), settings)
    passages = tuple(
        Passage(content_id("pas", document.id, *span), document.id, span, kind, article.id, find_sentences(text, span))
        for span, kind in kinds
    )
    return Layout(document, (article,), passages)
