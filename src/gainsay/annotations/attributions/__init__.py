"""Attributions: who is reported to say, write, think or deny what.

`find_attributions` reads one document, in steps that are modules:

    marks, pairing, singles, nesting    quotation marks and which of them belong together
    blocks                              quotations that their marks do not bound
    stream                              the text as rows of words and quotations
    clues, subjects, complements        a cue, who speaks, what is reported
    direct, indirect, labels            the rules that put these together (`rules`)
    learned, combined                   the model's reading, and both readers together
    leftover                            long quotations that nothing tells the speaker of
    epigraphs                           quotations that only their note tells from the text
    declarations                        texts that are somebody's word from beginning to end
    reproduced                          texts within a text that a line above or below gives to somebody
    chain                               parents, dates of speaking
    cited                               citations, and what they tell of speaker and date
    manner                              speech, writing, thought or attitude
"""

from __future__ import annotations

from collections.abc import Sequence

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.attributions.chain import link
from gainsay.annotations.attributions.cited import cite
from gainsay.annotations.attributions.combined import combine, without_others
from gainsay.annotations.attributions.declarations import find_declarations
from gainsay.annotations.attributions.epigraphs import find_epigraphs
from gainsay.annotations.attributions.learned import read_attributions
from gainsay.annotations.attributions.leftover import find_leftover
from gainsay.annotations.attributions.manner import with_types
from gainsay.annotations.attributions.reader import Reader
from gainsay.annotations.attributions.reproduced import with_reproduced
from gainsay.annotations.attributions.rules import RuleReader
from gainsay.annotations.attributions.settings import AttributionSettings
from gainsay.annotations.citations import Citation
from gainsay.annotations.dates.date import Date
from gainsay.annotations.mentions import Mention
from gainsay.documents.document import Document
from gainsay.encoder import Encoding
from gainsay.passages.passage import Layout

_DEFAULT = AttributionSettings()

__all__ = ["AttributionSettings", "Reader", "RuleReader", "find_attributions"]


def find_attributions(
    document: Document,
    layout: Layout,
    mentions: Sequence[Mention],
    dates: Sequence[Date] = (),
    citations: Sequence[Citation] = (),
    settings: AttributionSettings = _DEFAULT,
    encodings: Sequence[Encoding] = (),
) -> list[Attribution]:
    """The attributions of `document` in text order, with parents, dates of speaking and citations.

    By the rules alone, or with the model where it has read the text (`encodings`).
    """
    found = RuleReader(settings).read(layout, mentions)
    if encodings:
        found = combine(document.text, found, read_attributions(document.id, document.text, encodings))
    kept = [attribution for attribution in without_others(found) if attribution.confidence >= settings.least]
    kept += find_epigraphs(layout, kept, citations)
    kept += find_declarations(layout, mentions)
    kept = with_reproduced(layout, mentions, kept)
    if encodings:  # the rules alone miss too many cues to call a quotation nobody's
        kept += find_leftover(layout, kept)
    linked = cite(layout, link(layout, kept, dates), citations, mentions)
    return with_types(document.text, linked)
