"""An attribution: somebody is reported to say, write, think or deny something."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from gainsay.spans import Spans

AttributionKind = Literal["direct", "indirect", "mixed"]
AttributionType = Literal["speech", "writing", "thought", "attitude"]
Stance = Literal["asserts", "denies", "doubts", "asks", "demands", "promises", "silent"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Speaker, cue and content spans, as in the export contract.

    `content` is without the outer quotation marks, one span per paragraph; for a mixed one it is the whole attributed
    clause and `marked` the parts in quotation marks. `speaker` and `cue` may be empty: an unnamed voice stays unnamed.
    `type` tells what is said from what is only thought, and both from an attitude (praise, hope, support), which may
    report no proposition at all. `parent` is the enclosing attribution's id, `said` an EDTF date, `citation` the id of
    the citation that supports it.
    """

    id: str
    document: str
    kind: AttributionKind
    content: Spans
    marked: Spans = ()
    speaker: Spans = ()
    cue: Spans = ()
    stance: Stance = "asserts"
    parent: str | None = None
    said: str | None = None
    citation: str | None = None
    confidence: float = 1.0
    type: AttributionType = "speech"
