"""Names that must not be sent: replaced as in a redacted export, and looked for once more in what is about to go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from gainsay.edition.edition import Edition
from gainsay.errors import RedactionError
from gainsay.exports.redaction import persons_of
from gainsay.exports.redaction.forms import Forms
from gainsay.judging.prompt import Message
from gainsay.spans import Span


@dataclass(frozen=True, slots=True)
class Names:
    """The forms of the names to be hidden. See `pair.Hiding`."""

    forms: Forms

    @classmethod
    def of(cls, edition: Edition, wanted: str | Path) -> Names:
        """Those of a list of persons (CSV), or of a role: as `gainsay export --redact` takes them."""
        return cls(persons_of(edition, wanted).forms)

    def hidden(self, words: str) -> Sequence[tuple[Span, str]]:
        """The spans to be replaced, in order, and their pseudonyms."""
        return [(found.span, found.pseudonym) for found in self.forms.find(words)]

    def prove(self, asked: Sequence[Message]) -> None:
        """Raise RedactionError where a form is left in what is about to be sent."""
        left = next((f for m in asked if m["role"] == "user" for f in self.forms.find(m["content"])), None)
        if left is not None:
            raise RedactionError(
                f"a form of the name that stands for {left.pseudonym} would have been sent; nothing was. Add that form "
                "to the list of persons."
            )
