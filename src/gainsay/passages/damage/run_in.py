"""Words of a picture, a file name or a button run into the prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gainsay.passages.passage import Damage, Passage
from gainsay.spans import Span

_FILE = re.compile(
    r"(?<![\w/@.:-])(?:[\w-]{1,80}\.(?:jpe?g|png|gif|webp|svg|bmp)\b|[A-Za-z]{2,40}(?:_[A-Za-z0-9]{1,40}){0,5}_[a-z0-9]{3,40}(?!\w)"
    r"|(?=\S{0,60}\d)[\w-]{0,60}[0-9a-f]{24,64}[\w-]{0,40})"
)
"""A file name, a name joined by low lines, a long hash: no author writes these."""

_BUTTON = re.compile(
    r"\b(?:ADVERTISEMENT|Advertisement|Story continues below(?: advertisement)?|Click to enlarge"
    r"|View image in fullscreen|Image (?:source|caption|copyright)|Media caption|Embedded video"
    r"|Scroll down for (?:video|more)|Follow us on (?:Twitter|Facebook|Instagram|YouTube|Telegram|X)"
    r"|Click here (?:to|for) \w+|Sign up for our (?:\w+ ){0,3}newsletters?)\b"
    r"|\b(?:R[Ee][Aa][Dd] (?:[Mm][Oo][Rr][Ee]|[Aa][Ll][Ss][Oo])):|\[edit\]"
    r"|\((?:Photo|Image|Picture|Photograph)s? ?(?:by|credit:|courtesy of|:) [^()]{2,80}\)"
)

_HEAD = re.compile(
    r"[a-z][a-z0-9-]{1,20}(?:[ \xa0][a-z0-9-]{1,20}){0,3}?"
    r"(?:[ \xa0]+(?=(?:We|The|In|It|He|She|They|This|On|At|As|When|After)[ \xa0][a-z])|(?=[A-Z][a-z]+[ \xa0][a-z]))"
)
"""Lower-case words before the capital that opens the first sentence: the alternative text of a picture."""

# What such names hold, each quick to look for in a whole text.
_SIGNS = tuple(map(re.compile, (r"_", r"\.(?:jpe?g|png|gif|webp|svg|bmp)", r"[0-9a-f]{24}")))


def find_run_in(text: str, passages: Sequence[Passage]) -> Iterator[Damage]:
    """Stray words in paragraphs and captions, with what they look like."""
    named = any(sign.search(text) for sign in _SIGNS)
    for passage in passages:
        if passage.kind not in ("paragraph", "caption", "heading", "block-quote"):
            continue
        start, end = passage.span
        if text.startswith("![", start):
            # A picture in Markdown has its file name by right.
            continue
        for match in _FILE.finditer(text, start, end) if named else ():
            yield Damage(Span(*match.span()), "run-in", "looks like a file name")
        for button in _BUTTON.finditer(text, start, end):
            yield Damage(Span(*button.span()), "run-in", "the words of a button or a picture")
        if passage.kind == "paragraph" and (head := _HEAD.match(text, start, end)):
            yield Damage(Span(*head.span()).trim(text), "run-in", "stray words before the first sentence")
