"""What a second reader answered: a verdict with its reasons, resting on words of the passages; or nothing, with why.

An answer is void unless every span that it names stands in the passage, character for character. What it says beside
is its own: shown as such, and part of no matter.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from gainsay.judging.pair import Sent
from gainsay.spans import Span

Judged = Literal["conflict", "denial", "scope", "changed-position", "corroboration", "different", "unsure"]
"""The verdicts of a matter, as far as a pair can show them; `different`: they speak of two things."""

JUDGED: tuple[Judged, ...] = get_args(Judged)
NEEDS_SPANS = frozenset(JUDGED) - {"different", "unsure"}
"""Verdicts that must rest on words of both passages: to find nothing in common needs none."""

MOST_REASONS = 1200  # characters that are kept of its reasons
MOST_SPANS = 8
TRIED = 20  # braces in an answer at which an object may begin: models talk before they answer

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]+")


@dataclass(frozen=True, slots=True)
class Rest:
    """Words that a verdict rests on: in the first or the second excerpt of a pair, as a span of its text."""

    number: int
    span: Span


@dataclass(frozen=True, slots=True)
class Opinion:
    """`verdict` is None of a void answer, and `problem` says what is wrong with it. `reasons` are the reader's own
    words.
    """

    verdict: Judged | None
    reasons: str = ""
    rests: tuple[Rest, ...] = ()
    problem: str = ""


def opinion_of(reply: str, sent: Sequence[Sent]) -> Opinion:
    """Take an answer apart. `sent` are the two texts as they were sent."""
    told = _object(reply)
    if told is None:
        return Opinion(None, problem="the answer is not in the form that was asked for (no JSON object in it)")
    keys = list(told)
    verdict, reasons = told.get("verdict"), told.get("reasons")
    if verdict not in JUDGED:
        return Opinion(None, problem=f"its verdict is none of those asked for: {clean(str(verdict), 40)}")
    if not isinstance(reasons, str) or not reasons.strip():
        return Opinion(None, problem="it gives no reasons")
    if keys.index("reasons") > keys.index("verdict"):
        return Opinion(None, problem="it gives its verdict before its reasons")
    rests, problem = _rests(told.get("spans"), sent)
    if problem:
        return Opinion(None, clean(reasons, MOST_REASONS), problem=problem)
    if verdict in NEEDS_SPANS and {rest.number for rest in rests} != {1, 2}:
        return Opinion(None, clean(reasons, MOST_REASONS), problem="it does not rest on words of both passages")
    return Opinion(verdict, clean(reasons, MOST_REASONS), rests)


def clean(words: str, room: int) -> str:
    """Words of a stranger, fit for a screen: on one line, without signs that steer it, and not too long.

    >>> clean("a\\x1b[31mb\\nc", 9)
    'a [31mb c'
    """
    plain = " ".join(_CONTROL.sub(" ", words[: 4 * room]).split())
    return plain if len(plain) <= room else f"{plain[: room - 1].rstrip()}…"


def _object(reply: str) -> dict[str, Any] | None:
    """The last JSON object in an answer that has a verdict: what stands before it is thinking aloud."""
    found, decoder = None, json.JSONDecoder()
    at = reply.find("{")
    for _ in range(TRIED):
        if at < 0:
            break
        try:
            value, end = decoder.raw_decode(reply, at)
        except (ValueError, RecursionError):
            end = at + 1
        else:
            found = value if "verdict" in value else found
        at = reply.find("{", end)
    return found


def _rests(spans: object, sent: Sequence[Sent]) -> tuple[tuple[Rest, ...], str]:
    """The spans that an answer names, where they stand in the originals; or what is wrong with them."""
    if spans is None:
        return (), ""
    if not isinstance(spans, list) or len(spans) > MOST_SPANS:
        return (), f"its spans are no list of at most {MOST_SPANS}"
    rests: list[Rest] = []
    for one in spans:
        number, words = (one.get("passage"), one.get("words")) if isinstance(one, dict) else (None, None)
        if number not in (1, 2) or isinstance(number, bool) or not isinstance(words, str) or not words.strip():
            return (), "one of its spans names no passage or has no words"
        at = sent[number - 1].text.find(words)
        if at < 0:
            return (), f"“{clean(words, 60)}” does not stand in passage {number}"
        rests.append(Rest(number, sent[number - 1].original(Span(at, at + len(words)))))
    return tuple(dict.fromkeys(rests)), ""
