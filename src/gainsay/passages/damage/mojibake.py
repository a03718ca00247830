"""Letters decoded with the wrong character set."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gainsay.passages.passage import Damage, Passage
from gainsay.spans import Span

_SUSPECT = re.compile(r"[\x80-\x9f\ufffdÂÃâÅÄÐÑÎÏ×ØÙàåæðï\u0102\u0103\u0432\u0420\u0421]")
"""Every known mojibake holds one of these; a text without them need not be looked at."""

_RUN = re.compile(r"[^\x00-\x7f]{2,40}|\ufffd|[\x80-\x9f]|[ÂÃ][\x80-\xff]?")


def find_mojibake(text: str, passages: Sequence[Passage]) -> Iterator[Damage]:
    """Runs of characters that make sense in another encoding (by ftfy), and replacement characters."""
    if text.isascii() or not _SUSPECT.search(text):
        return
    from ftfy import fix_encoding
    from ftfy.badness import is_bad

    for match in _RUN.finditer(text):
        run = match[0]
        if "\ufffd" in run:
            yield Damage(Span(*match.span()), "mojibake", "a character was lost when the file was written")
        elif is_bad(run) and (fixed := fix_encoding(run)) != run:
            yield Damage(Span(*match.span()), "mojibake", f"probably “{fixed}” in another encoding")
