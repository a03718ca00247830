"""From the form of the review desk to a decision: what was typed, as the edition understands it."""

from __future__ import annotations

import re
import threading
from collections.abc import Mapping
from typing import Any

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.edition.edition import Edition
from gainsay.errors import UsageError
from gainsay.room.correctable import SPANS
from gainsay.room.reviewing import Desk
from gainsay.spans import Span

ACTIONS = ("accept", "reject", "correct", "join", "part", "undo")
NO_LONGER = "what this is about is no longer in the edition."
LONGEST_PAUSE = 60.0  # seconds
AGAIN = 2.0  # seconds until decisions are settled again that another program kept from taking effect
_NUMBER = re.compile(r"[-−]?\d+(?:[.,]\d+)?")


def decide(desk: Desk, form: Mapping[str, str], *, own_only: bool = False) -> int:
    """Put what a form says into the log; returns the number of the decision. Raises UsageError saying what is wrong.

    With `own_only`, what somebody else decided is not taken back.
    """
    action, target, by = form.get("action", ""), form.get("target", ""), form.get("by", "").strip()
    if action not in ACTIONS:
        raise UsageError("choose what to do: accept, reject, correct.")
    if not by:
        raise UsageError("say who decides: your name or initials are kept with the decision.")
    if action == "undo":
        _refuse_undoing(desk, target, by, own_only)
    elif desk.shelf.withheld and desk.record(target) is None:
        raise UsageError(NO_LONGER)
    changes = _changes(desk, action, target, form)
    reason = form.get("reason", "").strip()
    return desk.edition.review(target, action, by=by, reason=reason, **changes).number  # type: ignore[arg-type]


def _refuse_undoing(desk: Desk, number: str, by: str, own_only: bool) -> None:
    """Refuse what is not there to see, or is another's to take back."""
    known = next((r.decision for r in desk.decisions() if str(r.decision.number) == number), None)
    if known is None:
        raise UsageError("there is no such decision in the log.")
    if own_only and known.by != by:
        raise UsageError(f"{known.by} decided this: only they or an editor take it back.")


def _changes(desk: Desk, action: str, target: str, form: Mapping[str, str]) -> dict[str, Any]:
    value = form.get("value", "").strip()
    if action == "join":
        return {"entity": value}
    if action == "part":
        return {"names": [form.get("name", "")]}
    if action != "correct":
        return {}
    name = form.get("field", "")
    if not name:
        raise UsageError("choose what to correct.")
    return {name: _value(desk, target, name, value)}


def _value(desk: Desk, target: str, name: str, value: str) -> Any:
    record = desk.record(target)
    if record is None:
        raise UsageError(NO_LONGER)
    if name in SPANS:
        spans = [[s.start, s.end] for s in _located(desk, record, value)]
        return spans if isinstance(record, Attribution) else (spans[0] if spans else None)
    if name == "hedged":
        return value == "yes"
    if name in ("value", "charge"):
        numbers = [float(n.replace(",", ".").replace("−", "-")) for n in _NUMBER.findall(value.replace("–", " "))]
        plain: list[int | float] = [int(n) if n == int(n) else n for n in numbers]
        return None if not plain else plain[0] if len(plain) == 1 else plain[:2]
    return value or None


def _located(desk: Desk, record: Any, value: str) -> list[Span]:
    """Where the words typed stand in the passage; the nearest place to where they were read, never a look-alike."""
    if not value:
        return []
    text = desk.shelf.documents[record.document].text
    was = record.content[0] if isinstance(record, Attribution) else record.span
    around = desk.around(record)
    return [_nearest(text, around, part.strip(), was) for part in value.split(" … ") if part.strip()]


def _nearest(text: str, around: Span, words: str, was: Span) -> Span:
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
    found = [Span(*m.span()) for m in pattern.finditer(text, *around)]
    if not found:
        raise UsageError(f"“{words}” does not stand in this passage, letter for letter.")
    return min(found, key=lambda s: (abs(s.start - was.start), s.start))


class Settler:
    """Lets decisions take effect in the background, several at once where they come quickly."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._wanted = threading.Event()
        self._closed = False
        self._pause = AGAIN
        self.idle = True
        """Whether everything that was decided has taken effect, as far as this room knows."""
        self._thread = threading.Thread(target=self._run, name="settler", daemon=True)
        self._thread.start()

    def settle(self) -> None:
        """Soon."""
        self.idle = False
        self._wanted.set()

    def close(self) -> None:
        """No more."""
        self._closed = True
        self._wanted.set()
        self._thread.join(AGAIN + 1)

    def _run(self) -> None:
        while True:
            self._wanted.wait()
            self._wanted.clear()
            if self._closed:
                return
            try:
                settled = self._edition.settle()
                self._pause = AGAIN
            except Exception:  # a full disk, or a fault: the decisions are in the log, and the next try may succeed
                settled, self._pause = False, min(2 * self._pause, LONGEST_PAUSE)
            if settled and not self._wanted.is_set():
                self.idle = True
            elif not settled and not self._closed:
                threading.Timer(self._pause, self._wanted.set).start()
