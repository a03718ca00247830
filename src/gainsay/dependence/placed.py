"""Attributions by where their content stands: a document with thousands of quotations is asked thousands of times."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.spans import Span

STRETCH = 2000  # characters: few quotations are longer, and few stretches hold many


class Placed:
    """The attributions of one document."""

    def __init__(self, attributions: Iterable[Attribution]) -> None:
        self._stretches: dict[int, dict[str, Attribution]] = defaultdict(dict)
        for one in sorted(attributions, key=lambda attribution: attribution.id):
            for span in one.content:
                for stretch in range(span.start // STRETCH, span.end // STRETCH + 1):
                    self._stretches[stretch][one.id] = one

    def near(self, span: Span) -> list[Attribution]:
        """Those whose content may touch a span, and all whose content does, in order of their ids."""
        stretches = range(span.start // STRETCH, span.end // STRETCH + 1)
        if len(stretches) == 1:
            return list(self._stretches.get(stretches[0], {}).values())
        found = {i: a for stretch in stretches for i, a in self._stretches.get(stretch, {}).items()}
        return [found[i] for i in sorted(found)]
