"""From a document to its articles and passages."""

from __future__ import annotations

from bisect import bisect_right

from gainsay.documents.document import Document
from gainsay.passages.articles import find_articles
from gainsay.passages.damage import find_damage
from gainsay.passages.kinds import classify
from gainsay.passages.lines import Block, group_lines, read_lines
from gainsay.passages.metadata import complete
from gainsay.passages.passage import Article, Layout, Passage, PassageKind
from gainsay.passages.sentences import find_sentences
from gainsay.passages.settings import PassageSettings
from gainsay.passages.verse import gather_verse
from gainsay.spans import content_id

_DEFAULT = PassageSettings()


def divide(document: Document, settings: PassageSettings = _DEFAULT) -> Layout:
    """The document, completed by what its text states of itself, with its articles, passages and damage."""
    text = document.text
    blocks = gather_verse(text, group_lines(text, read_lines(text)))
    kinds = classify(document, blocks, settings)
    articles, head = find_articles(document.id, text, blocks, kinds)
    passages = _passages(document, blocks, kinds, articles)
    damage = find_damage(document, passages) if settings.damage else ()
    return Layout(complete(document, head, len(articles) > 1), tuple(articles), passages, damage)


def _passages(
    document: Document, blocks: list[Block], kinds: list[PassageKind], articles: list[Article]
) -> tuple[Passage, ...]:
    starts = [article.span.start for article in articles]
    return tuple(
        Passage(
            content_id("pas", document.id, *block.span),
            document.id,
            block.span,
            kind,
            articles[bisect_right(starts, block.span.start) - 1].id,
            find_sentences(document.text, block.span),
        )
        for block, kind in zip(blocks, kinds, strict=True)
    )
