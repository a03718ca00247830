"""Words as XML 1.0 can hold them."""

from __future__ import annotations

import re
from collections.abc import Mapping

# What XML 1.0 has no way to write: control characters, surrogates, U+FFFE and U+FFFF.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# What has to be written otherwise, in a text or in an attribute. Most words have nothing of it: to look is quicker.
_SPECIAL = re.compile('[^\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[&<>"]')
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_IN_ATTRIBUTES = str.maketrans({**_ESCAPES, '"': "&quot;", "\n": "&#10;", "\t": "&#9;"})
_IN_TEXT = str.maketrans(_ESCAPES)


def holdable(words: str) -> str:
    """Words with U+FFFD in the place of what XML cannot hold: one for one, so that positions stay what they are."""
    return _NO_XML.sub("\ufffd", words)


def text(words: str) -> str:
    """Words as the content of an element, to the letter: a carriage return would else be read as a line feed.

    >>> text("a < b\\r\\n")
    'a &lt; b&#13;\\n'
    """
    return holdable(words).translate(_IN_TEXT) if _SPECIAL.search(words) else words


def tag(name: str, attributes: Mapping[str, str | None], content: str | None = None) -> str:
    """An element with the attributes that have a value, and with this content, already escaped.

    >>> tag("date", {"when": "1911", "type": None}, "that year")
    '<date when="1911">that year</date>'
    """
    head = opening(name, attributes)
    return f"{head[:-1]}/>" if content is None else f"{head}{content}</{name}>"


def opening(name: str, attributes: Mapping[str, str | None]) -> str:
    """The opening tag."""
    given = [f' {key}="{_attribute(value)}"' for key, value in attributes.items() if value]
    return f"<{name}{''.join(given)}>"


def _attribute(value: str) -> str:
    return holdable(value).translate(_IN_ATTRIBUTES) if _SPECIAL.search(value) else value
