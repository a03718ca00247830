"""The parts of a mail message: headers decoded, bodies and attachments told apart. Nothing here raises on bad mail."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes
from email.errors import HeaderParseError, MessageError
from email.header import decode_header
from email.message import Message
from typing import Any

_NO_DOCUMENTS = frozenset(
    "application/pkcs7-signature application/x-pkcs7-signature application/pgp-signature application/pgp-keys"
    " text/calendar text/x-vcard text/vcard application/ics message/delivery-status message/disposition-notification"
    " application/applefile".split()
)
"""Attachments that mail programs add for each other."""


def parse_message(data: bytes) -> Message | None:
    """The message; None where its parts are nested beyond reason."""
    try:
        return message_from_bytes(data)
    except (RecursionError, MessageError, ValueError, LookupError, UnicodeError):
        return None


def header(message: Message, name: str) -> str:
    """A header as it reads, its encoded words decoded; broken ones as far as they can be."""
    raw = message.get(name)
    if raw is None:
        return ""
    try:
        parts = decode_header(str(raw) if not isinstance(raw, str) else raw)
        words = "".join(_decoded(part, charset) for part, charset in parts)
    except (HeaderParseError, ValueError, LookupError):
        words = str(raw)
    return " ".join(words.encode("utf-8", "replace").decode().replace("\0", "").split())


def _decoded(part: str | bytes, charset: str | None) -> str:
    if isinstance(part, str):
        # Raw bytes beyond ASCII arrive as surrogates: most likely UTF-8.
        return part.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    for name in (charset, "utf-8"):
        try:
            if name and name != "unknown-8bit":
                return part.decode(name)
        except (LookupError, ValueError):
            continue
    return part.decode("cp1252", "replace")


def payload(part: Message) -> bytes:
    """The bytes of a part, its transfer encoding undone; of an attached message the message."""
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        try:
            return inner[0].as_bytes() if isinstance(inner, list) and isinstance(inner[0], Message) else b""
        except (IndexError, LookupError, ValueError, UnicodeError, MessageError):
            return b""
    try:
        data = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError):
        data = None
    return data if isinstance(data, bytes) else b""


def leaves(message: Message) -> Iterator[Message]:
    """The parts that hold something, in order; attached messages whole."""
    queue = [message]
    while queue:
        part = queue.pop()
        if part.get_content_type() == "message/rfc822" and part is not message:
            yield part
            continue
        if part.is_multipart():  # asking a part that is not for what it holds would decode it, which may fail
            inner: Any = part.get_payload()
            queue += [one for one in reversed(inner) if isinstance(one, Message)]
        else:
            yield part


def is_attachment(part: Message) -> bool:
    """Whether a part is a document of its own rather than a body of the message."""
    kind = part.get_content_type()
    if kind in _NO_DOCUMENTS:
        return False
    if kind not in ("text/plain", "text/html"):
        return True
    return part.get_content_disposition() == "attachment" or bool(file_name(part))


def file_name(part: Message) -> str:
    """The name under which a part was attached; empty where it has none."""
    try:
        raw = part.get_filename() or ""
    except (ValueError, LookupError, TypeError):
        return ""
    try:
        return "".join(_decoded(piece, charset) for piece, charset in decode_header(raw)) if "=?" in raw else raw
    except (HeaderParseError, ValueError):
        return raw
