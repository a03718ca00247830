"""Attributions by rule."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.attributions.blocks import leads_in, restore
from gainsay.annotations.attributions.certainty import certain
from gainsay.annotations.attributions.direct import find_direct
from gainsay.annotations.attributions.draft import Draft
from gainsay.annotations.attributions.indirect import find_indirect
from gainsay.annotations.attributions.labels import find_headlines, find_labelled
from gainsay.annotations.attributions.nesting import Node, find_quotations
from gainsay.annotations.attributions.settings import AttributionSettings
from gainsay.annotations.attributions.stream import streams
from gainsay.annotations.attributions.wording import past_dateline
from gainsay.annotations.mentions import Mention
from gainsay.passages.passage import Layout
from gainsay.spans import Span, content_id

_NAMING = frozenset(["person", "organisation", "group", "place"])
_PLACES = frozenset(["place"])
_WORD = re.compile(r"[^\W_]+")


class RuleReader:
    """Reads attributions from marks, cues and word order."""

    def __init__(self, settings: AttributionSettings, raw: bool = False) -> None:
        """`raw`: leave the confidence that each rule gives as it is."""
        self.settings = settings
        self.raw = raw

    def read(self, layout: Layout, mentions: Sequence[Mention]) -> list[Attribution]:
        """The attributions of one document, without parents, dates and citations."""
        text = layout.document.text
        passages = layout.prose
        headings = frozenset(passage.span.start for passage in passages if passage.kind == "heading")
        level = _Level(
            text,
            _name_words(text, mentions, _NAMING),
            _name_words(text, mentions, _PLACES),
            headings,
            self.settings.indirect,
        )
        paragraphs = [passage.span for passage in passages]
        blocks = frozenset(passage.span for passage in passages if passage.kind == "block-quote")
        level.read(paragraphs, find_quotations(text, paragraphs), blocks)
        found = [_attribution(layout.document.id, text, draft) for draft in level.drafts if draft.content]
        return found if self.raw else [certain(text, one) for one in found]


def _name_words(text: str, mentions: Sequence[Mention], types: frozenset[str]) -> frozenset[int]:
    """Where the words of names begin."""
    return frozenset(
        match.start()
        for mention in mentions
        if mention.form == "name" and mention.type in types
        for match in _WORD.finditer(text, *mention.span)
    )


@dataclass(slots=True)
class _Level:
    """Collects drafts from the paragraphs of a document and, level by level, of the quotations in it."""

    text: str
    names: frozenset[int]
    places: frozenset[int]
    headings: frozenset[int]
    indirect: bool
    drafts: list[Draft] = field(default_factory=list)

    def read(self, paragraphs: Sequence[Span], nodes: Sequence[Node], blocks: frozenset[Span] = frozenset()) -> None:
        nodes = restore(self.text, paragraphs, nodes, blocks)
        leads = frozenset(span.end for span in paragraphs if leads_in(self.text, span))
        rows = streams(self.text, paragraphs, nodes, leads, self.names)
        direct = (
            find_labelled(rows, self.headings) + find_direct(rows) + find_headlines(rows, self.headings, self.places)
        )
        self.drafts += direct
        if self.indirect:
            taken = frozenset(cue.start for draft in direct for cue in draft.cue)
            for row in rows:
                self.drafts += find_indirect(row, taken)
        for node in nodes:
            self.read(node.quotation.content, node.children)


def _attribution(document: str, text: str, draft: Draft) -> Attribution:
    first, *rest = sorted(draft.content)
    content = (past_dateline(text, first), *rest)
    return Attribution(
        id=content_id("attribution", document, draft.kind, *content, *draft.cue),
        document=document,
        kind=draft.kind,
        content=content,
        marked=tuple(sorted(draft.marked)),
        speaker=tuple(sorted(draft.speaker)),
        cue=tuple(sorted(draft.cue)),
        stance=draft.stance,
        confidence=draft.confidence,
    )
