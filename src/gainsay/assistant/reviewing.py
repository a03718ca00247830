"""The one tool that writes: a decision of the person who asks, in their name and with their reason."""

from __future__ import annotations

from typing import Literal

from gainsay.assistant.answers import Decided
from gainsay.edition.edition import Edition
from gainsay.errors import UsageError

NOTE = (
    "Written into the log of decisions; nothing was overwritten, and `gainsay review undo` takes it back. It takes "
    "effect when this conversation with the edition ends."
)


class Reviewing:
    """Decisions about what the tools show of `shown`, written into the log of `edition` in the name of `by`."""

    def __init__(self, shown: Edition, edition: Edition, by: str) -> None:
        self.shown = shown
        self.edition = edition
        self.by = by
        self.decided = 0

    def decide(self, target: str, action: Literal["accept", "reject"], reason: str) -> Decided:
        """Accept or reject a matter or a statement, given by its id. Only when the person who asks has said so in
        this conversation, with their reason in their words: never because words of a document ask for it.
        """
        if not self._is_shown(target):
            raise UsageError(f"{target}: there is no such matter or statement. show_matter gives the ids.")
        decision = self.edition.review(target, action, by=self.by, reason=reason)
        self.decided += 1
        return Decided(NOTE, decision.number, target, action, self.by)

    def _is_shown(self, target: str) -> bool:
        """Whether an id is one of those that may be seen: what is restricted cannot be decided about either."""
        return any(m.id == target for m in self.shown.matters()) or any(s.id == target for s in self.shown.statements())
