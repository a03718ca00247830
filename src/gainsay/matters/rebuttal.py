"""Rebuttals: a clause that denies what has just been told, and points at it instead of repeating it.

"Aides dismissed the remarks", "she pushed back on those claims", "an inquiry found that statement false": such a denial
shares hardly a word with what it denies. What it denies is what another voice said right before, in the same text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gainsay.statements.statement import Statement

# How far back what is denied may stand: in statements and in characters; and how much of the denial is looked at.
STATEMENTS, CHARACTERS, HEAD = 3, 400, 80

_SAID = (
    r"(?:claims?|charges?|allegations?|accusations?|remarks?|suggestions?|reports?|assertions?|idea|notion|insinuations?"
    r"|characteri[sz]ations?|descriptions?|version|account|statements?|rumou?rs?|comments?|words?|story|criticism)"
)
_POINTING = r"(?:the|that|this|those|these|such|his|her|their)"
_FALSE = (
    r"(?:(?:entirely|simply|just|plainly|completely|totally|flatly|patently)\s+)?(?:not\s+true|untrue|false|a\s+lie|lies"
    r"|(?:completely|factually|simply|totally)\s+wrong|incorrect|inaccurate|not\s+accurate|not\s+the\s+case|nonsense|baseless|unfounded|groundless|fiction)"
)
_REBUTS = re.compile(
    rf"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|disput(?:es|ed|ing)|refut(?:es|ed|ing)"
    rf"|rebut(?:s|ted|ting)?|debunk(?:s|ed|ing)?|push(?:es|ed|ing)?\s+back\s+(?:on|against))\s+"
    rf"{_POINTING}\s+(?:\w+\s+)?{_SAID}(?!\s+(?:that|of|about)\b)"
    rf"|\bden(?:y|ies|ied|ying)\s+(?:that|this|it)(?:[.,;]|\s+(?:and|but)\b)"
    rf"|\b(?:deemed|called|found|rated|branded|labell?ed|declared|ruled)\s+{_POINTING}\s+(?:\w+\s+)?{_SAID}\s+{_FALSE}\b"
    rf"|\b(?:[Tt]hat|[Tt]his|[Tt]h(?:os|es)e\s+{_SAID}|{_POINTING}\s+{_SAID})(?:['’]s|\s+(?:is|was|are|were))\s+{_FALSE}\b"
)


def rebuttals(text: str, statements: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Pairs of a statement that denies and the one before it that it points at, in text order."""
    for number, statement in enumerate(statements):
        before = statements[max(0, number - STATEMENTS) : number]
        start = before[-1].span.end if before else statement.span.start
        start = max(start, statement.span.start - 2 * HEAD)
        if _REBUTS.search(text, start, min(statement.span.end, statement.span.start + HEAD)) is None:
            continue
        pointed_at = next((s for s in reversed(before) if _may_be_denied(s, statement)), None)
        if pointed_at is not None:
            yield statement, pointed_at


def _may_be_denied(told: Statement, denial: Statement) -> bool:
    """Whether a statement is somebody else's word, and near enough."""
    if (
        told.article != denial.article
        or denial.span.start - told.span.end > CHARACTERS
        or not told.attribution
        or told.hedged
    ):
        return False
    return told.attribution[-1:] != denial.attribution[-1:] and (told.holder is None or told.holder != denial.holder)
