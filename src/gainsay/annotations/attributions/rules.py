"""Attributions by rule."""

from __future__ import annotations

from collections.abc import Sequence

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.attributions.blocks import leads_in, restore
from gainsay.annotations.attributions.direct import find_direct
from gainsay.annotations.attributions.draft import Draft
from gainsay.annotations.attributions.indirect import find_indirect
from gainsay.annotations.attributions.nesting import Node, find_quotations
from gainsay.annotations.attributions.settings import AttributionSettings
from gainsay.annotations.attributions.stream import streams
from gainsay.annotations.mentions import Mention
from gainsay.passages.passage import Layout
from gainsay.spans import Span, content_id


class RuleReader:
    """Reads attributions from marks, cues and word order."""

    def __init__(self, settings: AttributionSettings) -> None:
        self.settings = settings

    def read(self, layout: Layout, mentions: Sequence[Mention]) -> list[Attribution]:
        text = layout.document.text
        paragraphs = [passage.span for passage in layout.prose]
        blocks = frozenset(passage.span for passage in layout.prose if passage.kind == "block-quote")
        drafts: list[Draft] = []
        self._read_level(text, paragraphs, find_quotations(text, paragraphs), blocks, drafts)
        return [_attribution(layout.document.id, draft) for draft in drafts if draft.content]

    def _read_level(
        self,
        text: str,
        paragraphs: Sequence[Span],
        nodes: Sequence[Node],
        blocks: frozenset[Span],
        drafts: list[Draft],
    ) -> None:
        """Reads the paragraphs of a document or of a quotation, then what is quoted in them."""
        nodes = restore(text, paragraphs, nodes, blocks)
        leads = frozenset(span.end for span in paragraphs if leads_in(text, span))
        rows = streams(text, paragraphs, nodes, leads)
        direct = find_direct(rows)
        drafts.extend(direct)
        if self.settings.indirect:
            taken = frozenset(cue.start for draft in direct for cue in draft.cue)
            for row in rows:
                drafts.extend(find_indirect(row, taken))
        for node in nodes:
            self._read_level(text, node.quotation.content, node.children, frozenset(), drafts)


def _attribution(document: str, draft: Draft) -> Attribution:
    content = tuple(sorted(draft.content))
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
