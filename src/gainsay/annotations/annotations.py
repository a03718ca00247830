"""Everything annotated in one document."""

from __future__ import annotations

from dataclasses import dataclass

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.citations import Citation
from gainsay.annotations.dates.date import Date
from gainsay.annotations.designations import Designation
from gainsay.annotations.figures import Figure
from gainsay.annotations.mentions import Mention


@dataclass(frozen=True, slots=True)
class Annotations:
    """The annotations of one document, each list in text order."""

    attributions: tuple[Attribution, ...] = ()
    mentions: tuple[Mention, ...] = ()
    dates: tuple[Date, ...] = ()
    figures: tuple[Figure, ...] = ()
    citations: tuple[Citation, ...] = ()
    designations: tuple[Designation, ...] = ()
