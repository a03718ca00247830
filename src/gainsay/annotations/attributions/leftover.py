"""Words in quotation marks that nobody is told to have said: long ones are somebody's all the same."""

from __future__ import annotations

from collections.abc import Sequence

from gainsay.annotations.attributions.attribution import Attribution, AttributionKind
from gainsay.annotations.attributions.combined import Parts
from gainsay.annotations.attributions.nesting import Node, find_quotations
from gainsay.annotations.attributions.wording import is_title
from gainsay.passages.passage import Layout
from gainsay.spans import content_id, cover

# Fewer words are a term, a title or irony as often as somebody's words.
_FEWEST = 10
_CONFIDENCE = 0.55
_STOPS = ".?!…"


def find_leftover(layout: Layout, attributions: Sequence[Attribution]) -> list[Attribution]:
    """Quotations of ten words or more, both marks there, that share nothing with an attribution: nobody is named."""
    document = layout.document
    parts = Parts(attributions)
    found = []
    for node in find_quotations(document.text, [p.span for p in layout.prose if p.kind != "heading"]):
        content = node.quotation.content
        # Where another's words stand between its pieces, its marks were paired wrongly.
        if _is_speech(document.text, node) and not parts.hold(cover(content)):
            first = document.text[content[0].start]
            whole = first.isupper() and document.text[content[-1].end - 1] in _STOPS
            kind: AttributionKind = "direct" if whole else "mixed"
            identity = content_id("attribution", document.id, kind, *content)
            found.append(Attribution(identity, document.id, kind, content, content, confidence=_CONFIDENCE))
    return found


def _is_speech(text: str, node: Node) -> bool:
    quotation = node.quotation
    words = sum(len(span.of(text).split()) for span in quotation.content)
    marked = quotation.opened and quotation.closed
    return marked and words >= _FEWEST and not is_title(text, quotation.content[0])
